#!/usr/bin/env python3
"""Runs metered clients in turn through the peer's server, ours and none; see ../compare-peer.sh, which checks the options and builds what this needs."""
import argparse, os, sys, time
import table
from clients import Client, Failure, RASTERIZER, Server, Turns, mean_first_ms, spent_ns

SIDES = ('ours', 'peer', 'host')

# Mesa's no-op driver gives its threaded front-end transfers from a pool whose elements are too small for them: a buffer written
# over while it is used overwrites the driver's heap. Ours was seen to end in the first, the peer to hang in the second.
NOT_FREE = ('buffers', 'streams')


class Comparison:
    def __init__(self, options):
        self.options = options
        self.folder = options.work
        self.samples_path = f'{options.out}/samples.tsv'
        self.samples = []
        self.begin = time.monotonic()
        self.done = self.planned = 0
        self.failed = []

    def environment(self, side, gl):
        clean = {k: v for k, v in os.environ.items() if k not in ('GALLIUM_DRIVER', 'GALLIUM_NOOP', 'LD_PRELOAD', 'VTEST_SOCKET_NAME')}
        clean.update(LIBGL_ALWAYS_SOFTWARE='1')
        if side == 'server':
            return dict(clean, GALLIUM_NOOP='1') if gl == 'free' else clean
        clean.update(LD_PRELOAD=f'{self.folder}/meter.so', vblank_mode='0')
        if side != 'host':
            clean.update(GALLIUM_DRIVER='virpipe', VTEST_SOCKET_NAME=f'{self.folder}/{side}.sock')
        return clean

    def command(self, program):
        if program.startswith('glmark2:'):
            return ['glmark2', '-s', '400x300', '-b', program.removeprefix('glmark2:') + ':duration=1000']
        return [f'{self.folder}/loads', program]

    def start_servers(self, gl):
        environment = self.environment('server', gl)
        ours = Server('ours', [self.options.virglhost, 'vtest'], self.folder, environment)
        try:
            peer = [self.options.against, 'vtest'] if self.options.against else ['virgl_test_server', '--use-egl-surfaceless']
            return {'ours': ours, 'peer': Server('peer', peer, self.folder, environment), 'host': None}
        except BaseException:
            ours.stop()
            raise

    def sample(self, gl, count, program, side, server, round_number):
        """One side's turn: clients start, warm up, are counted for a while, and go."""
        environment = self.environment(side, gl)
        clients = []
        try:
            for number in range(count):
                clients.append(Client(self.command(program), self.folder, environment, number))
            for client in clients:
                client.await_frames(1, 60)
            time.sleep(self.options.warm)
            for client in clients:
                client.await_frames(2, 60)
            # Ours is still being compiled by its runtime in the first seconds.
            window = max(2.0, self.options.seconds) if round_number == 0 else self.options.seconds
            before_processor = server.processor_times() if server else {}
            before, begin = [c.look() for c in clients], time.monotonic()
            while True:
                time.sleep(window)
                after, span = [c.look() for c in clients], time.monotonic() - begin
                if all(a[3] - b[3] >= 3 for a, b in zip(after, before)) or span > 10 * window:
                    break
            after_processor = server.processor_times() if server else {}
            rates = [(a[3] - b[3]) * 1e9 / max(1, a[2] - b[2]) for a, b in zip(after, before)]
            if min(rates) == 0:
                raise Failure(f'{program} on {side} drew no frame in {span:.0f} s')
            return {'gl': gl, 'clients': count, 'program': program, 'side': side, 'round': round_number, 'frames_per_s': sum(rates),
                    'server_ms_per_frame': spent_ns(before_processor, after_processor) / 1e6 / (sum(rates) * span) if server else None,
                    'raster_ms_per_frame': spent_ns(before_processor, after_processor, RASTERIZER) / 1e6 / (sum(rates) * span) if server else None,
                    'first_ms': mean_first_ms(after), 'peak_mib': server.peak_kib() / 1024 if server else None}
        finally:
            for client in clients:
                client.stop()

    def alternate(self, gl, count, program, servers, round_number):
        """One round of all sides: their clients live together and take turns of a fraction of a second, the others stopped, so that the machine's swings meet all alike."""
        counters = {side: Turns(servers[side]) for side in self.sides(gl)}
        number = 0
        try:
            for side, turns in counters.items() if round_number % 2 == 0 else reversed(counters.items()):
                for _ in range(count):
                    turns.clients.append(Client(self.command(program), self.folder, self.environment(side, gl), number))
                    number += 1
                turns.await_first(self.options.warm)
            # A turn is a dozen frames at least: one that is cut off at its end must not weigh.
            slowest = min(turns.rate for turns in counters.values())
            length = min(max(self.options.slice, 12 / slowest), 2)
            window = self.options.seconds if round_number else min(1, self.options.seconds)
            for turn in range(max(2, round(window / length))):
                for turns in counters.values() if turn % 2 == 0 else reversed(counters.values()):
                    turns.take(length)
            for side, turns in counters.items():
                yield {'gl': gl, 'clients': count, 'program': program, 'side': side, 'round': round_number, **turns.result(f'{program} on {side}')}
        finally:
            for turns in counters.values():
                turns.stop()

    def keep(self, sample):
        self.samples.append(sample)
        with open(self.samples_path, 'a') as file:
            file.write(table.line(sample))

    def run_group(self, gl, count, program, missing):
        servers = self.start_servers(gl)
        try:
            for round_number in range(self.options.rounds + 1):
                if self.options.slice:
                    if round_number == 0 or any(r == round_number for _, r in missing):
                        self.run_alternating(gl, count, program, servers, round_number, missing)
                    self.progress(f'{gl}, {count} x {program}, round {round_number} of {self.options.rounds}')
                    continue
                # A server of ours that was just started has its warm-up again, also where the samples of round 0 are there already.
                for side in SIDES if round_number % 2 == 0 else SIDES[1::-1] + SIDES[2:]:
                    if side not in self.sides(gl) or (round_number > 0 and (side, round_number) not in missing):
                        continue
                    try:
                        sample = self.sample(gl, count, program, side, servers[side], round_number)
                    except Failure as failure:
                        self.failed.append(f'{program} ({gl}, {count} at once, {side}, round {round_number}): {failure}')
                        print(f'error: {self.failed[-1]}', file=sys.stderr, flush=True)
                        if servers[side] and servers[side].process.poll() is not None:
                            raise Failure(f'the server of {side} ended') from failure
                        continue
                    if (side, round_number) in missing:
                        self.keep(sample)
                        self.done += 1
                self.progress(f'{gl}, {count} x {program}, round {round_number} of {self.options.rounds}')
        finally:
            for server in servers.values():
                if server:
                    server.stop()

    def run_alternating(self, gl, count, program, servers, round_number, missing):
        try:
            for sample in self.alternate(gl, count, program, servers, round_number):
                if (sample['side'], round_number) in missing:
                    self.keep(sample)
                    self.done += 1
        except Failure as failure:
            self.failed.append(f'{program} ({gl}, {count} at once, round {round_number}): {failure}')
            print(f'error: {self.failed[-1]}', file=sys.stderr, flush=True)
            ended = [side for side, server in servers.items() if server and server.process.poll() is not None]
            if ended:
                raise Failure(f'the server of {ended[0]} ended') from failure

    def sides(self, gl):
        """With the driver free a client of the host alone would measure itself."""
        return [s for s in self.options.sides if s != 'host' or gl != 'free']

    def run_idle(self, gl):
        """What a server spends while a client that has drawn stands still, for 2 s; ms of processor time per second."""
        servers = self.start_servers(gl)
        try:
            for side in ('ours', 'peer'):
                if side not in self.options.sides:
                    continue
                client = Client(self.command('draws'), self.folder, self.environment(side, gl), 0)
                try:
                    client.await_frames(20, 60)
                    client.process.send_signal(19)   # SIGSTOP; stop() lets it go on and ends it
                    time.sleep(1)
                    before = servers[side].processor_times()
                    time.sleep(2)
                    spent = spent_ns(before, servers[side].processor_times()) / 2e6
                finally:
                    client.stop()
                print(f'{gl}, idle: {side} spends {spent:.2f} ms of processor time a second with one client that stands still; '
                      f'it was ready {servers[side].started_ms:.0f} ms after its start', flush=True)
        finally:
            for server in servers.values():
                if server:
                    server.stop()

    def progress(self, what):
        spent = time.monotonic() - self.begin
        left = spent / self.done * (self.planned - self.done) if self.done else 0
        print(f'{time.strftime("%H:%M:%S")}  {self.done}/{self.planned} samples, about {left / 60:.0f} min left: {what}', flush=True)

    def run(self):
        wanted = [(gl, count, program) for gl in self.options.gl for count in self.options.clients for program in self.options.programs
                  if gl != 'free' or program not in NOT_FREE]
        if 'free' in self.options.gl and any(program in NOT_FREE for program in self.options.programs):
            print(f'left out with the driver free, which does not survive them: {", ".join(p for p in self.options.programs if p in NOT_FREE)}', flush=True)
        kept = {}
        if self.options.resume and os.path.exists(self.samples_path):
            self.samples = table.load(self.samples_path)
            for s in self.samples:
                kept.setdefault((s['gl'], s['clients'], s['program']), set()).add((s['side'], s['round']))
            with open(self.samples_path, 'w') as file:
                file.write('\t'.join(table.COLUMNS) + '\n' + ''.join(table.line(s) for s in self.samples))
        else:
            with open(self.samples_path, 'w') as file:
                file.write('\t'.join(table.COLUMNS) + '\n')
        plan = [(key, {(s, r) for r in range(self.options.rounds + 1) for s in self.sides(key[0])} - kept.get(key, set())) for key in wanted]
        self.planned = sum(len(missing) for _, missing in plan)
        for key, missing in plan:
            if self.options.until and time.monotonic() - self.begin > self.options.until:
                print(f'ended after {self.options.until:.0f} s as asked; --resume goes on', flush=True)
                break
            if missing:
                try:
                    self.run_group(*key, missing)
                except Failure as failure:
                    self.failed.append(f'{key[2]} ({key[0]}, {key[1]} at once): {failure}')
        if self.options.idle:
            for gl in self.options.gl:
                self.run_idle(gl)
        table.print_table(self.samples)
        table.write_medians(self.samples, f'{self.options.out}/medians.tsv')
        print(f'\nsamples: {self.samples_path}; medians: {self.options.out}/medians.tsv')
        for text in self.failed:
            print(f'error: not measured: {text}', file=sys.stderr)
        return 1 if self.failed else 0


def words(text):
    return [w for w in text.split(',') if w]


def main():
    parser = argparse.ArgumentParser()
    for name in ('--work', '--out', '--virglhost'):
        parser.add_argument(name, required=True)
    parser.add_argument('--programs', type=lambda t: [p for p in t.split(' ') if p], required=True)
    parser.add_argument('--gl', type=words, required=True)
    parser.add_argument('--clients', type=lambda t: [int(c) for c in words(t)], required=True)
    parser.add_argument('--sides', type=words, default=list(SIDES))
    parser.add_argument('--rounds', type=int, required=True)
    parser.add_argument('--seconds', type=float, required=True)
    parser.add_argument('--warm', type=float, required=True)
    parser.add_argument('--slice', type=float, default=0)
    parser.add_argument('--until', type=float, default=0)
    parser.add_argument('--against', default='')
    parser.add_argument('--resume', action='store_true')
    parser.add_argument('--idle', action='store_true')
    try:
        return Comparison(parser.parse_args()).run()
    except (Failure, ValueError) as failure:
        print(f'error: {failure}', file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == '__main__':
    sys.exit(main())

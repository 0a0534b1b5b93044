"""Servers, the X server and metered clients for compare-peer, and what /proc says about them. Every process started here is ended by its own id."""
import mmap, os, signal, struct, subprocess, time


class Failure(Exception):
    """Something that was started did not do what it is for."""


def read(path):
    try:
        with open(path) as file:
            return file.read()
    except OSError:
        return ''


def family(pid):
    """A process and its descendants."""
    found = [pid]
    for task in os.listdir(f'/proc/{pid}/task') if os.path.isdir(f'/proc/{pid}/task') else []:
        for child in read(f'/proc/{pid}/task/{task}/children').split():
            found += family(int(child))
    return found


class Server:
    """A vtest server on a socket of its own."""

    def __init__(self, name, command, folder, environment):
        self.name, self.socket, self.log = name, f'{folder}/{name}.sock', f'{folder}/{name}.log'
        if os.path.exists(self.socket):
            os.unlink(self.socket)
        begin = time.monotonic()
        with open(self.log, 'a') as log:
            self.process = subprocess.Popen(command + [f'--socket-path={self.socket}'], env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        while not os.path.exists(self.socket):
            if self.process.poll() is not None:
                raise Failure(f'{command[0]} ended at once:\n{read(self.log)[-2000:]}')
            if time.monotonic() > begin + 30:
                raise Failure(f'{command[0]} does not listen after 30 s, see {self.log}')
            time.sleep(0.002)
        self.started_ms = (time.monotonic() - begin) * 1000
        self._peak = 0

    def processor_times(self):
        """Nanoseconds on a processor of each thread that lives now, by its name and number."""
        times = {}
        for pid in family(self.process.pid):
            try:
                tasks = os.listdir(f'/proc/{pid}/task')
            except OSError:
                continue
            for task in tasks:
                spent = read(f'/proc/{pid}/task/{task}/schedstat').split()
                if spent:
                    times[f'{read(f"/proc/{pid}/task/{task}/comm").strip()}:{task}'] = int(spent[0])
        return times

    def peak_kib(self):
        """The most memory resident at once, of all its processes together."""
        total = 0
        for pid in family(self.process.pid):
            for line in read(f'/proc/{pid}/status').splitlines():
                if line.startswith('VmHWM:'):
                    total += int(line.split()[1])
        self._peak = max(self._peak, total)
        return self._peak

    def stop(self):
        pids = family(self.process.pid)
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        for pid in pids[1:]:
            try:
                os.kill(pid, signal.SIGTERM)
            except OSError:
                pass


RASTERIZER = 'llvmpipe-'


def spent_ns(before, after, name=''):
    """What threads whose names begin so spent between two looks; one that began in between counts whole."""
    return sum(time - before.get(task, 0) for task, time in after.items() if task.startswith(name))


def mean_first_ms(looks):
    """From connecting to the first frame, of clients that connected; None where none did."""
    first = [(look[1] - look[0]) / 1e6 for look in looks if look[0]]
    return sum(first) / len(first) if first else None


class Client:
    """A program with meter.so in it."""

    WORDS = struct.Struct('=QQQQ')

    def __init__(self, command, folder, environment, number):
        self.path = f'{folder}/meter-{number}'
        with open(self.path, 'wb') as file:
            file.write(bytes(self.WORDS.size))
        self._file = open(self.path, 'r+b')
        self._map = mmap.mmap(self._file.fileno(), self.WORDS.size)
        self.log = f'{folder}/client-{number}.log'
        with open(self.log, 'w') as log:
            self.process = subprocess.Popen(command, env=dict(environment, METER=self.path), stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self.command = command

    def look(self):
        """Connected, first frame, last frame (ns), frames."""
        return self.WORDS.unpack(self._map[:])

    def await_frames(self, count, seconds):
        end = time.monotonic() + seconds
        while self.look()[3] < count:
            if self.process.poll() is not None:
                raise Failure(f'{" ".join(self.command)} ended with status {self.process.returncode}:\n{read(self.log)[-2000:]}')
            if time.monotonic() > end:
                raise Failure(f'{" ".join(self.command)} drew {self.look()[3]} of {count} frames in {seconds} s:\n{read(self.log)[-2000:]}')
            time.sleep(0.005)

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGCONT)
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self._map.close()
        self._file.close()


class Turns:
    """The clients of one side, stopped but for their turns, and what they and their server did in these."""

    def __init__(self, server):
        self.server, self.clients = server, []
        self._frames = self._seconds = self._spent = self._raster = 0

    def await_first(self, warm):
        """Until each drew a frame, and then for as long as warms up; stopped afterwards. What each drew by then tells how long a turn should be."""
        for client in self.clients:
            client.await_frames(1, 60)
        before, begin = self._count(), time.monotonic()
        time.sleep(warm)
        for client in self.clients:
            client.await_frames(3, 60)
        self.rate = max(1, (self._count() - before) / len(self.clients)) / (time.monotonic() - begin)
        self._signal(signal.SIGSTOP)

    def take(self, seconds):
        processor = self.server.processor_times() if self.server else {}
        frames, begin = self._count(), time.monotonic()
        self._signal(signal.SIGCONT)
        time.sleep(seconds)
        self._signal(signal.SIGSTOP)
        self._seconds += time.monotonic() - begin
        time.sleep(0.01)   # what its server still does for it is its own
        self._frames += self._count() - frames
        after = self.server.processor_times() if self.server else {}
        self._spent += spent_ns(processor, after)
        self._raster += spent_ns(processor, after, RASTERIZER)

    def result(self, name):
        if not self._frames:
            raise Failure(f'{name} drew no frame in {self._seconds:.1f} s')
        return {'frames_per_s': self._frames / self._seconds, 'server_ms_per_frame': self._spent / 1e6 / self._frames if self.server else None,
                'raster_ms_per_frame': self._raster / 1e6 / self._frames if self.server else None,
                'first_ms': mean_first_ms([client.look() for client in self.clients]), 'peak_mib': self.server.peak_kib() / 1024 if self.server else None}

    def stop(self):
        for client in self.clients:
            client.stop()

    def _count(self):
        return sum(client.look()[3] for client in self.clients)

    def _signal(self, number):
        for client in self.clients:
            client.process.send_signal(number)

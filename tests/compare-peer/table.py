"""Medians and ratios of compare-peer's samples, as a table and as lines of a .tsv."""
import math, statistics

COLUMNS = ['gl', 'clients', 'program', 'side', 'round', 'frames_per_s', 'server_ms_per_frame', 'raster_ms_per_frame', 'first_ms', 'peak_mib']


def median(samples, side, column):
    values = [s[column] for s in samples if s['side'] == side and s[column] is not None]
    return statistics.median(values) if values else None


def mean(ratios):
    return math.exp(sum(math.log(r) for r in ratios) / len(ratios)) if ratios else None


def quotient(samples, column, other='peer', under=None):
    """Median over the rounds of ours divided by the other's (its `under` where that is another column) in the same round: what swings slowly takes part in both."""
    rounds = {}
    for s in samples:
        rounds.setdefault(s['round'], {})[s['side']] = s
    ratios = [r['ours'][column] / r[other][under or column] for r in rounds.values()
              if 'ours' in r and other in r and r['ours'][column] is not None and r[other][under or column]]
    return statistics.median(ratios) if ratios else None


def show(value, form):
    return '-' if value is None else format(value, form)


def rows(samples):
    """A dictionary for each (gl, clients, program), in the order measured; round 0 is the warm-up and counts for nothing but its first frame."""
    groups = {}
    for s in samples:
        groups.setdefault((s['gl'], s['clients'], s['program']), []).append(s)
    for (gl, clients, program), group in groups.items():
        warm = [s for s in group if s['round'] > 0]
        cold = [s for s in group if s['round'] == 0]
        yield {
            'gl': gl, 'clients': clients, 'program': program, 'rounds': len({s['round'] for s in warm}),
            'fps_ours': median(warm, 'ours', 'frames_per_s'), 'fps_peer': median(warm, 'peer', 'frames_per_s'), 'fps_host': median(warm, 'host', 'frames_per_s'),
            'fps_ratio': quotient(warm, 'frames_per_s'), 'fps_of_host': quotient(warm, 'frames_per_s', 'host'),
            'cpu_ours': median(warm, 'ours', 'server_ms_per_frame'), 'cpu_peer': median(warm, 'peer', 'server_ms_per_frame'), 'cpu_ratio': quotient(warm, 'server_ms_per_frame'),
            'raster_ours': median(warm, 'ours', 'raster_ms_per_frame'),
            # What the CPU ratio would be if our server cost nothing but the time of the host's rasterizer: all servers have the same pictures drawn.
            'raster_ratio': quotient(warm, 'raster_ms_per_frame', under='server_ms_per_frame'),
            'first_ours': median(warm, 'ours', 'first_ms'), 'first_peer': median(warm, 'peer', 'first_ms'), 'first_ratio': quotient(warm, 'first_ms'),
            'first_client_ours': median(cold, 'ours', 'first_ms'), 'first_client_peer': median(cold, 'peer', 'first_ms'),
            'peak_ours': median(warm, 'ours', 'peak_mib'), 'peak_peer': median(warm, 'peer', 'peak_mib'),
        }


def print_table(samples):
    table = list(rows(samples))
    for gl, clients in dict.fromkeys((r['gl'], r['clients']) for r in table):
        part = [r for r in table if r['gl'] == gl and r['clients'] == clients]
        print(f'\n{gl}, {clients} client{"s" if clients > 1 else ""} at once; medians, ratios are ours : peer, medians of paired rounds; floor: the CPU ratio if only the rasterizer cost anything')
        print(f'{"program":<44} {"frames/s":>9} {"peer":>9} {"ratio":>6} {"of host":>7}   {"CPU ms":>8} {"peer":>8} {"ratio":>6} {"floor":>6}   '
              f'{"first ms":>8} {"peer":>7} {"ratio":>6}   {"peak MiB":>8} {"peer":>5}')
        for r in part:
            print(f'{r["program"][:44]:<44} {show(r["fps_ours"], "9.1f"):>9} {show(r["fps_peer"], "9.1f"):>9} {show(r["fps_ratio"], "6.2f"):>6} {show(r["fps_of_host"], "7.2f"):>7}   '
                  f'{show(r["cpu_ours"], "8.3f"):>8} {show(r["cpu_peer"], "8.3f"):>8} {show(r["cpu_ratio"], "6.2f"):>6} {show(r["raster_ratio"], "6.2f"):>6}   '
                  f'{show(r["first_ours"], "8.0f"):>8} {show(r["first_peer"], "7.0f"):>7} {show(r["first_ratio"], "6.2f"):>6}   {show(r["peak_ours"], "8.0f"):>8} {show(r["peak_peer"], "5.0f"):>5}')
        for kind, chosen in (('glmark2', [r for r in part if r['program'].startswith('glmark2:')]), ('own programs', [r for r in part if not r['program'].startswith('glmark2:')])):
            means = {c: mean([r[c] for r in chosen if r[c]]) for c in ('fps_ratio', 'fps_of_host', 'cpu_ratio', 'raster_ratio', 'first_ratio')}
            if len(chosen) > 1:
                low = min((r for r in chosen if r['fps_ratio']), key=lambda r: r['fps_ratio'], default=None)
                print(f'geometric mean of {kind}: frames/s {show(means["fps_ratio"], ".2f")} (lowest {show(low and low["fps_ratio"], ".2f")}: {low["program"] if low else "-"}), '
                      f'of the host\'s own {show(means["fps_of_host"], ".2f")}, CPU {show(means["cpu_ratio"], ".2f")} (floor {show(means["raster_ratio"], ".2f")}), first frame {show(means["first_ratio"], ".2f")}')


def write_medians(samples, path):
    table = list(rows(samples))
    with open(path, 'w') as file:
        for number, row in enumerate(table):
            if number == 0:
                file.write('\t'.join(row) + '\n')
            file.write('\t'.join(f'{v:.4g}' if isinstance(v, float) else '' if v is None else str(v) for v in row.values()) + '\n')


def load(path):
    samples = []
    with open(path) as file:
        if file.readline().rstrip('\n').split('\t') != COLUMNS:
            raise ValueError(f'{path} holds no samples of this script: its first line is not the one expected')
        for line in file:
            if not line.endswith('\n'):
                break   # the last run was ended in the middle of a line
            fields = dict(zip(COLUMNS, line.rstrip('\n').split('\t')))
            for column in ('clients', 'round'):
                fields[column] = int(fields[column])
            for column in COLUMNS[5:]:
                fields[column] = float(fields[column]) if fields[column] else None
            samples.append(fields)
    return samples


def line(sample):
    return '\t'.join('' if sample[c] is None else f'{sample[c]:.6g}' if isinstance(sample[c], float) else str(sample[c]) for c in COLUMNS) + '\n'

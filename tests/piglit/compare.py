#!/usr/bin/env python3
"""compare.py RUN... --expect FILE... [--peer RUN...] [--unexpected FILE] [--quiet]

Compares piglit results (RUN: a result folder, whole or cut short; a later one counts for the tests it has) with what tests/expectations says: lines of
NAME (may hold *), RESULT (fail, crash, timeout, skip, flake; several with commas) and CAUSE, between tabs. What no line names must pass. Prints counts and
every difference; writes the names that did worse than expected to --unexpected. With --peer, the results of another server: what passes there must pass here.
Exit code 0 nothing is worse than expected, 1 something is.
"""
import argparse, bz2, collections, fnmatch, json, os, re, sys

GOOD = ('pass', 'warn')
ORDER = ('pass', 'warn', 'skip', 'fail', 'crash', 'timeout', 'incomplete')


def read_results(folder):
    results = {}
    files = [os.path.join(folder, name) for name in ('results.json.bz2', 'results.json') if os.path.exists(os.path.join(folder, name))]
    tests = os.path.join(folder, 'tests')
    if not files and os.path.isdir(tests):
        files = [os.path.join(tests, name) for name in sorted(os.listdir(tests), key=lambda name: int(re.sub(r'\D', '', name) or 0)) if name.endswith('.json')]
    if not files:
        sys.exit(f'compare.py: there are no results in {folder}')
    for path in files:
        with (bz2.open(path, 'rt') if path.endswith('bz2') else open(path)) as file:
            try:
                content = json.load(file)
            except ValueError:
                continue
        for name, result in content.get('tests', content).items():
            if result['result'] not in ('incomplete', 'notrun'):
                results[name] = result
    return results


class Expectations:
    """What may happen beside passing."""

    def __init__(self, paths):
        self.exact, self.globs, self.used = {}, [], set()
        for path in paths:
            with open(path) as file:
                for number, line in enumerate(file, 1):
                    if line.startswith('#') or not line.strip():
                        continue
                    parts = line.rstrip('\n').split('\t')
                    if len(parts) != 3 or not parts[2].strip() or set(parts[1].split(',')) - {'fail', 'crash', 'timeout', 'skip', 'flake'}:
                        sys.exit(f'{path}:{number}: wanted NAME, tab, RESULT[,RESULT], tab, CAUSE')
                    entry = (parts[0], set(parts[1].split(',')), parts[2])
                    if '*' in parts[0]:
                        self.globs.append((re.compile(fnmatch.translate(parts[0].replace('[', '[[]'))), entry))
                    else:
                        self.exact[parts[0]] = entry

    def find(self, name):
        entry = self.exact.get(name) or next((entry for pattern, entry in self.globs if pattern.match(name)), None)
        if entry:
            self.used.add(entry[0])
        return entry


def first_words(result):
    lines = ((result.get('err') or '') + '\n' + (result.get('out') or '')).split('\n')
    bad = [name for name, word in (result.get('subtests') or {}).items() if word in ('fail', 'crash')]
    said = next((line.strip() for line in lines if line.strip() and not line.startswith(('PIGLIT:', 'ATTENTION'))), '')
    return (f'[{len(bad)} subtests: {", ".join(bad[:2])}] ' if bad else '') + said[:120]


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument('runs', nargs='+')
    parser.add_argument('--expect', nargs='+', default=[])
    parser.add_argument('--peer', nargs='+', default=[])
    parser.add_argument('--unexpected')
    parser.add_argument('--quiet', action='store_true')
    options = parser.parse_args()

    results, peer = {}, {}
    for run in options.runs:
        results.update(read_results(run))
    for run in options.peer:
        peer.update(read_results(run))
    expectations = Expectations(options.expect)
    counts = collections.Counter(result['result'] for result in results.values())
    worse, better, known = [], [], collections.Counter()
    for name, result in sorted(results.items()):
        word, entry = result['result'], expectations.find(name)
        if word in GOOD:
            if entry and not entry[1] & {'flake'}:
                better.append((name, entry))
        elif entry and (word in entry[1] or 'flake' in entry[1]):
            known[entry[2]] += 1
        else:
            worse.append((name, word, entry, result))

    lost = [(name, results[name]['result']) for name in sorted(peer) if peer[name]['result'] in GOOD and name in results and results[name]['result'] not in GOOD]
    won = [name for name in sorted(peer) if peer[name]['result'] in ('fail', 'crash', 'timeout') and name in results and results[name]['result'] in GOOD]
    if not options.quiet:
        print(f'{len(results)} tests: ' + ', '.join(f'{counts[word]} {word}' for word in ORDER if counts[word]))
        for cause, number in known.most_common():
            print(f'  as expected {number:5}  {cause}')
        for name, entry in better:
            print(f'  BETTER  {name}: passes, expected {",".join(sorted(entry[1]))} ({entry[2]})')
    for name, word, entry, result in worse:
        print(f'  WORSE   {name}: {word}, expected {",".join(sorted(entry[1])) if entry else "pass"}. {first_words(result)}')
    if peer:
        peers = collections.Counter(result['result'] for result in peer.values())
        print(f'peer, {len(peer)} tests: ' + ', '.join(f'{peers[word]} {word}' for word in ORDER if peers[word]))
        for name, word in lost:
            print(f'  LOST    {name}: {word}, passes on the peer')
        for name in won:
            print(f'  WON     {name}: passes, {peer[name]["result"]} on the peer')
        print(f'{len(lost)} pass only on the peer, {len(won)} fail only there')
    if options.unexpected:
        with open(options.unexpected, 'w') as file:
            file.writelines(f'{name}\n' for name, *_ in worse)
    print(f'{len(worse)} worse than expected, {len(better)} better')
    return 1 if worse or lost else 0


if __name__ == '__main__':
    sys.exit(main())

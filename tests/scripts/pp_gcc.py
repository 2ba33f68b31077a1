"""Compares `stoa dump --tokens --exact` with `gcc -E`; called by pp_gcc.sh with the program and the source folder."""
import glob, os, re, subprocess, sys, tempfile

stoa, src = sys.argv[1:3]
TOKEN = re.compile(r'(?:u8|[LuU])?"(?:\\.|[^"\\\n])*"|(?:u8|[LuU])?\'(?:\\.|[^\'\\\n])*\'|\.?\d(?:[eEpP][+-]|[\w.])*'
                   r'|[A-Za-z_$\x80-\xff][\w$\x80-\xff]*|\.\.\.|<<=|>>=|->|::|<<|>>|&&|\|\||\+\+|--|[<>=!+\-*/%&|^]=|##|\S')


def tokens(command):
    text = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.decode('latin1')
    text = re.sub(r'^(\s*#[^\n]*|\d+:)', '', text, flags=re.M)  # line markers, pragmas, the dump's line numbers
    return TOKEN.findall(text)


def fake_system(folder):
    for path in glob.glob(src + '/src/*/*.[ch]') + glob.glob(src + '/include/*/*.h') + glob.glob(src + '/tests/pp/*'):
        for name in re.findall(r'^#\s*include\s*<([^>]+)>', open(path, encoding='latin1').read(), flags=re.M):
            os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
            open(os.path.join(folder, name), 'w').close()


with tempfile.TemporaryDirectory() as system:
    fake_system(system)
    compared = failed = 0
    for path in sorted(glob.glob(src + '/tests/pp/*.c')) + sorted(glob.glob(src + '/src/*/*.c')):
        include = src + ('/tests/pp' if '/tests/pp/' in path else '/src')
        common = ['-I' + include, '-I' + src + '/include', '-D_GNU_SOURCE', '-DSTOA_VERSION="0"']
        wanted = tokens(['gcc', '-E', '-P', '-undef', '-nostdinc', '-isystem', system] + common + [path])
        got = tokens([stoa, 'dump', '--tokens', '--exact', '--no-contracts', '-D__STDC_VERSION__=201710L',
                      '-D__STDC_HOSTED__=1'] + common + [path])
        compared += 1
        if got != wanted:
            failed += 1
            at = next((i for i, (a, b) in enumerate(zip(wanted, got)) if a != b), min(len(got), len(wanted)))
            print('%s: token %d of %d differs\n  gcc:  %s\n  stoa: %s' % (
                path, at, len(wanted), ' '.join(wanted[max(0, at - 6):at + 6]), ' '.join(got[max(0, at - 6):at + 6])))
    print('%d files compared, %d differ' % (compared, failed))
    sys.exit(failed > 0 or compared <= 20)

# Completion of stoa for bash. Its options are compared with `stoa help` by tests/scripts/cli-docs.sh.

_stoa() {
    local word=$2 previous=$3 command='' i
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
        review | checks | explain | dump | help | version)
            command=${COMP_WORDS[i]}
            break
            ;;
        esac
    done

    case $previous in
    --format)
        COMPREPLY=($(compgen -W 'text markdown json sarif' -- "$word"))
        return
        ;;
    --severity)
        COMPREPLY=($(compgen -W 'note low medium high critical' -- "$word"))
        return
        ;;
    --fail-on)
        COMPREPLY=($(compgen -W 'note low medium high critical none' -- "$word"))
        return
        ;;
    --pillar)
        COMPREPLY=($(compgen -W '284 435 664 682 691 693 697 703 707 710' -- "$word"))
        return
        ;;
    --check)
        COMPREPLY=($(compgen -W "$(stoa checks --color never 2>/dev/null | awk '/^  CWE-/ { print $2 }')" -- "$word"))
        return
        ;;
    --lang)
        COMPREPLY=($(compgen -W 'c c++' -- "$word"))
        return
        ;;
    --color)
        COMPREPLY=($(compgen -W 'auto always never' -- "$word"))
        return
        ;;
    --include-dir | -I)
        COMPREPLY=($(compgen -d -- "$word"))
        return
        ;;
    --output | -o | --compile-commands)
        COMPREPLY=($(compgen -f -- "$word"))
        return
        ;;
    --cwe | --fuel | --jobs | -j | --define | -D | --undefine | -U | --exclude)
        return
        ;;
    esac

    local options
    case $command in
    checks)
        options='--format --pillar --cwe --check --color --help --version'
        ;;
    explain)
        options='--color --help --version'
        ;;
    dump)
        options='--jobs --lang --compile-commands --no-compile-commands --define --undefine --include-dir --exclude
            --skip-vendored --no-ignore --tokens --tree --ir --entities --states --exact --no-contracts --stats --quiet --help
            --version'
        ;;
    help | version)
        options='--help --version'
        ;;
    *)
        options='--format --output --pillar --cwe --check --severity --fail-on --jobs --lang --compile-commands
            --no-compile-commands --define --undefine --include-dir --exclude --skip-vendored --no-ignore --fuel
            --no-solver --stats --color --no-progress --quiet --help --version'
        ;;
    esac
    if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$word"))
        return
    fi
    case $command in
    '')
        COMPREPLY=($(compgen -W 'review checks explain dump help version' -- "$word") $(compgen -f -- "$word"))
        ;;
    help)
        COMPREPLY=($(compgen -W 'review checks explain dump help version' -- "$word"))
        ;;
    explain)
        COMPREPLY=($(compgen -W "$(stoa checks --color never 2>/dev/null | awk '/^  CWE-/ { print $2 }')" -- "$word"))
        ;;
    review | dump)
        COMPREPLY=($(compgen -f -- "$word"))
        ;;
    esac
}

complete -o filenames -F _stoa stoa

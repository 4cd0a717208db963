/// Completion scripts for a command whose subcommand `run` may be left out: `curate recipe.yaml --only …`.
///
/// The scripts that the argument parser generates offer nothing after a first word that is no subcommand. Where one
/// stands, or is being typed, what is added here completes the words as those of `run`.
enum CompletionScript {
  /// - Parameters:
  ///   - generated: what the argument parser has generated.
  ///   - subcommands: their names.
  static func withDefaultSubcommand(_ generated: String, subcommands: [String]) -> String {
    let names = (subcommands + ["help"]).joined(separator: " ")
    if generated.hasPrefix("#compdef") {
      // The last lines call the function, so its other definition comes before them.
      let call = "\nif [[ \"${funcstack[1]}\""
      let parts = generated.split(separator: call, maxSplits: 1)
      return parts.joined(separator: "\n" + zsh(names) + call) + "\n"
    }
    return generated + "\n\n" + (generated.hasPrefix("function") ? fish(names) : bash(names))
  }

  private static func bash(_ names: String) -> String {
    """
    _curate_or_run() {
        local first="${COMP_WORDS[1]}"
        if [[ "${COMP_CWORD}" -eq 1 || " \(names) " == *" ${first} "* ]]; then
            _curate "${@}"
            [[ "${COMP_CWORD}" -gt 1 ]] && return
        fi
        local -a COMP_WORDS=("${COMP_WORDS[0]}" run "${COMP_WORDS[@]:1}")
        local -i COMP_CWORD="$((COMP_CWORD + 1))" COMP_POINT="$((COMP_POINT + 4))"
        local COMP_LINE="${COMP_WORDS[0]} run${COMP_LINE#"${COMP_WORDS[0]}"}"
        _curate "${@}"
    }
    complete -o filenames -F _curate_or_run curate

    """
  }

  private static func zsh(_ names: String) -> String {
    """
    functions[_curate_named]="${functions[_curate]}"
    _curate() {
        local -i ret=1
        if (( CURRENT == 2 )) || [[ " \(names) " == *" ${words[2]} "* ]]; then
            _curate_named "${@}" && ret=0
            (( CURRENT > 2 )) && return "${ret}"
        fi
        words=("${words[1]}" run "${(@)words[2,-1]}")
        (( CURRENT++ ))
        _curate_named "${@}" && ret=0
        return "${ret}"
    }

    """
  }

  private static func fish(_ names: String) -> String {
    """
    functions -c __curate_tokens __curate_written_tokens
    function __curate_tokens
        set -l tokens (__curate_written_tokens $argv)
        if string match -q -- '-p*' $argv[1]; and not contains -- "$tokens[2]" \(names)
            # An option without a subcommand before it is one of 'run'.
            if test (count $tokens) -ge 2; or string match -q -- '-*' (commandline -t)
                set tokens $tokens[1] run $tokens[2..]
            end
        end
        string join \\n -- $tokens
    end
    complete -c 'curate' -n 'test (count (__curate_written_tokens -pc)) -eq 1' -fa '(__curate_first_words)'
    function __curate_first_words
        set -l token (commandline -t)
        for path in $token*.{yaml,yml,md,markdown}
            echo $path
        end
        __curate_complete_directories
    end

    """
  }
}

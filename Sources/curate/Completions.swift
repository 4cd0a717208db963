import ArgumentParser
import CurateCore
import CuratePipeline
import CurateStages

/// The completions of arguments. A completion must be fast and must not fail; it returns no candidates on any error.
extension CompletionKind {
  static let recipes = file(extensions: ["yaml", "yml"])

  /// Recipes, and lists to clean with the built-in recipe.
  static let recipesAndLists = file(extensions: ["yaml", "yml", "md", "markdown"])

  static let lists = file(extensions: ["md", "markdown"])

  static let stageNames = custom { _, _, _ in
    ((try? StageCatalog.described()) ?? .builtIn).entries.map(\.manual.name)
  }

  /// The ids of the stages in the recipe on the command line, or in the built-in recipe.
  static let stageIDs = custom { words, _, _ in recipe(among: words).map { $0.stages.map(\.id.value) } ?? [] }

  /// `stage.option=` for each option of the stages in that recipe.
  static let settings = custom { words, _, _ in
    let uses = recipe(among: words)?.stages ?? []
    let catalog = (try? StageCatalog.described()) ?? .builtIn
    return uses.flatMap { use in
      (catalog[use.uses.value]?.options ?? []).map { "\(use.id.value).\($0.name)=" }
    }
  }

  private static func recipe(among words: [String]) -> Recipe? {
    for word in words where word.hasSuffix(".yaml") || word.hasSuffix(".yml") {
      if let recipe = try? Recipe.load(path: word) { return recipe }
    }
    return try? Recipe.builtIn()
  }
}

/// Completion scripts for a command whose subcommand `run` is optional: `curate recipe.yaml --only …`.
///
/// The scripts that the argument parser generates offer nothing if the first word is not a subcommand. The functions added
/// here complete such a line as the arguments of `run`.
enum CompletionScript {
  /// Returns the generated script with the functions for the optional `run` added.
  ///
  /// - Parameters:
  ///   - generated: the script of the argument parser.
  ///   - subcommands: the names of the subcommands.
  static func withDefaultSubcommand(_ generated: String, subcommands: [String]) -> String {
    let names = (subcommands + ["help"]).joined(separator: " ")
    if generated.hasPrefix("#compdef") {
      // The last lines call the function, so the new definition must precede them.
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
            # An option without a subcommand before it belongs to 'run'.
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

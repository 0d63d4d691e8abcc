/** Text of --help. */
export const usage: string = `Usage: np6-codegen generate|check --spec <file> [--types <file>] [--operations <file>] [--guards <file>]
                   [--validators <file>] [--methods <file>] [--command <text>] [--root <folder>]
       np6-codegen check --against <package> --spec <file|URL>

Generates TypeScript from an OpenAPI document: YAML or JSON, 3.0, 3.1 or 3.2, one file or many.

  generate             write the files whose content changes
  check                write nothing; exit with 1 if a file differs from the generated content

  --spec <file>        the OpenAPI document; references to files are followed, references to URLs are refused
  --types <file>       types of all paths, operations and components
  --operations <file>  table of the operations, which a client reads at run time
  --guards <file>      type guards for unions with a variant for unknown values; needs --types
  --validators <file>  functions that check JSON bodies at run time
  --methods <file>     signatures of a client's methods, one per operation; needs --types
  --command <text>     the command that regenerates the files, for the banner and messages
  --against <package>  compare the document, or the document at a URL, with the one of an installed package
  --root <folder>      folder that contains all files of the document; default: the document's folder
  --max-bytes <n>, --max-depth <n>, --max-values <n>
                       limits of a file: size in bytes (default 33554432), levels of nesting (500), values after YAML
                       aliases are expanded (3000000)
  --help               show this text
  --version            show the version

Name at least one output. Exit codes: 0 success; 1 an error, or a file differs. With --against: 0 the package matches;
1 it does not match; 2 it cannot be compared.
`;

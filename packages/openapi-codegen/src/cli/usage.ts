/** Text of --help. */
export const usage: string = `Usage: np6-codegen generate|check --spec <file> [--types <file>] [--operations <file>] [--guards <file>]
                   [--validators <file>] [--methods <file>] [--command <text>] [--root <folder>]
       np6-codegen check --against <package> --spec <file|URL>

Turns an OpenAPI document (YAML or JSON, 3.0, 3.1 or 3.2, one file or many) into TypeScript.

  generate             write the files; one that would not change is not touched
  check                write nothing; fail when a file is not what the document gives

  --spec <file>        the OpenAPI document; files it refers to are read, URLs are not
  --types <file>       types of all paths, operations and components
  --operations <file>  table of what each operation needs to know at run time
  --guards <file>      type guards for unions with a variant for unknown values; needs --types
  --validators <file>  functions that check JSON bodies at run time
  --methods <file>     signature of a client's method per operation; needs --types
  --command <text>     command that regenerates, for the banner and messages
  --against <package>  instead of files: whether this installed package is what the document, here also a URL, gives
  --root <folder>      the document refers to files in this folder only; by default in its own
  --max-bytes <n>, --max-depth <n>, --max-values <n>
                       limits of a file: its size (default 33554432), objects and lists in each other (500), values
                       with YAML aliases written out (3000000)
  --help               show this
  --version            show the version

Give at least one output. Exit code: 0 when all is well, 1 otherwise. With --against: 0 when the package matches, 1 when
it does not, 2 when that cannot be told.
`;

/** The text of `np6-mock --help`. */
export const helpText = `Usage: np6-mock [options]

Starts a mock of the NP6 API on this machine and logs each request. Ctrl-C stops it.

Options:
  --port <number>      port to listen on; default 0, a free one
  --host <address>     address to listen on; default 127.0.0.1, which only this machine can reach
  --spec <file>        bundled OpenAPI document (JSON or YAML); default: that of the NP6 API
  --scenario <text>    what production does to a client, such as conflict or rate-limit,limit=5 or
                       reset-after,operation=executeWorkflow,times=1 or, by chance and the same in each run,
                       reset-after,probability=0.02,seed=7; may be given several times
  --latency <ms>       answer after so many milliseconds, or between two: 200-800
  --seed <number>      generate answers from the schemas; the same number generates the same ones
  --stateful           remember what is created, changed and deleted
  --cors               let pages of any origin call it; the real API documents no CORS
  --base-path <path>   path of a gateway before the API's own, such as /gateway/np6
  --record <file.har>  write what goes over the wire to a HAR file, without the key; an older file is replaced
  --no-record-bodies   leave the bodies out of that file: they can speak of persons
  --replay <file.har>  answer from such a file, or a browser's, in place of the document's examples
  --proxy <url>        pass requests on to a real API and report what differs from the document
  --help               show this text
  --version            show the version
`;

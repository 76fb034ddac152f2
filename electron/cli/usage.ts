export const USAGE = `Quorum on the command line.

  npm run -s quorum -- convert IN OUT [options]

Reads a meeting from IN (.md .html .json .quorum) and writes it to OUT (.md .html .json .quorum .pdf).
OUT may be - for standard output; then --to says the format.

  --to FORMAT          md, html, json, quorum or pdf, whatever OUT is called
  --zone NAME          time zone of the meeting, e.g. America/Phoenix; it is never guessed
  --agenda             write the agenda instead of the minutes (html, pdf, md)
  --days 1,3           only these days (html, pdf, md)
  --paper A4|Letter    paper of html and pdf; A4 is usual
  --no-preparation     leave out preparation notes (html, pdf, md)
  --dial-in            show phone numbers and access details (--no-dial-in hides them)
  --status TEXT        e.g. "Minutes v2" instead of "Draft minutes"
  --help, --version

What was understood and what was not goes to standard error. A PDF is printed by Chromium or Chrome; QUORUM_CHROMIUM names
one that is in no usual place. The form of .json and .quorum is described in shared/publish/meeting-json.md.

Exit code: 0 done; 2 cannot be done, with one line that says why.
`;

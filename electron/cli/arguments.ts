// The command line in words: what was asked for, or why it makes no sense. Reads no file and touches nothing.

import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { TimeZone } from '../../shared/domain/time.ts';
import { isTimeZone } from '../../shared/domain/zones.ts';
import type { Paper, PublishWhat } from '../../shared/publish/publish-options.ts';
import { FORMATS, type Format, formatOf, isReadable } from './formats.ts';

export interface ConvertCommand {
  readonly kind: 'convert';
  readonly input: string;
  /** `null` is standard output. */
  readonly output: string | null;
  readonly format: Format;
  readonly zone: TimeZone | null;
  readonly what: PublishWhat;
  readonly paper: Paper;
  readonly preparation: boolean;
  /** `null` leaves it to what is usual for minutes and agendas. */
  readonly dialIn: boolean | null;
  readonly status: string | null;
  /** Numbers of days from 1; `null` is all. */
  readonly days: readonly number[] | null;
}

export type Command = ConvertCommand | { readonly kind: 'help' } | { readonly kind: 'version' };

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  to: { type: 'string' },
  zone: { type: 'string' },
  agenda: { type: 'boolean' },
  paper: { type: 'string' },
  preparation: { type: 'boolean' },
  'dial-in': { type: 'boolean' },
  status: { type: 'string' },
  days: { type: 'string' },
} as const;

type Values = ReturnType<typeof parse>['values'];

export function readArguments(args: readonly string[]): Result<Command, string> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    // parseArgs explains itself in its first sentence; the rest is advice on quoting.
    if (error instanceof TypeError) return fail(error.message.split('. ')[0] ?? error.message);
    throw error;
  }
  const { values, positionals } = parsed;
  if (values.help) return ok({ kind: 'help' });
  if (values.version) return ok({ kind: 'version' });
  const [command, input, output, ...more] = positionals;
  if (command === undefined) return fail('Nothing to do. Try: quorum convert IN OUT');
  if (command !== 'convert') return fail(`There is no command '${command}'. There is: convert`);
  if (input === undefined || output === undefined || more.length > 0) {
    return fail(`convert takes two files, IN and OUT; it was given ${positionals.length - 1}.`);
  }
  return readConvert(input, output, values);
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, allowNegative: true });
}

function readConvert(input: string, output: string, values: Values): Result<Command, string> {
  const from = formatOf(input);
  if (from === null || !isReadable(from)) {
    return fail(`${input}: cannot read this kind of file. It must end in .md, .html, .json or .quorum.`);
  }
  const format = readFormat(output, values.to);
  if (!format.ok) return format;
  const { zone, paper = 'A4' } = values;
  if (zone !== undefined && !isTimeZone(zone)) {
    return fail(`--zone: '${zone}' is no time zone. It takes a name like America/Phoenix.`);
  }
  const sheet = readPaper(paper);
  if (sheet === null) return fail(`--paper: '${paper}' is not known. It takes A4 or Letter.`);
  const days = readDays(values.days);
  if (!days.ok) return days;
  return ok({
    kind: 'convert',
    input,
    output: output === '-' ? null : output,
    format: format.value,
    zone: zone ?? null,
    what: values.agenda ? 'agenda' : 'minutes',
    paper: sheet,
    preparation: values.preparation ?? true,
    dialIn: values['dial-in'] ?? null,
    status: values.status ?? null,
    days: days.value,
  });
}

function readFormat(output: string, to: string | undefined): Result<Format, string> {
  if (to !== undefined) {
    const named = formatOf(`.${to}`);
    return named ? ok(named) : fail(`--to: '${to}' is not known. It takes ${FORMATS.join(', ')}.`);
  }
  if (output === '-')
    return fail('Standard output has no file name: say which format with --to, e.g. --to json.');
  const format = formatOf(output);
  if (format) return ok(format);
  return fail(
    `${output}: cannot write this kind of file. It must end in ${FORMATS.map((f) => `.${f}`).join(', ')}.`,
  );
}

function readPaper(text: string): Paper | null {
  const name = text.toLowerCase();
  return name === 'a4' ? 'A4' : name === 'letter' ? 'Letter' : null;
}

function readDays(text: string | undefined): Result<readonly number[] | null, string> {
  if (text === undefined) return ok(null);
  const numbers = text.split(',').map((part) => (/^\s*\d{1,4}\s*$/u.test(part) ? Number(part) : 0));
  return numbers.every((n) => n > 0) ? ok(numbers) : fail(`--days: '${text}' is no list of days like 1,3.`);
}

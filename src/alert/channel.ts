/** What every alert channel is: how it asks for one message, and how it reads the answer. One file a channel. */
import type { Announcement } from '../model/audit.ts';
import type { AlertTarget, Language } from '../model/plan.ts';
import type { Prose } from '../report/prose.ts';

/** What one channel is told in one run: a single message. Values in the prose are hostile text. */
export interface Alert {
  /** One line of our own words; begins with 'pip-mirror-select', for robots that demand a keyword. */
  readonly title: string;
  /** The worst of the lines: the colour of cards. */
  readonly severity: Severity;
  /** Most urgent first. */
  readonly lines: readonly AlertLine[];
  /** Last line in place of `count` lines that found no room. */
  readonly more: (count: number) => string;
  /** Page of the run and the text of the link; null on a desk. */
  readonly link: { readonly url: string; readonly text: string } | null;
  readonly language: Language;
  /** 'owner/name'; empty where unknown. */
  readonly repository: string;
}

export type Severity = 'bad' | 'soon' | 'good';

export interface AlertLine {
  readonly severity: Severity;
  readonly text: Prose;
  /** The same as data. */
  readonly announcement: Announcement;
}

/** One POST of JSON. The URL is a secret. */
export interface ChannelRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface ChannelAnswer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Its beginning, at most 64 KiB. Hostile text. */
  readonly body: string;
}

/** What the answer means. `code` is a short word for people, made of digits and our own letters. */
export type Delivery =
  | { readonly state: 'delivered' }
  /** Worth another try in this run; `afterMs` where the service named a time. */
  | { readonly state: 'busy'; readonly code: string; readonly afterMs: number | null }
  /** The service asks for more patience than a run has: the next audit tells it. */
  | { readonly state: 'limited'; readonly code: string }
  /** Will not work until somebody changes something. */
  | { readonly state: 'refused'; readonly code: string };

export interface AlertChannel {
  /** The whole message, cut at the channel's limits and signed for `now` (epoch milliseconds). */
  readonly request: (alert: Alert, target: AlertTarget, now: number) => ChannelRequest;
  readonly delivery: (answer: ChannelAnswer) => Delivery;
}

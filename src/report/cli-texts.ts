/** Prose of the command line, apart from the action's: its bundle does not carry it. */
import type { Language } from '../model/plan.ts';
import type { CliTexts } from './messages/cli-catalogue.ts';
import { cli as en } from './messages/en/cli.ts';
import { cli as zh } from './messages/zh-cn/cli.ts';

export function cliTextsOf(language: Language): CliTexts {
  return language === 'zh-CN' ? zh : en;
}

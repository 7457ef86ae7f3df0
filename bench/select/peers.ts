/** All peers of the comparison. */
import type { Peer } from './peer.ts';
import { chsrc } from './peers/chsrc.ts';
import { fastAptMirror } from './peers/fast-apt-mirror.ts';
import { latencyOnly } from './peers/latency-only.ts';
import { rateMirrors } from './peers/rate-mirrors.ts';
import { shellRecipe } from './peers/shell-recipe.ts';

export const PEERS: readonly Peer[] = [shellRecipe, latencyOnly, fastAptMirror, rateMirrors, chsrc];

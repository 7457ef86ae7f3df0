import { startMain } from '../shared/index.js';

await startMain();

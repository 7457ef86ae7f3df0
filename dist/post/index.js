import { startPost } from '../shared/index.js';

await startPost();

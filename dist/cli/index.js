#!/usr/bin/env node
import { startCli } from '../shared/index.js';

await startCli();

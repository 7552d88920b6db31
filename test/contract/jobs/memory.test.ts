import { createMemoryJobs } from '@parley/core/signals';
import { describeJobs } from './suite.js';

describeJobs('memory', () => {
  const jobs = createMemoryJobs({ graceMs: 200 });
  return Promise.resolve({ jobs, dispose: () => jobs.close() });
});

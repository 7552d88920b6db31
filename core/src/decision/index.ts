export * from './choose-flow.js';
export * from './person-needed.js';

export * from './choose-flow.js';

export * from './choose-flow.js';
export * from './person-needed.js';
export * from './several-wishes.js';

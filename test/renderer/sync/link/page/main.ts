import * as pairs from './pair.ts';

pairs.watchConnections();
window.links = pairs;

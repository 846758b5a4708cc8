import './actor.ts';
import './affiliation.ts';
import './attribution-step.ts';
import './codebook.ts';
import './citation.ts';
import './comparison.ts';
import './condition.ts';
import './correspondent.ts';
import './document.ts';
import './evidence.ts';
import './passage.ts';
import './position.ts';
import './revision.ts';
import './scalars.ts';
import './search.ts';
import { builder } from './builder.ts';

export const schema = builder.toSchema();

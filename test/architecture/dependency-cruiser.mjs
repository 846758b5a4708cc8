import { OPTIONS, roomRules } from './room-rules.mjs';

export default { forbidden: roomRules(), options: OPTIONS };

import { OPTIONS, roomRules } from './room-rules.ts';

export default { forbidden: roomRules(), options: OPTIONS };

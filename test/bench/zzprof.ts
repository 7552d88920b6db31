import { Session } from 'node:inspector';
import { writeFileSync } from 'node:fs';
const session = new Session(); session.connect();
session.post('Profiler.enable'); session.post('Profiler.setSamplingInterval',{interval:500});
setTimeout(()=>{session.post('Profiler.start');
setTimeout(()=>session.post('Profiler.stop',(e,r)=>writeFileSync('/tmp/prof/a.cpuprofile',JSON.stringify(r!.profile))),7000)},8000);
await import('../../plugins/service/src/main.js');

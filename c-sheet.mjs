import { chromium } from 'playwright-core'; import { findBrowser } from './test/support/browser-binary.ts'; import fs from 'node:fs';
const [,,prefix,from,n,out,cw='300']=process.argv;
const fsz=fs.readdirSync('/tmp/c-shots').filter(f=>f.startsWith(prefix+'-')).sort((a,b)=>fs.statSync('/tmp/c-shots/'+a).mtimeMs-fs.statSync('/tmp/c-shots/'+b).mtimeMs).slice(+from,+from+ +n);
fs.writeFileSync('/tmp/c-sheet.html','<body style="margin:4px;display:flex;flex-wrap:wrap;gap:6px;font:11px sans-serif">'+fsz.map(f=>`<div style="width:${cw}px"><b>${f}</b><br><img style="width:${cw}px" src="file:///tmp/c-shots/${f}"></div>`).join(''));
const b=findBrowser(); const browser=await chromium.launch({executablePath:b.path,env:{...process.env,...b.env},args:['--no-sandbox']});
const p=await browser.newPage({viewport:{width:(+cw+7)*6+10,height:800}}); await p.goto('file:///tmp/c-sheet.html'); await p.screenshot({path:out,fullPage:true}); await browser.close();

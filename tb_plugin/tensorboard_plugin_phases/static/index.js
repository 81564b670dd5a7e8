// Built by tb_plugin/frontend (npm ci && npm run build); edit the sources there.
var N,wr,js,ft,bn,ke,vr,xe,kr,wn,xn,Gs,Kt=Symbol.for("pv"),Me={},Se=[],Qs=/^m(i|n|o|s|text|space)$/,vn=Array.isArray,Mr=Se.slice,wt=Object.assign;function xt(t){t&&t.parentNode&&t.remove()}function we(t,e,n,r,o){var i={type:t,props:e,key:n,ref:r,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Kt,__v:o||++wr,__i:-1,__u:0};return!o&&N.vnode&&N.vnode(i),i}function $(t){return t.children}function Lt(t,e){this.props=t,this.context=e,this.__g=0}function pt(t,e){if(e==null)return t.__&&pt(t.__,t.__i+1);for(var n;e<t.__k.length;e++)if((n=t.__k[e])&&n.__e)return n.__e;return typeof t.type!="function"||t.props.__P?null:pt(t)}function Ws(t){var e,n=t.__v,r=n.__e,o=[],i=[],s=t.__P;s&&((e=wt({constructor:Kt},n)).__v=n.__v+1,N.vnode&&N.vnode(e),kn(s,e,n,t.__n,s.namespaceURI,32&n.__u?[r]:null,o,r||pt(n),32&n.__u,i),e.__v=n.__v,e.__.__k[e.__i]=e,Ar(o,e,i),n.__=n.__e=null,e.__e!=r&&Sr(e))}function Sr(t){if((t=t.__)&&t.__c&&!t.props.__P)return t.__e=null,t.__k.some(function(e){return e&&(t.__e=e.__e)}),Sr(t)}function br(t){(8&t.__g||(t.__g|=8,ft.push(t),ke++))&&bn==N.debounceRendering||((bn=N.debounceRendering)||queueMicrotask)(Rr)}function Rr(){try{for(var t,e=1;ft.length;)ft.length>e&&ft.sort(vr),t=ft.shift(),e=ft.length,8&t.__g&&Ws(t)}finally{(ke=ft.length)&&(bn||queueMicrotask)(Rr)}}function $r(t,e,n,r,o,i,s,u,c,l,f){var p,m,h,d,_,g,x=r.__k||Se,y=e.length;for(c=Xs(n,e,x,c,y),p=0;p<y;p++)(h=n.__k[p])!=null&&(m=~h.__i&&x[h.__i]||Me,h.__i=p,g=kn(t,h,m,o,i,s,u,c,l,f),d=h.__e,(m.ref!=h.ref||8&m.__u)&&(m.ref&&Mn(m.ref,null,h,m),h.ref&&f.push(h.ref,h.__c||d,h)),_=_||d,4&h.__u?(c=Pr(h,c,t,!m.__v),m.__e&&(m.__e=null)):typeof h.type=="function"&&g!==void 0?c=g:d&&(c=d.nextSibling),h.__u&=-21);return n.__e=_,c}function Xs(t,e,n,r,o){var i,s,u,c,l,f,p,m,h,d=n.length,_=d,g=0,x=0,y=t.__k=Array(o);for(i=0;i<o;i++)(s=e[i])!=null&&typeof s!="boolean"&&typeof s!="function"?(typeof s!="object"||s.constructor===String?s=y[i]=we(null,s):vn(s)?s=y[i]=we($,{children:s}):s.constructor===Kt&&s.__b?s=y[i]=we(s.type,s.props,s.key,s.ref,s.__v):y[i]=s,c=i+g,s.__=t,s.__b=t.__b+1,u=null,~(l=s.__i=Ks(s,n,c,_))&&(_--,(u=n[l])&&(u.__u|=2)),u&&u.__v?(s.__u|=16,l==c-1?g--:l==c+1?g++:l!=c&&(l>c?g--:g++,x=1)):(~l||(o>d?g--:o<d&&g++),typeof s.type!="function"&&(s.__u|=4))):y[i]=null;if(x){for(f=[],p=[],i=0;i<o;i++)if((s=y[i])&&16&s.__u){for(g=0,m=f.length;g<m;)f[h=g+m>>1]<s.__i?g=h+1:m=h;f[g]=s.__i,p[i]=g+1}for(g=f.length;i--;)p[i]&&(p[i]==g?g--:y[i].__u|=4)}if(_)for(i=0;i<d;i++)!(u=n[i])||2&u.__u||(u.__e==r&&(r=pt(u)),Sn(u,u));return r}function Pr(t,e,n,r){var o,i,s,u;if(typeof t.type=="function"){if(t.props.__P)return e;if(o=t.__k)for(i=0;i<o.length;i++)o[i]&&(o[i].__=t,e=Pr(o[i],e,n,!1));return e}for(e&&!e.parentNode&&(e=pt(t))&&!e.parentNode&&(e=null),s=t.__e,u=e;u&&u.nodeType==8;)u=u.nextSibling;for(s!=u&&(!r&&n.moveBefore&&s.parentNode?n.moveBefore(s,e):n.insertBefore(s,e||null)),e=s;(e=e&&e.nextSibling)&&e.nodeType==8&&!e.data.startsWith("$s"););return e}function Ks(t,e,n,r){var o,i=t.key,s=t.type,u=e[n],c=u&&!(2&u.__u);if(u===null&&i==null||c&&i==u.key&&s==u.type)return n;if(r>(c?1:0)){for(o=n-1;o>=0;o--)if((u=e[o])&&!(2&u.__u)&&i==u.key&&s==u.type)return o;for(o=n+1;o<e.length;o++)if((u=e[o])&&!(2&u.__u)&&i==u.key&&s==u.type)return o}return-1}function xr(t,e,n){n==null&&(n=""),e[0]=="-"?t.setProperty(e,n):t[e]=n}function be(t,e,n,r,o){var i,s;if(e=="style")if(typeof n=="string")t.style.cssText=n;else{if(typeof r=="string"&&(t.style.cssText=r=""),r)for(e in r)n&&e in n||xr(t.style,e);if(n)for(e in n)r&&n[e]==r[e]||xr(t.style,e,n[e])}else if(e[0]=="o"&&e[1]=="n")typeof n!="function"&&(n=null),typeof r!="function"&&(r=null),(t.__e||(t.__e={}))[e]=n,n&&r||(s=xn[e]||(xn[e]=Ys(e)),(t.__a||(t.__a={}))[e]=wn,i=e!=(e=e.replace(kr,"$1")),(e=e.slice(2))[0]<"a"&&(e=e.toLowerCase()),n?t.addEventListener(e,s,i):t.removeEventListener(e,s,i));else{if(o=="http://www.w3.org/2000/svg")e=e.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(e!="width"&&e!="height"&&e!="href"&&e!="list"&&e!="form"&&e!="tabIndex"&&e!="download"&&e!="rowSpan"&&e!="colSpan"&&e!="role"&&e!="popover"&&e in t)try{return void(t[e]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&e[4]!="-"?t.removeAttribute(e):t.setAttribute(e,e=="popover"&&n==1?"":n)}}function Ys(t){return function(e){var n=this.__e;if(n){if(n=n[t],e[xe]==null)e[xe]=wn++;else if(e[xe]<this.__a[t])return;return n(N.event?N.event(e):e)}}}function kn(t,e,n,r,o,i,s,u,c,l){var f,p,m,h,d,_,g,x,y,v,b,w,k,C,P,O,L,tt,S=e.type;if(e.constructor!==Kt)return null;128&n.__u&&(c=32&n.__u,f=n.__c.__z)&&(e.__u|=c,p=i=[],f.nodeType==8?u=ve(f,i):i.push(f),u=i[0]||u),(f=N.__b)&&f(e);t:if(typeof S=="function"){m=s.length;try{if(x=e.props,y=(f=S.prototype)&&f.render,v=(f=S.contextType)&&r[f.__c],b=f?v?v.props.value:f.__:r,(h=n.__c)?(e.__c=h,2&h.__g&&(h.__g|=1)):(y?e.__c=h=new S(x,b):(e.__c=h=new Lt(x,b),h.constructor=S,h.render=Zs),v&&v.sub(h),h.state||(h.state={}),h.__n=r,h.__g|=8,h.__h=[],h.__k=[]),y&&(h.__s||(h.__s=h.state),S.getDerivedStateFromProps&&(h.__s==h.state&&(h.__s=wt({},h.__s)),wt(h.__s,S.getDerivedStateFromProps(x,h.__s)))),d=h.props,_=h.state,h.__v=e,n.__c){if(x!==d&&y&&!S.getDerivedStateFromProps&&h.componentWillReceiveProps&&h.componentWillReceiveProps(x,b),e.__v==n.__v&&!(8&h.__g)||!(4&h.__g)&&h.shouldComponentUpdate&&h.shouldComponentUpdate(x,h.__s,b)===!1){e.__v!=n.__v&&(h.props=x,h.state=h.__s,h.__g&=-9),e.__e=n.__e,e.__k=n.__k,e.__k.some(function(V){V&&(V.__=e)}),Se.push.apply(h.__h,h.__k),h.__k=[],h.__h.length&&s.push(h),u=pt(n);break t}h.componentWillUpdate&&h.componentWillUpdate(x,h.__s,b),y&&h.componentDidUpdate&&h.__h.push(function(){h.componentDidUpdate(d,_,g)})}else y&&!S.getDerivedStateFromProps&&h.componentWillMount&&h.componentWillMount(),y&&h.componentDidMount&&h.__h.push(h.componentDidMount);h.context=b,h.props=x,h.__P=t,h.__g&=-5,w=N.__r,k=y?25:0;do h.__g&=-9,w&&w(e),f=h.render(h.props,h.state=h.__s,h.context);while(8&h.__g&&++k<25);y&&(Se.push.apply(h.__h,h.__k),h.__k=[]),h.state=h.__s,h.getChildContext&&(r=wt({},r,h.getChildContext())),y&&n.__c&&h.getSnapshotBeforeUpdate&&(g=h.getSnapshotBeforeUpdate(d,_)),C=f&&f.type===$&&f.key==null?f.props.children:f,x.__P&&(f=u,o=(t=x.__P).namespaceURI,c=i=null,n.props&&n.props.__P!=t&&(n.__k.some(function(V){V&&Sn(V,V)}),n.__k=null),u=n.__k?pt(n,0):null),u=$r(t,vn(C)?C:[C],e,n,r,o,i,s,u,c,l),x.__P&&(e.__e=null,u=f),e.__u&=-161,p&&p.some(xt),h.__h.length&&s.push(h),1&h.__g&&(h.__g&=-4)}catch(V){if(s.length=m,e.__v=null,c||i)if(V&&V.then){if(e.__u|=128|c,i){for(~(L=i.indexOf(u||void 0))||(L=i.length);(tt=i[L-1])&&tt.nodeType==8;)L--;for(;L<i.length;L++)if(tt=i[L])if(i[L]=null,P){if(tt==O)break}else{if(tt.nodeType!=8)break;tt.data.startsWith("$s")&&(O=ve(P=tt))}}if(!P){for(;u&&u.nodeType==8&&u.nextSibling;)u=u.nextSibling;P=u}(f=ve(P=e.__c.__z||(e.__c.__z=P)))?(e.__e=P,u=f):e.__e=u,u=u&&u.nextSibling}else i&&i.some(xt);else e.__e=n.__e;e.__k||(e.__k=n.__k||[]),V&&V.then||Nr(e),N.__e(V,e,n)}}else u=e.__e=Js(n.__e,e,n,r,o,i,s,c,l,t);return(f=N.diffed)&&f(e),u}function ve(t,e){if(t&&t.nodeType==8&&t.data.startsWith("$s"))for(var n=1;t=t.nextSibling;){if(t.nodeType==8){if(t.data.startsWith("$s"))n++;else if(t.data.startsWith("/$s")&&!--n)return t}e&&e.push(t)}}function Nr(t){t&&(t.__c&&(t.__c.__g|=4),t.__k&&t.__k.some(Nr))}function Ar(t,e,n){for(var r=0;r<n.length;)Mn(n[r++],n[r++],n[r++]);N.__c&&N.__c(e,t),t.some(function(o){try{t=o.__h,o.__h=[],t.some(function(i){i.call(o)})}catch(i){N.__e(i,o.__v)}})}function Js(t,e,n,r,o,i,s,u,c,l){var f,p,m,h,d,_,g,x,y=n.props||Me,v=e.props,b=e.type;if(b=="svg"?o="http://www.w3.org/2000/svg":b=="math"?o="http://www.w3.org/1998/Math/MathML":o||(o="http://www.w3.org/1999/xhtml"),i){for(f=0;f<i.length;f++)if((d=i[f])&&(b?d.localName==b:d.nodeType==3)){t=d,i[f]=null;break}}if(!t){if(x=l.ownerDocument||document,!b)return x.createTextNode(v);t=x.createElementNS(o,b,v.is?v:l),u&&(N.__m&&N.__m(e,i),u=!1),i=null}if(b){if(l=b=="template"&&t.content||t,i=b=="textarea"&&v.defaultValue!=null?null:i&&Mr.call(l.childNodes),!u&&i)for(y={},f=0;f<t.attributes.length;f++)y[(d=t.attributes[f]).name]=d.value;for(f in y)d=y[f],f=="dangerouslySetInnerHTML"?m=d:f=="children"||f in v||f=="value"&&"defaultValue"in v||f=="checked"&&"defaultChecked"in v||be(t,f,null,d,o);for(f in v)d=v[f],f=="children"?h=d:f=="dangerouslySetInnerHTML"?p=d:f=="value"?_=d:f=="checked"?g=d:u&&typeof d!="function"||y[f]===d||be(t,f,d,y[f],o);p?(u||m&&(p.__html==m.__html||p.__html==t.innerHTML)||(t.innerHTML=p.__html),e.__k=[]):(m&&(t.textContent=""),(b=="foreignObject"||o=="http://www.w3.org/1998/Math/MathML"&&Qs.test(b))&&(o="http://www.w3.org/1999/xhtml"),$r(l,vn(h)?h:[h],e,n,r,o,i,s,i?i[0]:n.__k&&pt(n,0),u,c),i&&i.some(xt)),u&&b!="textarea"||(f="value",b=="progress"&&_==null?t.removeAttribute(f):_==null||_===t[f]&&(b!="progress"||_)||be(t,f,_,y[f],o),f="checked",g!=null&&g!=t[f]&&be(t,f,g,y[f],o))}else y===v||u&&t.data==v||(t.data=v);return t}function Mn(t,e,n,r){try{typeof t=="function"?e?e.__x=t(e)||1:r&&(r=r.__c||r.__e)&&(e=r.__x)&&(r.__x=null,typeof e=="function"?e():t(null)):t.current=e}catch(o){N.__e(o,n)}}function Sn(t,e,n){var r,o,i,s;if(N.unmount&&N.unmount(t),!(r=t.ref)||r.current&&r.current!=t.__e||Mn(r,null,e,t),r=t.__c){if(r.componentWillUnmount)try{r.componentWillUnmount()}catch(u){N.__e(u,e)}r.__P=r.__n=null}if(r=t.__k)for(s=0;s<r.length;s++)r[s]&&Sn(r[s],e,typeof t.type!="function"||n&&!t.props.__P);!n&&(r=t.__c)&&(r=r.__z)&&(o=ve(r,i=[]))&&(r==t.__e&&i.some(xt),xt(o),xt(r)),n||xt(t.__e),t.__e=t.__c=t.__=null}function Zs(t,e,n){return this.constructor(t,n)}function Cr(t,e){var n,r,o,i;N.__&&N.__(t,e),e.nodeType==9&&(e=e.documentElement),r=(n=t&&32&t.__u)?null:e.__k,e.__k=we($,{children:[t]}),o=[],i=[],kn(e,e.__k,r||Me,Me,e.namespaceURI,r?null:e.firstChild?Mr.call(e.childNodes):null,o,r?r.__e:e.firstChild,n,i),Ar(o,e.__k,i),e.__k.props.children=null}N={__e:function(t,e,n,r){for(var o,i,s;e=e.__;)if((o=e.__c)&&!(1&o.__g)){o.__g|=4;try{if((s=(i=o.constructor)&&i.getDerivedStateFromError)&&o.setState(i.getDerivedStateFromError(t)),o.componentDidCatch&&(o.componentDidCatch(t,r||{}),s=1),s&&8&o.__g)return void(o.__g|=2)}catch(u){t=u}}throw ke=0,t}},wr=0,js=function(t){return t!=null&&t.constructor===Kt},Lt.prototype.setState=function(t,e){var n=this.__s;n&&n!=this.state||(n=this.__s=wt({},this.state)),typeof t=="function"&&(t=t(wt({},n),this.props)),t&&(wt(n,t),this.__v&&(e&&this.__k.push(e),br(this)))},Lt.prototype.forceUpdate=function(t){this.__v&&(this.__g|=4,t&&this.__h.push(t),br(this))},Lt.prototype.render=$,ft=[],ke=0,vr=function(t,e){return t.__v.__b-e.__v.__b},xe=Symbol(),kr=/(PointerCapture)$|Capture$/i,wn=0,xn={},Gs=0;function ta(t){let e=new Set(t.flatMap(({layout:r})=>r?.metrics??[])),n=[...e].filter(r=>!r.includes("_group_"));return n.length<e.size&&n.length<=80?n.map(r=>`metric=${encodeURIComponent(r)}`):[]}var Tr={async fetchRuns(){return(await(await $n("./runs")).json()).runs},async fetchMetrics(t){let e=ta(t),n=[];for(let o=0;o<t.length;o+=64)n.push(Rn("./metrics",t.slice(o,o+64).map(({run:i})=>i),e));return(await Promise.all(n.map(async o=>(await o)?.arrayBuffer()))).flatMap(o=>o?Pn(o):[])},async fetchReports(t){let e=await Rn("./phases",t);if(!e)return[];let n=await e.json();return"runs"in n?n.runs:[n]},async fetchImages(t){return await(await $n(`./images?run=${encodeURIComponent(t)}`)).json()},imageUrl({run:t,steps:e,wall_times:n},r,o,i){let s=i?`input&of=${o}`:o;return`./image?run=${encodeURIComponent(t)}&step=${e[r]}&row=${s}&written=${n[r]}`}};async function Rn(t,e,n=[]){if(!e.length)return null;try{return await $n(`${t}?${[...e.map(r=>`run=${encodeURIComponent(r)}`),...n].join("&")}`)}catch(r){if(!(r instanceof Re&&r.status===404&&e.includes(r.run)))throw r;return Rn(t,e.filter(i=>i!==r.run),n)}}function Pn(t){let e=[];for(let n=0;n<t.byteLength;){let{metrics:r,end:o}=ea(t,n);e.push(r),n=o}return e}function ea(t,e){let n=new DataView(t).getUint32(e,!0),r=JSON.parse(new TextDecoder().decode(new Uint8Array(t,e+4,n))),[o,i,s]=r.shape,[u,c]=[e+4+n,o*i*s];if(u+4*c>t.byteLength)throw new Error(`run ${r.run}: the answer ends before its ${r.shape.join(" x ")} values do`);return{metrics:{...r,values:new Float32Array(t,u,c)},end:u+4*c}}var Re=class extends Error{constructor(n,r,o){super(n);this.status=r;this.run=o}status;run};async function $n(t){let e=await fetch(t);if(e.ok)return e;let{error:n,run:r}=na(await e.text());throw new Re(n??`${t}: ${e.status} ${e.statusText}`,e.status,r??"")}function na(t){try{return JSON.parse(t)}catch{return{}}}function Er(){let t=document.getElementById("phases-data");if(!t)return null;let e=JSON.parse(t.textContent);return{fetchRuns:async()=>e.runs,fetchMetrics:async n=>n.flatMap(({run:r})=>Pn(ra(e.metrics[r]))),fetchReports:async n=>n.map(r=>({run:r,rows:e.reports[r]??[]})),fetchImages:async n=>e.images[n]??{run:n,steps:[],wall_times:[],rows:[],num_examples:0,labels:null,error:null},imageUrl:({run:n,steps:r,rows:o},i,s,u)=>e.images[n]?.strips[u?`input/${o[s].input}`:`${r[i]}/${s}`]??""}}function ra(t){return Uint8Array.from(atob(t),e=>e.charCodeAt(0)).buffer}var vt,F,Nn,Lr,An=Object.is,Jt=0,zr=[],Cn=[],I=N,Dr=I.__b,Ir=I.__r,Fr=I.diffed,qr=I.__c,Or=I.unmount,Vr=I.__;function Zt(t,e){I.__h&&I.__h(F,t,Jt||e),Jt=0;var n=F.__H||(F.__H={__:[],__h:[]});return t>=n.__.length&&n.__.push({}),n.__[t]}function T(t){return Jt=1,oa(jr,t)}function oa(t,e,n){var r=Zt(vt++,2);if(r.t=t,!r.__c&&(r.__=[n?n(e):jr(void 0,e),function(i){var s=(r.__N||r.__)[0],u=r.t(s,i);An(s,u)||(r.__N=[u,r.__[1]],r.__c.setState({}))}],r.__c=F,!F.__f)){F.__f=!0;var o=F.shouldComponentUpdate;F.shouldComponentUpdate=function(i,s,u){var c=this.__H;if(!c)return!0;var l=!1,f=this.props!=i;if(c.__.some(function(m){m.__N&&(l=!0,An(m.__[0],m.__N[0])||(f=!0))}),o){var p=o.call(this,i,s,u);return l?p||f:p}return!l||f}}return r.__}function D(t,e){var n=Zt(vt++,3);!I.__s&&En(n.__H,e)&&(n.__P=!0,n.__=t,n.u=e,F.__H.__h.push(n))}function Ur(t,e){var n=Zt(vt++,4);!I.__s&&En(n.__H,e)&&(n.__P=!1,n.__=t,n.u=e,F.__h.push(n))}function E(t){return Jt=5,R(function(){return{current:t}},[])}function R(t,e){var n=Zt(vt++,7);return En(n.__H,e)&&(n.__=t(),n.__H=e),n.__}function $e(t,e){return Jt=8,R(function(){return t},e)}function Pe(){var t=Zt(vt++,11);if(!t.__){for(var e=F.__v;!e.__m&&e.__;)e=e.__;var n=e.__m||(e.__m=[0,0]);t.__="P"+n[0]+"-"+n[1]++}return t.__}function ia(){var t;do{for(;t=Cn.shift();)try{Yt(t)}catch(n){I.__e(n,{__:(t=t.__P)&&t.__v})}for(;t=zr.shift();){var e=t.__H;if(t.__P&&e)try{e.__h.some(Yt),e.__h.some(Tn),e.__h=[]}catch(n){e.__h=[],I.__e(n,t.__v)}}}while(Cn.length)}I.__b=function(t){F=null,Dr&&Dr(t)},I.__=function(t,e){t&&e.__k&&e.__k.__m&&(t.__m=e.__k.__m),Vr&&Vr(t,e)},I.__r=function(t){Ir&&Ir(t),vt=0;var e=(F=t.__c).__H;e&&(Nn==F?F.__h=[]:(e.__h.some(Yt),e.__h.some(Tn),vt=0),e.__h=[],e.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),Nn=F},I.diffed=function(t){Fr&&Fr(t);var e=t.__c;e&&e.__H&&(e.__H.__h.length&&Br(zr.push(e)),e.__H.__.some(function(n){n.u&&(n.__H=n.u)})),Nn=F=null},I.__c=function(t,e){e.some(function(n){try{n.__h.some(Yt),n.__h=n.__h.filter(function(r){return!r.__||Tn(r)})}catch(r){n.__h=[function(){throw r}]}}),qr&&qr(t,e)},I.unmount=function(t){Or&&Or(t);var e,n,r=t.__c;r&&r.__H&&(r.__H.__.some(function(o){try{if(o.__P&&o.__c){if(n===void 0){for(n=t.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}o.__P=n,Br(Cn.push(o))}else Yt(o)}catch(i){e=i}}),r.__H=void 0,e&&I.__e(e,r.__v))};var Hr=typeof requestAnimationFrame=="function";function sa(t){var e,n=function(){clearTimeout(r),Hr&&cancelAnimationFrame(e),setTimeout(t)},r=setTimeout(n,35);Hr&&(e=requestAnimationFrame(n))}function Br(t){t!=1&&Lr==I.requestAnimationFrame||((Lr=I.requestAnimationFrame)||sa)(ia)}function Yt(t){var e=F,n=t.__c;typeof n=="function"&&(t.__c=void 0,n()),F=e}function Tn(t){var e=F;t.__c=t.__(),F=e}function En(t,e){return!t||t.length!=e.length||e.some(function(n,r){return!An(n,t[r])})}function jr(t,e){return typeof e=="function"?e(t):e}var Ne="p.phases.";function Qr(t){let e={};for(let n of t.replace(/^#/,"").split("&")){let r=n.indexOf("=");r>0&&n.startsWith(Ne)&&(e[Gr(n.slice(Ne.length,r))]=Gr(n.slice(r+1)))}return e}function Wr(t,e){let n=t.replace(/^#/,"").split("&").filter(o=>o!==""&&!o.startsWith(Ne)),r=Object.entries(e).map(([o,i])=>`${Ne}${o}=${encodeURIComponent(i)}`);return"#"+[...n,...r].join("&")}function Ln(t){return/^#phases(&|$)/.test(t)}function Gr(t){try{return decodeURIComponent(t)}catch{return t}}function Ae(){try{return window.parent.document.body,window.parent}catch{return window}}function Dn(){return window.parent===window}function Xr(){if(Dn()){let n=matchMedia("(prefers-color-scheme: dark)"),r=()=>{document.documentElement.dataset.theme=n.matches?"dark":"light"};n.addEventListener("change",r),r();return}let t=Ae().document.body,e=()=>{document.documentElement.dataset.theme=t.classList.contains("dark-mode")?"dark":"light"};new MutationObserver(e).observe(t,{attributes:!0,attributeFilter:["class"]}),e()}function Kr(){let t=()=>document.documentElement.dataset.theme==="dark"?"dark":"light",[e,n]=T(t);return D(()=>{let r=new MutationObserver(()=>n(t()));return r.observe(document.documentElement,{attributes:!0,attributeFilter:["data-theme"]}),()=>r.disconnect()},[]),e}function In(){return Qr(Ae().location.hash)}function Yr(t){let{location:e,history:n}=Ae();if(!Dn()&&!Ln(e.hash))return;let r=Wr(e.hash,t);if(r!==e.hash)try{n.replaceState(n.state,"",r)}catch{}}function Jr(t){let e=Ae(),n=()=>{(Dn()||Ln(e.location.hash))&&t()};return e.addEventListener("hashchange",n),()=>e.removeEventListener("hashchange",n)}var Zr=`:root {
  --background: #fff;
  --surface: #f6f7f8;
  --ink: #1d2228;
  --muted: #59626c;
  --grid: #1d222814;
  --rule: #b7bdc4;
  --loss: #0a5ba8;
  --accuracy: #ad4a00;
  --constant: #f5f6f7;
  --constant-edge: #b4bbc3;
  --constant-ink: #535c66;
  --decrease: #e9f6ec;
  --decrease-edge: #58b87c;
  --decrease-ink: #17663a;
  --increase: #f3edfb;
  --increase-edge: #7a3fa5;
  --increase-ink: #6b2f96;
  --problem: #8a5a00;
  --problem-surface: #fff6e0;
}

:root[data-theme='dark'] {
  color-scheme: dark;
  --background: #303030;
  --surface: #3a3a3a;
  --ink: #f0f2f4;
  --muted: #b9c0c7;
  --grid: #ffffff17;
  --rule: #7b8289;
  --loss: #74bdf5;
  --accuracy: #f6a963;
  --constant: #38393b;
  --constant-edge: #8b929a;
  --constant-ink: #c3c9cf;
  --decrease: #2d3d33;
  --decrease-edge: #6fcf97;
  --decrease-ink: #9be3b8;
  --increase: #3c3450;
  --increase-edge: #9d74e3;
  --increase-ink: #cfb8ff;
  --problem: #ffd58a;
  --problem-surface: #463c28;
}

* {
  box-sizing: border-box;
}

html {
  background: var(--background);
}

body {
  margin: 0;
  background: var(--background);
  color: var(--ink);
  font: 13px/1.45 system-ui, sans-serif;
}

main {
  max-width: 1680px;
  margin: 0 auto;
  padding: 16px 20px 32px;
}

.muted {
  color: var(--muted);
  font-weight: 400;
}

a {
  color: var(--loss);
}

:focus-visible {
  outline: 2px solid var(--loss);
  outline-offset: 2px;
  border-radius: 3px;
}

/* Controls */

.controls {
  display: flex;
  flex-wrap: wrap;
  gap: 12px 28px;
  align-items: end;
  margin-bottom: 16px;
}

.control-name {
  display: block;
  padding: 0;
  margin-bottom: 4px;
  color: var(--muted);
  font-size: 11.5px;
}

.choice {
  min-width: 0;
  padding: 0;
  margin: 0;
  border: 0;
}

.run {
  min-width: 0;
  max-width: 100%;
}

select {
  max-width: 100%;
  height: 30px;
  padding: 0 8px;
  border: 1px solid var(--rule);
  border-radius: 6px;
  background: var(--background);
  color: var(--ink);
  font: inherit;
}

.segments {
  display: flex;
  padding: 2px;
  border-radius: 7px;
  background: var(--surface);
  box-shadow: inset 0 0 0 1px var(--grid);
}

.segments input {
  position: absolute;
  opacity: 0;
}

.segments span {
  display: block;
  padding: 3px 12px;
  border-radius: 5px;
  color: var(--muted);
  line-height: 20px;
  cursor: pointer;
}

.segments :checked + span {
  background: var(--background);
  box-shadow: 0 1px 2px #00000030;
  color: var(--ink);
}

.segments :focus-visible + span {
  outline: 2px solid var(--loss);
}

/* Summary */

.summary {
  overflow-x: auto;
  margin-bottom: 14px;
}

table {
  border-collapse: collapse;
  white-space: nowrap;
  font-variant-numeric: tabular-nums;
}

th,
td {
  padding: 3px 22px 3px 0;
  text-align: left;
}

thead th {
  padding-bottom: 5px;
  border-bottom: 1px solid var(--rule);
  color: var(--muted);
  font-size: 11.5px;
  font-weight: 400;
}

tbody tr + tr > * {
  border-top: 1px solid var(--grid);
}

th.number,
td.number {
  text-align: right;
}

th button {
  padding: 0;
  border: 0;
  background: none;
  color: var(--ink);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}

th button:hover {
  text-decoration: underline;
}

.strip {
  display: block;
}

.strip circle {
  fill: var(--background);
  stroke: var(--ink);
  stroke-width: 1.5;
}

.phase-now {
  font-weight: 600;
  white-space: nowrap;
}

.phase-now.muted {
  font-weight: 400;
}

.phase-now.constant {
  color: var(--constant-ink);
}

.phase-now.decrease {
  color: var(--decrease-ink);
}

.phase-now.increase {
  color: var(--increase-ink);
}

.since {
  font-weight: 400;
}

@media (max-width: 700px) {
  .detail {
    display: none;
  }
}

/* Legend and notes */

.legend {
  margin-bottom: 14px;
  color: var(--muted);
  font-size: 12px;
}

.legend ul {
  display: flex;
  flex-wrap: wrap;
  gap: 4px 20px;
  padding: 0;
  margin: 0 0 4px;
  list-style: none;
}

.legend li {
  display: flex;
  gap: 6px;
  align-items: center;
}

.legend b {
  color: var(--ink);
  font-weight: 600;
}

.legend p {
  margin: 0;
}

.notes {
  display: flex;
  flex-wrap: wrap;
  gap: 0 20px;
  margin: 0 0 14px;
  list-style: none;
}

.notes,
.problem {
  padding: 5px 12px;
  border-left: 3px solid var(--rule);
  background: var(--surface);
  overflow-wrap: anywhere;
}

.problem {
  margin: 0 0 10px;
  border-color: var(--problem);
  background: var(--problem-surface);
  color: var(--problem);
}

.settings {
  margin-top: 18px;
  color: var(--muted);
  font-size: 12px;
}

.settings summary {
  cursor: pointer;
}

.settings dl {
  display: flex;
  flex-wrap: wrap;
  gap: 2px 20px;
  margin: 6px 0 0;
}

.settings div {
  display: flex;
  gap: 6px;
}

.settings dd {
  margin: 0;
  color: var(--ink);
  overflow-wrap: anywhere;
}

/* Panels */

.panels {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 350px), 1fr));
  gap: 22px 28px;
}

.panel {
  min-width: 0;
}

.panel header {
  display: flex;
  gap: 0 10px;
  align-items: baseline;
  margin-bottom: 4px;
}

.panel h2 {
  margin: 0;
  font-size: 14px;
  font-weight: 650;
}

.panel h2,
.panel header .muted {
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
}

.panel h2 {
  flex-shrink: 0;
  max-width: 62%;
}

/* A long name gives way last. */
.panel header .muted {
  flex-shrink: 1000;
}

.panel .phase-now {
  flex-shrink: 0;
  margin-left: auto;
}

.chart svg {
  display: block;
  overflow: visible;
  touch-action: pan-y;
}

svg text {
  fill: var(--muted);
  font: 11px system-ui, sans-serif;
  font-variant-numeric: tabular-nums;
}

.band rect {
  fill: var(--constant);
}

.band .edge,
.edge {
  fill: var(--constant-edge);
}

.band.decrease rect {
  fill: var(--decrease);
}

.band.decrease .edge,
.edge.decrease {
  fill: var(--decrease-edge);
}

.band.increase rect {
  fill: var(--increase);
}

.band.increase .edge,
.edge.increase {
  fill: var(--increase-edge);
}

.band.constant text {
  fill: var(--constant-ink);
}

.band.decrease text {
  fill: var(--decrease-ink);
}

.band.increase text {
  fill: var(--increase-ink);
}

.axis line {
  stroke: var(--rule);
}

.axis .grid {
  stroke: var(--grid);
}

.axis-title.loss {
  fill: var(--loss);
}

.axis-title.accuracy,
.axis-accuracy .tick text {
  fill: var(--accuracy);
}

.axis-accuracy line {
  stroke: var(--accuracy);
}

.curve .line {
  fill: none;
  stroke-linejoin: round;
  stroke-linecap: round;
}

.curve.loss .line {
  stroke: var(--loss);
  stroke-width: 2;
}

.curve.accuracy .line {
  stroke: var(--accuracy);
  stroke-width: 1.5;
}

.curve.accuracy .own {
  fill: none;
  stroke: var(--accuracy);
  stroke-width: 1.25;
  stroke-dasharray: 2 3;
}

.curve.loss .spread {
  fill: var(--loss);
  opacity: 0.2;
}

.loss circle,
circle.loss {
  fill: var(--loss);
}

.accuracy circle,
circle.accuracy {
  fill: var(--accuracy);
}

.reference line {
  stroke: var(--muted);
  stroke-dasharray: 2 3;
}

.reference text,
.minimum text {
  paint-order: stroke;
  stroke: var(--background);
  stroke-width: 3px;
  stroke-linejoin: round;
}

.minimum .interval {
  stroke: var(--ink);
  stroke-width: 2.5;
}

.strip .interval {
  stroke: var(--ink);
  stroke-width: 1.5;
}

.minimum .foot {
  stroke: var(--ink);
  stroke-dasharray: 1 3;
}

.minimum circle {
  fill: var(--background);
  stroke: var(--ink);
  stroke-width: 2;
}

.minimum text {
  fill: var(--ink);
  font-weight: 600;
}

.flag-marks > * {
  fill: none;
  stroke: var(--problem);
  stroke-width: 1.5;
}

.cursor {
  visibility: hidden;
  pointer-events: none;
}

.cursor[data-shown] {
  visibility: visible;
}

.cursor line {
  stroke: var(--ink);
}

.cursor circle {
  stroke: var(--background);
  stroke-width: 1.5;
}

.tooltip {
  position: fixed;
  z-index: 1;
  top: 0;
  left: 0;
  max-width: min(300px, 94vw);
  padding: 8px 12px;
  border-radius: 6px;
  background: var(--background);
  box-shadow: 0 0 0 1px var(--rule), 0 4px 14px #00000038;
  font-size: 12px;
  font-variant-numeric: tabular-nums;
  pointer-events: none;
}

.tooltip p {
  margin: 0;
}

.tooltip .tooltip-title {
  display: flex;
  gap: 8px;
  margin-bottom: 3px;
}

.tooltip-layer {
  margin-left: auto;
  color: var(--muted);
  overflow-wrap: anywhere;
}

.tooltip dl {
  display: grid;
  grid-template-columns: auto auto;
  gap: 1px 16px;
  margin: 0 0 3px;
}

.tooltip dt {
  color: var(--muted);
}

.tooltip dt.loss {
  color: var(--loss);
}

.tooltip dt.accuracy {
  color: var(--accuracy);
}

.tooltip dd {
  margin: 0;
  text-align: right;
}

.tooltip .tooltip-flag {
  color: var(--problem);
}

.tooltip > p.muted {
  font-size: 11px;
}

.read-aloud {
  position: absolute;
  overflow: hidden;
  width: 1px;
  height: 1px;
  clip-path: inset(50%);
}

/* Empty state */

.empty {
  max-width: 640px;
  padding-top: 56px;
  text-align: center;
}

.empty h1 {
  margin: 20px 0 8px;
  font-size: 20px;
  font-weight: 600;
}

.empty pre {
  overflow-x: auto;
  padding: 14px 18px;
  margin: 18px 0;
  border-radius: 8px;
  background: var(--surface);
  font: 13px/1.5 ui-monospace, monospace;
  text-align: left;
}

.empty-curve {
  max-width: 100%;
}

/* Controls of the runs, the layers and the views */

.dropdown {
  position: relative;
}

.dropdown summary,
.chip,
.view-controls button,
.minima .row button,
.dropdown .row button {
  height: 30px;
  padding: 0 10px;
  border: 1px solid var(--rule);
  border-radius: 6px;
  background: var(--background);
  color: var(--ink);
  font: inherit;
  line-height: 28px;
  list-style: none;
  cursor: pointer;
}

.dropdown summary::-webkit-details-marker,
.menu summary::-webkit-details-marker {
  display: none;
}

.dropdown > div,
.menu > div {
  position: absolute;
  z-index: 2;
  top: 100%;
  left: 0;
  overflow-y: auto;
  min-width: 180px;
  max-width: 420px;
  max-height: 360px;
  padding: 8px 10px;
  border-radius: 6px;
  margin-top: 2px;
  background: var(--background);
  box-shadow: 0 0 0 1px var(--rule), 0 4px 14px #00000038;
}

.dropdown ul {
  padding: 0;
  margin: 6px 0 0;
  list-style: none;
  white-space: nowrap;
}

.dropdown input[type='search'] {
  width: 100%;
  margin-bottom: 6px;
}

.row {
  display: flex;
  gap: 6px;
  align-items: center;
}

.dropdown .row button,
.minima .row button {
  height: 24px;
  line-height: 22px;
}

.swatch {
  display: inline-block;
  width: 10px;
  height: 10px;
  border-radius: 2px;
  margin: 0 5px 0 2px;
}

.stroke {
  flex-shrink: 0;
  margin-right: 4px;
  vertical-align: middle;
  fill: none;
}

.switch {
  display: flex;
  gap: 5px;
  align-items: center;
  height: 30px;
}

.views {
  display: flex;
  flex-wrap: wrap;
  gap: 2px 18px;
  border-bottom: 1px solid var(--rule);
  margin-bottom: 12px;
}

.views button {
  padding: 5px 2px;
  border: 0;
  border-bottom: 2px solid transparent;
  margin-bottom: -1px;
  background: none;
  color: var(--muted);
  font: inherit;
  font-size: 13.5px;
  cursor: pointer;
}

.views [aria-selected='true'] {
  border-color: var(--loss);
  color: var(--ink);
  font-weight: 600;
}

.headline {
  max-width: 110ch;
  padding: 7px 12px;
  border-left: 3px solid var(--constant-edge);
  margin: 0 0 14px;
  background: var(--surface);
}

.headline.decrease {
  border-color: var(--decrease-edge);
}

.headline.increase {
  border-color: var(--increase-edge);
}

.view-controls {
  display: flex;
  flex-wrap: wrap;
  gap: 10px 24px;
  align-items: end;
  margin-bottom: 14px;
}

.section {
  margin: 22px 0 10px;
  font-size: 14px;
}

/* Figures */

.panel header .menu {
  position: relative;
  flex-shrink: 0;
}

.panel header > .menu:not(.phase-now + .menu) {
  margin-left: auto;
}

.menu summary {
  width: 22px;
  border-radius: 4px;
  color: var(--muted);
  line-height: 16px;
  list-style: none;
  text-align: center;
  cursor: pointer;
}

.menu > div {
  right: 0;
  left: auto;
  display: flex;
  min-width: 0;
  padding: 4px;
}

.menu button {
  padding: 3px 8px;
  border: 0;
  border-radius: 4px;
  background: none;
  color: var(--ink);
  font: inherit;
  cursor: pointer;
}

.menu button:hover {
  background: var(--surface);
}

.menu button:disabled {
  color: var(--rule);
  cursor: default;
}

.numbers {
  overflow: auto;
  max-height: 236px;
  font-size: 12px;
}

.single {
  grid-template-columns: minmax(0, 980px);
}

.portraits {
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 460px), 1fr));
}

.clock {
  vertical-align: -2px;
}

.clock .hand {
  stroke: var(--ink);
  stroke-width: 1.6;
  stroke-linecap: round;
}

.companion {
  fill: none;
  stroke-width: 1.25;
  stroke-linejoin: round;
  opacity: 0.85;
}

.held,
.level {
  stroke: var(--ink);
  stroke-dasharray: 4 3;
  opacity: 0.6;
}

.brush {
  fill: var(--loss);
  opacity: 0.15;
}

.trajectory {
  color: var(--muted);
}

.trajectory.still {
  opacity: 0.3;
}

.way {
  fill: none;
  stroke-width: 2;
  stroke-linejoin: round;
  stroke-linecap: round;
}

.way.constant {
  stroke-dasharray: 0.5 5;
}

.way.increase {
  stroke-dasharray: 7 4;
}

.trajectory .arrow {
  stroke: none;
}

.trajectory .start,
.trajectory .lowest {
  fill: var(--background);
  stroke-width: 1.5;
}

.trajectory .lowest {
  stroke: var(--ink);
  stroke-width: 2;
}

.ways,
.keys {
  display: flex;
  flex-wrap: wrap;
  gap: 3px 16px;
  padding: 0;
  margin: 0;
  color: var(--muted);
  font-size: 12px;
  list-style: none;
}

.ways li,
.keys li {
  display: flex;
  gap: 6px;
  align-items: center;
}

.heat-map .missing {
  fill: var(--surface);
}

.heat-map .lowest {
  fill: none;
  stroke: #fff;
  stroke-width: 1.5;
  paint-order: stroke;
}

.cursor .frame {
  fill: none;
  stroke: var(--ink);
  stroke-width: 2;
}

/* Comparison */

.scroll {
  overflow-x: auto;
}

.minima th button {
  color: var(--muted);
  font-size: 11.5px;
  font-weight: 400;
}

.minima td {
  padding-right: 16px;
}

/* Reconstructions */

.slider input {
  width: 260px;
}

.strips figure {
  display: flex;
  gap: 12px;
  align-items: center;
  margin: 0 0 4px;
}

.strips figcaption {
  width: 150px;
  overflow-wrap: anywhere;
  line-height: 1.3;
}

.strips figure > div {
  display: flex;
  flex-wrap: wrap;
  gap: 4px;
}

.strips.large {
  display: flex;
  flex-wrap: wrap;
  gap: 14px;
}

.strips.large figure {
  flex-direction: column;
  align-items: start;
}

.example {
  display: inline-block;
  background-color: var(--surface);
  image-rendering: pixelated;
}

.empty h2 {
  margin: 20px 0 8px;
  font-size: 17px;
  font-weight: 600;
}
`;function kt(t,e){return t==null||e==null?NaN:t<e?-1:t>e?1:t>=e?0:NaN}function ua(t,e){return t==null||e==null?NaN:e<t?-1:e>t?1:e>=t?0:NaN}function to(t){let e,n,r;t.length!==2?(e=kt,n=(u,c)=>kt(t(u),c),r=(u,c)=>t(u)-c):(e=t===kt||t===ua?t:la,n=t,r=t);function o(u,c,l=0,f=u.length){if(l<f){if(e(c,c)!==0)return f;do{let p=l+f>>>1;n(u[p],c)<0?l=p+1:f=p}while(l<f)}return l}function i(u,c,l=0,f=u.length){if(l<f){if(e(c,c)!==0)return f;do{let p=l+f>>>1;n(u[p],c)<=0?l=p+1:f=p}while(l<f)}return l}function s(u,c,l=0,f=u.length){let p=o(u,c,l,f-1);return p>l&&r(u[p-1],c)>-r(u[p],c)?p-1:p}return{left:o,center:s,right:i}}function la(){return 0}function ca(t){return t===null?NaN:+t}function*fa(t,e){if(e===void 0)for(let n of t)n!=null&&(n=+n)>=n&&(yield n);else{let n=-1;for(let r of t)(r=e(r,++n,t))!=null&&(r=+r)>=r&&(yield r)}}var eo=to(kt),no=eo.right,Dc=eo.left,Ic=to(ca).center;var Fc=ro(oo),qc=ro(pa);function ro(t){return function(e,n,r=n){if(!((n=+n)>=0))throw new RangeError("invalid rx");if(!((r=+r)>=0))throw new RangeError("invalid ry");let{data:o,width:i,height:s}=e;if(!((i=Math.floor(i))>=0))throw new RangeError("invalid width");if(!((s=Math.floor(s!==void 0?s:o.length/i))>=0))throw new RangeError("invalid height");if(!i||!s||!n&&!r)return e;let u=n&&t(n),c=r&&t(r),l=o.slice();return u&&c?(Dt(u,l,o,i,s),Dt(u,o,l,i,s),Dt(u,l,o,i,s),It(c,o,l,i,s),It(c,l,o,i,s),It(c,o,l,i,s)):u?(Dt(u,o,l,i,s),Dt(u,l,o,i,s),Dt(u,o,l,i,s)):c&&(It(c,o,l,i,s),It(c,l,o,i,s),It(c,o,l,i,s)),e}}function Dt(t,e,n,r,o){for(let i=0,s=r*o;i<s;)t(e,n,i,i+=r,1)}function It(t,e,n,r,o){for(let i=0,s=r*o;i<r;++i)t(e,n,i,i+s,r)}function pa(t){let e=oo(t);return(n,r,o,i,s)=>{o<<=2,i<<=2,s<<=2,e(n,r,o+0,i+0,s),e(n,r,o+1,i+1,s),e(n,r,o+2,i+2,s),e(n,r,o+3,i+3,s)}}function oo(t){let e=Math.floor(t);if(e===t)return ma(t);let n=t-e,r=2*t+1;return(o,i,s,u,c)=>{if(!((u-=c)>=s))return;let l=e*i[s],f=c*e,p=f+c;for(let m=s,h=s+f;m<h;m+=c)l+=i[Math.min(u,m)];for(let m=s,h=u;m<=h;m+=c)l+=i[Math.min(u,m+f)],o[m]=(l+n*(i[Math.max(s,m-p)]+i[Math.min(u,m+p)]))/r,l-=i[Math.max(s,m-f)]}}function ma(t){let e=2*t+1;return(n,r,o,i,s)=>{if(!((i-=s)>=o))return;let u=t*r[o],c=s*t;for(let l=o,f=o+c;l<f;l+=s)u+=r[Math.min(i,l)];for(let l=o,f=i;l<=f;l+=s)u+=r[Math.min(i,l+c)],n[l]=u/e,u-=r[Math.max(o,l-c)]}}function ha(t=kt){if(t===kt)return io;if(typeof t!="function")throw new TypeError("compare is not a function");return(e,n)=>{let r=t(e,n);return r||r===0?r:(t(n,n)===0)-(t(e,e)===0)}}function io(t,e){return(t==null||!(t>=t))-(e==null||!(e>=e))||(t<e?-1:t>e?1:0)}var da=Array.prototype,Oc=da.slice;var ga=Math.sqrt(50),_a=Math.sqrt(10),ya=Math.sqrt(2);function Ce(t,e,n){let r=(e-t)/Math.max(0,n),o=Math.floor(Math.log10(r)),i=r/Math.pow(10,o),s=i>=ga?10:i>=_a?5:i>=ya?2:1,u,c,l;return o<0?(l=Math.pow(10,-o)/s,u=Math.round(t*l),c=Math.round(e*l),u/l<t&&++u,c/l>e&&--c,l=-l):(l=Math.pow(10,o)*s,u=Math.round(t/l),c=Math.round(e/l),u*l<t&&++u,c*l>e&&--c),c<u&&.5<=n&&n<2?Ce(t,e,n*2):[u,c,l]}function so(t,e,n){if(e=+e,t=+t,n=+n,!(n>0))return[];if(t===e)return[t];let r=e<t,[o,i,s]=r?Ce(e,t,n):Ce(t,e,n);if(!(i>=o))return[];let u=i-o+1,c=new Array(u);if(r)if(s<0)for(let l=0;l<u;++l)c[l]=(i-l)/-s;else for(let l=0;l<u;++l)c[l]=(i-l)*s;else if(s<0)for(let l=0;l<u;++l)c[l]=(o+l)/-s;else for(let l=0;l<u;++l)c[l]=(o+l)*s;return c}function Te(t,e,n){return e=+e,t=+t,n=+n,Ce(t,e,n)[2]}function ao(t,e,n){e=+e,t=+t,n=+n;let r=e<t,o=r?Te(e,t,n):Te(t,e,n);return(r?-1:1)*(o<0?1/-o:o)}function ee(t,e){let n;if(e===void 0)for(let r of t)r!=null&&(n<r||n===void 0&&r>=r)&&(n=r);else{let r=-1;for(let o of t)(o=e(o,++r,t))!=null&&(n<o||n===void 0&&o>=o)&&(n=o)}return n}function ne(t,e){let n;if(e===void 0)for(let r of t)r!=null&&(n>r||n===void 0&&r>=r)&&(n=r);else{let r=-1;for(let o of t)(o=e(o,++r,t))!=null&&(n>o||n===void 0&&o>=o)&&(n=o)}return n}function uo(t,e,n=0,r=1/0,o){if(e=Math.floor(e),n=Math.floor(Math.max(0,n)),r=Math.floor(Math.min(t.length-1,r)),!(n<=e&&e<=r))return t;for(o=o===void 0?io:ha(o);r>n;){if(r-n>600){let c=r-n+1,l=e-n+1,f=Math.log(c),p=.5*Math.exp(2*f/3),m=.5*Math.sqrt(f*p*(c-p)/c)*(l-c/2<0?-1:1),h=Math.max(n,Math.floor(e-l*p/c+m)),d=Math.min(r,Math.floor(e+(c-l)*p/c+m));uo(t,e,h,d,o)}let i=t[e],s=n,u=r;for(te(t,n,e),o(t[r],i)>0&&te(t,n,r);s<u;){for(te(t,s,u),++s,--u;o(t[s],i)<0;)++s;for(;o(t[u],i)>0;)--u}o(t[n],i)===0?te(t,n,u):(++u,te(t,u,r)),u<=e&&(n=u+1),e<=u&&(r=u-1)}return t}function te(t,e,n){let r=t[e];t[e]=t[n],t[n]=r}function lo(t,e,n){if(t=Float64Array.from(fa(t,n)),!(!(r=t.length)||isNaN(e=+e))){if(e<=0||r<2)return ne(t);if(e>=1)return ee(t);var r,o=(r-1)*e,i=Math.floor(o),s=ee(uo(t,i).subarray(0,i+1)),u=ne(t.subarray(i+1));return s+(u-s)*(o-i)}}function co(t,e){let n=0,r=0;if(e===void 0)for(let o of t)o!=null&&(o=+o)>=o&&(++n,r+=o);else{let o=-1;for(let i of t)(i=e(i,++o,t))!=null&&(i=+i)>=i&&(++n,r+=i)}if(n)return r/n}function fo(t,e){return lo(t,.5,e)}var Vc=ba(Math.random);function ba(t){return function(n,r=0,o=n.length){let i=o-(r=+r);for(;i;){let s=t()*i--|0,u=n[i+r];n[i+r]=n[s+r],n[s+r]=u}return n}}function Vt(t,e,n){t.prototype=e.prototype=n,n.constructor=t}function ie(t,e){var n=Object.create(t.prototype);for(var r in e)n[r]=e[r];return n}function mt(){}var $t=.7,Ot=1/$t,Ft="\\s*([+-]?\\d+)\\s*",re="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)\\s*",et="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)%\\s*",xa=/^#([0-9a-f]{3,8})$/,wa=new RegExp(`^rgb\\(${Ft},${Ft},${Ft}\\)$`),va=new RegExp(`^rgb\\(${et},${et},${et}\\)$`),ka=new RegExp(`^rgba\\(${Ft},${Ft},${Ft},${re}\\)$`),Ma=new RegExp(`^rgba\\(${et},${et},${et},${re}\\)$`),Sa=new RegExp(`^hsl\\(${re},${et},${et}\\)$`),Ra=new RegExp(`^hsla\\(${re},${et},${et},${re}\\)$`),po={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074};Vt(mt,Ht,{copy(t){return Object.assign(new this.constructor,this,t)},displayable(){return this.rgb().displayable()},hex:mo,formatHex:mo,formatHex8:$a,formatHsl:Pa,formatRgb:ho,toString:ho});function mo(){return this.rgb().formatHex()}function $a(){return this.rgb().formatHex8()}function Pa(){return Mo(this).formatHsl()}function ho(){return this.rgb().formatRgb()}function Ht(t){var e,n;return t=(t+"").trim().toLowerCase(),(e=xa.exec(t))?(n=e[1].length,e=parseInt(e[1],16),n===6?go(e):n===3?new B(e>>8&15|e>>4&240,e>>4&15|e&240,(e&15)<<4|e&15,1):n===8?Ee(e>>24&255,e>>16&255,e>>8&255,(e&255)/255):n===4?Ee(e>>12&15|e>>8&240,e>>8&15|e>>4&240,e>>4&15|e&240,((e&15)<<4|e&15)/255):null):(e=wa.exec(t))?new B(e[1],e[2],e[3],1):(e=va.exec(t))?new B(e[1]*255/100,e[2]*255/100,e[3]*255/100,1):(e=ka.exec(t))?Ee(e[1],e[2],e[3],e[4]):(e=Ma.exec(t))?Ee(e[1]*255/100,e[2]*255/100,e[3]*255/100,e[4]):(e=Sa.exec(t))?bo(e[1],e[2]/100,e[3]/100,1):(e=Ra.exec(t))?bo(e[1],e[2]/100,e[3]/100,e[4]):po.hasOwnProperty(t)?go(po[t]):t==="transparent"?new B(NaN,NaN,NaN,0):null}function go(t){return new B(t>>16&255,t>>8&255,t&255,1)}function Ee(t,e,n,r){return r<=0&&(t=e=n=NaN),new B(t,e,n,r)}function Bn(t){return t instanceof mt||(t=Ht(t)),t?(t=t.rgb(),new B(t.r,t.g,t.b,t.opacity)):new B}function se(t,e,n,r){return arguments.length===1?Bn(t):new B(t,e,n,r??1)}function B(t,e,n,r){this.r=+t,this.g=+e,this.b=+n,this.opacity=+r}Vt(B,se,ie(mt,{brighter(t){return t=t==null?Ot:Math.pow(Ot,t),new B(this.r*t,this.g*t,this.b*t,this.opacity)},darker(t){return t=t==null?$t:Math.pow($t,t),new B(this.r*t,this.g*t,this.b*t,this.opacity)},rgb(){return this},clamp(){return new B(St(this.r),St(this.g),St(this.b),De(this.opacity))},displayable(){return-.5<=this.r&&this.r<255.5&&-.5<=this.g&&this.g<255.5&&-.5<=this.b&&this.b<255.5&&0<=this.opacity&&this.opacity<=1},hex:_o,formatHex:_o,formatHex8:Na,formatRgb:yo,toString:yo}));function _o(){return`#${Mt(this.r)}${Mt(this.g)}${Mt(this.b)}`}function Na(){return`#${Mt(this.r)}${Mt(this.g)}${Mt(this.b)}${Mt((isNaN(this.opacity)?1:this.opacity)*255)}`}function yo(){let t=De(this.opacity);return`${t===1?"rgb(":"rgba("}${St(this.r)}, ${St(this.g)}, ${St(this.b)}${t===1?")":`, ${t})`}`}function De(t){return isNaN(t)?1:Math.max(0,Math.min(1,t))}function St(t){return Math.max(0,Math.min(255,Math.round(t)||0))}function Mt(t){return t=St(t),(t<16?"0":"")+t.toString(16)}function bo(t,e,n,r){return r<=0?t=e=n=NaN:n<=0||n>=1?t=e=NaN:e<=0&&(t=NaN),new Y(t,e,n,r)}function Mo(t){if(t instanceof Y)return new Y(t.h,t.s,t.l,t.opacity);if(t instanceof mt||(t=Ht(t)),!t)return new Y;if(t instanceof Y)return t;t=t.rgb();var e=t.r/255,n=t.g/255,r=t.b/255,o=Math.min(e,n,r),i=Math.max(e,n,r),s=NaN,u=i-o,c=(i+o)/2;return u?(e===i?s=(n-r)/u+(n<r)*6:n===i?s=(r-e)/u+2:s=(e-n)/u+4,u/=c<.5?i+o:2-i-o,s*=60):u=c>0&&c<1?0:s,new Y(s,u,c,t.opacity)}function Fe(t,e,n,r){return arguments.length===1?Mo(t):new Y(t,e,n,r??1)}function Y(t,e,n,r){this.h=+t,this.s=+e,this.l=+n,this.opacity=+r}Vt(Y,Fe,ie(mt,{brighter(t){return t=t==null?Ot:Math.pow(Ot,t),new Y(this.h,this.s,this.l*t,this.opacity)},darker(t){return t=t==null?$t:Math.pow($t,t),new Y(this.h,this.s,this.l*t,this.opacity)},rgb(){var t=this.h%360+(this.h<0)*360,e=isNaN(t)||isNaN(this.s)?0:this.s,n=this.l,r=n+(n<.5?n:1-n)*e,o=2*n-r;return new B(Fn(t>=240?t-240:t+120,o,r),Fn(t,o,r),Fn(t<120?t+240:t-120,o,r),this.opacity)},clamp(){return new Y(xo(this.h),Le(this.s),Le(this.l),De(this.opacity))},displayable(){return(0<=this.s&&this.s<=1||isNaN(this.s))&&0<=this.l&&this.l<=1&&0<=this.opacity&&this.opacity<=1},formatHsl(){let t=De(this.opacity);return`${t===1?"hsl(":"hsla("}${xo(this.h)}, ${Le(this.s)*100}%, ${Le(this.l)*100}%${t===1?")":`, ${t})`}`}}));function xo(t){return t=(t||0)%360,t<0?t+360:t}function Le(t){return Math.max(0,Math.min(1,t||0))}function Fn(t,e,n){return(t<60?e+(n-e)*t/60:t<180?n:t<240?e+(n-e)*(240-t)/60:e)*255}var So=Math.PI/180,Ro=180/Math.PI,Ie=18,$o=.96422,Po=1,No=.82521,Ao=4/29,qt=6/29,Co=3*qt*qt,Aa=qt*qt*qt;function To(t){if(t instanceof nt)return new nt(t.l,t.a,t.b,t.opacity);if(t instanceof st)return Lo(t);t instanceof B||(t=Bn(t));var e=Hn(t.r),n=Hn(t.g),r=Hn(t.b),o=qn((.2225045*e+.7168786*n+.0606169*r)/Po),i,s;return e===n&&n===r?i=s=o:(i=qn((.4360747*e+.3850649*n+.1430804*r)/$o),s=qn((.0139322*e+.0971045*n+.7141733*r)/No)),new nt(116*o-16,500*(i-o),200*(o-s),t.opacity)}function Eo(t,e,n,r){return arguments.length===1?To(t):new nt(t,e,n,r??1)}function nt(t,e,n,r){this.l=+t,this.a=+e,this.b=+n,this.opacity=+r}Vt(nt,Eo,ie(mt,{brighter(t){return new nt(this.l+Ie*(t??1),this.a,this.b,this.opacity)},darker(t){return new nt(this.l-Ie*(t??1),this.a,this.b,this.opacity)},rgb(){var t=(this.l+16)/116,e=isNaN(this.a)?t:t+this.a/500,n=isNaN(this.b)?t:t-this.b/200;return e=$o*On(e),t=Po*On(t),n=No*On(n),new B(Vn(3.1338561*e-1.6168667*t-.4906146*n),Vn(-.9787684*e+1.9161415*t+.033454*n),Vn(.0719453*e-.2289914*t+1.4052427*n),this.opacity)}}));function qn(t){return t>Aa?Math.pow(t,1/3):t/Co+Ao}function On(t){return t>qt?t*t*t:Co*(t-Ao)}function Vn(t){return 255*(t<=.0031308?12.92*t:1.055*Math.pow(t,1/2.4)-.055)}function Hn(t){return(t/=255)<=.04045?t/12.92:Math.pow((t+.055)/1.055,2.4)}function Ca(t){if(t instanceof st)return new st(t.h,t.c,t.l,t.opacity);if(t instanceof nt||(t=To(t)),t.a===0&&t.b===0)return new st(NaN,0<t.l&&t.l<100?0:NaN,t.l,t.opacity);var e=Math.atan2(t.b,t.a)*Ro;return new st(e<0?e+360:e,Math.sqrt(t.a*t.a+t.b*t.b),t.l,t.opacity)}function qe(t,e,n,r){return arguments.length===1?Ca(t):new st(t,e,n,r??1)}function st(t,e,n,r){this.h=+t,this.c=+e,this.l=+n,this.opacity=+r}function Lo(t){if(isNaN(t.h))return new nt(t.l,0,0,t.opacity);var e=t.h*So;return new nt(t.l,Math.cos(e)*t.c,Math.sin(e)*t.c,t.opacity)}Vt(st,qe,ie(mt,{brighter(t){return new st(this.h,this.c,this.l+Ie*(t??1),this.opacity)},darker(t){return new st(this.h,this.c,this.l-Ie*(t??1),this.opacity)},rgb(){return Lo(this).rgb()}}));var Do=-.14861,zn=1.78277,Un=-.29227,Oe=-.90649,oe=1.97294,wo=oe*Oe,vo=oe*zn,ko=zn*Un-Oe*Do;function Ta(t){if(t instanceof Rt)return new Rt(t.h,t.s,t.l,t.opacity);t instanceof B||(t=Bn(t));var e=t.r/255,n=t.g/255,r=t.b/255,o=(ko*r+wo*e-vo*n)/(ko+wo-vo),i=r-o,s=(oe*(n-o)-Un*i)/Oe,u=Math.sqrt(s*s+i*i)/(oe*o*(1-o)),c=u?Math.atan2(s,i)*Ro-120:NaN;return new Rt(c<0?c+360:c,u,o,t.opacity)}function Ve(t,e,n,r){return arguments.length===1?Ta(t):new Rt(t,e,n,r??1)}function Rt(t,e,n,r){this.h=+t,this.s=+e,this.l=+n,this.opacity=+r}Vt(Rt,Ve,ie(mt,{brighter(t){return t=t==null?Ot:Math.pow(Ot,t),new Rt(this.h,this.s,this.l*t,this.opacity)},darker(t){return t=t==null?$t:Math.pow($t,t),new Rt(this.h,this.s,this.l*t,this.opacity)},rgb(){var t=isNaN(this.h)?0:(this.h+120)*So,e=+this.l,n=isNaN(this.s)?0:this.s*e*(1-e),r=Math.cos(t),o=Math.sin(t);return new B(255*(e+n*(Do*r+zn*o)),255*(e+n*(Un*r+Oe*o)),255*(e+n*(oe*r)),this.opacity)}}));function Oo(t,e,n,r,o){var i=t*t,s=i*t;return((1-3*t+3*i-s)*e+(4-6*i+3*s)*n+(1+3*t+3*i-3*s)*r+s*o)/6}function Ea(t){var e=t.length-1;return function(n){var r=n<=0?n=0:n>=1?(n=1,e-1):Math.floor(n*e),o=t[r],i=t[r+1],s=r>0?t[r-1]:2*o-i,u=r<e-1?t[r+2]:2*i-o;return Oo((n-r/e)*e,s,o,i,u)}}function La(t){var e=t.length;return function(n){var r=Math.floor(((n%=1)<0?++n:n)*e),o=t[(r+e-1)%e],i=t[r%e],s=t[(r+1)%e],u=t[(r+2)%e];return Oo((n-r/e)*e,o,i,s,u)}}var Be=t=>()=>t;function Vo(t,e){return function(n){return t+n*e}}function Da(t,e,n){return t=Math.pow(t,n),e=Math.pow(e,n)-t,n=1/n,function(r){return Math.pow(t+r*e,n)}}function Wn(t,e){var n=e-t;return n?Vo(t,n>180||n<-180?n-360*Math.round(n/360):n):Be(isNaN(t)?e:t)}function Ia(t){return(t=+t)==1?Q:function(e,n){return n-e?Da(e,n,t):Be(isNaN(e)?n:e)}}function Q(t,e){var n=e-t;return n?Vo(t,n):Be(isNaN(t)?e:t)}var Io=(function t(e){var n=Ia(e);function r(o,i){var s=n((o=se(o)).r,(i=se(i)).r),u=n(o.g,i.g),c=n(o.b,i.b),l=Q(o.opacity,i.opacity);return function(f){return o.r=s(f),o.g=u(f),o.b=c(f),o.opacity=l(f),o+""}}return r.gamma=t,r})(1);function Ho(t){return function(e){var n=e.length,r=new Array(n),o=new Array(n),i=new Array(n),s,u;for(s=0;s<n;++s)u=se(e[s]),r[s]=u.r||0,o[s]=u.g||0,i[s]=u.b||0;return r=t(r),o=t(o),i=t(i),u.opacity=1,function(c){return u.r=r(c),u.g=o(c),u.b=i(c),u+""}}}var Uc=Ho(Ea),jc=Ho(La);function Fa(t,e){e||(e=[]);var n=t?Math.min(e.length,t.length):0,r=e.slice(),o;return function(i){for(o=0;o<n;++o)r[o]=t[o]*(1-i)+e[o]*i;return r}}function qa(t){return ArrayBuffer.isView(t)&&!(t instanceof DataView)}function Oa(t,e){var n=e?e.length:0,r=t?Math.min(n,t.length):0,o=new Array(r),i=new Array(n),s;for(s=0;s<r;++s)o[s]=ze(t[s],e[s]);for(;s<n;++s)i[s]=e[s];return function(u){for(s=0;s<r;++s)i[s]=o[s](u);return i}}function Va(t,e){var n=new Date;return t=+t,e=+e,function(r){return n.setTime(t*(1-r)+e*r),n}}function J(t,e){return t=+t,e=+e,function(n){return t*(1-n)+e*n}}function Ha(t,e){var n={},r={},o;(t===null||typeof t!="object")&&(t={}),(e===null||typeof e!="object")&&(e={});for(o in e)o in t?n[o]=ze(t[o],e[o]):r[o]=e[o];return function(i){for(o in n)r[o]=n[o](i);return r}}var Gn=/[-+]?(?:\d+\.?\d*|\.?\d+)(?:[eE][-+]?\d+)?/g,jn=new RegExp(Gn.source,"g");function Ba(t){return function(){return t}}function za(t){return function(e){return t(e)+""}}function Ua(t,e){var n=Gn.lastIndex=jn.lastIndex=0,r,o,i,s=-1,u=[],c=[];for(t=t+"",e=e+"";(r=Gn.exec(t))&&(o=jn.exec(e));)(i=o.index)>n&&(i=e.slice(n,i),u[s]?u[s]+=i:u[++s]=i),(r=r[0])===(o=o[0])?u[s]?u[s]+=o:u[++s]=o:(u[++s]=null,c.push({i:s,x:J(r,o)})),n=jn.lastIndex;return n<e.length&&(i=e.slice(n),u[s]?u[s]+=i:u[++s]=i),u.length<2?c[0]?za(c[0].x):Ba(e):(e=c.length,function(l){for(var f=0,p;f<e;++f)u[(p=c[f]).i]=p.x(l);return u.join("")})}function ze(t,e){var n=typeof e,r;return e==null||n==="boolean"?Be(e):(n==="number"?J:n==="string"?(r=Ht(e))?(e=r,Io):Ua:e instanceof Ht?Io:e instanceof Date?Va:qa(e)?Fa:Array.isArray(e)?Oa:typeof e.valueOf!="function"&&typeof e.toString!="function"||isNaN(e)?Ha:J)(t,e)}function Bo(t,e){return t=+t,e=+e,function(n){return Math.round(t*(1-n)+e*n)}}var Fo=180/Math.PI,Qn={translateX:0,translateY:0,rotate:0,skewX:0,scaleX:1,scaleY:1};function zo(t,e,n,r,o,i){var s,u,c;return(s=Math.sqrt(t*t+e*e))&&(t/=s,e/=s),(c=t*n+e*r)&&(n-=t*c,r-=e*c),(u=Math.sqrt(n*n+r*r))&&(n/=u,r/=u,c/=u),t*r<e*n&&(t=-t,e=-e,c=-c,s=-s),{translateX:o,translateY:i,rotate:Math.atan2(e,t)*Fo,skewX:Math.atan(c)*Fo,scaleX:s,scaleY:u}}var He;function ja(t){let e=new(typeof DOMMatrix=="function"?DOMMatrix:WebKitCSSMatrix)(t+"");return e.isIdentity?Qn:zo(e.a,e.b,e.c,e.d,e.e,e.f)}function Ga(t){return t==null||(He||(He=document.createElementNS("http://www.w3.org/2000/svg","g")),He.setAttribute("transform",t),!(t=He.transform.baseVal.consolidate()))?Qn:(t=t.matrix,zo(t.a,t.b,t.c,t.d,t.e,t.f))}function Uo(t,e,n,r){function o(l){return l.length?l.pop()+" ":""}function i(l,f,p,m,h,d){if(l!==p||f!==m){var _=h.push("translate(",null,e,null,n);d.push({i:_-4,x:J(l,p)},{i:_-2,x:J(f,m)})}else(p||m)&&h.push("translate("+p+e+m+n)}function s(l,f,p,m){l!==f?(l-f>180?f+=360:f-l>180&&(l+=360),m.push({i:p.push(o(p)+"rotate(",null,r)-2,x:J(l,f)})):f&&p.push(o(p)+"rotate("+f+r)}function u(l,f,p,m){l!==f?m.push({i:p.push(o(p)+"skewX(",null,r)-2,x:J(l,f)}):f&&p.push(o(p)+"skewX("+f+r)}function c(l,f,p,m,h,d){if(l!==p||f!==m){var _=h.push(o(h)+"scale(",null,",",null,")");d.push({i:_-4,x:J(l,p)},{i:_-2,x:J(f,m)})}else(p!==1||m!==1)&&h.push(o(h)+"scale("+p+","+m+")")}return function(l,f){var p=[],m=[];return l=t(l),f=t(f),i(l.translateX,l.translateY,f.translateX,f.translateY,p,m),s(l.rotate,f.rotate,p,m),u(l.skewX,f.skewX,p,m),c(l.scaleX,l.scaleY,f.scaleX,f.scaleY,p,m),l=f=null,function(h){for(var d=-1,_=m.length,g;++d<_;)p[(g=m[d]).i]=g.x(h);return p.join("")}}}var Gc=Uo(ja,"px, ","px)","deg)"),Qc=Uo(Ga,", ",")",")"),Qa=1e-12;function qo(t){return((t=Math.exp(t))+1/t)/2}function Wa(t){return((t=Math.exp(t))-1/t)/2}function Xa(t){return((t=Math.exp(2*t))-1)/(t+1)}var Wc=(function t(e,n,r){function o(i,s){var u=i[0],c=i[1],l=i[2],f=s[0],p=s[1],m=s[2],h=f-u,d=p-c,_=h*h+d*d,g,x;if(_<Qa)x=Math.log(m/l)/e,g=function(C){return[u+C*h,c+C*d,l*Math.exp(e*C*x)]};else{var y=Math.sqrt(_),v=(m*m-l*l+r*_)/(2*l*n*y),b=(m*m-l*l-r*_)/(2*m*n*y),w=Math.log(Math.sqrt(v*v+1)-v),k=Math.log(Math.sqrt(b*b+1)-b);x=(k-w)/e,g=function(C){var P=C*x,O=qo(w),L=l/(n*y)*(O*Xa(e*P+w)-Wa(w));return[u+L*h,c+L*d,l*O/qo(e*P+w)]}}return g.duration=Math.abs(x)*1e3*e/Math.SQRT2,g}return o.rho=function(i){var s=Math.max(.001,+i),u=s*s,c=u*u;return t(s,u,c)},o})(Math.SQRT2,2,4);function jo(t){return function(e,n){var r=t((e=Fe(e)).h,(n=Fe(n)).h),o=Q(e.s,n.s),i=Q(e.l,n.l),s=Q(e.opacity,n.opacity);return function(u){return e.h=r(u),e.s=o(u),e.l=i(u),e.opacity=s(u),e+""}}}var Xc=jo(Wn),Kc=jo(Q);function Go(t){return function(e,n){var r=t((e=qe(e)).h,(n=qe(n)).h),o=Q(e.c,n.c),i=Q(e.l,n.l),s=Q(e.opacity,n.opacity);return function(u){return e.h=r(u),e.c=o(u),e.l=i(u),e.opacity=s(u),e+""}}}var Yc=Go(Wn),Jc=Go(Q);function Qo(t){return(function e(n){n=+n;function r(o,i){var s=t((o=Ve(o)).h,(i=Ve(i)).h),u=Q(o.s,i.s),c=Q(o.l,i.l),l=Q(o.opacity,i.opacity);return function(f){return o.h=s(f),o.s=u(f),o.l=c(Math.pow(f,n)),o.opacity=l(f),o+""}}return r.gamma=e,r})(1)}var Zc=Qo(Wn),tf=Qo(Q);function Ka(t){return Math.abs(t=Math.round(t))>=1e21?t.toLocaleString("en").replace(/,/g,""):t.toString(10)}function je(t,e){if(!isFinite(t)||t===0)return null;var n=(t=e?t.toExponential(e-1):t.toExponential()).indexOf("e"),r=t.slice(0,n);return[r.length>1?r[0]+r.slice(2):r,+t.slice(n+1)]}function Bt(t){return t=je(Math.abs(t)),t?t[1]:NaN}function Ya(t,e){return function(n,r){for(var o=n.length,i=[],s=0,u=t[0],c=0;o>0&&u>0&&(c+u+1>r&&(u=Math.max(1,r-c)),i.push(n.substring(o-=u,o+u)),!((c+=u+1)>r));)u=t[s=(s+1)%t.length];return i.reverse().join(e)}}function Ja(t){return function(e){return e.replace(/[0-9]/g,function(n){return t[+n]})}}var Za=/^(?:(.)?([<>=^]))?([+\-( ])?([$#])?(0)?(\d+)?(,)?(\.\d+)?(~)?([a-z%])?$/i;function ae(t){if(!(e=Za.exec(t)))throw new Error("invalid format: "+t);var e;return new Xn({fill:e[1],align:e[2],sign:e[3],symbol:e[4],zero:e[5],width:e[6],comma:e[7],precision:e[8]&&e[8].slice(1),trim:e[9],type:e[10]})}ae.prototype=Xn.prototype;function Xn(t){this.fill=t.fill===void 0?" ":t.fill+"",this.align=t.align===void 0?">":t.align+"",this.sign=t.sign===void 0?"-":t.sign+"",this.symbol=t.symbol===void 0?"":t.symbol+"",this.zero=!!t.zero,this.width=t.width===void 0?void 0:+t.width,this.comma=!!t.comma,this.precision=t.precision===void 0?void 0:+t.precision,this.trim=!!t.trim,this.type=t.type===void 0?"":t.type+""}Xn.prototype.toString=function(){return this.fill+this.align+this.sign+this.symbol+(this.zero?"0":"")+(this.width===void 0?"":Math.max(1,this.width|0))+(this.comma?",":"")+(this.precision===void 0?"":"."+Math.max(0,this.precision|0))+(this.trim?"~":"")+this.type};function tu(t){t:for(var e=t.length,n=1,r=-1,o;n<e;++n)switch(t[n]){case".":r=o=n;break;case"0":r===0&&(r=n),o=n;break;default:if(!+t[n])break t;r>0&&(r=0);break}return r>0?t.slice(0,r)+t.slice(o+1):t}var Ge;function eu(t,e){var n=je(t,e);if(!n)return Ge=void 0,t.toPrecision(e);var r=n[0],o=n[1],i=o-(Ge=Math.max(-8,Math.min(8,Math.floor(o/3)))*3)+1,s=r.length;return i===s?r:i>s?r+new Array(i-s+1).join("0"):i>0?r.slice(0,i)+"."+r.slice(i):"0."+new Array(1-i).join("0")+je(t,Math.max(0,e+i-1))[0]}function Wo(t,e){var n=je(t,e);if(!n)return t+"";var r=n[0],o=n[1];return o<0?"0."+new Array(-o).join("0")+r:r.length>o+1?r.slice(0,o+1)+"."+r.slice(o+1):r+new Array(o-r.length+2).join("0")}var Xo={"%":(t,e)=>(t*100).toFixed(e),b:t=>Math.round(t).toString(2),c:t=>t+"",d:Ka,e:(t,e)=>t.toExponential(e),f:(t,e)=>t.toFixed(e),g:(t,e)=>t.toPrecision(e),o:t=>Math.round(t).toString(8),p:(t,e)=>Wo(t*100,e),r:Wo,s:eu,X:t=>Math.round(t).toString(16).toUpperCase(),x:t=>Math.round(t).toString(16)};function Ko(t){return t}var Yo=Array.prototype.map,Jo=["y","z","a","f","p","n","\xB5","m","","k","M","G","T","P","E","Z","Y"];function nu(t){var e=t.grouping===void 0||t.thousands===void 0?Ko:Ya(Yo.call(t.grouping,Number),t.thousands+""),n=t.currency===void 0?"":t.currency[0]+"",r=t.currency===void 0?"":t.currency[1]+"",o=t.decimal===void 0?".":t.decimal+"",i=t.numerals===void 0?Ko:Ja(Yo.call(t.numerals,String)),s=t.percent===void 0?"%":t.percent+"",u=t.minus===void 0?"\u2212":t.minus+"",c=t.nan===void 0?"NaN":t.nan+"";function l(p,m){p=ae(p);var h=p.fill,d=p.align,_=p.sign,g=p.symbol,x=p.zero,y=p.width,v=p.comma,b=p.precision,w=p.trim,k=p.type;k==="n"?(v=!0,k="g"):Xo[k]||(b===void 0&&(b=12),w=!0,k="g"),(x||h==="0"&&d==="=")&&(x=!0,h="0",d="=");var C=(m&&m.prefix!==void 0?m.prefix:"")+(g==="$"?n:g==="#"&&/[boxX]/.test(k)?"0"+k.toLowerCase():""),P=(g==="$"?r:/[%p]/.test(k)?s:"")+(m&&m.suffix!==void 0?m.suffix:""),O=Xo[k],L=/[defgprs%]/.test(k);b=b===void 0?6:/[gprs]/.test(k)?Math.max(1,Math.min(21,b)):Math.max(0,Math.min(20,b));function tt(S){var V=C,W=P,Et,yr,ge;if(k==="c")W=O(S)+W,S="";else{S=+S;var _e=S<0||1/S<0;if(S=isNaN(S)?c:O(Math.abs(S),b),w&&(S=tu(S)),_e&&+S==0&&_!=="+"&&(_e=!1),V=(_e?_==="("?_:u:_==="-"||_==="("?"":_)+V,W=(k==="s"&&!isNaN(S)&&Ge!==void 0?Jo[8+Ge/3]:"")+W+(_e&&_==="("?")":""),L){for(Et=-1,yr=S.length;++Et<yr;)if(ge=S.charCodeAt(Et),48>ge||ge>57){W=(ge===46?o+S.slice(Et+1):S.slice(Et))+W,S=S.slice(0,Et);break}}}v&&!x&&(S=e(S,1/0));var ye=V.length+S.length+W.length,it=ye<y?new Array(y-ye+1).join(h):"";switch(v&&x&&(S=e(it+S,it.length?y-W.length:1/0),it=""),d){case"<":S=V+S+W+it;break;case"=":S=V+it+S+W;break;case"^":S=it.slice(0,ye=it.length>>1)+V+S+W+it.slice(ye);break;default:S=it+V+S+W;break}return i(S)}return tt.toString=function(){return p+""},tt}function f(p,m){var h=Math.max(-8,Math.min(8,Math.floor(Bt(m)/3)))*3,d=Math.pow(10,-h),_=l((p=ae(p),p.type="f",p),{suffix:Jo[8+h/3]});return function(g){return _(d*g)}}return{format:l,formatPrefix:f}}var Ue,Kn,Yn;ru({thousands:",",grouping:[3],currency:["$",""]});function ru(t){return Ue=nu(t),Kn=Ue.format,Yn=Ue.formatPrefix,Ue}function Zo(t){return Math.max(0,-Bt(Math.abs(t)))}function ti(t,e){return Math.max(0,Math.max(-8,Math.min(8,Math.floor(Bt(e)/3)))*3-Bt(Math.abs(t)))}function ei(t,e){return t=Math.abs(t),e=Math.abs(e)-t,Math.max(0,Bt(e)-Bt(t))+1}function ii(t,e){switch(arguments.length){case 0:break;case 1:this.range(t);break;default:this.range(e).domain(t);break}return this}function ou(t){return function(){return t}}function iu(t){return+t}var ni=[0,1];function zt(t){return t}function Jn(t,e){return(e-=t=+t)?function(n){return(n-t)/e}:ou(isNaN(e)?NaN:.5)}function su(t,e){var n;return t>e&&(n=t,t=e,e=n),function(r){return Math.max(t,Math.min(e,r))}}function au(t,e,n){var r=t[0],o=t[1],i=e[0],s=e[1];return o<r?(r=Jn(o,r),i=n(s,i)):(r=Jn(r,o),i=n(i,s)),function(u){return i(r(u))}}function uu(t,e,n){var r=Math.min(t.length,e.length)-1,o=new Array(r),i=new Array(r),s=-1;for(t[r]<t[0]&&(t=t.slice().reverse(),e=e.slice().reverse());++s<r;)o[s]=Jn(t[s],t[s+1]),i[s]=n(e[s],e[s+1]);return function(u){var c=no(t,u,1,r)-1;return i[c](o[c](u))}}function si(t,e){return e.domain(t.domain()).range(t.range()).interpolate(t.interpolate()).clamp(t.clamp()).unknown(t.unknown())}function ai(){var t=ni,e=ni,n=ze,r,o,i,s=zt,u,c,l;function f(){var m=Math.min(t.length,e.length);return s!==zt&&(s=su(t[0],t[m-1])),u=m>2?uu:au,c=l=null,p}function p(m){return m==null||isNaN(m=+m)?i:(c||(c=u(t.map(r),e,n)))(r(s(m)))}return p.invert=function(m){return s(o((l||(l=u(e,t.map(r),J)))(m)))},p.domain=function(m){return arguments.length?(t=Array.from(m,iu),f()):t.slice()},p.range=function(m){return arguments.length?(e=Array.from(m),f()):e.slice()},p.rangeRound=function(m){return e=Array.from(m),n=Bo,f()},p.clamp=function(m){return arguments.length?(s=m?!0:zt,f()):s!==zt},p.interpolate=function(m){return arguments.length?(n=m,f()):n},p.unknown=function(m){return arguments.length?(i=m,p):i},function(m,h){return r=m,o=h,f()}}function lu(){return ai()(zt,zt)}function cu(t,e,n,r){var o=ao(t,e,n),i;switch(r=ae(r??",f"),r.type){case"s":{var s=Math.max(Math.abs(t),Math.abs(e));return r.precision==null&&!isNaN(i=ti(o,s))&&(r.precision=i),Yn(r,s)}case"":case"e":case"g":case"p":case"r":{r.precision==null&&!isNaN(i=ei(o,Math.max(Math.abs(t),Math.abs(e))))&&(r.precision=i-(r.type==="e"));break}case"f":case"%":{r.precision==null&&!isNaN(i=Zo(o))&&(r.precision=i-(r.type==="%")*2);break}}return Kn(r)}function ui(t){var e=t.domain;return t.ticks=function(n){var r=e();return so(r[0],r[r.length-1],n??10)},t.tickFormat=function(n,r){var o=e();return cu(o[0],o[o.length-1],n??10,r)},t.nice=function(n){n==null&&(n=10);var r=e(),o=0,i=r.length-1,s=r[o],u=r[i],c,l,f=10;for(u<s&&(l=s,s=u,u=l,l=o,o=i,i=l);f-- >0;){if(l=Te(s,u,n),l===c)return r[o]=s,r[i]=u,e(r);if(l>0)s=Math.floor(s/l)*l,u=Math.ceil(u/l)*l;else if(l<0)s=Math.ceil(s*l)/l,u=Math.floor(u*l)/l;else break;c=l}return t},t}function X(){var t=lu();return t.copy=function(){return si(t,X())},ii.apply(t,arguments),ui(t)}function ri(t){return function(e){return Math.sign(e)*Math.log1p(Math.abs(e/t))}}function oi(t){return function(e){return Math.sign(e)*Math.expm1(Math.abs(e))*t}}function fu(t){var e=1,n=t(ri(e),oi(e));return n.constant=function(r){return arguments.length?t(ri(e=+r),oi(e)):e},ui(n)}function Zn(){var t=fu(ai());return t.copy=function(){return si(t,Zn()).constant(t.constant())},ii.apply(t,arguments)}function at(t,e,n){let[r,o]=e,i=[r,Math.max(r+1,o)];return t==="log"?Zn(i,n).constant(1):X(i,n)}function Pt(t){return 6.3*t.length}function M(t){return t.toLocaleString("en-US")}function Qe(t,e,n){let[r,o]=[e[0],Math.max(e[0]+1,e[1])],i=at(t,[r,o],n);if(t==="linear"||o+1<3*(r+1)){let u=(n[1]-n[0])/(Pt(M(o))+24);return X([r,o],n).ticks(Math.max(1,Math.floor(u))).filter(Number.isInteger)}let s=Math.floor(Math.log2(o))+1;for(let u=1;u<s;u++){let c=pu(s,u).filter(l=>l>=r&&l<=o);if(mu(c,i))return c}return[r,2**(s-1)]}function pu(t,e){let n=[0];for(let r=0;r<t;r+=e)n.push(2**r);return n}function mu(t,e){return t.every((n,r)=>{if(r===0)return!0;let o=t[r-1],i=(Pt(M(n))+Pt(M(o)))/2;return e(n)-e(o)>=i+6})}function ut(t,e,n=NaN){let r=1/0,o=-1/0;if(t.forEach((c,l)=>{if(!Number.isFinite(c))return;let f=Number.isFinite(e[l])?e[l]:0;r=Math.min(r,c-f),o=Math.max(o,c+f)}),r>o)return[0,1];let i=Math.max(Math.abs(o)*.01,Number.isFinite(n)?n*.005:0,1e-8),s=Math.max(0,i-(o-r)),u=Math.min(s/2,Math.max(r,0));return[r-u,o+s-u]}function We(t,e){let n=.5*(t[1]-t[0]);return e<t[0]-n||e>t[1]+n?t:[Math.min(t[0],e),Math.max(t[1],e)]}function ue(t,e,n){let r=0;return t.forEach((o,i)=>{Math.abs(e(o)-n)<Math.abs(e(t[r])-n)&&(r=i)}),r}function ci(t){return(t.layout?.rows??[]).map((n,r)=>hu(t,n,r))}function hu(t,e,n){let r=du(t,n),o=t.layout.metrics,i=u=>t.steps.map((c,l)=>r(u,l)),s=i("flags").map(u=>gu(u,t.layout.flags));return tr(e,t.steps,o,i,s)}function tr(t,e,n,r,o){let i=new Map,s=f=>(i.has(f)||i.set(f,r(f)),i.get(f)),u=n.flatMap(f=>/^transfer_(.+)_accuracy$/.exec(f)?.[1]??[]),c=e.map((f,p)=>({step:f,epoch:s("epoch")[p],loss:s("reconstruction_loss")[p],stderr:s("reconstruction_stderr")[p],limit:s("reconstruction_loss_limit")[p],explained:s("explained_variance")[p],accuracy:s("probe_accuracy")[p],transfers:u.map(m=>({name:m,accuracy:s(`transfer_${m}_accuracy`)[p]})),flags:o[p]??[]})),l=f=>s(f).findLast(Number.isFinite)??NaN;return{key:`${t.layer}/${t.decoder}`,row:t,points:c,steps:e,metricNames:n,column:s,meanImageLoss:l("mean_image_loss"),pcaBound:l("pca_bound"),wholeRunFlags:_u(c),best:yu(c)}}function du({layout:t,shape:e,values:n},r){let[,o,i]=e,s=new Map(t.metrics.map((u,c)=>[u,c]));return(u,c)=>{let l=s.get(u);return l===void 0?NaN:n[(c*o+r)*i+l]}}function gu(t,e){return Number.isFinite(t)?e.filter((n,r)=>Math.floor(t/2**r)%2===1):[]}function Xe(t,{wholeRunFlags:e}){return t.flags.length>e.length}function _u(t){return t[0]?.flags.filter(e=>t.every(n=>n.flags.includes(e)))??[]}function yu(t){let e=null;for(let n of t)n.accuracy>(e?.accuracy??-1/0)&&(e=n);return e}function le(t,e){let{meanImageLoss:n,pcaBound:r,points:o}=t,i=e.read(t),s=e.readErrors?.(t)??i.map(()=>NaN),u=o[0]?.step===0?i[0]:NaN,c={loss:[n,li(n,r,u)],limit:[n,li(n,r,u)],explained:[1,[{label:"mean image",value:0},{label:"PCA bound",value:1-r/n},{label:"untrained",value:u}]]},[l,f]=c[e.key]??[NaN,[]],m=e.readSpread(t)??bu(i,s);return{label:e.label,values:i,errors:s,band:m,unit:l,references:xu(f)}}function bu(t,e){let n=r=>Number.isFinite(e[r])?e[r]:0;return[t.map((r,o)=>r-n(o)),t.map((r,o)=>r+n(o))]}function li(t,e,n){return[{label:"mean image",value:t},{label:"PCA bound",value:e},{label:"untrained",value:n}]}function Ke(t,e,n){return e[G(t.steps,n)]??NaN}function G(t,e){let n=0,r=o=>Math.abs(Math.log1p(t[o])-Math.log1p(e));return t.forEach((o,i)=>{r(i)<r(n)&&(n=i)}),n}function xu(t){return t.filter(({value:e})=>Number.isFinite(e))}function Ye(t){return t.flatMap((e,n)=>Number.isFinite(e)&&!Number.isFinite(t[n-1])&&!Number.isFinite(t[n+1])?[n]:[])}function H({row:t},e){return e.some(r=>r.row.layer===t.layer&&r.row.decoder!==t.decoder)?`${t.layer} (${t.decoder})`:t.layer}function z(t,{layer:e,decoder:n}){return t.find(r=>r.layer===e&&r.decoder===n)}var ht=236,K={top:24,right:40,bottom:34,left:48},fi={top:22,bottom:24};function pi(t,e,n,r){let{quantity:o,stepAxis:i,steps:s}=n,u=n.accuracyDomain&&o.key!=="accuracy",c=r-(u?K.right:14),l=ht-K.bottom,f=le(t,o),p=wu(t.steps,f,s);e.forEach(_=>{let{values:g}=le(_.series,o);p.push(...g.filter((x,y)=>mi(_.series.steps[y],s)))});let m=ut(p,[],f.unit),h=f.references.reduce((_,{value:g})=>We(_,g),m),d=[l-fi.bottom,K.top+fi.top];return{width:r,left:K.left,right:c,top:K.top,bottom:l,quantity:o,stepAxis:i,steps:s,x:at(i,s,[K.left+4,c-4]),y:X(h,d),accuracy:u?X(n.accuracyDomain,d):null,measure:f}}function wu(t,{values:e,band:n},r){return[e,...n].flatMap(o=>o.filter((i,s)=>mi(t[s],r)))}function mi(t,[e,n]){return t>=e&&t<=n}function hi(t){let e=t.flatMap(r=>r.points.map(o=>o.accuracy)).filter(Number.isFinite),n=t[0]?.column("model_accuracy")??[];return e.length?ut([...e,...n],[]):null}var vu={training_heldout:"held-out rows are training rows",no_labels:"no labels, so no probe accuracy",one_class:"one class only, so no probe accuracy",constant_features:"some features are constant",nonfinite_outputs:"the model's outputs hold NaN or infinite values",rank_deficient:"features depend on each other linearly",nonfinite_features:"features are NaN or infinite",few_rows:"few rows for this width: the loss reads high",ridge_at_bound:"the best ridge lies at the end of its path",probe_not_converged:"the linear probe did not converge",target_resized:"the input is reconstructed at a smaller size",target_cropped:"the border of the input is not reconstructed",constant_target:"the input is constant",failed:"the measurement failed",float64_sums:"measured in float64, because rounding in float32 might have shown",out_of_memory:"memory ran out, so this layer was given up",diverged:"training a decoder or probe diverged"};function ce(t){return vu[t]??t.replaceAll("_"," ")}var ku=new Intl.NumberFormat("en-US",{maximumSignificantDigits:4,minimumSignificantDigits:3}),Mu=new Intl.NumberFormat("en-US",{maximumSignificantDigits:2});function j(t){return t===0?"0":Number.isFinite(t)?(Math.abs(t)<1e-4?t.toExponential(2):ku.format(t)).replaceAll("-","\u2212"):"not measured"}function di(t){return typeof t!="number"?t??"\u2013":Number.isFinite(t)?Number.isInteger(t)?t.toLocaleString("en-US").replace("-","\u2212"):j(t):"\u2013"}function gi(t){return Number.isFinite(t)?` \xB1 ${(t>0&&t<1e-4?t.toExponential(1):Mu.format(t)).replaceAll("-","\u2212")}`:""}function q(t){return Number.isFinite(t)?`${(100*t).toFixed(1)} %`:"not measured"}function Ut(t,e){return`${t.toLocaleString("en-US")} ${e}${t===1?"":"s"}`}function Je(t,e){if(t.length<=e)return t;let n=Math.max(2,e-1),r=Math.ceil(n/2);return`${t.slice(0,n-r)}\u2026${t.slice(-r)}`}function A(t){return t.replace(/\/phases$/,"")||t}var Su=Symbol.for("pv"),Ru=0;function a(t,e,n,r,o,i){e||(e={});var s,u,c=e;if("ref"in c&&typeof t!="function")for(u in c={},e)u=="ref"?s=e[u]:c[u]=e[u];var l={type:t,props:c,key:n,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Su,__v:--Ru,__i:-1,__u:0};return(o||i)&&(l.__source=o,l.__self=i),N.vnode&&N.vnode(l),l}function _i({runs:t,cursor:e,quantity:n}){let[r,o]=T(e.current);D(()=>(o(e.current),e.subscribe(o)),[e]);let i=E(null),{summary:s,rows:u,reports:c}=t.find(({summary:{run:g}})=>g===r?.run)??t[0],l=u.find(g=>g.key===r?.panel),f=r&&l?G(l.steps,r.step):-1,p=l?.points[f];Ur(()=>{if(!i.current||!r)return;let g=$u(r);if(!g)return;let x=g.getBoundingClientRect(),{width:y,height:v}=i.current.getBoundingClientRect(),b=x.left+14,w=b+y>document.documentElement.clientWidth-4?x.left-14-y:b,k=Math.min(x.top+18,window.innerHeight-v-4);i.current.style.transform=`translate(${Math.max(4,w)}px,${Math.max(4,k)}px)`});let m=l&&z(c,l.row),h=s!==t[0].summary,d=l?H(l,u):"",_=r?.byKey&&p?Au(h?`${A(s.run)}, ${d}`:d,p):"";return a($,{children:[a("div",{class:"read-aloud","aria-live":"polite",children:_}),l&&p&&a("div",{ref:i,class:"tooltip",role:"tooltip",children:[h&&a("p",{children:A(s.run)}),a(Nu,{name:d,series:l,point:p,phases:m?.phases??[],chosen:n})]})]})}function $u({panel:t,byKey:e}){return document.querySelector(e?".chart svg:focus":".chart svg:hover")?.querySelector('.cursor line, .cursor [r="6"]')??document.querySelector(`[data-panel="${CSS.escape(t)}"] .cursor line`)}var Pu=["loss","limit","explained","accuracy"];function Nu({name:t,series:e,point:n,phases:r,chosen:o}){let i=!Pu.includes(o.key)&&!n.transfers.some(({name:c})=>o.key===`transfer_${c}_accuracy`),s=r.filter(({start_step:c,end_step:l})=>c<=n.step&&n.step<=l),u=n.flags.filter(c=>!e.wholeRunFlags.includes(c));return a($,{children:[a("p",{class:"tooltip-title",children:[a("b",{children:["step ",M(n.step)]}),Number.isFinite(n.epoch)&&a("span",{children:[" epoch ",Number(n.epoch.toFixed(2))]}),a("span",{class:"tooltip-layer",children:t})]}),a("dl",{children:[a("dt",{class:"loss",children:"reconstruction loss"}),a("dd",{children:[j(n.loss),a("span",{class:"muted",children:gi(n.stderr)})]}),Number.isFinite(n.limit)&&a($,{children:[a("dt",{children:"at unlimited rows"}),a("dd",{children:j(n.limit)})]}),a("dt",{children:"explained variance"}),a("dd",{children:q(n.explained)}),a("dt",{class:"accuracy",children:"probe accuracy"}),a("dd",{children:q(n.accuracy)}),n.transfers.map(({name:c,accuracy:l})=>a($,{children:[a("dt",{children:[c," accuracy"]}),a("dd",{children:q(l)})]},c)),i&&a($,{children:[a("dt",{children:o.label}),a("dd",{children:o.format(o.read(e)[e.points.indexOf(n)])})]}),s.length>0&&a($,{children:[a("dt",{children:"phase"}),a("dd",{children:s.map(({kind:c})=>c).join(" \u2192 ")})]})]}),u.map(c=>a("p",{class:"tooltip-flag",children:ce(c)},c)),a("p",{class:"muted",children:["loss: mean squared error per input element",i&&`; ${o.label}: ${o.unit}`]})]})}function Au(t,e){return`${t}, step ${M(e.step)}: reconstruction loss ${j(e.loss)}, probe accuracy ${q(e.accuracy)}`}var Ze=class{place=null;listeners=new Set;get current(){return this.place}move(e){if(!(e?.step===this.place?.step&&e?.panel===this.place?.panel&&e?.run===this.place?.run)){this.place=e;for(let n of this.listeners)n(e)}}subscribe(e){return this.listeners.add(e),()=>{this.listeners.delete(e)}}};function fe(t){return t.replaceAll(/(seed[-_=]?)\d+/gi,"$1*")}function yi(t){let e=new Map;for(let n of t){let r=fe(n.summary.run);e.set(r,[...e.get(r)??[],n])}return[...e].map(([n,r])=>{let o=r.filter(({rows:i})=>i.some(({steps:s})=>s.length));return o.length>1?Cu(n,o):o[0]??r[0]})}function Cu(t,e){let n=e[0],o=n.rows.map(({key:f})=>f).filter(f=>e.every(({rows:p})=>p.some(m=>m.key===f))),i=o.map(f=>Tu(e.map(p=>p.rows.find(m=>m.key===f)))),s=o.flatMap((f,p)=>Eu(i[p],e)??[]),u=i[0]?.steps.at(-1)??null,c=e.flatMap(({summary:f})=>f.error??[]).join(" ")||null;return{summary:{...{...n.summary,run:`${A(t)} (${e.length} seeds)`,last_step:u,error:c},num_steps:i[0]?.steps.length??0},rows:i,reports:s}}function Tu(t){let[e,...n]=t,r=e.steps.filter(l=>n.every(f=>f.steps.includes(l))),o=t.map(l=>r.map(f=>l.steps.indexOf(f))),i=(l,f)=>t.map((p,m)=>p.column(l)[o[m][f]]).filter(Number.isFinite),s=l=>f=>r.map((p,m)=>l(i(f,m))??NaN),u=r.map((l,f)=>[...new Set(t.flatMap((p,m)=>p.points[o[m][f]].flags))]);return{...tr(e.row,r,e.metricNames,s(co),u),spread:l=>[s(ne)(l),s(ee)(l)]}}function Eu({row:t},e){let n=e.flatMap(c=>z(c.reports,t)??[]),r=n.filter(c=>c.minimum_step!=null);if(!r.length)return n[0];let o=fo(r,c=>c.minimum_step),i=r.toSorted((c,l)=>Math.abs(c.minimum_step-o)-Math.abs(l.minimum_step-o))[0],s=r.map(c=>c.minimum_interval??[c.minimum_step,c.minimum_step]),u=n.filter(c=>c.has_increase).length;return{...i,minimum_interval:[ne(s,([c])=>c),ee(s,([,c])=>c)],has_increase:u>n.length/2,description:`${i.description??""} Phases of the run with the middle minimum; ${u} of ${n.length} runs have an increase.`}}function bi(t){if(window.parent===window)return;let e=new MessageChannel;e.port1.onmessage=n=>{let r=JSON.parse(n.data);if(r.isReply)return;t[r.type]?.(r.payload);let o={type:r.type,id:r.id,payload:null,error:null,isReply:!0};e.port1.postMessage(JSON.stringify(o))},window.parent.postMessage("experimental.bootstrap","*",[e.port2])}function xi(t){let e=t.map(n=>[1,3,5].map(r=>Number.parseInt(n.slice(r,r+2),16)));return n=>{let r=Math.min(1,Math.max(0,n))*(e.length-1),o=Math.min(e.length-2,Math.floor(r));return`rgb(${e[o].map((s,u)=>Math.round(s+(r-o)*(e[o+1][u]-s))).join(",")})`}}var wi=["#009e73","#cc79a7","#56b4e9","#e69f00","#8c6bb1","#7f7f7f","#d55e00","#0072b2"],vi=["","5 2.5","1.5 2.5","8 2.5 1.5 2.5"];function pe(t){return wi[t%wi.length]}function ki(t,e){let n=new Map;return new Map(t.map(r=>{let o=e.get(r),i=n.get(o)??0;return n.set(o,i+1),[r,vi[i%vi.length]]}))}var jt=xi(["#440154","#482878","#3e4989","#31688e","#26828e","#1f9e89","#35b779","#6ece58","#b5de2b","#fde725"]);function tn(t,e,n){let[r,o]=n==="dark"?[.42,.95]:[.04,.66];return jt(r+(o-r)*(e>1?t/(e-1):.5))}var Mi="mean squared error per input element",Ri=[{...Z("loss","reconstruction_loss","reconstruction loss",Mi,"low"),readErrors:t=>t.column("reconstruction_stderr")},{...Z("relative","reconstruction_loss","loss, first = 1","share of the loss at the first probe step","low"),read:t=>Si(t,t.column("reconstruction_loss")),readErrors:t=>Si(t,t.column("reconstruction_stderr")),readSpread:()=>{}},{...Z("limit","reconstruction_loss_limit","loss at unlimited rows",Mi,"low"),readErrors:t=>t.column("reconstruction_loss_limit_stderr")},{...Z("explained","explained_variance","explained variance","share of the variance of the input","high"),format:q,tickFormat:"~%",readErrors:t=>t.column("reconstruction_stderr").map(e=>e/t.meanImageLoss)},er("accuracy","probe_accuracy","probe accuracy","linear probe, share of held-out rows"),Z("probe_loss","probe_loss","probe loss","cross-entropy of the linear probe, nats","low"),er("model_accuracy","model_accuracy","model accuracy","the model itself, share of held-out rows"),Z("model_loss","model_loss","model loss","of the model itself, on held-out rows","low"),Z("freedom","degrees_of_freedom","degrees of freedom","of the decoder",null),Z("ridge","ridge","ridge","units of the mean feature variance",null),Z("seconds","probe_seconds","probe seconds","seconds of the probe step",null)];function $i(t){let n=[...new Set(t.flatMap(o=>o.metricNames))].flatMap(o=>/^transfer_(.+)_(?:accuracy|loss)$/.exec(o)?.[1]??[]),r=[...new Set(n)].flatMap(o=>[er(`transfer_${o}_accuracy`,`transfer_${o}_accuracy`,`${o} accuracy`,`linear probe of '${o}', share of held-out rows`),Z(`transfer_${o}_loss`,`transfer_${o}_loss`,`${o} loss`,`cross-entropy of the linear probe of '${o}', nats`,"low")]);return[...Ri,...r].filter(o=>t.some(i=>o.read(i).some(Number.isFinite)))}function Si(t,e){let n=t.column("reconstruction_loss").find(Number.isFinite)??NaN;return e.map(r=>r/n)}function lt(t,e){return t.find(n=>n.key===e)??Ri[0]}function Z(t,e,n,r,o){return{key:t,label:n,unit:r,better:o,format:j,read:s=>s.column(e),readSpread:s=>s.spread?.(e)}}function er(t,e,n,r){return{...Z(t,e,n,r,"high"),format:q,tickFormat:"~%"}}var Nt=["curves","portrait","map","images","compare","breakdowns"];var Ni=["accuracy","relative"];function or(t){let[e,n]=nr(t.axes)??[],r=(t.zoom??"").split("-").map(Number),o=t.step===void 0?NaN:Number(t.step);return{view:Nt.find(i=>i===t.view)??"curves",run:t.run??"",others:nr(t.with),layers:nr(t.layers),stepAxis:t.x==="linear"?"linear":"log",metric:t.y||"loss",step:Pi(o)?o:null,zoom:r.length===2&&r.every(Pi)&&r[1]>r[0]?[r[0],r[1]]:null,grouped:t.seeds==="grouped",portrait:e&&n?[e,n]:Ni}}function Pi(t){return Number.isSafeInteger(t)&&t>=0}function Ai(t){let{view:e,run:n,others:r,layers:o,stepAxis:i,metric:s,step:u,zoom:c,grouped:l,portrait:f}=t;return{...e!=="curves"&&{view:e},...n&&{run:n},...r&&{with:rr(r)},...o&&{layers:rr(o)},x:i,y:s,...u!==null&&{step:String(u)},...c&&{zoom:c.join("-")},...l&&{seeds:"grouped"},...f.join()!==Ni.join()&&{axes:rr(f)}}}function nr(t){return t===void 0?null:t.split(",").filter(Boolean).map(Lu)}function rr(t){return t.map(encodeURIComponent).join(",")}function Lu(t){try{return decodeURIComponent(t)}catch{return t}}function Ci(t,e){return t.find(({run:n})=>n===e)??Ei(t)[0]}function Ti(t,e,n){let r=t.filter(({run:i})=>i!==e);if(n)return r.filter(({run:i})=>n.includes(i));let o=Ei(r.filter(({num_steps:i})=>i)).slice(0,9);return r.filter(i=>o.includes(i))}function en(t,e){return e?.length&&!e.some(n=>t.includes(n))?null:e}function Ei(t){return t.toSorted((e,n)=>n.last_wall_time-e.last_wall_time)}var Du=16;function Ii(t,{run:e,others:n}){let[r,o]=T({others:[]}),i=E(0),s=E(new Map),u=E(""),c=n?.join(`
`),l=$e(async()=>{let f=++i.current,p=()=>f===i.current;try{let m=e||u.current,{runs:h,shown:d}=await Iu(t,{run:m,others:n},s.current,p);if(!p())return;u.current=d[0]??"";let _=()=>{let[g,...x]=d.flatMap(y=>s.current.get(y)??[]);p()&&o({runs:h,focus:g,others:x,problem:void 0})};_();for(let[g,x]=[0,1];g<d.length&&p();[g,x]=[x,x+Du])await qu(t,d.slice(g,x),s.current)&&_()}catch(m){let h=m instanceof Error?m.message:String(m);p()&&o(d=>({...d,problem:h}))}},[t,e,c]);return D(()=>{l()},[l]),{...r,reload:l}}async function Iu(t,{run:e,others:n},r,o){let i=await t.fetchRuns();for(;;){let s=Ci(i,e),u=s?[s,...Ti(i,s.run,n)]:[],c=o()?await Fu(t,u,r,o):[];if(!c.length)return{runs:i,shown:u.map(({run:l})=>l)};i=i.filter(({run:l})=>!c.includes(l))}}async function Fu(t,e,n,r){let o=e.filter(c=>{let l=n.get(c.run);return!l||Di(l.summary)!==Di(c)});for(let c of o)c.num_steps||n.set(c.run,{summary:c,rows:[],reports:[]});let i=o.filter(({num_steps:c})=>c);if(!i.length)return[];let s=await t.fetchMetrics(i);if(!r())return[];for(let c of s){let{num_steps:l,last_step:f,last_wall_time:p,error:m,layout:h,run:d}=c,_={num_steps:l,last_step:f,last_wall_time:p,error:m,layout:h,run:d};n.set(d,{summary:_,rows:ci(c),reports:n.get(d)?.reports??[]})}let u=i.map(({run:c})=>c).filter(c=>!s.some(l=>l.run===c));for(let c of u)n.delete(c);return u}async function qu(t,e,n){let r=e.flatMap(s=>{let u=n.get(s);return u?.rows.length&&Li.get(u)!==u.summary.last_wall_time?[u]:[]});if(!r.length)return!1;let o=await t.fetchReports(r.map(({summary:s})=>s.run)),i=r.filter(s=>n.get(s.summary.run)===s);for(let s of i){let u=o.find(({run:l})=>l===s.summary.run)?.rows??[],c={...s,reports:u};Li.set(c,s.summary.last_wall_time),n.set(s.summary.run,c)}return i.length>0}var Li=new WeakMap;function Di({num_steps:t,last_wall_time:e,error:n}){return`${t} ${e} ${n}`}var me=Math.PI,ir=2*me,At=1e-6,Ou=ir-At;function Fi(t){this._+=t[0];for(let e=1,n=t.length;e<n;++e)this._+=arguments[e]+t[e]}function Vu(t){let e=Math.floor(t);if(!(e>=0))throw new Error(`invalid digits: ${t}`);if(e>15)return Fi;let n=10**e;return function(r){this._+=r[0];for(let o=1,i=r.length;o<i;++o)this._+=Math.round(arguments[o]*n)/n+r[o]}}function qi(t,e,n,r){return t===n&&e===r}function Hu(t){let e=Math.floor(t);if(!(e<=15))return qi;let n=10**e,r=function(o){return Math.round(o*n)};return function(o,i,s,u){return r(o)===r(s)&&r(i)===r(u)}}var Gt=class{constructor(e){this._x0=this._y0=this._x1=this._y1=null,this._="",this._append=e==null?Fi:Vu(e),this._equal=e==null?qi:Hu(e)}moveTo(e,n){this._append`M${this._x0=this._x1=+e},${this._y0=this._y1=+n}`}closePath(){this._x1!==null&&(this._x1=this._x0,this._y1=this._y0,this._append`Z`)}lineTo(e,n){this._append`L${this._x1=+e},${this._y1=+n}`}quadraticCurveTo(e,n,r,o){this._append`Q${+e},${+n},${this._x1=+r},${this._y1=+o}`}bezierCurveTo(e,n,r,o,i,s){this._append`C${+e},${+n},${+r},${+o},${this._x1=+i},${this._y1=+s}`}arcTo(e,n,r,o,i){if(e=+e,n=+n,r=+r,o=+o,i=+i,i<0)throw new Error(`negative radius: ${i}`);let s=this._x1,u=this._y1,c=r-e,l=o-n,f=s-e,p=u-n,m=f*f+p*p;if(this._x1===null)this._append`M${this._x1=e},${this._y1=n}`;else if(m>At)if(!(Math.abs(p*c-l*f)>At)||!i)this._append`L${this._x1=e},${this._y1=n}`;else{let h=r-s,d=o-u,_=c*c+l*l,g=h*h+d*d,x=Math.sqrt(_),y=Math.sqrt(m),v=i*Math.tan((me-Math.acos((_+m-g)/(2*x*y)))/2),b=v/y,w=v/x;Math.abs(b-1)>At&&this._append`L${e+b*f},${n+b*p}`,this._append`A${i},${i},0,0,${+(p*h>f*d)},${this._x1=e+w*c},${this._y1=n+w*l}`}}arc(e,n,r,o,i,s){if(e=+e,n=+n,r=+r,s=!!s,r<0)throw new Error(`negative radius: ${r}`);let u=r*Math.cos(o),c=r*Math.sin(o),l=e+u,f=n+c,p=1^s,m=s?o-i:i-o;if(this._x1===null?this._append`M${l},${f}`:(Math.abs(this._x1-l)>At||Math.abs(this._y1-f)>At)&&this._append`L${l},${f}`,!!r){if(m<0&&(m=m%ir+ir),m>Ou)this._append`A${r},${r},0,1,${p},${e-u},${n-c}A${r},${r},0,1,${p},${this._x1=l},${this._y1=f}`;else if(m>At){let h=e+r*Math.cos(i),d=n+r*Math.sin(i);if(m>=me&&this._equal(l,f,h,d)){m/=2;let _=o+m;this._append`A${r},${r},0,${+(m>=me)},${p},${e+r*Math.cos(_)},${n+r*Math.sin(_)}`}this._append`A${r},${r},0,${+(m>=me)},${p},${this._x1=h},${this._y1=d}`}}}rect(e,n,r,o){this._append`M${this._x0=this._x1=+e},${this._y0=this._y1=+n}h${r=+r}v${+o}h${-r}Z`}toString(){return this._}};function Bu(){return new Gt}Bu.prototype=Gt.prototype;function U(t){return function(){return t}}var zu=Math.cos;var ar=Math.sin,Qt=Math.sqrt,Oi=1e-12,nn=Math.PI,Kf=nn/2,Ui=2*nn;function ji(t){let e=3;return t.digits=function(n){if(!arguments.length)return e;if(n==null)e=null;else{let r=Math.floor(n);if(!(r>=0))throw new RangeError(`invalid digits: ${n}`);e=r}return t},()=>new Gt(e)}var Yf=Array.prototype.slice;function Gi(t){return typeof t=="object"&&"length"in t?t:Array.from(t)}function Qi(t){this._context=t}Qi.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;default:this._context.lineTo(t,e);break}}};function lr(t){return new Qi(t)}function Wi(t){return t[0]}function Xi(t){return t[1]}function ct(t,e){var n=U(!0),r=null,o=lr,i=null,s=ji(u);t=typeof t=="function"?t:t===void 0?Wi:U(t),e=typeof e=="function"?e:e===void 0?Xi:U(e);function u(c){var l,f=(c=Gi(c)).length,p,m=!1,h;for(r==null&&(i=o(h=s())),l=0;l<=f;++l)!(l<f&&n(p=c[l],l,c))===m&&((m=!m)?i.lineStart():i.lineEnd()),m&&i.point(+t(p,l,c),+e(p,l,c));if(h)return i=null,h+""||null}return u.x=function(c){return arguments.length?(t=typeof c=="function"?c:U(+c),u):t},u.y=function(c){return arguments.length?(e=typeof c=="function"?c:U(+c),u):e},u.defined=function(c){return arguments.length?(n=typeof c=="function"?c:U(!!c),u):n},u.curve=function(c){return arguments.length?(o=c,r!=null&&(i=o(r)),u):o},u.context=function(c){return arguments.length?(c==null?r=i=null:i=o(r=c),u):r},u}function Ki(t,e,n){var r=null,o=U(!0),i=null,s=lr,u=null,c=ji(l);t=typeof t=="function"?t:t===void 0?Wi:U(+t),e=typeof e=="function"?e:U(e===void 0?0:+e),n=typeof n=="function"?n:n===void 0?Xi:U(+n);function l(p){var m,h,d,_=(p=Gi(p)).length,g,x=!1,y,v=new Array(_),b=new Array(_);for(i==null&&(u=s(y=c())),m=0;m<=_;++m){if(!(m<_&&o(g=p[m],m,p))===x)if(x=!x)h=m,u.areaStart(),u.lineStart();else{for(u.lineEnd(),u.lineStart(),d=m-1;d>=h;--d)u.point(v[d],b[d]);u.lineEnd(),u.areaEnd()}x&&(v[m]=+t(g,m,p),b[m]=+e(g,m,p),u.point(r?+r(g,m,p):v[m],n?+n(g,m,p):b[m]))}if(y)return u=null,y+""||null}function f(){return ct().defined(o).curve(s).context(i)}return l.x=function(p){return arguments.length?(t=typeof p=="function"?p:U(+p),r=null,l):t},l.x0=function(p){return arguments.length?(t=typeof p=="function"?p:U(+p),l):t},l.x1=function(p){return arguments.length?(r=p==null?null:typeof p=="function"?p:U(+p),l):r},l.y=function(p){return arguments.length?(e=typeof p=="function"?p:U(+p),n=null,l):e},l.y0=function(p){return arguments.length?(e=typeof p=="function"?p:U(+p),l):e},l.y1=function(p){return arguments.length?(n=p==null?null:typeof p=="function"?p:U(+p),l):n},l.lineX0=l.lineY0=function(){return f().x(t).y(e)},l.lineY1=function(){return f().x(t).y(n)},l.lineX1=function(){return f().x(r).y(e)},l.defined=function(p){return arguments.length?(o=typeof p=="function"?p:U(!!p),l):o},l.curve=function(p){return arguments.length?(s=p,i!=null&&(u=s(i)),l):s},l.context=function(p){return arguments.length?(p==null?i=u=null:u=s(i=p),l):i},l}var Jf=Uu(lr);function Yi(t){this._curve=t}Yi.prototype={areaStart:function(){this._curve.areaStart()},areaEnd:function(){this._curve.areaEnd()},lineStart:function(){this._curve.lineStart()},lineEnd:function(){this._curve.lineEnd()},point:function(t,e){this._curve.point(e*Math.sin(t),e*-Math.cos(t))}};function Uu(t){function e(n){return new Yi(t(n))}return e._curve=t,e}var Zf=Qt(3);var ju=Qt(1/3),tp=ju*2;var Ji=ar(nn/10)/ar(7*nn/10),ep=ar(Ui/10)*Ji,np=-zu(Ui/10)*Ji;var rp=Qt(3);var op=Qt(3);var ip=Qt(3)/2,Gu=1/Qt(12),sp=(Gu/2+1)*3;function dt(){}function rn(t,e,n){t._context.bezierCurveTo((2*t._x0+t._x1)/3,(2*t._y0+t._y1)/3,(t._x0+2*t._x1)/3,(t._y0+2*t._y1)/3,(t._x0+4*t._x1+e)/6,(t._y0+4*t._y1+n)/6)}function cr(t){this._context=t}cr.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){switch(this._point){case 3:rn(this,this._x1,this._y1);case 2:this._context.lineTo(this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3,this._context.lineTo((5*this._x0+this._x1)/6,(5*this._y0+this._y1)/6);default:rn(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function Qu(t){this._context=t}Qu.prototype={areaStart:dt,areaEnd:dt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._y0=this._y1=this._y2=this._y3=this._y4=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x2,this._y2),this._context.closePath();break}case 2:{this._context.moveTo((this._x2+2*this._x3)/3,(this._y2+2*this._y3)/3),this._context.lineTo((this._x3+2*this._x2)/3,(this._y3+2*this._y2)/3),this._context.closePath();break}case 3:{this.point(this._x2,this._y2),this.point(this._x3,this._y3),this.point(this._x4,this._y4);break}}},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._x2=t,this._y2=e;break;case 1:this._point=2,this._x3=t,this._y3=e;break;case 2:this._point=3,this._x4=t,this._y4=e,this._context.moveTo((this._x0+4*this._x1+t)/6,(this._y0+4*this._y1+e)/6);break;default:rn(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function Wu(t){this._context=t}Wu.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3;var n=(this._x0+4*this._x1+t)/6,r=(this._y0+4*this._y1+e)/6;this._line?this._context.lineTo(n,r):this._context.moveTo(n,r);break;case 3:this._point=4;default:rn(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function Zi(t,e){this._basis=new cr(t),this._beta=e}Zi.prototype={lineStart:function(){this._x=[],this._y=[],this._basis.lineStart()},lineEnd:function(){var t=this._x,e=this._y,n=t.length-1;if(n>0)for(var r=t[0],o=e[0],i=t[n]-r,s=e[n]-o,u=-1,c;++u<=n;)c=u/n,this._basis.point(this._beta*t[u]+(1-this._beta)*(r+c*i),this._beta*e[u]+(1-this._beta)*(o+c*s));this._x=this._y=null,this._basis.lineEnd()},point:function(t,e){this._x.push(+t),this._y.push(+e)}};var ap=(function t(e){function n(r){return e===1?new cr(r):new Zi(r,e)}return n.beta=function(r){return t(+r)},n})(.85);function on(t,e,n){t._context.bezierCurveTo(t._x1+t._k*(t._x2-t._x0),t._y1+t._k*(t._y2-t._y0),t._x2+t._k*(t._x1-e),t._y2+t._k*(t._y1-n),t._x2,t._y2)}function fr(t,e){this._context=t,this._k=(1-e)/6}fr.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:on(this,this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2,this._x1=t,this._y1=e;break;case 2:this._point=3;default:on(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var up=(function t(e){function n(r){return new fr(r,e)}return n.tension=function(r){return t(+r)},n})(0);function pr(t,e){this._context=t,this._k=(1-e)/6}pr.prototype={areaStart:dt,areaEnd:dt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._x3=t,this._y3=e;break;case 1:this._point=2,this._context.moveTo(this._x4=t,this._y4=e);break;case 2:this._point=3,this._x5=t,this._y5=e;break;default:on(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var lp=(function t(e){function n(r){return new pr(r,e)}return n.tension=function(r){return t(+r)},n})(0);function mr(t,e){this._context=t,this._k=(1-e)/6}mr.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:on(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var cp=(function t(e){function n(r){return new mr(r,e)}return n.tension=function(r){return t(+r)},n})(0);function hr(t,e,n){var r=t._x1,o=t._y1,i=t._x2,s=t._y2;if(t._l01_a>Oi){var u=2*t._l01_2a+3*t._l01_a*t._l12_a+t._l12_2a,c=3*t._l01_a*(t._l01_a+t._l12_a);r=(r*u-t._x0*t._l12_2a+t._x2*t._l01_2a)/c,o=(o*u-t._y0*t._l12_2a+t._y2*t._l01_2a)/c}if(t._l23_a>Oi){var l=2*t._l23_2a+3*t._l23_a*t._l12_a+t._l12_2a,f=3*t._l23_a*(t._l23_a+t._l12_a);i=(i*l+t._x1*t._l23_2a-e*t._l12_2a)/f,s=(s*l+t._y1*t._l23_2a-n*t._l12_2a)/f}t._context.bezierCurveTo(r,o,i,s,t._x2,t._y2)}function ts(t,e){this._context=t,this._alpha=e}ts.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:this.point(this._x2,this._y2);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3;default:hr(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var fp=(function t(e){function n(r){return e?new ts(r,e):new fr(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function es(t,e){this._context=t,this._alpha=e}es.prototype={areaStart:dt,areaEnd:dt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1,this._x3=t,this._y3=e;break;case 1:this._point=2,this._context.moveTo(this._x4=t,this._y4=e);break;case 2:this._point=3,this._x5=t,this._y5=e;break;default:hr(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var pp=(function t(e){function n(r){return e?new es(r,e):new pr(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function ns(t,e){this._context=t,this._alpha=e}ns.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:hr(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var mp=(function t(e){function n(r){return e?new ns(r,e):new mr(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function Xu(t){this._context=t}Xu.prototype={areaStart:dt,areaEnd:dt,lineStart:function(){this._point=0},lineEnd:function(){this._point&&this._context.closePath()},point:function(t,e){t=+t,e=+e,this._point?this._context.lineTo(t,e):(this._point=1,this._context.moveTo(t,e))}};function Vi(t){return t<0?-1:1}function Hi(t,e,n){var r=t._x1-t._x0,o=e-t._x1,i=(t._y1-t._y0)/(r||o<0&&-0),s=(n-t._y1)/(o||r<0&&-0),u=(i*o+s*r)/(r+o);return(Vi(i)+Vi(s))*Math.min(Math.abs(i),Math.abs(s),.5*Math.abs(u))||0}function Bi(t,e){var n=t._x1-t._x0;return n?(3*(t._y1-t._y0)/n-e)/2:e}function sr(t,e,n){var r=t._x0,o=t._y0,i=t._x1,s=t._y1,u=(i-r)/3;t._context.bezierCurveTo(r+u,o+u*e,i-u,s-u*n,i,s)}function ur(t){this._context=t}ur.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=this._t0=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x1,this._y1);break;case 3:sr(this,this._t0,Bi(this,this._t0));break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){var n=NaN;if(t=+t,e=+e,!(t===this._x1&&e===this._y1)){switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3,sr(this,Bi(this,n=Hi(this,t,e)),n);break;default:sr(this,this._t0,n=Hi(this,t,e));break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e,this._t0=n}}};function Ku(t){this._context=new rs(t)}(Ku.prototype=Object.create(ur.prototype)).point=function(t,e){ur.prototype.point.call(this,e,t)};function rs(t){this._context=t}rs.prototype={moveTo:function(t,e){this._context.moveTo(e,t)},closePath:function(){this._context.closePath()},lineTo:function(t,e){this._context.lineTo(e,t)},bezierCurveTo:function(t,e,n,r,o,i){this._context.bezierCurveTo(e,t,r,n,i,o)}};function Yu(t){this._context=t}Yu.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=[],this._y=[]},lineEnd:function(){var t=this._x,e=this._y,n=t.length;if(n)if(this._line?this._context.lineTo(t[0],e[0]):this._context.moveTo(t[0],e[0]),n===2)this._context.lineTo(t[1],e[1]);else for(var r=zi(t),o=zi(e),i=0,s=1;s<n;++i,++s)this._context.bezierCurveTo(r[0][i],o[0][i],r[1][i],o[1][i],t[s],e[s]);(this._line||this._line!==0&&n===1)&&this._context.closePath(),this._line=1-this._line,this._x=this._y=null},point:function(t,e){this._x.push(+t),this._y.push(+e)}};function zi(t){var e,n=t.length-1,r,o=new Array(n),i=new Array(n),s=new Array(n);for(o[0]=0,i[0]=2,s[0]=t[0]+2*t[1],e=1;e<n-1;++e)o[e]=1,i[e]=4,s[e]=4*t[e]+2*t[e+1];for(o[n-1]=2,i[n-1]=7,s[n-1]=8*t[n-1]+t[n],e=1;e<n;++e)r=o[e]/i[e-1],i[e]-=r,s[e]-=r*s[e-1];for(o[n-1]=s[n-1]/i[n-1],e=n-2;e>=0;--e)o[e]=(s[e]-o[e+1])/i[e];for(i[n-1]=(t[n]+o[n-1])/2,e=0;e<n-1;++e)i[e]=2*t[e+1]-o[e+1];return[o,i]}function Ju(t,e){this._context=t,this._t=e}Ju.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=this._y=NaN,this._point=0},lineEnd:function(){0<this._t&&this._t<1&&this._point===2&&this._context.lineTo(this._x,this._y),(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line>=0&&(this._t=1-this._t,this._line=1-this._line)},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;default:{if(this._t<=0)this._context.lineTo(this._x,e),this._context.lineTo(t,e);else{var n=this._x*(1-this._t)+t*this._t;this._context.lineTo(n,this._y),this._context.lineTo(n,e)}break}}this._x=t,this._y=e}};function gt(t){return class extends Lt{shouldComponentUpdate(e){return[...new Set([...Object.keys(this.props),...Object.keys(e)])].some(r=>this.props[r]!==e[r])}render(e){return a(t,{...e})}}}function _t(t){let e=E(null),[n,r]=T(t);return D(()=>{let o=new ResizeObserver(([i])=>{let s=Math.floor(i.contentRect.width);s>0&&r(s)});return o.observe(e.current),()=>o.disconnect()},[]),[e,n]}function sn({panel:t}){let e=Qe(t.stepAxis,t.steps,[t.x(t.steps[0]),t.x(t.steps[1])]);return a("g",{class:"axis axis-step",children:[a("line",{x1:t.left,x2:t.right,y1:t.bottom,y2:t.bottom}),e.map(n=>a("g",{class:"tick",transform:`translate(${t.x(n)},${t.bottom})`,children:[a("line",{y2:4}),a("text",{y:16,"text-anchor":"middle",children:M(n)})]},n)),a("text",{class:"axis-unit",x:t.right,y:t.bottom+30,"text-anchor":"end",children:"step \u2192"})]})}function an({panel:t}){let e=t.y.ticks(4),n=t.y.domain().every(o=>Math.abs(o)<.001),r=t.y.tickFormat(4,n?"~e":t.quantity.tickFormat);return a("g",{class:"axis axis-value",children:[e.map(o=>a("g",{class:"tick",transform:`translate(0,${t.y(o)})`,children:[a("line",{class:"grid",x1:t.left,x2:t.right}),a("text",{x:t.left-6,dy:"0.32em","text-anchor":"end",children:r(o)})]},o)),a("text",{class:"axis-title loss",x:2,y:12,children:["\u2191 ",t.measure.label]})]})}function os({panel:t}){let e=t.accuracy;if(!e)return null;let n=e.tickFormat(4,"~%");return a("g",{class:"axis axis-accuracy",children:[e.ticks(4).map(r=>a("g",{class:"tick",transform:`translate(${t.right},${e(r)})`,children:[a("line",{x2:4}),a("text",{x:7,dy:"0.32em",children:n(r)})]},r)),a("text",{class:"axis-title accuracy",x:t.width-2,y:12,"text-anchor":"end",children:"probe accuracy \u2191"})]})}function ss({panel:t,series:e,cursor:n}){let r=E(null),o=E(null),i=E(null),s=E(null);return D(()=>{let u=c=>{let l=c?G(e.steps,c.step):-1,f=e.points[l],p=f?t.x(f.step):NaN,m=p>=t.left-1&&p<=t.right+1;r.current.toggleAttribute("data-shown",m),!(!f||!m)&&(o.current.setAttribute("transform",`translate(${p},0)`),is(i.current,p,t.measure.values[l],t.y),is(s.current,p,f.accuracy,t.accuracy))};return u(n.current),n.subscribe(u)},[t,e,n]),a("g",{ref:r,class:"cursor","aria-hidden":"true",children:[a("line",{ref:o,y1:t.top,y2:t.bottom}),a("circle",{ref:s,class:"accuracy",r:4}),a("circle",{ref:i,class:"loss",r:4})]})}function un({panel:{top:t,bottom:e},ends:n}){return a("rect",{class:"brush",x:Math.min(...n),y:t,width:Math.abs(n[1]-n[0]),height:e-t})}function is(t,e,n,r){let o=r!==null&&Number.isFinite(n);t.style.display=o?"":"none",o&&t.setAttribute("transform",`translate(${e},${r(n)})`)}function Ct({ctrlKey:t,metaKey:e,altKey:n}){return t||e||n}var as=8;function ln({panel:t,steps:e,x:n,domain:r,cursor:o,actions:i}){let s=E(null),[u,c]=T(null),l=e.filter(b=>b>=r[0]&&b<=r[1]),f=(b,w)=>{b!==void 0&&o.move({step:b,panel:t,byKey:w})},p=b=>b.clientX-b.currentTarget.getBoundingClientRect().left,m=b=>{let w=p(b);s.current!==null&&Math.abs(w-s.current)>=as&&c([s.current,w]),f(l[ue(l,n,w)],!1)},h=b=>{b.button===0&&b.pointerType==="mouse"&&(s.current=p(b),b.currentTarget.setPointerCapture(b.pointerId)),m(b)},d=b=>{if(b.button!==0)return;let w=p(b);if(s.current!==null&&Math.abs(w-s.current)>=as){let[k,C]=[s.current,w].toSorted((P,O)=>P-O).map(P=>Math.round(n.invert(P)));C>k&&i.zoom([Math.max(r[0],k),Math.min(r[1],C)])}else i.hold(l[ue(l,n,w)]??null);_()},_=()=>{s.current=null,c(null)};return{brush:u,handlers:{onPointerMove:m,onPointerDown:h,onPointerUp:d,onPointerCancel:_,onPointerLeave:()=>{s.current===null&&o.move(null)},onDblClick:()=>i.zoom(null),onKeyDown:b=>{if(Ct(b))return;let w=o.current,k=w?G(l,w.step):-1,C=l.length-1,P={ArrowLeft:Math.max(0,k-1),ArrowRight:Math.min(C,k+1),Home:0,End:C},O={Escape:()=>o.move(null),Enter:()=>i.hold(l[k]??null),0:()=>i.zoom(null),"+":()=>i.zoom(Zu(l,k))},L=P[b.key];L===void 0&&!O[b.key]||(b.preventDefault(),O[b.key]?.(),L!==void 0&&f(l[L],!0))},onBlur:()=>o.move(null)}}}function Zu(t,e){let n=Math.max(1,Math.floor(t.length/4)),r=Math.max(0,e),[o,i]=[t[Math.max(0,r-n)],t[Math.min(t.length-1,r+n)]];return o!==void 0&&i!==void 0&&i>o?[o,i]:null}function tl({lines:t,label:e,quantity:n,stepAxis:r,steps:o,panel:i,name:s,level:u,cursor:c,actions:l}){let[f,p]=_t(360),m=Pe(),h=R(()=>{let y=p-14,v=ht-K.bottom,b=t.flatMap(k=>k.values.filter((C,P)=>k.steps[P]>=o[0]&&k.steps[P]<=o[1])),w=u===void 0?ut(b,[]):We(ut([...b,u],[]),u);return{width:p,left:K.left,right:y,top:K.top,bottom:v,quantity:n,stepAxis:r,steps:o,x:at(r,o,[K.left+4,y-4]),y:X(w,[v-8,K.top+8]),accuracy:null,measure:{label:e,values:[],errors:[],band:[[],[]],unit:NaN,references:[]}}},[t,e,n,r,o,u,p]),d=R(()=>[...new Set(t.flatMap(y=>y.steps))].toSorted((y,v)=>y-v),[t]),{brush:_,handlers:g}=ln({panel:i,steps:d,x:h.x,domain:o,cursor:c,actions:l}),x=R(()=>a("g",{class:"marks",children:[a(an,{panel:h}),a(sn,{panel:h}),u!==void 0&&a("line",{class:"level",x1:h.left,x2:h.right,y1:h.y(u),y2:h.y(u)}),a("clipPath",{id:m,children:a("rect",{x:h.left,y:h.top-6,width:h.right-h.left,height:h.bottom-h.top+12})}),a("g",{"clip-path":`url(#${m})`,children:t.map(y=>{let v=ct().defined(Number.isFinite).x((b,w)=>h.x(y.steps[w])).y(h.y);return a("g",{fill:y.color,children:[a("path",{class:"companion",stroke:y.color,"stroke-dasharray":y.dash||void 0,d:v(y.values)??""}),Ye(y.values).map(b=>a("circle",{cx:h.x(y.steps[b]),cy:h.y(y.values[b]),r:2},b)),a("title",{children:y.name})]},y.name)})})]}),[h,t,u]);return a("div",{ref:f,class:"chart",children:a("svg",{width:p,height:ht,viewBox:`0 0 ${p} ${ht}`,role:"img",tabIndex:0,"aria-label":`${s}: ${e} of ${t.map(y=>y.name).join(", ")}. Arrow keys move the cursor.`,...g,children:[x,_&&a(un,{panel:h,ends:_}),a(el,{layout:h,cursor:c})]})})}var cn=gt(tl);function el({layout:t,cursor:e}){let n=E(null);return D(()=>{let r=o=>{let i=o?t.x(o.step):NaN,s=i>=t.left&&i<=t.right;n.current.toggleAttribute("data-shown",s),s&&n.current.firstElementChild.setAttribute("transform",`translate(${i},0)`)};return r(e.current),e.subscribe(r)},[t,e]),a("g",{ref:n,class:"cursor","aria-hidden":"true",children:a("line",{y1:t.top,y2:t.bottom})})}var nl=["fill","fill-opacity","stroke","stroke-width","stroke-dasharray","stroke-linejoin","stroke-linecap","opacity","paint-order","font-family","font-size","font-weight","font-variant-numeric","text-anchor","visibility"],rl=/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;function ls(t,{title:e,subtitle:n,legend:r}){let o=getComputedStyle(document.body),{width:i,height:s}=t.viewBox.baseVal,u=i+28,c=ol(r,u),l=56,f=l+s+18,p=f+(c.at(-1)?.y??-18)+18,m=(d,_,g,x,y)=>`<text x="${d}" y="${_}" font-family="system-ui, sans-serif" font-size="${x}" font-weight="${y}" fill="${o.color}">${us(g)}</text>`,h=sl(t);return h.setAttribute("x",String(14)),h.setAttribute("y",String(l)),[`<svg xmlns="http://www.w3.org/2000/svg" width="${u}" height="${p}" viewBox="0 0 ${u} ${p}">`,`<title>${us(e)}</title>`,`<rect width="100%" height="100%" fill="${o.backgroundColor}"/>`,m(14,27,e,15,650),m(14,45,n,11.5,400),new XMLSerializer().serializeToString(h),...c.map(({x:d,y:_,color:g,dash:x,text:y})=>`<path d="M${d},${f+_-5}h16" stroke="${il(g)}" stroke-width="4" stroke-dasharray="${x||"none"}"/>`+m(d+22,f+_,y,11.5,400)),"</svg>"].join(`
`).replaceAll(rl,"")}function ol(t,e){let[n,r]=[14,0];return t.map(o=>{let i=36+6.6*o.text.length;n>14&&n+i>e&&([n,r]=[14,r+18]);let s={x:n,y:r,...o};return n+=i,s})}function il(t){let e=/^var\((--[a-z]+)\)$/.exec(t)?.[1];return e?getComputedStyle(document.documentElement).getPropertyValue(e).trim():t}function sl(t){let e=t.cloneNode(!0),n=[t,...t.querySelectorAll("*")],r=[e,...e.querySelectorAll("*")];return n.forEach((o,i)=>{let s=getComputedStyle(o),u=r[i];for(let c of nl){let l=s.getPropertyValue(c),f=c.startsWith("font")||c==="text-anchor";l&&(!f||u instanceof SVGTextElement)&&u.setAttribute(c,l)}u.removeAttribute("class")}),r.forEach((o,i)=>{n[i].closest(".cursor, .brush")&&o.remove()}),e}function us(t){return t.replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;").replaceAll('"',"&quot;")}async function cs(t){let e=new Image;e.src=URL.createObjectURL(new Blob([t],{type:"image/svg+xml"}));try{await e.decode();let n=document.createElement("canvas");return[n.width,n.height]=[2*e.width,2*e.height],n.getContext("2d").drawImage(e,0,0,n.width,n.height),await new Promise((r,o)=>n.toBlob(i=>i?r(i):o(new Error("the browser drew no PNG")),"image/png"))}finally{URL.revokeObjectURL(e.src)}}function yt(t,e,n,r="text/plain"){let o=document.createElement("a"),i=typeof t=="string"?new Blob([t],{type:r}):t;o.href=URL.createObjectURL(i),o.download=`${e.replaceAll(/[^A-Za-z0-9]+/g,"-").replaceAll(/^-|-$/g,"")||"phases"}.${n}`,o.click(),setTimeout(()=>URL.revokeObjectURL(o.href),1e4)}function fn({columns:t,rows:e}){return[t,...e].map(n=>n.map(al).join(",")).join(`\r
`)+`\r
`}function al(t){if(typeof t=="number")return Number.isFinite(t)?String(t):"";let e=/^[=+\-@\t\r]/.test(t??"")?`'${t}`:t??"";return/[",\r\n]/.test(e)?`"${e.replaceAll('"','""')}"`:e}function pn({columns:t,rows:e}){let n=e.map(r=>Object.fromEntries(t.map((o,i)=>[o,ul(r[i])?r[i]:null])));return JSON.stringify(n,null,1)}function ul(t){return t!=null&&(typeof t=="string"||Number.isFinite(t))}function mn(t){document.hasFocus()&&(t.currentTarget.contains(t.relatedTarget)||(t.currentTarget.open=!1))}function hn(t){t.key==="Escape"&&(t.currentTarget.open=!1,t.currentTarget.querySelector("summary").focus())}var ll=["SVG","PNG"];function rt({title:t,subtitle:e,panel:n,aside:r,table:o,legend:i=[],wide:s,children:u}){let c=E(null),[l,f]=T(!1),p=()=>ls(c.current.querySelector(".chart svg"),{title:t,subtitle:e,legend:i}),m={SVG:()=>yt(p(),t,"svg","image/svg+xml"),PNG:async()=>yt(await cs(p()),t,"png"),CSV:()=>yt(fn(o()),t,"csv","text/csv"),JSON:()=>yt(pn(o()),t,"json","application/json")};return a("article",{ref:c,class:`panel ${s?"wide":""}`,"data-panel":n,children:[a("header",{children:[a("h2",{children:t}),a("span",{class:"muted",children:e}),r,a("details",{class:"menu",onFocusOut:mn,onKeyDown:hn,children:[a("summary",{"aria-label":`Save ${t}, or show its numbers`,children:"\u22EF"}),a("div",{tabIndex:-1,children:[a("button",{onClick:()=>f(!l),"aria-pressed":l,children:l?"Chart":"Table"}),Object.entries(m).map(([h,d])=>a("button",{disabled:l&&ll.includes(h),onClick:()=>{d()},children:h},h))]})]})]}),l?a(cl,{table:o(),title:t}):u]})}function cl({table:{columns:t,rows:e},title:n}){return a("div",{class:"numbers",tabIndex:0,role:"region","aria-label":`Numbers of ${n}`,children:a("table",{children:[a("thead",{children:a("tr",{children:t.map(r=>a("th",{scope:"col",class:"number",children:r},r))})}),a("tbody",{children:e.map((r,o)=>a("tr",{children:r.map((i,s)=>a("td",{class:"number",children:di(i)},s))},o))})]})})}var dn={class:{title:"by class",isOrdered:!1},channel:{title:"by colour channel",isOrdered:!1},frequency:{title:"by spatial frequency",isOrdered:!0},difficulty:{title:"by difficulty",isOrdered:!0},position:{title:"by image position",isOrdered:!1},component:{title:"by principal component",isOrdered:!0}};function fs({focus:t,quantities:e,options:n,cursor:r,actions:o}){let i=R(()=>t.rows.map(s=>({series:s,parts:pl(s)})),[t.rows]);return i.some(({parts:s})=>s.length)?a("section",{class:"panels","aria-label":"Breakdowns",children:i.flatMap(({series:s,parts:u})=>u.map(({kind:c,lines:l})=>a(rt,{title:H(s,t.rows),subtitle:`reconstruction loss ${dn[c].title}`,table:()=>({columns:["step",...l.map(({name:f})=>f)],rows:s.steps.map((f,p)=>[f,...l.map(({values:m})=>m[p])])}),legend:l.map(({name:f,color:p})=>({color:p,text:f})),children:[a(cn,{lines:l,label:"reconstruction loss",name:`${H(s,t.rows)}, ${dn[c].title}`,panel:s.key,quantity:lt(e,"loss"),stepAxis:n.stepAxis,steps:n.steps,cursor:r,actions:o}),a(fl,{lines:l})]},`${s.key} ${c}`)))}):a("section",{class:"empty",children:[a("h2",{children:"This log has no breakdowns"}),a("p",{children:["A breakdown splits the reconstruction loss of a layer by class, colour channel, spatial frequency or difficulty, and shows which of them is forgotten first. Columns named ",a("code",{children:"reconstruction_loss_class_\u2026"}),","," ",a("code",{children:"\u2026_channel_\u2026"}),", ",a("code",{children:"\u2026_frequency_\u2026"})," or ",a("code",{children:"\u2026_difficulty_\u2026"})," appear here."]})]})}function fl({lines:t}){return a("ul",{class:"keys",children:t.map(({name:e,color:n})=>a("li",{children:[a("i",{class:"swatch",style:{background:n}})," ",e]},e))})}function pl(t){return Object.keys(dn).flatMap(e=>{let n=`reconstruction_loss_${e}_`,r=t.metricNames.filter(i=>i.startsWith(n)),o=r.map((i,s)=>({name:i.slice(n.length).replaceAll("_"," "),color:dn[e].isOrdered?jt(.1+.75*s/Math.max(1,r.length-1)):pe(s),steps:t.steps,values:t.column(i)}));return o.some(({values:i})=>i.some(Number.isFinite))?[{kind:e,lines:o}]:[]})}function Wt(t,e){let n=e?.phases?.at(-1),r=t.points.findLast(({loss:s})=>Number.isFinite(s));if(!n||!r||e?.minimum_step==null)return null;let o=e.minimum_step,i=s=>Ke(t,t.column(s),o);return{kind:n.kind,since:n.start_step,minimumStep:o,interval:e.minimum_interval??[o,o],isPast:!!e.has_increase,lastStep:r.step,lossAtMinimum:i("reconstruction_loss"),lossAtLast:r.loss,accuracyAtMinimum:i("probe_accuracy"),accuracyAtLast:r.accuracy}}function he({lossAtMinimum:t,lossAtLast:e}){return e/t-1}function ps(t,e){if(!e)return`${t}: too few probe steps to tell phases apart.`;let{kind:n,since:r,minimumStep:o,interval:i,isPast:s,lastStep:u}=e,c=`${t} is in ${n} since step ${M(r)}.`;if(!s)return`${c} No increase yet: nothing speaks for stopping at step ${M(u)}.`;let l=i[0]<i[1]?` (between ${M(i[0])} and ${M(i[1])})`:"";return`${c} Its reconstruction minimum was at step ${M(o)}${l}: stopping there ${ml(e)}.`}function ml(t){let{lossAtMinimum:e,lossAtLast:n,accuracyAtMinimum:r,accuracyAtLast:o}=t,i=`would have kept the loss at ${j(e)} instead of ${j(n)} (${q(he(t))} higher now)`;return!Number.isFinite(r)||!Number.isFinite(o)?i:`${i}, at a probe accuracy of ${q(r)} instead of ${q(o)}`}function ms({rows:t,options:e,others:n,colors:r,dashes:o}){let i=t.some(l=>l.points.some(f=>Xe(f,l))),s=e.quantity.label,u=t.some(({spread:l})=>l),c=!!e.quantity.readErrors;return a("section",{class:"legend","aria-label":"Legend",children:[a("ul",{children:[a("li",{children:[a(dr,{kind:"constant"})," ",a("b",{children:"constant"})," as untrained"]}),a("li",{children:[a(dr,{kind:"decrease"})," ",a("b",{children:"decrease"})," learns to carry its input"]}),a("li",{children:[a(dr,{kind:"increase"})," ",a("b",{children:"increase"})," forgets it"]}),a("li",{children:[a("svg",{width:26,height:14,class:"curve loss","aria-hidden":"true",children:[a("path",{class:"spread",d:"M0,3H26V11H0Z"}),a("path",{class:"line",d:"M0,7H26"})]}),s,u?", mean, lowest to highest seed":c&&" \xB1 standard error"]}),e.accuracyDomain&&e.quantity.key!=="accuracy"&&a("li",{children:[a("svg",{width:26,height:14,class:"curve accuracy","aria-hidden":"true",children:a("path",{class:"line",d:"M0,7H26"})}),"probe accuracy, shared scale"]}),e.accuracyDomain&&t[0]?.column("model_accuracy").some(Number.isFinite)&&a("li",{children:[a("svg",{width:26,height:14,class:"curve accuracy","aria-hidden":"true",children:a("path",{class:"own",d:"M0,7H26"})}),"the model itself"]}),a("li",{children:[a("svg",{width:26,height:16,class:"minimum","aria-hidden":"true",children:[a("line",{class:"interval",x1:1,x2:25,y1:13,y2:13}),a("circle",{cx:13,cy:6,r:4.5})]}),"minimum and its interval"]}),i&&a("li",{children:[a("svg",{width:26,height:14,class:"flag-marks","aria-hidden":"true",children:a("circle",{cx:13,cy:7,r:5})}),"record with a remark"]})]}),e.quantity.key!=="loss"&&a("p",{children:"Phases and minimum are those of the reconstruction loss."}),n.length>0&&a(gr,{others:n,colors:r,dashes:o})]})}function gr({others:t,colors:e,dashes:n}){return a("ul",{class:"keys","aria-label":"Runs",children:t.map(({summary:{run:r}})=>a("li",{children:[a(de,{color:e.get(r),dash:n.get(r)})," ",A(r)]},r))})}function de({color:t,dash:e}){return a("svg",{width:26,height:10,class:"stroke","aria-hidden":"true",children:a("path",{d:"M0,5H26",stroke:t,"stroke-width":2,"stroke-dasharray":e||void 0})})}function dr({kind:t}){return a("svg",{width:26,height:14,class:`band ${t}`,"aria-hidden":"true",children:[a("rect",{width:26,height:14}),a("rect",{class:"edge",width:26,height:3})]})}function ds(t){let{focus:e,others:n}=t;return a("section",{children:[a(dl,{...t}),n.length>0?a(yl,{...t}):a("p",{class:"muted",children:["Choose further runs under ",a("b",{children:"Beside it"})," to see their differences to ",A(e.summary.run),"."]})]})}var hl=(t,e)=>t===void 0||!Number.isFinite(t)?"\u2013":e(t),Xt=[{name:"run",value:({run:t})=>A(t),show:({run:t})=>A(t)},{name:"layer",value:({layer:t})=>t,show:({layer:t})=>t},{name:"decoder",value:({decoder:t})=>t,show:({decoder:t})=>t},{name:"phase now",value:({advice:t})=>t?.kind??null,show:({advice:t})=>t?.kind??"\u2013"},ot("minimum at step",({advice:t})=>t?.minimumStep,M),ot("from step",({advice:t})=>t?.interval[0],M),ot("to step",({advice:t})=>t?.interval[1],M),ot("stop step",({advice:t})=>t?.isPast?t.minimumStep:void 0,M),ot("loss at minimum",({advice:t})=>t?.lossAtMinimum,j),ot("last loss",({advice:t})=>t?.lossAtLast,j),ot("rise since",({advice:t})=>t&&he(t),q),ot("accuracy at minimum",({advice:t})=>t?.accuracyAtMinimum,q),ot("best accuracy",({best:t})=>t?.accuracy,q),ot("at step",({best:t})=>t?.step,M)];function ot(t,e,n){return{name:t,value:r=>e(r)??null,show:r=>hl(e(r)??void 0,n)}}function dl({focus:t,others:e,colors:n,dashes:r}){let[o,i]=T({place:-1,down:!1}),s=R(()=>[t,...e].flatMap(l=>gl(l,n,r)),[t,e,n,r]),u=R(()=>_l(s,o),[s,o]),c=()=>({columns:Xt.map(({name:l})=>l),rows:u.map(l=>Xt.map(({value:f})=>f(l)))});return a("div",{class:"minima",children:[a("div",{class:"scroll",children:a("table",{children:[a("thead",{children:a("tr",{children:Xt.map(({name:l},f)=>a("th",{scope:"col",class:f>=hs?"number":"","aria-sort":o.place===f?o.down?"descending":"ascending":"none",children:a("button",{onClick:()=>i({place:f,down:o.place===f&&!o.down}),children:[l," ",o.place===f&&(o.down?"\u2193":"\u2191")]})},l))})}),a("tbody",{children:u.map(l=>a("tr",{children:Xt.map(({name:f,show:p},m)=>a("td",{class:m>=hs?"number":"",children:[m===0&&a(de,{color:l.color,dash:l.dash}),p(l)]},f))},`${l.run} ${l.layer}/${l.decoder}`))})]})}),a("p",{class:"row",children:[a("button",{onClick:()=>yt(fn(c()),"phase minima","csv","text/csv"),children:"CSV"}),a("button",{onClick:()=>yt(pn(c()),"phase minima","json","application/json"),children:"JSON"}),a("span",{class:"muted",children:"A stop step is the minimum of a layer whose loss has surely risen since. It serves frozen features; full fine-tuning can still gain from longer pre-training."})]})]})}function gl({summary:t,rows:e,reports:n},r,o){return e.map(i=>({run:t.run,color:r.get(t.run),dash:o.get(t.run),layer:i.row.layer,decoder:i.row.decoder,advice:Wt(i,z(n,i.row)),best:i.best}))}var hs=Xt.findIndex(({name:t})=>t==="minimum at step");function _l(t,{place:e,down:n}){let r=Xt[e];return r?t.toSorted((o,i)=>{let[s,u]=[r.value(o),r.value(i)];if(gn(s)||gn(u))return Number(gn(s))-Number(gn(u));let c=typeof s=="number"?s-u:String(s).localeCompare(String(u),"en",{numeric:!0});return n?-c:c}):t}function gn(t){return t===null||typeof t=="number"&&!Number.isFinite(t)}function yl({focus:t,others:e,colors:n,dashes:r,options:o,cursor:i,actions:s}){let{quantity:u,stepAxis:c,steps:l}=o,f=R(()=>t.rows.map(h=>({series:h,lines:bl(h,e,n,u,r)})).filter(({lines:h})=>h.length),[t.rows,e,n,r,u]),p=A(t.summary.run),m=R(()=>({...u,key:"difference"}),[u]);return a($,{children:[a("h2",{class:"section",children:[u.label,": difference to ",p]}),!f.length&&a("p",{class:"muted",children:["None of the other runs has a layer of ",p," by the same name and decoder."]}),f.length>0&&a(gr,{others:e,colors:n,dashes:r}),a("div",{class:"panels","aria-label":"Differences",children:f.map(({series:h,lines:d})=>a(rt,{title:H(h,t.rows),subtitle:`${u.label}, run minus ${p}`,table:()=>({columns:["run","step",`difference of ${u.label}`],rows:d.flatMap(_=>_.steps.map((g,x)=>[_.name,g,_.values[x]]))}),legend:d.map(({name:_,color:g,dash:x})=>({color:g,dash:x,text:_})),children:a(cn,{lines:d,label:"difference",name:`${H(h,t.rows)}, difference of ${u.label}`,panel:h.key,quantity:m,stepAxis:c,steps:l,level:0,cursor:i,actions:s})},h.key))})]})}function bl(t,e,n,r,o){let i=new Map(t.steps.map((s,u)=>[s,r.read(t)[u]]));return e.flatMap(({summary:s,rows:u})=>{let c=u.find(({key:p})=>p===t.key);if(!c)return[];let l=r.read(c),f=c.steps.flatMap((p,m)=>i.has(p)?[[p,l[m]-i.get(p)]]:[]);return[{name:A(s.run),color:n.get(s.run),dash:o?.get(s.run),steps:f.map(([p])=>p),values:f.map(([,p])=>p)}]})}function gs(t){let{runs:e,focus:n,layers:r,quantities:o,selection:i,select:s}=t,u=new Set(e.map(({run:c})=>fe(c))).size<e.length;return a("header",{class:"controls",children:[a("label",{class:"run",children:[a("span",{class:"control-name",children:"Run"}),a("select",{name:"run",value:n,onChange:c=>s({run:c.currentTarget.value}),children:e.map(c=>a("option",{value:c.run,children:kl(c)},c.run))})]}),e.length>1&&a(xl,{...t}),r.length>1&&a(_s,{name:"Layers",items:r.map(c=>({value:c,label:c})),chosen:en(r,i.layers)??r,choose:c=>s({layers:c.length===r.length?null:c})}),a("label",{children:[a("span",{class:"control-name",children:"Quantity"}),a("select",{name:"quantity",value:lt(o,i.metric).key,onChange:c=>s({metric:c.currentTarget.value}),children:o.map(({key:c,label:l})=>a("option",{value:c,children:l},c))})]}),a(_r,{name:"Step axis",value:i.stepAxis,options:{log:"log(1 + step)",linear:"linear"},choose:c=>s({stepAxis:c})}),u&&a("label",{class:"switch",children:[a("input",{type:"checkbox",checked:i.grouped,onChange:()=>s({grouped:!i.grouped})}),"Mean over seeds"]}),i.zoom&&a("button",{class:"chip",onClick:()=>s({zoom:null}),children:["steps ",i.zoom.map(M).join("\u2013")," \u2715"]}),i.step!==null&&a("button",{class:"chip",onClick:()=>s({step:null}),children:["held at step ",M(i.step)," \u2715"]})]})}function xl({runs:t,focus:e,others:n,colors:r,dashes:o,select:i}){let s=t.filter(({run:u})=>u!==e).map(({run:u})=>({value:u,label:A(u),color:r.get(u),dash:o.get(u)}));return a(_s,{name:"Beside it",items:s,chosen:n,choose:u=>i({others:u})})}var wl=10;function _s({name:t,items:e,chosen:n,choose:r}){let[o,i]=T(""),s=e.map(({value:f})=>f).filter(f=>n.includes(f)),u=e.filter(({label:f})=>f.toLowerCase().includes(o.toLowerCase())),c=f=>r(e.map(p=>p.value).filter(p=>p===f!==s.includes(p))),l=u.map(({value:f})=>f);return a("div",{children:[a("span",{class:"control-name",children:t}),a(vl,{label:`${s.length} of ${e.length}`,name:t,children:[e.length>wl&&a("input",{type:"search",placeholder:"filter","aria-label":`Filter ${t}`,value:o,onInput:f=>i(f.currentTarget.value)}),a("div",{class:"row",children:[a("button",{onClick:()=>r([...new Set([...s,...l])]),children:"all"}),a("button",{onClick:()=>r(s.filter(f=>!l.includes(f))),children:"none"})]}),a("ul",{children:u.map(({value:f,label:p,color:m,dash:h})=>a("li",{children:a("label",{children:[a("input",{type:"checkbox",checked:s.includes(f),onChange:()=>c(f)}),m&&a(de,{color:m,dash:h}),p]})},f))})]})]})}function vl({label:t,name:e,children:n}){return a("details",{class:"dropdown",onFocusOut:mn,onKeyDown:hn,children:[a("summary",{"aria-label":`${e}: ${t}`,children:[t," \u25BE"]}),a("div",{tabIndex:-1,children:n})]})}function kl({run:t,num_steps:e,last_step:n,error:r}){let o=n===null?"no probe step":`${Ut(e,"probe step")} to step ${M(n)}`;return`${A(t)} \xB7 ${r?"damaged, ":""}${o}`}var Ml={curves:"Curves",portrait:"Phase portrait",map:"Heat map",images:"Reconstructions",compare:"Compare",breakdowns:"Breakdowns"};function ys({view:t,choose:e}){return a("nav",{class:"views",role:"tablist","aria-label":"Views",onKeyDown:r=>{let o={ArrowLeft:-1,ArrowRight:1}[r.key];if(!o||Ct(r))return;r.preventDefault();let i=Nt[(Nt.indexOf(t)+o+Nt.length)%Nt.length];e(i),r.currentTarget.querySelector(`[data-view="${i}"]`).focus()},children:Nt.map(r=>a("button",{role:"tab",id:`tab-${r}`,"aria-controls":"view","data-view":r,"aria-selected":r===t,tabIndex:r===t?0:-1,onClick:()=>e(r),children:Ml[r]},r))})}function _r({name:t,value:e,options:n,choose:r}){return a("fieldset",{class:"choice",children:[a("legend",{class:"control-name",children:t}),a("div",{class:"segments",children:Object.entries(n).map(([o,i])=>a("label",{children:[a("input",{type:"radio",name:t,value:o,checked:o===e,onChange:()=>r(o)}),a("span",{children:i})]},o))})]})}var Sl='model.fit(x, y, callbacks=[PhaseProbe(log_dir="logs/run1")])';function bs(){return a("main",{class:"empty",children:[a(Rl,{}),a("h1",{children:"Installed, waiting for the first probe step"}),a("p",{children:"Add one callback to your training. The first point, the untrained network, appears at once."}),a("pre",{children:a("code",{children:[a("span",{class:"muted",children:"from keras_phases import PhaseProbe"}),`

`,Sl]})}),a("p",{class:"muted",children:["Training already? TensorBoard must watch the same folder, ",a("code",{children:"tensorboard --logdir logs"}),", and its reload button fetches new steps."]})]})}function Rl(){return a("svg",{class:"empty-curve",width:280,height:92,viewBox:"0 0 280 92","aria-hidden":"true",children:[a("g",{class:"band constant",children:[a("rect",{width:80,height:78}),a("text",{x:40,y:14,"text-anchor":"middle",children:"constant"})]}),a("g",{class:"band decrease",children:[a("rect",{x:80,width:100,height:78}),a("text",{x:130,y:14,"text-anchor":"middle",children:"decrease"})]}),a("g",{class:"band increase",children:[a("rect",{x:180,width:100,height:78}),a("text",{x:230,y:14,"text-anchor":"middle",children:"increase"})]}),a("g",{class:"curve loss",children:a("path",{class:"line",d:"M2,32L80,33C110,34 140,62 180,62S250,36 278,26"})}),a("g",{class:"axis",children:a("line",{x2:280,y1:78,y2:78})})]})}function xs({focus:{rows:t,reports:e}}){let n=t.at(-1);if(!n||!e.length)return null;let r=Wt(n,z(e,n.row));return a("p",{class:`headline ${r?.kind??""}`,role:"status",children:[ps(H(n,t),r),r?.isPast&&a("span",{class:"muted",children:[" ","That serves frozen features; full fine-tuning can still gain from longer pre-training (",a("a",{href:"https://arxiv.org/abs/2203.04668",target:"_blank",rel:"noreferrer",children:"Deng et al., ICCV 2023"}),")."]})]})}var Tt={top:8,right:12,bottom:66},vs=6.6;function $l({rows:t,reports:e,quantity:n,colors:r,stepAxis:o,steps:i},s){let u=t.map(g=>H(g,t)),c=Math.min(.3*s,14+vs*Math.max(4,...u.map(({length:g})=>g))),l=s-Tt.right,f=t.length>24?14:t.length>12?20:28,p=at(o,i,[c+6,l-6]),m=t.map(g=>n.read(g)),h=ws(m.flat()),d=t.map((g,x)=>{let[y,v]=r==="shared"?h:ws(m[x]),b=z(e,g.row)?.minimum_step??-1;return{series:g,name:u[x],top:Tt.top+x*f,values:m[x],low:y,high:v,edges:Pl(g.steps.map(w=>p(w)),c,l),minimum:g.steps.indexOf(b)}}),_=Tt.top+t.length*f;return{width:s,height:_+Tt.bottom,left:c,right:l,bottom:_,cell:f,x:p,rows:d}}function ws(t){let[e,n]=[1/0,-1/0];for(let r of t)Number.isFinite(r)&&([e,n]=[Math.min(e,r),Math.max(n,r)]);return e<=n?[e,n]:[0,1]}function Pl(t,e,n){let r=i=>Math.min(n,Math.max(e,i)),o=(n-e)/40;return t.map((i,s)=>{let u=s?(i-t[s-1])/2:void 0,c=s<t.length-1?(t[s+1]-i)/2:void 0;return[r(i-(u??c??o)),r(i+(c??u??o))]})}function Nl({held:t,cursor:e,actions:n,name:r,run:o,...i}){let{rows:s,reports:u,quantity:c,colors:l,stepAxis:f,steps:p}=i,[m,h]=_t(640),d=R(()=>$l(i,h),[s,u,c,l,f,p,h]),_=y=>{let v=y.currentTarget.getBoundingClientRect(),b=d.rows[Math.floor((y.clientY-v.top-Tt.top)/d.cell)];return b?{step:b.series.steps[ue(b.series.steps,d.x,y.clientX-v.left)],panel:b.series.key}:null},g=y=>{let v=_(y);e.move(v&&{...v,run:o,byKey:!1})},x=R(()=>a($,{children:[d.rows.map(y=>a(Cl,{row:y,cell:d.cell,left:d.left,quantity:c},y.series.key)),a(Tl,{layout:d,stepAxis:f,steps:p}),a(El,{layout:d,quantity:c,colors:l})]}),[d,c,f,p,l]);return a("div",{ref:m,class:"chart",children:a("svg",{class:"heat-map",width:h,height:d.height,viewBox:`0 0 ${h} ${d.height}`,role:"img",tabIndex:0,"aria-label":`${r}: ${c.label} of ${s.length} layers at every probe step. Arrow keys move the cursor.`,onPointerMove:g,onPointerLeave:()=>e.move(null),onPointerUp:y=>y.button===0&&n.hold(_(y)?.step??null),onKeyDown:y=>Al(y,d,e,n,o),onBlur:()=>e.move(null),children:[x,t!==null&&t>=p[0]&&t<=p[1]&&a("line",{class:"held",x1:d.x(t),x2:d.x(t),y1:Tt.top,y2:d.bottom}),a(Ll,{layout:d,cursor:e})]})})}var ks=gt(Nl);function Al(t,{rows:e},n,r,o){if(Ct(t))return;let i=Math.max(0,e.findIndex(({series:m})=>m.key===n.current?.panel)),s=e[i]?.series;if(!s)return;let u=n.current?G(s.steps,n.current.step):0,c={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0],Home:[0,-u],End:[0,s.steps.length]};t.key==="Escape"&&n.move(null),t.key==="Enter"&&r.hold(s.steps[u]);let l=c[t.key];if(!l)return;t.preventDefault();let f=e[Math.min(e.length-1,Math.max(0,i+l[0]))].series,p=Math.min(f.steps.length-1,Math.max(0,u+l[1]));n.move({step:f.steps[p],panel:f.key,run:o,byKey:!0})}function Cl({row:t,cell:e,left:n,quantity:r}){let{name:o,top:i,values:s,low:u,high:c,edges:l,minimum:f}=t,p=Je(o,Math.floor((n-13)/vs)),m=l[f]&&(l[f][0]+l[f][1])/2;return a("g",{children:[a("text",{x:n-6,y:i+e/2,dy:"0.32em","text-anchor":"end",children:[p,p!==o&&a("title",{children:o})]}),l.map(([h,d],_)=>{let g=s[_];if(d<=h)return null;if(!Number.isFinite(g))return a("rect",{class:"missing",x:h,y:i,width:d-h,height:e-1},_);let x=c>u?(g-u)/(c-u):.5;return a("rect",{x:h,y:i,width:d-h+.4,height:e-1,fill:jt(x)},_)}),m!==void 0&&r.better==="low"&&a("circle",{class:"lowest",cx:m,cy:i+(e-1)/2,r:Math.min(5,e/4),children:a("title",{children:"reconstruction minimum"})})]})}function Tl({layout:t,stepAxis:e,steps:n}){let{left:r,right:o,bottom:i,x:s}=t;return a("g",{class:"axis axis-step",children:[Qe(e,n,[s(n[0]),s(n[1])]).map(u=>a("g",{class:"tick",transform:`translate(${s(u)},${i})`,children:[a("line",{y2:4}),a("text",{y:16,"text-anchor":"middle",children:M(u)})]},u)),a("text",{class:"axis-unit",x:o,y:i+30,"text-anchor":"end",children:"step \u2192"}),a("line",{x1:r,x2:o,y1:i,y2:i})]})}function El({layout:t,quantity:e,colors:n}){let[r,o]=[t.rows[0]?.low??0,t.rows[0]?.high??1],i=Math.min(220,t.right-t.left),s=n==="shared"?[e.format(r),e.format(o)]:["lowest of the layer","highest"];return a("g",{class:"color-legend",transform:`translate(${t.left},${t.bottom+36})`,children:[Array.from({length:44},(u,c)=>a("rect",{x:c*i/44,width:i/44+.5,height:10,fill:jt(c/43)},c)),a("text",{y:24,children:s[0]}),a("text",{x:i,y:24,"text-anchor":"end",children:s[1]}),a("text",{x:i+10,y:9,children:e.label})]})}function Ll({layout:t,cursor:e}){let n=E(null);return D(()=>{let r=o=>{let[i,s]=n.current.children,u=t.rows.find(({series:f})=>f.key===o?.panel)??t.rows[0];if(n.current.toggleAttribute("data-shown",!!(o&&u)),!o||!u)return;let[c,l]=u.edges[G(u.series.steps,o.step)]??[0,0];i.setAttribute("transform",`translate(${(c+l)/2},0)`),s.style.display=u.series.key===o.panel?"":"none",s.setAttribute("x",String(c)),s.setAttribute("y",String(u.top)),s.setAttribute("width",String(Math.max(0,l-c)))};return r(e.current),e.subscribe(r)},[t,e]),a("g",{ref:n,class:"cursor","aria-hidden":"true",children:[a("line",{y1:Tt.top,y2:t.bottom}),a("rect",{class:"frame",height:t.cell-1})]})}function Ms({focus:t,others:e,options:n,selection:r,cursor:o,actions:i}){let{quantity:s,stepAxis:u,steps:c}=n,[l,f]=T("each"),p=[t,...e];return a("section",{children:[a("div",{class:"view-controls",children:a(_r,{name:"Colours",value:l,options:{each:"each layer by itself",shared:"one scale for all layers"},choose:f})}),a("div",{class:p.length>1?"panels portraits":"panels single",children:p.map(m=>a(rt,{title:A(m.summary.run),subtitle:`${s.label} (${s.unit})`,table:()=>Dl(m,s),wide:p.length===1,children:a(ks,{name:A(m.summary.run),run:m.summary.run,rows:m.rows,reports:m.reports,quantity:s,colors:l,stepAxis:u,steps:c,held:r.step,cursor:o,actions:i})},m.summary.run))})]})}function Dl({rows:t},e){let n=t[0]?.steps??[],r=t.map(o=>[o.row.layer,o.row.decoder,...e.read(o)]);return{columns:["layer","decoder",...n.map(o=>`step ${o}`)],rows:r}}var Il=700;function Ss({focus:t,selection:e,select:n,source:r}){let o=Fl(r,t);return o===void 0?a("p",{class:"muted",children:"Loading \u2026"}):typeof o=="string"?a("p",{class:"problem",children:o}):o.steps.length?a(Ol,{listing:o,focus:t,selection:e,select:n,source:r}):a(ql,{problem:o.error})}function Fl(t,{summary:e}){let[n,r]=T();return D(()=>{let o=!0;return t.fetchImages(e.run).catch(i=>i.message).then(i=>o&&r({run:e.run,listing:i})),()=>{o=!1}},[t,e.run,e.last_step,e.last_wall_time]),n?.run===e.run?n.listing:void 0}function ql({problem:t}){return a("section",{class:"empty",children:[a("h2",{children:"This run has no reconstructed images"}),a("p",{children:t??"The probe keeps the reconstructions of a few held-out examples where the input is an image of one or three channels:"}),a("pre",{children:a("code",{children:'model.fit(x, y, callbacks=[PhaseProbe(images=8, log_dir="logs/run1")])'})})]})}function Ol({listing:t,focus:e,selection:n,select:r,source:o}){let{steps:i,num_examples:s,labels:u}=t,[c,l]=T(!1),[f,p]=T(null),m=f!==null&&f<s?f:null,[h,d]=T(!1),_=n.step===null?i.length-1:G(i,n.step),g=i[_],x=w=>r({step:i[w]}),y=t.rows.flatMap(({layer:w,decoder:k},C)=>{let P=e.rows.find(({row:L})=>L.layer===w&&L.decoder===k);if(!P)return[];let O=Ke(P,P.column("reconstruction_loss"),g);return Number.isFinite(O)?[{layer:w,decoder:k,row:C,loss:O,key:P.key}]:[]});D(()=>{if(!c)return;let w=setTimeout(()=>x((_+1)%i.length),Il);return()=>clearTimeout(w)},[c,_,i]),D(()=>{if(!(_+1>=i.length))for(let{row:w}of y)new Image().src=o.imageUrl(t,_+1,w)},[t,_,o]);let v=m===null?Array.from({length:s},(w,k)=>k):[m],b=(w,k)=>{let{size:C}=t.rows[w],P=o.imageUrl(t,_,w,k),O=h&&!k?o.imageUrl(t,_,w,!0):void 0;return v.map(L=>a(Vl,{url:P,over:O,at:L,count:s,size:C,isLarge:m!==null},L))};return a("section",{class:"images","aria-label":"Reconstructions",children:[t.error&&a("p",{class:"problem",children:t.error}),a("div",{class:"view-controls",children:[a("button",{"aria-pressed":c,onClick:()=>l(!c),children:c?"\u23F8 pause":"\u25B6 play"}),a("label",{class:"slider",children:[a("span",{class:"control-name",children:["Step ",M(g)]}),a("input",{type:"range",name:"step",min:0,max:i.length-1,value:_,"aria-valuetext":`step ${M(g)}`,onInput:w=>x(Number(w.currentTarget.value))})]}),a("label",{children:[a("span",{class:"control-name",children:"Example"}),a("select",{name:"example",value:m===null?"":String(m),onChange:w=>p(w.currentTarget.value===""?null:Number(w.currentTarget.value)),children:[a("option",{value:"",children:"all"}),Array.from({length:s},(w,k)=>a("option",{value:k,children:[k+1,u&&` \xB7 class ${u[k]}`]},k))]})]}),a("label",{class:"switch",children:[a("input",{type:"checkbox",checked:h,onChange:()=>d(!h)}),"Difference to the input"]})]}),a("div",{class:m===null?"strips":"strips large",children:[a("figure",{children:[a("figcaption",{children:a("b",{children:"input"})}),a("div",{children:b(y.at(-1)?.row??0,!0)})]}),y.map(({layer:w,decoder:k,row:C,loss:P,key:O})=>a("figure",{children:[a("figcaption",{children:[a("b",{children:w})," ",a("span",{class:"muted",children:k}),a("br",{}),a("span",{class:"muted",children:["loss ",j(P)]})]}),a("div",{children:b(C,!1)})]},O))]})]})}function Vl({url:t,over:e,at:n,count:r,size:[o,i],isLarge:s}){let u=Math.max(1,Math.round((s?128:64)/i)),c=[t,...e?[e]:[]].map(l=>`url("${l.replaceAll('"',"%22")}")`);return a("span",{class:"example",role:"img","aria-label":`example ${n+1}`,style:{width:`${u*i}px`,height:`${u*o}px`,backgroundImage:c.join(","),backgroundSize:`${r*100}% 100%`,backgroundPosition:r>1?`${100*n/(r-1)}% 0`:"0 0",backgroundBlendMode:e?"difference":"normal"}})}function Rs({rows:t,reports:e}){let n=[...t.some(({best:r})=>r)?[]:[Hl(t)],...Bl(t).map(([r,o])=>o.length===t.length?`Whole run: ${ce(r)}.`:`${o.join(", ")}: ${ce(r)}.`),...t.flatMap(r=>{let o=z(e,r.row)?.error;return o?[`${H(r,t)}: phases not found. ${o}`]:[]})];return n.length?a("ul",{class:"notes",children:n.map(r=>a("li",{children:r},r))}):null}function Hl(t){return t.some(({points:n})=>n.some(({flags:r})=>r.includes("no_labels")))?"No labels reached the probe, so there is no probe accuracy to draw.":"No probe accuracy was measured, so there is none to draw."}function Bl(t){let e=new Map;for(let n of t)for(let r of n.wholeRunFlags)e.set(r,[...e.get(r)??[],H(n,t)]);return e.delete("no_labels"),[...e]}function $s({summary:t}){let e=Object.entries(t.layout?.run??{});return e.length?a("details",{class:"settings",children:[a("summary",{children:"Measured with"}),a("dl",{children:e.map(([n,r])=>a("div",{children:[a("dt",{children:n}),a("dd",{children:typeof r=="string"?r:JSON.stringify(r)})]},n))})]}):null}function Ps({panel:t,phases:e}){return a("g",{class:"bands",children:e.map(n=>{let r=Math.max(t.left,t.x(n.start_step)),o=Math.max(0,Math.min(t.right,t.x(n.end_step))-r);return a("g",{class:`band ${n.kind}`,children:[a("rect",{x:r,y:t.top,width:o,height:t.bottom-t.top}),a("rect",{class:"edge",x:r,y:t.top,width:o,height:3}),o>Pt(n.kind)+4&&a("text",{x:r+o/2,y:t.top+15,"text-anchor":"middle",children:n.kind})]},n.start_step)})})}function Ns({panel:t}){let[e,n]=t.y.domain(),r=t.measure.references.filter(({value:i})=>i>=e&&i<=n),o=t.measure.references.filter(i=>!r.includes(i));return a("g",{class:"references",children:[r.map(({label:i,value:s})=>{let u=s>(e+n)/2&&i!=="untrained";return a("g",{class:"reference",children:[a("line",{x1:t.left,x2:t.right,y1:t.y(s),y2:t.y(s)}),a("text",{x:u?t.left+4:t.right-4,y:t.y(s)+(u?12:-4),"text-anchor":u?"start":"end",children:i})]},i)}),a("text",{class:"outside",x:2,y:t.bottom+30,children:o.map(({label:i,value:s})=>`${i} ${j(s)}`).join(", ")})]})}function As({panel:t,series:e}){let{values:n,band:[r,o]}=t.measure,i=(l,f)=>t.x(e.points[f].step),s=(l,f)=>Number.isFinite(n[f]),u=Ki().defined(s).x(i).y0((l,f)=>t.y(r[f])).y1((l,f)=>t.y(o[f])),c=ct().defined(s).x(i).y(t.y);return a("g",{class:"curve loss",children:[a("path",{class:"spread",d:u(n)??""}),a("path",{class:"line",d:c(n)??""}),a(Ts,{panel:t,series:e,values:n,y:t.y})]})}function Cs({panel:t,series:e}){let n=t.accuracy;if(!n)return null;let r=e.points.map(s=>s.accuracy),o=ct().defined(Number.isFinite).x((s,u)=>t.x(e.points[u].step)).y(n),i=e.column("model_accuracy");return a("g",{class:"curve accuracy",children:[i.some(Number.isFinite)&&a("path",{class:"own",d:o(i)??""}),a("path",{class:"line",d:o(r)??""}),a(Ts,{panel:t,series:e,values:r,y:n})]})}function zl(t,[e,n]){return t.filter(r=>r>=e&&r<=n).length}function Ts({panel:t,series:e,values:n,y:r}){return(t.right-t.left)/zl(e.steps,t.steps)<5?null:a($,{children:e.points.map(({step:o},i)=>Number.isFinite(n[i])&&a("circle",{cx:t.x(o),cy:r(n[i]),r:2},o))})}function Es({panel:t,companions:e}){return a("g",{class:"companions",children:e.map(({run:n,color:r,dash:o,series:i})=>{let{values:s}=le(i,t.quantity),u=ct().defined(Number.isFinite).x((c,l)=>t.x(i.steps[l])).y(t.y);return a("g",{fill:r,children:[a("path",{class:"companion","data-run":n,stroke:r,"stroke-dasharray":o||void 0,d:u(s)??""}),Ye(s).map(c=>a("circle",{cx:t.x(i.steps[c]),cy:t.y(s[c]),r:2},c))]},n)})})}function Ls({panel:t,series:e}){return a("g",{class:"flag-marks",children:e.points.map((n,r)=>{if(!Xe(n,e))return null;let{step:o}=n,i=t.measure.values[r];return Number.isFinite(i)?a("circle",{cx:t.x(o),cy:t.y(i),r:5},o):a("path",{d:"M-3.5,-3.5L3.5,3.5M-3.5,3.5L3.5,-3.5",transform:`translate(${t.x(o)},${t.bottom-9})`},o)})})}function Ul(t,e){return e.quantity.key==="loss"?t.has_increase?"minimum":"lowest so far":t.has_increase?"loss minimum":"lowest loss so far"}function Ds({panel:t,series:e,report:n}){let r=n.minimum_step,o=e.points.findIndex(m=>m.step===r),i=t.measure.values[o];if(r==null||i===void 0||!Number.isFinite(i))return null;let s=t.x(r);if(s<t.left||s>t.right)return null;let[u,c]=n.minimum_interval??[r,r],l=`${Ul(n,t)} ${M(r)}`,f=3.8*l.length,p=Math.min(Math.max(s,t.left+f+4),t.right-f-4);return a("g",{class:"minimum",children:[a("line",{class:"interval",x1:Math.max(t.left,t.x(u)),x2:Math.min(t.right,t.x(c)),y1:t.bottom-3,y2:t.bottom-3}),a("line",{class:"foot",x1:s,x2:s,y1:t.y(i),y2:t.bottom}),a("circle",{cx:s,cy:t.y(i),r:4.5}),a("text",{x:p,y:t.bottom-9,"text-anchor":"middle",children:l})]})}var jl=["loss","limit","explained"];function Gl({series:t,report:e,companions:n,options:r,held:o,cursor:i,actions:s}){let[u,c]=_t(360),l=R(()=>pi(t,n,r,c),[t,n,r,c]),{x:f,steps:p}=l,{brush:m,handlers:h}=ln({panel:t.key,steps:t.steps,x:f,domain:p,cursor:i,actions:s}),d=Pe(),_=R(()=>a("g",{class:"marks",children:[a(Ps,{panel:l,phases:e?.phases??[]}),a(an,{panel:l}),a(os,{panel:l}),a(sn,{panel:l}),a(Ns,{panel:l}),a("clipPath",{id:d,children:a("rect",{x:l.left,y:l.top-6,width:l.right-l.left,height:l.bottom-l.top+12})}),a("g",{"clip-path":`url(#${d})`,children:[a(Es,{panel:l,companions:n}),a(Cs,{panel:l,series:t}),a(As,{panel:l,series:t}),a(Ls,{panel:l,series:t})]}),e&&jl.includes(r.quantity.key)&&a(Ds,{panel:l,series:t,report:e})]}),[l,e,n,t]);return a("div",{ref:u,class:"chart",children:a("svg",{width:c,height:ht,viewBox:`0 0 ${c} ${ht}`,role:"img",tabIndex:0,"aria-label":Ql(t,e,r),...h,children:[_,o!==null&&o>=p[0]&&o<=p[1]&&a("line",{class:"held",x1:f(o),x2:f(o),y1:l.top,y2:l.bottom}),m&&a(un,{panel:l,ends:m}),a(ss,{panel:l,series:t,cursor:i})]})})}var Is=gt(Gl);function Ql(t,e,{quantity:n}){let{row:r,points:o,best:i}=t,s=[`${r.layer}, ${r.decoder} decoder: ${n.label} at ${Ut(o.length,"probe step")}`],u=o.at(-1);return u&&s.push(`${n.format(n.read(t).at(-1))} at step ${M(u.step)}`),i&&s.push(`best probe accuracy ${q(i.accuracy)} at step ${M(i.step)}`),e?.description&&s.push(e.description),`${s.join("; ")}. Arrow keys move the cursor, Enter holds a step, + and 0 zoom.`}var Wl={constant:"\u2192",decrease:"\u2198",increase:"\u2197"},Fs=["constant","decrease","increase"];function _n({report:t}){let e=t?.phases?.at(-1);return e?a("span",{class:`phase-now ${e.kind}`,title:t?.description,children:[a(Xl,{kind:e.kind})," ",Wl[e.kind]," ",e.kind," ",a("span",{class:"since",children:["since ",M(e.start_step)]})]}):a("span",{class:"phase-now muted",children:"too few steps"})}function Xl({kind:t}){let e=Fs.indexOf(t),n=(r,o)=>{let i=2*Math.PI*r/3;return`${(o*Math.sin(i)).toFixed(2)},${(-o*Math.cos(i)).toFixed(2)}`};return a("svg",{class:"clock",width:14,height:14,viewBox:"-8 -8 16 16","aria-hidden":"true",children:[Fs.map((r,o)=>a("path",{class:`edge ${r}`,opacity:o===e?1:.35,d:`M0,0L${n(o,8)}A8,8 0 0 1 ${n(o+1,8)}Z`},r)),a("path",{class:"hand",d:`M0,0L${n(e+.5,6.5)}`})]})}function qs({focus:t,others:e,colors:n,dashes:r,options:o,selection:i,cursor:s,actions:u}){let c=R(()=>new Map(t.rows.map(({key:f})=>[f,Kl(f,e,n,r)])),[t.rows,e,n,r]),l=o.accuracyDomain&&o.quantity.key!=="accuracy";return a("section",{class:"panels","aria-label":"Layers",children:t.rows.map(f=>{let p=z(t.reports,f.row),m=c.get(f.key);return a(rt,{title:f.row.layer,subtitle:`${f.row.decoder} \xB7 ${Ut(f.row.num_features,"feature")}`,panel:f.key,aside:a(_n,{report:p}),table:()=>Yl(f),legend:[{color:"var(--loss)",text:`${o.quantity.label}, ${A(t.summary.run)}`},...l?[{color:"var(--accuracy)",text:"probe accuracy"}]:[],...m.map(({run:h,color:d,dash:_})=>({color:d,dash:_,text:A(h)}))],children:a(Is,{series:f,report:p,companions:m,options:o,held:i.step,cursor:s,actions:u})},f.key)})})}function Kl(t,e,n,r){return e.flatMap(({summary:o,rows:i})=>{let s=i.find(u=>u.key===t);return s?[{run:o.run,color:n.get(o.run),dash:r.get(o.run),series:s}]:[]})}function Yl(t){let e=t.metricNames.filter(o=>!o.includes("_group_")&&o!=="flags"),n=e.map(o=>t.column(o)),r=t.points.map(({step:o,flags:i},s)=>[o,...n.map(u=>u[s]),i.join(" ")]);return{columns:["step",...e,"flags"],rows:r}}var bt={top:26,right:96,bottom:40,left:54};function Jl({rows:t,reports:e,axes:n,theme:r},o){let i=Math.round(Math.min(520,Math.max(300,.62*o))),[s,u]=n.map(p=>t.map(m=>p.read(m))),c=X(ut(s.flat(),[]),[bt.left+8,o-bt.right]),l=X(ut(u.flat(),[]),[i-bt.bottom-8,bt.top+8]),f=t.map((p,m)=>{let h=p.steps.map((_,g)=>({step:_,x:c(s[m][g]),y:l(u[m][g])})).filter(_=>Number.isFinite(_.x)&&Number.isFinite(_.y)),d=z(e,p.row);return{series:p,color:tn(m,t.length,r),places:h,parts:Zl(h,d),minimum:h.findIndex(({step:_})=>_===d?.minimum_step)}});return{width:o,height:i,x:c,y:l,trajectories:f}}function Zl(t,e){let n=t.length-1;return n<1?[]:e?.phases?.length?e.phases.flatMap(({kind:r,start_step:o,end_step:i})=>{let s=t.flatMap(({step:u},c)=>u>=o&&u<=i?[c]:[]);return s.length>1?[{kind:r,from:s[0],to:s.at(-1)}]:[]}):[{kind:"decrease",from:0,to:n}]}function tc({rows:t,reports:e,axes:n,theme:r,held:o,cursor:i,actions:s,name:u,run:c}){let[l,f]=_t(640),p=R(()=>Jl({rows:t,reports:e,axes:n,theme:r},f),[t,e,n,r,f]),m=_=>{let g=_.currentTarget.getBoundingClientRect();return ec(p,_.clientX-g.left,_.clientY-g.top)},h=_=>{let g=m(_);i.move(g&&{step:g.step,panel:g.key,run:c,byKey:!1})},d=R(()=>a($,{children:[a(rc,{layout:p,axes:n}),p.trajectories.map(_=>a(oc,{trajectory:_},_.series.key)),a(sc,{layout:p})]}),[p,n]);return a("div",{ref:l,class:"chart",children:a("svg",{class:"portrait",width:f,height:p.height,viewBox:`0 0 ${f} ${p.height}`,role:"img",tabIndex:0,"aria-label":`${u}: ${n[1].label} against ${n[0].label}, a trajectory for each of ${t.length} layers. Arrow keys move along the steps.`,onPointerMove:h,onPointerLeave:()=>i.move(null),onPointerUp:_=>_.button===0&&s.hold(m(_)?.step??null),onKeyDown:_=>nc(_,t,i,s,c),onBlur:()=>i.move(null),children:[d,a(uc,{layout:p,cursor:i,held:o})]})})}var Os=gt(tc);function ec({trajectories:t},e,n){let r=null,o=40**2;for(let{series:i,places:s}of t)for(let u of s){let c=(u.x-e)**2+(u.y-n)**2;c<o&&([o,r]=[c,{step:u.step,key:i.key}])}return r}function nc(t,e,n,r,o){if(Ct(t))return;let i=e.find(({key:f})=>f===n.current?.panel)??e.at(-1);if(!i)return;let s=n.current?G(i.steps,n.current.step):-1,u=i.steps.length-1,c=e.indexOf(i),l=(f,p=i)=>{t.preventDefault(),f!==void 0&&n.move({step:f,panel:p.key,run:o,byKey:!0})};t.key==="ArrowLeft"&&l(i.steps[Math.max(0,s-1)]),t.key==="ArrowRight"&&l(i.steps[Math.min(u,s+1)]),t.key==="Home"&&l(i.steps[0]),t.key==="End"&&l(i.steps[u]),t.key==="ArrowUp"&&l(i.steps[Math.max(0,s)],e[Math.max(0,c-1)]),t.key==="ArrowDown"&&l(i.steps[Math.max(0,s)],e[Math.min(e.length-1,c+1)]),t.key==="Enter"&&s>=0&&r.hold(i.steps[s]),t.key==="Escape"&&n.move(null)}function rc({layout:{width:t,height:e,x:n,y:r},axes:o}){let[i,s,u]=[bt.left,t-bt.right+8,e-bt.bottom],c=Math.max(3,t/110),l=n.tickFormat(c,o[0].tickFormat),f=r.tickFormat(6,o[1].tickFormat);return a("g",{class:"axis",children:[a("line",{x1:i,x2:s,y1:u,y2:u}),n.ticks(c).map(p=>a("g",{class:"tick",transform:`translate(${n(p)},${u})`,children:[a("line",{y2:4}),a("text",{y:16,"text-anchor":"middle",children:l(p)})]},`x${p}`)),r.ticks(6).map(p=>a("g",{class:"tick",transform:`translate(0,${r(p)})`,children:[a("line",{class:"grid",x1:i,x2:s}),a("text",{x:i-6,dy:"0.32em","text-anchor":"end",children:f(p)})]},`y${p}`)),a("text",{class:"axis-title",x:2,y:12,children:["\u2191 ",o[1].label]}),a("text",{class:"axis-title",x:s,y:u+34,"text-anchor":"end",children:[o[0].label," \u2192"]})]})}function oc({trajectory:{color:t,places:e,parts:n,minimum:r}}){let o=ct(({x:c})=>c,({y:c})=>c),i=e[0],s=e[r],u=n.length>0&&n.every(({kind:c})=>c==="constant");return a("g",{class:u?"trajectory still":"trajectory",stroke:t,fill:t,children:[n.map(({kind:c,from:l,to:f})=>a("path",{class:`way ${c}`,d:o(e.slice(l,f+1))??""},l)),ic(e).map(({x:c,y:l,angle:f},p)=>a("path",{class:"arrow",d:"M-4.5,-3.5L3.5,0L-4.5,3.5Z",transform:`translate(${c},${l}) rotate(${f})`},p)),i&&a("circle",{class:"start",cx:i.x,cy:i.y,r:3.5}),s&&a("circle",{class:"lowest",cx:s.x,cy:s.y,r:5})]})}function ic(t){let e=[],n=30;return t.slice(1).forEach((r,o)=>{let i=t[o],[s,u]=[r.x-i.x,r.y-i.y],c=Math.hypot(s,u);n+=c,!(c<9||n<60)&&(n=0,e.push({x:i.x+s/2,y:i.y+u/2,angle:Math.atan2(u,s)*180/Math.PI}))}),e}function sc({layout:{trajectories:t,width:e,height:n}}){let r=t.map(({series:s})=>s),o=t.flatMap(({series:s,color:u,places:c})=>c.length?[{series:s,name:H(s,r),color:u,...c.at(-1)}]:[]).toSorted((s,u)=>s.y-u.y),i=ac(o.map(({y:s})=>s),13,14,n-bt.bottom);return a("g",{class:"ends",children:o.map(({series:s,name:u,color:c,x:l,y:f,step:p},m)=>a("g",{children:[a("circle",{cx:l,cy:f,r:3.5,fill:c}),a("line",{x1:l+4,y1:f,x2:l+10,y2:i[m],stroke:c}),a("text",{x:l+12,y:i[m],dy:"0.32em",children:Je(u,Math.floor((e-l-12)/Pt("x")))}),a("title",{children:`${u} at step ${M(p)}`})]},s.key))})}function ac(t,e,n,r){let o=[];t.forEach((i,s)=>o.push(Math.max(i,s?o[s-1]+e:n)));for(let i=o.length-1,s=r;i>=0;i--,s=o[i+1]-e)o[i]>s&&(o[i]=s);return o}function uc({layout:t,cursor:e,held:n}){let r=E(null);return D(()=>{let o=i=>{let s=i?.step??n;r.current.toggleAttribute("data-shown",s!==null),s!==null&&t.trajectories.forEach(({places:u,series:c},l)=>{let f=r.current.children[l],p=u[G(u.map(m=>m.step),s)];f.style.display=p?"":"none",p&&(f.setAttribute("transform",`translate(${p.x},${p.y})`),f.setAttribute("r",c.key===i?.panel?"6":"4"))})};return o(e.current),e.subscribe(o)},[t,e,n]),a("g",{ref:r,class:"cursor","aria-hidden":"true",children:t.trajectories.map(({series:o,color:i})=>a("circle",{r:4,fill:i},o.key))})}function Vs({focus:t,others:e,quantities:n,selection:r,select:o,cursor:i,actions:s}){let u=Kr(),[c,l]=r.portrait,f=R(()=>[lt(n,c),lt(n,l)],[n,c,l]),p=n.some(({key:h})=>h===c),m=[t,...e];return a("section",{children:[a("div",{class:"view-controls",children:[["Across","Up"].map((h,d)=>a("label",{children:[a("span",{class:"control-name",children:h}),a("select",{name:`axis-${d}`,value:f[d].key,onChange:_=>{let g=[f[0].key,f[1].key];g[d]=_.currentTarget.value,o({portrait:g})},children:n.map(({key:_,label:g})=>a("option",{value:_,children:g},_))})]},h)),a(lc,{})]}),!p&&a("p",{class:"problem",children:["Nothing was measured of '",c,"': the reconstruction loss stands in its place."]}),a("div",{class:m.length>1?"panels portraits":"panels single",children:m.map(h=>a(rt,{title:A(h.summary.run),subtitle:`${f[1].label} against ${f[0].label}`,table:()=>cc(h,f),legend:h.rows.map((d,_)=>({color:tn(_,h.rows.length,u),text:H(d,h.rows)})),wide:m.length===1,children:a(Os,{name:A(h.summary.run),run:h.summary.run,rows:h.rows,reports:h.reports,axes:f,theme:u,held:r.step,cursor:i,actions:s})},h.summary.run))})]})}function lc(){return a("ul",{class:"ways","aria-label":"Legend",children:[["constant","decrease","increase"].map(t=>a("li",{children:[a("svg",{width:34,height:12,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:a("path",{class:`way ${t}`,d:"M1,6H33"})}),t]},t)),a("li",{children:[a("svg",{width:12,height:12,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:a("circle",{class:"start",cx:6,cy:6,r:3.5})}),"first step"]}),a("li",{children:[a("svg",{width:14,height:14,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:a("circle",{class:"lowest",cx:7,cy:7,r:5})}),"reconstruction minimum"]})]})}function cc({rows:t},e){let n=t.flatMap(r=>{let[o,i]=e.map(s=>s.read(r));return r.steps.map((s,u)=>[r.row.layer,r.row.decoder,s,o[u],i[u]])});return{columns:["layer","decoder","step",e[0].label,e[1].label],rows:n}}var Hs=190,fc=16;function Bs({report:t,lastStep:e,stepAxis:n}){let r=at(n,[0,e],[5,Hs-5]),{minimum_step:o,minimum_interval:i}=t;return a("svg",{class:"strip",width:Hs,height:fc,role:"img","aria-label":t.description??"",children:[t.phases?.map(s=>a("rect",{class:`edge ${s.kind}`,x:r(s.start_step),y:4,width:Math.max(0,r(s.end_step)-r(s.start_step)-1),height:8},s.start_step)),i&&a("line",{class:"interval",x1:r(i[0]),x2:r(i[1]),y1:14.5,y2:14.5}),o!=null&&a("circle",{cx:r(o),cy:8,r:4})]})}function zs({rows:t,reports:e,stepAxis:n}){let r=t[0]?.points.at(-1)?.step??1,o=t.some(({best:i})=>i);return a("div",{class:"summary",children:a("table",{children:[a("thead",{children:a("tr",{children:[a("th",{children:"layer"}),a("th",{class:"detail",children:"decoder"}),a("th",{class:"detail",children:"strategy"}),a("th",{class:"number",children:"width"}),a("th",{children:["phases to step ",M(r)]}),a("th",{children:"phase now"}),a("th",{class:"number",children:"minimum at step"}),a("th",{class:"number",children:"risen since by"}),o&&a("th",{class:"number",children:"best probe accuracy"})]})}),a("tbody",{children:t.map(i=>{let s=z(e,i.row);return a("tr",{children:[a("th",{scope:"row",children:a("button",{onClick:()=>dc(i.key),children:i.row.layer})}),a("td",{class:"detail",children:i.row.decoder}),a("td",{class:"detail",children:i.row.strategy}),a("td",{class:"number",children:i.row.num_features.toLocaleString("en-US")}),a("td",{children:s&&a(Bs,{report:s,lastStep:r,stepAxis:n})}),a("td",{children:a(_n,{report:s})}),a("td",{class:"number",children:a(pc,{report:s})}),a("td",{class:"number",children:a(mc,{series:i,report:s})}),o&&a("td",{class:"number",children:a(hc,{series:i})})]},i.key)})})]})})}function pc({report:t}){if(t?.minimum_step==null)return a("span",{class:"muted",children:"\u2013"});let[e,n]=t.minimum_interval??[t.minimum_step,t.minimum_step];return a($,{children:[M(t.minimum_step)," ",a("span",{class:"muted",children:["(",M(e),"\u2013",M(n),t.has_increase?"":" so far",")"]})]})}function mc({series:t,report:e}){let n=Wt(t,e);return n?.isPast?a($,{children:q(he(n))}):a("span",{class:"muted",children:"\u2013"})}function hc({series:{best:t}}){return t?a($,{children:[q(t.accuracy)," ",a("span",{class:"muted",children:["at ",M(t.step)]})]}):a("span",{class:"muted",children:"\u2013"})}function dc(t){document.querySelector(`[data-panel="${CSS.escape(t)}"] svg`)?.focus()}function Us({source:t}){let[e,n]=T(()=>or(In())),r=Ii(t,e),o=E(r.reload);o.current=r.reload,D(()=>bi({"experimental.DataReloaded":()=>o.current()}),[]),D(()=>Jr(()=>n(or(In()))),[]);let i=$e(s=>{n(u=>{let c={...u,...s};return Yr(Ai(c)),c})},[]);return r.runs?r.focus?a("main",{children:a(gc,{store:r,focus:r.focus,selection:e,select:i,source:t})}):a($,{children:[r.problem&&a(yn,{text:r.problem}),a(bs,{})]}):a("main",{children:r.problem?a(yn,{text:r.problem}):a("p",{class:"muted",children:"Loading \u2026"})})}function gc({store:t,focus:e,selection:n,select:r,source:o}){let i=R(()=>wc(t.runs.map(({run:g})=>g)),[t.runs]),{focus:s,others:u}=R(()=>xc(e,t.others,n),[e,t.others,n.grouped,n.layers,n.view==="images"]),c=R(()=>new Ze,[e.summary.run,n.view]),l=R(()=>({hold:g=>r({step:g}),zoom:g=>r({zoom:g})}),[r]),f=R(()=>$i([s,...u].flatMap(({rows:g})=>g)),[s,u]),p=R(()=>{let g=Math.max(1,...[s,...u].flatMap(({rows:x})=>x.map(({steps:y})=>y.at(-1)??1)));return{quantity:lt(f,n.metric),stepAxis:n.stepAxis,steps:n.zoom??[0,g],accuracyDomain:hi(s.rows)}},[s,u,f,n.metric,n.stepAxis,n.zoom]),m=R(()=>[s,...u],[s,u]),h=R(()=>vc(i,m),[i,m]),d=R(()=>ki(u.map(({summary:g})=>g.run),h),[u,h]),_={focus:s,others:u,colors:h,dashes:d,options:p,quantities:f,selection:n,select:r,cursor:c,actions:l,source:o};return a($,{children:[a(gs,{runs:t.runs,focus:e.summary.run,others:n.others??t.others.map(({summary:g})=>g.run),colors:i,dashes:d,layers:[...new Set(e.rows.map(({row:g})=>g.layer))],quantities:f,selection:n,select:r}),t.problem&&a(yn,{text:t.problem}),[e,...t.others].map(({summary:g})=>g.error&&a(yn,{text:g.error,title:`Run ${g.run} is damaged`},g.run)),!s.rows.length&&!e.summary.error&&a(kc,{run:e,select:r}),s.rows.length>0&&a($,{children:[a(ys,{view:n.view,choose:g=>r({view:g})}),a(xs,{focus:s}),a(yc,{name:n.view,..._}),a($s,{summary:s.summary}),a(_i,{runs:m,cursor:c,quantity:p.quantity})]})]})}var _c={curves:bc,portrait:Vs,map:Ms,images:Ss,compare:ds,breakdowns:fs};function yc({name:t,...e}){let n=_c[t];return a("div",{role:"tabpanel",id:"view","aria-labelledby":`tab-${t}`,children:a(n,{...e})})}function bc(t){let{focus:e,others:n,colors:r,dashes:o,options:i}=t;return a($,{children:[a(ms,{rows:e.rows,options:i,others:n,colors:r,dashes:o}),a(Rs,{rows:e.rows,reports:e.reports}),a(qs,{...t}),a(zs,{rows:e.rows,reports:e.reports,stepAxis:i.stepAxis})]})}function xc(t,e,{grouped:n,layers:r,view:o}){let i=en(t.rows.map(({row:l})=>l.layer),r),s=[t,...e].map(l=>({...l,rows:i?l.rows.filter(({row:f})=>i.includes(f.layer)):l.rows})),[u,...c]=n&&o!=="images"?yi(s):s;return{focus:u,others:c.filter(({rows:l})=>l.length)}}function wc(t){return new Map(t.map((e,n)=>[e,pe(n)]))}function vc(t,e){let n=new Map([...t].toReversed().map(([r,o])=>[A(fe(r)),o]));return new Map(e.map(({summary:{run:r}})=>[r,t.get(r)??n.get(r.replace(/ \(\d+ seeds\)$/,""))??pe(0)]))}function kc({run:{summary:t,rows:e},select:n}){return e.length?a("p",{class:"muted",children:["There is no layer to draw: none is chosen, or the seeds of a mean have none in common."," ",a("button",{class:"chip",onClick:()=>n({layers:null,grouped:!1}),children:"Draw all layers"})]}):a("p",{class:"muted",children:["Run ",A(t.run)," has no probe step yet."]})}function yn({text:t,title:e}){return a("p",{class:"problem",role:"alert",children:[e&&a("b",{children:[e,". "]}),t]})}function sg(){let t=document.createElement("style");t.textContent=Zr,document.head.append(t),document.title||="Phases",document.documentElement.lang="en",Xr(),Cr(a(Us,{source:Er()??Tr}),document.body)}export{sg as render};

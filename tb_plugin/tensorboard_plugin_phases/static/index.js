// Built by tb_plugin/frontend (npm ci && npm run build); edit the sources there.
var N,ur,$s,lt,ln,xe,lr,_e,cr,fn,cn,Ns,Gt=Symbol.for("pv"),we={},ve=[],As=/^m(i|n|o|s|text|space)$/,pn=Array.isArray,fr=ve.slice,bt=Object.assign;function yt(t){t&&t.parentNode&&t.remove()}function ye(t,e,n,r,i){var o={type:t,props:e,key:n,ref:r,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Gt,__v:i||++ur,__i:-1,__u:0};return!i&&N.vnode&&N.vnode(o),o}function $(t){return t.children}function Ct(t,e){this.props=t,this.context=e,this.__g=0}function ct(t,e){if(e==null)return t.__&&ct(t.__,t.__i+1);for(var n;e<t.__k.length;e++)if((n=t.__k[e])&&n.__e)return n.__e;return typeof t.type!="function"||t.props.__P?null:ct(t)}function Cs(t){var e,n=t.__v,r=n.__e,i=[],o=[],s=t.__P;s&&((e=bt({constructor:Gt},n)).__v=n.__v+1,N.vnode&&N.vnode(e),mn(s,e,n,t.__n,s.namespaceURI,32&n.__u?[r]:null,i,r||ct(n),32&n.__u,o),e.__v=n.__v,e.__.__k[e.__i]=e,_r(i,e,o),n.__=n.__e=null,e.__e!=r&&pr(e))}function pr(t){if((t=t.__)&&t.__c&&!t.props.__P)return t.__e=null,t.__k.some(function(e){return e&&(t.__e=e.__e)}),pr(t)}function sr(t){(8&t.__g||(t.__g|=8,lt.push(t),xe++))&&ln==N.debounceRendering||((ln=N.debounceRendering)||queueMicrotask)(mr)}function mr(){try{for(var t,e=1;lt.length;)lt.length>e&&lt.sort(lr),t=lt.shift(),e=lt.length,8&t.__g&&Cs(t)}finally{(xe=lt.length)&&(ln||queueMicrotask)(mr)}}function hr(t,e,n,r,i,o,s,a,c,l,f){var p,m,h,d,g,_,b=r.__k||ve,w=e.length;for(c=Ts(n,e,b,c,w),p=0;p<w;p++)(h=n.__k[p])!=null&&(m=~h.__i&&b[h.__i]||we,h.__i=p,_=mn(t,h,m,i,o,s,a,c,l,f),d=h.__e,(m.ref!=h.ref||8&m.__u)&&(m.ref&&hn(m.ref,null,h,m),h.ref&&f.push(h.ref,h.__c||d,h)),g=g||d,4&h.__u?(c=dr(h,c,t,!m.__v),m.__e&&(m.__e=null)):typeof h.type=="function"&&_!==void 0?c=_:d&&(c=d.nextSibling),h.__u&=-21);return n.__e=g,c}function Ts(t,e,n,r,i){var o,s,a,c,l,f,p,m,h,d=n.length,g=d,_=0,b=0,w=t.__k=Array(i);for(o=0;o<i;o++)(s=e[o])!=null&&typeof s!="boolean"&&typeof s!="function"?(typeof s!="object"||s.constructor===String?s=w[o]=ye(null,s):pn(s)?s=w[o]=ye($,{children:s}):s.constructor===Gt&&s.__b?s=w[o]=ye(s.type,s.props,s.key,s.ref,s.__v):w[o]=s,c=o+_,s.__=t,s.__b=t.__b+1,a=null,~(l=s.__i=Es(s,n,c,g))&&(g--,(a=n[l])&&(a.__u|=2)),a&&a.__v?(s.__u|=16,l==c-1?_--:l==c+1?_++:l!=c&&(l>c?_--:_++,b=1)):(~l||(i>d?_--:i<d&&_++),typeof s.type!="function"&&(s.__u|=4))):w[o]=null;if(b){for(f=[],p=[],o=0;o<i;o++)if((s=w[o])&&16&s.__u){for(_=0,m=f.length;_<m;)f[h=_+m>>1]<s.__i?_=h+1:m=h;f[_]=s.__i,p[o]=_+1}for(_=f.length;o--;)p[o]&&(p[o]==_?_--:w[o].__u|=4)}if(g)for(o=0;o<d;o++)!(a=n[o])||2&a.__u||(a.__e==r&&(r=ct(a)),dn(a,a));return r}function dr(t,e,n,r){var i,o,s,a;if(typeof t.type=="function"){if(t.props.__P)return e;if(i=t.__k)for(o=0;o<i.length;o++)i[o]&&(i[o].__=t,e=dr(i[o],e,n,!1));return e}for(e&&!e.parentNode&&(e=ct(t))&&!e.parentNode&&(e=null),s=t.__e,a=e;a&&a.nodeType==8;)a=a.nextSibling;for(s!=a&&(!r&&n.moveBefore&&s.parentNode?n.moveBefore(s,e):n.insertBefore(s,e||null)),e=s;(e=e&&e.nextSibling)&&e.nodeType==8&&!e.data.startsWith("$s"););return e}function Es(t,e,n,r){var i,o=t.key,s=t.type,a=e[n],c=a&&!(2&a.__u);if(a===null&&o==null||c&&o==a.key&&s==a.type)return n;if(r>(c?1:0)){for(i=n-1;i>=0;i--)if((a=e[i])&&!(2&a.__u)&&o==a.key&&s==a.type)return i;for(i=n+1;i<e.length;i++)if((a=e[i])&&!(2&a.__u)&&o==a.key&&s==a.type)return i}return-1}function ar(t,e,n){n==null&&(n=""),e[0]=="-"?t.setProperty(e,n):t[e]=n}function ge(t,e,n,r,i){var o,s;if(e=="style")if(typeof n=="string")t.style.cssText=n;else{if(typeof r=="string"&&(t.style.cssText=r=""),r)for(e in r)n&&e in n||ar(t.style,e);if(n)for(e in n)r&&n[e]==r[e]||ar(t.style,e,n[e])}else if(e[0]=="o"&&e[1]=="n")typeof n!="function"&&(n=null),typeof r!="function"&&(r=null),(t.__e||(t.__e={}))[e]=n,n&&r||(s=cn[e]||(cn[e]=Ls(e)),(t.__a||(t.__a={}))[e]=fn,o=e!=(e=e.replace(cr,"$1")),(e=e.slice(2))[0]<"a"&&(e=e.toLowerCase()),n?t.addEventListener(e,s,o):t.removeEventListener(e,s,o));else{if(i=="http://www.w3.org/2000/svg")e=e.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(e!="width"&&e!="height"&&e!="href"&&e!="list"&&e!="form"&&e!="tabIndex"&&e!="download"&&e!="rowSpan"&&e!="colSpan"&&e!="role"&&e!="popover"&&e in t)try{return void(t[e]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&e[4]!="-"?t.removeAttribute(e):t.setAttribute(e,e=="popover"&&n==1?"":n)}}function Ls(t){return function(e){var n=this.__e;if(n){if(n=n[t],e[_e]==null)e[_e]=fn++;else if(e[_e]<this.__a[t])return;return n(N.event?N.event(e):e)}}}function mn(t,e,n,r,i,o,s,a,c,l){var f,p,m,h,d,g,_,b,w,x,y,M,R,P,T,O,G,Z,k=e.type;if(e.constructor!==Gt)return null;128&n.__u&&(c=32&n.__u,f=n.__c.__z)&&(e.__u|=c,p=o=[],f.nodeType==8?a=be(f,o):o.push(f),a=o[0]||a),(f=N.__b)&&f(e);t:if(typeof k=="function"){m=s.length;try{if(b=e.props,w=(f=k.prototype)&&f.render,x=(f=k.contextType)&&r[f.__c],y=f?x?x.props.value:f.__:r,(h=n.__c)?(e.__c=h,2&h.__g&&(h.__g|=1)):(w?e.__c=h=new k(b,y):(e.__c=h=new Ct(b,y),h.constructor=k,h.render=Ds),x&&x.sub(h),h.state||(h.state={}),h.__n=r,h.__g|=8,h.__h=[],h.__k=[]),w&&(h.__s||(h.__s=h.state),k.getDerivedStateFromProps&&(h.__s==h.state&&(h.__s=bt({},h.__s)),bt(h.__s,k.getDerivedStateFromProps(b,h.__s)))),d=h.props,g=h.state,h.__v=e,n.__c){if(b!==d&&w&&!k.getDerivedStateFromProps&&h.componentWillReceiveProps&&h.componentWillReceiveProps(b,y),e.__v==n.__v&&!(8&h.__g)||!(4&h.__g)&&h.shouldComponentUpdate&&h.shouldComponentUpdate(b,h.__s,y)===!1){e.__v!=n.__v&&(h.props=b,h.state=h.__s,h.__g&=-9),e.__e=n.__e,e.__k=n.__k,e.__k.some(function(q){q&&(q.__=e)}),ve.push.apply(h.__h,h.__k),h.__k=[],h.__h.length&&s.push(h),a=ct(n);break t}h.componentWillUpdate&&h.componentWillUpdate(b,h.__s,y),w&&h.componentDidUpdate&&h.__h.push(function(){h.componentDidUpdate(d,g,_)})}else w&&!k.getDerivedStateFromProps&&h.componentWillMount&&h.componentWillMount(),w&&h.componentDidMount&&h.__h.push(h.componentDidMount);h.context=y,h.props=b,h.__P=t,h.__g&=-5,M=N.__r,R=w?25:0;do h.__g&=-9,M&&M(e),f=h.render(h.props,h.state=h.__s,h.context);while(8&h.__g&&++R<25);w&&(ve.push.apply(h.__h,h.__k),h.__k=[]),h.state=h.__s,h.getChildContext&&(r=bt({},r,h.getChildContext())),w&&n.__c&&h.getSnapshotBeforeUpdate&&(_=h.getSnapshotBeforeUpdate(d,g)),P=f&&f.type===$&&f.key==null?f.props.children:f,b.__P&&(f=a,i=(t=b.__P).namespaceURI,c=o=null,n.props&&n.props.__P!=t&&(n.__k.some(function(q){q&&dn(q,q)}),n.__k=null),a=n.__k?ct(n,0):null),a=hr(t,pn(P)?P:[P],e,n,r,i,o,s,a,c,l),b.__P&&(e.__e=null,a=f),e.__u&=-161,p&&p.some(yt),h.__h.length&&s.push(h),1&h.__g&&(h.__g&=-4)}catch(q){if(s.length=m,e.__v=null,c||o)if(q&&q.then){if(e.__u|=128|c,o){for(~(G=o.indexOf(a||void 0))||(G=o.length);(Z=o[G-1])&&Z.nodeType==8;)G--;for(;G<o.length;G++)if(Z=o[G])if(o[G]=null,T){if(Z==O)break}else{if(Z.nodeType!=8)break;Z.data.startsWith("$s")&&(O=be(T=Z))}}if(!T){for(;a&&a.nodeType==8&&a.nextSibling;)a=a.nextSibling;T=a}(f=be(T=e.__c.__z||(e.__c.__z=T)))?(e.__e=T,a=f):e.__e=a,a=a&&a.nextSibling}else o&&o.some(yt);else e.__e=n.__e;e.__k||(e.__k=n.__k||[]),q&&q.then||gr(e),N.__e(q,e,n)}}else a=e.__e=Is(n.__e,e,n,r,i,o,s,c,l,t);return(f=N.diffed)&&f(e),a}function be(t,e){if(t&&t.nodeType==8&&t.data.startsWith("$s"))for(var n=1;t=t.nextSibling;){if(t.nodeType==8){if(t.data.startsWith("$s"))n++;else if(t.data.startsWith("/$s")&&!--n)return t}e&&e.push(t)}}function gr(t){t&&(t.__c&&(t.__c.__g|=4),t.__k&&t.__k.some(gr))}function _r(t,e,n){for(var r=0;r<n.length;)hn(n[r++],n[r++],n[r++]);N.__c&&N.__c(e,t),t.some(function(i){try{t=i.__h,i.__h=[],t.some(function(o){o.call(i)})}catch(o){N.__e(o,i.__v)}})}function Is(t,e,n,r,i,o,s,a,c,l){var f,p,m,h,d,g,_,b,w=n.props||we,x=e.props,y=e.type;if(y=="svg"?i="http://www.w3.org/2000/svg":y=="math"?i="http://www.w3.org/1998/Math/MathML":i||(i="http://www.w3.org/1999/xhtml"),o){for(f=0;f<o.length;f++)if((d=o[f])&&(y?d.localName==y:d.nodeType==3)){t=d,o[f]=null;break}}if(!t){if(b=l.ownerDocument||document,!y)return b.createTextNode(x);t=b.createElementNS(i,y,x.is?x:l),a&&(N.__m&&N.__m(e,o),a=!1),o=null}if(y){if(l=y=="template"&&t.content||t,o=y=="textarea"&&x.defaultValue!=null?null:o&&fr.call(l.childNodes),!a&&o)for(w={},f=0;f<t.attributes.length;f++)w[(d=t.attributes[f]).name]=d.value;for(f in w)d=w[f],f=="dangerouslySetInnerHTML"?m=d:f=="children"||f in x||f=="value"&&"defaultValue"in x||f=="checked"&&"defaultChecked"in x||ge(t,f,null,d,i);for(f in x)d=x[f],f=="children"?h=d:f=="dangerouslySetInnerHTML"?p=d:f=="value"?g=d:f=="checked"?_=d:a&&typeof d!="function"||w[f]===d||ge(t,f,d,w[f],i);p?(a||m&&(p.__html==m.__html||p.__html==t.innerHTML)||(t.innerHTML=p.__html),e.__k=[]):(m&&(t.textContent=""),(y=="foreignObject"||i=="http://www.w3.org/1998/Math/MathML"&&As.test(y))&&(i="http://www.w3.org/1999/xhtml"),hr(l,pn(h)?h:[h],e,n,r,i,o,s,o?o[0]:n.__k&&ct(n,0),a,c),o&&o.some(yt)),a&&y!="textarea"||(f="value",y=="progress"&&g==null?t.removeAttribute(f):g==null||g===t[f]&&(y!="progress"||g)||ge(t,f,g,w[f],i),f="checked",_!=null&&_!=t[f]&&ge(t,f,_,w[f],i))}else w===x||a&&t.data==x||(t.data=x);return t}function hn(t,e,n,r){try{typeof t=="function"?e?e.__x=t(e)||1:r&&(r=r.__c||r.__e)&&(e=r.__x)&&(r.__x=null,typeof e=="function"?e():t(null)):t.current=e}catch(i){N.__e(i,n)}}function dn(t,e,n){var r,i,o,s;if(N.unmount&&N.unmount(t),!(r=t.ref)||r.current&&r.current!=t.__e||hn(r,null,e,t),r=t.__c){if(r.componentWillUnmount)try{r.componentWillUnmount()}catch(a){N.__e(a,e)}r.__P=r.__n=null}if(r=t.__k)for(s=0;s<r.length;s++)r[s]&&dn(r[s],e,typeof t.type!="function"||n&&!t.props.__P);!n&&(r=t.__c)&&(r=r.__z)&&(i=be(r,o=[]))&&(r==t.__e&&o.some(yt),yt(i),yt(r)),n||yt(t.__e),t.__e=t.__c=t.__=null}function Ds(t,e,n){return this.constructor(t,n)}function yr(t,e){var n,r,i,o;N.__&&N.__(t,e),e.nodeType==9&&(e=e.documentElement),r=(n=t&&32&t.__u)?null:e.__k,e.__k=ye($,{children:[t]}),i=[],o=[],mn(e,e.__k,r||we,we,e.namespaceURI,r?null:e.firstChild?fr.call(e.childNodes):null,i,r?r.__e:e.firstChild,n,o),_r(i,e.__k,o),e.__k.props.children=null}N={__e:function(t,e,n,r){for(var i,o,s;e=e.__;)if((i=e.__c)&&!(1&i.__g)){i.__g|=4;try{if((s=(o=i.constructor)&&o.getDerivedStateFromError)&&i.setState(o.getDerivedStateFromError(t)),i.componentDidCatch&&(i.componentDidCatch(t,r||{}),s=1),s&&8&i.__g)return void(i.__g|=2)}catch(a){t=a}}throw xe=0,t}},ur=0,$s=function(t){return t!=null&&t.constructor===Gt},Ct.prototype.setState=function(t,e){var n=this.__s;n&&n!=this.state||(n=this.__s=bt({},this.state)),typeof t=="function"&&(t=t(bt({},n),this.props)),t&&(bt(n,t),this.__v&&(e&&this.__k.push(e),sr(this)))},Ct.prototype.forceUpdate=function(t){this.__v&&(this.__g|=4,t&&this.__h.push(t),sr(this))},Ct.prototype.render=$,lt=[],xe=0,lr=function(t,e){return t.__v.__b-e.__v.__b},_e=Symbol(),cr=/(PointerCapture)$|Capture$/i,fn=0,cn={},Ns=0;function Fs(t){let e=new Set(t.flatMap(({layout:r})=>r?.metrics??[])),n=[...e].filter(r=>!r.includes("_group_"));return n.length<e.size&&n.length<=80?n.map(r=>`metric=${encodeURIComponent(r)}`):[]}var br={async fetchRuns(){return(await(await ke("./runs")).json()).runs},async fetchMetrics(t){let e=t.map(({run:i})=>`run=${encodeURIComponent(i)}`),n=[];for(let i=0;i<e.length;i+=64)n.push(ke(`./metrics?${[...e.slice(i,i+64),...Fs(t)].join("&")}`));return(await Promise.all(n.map(async i=>(await i).arrayBuffer()))).flatMap(gn)},async fetchReports(t){return(await(await ke(`./phases?run=${encodeURIComponent(t)}`)).json()).rows},async fetchImages(t){return await(await ke(`./images?run=${encodeURIComponent(t)}`)).json()},imageUrl({run:t,steps:e,wall_times:n},r,i,o){let s=o?`input&of=${i}`:i;return`./image?run=${encodeURIComponent(t)}&step=${e[r]}&row=${s}&written=${n[r]}`}};function gn(t){let e=[];for(let n=0;n<t.byteLength;){let{metrics:r,end:i}=qs(t,n);e.push(r),n=i}return e}function qs(t,e){let n=new DataView(t).getUint32(e,!0),r=JSON.parse(new TextDecoder().decode(new Uint8Array(t,e+4,n))),[i,o,s]=r.shape,[a,c]=[e+4+n,i*o*s];if(a+4*c>t.byteLength)throw new Error(`run ${r.run}: the answer ends before its ${r.shape.join(" x ")} values do`);return{metrics:{...r,values:new Float32Array(t,a,c)},end:a+4*c}}async function ke(t){let e=await fetch(t);if(e.ok)return e;let n=await e.text();throw new Error(Os(n)??`${t}: ${e.status} ${e.statusText}`)}function Os(t){try{return JSON.parse(t).error}catch{return}}function xr(){let t=document.getElementById("phases-data");if(!t)return null;let e=JSON.parse(t.textContent);return{fetchRuns:async()=>e.runs,fetchMetrics:async n=>n.flatMap(({run:r})=>gn(Vs(e.metrics[r]))),fetchReports:async n=>e.reports[n]??[],fetchImages:async n=>e.images[n]??{run:n,steps:[],wall_times:[],rows:[],num_examples:0,labels:null,error:null},imageUrl:({run:n,steps:r,rows:i},o,s,a)=>e.images[n]?.strips[a?`input/${i[s].input}`:`${r[o]}/${s}`]??""}}function Vs(t){return Uint8Array.from(atob(t),e=>e.charCodeAt(0)).buffer}var xt,D,_n,wr,yn=Object.is,Wt=0,Ar=[],bn=[],I=N,vr=I.__b,kr=I.__r,Mr=I.diffed,Sr=I.__c,Rr=I.unmount,Pr=I.__;function Xt(t,e){I.__h&&I.__h(D,t,Wt||e),Wt=0;var n=D.__H||(D.__H={__:[],__h:[]});return t>=n.__.length&&n.__.push({}),n.__[t]}function A(t){return Wt=1,Hs(Tr,t)}function Hs(t,e,n){var r=Xt(xt++,2);if(r.t=t,!r.__c&&(r.__=[n?n(e):Tr(void 0,e),function(o){var s=(r.__N||r.__)[0],a=r.t(s,o);yn(s,a)||(r.__N=[a,r.__[1]],r.__c.setState({}))}],r.__c=D,!D.__f)){D.__f=!0;var i=D.shouldComponentUpdate;D.shouldComponentUpdate=function(o,s,a){var c=this.__H;if(!c)return!0;var l=!1,f=this.props!=o;if(c.__.some(function(m){m.__N&&(l=!0,yn(m.__[0],m.__N[0])||(f=!0))}),i){var p=i.call(this,o,s,a);return l?p||f:p}return!l||f}}return r.__}function L(t,e){var n=Xt(xt++,3);!I.__s&&wn(n.__H,e)&&(n.__P=!0,n.__=t,n.u=e,D.__H.__h.push(n))}function Cr(t,e){var n=Xt(xt++,4);!I.__s&&wn(n.__H,e)&&(n.__P=!1,n.__=t,n.u=e,D.__h.push(n))}function C(t){return Wt=5,S(function(){return{current:t}},[])}function S(t,e){var n=Xt(xt++,7);return wn(n.__H,e)&&(n.__=t(),n.__H=e),n.__}function Me(t,e){return Wt=8,S(function(){return t},e)}function Se(){var t=Xt(xt++,11);if(!t.__){for(var e=D.__v;!e.__m&&e.__;)e=e.__;var n=e.__m||(e.__m=[0,0]);t.__="P"+n[0]+"-"+n[1]++}return t.__}function Bs(){var t;do{for(;t=bn.shift();)try{Qt(t)}catch(n){I.__e(n,{__:(t=t.__P)&&t.__v})}for(;t=Ar.shift();){var e=t.__H;if(t.__P&&e)try{e.__h.some(Qt),e.__h.some(xn),e.__h=[]}catch(n){e.__h=[],I.__e(n,t.__v)}}}while(bn.length)}I.__b=function(t){D=null,vr&&vr(t)},I.__=function(t,e){t&&e.__k&&e.__k.__m&&(t.__m=e.__k.__m),Pr&&Pr(t,e)},I.__r=function(t){kr&&kr(t),xt=0;var e=(D=t.__c).__H;e&&(_n==D?D.__h=[]:(e.__h.some(Qt),e.__h.some(xn),xt=0),e.__h=[],e.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),_n=D},I.diffed=function(t){Mr&&Mr(t);var e=t.__c;e&&e.__H&&(e.__H.__h.length&&Nr(Ar.push(e)),e.__H.__.some(function(n){n.u&&(n.__H=n.u)})),_n=D=null},I.__c=function(t,e){e.some(function(n){try{n.__h.some(Qt),n.__h=n.__h.filter(function(r){return!r.__||xn(r)})}catch(r){n.__h=[function(){throw r}]}}),Sr&&Sr(t,e)},I.unmount=function(t){Rr&&Rr(t);var e,n,r=t.__c;r&&r.__H&&(r.__H.__.some(function(i){try{if(i.__P&&i.__c){if(n===void 0){for(n=t.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}i.__P=n,Nr(bn.push(i))}else Qt(i)}catch(o){e=o}}),r.__H=void 0,e&&I.__e(e,r.__v))};var $r=typeof requestAnimationFrame=="function";function zs(t){var e,n=function(){clearTimeout(r),$r&&cancelAnimationFrame(e),setTimeout(t)},r=setTimeout(n,35);$r&&(e=requestAnimationFrame(n))}function Nr(t){t!=1&&wr==I.requestAnimationFrame||((wr=I.requestAnimationFrame)||zs)(Bs)}function Qt(t){var e=D,n=t.__c;typeof n=="function"&&(t.__c=void 0,n()),D=e}function xn(t){var e=D;t.__c=t.__(),D=e}function wn(t,e){return!t||t.length!=e.length||e.some(function(n,r){return!yn(n,t[r])})}function Tr(t,e){return typeof e=="function"?e(t):e}var Re="p.phases.";function Lr(t){let e={};for(let n of t.replace(/^#/,"").split("&")){let r=n.indexOf("=");r>0&&n.startsWith(Re)&&(e[Er(n.slice(Re.length,r))]=Er(n.slice(r+1)))}return e}function Ir(t,e){let n=t.replace(/^#/,"").split("&").filter(i=>i!==""&&!i.startsWith(Re)),r=Object.entries(e).map(([i,o])=>`${Re}${i}=${encodeURIComponent(o)}`);return"#"+[...n,...r].join("&")}function vn(t){return/^#phases(&|$)/.test(t)}function Er(t){try{return decodeURIComponent(t)}catch{return t}}function Pe(){try{return window.parent.document.body,window.parent}catch{return window}}function kn(){return window.parent===window}function Dr(){if(kn()){let n=matchMedia("(prefers-color-scheme: dark)"),r=()=>{document.documentElement.dataset.theme=n.matches?"dark":"light"};n.addEventListener("change",r),r();return}let t=Pe().document.body,e=()=>{document.documentElement.dataset.theme=t.classList.contains("dark-mode")?"dark":"light"};new MutationObserver(e).observe(t,{attributes:!0,attributeFilter:["class"]}),e()}function Fr(){let t=()=>document.documentElement.dataset.theme==="dark"?"dark":"light",[e,n]=A(t);return L(()=>{let r=new MutationObserver(()=>n(t()));return r.observe(document.documentElement,{attributes:!0,attributeFilter:["data-theme"]}),()=>r.disconnect()},[]),e}function Mn(){return Lr(Pe().location.hash)}function qr(t){let{location:e,history:n}=Pe();if(!kn()&&!vn(e.hash))return;let r=Ir(e.hash,t);r!==e.hash&&n.replaceState(n.state,"",r)}function Or(t){let e=Pe(),n=()=>{(kn()||vn(e.location.hash))&&t()};return e.addEventListener("hashchange",n),()=>e.removeEventListener("hashchange",n)}var Vr=`:root {
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

.ways li {
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
`;function wt(t,e){return t==null||e==null?NaN:t<e?-1:t>e?1:t>=e?0:NaN}function js(t,e){return t==null||e==null?NaN:e<t?-1:e>t?1:e>=t?0:NaN}function Hr(t){let e,n,r;t.length!==2?(e=wt,n=(a,c)=>wt(t(a),c),r=(a,c)=>t(a)-c):(e=t===wt||t===js?t:Gs,n=t,r=t);function i(a,c,l=0,f=a.length){if(l<f){if(e(c,c)!==0)return f;do{let p=l+f>>>1;n(a[p],c)<0?l=p+1:f=p}while(l<f)}return l}function o(a,c,l=0,f=a.length){if(l<f){if(e(c,c)!==0)return f;do{let p=l+f>>>1;n(a[p],c)<=0?l=p+1:f=p}while(l<f)}return l}function s(a,c,l=0,f=a.length){let p=i(a,c,l,f-1);return p>l&&r(a[p-1],c)>-r(a[p],c)?p-1:p}return{left:i,center:s,right:o}}function Gs(){return 0}function Qs(t){return t===null?NaN:+t}function*Ws(t,e){if(e===void 0)for(let n of t)n!=null&&(n=+n)>=n&&(yield n);else{let n=-1;for(let r of t)(r=e(r,++n,t))!=null&&(r=+r)>=r&&(yield r)}}var Br=Hr(wt),zr=Br.right,hc=Br.left,dc=Hr(Qs).center;var gc=Ur(jr),_c=Ur(Xs);function Ur(t){return function(e,n,r=n){if(!((n=+n)>=0))throw new RangeError("invalid rx");if(!((r=+r)>=0))throw new RangeError("invalid ry");let{data:i,width:o,height:s}=e;if(!((o=Math.floor(o))>=0))throw new RangeError("invalid width");if(!((s=Math.floor(s!==void 0?s:i.length/o))>=0))throw new RangeError("invalid height");if(!o||!s||!n&&!r)return e;let a=n&&t(n),c=r&&t(r),l=i.slice();return a&&c?(Tt(a,l,i,o,s),Tt(a,i,l,o,s),Tt(a,l,i,o,s),Et(c,i,l,o,s),Et(c,l,i,o,s),Et(c,i,l,o,s)):a?(Tt(a,i,l,o,s),Tt(a,l,i,o,s),Tt(a,i,l,o,s)):c&&(Et(c,i,l,o,s),Et(c,l,i,o,s),Et(c,i,l,o,s)),e}}function Tt(t,e,n,r,i){for(let o=0,s=r*i;o<s;)t(e,n,o,o+=r,1)}function Et(t,e,n,r,i){for(let o=0,s=r*i;o<r;++o)t(e,n,o,o+s,r)}function Xs(t){let e=jr(t);return(n,r,i,o,s)=>{i<<=2,o<<=2,s<<=2,e(n,r,i+0,o+0,s),e(n,r,i+1,o+1,s),e(n,r,i+2,o+2,s),e(n,r,i+3,o+3,s)}}function jr(t){let e=Math.floor(t);if(e===t)return Ks(t);let n=t-e,r=2*t+1;return(i,o,s,a,c)=>{if(!((a-=c)>=s))return;let l=e*o[s],f=c*e,p=f+c;for(let m=s,h=s+f;m<h;m+=c)l+=o[Math.min(a,m)];for(let m=s,h=a;m<=h;m+=c)l+=o[Math.min(a,m+f)],i[m]=(l+n*(o[Math.max(s,m-p)]+o[Math.min(a,m+p)]))/r,l-=o[Math.max(s,m-f)]}}function Ks(t){let e=2*t+1;return(n,r,i,o,s)=>{if(!((o-=s)>=i))return;let a=t*r[i],c=s*t;for(let l=i,f=i+c;l<f;l+=s)a+=r[Math.min(o,l)];for(let l=i,f=o;l<=f;l+=s)a+=r[Math.min(o,l+c)],n[l]=a/e,a-=r[Math.max(i,l-c)]}}function Ys(t=wt){if(t===wt)return Gr;if(typeof t!="function")throw new TypeError("compare is not a function");return(e,n)=>{let r=t(e,n);return r||r===0?r:(t(n,n)===0)-(t(e,e)===0)}}function Gr(t,e){return(t==null||!(t>=t))-(e==null||!(e>=e))||(t<e?-1:t>e?1:0)}var Js=Array.prototype,yc=Js.slice;var Zs=Math.sqrt(50),ta=Math.sqrt(10),ea=Math.sqrt(2);function $e(t,e,n){let r=(e-t)/Math.max(0,n),i=Math.floor(Math.log10(r)),o=r/Math.pow(10,i),s=o>=Zs?10:o>=ta?5:o>=ea?2:1,a,c,l;return i<0?(l=Math.pow(10,-i)/s,a=Math.round(t*l),c=Math.round(e*l),a/l<t&&++a,c/l>e&&--c,l=-l):(l=Math.pow(10,i)*s,a=Math.round(t/l),c=Math.round(e/l),a*l<t&&++a,c*l>e&&--c),c<a&&.5<=n&&n<2?$e(t,e,n*2):[a,c,l]}function Qr(t,e,n){if(e=+e,t=+t,n=+n,!(n>0))return[];if(t===e)return[t];let r=e<t,[i,o,s]=r?$e(e,t,n):$e(t,e,n);if(!(o>=i))return[];let a=o-i+1,c=new Array(a);if(r)if(s<0)for(let l=0;l<a;++l)c[l]=(o-l)/-s;else for(let l=0;l<a;++l)c[l]=(o-l)*s;else if(s<0)for(let l=0;l<a;++l)c[l]=(i+l)/-s;else for(let l=0;l<a;++l)c[l]=(i+l)*s;return c}function Ne(t,e,n){return e=+e,t=+t,n=+n,$e(t,e,n)[2]}function Wr(t,e,n){e=+e,t=+t,n=+n;let r=e<t,i=r?Ne(e,t,n):Ne(t,e,n);return(r?-1:1)*(i<0?1/-i:i)}function Yt(t,e){let n;if(e===void 0)for(let r of t)r!=null&&(n<r||n===void 0&&r>=r)&&(n=r);else{let r=-1;for(let i of t)(i=e(i,++r,t))!=null&&(n<i||n===void 0&&i>=i)&&(n=i)}return n}function Jt(t,e){let n;if(e===void 0)for(let r of t)r!=null&&(n>r||n===void 0&&r>=r)&&(n=r);else{let r=-1;for(let i of t)(i=e(i,++r,t))!=null&&(n>i||n===void 0&&i>=i)&&(n=i)}return n}function Xr(t,e,n=0,r=1/0,i){if(e=Math.floor(e),n=Math.floor(Math.max(0,n)),r=Math.floor(Math.min(t.length-1,r)),!(n<=e&&e<=r))return t;for(i=i===void 0?Gr:Ys(i);r>n;){if(r-n>600){let c=r-n+1,l=e-n+1,f=Math.log(c),p=.5*Math.exp(2*f/3),m=.5*Math.sqrt(f*p*(c-p)/c)*(l-c/2<0?-1:1),h=Math.max(n,Math.floor(e-l*p/c+m)),d=Math.min(r,Math.floor(e+(c-l)*p/c+m));Xr(t,e,h,d,i)}let o=t[e],s=n,a=r;for(Kt(t,n,e),i(t[r],o)>0&&Kt(t,n,r);s<a;){for(Kt(t,s,a),++s,--a;i(t[s],o)<0;)++s;for(;i(t[a],o)>0;)--a}i(t[n],o)===0?Kt(t,n,a):(++a,Kt(t,a,r)),a<=e&&(n=a+1),e<=a&&(r=a-1)}return t}function Kt(t,e,n){let r=t[e];t[e]=t[n],t[n]=r}function Kr(t,e,n){if(t=Float64Array.from(Ws(t,n)),!(!(r=t.length)||isNaN(e=+e))){if(e<=0||r<2)return Jt(t);if(e>=1)return Yt(t);var r,i=(r-1)*e,o=Math.floor(i),s=Yt(Xr(t,o).subarray(0,o+1)),a=Jt(t.subarray(o+1));return s+(a-s)*(i-o)}}function Yr(t,e){let n=0,r=0;if(e===void 0)for(let i of t)i!=null&&(i=+i)>=i&&(++n,r+=i);else{let i=-1;for(let o of t)(o=e(o,++i,t))!=null&&(o=+o)>=o&&(++n,r+=o)}if(n)return r/n}function Jr(t,e){return Kr(t,.5,e)}var bc=na(Math.random);function na(t){return function(n,r=0,i=n.length){let o=i-(r=+r);for(;o;){let s=t()*o--|0,a=n[o+r];n[o+r]=n[s+r],n[s+r]=a}return n}}function Ft(t,e,n){t.prototype=e.prototype=n,n.constructor=t}function ee(t,e){var n=Object.create(t.prototype);for(var r in e)n[r]=e[r];return n}function ft(){}var St=.7,Dt=1/St,Lt="\\s*([+-]?\\d+)\\s*",Zt="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)\\s*",tt="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)%\\s*",ra=/^#([0-9a-f]{3,8})$/,ia=new RegExp(`^rgb\\(${Lt},${Lt},${Lt}\\)$`),oa=new RegExp(`^rgb\\(${tt},${tt},${tt}\\)$`),sa=new RegExp(`^rgba\\(${Lt},${Lt},${Lt},${Zt}\\)$`),aa=new RegExp(`^rgba\\(${tt},${tt},${tt},${Zt}\\)$`),ua=new RegExp(`^hsl\\(${Zt},${tt},${tt}\\)$`),la=new RegExp(`^hsla\\(${Zt},${tt},${tt},${Zt}\\)$`),Zr={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074};Ft(ft,qt,{copy(t){return Object.assign(new this.constructor,this,t)},displayable(){return this.rgb().displayable()},hex:ti,formatHex:ti,formatHex8:ca,formatHsl:fa,formatRgb:ei,toString:ei});function ti(){return this.rgb().formatHex()}function ca(){return this.rgb().formatHex8()}function fa(){return ci(this).formatHsl()}function ei(){return this.rgb().formatRgb()}function qt(t){var e,n;return t=(t+"").trim().toLowerCase(),(e=ra.exec(t))?(n=e[1].length,e=parseInt(e[1],16),n===6?ni(e):n===3?new V(e>>8&15|e>>4&240,e>>4&15|e&240,(e&15)<<4|e&15,1):n===8?Ae(e>>24&255,e>>16&255,e>>8&255,(e&255)/255):n===4?Ae(e>>12&15|e>>8&240,e>>8&15|e>>4&240,e>>4&15|e&240,((e&15)<<4|e&15)/255):null):(e=ia.exec(t))?new V(e[1],e[2],e[3],1):(e=oa.exec(t))?new V(e[1]*255/100,e[2]*255/100,e[3]*255/100,1):(e=sa.exec(t))?Ae(e[1],e[2],e[3],e[4]):(e=aa.exec(t))?Ae(e[1]*255/100,e[2]*255/100,e[3]*255/100,e[4]):(e=ua.exec(t))?oi(e[1],e[2]/100,e[3]/100,1):(e=la.exec(t))?oi(e[1],e[2]/100,e[3]/100,e[4]):Zr.hasOwnProperty(t)?ni(Zr[t]):t==="transparent"?new V(NaN,NaN,NaN,0):null}function ni(t){return new V(t>>16&255,t>>8&255,t&255,1)}function Ae(t,e,n,r){return r<=0&&(t=e=n=NaN),new V(t,e,n,r)}function An(t){return t instanceof ft||(t=qt(t)),t?(t=t.rgb(),new V(t.r,t.g,t.b,t.opacity)):new V}function ne(t,e,n,r){return arguments.length===1?An(t):new V(t,e,n,r??1)}function V(t,e,n,r){this.r=+t,this.g=+e,this.b=+n,this.opacity=+r}Ft(V,ne,ee(ft,{brighter(t){return t=t==null?Dt:Math.pow(Dt,t),new V(this.r*t,this.g*t,this.b*t,this.opacity)},darker(t){return t=t==null?St:Math.pow(St,t),new V(this.r*t,this.g*t,this.b*t,this.opacity)},rgb(){return this},clamp(){return new V(kt(this.r),kt(this.g),kt(this.b),Te(this.opacity))},displayable(){return-.5<=this.r&&this.r<255.5&&-.5<=this.g&&this.g<255.5&&-.5<=this.b&&this.b<255.5&&0<=this.opacity&&this.opacity<=1},hex:ri,formatHex:ri,formatHex8:pa,formatRgb:ii,toString:ii}));function ri(){return`#${vt(this.r)}${vt(this.g)}${vt(this.b)}`}function pa(){return`#${vt(this.r)}${vt(this.g)}${vt(this.b)}${vt((isNaN(this.opacity)?1:this.opacity)*255)}`}function ii(){let t=Te(this.opacity);return`${t===1?"rgb(":"rgba("}${kt(this.r)}, ${kt(this.g)}, ${kt(this.b)}${t===1?")":`, ${t})`}`}function Te(t){return isNaN(t)?1:Math.max(0,Math.min(1,t))}function kt(t){return Math.max(0,Math.min(255,Math.round(t)||0))}function vt(t){return t=kt(t),(t<16?"0":"")+t.toString(16)}function oi(t,e,n,r){return r<=0?t=e=n=NaN:n<=0||n>=1?t=e=NaN:e<=0&&(t=NaN),new K(t,e,n,r)}function ci(t){if(t instanceof K)return new K(t.h,t.s,t.l,t.opacity);if(t instanceof ft||(t=qt(t)),!t)return new K;if(t instanceof K)return t;t=t.rgb();var e=t.r/255,n=t.g/255,r=t.b/255,i=Math.min(e,n,r),o=Math.max(e,n,r),s=NaN,a=o-i,c=(o+i)/2;return a?(e===o?s=(n-r)/a+(n<r)*6:n===o?s=(r-e)/a+2:s=(e-n)/a+4,a/=c<.5?o+i:2-o-i,s*=60):a=c>0&&c<1?0:s,new K(s,a,c,t.opacity)}function Le(t,e,n,r){return arguments.length===1?ci(t):new K(t,e,n,r??1)}function K(t,e,n,r){this.h=+t,this.s=+e,this.l=+n,this.opacity=+r}Ft(K,Le,ee(ft,{brighter(t){return t=t==null?Dt:Math.pow(Dt,t),new K(this.h,this.s,this.l*t,this.opacity)},darker(t){return t=t==null?St:Math.pow(St,t),new K(this.h,this.s,this.l*t,this.opacity)},rgb(){var t=this.h%360+(this.h<0)*360,e=isNaN(t)||isNaN(this.s)?0:this.s,n=this.l,r=n+(n<.5?n:1-n)*e,i=2*n-r;return new V(Sn(t>=240?t-240:t+120,i,r),Sn(t,i,r),Sn(t<120?t+240:t-120,i,r),this.opacity)},clamp(){return new K(si(this.h),Ce(this.s),Ce(this.l),Te(this.opacity))},displayable(){return(0<=this.s&&this.s<=1||isNaN(this.s))&&0<=this.l&&this.l<=1&&0<=this.opacity&&this.opacity<=1},formatHsl(){let t=Te(this.opacity);return`${t===1?"hsl(":"hsla("}${si(this.h)}, ${Ce(this.s)*100}%, ${Ce(this.l)*100}%${t===1?")":`, ${t})`}`}}));function si(t){return t=(t||0)%360,t<0?t+360:t}function Ce(t){return Math.max(0,Math.min(1,t||0))}function Sn(t,e,n){return(t<60?e+(n-e)*t/60:t<180?n:t<240?e+(n-e)*(240-t)/60:e)*255}var fi=Math.PI/180,pi=180/Math.PI,Ee=18,mi=.96422,hi=1,di=.82521,gi=4/29,It=6/29,_i=3*It*It,ma=It*It*It;function yi(t){if(t instanceof et)return new et(t.l,t.a,t.b,t.opacity);if(t instanceof ot)return xi(t);t instanceof V||(t=An(t));var e=Nn(t.r),n=Nn(t.g),r=Nn(t.b),i=Rn((.2225045*e+.7168786*n+.0606169*r)/hi),o,s;return e===n&&n===r?o=s=i:(o=Rn((.4360747*e+.3850649*n+.1430804*r)/mi),s=Rn((.0139322*e+.0971045*n+.7141733*r)/di)),new et(116*i-16,500*(o-i),200*(i-s),t.opacity)}function bi(t,e,n,r){return arguments.length===1?yi(t):new et(t,e,n,r??1)}function et(t,e,n,r){this.l=+t,this.a=+e,this.b=+n,this.opacity=+r}Ft(et,bi,ee(ft,{brighter(t){return new et(this.l+Ee*(t??1),this.a,this.b,this.opacity)},darker(t){return new et(this.l-Ee*(t??1),this.a,this.b,this.opacity)},rgb(){var t=(this.l+16)/116,e=isNaN(this.a)?t:t+this.a/500,n=isNaN(this.b)?t:t-this.b/200;return e=mi*Pn(e),t=hi*Pn(t),n=di*Pn(n),new V($n(3.1338561*e-1.6168667*t-.4906146*n),$n(-.9787684*e+1.9161415*t+.033454*n),$n(.0719453*e-.2289914*t+1.4052427*n),this.opacity)}}));function Rn(t){return t>ma?Math.pow(t,1/3):t/_i+gi}function Pn(t){return t>It?t*t*t:_i*(t-gi)}function $n(t){return 255*(t<=.0031308?12.92*t:1.055*Math.pow(t,1/2.4)-.055)}function Nn(t){return(t/=255)<=.04045?t/12.92:Math.pow((t+.055)/1.055,2.4)}function ha(t){if(t instanceof ot)return new ot(t.h,t.c,t.l,t.opacity);if(t instanceof et||(t=yi(t)),t.a===0&&t.b===0)return new ot(NaN,0<t.l&&t.l<100?0:NaN,t.l,t.opacity);var e=Math.atan2(t.b,t.a)*pi;return new ot(e<0?e+360:e,Math.sqrt(t.a*t.a+t.b*t.b),t.l,t.opacity)}function Ie(t,e,n,r){return arguments.length===1?ha(t):new ot(t,e,n,r??1)}function ot(t,e,n,r){this.h=+t,this.c=+e,this.l=+n,this.opacity=+r}function xi(t){if(isNaN(t.h))return new et(t.l,0,0,t.opacity);var e=t.h*fi;return new et(t.l,Math.cos(e)*t.c,Math.sin(e)*t.c,t.opacity)}Ft(ot,Ie,ee(ft,{brighter(t){return new ot(this.h,this.c,this.l+Ee*(t??1),this.opacity)},darker(t){return new ot(this.h,this.c,this.l-Ee*(t??1),this.opacity)},rgb(){return xi(this).rgb()}}));var wi=-.14861,Cn=1.78277,Tn=-.29227,De=-.90649,te=1.97294,ai=te*De,ui=te*Cn,li=Cn*Tn-De*wi;function da(t){if(t instanceof Mt)return new Mt(t.h,t.s,t.l,t.opacity);t instanceof V||(t=An(t));var e=t.r/255,n=t.g/255,r=t.b/255,i=(li*r+ai*e-ui*n)/(li+ai-ui),o=r-i,s=(te*(n-i)-Tn*o)/De,a=Math.sqrt(s*s+o*o)/(te*i*(1-i)),c=a?Math.atan2(s,o)*pi-120:NaN;return new Mt(c<0?c+360:c,a,i,t.opacity)}function Fe(t,e,n,r){return arguments.length===1?da(t):new Mt(t,e,n,r??1)}function Mt(t,e,n,r){this.h=+t,this.s=+e,this.l=+n,this.opacity=+r}Ft(Mt,Fe,ee(ft,{brighter(t){return t=t==null?Dt:Math.pow(Dt,t),new Mt(this.h,this.s,this.l*t,this.opacity)},darker(t){return t=t==null?St:Math.pow(St,t),new Mt(this.h,this.s,this.l*t,this.opacity)},rgb(){var t=isNaN(this.h)?0:(this.h+120)*fi,e=+this.l,n=isNaN(this.s)?0:this.s*e*(1-e),r=Math.cos(t),i=Math.sin(t);return new V(255*(e+n*(wi*r+Cn*i)),255*(e+n*(Tn*r+De*i)),255*(e+n*(te*r)),this.opacity)}}));function Si(t,e,n,r,i){var o=t*t,s=o*t;return((1-3*t+3*o-s)*e+(4-6*o+3*s)*n+(1+3*t+3*o-3*s)*r+s*i)/6}function ga(t){var e=t.length-1;return function(n){var r=n<=0?n=0:n>=1?(n=1,e-1):Math.floor(n*e),i=t[r],o=t[r+1],s=r>0?t[r-1]:2*i-o,a=r<e-1?t[r+2]:2*o-i;return Si((n-r/e)*e,s,i,o,a)}}function _a(t){var e=t.length;return function(n){var r=Math.floor(((n%=1)<0?++n:n)*e),i=t[(r+e-1)%e],o=t[r%e],s=t[(r+1)%e],a=t[(r+2)%e];return Si((n-r/e)*e,i,o,s,a)}}var Oe=t=>()=>t;function Ri(t,e){return function(n){return t+n*e}}function ya(t,e,n){return t=Math.pow(t,n),e=Math.pow(e,n)-t,n=1/n,function(r){return Math.pow(t+r*e,n)}}function Dn(t,e){var n=e-t;return n?Ri(t,n>180||n<-180?n-360*Math.round(n/360):n):Oe(isNaN(t)?e:t)}function ba(t){return(t=+t)==1?j:function(e,n){return n-e?ya(e,n,t):Oe(isNaN(e)?n:e)}}function j(t,e){var n=e-t;return n?Ri(t,n):Oe(isNaN(t)?e:t)}var vi=(function t(e){var n=ba(e);function r(i,o){var s=n((i=ne(i)).r,(o=ne(o)).r),a=n(i.g,o.g),c=n(i.b,o.b),l=j(i.opacity,o.opacity);return function(f){return i.r=s(f),i.g=a(f),i.b=c(f),i.opacity=l(f),i+""}}return r.gamma=t,r})(1);function Pi(t){return function(e){var n=e.length,r=new Array(n),i=new Array(n),o=new Array(n),s,a;for(s=0;s<n;++s)a=ne(e[s]),r[s]=a.r||0,i[s]=a.g||0,o[s]=a.b||0;return r=t(r),i=t(i),o=t(o),a.opacity=1,function(c){return a.r=r(c),a.g=i(c),a.b=o(c),a+""}}}var kc=Pi(ga),Mc=Pi(_a);function xa(t,e){e||(e=[]);var n=t?Math.min(e.length,t.length):0,r=e.slice(),i;return function(o){for(i=0;i<n;++i)r[i]=t[i]*(1-o)+e[i]*o;return r}}function wa(t){return ArrayBuffer.isView(t)&&!(t instanceof DataView)}function va(t,e){var n=e?e.length:0,r=t?Math.min(n,t.length):0,i=new Array(r),o=new Array(n),s;for(s=0;s<r;++s)i[s]=Ve(t[s],e[s]);for(;s<n;++s)o[s]=e[s];return function(a){for(s=0;s<r;++s)o[s]=i[s](a);return o}}function ka(t,e){var n=new Date;return t=+t,e=+e,function(r){return n.setTime(t*(1-r)+e*r),n}}function Y(t,e){return t=+t,e=+e,function(n){return t*(1-n)+e*n}}function Ma(t,e){var n={},r={},i;(t===null||typeof t!="object")&&(t={}),(e===null||typeof e!="object")&&(e={});for(i in e)i in t?n[i]=Ve(t[i],e[i]):r[i]=e[i];return function(o){for(i in n)r[i]=n[i](o);return r}}var Ln=/[-+]?(?:\d+\.?\d*|\.?\d+)(?:[eE][-+]?\d+)?/g,En=new RegExp(Ln.source,"g");function Sa(t){return function(){return t}}function Ra(t){return function(e){return t(e)+""}}function Pa(t,e){var n=Ln.lastIndex=En.lastIndex=0,r,i,o,s=-1,a=[],c=[];for(t=t+"",e=e+"";(r=Ln.exec(t))&&(i=En.exec(e));)(o=i.index)>n&&(o=e.slice(n,o),a[s]?a[s]+=o:a[++s]=o),(r=r[0])===(i=i[0])?a[s]?a[s]+=i:a[++s]=i:(a[++s]=null,c.push({i:s,x:Y(r,i)})),n=En.lastIndex;return n<e.length&&(o=e.slice(n),a[s]?a[s]+=o:a[++s]=o),a.length<2?c[0]?Ra(c[0].x):Sa(e):(e=c.length,function(l){for(var f=0,p;f<e;++f)a[(p=c[f]).i]=p.x(l);return a.join("")})}function Ve(t,e){var n=typeof e,r;return e==null||n==="boolean"?Oe(e):(n==="number"?Y:n==="string"?(r=qt(e))?(e=r,vi):Pa:e instanceof qt?vi:e instanceof Date?ka:wa(e)?xa:Array.isArray(e)?va:typeof e.valueOf!="function"&&typeof e.toString!="function"||isNaN(e)?Ma:Y)(t,e)}function $i(t,e){return t=+t,e=+e,function(n){return Math.round(t*(1-n)+e*n)}}var ki=180/Math.PI,In={translateX:0,translateY:0,rotate:0,skewX:0,scaleX:1,scaleY:1};function Ni(t,e,n,r,i,o){var s,a,c;return(s=Math.sqrt(t*t+e*e))&&(t/=s,e/=s),(c=t*n+e*r)&&(n-=t*c,r-=e*c),(a=Math.sqrt(n*n+r*r))&&(n/=a,r/=a,c/=a),t*r<e*n&&(t=-t,e=-e,c=-c,s=-s),{translateX:i,translateY:o,rotate:Math.atan2(e,t)*ki,skewX:Math.atan(c)*ki,scaleX:s,scaleY:a}}var qe;function $a(t){let e=new(typeof DOMMatrix=="function"?DOMMatrix:WebKitCSSMatrix)(t+"");return e.isIdentity?In:Ni(e.a,e.b,e.c,e.d,e.e,e.f)}function Na(t){return t==null||(qe||(qe=document.createElementNS("http://www.w3.org/2000/svg","g")),qe.setAttribute("transform",t),!(t=qe.transform.baseVal.consolidate()))?In:(t=t.matrix,Ni(t.a,t.b,t.c,t.d,t.e,t.f))}function Ai(t,e,n,r){function i(l){return l.length?l.pop()+" ":""}function o(l,f,p,m,h,d){if(l!==p||f!==m){var g=h.push("translate(",null,e,null,n);d.push({i:g-4,x:Y(l,p)},{i:g-2,x:Y(f,m)})}else(p||m)&&h.push("translate("+p+e+m+n)}function s(l,f,p,m){l!==f?(l-f>180?f+=360:f-l>180&&(l+=360),m.push({i:p.push(i(p)+"rotate(",null,r)-2,x:Y(l,f)})):f&&p.push(i(p)+"rotate("+f+r)}function a(l,f,p,m){l!==f?m.push({i:p.push(i(p)+"skewX(",null,r)-2,x:Y(l,f)}):f&&p.push(i(p)+"skewX("+f+r)}function c(l,f,p,m,h,d){if(l!==p||f!==m){var g=h.push(i(h)+"scale(",null,",",null,")");d.push({i:g-4,x:Y(l,p)},{i:g-2,x:Y(f,m)})}else(p!==1||m!==1)&&h.push(i(h)+"scale("+p+","+m+")")}return function(l,f){var p=[],m=[];return l=t(l),f=t(f),o(l.translateX,l.translateY,f.translateX,f.translateY,p,m),s(l.rotate,f.rotate,p,m),a(l.skewX,f.skewX,p,m),c(l.scaleX,l.scaleY,f.scaleX,f.scaleY,p,m),l=f=null,function(h){for(var d=-1,g=m.length,_;++d<g;)p[(_=m[d]).i]=_.x(h);return p.join("")}}}var Sc=Ai($a,"px, ","px)","deg)"),Rc=Ai(Na,", ",")",")"),Aa=1e-12;function Mi(t){return((t=Math.exp(t))+1/t)/2}function Ca(t){return((t=Math.exp(t))-1/t)/2}function Ta(t){return((t=Math.exp(2*t))-1)/(t+1)}var Pc=(function t(e,n,r){function i(o,s){var a=o[0],c=o[1],l=o[2],f=s[0],p=s[1],m=s[2],h=f-a,d=p-c,g=h*h+d*d,_,b;if(g<Aa)b=Math.log(m/l)/e,_=function(P){return[a+P*h,c+P*d,l*Math.exp(e*P*b)]};else{var w=Math.sqrt(g),x=(m*m-l*l+r*g)/(2*l*n*w),y=(m*m-l*l-r*g)/(2*m*n*w),M=Math.log(Math.sqrt(x*x+1)-x),R=Math.log(Math.sqrt(y*y+1)-y);b=(R-M)/e,_=function(P){var T=P*b,O=Mi(M),G=l/(n*w)*(O*Ta(e*T+M)-Ca(M));return[a+G*h,c+G*d,l*O/Mi(e*T+M)]}}return _.duration=Math.abs(b)*1e3*e/Math.SQRT2,_}return i.rho=function(o){var s=Math.max(.001,+o),a=s*s,c=a*a;return t(s,a,c)},i})(Math.SQRT2,2,4);function Ci(t){return function(e,n){var r=t((e=Le(e)).h,(n=Le(n)).h),i=j(e.s,n.s),o=j(e.l,n.l),s=j(e.opacity,n.opacity);return function(a){return e.h=r(a),e.s=i(a),e.l=o(a),e.opacity=s(a),e+""}}}var $c=Ci(Dn),Nc=Ci(j);function Ti(t){return function(e,n){var r=t((e=Ie(e)).h,(n=Ie(n)).h),i=j(e.c,n.c),o=j(e.l,n.l),s=j(e.opacity,n.opacity);return function(a){return e.h=r(a),e.c=i(a),e.l=o(a),e.opacity=s(a),e+""}}}var Ac=Ti(Dn),Cc=Ti(j);function Ei(t){return(function e(n){n=+n;function r(i,o){var s=t((i=Fe(i)).h,(o=Fe(o)).h),a=j(i.s,o.s),c=j(i.l,o.l),l=j(i.opacity,o.opacity);return function(f){return i.h=s(f),i.s=a(f),i.l=c(Math.pow(f,n)),i.opacity=l(f),i+""}}return r.gamma=e,r})(1)}var Tc=Ei(Dn),Ec=Ei(j);function Ea(t){return Math.abs(t=Math.round(t))>=1e21?t.toLocaleString("en").replace(/,/g,""):t.toString(10)}function Be(t,e){if(!isFinite(t)||t===0)return null;var n=(t=e?t.toExponential(e-1):t.toExponential()).indexOf("e"),r=t.slice(0,n);return[r.length>1?r[0]+r.slice(2):r,+t.slice(n+1)]}function Ot(t){return t=Be(Math.abs(t)),t?t[1]:NaN}function La(t,e){return function(n,r){for(var i=n.length,o=[],s=0,a=t[0],c=0;i>0&&a>0&&(c+a+1>r&&(a=Math.max(1,r-c)),o.push(n.substring(i-=a,i+a)),!((c+=a+1)>r));)a=t[s=(s+1)%t.length];return o.reverse().join(e)}}function Ia(t){return function(e){return e.replace(/[0-9]/g,function(n){return t[+n]})}}var Da=/^(?:(.)?([<>=^]))?([+\-( ])?([$#])?(0)?(\d+)?(,)?(\.\d+)?(~)?([a-z%])?$/i;function re(t){if(!(e=Da.exec(t)))throw new Error("invalid format: "+t);var e;return new Fn({fill:e[1],align:e[2],sign:e[3],symbol:e[4],zero:e[5],width:e[6],comma:e[7],precision:e[8]&&e[8].slice(1),trim:e[9],type:e[10]})}re.prototype=Fn.prototype;function Fn(t){this.fill=t.fill===void 0?" ":t.fill+"",this.align=t.align===void 0?">":t.align+"",this.sign=t.sign===void 0?"-":t.sign+"",this.symbol=t.symbol===void 0?"":t.symbol+"",this.zero=!!t.zero,this.width=t.width===void 0?void 0:+t.width,this.comma=!!t.comma,this.precision=t.precision===void 0?void 0:+t.precision,this.trim=!!t.trim,this.type=t.type===void 0?"":t.type+""}Fn.prototype.toString=function(){return this.fill+this.align+this.sign+this.symbol+(this.zero?"0":"")+(this.width===void 0?"":Math.max(1,this.width|0))+(this.comma?",":"")+(this.precision===void 0?"":"."+Math.max(0,this.precision|0))+(this.trim?"~":"")+this.type};function Fa(t){t:for(var e=t.length,n=1,r=-1,i;n<e;++n)switch(t[n]){case".":r=i=n;break;case"0":r===0&&(r=n),i=n;break;default:if(!+t[n])break t;r>0&&(r=0);break}return r>0?t.slice(0,r)+t.slice(i+1):t}var ze;function qa(t,e){var n=Be(t,e);if(!n)return ze=void 0,t.toPrecision(e);var r=n[0],i=n[1],o=i-(ze=Math.max(-8,Math.min(8,Math.floor(i/3)))*3)+1,s=r.length;return o===s?r:o>s?r+new Array(o-s+1).join("0"):o>0?r.slice(0,o)+"."+r.slice(o):"0."+new Array(1-o).join("0")+Be(t,Math.max(0,e+o-1))[0]}function Li(t,e){var n=Be(t,e);if(!n)return t+"";var r=n[0],i=n[1];return i<0?"0."+new Array(-i).join("0")+r:r.length>i+1?r.slice(0,i+1)+"."+r.slice(i+1):r+new Array(i-r.length+2).join("0")}var Ii={"%":(t,e)=>(t*100).toFixed(e),b:t=>Math.round(t).toString(2),c:t=>t+"",d:Ea,e:(t,e)=>t.toExponential(e),f:(t,e)=>t.toFixed(e),g:(t,e)=>t.toPrecision(e),o:t=>Math.round(t).toString(8),p:(t,e)=>Li(t*100,e),r:Li,s:qa,X:t=>Math.round(t).toString(16).toUpperCase(),x:t=>Math.round(t).toString(16)};function Di(t){return t}var Fi=Array.prototype.map,qi=["y","z","a","f","p","n","\xB5","m","","k","M","G","T","P","E","Z","Y"];function Oa(t){var e=t.grouping===void 0||t.thousands===void 0?Di:La(Fi.call(t.grouping,Number),t.thousands+""),n=t.currency===void 0?"":t.currency[0]+"",r=t.currency===void 0?"":t.currency[1]+"",i=t.decimal===void 0?".":t.decimal+"",o=t.numerals===void 0?Di:Ia(Fi.call(t.numerals,String)),s=t.percent===void 0?"%":t.percent+"",a=t.minus===void 0?"\u2212":t.minus+"",c=t.nan===void 0?"NaN":t.nan+"";function l(p,m){p=re(p);var h=p.fill,d=p.align,g=p.sign,_=p.symbol,b=p.zero,w=p.width,x=p.comma,y=p.precision,M=p.trim,R=p.type;R==="n"?(x=!0,R="g"):Ii[R]||(y===void 0&&(y=12),M=!0,R="g"),(b||h==="0"&&d==="=")&&(b=!0,h="0",d="=");var P=(m&&m.prefix!==void 0?m.prefix:"")+(_==="$"?n:_==="#"&&/[boxX]/.test(R)?"0"+R.toLowerCase():""),T=(_==="$"?r:/[%p]/.test(R)?s:"")+(m&&m.suffix!==void 0?m.suffix:""),O=Ii[R],G=/[defgprs%]/.test(R);y=y===void 0?6:/[gprs]/.test(R)?Math.max(1,Math.min(21,y)):Math.max(0,Math.min(20,y));function Z(k){var q=P,Q=T,At,or,me;if(R==="c")Q=O(k)+Q,k="";else{k=+k;var he=k<0||1/k<0;if(k=isNaN(k)?c:O(Math.abs(k),y),M&&(k=Fa(k)),he&&+k==0&&g!=="+"&&(he=!1),q=(he?g==="("?g:a:g==="-"||g==="("?"":g)+q,Q=(R==="s"&&!isNaN(k)&&ze!==void 0?qi[8+ze/3]:"")+Q+(he&&g==="("?")":""),G){for(At=-1,or=k.length;++At<or;)if(me=k.charCodeAt(At),48>me||me>57){Q=(me===46?i+k.slice(At+1):k.slice(At))+Q,k=k.slice(0,At);break}}}x&&!b&&(k=e(k,1/0));var de=q.length+k.length+Q.length,it=de<w?new Array(w-de+1).join(h):"";switch(x&&b&&(k=e(it+k,it.length?w-Q.length:1/0),it=""),d){case"<":k=q+k+Q+it;break;case"=":k=q+it+k+Q;break;case"^":k=it.slice(0,de=it.length>>1)+q+k+Q+it.slice(de);break;default:k=it+q+k+Q;break}return o(k)}return Z.toString=function(){return p+""},Z}function f(p,m){var h=Math.max(-8,Math.min(8,Math.floor(Ot(m)/3)))*3,d=Math.pow(10,-h),g=l((p=re(p),p.type="f",p),{suffix:qi[8+h/3]});return function(_){return g(d*_)}}return{format:l,formatPrefix:f}}var He,qn,On;Va({thousands:",",grouping:[3],currency:["$",""]});function Va(t){return He=Oa(t),qn=He.format,On=He.formatPrefix,He}function Oi(t){return Math.max(0,-Ot(Math.abs(t)))}function Vi(t,e){return Math.max(0,Math.max(-8,Math.min(8,Math.floor(Ot(e)/3)))*3-Ot(Math.abs(t)))}function Hi(t,e){return t=Math.abs(t),e=Math.abs(e)-t,Math.max(0,Ot(e)-Ot(t))+1}function ji(t,e){switch(arguments.length){case 0:break;case 1:this.range(t);break;default:this.range(e).domain(t);break}return this}function Ha(t){return function(){return t}}function Ba(t){return+t}var Bi=[0,1];function Vt(t){return t}function Vn(t,e){return(e-=t=+t)?function(n){return(n-t)/e}:Ha(isNaN(e)?NaN:.5)}function za(t,e){var n;return t>e&&(n=t,t=e,e=n),function(r){return Math.max(t,Math.min(e,r))}}function Ua(t,e,n){var r=t[0],i=t[1],o=e[0],s=e[1];return i<r?(r=Vn(i,r),o=n(s,o)):(r=Vn(r,i),o=n(o,s)),function(a){return o(r(a))}}function ja(t,e,n){var r=Math.min(t.length,e.length)-1,i=new Array(r),o=new Array(r),s=-1;for(t[r]<t[0]&&(t=t.slice().reverse(),e=e.slice().reverse());++s<r;)i[s]=Vn(t[s],t[s+1]),o[s]=n(e[s],e[s+1]);return function(a){var c=zr(t,a,1,r)-1;return o[c](i[c](a))}}function Gi(t,e){return e.domain(t.domain()).range(t.range()).interpolate(t.interpolate()).clamp(t.clamp()).unknown(t.unknown())}function Qi(){var t=Bi,e=Bi,n=Ve,r,i,o,s=Vt,a,c,l;function f(){var m=Math.min(t.length,e.length);return s!==Vt&&(s=za(t[0],t[m-1])),a=m>2?ja:Ua,c=l=null,p}function p(m){return m==null||isNaN(m=+m)?o:(c||(c=a(t.map(r),e,n)))(r(s(m)))}return p.invert=function(m){return s(i((l||(l=a(e,t.map(r),Y)))(m)))},p.domain=function(m){return arguments.length?(t=Array.from(m,Ba),f()):t.slice()},p.range=function(m){return arguments.length?(e=Array.from(m),f()):e.slice()},p.rangeRound=function(m){return e=Array.from(m),n=$i,f()},p.clamp=function(m){return arguments.length?(s=m?!0:Vt,f()):s!==Vt},p.interpolate=function(m){return arguments.length?(n=m,f()):n},p.unknown=function(m){return arguments.length?(o=m,p):o},function(m,h){return r=m,i=h,f()}}function Ga(){return Qi()(Vt,Vt)}function Qa(t,e,n,r){var i=Wr(t,e,n),o;switch(r=re(r??",f"),r.type){case"s":{var s=Math.max(Math.abs(t),Math.abs(e));return r.precision==null&&!isNaN(o=Vi(i,s))&&(r.precision=o),On(r,s)}case"":case"e":case"g":case"p":case"r":{r.precision==null&&!isNaN(o=Hi(i,Math.max(Math.abs(t),Math.abs(e))))&&(r.precision=o-(r.type==="e"));break}case"f":case"%":{r.precision==null&&!isNaN(o=Oi(i))&&(r.precision=o-(r.type==="%")*2);break}}return qn(r)}function Wi(t){var e=t.domain;return t.ticks=function(n){var r=e();return Qr(r[0],r[r.length-1],n??10)},t.tickFormat=function(n,r){var i=e();return Qa(i[0],i[i.length-1],n??10,r)},t.nice=function(n){n==null&&(n=10);var r=e(),i=0,o=r.length-1,s=r[i],a=r[o],c,l,f=10;for(a<s&&(l=s,s=a,a=l,l=i,i=o,o=l);f-- >0;){if(l=Ne(s,a,n),l===c)return r[i]=s,r[o]=a,e(r);if(l>0)s=Math.floor(s/l)*l,a=Math.ceil(a/l)*l;else if(l<0)s=Math.ceil(s*l)/l,a=Math.floor(a*l)/l;else break;c=l}return t},t}function W(){var t=Ga();return t.copy=function(){return Gi(t,W())},ji.apply(t,arguments),Wi(t)}function zi(t){return function(e){return Math.sign(e)*Math.log1p(Math.abs(e/t))}}function Ui(t){return function(e){return Math.sign(e)*Math.expm1(Math.abs(e))*t}}function Wa(t){var e=1,n=t(zi(e),Ui(e));return n.constant=function(r){return arguments.length?t(zi(e=+r),Ui(e)):e},Wi(n)}function Hn(){var t=Wa(Qi());return t.copy=function(){return Gi(t,Hn()).constant(t.constant())},ji.apply(t,arguments)}function st(t,e,n){let[r,i]=e,o=[r,Math.max(r+1,i)];return t==="log"?Hn(o,n).constant(1):W(o,n)}function ie(t){return 6.3*t.length}function v(t){return t.toLocaleString("en-US")}function Ue(t,e,n){let[r,i]=[e[0],Math.max(e[0]+1,e[1])],o=st(t,[r,i],n);if(t==="linear"||i+1<3*(r+1)){let a=(n[1]-n[0])/(ie(v(i))+24);return W([r,i],n).ticks(Math.max(1,Math.floor(a))).filter(Number.isInteger)}let s=Math.floor(Math.log2(i))+1;for(let a=1;a<s;a++){let c=Xa(s,a).filter(l=>l>=r&&l<=i);if(Ka(c,o))return c}return[r,2**(s-1)]}function Xa(t,e){let n=[0];for(let r=0;r<t;r+=e)n.push(2**r);return n}function Ka(t,e){return t.every((n,r)=>{if(r===0)return!0;let i=t[r-1],o=(ie(v(n))+ie(v(i)))/2;return e(n)-e(i)>=o+6})}function at(t,e,n=NaN){let r=1/0,i=-1/0;if(t.forEach((c,l)=>{if(!Number.isFinite(c))return;let f=Number.isFinite(e[l])?e[l]:0;r=Math.min(r,c-f),i=Math.max(i,c+f)}),r>i)return[0,1];let o=Math.max(Math.abs(i)*.01,Number.isFinite(n)?n*.005:0,1e-8),s=Math.max(0,o-(i-r)),a=Math.min(s/2,Math.max(r,0));return[r-a,i+s-a]}function je(t,e){let n=.5*(t[1]-t[0]);return e<t[0]-n||e>t[1]+n?t:[Math.min(t[0],e),Math.max(t[1],e)]}function oe(t,e,n){let r=0;return t.forEach((i,o)=>{Math.abs(e(i)-n)<Math.abs(e(t[r])-n)&&(r=o)}),r}function Ki(t){return(t.layout?.rows??[]).map((n,r)=>Ya(t,n,r))}function Ya(t,e,n){let r=Ja(t,n),i=t.layout.metrics,o=a=>t.steps.map((c,l)=>r(a,l)),s=o("flags").map(a=>Za(a,t.layout.flags));return Bn(e,t.steps,i,o,s)}function Bn(t,e,n,r,i){let o=new Map,s=f=>(o.has(f)||o.set(f,r(f)),o.get(f)),a=n.flatMap(f=>/^transfer_(.+)_accuracy$/.exec(f)?.[1]??[]),c=e.map((f,p)=>({step:f,epoch:s("epoch")[p],loss:s("reconstruction_loss")[p],stderr:s("reconstruction_stderr")[p],limit:s("reconstruction_loss_limit")[p],explained:s("explained_variance")[p],accuracy:s("probe_accuracy")[p],transfers:a.map(m=>({name:m,accuracy:s(`transfer_${m}_accuracy`)[p]})),flags:i[p]??[]})),l=f=>s(f).findLast(Number.isFinite)??NaN;return{key:`${t.layer}/${t.decoder}`,row:t,points:c,steps:e,metricNames:n,column:s,meanImageLoss:l("mean_image_loss"),pcaBound:l("pca_bound"),wholeRunFlags:tu(c),best:eu(c)}}function Ja({layout:t,shape:e,values:n},r){let[,i,o]=e,s=new Map(t.metrics.map((a,c)=>[a,c]));return(a,c)=>{let l=s.get(a);return l===void 0?NaN:n[(c*i+r)*o+l]}}function Za(t,e){return Number.isFinite(t)?e.filter((n,r)=>Math.floor(t/2**r)%2===1):[]}function Ge(t,{wholeRunFlags:e}){return t.flags.length>e.length}function tu(t){return t[0]?.flags.filter(e=>t.every(n=>n.flags.includes(e)))??[]}function eu(t){let e=null;for(let n of t)n.accuracy>(e?.accuracy??-1/0)&&(e=n);return e}function se(t,e){let{meanImageLoss:n,pcaBound:r,points:i}=t,o=e.read(t),s=e.readErrors?.(t)??o.map(()=>NaN),a=i[0]?.step===0?o[0]:NaN,c={loss:[n,Xi(n,r,a)],limit:[n,Xi(n,r,a)],explained:[1,[{label:"mean image",value:0},{label:"PCA bound",value:1-r/n},{label:"untrained",value:a}]]},[l,f]=c[e.key]??[NaN,[]],m=e.readSpread(t)??nu(o,s);return{label:e.label,values:o,errors:s,band:m,unit:l,references:ru(f)}}function nu(t,e){let n=r=>Number.isFinite(e[r])?e[r]:0;return[t.map((r,i)=>r-n(i)),t.map((r,i)=>r+n(i))]}function Xi(t,e,n){return[{label:"mean image",value:t},{label:"PCA bound",value:e},{label:"untrained",value:n}]}function Qe(t,e,n){return e[U(t.steps,n)]??NaN}function U(t,e){let n=0,r=i=>Math.abs(Math.log1p(t[i])-Math.log1p(e));return t.forEach((i,o)=>{r(o)<r(n)&&(n=o)}),n}function ru(t){return t.filter(({value:e})=>Number.isFinite(e))}function z(t,{layer:e,decoder:n}){return t.find(r=>r.layer===e&&r.decoder===n)}var pt=236,X={top:24,right:40,bottom:34,left:48},Yi={top:22,bottom:24};function Ji(t,e,n,r){let{quantity:i,stepAxis:o,steps:s}=n,a=n.accuracyDomain&&i.key!=="accuracy",c=r-(a?X.right:14),l=pt-X.bottom,f=se(t,i),p=iu(t.steps,f,s);e.forEach(g=>{let{values:_}=se(g.series,i);p.push(..._.filter((b,w)=>Zi(g.series.steps[w],s)))});let m=at(p,[],f.unit),h=f.references.reduce((g,{value:_})=>je(g,_),m),d=[l-Yi.bottom,X.top+Yi.top];return{width:r,left:X.left,right:c,top:X.top,bottom:l,quantity:i,stepAxis:o,steps:s,x:st(o,s,[X.left+4,c-4]),y:W(h,d),accuracy:a?W(n.accuracyDomain,d):null,measure:f}}function iu(t,{values:e,band:n},r){return[e,...n].flatMap(i=>i.filter((o,s)=>Zi(t[s],r)))}function Zi(t,[e,n]){return t>=e&&t<=n}function to(t){let e=t.flatMap(r=>r.points.map(i=>i.accuracy)).filter(Number.isFinite),n=t[0]?.column("model_accuracy")??[];return e.length?at([...e,...n],[]):null}var ou={training_heldout:"held-out rows are training rows",no_labels:"no labels, so no probe accuracy",one_class:"one class only, so no probe accuracy",constant_features:"some features are constant",nonfinite_outputs:"the model's outputs hold NaN or infinite values",rank_deficient:"features depend on each other linearly",nonfinite_features:"features are NaN or infinite",few_rows:"few rows for this width: the loss reads high",ridge_at_bound:"the best ridge lies at the end of its path",probe_not_converged:"the linear probe did not converge",target_resized:"the input is reconstructed at a smaller size",target_cropped:"the border of the input is not reconstructed",constant_target:"the input is constant",failed:"the measurement failed",float64_sums:"measured in float64, because rounding in float32 might have shown",out_of_memory:"memory ran out, so this layer was given up",diverged:"training a decoder or probe diverged"};function ae(t){return ou[t]??t.replaceAll("_"," ")}var su=new Intl.NumberFormat("en-US",{maximumSignificantDigits:4,minimumSignificantDigits:3}),au=new Intl.NumberFormat("en-US",{maximumSignificantDigits:2});function H(t){return t===0?"0":Number.isFinite(t)?(Math.abs(t)<1e-4?t.toExponential(2):su.format(t)).replaceAll("-","\u2212"):"not measured"}function eo(t){return Number.isFinite(t)?` \xB1 ${(t>0&&t<1e-4?t.toExponential(1):au.format(t)).replaceAll("-","\u2212")}`:""}function F(t){return Number.isFinite(t)?`${(100*t).toFixed(1)} %`:"not measured"}function Ht(t,e){return`${t.toLocaleString("en-US")} ${e}${t===1?"":"s"}`}function E(t){return t.replace(/\/phases$/,"")||t}var uu=Symbol.for("pv"),lu=0;function u(t,e,n,r,i,o){e||(e={});var s,a,c=e;if("ref"in c&&typeof t!="function")for(a in c={},e)a=="ref"?s=e[a]:c[a]=e[a];var l={type:t,props:c,key:n,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:uu,__v:--lu,__i:-1,__u:0};return(i||o)&&(l.__source=i,l.__self=o),N.vnode&&N.vnode(l),l}function no({rows:t,reports:e,cursor:n,quantity:r}){let[i,o]=A(n.current);L(()=>(o(n.current),n.subscribe(o)),[n]);let s=C(null),a=t.find(m=>m.key===i?.panel),c=i&&a?U(a.steps,i.step):-1,l=a?.points[c];Cr(()=>{if(!s.current||!i)return;let m=document.querySelector(`[data-panel="${CSS.escape(i.panel)}"] .cursor line`);if(!m)return;let h=m.getBoundingClientRect(),{width:d,height:g}=s.current.getBoundingClientRect(),_=h.left+14,b=_+d>document.documentElement.clientWidth-4?h.left-14-d:_,w=Math.min(h.top+18,window.innerHeight-g-4);s.current.style.transform=`translate(${Math.max(4,b)}px,${Math.max(4,w)}px)`});let f=a&&z(e,a.row),p=i?.byKey&&a&&l?pu(a,l):"";return u($,{children:[u("div",{class:"read-aloud","aria-live":"polite",children:p}),a&&l&&u("div",{ref:s,class:"tooltip",role:"tooltip",children:u(fu,{series:a,point:l,phases:f?.phases??[],chosen:r})})]})}var cu=["loss","limit","explained","accuracy"];function fu({series:t,point:e,phases:n,chosen:r}){let i=!cu.includes(r.key)&&!e.transfers.some(({name:a})=>r.key===`transfer_${a}_accuracy`),o=n.filter(({start_step:a,end_step:c})=>a<=e.step&&e.step<=c),s=e.flags.filter(a=>!t.wholeRunFlags.includes(a));return u($,{children:[u("p",{class:"tooltip-title",children:[u("b",{children:["step ",v(e.step)]}),Number.isFinite(e.epoch)&&u("span",{children:[" epoch ",Number(e.epoch.toFixed(2))]}),u("span",{class:"tooltip-layer",children:t.row.layer})]}),u("dl",{children:[u("dt",{class:"loss",children:"reconstruction loss"}),u("dd",{children:[H(e.loss),u("span",{class:"muted",children:eo(e.stderr)})]}),Number.isFinite(e.limit)&&u($,{children:[u("dt",{children:"at unlimited rows"}),u("dd",{children:H(e.limit)})]}),u("dt",{children:"explained variance"}),u("dd",{children:F(e.explained)}),u("dt",{class:"accuracy",children:"probe accuracy"}),u("dd",{children:F(e.accuracy)}),e.transfers.map(({name:a,accuracy:c})=>u($,{children:[u("dt",{children:[a," accuracy"]}),u("dd",{children:F(c)})]},a)),i&&u($,{children:[u("dt",{children:r.label}),u("dd",{children:r.format(r.read(t)[t.points.indexOf(e)])})]}),o.length>0&&u($,{children:[u("dt",{children:"phase"}),u("dd",{children:o.map(({kind:a})=>a).join(" \u2192 ")})]})]}),s.map(a=>u("p",{class:"tooltip-flag",children:ae(a)},a)),u("p",{class:"muted",children:["loss: mean squared error per input element",i&&`; ${r.label}: ${r.unit}`]})]})}function pu({row:t},e){return`${t.layer}, step ${v(e.step)}: reconstruction loss ${H(e.loss)}, probe accuracy ${F(e.accuracy)}`}var We=class{place=null;listeners=new Set;get current(){return this.place}move(e){if(!(e?.step===this.place?.step&&e?.panel===this.place?.panel)){this.place=e;for(let n of this.listeners)n(e)}}subscribe(e){return this.listeners.add(e),()=>{this.listeners.delete(e)}}};function ue(t){return t.replaceAll(/(seed[-_=]?)\d+/gi,"$1*")}function ro(t){let e=new Map;for(let n of t){let r=ue(n.summary.run);e.set(r,[...e.get(r)??[],n])}return[...e].map(([n,r])=>r.length>1?mu(n,r):r[0])}function mu(t,e){let n=e[0],i=n.rows.map(({key:f})=>f).filter(f=>e.every(({rows:p})=>p.some(m=>m.key===f))),o=i.map(f=>hu(e.map(p=>p.rows.find(m=>m.key===f)))),s=i.flatMap((f,p)=>du(o[p],e)??[]),a=o[0]?.steps.at(-1)??null,c=e.flatMap(({summary:f})=>f.error??[]).join(" ")||null;return{summary:{...{...n.summary,run:`${E(t)} (${e.length} seeds)`,last_step:a,error:c},num_steps:o[0]?.steps.length??0},rows:o,reports:s}}function hu(t){let[e,...n]=t,r=e.steps.filter(l=>n.every(f=>f.steps.includes(l))),i=t.map(l=>r.map(f=>l.steps.indexOf(f))),o=(l,f)=>t.map((p,m)=>p.column(l)[i[m][f]]).filter(Number.isFinite),s=l=>f=>r.map((p,m)=>l(o(f,m))??NaN),a=r.map((l,f)=>[...new Set(t.flatMap((p,m)=>p.points[i[m][f]].flags))]);return{...Bn(e.row,r,e.metricNames,s(Yr),a),spread:l=>[s(Jt)(l),s(Yt)(l)]}}function du({row:t},e){let n=e.flatMap(c=>z(c.reports,t)??[]),r=n.filter(c=>c.minimum_step!=null);if(!r.length)return n[0];let i=Jr(r,c=>c.minimum_step),o=r.toSorted((c,l)=>Math.abs(c.minimum_step-i)-Math.abs(l.minimum_step-i))[0],s=r.map(c=>c.minimum_interval??[c.minimum_step,c.minimum_step]),a=n.filter(c=>c.has_increase).length;return{...o,minimum_interval:[Jt(s,([c])=>c),Yt(s,([,c])=>c)],has_increase:a>n.length/2,description:`${o.description??""} Phases of the run with the middle minimum; ${a} of ${n.length} runs have an increase.`}}function io(t){if(window.parent===window)return;let e=new MessageChannel;e.port1.onmessage=n=>{let r=JSON.parse(n.data);if(r.isReply)return;t[r.type]?.(r.payload);let i={type:r.type,id:r.id,payload:null,error:null,isReply:!0};e.port1.postMessage(JSON.stringify(i))},window.parent.postMessage("experimental.bootstrap","*",[e.port2])}function oo(t){let e=t.map(n=>[1,3,5].map(r=>Number.parseInt(n.slice(r,r+2),16)));return n=>{let r=Math.min(1,Math.max(0,n))*(e.length-1),i=Math.min(e.length-2,Math.floor(r));return`rgb(${e[i].map((s,a)=>Math.round(s+(r-i)*(e[i+1][a]-s))).join(",")})`}}var so=["#0072b2","#d55e00","#009e73","#cc79a7","#56b4e9","#e69f00","#8c6bb1","#7f7f7f"];function le(t){return so[t%so.length]}var Bt=oo(["#440154","#482878","#3e4989","#31688e","#26828e","#1f9e89","#35b779","#6ece58","#b5de2b","#fde725"]);function Xe(t,e,n){let[r,i]=n==="dark"?[.42,.95]:[.04,.66];return Bt(r+(i-r)*(e>1?t/(e-1):.5))}var ao="mean squared error per input element",lo=[{...J("loss","reconstruction_loss","reconstruction loss",ao,"low"),readErrors:t=>t.column("reconstruction_stderr")},{...J("relative","reconstruction_loss","loss, first = 1","share of the loss at the first probe step","low"),read:t=>uo(t,t.column("reconstruction_loss")),readErrors:t=>uo(t,t.column("reconstruction_stderr")),readSpread:()=>{}},{...J("limit","reconstruction_loss_limit","loss at unlimited rows",ao,"low"),readErrors:t=>t.column("reconstruction_loss_limit_stderr")},{...J("explained","explained_variance","explained variance","share of the variance of the input","high"),format:F,tickFormat:"~%",readErrors:t=>t.column("reconstruction_stderr").map(e=>e/t.meanImageLoss)},zn("accuracy","probe_accuracy","probe accuracy","linear probe, share of held-out rows"),J("probe_loss","probe_loss","probe loss","cross-entropy of the linear probe, nats","low"),zn("model_accuracy","model_accuracy","model accuracy","the model itself, share of held-out rows"),J("model_loss","model_loss","model loss","of the model itself, on held-out rows","low"),J("freedom","degrees_of_freedom","degrees of freedom","of the decoder",null),J("ridge","ridge","ridge","units of the mean feature variance",null),J("seconds","probe_seconds","probe seconds","seconds of the probe step",null)];function co(t){let n=[...new Set(t.flatMap(i=>i.metricNames))].flatMap(i=>/^transfer_(.+)_(?:accuracy|loss)$/.exec(i)?.[1]??[]),r=[...new Set(n)].flatMap(i=>[zn(`transfer_${i}_accuracy`,`transfer_${i}_accuracy`,`${i} accuracy`,`linear probe of '${i}', share of held-out rows`),J(`transfer_${i}_loss`,`transfer_${i}_loss`,`${i} loss`,`cross-entropy of the linear probe of '${i}', nats`,"low")]);return[...lo,...r].filter(i=>t.some(o=>i.read(o).some(Number.isFinite)))}function uo(t,e){let n=t.column("reconstruction_loss").find(Number.isFinite)??NaN;return e.map(r=>r/n)}function Rt(t,e){return t.find(n=>n.key===e)??lo[0]}function J(t,e,n,r,i){return{key:t,label:n,unit:r,better:i,format:H,read:s=>s.column(e),readSpread:s=>s.spread?.(e)}}function zn(t,e,n,r){return{...J(t,e,n,r,"high"),format:F,tickFormat:"~%"}}var Pt=["curves","portrait","map","images","compare","breakdowns"];var mo=["accuracy","relative"];function Un(t){let[e,n]=(t.axes??"").split(","),r=(t.zoom??"").split("-").map(Number),i=t.step===void 0?NaN:Number(t.step);return{view:Pt.find(o=>o===t.view)??"curves",run:t.run??"",others:fo(t.with),layers:fo(t.layers),stepAxis:t.x==="linear"?"linear":"log",metric:t.y||"loss",step:Number.isInteger(i)&&i>=0?i:null,zoom:r.length===2&&r[0]>=0&&r[1]>r[0]?[r[0],r[1]]:null,grouped:t.seeds==="grouped",portrait:e&&n?[e,n]:mo}}function ho(t){let{view:e,run:n,others:r,layers:i,stepAxis:o,metric:s,step:a,zoom:c,grouped:l,portrait:f}=t;return{...e!=="curves"&&{view:e},...n&&{run:n},...r&&{with:po(r)},...i&&{layers:po(i)},x:o,y:s,...a!==null&&{step:String(a)},...c&&{zoom:c.join("-")},...l&&{seeds:"grouped"},...f.join()!==mo.join()&&{axes:f.join()}}}function fo(t){return t===void 0?null:t.split(",").filter(Boolean).map(gu)}function po(t){return t.map(encodeURIComponent).join(",")}function gu(t){try{return decodeURIComponent(t)}catch{return t}}function go(t,e){return t.find(({run:n})=>n===e)??yo(t)[0]}function _o(t,e,n){let r=t.filter(({run:o})=>o!==e);if(n)return r.filter(({run:o})=>n.includes(o));let i=yo(r.filter(({num_steps:o})=>o)).slice(0,9);return r.filter(o=>i.includes(o))}function yo(t){return t.toSorted((e,n)=>n.last_wall_time-e.last_wall_time)}function wo(t,{run:e,others:n}){let[r,i]=A({others:[]}),o=C(0),s=C(new Map),a=C(""),c=n?.join(`
`),l=Me(async()=>{let f=++o.current,p=()=>f===o.current;try{let m=await t.fetchRuns();if(!p())return;let h=go(m,e||a.current);a.current=h?.run??"";let d=h?[h,..._o(m,h.run,n)]:[],g=()=>{let[_,...b]=d.flatMap(({run:w})=>s.current.get(w)??[]);p()&&i({runs:m,focus:_,others:b,problem:void 0})};await _u(t,d,s.current),g();for(let{run:_}of d){if(!p())return;await yu(t,_,s.current)&&g()}}catch(m){let h=m instanceof Error?m.message:String(m);p()&&i(d=>({...d,problem:h}))}},[t,e,c]);return L(()=>{l()},[l]),{...r,reload:l}}async function _u(t,e,n){let r=e.filter(o=>{let s=n.get(o.run);return!s||xo(s.summary)!==xo(o)});for(let o of r)o.num_steps||n.set(o.run,{summary:o,rows:[],reports:[]});let i=r.filter(({num_steps:o})=>o);if(i.length)for(let o of await t.fetchMetrics(i)){let{num_steps:s,last_step:a,last_wall_time:c,error:l,layout:f,run:p}=o,m={num_steps:s,last_step:a,last_wall_time:c,error:l,layout:f,run:p};n.set(p,{summary:m,rows:Ki(o),reports:n.get(p)?.reports??[]})}}async function yu(t,e,n){let r=n.get(e);if(!r?.rows.length||bo.get(r)===r.summary.last_wall_time)return!1;let i=await t.fetchReports(e),o={...r,reports:i};return bo.set(o,r.summary.last_wall_time),n.set(e,o),!0}var bo=new WeakMap;function xo({num_steps:t,last_wall_time:e,error:n}){return`${t} ${e} ${n}`}var ce=Math.PI,jn=2*ce,$t=1e-6,bu=jn-$t;function vo(t){this._+=t[0];for(let e=1,n=t.length;e<n;++e)this._+=arguments[e]+t[e]}function xu(t){let e=Math.floor(t);if(!(e>=0))throw new Error(`invalid digits: ${t}`);if(e>15)return vo;let n=10**e;return function(r){this._+=r[0];for(let i=1,o=r.length;i<o;++i)this._+=Math.round(arguments[i]*n)/n+r[i]}}function ko(t,e,n,r){return t===n&&e===r}function wu(t){let e=Math.floor(t);if(!(e<=15))return ko;let n=10**e,r=function(i){return Math.round(i*n)};return function(i,o,s,a){return r(i)===r(s)&&r(o)===r(a)}}var zt=class{constructor(e){this._x0=this._y0=this._x1=this._y1=null,this._="",this._append=e==null?vo:xu(e),this._equal=e==null?ko:wu(e)}moveTo(e,n){this._append`M${this._x0=this._x1=+e},${this._y0=this._y1=+n}`}closePath(){this._x1!==null&&(this._x1=this._x0,this._y1=this._y0,this._append`Z`)}lineTo(e,n){this._append`L${this._x1=+e},${this._y1=+n}`}quadraticCurveTo(e,n,r,i){this._append`Q${+e},${+n},${this._x1=+r},${this._y1=+i}`}bezierCurveTo(e,n,r,i,o,s){this._append`C${+e},${+n},${+r},${+i},${this._x1=+o},${this._y1=+s}`}arcTo(e,n,r,i,o){if(e=+e,n=+n,r=+r,i=+i,o=+o,o<0)throw new Error(`negative radius: ${o}`);let s=this._x1,a=this._y1,c=r-e,l=i-n,f=s-e,p=a-n,m=f*f+p*p;if(this._x1===null)this._append`M${this._x1=e},${this._y1=n}`;else if(m>$t)if(!(Math.abs(p*c-l*f)>$t)||!o)this._append`L${this._x1=e},${this._y1=n}`;else{let h=r-s,d=i-a,g=c*c+l*l,_=h*h+d*d,b=Math.sqrt(g),w=Math.sqrt(m),x=o*Math.tan((ce-Math.acos((g+m-_)/(2*b*w)))/2),y=x/w,M=x/b;Math.abs(y-1)>$t&&this._append`L${e+y*f},${n+y*p}`,this._append`A${o},${o},0,0,${+(p*h>f*d)},${this._x1=e+M*c},${this._y1=n+M*l}`}}arc(e,n,r,i,o,s){if(e=+e,n=+n,r=+r,s=!!s,r<0)throw new Error(`negative radius: ${r}`);let a=r*Math.cos(i),c=r*Math.sin(i),l=e+a,f=n+c,p=1^s,m=s?i-o:o-i;if(this._x1===null?this._append`M${l},${f}`:(Math.abs(this._x1-l)>$t||Math.abs(this._y1-f)>$t)&&this._append`L${l},${f}`,!!r){if(m<0&&(m=m%jn+jn),m>bu)this._append`A${r},${r},0,1,${p},${e-a},${n-c}A${r},${r},0,1,${p},${this._x1=l},${this._y1=f}`;else if(m>$t){let h=e+r*Math.cos(o),d=n+r*Math.sin(o);if(m>=ce&&this._equal(l,f,h,d)){m/=2;let g=i+m;this._append`A${r},${r},0,${+(m>=ce)},${p},${e+r*Math.cos(g)},${n+r*Math.sin(g)}`}this._append`A${r},${r},0,${+(m>=ce)},${p},${this._x1=h},${this._y1=d}`}}}rect(e,n,r,i){this._append`M${this._x0=this._x1=+e},${this._y0=this._y1=+n}h${r=+r}v${+i}h${-r}Z`}toString(){return this._}};function vu(){return new zt}vu.prototype=zt.prototype;function B(t){return function(){return t}}var ku=Math.cos;var Qn=Math.sin,Ut=Math.sqrt,Mo=1e-12,Ke=Math.PI,Nf=Ke/2,No=2*Ke;function Ao(t){let e=3;return t.digits=function(n){if(!arguments.length)return e;if(n==null)e=null;else{let r=Math.floor(n);if(!(r>=0))throw new RangeError(`invalid digits: ${n}`);e=r}return t},()=>new zt(e)}var Af=Array.prototype.slice;function Co(t){return typeof t=="object"&&"length"in t?t:Array.from(t)}function To(t){this._context=t}To.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;default:this._context.lineTo(t,e);break}}};function Xn(t){return new To(t)}function Eo(t){return t[0]}function Lo(t){return t[1]}function ut(t,e){var n=B(!0),r=null,i=Xn,o=null,s=Ao(a);t=typeof t=="function"?t:t===void 0?Eo:B(t),e=typeof e=="function"?e:e===void 0?Lo:B(e);function a(c){var l,f=(c=Co(c)).length,p,m=!1,h;for(r==null&&(o=i(h=s())),l=0;l<=f;++l)!(l<f&&n(p=c[l],l,c))===m&&((m=!m)?o.lineStart():o.lineEnd()),m&&o.point(+t(p,l,c),+e(p,l,c));if(h)return o=null,h+""||null}return a.x=function(c){return arguments.length?(t=typeof c=="function"?c:B(+c),a):t},a.y=function(c){return arguments.length?(e=typeof c=="function"?c:B(+c),a):e},a.defined=function(c){return arguments.length?(n=typeof c=="function"?c:B(!!c),a):n},a.curve=function(c){return arguments.length?(i=c,r!=null&&(o=i(r)),a):i},a.context=function(c){return arguments.length?(c==null?r=o=null:o=i(r=c),a):r},a}function Io(t,e,n){var r=null,i=B(!0),o=null,s=Xn,a=null,c=Ao(l);t=typeof t=="function"?t:t===void 0?Eo:B(+t),e=typeof e=="function"?e:B(e===void 0?0:+e),n=typeof n=="function"?n:n===void 0?Lo:B(+n);function l(p){var m,h,d,g=(p=Co(p)).length,_,b=!1,w,x=new Array(g),y=new Array(g);for(o==null&&(a=s(w=c())),m=0;m<=g;++m){if(!(m<g&&i(_=p[m],m,p))===b)if(b=!b)h=m,a.areaStart(),a.lineStart();else{for(a.lineEnd(),a.lineStart(),d=m-1;d>=h;--d)a.point(x[d],y[d]);a.lineEnd(),a.areaEnd()}b&&(x[m]=+t(_,m,p),y[m]=+e(_,m,p),a.point(r?+r(_,m,p):x[m],n?+n(_,m,p):y[m]))}if(w)return a=null,w+""||null}function f(){return ut().defined(i).curve(s).context(o)}return l.x=function(p){return arguments.length?(t=typeof p=="function"?p:B(+p),r=null,l):t},l.x0=function(p){return arguments.length?(t=typeof p=="function"?p:B(+p),l):t},l.x1=function(p){return arguments.length?(r=p==null?null:typeof p=="function"?p:B(+p),l):r},l.y=function(p){return arguments.length?(e=typeof p=="function"?p:B(+p),n=null,l):e},l.y0=function(p){return arguments.length?(e=typeof p=="function"?p:B(+p),l):e},l.y1=function(p){return arguments.length?(n=p==null?null:typeof p=="function"?p:B(+p),l):n},l.lineX0=l.lineY0=function(){return f().x(t).y(e)},l.lineY1=function(){return f().x(t).y(n)},l.lineX1=function(){return f().x(r).y(e)},l.defined=function(p){return arguments.length?(i=typeof p=="function"?p:B(!!p),l):i},l.curve=function(p){return arguments.length?(s=p,o!=null&&(a=s(o)),l):s},l.context=function(p){return arguments.length?(p==null?o=a=null:a=s(o=p),l):o},l}var Cf=Mu(Xn);function Do(t){this._curve=t}Do.prototype={areaStart:function(){this._curve.areaStart()},areaEnd:function(){this._curve.areaEnd()},lineStart:function(){this._curve.lineStart()},lineEnd:function(){this._curve.lineEnd()},point:function(t,e){this._curve.point(e*Math.sin(t),e*-Math.cos(t))}};function Mu(t){function e(n){return new Do(t(n))}return e._curve=t,e}var Tf=Ut(3);var Su=Ut(1/3),Ef=Su*2;var Fo=Qn(Ke/10)/Qn(7*Ke/10),Lf=Qn(No/10)*Fo,If=-ku(No/10)*Fo;var Df=Ut(3);var Ff=Ut(3);var qf=Ut(3)/2,Ru=1/Ut(12),Of=(Ru/2+1)*3;function mt(){}function Ye(t,e,n){t._context.bezierCurveTo((2*t._x0+t._x1)/3,(2*t._y0+t._y1)/3,(t._x0+2*t._x1)/3,(t._y0+2*t._y1)/3,(t._x0+4*t._x1+e)/6,(t._y0+4*t._y1+n)/6)}function Kn(t){this._context=t}Kn.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){switch(this._point){case 3:Ye(this,this._x1,this._y1);case 2:this._context.lineTo(this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3,this._context.lineTo((5*this._x0+this._x1)/6,(5*this._y0+this._y1)/6);default:Ye(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function Pu(t){this._context=t}Pu.prototype={areaStart:mt,areaEnd:mt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._y0=this._y1=this._y2=this._y3=this._y4=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x2,this._y2),this._context.closePath();break}case 2:{this._context.moveTo((this._x2+2*this._x3)/3,(this._y2+2*this._y3)/3),this._context.lineTo((this._x3+2*this._x2)/3,(this._y3+2*this._y2)/3),this._context.closePath();break}case 3:{this.point(this._x2,this._y2),this.point(this._x3,this._y3),this.point(this._x4,this._y4);break}}},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._x2=t,this._y2=e;break;case 1:this._point=2,this._x3=t,this._y3=e;break;case 2:this._point=3,this._x4=t,this._y4=e,this._context.moveTo((this._x0+4*this._x1+t)/6,(this._y0+4*this._y1+e)/6);break;default:Ye(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function $u(t){this._context=t}$u.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3;var n=(this._x0+4*this._x1+t)/6,r=(this._y0+4*this._y1+e)/6;this._line?this._context.lineTo(n,r):this._context.moveTo(n,r);break;case 3:this._point=4;default:Ye(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function qo(t,e){this._basis=new Kn(t),this._beta=e}qo.prototype={lineStart:function(){this._x=[],this._y=[],this._basis.lineStart()},lineEnd:function(){var t=this._x,e=this._y,n=t.length-1;if(n>0)for(var r=t[0],i=e[0],o=t[n]-r,s=e[n]-i,a=-1,c;++a<=n;)c=a/n,this._basis.point(this._beta*t[a]+(1-this._beta)*(r+c*o),this._beta*e[a]+(1-this._beta)*(i+c*s));this._x=this._y=null,this._basis.lineEnd()},point:function(t,e){this._x.push(+t),this._y.push(+e)}};var Vf=(function t(e){function n(r){return e===1?new Kn(r):new qo(r,e)}return n.beta=function(r){return t(+r)},n})(.85);function Je(t,e,n){t._context.bezierCurveTo(t._x1+t._k*(t._x2-t._x0),t._y1+t._k*(t._y2-t._y0),t._x2+t._k*(t._x1-e),t._y2+t._k*(t._y1-n),t._x2,t._y2)}function Yn(t,e){this._context=t,this._k=(1-e)/6}Yn.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:Je(this,this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2,this._x1=t,this._y1=e;break;case 2:this._point=3;default:Je(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var Hf=(function t(e){function n(r){return new Yn(r,e)}return n.tension=function(r){return t(+r)},n})(0);function Jn(t,e){this._context=t,this._k=(1-e)/6}Jn.prototype={areaStart:mt,areaEnd:mt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._x3=t,this._y3=e;break;case 1:this._point=2,this._context.moveTo(this._x4=t,this._y4=e);break;case 2:this._point=3,this._x5=t,this._y5=e;break;default:Je(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var Bf=(function t(e){function n(r){return new Jn(r,e)}return n.tension=function(r){return t(+r)},n})(0);function Zn(t,e){this._context=t,this._k=(1-e)/6}Zn.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:Je(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var zf=(function t(e){function n(r){return new Zn(r,e)}return n.tension=function(r){return t(+r)},n})(0);function tr(t,e,n){var r=t._x1,i=t._y1,o=t._x2,s=t._y2;if(t._l01_a>Mo){var a=2*t._l01_2a+3*t._l01_a*t._l12_a+t._l12_2a,c=3*t._l01_a*(t._l01_a+t._l12_a);r=(r*a-t._x0*t._l12_2a+t._x2*t._l01_2a)/c,i=(i*a-t._y0*t._l12_2a+t._y2*t._l01_2a)/c}if(t._l23_a>Mo){var l=2*t._l23_2a+3*t._l23_a*t._l12_a+t._l12_2a,f=3*t._l23_a*(t._l23_a+t._l12_a);o=(o*l+t._x1*t._l23_2a-e*t._l12_2a)/f,s=(s*l+t._y1*t._l23_2a-n*t._l12_2a)/f}t._context.bezierCurveTo(r,i,o,s,t._x2,t._y2)}function Oo(t,e){this._context=t,this._alpha=e}Oo.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:this.point(this._x2,this._y2);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3;default:tr(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var Uf=(function t(e){function n(r){return e?new Oo(r,e):new Yn(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function Vo(t,e){this._context=t,this._alpha=e}Vo.prototype={areaStart:mt,areaEnd:mt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1,this._x3=t,this._y3=e;break;case 1:this._point=2,this._context.moveTo(this._x4=t,this._y4=e);break;case 2:this._point=3,this._x5=t,this._y5=e;break;default:tr(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var jf=(function t(e){function n(r){return e?new Vo(r,e):new Jn(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function Ho(t,e){this._context=t,this._alpha=e}Ho.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:tr(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var Gf=(function t(e){function n(r){return e?new Ho(r,e):new Zn(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function Nu(t){this._context=t}Nu.prototype={areaStart:mt,areaEnd:mt,lineStart:function(){this._point=0},lineEnd:function(){this._point&&this._context.closePath()},point:function(t,e){t=+t,e=+e,this._point?this._context.lineTo(t,e):(this._point=1,this._context.moveTo(t,e))}};function So(t){return t<0?-1:1}function Ro(t,e,n){var r=t._x1-t._x0,i=e-t._x1,o=(t._y1-t._y0)/(r||i<0&&-0),s=(n-t._y1)/(i||r<0&&-0),a=(o*i+s*r)/(r+i);return(So(o)+So(s))*Math.min(Math.abs(o),Math.abs(s),.5*Math.abs(a))||0}function Po(t,e){var n=t._x1-t._x0;return n?(3*(t._y1-t._y0)/n-e)/2:e}function Gn(t,e,n){var r=t._x0,i=t._y0,o=t._x1,s=t._y1,a=(o-r)/3;t._context.bezierCurveTo(r+a,i+a*e,o-a,s-a*n,o,s)}function Wn(t){this._context=t}Wn.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=this._t0=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x1,this._y1);break;case 3:Gn(this,this._t0,Po(this,this._t0));break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){var n=NaN;if(t=+t,e=+e,!(t===this._x1&&e===this._y1)){switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3,Gn(this,Po(this,n=Ro(this,t,e)),n);break;default:Gn(this,this._t0,n=Ro(this,t,e));break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e,this._t0=n}}};function Au(t){this._context=new Bo(t)}(Au.prototype=Object.create(Wn.prototype)).point=function(t,e){Wn.prototype.point.call(this,e,t)};function Bo(t){this._context=t}Bo.prototype={moveTo:function(t,e){this._context.moveTo(e,t)},closePath:function(){this._context.closePath()},lineTo:function(t,e){this._context.lineTo(e,t)},bezierCurveTo:function(t,e,n,r,i,o){this._context.bezierCurveTo(e,t,r,n,o,i)}};function Cu(t){this._context=t}Cu.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=[],this._y=[]},lineEnd:function(){var t=this._x,e=this._y,n=t.length;if(n)if(this._line?this._context.lineTo(t[0],e[0]):this._context.moveTo(t[0],e[0]),n===2)this._context.lineTo(t[1],e[1]);else for(var r=$o(t),i=$o(e),o=0,s=1;s<n;++o,++s)this._context.bezierCurveTo(r[0][o],i[0][o],r[1][o],i[1][o],t[s],e[s]);(this._line||this._line!==0&&n===1)&&this._context.closePath(),this._line=1-this._line,this._x=this._y=null},point:function(t,e){this._x.push(+t),this._y.push(+e)}};function $o(t){var e,n=t.length-1,r,i=new Array(n),o=new Array(n),s=new Array(n);for(i[0]=0,o[0]=2,s[0]=t[0]+2*t[1],e=1;e<n-1;++e)i[e]=1,o[e]=4,s[e]=4*t[e]+2*t[e+1];for(i[n-1]=2,o[n-1]=7,s[n-1]=8*t[n-1]+t[n],e=1;e<n;++e)r=i[e]/o[e-1],o[e]-=r,s[e]-=r*s[e-1];for(i[n-1]=s[n-1]/o[n-1],e=n-2;e>=0;--e)i[e]=(s[e]-i[e+1])/o[e];for(o[n-1]=(t[n]+i[n-1])/2,e=0;e<n-1;++e)o[e]=2*t[e+1]-i[e+1];return[i,o]}function Tu(t,e){this._context=t,this._t=e}Tu.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=this._y=NaN,this._point=0},lineEnd:function(){0<this._t&&this._t<1&&this._point===2&&this._context.lineTo(this._x,this._y),(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line>=0&&(this._t=1-this._t,this._line=1-this._line)},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;default:{if(this._t<=0)this._context.lineTo(this._x,e),this._context.lineTo(t,e);else{var n=this._x*(1-this._t)+t*this._t;this._context.lineTo(n,this._y),this._context.lineTo(n,e)}break}}this._x=t,this._y=e}};function ht(t){return class extends Ct{shouldComponentUpdate(e){return[...new Set([...Object.keys(this.props),...Object.keys(e)])].some(r=>this.props[r]!==e[r])}render(e){return u(t,{...e})}}}function dt(t){let e=C(null),[n,r]=A(t);return L(()=>{let i=new ResizeObserver(([o])=>{let s=Math.floor(o.contentRect.width);s>0&&r(s)});return i.observe(e.current),()=>i.disconnect()},[]),[e,n]}function Ze({panel:t}){let e=Ue(t.stepAxis,t.steps,[t.x(t.steps[0]),t.x(t.steps[1])]);return u("g",{class:"axis axis-step",children:[u("line",{x1:t.left,x2:t.right,y1:t.bottom,y2:t.bottom}),e.map(n=>u("g",{class:"tick",transform:`translate(${t.x(n)},${t.bottom})`,children:[u("line",{y2:4}),u("text",{y:16,"text-anchor":"middle",children:v(n)})]},n)),u("text",{class:"axis-unit",x:t.right,y:t.bottom+30,"text-anchor":"end",children:"step \u2192"})]})}function tn({panel:t}){let e=t.y.ticks(4),n=t.y.domain().every(i=>Math.abs(i)<.001),r=t.y.tickFormat(4,n?"~e":t.quantity.tickFormat);return u("g",{class:"axis axis-value",children:[e.map(i=>u("g",{class:"tick",transform:`translate(0,${t.y(i)})`,children:[u("line",{class:"grid",x1:t.left,x2:t.right}),u("text",{x:t.left-6,dy:"0.32em","text-anchor":"end",children:r(i)})]},i)),u("text",{class:"axis-title loss",x:2,y:12,children:["\u2191 ",t.measure.label]})]})}function zo({panel:t}){let e=t.accuracy;if(!e)return null;let n=e.tickFormat(4,"~%");return u("g",{class:"axis axis-accuracy",children:[e.ticks(4).map(r=>u("g",{class:"tick",transform:`translate(${t.right},${e(r)})`,children:[u("line",{x2:4}),u("text",{x:7,dy:"0.32em",children:n(r)})]},r)),u("text",{class:"axis-title accuracy",x:t.width-2,y:12,"text-anchor":"end",children:"probe accuracy \u2191"})]})}var Uo=8;function en({panel:t,steps:e,x:n,domain:r,cursor:i,actions:o}){let s=C(null),[a,c]=A(null),l=e.filter(x=>x>=r[0]&&x<=r[1]),f=(x,y)=>{x!==void 0&&i.move({step:x,panel:t,byKey:y})},p=x=>x.clientX-x.currentTarget.getBoundingClientRect().left,m=x=>{let y=p(x);s.current!==null&&Math.abs(y-s.current)>=Uo&&c([s.current,y]),f(l[oe(l,n,y)],!1)};return{brush:a,handlers:{onPointerMove:m,onPointerDown:x=>{x.button===0&&x.pointerType==="mouse"&&(s.current=p(x),x.currentTarget.setPointerCapture(x.pointerId)),m(x)},onPointerUp:x=>{let y=p(x);if(s.current!==null&&Math.abs(y-s.current)>=Uo){let[M,R]=[s.current,y].toSorted((P,T)=>P-T).map(P=>Math.round(n.invert(P)));R>M&&o.zoom([Math.max(r[0],M),Math.min(r[1],R)])}else o.hold(l[oe(l,n,y)]??null);s.current=null,c(null)},onPointerLeave:()=>{s.current===null&&i.move(null)},onDblClick:()=>o.zoom(null),onKeyDown:x=>{let y=i.current,M=y?U(l,y.step):-1,R=l.length-1,P={ArrowLeft:Math.max(0,M-1),ArrowRight:Math.min(R,M+1),Home:0,End:R},T={Escape:()=>i.move(null),Enter:()=>o.hold(l[M]??null),0:()=>o.zoom(null),"+":()=>o.zoom(Eu(l,M))},O=P[x.key];O===void 0&&!T[x.key]||(x.preventDefault(),T[x.key]?.(),O!==void 0&&f(l[O],!0))},onBlur:()=>i.move(null)}}}function Eu(t,e){let n=Math.max(1,Math.floor(t.length/4)),r=Math.max(0,e),[i,o]=[t[Math.max(0,r-n)],t[Math.min(t.length-1,r+n)]];return i!==void 0&&o!==void 0&&o>i?[i,o]:null}function Lu({lines:t,label:e,quantity:n,stepAxis:r,steps:i,panel:o,name:s,level:a,cursor:c,actions:l}){let[f,p]=dt(360),m=Se(),h=S(()=>{let b=p-14,w=pt-X.bottom,x=t.flatMap(M=>M.values.filter((R,P)=>M.steps[P]>=i[0]&&M.steps[P]<=i[1])),y=a===void 0?at(x,[]):je(at([...x,a],[]),a);return{width:p,left:X.left,right:b,top:X.top,bottom:w,quantity:n,stepAxis:r,steps:i,x:st(r,i,[X.left+4,b-4]),y:W(y,[w-8,X.top+8]),accuracy:null,measure:{label:e,values:[],errors:[],band:[[],[]],unit:NaN,references:[]}}},[t,e,n,r,i,a,p]),d=t[0]?.steps??[],{handlers:g}=en({panel:o,steps:d,x:h.x,domain:i,cursor:c,actions:l}),_=S(()=>u("g",{class:"marks",children:[u(tn,{panel:h}),u(Ze,{panel:h}),a!==void 0&&u("line",{class:"level",x1:h.left,x2:h.right,y1:h.y(a),y2:h.y(a)}),u("clipPath",{id:m,children:u("rect",{x:h.left,y:h.top-6,width:h.right-h.left,height:h.bottom-h.top+12})}),u("g",{"clip-path":`url(#${m})`,children:t.map(b=>{let w=ut().defined(Number.isFinite).x((x,y)=>h.x(b.steps[y])).y(h.y);return u("path",{class:"companion",stroke:b.color,d:w(b.values)??"",children:u("title",{children:b.name})},b.name)})})]}),[h,t,a]);return u("div",{ref:f,class:"chart",children:u("svg",{width:p,height:pt,viewBox:`0 0 ${p} ${pt}`,role:"img",tabIndex:0,"aria-label":`${s}: ${e} of ${t.map(b=>b.name).join(", ")}. Arrow keys move the cursor.`,...g,children:[_,u(Iu,{layout:h,cursor:c})]})})}var nn=ht(Lu);function Iu({layout:t,cursor:e}){let n=C(null);return L(()=>{let r=i=>{let o=i?t.x(i.step):NaN,s=o>=t.left&&o<=t.right;n.current.toggleAttribute("data-shown",s),s&&n.current.firstElementChild.setAttribute("transform",`translate(${o},0)`)};return r(e.current),e.subscribe(r)},[t,e]),u("g",{ref:n,class:"cursor","aria-hidden":"true",children:u("line",{y1:t.top,y2:t.bottom})})}var Du=["fill","fill-opacity","stroke","stroke-width","stroke-dasharray","stroke-linejoin","stroke-linecap","opacity","paint-order","font-family","font-size","font-weight","font-variant-numeric","text-anchor","visibility"];function Go(t,{title:e,subtitle:n,legend:r}){let i=getComputedStyle(document.body),{width:o,height:s}=t.viewBox.baseVal,a=o+28,c=Fu(r,a),l=56,f=l+s+18,p=f+(c.at(-1)?.y??-18)+18,m=(d,g,_,b,w)=>`<text x="${d}" y="${g}" font-family="system-ui, sans-serif" font-size="${b}" font-weight="${w}" fill="${i.color}">${jo(_)}</text>`,h=Ou(t);return h.setAttribute("x",String(14)),h.setAttribute("y",String(l)),[`<svg xmlns="http://www.w3.org/2000/svg" width="${a}" height="${p}" viewBox="0 0 ${a} ${p}">`,`<title>${jo(e)}</title>`,`<rect width="100%" height="100%" fill="${i.backgroundColor}"/>`,m(14,27,e,15,650),m(14,45,n,11.5,400),new XMLSerializer().serializeToString(h),...c.map(({x:d,y:g,color:_,text:b})=>`<rect x="${d}" y="${f+g-7}" width="14" height="4" fill="${qu(_)}"/>`+m(d+20,f+g,b,11.5,400)),"</svg>"].join(`
`)}function Fu(t,e){let[n,r]=[14,0];return t.map(i=>{let o=36+6.6*i.text.length;n>14&&n+o>e&&([n,r]=[14,r+18]);let s={x:n,y:r,...i};return n+=o,s})}function qu(t){let e=/^var\((--[a-z]+)\)$/.exec(t)?.[1];return e?getComputedStyle(document.documentElement).getPropertyValue(e).trim():t}function Ou(t){let e=t.cloneNode(!0),n=[t,...t.querySelectorAll("*")],r=[e,...e.querySelectorAll("*")];return n.forEach((i,o)=>{let s=getComputedStyle(i),a=r[o];for(let c of Du){let l=s.getPropertyValue(c),f=c.startsWith("font")||c==="text-anchor";l&&(!f||a instanceof SVGTextElement)&&a.setAttribute(c,l)}a.removeAttribute("class")}),r.forEach((i,o)=>{n[o].closest(".cursor, .brush")&&i.remove()}),e}function jo(t){return t.replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;").replaceAll('"',"&quot;")}async function Qo(t){let e=new Image;e.src=URL.createObjectURL(new Blob([t],{type:"image/svg+xml"}));try{await e.decode();let n=document.createElement("canvas");return[n.width,n.height]=[2*e.width,2*e.height],n.getContext("2d").drawImage(e,0,0,n.width,n.height),await new Promise((r,i)=>n.toBlob(o=>o?r(o):i(new Error("the browser drew no PNG")),"image/png"))}finally{URL.revokeObjectURL(e.src)}}function gt(t,e,n,r="text/plain"){let i=document.createElement("a"),o=typeof t=="string"?new Blob([t],{type:r}):t;i.href=URL.createObjectURL(o),i.download=`${e.replaceAll(/[^A-Za-z0-9]+/g,"-").replaceAll(/^-|-$/g,"")||"phases"}.${n}`,i.click(),setTimeout(()=>URL.revokeObjectURL(i.href),1e4)}function rn({columns:t,rows:e}){return[t,...e].map(n=>n.map(Vu).join(",")).join(`\r
`)+`\r
`}function Vu(t){if(typeof t=="number")return Number.isFinite(t)?String(t):"";let e=/^[=+\-@\t\r]/.test(t??"")?`'${t}`:t??"";return/[",\r\n]/.test(e)?`"${e.replaceAll('"','""')}"`:e}function on({columns:t,rows:e}){let n=e.map(r=>Object.fromEntries(t.map((i,o)=>[i,Hu(r[o])?r[o]:null])));return JSON.stringify(n,null,1)}function Hu(t){return t!=null&&(typeof t=="string"||Number.isFinite(t))}var Bu=["SVG","PNG"];function nt({title:t,subtitle:e,panel:n,aside:r,table:i,legend:o=[],wide:s,children:a}){let c=C(null),[l,f]=A(!1),p=()=>Go(c.current.querySelector(".chart svg"),{title:t,subtitle:e,legend:o}),m={SVG:()=>gt(p(),t,"svg","image/svg+xml"),PNG:async()=>gt(await Qo(p()),t,"png"),CSV:()=>gt(rn(i()),t,"csv","text/csv"),JSON:()=>gt(on(i()),t,"json","application/json")};return u("article",{ref:c,class:`panel ${s?"wide":""}`,"data-panel":n,children:[u("header",{children:[u("h2",{children:t}),u("span",{class:"muted",children:e}),r,u("details",{class:"menu",onBlur:zu,onKeyDown:Uu,children:[u("summary",{"aria-label":`Save ${t}, or show its numbers`,children:"\u22EF"}),u("div",{children:[u("button",{onClick:()=>f(!l),"aria-pressed":l,children:l?"Chart":"Table"}),Object.entries(m).map(([h,d])=>u("button",{disabled:l&&Bu.includes(h),onClick:()=>{d()},children:h},h))]})]})]}),l?u(ju,{table:i(),title:t}):a]})}function zu(t){t.currentTarget.contains(t.relatedTarget)||(t.currentTarget.open=!1)}function Uu(t){t.key==="Escape"&&(t.currentTarget.open=!1,t.currentTarget.querySelector("summary").focus())}function ju({table:{columns:t,rows:e},title:n}){return u("div",{class:"numbers",tabIndex:0,role:"region","aria-label":`Numbers of ${n}`,children:u("table",{children:[u("thead",{children:u("tr",{children:t.map(r=>u("th",{scope:"col",class:"number",children:r},r))})}),u("tbody",{children:e.map((r,i)=>u("tr",{children:r.map((o,s)=>u("td",{class:"number",children:Gu(o,t[s])},s))},i))})]})})}function Gu(t,e){return typeof t!="number"?t??"\u2013":Number.isFinite(t)?/step/.test(e)?t.toLocaleString("en-US"):H(t):"\u2013"}var sn={class:{title:"by class",isOrdered:!1},channel:{title:"by colour channel",isOrdered:!1},frequency:{title:"by spatial frequency",isOrdered:!0},difficulty:{title:"by difficulty",isOrdered:!0},position:{title:"by image position",isOrdered:!1},component:{title:"by principal component",isOrdered:!0}};function Wo({focus:t,quantities:e,options:n,cursor:r,actions:i}){let o=S(()=>t.rows.map(s=>({series:s,parts:Qu(s)})),[t.rows]);return o.some(({parts:s})=>s.length)?u("section",{class:"panels","aria-label":"Breakdowns",children:o.flatMap(({series:s,parts:a})=>a.map(({kind:c,lines:l})=>u(nt,{title:s.row.layer,subtitle:`reconstruction loss ${sn[c].title}`,table:()=>({columns:["step",...l.map(({name:f})=>f)],rows:s.steps.map((f,p)=>[f,...l.map(({values:m})=>m[p])])}),legend:l.map(({name:f,color:p})=>({color:p,text:f})),children:[u(nn,{lines:l,label:"reconstruction loss",name:`${s.row.layer}, ${sn[c].title}`,panel:s.key,quantity:Rt(e,"loss"),stepAxis:n.stepAxis,steps:n.steps,cursor:r,actions:i}),u(er,{lines:l})]},`${s.key} ${c}`)))}):u("section",{class:"empty",children:[u("h2",{children:"This log has no breakdowns"}),u("p",{children:["A breakdown splits the reconstruction loss of a layer by class, colour channel, spatial frequency or difficulty, and shows which of them is forgotten first. Columns named ",u("code",{children:"reconstruction_loss_class_\u2026"}),","," ",u("code",{children:"\u2026_channel_\u2026"}),", ",u("code",{children:"\u2026_frequency_\u2026"})," or ",u("code",{children:"\u2026_difficulty_\u2026"})," appear here."]})]})}function er({lines:t}){return u("ul",{class:"keys",children:t.map(({name:e,color:n})=>u("li",{children:[u("i",{class:"swatch",style:{background:n}})," ",e]},e))})}function Qu(t){return Object.keys(sn).flatMap(e=>{let n=`reconstruction_loss_${e}_`,r=t.metricNames.filter(o=>o.startsWith(n)),i=r.map((o,s)=>({name:o.slice(n.length).replaceAll("_"," "),color:sn[e].isOrdered?Bt(.1+.75*s/Math.max(1,r.length-1)):le(s),steps:t.steps,values:t.column(o)}));return i.some(({values:o})=>o.some(Number.isFinite))?[{kind:e,lines:i}]:[]})}function jt(t,e){let n=e?.phases?.at(-1),r=t.points.at(-1);if(!n||!r||e?.minimum_step==null)return null;let i=e.minimum_step,o=s=>Qe(t,t.column(s),i);return{kind:n.kind,since:n.start_step,minimumStep:i,interval:e.minimum_interval??[i,i],isPast:!!e.has_increase,lastStep:r.step,lossAtMinimum:o("reconstruction_loss"),lossAtLast:r.loss,accuracyAtMinimum:o("probe_accuracy"),accuracyAtLast:r.accuracy}}function fe({lossAtMinimum:t,lossAtLast:e}){return e/t-1}function Xo(t,e){if(!e)return`${t}: too few probe steps to tell phases apart.`;let{kind:n,since:r,minimumStep:i,interval:o,isPast:s,lastStep:a}=e,c=`${t} is in ${n} since step ${v(r)}.`;if(!s)return`${c} No increase yet: nothing speaks for stopping at step ${v(a)}.`;let l=o[0]<o[1]?` (between ${v(o[0])} and ${v(o[1])})`:"";return`${c} Its reconstruction minimum was at step ${v(i)}${l}: stopping there ${Wu(e)}.`}function Wu(t){let{lossAtMinimum:e,lossAtLast:n,accuracyAtMinimum:r,accuracyAtLast:i}=t,o=`would have kept the loss at ${H(e)} instead of ${H(n)} (${F(fe(t))} higher now)`;return!Number.isFinite(r)||!Number.isFinite(i)?o:`${o}, at a probe accuracy of ${F(r)} instead of ${F(i)}`}function Ko(t){let{focus:e,others:n}=t;return u("section",{children:[u(Ku,{...t}),n.length>0?u(Zu,{...t}):u("p",{class:"muted",children:["Choose further runs under ",u("b",{children:"Beside it"})," to see their differences to ",E(e.summary.run),"."]})]})}var Xu=(t,e)=>t===void 0||!Number.isFinite(t)?"\u2013":e(t),pe=[{name:"run",value:({run:t})=>E(t),show:({run:t})=>E(t)},{name:"layer",value:({layer:t})=>t,show:({layer:t})=>t},{name:"phase now",value:({advice:t})=>t?.kind??null,show:({advice:t})=>t?.kind??"\u2013"},rt("minimum at step",({advice:t})=>t?.minimumStep,v),rt("from step",({advice:t})=>t?.interval[0],v),rt("to step",({advice:t})=>t?.interval[1],v),rt("stop step",({advice:t})=>t?.isPast?t.minimumStep:void 0,v),rt("loss at minimum",({advice:t})=>t?.lossAtMinimum,H),rt("last loss",({advice:t})=>t?.lossAtLast,H),rt("rise since",({advice:t})=>t&&fe(t),F),rt("accuracy at minimum",({advice:t})=>t?.accuracyAtMinimum,F),rt("best accuracy",({best:t})=>t?.accuracy,F),rt("at step",({best:t})=>t?.step,v)];function rt(t,e,n){return{name:t,value:r=>e(r)??null,show:r=>Xu(e(r)??void 0,n)}}function Ku({focus:t,others:e,colors:n}){let[r,i]=A({place:-1,down:!1}),o=S(()=>[t,...e].flatMap(c=>Yu(c,n)),[t,e,n]),s=S(()=>Ju(o,r),[o,r]),a=()=>({columns:pe.map(({name:c})=>c),rows:s.map(c=>pe.map(({value:l})=>l(c)))});return u("div",{class:"minima",children:[u("div",{class:"scroll",children:u("table",{children:[u("thead",{children:u("tr",{children:pe.map(({name:c},l)=>u("th",{scope:"col",class:l>2?"number":"","aria-sort":r.place===l?r.down?"descending":"ascending":"none",children:u("button",{onClick:()=>i({place:l,down:r.place===l&&!r.down}),children:[c," ",r.place===l&&(r.down?"\u2193":"\u2191")]})},c))})}),u("tbody",{children:s.map(c=>u("tr",{children:pe.map(({name:l,show:f},p)=>u("td",{class:p>2?"number":"",children:[p===0&&u("i",{class:"swatch",style:{background:c.color}}),f(c)]},l))},`${c.run} ${c.layer}`))})]})}),u("p",{class:"row",children:[u("button",{onClick:()=>gt(rn(a()),"phase minima","csv","text/csv"),children:"CSV"}),u("button",{onClick:()=>gt(on(a()),"phase minima","json","application/json"),children:"JSON"}),u("span",{class:"muted",children:"A stop step is the minimum of a layer whose loss has surely risen since. It serves frozen features; full fine-tuning can still gain from longer pre-training."})]})]})}function Yu({summary:t,rows:e,reports:n},r){return e.map(i=>({run:t.run,color:r.get(t.run),layer:i.row.layer,advice:jt(i,z(n,i.row)),best:i.best}))}function Ju(t,{place:e,down:n}){let r=pe[e];return r?t.toSorted((i,o)=>{let[s,a]=[r.value(i),r.value(o)];if(an(s)||an(a))return Number(an(s))-Number(an(a));let c=typeof s=="number"?s-a:String(s).localeCompare(String(a),"en",{numeric:!0});return n?-c:c}):t}function an(t){return t===null||typeof t=="number"&&!Number.isFinite(t)}function Zu({focus:t,others:e,colors:n,options:r,cursor:i,actions:o}){let{quantity:s,stepAxis:a,steps:c}=r,l=S(()=>t.rows.map(m=>({series:m,lines:tl(m,e,n,s)})).filter(({lines:m})=>m.length),[t.rows,e,n,s]),f=E(t.summary.run),p=S(()=>({...s,key:"difference"}),[s]);return u($,{children:[u("h2",{class:"section",children:[s.label,": difference to ",f]}),!l.length&&u("p",{class:"muted",children:["None of the other runs has a layer of ",f," by the same name and decoder."]}),u("div",{class:"panels","aria-label":"Differences",children:l.map(({series:m,lines:h})=>u(nt,{title:m.row.layer,subtitle:`${s.label}, run minus ${f}`,table:()=>({columns:["run","step",`difference of ${s.label}`],rows:h.flatMap(d=>d.steps.map((g,_)=>[d.name,g,d.values[_]]))}),legend:h.map(({name:d,color:g})=>({color:g,text:d})),children:[u(nn,{lines:h,label:"difference",name:`${m.row.layer}, difference of ${s.label}`,panel:m.key,quantity:p,stepAxis:a,steps:c,level:0,cursor:i,actions:o}),u(er,{lines:h})]},m.key))})]})}function tl(t,e,n,r){let i=new Map(t.steps.map((o,s)=>[o,r.read(t)[s]]));return e.flatMap(({summary:o,rows:s})=>{let a=s.find(({key:f})=>f===t.key);if(!a)return[];let c=r.read(a),l=a.steps.flatMap((f,p)=>i.has(f)?[[f,c[p]-i.get(f)]]:[]);return[{name:E(o.run),color:n.get(o.run),steps:l.map(([f])=>f),values:l.map(([,f])=>f)}]})}function Yo(t){let{runs:e,focus:n,layers:r,quantities:i,selection:o,select:s}=t,a=new Set(e.map(({run:c})=>ue(c))).size<e.length;return u("header",{class:"controls",children:[u("label",{class:"run",children:[u("span",{class:"control-name",children:"Run"}),u("select",{name:"run",value:n,onChange:c=>s({run:c.currentTarget.value}),children:e.map(c=>u("option",{value:c.run,children:il(c)},c.run))})]}),e.length>1&&u(el,{...t}),r.length>1&&u(Jo,{name:"Layers",items:r.map(c=>({value:c,label:c})),chosen:o.layers??r,choose:c=>s({layers:c.length===r.length?null:c})}),u("label",{children:[u("span",{class:"control-name",children:"Quantity"}),u("select",{name:"quantity",value:o.metric,onChange:c=>s({metric:c.currentTarget.value}),children:i.map(({key:c,label:l})=>u("option",{value:c,children:l},c))})]}),u(nr,{name:"Step axis",value:o.stepAxis,options:{log:"log(1 + step)",linear:"linear"},choose:c=>s({stepAxis:c})}),a&&u("label",{class:"switch",children:[u("input",{type:"checkbox",checked:o.grouped,onChange:()=>s({grouped:!o.grouped})}),"Mean over seeds"]}),o.zoom&&u("button",{class:"chip",onClick:()=>s({zoom:null}),children:["steps ",o.zoom.map(v).join("\u2013")," \u2715"]}),o.step!==null&&u("button",{class:"chip",onClick:()=>s({step:null}),children:["held at step ",v(o.step)," \u2715"]})]})}function el({runs:t,focus:e,others:n,colors:r,select:i}){let o=t.filter(({run:s})=>s!==e).map(({run:s})=>({value:s,label:E(s),color:r.get(s)}));return u(Jo,{name:"Beside it",items:o,chosen:n,choose:s=>i({others:s})})}var nl=10;function Jo({name:t,items:e,chosen:n,choose:r}){let[i,o]=A(""),s=e.filter(({label:l})=>l.toLowerCase().includes(i.toLowerCase())),a=l=>r(e.map(f=>f.value).filter(f=>f===l!==n.includes(f))),c=s.map(({value:l})=>l);return u("div",{children:[u("span",{class:"control-name",children:t}),u(rl,{label:`${n.length} of ${e.length}`,name:t,children:[e.length>nl&&u("input",{type:"search",placeholder:"filter","aria-label":`Filter ${t}`,value:i,onInput:l=>o(l.currentTarget.value)}),u("div",{class:"row",children:[u("button",{onClick:()=>r([...new Set([...n,...c])]),children:"all"}),u("button",{onClick:()=>r(n.filter(l=>!c.includes(l))),children:"none"})]}),u("ul",{children:s.map(({value:l,label:f,color:p})=>u("li",{children:u("label",{children:[u("input",{type:"checkbox",checked:n.includes(l),onChange:()=>a(l)}),p&&u("i",{class:"swatch",style:{background:p}}),f]})},l))})]})]})}function rl({label:t,name:e,children:n}){return u("details",{class:"dropdown",onBlur:o=>{o.currentTarget.contains(o.relatedTarget)||(o.currentTarget.open=!1)},onKeyDown:o=>{o.key==="Escape"&&(o.currentTarget.open=!1)},children:[u("summary",{"aria-label":`${e}: ${t}`,children:[t," \u25BE"]}),u("div",{tabIndex:-1,children:n})]})}function il({run:t,num_steps:e,last_step:n,error:r}){let i=n===null?"no probe step":`${Ht(e,"probe step")} to step ${v(n)}`;return`${E(t)} \xB7 ${r?"damaged, ":""}${i}`}var ol={curves:"Curves",portrait:"Phase portrait",map:"Heat map",images:"Reconstructions",compare:"Compare",breakdowns:"Breakdowns"};function Zo({view:t,choose:e}){return u("nav",{class:"views",role:"tablist","aria-label":"Views",onKeyDown:r=>{let i={ArrowLeft:-1,ArrowRight:1}[r.key];if(!i)return;r.preventDefault();let o=Pt[(Pt.indexOf(t)+i+Pt.length)%Pt.length];e(o),r.currentTarget.querySelector(`[data-view="${o}"]`).focus()},children:Pt.map(r=>u("button",{role:"tab","data-view":r,"aria-selected":r===t,tabIndex:r===t?0:-1,onClick:()=>e(r),children:ol[r]},r))})}function nr({name:t,value:e,options:n,choose:r}){return u("fieldset",{class:"choice",children:[u("legend",{class:"control-name",children:t}),u("div",{class:"segments",children:Object.entries(n).map(([i,o])=>u("label",{children:[u("input",{type:"radio",name:t,value:i,checked:i===e,onChange:()=>r(i)}),u("span",{children:o})]},i))})]})}var sl='model.fit(x, y, callbacks=[PhaseProbe(log_dir="logs/run1")])';function ts(){return u("main",{class:"empty",children:[u(al,{}),u("h1",{children:"Installed, waiting for the first probe step"}),u("p",{children:"Add one callback to your training. The first point, the untrained network, appears at once."}),u("pre",{children:u("code",{children:[u("span",{class:"muted",children:"from keras_phases import PhaseProbe"}),`

`,sl]})}),u("p",{class:"muted",children:["Training already? TensorBoard must watch the same folder, ",u("code",{children:"tensorboard --logdir logs"}),", and its reload button fetches new steps."]})]})}function al(){return u("svg",{class:"empty-curve",width:280,height:92,viewBox:"0 0 280 92","aria-hidden":"true",children:[u("g",{class:"band constant",children:[u("rect",{width:80,height:78}),u("text",{x:40,y:14,"text-anchor":"middle",children:"constant"})]}),u("g",{class:"band decrease",children:[u("rect",{x:80,width:100,height:78}),u("text",{x:130,y:14,"text-anchor":"middle",children:"decrease"})]}),u("g",{class:"band increase",children:[u("rect",{x:180,width:100,height:78}),u("text",{x:230,y:14,"text-anchor":"middle",children:"increase"})]}),u("g",{class:"curve loss",children:u("path",{class:"line",d:"M2,32L80,33C110,34 140,62 180,62S250,36 278,26"})}),u("g",{class:"axis",children:u("line",{x2:280,y1:78,y2:78})})]})}function es({focus:{rows:t,reports:e}}){let n=t.at(-1);if(!n||!e.length)return null;let r=jt(n,z(e,n.row));return u("p",{class:`headline ${r?.kind??""}`,role:"status",children:[Xo(n.row.layer,r),r?.isPast&&u("span",{class:"muted",children:[" ","That serves frozen features; full fine-tuning can still gain from longer pre-training (",u("a",{href:"https://arxiv.org/abs/2203.04668",target:"_blank",rel:"noreferrer",children:"Deng et al., ICCV 2023"}),")."]})]})}var Nt={top:8,right:12,bottom:66};function ul({rows:t,reports:e,quantity:n,colors:r,stepAxis:i,steps:o},s){let a=Math.min(.3*s,14+6.6*Math.max(4,...t.map(({row:g})=>g.layer.length))),c=s-Nt.right,l=t.length>24?14:t.length>12?20:28,f=st(i,o,[a+6,c-6]),p=t.map(g=>n.read(g)),m=ns(p.flat()),h=t.map((g,_)=>{let[b,w]=r==="shared"?m:ns(p[_]),x=z(e,g.row)?.minimum_step??-1;return{series:g,top:Nt.top+_*l,values:p[_],low:b,high:w,edges:ll(g.steps.map(y=>f(y)),a,c),minimum:g.steps.indexOf(x)}}),d=Nt.top+t.length*l;return{width:s,height:d+Nt.bottom,left:a,right:c,bottom:d,cell:l,x:f,rows:h}}function ns(t){let[e,n]=[1/0,-1/0];for(let r of t)Number.isFinite(r)&&([e,n]=[Math.min(e,r),Math.max(n,r)]);return e<=n?[e,n]:[0,1]}function ll(t,e,n){let r=o=>Math.min(n,Math.max(e,o)),i=(n-e)/40;return t.map((o,s)=>{let a=s?(o-t[s-1])/2:void 0,c=s<t.length-1?(t[s+1]-o)/2:void 0;return[r(o-(a??c??i)),r(o+(c??a??i))]})}function cl({held:t,cursor:e,actions:n,name:r,...i}){let{rows:o,reports:s,quantity:a,colors:c,stepAxis:l,steps:f}=i,[p,m]=dt(640),h=S(()=>ul(i,m),[o,s,a,c,l,f,m]),d=b=>{let w=b.currentTarget.getBoundingClientRect(),x=h.rows[Math.floor((b.clientY-w.top-Nt.top)/h.cell)];return x?{step:x.series.steps[oe(x.series.steps,h.x,b.clientX-w.left)],panel:x.series.key}:null},g=b=>{let w=d(b);e.move(w&&{...w,byKey:!1})},_=S(()=>u($,{children:[h.rows.map(b=>u(pl,{row:b,cell:h.cell,left:h.left,quantity:a},b.series.key)),u(ml,{layout:h,stepAxis:l,steps:f}),u(hl,{layout:h,quantity:a,colors:c})]}),[h,a,l,f,c]);return u("div",{ref:p,class:"chart",children:u("svg",{class:"heat-map",width:m,height:h.height,viewBox:`0 0 ${m} ${h.height}`,role:"img",tabIndex:0,"aria-label":`${r}: ${a.label} of ${o.length} layers at every probe step. Arrow keys move the cursor.`,onPointerMove:g,onPointerLeave:()=>e.move(null),onPointerUp:b=>n.hold(d(b)?.step??null),onKeyDown:b=>fl(b,h,e,n),onBlur:()=>e.move(null),children:[_,t!==null&&t>=f[0]&&t<=f[1]&&u("line",{class:"held",x1:h.x(t),x2:h.x(t),y1:Nt.top,y2:h.bottom}),u(dl,{layout:h,cursor:e})]})})}var rs=ht(cl);function fl(t,{rows:e},n,r){let i=Math.max(0,e.findIndex(({series:p})=>p.key===n.current?.panel)),o=e[i]?.series;if(!o)return;let s=n.current?U(o.steps,n.current.step):0,a={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0],Home:[0,-s],End:[0,o.steps.length]};t.key==="Escape"&&n.move(null),t.key==="Enter"&&r.hold(o.steps[s]);let c=a[t.key];if(!c)return;t.preventDefault();let l=e[Math.min(e.length-1,Math.max(0,i+c[0]))].series,f=Math.min(l.steps.length-1,Math.max(0,s+c[1]));n.move({step:l.steps[f],panel:l.key,byKey:!0})}function pl({row:t,cell:e,left:n,quantity:r}){let{series:i,top:o,values:s,low:a,high:c,edges:l,minimum:f}=t,p=l[f]&&(l[f][0]+l[f][1])/2;return u("g",{children:[u("text",{x:n-6,y:o+e/2,dy:"0.32em","text-anchor":"end",children:i.row.layer}),l.map(([m,h],d)=>{let g=s[d];if(h<=m)return null;if(!Number.isFinite(g))return u("rect",{class:"missing",x:m,y:o,width:h-m,height:e-1},d);let _=c>a?(g-a)/(c-a):.5;return u("rect",{x:m,y:o,width:h-m+.4,height:e-1,fill:Bt(_)},d)}),p!==void 0&&r.better==="low"&&u("circle",{class:"lowest",cx:p,cy:o+(e-1)/2,r:Math.min(5,e/4),children:u("title",{children:"reconstruction minimum"})})]})}function ml({layout:t,stepAxis:e,steps:n}){let{left:r,right:i,bottom:o,x:s}=t;return u("g",{class:"axis axis-step",children:[Ue(e,n,[s(n[0]),s(n[1])]).map(a=>u("g",{class:"tick",transform:`translate(${s(a)},${o})`,children:[u("line",{y2:4}),u("text",{y:16,"text-anchor":"middle",children:v(a)})]},a)),u("text",{class:"axis-unit",x:i,y:o+30,"text-anchor":"end",children:"step \u2192"}),u("line",{x1:r,x2:i,y1:o,y2:o})]})}function hl({layout:t,quantity:e,colors:n}){let[r,i]=[t.rows[0]?.low??0,t.rows[0]?.high??1],o=Math.min(220,t.right-t.left),s=n==="shared"?[e.format(r),e.format(i)]:["lowest of the layer","highest"];return u("g",{class:"color-legend",transform:`translate(${t.left},${t.bottom+36})`,children:[Array.from({length:44},(a,c)=>u("rect",{x:c*o/44,width:o/44+.5,height:10,fill:Bt(c/43)},c)),u("text",{y:24,children:s[0]}),u("text",{x:o,y:24,"text-anchor":"end",children:s[1]}),u("text",{x:o+10,y:9,children:e.label})]})}function dl({layout:t,cursor:e}){let n=C(null);return L(()=>{let r=i=>{let[o,s]=n.current.children,a=t.rows.find(({series:f})=>f.key===i?.panel)??t.rows[0];if(n.current.toggleAttribute("data-shown",!!(i&&a)),!i||!a)return;let[c,l]=a.edges[U(a.series.steps,i.step)]??[0,0];o.setAttribute("transform",`translate(${(c+l)/2},0)`),s.style.display=a.series.key===i.panel?"":"none",s.setAttribute("x",String(c)),s.setAttribute("y",String(a.top)),s.setAttribute("width",String(Math.max(0,l-c)))};return r(e.current),e.subscribe(r)},[t,e]),u("g",{ref:n,class:"cursor","aria-hidden":"true",children:[u("line",{y1:Nt.top,y2:t.bottom}),u("rect",{class:"frame",height:t.cell-1})]})}function is({focus:t,others:e,options:n,selection:r,cursor:i,actions:o}){let{quantity:s,stepAxis:a,steps:c}=n,[l,f]=A("each"),p=[t,...e];return u("section",{children:[u("div",{class:"view-controls",children:u(nr,{name:"Colours",value:l,options:{each:"each layer by itself",shared:"one scale for all layers"},choose:f})}),u("div",{class:p.length>1?"panels portraits":"panels single",children:p.map(m=>u(nt,{title:E(m.summary.run),subtitle:`${s.label} (${s.unit})`,table:()=>gl(m,s),wide:p.length===1,children:u(rs,{name:E(m.summary.run),rows:m.rows,reports:m.reports,quantity:s,colors:l,stepAxis:a,steps:c,held:r.step,cursor:i,actions:o})},m.summary.run))})]})}function gl({rows:t},e){let n=t[0]?.steps??[],r=t.map(i=>[i.row.layer,i.row.decoder,...e.read(i)]);return{columns:["layer","decoder",...n.map(i=>`step ${i}`)],rows:r}}var _l=700;function os({focus:t,selection:e,select:n,source:r}){let i=yl(r,t);return i===void 0?u("p",{class:"muted",children:"Loading \u2026"}):typeof i=="string"?u("p",{class:"problem",children:i}):i.steps.length?u(xl,{listing:i,focus:t,selection:e,select:n,source:r}):u(bl,{problem:i.error})}function yl(t,{summary:e}){let[n,r]=A();return L(()=>{let i=!0;return t.fetchImages(e.run).catch(o=>o.message).then(o=>i&&r(o)),()=>{i=!1}},[t,e.run,e.last_step]),n}function bl({problem:t}){return u("section",{class:"empty",children:[u("h2",{children:"This run has no reconstructed images"}),u("p",{children:t??"The probe keeps the reconstructions of a few held-out examples where the input is an image of one or three channels:"}),u("pre",{children:u("code",{children:'model.fit(x, y, callbacks=[PhaseProbe(images=8, log_dir="logs/run1")])'})})]})}function xl({listing:t,focus:e,selection:n,select:r,source:i}){let{steps:o,num_examples:s,labels:a}=t,[c,l]=A(!1),[f,p]=A(null),[m,h]=A(!1),d=n.step===null?o.length-1:U(o,n.step),g=o[d],_=y=>r({step:o[y]}),b=t.rows.flatMap(({layer:y,decoder:M},R)=>{let P=e.rows.find(({row:O})=>O.layer===y&&O.decoder===M);if(!P)return[];let T=Qe(P,P.column("reconstruction_loss"),g);return Number.isFinite(T)?[{layer:y,decoder:M,row:R,loss:T,key:P.key}]:[]});L(()=>{if(!c)return;let y=setTimeout(()=>_((d+1)%o.length),_l);return()=>clearTimeout(y)},[c,d,o]),L(()=>{if(!(d+1>=o.length))for(let{row:y}of b)new Image().src=i.imageUrl(t,d+1,y)},[t,d,i]);let w=f===null?Array.from({length:s},(y,M)=>M):[f],x=(y,M)=>{let{size:R}=t.rows[y],P=i.imageUrl(t,d,y,M),T=m&&!M?i.imageUrl(t,d,y,!0):void 0;return w.map(O=>u(wl,{url:P,over:T,at:O,count:s,size:R,isLarge:f!==null},O))};return u("section",{class:"images","aria-label":"Reconstructions",children:[u("div",{class:"view-controls",children:[u("button",{"aria-pressed":c,onClick:()=>l(!c),children:c?"\u23F8 pause":"\u25B6 play"}),u("label",{class:"slider",children:[u("span",{class:"control-name",children:["Step ",v(g)]}),u("input",{type:"range",name:"step",min:0,max:o.length-1,value:d,"aria-valuetext":`step ${v(g)}`,onInput:y=>_(Number(y.currentTarget.value))})]}),u("label",{children:[u("span",{class:"control-name",children:"Example"}),u("select",{name:"example",value:f===null?"":String(f),onChange:y=>p(y.currentTarget.value===""?null:Number(y.currentTarget.value)),children:[u("option",{value:"",children:"all"}),Array.from({length:s},(y,M)=>u("option",{value:M,children:[M+1,a&&` \xB7 class ${a[M]}`]},M))]})]}),u("label",{class:"switch",children:[u("input",{type:"checkbox",checked:m,onChange:()=>h(!m)}),"Difference to the input"]})]}),u("div",{class:f===null?"strips":"strips large",children:[u("figure",{children:[u("figcaption",{children:u("b",{children:"input"})}),u("div",{children:x(b.at(-1)?.row??0,!0)})]}),b.map(({layer:y,decoder:M,row:R,loss:P,key:T})=>u("figure",{children:[u("figcaption",{children:[u("b",{children:y})," ",u("span",{class:"muted",children:M}),u("br",{}),u("span",{class:"muted",children:["loss ",H(P)]})]}),u("div",{children:x(R,!1)})]},T))]})]})}function wl({url:t,over:e,at:n,count:r,size:[i,o],isLarge:s}){let a=Math.max(1,Math.round((s?128:64)/o)),c=[t,...e?[e]:[]].map(l=>`url("${l.replaceAll('"',"%22")}")`);return u("span",{class:"example",role:"img","aria-label":`example ${n+1}`,style:{width:`${a*o}px`,height:`${a*i}px`,backgroundImage:c.join(","),backgroundSize:`${r*100}% 100%`,backgroundPosition:r>1?`${100*n/(r-1)}% 0`:"0 0",backgroundBlendMode:e?"difference":"normal"}})}function ss({rows:t,options:e,others:n,colors:r}){let i=t.some(c=>c.points.some(l=>Ge(l,c))),o=e.quantity.label,s=t.some(({spread:c})=>c),a=!!e.quantity.readErrors;return u("section",{class:"legend","aria-label":"Legend",children:[u("ul",{children:[u("li",{children:[u(rr,{kind:"constant"})," ",u("b",{children:"constant"})," as untrained"]}),u("li",{children:[u(rr,{kind:"decrease"})," ",u("b",{children:"decrease"})," learns to carry its input"]}),u("li",{children:[u(rr,{kind:"increase"})," ",u("b",{children:"increase"})," forgets it"]}),u("li",{children:[u("svg",{width:26,height:14,class:"curve loss","aria-hidden":"true",children:[u("path",{class:"spread",d:"M0,3H26V11H0Z"}),u("path",{class:"line",d:"M0,7H26"})]}),o,s?", mean, lowest to highest seed":a&&" \xB1 standard error"]}),e.accuracyDomain&&e.quantity.key!=="accuracy"&&u("li",{children:[u("svg",{width:26,height:14,class:"curve accuracy","aria-hidden":"true",children:u("path",{class:"line",d:"M0,7H26"})}),"probe accuracy, shared scale"]}),e.accuracyDomain&&t[0]?.column("model_accuracy").some(Number.isFinite)&&u("li",{children:[u("svg",{width:26,height:14,class:"curve accuracy","aria-hidden":"true",children:u("path",{class:"own",d:"M0,7H26"})}),"the model itself"]}),u("li",{children:[u("svg",{width:26,height:16,class:"minimum","aria-hidden":"true",children:[u("line",{class:"interval",x1:1,x2:25,y1:13,y2:13}),u("circle",{cx:13,cy:6,r:4.5})]}),"minimum and its interval"]}),i&&u("li",{children:[u("svg",{width:26,height:14,class:"flag-marks","aria-hidden":"true",children:u("circle",{cx:13,cy:7,r:5})}),"record with a remark"]})]}),e.quantity.key!=="loss"&&u("p",{children:"Phases and minimum are those of the reconstruction loss."}),n.length>0&&u("ul",{"aria-label":"Runs",children:n.map(({summary:c})=>u("li",{children:[u("i",{class:"swatch",style:{background:r.get(c.run)}})," ",E(c.run)]},c.run))})]})}function rr({kind:t}){return u("svg",{width:26,height:14,class:`band ${t}`,"aria-hidden":"true",children:[u("rect",{width:26,height:14}),u("rect",{class:"edge",width:26,height:3})]})}function as({rows:t,reports:e}){let n=[...t.some(({best:r})=>r)?[]:["No labels reached the probe, so there is no probe accuracy to draw."],...vl(t).map(([r,i])=>i.length===t.length?`Whole run: ${ae(r)}.`:`${i.join(", ")}: ${ae(r)}.`),...e.flatMap(({layer:r,error:i})=>i?[`${r}: phases not found. ${i}`]:[])];return n.length?u("ul",{class:"notes",children:n.map(r=>u("li",{children:r},r))}):null}function vl(t){let e=new Map;for(let{row:n,wholeRunFlags:r}of t)for(let i of r)e.set(i,[...e.get(i)??[],n.layer]);return e.delete("no_labels"),[...e]}function us({summary:t}){let e=Object.entries(t.layout?.run??{});return e.length?u("details",{class:"settings",children:[u("summary",{children:"Measured with"}),u("dl",{children:e.map(([n,r])=>u("div",{children:[u("dt",{children:n}),u("dd",{children:typeof r=="string"?r:JSON.stringify(r)})]},n))})]}):null}function cs({panel:t,series:e,cursor:n}){let r=C(null),i=C(null),o=C(null),s=C(null);return L(()=>{let a=c=>{let l=c?U(e.steps,c.step):-1,f=e.points[l],p=f?t.x(f.step):NaN,m=p>=t.left-1&&p<=t.right+1;r.current.toggleAttribute("data-shown",m),!(!f||!m)&&(i.current.setAttribute("transform",`translate(${p},0)`),ls(o.current,p,t.measure.values[l],t.y),ls(s.current,p,f.accuracy,t.accuracy))};return a(n.current),n.subscribe(a)},[t,e,n]),u("g",{ref:r,class:"cursor","aria-hidden":"true",children:[u("line",{ref:i,y1:t.top,y2:t.bottom}),u("circle",{ref:s,class:"accuracy",r:4}),u("circle",{ref:o,class:"loss",r:4})]})}function ls(t,e,n,r){let i=r!==null&&Number.isFinite(n);t.style.display=i?"":"none",i&&t.setAttribute("transform",`translate(${e},${r(n)})`)}function fs({panel:t,phases:e}){return u("g",{class:"bands",children:e.map(n=>{let r=Math.max(t.left,t.x(n.start_step)),i=Math.max(0,Math.min(t.right,t.x(n.end_step))-r);return u("g",{class:`band ${n.kind}`,children:[u("rect",{x:r,y:t.top,width:i,height:t.bottom-t.top}),u("rect",{class:"edge",x:r,y:t.top,width:i,height:3}),i>ie(n.kind)+4&&u("text",{x:r+i/2,y:t.top+15,"text-anchor":"middle",children:n.kind})]},n.start_step)})})}function ps({panel:t}){let[e,n]=t.y.domain(),r=t.measure.references.filter(({value:o})=>o>=e&&o<=n),i=t.measure.references.filter(o=>!r.includes(o));return u("g",{class:"references",children:[r.map(({label:o,value:s})=>{let a=s>(e+n)/2&&o!=="untrained";return u("g",{class:"reference",children:[u("line",{x1:t.left,x2:t.right,y1:t.y(s),y2:t.y(s)}),u("text",{x:a?t.left+4:t.right-4,y:t.y(s)+(a?12:-4),"text-anchor":a?"start":"end",children:o})]},o)}),u("text",{class:"outside",x:2,y:t.bottom+30,children:i.map(({label:o,value:s})=>`${o} ${H(s)}`).join(", ")})]})}function ms({panel:t,series:e}){let{values:n,band:[r,i]}=t.measure,o=(l,f)=>t.x(e.points[f].step),s=(l,f)=>Number.isFinite(n[f]),a=Io().defined(s).x(o).y0((l,f)=>t.y(r[f])).y1((l,f)=>t.y(i[f])),c=ut().defined(s).x(o).y(t.y);return u("g",{class:"curve loss",children:[u("path",{class:"spread",d:a(n)??""}),u("path",{class:"line",d:c(n)??""}),u(ds,{panel:t,series:e,values:n,y:t.y})]})}function hs({panel:t,series:e}){let n=t.accuracy;if(!n)return null;let r=e.points.map(s=>s.accuracy),i=ut().defined(Number.isFinite).x((s,a)=>t.x(e.points[a].step)).y(n),o=e.column("model_accuracy");return u("g",{class:"curve accuracy",children:[o.some(Number.isFinite)&&u("path",{class:"own",d:i(o)??""}),u("path",{class:"line",d:i(r)??""}),u(ds,{panel:t,series:e,values:r,y:n})]})}function kl(t,[e,n]){return t.filter(r=>r>=e&&r<=n).length}function ds({panel:t,series:e,values:n,y:r}){return(t.right-t.left)/kl(e.steps,t.steps)<5?null:u($,{children:e.points.map(({step:i},o)=>Number.isFinite(n[o])&&u("circle",{cx:t.x(i),cy:r(n[o]),r:2},i))})}function gs({panel:t,companions:e}){return u("g",{class:"companions",children:e.map(({run:n,color:r,series:i})=>{let{values:o}=se(i,t.quantity),s=ut().defined(Number.isFinite).x((a,c)=>t.x(i.steps[c])).y(t.y);return u("path",{class:"companion","data-run":n,stroke:r,d:s(o)??""},n)})})}function _s({panel:t,series:e}){return u("g",{class:"flag-marks",children:e.points.map((n,r)=>{if(!Ge(n,e))return null;let{step:i}=n,o=t.measure.values[r];return Number.isFinite(o)?u("circle",{cx:t.x(i),cy:t.y(o),r:5},i):u("path",{d:"M-3.5,-3.5L3.5,3.5M-3.5,3.5L3.5,-3.5",transform:`translate(${t.x(i)},${t.bottom-9})`},i)})})}function Ml(t,e){return e.quantity.key==="loss"?t.has_increase?"minimum":"lowest so far":t.has_increase?"loss minimum":"lowest loss so far"}function ys({panel:t,series:e,report:n}){let r=n.minimum_step,i=e.points.findIndex(m=>m.step===r),o=t.measure.values[i];if(r==null||o===void 0||!Number.isFinite(o))return null;let s=t.x(r);if(s<t.left||s>t.right)return null;let[a,c]=n.minimum_interval??[r,r],l=`${Ml(n,t)} ${v(r)}`,f=3.8*l.length,p=Math.min(Math.max(s,t.left+f+4),t.right-f-4);return u("g",{class:"minimum",children:[u("line",{class:"interval",x1:Math.max(t.left,t.x(a)),x2:Math.min(t.right,t.x(c)),y1:t.bottom-3,y2:t.bottom-3}),u("line",{class:"foot",x1:s,x2:s,y1:t.y(o),y2:t.bottom}),u("circle",{cx:s,cy:t.y(o),r:4.5}),u("text",{x:p,y:t.bottom-9,"text-anchor":"middle",children:l})]})}var Sl=["loss","limit","explained"];function Rl({series:t,report:e,companions:n,options:r,held:i,cursor:o,actions:s}){let[a,c]=dt(360),l=S(()=>Ji(t,n,r,c),[t,n,r,c]),{x:f,steps:p}=l,{brush:m,handlers:h}=en({panel:t.key,steps:t.steps,x:f,domain:p,cursor:o,actions:s}),d=Se(),g=S(()=>u("g",{class:"marks",children:[u(fs,{panel:l,phases:e?.phases??[]}),u(tn,{panel:l}),u(zo,{panel:l}),u(Ze,{panel:l}),u(ps,{panel:l}),u("clipPath",{id:d,children:u("rect",{x:l.left,y:l.top-6,width:l.right-l.left,height:l.bottom-l.top+12})}),u("g",{"clip-path":`url(#${d})`,children:[u(gs,{panel:l,companions:n}),u(hs,{panel:l,series:t}),u(ms,{panel:l,series:t}),u(_s,{panel:l,series:t})]}),e&&Sl.includes(r.quantity.key)&&u(ys,{panel:l,series:t,report:e})]}),[l,e,n,t]);return u("div",{ref:a,class:"chart",children:u("svg",{width:c,height:pt,viewBox:`0 0 ${c} ${pt}`,role:"img",tabIndex:0,"aria-label":Pl(t,e,r),...h,children:[g,i!==null&&i>=p[0]&&i<=p[1]&&u("line",{class:"held",x1:f(i),x2:f(i),y1:l.top,y2:l.bottom}),m&&u("rect",{class:"brush",x:Math.min(...m),y:l.top,width:Math.abs(m[1]-m[0]),height:l.bottom-l.top}),u(cs,{panel:l,series:t,cursor:o})]})})}var bs=ht(Rl);function Pl(t,e,{quantity:n}){let{row:r,points:i,best:o}=t,s=[`${r.layer}, ${r.decoder} decoder: ${n.label} at ${Ht(i.length,"probe step")}`],a=i.at(-1);return a&&s.push(`${n.format(n.read(t).at(-1))} at step ${v(a.step)}`),o&&s.push(`best probe accuracy ${F(o.accuracy)} at step ${v(o.step)}`),e?.description&&s.push(e.description),`${s.join("; ")}. Arrow keys move the cursor, Enter holds a step, + and 0 zoom.`}var $l={constant:"\u2192",decrease:"\u2198",increase:"\u2197"},xs=["constant","decrease","increase"];function un({report:t}){let e=t?.phases?.at(-1);return e?u("span",{class:`phase-now ${e.kind}`,title:t?.description,children:[u(Nl,{kind:e.kind})," ",$l[e.kind]," ",e.kind," ",u("span",{class:"since",children:["since ",v(e.start_step)]})]}):u("span",{class:"phase-now muted",children:"too few steps"})}function Nl({kind:t}){let e=xs.indexOf(t),n=(r,i)=>{let o=2*Math.PI*r/3;return`${(i*Math.sin(o)).toFixed(2)},${(-i*Math.cos(o)).toFixed(2)}`};return u("svg",{class:"clock",width:14,height:14,viewBox:"-8 -8 16 16","aria-hidden":"true",children:[xs.map((r,i)=>u("path",{class:`edge ${r}`,opacity:i===e?1:.35,d:`M0,0L${n(i,8)}A8,8 0 0 1 ${n(i+1,8)}Z`},r)),u("path",{class:"hand",d:`M0,0L${n(e+.5,6.5)}`})]})}function ws({focus:t,others:e,colors:n,options:r,selection:i,cursor:o,actions:s}){let a=S(()=>new Map(t.rows.map(({key:l})=>[l,Al(l,e,n)])),[t.rows,e,n]),c=r.accuracyDomain&&r.quantity.key!=="accuracy";return u("section",{class:"panels","aria-label":"Layers",children:t.rows.map(l=>{let f=z(t.reports,l.row),p=a.get(l.key);return u(nt,{title:l.row.layer,subtitle:`${l.row.decoder} \xB7 ${Ht(l.row.num_features,"feature")}`,panel:l.key,aside:u(un,{report:f}),table:()=>Cl(l),legend:[{color:"var(--loss)",text:`${r.quantity.label}, ${E(t.summary.run)}`},...c?[{color:"var(--accuracy)",text:"probe accuracy"}]:[],...p.map(({run:m,color:h})=>({color:h,text:E(m)}))],children:u(bs,{series:l,report:f,companions:p,options:r,held:i.step,cursor:o,actions:s})},l.key)})})}function Al(t,e,n){return e.flatMap(({summary:r,rows:i})=>{let o=i.find(s=>s.key===t);return o?[{run:r.run,color:n.get(r.run),series:o}]:[]})}function Cl(t){let e=t.metricNames.filter(i=>!i.includes("_group_")&&i!=="flags"),n=e.map(i=>t.column(i)),r=t.points.map(({step:i,flags:o},s)=>[i,...n.map(a=>a[s]),o.join(" ")]);return{columns:["step",...e,"flags"],rows:r}}var _t={top:26,right:96,bottom:40,left:54};function Tl({rows:t,reports:e,axes:n,theme:r},i){let o=Math.round(Math.min(520,Math.max(300,.62*i))),[s,a]=n.map(p=>t.map(m=>p.read(m))),c=W(at(s.flat(),[]),[_t.left+8,i-_t.right]),l=W(at(a.flat(),[]),[o-_t.bottom-8,_t.top+8]),f=t.map((p,m)=>{let h=p.steps.map((g,_)=>({step:g,x:c(s[m][_]),y:l(a[m][_])})).filter(g=>Number.isFinite(g.x)&&Number.isFinite(g.y)),d=z(e,p.row);return{series:p,color:Xe(m,t.length,r),places:h,parts:El(h,d),minimum:h.findIndex(({step:g})=>g===d?.minimum_step)}});return{width:i,height:o,x:c,y:l,trajectories:f}}function El(t,e){let n=t.length-1;return n<1?[]:e?.phases?.length?e.phases.flatMap(({kind:r,start_step:i,end_step:o})=>{let s=t.flatMap(({step:a},c)=>a>=i&&a<=o?[c]:[]);return s.length>1?[{kind:r,from:s[0],to:s.at(-1)}]:[]}):[{kind:"decrease",from:0,to:n}]}function Ll({rows:t,reports:e,axes:n,theme:r,held:i,cursor:o,actions:s,name:a}){let[c,l]=dt(640),f=S(()=>Tl({rows:t,reports:e,axes:n,theme:r},l),[t,e,n,r,l]),p=d=>{let g=d.currentTarget.getBoundingClientRect();return Il(f,d.clientX-g.left,d.clientY-g.top)},m=d=>{let g=p(d);o.move(g&&{step:g.step,panel:g.key,byKey:!1})},h=S(()=>u($,{children:[u(Fl,{layout:f,axes:n}),f.trajectories.map(d=>u(ql,{trajectory:d},d.series.key)),u(Vl,{layout:f})]}),[f,n]);return u("div",{ref:c,class:"chart",children:u("svg",{class:"portrait",width:l,height:f.height,viewBox:`0 0 ${l} ${f.height}`,role:"img",tabIndex:0,"aria-label":`${a}: ${n[1].label} against ${n[0].label}, a trajectory for each of ${t.length} layers. Arrow keys move along the steps.`,onPointerMove:m,onPointerLeave:()=>o.move(null),onPointerUp:d=>s.hold(p(d)?.step??null),onKeyDown:d=>Dl(d,t,o,s),onBlur:()=>o.move(null),children:[h,u(Bl,{layout:f,cursor:o,held:i})]})})}var vs=ht(Ll);function Il({trajectories:t},e,n){let r=null,i=40**2;for(let{series:o,places:s}of t)for(let a of s){let c=(a.x-e)**2+(a.y-n)**2;c<i&&([i,r]=[c,{step:a.step,key:o.key}])}return r}function Dl(t,e,n,r){let i=e.find(({key:l})=>l===n.current?.panel)??e.at(-1);if(!i)return;let o=n.current?U(i.steps,n.current.step):-1,s=i.steps.length-1,a=e.indexOf(i),c=(l,f=i)=>{t.preventDefault(),l!==void 0&&n.move({step:l,panel:f.key,byKey:!0})};t.key==="ArrowLeft"&&c(i.steps[Math.max(0,o-1)]),t.key==="ArrowRight"&&c(i.steps[Math.min(s,o+1)]),t.key==="Home"&&c(i.steps[0]),t.key==="End"&&c(i.steps[s]),t.key==="ArrowUp"&&c(i.steps[Math.max(0,o)],e[Math.max(0,a-1)]),t.key==="ArrowDown"&&c(i.steps[Math.max(0,o)],e[Math.min(e.length-1,a+1)]),t.key==="Enter"&&o>=0&&r.hold(i.steps[o]),t.key==="Escape"&&n.move(null)}function Fl({layout:{width:t,height:e,x:n,y:r},axes:i}){let[o,s,a]=[_t.left,t-_t.right+8,e-_t.bottom],c=Math.max(3,t/110),l=n.tickFormat(c,i[0].tickFormat),f=r.tickFormat(6,i[1].tickFormat);return u("g",{class:"axis",children:[u("line",{x1:o,x2:s,y1:a,y2:a}),n.ticks(c).map(p=>u("g",{class:"tick",transform:`translate(${n(p)},${a})`,children:[u("line",{y2:4}),u("text",{y:16,"text-anchor":"middle",children:l(p)})]},`x${p}`)),r.ticks(6).map(p=>u("g",{class:"tick",transform:`translate(0,${r(p)})`,children:[u("line",{class:"grid",x1:o,x2:s}),u("text",{x:o-6,dy:"0.32em","text-anchor":"end",children:f(p)})]},`y${p}`)),u("text",{class:"axis-title",x:2,y:12,children:["\u2191 ",i[1].label]}),u("text",{class:"axis-title",x:s,y:a+34,"text-anchor":"end",children:[i[0].label," \u2192"]})]})}function ql({trajectory:{color:t,places:e,parts:n,minimum:r}}){let i=ut(({x:c})=>c,({y:c})=>c),o=e[0],s=e[r],a=n.length>0&&n.every(({kind:c})=>c==="constant");return u("g",{class:a?"trajectory still":"trajectory",stroke:t,fill:t,children:[n.map(({kind:c,from:l,to:f})=>u("path",{class:`way ${c}`,d:i(e.slice(l,f+1))??""},l)),Ol(e).map(({x:c,y:l,angle:f},p)=>u("path",{class:"arrow",d:"M-4.5,-3.5L3.5,0L-4.5,3.5Z",transform:`translate(${c},${l}) rotate(${f})`},p)),o&&u("circle",{class:"start",cx:o.x,cy:o.y,r:3.5}),s&&u("circle",{class:"lowest",cx:s.x,cy:s.y,r:5})]})}function Ol(t){let e=[],n=30;return t.slice(1).forEach((r,i)=>{let o=t[i],[s,a]=[r.x-o.x,r.y-o.y],c=Math.hypot(s,a);n+=c,!(c<9||n<60)&&(n=0,e.push({x:o.x+s/2,y:o.y+a/2,angle:Math.atan2(a,s)*180/Math.PI}))}),e}function Vl({layout:{trajectories:t,height:e}}){let n=t.flatMap(({series:i,color:o,places:s})=>s.length?[{series:i,color:o,...s.at(-1)}]:[]).toSorted((i,o)=>i.y-o.y),r=Hl(n.map(({y:i})=>i),13,14,e-_t.bottom);return u("g",{class:"ends",children:n.map(({series:i,color:o,x:s,y:a,step:c},l)=>u("g",{children:[u("circle",{cx:s,cy:a,r:3.5,fill:o}),u("line",{x1:s+4,y1:a,x2:s+10,y2:r[l],stroke:o}),u("text",{x:s+12,y:r[l],dy:"0.32em",children:i.row.layer}),u("title",{children:`${i.row.layer} at step ${v(c)}`})]},i.key))})}function Hl(t,e,n,r){let i=[];t.forEach((o,s)=>i.push(Math.max(o,s?i[s-1]+e:n)));for(let o=i.length-1,s=r;o>=0;o--,s=i[o+1]-e)i[o]>s&&(i[o]=s);return i}function Bl({layout:t,cursor:e,held:n}){let r=C(null);return L(()=>{let i=o=>{let s=o?.step??n;r.current.toggleAttribute("data-shown",s!==null),s!==null&&t.trajectories.forEach(({places:a,series:c},l)=>{let f=r.current.children[l],p=a[U(a.map(m=>m.step),s)];f.style.display=p?"":"none",p&&(f.setAttribute("transform",`translate(${p.x},${p.y})`),f.setAttribute("r",c.key===o?.panel?"6":"4"))})};return i(e.current),e.subscribe(i)},[t,e,n]),u("g",{ref:r,class:"cursor","aria-hidden":"true",children:t.trajectories.map(({series:i,color:o})=>u("circle",{r:4,fill:o},i.key))})}function ks({focus:t,others:e,quantities:n,selection:r,select:i,cursor:o,actions:s}){let a=Fr(),[c,l]=r.portrait,f=S(()=>[Rt(n,c),Rt(n,l)],[n,c,l]),p=n.some(({key:h})=>h===c),m=[t,...e];return u("section",{children:[u("div",{class:"view-controls",children:[["Across","Up"].map((h,d)=>u("label",{children:[u("span",{class:"control-name",children:h}),u("select",{name:`axis-${d}`,value:f[d].key,onChange:g=>{let _=[f[0].key,f[1].key];_[d]=g.currentTarget.value,i({portrait:_})},children:n.map(({key:g,label:_})=>u("option",{value:g,children:_},g))})]},h)),u(zl,{})]}),!p&&u("p",{class:"problem",children:"Classification was not measured in this run: no labels reached the probe."}),u("div",{class:m.length>1?"panels portraits":"panels single",children:m.map(h=>u(nt,{title:E(h.summary.run),subtitle:`${f[1].label} against ${f[0].label}`,table:()=>Ul(h,f),legend:h.rows.map(({row:d},g)=>({color:Xe(g,h.rows.length,a),text:d.layer})),wide:m.length===1,children:u(vs,{name:E(h.summary.run),rows:h.rows,reports:h.reports,axes:f,theme:a,held:r.step,cursor:o,actions:s})},h.summary.run))})]})}function zl(){return u("ul",{class:"ways","aria-label":"Legend",children:[["constant","decrease","increase"].map(t=>u("li",{children:[u("svg",{width:34,height:12,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:u("path",{class:`way ${t}`,d:"M1,6H33"})}),t]},t)),u("li",{children:[u("svg",{width:12,height:12,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:u("circle",{class:"start",cx:6,cy:6,r:3.5})}),"first step"]}),u("li",{children:[u("svg",{width:14,height:14,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:u("circle",{class:"lowest",cx:7,cy:7,r:5})}),"reconstruction minimum"]})]})}function Ul({rows:t},e){let n=t.flatMap(r=>{let[i,o]=e.map(s=>s.read(r));return r.steps.map((s,a)=>[r.row.layer,r.row.decoder,s,i[a],o[a]])});return{columns:["layer","decoder","step",e[0].label,e[1].label],rows:n}}var Ms=190,jl=16;function Ss({report:t,lastStep:e,stepAxis:n}){let r=st(n,[0,e],[5,Ms-5]),{minimum_step:i,minimum_interval:o}=t;return u("svg",{class:"strip",width:Ms,height:jl,role:"img","aria-label":t.description??"",children:[t.phases?.map(s=>u("rect",{class:`edge ${s.kind}`,x:r(s.start_step),y:4,width:Math.max(0,r(s.end_step)-r(s.start_step)-1),height:8},s.start_step)),o&&u("line",{class:"interval",x1:r(o[0]),x2:r(o[1]),y1:14.5,y2:14.5}),i!=null&&u("circle",{cx:r(i),cy:8,r:4})]})}function Rs({rows:t,reports:e,stepAxis:n}){let r=t[0]?.points.at(-1)?.step??1,i=t.some(({best:o})=>o);return u("div",{class:"summary",children:u("table",{children:[u("thead",{children:u("tr",{children:[u("th",{children:"layer"}),u("th",{class:"detail",children:"decoder"}),u("th",{class:"detail",children:"strategy"}),u("th",{class:"number",children:"width"}),u("th",{children:["phases to step ",v(r)]}),u("th",{children:"phase now"}),u("th",{class:"number",children:"minimum at step"}),u("th",{class:"number",children:"risen since by"}),i&&u("th",{class:"number",children:"best probe accuracy"})]})}),u("tbody",{children:t.map(o=>{let s=z(e,o.row);return u("tr",{children:[u("th",{scope:"row",children:u("button",{onClick:()=>Xl(o.key),children:o.row.layer})}),u("td",{class:"detail",children:o.row.decoder}),u("td",{class:"detail",children:o.row.strategy}),u("td",{class:"number",children:o.row.num_features.toLocaleString("en-US")}),u("td",{children:s&&u(Ss,{report:s,lastStep:r,stepAxis:n})}),u("td",{children:u(un,{report:s})}),u("td",{class:"number",children:u(Gl,{report:s})}),u("td",{class:"number",children:u(Ql,{series:o,report:s})}),i&&u("td",{class:"number",children:u(Wl,{series:o})})]},o.key)})})]})})}function Gl({report:t}){if(t?.minimum_step==null)return u("span",{class:"muted",children:"\u2013"});let[e,n]=t.minimum_interval??[t.minimum_step,t.minimum_step];return u($,{children:[v(t.minimum_step)," ",u("span",{class:"muted",children:["(",v(e),"\u2013",v(n),t.has_increase?"":" so far",")"]})]})}function Ql({series:t,report:e}){let n=jt(t,e);return n?.isPast?u($,{children:F(fe(n))}):u("span",{class:"muted",children:"\u2013"})}function Wl({series:{best:t}}){return t?u($,{children:[F(t.accuracy)," ",u("span",{class:"muted",children:["at ",v(t.step)]})]}):u("span",{class:"muted",children:"\u2013"})}function Xl(t){document.querySelector(`[data-panel="${CSS.escape(t)}"] svg`)?.focus()}function Ps({source:t}){let[e,n]=A(()=>Un(Mn())),r=wo(t,e),i=C(r.reload);i.current=r.reload,L(()=>io({"experimental.DataReloaded":()=>i.current()}),[]),L(()=>Or(()=>n(Un(Mn()))),[]);let o=Me(s=>{n(a=>{let c={...a,...s};return qr(ho(c)),c})},[]);return r.runs?r.focus?u("main",{children:u(Kl,{store:r,focus:r.focus,selection:e,select:o,source:t})}):u(ts,{}):u("main",{children:r.problem?u(ir,{text:r.problem}):u("p",{class:"muted",children:"Loading \u2026"})})}function Kl({store:t,focus:e,selection:n,select:r,source:i}){let o=S(()=>ec(t.runs.map(({run:d})=>d)),[t.runs]),{focus:s,others:a}=S(()=>tc(e,t.others,n),[e,t.others,n.grouped,n.layers]),c=S(()=>new We,[e.summary.run,n.view]),l=S(()=>({hold:d=>r({step:d}),zoom:d=>r({zoom:d})}),[r]),f=S(()=>co([s,...a].flatMap(({rows:d})=>d)),[s,a]),p=S(()=>{let d=Math.max(1,...[s,...a].flatMap(({rows:g})=>g.map(({steps:_})=>_.at(-1)??1)));return{quantity:Rt(f,n.metric),stepAxis:n.stepAxis,steps:n.zoom??[0,d],accuracyDomain:to(s.rows)}},[s,a,f,n.metric,n.stepAxis,n.zoom]),m=S(()=>nc(o,[s,...a]),[o,s,a]),h={focus:s,others:a,colors:m,options:p,quantities:f,selection:n,select:r,cursor:c,actions:l,source:i};return u($,{children:[u(Yo,{runs:t.runs,focus:e.summary.run,others:n.others??t.others.map(({summary:d})=>d.run),colors:o,layers:[...new Set(e.rows.map(({row:d})=>d.layer))],quantities:f,selection:n,select:r}),t.problem&&u(ir,{text:t.problem}),[e,...t.others].map(({summary:d})=>d.error&&u(ir,{text:d.error,title:`Run ${d.run} is damaged`},d.run)),s.rows.length>0&&u($,{children:[u(Zo,{view:n.view,choose:d=>r({view:d})}),u(es,{focus:s}),u(Jl,{name:n.view,...h}),u(us,{summary:s.summary}),u(no,{rows:s.rows,reports:s.reports,cursor:c,quantity:p.quantity})]})]})}var Yl={curves:Zl,portrait:ks,map:is,images:os,compare:Ko,breakdowns:Wo};function Jl({name:t,...e}){let n=Yl[t];return u("div",{role:"tabpanel","aria-label":t,children:u(n,{...e})})}function Zl(t){let{focus:e,others:n,colors:r,options:i}=t;return u($,{children:[u(Rs,{rows:e.rows,reports:e.reports,stepAxis:i.stepAxis}),u(ss,{rows:e.rows,options:i,others:n,colors:r}),u(as,{rows:e.rows,reports:e.reports}),u(ws,{...t})]})}function tc(t,e,{grouped:n,layers:r}){let i=[t,...e].map(a=>({...a,rows:r?a.rows.filter(({row:c})=>r.includes(c.layer)):a.rows})),[o,...s]=n?ro(i):i;return{focus:o,others:s.filter(({rows:a})=>a.length)}}function ec(t){return new Map(t.map((e,n)=>[e,le(n)]))}function nc(t,e){let n=new Map([...t].toReversed().map(([r,i])=>[E(ue(r)),i]));return new Map(e.map(({summary:{run:r}})=>[r,t.get(r)??n.get(r.replace(/ \(\d+ seeds\)$/,""))??le(0)]))}function ir({text:t,title:e}){return u("p",{class:"problem",role:"alert",children:[e&&u("b",{children:[e,". "]}),t]})}function Md(){let t=document.createElement("style");t.textContent=Vr,document.head.append(t),document.title||="Phases",document.documentElement.lang="en",Dr(),yr(u(Ps,{source:xr()??br}),document.body)}export{Md as render};

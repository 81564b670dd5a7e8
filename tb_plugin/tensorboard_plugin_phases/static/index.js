// Built by tb_plugin/frontend (npm ci && npm run build); edit the sources there.
var T,Kr,ru,bt,Vn,Ie,Yr,Le,Jr,Hn,Bn,ou,ue=Symbol.for("pv"),Fe={},Oe=[],iu=/^m(i|n|o|s|text|space)$/,Un=Array.isArray,Zr=Oe.slice,Nt=Object.assign;function $t(t){t&&t.parentNode&&t.remove()}function Ee(t,e,n,r,o){var i={type:t,props:e,key:n,ref:r,__k:null,__:null,__b:0,__e:null,__c:null,constructor:ue,__v:o||++Kr,__i:-1,__u:0};return!o&&T.vnode&&T.vnode(i),i}function R(t){return t.children}function Bt(t,e){this.props=t,this.context=e,this.__g=0}function _t(t,e){if(e==null)return t.__&&_t(t.__,t.__i+1);for(var n;e<t.__k.length;e++)if((n=t.__k[e])&&n.__e)return n.__e;return typeof t.type!="function"||t.props.__P?null:_t(t)}function su(t){var e,n=t.__v,r=n.__e,o=[],i=[],s=t.__P;s&&((e=Nt({constructor:ue},n)).__v=n.__v+1,T.vnode&&T.vnode(e),Gn(s,e,n,t.__n,s.namespaceURI,32&n.__u?[r]:null,o,r||_t(n),32&n.__u,i),e.__v=n.__v,e.__.__k[e.__i]=e,io(o,e,i),n.__=n.__e=null,e.__e!=r&&to(e))}function to(t){if((t=t.__)&&t.__c&&!t.props.__P)return t.__e=null,t.__k.some(function(e){return e&&(t.__e=e.__e)}),to(t)}function Wr(t){(8&t.__g||(t.__g|=8,bt.push(t),Ie++))&&Vn==T.debounceRendering||((Vn=T.debounceRendering)||queueMicrotask)(eo)}function eo(){try{for(var t,e=1;bt.length;)bt.length>e&&bt.sort(Yr),t=bt.shift(),e=bt.length,8&t.__g&&su(t)}finally{(Ie=bt.length)&&(Vn||queueMicrotask)(eo)}}function no(t,e,n,r,o,i,s,a,c,l,f){var m,p,h,d,g,y,b=r.__k||Oe,_=e.length;for(c=au(n,e,b,c,_),m=0;m<_;m++)(h=n.__k[m])!=null&&(p=~h.__i&&b[h.__i]||Fe,h.__i=m,y=Gn(t,h,p,o,i,s,a,c,l,f),d=h.__e,(p.ref!=h.ref||8&p.__u)&&(p.ref&&zn(p.ref,null,h,p),h.ref&&f.push(h.ref,h.__c||d,h)),g=g||d,4&h.__u?(c=ro(h,c,t,!p.__v),p.__e&&(p.__e=null)):typeof h.type=="function"&&y!==void 0?c=y:d&&(c=d.nextSibling),h.__u&=-21);return n.__e=g,c}function au(t,e,n,r,o){var i,s,a,c,l,f,m,p,h,d=n.length,g=d,y=0,b=0,_=t.__k=Array(o);for(i=0;i<o;i++)(s=e[i])!=null&&typeof s!="boolean"&&typeof s!="function"?(typeof s!="object"||s.constructor===String?s=_[i]=Ee(null,s):Un(s)?s=_[i]=Ee(R,{children:s}):s.constructor===ue&&s.__b?s=_[i]=Ee(s.type,s.props,s.key,s.ref,s.__v):_[i]=s,c=i+y,s.__=t,s.__b=t.__b+1,a=null,~(l=s.__i=uu(s,n,c,g))&&(g--,(a=n[l])&&(a.__u|=2)),a&&a.__v?(s.__u|=16,l==c-1?y--:l==c+1?y++:l!=c&&(l>c?y--:y++,b=1)):(~l||(o>d?y--:o<d&&y++),typeof s.type!="function"&&(s.__u|=4))):_[i]=null;if(b){for(f=[],m=[],i=0;i<o;i++)if((s=_[i])&&16&s.__u){for(y=0,p=f.length;y<p;)f[h=y+p>>1]<s.__i?y=h+1:p=h;f[y]=s.__i,m[i]=y+1}for(y=f.length;i--;)m[i]&&(m[i]==y?y--:_[i].__u|=4)}if(g)for(i=0;i<d;i++)!(a=n[i])||2&a.__u||(a.__e==r&&(r=_t(a)),jn(a,a));return r}function ro(t,e,n,r){var o,i,s,a;if(typeof t.type=="function"){if(t.props.__P)return e;if(o=t.__k)for(i=0;i<o.length;i++)o[i]&&(o[i].__=t,e=ro(o[i],e,n,!1));return e}for(e&&!e.parentNode&&(e=_t(t))&&!e.parentNode&&(e=null),s=t.__e,a=e;a&&a.nodeType==8;)a=a.nextSibling;for(s!=a&&(!r&&n.moveBefore&&s.parentNode?n.moveBefore(s,e):n.insertBefore(s,e||null)),e=s;(e=e&&e.nextSibling)&&e.nodeType==8&&!e.data.startsWith("$s"););return e}function uu(t,e,n,r){var o,i=t.key,s=t.type,a=e[n],c=a&&!(2&a.__u);if(a===null&&i==null||c&&i==a.key&&s==a.type)return n;if(r>(c?1:0)){for(o=n-1;o>=0;o--)if((a=e[o])&&!(2&a.__u)&&i==a.key&&s==a.type)return o;for(o=n+1;o<e.length;o++)if((a=e[o])&&!(2&a.__u)&&i==a.key&&s==a.type)return o}return-1}function Xr(t,e,n){n==null&&(n=""),e[0]=="-"?t.setProperty(e,n):t[e]=n}function Te(t,e,n,r,o){var i,s;if(e=="style")if(typeof n=="string")t.style.cssText=n;else{if(typeof r=="string"&&(t.style.cssText=r=""),r)for(e in r)n&&e in n||Xr(t.style,e);if(n)for(e in n)r&&n[e]==r[e]||Xr(t.style,e,n[e])}else if(e[0]=="o"&&e[1]=="n")typeof n!="function"&&(n=null),typeof r!="function"&&(r=null),(t.__e||(t.__e={}))[e]=n,n&&r||(s=Bn[e]||(Bn[e]=lu(e)),(t.__a||(t.__a={}))[e]=Hn,i=e!=(e=e.replace(Jr,"$1")),(e=e.slice(2))[0]<"a"&&(e=e.toLowerCase()),n?t.addEventListener(e,s,i):t.removeEventListener(e,s,i));else{if(o=="http://www.w3.org/2000/svg")e=e.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(e!="width"&&e!="height"&&e!="href"&&e!="list"&&e!="form"&&e!="tabIndex"&&e!="download"&&e!="rowSpan"&&e!="colSpan"&&e!="role"&&e!="popover"&&e in t)try{return void(t[e]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&e[4]!="-"?t.removeAttribute(e):t.setAttribute(e,e=="popover"&&n==1?"":n)}}function lu(t){return function(e){var n=this.__e;if(n){if(n=n[t],e[Le]==null)e[Le]=Hn++;else if(e[Le]<this.__a[t])return;return n(T.event?T.event(e):e)}}}function Gn(t,e,n,r,o,i,s,a,c,l){var f,m,p,h,d,g,y,b,_,k,x,v,P,$,A,O,C,Q,S=e.type;if(e.constructor!==ue)return null;128&n.__u&&(c=32&n.__u,f=n.__c.__z)&&(e.__u|=c,m=i=[],f.nodeType==8?a=De(f,i):i.push(f),a=i[0]||a),(f=T.__b)&&f(e);t:if(typeof S=="function"){p=s.length;try{if(b=e.props,_=(f=S.prototype)&&f.render,k=(f=S.contextType)&&r[f.__c],x=f?k?k.props.value:f.__:r,(h=n.__c)?(e.__c=h,2&h.__g&&(h.__g|=1)):(_?e.__c=h=new S(b,x):(e.__c=h=new Bt(b,x),h.constructor=S,h.render=fu),k&&k.sub(h),h.state||(h.state={}),h.__n=r,h.__g|=8,h.__h=[],h.__k=[]),_&&(h.__s||(h.__s=h.state),S.getDerivedStateFromProps&&(h.__s==h.state&&(h.__s=Nt({},h.__s)),Nt(h.__s,S.getDerivedStateFromProps(b,h.__s)))),d=h.props,g=h.state,h.__v=e,n.__c){if(b!==d&&_&&!S.getDerivedStateFromProps&&h.componentWillReceiveProps&&h.componentWillReceiveProps(b,x),e.__v==n.__v&&!(8&h.__g)||!(4&h.__g)&&h.shouldComponentUpdate&&h.shouldComponentUpdate(b,h.__s,x)===!1){e.__v!=n.__v&&(h.props=b,h.state=h.__s,h.__g&=-9),e.__e=n.__e,e.__k=n.__k,e.__k.some(function(q){q&&(q.__=e)}),Oe.push.apply(h.__h,h.__k),h.__k=[],h.__h.length&&s.push(h),a=_t(n);break t}h.componentWillUpdate&&h.componentWillUpdate(b,h.__s,x),_&&h.componentDidUpdate&&h.__h.push(function(){h.componentDidUpdate(d,g,y)})}else _&&!S.getDerivedStateFromProps&&h.componentWillMount&&h.componentWillMount(),_&&h.componentDidMount&&h.__h.push(h.componentDidMount);h.context=x,h.props=b,h.__P=t,h.__g&=-5,v=T.__r,P=_?25:0;do h.__g&=-9,v&&v(e),f=h.render(h.props,h.state=h.__s,h.context);while(8&h.__g&&++P<25);_&&(Oe.push.apply(h.__h,h.__k),h.__k=[]),h.state=h.__s,h.getChildContext&&(r=Nt({},r,h.getChildContext())),_&&n.__c&&h.getSnapshotBeforeUpdate&&(y=h.getSnapshotBeforeUpdate(d,g)),$=f&&f.type===R&&f.key==null?f.props.children:f,b.__P&&(f=a,o=(t=b.__P).namespaceURI,c=i=null,n.props&&n.props.__P!=t&&(n.__k.some(function(q){q&&jn(q,q)}),n.__k=null),a=n.__k?_t(n,0):null),a=no(t,Un($)?$:[$],e,n,r,o,i,s,a,c,l),b.__P&&(e.__e=null,a=f),e.__u&=-161,m&&m.some($t),h.__h.length&&s.push(h),1&h.__g&&(h.__g&=-4)}catch(q){if(s.length=p,e.__v=null,c||i)if(q&&q.then){if(e.__u|=128|c,i){for(~(C=i.indexOf(a||void 0))||(C=i.length);(Q=i[C-1])&&Q.nodeType==8;)C--;for(;C<i.length;C++)if(Q=i[C])if(i[C]=null,A){if(Q==O)break}else{if(Q.nodeType!=8)break;Q.data.startsWith("$s")&&(O=De(A=Q))}}if(!A){for(;a&&a.nodeType==8&&a.nextSibling;)a=a.nextSibling;A=a}(f=De(A=e.__c.__z||(e.__c.__z=A)))?(e.__e=A,a=f):e.__e=a,a=a&&a.nextSibling}else i&&i.some($t);else e.__e=n.__e;e.__k||(e.__k=n.__k||[]),q&&q.then||oo(e),T.__e(q,e,n)}}else a=e.__e=cu(n.__e,e,n,r,o,i,s,c,l,t);return(f=T.diffed)&&f(e),a}function De(t,e){if(t&&t.nodeType==8&&t.data.startsWith("$s"))for(var n=1;t=t.nextSibling;){if(t.nodeType==8){if(t.data.startsWith("$s"))n++;else if(t.data.startsWith("/$s")&&!--n)return t}e&&e.push(t)}}function oo(t){t&&(t.__c&&(t.__c.__g|=4),t.__k&&t.__k.some(oo))}function io(t,e,n){for(var r=0;r<n.length;)zn(n[r++],n[r++],n[r++]);T.__c&&T.__c(e,t),t.some(function(o){try{t=o.__h,o.__h=[],t.some(function(i){i.call(o)})}catch(i){T.__e(i,o.__v)}})}function cu(t,e,n,r,o,i,s,a,c,l){var f,m,p,h,d,g,y,b,_=n.props||Fe,k=e.props,x=e.type;if(x=="svg"?o="http://www.w3.org/2000/svg":x=="math"?o="http://www.w3.org/1998/Math/MathML":o||(o="http://www.w3.org/1999/xhtml"),i){for(f=0;f<i.length;f++)if((d=i[f])&&(x?d.localName==x:d.nodeType==3)){t=d,i[f]=null;break}}if(!t){if(b=l.ownerDocument||document,!x)return b.createTextNode(k);t=b.createElementNS(o,x,k.is?k:l),a&&(T.__m&&T.__m(e,i),a=!1),i=null}if(x){if(l=x=="template"&&t.content||t,i=x=="textarea"&&k.defaultValue!=null?null:i&&Zr.call(l.childNodes),!a&&i)for(_={},f=0;f<t.attributes.length;f++)_[(d=t.attributes[f]).name]=d.value;for(f in _)d=_[f],f=="dangerouslySetInnerHTML"?p=d:f=="children"||f in k||f=="value"&&"defaultValue"in k||f=="checked"&&"defaultChecked"in k||Te(t,f,null,d,o);for(f in k)d=k[f],f=="children"?h=d:f=="dangerouslySetInnerHTML"?m=d:f=="value"?g=d:f=="checked"?y=d:a&&typeof d!="function"||_[f]===d||Te(t,f,d,_[f],o);m?(a||p&&(m.__html==p.__html||m.__html==t.innerHTML)||(t.innerHTML=m.__html),e.__k=[]):(p&&(t.textContent=""),(x=="foreignObject"||o=="http://www.w3.org/1998/Math/MathML"&&iu.test(x))&&(o="http://www.w3.org/1999/xhtml"),no(l,Un(h)?h:[h],e,n,r,o,i,s,i?i[0]:n.__k&&_t(n,0),a,c),i&&i.some($t)),a&&x!="textarea"||(f="value",x=="progress"&&g==null?t.removeAttribute(f):g==null||g===t[f]&&(x!="progress"||g)||Te(t,f,g,_[f],o),f="checked",y!=null&&y!=t[f]&&Te(t,f,y,_[f],o))}else _===k||a&&t.data==k||(t.data=k);return t}function zn(t,e,n,r){try{typeof t=="function"?e?e.__x=t(e)||1:r&&(r=r.__c||r.__e)&&(e=r.__x)&&(r.__x=null,typeof e=="function"?e():t(null)):t.current=e}catch(o){T.__e(o,n)}}function jn(t,e,n){var r,o,i,s;if(T.unmount&&T.unmount(t),!(r=t.ref)||r.current&&r.current!=t.__e||zn(r,null,e,t),r=t.__c){if(r.componentWillUnmount)try{r.componentWillUnmount()}catch(a){T.__e(a,e)}r.__P=r.__n=null}if(r=t.__k)for(s=0;s<r.length;s++)r[s]&&jn(r[s],e,typeof t.type!="function"||n&&!t.props.__P);!n&&(r=t.__c)&&(r=r.__z)&&(o=De(r,i=[]))&&(r==t.__e&&i.some($t),$t(o),$t(r)),n||$t(t.__e),t.__e=t.__c=t.__=null}function fu(t,e,n){return this.constructor(t,n)}function so(t,e){var n,r,o,i;T.__&&T.__(t,e),e.nodeType==9&&(e=e.documentElement),r=(n=t&&32&t.__u)?null:e.__k,e.__k=Ee(R,{children:[t]}),o=[],i=[],Gn(e,e.__k,r||Fe,Fe,e.namespaceURI,r?null:e.firstChild?Zr.call(e.childNodes):null,o,r?r.__e:e.firstChild,n,i),io(o,e.__k,i),e.__k.props.children=null}T={__e:function(t,e,n,r){for(var o,i,s;e=e.__;)if((o=e.__c)&&!(1&o.__g)){o.__g|=4;try{if((s=(i=o.constructor)&&i.getDerivedStateFromError)&&o.setState(i.getDerivedStateFromError(t)),o.componentDidCatch&&(o.componentDidCatch(t,r||{}),s=1),s&&8&o.__g)return void(o.__g|=2)}catch(a){t=a}}throw Ie=0,t}},Kr=0,ru=function(t){return t!=null&&t.constructor===ue},Bt.prototype.setState=function(t,e){var n=this.__s;n&&n!=this.state||(n=this.__s=Nt({},this.state)),typeof t=="function"&&(t=t(Nt({},n),this.props)),t&&(Nt(n,t),this.__v&&(e&&this.__k.push(e),Wr(this)))},Bt.prototype.forceUpdate=function(t){this.__v&&(this.__g|=4,t&&this.__h.push(t),Wr(this))},Bt.prototype.render=R,bt=[],Ie=0,Yr=function(t,e){return t.__v.__b-e.__v.__b},Le=Symbol(),Jr=/(PointerCapture)$|Capture$/i,Hn=0,Bn={},ou=0;function mu(t){let e=new Set(t.flatMap(({layout:o})=>o?.metrics??[])),n=[...e].filter(o=>!o.includes("_group_")),r=n.map(o=>`metric=${encodeURIComponent(o)}`);return n.length<e.size&&r.join("&").length<=6e3?r:[]}var ao={async fetchRuns(){return(await(await Wn("./runs")).json()).runs},async fetchMetrics(t){let e=mu(t),n=[];for(let o=0;o<t.length;o+=64)n.push(Qn("./metrics",t.slice(o,o+64).map(({run:i})=>i),e));return(await Promise.all(n.map(async o=>(await o)?.arrayBuffer()))).flatMap(o=>o?Xn(o):[])},async fetchReports(t){let e=await Qn("./phases",t);if(!e)return[];let n=await e.json();return"runs"in n?n.runs:[n]},async fetchImages(t){return await(await Wn(`./images?run=${encodeURIComponent(t)}`)).json()},imageUrl({run:t,steps:e,wall_times:n},r,o,i){let s=i?`input&of=${o}`:o;return`./image?run=${encodeURIComponent(t)}&step=${e[r]}&row=${s}&written=${n[r]}`}};async function Qn(t,e,n=[]){if(!e.length)return null;try{return await Wn(`${t}?${[...e.map(r=>`run=${encodeURIComponent(r)}`),...n].join("&")}`)}catch(r){if(!(r instanceof qe&&r.status===404&&e.includes(r.run)))throw r;return Qn(t,e.filter(i=>i!==r.run),n)}}function Xn(t){let e=[];for(let n=0;n<t.byteLength;){let{metrics:r,end:o}=pu(t,n);e.push(r),n=o}return e}function pu(t,e){let n=new DataView(t).getUint32(e,!0),r=JSON.parse(new TextDecoder().decode(new Uint8Array(t,e+4,n))),[o,i,s]=r.shape,[a,c]=[e+4+n,o*i*s];if(a+4*c>t.byteLength)throw new Error(`run ${r.run}: the answer ends before its ${r.shape.join(" x ")} values do`);return{metrics:{...r,values:new Float32Array(t,a,c)},end:a+4*c}}var qe=class extends Error{constructor(n,r,o){super(n);this.status=r;this.run=o}status;run};async function Wn(t){let e=await fetch(t);if(e.ok)return e;let{error:n,run:r}=hu(await e.text());throw new qe(n??`${t}: ${e.status} ${e.statusText}`,e.status,r??"")}function hu(t){try{return JSON.parse(t)}catch{return{}}}function uo(){let t=document.getElementById("phases-data");if(!t)return null;let e=JSON.parse(t.textContent);return{fetchRuns:async()=>e.runs,fetchMetrics:async n=>n.flatMap(({run:r})=>Xn(du(e.metrics[r]))),fetchReports:async n=>n.map(r=>({run:r,rows:e.reports[r]??[]})),fetchImages:async n=>e.images[n]??{run:n,steps:[],wall_times:[],rows:[],num_examples:0,labels:null,error:null},imageUrl:({run:n,steps:r,rows:o},i,s,a)=>e.images[n]?.strips[a?`input/${o[s].input}`:`${r[i]}/${s}`]??""}}function du(t){return Uint8Array.from(atob(t),e=>e.charCodeAt(0)).buffer}var At,U,Kn,lo,Yn=Object.is,ce=0,_o=[],Jn=[],H=T,co=H.__b,fo=H.__r,mo=H.diffed,po=H.__c,ho=H.unmount,go=H.__;function fe(t,e){H.__h&&H.__h(U,t,ce||e),ce=0;var n=U.__H||(U.__H={__:[],__h:[]});return t>=n.__.length&&n.__.push({}),n.__[t]}function I(t){return ce=1,gu(wo,t)}function gu(t,e,n){var r=fe(At++,2);if(r.t=t,!r.__c&&(r.__=[n?n(e):wo(void 0,e),function(i){var s=(r.__N||r.__)[0],a=r.t(s,i);Yn(s,a)||(r.__N=[a,r.__[1]],r.__c.setState({}))}],r.__c=U,!U.__f)){U.__f=!0;var o=U.shouldComponentUpdate;U.shouldComponentUpdate=function(i,s,a){var c=this.__H;if(!c)return!0;var l=!1,f=this.props!=i;if(c.__.some(function(p){p.__N&&(l=!0,Yn(p.__[0],p.__N[0])||(f=!0))}),o){var m=o.call(this,i,s,a);return l?m||f:m}return!l||f}}return r.__}function F(t,e){var n=fe(At++,3);!H.__s&&tr(n.__H,e)&&(n.__P=!0,n.__=t,n.u=e,U.__H.__h.push(n))}function xo(t,e){var n=fe(At++,4);!H.__s&&tr(n.__H,e)&&(n.__P=!1,n.__=t,n.u=e,U.__h.push(n))}function E(t){return ce=5,M(function(){return{current:t}},[])}function M(t,e){var n=fe(At++,7);return tr(n.__H,e)&&(n.__=t(),n.__H=e),n.__}function Ve(t,e){return ce=8,M(function(){return t},e)}function Be(){var t=fe(At++,11);if(!t.__){for(var e=U.__v;!e.__m&&e.__;)e=e.__;var n=e.__m||(e.__m=[0,0]);t.__="P"+n[0]+"-"+n[1]++}return t.__}function yu(){var t;do{for(;t=Jn.shift();)try{le(t)}catch(n){H.__e(n,{__:(t=t.__P)&&t.__v})}for(;t=_o.shift();){var e=t.__H;if(t.__P&&e)try{e.__h.some(le),e.__h.some(Zn),e.__h=[]}catch(n){e.__h=[],H.__e(n,t.__v)}}}while(Jn.length)}H.__b=function(t){U=null,co&&co(t)},H.__=function(t,e){t&&e.__k&&e.__k.__m&&(t.__m=e.__k.__m),go&&go(t,e)},H.__r=function(t){fo&&fo(t),At=0;var e=(U=t.__c).__H;e&&(Kn==U?U.__h=[]:(e.__h.some(le),e.__h.some(Zn),At=0),e.__h=[],e.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),Kn=U},H.diffed=function(t){mo&&mo(t);var e=t.__c;e&&e.__H&&(e.__H.__h.length&&bo(_o.push(e)),e.__H.__.some(function(n){n.u&&(n.__H=n.u)})),Kn=U=null},H.__c=function(t,e){e.some(function(n){try{n.__h.some(le),n.__h=n.__h.filter(function(r){return!r.__||Zn(r)})}catch(r){n.__h=[function(){throw r}]}}),po&&po(t,e)},H.unmount=function(t){ho&&ho(t);var e,n,r=t.__c;r&&r.__H&&(r.__H.__.some(function(o){try{if(o.__P&&o.__c){if(n===void 0){for(n=t.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}o.__P=n,bo(Jn.push(o))}else le(o)}catch(i){e=i}}),r.__H=void 0,e&&H.__e(e,r.__v))};var yo=typeof requestAnimationFrame=="function";function bu(t){var e,n=function(){clearTimeout(r),yo&&cancelAnimationFrame(e),setTimeout(t)},r=setTimeout(n,35);yo&&(e=requestAnimationFrame(n))}function bo(t){t!=1&&lo==H.requestAnimationFrame||((lo=H.requestAnimationFrame)||bu)(yu)}function le(t){var e=U,n=t.__c;typeof n=="function"&&(t.__c=void 0,n()),U=e}function Zn(t){var e=U;t.__c=t.__(),U=e}function tr(t,e){return!t||t.length!=e.length||e.some(function(n,r){return!Yn(n,t[r])})}function wo(t,e){return typeof e=="function"?e(t):e}var He="p.phases.";function ko(t){let e={};for(let n of t.replace(/^#/,"").split("&")){let r=n.indexOf("=");r>0&&n.startsWith(He)&&(e[vo(n.slice(He.length,r))]=vo(n.slice(r+1)))}return e}function Mo(t,e){let n=t.replace(/^#/,"").split("&").filter(o=>o!==""&&!o.startsWith(He)),r=Object.entries(e).map(([o,i])=>`${He}${o}=${encodeURIComponent(i)}`);return"#"+[...n,...r].join("&")}function er(t){return/^#phases(&|$)/.test(t)}function vo(t){try{return decodeURIComponent(t)}catch{return t}}function Ue(){try{return window.parent.document.body,window.parent}catch{return window}}function nr(){return window.parent===window}function So(){if(nr()){let n=matchMedia("(prefers-color-scheme: dark)"),r=()=>{document.documentElement.dataset.theme=n.matches?"dark":"light"};n.addEventListener("change",r),r();return}let t=Ue().document.body,e=()=>{document.documentElement.dataset.theme=t.classList.contains("dark-mode")?"dark":"light"};new MutationObserver(e).observe(t,{attributes:!0,attributeFilter:["class"]}),e()}function xt(){let t=()=>document.documentElement.dataset.theme==="dark"?"dark":"light",[e,n]=I(t);return F(()=>{let r=new MutationObserver(()=>n(t()));return r.observe(document.documentElement,{attributes:!0,attributeFilter:["data-theme"]}),()=>r.disconnect()},[]),e}function rr(){return ko(Ue().location.hash)}function Ro(t){let{location:e,history:n}=Ue();if(!nr()&&!er(e.hash))return;let r=Mo(e.hash,t);if(r!==e.hash)try{n.replaceState(n.state,"",r)}catch{}}function Po(t){let e=Ue(),n=()=>{(nr()||er(e.location.hash))&&t()};return e.addEventListener("hashchange",n),()=>e.removeEventListener("hashchange",n)}var $o=`:root {
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
  --red: #c62f2f;
  --green: #1b7f3b;
  --blue: #1f5fd6;
  --grey: #5d666f;
  --chroma: #b5228c;
  --lost: #6b2f96;
  --gained: #1b7837;
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
  --red: #ff8b80;
  --green: #79d98e;
  --blue: #8ab4ff;
  --grey: #c3c9cf;
  --chroma: #ff93da;
  --lost: #d0a6ef;
  --gained: #83d79a;
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
  flex-wrap: wrap;
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
  margin: 24px 0 14px;
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

/* What is off the screen is neither laid out nor painted. */
.chart {
  content-visibility: auto;
  contain-intrinsic-height: auto 236px;
  overflow-clip-margin: 24px;
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

/* On a layer of its own: it moves without painting the curves below it. */
.cursor {
  visibility: hidden;
  will-change: transform;
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

/* Breakdowns */

/* Lines of many colours have no axis of one of them. */
.lines .axis-title.loss {
  fill: var(--muted);
}

.explanation {
  max-width: 110ch;
  margin: -4px 0 12px;
  color: var(--muted);
}

.note {
  margin: 0 0 8px;
  color: var(--muted);
  overflow-wrap: anywhere;
}

.one-line .companion {
  stroke-width: 1.75;
  opacity: 1;
}

.one-line.muted-line .companion {
  stroke-width: 1;
  opacity: 0.35;
}

.end-label path {
  fill: none;
}

.end-label.muted-line {
  visibility: hidden;
}

[data-lit] .one-line,
[data-lit] .end-label {
  opacity: 0.25;
}

[data-lit] [data-line][data-lit] {
  opacity: 1;
  visibility: visible;
}

[data-lit] .one-line[data-lit] .companion {
  stroke-width: 2.5;
  opacity: 1;
}

.end-label[data-lit] text,
.step-marks text {
  fill: var(--ink);
  paint-order: stroke;
  stroke: var(--background);
  stroke-width: 3px;
  stroke-linejoin: round;
}

.tooltip .tooltip-line {
  color: var(--ink);
  font-weight: 600;
}

.part-title {
  fill: var(--ink);
  font-weight: 600;
}

.dumbbell {
  stroke: var(--gained);
}

.dumbbell.lost {
  stroke: var(--lost);
}

.dumbbell.same {
  stroke: var(--muted);
}

.way-between {
  stroke-width: 3;
  opacity: 0.55;
}

.dumbbell text {
  stroke: none;
}

.dumbbell .before {
  fill: var(--background);
  stroke-width: 1.75;
}

.dumbbell .after,
.dumbbell .change {
  fill: var(--gained);
  stroke: none;
}

.dumbbell.lost .after,
.dumbbell.lost .change {
  fill: var(--lost);
}

.dumbbell.same .after,
.dumbbell.same .change {
  fill: var(--muted);
}

.dumbbell .change {
  font-weight: 600;
}

.grid-map .on-weak {
  fill: var(--ink);
}

.grid-map .on-strong {
  fill: var(--background);
}

.grid-map .missing {
  fill: var(--surface);
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
  stroke-linejoin: bevel;
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
  opacity: 0.5;
}

/* Names lie on the ways of other layers. */
.ends text {
  paint-order: stroke;
  stroke: var(--background);
  stroke-width: 3px;
  stroke-linejoin: round;
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
  margin: 0 0 6px;
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
}

/* Around the white ring, which would vanish on the page beyond the last cell. */
.heat-map .rim {
  fill: none;
  stroke: #0009;
  stroke-width: 3.5;
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

.minima th {
  padding-right: 16px;
  white-space: normal;
  vertical-align: bottom;
}

.minima th button {
  text-align: inherit;
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
`;function Ct(t,e){return t==null||e==null?NaN:t<e?-1:t>e?1:t>=e?0:NaN}function xu(t,e){return t==null||e==null?NaN:e<t?-1:e>t?1:e>=t?0:NaN}function No(t){let e,n,r;t.length!==2?(e=Ct,n=(a,c)=>Ct(t(a),c),r=(a,c)=>t(a)-c):(e=t===Ct||t===xu?t:wu,n=t,r=t);function o(a,c,l=0,f=a.length){if(l<f){if(e(c,c)!==0)return f;do{let m=l+f>>>1;n(a[m],c)<0?l=m+1:f=m}while(l<f)}return l}function i(a,c,l=0,f=a.length){if(l<f){if(e(c,c)!==0)return f;do{let m=l+f>>>1;n(a[m],c)<=0?l=m+1:f=m}while(l<f)}return l}function s(a,c,l=0,f=a.length){let m=o(a,c,l,f-1);return m>l&&r(a[m-1],c)>-r(a[m],c)?m-1:m}return{left:o,center:s,right:i}}function wu(){return 0}function vu(t){return t===null?NaN:+t}function*ku(t,e){if(e===void 0)for(let n of t)n!=null&&(n=+n)>=n&&(yield n);else{let n=-1;for(let r of t)(r=e(r,++n,t))!=null&&(r=+r)>=r&&(yield r)}}var Ao=No(Ct),Co=Ao.right,Vm=Ao.left,Bm=No(vu).center;var Hm=To(Lo),Um=To(Mu);function To(t){return function(e,n,r=n){if(!((n=+n)>=0))throw new RangeError("invalid rx");if(!((r=+r)>=0))throw new RangeError("invalid ry");let{data:o,width:i,height:s}=e;if(!((i=Math.floor(i))>=0))throw new RangeError("invalid width");if(!((s=Math.floor(s!==void 0?s:o.length/i))>=0))throw new RangeError("invalid height");if(!i||!s||!n&&!r)return e;let a=n&&t(n),c=r&&t(r),l=o.slice();return a&&c?(Ht(a,l,o,i,s),Ht(a,o,l,i,s),Ht(a,l,o,i,s),Ut(c,o,l,i,s),Ut(c,l,o,i,s),Ut(c,o,l,i,s)):a?(Ht(a,o,l,i,s),Ht(a,l,o,i,s),Ht(a,o,l,i,s)):c&&(Ut(c,o,l,i,s),Ut(c,l,o,i,s),Ut(c,o,l,i,s)),e}}function Ht(t,e,n,r,o){for(let i=0,s=r*o;i<s;)t(e,n,i,i+=r,1)}function Ut(t,e,n,r,o){for(let i=0,s=r*o;i<r;++i)t(e,n,i,i+s,r)}function Mu(t){let e=Lo(t);return(n,r,o,i,s)=>{o<<=2,i<<=2,s<<=2,e(n,r,o+0,i+0,s),e(n,r,o+1,i+1,s),e(n,r,o+2,i+2,s),e(n,r,o+3,i+3,s)}}function Lo(t){let e=Math.floor(t);if(e===t)return Su(t);let n=t-e,r=2*t+1;return(o,i,s,a,c)=>{if(!((a-=c)>=s))return;let l=e*i[s],f=c*e,m=f+c;for(let p=s,h=s+f;p<h;p+=c)l+=i[Math.min(a,p)];for(let p=s,h=a;p<=h;p+=c)l+=i[Math.min(a,p+f)],o[p]=(l+n*(i[Math.max(s,p-m)]+i[Math.min(a,p+m)]))/r,l-=i[Math.max(s,p-f)]}}function Su(t){let e=2*t+1;return(n,r,o,i,s)=>{if(!((i-=s)>=o))return;let a=t*r[o],c=s*t;for(let l=o,f=o+c;l<f;l+=s)a+=r[Math.min(i,l)];for(let l=o,f=i;l<=f;l+=s)a+=r[Math.min(i,l+c)],n[l]=a/e,a-=r[Math.max(o,l-c)]}}function Ru(t=Ct){if(t===Ct)return Eo;if(typeof t!="function")throw new TypeError("compare is not a function");return(e,n)=>{let r=t(e,n);return r||r===0?r:(t(n,n)===0)-(t(e,e)===0)}}function Eo(t,e){return(t==null||!(t>=t))-(e==null||!(e>=e))||(t<e?-1:t>e?1:0)}var Pu=Array.prototype,Gm=Pu.slice;var $u=Math.sqrt(50),Nu=Math.sqrt(10),Au=Math.sqrt(2);function Ge(t,e,n){let r=(e-t)/Math.max(0,n),o=Math.floor(Math.log10(r)),i=r/Math.pow(10,o),s=i>=$u?10:i>=Nu?5:i>=Au?2:1,a,c,l;return o<0?(l=Math.pow(10,-o)/s,a=Math.round(t*l),c=Math.round(e*l),a/l<t&&++a,c/l>e&&--c,l=-l):(l=Math.pow(10,o)*s,a=Math.round(t/l),c=Math.round(e/l),a*l<t&&++a,c*l>e&&--c),c<a&&.5<=n&&n<2?Ge(t,e,n*2):[a,c,l]}function je(t,e,n){if(e=+e,t=+t,n=+n,!(n>0))return[];if(t===e)return[t];let r=e<t,[o,i,s]=r?Ge(e,t,n):Ge(t,e,n);if(!(i>=o))return[];let a=i-o+1,c=new Array(a);if(r)if(s<0)for(let l=0;l<a;++l)c[l]=(i-l)/-s;else for(let l=0;l<a;++l)c[l]=(i-l)*s;else if(s<0)for(let l=0;l<a;++l)c[l]=(o+l)/-s;else for(let l=0;l<a;++l)c[l]=(o+l)*s;return c}function ze(t,e,n){return e=+e,t=+t,n=+n,Ge(t,e,n)[2]}function Do(t,e,n){e=+e,t=+t,n=+n;let r=e<t,o=r?ze(e,t,n):ze(t,e,n);return(r?-1:1)*(o<0?1/-o:o)}function pe(t,e){let n;if(e===void 0)for(let r of t)r!=null&&(n<r||n===void 0&&r>=r)&&(n=r);else{let r=-1;for(let o of t)(o=e(o,++r,t))!=null&&(n<o||n===void 0&&o>=o)&&(n=o)}return n}function he(t,e){let n;if(e===void 0)for(let r of t)r!=null&&(n>r||n===void 0&&r>=r)&&(n=r);else{let r=-1;for(let o of t)(o=e(o,++r,t))!=null&&(n>o||n===void 0&&o>=o)&&(n=o)}return n}function Io(t,e,n=0,r=1/0,o){if(e=Math.floor(e),n=Math.floor(Math.max(0,n)),r=Math.floor(Math.min(t.length-1,r)),!(n<=e&&e<=r))return t;for(o=o===void 0?Eo:Ru(o);r>n;){if(r-n>600){let c=r-n+1,l=e-n+1,f=Math.log(c),m=.5*Math.exp(2*f/3),p=.5*Math.sqrt(f*m*(c-m)/c)*(l-c/2<0?-1:1),h=Math.max(n,Math.floor(e-l*m/c+p)),d=Math.min(r,Math.floor(e+(c-l)*m/c+p));Io(t,e,h,d,o)}let i=t[e],s=n,a=r;for(me(t,n,e),o(t[r],i)>0&&me(t,n,r);s<a;){for(me(t,s,a),++s,--a;o(t[s],i)<0;)++s;for(;o(t[a],i)>0;)--a}o(t[n],i)===0?me(t,n,a):(++a,me(t,a,r)),a<=e&&(n=a+1),e<=a&&(r=a-1)}return t}function me(t,e,n){let r=t[e];t[e]=t[n],t[n]=r}function Fo(t,e,n){if(t=Float64Array.from(ku(t,n)),!(!(r=t.length)||isNaN(e=+e))){if(e<=0||r<2)return he(t);if(e>=1)return pe(t);var r,o=(r-1)*e,i=Math.floor(o),s=pe(Io(t,i).subarray(0,i+1)),a=he(t.subarray(i+1));return s+(a-s)*(o-i)}}function Oo(t,e){let n=0,r=0;if(e===void 0)for(let o of t)o!=null&&(o=+o)>=o&&(++n,r+=o);else{let o=-1;for(let i of t)(i=e(i,++o,t))!=null&&(i=+i)>=i&&(++n,r+=i)}if(n)return r/n}function qo(t,e){return Fo(t,.5,e)}var zm=Cu(Math.random);function Cu(t){return function(n,r=0,o=n.length){let i=o-(r=+r);for(;i;){let s=t()*i--|0,a=n[i+r];n[i+r]=n[s+r],n[s+r]=a}return n}}function Qt(t,e,n){t.prototype=e.prototype=n,n.constructor=t}function ye(t,e){var n=Object.create(t.prototype);for(var r in e)n[r]=e[r];return n}function wt(){}var Dt=.7,jt=1/Dt,Gt="\\s*([+-]?\\d+)\\s*",de="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)\\s*",ot="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)%\\s*",Tu=/^#([0-9a-f]{3,8})$/,Lu=new RegExp(`^rgb\\(${Gt},${Gt},${Gt}\\)$`),Eu=new RegExp(`^rgb\\(${ot},${ot},${ot}\\)$`),Du=new RegExp(`^rgba\\(${Gt},${Gt},${Gt},${de}\\)$`),Iu=new RegExp(`^rgba\\(${ot},${ot},${ot},${de}\\)$`),Fu=new RegExp(`^hsl\\(${de},${ot},${ot}\\)$`),Ou=new RegExp(`^hsla\\(${de},${ot},${ot},${de}\\)$`),Vo={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074};Qt(wt,Wt,{copy(t){return Object.assign(new this.constructor,this,t)},displayable(){return this.rgb().displayable()},hex:Bo,formatHex:Bo,formatHex8:qu,formatHsl:Vu,formatRgb:Ho,toString:Ho});function Bo(){return this.rgb().formatHex()}function qu(){return this.rgb().formatHex8()}function Vu(){return Yo(this).formatHsl()}function Ho(){return this.rgb().formatRgb()}function Wt(t){var e,n;return t=(t+"").trim().toLowerCase(),(e=Tu.exec(t))?(n=e[1].length,e=parseInt(e[1],16),n===6?Uo(e):n===3?new W(e>>8&15|e>>4&240,e>>4&15|e&240,(e&15)<<4|e&15,1):n===8?Qe(e>>24&255,e>>16&255,e>>8&255,(e&255)/255):n===4?Qe(e>>12&15|e>>8&240,e>>8&15|e>>4&240,e>>4&15|e&240,((e&15)<<4|e&15)/255):null):(e=Lu.exec(t))?new W(e[1],e[2],e[3],1):(e=Eu.exec(t))?new W(e[1]*255/100,e[2]*255/100,e[3]*255/100,1):(e=Du.exec(t))?Qe(e[1],e[2],e[3],e[4]):(e=Iu.exec(t))?Qe(e[1]*255/100,e[2]*255/100,e[3]*255/100,e[4]):(e=Fu.exec(t))?jo(e[1],e[2]/100,e[3]/100,1):(e=Ou.exec(t))?jo(e[1],e[2]/100,e[3]/100,e[4]):Vo.hasOwnProperty(t)?Uo(Vo[t]):t==="transparent"?new W(NaN,NaN,NaN,0):null}function Uo(t){return new W(t>>16&255,t>>8&255,t&255,1)}function Qe(t,e,n,r){return r<=0&&(t=e=n=NaN),new W(t,e,n,r)}function lr(t){return t instanceof wt||(t=Wt(t)),t?(t=t.rgb(),new W(t.r,t.g,t.b,t.opacity)):new W}function be(t,e,n,r){return arguments.length===1?lr(t):new W(t,e,n,r??1)}function W(t,e,n,r){this.r=+t,this.g=+e,this.b=+n,this.opacity=+r}Qt(W,be,ye(wt,{brighter(t){return t=t==null?jt:Math.pow(jt,t),new W(this.r*t,this.g*t,this.b*t,this.opacity)},darker(t){return t=t==null?Dt:Math.pow(Dt,t),new W(this.r*t,this.g*t,this.b*t,this.opacity)},rgb(){return this},clamp(){return new W(Lt(this.r),Lt(this.g),Lt(this.b),Xe(this.opacity))},displayable(){return-.5<=this.r&&this.r<255.5&&-.5<=this.g&&this.g<255.5&&-.5<=this.b&&this.b<255.5&&0<=this.opacity&&this.opacity<=1},hex:Go,formatHex:Go,formatHex8:Bu,formatRgb:zo,toString:zo}));function Go(){return`#${Tt(this.r)}${Tt(this.g)}${Tt(this.b)}`}function Bu(){return`#${Tt(this.r)}${Tt(this.g)}${Tt(this.b)}${Tt((isNaN(this.opacity)?1:this.opacity)*255)}`}function zo(){let t=Xe(this.opacity);return`${t===1?"rgb(":"rgba("}${Lt(this.r)}, ${Lt(this.g)}, ${Lt(this.b)}${t===1?")":`, ${t})`}`}function Xe(t){return isNaN(t)?1:Math.max(0,Math.min(1,t))}function Lt(t){return Math.max(0,Math.min(255,Math.round(t)||0))}function Tt(t){return t=Lt(t),(t<16?"0":"")+t.toString(16)}function jo(t,e,n,r){return r<=0?t=e=n=NaN:n<=0||n>=1?t=e=NaN:e<=0&&(t=NaN),new nt(t,e,n,r)}function Yo(t){if(t instanceof nt)return new nt(t.h,t.s,t.l,t.opacity);if(t instanceof wt||(t=Wt(t)),!t)return new nt;if(t instanceof nt)return t;t=t.rgb();var e=t.r/255,n=t.g/255,r=t.b/255,o=Math.min(e,n,r),i=Math.max(e,n,r),s=NaN,a=i-o,c=(i+o)/2;return a?(e===i?s=(n-r)/a+(n<r)*6:n===i?s=(r-e)/a+2:s=(e-n)/a+4,a/=c<.5?i+o:2-i-o,s*=60):a=c>0&&c<1?0:s,new nt(s,a,c,t.opacity)}function Ye(t,e,n,r){return arguments.length===1?Yo(t):new nt(t,e,n,r??1)}function nt(t,e,n,r){this.h=+t,this.s=+e,this.l=+n,this.opacity=+r}Qt(nt,Ye,ye(wt,{brighter(t){return t=t==null?jt:Math.pow(jt,t),new nt(this.h,this.s,this.l*t,this.opacity)},darker(t){return t=t==null?Dt:Math.pow(Dt,t),new nt(this.h,this.s,this.l*t,this.opacity)},rgb(){var t=this.h%360+(this.h<0)*360,e=isNaN(t)||isNaN(this.s)?0:this.s,n=this.l,r=n+(n<.5?n:1-n)*e,o=2*n-r;return new W(or(t>=240?t-240:t+120,o,r),or(t,o,r),or(t<120?t+240:t-120,o,r),this.opacity)},clamp(){return new nt(Qo(this.h),We(this.s),We(this.l),Xe(this.opacity))},displayable(){return(0<=this.s&&this.s<=1||isNaN(this.s))&&0<=this.l&&this.l<=1&&0<=this.opacity&&this.opacity<=1},formatHsl(){let t=Xe(this.opacity);return`${t===1?"hsl(":"hsla("}${Qo(this.h)}, ${We(this.s)*100}%, ${We(this.l)*100}%${t===1?")":`, ${t})`}`}}));function Qo(t){return t=(t||0)%360,t<0?t+360:t}function We(t){return Math.max(0,Math.min(1,t||0))}function or(t,e,n){return(t<60?e+(n-e)*t/60:t<180?n:t<240?e+(n-e)*(240-t)/60:e)*255}var Jo=Math.PI/180,Zo=180/Math.PI,Ke=18,ti=.96422,ei=1,ni=.82521,ri=4/29,zt=6/29,oi=3*zt*zt,Hu=zt*zt*zt;function ii(t){if(t instanceof it)return new it(t.l,t.a,t.b,t.opacity);if(t instanceof ft)return ai(t);t instanceof W||(t=lr(t));var e=ur(t.r),n=ur(t.g),r=ur(t.b),o=ir((.2225045*e+.7168786*n+.0606169*r)/ei),i,s;return e===n&&n===r?i=s=o:(i=ir((.4360747*e+.3850649*n+.1430804*r)/ti),s=ir((.0139322*e+.0971045*n+.7141733*r)/ni)),new it(116*o-16,500*(i-o),200*(o-s),t.opacity)}function si(t,e,n,r){return arguments.length===1?ii(t):new it(t,e,n,r??1)}function it(t,e,n,r){this.l=+t,this.a=+e,this.b=+n,this.opacity=+r}Qt(it,si,ye(wt,{brighter(t){return new it(this.l+Ke*(t??1),this.a,this.b,this.opacity)},darker(t){return new it(this.l-Ke*(t??1),this.a,this.b,this.opacity)},rgb(){var t=(this.l+16)/116,e=isNaN(this.a)?t:t+this.a/500,n=isNaN(this.b)?t:t-this.b/200;return e=ti*sr(e),t=ei*sr(t),n=ni*sr(n),new W(ar(3.1338561*e-1.6168667*t-.4906146*n),ar(-.9787684*e+1.9161415*t+.033454*n),ar(.0719453*e-.2289914*t+1.4052427*n),this.opacity)}}));function ir(t){return t>Hu?Math.pow(t,1/3):t/oi+ri}function sr(t){return t>zt?t*t*t:oi*(t-ri)}function ar(t){return 255*(t<=.0031308?12.92*t:1.055*Math.pow(t,1/2.4)-.055)}function ur(t){return(t/=255)<=.04045?t/12.92:Math.pow((t+.055)/1.055,2.4)}function Uu(t){if(t instanceof ft)return new ft(t.h,t.c,t.l,t.opacity);if(t instanceof it||(t=ii(t)),t.a===0&&t.b===0)return new ft(NaN,0<t.l&&t.l<100?0:NaN,t.l,t.opacity);var e=Math.atan2(t.b,t.a)*Zo;return new ft(e<0?e+360:e,Math.sqrt(t.a*t.a+t.b*t.b),t.l,t.opacity)}function Je(t,e,n,r){return arguments.length===1?Uu(t):new ft(t,e,n,r??1)}function ft(t,e,n,r){this.h=+t,this.c=+e,this.l=+n,this.opacity=+r}function ai(t){if(isNaN(t.h))return new it(t.l,0,0,t.opacity);var e=t.h*Jo;return new it(t.l,Math.cos(e)*t.c,Math.sin(e)*t.c,t.opacity)}Qt(ft,Je,ye(wt,{brighter(t){return new ft(this.h,this.c,this.l+Ke*(t??1),this.opacity)},darker(t){return new ft(this.h,this.c,this.l-Ke*(t??1),this.opacity)},rgb(){return ai(this).rgb()}}));var ui=-.14861,cr=1.78277,fr=-.29227,Ze=-.90649,ge=1.97294,Wo=ge*Ze,Xo=ge*cr,Ko=cr*fr-Ze*ui;function Gu(t){if(t instanceof Et)return new Et(t.h,t.s,t.l,t.opacity);t instanceof W||(t=lr(t));var e=t.r/255,n=t.g/255,r=t.b/255,o=(Ko*r+Wo*e-Xo*n)/(Ko+Wo-Xo),i=r-o,s=(ge*(n-o)-fr*i)/Ze,a=Math.sqrt(s*s+i*i)/(ge*o*(1-o)),c=a?Math.atan2(s,i)*Zo-120:NaN;return new Et(c<0?c+360:c,a,o,t.opacity)}function tn(t,e,n,r){return arguments.length===1?Gu(t):new Et(t,e,n,r??1)}function Et(t,e,n,r){this.h=+t,this.s=+e,this.l=+n,this.opacity=+r}Qt(Et,tn,ye(wt,{brighter(t){return t=t==null?jt:Math.pow(jt,t),new Et(this.h,this.s,this.l*t,this.opacity)},darker(t){return t=t==null?Dt:Math.pow(Dt,t),new Et(this.h,this.s,this.l*t,this.opacity)},rgb(){var t=isNaN(this.h)?0:(this.h+120)*Jo,e=+this.l,n=isNaN(this.s)?0:this.s*e*(1-e),r=Math.cos(t),o=Math.sin(t);return new W(255*(e+n*(ui*r+cr*o)),255*(e+n*(fr*r+Ze*o)),255*(e+n*(ge*r)),this.opacity)}}));function mi(t,e,n,r,o){var i=t*t,s=i*t;return((1-3*t+3*i-s)*e+(4-6*i+3*s)*n+(1+3*t+3*i-3*s)*r+s*o)/6}function zu(t){var e=t.length-1;return function(n){var r=n<=0?n=0:n>=1?(n=1,e-1):Math.floor(n*e),o=t[r],i=t[r+1],s=r>0?t[r-1]:2*o-i,a=r<e-1?t[r+2]:2*i-o;return mi((n-r/e)*e,s,o,i,a)}}function ju(t){var e=t.length;return function(n){var r=Math.floor(((n%=1)<0?++n:n)*e),o=t[(r+e-1)%e],i=t[r%e],s=t[(r+1)%e],a=t[(r+2)%e];return mi((n-r/e)*e,o,i,s,a)}}var nn=t=>()=>t;function pi(t,e){return function(n){return t+n*e}}function Qu(t,e,n){return t=Math.pow(t,n),e=Math.pow(e,n)-t,n=1/n,function(r){return Math.pow(t+r*e,n)}}function dr(t,e){var n=e-t;return n?pi(t,n>180||n<-180?n-360*Math.round(n/360):n):nn(isNaN(t)?e:t)}function Wu(t){return(t=+t)==1?Y:function(e,n){return n-e?Qu(e,n,t):nn(isNaN(e)?n:e)}}function Y(t,e){var n=e-t;return n?pi(t,n):nn(isNaN(t)?e:t)}var li=(function t(e){var n=Wu(e);function r(o,i){var s=n((o=be(o)).r,(i=be(i)).r),a=n(o.g,i.g),c=n(o.b,i.b),l=Y(o.opacity,i.opacity);return function(f){return o.r=s(f),o.g=a(f),o.b=c(f),o.opacity=l(f),o+""}}return r.gamma=t,r})(1);function hi(t){return function(e){var n=e.length,r=new Array(n),o=new Array(n),i=new Array(n),s,a;for(s=0;s<n;++s)a=be(e[s]),r[s]=a.r||0,o[s]=a.g||0,i[s]=a.b||0;return r=t(r),o=t(o),i=t(i),a.opacity=1,function(c){return a.r=r(c),a.g=o(c),a.b=i(c),a+""}}}var Xm=hi(zu),Km=hi(ju);function Xu(t,e){e||(e=[]);var n=t?Math.min(e.length,t.length):0,r=e.slice(),o;return function(i){for(o=0;o<n;++o)r[o]=t[o]*(1-i)+e[o]*i;return r}}function Ku(t){return ArrayBuffer.isView(t)&&!(t instanceof DataView)}function Yu(t,e){var n=e?e.length:0,r=t?Math.min(n,t.length):0,o=new Array(r),i=new Array(n),s;for(s=0;s<r;++s)o[s]=rn(t[s],e[s]);for(;s<n;++s)i[s]=e[s];return function(a){for(s=0;s<r;++s)i[s]=o[s](a);return i}}function Ju(t,e){var n=new Date;return t=+t,e=+e,function(r){return n.setTime(t*(1-r)+e*r),n}}function rt(t,e){return t=+t,e=+e,function(n){return t*(1-n)+e*n}}function Zu(t,e){var n={},r={},o;(t===null||typeof t!="object")&&(t={}),(e===null||typeof e!="object")&&(e={});for(o in e)o in t?n[o]=rn(t[o],e[o]):r[o]=e[o];return function(i){for(o in n)r[o]=n[o](i);return r}}var pr=/[-+]?(?:\d+\.?\d*|\.?\d+)(?:[eE][-+]?\d+)?/g,mr=new RegExp(pr.source,"g");function tl(t){return function(){return t}}function el(t){return function(e){return t(e)+""}}function nl(t,e){var n=pr.lastIndex=mr.lastIndex=0,r,o,i,s=-1,a=[],c=[];for(t=t+"",e=e+"";(r=pr.exec(t))&&(o=mr.exec(e));)(i=o.index)>n&&(i=e.slice(n,i),a[s]?a[s]+=i:a[++s]=i),(r=r[0])===(o=o[0])?a[s]?a[s]+=o:a[++s]=o:(a[++s]=null,c.push({i:s,x:rt(r,o)})),n=mr.lastIndex;return n<e.length&&(i=e.slice(n),a[s]?a[s]+=i:a[++s]=i),a.length<2?c[0]?el(c[0].x):tl(e):(e=c.length,function(l){for(var f=0,m;f<e;++f)a[(m=c[f]).i]=m.x(l);return a.join("")})}function rn(t,e){var n=typeof e,r;return e==null||n==="boolean"?nn(e):(n==="number"?rt:n==="string"?(r=Wt(e))?(e=r,li):nl:e instanceof Wt?li:e instanceof Date?Ju:Ku(e)?Xu:Array.isArray(e)?Yu:typeof e.valueOf!="function"&&typeof e.toString!="function"||isNaN(e)?Zu:rt)(t,e)}function di(t,e){return t=+t,e=+e,function(n){return Math.round(t*(1-n)+e*n)}}var ci=180/Math.PI,hr={translateX:0,translateY:0,rotate:0,skewX:0,scaleX:1,scaleY:1};function gi(t,e,n,r,o,i){var s,a,c;return(s=Math.sqrt(t*t+e*e))&&(t/=s,e/=s),(c=t*n+e*r)&&(n-=t*c,r-=e*c),(a=Math.sqrt(n*n+r*r))&&(n/=a,r/=a,c/=a),t*r<e*n&&(t=-t,e=-e,c=-c,s=-s),{translateX:o,translateY:i,rotate:Math.atan2(e,t)*ci,skewX:Math.atan(c)*ci,scaleX:s,scaleY:a}}var en;function rl(t){let e=new(typeof DOMMatrix=="function"?DOMMatrix:WebKitCSSMatrix)(t+"");return e.isIdentity?hr:gi(e.a,e.b,e.c,e.d,e.e,e.f)}function ol(t){return t==null||(en||(en=document.createElementNS("http://www.w3.org/2000/svg","g")),en.setAttribute("transform",t),!(t=en.transform.baseVal.consolidate()))?hr:(t=t.matrix,gi(t.a,t.b,t.c,t.d,t.e,t.f))}function yi(t,e,n,r){function o(l){return l.length?l.pop()+" ":""}function i(l,f,m,p,h,d){if(l!==m||f!==p){var g=h.push("translate(",null,e,null,n);d.push({i:g-4,x:rt(l,m)},{i:g-2,x:rt(f,p)})}else(m||p)&&h.push("translate("+m+e+p+n)}function s(l,f,m,p){l!==f?(l-f>180?f+=360:f-l>180&&(l+=360),p.push({i:m.push(o(m)+"rotate(",null,r)-2,x:rt(l,f)})):f&&m.push(o(m)+"rotate("+f+r)}function a(l,f,m,p){l!==f?p.push({i:m.push(o(m)+"skewX(",null,r)-2,x:rt(l,f)}):f&&m.push(o(m)+"skewX("+f+r)}function c(l,f,m,p,h,d){if(l!==m||f!==p){var g=h.push(o(h)+"scale(",null,",",null,")");d.push({i:g-4,x:rt(l,m)},{i:g-2,x:rt(f,p)})}else(m!==1||p!==1)&&h.push(o(h)+"scale("+m+","+p+")")}return function(l,f){var m=[],p=[];return l=t(l),f=t(f),i(l.translateX,l.translateY,f.translateX,f.translateY,m,p),s(l.rotate,f.rotate,m,p),a(l.skewX,f.skewX,m,p),c(l.scaleX,l.scaleY,f.scaleX,f.scaleY,m,p),l=f=null,function(h){for(var d=-1,g=p.length,y;++d<g;)m[(y=p[d]).i]=y.x(h);return m.join("")}}}var Ym=yi(rl,"px, ","px)","deg)"),Jm=yi(ol,", ",")",")"),il=1e-12;function fi(t){return((t=Math.exp(t))+1/t)/2}function sl(t){return((t=Math.exp(t))-1/t)/2}function al(t){return((t=Math.exp(2*t))-1)/(t+1)}var Zm=(function t(e,n,r){function o(i,s){var a=i[0],c=i[1],l=i[2],f=s[0],m=s[1],p=s[2],h=f-a,d=m-c,g=h*h+d*d,y,b;if(g<il)b=Math.log(p/l)/e,y=function($){return[a+$*h,c+$*d,l*Math.exp(e*$*b)]};else{var _=Math.sqrt(g),k=(p*p-l*l+r*g)/(2*l*n*_),x=(p*p-l*l-r*g)/(2*p*n*_),v=Math.log(Math.sqrt(k*k+1)-k),P=Math.log(Math.sqrt(x*x+1)-x);b=(P-v)/e,y=function($){var A=$*b,O=fi(v),C=l/(n*_)*(O*al(e*A+v)-sl(v));return[a+C*h,c+C*d,l*O/fi(e*A+v)]}}return y.duration=Math.abs(b)*1e3*e/Math.SQRT2,y}return o.rho=function(i){var s=Math.max(.001,+i),a=s*s,c=a*a;return t(s,a,c)},o})(Math.SQRT2,2,4);function bi(t){return function(e,n){var r=t((e=Ye(e)).h,(n=Ye(n)).h),o=Y(e.s,n.s),i=Y(e.l,n.l),s=Y(e.opacity,n.opacity);return function(a){return e.h=r(a),e.s=o(a),e.l=i(a),e.opacity=s(a),e+""}}}var tp=bi(dr),ep=bi(Y);function _i(t){return function(e,n){var r=t((e=Je(e)).h,(n=Je(n)).h),o=Y(e.c,n.c),i=Y(e.l,n.l),s=Y(e.opacity,n.opacity);return function(a){return e.h=r(a),e.c=o(a),e.l=i(a),e.opacity=s(a),e+""}}}var np=_i(dr),rp=_i(Y);function xi(t){return(function e(n){n=+n;function r(o,i){var s=t((o=tn(o)).h,(i=tn(i)).h),a=Y(o.s,i.s),c=Y(o.l,i.l),l=Y(o.opacity,i.opacity);return function(f){return o.h=s(f),o.s=a(f),o.l=c(Math.pow(f,n)),o.opacity=l(f),o+""}}return r.gamma=e,r})(1)}var op=xi(dr),ip=xi(Y);function ul(t){return Math.abs(t=Math.round(t))>=1e21?t.toLocaleString("en").replace(/,/g,""):t.toString(10)}function sn(t,e){if(!isFinite(t)||t===0)return null;var n=(t=e?t.toExponential(e-1):t.toExponential()).indexOf("e"),r=t.slice(0,n);return[r.length>1?r[0]+r.slice(2):r,+t.slice(n+1)]}function Xt(t){return t=sn(Math.abs(t)),t?t[1]:NaN}function ll(t,e){return function(n,r){for(var o=n.length,i=[],s=0,a=t[0],c=0;o>0&&a>0&&(c+a+1>r&&(a=Math.max(1,r-c)),i.push(n.substring(o-=a,o+a)),!((c+=a+1)>r));)a=t[s=(s+1)%t.length];return i.reverse().join(e)}}function cl(t){return function(e){return e.replace(/[0-9]/g,function(n){return t[+n]})}}var fl=/^(?:(.)?([<>=^]))?([+\-( ])?([$#])?(0)?(\d+)?(,)?(\.\d+)?(~)?([a-z%])?$/i;function Kt(t){if(!(e=fl.exec(t)))throw new Error("invalid format: "+t);var e;return new gr({fill:e[1],align:e[2],sign:e[3],symbol:e[4],zero:e[5],width:e[6],comma:e[7],precision:e[8]&&e[8].slice(1),trim:e[9],type:e[10]})}Kt.prototype=gr.prototype;function gr(t){this.fill=t.fill===void 0?" ":t.fill+"",this.align=t.align===void 0?">":t.align+"",this.sign=t.sign===void 0?"-":t.sign+"",this.symbol=t.symbol===void 0?"":t.symbol+"",this.zero=!!t.zero,this.width=t.width===void 0?void 0:+t.width,this.comma=!!t.comma,this.precision=t.precision===void 0?void 0:+t.precision,this.trim=!!t.trim,this.type=t.type===void 0?"":t.type+""}gr.prototype.toString=function(){return this.fill+this.align+this.sign+this.symbol+(this.zero?"0":"")+(this.width===void 0?"":Math.max(1,this.width|0))+(this.comma?",":"")+(this.precision===void 0?"":"."+Math.max(0,this.precision|0))+(this.trim?"~":"")+this.type};function ml(t){t:for(var e=t.length,n=1,r=-1,o;n<e;++n)switch(t[n]){case".":r=o=n;break;case"0":r===0&&(r=n),o=n;break;default:if(!+t[n])break t;r>0&&(r=0);break}return r>0?t.slice(0,r)+t.slice(o+1):t}var an;function pl(t,e){var n=sn(t,e);if(!n)return an=void 0,t.toPrecision(e);var r=n[0],o=n[1],i=o-(an=Math.max(-8,Math.min(8,Math.floor(o/3)))*3)+1,s=r.length;return i===s?r:i>s?r+new Array(i-s+1).join("0"):i>0?r.slice(0,i)+"."+r.slice(i):"0."+new Array(1-i).join("0")+sn(t,Math.max(0,e+i-1))[0]}function wi(t,e){var n=sn(t,e);if(!n)return t+"";var r=n[0],o=n[1];return o<0?"0."+new Array(-o).join("0")+r:r.length>o+1?r.slice(0,o+1)+"."+r.slice(o+1):r+new Array(o-r.length+2).join("0")}var vi={"%":(t,e)=>(t*100).toFixed(e),b:t=>Math.round(t).toString(2),c:t=>t+"",d:ul,e:(t,e)=>t.toExponential(e),f:(t,e)=>t.toFixed(e),g:(t,e)=>t.toPrecision(e),o:t=>Math.round(t).toString(8),p:(t,e)=>wi(t*100,e),r:wi,s:pl,X:t=>Math.round(t).toString(16).toUpperCase(),x:t=>Math.round(t).toString(16)};function ki(t){return t}var Mi=Array.prototype.map,Si=["y","z","a","f","p","n","\xB5","m","","k","M","G","T","P","E","Z","Y"];function hl(t){var e=t.grouping===void 0||t.thousands===void 0?ki:ll(Mi.call(t.grouping,Number),t.thousands+""),n=t.currency===void 0?"":t.currency[0]+"",r=t.currency===void 0?"":t.currency[1]+"",o=t.decimal===void 0?".":t.decimal+"",i=t.numerals===void 0?ki:cl(Mi.call(t.numerals,String)),s=t.percent===void 0?"%":t.percent+"",a=t.minus===void 0?"\u2212":t.minus+"",c=t.nan===void 0?"NaN":t.nan+"";function l(m,p){m=Kt(m);var h=m.fill,d=m.align,g=m.sign,y=m.symbol,b=m.zero,_=m.width,k=m.comma,x=m.precision,v=m.trim,P=m.type;P==="n"?(k=!0,P="g"):vi[P]||(x===void 0&&(x=12),v=!0,P="g"),(b||h==="0"&&d==="=")&&(b=!0,h="0",d="=");var $=(p&&p.prefix!==void 0?p.prefix:"")+(y==="$"?n:y==="#"&&/[boxX]/.test(P)?"0"+P.toLowerCase():""),A=(y==="$"?r:/[%p]/.test(P)?s:"")+(p&&p.suffix!==void 0?p.suffix:""),O=vi[P],C=/[defgprs%]/.test(P);x=x===void 0?6:/[gprs]/.test(P)?Math.max(1,Math.min(21,x)):Math.max(0,Math.min(20,x));function Q(S){var q=$,N=A,j,yt,Ne;if(P==="c")N=O(S)+N,S="";else{S=+S;var Ae=S<0||1/S<0;if(S=isNaN(S)?c:O(Math.abs(S),x),v&&(S=ml(S)),Ae&&+S==0&&g!=="+"&&(Ae=!1),q=(Ae?g==="("?g:a:g==="-"||g==="("?"":g)+q,N=(P==="s"&&!isNaN(S)&&an!==void 0?Si[8+an/3]:"")+N+(Ae&&g==="("?")":""),C){for(j=-1,yt=S.length;++j<yt;)if(Ne=S.charCodeAt(j),48>Ne||Ne>57){N=(Ne===46?o+S.slice(j+1):S.slice(j))+N,S=S.slice(0,j);break}}}k&&!b&&(S=e(S,1/0));var Ce=q.length+S.length+N.length,ct=Ce<_?new Array(_-Ce+1).join(h):"";switch(k&&b&&(S=e(ct+S,ct.length?_-N.length:1/0),ct=""),d){case"<":S=q+S+N+ct;break;case"=":S=q+ct+S+N;break;case"^":S=ct.slice(0,Ce=ct.length>>1)+q+S+N+ct.slice(Ce);break;default:S=ct+q+S+N;break}return i(S)}return Q.toString=function(){return m+""},Q}function f(m,p){var h=Math.max(-8,Math.min(8,Math.floor(Xt(p)/3)))*3,d=Math.pow(10,-h),g=l((m=Kt(m),m.type="f",m),{suffix:Si[8+h/3]});return function(y){return g(d*y)}}return{format:l,formatPrefix:f}}var on,un,yr;dl({thousands:",",grouping:[3],currency:["$",""]});function dl(t){return on=hl(t),un=on.format,yr=on.formatPrefix,on}function Ri(t){return Math.max(0,-Xt(Math.abs(t)))}function Pi(t,e){return Math.max(0,Math.max(-8,Math.min(8,Math.floor(Xt(e)/3)))*3-Xt(Math.abs(t)))}function $i(t,e){return t=Math.abs(t),e=Math.abs(e)-t,Math.max(0,Xt(e)-Xt(t))+1}function _r(t,e){switch(arguments.length){case 0:break;case 1:this.range(t);break;default:this.range(e).domain(t);break}return this}function gl(t){return function(){return t}}function yl(t){return+t}var Ni=[0,1];function Yt(t){return t}function br(t,e){return(e-=t=+t)?function(n){return(n-t)/e}:gl(isNaN(e)?NaN:.5)}function bl(t,e){var n;return t>e&&(n=t,t=e,e=n),function(r){return Math.max(t,Math.min(e,r))}}function _l(t,e,n){var r=t[0],o=t[1],i=e[0],s=e[1];return o<r?(r=br(o,r),i=n(s,i)):(r=br(r,o),i=n(i,s)),function(a){return i(r(a))}}function xl(t,e,n){var r=Math.min(t.length,e.length)-1,o=new Array(r),i=new Array(r),s=-1;for(t[r]<t[0]&&(t=t.slice().reverse(),e=e.slice().reverse());++s<r;)o[s]=br(t[s],t[s+1]),i[s]=n(e[s],e[s+1]);return function(a){var c=Co(t,a,1,r)-1;return i[c](o[c](a))}}function xr(t,e){return e.domain(t.domain()).range(t.range()).interpolate(t.interpolate()).clamp(t.clamp()).unknown(t.unknown())}function wr(){var t=Ni,e=Ni,n=rn,r,o,i,s=Yt,a,c,l;function f(){var p=Math.min(t.length,e.length);return s!==Yt&&(s=bl(t[0],t[p-1])),a=p>2?xl:_l,c=l=null,m}function m(p){return p==null||isNaN(p=+p)?i:(c||(c=a(t.map(r),e,n)))(r(s(p)))}return m.invert=function(p){return s(o((l||(l=a(e,t.map(r),rt)))(p)))},m.domain=function(p){return arguments.length?(t=Array.from(p,yl),f()):t.slice()},m.range=function(p){return arguments.length?(e=Array.from(p),f()):e.slice()},m.rangeRound=function(p){return e=Array.from(p),n=di,f()},m.clamp=function(p){return arguments.length?(s=p?!0:Yt,f()):s!==Yt},m.interpolate=function(p){return arguments.length?(n=p,f()):n},m.unknown=function(p){return arguments.length?(i=p,m):i},function(p,h){return r=p,o=h,f()}}function wl(){return wr()(Yt,Yt)}function vl(t,e,n,r){var o=Do(t,e,n),i;switch(r=Kt(r??",f"),r.type){case"s":{var s=Math.max(Math.abs(t),Math.abs(e));return r.precision==null&&!isNaN(i=Pi(o,s))&&(r.precision=i),yr(r,s)}case"":case"e":case"g":case"p":case"r":{r.precision==null&&!isNaN(i=$i(o,Math.max(Math.abs(t),Math.abs(e))))&&(r.precision=i-(r.type==="e"));break}case"f":case"%":{r.precision==null&&!isNaN(i=Ri(o))&&(r.precision=i-(r.type==="%")*2);break}}return un(r)}function Di(t){var e=t.domain;return t.ticks=function(n){var r=e();return je(r[0],r[r.length-1],n??10)},t.tickFormat=function(n,r){var o=e();return vl(o[0],o[o.length-1],n??10,r)},t.nice=function(n){n==null&&(n=10);var r=e(),o=0,i=r.length-1,s=r[o],a=r[i],c,l,f=10;for(a<s&&(l=s,s=a,a=l,l=o,o=i,i=l);f-- >0;){if(l=ze(s,a,n),l===c)return r[o]=s,r[i]=a,e(r);if(l>0)s=Math.floor(s/l)*l,a=Math.ceil(a/l)*l;else if(l<0)s=Math.ceil(s*l)/l,a=Math.floor(a*l)/l;else break;c=l}return t},t}function J(){var t=wl();return t.copy=function(){return xr(t,J())},_r.apply(t,arguments),Di(t)}function kl(t,e){t=t.slice();var n=0,r=t.length-1,o=t[n],i=t[r],s;return i<o&&(s=n,n=r,r=s,s=o,o=i,i=s),t[n]=e.floor(o),t[r]=e.ceil(i),t}function Ai(t){return Math.log(t)}function Ci(t){return Math.exp(t)}function Ml(t){return-Math.log(-t)}function Sl(t){return-Math.exp(-t)}function Rl(t){return isFinite(t)?+("1e"+t):t<0?0:t}function Pl(t){return t===10?Rl:t===Math.E?Math.exp:e=>Math.pow(t,e)}function $l(t){return t===Math.E?Math.log:t===10&&Math.log10||t===2&&Math.log2||(t=Math.log(t),e=>Math.log(e)/t)}function Ti(t){return(e,n)=>-t(-e,n)}function Nl(t){let e=t(Ai,Ci),n=e.domain,r=10,o,i;function s(){return o=$l(r),i=Pl(r),n()[0]<0?(o=Ti(o),i=Ti(i),t(Ml,Sl)):t(Ai,Ci),e}return e.base=function(a){return arguments.length?(r=+a,s()):r},e.domain=function(a){return arguments.length?(n(a),s()):n()},e.ticks=a=>{let c=n(),l=c[0],f=c[c.length-1],m=f<l;m&&([l,f]=[f,l]);let p=o(l),h=o(f),d,g,y=a==null?10:+a,b=[];if(!(r%1)&&h-p<y){if(p=Math.floor(p),h=Math.ceil(h),l>0){for(;p<=h;++p)for(d=1;d<r;++d)if(g=p<0?d/i(-p):d*i(p),!(g<l)){if(g>f)break;b.push(g)}}else for(;p<=h;++p)for(d=r-1;d>=1;--d)if(g=p>0?d/i(-p):d*i(p),!(g<l)){if(g>f)break;b.push(g)}b.length*2<y&&(b=je(l,f,y))}else b=je(p,h,Math.min(h-p,y)).map(i);return m?b.reverse():b},e.tickFormat=(a,c)=>{if(a==null&&(a=10),c==null&&(c=r===10?"s":","),typeof c!="function"&&(!(r%1)&&(c=Kt(c)).precision==null&&(c.trim=!0),c=un(c)),a===1/0)return c;let l=Math.max(1,r*a/e.ticks().length);return f=>{let m=f/i(Math.round(o(f)));return m*r<r-.5&&(m*=r),m<=l?c(f):""}},e.nice=()=>n(kl(n(),{floor:a=>i(Math.floor(o(a))),ceil:a=>i(Math.ceil(o(a)))})),e}function vr(){let t=Nl(wr()).domain([1,10]);return t.copy=()=>xr(t,vr()).base(t.base()),_r.apply(t,arguments),t}function Li(t){return function(e){return Math.sign(e)*Math.log1p(Math.abs(e/t))}}function Ei(t){return function(e){return Math.sign(e)*Math.expm1(Math.abs(e))*t}}function Al(t){var e=1,n=t(Li(e),Ei(e));return n.constant=function(r){return arguments.length?t(Li(e=+r),Ei(e)):e},Di(n)}function kr(){var t=Al(wr());return t.copy=function(){return xr(t,kr()).constant(t.constant())},_r.apply(t,arguments)}function mt(t,e,n){let[r,o]=e,i=[r,Math.max(r+1,o)];return t==="log"?kr(i,n).constant(1):J(i,n)}function K(t){return 6.3*t.length}var Cl=new Intl.NumberFormat("en-US");function w(t){return Cl.format(t)}function ln(t,e,n){let[r,o]=[e[0],Math.max(e[0]+1,e[1])],i=mt(t,[r,o],n);if(t==="linear"||o+1<3*(r+1)){let a=(n[1]-n[0])/(K(w(o))+24);return J([r,o],n).ticks(Math.max(1,Math.floor(a))).filter(Number.isInteger)}let s=Math.floor(Math.log2(o))+1;for(let a=1;a<s;a++){let c=Tl(s,a).filter(l=>l>=r&&l<=o);if(Ll(c,i))return c}return[r,2**(s-1)]}function Tl(t,e){let n=[0];for(let r=0;r<t;r+=e)n.push(2**r);return n}function Ll(t,e){return t.every((n,r)=>{if(r===0)return!0;let o=t[r-1],i=(K(w(n))+K(w(o)))/2;return e(n)-e(o)>=i+6})}function vt(t,e,n=NaN){let r=1/0,o=-1/0;if(t.forEach((c,l)=>{if(!Number.isFinite(c))return;let f=Number.isFinite(e[l])?e[l]:0;r=Math.min(r,c-f),o=Math.max(o,c+f)}),r>o)return[0,1];let i=Math.max(Math.abs(o)*.01,Number.isFinite(n)?n*.005:0,1e-8),s=Math.max(0,i-(o-r)),a=Math.min(s/2,Math.max(r,0));return[r-a,o+s-a]}function cn(t,e){let n=.5*(t[1]-t[0]);return e<t[0]-n||e>t[1]+n?t:[Math.min(t[0],e),Math.max(t[1],e)]}function _e(t,e,n){let r=0;return t.forEach((o,i)=>{Math.abs(e(o)-n)<Math.abs(e(t[r])-n)&&(r=i)}),r}function Ii(t,e,n,r){let o=[];t.forEach((i,s)=>o.push(Math.max(i,s?o[s-1]+e:n)));for(let i=o.length-1,s=r;i>=0;i--,s=o[i+1]-e)o[i]>s&&(o[i]=s);return o}var El=new Intl.NumberFormat("en-US",{maximumSignificantDigits:4,minimumSignificantDigits:3}),Fi=new Intl.NumberFormat("en-US"),Dl=new Intl.NumberFormat("en-US",{maximumSignificantDigits:2});function G(t){return t===0?"0":Number.isFinite(t)?(Math.abs(t)<1e-4?t.toExponential(2):El.format(t)).replaceAll("-","\u2212"):"not measured"}function Oi(t){return typeof t!="number"?t??"\u2013":Number.isFinite(t)?Number.isInteger(t)?Fi.format(t).replace("-","\u2212"):G(t):"\u2013"}function qi(t){return Number.isFinite(t)?` \xB1 ${(t>0&&t<1e-4?t.toExponential(1):Dl.format(t)).replaceAll("-","\u2212")}`:""}function V(t){return Number.isFinite(t)?`${(100*t).toFixed(1)} %`:"not measured"}function fn(t,e){return`${Fi.format(t)} ${e}${t===1?"":"s"}`}function st(t,e){if(t.length<=e)return t;let n=Math.max(2,e-1),r=Math.ceil(n/2);return`${t.slice(0,n-r)}\u2026${t.slice(-r)}`}function L(t){return t.replace(/\/phases$/,"")||t}var mn={label:48,unit:90,kind:24,part:32};function Hi(t){let e=Vi(t?.run?.columns);return new Map((t?.metrics??[]).flatMap(n=>{let r=Il(n,Vi(e[n]));return r?[[n,r]]:[]}))}function Il(t,e){let n=pn(e.label,mn.label);if(!n)return null;let r=pn(e.kind,mn.kind),o=pn(e.part,mn.part);return{name:t,label:n,unit:pn(e.unit,mn.unit),better:e.better==="low"||e.better==="high"?e.better:null,isShare:e.format==="share",part:r&&o?{kind:r,name:o,weight:Bi(e.weight),meanImageLoss:Bi(e.mean_image_loss)}:null}}function Vi(t){return typeof t=="object"&&t!==null&&!Array.isArray(t)?t:{}}function pn(t,e){return typeof t=="string"?st(t.replaceAll(/\s+/g," ").trim(),e):""}function Bi(t){return typeof t=="number"&&Number.isFinite(t)&&t>0?t:NaN}function Gi(t){let e=t.layout?.rows??[],n=Hi(t.layout);return e.map((r,o)=>Fl(t,r,o,n))}function Fl(t,e,n,r){let{layout:o,steps:i}=t,s=Ol(t,n),a=()=>s("flags").map(c=>ql(c,o.flags));return Mr(e,i,o.metrics,s,a,r)}function hn(t){let e;return()=>(e??={value:t()}).value}function Mr(t,e,n,r,o,i=new Map){let s=new Map,a=g=>(s.has(g)||s.set(g,r(g)),s.get(g)),c=n.flatMap(g=>/^transfer_(.+)_accuracy$/.exec(g)?.[1]??[]),l=hn(o),f=(g,y)=>({step:g,epoch:a("epoch")[y],loss:a("reconstruction_loss")[y],stderr:a("reconstruction_stderr")[y],limit:a("reconstruction_loss_limit")[y],explained:a("explained_variance")[y],accuracy:a("probe_accuracy")[y],transfers:c.map(b=>({name:b,accuracy:a(`transfer_${b}_accuracy`)[y]})),flags:l()[y]??[]}),m=hn(()=>e.map(f)),p=hn(()=>Vl(m())),h=hn(()=>Bl(m())),d=g=>a(g).findLast(Number.isFinite)??NaN;return{key:`${t.layer}/${t.decoder}`,row:t,steps:e,metricNames:n,described:i,column:a,get points(){return m()},get meanImageLoss(){return d("mean_image_loss")},get pcaBound(){return d("pca_bound")},get wholeRunFlags(){return p()},get best(){return h()}}}function Ol({layout:t,steps:e,shape:n,values:r},o){let[,i,s]=n,a=new Map(t.metrics.map((c,l)=>[c,l]));return c=>{let l=a.get(c);return e.map((f,m)=>l===void 0?NaN:r[(m*i+o)*s+l])}}function ql(t,e){return Number.isFinite(t)?e.filter((n,r)=>Math.floor(t/2**r)%2===1):[]}function dn(t,{wholeRunFlags:e}){return t.flags.length>e.length}function Vl(t){return t[0]?.flags.filter(e=>t.every(n=>n.flags.includes(e)))??[]}function Bl(t){let e=null;for(let n of t)n.accuracy>(e?.accuracy??-1/0)&&(e=n);return e}function zi(t,e){let{meanImageLoss:n,pcaBound:r,points:o}=t,i=e.read(t),s=e.readErrors?.(t)??i.map(()=>NaN),a=o[0]?.step===0?i[0]:NaN,c={loss:[n,Ui(n,r,a)],limit:[n,Ui(n,r,a)],explained:[1,[{label:"mean image",value:0},{label:"PCA bound",value:1-r/n},{label:"untrained",value:a}]]},[l,f]=c[e.key]??[NaN,[]],p=e.readSpread(t)??Hl(i,s);return{label:e.label,values:i,errors:s,band:p,unit:l,references:Ul(f)}}function Hl(t,e){let n=r=>Number.isFinite(e[r])?e[r]:0;return[t.map((r,o)=>r-n(o)),t.map((r,o)=>r+n(o))]}function Ui(t,e,n){return[{label:"mean image",value:t},{label:"PCA bound",value:e},{label:"untrained",value:n}]}function xe(t,e,n){return e[z(t.steps,n)]??NaN}function z(t,e){let n=0,r=o=>Math.abs(Math.log1p(t[o])-Math.log1p(e));return t.forEach((o,i)=>{r(i)<r(n)&&(n=i)}),n}function Ul(t){return t.filter(({value:e})=>Number.isFinite(e))}function gn(t){return t.flatMap((e,n)=>Number.isFinite(e)&&!Number.isFinite(t[n-1])&&!Number.isFinite(t[n+1])?[n]:[])}function B({row:t},e){return e.some(r=>r.row.layer===t.layer&&r.row.decoder!==t.decoder)?`${t.layer} (${t.decoder})`:t.layer}function D(t,{layer:e,decoder:n}){return t.find(r=>r.layer===e&&r.decoder===n)}var kt=236,et={top:24,right:40,bottom:34,left:48},ji={top:22,bottom:24};function Qi(t,e,n,r){let{quantity:o,stepAxis:i,steps:s}=n,a=n.accuracyDomain&&o.key!=="accuracy",c=r-(a?et.right:14),l=kt-et.bottom,f=zi(t,o),m=Gl(t.steps,f,s);for(let g of e)o.read(g.series).forEach((y,b)=>{Wi(g.series.steps[b],s)&&m.push(y)});let p=vt(m,[],f.unit),h=f.references.reduce((g,{value:y})=>cn(g,y),p),d=[l-ji.bottom,et.top+ji.top];return{width:r,left:et.left,right:c,top:et.top,bottom:l,quantity:o,stepAxis:i,steps:s,x:mt(i,s,[et.left+4,c-4]),y:J(h,d),accuracy:a?J(n.accuracyDomain,d):null,measure:f}}function Gl(t,{values:e,band:n},r){return[e,...n].flatMap(o=>o.filter((i,s)=>Wi(t[s],r)))}function Wi(t,[e,n]){return t>=e&&t<=n}function Xi(t){let e=t.flatMap(r=>r.points.map(o=>o.accuracy)).filter(Number.isFinite),n=t[0]?.column("model_accuracy")??[];return e.length?vt([...e,...n],[]):null}var zl={training_heldout:"held-out rows are training rows",no_labels:"no labels, so no probe accuracy",one_class:"one class only, so no probe accuracy",constant_features:"some features are constant",nonfinite_outputs:"the model's outputs hold NaN or infinite values",rank_deficient:"features depend on each other linearly",nonfinite_features:"features are NaN or infinite",few_rows:"few rows for this width: the loss reads high",ridge_at_bound:"the best ridge lies at the end of its path",probe_not_converged:"the linear probe did not converge",target_resized:"the input is reconstructed at a smaller size",target_cropped:"the border of the input is not reconstructed",constant_target:"the input is constant",failed:"the measurement failed",float64_sums:"measured in float64, because rounding in float32 might have shown",out_of_memory:"memory ran out, so this layer was given up",diverged:"training a decoder or probe diverged"};function we(t){return zl[t]??t.replaceAll("_"," ")}var jl=Symbol.for("pv"),Ql=0;function u(t,e,n,r,o,i){e||(e={});var s,a,c=e;if("ref"in c&&typeof t!="function")for(a in c={},e)a=="ref"?s=e[a]:c[a]=e[a];var l={type:t,props:c,key:n,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:jl,__v:--Ql,__i:-1,__u:0};return(o||i)&&(l.__source=o,l.__self=i),T.vnode&&T.vnode(l),l}function Ki({runs:t,cursor:e,quantity:n}){let[r,o]=I(e.current);F(()=>(o(e.current),e.subscribe(o)),[e]);let i=E(null),{summary:s,rows:a,reports:c}=t.find(({summary:{run:y}})=>y===r?.run)??t[0],l=a.find(y=>y.key===r?.panel),f=r&&l?z(l.steps,r.step):-1,m=l?.points[f];xo(()=>{if(!i.current||!r)return;let y=Wl(r);if(!y)return;let b=y.getBoundingClientRect(),{width:_,height:k}=i.current.getBoundingClientRect(),x=b.left+14,v=x+_>document.documentElement.clientWidth-4?b.left-14-_:x,P=Math.min(b.top+18,window.innerHeight-k-4);i.current.style.transform=`translate(${Math.max(4,v)}px,${Math.max(4,P)}px)`});let p=l&&D(c,l.row),h=s!==t[0].summary,d=l?B(l,a):"",g=r?.byKey&&m?Yl(h?`${L(s.run)}, ${d}`:d,m,r.line):"";return u(R,{children:[u("div",{class:"read-aloud","aria-live":"polite",children:g}),l&&m&&u("div",{ref:i,class:"tooltip",role:"tooltip",children:[h&&u("p",{children:L(s.run)}),u(Kl,{name:d,series:l,point:m,phases:p?.phases??[],chosen:n,line:r?.line})]})]})}function Wl({panel:t,byKey:e}){return document.querySelector(e?".chart svg:focus":".chart svg:hover")?.querySelector('.cursor line, .cursor [r="6"]')??document.querySelector(`[data-panel="${CSS.escape(t)}"] .cursor line`)}var Xl=["loss","limit","explained","accuracy"];function Kl({name:t,series:e,point:n,phases:r,chosen:o,line:i}){let s=!Xl.includes(o.key)&&!n.transfers.some(({name:l})=>o.key===`transfer_${l}_accuracy`),a=r.filter(({start_step:l,end_step:f})=>l<=n.step&&n.step<=f),c=n.flags.filter(l=>!e.wholeRunFlags.includes(l));return u(R,{children:[u("p",{class:"tooltip-title",children:[u("b",{children:["step ",w(n.step)]}),Number.isFinite(n.epoch)&&u("span",{children:[" epoch ",Number(n.epoch.toFixed(2))]}),u("span",{class:"tooltip-layer",children:t})]}),u("dl",{children:[i&&u(R,{children:[u("dt",{class:"tooltip-line",children:i.name}),u("dd",{class:"tooltip-line",children:i.value})]}),u("dt",{class:"loss",children:"reconstruction loss"}),u("dd",{children:[G(n.loss),u("span",{class:"muted",children:qi(n.stderr)})]}),Number.isFinite(n.limit)&&u(R,{children:[u("dt",{children:"at unlimited rows"}),u("dd",{children:G(n.limit)})]}),u("dt",{children:"explained variance"}),u("dd",{children:V(n.explained)}),u("dt",{class:"accuracy",children:"probe accuracy"}),u("dd",{children:V(n.accuracy)}),n.transfers.map(({name:l,accuracy:f})=>u(R,{children:[u("dt",{children:[l," accuracy"]}),u("dd",{children:V(f)})]},l)),s&&u(R,{children:[u("dt",{children:o.label}),u("dd",{children:o.format(o.read(e)[e.points.indexOf(n)])})]}),a.length>0&&u(R,{children:[u("dt",{children:"phase"}),u("dd",{children:a.map(({kind:l})=>l).join(" \u2192 ")})]})]}),c.map(l=>u("p",{class:"tooltip-flag",children:we(l)},l)),u("p",{class:"muted",children:["loss: mean squared error per input element",s&&`; ${o.label}: ${o.unit}`]})]})}function Yl(t,e,n){return n?`${t}, step ${w(e.step)}: ${n.name} ${n.value}`:`${t}, step ${w(e.step)}: reconstruction loss ${G(e.loss)}, probe accuracy ${V(e.accuracy)}`}var yn=class{place=null;listeners=new Set;get current(){return this.place}move(e){if(!Jl(e,this.place)){this.place=e;for(let n of this.listeners)n(e)}}subscribe(e){return this.listeners.add(e),()=>{this.listeners.delete(e)}}};function Jl(t,e){return t?.step===e?.step&&t?.panel===e?.panel&&t?.run===e?.run&&t?.line?.name===e?.line?.name}function ve(t){return t.replaceAll(/(seed[-_=]?)\d+/gi,"$1*")}function Yi(t){let e=new Map;for(let n of t){let r=ve(n.summary.run);e.set(r,[...e.get(r)??[],n])}return[...e].map(([n,r])=>{let o=r.filter(({rows:i})=>i.some(({steps:s})=>s.length));return o.length>1?Zl(n,o):o[0]??r[0]})}function Zl(t,e){let n=e[0],o=n.rows.map(({key:f})=>f).filter(f=>e.every(({rows:m})=>m.some(p=>p.key===f))),i=o.map(f=>tc(e.map(m=>m.rows.find(p=>p.key===f)))),s=o.flatMap((f,m)=>ec(i[m],e)??[]),a=i[0]?.steps.at(-1)??null,c=e.flatMap(({summary:f})=>f.error??[]).join(" ")||null;return{summary:{...{...n.summary,run:`${L(t)} (${e.length} seeds)`,last_step:a,error:c},num_steps:i[0]?.steps.length??0},rows:i,reports:s}}function tc(t){let[e,...n]=t,r=e.steps.filter(l=>n.every(f=>f.steps.includes(l))),o=t.map(l=>r.map(f=>l.steps.indexOf(f))),i=(l,f)=>t.map((m,p)=>m.column(l)[o[p][f]]).filter(Number.isFinite),s=l=>f=>r.map((m,p)=>l(i(f,p))??NaN),a=()=>r.map((l,f)=>[...new Set(t.flatMap((m,p)=>m.points[o[p][f]].flags))]);return{...Mr(e.row,r,e.metricNames,s(Oo),a,e.described),spread:l=>[s(he)(l),s(pe)(l)]}}function ec({row:t},e){let n=e.flatMap(c=>D(c.reports,t)??[]),r=n.filter(c=>c.minimum_step!=null);if(!r.length)return n[0];let o=qo(r,c=>c.minimum_step),i=r.toSorted((c,l)=>Math.abs(c.minimum_step-o)-Math.abs(l.minimum_step-o))[0],s=r.map(c=>c.minimum_interval??[c.minimum_step,c.minimum_step]),a=n.filter(c=>c.has_increase).length;return{...i,minimum_interval:[he(s,([c])=>c),pe(s,([,c])=>c)],has_increase:a>n.length/2,forgotten:i.forgotten&&`${i.forgotten} (In the run with the middle minimum.)`,description:`${i.description??""} Phases of the run with the middle minimum; ${a} of ${n.length} runs have an increase.`}}function Ji(t){if(window.parent===window)return;let e=new MessageChannel;e.port1.onmessage=n=>{let r=JSON.parse(n.data);if(r.isReply)return;t[r.type]?.(r.payload);let o={type:r.type,id:r.id,payload:null,error:null,isReply:!0};e.port1.postMessage(JSON.stringify(o))},window.parent.postMessage("experimental.bootstrap","*",[e.port2])}function ke(t){let e=t.map(n=>[1,3,5].map(r=>Number.parseInt(n.slice(r,r+2),16)));return n=>{let r=Math.min(1,Math.max(0,n))*(e.length-1),o=Math.min(e.length-2,Math.floor(r));return`rgb(${e[o].map((s,a)=>Math.round(s+(r-o)*(e[o+1][a]-s))).join(",")})`}}var Sr=["#009e73","#cc79a7","#8c6bb1","#e69f00","#7f7f7f","#56b4e9","#d55e00","#0072b2"],Zi=["","5 2.5","1.5 2.5","8 2.5 1.5 2.5"];function bn(t){return Sr[t%Sr.length]}function es(t,e){let n=new Map;return new Map(t.map(r=>{let o=e.get(r),i=n.get(o)??0;return n.set(o,i+1),[r,Zi[i%Zi.length]]}))}var _n=ke(["#440154","#482878","#3e4989","#31688e","#26828e","#1f9e89","#35b779","#6ece58","#b5de2b","#fde725"]),ts={red:"var(--red)",green:"var(--green)",blue:"var(--blue)",grey:"var(--grey)",chroma:"var(--chroma)"};function ns(t,e,n,r,o){return Object.hasOwn(ts,t)?ts[t]:r?It(e,n,o):nc(bn(e),Math.floor(e/Sr.length),o)}function nc(t,e,n){if(!e)return t;let r=e%2===1;return ke([t,r===(n==="light")?"#000000":"#ffffff"])(.45)}var rc={light:ke(["#762a83","#af8dc3","#f4f2f5","#7fbf7b","#1b7837"]),dark:ke(["#d9a8ec","#8d5fa3","#454347","#4c8a58","#8fdca3"])};function Rr(t,e){return rc[e]((t+1)/2)}function It(t,e,n){let[r,o]=n==="dark"?[.42,.95]:[.04,.66];return _n(r+(o-r)*(e>1?t/(e-1):.5))}var xn={format:V,tickFormat:"~%"},rs="mean squared error per input element",is=[{...tt("loss","reconstruction_loss","reconstruction loss",rs,"low"),readErrors:t=>t.column("reconstruction_stderr")},{...tt("relative","reconstruction_loss","loss, first = 1","share of the loss at the first probe step","low"),read:t=>os(t,t.column("reconstruction_loss")),readErrors:t=>os(t,t.column("reconstruction_stderr")),readSpread:()=>{}},{...tt("limit","reconstruction_loss_limit","loss at unlimited rows",rs,"low"),readErrors:t=>t.column("reconstruction_loss_limit_stderr")},{...tt("explained","explained_variance","explained variance","share of the variance of the input","high"),...xn,readErrors:t=>t.column("reconstruction_stderr").map(e=>e/t.meanImageLoss)},Pr("accuracy","probe_accuracy","probe accuracy","linear probe, share of held-out rows"),tt("probe_loss","probe_loss","probe loss","cross-entropy of the linear probe, nats","low"),Pr("model_accuracy","model_accuracy","model accuracy","the model itself, share of held-out rows"),tt("model_loss","model_loss","model loss","of the model itself, on held-out rows","low"),tt("freedom","degrees_of_freedom","degrees of freedom","of the decoder",null),tt("ridge","ridge","ridge","units of the mean feature variance",null),tt("seconds","probe_seconds","probe seconds","seconds of the probe step",null)];function ss(t){let n=[...new Set(t.flatMap(i=>i.metricNames))].flatMap(i=>/^transfer_(.+)_(?:accuracy|loss)$/.exec(i)?.[1]??[]),r=[...new Set(n)].flatMap(i=>[Pr(`transfer_${i}_accuracy`,`transfer_${i}_accuracy`,`${i} accuracy`,`linear probe of '${i}', share of held-out rows`),tt(`transfer_${i}_loss`,`transfer_${i}_loss`,`${i} loss`,`cross-entropy of the linear probe of '${i}', nats`,"low")]),o=[...is,...r];return[...o,...oc(t,o)].filter(i=>t.some(s=>i.read(s).some(Number.isFinite)))}function oc(t,e){return[...new Map(t.flatMap(r=>[...r.described])).values()].flatMap(({name:r,label:o,unit:i,better:s,isShare:a,part:c})=>{if(c||e.some(f=>f.column===r))return[];let l=e.some(f=>f.key===r)?`own ${r}`:r;return[{...tt(l,r,o,i,s),...a&&xn}]})}function os(t,e){let n=t.column("reconstruction_loss").find(Number.isFinite)??NaN;return e.map(r=>r/n)}function Ft(t,e){return t.find(n=>n.key===e)??is[0]}function Jt(t,e){return{...tt("","",t,"",null),...e&&xn}}function tt(t,e,n,r,o){return{key:t,column:e,label:n,unit:r,better:o,format:G,read:s=>s.column(e),readSpread:s=>s.spread?.(e)}}function Pr(t,e,n,r){return{...tt(t,e,n,r,"high"),...xn}}var Ot=["curves","portrait","map","images","compare","breakdowns"];var as=["accuracy","relative"];function Cr(t){let[e,n]=Nr(t.axes)??[],r=(t.zoom??"").split("-").map(Number);return{view:Ot.find(o=>o===t.view)??"curves",run:t.run??"",others:Nr(t.with),layers:Nr(t.layers),stepAxis:t.x==="linear"?"linear":"log",metric:t.y||"loss",step:$r(t.step),zoom:r.length===2&&r.every(us)&&r[1]>r[0]?[r[0],r[1]]:null,grouped:t.seeds==="grouped",portrait:e&&n?[e,n]:as,kind:t.kind??"",unit:t.unit==="loss"?"loss":"explained",from:$r(t.from),to:$r(t.to),against:t.against==="input"||t.against==="step"?t.against:null}}function $r(t){return t&&us(Number(t))?Number(t):null}function us(t){return Number.isSafeInteger(t)&&t>=0}function ls(t){let{view:e,run:n,others:r,layers:o,stepAxis:i,metric:s,step:a,zoom:c,grouped:l,portrait:f}=t,{kind:m,unit:p,from:h,to:d,against:g}=t;return{...e!=="curves"&&{view:e},...n&&{run:n},...r&&{with:Ar(r)},...o&&{layers:Ar(o)},x:i,y:s,...a!==null&&{step:String(a)},...c&&{zoom:c.join("-")},...l&&{seeds:"grouped"},...f.join()!==as.join()&&{axes:Ar(f)},...m&&{kind:m},...p!=="explained"&&{unit:p},...h!==null&&{from:String(h)},...d!==null&&{to:String(d)},...g&&{against:g}}}function Nr(t){return t===void 0?null:t.split(",").filter(Boolean).map(ic)}function Ar(t){return t.map(encodeURIComponent).join(",")}function ic(t){try{return decodeURIComponent(t)}catch{return t}}function cs(t,e){return t.find(({run:n})=>n===e)??ms(t)[0]}function fs(t,e,n){let r=t.filter(({run:i})=>i!==e);if(n)return r.filter(({run:i})=>n.includes(i));let o=ms(r.filter(({num_steps:i})=>i)).slice(0,9);return r.filter(i=>o.includes(i))}function wn(t,e){return e?.length&&!e.some(n=>t.includes(n))?null:e}function ms(t){return t.toSorted((e,n)=>n.last_wall_time-e.last_wall_time)}var sc=16;function ds(t,{run:e,others:n}){let[r,o]=I({others:[]}),i=E(0),s=E(new Map),a=E(""),c=n?.join(`
`),l=Ve(async()=>{let f=++i.current,m=()=>f===i.current;try{let p=e||a.current,{runs:h,shown:d}=await ac(t,{run:p,others:n},s.current,m);if(!m())return;a.current=d[0]??"";let g=()=>{let[y,...b]=d.flatMap(_=>s.current.get(_)??[]);m()&&o({runs:h,focus:y,others:b,problem:void 0})};g();for(let[y,b]=[0,1];y<d.length&&m();[y,b]=[b,b+sc])await lc(t,d.slice(y,b),s.current)&&g()}catch(p){let h=p instanceof Error?p.message:String(p);m()&&o(d=>({...d,problem:h}))}},[t,e,c]);return F(()=>{l()},[l]),{...r,reload:l}}async function ac(t,{run:e,others:n},r,o){let i=await t.fetchRuns();for(;;){let s=cs(i,e),a=s?[s,...fs(i,s.run,n)]:[],c=o()?await uc(t,a,r,o):[];if(!c.length)return{runs:i,shown:a.map(({run:l})=>l)};i=i.filter(({run:l})=>!c.includes(l))}}async function uc(t,e,n,r){let o=e.filter(c=>{let l=n.get(c.run);return!l||hs(l.summary)!==hs(c)});for(let c of o)c.num_steps||n.set(c.run,{summary:c,rows:[],reports:[]});let i=o.filter(({num_steps:c})=>c);if(!i.length)return[];let s=await t.fetchMetrics(i);if(!r())return[];for(let c of s){let{num_steps:l,last_step:f,last_wall_time:m,error:p,layout:h,run:d}=c,g={num_steps:l,last_step:f,last_wall_time:m,error:p,layout:h,run:d};n.set(d,{summary:g,rows:Gi(c),reports:n.get(d)?.reports??[]})}let a=i.map(({run:c})=>c).filter(c=>!s.some(l=>l.run===c));for(let c of a)n.delete(c);return a}async function lc(t,e,n){let r=e.flatMap(s=>{let a=n.get(s);return a?.rows.length&&ps.get(a)!==a.summary.last_wall_time?[a]:[]});if(!r.length)return!1;let o=await t.fetchReports(r.map(({summary:s})=>s.run)),i=r.filter(s=>n.get(s.summary.run)===s);for(let s of i){let a=o.find(({run:l})=>l===s.summary.run)?.rows??[],c={...s,reports:a};ps.set(c,s.summary.last_wall_time),n.set(s.summary.run,c)}return i.length>0}var ps=new WeakMap;function hs({num_steps:t,last_wall_time:e,error:n}){return`${t} ${e} ${n}`}var Me={frequency:{name:"spatial frequency",title:"by spatial frequency, cycles per pixel",isOrdered:!0},component:{name:"principal component",title:"by principal component",isOrdered:!0},colour:{name:"grey and colour",title:"by grey and colour"},channel:{name:"colour channel",title:"by colour channel"},position:{name:"image position",title:"by image position"},class:{name:"class",title:"by class"},difficulty:{name:"difficulty",title:"by difficulty of the rows",isOrdered:!0}},gs=64,cc=20,fc=8;function pt(t){return Object.hasOwn(Me,t)?Me[t]:{name:t,title:`by ${t}`}}function ys(t,e){return t.metricNames.flatMap(r=>{let o=bs(t,r);return o?.kind!==e?[]:[{name:o.name,losses:t.column(r),meanImageLoss:o.meanImageLoss}]}).filter(({losses:r})=>r.some(Number.isFinite)).slice(0,gs)}function bs(t,e){let n=t.described.get(e);if(n)return n.part;let[,r,o]=/^reconstruction_loss_([a-z]+)_(.+)$/.exec(e)??[];return!r||!Object.hasOwn(Me,r)?null:{kind:r,name:o.replaceAll("_"," "),meanImageLoss:NaN}}function _s(t){let e=new Set(t.flatMap(r=>r.metricNames.flatMap(o=>bs(r,o)?.kind??[])));return[...Object.keys(Me).filter(r=>e.has(r)),...[...e].filter(r=>!Object.hasOwn(Me,r))].filter(r=>t.some(o=>ys(o,r).length)).slice(0,cc)}function vn(t,e,n){let r=ys(t,e);if(!r.length)return null;let o=r.filter(({meanImageLoss:a})=>Number.isFinite(a)),i=o.length?n:"loss",s=(i==="loss"?r:o).map(({name:a,losses:c,meanImageLoss:l})=>({name:a,values:i==="loss"?c:c.map(f=>1-f/l)}));return{kind:e,unit:i,parts:s}}function Zt(t){return t==="loss"?"reconstruction loss":"explained variance"}function Se(t){return t==="loss"?G:V}function te(t,e){if(!Number.isFinite(t))return"\u2013";let n=e==="loss"?G(Math.abs(t)):(100*Math.abs(t)).toFixed(1);return/[1-9]/.test(n)?`${t<0?"\u2212":"+"}${n}`:n}function xs(t,e){if(e||t.length<=fc)return new Set(t.map(({name:o})=>o));let n=({values:o})=>o.findLast(Number.isFinite)??NaN,r=t.toSorted((o,i)=>n(i)-n(o)).map(({name:o})=>o);return new Set([...r.slice(0,3),...r.slice(-3)])}function ws(t,e,{from:n,to:r,step:o}){let{steps:i}=t;if(!i.length)return null;let[s,a]=[n??e?.minimum_step??i[0],r??o??i.at(-1)],[c,l]=[i[z(i,s)],i[z(i,a)]];return[Math.min(c,l),Math.max(c,l)]}function vs({unit:t,parts:e},{steps:n},[r,o]){let[i,s]=[n.indexOf(r),n.indexOf(o)];return e.map(({name:a,values:c})=>{let[l,f]=[c[i]??NaN,c[s]??NaN],m=f-l;return{name:a,from:l,to:f,change:m,isLost:t==="loss"?m>0:m<0}})}function Tr(t){let e=t.flatMap(o=>{let i=/^row (\d+) column (\d+)$/.exec(o.name);return i?[{...o,row:Number(i[1])-1,column:Number(i[2])-1}]:[]}),n=Math.max(0,...e.map(({row:o})=>o+1)),r=Math.max(0,...e.map(({column:o})=>o+1));return e.length<t.length||e.length<2||Math.max(n,r)>gs?null:{numRows:n,numColumns:r,cells:e}}function at(t){return class extends Bt{shouldComponentUpdate(e){return[...new Set([...Object.keys(this.props),...Object.keys(e)])].some(r=>this.props[r]!==e[r])}render(e){return u(t,{...e})}}}function ut(t){let e=E(null),[n,r]=I(t);return F(()=>{let o=new ResizeObserver(([i])=>{let s=Math.floor(i.contentRect.width);s>0&&r(s)});return o.observe(e.current),()=>o.disconnect()},[]),[e,n]}function kn({panel:t}){let e=ln(t.stepAxis,t.steps,[t.x(t.steps[0]),t.x(t.steps[1])]);return u("g",{class:"axis axis-step",children:[u("line",{x1:t.left,x2:t.right,y1:t.bottom,y2:t.bottom}),e.map(n=>u("g",{class:"tick",transform:`translate(${t.x(n)},${t.bottom})`,children:[u("line",{y2:4}),u("text",{y:16,"text-anchor":"middle",children:w(n)})]},n)),u("text",{class:"axis-unit",x:t.right,y:t.bottom+30,"text-anchor":"end",children:"step \u2192"})]})}function Mn({panel:t}){let e=t.y.domain().every(o=>Math.abs(o)<.001),n=t.y.tickFormat(4,e?"~e":t.quantity.tickFormat),r=t.y.ticks(4).filter(n);return u("g",{class:"axis axis-value",children:[r.map(o=>u("g",{class:"tick",transform:`translate(0,${t.y(o)})`,children:[u("line",{class:"grid",x1:t.left,x2:t.right}),u("text",{x:t.left-6,dy:"0.32em","text-anchor":"end",children:e&&o===0?"0":n(o)})]},o)),u("text",{class:"axis-title loss",x:2,y:12,children:["\u2191 ",t.measure.label]})]})}function ks({panel:t}){let e=t.accuracy;if(!e)return null;let n=e.tickFormat(4,"~%");return u("g",{class:"axis axis-accuracy",children:[e.ticks(4).map(r=>u("g",{class:"tick",transform:`translate(${t.right},${e(r)})`,children:[u("line",{x2:4}),u("text",{x:7,dy:"0.32em",children:n(r)})]},r)),u("text",{class:"axis-title accuracy",x:t.width-2,y:12,"text-anchor":"end",children:"probe accuracy \u2191"})]})}function Ss({panel:t,series:e,cursor:n}){let r=E(null),o=E(null),i=E(null),s=E(null);return F(()=>{let a=c=>{let l=c?z(e.steps,c.step):-1,f=e.points[l],m=f?t.x(f.step):NaN,p=m>=t.left-1&&m<=t.right+1;r.current.toggleAttribute("data-shown",p),!(!f||!p)&&(o.current.setAttribute("transform",`translate(${m},0)`),Ms(i.current,m,t.measure.values[l],t.y),Ms(s.current,m,f.accuracy,t.accuracy))};return a(n.current),n.subscribe(a)},[t,e,n]),u("g",{ref:r,class:"cursor","aria-hidden":"true",children:[u("line",{ref:o,y1:t.top,y2:t.bottom}),u("circle",{ref:s,class:"accuracy",r:4}),u("circle",{ref:i,class:"loss",r:4})]})}function Sn({panel:{top:t,bottom:e},ends:n}){return u("rect",{class:"brush",x:Math.min(...n),y:t,width:Math.abs(n[1]-n[0]),height:e-t})}function Ms(t,e,n,r){let o=r!==null&&Number.isFinite(n);t.style.display=o?"":"none",o&&t.setAttribute("transform",`translate(${e},${r(n)})`)}var mc=24;function ee({steps:t,values:e},n){return e[z(t,n)]??NaN}function Rs(t,e,n,r){let o=t.map(s=>Math.abs(r(ee(s,e))-n)),i=Math.min(...o.filter(Number.isFinite));return i<=mc?o.indexOf(i):-1}function Ps(t,e,n,r){let o=t.flatMap((a,c)=>Number.isFinite(ee(a,e))?[c]:[]);o.sort((a,c)=>ee(t[c],e)-ee(t[a],e));let i=o.indexOf(n),s=i<0?0:Math.min(o.length-1,Math.max(0,i+r));return o[s]??-1}function $s(t){let e=E(-1);return[e,r=>{e.current=r;let o=t.current.querySelector("svg");o.toggleAttribute("data-lit",r>=0);for(let i of o.querySelectorAll("[data-line]"))i.toggleAttribute("data-lit",Number(i.dataset.line)===r)}]}var Re=Math.PI,Lr=2*Re,qt=1e-6,pc=Lr-qt;function Ns(t){this._+=t[0];for(let e=1,n=t.length;e<n;++e)this._+=arguments[e]+t[e]}function hc(t){let e=Math.floor(t);if(!(e>=0))throw new Error(`invalid digits: ${t}`);if(e>15)return Ns;let n=10**e;return function(r){this._+=r[0];for(let o=1,i=r.length;o<i;++o)this._+=Math.round(arguments[o]*n)/n+r[o]}}function As(t,e,n,r){return t===n&&e===r}function dc(t){let e=Math.floor(t);if(!(e<=15))return As;let n=10**e,r=function(o){return Math.round(o*n)};return function(o,i,s,a){return r(o)===r(s)&&r(i)===r(a)}}var ne=class{constructor(e){this._x0=this._y0=this._x1=this._y1=null,this._="",this._append=e==null?Ns:hc(e),this._equal=e==null?As:dc(e)}moveTo(e,n){this._append`M${this._x0=this._x1=+e},${this._y0=this._y1=+n}`}closePath(){this._x1!==null&&(this._x1=this._x0,this._y1=this._y0,this._append`Z`)}lineTo(e,n){this._append`L${this._x1=+e},${this._y1=+n}`}quadraticCurveTo(e,n,r,o){this._append`Q${+e},${+n},${this._x1=+r},${this._y1=+o}`}bezierCurveTo(e,n,r,o,i,s){this._append`C${+e},${+n},${+r},${+o},${this._x1=+i},${this._y1=+s}`}arcTo(e,n,r,o,i){if(e=+e,n=+n,r=+r,o=+o,i=+i,i<0)throw new Error(`negative radius: ${i}`);let s=this._x1,a=this._y1,c=r-e,l=o-n,f=s-e,m=a-n,p=f*f+m*m;if(this._x1===null)this._append`M${this._x1=e},${this._y1=n}`;else if(p>qt)if(!(Math.abs(m*c-l*f)>qt)||!i)this._append`L${this._x1=e},${this._y1=n}`;else{let h=r-s,d=o-a,g=c*c+l*l,y=h*h+d*d,b=Math.sqrt(g),_=Math.sqrt(p),k=i*Math.tan((Re-Math.acos((g+p-y)/(2*b*_)))/2),x=k/_,v=k/b;Math.abs(x-1)>qt&&this._append`L${e+x*f},${n+x*m}`,this._append`A${i},${i},0,0,${+(m*h>f*d)},${this._x1=e+v*c},${this._y1=n+v*l}`}}arc(e,n,r,o,i,s){if(e=+e,n=+n,r=+r,s=!!s,r<0)throw new Error(`negative radius: ${r}`);let a=r*Math.cos(o),c=r*Math.sin(o),l=e+a,f=n+c,m=1^s,p=s?o-i:i-o;if(this._x1===null?this._append`M${l},${f}`:(Math.abs(this._x1-l)>qt||Math.abs(this._y1-f)>qt)&&this._append`L${l},${f}`,!!r){if(p<0&&(p=p%Lr+Lr),p>pc)this._append`A${r},${r},0,1,${m},${e-a},${n-c}A${r},${r},0,1,${m},${this._x1=l},${this._y1=f}`;else if(p>qt){let h=e+r*Math.cos(i),d=n+r*Math.sin(i);if(p>=Re&&this._equal(l,f,h,d)){p/=2;let g=o+p;this._append`A${r},${r},0,${+(p>=Re)},${m},${e+r*Math.cos(g)},${n+r*Math.sin(g)}`}this._append`A${r},${r},0,${+(p>=Re)},${m},${this._x1=h},${this._y1=d}`}}}rect(e,n,r,o){this._append`M${this._x0=this._x1=+e},${this._y0=this._y1=+n}h${r=+r}v${+o}h${-r}Z`}toString(){return this._}};function gc(){return new ne}gc.prototype=ne.prototype;function X(t){return function(){return t}}var yc=Math.cos;var Dr=Math.sin,re=Math.sqrt,Cs=1e-12,Rn=Math.PI,vh=Rn/2,Is=2*Rn;function Fs(t){let e=3;return t.digits=function(n){if(!arguments.length)return e;if(n==null)e=null;else{let r=Math.floor(n);if(!(r>=0))throw new RangeError(`invalid digits: ${n}`);e=r}return t},()=>new ne(e)}var kh=Array.prototype.slice;function Os(t){return typeof t=="object"&&"length"in t?t:Array.from(t)}function qs(t){this._context=t}qs.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;default:this._context.lineTo(t,e);break}}};function Fr(t){return new qs(t)}function Vs(t){return t[0]}function Bs(t){return t[1]}function ht(t,e){var n=X(!0),r=null,o=Fr,i=null,s=Fs(a);t=typeof t=="function"?t:t===void 0?Vs:X(t),e=typeof e=="function"?e:e===void 0?Bs:X(e);function a(c){var l,f=(c=Os(c)).length,m,p=!1,h;for(r==null&&(i=o(h=s())),l=0;l<=f;++l)!(l<f&&n(m=c[l],l,c))===p&&((p=!p)?i.lineStart():i.lineEnd()),p&&i.point(+t(m,l,c),+e(m,l,c));if(h)return i=null,h+""||null}return a.x=function(c){return arguments.length?(t=typeof c=="function"?c:X(+c),a):t},a.y=function(c){return arguments.length?(e=typeof c=="function"?c:X(+c),a):e},a.defined=function(c){return arguments.length?(n=typeof c=="function"?c:X(!!c),a):n},a.curve=function(c){return arguments.length?(o=c,r!=null&&(i=o(r)),a):o},a.context=function(c){return arguments.length?(c==null?r=i=null:i=o(r=c),a):r},a}function Hs(t,e,n){var r=null,o=X(!0),i=null,s=Fr,a=null,c=Fs(l);t=typeof t=="function"?t:t===void 0?Vs:X(+t),e=typeof e=="function"?e:X(e===void 0?0:+e),n=typeof n=="function"?n:n===void 0?Bs:X(+n);function l(m){var p,h,d,g=(m=Os(m)).length,y,b=!1,_,k=new Array(g),x=new Array(g);for(i==null&&(a=s(_=c())),p=0;p<=g;++p){if(!(p<g&&o(y=m[p],p,m))===b)if(b=!b)h=p,a.areaStart(),a.lineStart();else{for(a.lineEnd(),a.lineStart(),d=p-1;d>=h;--d)a.point(k[d],x[d]);a.lineEnd(),a.areaEnd()}b&&(k[p]=+t(y,p,m),x[p]=+e(y,p,m),a.point(r?+r(y,p,m):k[p],n?+n(y,p,m):x[p]))}if(_)return a=null,_+""||null}function f(){return ht().defined(o).curve(s).context(i)}return l.x=function(m){return arguments.length?(t=typeof m=="function"?m:X(+m),r=null,l):t},l.x0=function(m){return arguments.length?(t=typeof m=="function"?m:X(+m),l):t},l.x1=function(m){return arguments.length?(r=m==null?null:typeof m=="function"?m:X(+m),l):r},l.y=function(m){return arguments.length?(e=typeof m=="function"?m:X(+m),n=null,l):e},l.y0=function(m){return arguments.length?(e=typeof m=="function"?m:X(+m),l):e},l.y1=function(m){return arguments.length?(n=m==null?null:typeof m=="function"?m:X(+m),l):n},l.lineX0=l.lineY0=function(){return f().x(t).y(e)},l.lineY1=function(){return f().x(t).y(n)},l.lineX1=function(){return f().x(r).y(e)},l.defined=function(m){return arguments.length?(o=typeof m=="function"?m:X(!!m),l):o},l.curve=function(m){return arguments.length?(s=m,i!=null&&(a=s(i)),l):s},l.context=function(m){return arguments.length?(m==null?i=a=null:a=s(i=m),l):i},l}var Mh=bc(Fr);function Us(t){this._curve=t}Us.prototype={areaStart:function(){this._curve.areaStart()},areaEnd:function(){this._curve.areaEnd()},lineStart:function(){this._curve.lineStart()},lineEnd:function(){this._curve.lineEnd()},point:function(t,e){this._curve.point(e*Math.sin(t),e*-Math.cos(t))}};function bc(t){function e(n){return new Us(t(n))}return e._curve=t,e}var Sh=re(3);var _c=re(1/3),Rh=_c*2;var Gs=Dr(Rn/10)/Dr(7*Rn/10),Ph=Dr(Is/10)*Gs,$h=-yc(Is/10)*Gs;var Nh=re(3);var Ah=re(3);var Ch=re(3)/2,xc=1/re(12),Th=(xc/2+1)*3;function Mt(){}function Pn(t,e,n){t._context.bezierCurveTo((2*t._x0+t._x1)/3,(2*t._y0+t._y1)/3,(t._x0+2*t._x1)/3,(t._y0+2*t._y1)/3,(t._x0+4*t._x1+e)/6,(t._y0+4*t._y1+n)/6)}function Or(t){this._context=t}Or.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){switch(this._point){case 3:Pn(this,this._x1,this._y1);case 2:this._context.lineTo(this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3,this._context.lineTo((5*this._x0+this._x1)/6,(5*this._y0+this._y1)/6);default:Pn(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function wc(t){this._context=t}wc.prototype={areaStart:Mt,areaEnd:Mt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._y0=this._y1=this._y2=this._y3=this._y4=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x2,this._y2),this._context.closePath();break}case 2:{this._context.moveTo((this._x2+2*this._x3)/3,(this._y2+2*this._y3)/3),this._context.lineTo((this._x3+2*this._x2)/3,(this._y3+2*this._y2)/3),this._context.closePath();break}case 3:{this.point(this._x2,this._y2),this.point(this._x3,this._y3),this.point(this._x4,this._y4);break}}},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._x2=t,this._y2=e;break;case 1:this._point=2,this._x3=t,this._y3=e;break;case 2:this._point=3,this._x4=t,this._y4=e,this._context.moveTo((this._x0+4*this._x1+t)/6,(this._y0+4*this._y1+e)/6);break;default:Pn(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function vc(t){this._context=t}vc.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3;var n=(this._x0+4*this._x1+t)/6,r=(this._y0+4*this._y1+e)/6;this._line?this._context.lineTo(n,r):this._context.moveTo(n,r);break;case 3:this._point=4;default:Pn(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function zs(t,e){this._basis=new Or(t),this._beta=e}zs.prototype={lineStart:function(){this._x=[],this._y=[],this._basis.lineStart()},lineEnd:function(){var t=this._x,e=this._y,n=t.length-1;if(n>0)for(var r=t[0],o=e[0],i=t[n]-r,s=e[n]-o,a=-1,c;++a<=n;)c=a/n,this._basis.point(this._beta*t[a]+(1-this._beta)*(r+c*i),this._beta*e[a]+(1-this._beta)*(o+c*s));this._x=this._y=null,this._basis.lineEnd()},point:function(t,e){this._x.push(+t),this._y.push(+e)}};var Lh=(function t(e){function n(r){return e===1?new Or(r):new zs(r,e)}return n.beta=function(r){return t(+r)},n})(.85);function $n(t,e,n){t._context.bezierCurveTo(t._x1+t._k*(t._x2-t._x0),t._y1+t._k*(t._y2-t._y0),t._x2+t._k*(t._x1-e),t._y2+t._k*(t._y1-n),t._x2,t._y2)}function qr(t,e){this._context=t,this._k=(1-e)/6}qr.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:$n(this,this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2,this._x1=t,this._y1=e;break;case 2:this._point=3;default:$n(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var Eh=(function t(e){function n(r){return new qr(r,e)}return n.tension=function(r){return t(+r)},n})(0);function Vr(t,e){this._context=t,this._k=(1-e)/6}Vr.prototype={areaStart:Mt,areaEnd:Mt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._x3=t,this._y3=e;break;case 1:this._point=2,this._context.moveTo(this._x4=t,this._y4=e);break;case 2:this._point=3,this._x5=t,this._y5=e;break;default:$n(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var Dh=(function t(e){function n(r){return new Vr(r,e)}return n.tension=function(r){return t(+r)},n})(0);function Br(t,e){this._context=t,this._k=(1-e)/6}Br.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:$n(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var Ih=(function t(e){function n(r){return new Br(r,e)}return n.tension=function(r){return t(+r)},n})(0);function Hr(t,e,n){var r=t._x1,o=t._y1,i=t._x2,s=t._y2;if(t._l01_a>Cs){var a=2*t._l01_2a+3*t._l01_a*t._l12_a+t._l12_2a,c=3*t._l01_a*(t._l01_a+t._l12_a);r=(r*a-t._x0*t._l12_2a+t._x2*t._l01_2a)/c,o=(o*a-t._y0*t._l12_2a+t._y2*t._l01_2a)/c}if(t._l23_a>Cs){var l=2*t._l23_2a+3*t._l23_a*t._l12_a+t._l12_2a,f=3*t._l23_a*(t._l23_a+t._l12_a);i=(i*l+t._x1*t._l23_2a-e*t._l12_2a)/f,s=(s*l+t._y1*t._l23_2a-n*t._l12_2a)/f}t._context.bezierCurveTo(r,o,i,s,t._x2,t._y2)}function js(t,e){this._context=t,this._alpha=e}js.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:this.point(this._x2,this._y2);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3;default:Hr(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var Fh=(function t(e){function n(r){return e?new js(r,e):new qr(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function Qs(t,e){this._context=t,this._alpha=e}Qs.prototype={areaStart:Mt,areaEnd:Mt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1,this._x3=t,this._y3=e;break;case 1:this._point=2,this._context.moveTo(this._x4=t,this._y4=e);break;case 2:this._point=3,this._x5=t,this._y5=e;break;default:Hr(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var Oh=(function t(e){function n(r){return e?new Qs(r,e):new Vr(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function Ws(t,e){this._context=t,this._alpha=e}Ws.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:Hr(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var qh=(function t(e){function n(r){return e?new Ws(r,e):new Br(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function kc(t){this._context=t}kc.prototype={areaStart:Mt,areaEnd:Mt,lineStart:function(){this._point=0},lineEnd:function(){this._point&&this._context.closePath()},point:function(t,e){t=+t,e=+e,this._point?this._context.lineTo(t,e):(this._point=1,this._context.moveTo(t,e))}};function Ts(t){return t<0?-1:1}function Ls(t,e,n){var r=t._x1-t._x0,o=e-t._x1,i=(t._y1-t._y0)/(r||o<0&&-0),s=(n-t._y1)/(o||r<0&&-0),a=(i*o+s*r)/(r+o);return(Ts(i)+Ts(s))*Math.min(Math.abs(i),Math.abs(s),.5*Math.abs(a))||0}function Es(t,e){var n=t._x1-t._x0;return n?(3*(t._y1-t._y0)/n-e)/2:e}function Er(t,e,n){var r=t._x0,o=t._y0,i=t._x1,s=t._y1,a=(i-r)/3;t._context.bezierCurveTo(r+a,o+a*e,i-a,s-a*n,i,s)}function Ir(t){this._context=t}Ir.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=this._t0=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x1,this._y1);break;case 3:Er(this,this._t0,Es(this,this._t0));break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){var n=NaN;if(t=+t,e=+e,!(t===this._x1&&e===this._y1)){switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3,Er(this,Es(this,n=Ls(this,t,e)),n);break;default:Er(this,this._t0,n=Ls(this,t,e));break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e,this._t0=n}}};function Mc(t){this._context=new Xs(t)}(Mc.prototype=Object.create(Ir.prototype)).point=function(t,e){Ir.prototype.point.call(this,e,t)};function Xs(t){this._context=t}Xs.prototype={moveTo:function(t,e){this._context.moveTo(e,t)},closePath:function(){this._context.closePath()},lineTo:function(t,e){this._context.lineTo(e,t)},bezierCurveTo:function(t,e,n,r,o,i){this._context.bezierCurveTo(e,t,r,n,i,o)}};function Sc(t){this._context=t}Sc.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=[],this._y=[]},lineEnd:function(){var t=this._x,e=this._y,n=t.length;if(n)if(this._line?this._context.lineTo(t[0],e[0]):this._context.moveTo(t[0],e[0]),n===2)this._context.lineTo(t[1],e[1]);else for(var r=Ds(t),o=Ds(e),i=0,s=1;s<n;++i,++s)this._context.bezierCurveTo(r[0][i],o[0][i],r[1][i],o[1][i],t[s],e[s]);(this._line||this._line!==0&&n===1)&&this._context.closePath(),this._line=1-this._line,this._x=this._y=null},point:function(t,e){this._x.push(+t),this._y.push(+e)}};function Ds(t){var e,n=t.length-1,r,o=new Array(n),i=new Array(n),s=new Array(n);for(o[0]=0,i[0]=2,s[0]=t[0]+2*t[1],e=1;e<n-1;++e)o[e]=1,i[e]=4,s[e]=4*t[e]+2*t[e+1];for(o[n-1]=2,i[n-1]=7,s[n-1]=8*t[n-1]+t[n],e=1;e<n;++e)r=o[e]/i[e-1],i[e]-=r,s[e]-=r*s[e-1];for(o[n-1]=s[n-1]/i[n-1],e=n-2;e>=0;--e)o[e]=(s[e]-o[e+1])/i[e];for(i[n-1]=(t[n]+o[n-1])/2,e=0;e<n-1;++e)i[e]=2*t[e+1]-o[e+1];return[o,i]}function Rc(t,e){this._context=t,this._t=e}Rc.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=this._y=NaN,this._point=0},lineEnd:function(){0<this._t&&this._t<1&&this._point===2&&this._context.lineTo(this._x,this._y),(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line>=0&&(this._t=1-this._t,this._line=1-this._line)},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;default:{if(this._t<=0)this._context.lineTo(this._x,e),this._context.lineTo(t,e);else{var n=this._x*(1-this._t)+t*this._t;this._context.lineTo(n,this._y),this._context.lineTo(n,e)}break}}this._x=t,this._y=e}};var oe=1;function Ks({panel:t,phases:e}){return u("g",{class:"bands",children:e.map(n=>{let r=Math.max(t.left,t.x(n.start_step)),o=Math.max(0,Math.min(t.right,t.x(n.end_step))-r);return u("g",{class:`band ${n.kind}`,children:[u("rect",{x:r,y:t.top,width:o,height:t.bottom-t.top}),u("rect",{class:"edge",x:r,y:t.top,width:o,height:3}),o>K(n.kind)+4&&u("text",{x:r+o/2,y:t.top+15,"text-anchor":"middle",children:n.kind})]},n.start_step)})})}function Ys({panel:t}){let[e,n]=t.y.domain(),r=t.measure.references.filter(({value:i})=>i>=e&&i<=n),o=t.measure.references.filter(i=>!r.includes(i));return u("g",{class:"references",children:[r.map(({label:i,value:s})=>{let a=s>(e+n)/2&&i!=="untrained";return u("g",{class:"reference",children:[u("line",{x1:t.left,x2:t.right,y1:t.y(s),y2:t.y(s)}),u("text",{x:a?t.left+4:t.right-4,y:t.y(s)+(a?12:-4),"text-anchor":a?"start":"end",children:i})]},i)}),u("text",{class:"outside",x:2,y:t.bottom+30,children:o.map(({label:i,value:s})=>`${i} ${G(s)}`).join(", ")})]})}function Js({panel:t,series:e}){let{values:n,band:[r,o]}=t.measure,i=(l,f)=>t.x(e.points[f].step),s=(l,f)=>Number.isFinite(n[f]),a=Hs().digits(oe).defined(s).x(i).y0((l,f)=>t.y(r[f])).y1((l,f)=>t.y(o[f])),c=ht().digits(oe).defined(s).x(i).y(t.y);return u("g",{class:"curve loss",children:[u("path",{class:"spread",d:a(n)??""}),u("path",{class:"line",d:c(n)??""}),u(ta,{panel:t,series:e,values:n,y:t.y})]})}function Zs({panel:t,series:e}){let n=t.accuracy;if(!n)return null;let r=e.points.map(s=>s.accuracy),o=ht().digits(oe).defined(Number.isFinite).x((s,a)=>t.x(e.points[a].step)).y(n),i=e.column("model_accuracy");return u("g",{class:"curve accuracy",children:[i.some(Number.isFinite)&&u("path",{class:"own",d:o(i)??""}),u("path",{class:"line",d:o(r)??""}),u(ta,{panel:t,series:e,values:r,y:n})]})}function Pc(t,[e,n]){return t.filter(r=>r>=e&&r<=n).length}function ta({panel:t,series:e,values:n,y:r}){return(t.right-t.left)/Pc(e.steps,t.steps)<5?null:u(R,{children:e.points.map(({step:o},i)=>Number.isFinite(n[i])&&u("circle",{cx:t.x(o),cy:r(n[i]),r:2},o))})}function ea({panel:t,companions:e}){return u("g",{class:"companions",children:e.map(({run:n,color:r,dash:o,series:i})=>{let s=t.quantity.read(i),a=ht().digits(oe).defined(Number.isFinite).x((c,l)=>t.x(i.steps[l])).y(t.y);return u("g",{fill:r,children:[u("path",{class:"companion","data-run":n,stroke:r,"stroke-dasharray":o||void 0,d:a(s)??""}),gn(s).map(c=>u("circle",{cx:t.x(i.steps[c]),cy:t.y(s[c]),r:2},c))]},n)})})}function na({panel:t,series:e}){return u("g",{class:"flag-marks",children:e.points.map((n,r)=>{if(!dn(n,e))return null;let{step:o}=n,i=t.measure.values[r];return Number.isFinite(i)?u("circle",{cx:t.x(o),cy:t.y(i),r:5},o):u("path",{d:"M-3.5,-3.5L3.5,3.5M-3.5,3.5L3.5,-3.5",transform:`translate(${t.x(o)},${t.bottom-9})`},o)})})}function $c(t,e){return e.quantity.key==="loss"?t.has_increase?"minimum at":"lowest so far, at":t.has_increase?"loss minimum at":"lowest loss so far, at"}function ra({panel:t,series:e,report:n}){let r=n.minimum_step,o=e.points.findIndex(p=>p.step===r),i=t.measure.values[o];if(r==null||i===void 0||!Number.isFinite(i))return null;let s=t.x(r);if(s<t.left||s>t.right)return null;let[a,c]=n.minimum_interval??[r,r],l=`${$c(n,t)} step ${w(r)}`,f=3.8*l.length,m=Math.min(Math.max(s,t.left+f+4),t.right-f-4);return u("g",{class:"minimum",children:[u("line",{class:"interval",x1:Math.max(t.left,t.x(a)),x2:Math.min(t.right,t.x(c)),y1:t.bottom-3,y2:t.bottom-3}),u("line",{class:"foot",x1:s,x2:s,y1:t.y(i),y2:t.bottom}),u("circle",{cx:s,cy:t.y(i),r:4.5}),u("text",{x:m,y:t.bottom-9,"text-anchor":"middle",children:l})]})}function oa({panel:t,lines:e}){return u(R,{children:e.map((n,r)=>{let o=ht().digits(oe).defined(Number.isFinite).x((i,s)=>t.x(n.steps[s])).y(t.y);return u("g",{class:n.isMuted?"one-line muted-line":"one-line","data-line":r,fill:n.color,children:[u("path",{class:"companion",stroke:n.color,"stroke-dasharray":n.dash||void 0,d:o(n.values)??""}),gn(n.values).map(i=>u("circle",{cx:t.x(n.steps[i]),cy:t.y(n.values[i]),r:2},i)),u("title",{children:n.name})]},n.name)})})}function ia({panel:t,lines:e}){let{top:n,bottom:r,right:o,width:i}=t,s=e.map((l,f)=>{let m=l.values.findLastIndex((p,h)=>Number.isFinite(p)&&l.steps[h]<=t.steps[1]);return{...l,index:f,y:m<0?NaN:Math.min(r,Math.max(n,t.y(l.values[m])))}}).filter(({y:l})=>Number.isFinite(l)).toSorted((l,f)=>l.y-f.y),a=s.filter(({isMuted:l})=>!l),c=Ii(a.map(({y:l})=>l),12,n,r);return u("g",{class:"end-labels",children:s.map(l=>{let f=l.isMuted?l.y:c[a.indexOf(l)];return u("g",{class:l.isMuted?"end-label muted-line":"end-label","data-line":l.index,children:[u("path",{d:`M${o-2},${l.y}L${o+5},${f}h4`,stroke:l.color}),u("text",{x:o+12,y:f,dy:"0.32em",children:st(l.name,Math.floor((i-o-10)/K("x")))})]},l.name)})})}function sa({panel:t,phases:e}){let n=r=>Math.min(t.right,Math.max(t.left,t.x(r)));return u("g",{class:"phase-edges",children:e.map(({kind:r,start_step:o,end_step:i})=>u("rect",{class:`edge ${r}`,x:n(o),y:t.top-4,width:Math.max(0,n(i)-n(o)-1),height:3,children:u("title",{children:`${r}, step ${w(o)} to ${w(i)}`})},o))})}function aa({panel:t,marks:e}){let n=e.filter(({step:r})=>r>=t.steps[0]&&r<=t.steps[1]);return u("g",{class:"step-marks",children:n.map(({step:r,before:o="",after:i=""})=>{let s=t.x(r),[a,c]=[s-K(o)>t.left,s+K(i)<t.width];return u("g",{children:[u("line",{class:"held",x1:s,x2:s,y1:t.top,y2:t.bottom}),o&&a&&u("text",{x:s-5,y:t.bottom-6,"text-anchor":"end",children:o}),i&&c&&u("text",{x:s+5,y:t.bottom-6,children:i})]},r)})})}function ua({layout:t,cursor:e}){let n=E(null);return F(()=>{let r=o=>{let i=o?t.x(o.step):NaN,s=i>=t.left&&i<=t.right;n.current.toggleAttribute("data-shown",s),s&&n.current.firstElementChild.setAttribute("transform",`translate(${i},0)`)};return r(e.current),e.subscribe(r)},[t,e]),u("g",{ref:n,class:"cursor","aria-hidden":"true",children:u("line",{y1:t.top,y2:t.bottom})})}function dt({ctrlKey:t,metaKey:e,altKey:n}){return t||e||n}var la=8;function Nn({panel:t,steps:e,x:n,domain:r,cursor:o,actions:i,describe:s}){let a=E(null),[c,l]=I(null),f=e.filter(v=>v>=r[0]&&v<=r[1]),m=(v,P)=>{v!==void 0&&o.move({step:v,panel:t,byKey:P,line:s?.(v)})},p=v=>v.clientX-v.currentTarget.getBoundingClientRect().left,h=v=>{let P=p(v);a.current!==null&&Math.abs(P-a.current)>=la&&l([a.current,P]),m(f[_e(f,n,P)],!1)},d=v=>{v.button===0&&v.pointerType==="mouse"&&(a.current=p(v),v.currentTarget.setPointerCapture(v.pointerId)),h(v)},g=v=>{if(v.button!==0)return;let P=p(v);if(a.current!==null&&Math.abs(P-a.current)>=la){let[$,A]=[a.current,P].toSorted((O,C)=>O-C).map(O=>Math.round(n.invert(O)));A>$&&i.zoom([Math.max(r[0],$),Math.min(r[1],A)])}else i.hold(f[_e(f,n,P)]??null);y()},y=()=>{a.current=null,l(null)};return{brush:c,handlers:{onPointerMove:h,onPointerDown:d,onPointerUp:g,onPointerCancel:y,onPointerLeave:()=>{a.current===null&&o.move(null)},onDblClick:()=>i.zoom(null),onKeyDown:v=>{if(dt(v))return;let P=o.current,$=P?z(f,P.step):-1,A=f.length-1,O={ArrowLeft:Math.max(0,$-1),ArrowRight:Math.min(A,$+1),Home:0,End:A},C={Escape:()=>o.move(null),Enter:()=>i.hold(f[$]??null),0:()=>i.zoom(null),"+":()=>i.zoom(Nc(f,$))},Q=O[v.key];Q===void 0&&!C[v.key]||(v.preventDefault(),C[v.key]?.(),Q!==void 0&&m(f[Q],!0))},onBlur:()=>o.move(null)}}}function Nc(t,e){let n=Math.max(1,Math.floor(t.length/4)),r=Math.max(0,e),[o,i]=[t[Math.max(0,r-n)],t[Math.min(t.length-1,r+n)]];return o!==void 0&&i!==void 0&&i>o?[o,i]:null}function Ac({lines:t,label:e,quantity:n,stepAxis:r,steps:o,level:i,hasLabels:s,isLog:a},c){let l=Math.max(0,...t.map(({name:g,isMuted:y})=>y?0:K(g))),f=c-(s?Math.min(.32*c,22+l):14),m=kt-et.bottom,p=t.flatMap(g=>g.values.filter((y,b)=>g.steps[b]>=o[0]&&g.steps[b]<=o[1])),h=i===void 0?vt(p,[]):cn(vt([...p,i],[]),i),d=[m-8,et.top+8];return{width:c,left:et.left,right:f,top:et.top,bottom:m,quantity:n,stepAxis:r,steps:o,x:mt(r,o,[et.left+4,f-4]),y:a?vr(h,d):J(h,d),accuracy:null,measure:{label:e,values:[],errors:[],band:[[],[]],unit:NaN,references:[]}}}function Cc(t){let{lines:e,label:n,quantity:r,stepAxis:o,steps:i,panel:s,name:a,level:c,hasLabels:l,isLog:f,phases:m,marks:p,cursor:h,actions:d}=t,[g,y]=ut(360),b=Be(),_=M(()=>Ac(t,y),[e,n,r,o,i,c,l,f,y]),k=M(()=>[...new Set(e.flatMap(N=>N.steps))].toSorted((N,j)=>N-j),[e]),[x,v]=$s(g),P=N=>{let j=e[x.current];return j&&{name:j.name,value:r.format(ee(j,N))}},{brush:$,handlers:A}=Nn({panel:s,steps:k,x:_.x,domain:i,cursor:h,actions:d,describe:P}),O=N=>{let j=N.currentTarget.getBoundingClientRect();v(Rs(e,_.x.invert(N.clientX-j.left),N.clientY-j.top,_.y)),A.onPointerMove(N)},C=N=>()=>{v(-1),N()},Q=N=>{let j={ArrowUp:-1,ArrowDown:1}[N.key];if(!j||dt(N))return A.onKeyDown(N);N.preventDefault();let yt=h.current?.step??k.at(-1)??0;v(Ps(e,yt,x.current,j)),h.move({step:yt,panel:s,byKey:!0,line:P(yt)})},S=M(()=>u("g",{class:"marks",children:[m&&u(sa,{panel:_,phases:m}),u(Mn,{panel:_}),u(kn,{panel:_}),c!==void 0&&u("line",{class:"level",x1:_.left,x2:_.right,y1:_.y(c),y2:_.y(c)}),p&&u(aa,{panel:_,marks:p}),u("clipPath",{id:b,children:u("rect",{x:_.left,y:_.top-6,width:_.right-_.left,height:_.bottom-_.top+12})}),u("g",{"clip-path":`url(#${b})`,children:u(oa,{panel:_,lines:e})}),l&&u(ia,{panel:_,lines:e})]}),[_,e,c,m,p,l]),q=(p??[]).map(({step:N,before:j,after:yt})=>` ${[j,`step ${w(N)}`,yt].filter(Boolean).join(", ")}.`);return u("div",{ref:g,class:"chart",children:u("svg",{class:"lines",width:y,height:kt,viewBox:`0 0 ${y} ${kt}`,role:"img",tabIndex:0,"aria-label":`${a}: ${n} of ${e.map(N=>N.name).join(", ")}.${q.join("")} Arrow keys move the cursor.`,...A,onPointerMove:O,onPointerLeave:C(A.onPointerLeave),onBlur:C(A.onBlur),onKeyDown:Q,children:[S,$&&u(Sn,{panel:_,ends:$}),u(ua,{layout:_,cursor:h})]})})}var ie=at(Cc);function ca({rows:t,options:e,others:n,colors:r,dashes:o}){let i=t.some(l=>l.points.some(f=>dn(f,l))),s=e.quantity.label,a=t.some(({spread:l})=>l),c=!!e.quantity.readErrors;return u("section",{class:"legend","aria-label":"Legend",children:[u("ul",{children:[u("li",{children:[u(Ur,{kind:"constant"})," ",u("b",{children:"constant"})," as untrained"]}),u("li",{children:[u(Ur,{kind:"decrease"})," ",u("b",{children:"decrease"})," learns to carry its input"]}),u("li",{children:[u(Ur,{kind:"increase"})," ",u("b",{children:"increase"})," forgets it"]}),u("li",{children:[u("svg",{width:26,height:14,class:"curve loss","aria-hidden":"true",children:[u("path",{class:"spread",d:"M0,3H26V11H0Z"}),u("path",{class:"line",d:"M0,7H26"})]}),s,a?", mean, lowest to highest seed":c&&" \xB1 standard error"]}),e.accuracyDomain&&e.quantity.key!=="accuracy"&&u("li",{children:[u("svg",{width:26,height:14,class:"curve accuracy","aria-hidden":"true",children:u("path",{class:"line",d:"M0,7H26"})}),"probe accuracy, shared scale"]}),e.accuracyDomain&&t[0]?.column("model_accuracy").some(Number.isFinite)&&u("li",{children:[u("svg",{width:26,height:14,class:"curve accuracy","aria-hidden":"true",children:u("path",{class:"own",d:"M0,7H26"})}),"accuracy of the model itself"]}),u("li",{children:[u("svg",{width:26,height:16,class:"minimum","aria-hidden":"true",children:[u("line",{class:"interval",x1:1,x2:25,y1:13,y2:13}),u("circle",{cx:13,cy:6,r:4.5})]}),"minimum and its interval"]}),i&&u("li",{children:[u("svg",{width:26,height:14,class:"flag-marks","aria-hidden":"true",children:u("circle",{cx:13,cy:7,r:5})}),"record with a remark"]})]}),e.quantity.key!=="loss"&&u("p",{children:"Phases and minimum are those of the reconstruction loss."}),n.length>0&&u(Gr,{others:n,colors:r,dashes:o})]})}function Gr({others:t,colors:e,dashes:n}){return u("ul",{class:"keys","aria-label":"Runs",children:t.map(({summary:{run:r}})=>u("li",{children:[u(Pe,{color:e.get(r),dash:n.get(r)})," ",L(r)]},r))})}function Pe({color:t,dash:e}){return u("svg",{width:26,height:10,class:"stroke","aria-hidden":"true",children:u("path",{d:"M0,5H26",stroke:t,"stroke-width":2,"stroke-dasharray":e||void 0})})}function Ur({kind:t}){return u("svg",{width:26,height:14,class:`band ${t}`,"aria-hidden":"true",children:[u("rect",{width:26,height:14}),u("rect",{class:"edge",width:26,height:3})]})}function An(t){document.hasFocus()&&(t.currentTarget.contains(t.relatedTarget)||(t.currentTarget.open=!1))}function Cn(t){t.key==="Escape"&&(t.currentTarget.open=!1,t.currentTarget.querySelector("summary").focus())}var fa=["curves","map","compare"],Tc=[...fa,"breakdowns"];function ma(t){let{runs:e,focus:n,layers:r,selection:o,select:i}=t,s=new Set(e.map(({run:a})=>ve(a))).size<e.length;return u("header",{class:"controls",children:[u("label",{class:"run",children:[u("span",{class:"control-name",children:"Run"}),u("select",{name:"run",value:n,onChange:a=>i({run:a.currentTarget.value}),children:e.map(a=>u("option",{value:a.run,children:Fc(a)},a.run))})]}),e.length>1&&u(Ec,{...t}),r.length>1&&u(pa,{name:"Layers",items:r.map(a=>({value:a,label:a})),chosen:wn(r,o.layers)??r,choose:a=>i({layers:a.length===r.length?null:a})}),fa.includes(o.view)&&u(Lc,{...t}),Tc.includes(o.view)&&u(St,{name:"Step axis",value:o.stepAxis,options:{log:"log(1 + step)",linear:"linear"},choose:a=>i({stepAxis:a})}),s&&u("label",{class:"switch",children:[u("input",{type:"checkbox",checked:o.grouped,onChange:()=>i({grouped:!o.grouped})}),"Mean over seeds"]}),o.zoom&&u("button",{class:"chip",onClick:()=>i({zoom:null}),children:["steps ",o.zoom.map(w).join("\u2013")," \u2715"]}),o.step!==null&&u("button",{class:"chip",onClick:()=>i({step:null}),children:["held at step ",w(o.step)," \u2715"]})]})}function Lc({quantities:t,selection:e,select:n}){return u("label",{children:[u("span",{class:"control-name",children:"Quantity"}),u("select",{name:"quantity",value:Ft(t,e.metric).key,onChange:r=>n({metric:r.currentTarget.value}),children:t.map(({key:r,label:o})=>u("option",{value:r,children:o},r))})]})}function Ec({runs:t,focus:e,others:n,colors:r,dashes:o,select:i}){let s=t.filter(({run:a})=>a!==e).map(({run:a})=>({value:a,label:L(a),color:r.get(a),dash:o.get(a)}));return u(pa,{name:"Beside it",items:s,chosen:n,choose:a=>i({others:a})})}var Dc=10;function pa({name:t,items:e,chosen:n,choose:r}){let[o,i]=I(""),s=e.map(({value:f})=>f).filter(f=>n.includes(f)),a=e.filter(({label:f})=>f.toLowerCase().includes(o.toLowerCase())),c=f=>r(e.map(m=>m.value).filter(m=>m===f!==s.includes(m))),l=a.map(({value:f})=>f);return u("div",{children:[u("span",{class:"control-name",children:t}),u(Ic,{label:`${s.length} of ${e.length}`,name:t,children:[e.length>Dc&&u("input",{type:"search",placeholder:"filter","aria-label":`Filter ${t}`,value:o,onInput:f=>i(f.currentTarget.value)}),u("div",{class:"row",children:[u("button",{onClick:()=>r([...new Set([...s,...l])]),children:"all"}),u("button",{onClick:()=>r(s.filter(f=>!l.includes(f))),children:"none"})]}),u("ul",{children:a.map(({value:f,label:m,color:p,dash:h})=>u("li",{children:u("label",{children:[u("input",{type:"checkbox",checked:s.includes(f),onChange:()=>c(f)}),p&&u(Pe,{color:p,dash:h}),m]})},f))})]})]})}function Ic({label:t,name:e,children:n}){return u("details",{class:"dropdown",onFocusOut:An,onKeyDown:Cn,children:[u("summary",{"aria-label":`${e}: ${t}`,children:[t," \u25BE"]}),u("div",{tabIndex:-1,children:n})]})}function Fc({run:t,num_steps:e,last_step:n,error:r}){let o=n===null?"no probe step":`${fn(e,"probe step")} to step ${w(n)}`;return`${L(t)} \xB7 ${r?"damaged, ":""}${o}`}var Oc={curves:"Curves",portrait:"Phase portrait",map:"Heat map",images:"Reconstructions",compare:"Compare",breakdowns:"Breakdowns"};function ha({view:t,choose:e}){return u("nav",{class:"views",role:"tablist","aria-label":"Views",onKeyDown:r=>{let o={ArrowLeft:-1,ArrowRight:1}[r.key];if(!o||dt(r))return;r.preventDefault();let i=Ot[(Ot.indexOf(t)+o+Ot.length)%Ot.length];e(i),r.currentTarget.querySelector(`[data-view="${i}"]`).focus()},children:Ot.map(r=>u("button",{role:"tab",id:`tab-${r}`,"aria-controls":"view","data-view":r,"aria-selected":r===t,tabIndex:r===t?0:-1,onClick:()=>e(r),children:Oc[r]},r))})}function St({name:t,value:e,options:n,choose:r}){return u("fieldset",{class:"choice",children:[u("legend",{class:"control-name",children:t}),u("div",{class:"segments",children:Object.entries(n).map(([o,i])=>u("label",{children:[u("input",{type:"radio",name:t,value:o,checked:o===e,onChange:()=>r(o)}),u("span",{children:i})]},o))})]})}var qc=["fill","fill-opacity","stroke","stroke-width","stroke-dasharray","stroke-linejoin","stroke-linecap","opacity","paint-order","font-family","font-size","font-weight","font-variant-numeric","text-anchor","visibility"],Vc=/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;function ga(t,{title:e,subtitle:n,legend:r}){let o=getComputedStyle(document.body),{width:i,height:s}=t.viewBox.baseVal,a=i+28,c=Hc(r,a),l=Bc(n,Math.floor(i/6)),f=14+(1+l.length)*18+6,m=f+s+18,p=m+(c.at(-1)?.y??-18)+18,h=(g,y,b,_,k)=>`<text x="${g}" y="${y}" font-family="system-ui, sans-serif" font-size="${_}" font-weight="${k}" fill="${o.color}">${da(b)}</text>`,d=Gc(t);return d.setAttribute("x",String(14)),d.setAttribute("y",String(f)),[`<svg xmlns="http://www.w3.org/2000/svg" width="${a}" height="${p}" viewBox="0 0 ${a} ${p}">`,`<title>${da(e)}</title>`,`<rect width="100%" height="100%" fill="${o.backgroundColor}"/>`,h(14,27,e,15,650),...l.map((g,y)=>h(14,27+(y+1)*18,g,11.5,400)),new XMLSerializer().serializeToString(d),...c.map(({x:g,y,color:b,dash:_,text:k})=>`<path d="M${g},${m+y-5}h16" stroke="${Uc(b)}" stroke-width="4" stroke-dasharray="${_||"none"}"/>`+h(g+22,m+y,k,11.5,400)),"</svg>"].join(`
`).replaceAll(Vc,"")}function Bc(t,e){let n=[""];for(let r of t.split(" ")){let o=n.at(-1);o&&o.length+1+r.length>e?n.push(r):n[n.length-1]=o?`${o} ${r}`:r}return n}function Hc(t,e){let[n,r]=[14,0];return t.map(o=>{let i=36+6.6*o.text.length;n>14&&n+i>e&&([n,r]=[14,r+18]);let s={x:n,y:r,...o};return n+=i,s})}function Uc(t){let e=/^var\((--[a-z]+)\)$/.exec(t)?.[1];return e?getComputedStyle(document.documentElement).getPropertyValue(e).trim():t}function Gc(t){let e=t.cloneNode(!0),n=[t,...t.querySelectorAll("*")],r=[e,...e.querySelectorAll("*")];return n.forEach((o,i)=>{let s=getComputedStyle(o),a=r[i];for(let c of qc){let l=s.getPropertyValue(c),f=c.startsWith("font")||c==="text-anchor";l&&(!f||a instanceof SVGTextElement)&&a.setAttribute(c,l)}a.removeAttribute("class")}),r.forEach((o,i)=>{n[i].closest(".cursor, .brush")&&o.remove()}),e}function da(t){return t.replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;").replaceAll('"',"&quot;")}async function ya(t){let e=new Image;e.src=URL.createObjectURL(new Blob([t],{type:"image/svg+xml"}));try{await e.decode();let n=document.createElement("canvas");return[n.width,n.height]=[2*e.width,2*e.height],n.getContext("2d").drawImage(e,0,0,n.width,n.height),await new Promise((r,o)=>n.toBlob(i=>i?r(i):o(new Error("the browser drew no PNG")),"image/png"))}finally{URL.revokeObjectURL(e.src)}}function Rt(t,e,n,r="text/plain"){let o=document.createElement("a"),i=typeof t=="string"?new Blob([t],{type:r}):t;o.href=URL.createObjectURL(i),o.download=`${e.replaceAll(/[^A-Za-z0-9]+/g,"-").replaceAll(/^-|-$/g,"")||"phases"}.${n}`,o.click(),setTimeout(()=>URL.revokeObjectURL(o.href),1e4)}function Tn({columns:t,rows:e}){return[t,...e].map(n=>n.map(zc).join(",")).join(`\r
`)+`\r
`}function zc(t){if(typeof t=="number")return Number.isFinite(t)?String(ba(t)):"";let e=/^[=+\-@\t\r]/.test(t??"")?`'${t}`:t??"";return/[",\r\n]/.test(e)?`"${e.replaceAll('"','""')}"`:e}function Ln({columns:t,rows:e}){let n=e.map(r=>Object.fromEntries(t.map((o,i)=>[o,jc(r[i])])));return JSON.stringify(n,null,1)}function jc(t){return typeof t!="number"?t??null:Number.isFinite(t)?ba(t):null}function ba(t){for(let e=6;e<10;e++){let n=Number(t.toPrecision(e));if(Math.fround(n)===t)return n}return t}var Qc=["SVG","PNG"];function Z({title:t,subtitle:e,note:n,panel:r,aside:o,table:i,legend:s=[],wide:a,children:c}){let l=E(null),[f,m]=I(!1),p=()=>ga(l.current.querySelector(".chart svg"),{title:t,subtitle:[e,n].filter(Boolean).join(". "),legend:s}),h={SVG:()=>Rt(p(),t,"svg","image/svg+xml"),PNG:async()=>Rt(await ya(p()),t,"png"),CSV:()=>Rt(Tn(i()),t,"csv","text/csv"),JSON:()=>Rt(Ln(i()),t,"json","application/json")};return u("article",{ref:l,class:`panel ${a?"wide":""}`,"data-panel":r,children:[u("header",{children:[u("h2",{children:t}),u("span",{class:"muted",title:e,children:e}),o,u("details",{class:"menu",onFocusOut:An,onKeyDown:Cn,children:[u("summary",{"aria-label":`Save ${t}, or show its numbers`,children:"\u22EF"}),u("div",{tabIndex:-1,children:[u("button",{onClick:()=>m(!f),"aria-pressed":f,children:f?"Chart":"Table"}),Object.entries(h).map(([d,g])=>u("button",{disabled:f&&Qc.includes(d),onClick:()=>{g()},children:d},d))]})]})]}),n&&u("p",{class:"note",children:n}),f?u(Wc,{table:i(),title:t}):c]})}function Wc({table:{columns:t,rows:e},title:n}){return u("div",{class:"numbers",tabIndex:0,role:"region","aria-label":`Numbers of ${n}`,children:u("table",{children:[u("thead",{children:u("tr",{children:t.map(r=>u("th",{scope:"col",class:"number",children:r},r))})}),u("tbody",{children:e.map((r,o)=>u("tr",{children:r.map((i,s)=>u("td",{class:"number",children:Oi(i)},s))},o))})]})})}var En=["loss_share_hardest_1","loss_share_hardest_5","loss_share_hardest_10"],Dn="fitted_share",zr="prototype_agreement",jr="gradient_rows";function _a(t){return t.find(e=>[...En,Dn,zr,jr].some(n=>e.column(n).some(Number.isFinite)))}function xa(t,e){return t[e.findIndex(n=>n>.5)]??null}function wa(t){let e=t.filter(Number.isFinite),[n,r]=[Math.min(...e),Math.max(...e)];return n>0&&r>20*n}var va=Jt("share",!0),Xc=Jt("rows",!1);function Qr({focus:t,options:e,cursor:n,actions:r}){let o=xt(),i=M(()=>_a(t.rows),[t.rows]),s=M(()=>i?Kc(i,o):[],[i,o]),a=M(()=>i?xa(i.steps,i.column(Dn)):null,[i]),c=M(()=>a===null?[]:[{step:a,before:"prototyping",after:"fitting a few"}],[a]);return!i||!s.length?null:u(R,{children:[u("h2",{class:"section",children:"From the majority to a few"}),u("p",{class:"explanation",children:["At first the network learns what most rows have in common (prototyping); once more than half of them are fitted",a!==null&&` (dashed, step ${w(a)})`,", the loss sits in ever fewer rows, and these few drive the gradient (",u("a",{href:"https://arxiv.org/abs/2202.08299",target:"_blank",rel:"noreferrer",children:"arXiv 2202.08299"}),")."]}),u("div",{class:"panels",role:"group","aria-label":"From the majority to a few",children:s.map(({title:l,subtitle:f,label:m,lines:p,quantity:h,isLog:d})=>u(Z,{title:l,subtitle:f,table:()=>({columns:["step",...p.map(({name:g})=>g)],rows:i.steps.map((g,y)=>[g,...p.map(({values:b})=>b[y])])}),legend:p.map(({name:g,color:y})=>({color:y,text:g})),children:u(ie,{lines:p,label:m,name:l,panel:i.key,quantity:h,stepAxis:e.stepAxis,steps:e.steps,hasLabels:p.length>1,isLog:d,marks:c,cursor:n,actions:r})},l))})]})}function Kc(t,e){let n=(s,a,c)=>{let l=t.column(s);return l.some(Number.isFinite)?[{name:a,color:c,steps:t.steps,values:l}]:[]},r=En.flatMap((s,a)=>n(s,`hardest ${s.split("_").at(-1)} %`,It(a,En.length,e))),o=[...n(Dn,"fitted","var(--accuracy)"),...n(zr,"by prototypes","var(--muted)")],i=n(jr,"rows","var(--loss)");return[{title:"Loss of the hardest rows",subtitle:"fit rows",label:"share of the cross-entropy",lines:r,quantity:va,isLog:!1},{title:"Rows fitted",subtitle:o.length>1?"or decided by prototypes":"fit rows",label:"share of the rows",lines:o,quantity:va,isLog:!1},{title:"Rows in the gradient",subtitle:"of the last layer",label:"effective number of rows",lines:i,quantity:Xc,isLog:wa(i.flatMap(({values:s})=>s))}].filter(({lines:s})=>s.length)}var gt={height:10,gap:10,room:44,parts:41};function ka(t,e){return t.numRows*Ma(t,e)+gt.gap+gt.room}function Ma({numColumns:t},e){return Math.max(8,Math.min(52,Math.floor((e-8)/t)))}function Sa({grid:t,unit:e,most:n,steps:r,width:o,theme:i}){let{numRows:s,numColumns:a,cells:c}=t,l=Ma(t,o),f=e==="loss"?-1:1,m=Se(e),p=4;return u("g",{class:"grid-map",children:[c.map(({name:h,row:d,column:g,from:y,to:b,change:_})=>{let k=f*_/n;return u("g",{transform:`translate(${p+g*l},${d*l})`,children:[u("title",{children:`${h}: ${m(y)} at step ${w(r[0])}, ${m(b)} at step ${w(r[1])}`}),Number.isFinite(_)?u("rect",{width:l-2,height:l-2,fill:Rr(k,i)}):u("rect",{class:"missing",width:l-2,height:l-2}),l>=36&&u("text",{class:Math.abs(k)>.62?"on-strong":"on-weak",x:l/2-1,y:l/2-1,dy:"0.32em","text-anchor":"middle",children:te(_,e)})]},h)}),u(Yc,{left:p,top:s*l+gt.gap,width:Math.min(o-8,Math.max(230,a*l-2)),most:n,sign:f,unit:e,theme:i})]})}function Yc({left:t,top:e,width:n,most:r,sign:o,unit:i,theme:s}){let a=n/gt.parts;return u("g",{class:"color-legend",transform:`translate(${t},${e})`,children:[Array.from({length:gt.parts},(c,l)=>u("rect",{x:l*a,width:a+.4,height:gt.height,fill:Rr(2*l/(gt.parts-1)-1,s)},l)),u("text",{y:gt.height+13,children:[te(-o*r,i)," forgotten"]}),u("text",{x:n,y:gt.height+13,"text-anchor":"end",children:["learned ",te(o*r,i)]})]})}var In=18,Ra=26,Jc=24,Zc=62;function tf(t,e){let n=0;return{placed:t.map(o=>{let i=Tr(o.changes),s=n;return n+=Ra+(i?ka(i,e):o.changes.length*In+Jc)+10,{...o,grid:i,top:s}}),height:n}}function ef({name:t,sections:e,steps:n,theme:r}){let[o,i]=ut(360),{placed:s,height:a}=M(()=>tf(e,i),[e,i]),c=M(()=>nf(e,i),[e,i]);return u("div",{ref:o,class:"chart",children:u("svg",{class:"difference",width:i,height:a,viewBox:`0 0 ${i} ${a}`,role:"img","aria-label":af(t,e,n),children:s.map(({top:l,grid:f,...m})=>u("g",{transform:`translate(0,${l})`,children:[u("text",{class:"part-title",x:2,y:13,children:[Zt(m.unit)," ",m.title]}),u("g",{transform:`translate(0,${Ra})`,children:f?u(Sa,{grid:f,unit:m.unit,most:m.most,steps:n,width:i,theme:r}):u(of,{section:m,steps:n,left:c,width:i})})]},m.title))})})}var Pa=at(ef);function nf(t,e){let n=t.filter(({changes:r})=>!Tr(r)).flatMap(({changes:r})=>r.map(o=>o.name));return Math.min(.34*e,12+Math.max(30,...n.map(K)))}function rf(t,e){let n=e.flatMap(({from:r,to:o})=>[r,o]).filter(Number.isFinite);return t==="loss"?[0,Math.max(1e-8,...n)*1.04]:[Math.max(-1,Math.min(0,...n)),1]}function of({section:{unit:t,changes:e},steps:n,left:r,width:o}){let i=o-Zc,s=e.length*In,a=J(rf(t,e),[r+6,i-6]).clamp(!0),c=a.tickFormat(4,t==="loss"?void 0:"~%");return u(R,{children:[u("g",{class:"axis",children:[a.ticks(4).map(l=>u("g",{class:"tick",transform:`translate(${a(l)},0)`,children:[u("line",{class:"grid",y1:-2,y2:s}),u("text",{y:s+12,"text-anchor":"middle",children:c(l)})]},l)),u("text",{x:o-2,y:-5,"text-anchor":"end",children:t==="loss"?"change":"points"})]}),e.map((l,f)=>u(sf,{change:l,unit:t,steps:n,x:a,left:r,width:o,y:f*In+In/2},l.name))]})}function sf({change:{name:t,from:e,to:n,change:r,isLost:o},unit:i,steps:s,x:a,left:c,width:l,y:f}){let m=Se(i),p=Number.isFinite(r),h=te(r,i),d=/\d/.test(h[0])||!p?"same":o?"lost":"gained";return u("g",{class:`dumbbell ${d}`,transform:`translate(0,${f})`,children:[u("title",{children:`${t}: ${m(e)} at step ${w(s[0])}, ${m(n)} at step ${w(s[1])}`}),u("text",{x:c-4,dy:"0.32em","text-anchor":"end",children:st(t,Math.floor((c-6)/K("x")))}),p&&u(R,{children:[u("line",{class:"way-between",x1:a(e),x2:a(n)}),u("circle",{class:"before",cx:a(e),r:4}),u("circle",{class:"after",cx:a(n),r:4.5})]}),u("text",{class:"change",x:l-2,dy:"0.32em","text-anchor":"end",children:h})]})}function af(t,e,n){let r=e.map(({title:o,unit:i,changes:s})=>{let a=Se(i),c=s.map(({name:l,from:f,to:m})=>`${l} ${a(f)} to ${a(m)}`);return`${Zt(i)} ${o}: ${c.join(", ")}`});return`${t}, step ${w(n[0])} to ${w(n[1])}. ${r.join("; ")}.`}function Na({focus:t,kinds:e,selection:n,select:r}){let o=xt(),i=M(()=>cf(t,e,n),[t,e.join(`
`),n.unit,n.from,n.to,n.step]),s=t.rows[0].steps;return u(R,{children:[u("h2",{class:"section",children:"What was forgotten between two steps"}),u("div",{class:"view-controls",children:[u($a,{name:"From",value:n.from,steps:s,otherwise:"reconstruction minimum",choose:a=>r({from:a})}),u($a,{name:"To",value:n.to,steps:s,otherwise:n.step===null?"last step":`held step ${w(n.step)}`,choose:a=>r({to:a})}),u(pf,{})]}),u("div",{class:"panels",role:"group","aria-label":"What was forgotten",children:i.map(({series:a,sections:c,steps:l,told:f})=>u(Z,{title:B(a,t.rows),subtitle:`step ${w(l[0])} to ${w(l[1])}`,note:f??lf(l,n.from),table:()=>mf(c,l),legend:uf,children:u(Pa,{name:B(a,t.rows),sections:c,steps:l,theme:o})},a.key))})]})}var uf=[{color:"var(--lost)",text:"forgotten: carried less at the second step"},{color:"var(--gained)",text:"learned"}];function lf([t,e],n){if(!(t!==e||n!==null))return`The reconstruction minimum so far is step ${w(e)} itself: nothing was forgotten since.`}function cf({rows:t,reports:e},n,r){let o=t.flatMap(s=>{let a=D(e,s.row),c=ws(s,a,r);if(!c)return[];let l=n.flatMap(f=>{let m=vn(s,f,r.unit);return m?[{title:`by ${pt(f).name}`,unit:m.unit,changes:vs(m,s,c),most:0}]:[]});return l.length?[{series:s,sections:l,steps:c,told:a?.forgotten}]:[]}),i=o.flatMap(({sections:s})=>s);return o.map(s=>({...s,sections:s.sections.map(a=>({...a,most:ff(i.filter(({title:c})=>c===a.title))}))}))}function ff(t){let e=t.flatMap(n=>n.changes.map(({change:r})=>Math.abs(r)));return Math.max(0,...e.filter(Number.isFinite))||1}function mf(t,[e,n]){let r=["parts","part","unit",`step ${e}`,`step ${n}`,"change"],o=t.flatMap(({title:i,unit:s,changes:a})=>a.map(({name:c,from:l,to:f,change:m})=>[i,c,s==="loss"?"loss":"explained variance",l,f,m]));return{columns:r,rows:o}}function $a({name:t,value:e,steps:n,otherwise:r,choose:o}){let i=e===null||n.includes(e)?n:[e,...n];return u("label",{children:[u("span",{class:"control-name",children:t}),u("select",{name:t.toLowerCase(),value:e===null?"":String(e),onChange:s=>o(s.currentTarget.value===""?null:Number(s.currentTarget.value)),children:[u("option",{value:"",children:r}),i.map(s=>u("option",{value:s,children:["step ",w(s)]},s))]})]})}function pf(){return u("ul",{class:"ways","aria-label":"Legend",children:["lost","gained"].map(t=>u("li",{children:[u("svg",{width:40,height:12,class:`dumbbell ${t}`,"aria-hidden":"true",children:[u("line",{class:"way-between",x1:6,x2:34,y1:6,y2:6}),u("circle",{class:"before",cx:t==="lost"?34:6,cy:6,r:4}),u("circle",{class:"after",cx:t==="lost"?6:34,cy:6,r:4.5})]}),t==="lost"?"forgotten":"learned"]},t))})}var hf={explained:"explained variance",loss:"reconstruction loss"};function Aa(t){let{focus:e,selection:n,select:r}=t,o=M(()=>_s(e.rows),[e.rows]);if(!o.length)return u(R,{children:[u(gf,{}),u(Qr,{...t})]});let s=n.kind==="all"||o.includes(n.kind)?n.kind:o[0],a=Object.fromEntries([...o.map(l=>[l,pt(l).name]),...o.length>1?[["all","all"]]:[]]),c=s==="all"?o:[s];return u("section",{"aria-label":"Breakdowns",children:[u(df,{...t}),u("div",{class:"view-controls",children:[u(St,{name:"Parts by",value:s,options:a,choose:l=>r({kind:l})}),u(St,{name:"Drawn as",value:n.unit,options:hf,choose:l=>r({unit:l})})]}),u(yf,{...t,kinds:c}),u(Na,{...t,kinds:c}),u(Qr,{...t})]})}function df({focus:{rows:t,reports:e}}){let n=t.map(r=>D(e,r.row)?.forgotten).findLast(Boolean);return n?u("p",{class:"headline increase forgotten",children:n}):null}function gf(){return u("section",{class:"empty",children:[u("h2",{children:"This log has no breakdowns"}),u("p",{children:["A breakdown splits the reconstruction loss of a layer by colour, spatial frequency, image position, class, difficulty or principal component of the input, and shows which parts are forgotten first. The probe measures it where"," ",u("code",{children:"quantities"})," is not None and there is something to measure:"]}),u("pre",{children:u("code",{children:'model.fit(x, y, callbacks=[PhaseProbe(quantities=["auto", "component"], log_dir="logs/run1")])'})})]})}function yf({focus:t,kinds:e,options:n,selection:r,cursor:o,actions:i}){let s=xt(),{unit:a,step:c}=r,l=M(()=>e.map(m=>({kind:m,panels:t.rows.flatMap(p=>_f(p,m,a,s)??[])})),[t.rows,e.join(`
`),a,s]),f=M(()=>c===null?[]:[{step:c}],[c]);return u(R,{children:l.map(({kind:m,panels:p})=>u("div",{children:[u("h2",{class:"section",children:[Zt(p[0]?.breakdown.unit??a)," ",pt(m).title]}),u("div",{class:"panels",role:"group","aria-label":`Parts ${pt(m).title}`,children:p.map(({series:h,breakdown:d,lines:g})=>u(Z,{title:B(h,t.rows),subtitle:`by ${pt(m).name}`,table:()=>({columns:["step",...g.map(({name:y})=>y)],rows:h.steps.map((y,b)=>[y,...g.map(({values:_})=>_[b])])}),legend:xf(g),children:u(ie,{lines:g,label:Zt(d.unit),name:`${B(h,t.rows)}, ${pt(m).title}`,panel:h.key,quantity:bf[d.unit],stepAxis:n.stepAxis,steps:n.steps,hasLabels:!0,phases:D(t.reports,h.row)?.phases,marks:f,cursor:o,actions:i})},h.key))})]},m))})}var bf={loss:Jt("reconstruction loss",!1),explained:Jt("explained variance",!0)};function _f(t,e,n,r){let o=vn(t,e,n);if(!o)return null;let{parts:i}=o,s=!!pt(e).isOrdered,a=xs(i,s),c=i.map((l,f)=>{let m=!a.has(l.name),p=m?"var(--muted)":ns(l.name,f,i.length,s,r);return{...l,steps:t.steps,color:p,isMuted:m}});return{series:t,breakdown:o,lines:c}}function xf(t){let e=t.filter(({isMuted:n})=>!n).map(({name:n,color:r})=>({color:r,text:n}));return e.length<t.length?[...e,{color:"var(--muted)",text:"the others"}]:e}function se(t,e){let n=e?.phases?.at(-1),r=t.points.findLast(({loss:s})=>Number.isFinite(s));if(!n||!r||e?.minimum_step==null)return null;let o=e.minimum_step,i=s=>xe(t,t.column(s),o);return{kind:n.kind,since:n.start_step,minimumStep:o,interval:e.minimum_interval??[o,o],isPast:!!e.has_increase,lastStep:r.step,lossAtMinimum:i("reconstruction_loss"),lossAtLast:r.loss,accuracyAtMinimum:i("probe_accuracy"),accuracyAtLast:r.accuracy}}function $e({lossAtMinimum:t,lossAtLast:e}){return e/t-1}function Ca(t,e){if(!e)return`${t}: too few probe steps to tell phases apart.`;let{kind:n,since:r,minimumStep:o,interval:i,isPast:s,lastStep:a}=e,c=`${t} has been in the ${n} phase since step ${w(r)}.`;if(!s)return`${c} No increase yet: nothing speaks for stopping at step ${w(a)}.`;let l=i[0]<i[1]?` (between ${w(i[0])} and ${w(i[1])})`:"";return`${c} Its reconstruction minimum was at step ${w(o)}${l}: stopping there ${wf(e)}.`}function wf(t){let{lossAtMinimum:e,lossAtLast:n,accuracyAtMinimum:r,accuracyAtLast:o}=t,i=`would have kept the loss at ${G(e)} instead of ${G(n)} (${V($e(t))} higher now)`;return!Number.isFinite(r)||!Number.isFinite(o)?i:`${i}, at a probe accuracy of ${V(r)} instead of ${V(o)}`}function La(t){let{focus:e,others:n}=t;return u("section",{children:[u(kf,{...t}),n.length>0?u(Rf,{...t}):u("p",{class:"muted",children:["Choose further runs under ",u("b",{children:"Beside it"})," to see their differences to ",L(e.summary.run),"."]})]})}var vf=(t,e)=>t===void 0||!Number.isFinite(t)?"\u2013":e(t),ae=[{name:"run",value:({run:t})=>L(t),show:({run:t})=>L(t)},{name:"layer",value:({layer:t})=>t,show:({layer:t})=>t},{name:"decoder",value:({decoder:t})=>t,show:({decoder:t})=>t},{name:"phase now",value:({advice:t})=>t?.kind??null,show:({advice:t})=>t?.kind??"\u2013"},lt("minimum at step",({advice:t})=>t?.minimumStep,w),lt("from step",({advice:t})=>t?.interval[0],w),lt("to step",({advice:t})=>t?.interval[1],w),lt("stop step",({advice:t})=>t?.isPast?t.minimumStep:void 0,w),lt("loss at minimum",({advice:t})=>t?.lossAtMinimum,G),lt("last loss",({advice:t})=>t?.lossAtLast,G),lt("rise since",({advice:t})=>t&&$e(t),V),lt("accuracy at minimum",({advice:t})=>t?.accuracyAtMinimum,V),lt("best accuracy",({best:t})=>t?.accuracy,V),lt("at step",({best:t})=>t?.step,w)];function lt(t,e,n){return{name:t,value:r=>e(r)??null,show:r=>vf(e(r)??void 0,n)}}function kf({focus:t,others:e,colors:n,dashes:r}){let[o,i]=I({place:-1,down:!1}),s=M(()=>[t,...e].flatMap(l=>Mf(l,n,r)),[t,e,n,r]),a=M(()=>Sf(s,o),[s,o]),c=()=>({columns:ae.map(({name:l})=>l),rows:a.map(l=>ae.map(({value:f})=>f(l)))});return u("div",{class:"minima",children:[u("div",{class:"scroll",children:u("table",{children:[u("thead",{children:u("tr",{children:ae.map(({name:l},f)=>u("th",{scope:"col",class:f>=Ta?"number":"","aria-sort":o.place===f?o.down?"descending":"ascending":"none",children:u("button",{onClick:()=>i({place:f,down:o.place===f&&!o.down}),children:[l," ",o.place===f&&(o.down?"\u2193":"\u2191")]})},l))})}),u("tbody",{children:a.map(l=>u("tr",{children:ae.map(({name:f,show:m},p)=>u("td",{class:p>=Ta?"number":"",children:[p===0&&u(Pe,{color:l.color,dash:l.dash}),m(l)]},f))},`${l.run} ${l.layer}/${l.decoder}`))})]})}),u("p",{class:"row",children:[u("button",{onClick:()=>Rt(Tn(c()),"phase minima","csv","text/csv"),children:"CSV"}),u("button",{onClick:()=>Rt(Ln(c()),"phase minima","json","application/json"),children:"JSON"}),u("span",{class:"muted",children:"A stop step is the minimum of a layer whose loss has surely risen since. It serves frozen features; full fine-tuning can still gain from longer pre-training."})]})]})}function Mf({summary:t,rows:e,reports:n},r,o){return e.map(i=>({run:t.run,color:r.get(t.run),dash:o.get(t.run),layer:i.row.layer,decoder:i.row.decoder,advice:se(i,D(n,i.row)),best:i.best}))}var Ta=ae.findIndex(({name:t})=>t==="minimum at step");function Sf(t,{place:e,down:n}){let r=ae[e];return r?t.toSorted((o,i)=>{let[s,a]=[r.value(o),r.value(i)];if(Fn(s)||Fn(a))return Number(Fn(s))-Number(Fn(a));let c=typeof s=="number"?s-a:String(s).localeCompare(String(a),"en",{numeric:!0});return n?-c:c}):t}function Fn(t){return t===null||typeof t=="number"&&!Number.isFinite(t)}function Rf({focus:t,others:e,colors:n,dashes:r,options:o,cursor:i,actions:s}){let{quantity:a,stepAxis:c,steps:l}=o,f=M(()=>t.rows.map(d=>({series:d,lines:Pf(d,e,n,a,r)})).filter(({lines:d})=>d.length),[t.rows,e,n,r,a]),m=new Set(f.flatMap(({lines:d})=>d.map(g=>g.name))),p=L(t.summary.run),h=M(()=>({...a,key:"difference"}),[a]);return u(R,{children:[u("h2",{class:"section",children:[a.label,": difference to ",p]}),!f.length&&u("p",{class:"muted",children:["None of the other runs has a layer of ",p," by the same name and decoder."]}),u(Gr,{others:e.filter(({summary:d})=>m.has(L(d.run))),colors:n,dashes:r}),u("div",{class:"panels","aria-label":"Differences",children:f.map(({series:d,lines:g})=>u(Z,{title:B(d,t.rows),subtitle:`${a.label}, run minus ${p}`,table:()=>({columns:["run","step",`difference of ${a.label}`],rows:g.flatMap(y=>y.steps.map((b,_)=>[y.name,b,y.values[_]]))}),legend:g.map(({name:y,color:b,dash:_})=>({color:b,dash:_,text:y})),children:u(ie,{lines:g,label:"difference",name:`${B(d,t.rows)}, difference of ${a.label}`,panel:d.key,quantity:h,stepAxis:c,steps:l,level:0,cursor:i,actions:s})},d.key))})]})}function Pf(t,e,n,r,o){let i=new Map(t.steps.map((s,a)=>[s,r.read(t)[a]]));return e.flatMap(({summary:s,rows:a})=>{let c=a.find(({key:m})=>m===t.key);if(!c)return[];let l=r.read(c),f=c.steps.flatMap((m,p)=>i.has(m)?[[m,l[p]-i.get(m)]]:[]);return[{name:L(s.run),color:n.get(s.run),dash:o?.get(s.run),steps:f.map(([m])=>m),values:f.map(([,m])=>m)}]})}var $f='model.fit(x, y, callbacks=[PhaseProbe(log_dir="logs/run1")])';function Ea(){return u("main",{class:"empty",children:[u(Nf,{}),u("h1",{children:"Installed, waiting for the first probe step"}),u("p",{children:"Add one callback to your training. The first point, the untrained network, appears at once."}),u("pre",{children:u("code",{children:[u("span",{class:"muted",children:"from keras_phases import PhaseProbe"}),`

`,$f]})}),u("p",{class:"muted",children:["Training already? TensorBoard must watch the same folder, ",u("code",{children:"tensorboard --logdir logs"}),", and its reload button fetches new steps."]})]})}function Nf(){return u("svg",{class:"empty-curve",width:280,height:92,viewBox:"0 0 280 92","aria-hidden":"true",children:[u("g",{class:"band constant",children:[u("rect",{width:80,height:78}),u("text",{x:40,y:14,"text-anchor":"middle",children:"constant"})]}),u("g",{class:"band decrease",children:[u("rect",{x:80,width:100,height:78}),u("text",{x:130,y:14,"text-anchor":"middle",children:"decrease"})]}),u("g",{class:"band increase",children:[u("rect",{x:180,width:100,height:78}),u("text",{x:230,y:14,"text-anchor":"middle",children:"increase"})]}),u("g",{class:"curve loss",children:u("path",{class:"line",d:"M2,32L80,33C110,34 140,62 180,62S250,36 278,26"})}),u("g",{class:"axis",children:u("line",{x2:280,y1:78,y2:78})})]})}function Da({focus:{rows:t,reports:e}}){let n=t.at(-1);if(!n||!e.length)return null;let r=se(n,D(e,n.row));return u("p",{class:`headline ${r?.kind??""}`,role:"status",children:[Ca(B(n,t),r),r?.isPast&&u("span",{class:"muted",children:[" ","That serves frozen features; full fine-tuning can still gain from longer pre-training (",u("a",{href:"https://arxiv.org/abs/2203.04668",target:"_blank",rel:"noreferrer",children:"Deng et al., ICCV 2023"}),")."]})]})}var Vt={top:8,right:12,bottom:66},Fa=6.6;function Af({rows:t,reports:e,quantity:n,colors:r,stepAxis:o,steps:i},s){let a=t.map(y=>B(y,t)),c=Math.min(.3*s,14+Fa*Math.max(4,...a.map(({length:y})=>y))),l=s-Vt.right,f=t.length>24?14:t.length>12?20:28,m=mt(o,i,[c+6,l-6]),p=t.map(y=>n.read(y)),h=Ia(p.flat()),d=t.map((y,b)=>{let[_,k]=r==="shared"?h:Ia(p[b]),x=D(e,y.row)?.minimum_step??-1;return{series:y,name:a[b],top:Vt.top+b*f,values:p[b],low:_,high:k,edges:Cf(y.steps.map(v=>m(v)),c,l),minimum:y.steps.indexOf(x)}}),g=Vt.top+t.length*f;return{width:s,height:g+Vt.bottom,left:c,right:l,bottom:g,cell:f,x:m,rows:d}}function Ia(t){let[e,n]=[1/0,-1/0];for(let r of t)Number.isFinite(r)&&([e,n]=[Math.min(e,r),Math.max(n,r)]);return e<=n?[e,n]:[0,1]}function Cf(t,e,n){let r=i=>Math.min(n,Math.max(e,i)),o=(n-e)/40;return t.map((i,s)=>{let a=s?(i-t[s-1])/2:void 0,c=s<t.length-1?(t[s+1]-i)/2:void 0;return[r(i-(a??c??o)),r(i+(c??a??o))]})}function Tf({held:t,cursor:e,actions:n,name:r,run:o,...i}){let{rows:s,reports:a,quantity:c,colors:l,stepAxis:f,steps:m}=i,[p,h]=ut(640),d=M(()=>Af(i,h),[s,a,c,l,f,m,h]),g=_=>{let k=_.currentTarget.getBoundingClientRect(),x=d.rows[Math.floor((_.clientY-k.top-Vt.top)/d.cell)];return x?{step:x.series.steps[_e(x.series.steps,d.x,_.clientX-k.left)],panel:x.series.key}:null},y=_=>{let k=g(_);e.move(k&&{...k,run:o,byKey:!1})},b=M(()=>u(R,{children:[d.rows.map(_=>u(Ef,{row:_,cell:d.cell,left:d.left,quantity:c},_.series.key)),u(Df,{layout:d,stepAxis:f,steps:m}),u(If,{layout:d,quantity:c,colors:l})]}),[d,c,f,m,l]);return u("div",{ref:p,class:"chart",children:u("svg",{class:"heat-map",width:h,height:d.height,viewBox:`0 0 ${h} ${d.height}`,role:"img",tabIndex:0,"aria-label":`${r}: ${c.label} of ${s.length} layers at every probe step. Arrow keys move the cursor.`,onPointerMove:y,onPointerLeave:()=>e.move(null),onPointerUp:_=>_.button===0&&n.hold(g(_)?.step??null),onKeyDown:_=>Lf(_,d,e,n,o),onBlur:()=>e.move(null),children:[b,t!==null&&t>=m[0]&&t<=m[1]&&u("line",{class:"held",x1:d.x(t),x2:d.x(t),y1:Vt.top,y2:d.bottom}),u(Ff,{layout:d,cursor:e})]})})}var Oa=at(Tf);function Lf(t,{rows:e},n,r,o){if(dt(t))return;let i=Math.max(0,e.findIndex(({series:p})=>p.key===n.current?.panel)),s=e[i]?.series;if(!s)return;let a=n.current?z(s.steps,n.current.step):0,c={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0],Home:[0,-a],End:[0,s.steps.length]};t.key==="Escape"&&n.move(null),t.key==="Enter"&&r.hold(s.steps[a]);let l=c[t.key];if(!l)return;t.preventDefault();let f=e[Math.min(e.length-1,Math.max(0,i+l[0]))].series,m=Math.min(f.steps.length-1,Math.max(0,a+l[1]));n.move({step:f.steps[m],panel:f.key,run:o,byKey:!0})}function Ef({row:t,cell:e,left:n,quantity:r}){let{name:o,top:i,values:s,low:a,high:c,edges:l,minimum:f}=t,m=st(o,Math.floor((n-13)/Fa)),p=l[f]&&(l[f][0]+l[f][1])/2;return u("g",{children:[u("text",{x:n-6,y:i+e/2,dy:"0.32em","text-anchor":"end",children:[m,m!==o&&u("title",{children:o})]}),l.map(([h,d],g)=>{let y=s[g];if(d<=h)return null;if(!Number.isFinite(y))return u("rect",{class:"missing",x:h,y:i,width:d-h,height:e-1},g);let b=c>a?(y-a)/(c-a):.5;return u("rect",{x:h,y:i,width:d-h+.4,height:e-1,fill:_n(b)},g)}),p!==void 0&&r.better==="low"&&u("g",{children:[u("title",{children:"reconstruction minimum"}),["rim","lowest"].map(h=>u("circle",{class:h,cx:p,cy:i+(e-1)/2,r:Math.min(5,e/4)},h))]})]})}function Df({layout:t,stepAxis:e,steps:n}){let{left:r,right:o,bottom:i,x:s}=t;return u("g",{class:"axis axis-step",children:[ln(e,n,[s(n[0]),s(n[1])]).map(a=>u("g",{class:"tick",transform:`translate(${s(a)},${i})`,children:[u("line",{y2:4}),u("text",{y:16,"text-anchor":"middle",children:w(a)})]},a)),u("text",{class:"axis-unit",x:o,y:i+30,"text-anchor":"end",children:"step \u2192"}),u("line",{x1:r,x2:o,y1:i,y2:i})]})}function If({layout:t,quantity:e,colors:n}){let[r,o]=[t.rows[0]?.low??0,t.rows[0]?.high??1],i=Math.min(220,t.right-t.left),s=n==="shared"?[e.format(r),e.format(o)]:["lowest of the layer","highest"];return u("g",{class:"color-legend",transform:`translate(${t.left},${t.bottom+36})`,children:[Array.from({length:44},(a,c)=>u("rect",{x:c*i/44,width:i/44+.5,height:10,fill:_n(c/43)},c)),u("text",{y:24,children:s[0]}),u("text",{x:i,y:24,"text-anchor":"end",children:s[1]}),u("text",{x:i+10,y:9,children:e.label})]})}function Ff({layout:t,cursor:e}){let n=E(null);return F(()=>{let r=o=>{let[i,s]=n.current.children,a=t.rows.find(({series:f})=>f.key===o?.panel)??t.rows[0];if(n.current.toggleAttribute("data-shown",!!(o&&a)),!o||!a)return;let[c,l]=a.edges[z(a.series.steps,o.step)]??[0,0];i.setAttribute("transform",`translate(${(c+l)/2},0)`),s.style.display=a.series.key===o.panel?"":"none",s.setAttribute("x",String(c)),s.setAttribute("y",String(a.top)),s.setAttribute("width",String(Math.max(0,l-c)))};return r(e.current),e.subscribe(r)},[t,e]),u("g",{ref:n,class:"cursor","aria-hidden":"true",children:[u("line",{y1:Vt.top,y2:t.bottom}),u("rect",{class:"frame",height:t.cell-1})]})}function qa({focus:t,others:e,options:n,selection:r,cursor:o,actions:i}){let{quantity:s,stepAxis:a,steps:c}=n,[l,f]=I("each"),m=[t,...e];return u("section",{children:[u("div",{class:"view-controls",children:u(St,{name:"Colours",value:l,options:{each:"each layer by itself",shared:"one scale for all layers"},choose:f})}),u("div",{class:m.length>1?"panels portraits":"panels single",children:m.map(p=>u(Z,{title:L(p.summary.run),subtitle:`${s.label} (${s.unit})`,table:()=>Of(p,s),wide:m.length===1,children:u(Oa,{name:L(p.summary.run),run:p.summary.run,rows:p.rows,reports:p.reports,quantity:s,colors:l,stepAxis:a,steps:c,held:r.step,cursor:o,actions:i})},p.summary.run))})]})}function Of({rows:t},e){let n=t[0]?.steps??[],r=t.map(o=>[o.row.layer,o.row.decoder,...e.read(o)]);return{columns:["layer","decoder",...n.map(o=>`step ${o}`)],rows:r}}var qf=700;function Va({focus:t,selection:e,select:n,source:r}){let o=Vf(r,t);return o===void 0?u("p",{class:"muted",children:"Loading \u2026"}):typeof o=="string"?u("p",{class:"problem",children:o}):o.steps.length?u(Hf,{listing:o,focus:t,selection:e,select:n,source:r}):u(Bf,{problem:o.error})}function Vf(t,{summary:e}){let[n,r]=I();return F(()=>{let o=!0;return t.fetchImages(e.run).catch(i=>i.message).then(i=>o&&r({run:e.run,listing:i})),()=>{o=!1}},[t,e.run,e.last_step,e.last_wall_time]),n?.run===e.run?n.listing:void 0}function Bf({problem:t}){return u("section",{class:"empty",children:[u("h2",{children:"This run has no reconstructed images"}),u("p",{children:t??"The probe keeps the reconstructions of a few held-out examples where the input is an image of one or three channels:"}),u("pre",{children:u("code",{children:'model.fit(x, y, callbacks=[PhaseProbe(images=8, log_dir="logs/run1")])'})})]})}function Hf({listing:t,focus:e,selection:n,select:r,source:o}){let{steps:i,num_examples:s,labels:a}=t,[c,l]=I(!1),[f,m]=I(null),p=f!==null&&f<s?f:null,h=n.step===null?i.length-1:z(i,n.step),d=i[h],g=x=>r({step:i[x]}),y=t.rows.flatMap(({layer:x,decoder:v},P)=>{let $=e.rows.find(({row:S})=>S.layer===x&&S.decoder===v);if(!$)return[];let A=xe($,$.column("reconstruction_loss"),d);if(!Number.isFinite(A))return[];let O=n.from??D(e.reports,$.row)?.minimum_step??i[0],C=z(i,O),Q=xe($,$.column("reconstruction_loss"),i[C]);return[{layer:x,decoder:v,row:P,loss:A,from:C,lossBefore:Q,key:$.key}]});F(()=>{if(!c)return;let x=setTimeout(()=>g((h+1)%i.length),qf);return()=>clearTimeout(x)},[c,h,i]),F(()=>{if(!(h+1>=i.length))for(let{row:x}of y)new Image().src=o.imageUrl(t,h+1,x)},[t,h,o]);let b=p===null?Array.from({length:s},(x,v)=>v):[p],{against:_}=n,k=(x,v)=>{let{size:P}=t.rows[x],$=o.imageUrl(t,h,x,v===null),O=_&&v!==null?{input:()=>o.imageUrl(t,h,x,!0),step:()=>o.imageUrl(t,v,x)}[_]():void 0;return b.map(C=>u(zf,{url:$,over:O,at:C,count:s,size:P,isLarge:p!==null,isFaint:_==="step"},C))};return u("section",{class:"images","aria-label":"Reconstructions",children:[t.error&&u("p",{class:"problem",children:t.error}),u("div",{class:"view-controls",children:[u("button",{"aria-pressed":c,onClick:()=>l(!c),children:c?"\u23F8 pause":"\u25B6 play"}),u("label",{class:"slider",children:[u("span",{class:"control-name",children:["Step ",w(d)]}),u("input",{type:"range",name:"step",min:0,max:i.length-1,value:h,"aria-valuetext":`step ${w(d)}`,onInput:x=>g(Number(x.currentTarget.value))})]}),u("label",{children:[u("span",{class:"control-name",children:"Example"}),u("select",{name:"example",value:p===null?"":String(p),onChange:x=>m(x.currentTarget.value===""?null:Number(x.currentTarget.value)),children:[u("option",{value:"",children:"all"}),Array.from({length:s},(x,v)=>u("option",{value:v,children:[v+1,a&&` \xB7 class ${a[v]}`]},v))]})]}),u(Uf,{steps:i,selection:n,select:r})]}),_==="step"&&u("p",{class:"explanation",children:"Absolute difference between the reconstructions at two steps, twice as bright: what the layer lost or learned since."}),u("div",{class:p===null?"strips":"strips large",children:[u("figure",{children:[u("figcaption",{children:u("b",{children:"input"})}),u("div",{children:k(y.at(-1)?.row??0,null)})]}),y.map(({layer:x,decoder:v,row:P,loss:$,from:A,lossBefore:O,key:C})=>u("figure",{children:[u("figcaption",{children:[u("b",{children:x})," ",u("span",{class:"muted",children:v}),u("br",{}),u("span",{class:"muted",children:["loss ",_==="step"&&`${G(O)} at step ${w(i[A])}, now `,G($)]})]}),u("div",{children:k(P,A)})]},C))]})]})}function Uf({steps:t,selection:e,select:n}){let{against:r,from:o}=e,i=a=>{n(a==="minimum"?{against:"step",from:null}:a==="input"||a===""?{against:a||null}:{against:"step",from:Number(a)})},s=o===null||t.includes(o)?t:[o,...t];return u("label",{children:[u("span",{class:"control-name",children:"Difference to"}),u("select",{name:"against",value:r==="step"?String(o??"minimum"):r??"",onChange:a=>i(a.currentTarget.value),children:[u("option",{value:"",children:"nothing"}),u("option",{value:"input",children:"the input"}),u("option",{value:"minimum",children:"the reconstruction minimum"}),s.map(a=>u("option",{value:a,children:["step ",w(a)]},a))]})]})}var Gf=2;function zf({url:t,over:e,at:n,count:r,size:[o,i],isLarge:s,isFaint:a}){let c=Math.max(1,Math.round((s?128:64)/i)),l=[t,...e?[e]:[]].map(f=>`url("${f.replaceAll('"',"%22")}")`);return u("span",{class:"example",role:"img","aria-label":`example ${n+1}`,style:{width:`${c*i}px`,height:`${c*o}px`,backgroundImage:l.join(","),backgroundSize:`${r*100}% 100%`,backgroundPosition:r>1?`${100*n/(r-1)}% 0`:"0 0",backgroundBlendMode:e?"difference":"normal",filter:e&&a?`brightness(${Gf})`:void 0}})}function Ba({rows:t,reports:e}){let n=[...t.some(({best:r})=>r)?[]:[jf(t)],...Qf(t).map(([r,o])=>o.length===t.length?`Whole run: ${we(r)}.`:`${o.join(", ")}: ${we(r)}.`),...t.flatMap(r=>{let o=D(e,r.row)?.error;return o?[`${B(r,t)}: phases not found. ${o}`]:[]})];return n.length?u("ul",{class:"notes",children:n.map(r=>u("li",{children:r},r))}):null}function jf(t){return t.some(({points:n})=>n.some(({flags:r})=>r.includes("no_labels")))?"No labels reached the probe, so there is no probe accuracy to draw.":"No probe accuracy was measured, so there is none to draw."}function Qf(t){let e=new Map;for(let n of t)for(let r of n.wholeRunFlags)e.set(r,[...e.get(r)??[],B(n,t)]);return e.delete("no_labels"),[...e]}function Ha({summary:t}){let e=Object.entries(t.layout?.run??{}).filter(([n])=>n!=="columns");return e.length?u("details",{class:"settings",children:[u("summary",{children:"Measured with"}),u("dl",{children:e.map(([n,r])=>u("div",{children:[u("dt",{children:n}),u("dd",{children:typeof r=="string"?r:JSON.stringify(r)})]},n))})]}):null}var Wf=["loss","limit","explained"];function Xf({series:t,report:e,companions:n,options:r,held:o,cursor:i,actions:s}){let[a,c]=ut(360),l=M(()=>Qi(t,n,r,c),[t,n,r,c]),{x:f,steps:m}=l,{brush:p,handlers:h}=Nn({panel:t.key,steps:t.steps,x:f,domain:m,cursor:i,actions:s}),d=Be(),g=[l.left,l.right,l.stepAxis,...m],y=M(()=>u(Ks,{panel:l,phases:e?.phases??[]}),[e,...g]),b=M(()=>u(kn,{panel:l}),g),_=M(()=>[u(ks,{panel:l}),u(Zs,{panel:l,series:t})],[t,r.accuracyDomain,l.accuracy===null,...g]),k=M(()=>u("g",{class:"marks",children:[y,u(Mn,{panel:l}),_[0],b,u("clipPath",{id:d,children:u("rect",{x:l.left,y:l.top-6,width:l.right-l.left,height:l.bottom-l.top+12})}),u("g",{"clip-path":`url(#${d})`,children:[u(ea,{panel:l,companions:n}),_[1],u(Js,{panel:l,series:t}),u(na,{panel:l,series:t})]}),u(Ys,{panel:l}),e&&Wf.includes(r.quantity.key)&&u(ra,{panel:l,series:t,report:e})]}),[l,e,n,t]);return u("div",{ref:a,class:"chart",children:u("svg",{width:c,height:kt,viewBox:`0 0 ${c} ${kt}`,role:"img",tabIndex:0,"aria-label":Kf(t,e,r),...h,children:[k,o!==null&&o>=m[0]&&o<=m[1]&&u("line",{class:"held",x1:f(o),x2:f(o),y1:l.top,y2:l.bottom}),p&&u(Sn,{panel:l,ends:p}),u(Ss,{panel:l,series:t,cursor:i})]})})}var Ua=at(Xf);function Kf(t,e,{quantity:n}){let{row:r,points:o,best:i}=t,s=[`${r.layer}, ${r.decoder} decoder: ${n.label} at ${fn(o.length,"probe step")}`],a=o.at(-1);return a&&s.push(`${n.format(n.read(t).at(-1))} at step ${w(a.step)}`),i&&s.push(`best probe accuracy ${V(i.accuracy)} at step ${w(i.step)}`),e?.description&&s.push(e.description),`${s.join("; ")}. Arrow keys move the cursor, Enter holds a step, + and 0 zoom.`}var Yf={constant:"\u2192",decrease:"\u2198",increase:"\u2197"},Ga=["constant","decrease","increase"];function On({report:t}){let e=t?.phases?.at(-1);return e?u("span",{class:`phase-now ${e.kind}`,title:t?.description,children:[u(Jf,{kind:e.kind})," ",Yf[e.kind]," ",e.kind," ",u("span",{class:"since",children:["since ",w(e.start_step)]})]}):u("span",{class:"phase-now muted",children:"too few steps"})}function Jf({kind:t}){let e=Ga.indexOf(t),n=(r,o)=>{let i=2*Math.PI*r/3;return`${(o*Math.sin(i)).toFixed(2)},${(-o*Math.cos(i)).toFixed(2)}`};return u("svg",{class:"clock",width:14,height:14,viewBox:"-8 -8 16 16","aria-hidden":"true",children:[Ga.map((r,o)=>u("path",{class:`edge ${r}`,opacity:o===e?1:.35,d:`M0,0L${n(o,8)}A8,8 0 0 1 ${n(o+1,8)}Z`},r)),u("path",{class:"hand",d:`M0,0L${n(e+.5,6.5)}`})]})}function za({focus:t,others:e,colors:n,dashes:r,options:o,selection:i,cursor:s,actions:a}){let c=M(()=>new Map(t.rows.map(({key:f})=>[f,Zf(f,e,n,r)])),[t.rows,e,n,r]),l=o.accuracyDomain&&o.quantity.key!=="accuracy";return u("section",{class:"panels","aria-label":"Layers",children:t.rows.map(f=>{let m=D(t.reports,f.row),p=c.get(f.key);return u(Z,{title:f.row.layer,subtitle:`width ${w(f.row.num_features)} \xB7 ${f.row.decoder} decoder`,panel:f.key,aside:u(On,{report:m}),table:()=>tm(f),legend:[{color:"var(--loss)",text:`${o.quantity.label}, ${L(t.summary.run)}`},...l?[{color:"var(--accuracy)",text:"probe accuracy"}]:[],...l&&f.column("model_accuracy").some(Number.isFinite)?[{color:"var(--accuracy)",dash:"2 3",text:"accuracy of the model itself"}]:[],...p.map(({run:h,color:d,dash:g})=>({color:d,dash:g,text:L(h)}))],children:u(Ua,{series:f,report:m,companions:p,options:o,held:i.step,cursor:s,actions:a})},f.key)})})}function Zf(t,e,n,r){return e.flatMap(({summary:o,rows:i})=>{let s=i.find(a=>a.key===t);return s?[{run:o.run,color:n.get(o.run),dash:r.get(o.run),series:s}]:[]})}function tm(t){let e=t.metricNames.filter(o=>!o.includes("_group_")&&o!=="flags"),n=e.map(o=>t.column(o)),r=t.points.map(({step:o,flags:i},s)=>[o,...n.map(a=>a[s]),i.join(" ")]);return{columns:["step",...e,"flags"],rows:r}}var Pt={top:26,right:96,bottom:40,left:54};function em({rows:t,reports:e,axes:n,theme:r},o){let i=Math.round(Math.min(520,Math.max(300,.62*o))),[s,a]=n.map(m=>t.map(p=>m.read(p))),c=J(ja(s,n[0]),[Pt.left+8,o-Pt.right]),l=J(ja(a,n[1]),[i-Pt.bottom-8,Pt.top+8]),f=t.map((m,p)=>{let h=m.steps.map((g,y)=>({step:g,x:c(s[p][y]),y:l(a[p][y])})).filter(g=>Number.isFinite(g.x)&&Number.isFinite(g.y)),d=D(e,m.row);return{series:m,color:It(p,t.length,r),places:h,parts:nm(h,d),minimum:h.findIndex(({step:g})=>g===d?.minimum_step)}});return{width:o,height:i,x:c,y:l,trajectories:f}}function ja(t,{isTurned:e}){let[n,r]=vt(t.flat(),[]);return e?[r,n]:[n,r]}function nm(t,e){let n=t.length-1;return n<1?[]:e?.phases?.length?e.phases.flatMap(({kind:r,start_step:o,end_step:i})=>{let s=t.flatMap(({step:a},c)=>a>=o&&a<=i?[c]:[]);return s.length>1?[{kind:r,from:s[0],to:s.at(-1)}]:[]}):[{kind:"decrease",from:0,to:n}]}function rm({rows:t,reports:e,axes:n,theme:r,held:o,cursor:i,actions:s,name:a,run:c}){let[l,f]=ut(640),m=M(()=>em({rows:t,reports:e,axes:n,theme:r},f),[t,e,n,r,f]),p=g=>{let y=g.currentTarget.getBoundingClientRect();return om(m,g.clientX-y.left,g.clientY-y.top)},h=g=>{let y=p(g);i.move(y&&{step:y.step,panel:y.key,run:c,byKey:!1})},d=M(()=>u(R,{children:[u(sm,{layout:m,axes:n}),m.trajectories.map(g=>u(am,{trajectory:g},g.series.key)),u(lm,{layout:m})]}),[m,n]);return u("div",{ref:l,class:"chart",children:u("svg",{class:"portrait",width:f,height:m.height,viewBox:`0 0 ${f} ${m.height}`,role:"img",tabIndex:0,"aria-label":`${a}: ${n[1].label} against ${n[0].label}, a trajectory for each of ${t.length} layers. Arrow keys move along the steps.`,onPointerMove:h,onPointerLeave:()=>i.move(null),onPointerUp:g=>g.button===0&&s.hold(p(g)?.step??null),onKeyDown:g=>im(g,t,i,s,c),onBlur:()=>i.move(null),children:[d,u(mm,{layout:m,cursor:i,held:o})]})})}var Qa=at(rm);function om({trajectories:t},e,n){let r=null,o=40**2;for(let{series:i,places:s}of t)for(let a of s){let c=(a.x-e)**2+(a.y-n)**2;c<o&&([o,r]=[c,{step:a.step,key:i.key}])}return r}function im(t,e,n,r,o){if(dt(t))return;let i=e.find(({key:f})=>f===n.current?.panel)??e.at(-1);if(!i)return;let s=n.current?z(i.steps,n.current.step):-1,a=i.steps.length-1,c=e.indexOf(i),l=(f,m=i)=>{t.preventDefault(),f!==void 0&&n.move({step:f,panel:m.key,run:o,byKey:!0})};t.key==="ArrowLeft"&&l(i.steps[Math.max(0,s-1)]),t.key==="ArrowRight"&&l(i.steps[Math.min(a,s+1)]),t.key==="Home"&&l(i.steps[0]),t.key==="End"&&l(i.steps[a]),t.key==="ArrowUp"&&l(i.steps[Math.max(0,s)],e[Math.max(0,c-1)]),t.key==="ArrowDown"&&l(i.steps[Math.max(0,s)],e[Math.min(e.length-1,c+1)]),t.key==="Enter"&&s>=0&&r.hold(i.steps[s]),t.key==="Escape"&&n.move(null)}function sm({layout:{width:t,height:e,x:n,y:r},axes:o}){let[i,s,a]=[Pt.left,t-Pt.right+8,e-Pt.bottom],c=Math.max(3,t/110),l=n.tickFormat(c,o[0].tickFormat),f=r.tickFormat(6,o[1].tickFormat);return u("g",{class:"axis",children:[u("line",{x1:i,x2:s,y1:a,y2:a}),n.ticks(c).map(m=>u("g",{class:"tick",transform:`translate(${n(m)},${a})`,children:[u("line",{y2:4}),u("text",{y:16,"text-anchor":"middle",children:l(m)})]},`x${m}`)),r.ticks(6).map(m=>u("g",{class:"tick",transform:`translate(0,${r(m)})`,children:[u("line",{class:"grid",x1:i,x2:s}),u("text",{x:i-6,dy:"0.32em","text-anchor":"end",children:f(m)})]},`y${m}`)),u("text",{class:"axis-title",x:2,y:12,children:[o[1].isTurned?"\u2193":"\u2191"," ",o[1].label]}),u("text",{class:"axis-title",x:s,y:a+34,"text-anchor":"end",children:[o[0].label," ",o[0].isTurned?"\u2190":"\u2192"]})]})}function am({trajectory:{color:t,places:e,parts:n,minimum:r}}){let o=ht(({x:c})=>c,({y:c})=>c),i=e[0],s=e[r],a=n.length>0&&n.every(({kind:c})=>c==="constant");return u("g",{class:a?"trajectory still":"trajectory",stroke:t,fill:t,children:[n.map(({kind:c,from:l,to:f})=>u("path",{class:`way ${c}`,d:o(e.slice(l,f+1))??""},l)),um(e).map(({x:c,y:l,angle:f},m)=>u("path",{class:"arrow",d:"M-4.5,-3.5L3.5,0L-4.5,3.5Z",transform:`translate(${c},${l}) rotate(${f})`},m)),i&&u("circle",{class:"start",cx:i.x,cy:i.y,r:3.5}),s&&u("circle",{class:"lowest",cx:s.x,cy:s.y,r:5})]})}function um(t){let e=[],n=30;return t.slice(1).forEach((r,o)=>{let i=t[o],[s,a]=[r.x-i.x,r.y-i.y],c=Math.hypot(s,a);n+=c,!(c<9||n<60)&&(n=0,e.push({x:i.x+s/2,y:i.y+a/2,angle:Math.atan2(a,s)*180/Math.PI}))}),e}function lm({layout:{trajectories:t,width:e,height:n}}){let r=t.map(({series:c})=>c),o=t.flatMap(({series:c,color:l,places:f})=>f.length?[{series:c,name:B(c,r),color:l,...f.at(-1)}]:[]).toSorted((c,l)=>c.y-l.y),i=o.map(({name:c,x:l})=>st(c,Math.floor((e-l-12)/K("x")))),s=o.map(({x:c,y:l},f)=>({left:c,right:c+12+K(i[f]),y:l})),a=fm(s,13,14,n-Pt.bottom);return u("g",{class:"ends",children:o.map(({series:c,name:l,color:f,x:m,y:p,step:h},d)=>u("g",{children:[u("circle",{cx:m,cy:p,r:3.5,fill:f}),a[d]!==null&&u(R,{children:[u("line",{x1:m+4,y1:p,x2:m+10,y2:a[d],stroke:f}),u("text",{x:m+12,y:a[d],dy:"0.32em",children:i[d]})]}),u("title",{children:`${l} at step ${w(h)}`})]},c.key))})}var cm=3;function fm(t,e,n,r){let o=[],i=({left:a,right:c,y:l})=>l>=n&&l<=r&&o.every(f=>a>=f.right||c<=f.left||Math.abs(l-f.y)>e-1e-6),s=a=>{let c=o.flatMap(m=>[m.y-e,m.y+e]),f=[Math.min(r,Math.max(n,a.y)),...c].filter(m=>i({...a,y:m})).toSorted((m,p)=>Math.abs(m-a.y)-Math.abs(p-a.y))[0];return f===void 0||Math.abs(f-a.y)>cm*e?null:f};return t.map(a=>{let c=s(a);return c!==null&&o.push({...a,y:c}),c})}function mm({layout:t,cursor:e,held:n}){let r=E(null);return F(()=>{let o=i=>{let s=i?.step??n;r.current.toggleAttribute("data-shown",s!==null),s!==null&&t.trajectories.forEach(({places:a,series:c},l)=>{let f=r.current.children[l],m=a[z(a.map(p=>p.step),s)];f.style.display=m?"":"none",m&&(f.setAttribute("transform",`translate(${m.x},${m.y})`),f.setAttribute("r",c.key===i?.panel?"6":"4"))})};return o(e.current),e.subscribe(o)},[t,e,n]),u("g",{ref:r,class:"cursor","aria-hidden":"true",children:t.trajectories.map(({series:o,color:i})=>u("circle",{r:4,fill:i},o.key))})}var Wa="-probe_loss";function Xa(t){return t.flatMap(e=>e.key==="probe_loss"?[e,{...e,key:Wa,label:"probe loss, turned",isTurned:!0}]:[e])}var pm=[{key:"portrait",label:"phase portrait",axes:["accuracy","relative"]},{key:"information",label:"information plane",axes:["explained","label_information"]},{key:"information",label:"information plane",axes:["explained",Wa]},{key:"binned",label:"binned mutual information",axes:["binned_information_input","binned_information_label"]}];function Ka(t){let e=pm.filter(n=>n.axes.every(r=>t.some(o=>o.key===r)));return e.filter(({key:n},r)=>e.findIndex(o=>o.key===n)===r)}function Ja({focus:t,others:e,quantities:n,selection:r,select:o,cursor:i,actions:s}){let a=xt(),[c,l]=r.portrait,f=M(()=>Xa(n),[n]),m=M(()=>[Ft(f,c),Ft(f,l)],[f,c,l]),p=[c,l].find(y=>!f.some(({key:b})=>b===y)),h=Ka(f),d=h.find(({axes:[y,b]})=>y===c&&b===l),g=[t,...e];return u("section",{children:[u("div",{class:"view-controls",children:[h.length>1&&u(St,{name:"Plane",value:d?.key??"",options:Object.fromEntries(h.map(({key:y,label:b})=>[y,b])),choose:y=>o({portrait:h.find(({key:b})=>b===y).axes})}),["Across","Up"].map((y,b)=>u("label",{children:[u("span",{class:"control-name",children:y}),u("select",{name:`axis-${b}`,value:m[b].key,onChange:_=>{let k=[m[0].key,m[1].key];k[b]=_.currentTarget.value,o({portrait:k})},children:f.map(({key:_,label:k})=>u("option",{value:_,children:k},_))})]},y)),u(hm,{})]}),p&&u("p",{class:"problem",children:["Nothing was measured of '",p,"': the reconstruction loss stands in its place."]}),d&&Ya[d.key]&&u("p",{class:"explanation",children:Ya[d.key]}),u("div",{class:g.length>1?"panels portraits":"panels single",children:g.map(y=>u(Z,{title:L(y.summary.run),subtitle:`${m[1].label} against ${m[0].label}`,table:()=>dm(y,m),legend:y.rows.map((b,_)=>({color:It(_,y.rows.length,a),text:B(b,y.rows)})),wide:g.length===1,children:u(Qa,{name:L(y.summary.run),run:y.summary.run,rows:y.rows,reports:y.reports,axes:m,theme:a,held:r.step,cursor:i,actions:s})},y.summary.run))})]})}var Ya={information:"What a layer knows of its input (across) against what it knows of the label (up), both on held-out rows: up is fitting, to the left is forgetting.",binned:"Binned mutual information of a deterministic network is a property of its bins (Goldfeld et al., 2018): read it beside the information plane, not instead of it."};function hm(){return u("ul",{class:"ways","aria-label":"Legend",children:[["constant","decrease","increase"].map(t=>u("li",{children:[u("svg",{width:34,height:12,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:u("path",{class:`way ${t}`,d:"M1,6H33"})}),t]},t)),u("li",{children:[u("svg",{width:12,height:12,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:u("circle",{class:"start",cx:6,cy:6,r:3.5})}),"first step"]}),u("li",{children:[u("svg",{width:14,height:14,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:u("circle",{class:"lowest",cx:7,cy:7,r:5})}),"reconstruction minimum"]})]})}function dm({rows:t},e){let n=t.flatMap(r=>{let[o,i]=e.map(s=>s.read(r));return r.steps.map((s,a)=>[r.row.layer,r.row.decoder,s,o[a],i[a]])});return{columns:["layer","decoder","step",e[0].label,e[1].label],rows:n}}var Za=190,gm=16;function tu({report:t,lastStep:e,stepAxis:n}){let r=mt(n,[0,e],[5,Za-5]),{minimum_step:o,minimum_interval:i}=t;return u("svg",{class:"strip",width:Za,height:gm,role:"img","aria-label":t.description??"",children:[t.phases?.map(s=>u("rect",{class:`edge ${s.kind}`,x:r(s.start_step),y:4,width:Math.max(0,r(s.end_step)-r(s.start_step)-1),height:8},s.start_step)),i&&u("line",{class:"interval",x1:r(i[0]),x2:r(i[1]),y1:14.5,y2:14.5}),o!=null&&u("circle",{cx:r(o),cy:8,r:4})]})}function eu({rows:t,reports:e,stepAxis:n}){let r=t[0]?.points.at(-1)?.step??1,o=t.some(({best:i})=>i);return u("div",{class:"summary",children:u("table",{children:[u("thead",{children:u("tr",{children:[u("th",{children:"layer"}),u("th",{class:"detail",children:"decoder"}),u("th",{class:"detail",children:"strategy"}),u("th",{class:"number",children:"width"}),u("th",{children:["phases to step ",w(r)]}),u("th",{children:"phase now"}),u("th",{class:"number",children:"minimum at step"}),u("th",{class:"number",children:"risen since by"}),o&&u("th",{class:"number",children:"best probe accuracy"})]})}),u("tbody",{children:t.map(i=>{let s=D(e,i.row);return u("tr",{children:[u("th",{scope:"row",children:u("button",{onClick:()=>xm(i.key),children:i.row.layer})}),u("td",{class:"detail",children:i.row.decoder}),u("td",{class:"detail",children:i.row.strategy}),u("td",{class:"number",children:i.row.num_features.toLocaleString("en-US")}),u("td",{children:s&&u(tu,{report:s,lastStep:r,stepAxis:n})}),u("td",{children:u(On,{report:s})}),u("td",{class:"number",children:u(ym,{report:s})}),u("td",{class:"number",children:u(bm,{series:i,report:s})}),o&&u("td",{class:"number",children:u(_m,{series:i})})]},i.key)})})]})})}function ym({report:t}){if(t?.minimum_step==null)return u("span",{class:"muted",children:"\u2013"});let[e,n]=t.minimum_interval??[t.minimum_step,t.minimum_step];return u(R,{children:[w(t.minimum_step)," ",u("span",{class:"muted",children:["(",w(e),"\u2013",w(n),t.has_increase?"":" so far",")"]})]})}function bm({series:t,report:e}){let n=se(t,e);return n?.isPast?u(R,{children:V($e(n))}):u("span",{class:"muted",children:"\u2013"})}function _m({series:{best:t}}){return t?u(R,{children:[V(t.accuracy)," ",u("span",{class:"muted",children:["at ",w(t.step)]})]}):u("span",{class:"muted",children:"\u2013"})}function xm(t){document.querySelector(`[data-panel="${CSS.escape(t)}"] svg`)?.focus()}function nu({source:t}){let[e,n]=I(()=>Cr(rr())),r=ds(t,e),o=E(r.reload);o.current=r.reload,F(()=>Ji({"experimental.DataReloaded":()=>o.current()}),[]),F(()=>Po(()=>n(Cr(rr()))),[]);let i=Ve(s=>{n(a=>{let c={...a,...s};return setTimeout(()=>Ro(ls(c))),c})},[]);return r.runs?r.focus?u("main",{children:u(wm,{store:r,focus:r.focus,selection:e,select:i,source:t})}):u(R,{children:[r.problem&&u(qn,{text:r.problem}),u(Ea,{})]}):u("main",{children:r.problem?u(qn,{text:r.problem}):u("p",{class:"muted",children:"Loading \u2026"})})}function wm({store:t,focus:e,selection:n,select:r,source:o}){let i=M(()=>Rm(t.runs.map(({run:b})=>b)),[t.runs]),{focus:s,others:a}=M(()=>Sm(e,t.others,n),[e,t.others,n.grouped,n.layers,n.view==="images"]),c=M(()=>new yn,[e.summary.run,n.view]),l=M(()=>({hold:b=>r({step:b}),zoom:b=>r({zoom:b})}),[r]),f=M(()=>ss([s,...a].flatMap(({rows:b})=>b)),[s,a]),m=M(()=>Xi(s.rows),[s.rows]),p=M(()=>{let b=Math.max(1,...[s,...a].flatMap(({rows:_})=>_.map(({steps:k})=>k.at(-1)??1)));return{quantity:Ft(f,n.metric),stepAxis:n.stepAxis,steps:n.zoom??[0,b],accuracyDomain:m}},[s,a,m,f,n.metric,n.stepAxis,n.zoom]),h=M(()=>[s,...a],[s,a]),d=M(()=>Pm(i,h),[i,h]),g=M(()=>es(a.map(({summary:b})=>b.run),d),[a,d]),y={focus:s,others:a,colors:d,dashes:g,options:p,quantities:f,selection:n,select:r,cursor:c,actions:l,source:o};return u(R,{children:[u(ma,{runs:t.runs,focus:e.summary.run,others:n.others??t.others.map(({summary:b})=>b.run),colors:i,dashes:g,layers:[...new Set(e.rows.map(({row:b})=>b.layer))],quantities:f,selection:n,select:r}),t.problem&&u(qn,{text:t.problem}),[e,...t.others].map(({summary:b})=>b.error&&u(qn,{text:b.error,title:`Run ${b.run} is damaged`},b.run)),!s.rows.length&&!e.summary.error&&u($m,{run:e,select:r}),s.rows.length>0&&u(R,{children:[u(ha,{view:n.view,choose:b=>r({view:b})}),u(Da,{focus:s}),u(km,{name:n.view,...y}),u(Ha,{summary:s.summary}),u(Ki,{runs:h,cursor:c,quantity:p.quantity})]})]})}var vm={curves:Mm,portrait:Ja,map:qa,images:Va,compare:La,breakdowns:Aa};function km({name:t,...e}){let n=vm[t];return u("div",{role:"tabpanel",id:"view","aria-labelledby":`tab-${t}`,children:u(n,{...e})})}function Mm(t){let{focus:e,others:n,colors:r,dashes:o,options:i}=t,s=new Set(e.rows.map(({key:c})=>c)),a=n.filter(({rows:c})=>c.some(({key:l})=>s.has(l)));return u(R,{children:[u(ca,{rows:e.rows,options:i,others:a,colors:r,dashes:o}),u(Ba,{rows:e.rows,reports:e.reports}),u(za,{...t}),u(eu,{rows:e.rows,reports:e.reports,stepAxis:i.stepAxis})]})}function Sm(t,e,{grouped:n,layers:r,view:o}){let i=wn(t.rows.map(({row:l})=>l.layer),r),s=[t,...e].map(l=>({...l,rows:i?l.rows.filter(({row:f})=>i.includes(f.layer)):l.rows})),[a,...c]=n&&o!=="images"?Yi(s):s;return{focus:a,others:c.filter(({rows:l})=>l.length)}}function Rm(t){return new Map(t.map((e,n)=>[e,bn(n)]))}function Pm(t,e){let n=new Map([...t].toReversed().map(([r,o])=>[L(ve(r)),o]));return new Map(e.map(({summary:{run:r}})=>[r,t.get(r)??n.get(r.replace(/ \(\d+ seeds\)$/,""))??bn(0)]))}function $m({run:{summary:t,rows:e},select:n}){return e.length?u("p",{class:"muted",children:["There is no layer to draw: none is chosen, or the seeds of a mean have none in common."," ",u("button",{class:"chip",onClick:()=>n({layers:null,grouped:!1}),children:"Draw all layers"})]}):u("p",{class:"muted",children:["Run ",L(t.run)," has no probe step yet."]})}function qn({text:t,title:e}){return u("p",{class:"problem",role:"alert",children:[e&&u("b",{children:[e,". "]}),t]})}function g_(){let t=document.createElement("style");t.textContent=$o,document.head.append(t),document.title||="Phases",document.documentElement.lang="en",So(),so(u(nu,{source:uo()??ao}),document.body)}export{g_ as render};

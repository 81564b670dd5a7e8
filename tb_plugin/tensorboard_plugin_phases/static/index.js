// Built by tb_plugin/frontend (npm ci && npm run build); edit the sources there.
var C,yo,Au,bt,Yn,Ue,_o,Be,bo,Zn,Jn,Tu,he=Symbol.for("pv"),Ge={},ze=[],Lu=/^m(i|n|o|s|text|space)$/,tr=Array.isArray,xo=ze.slice,Ct=Object.assign;function Nt(t){t&&t.parentNode&&t.remove()}function Ve(t,e,n,r,o){var i={type:t,props:e,key:n,ref:r,__k:null,__:null,__b:0,__e:null,__c:null,constructor:he,__v:o||++yo,__i:-1,__u:0};return!o&&C.vnode&&C.vnode(i),i}function M(t){return t.children}function jt(t,e){this.props=t,this.context=e,this.__g=0}function xt(t,e){if(e==null)return t.__&&xt(t.__,t.__i+1);for(var n;e<t.__k.length;e++)if((n=t.__k[e])&&n.__e)return n.__e;return typeof t.type!="function"||t.props.__P?null:xt(t)}function Eu(t){var e,n=t.__v,r=n.__e,o=[],i=[],s=t.__P;s&&((e=Ct({constructor:he},n)).__v=n.__v+1,C.vnode&&C.vnode(e),er(s,e,n,t.__n,s.namespaceURI,32&n.__u?[r]:null,o,r||xt(n),32&n.__u,i),e.__v=n.__v,e.__.__k[e.__i]=e,Ro(o,e,i),n.__=n.__e=null,e.__e!=r&&wo(e))}function wo(t){if((t=t.__)&&t.__c&&!t.props.__P)return t.__e=null,t.__k.some(function(e){return e&&(t.__e=e.__e)}),wo(t)}function ho(t){(8&t.__g||(t.__g|=8,bt.push(t),Ue++))&&Yn==C.debounceRendering||((Yn=C.debounceRendering)||queueMicrotask)(vo)}function vo(){try{for(var t,e=1;bt.length;)bt.length>e&&bt.sort(_o),t=bt.shift(),e=bt.length,8&t.__g&&Eu(t)}finally{(Ue=bt.length)&&(Yn||queueMicrotask)(vo)}}function ko(t,e,n,r,o,i,s,u,c,l,f){var m,p,h,d,g,y,_=r.__k||ze,b=e.length;for(c=Du(n,e,_,c,b),m=0;m<b;m++)(h=n.__k[m])!=null&&(p=~h.__i&&_[h.__i]||Ge,h.__i=m,y=er(t,h,p,o,i,s,u,c,l,f),d=h.__e,(p.ref!=h.ref||8&p.__u)&&(p.ref&&nr(p.ref,null,h,p),h.ref&&f.push(h.ref,h.__c||d,h)),g=g||d,4&h.__u?(c=So(h,c,t,!p.__v),p.__e&&(p.__e=null)):typeof h.type=="function"&&y!==void 0?c=y:d&&(c=d.nextSibling),h.__u&=-21);return n.__e=g,c}function Du(t,e,n,r,o){var i,s,u,c,l,f,m,p,h,d=n.length,g=d,y=0,_=0,b=t.__k=Array(o);for(i=0;i<o;i++)(s=e[i])!=null&&typeof s!="boolean"&&typeof s!="function"?(typeof s!="object"||s.constructor===String?s=b[i]=Ve(null,s):tr(s)?s=b[i]=Ve(M,{children:s}):s.constructor===he&&s.__b?s=b[i]=Ve(s.type,s.props,s.key,s.ref,s.__v):b[i]=s,c=i+y,s.__=t,s.__b=t.__b+1,u=null,~(l=s.__i=Iu(s,n,c,g))&&(g--,(u=n[l])&&(u.__u|=2)),u&&u.__v?(s.__u|=16,l==c-1?y--:l==c+1?y++:l!=c&&(l>c?y--:y++,_=1)):(~l||(o>d?y--:o<d&&y++),typeof s.type!="function"&&(s.__u|=4))):b[i]=null;if(_){for(f=[],m=[],i=0;i<o;i++)if((s=b[i])&&16&s.__u){for(y=0,p=f.length;y<p;)f[h=y+p>>1]<s.__i?y=h+1:p=h;f[y]=s.__i,m[i]=y+1}for(y=f.length;i--;)m[i]&&(m[i]==y?y--:b[i].__u|=4)}if(g)for(i=0;i<d;i++)!(u=n[i])||2&u.__u||(u.__e==r&&(r=xt(u)),rr(u,u));return r}function So(t,e,n,r){var o,i,s,u;if(typeof t.type=="function"){if(t.props.__P)return e;if(o=t.__k)for(i=0;i<o.length;i++)o[i]&&(o[i].__=t,e=So(o[i],e,n,!1));return e}for(e&&!e.parentNode&&(e=xt(t))&&!e.parentNode&&(e=null),s=t.__e,u=e;u&&u.nodeType==8;)u=u.nextSibling;for(s!=u&&(!r&&n.moveBefore&&s.parentNode?n.moveBefore(s,e):n.insertBefore(s,e||null)),e=s;(e=e&&e.nextSibling)&&e.nodeType==8&&!e.data.startsWith("$s"););return e}function Iu(t,e,n,r){var o,i=t.key,s=t.type,u=e[n],c=u&&!(2&u.__u);if(u===null&&i==null||c&&i==u.key&&s==u.type)return n;if(r>(c?1:0)){for(o=n-1;o>=0;o--)if((u=e[o])&&!(2&u.__u)&&i==u.key&&s==u.type)return o;for(o=n+1;o<e.length;o++)if((u=e[o])&&!(2&u.__u)&&i==u.key&&s==u.type)return o}return-1}function go(t,e,n){n==null&&(n=""),e[0]=="-"?t.setProperty(e,n):t[e]=n}function qe(t,e,n,r,o){var i,s;if(e=="style")if(typeof n=="string")t.style.cssText=n;else{if(typeof r=="string"&&(t.style.cssText=r=""),r)for(e in r)n&&e in n||go(t.style,e);if(n)for(e in n)r&&n[e]==r[e]||go(t.style,e,n[e])}else if(e[0]=="o"&&e[1]=="n")typeof n!="function"&&(n=null),typeof r!="function"&&(r=null),(t.__e||(t.__e={}))[e]=n,n&&r||(s=Jn[e]||(Jn[e]=Fu(e)),(t.__a||(t.__a={}))[e]=Zn,i=e!=(e=e.replace(bo,"$1")),(e=e.slice(2))[0]<"a"&&(e=e.toLowerCase()),n?t.addEventListener(e,s,i):t.removeEventListener(e,s,i));else{if(o=="http://www.w3.org/2000/svg")e=e.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(e!="width"&&e!="height"&&e!="href"&&e!="list"&&e!="form"&&e!="tabIndex"&&e!="download"&&e!="rowSpan"&&e!="colSpan"&&e!="role"&&e!="popover"&&e in t)try{return void(t[e]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&e[4]!="-"?t.removeAttribute(e):t.setAttribute(e,e=="popover"&&n==1?"":n)}}function Fu(t){return function(e){var n=this.__e;if(n){if(n=n[t],e[Be]==null)e[Be]=Zn++;else if(e[Be]<this.__a[t])return;return n(C.event?C.event(e):e)}}}function er(t,e,n,r,o,i,s,u,c,l){var f,m,p,h,d,g,y,_,b,v,k,x,P,A,N,q,L,G,R=e.type;if(e.constructor!==he)return null;128&n.__u&&(c=32&n.__u,f=n.__c.__z)&&(e.__u|=c,m=i=[],f.nodeType==8?u=He(f,i):i.push(f),u=i[0]||u),(f=C.__b)&&f(e);t:if(typeof R=="function"){p=s.length;try{if(_=e.props,b=(f=R.prototype)&&f.render,v=(f=R.contextType)&&r[f.__c],k=f?v?v.props.value:f.__:r,(h=n.__c)?(e.__c=h,2&h.__g&&(h.__g|=1)):(b?e.__c=h=new R(_,k):(e.__c=h=new jt(_,k),h.constructor=R,h.render=qu),v&&v.sub(h),h.state||(h.state={}),h.__n=r,h.__g|=8,h.__h=[],h.__k=[]),b&&(h.__s||(h.__s=h.state),R.getDerivedStateFromProps&&(h.__s==h.state&&(h.__s=Ct({},h.__s)),Ct(h.__s,R.getDerivedStateFromProps(_,h.__s)))),d=h.props,g=h.state,h.__v=e,n.__c){if(_!==d&&b&&!R.getDerivedStateFromProps&&h.componentWillReceiveProps&&h.componentWillReceiveProps(_,k),e.__v==n.__v&&!(8&h.__g)||!(4&h.__g)&&h.shouldComponentUpdate&&h.shouldComponentUpdate(_,h.__s,k)===!1){e.__v!=n.__v&&(h.props=_,h.state=h.__s,h.__g&=-9),e.__e=n.__e,e.__k=n.__k,e.__k.some(function(D){D&&(D.__=e)}),ze.push.apply(h.__h,h.__k),h.__k=[],h.__h.length&&s.push(h),u=xt(n);break t}h.componentWillUpdate&&h.componentWillUpdate(_,h.__s,k),b&&h.componentDidUpdate&&h.__h.push(function(){h.componentDidUpdate(d,g,y)})}else b&&!R.getDerivedStateFromProps&&h.componentWillMount&&h.componentWillMount(),b&&h.componentDidMount&&h.__h.push(h.componentDidMount);h.context=k,h.props=_,h.__P=t,h.__g&=-5,x=C.__r,P=b?25:0;do h.__g&=-9,x&&x(e),f=h.render(h.props,h.state=h.__s,h.context);while(8&h.__g&&++P<25);b&&(ze.push.apply(h.__h,h.__k),h.__k=[]),h.state=h.__s,h.getChildContext&&(r=Ct({},r,h.getChildContext())),b&&n.__c&&h.getSnapshotBeforeUpdate&&(y=h.getSnapshotBeforeUpdate(d,g)),A=f&&f.type===M&&f.key==null?f.props.children:f,_.__P&&(f=u,o=(t=_.__P).namespaceURI,c=i=null,n.props&&n.props.__P!=t&&(n.__k.some(function(D){D&&rr(D,D)}),n.__k=null),u=n.__k?xt(n,0):null),u=ko(t,tr(A)?A:[A],e,n,r,o,i,s,u,c,l),_.__P&&(e.__e=null,u=f),e.__u&=-161,m&&m.some(Nt),h.__h.length&&s.push(h),1&h.__g&&(h.__g&=-4)}catch(D){if(s.length=p,e.__v=null,c||i)if(D&&D.then){if(e.__u|=128|c,i){for(~(L=i.indexOf(u||void 0))||(L=i.length);(G=i[L-1])&&G.nodeType==8;)L--;for(;L<i.length;L++)if(G=i[L])if(i[L]=null,N){if(G==q)break}else{if(G.nodeType!=8)break;G.data.startsWith("$s")&&(q=He(N=G))}}if(!N){for(;u&&u.nodeType==8&&u.nextSibling;)u=u.nextSibling;N=u}(f=He(N=e.__c.__z||(e.__c.__z=N)))?(e.__e=N,u=f):e.__e=u,u=u&&u.nextSibling}else i&&i.some(Nt);else e.__e=n.__e;e.__k||(e.__k=n.__k||[]),D&&D.then||Mo(e),C.__e(D,e,n)}}else u=e.__e=Ou(n.__e,e,n,r,o,i,s,c,l,t);return(f=C.diffed)&&f(e),u}function He(t,e){if(t&&t.nodeType==8&&t.data.startsWith("$s"))for(var n=1;t=t.nextSibling;){if(t.nodeType==8){if(t.data.startsWith("$s"))n++;else if(t.data.startsWith("/$s")&&!--n)return t}e&&e.push(t)}}function Mo(t){t&&(t.__c&&(t.__c.__g|=4),t.__k&&t.__k.some(Mo))}function Ro(t,e,n){for(var r=0;r<n.length;)nr(n[r++],n[r++],n[r++]);C.__c&&C.__c(e,t),t.some(function(o){try{t=o.__h,o.__h=[],t.some(function(i){i.call(o)})}catch(i){C.__e(i,o.__v)}})}function Ou(t,e,n,r,o,i,s,u,c,l){var f,m,p,h,d,g,y,_,b=n.props||Ge,v=e.props,k=e.type;if(k=="svg"?o="http://www.w3.org/2000/svg":k=="math"?o="http://www.w3.org/1998/Math/MathML":o||(o="http://www.w3.org/1999/xhtml"),i){for(f=0;f<i.length;f++)if((d=i[f])&&(k?d.localName==k:d.nodeType==3)){t=d,i[f]=null;break}}if(!t){if(_=l.ownerDocument||document,!k)return _.createTextNode(v);t=_.createElementNS(o,k,v.is?v:l),u&&(C.__m&&C.__m(e,i),u=!1),i=null}if(k){if(l=k=="template"&&t.content||t,i=k=="textarea"&&v.defaultValue!=null?null:i&&xo.call(l.childNodes),!u&&i)for(b={},f=0;f<t.attributes.length;f++)b[(d=t.attributes[f]).name]=d.value;for(f in b)d=b[f],f=="dangerouslySetInnerHTML"?p=d:f=="children"||f in v||f=="value"&&"defaultValue"in v||f=="checked"&&"defaultChecked"in v||qe(t,f,null,d,o);for(f in v)d=v[f],f=="children"?h=d:f=="dangerouslySetInnerHTML"?m=d:f=="value"?g=d:f=="checked"?y=d:u&&typeof d!="function"||b[f]===d||qe(t,f,d,b[f],o);m?(u||p&&(m.__html==p.__html||m.__html==t.innerHTML)||(t.innerHTML=m.__html),e.__k=[]):(p&&(t.textContent=""),(k=="foreignObject"||o=="http://www.w3.org/1998/Math/MathML"&&Lu.test(k))&&(o="http://www.w3.org/1999/xhtml"),ko(l,tr(h)?h:[h],e,n,r,o,i,s,i?i[0]:n.__k&&xt(n,0),u,c),i&&i.some(Nt)),u&&k!="textarea"||(f="value",k=="progress"&&g==null?t.removeAttribute(f):g==null||g===t[f]&&(k!="progress"||g)||qe(t,f,g,b[f],o),f="checked",y!=null&&y!=t[f]&&qe(t,f,y,b[f],o))}else b===v||u&&t.data==v||(t.data=v);return t}function nr(t,e,n,r){try{typeof t=="function"?e?e.__x=t(e)||1:r&&(r=r.__c||r.__e)&&(e=r.__x)&&(r.__x=null,typeof e=="function"?e():t(null)):t.current=e}catch(o){C.__e(o,n)}}function rr(t,e,n){var r,o,i,s;if(C.unmount&&C.unmount(t),!(r=t.ref)||r.current&&r.current!=t.__e||nr(r,null,e,t),r=t.__c){if(r.componentWillUnmount)try{r.componentWillUnmount()}catch(u){C.__e(u,e)}r.__P=r.__n=null}if(r=t.__k)for(s=0;s<r.length;s++)r[s]&&rr(r[s],e,typeof t.type!="function"||n&&!t.props.__P);!n&&(r=t.__c)&&(r=r.__z)&&(o=He(r,i=[]))&&(r==t.__e&&i.some(Nt),Nt(o),Nt(r)),n||Nt(t.__e),t.__e=t.__c=t.__=null}function qu(t,e,n){return this.constructor(t,n)}function Po(t,e){var n,r,o,i;C.__&&C.__(t,e),e.nodeType==9&&(e=e.documentElement),r=(n=t&&32&t.__u)?null:e.__k,e.__k=Ve(M,{children:[t]}),o=[],i=[],er(e,e.__k,r||Ge,Ge,e.namespaceURI,r?null:e.firstChild?xo.call(e.childNodes):null,o,r?r.__e:e.firstChild,n,i),Ro(o,e.__k,i),e.__k.props.children=null}C={__e:function(t,e,n,r){for(var o,i,s;e=e.__;)if((o=e.__c)&&!(1&o.__g)){o.__g|=4;try{if((s=(i=o.constructor)&&i.getDerivedStateFromError)&&o.setState(i.getDerivedStateFromError(t)),o.componentDidCatch&&(o.componentDidCatch(t,r||{}),s=1),s&&8&o.__g)return void(o.__g|=2)}catch(u){t=u}}throw Ue=0,t}},yo=0,Au=function(t){return t!=null&&t.constructor===he},jt.prototype.setState=function(t,e){var n=this.__s;n&&n!=this.state||(n=this.__s=Ct({},this.state)),typeof t=="function"&&(t=t(Ct({},n),this.props)),t&&(Ct(n,t),this.__v&&(e&&this.__k.push(e),ho(this)))},jt.prototype.forceUpdate=function(t){this.__v&&(this.__g|=4,t&&this.__h.push(t),ho(this))},jt.prototype.render=M,bt=[],Ue=0,_o=function(t,e){return t.__v.__b-e.__v.__b},Be=Symbol(),bo=/(PointerCapture)$|Capture$/i,Zn=0,Jn={},Tu=0;var At,V,or,$o,ir=Object.is,ge=0,Fo=[],sr=[],B=C,No=B.__b,Co=B.__r,Ao=B.diffed,To=B.__c,Lo=B.unmount,Eo=B.__;function ye(t,e){B.__h&&B.__h(V,t,ge||e),ge=0;var n=V.__H||(V.__H={__:[],__h:[]});return t>=n.__.length&&n.__.push({}),n.__[t]}function I(t){return ge=1,Bu(qo,t)}function Bu(t,e,n){var r=ye(At++,2);if(r.t=t,!r.__c&&(r.__=[n?n(e):qo(void 0,e),function(i){var s=(r.__N||r.__)[0],u=r.t(s,i);ir(s,u)||(r.__N=[u,r.__[1]],r.__c.setState({}))}],r.__c=V,!V.__f)){V.__f=!0;var o=V.shouldComponentUpdate;V.shouldComponentUpdate=function(i,s,u){var c=this.__H;if(!c)return!0;var l=!1,f=this.props!=i;if(c.__.some(function(p){p.__N&&(l=!0,ir(p.__[0],p.__N[0])||(f=!0))}),o){var m=o.call(this,i,s,u);return l?m||f:m}return!l||f}}return r.__}function K(t,e){var n=ye(At++,3);!B.__s&&ur(n.__H,e)&&(n.__P=!0,n.__=t,n.u=e,V.__H.__h.push(n))}function Oo(t,e){var n=ye(At++,4);!B.__s&&ur(n.__H,e)&&(n.__P=!1,n.__=t,n.u=e,V.__h.push(n))}function T(t){return ge=5,S(function(){return{current:t}},[])}function S(t,e){var n=ye(At++,7);return ur(n.__H,e)&&(n.__=t(),n.__H=e),n.__}function je(t,e){return ge=8,S(function(){return t},e)}function We(){var t=ye(At++,11);if(!t.__){for(var e=V.__v;!e.__m&&e.__;)e=e.__;var n=e.__m||(e.__m=[0,0]);t.__="P"+n[0]+"-"+n[1]++}return t.__}function Vu(){var t;do{for(;t=sr.shift();)try{de(t)}catch(n){B.__e(n,{__:(t=t.__P)&&t.__v})}for(;t=Fo.shift();){var e=t.__H;if(t.__P&&e)try{e.__h.some(de),e.__h.some(ar),e.__h=[]}catch(n){e.__h=[],B.__e(n,t.__v)}}}while(sr.length)}B.__b=function(t){V=null,No&&No(t)},B.__=function(t,e){t&&e.__k&&e.__k.__m&&(t.__m=e.__k.__m),Eo&&Eo(t,e)},B.__r=function(t){Co&&Co(t),At=0;var e=(V=t.__c).__H;e&&(or==V?V.__h=[]:(e.__h.some(de),e.__h.some(ar),At=0),e.__h=[],e.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),or=V},B.diffed=function(t){Ao&&Ao(t);var e=t.__c;e&&e.__H&&(e.__H.__h.length&&Io(Fo.push(e)),e.__H.__.some(function(n){n.u&&(n.__H=n.u)})),or=V=null},B.__c=function(t,e){e.some(function(n){try{n.__h.some(de),n.__h=n.__h.filter(function(r){return!r.__||ar(r)})}catch(r){n.__h=[function(){throw r}]}}),To&&To(t,e)},B.unmount=function(t){Lo&&Lo(t);var e,n,r=t.__c;r&&r.__H&&(r.__H.__.some(function(o){try{if(o.__P&&o.__c){if(n===void 0){for(n=t.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}o.__P=n,Io(sr.push(o))}else de(o)}catch(i){e=i}}),r.__H=void 0,e&&B.__e(e,r.__v))};var Do=typeof requestAnimationFrame=="function";function Hu(t){var e,n=function(){clearTimeout(r),Do&&cancelAnimationFrame(e),setTimeout(t)},r=setTimeout(n,35);Do&&(e=requestAnimationFrame(n))}function Io(t){t!=1&&$o==B.requestAnimationFrame||(($o=B.requestAnimationFrame)||Hu)(Vu)}function de(t){var e=V,n=t.__c;typeof n=="function"&&(t.__c=void 0,n()),V=e}function ar(t){var e=V;t.__c=t.__(),V=e}function ur(t,e){return!t||t.length!=e.length||e.some(function(n,r){return!ir(n,t[r])})}function qo(t,e){return typeof e=="function"?e(t):e}var Qe="p.phases.";function Bo(t){let e={};for(let n of t.replace(/^#/,"").split("&")){let r=n.indexOf("=");r>0&&n.startsWith(Qe)&&(e[Xe(n.slice(Qe.length,r))]=Xe(n.slice(r+1)))}return e}function Vo(t,e){let n=t.replace(/^#/,"").split("&").filter(o=>o!==""&&!o.startsWith(Qe)),r=Object.entries(e).map(([o,i])=>`${Qe}${o}=${encodeURIComponent(i)}`);return"#"+[...n,...r].join("&")}function lr(t){return/^#phases(&|$)/.test(t)}function Xe(t){try{return decodeURIComponent(t)}catch{return t}}function Ke(){try{return window.parent.document.body,window.parent}catch{return window}}function cr(){return window.parent===window}function Ho(){if(cr()){let n=matchMedia("(prefers-color-scheme: dark)"),r=()=>{document.documentElement.dataset.theme=n.matches?"dark":"light"};n.addEventListener("change",r),r();return}let t=Ke().document.body,e=()=>{document.documentElement.dataset.theme=t.classList.contains("dark-mode")?"dark":"light"};new MutationObserver(e).observe(t,{attributes:!0,attributeFilter:["class"]}),e()}function wt(){let t=()=>document.documentElement.dataset.theme==="dark"?"dark":"light",[e,n]=I(t);return K(()=>{let r=new MutationObserver(()=>n(t()));return r.observe(document.documentElement,{attributes:!0,attributeFilter:["data-theme"]}),()=>r.disconnect()},[]),e}function fr(){return Bo(Ke().location.hash)}function Uo(t){let{location:e,history:n}=Ke();if(!cr()&&!lr(e.hash))return;let r=Vo(e.hash,t);if(r!==e.hash)try{n.replaceState(n.state,"",r)}catch{}}function Go(t){let e=Ke(),n=()=>{(cr()||lr(e.location.hash))&&t()};return e.addEventListener("hashchange",n),()=>e.removeEventListener("hashchange",n)}function Uu(t){let e=new Set(t.flatMap(({layout:o})=>o?.metrics??[])),n=[...e].filter(o=>!o.includes("_group_")),r=n.map(o=>`metric=${encodeURIComponent(o)}`);return n.length<e.size&&r.join("&").length<=6e3?r:[]}var zo={async fetchRuns(){return(await(await pr("./runs")).json()).runs},async fetchMetrics(t){let e=Uu(t),n=[];for(let o=0;o<t.length;o+=64)n.push(mr("./metrics",t.slice(o,o+64).map(({run:i})=>i),e));return(await Promise.all(n.map(async o=>(await o)?.arrayBuffer()))).flatMap(o=>o?hr(o):[])},async fetchReports(t){let e=await mr("./phases",t);if(!e)return[];let n=await e.json();return"runs"in n?n.runs:[n]},async fetchImages(t){return await(await pr(`./images?run=${encodeURIComponent(t)}`)).json()},imageUrl({run:t,steps:e,wall_times:n},r,o,i){let s=i?`input&of=${o}`:o;return`./image?run=${encodeURIComponent(t)}&step=${e[r]}&row=${s}&written=${n[r]}`}};async function mr(t,e,n=[]){if(!e.length)return null;try{return await pr(`${t}?${[...e.map(r=>`run=${encodeURIComponent(r)}`),...n].join("&")}`)}catch(r){if(!(r instanceof Ye&&r.status===404&&e.includes(r.run)))throw r;return mr(t,e.filter(i=>i!==r.run),n)}}function hr(t){let e=[];for(let n=0;n<t.byteLength;){let{metrics:r,end:o}=Gu(t,n);e.push(r),n=o}return e}function Gu(t,e){let n=new DataView(t).getUint32(e,!0),r=JSON.parse(new TextDecoder().decode(new Uint8Array(t,e+4,n))),[o,i,s]=r.shape,[u,c]=[e+4+n,o*i*s];if(u+4*c>t.byteLength)throw new Error(`run ${r.run}: the answer ends before its ${r.shape.join(" x ")} values do`);return{metrics:{...r,values:new Float32Array(t,u,c)},end:u+4*c}}var Ye=class extends Error{constructor(n,r,o){super(n);this.status=r;this.run=o}status;run};async function pr(t){let e=await fetch(t);if(e.ok)return e;let{error:n,run:r}=zu(await e.text());throw new Ye(n??`${t}: ${e.status} ${e.statusText}`,e.status,r??"")}function zu(t){try{return JSON.parse(t)}catch{return{}}}function jo(){let t=document.getElementById("phases-data");if(!t)return null;let e=JSON.parse(t.textContent);return{fetchRuns:async()=>e.runs,fetchMetrics:async n=>n.flatMap(({run:r})=>hr(ju(e.metrics[r]))),fetchReports:async n=>n.map(r=>({run:r,rows:e.reports[r]??[]})),fetchImages:async n=>e.images[n]??{run:n,steps:[],wall_times:[],rows:[],num_examples:0,labels:null,error:null},imageUrl:({run:n,steps:r,rows:o},i,s,u)=>e.images[n]?.strips[u?`input/${o[s].input}`:`${r[i]}/${s}`]??""}}function ju(t){return Uint8Array.from(atob(t),e=>e.charCodeAt(0)).buffer}var Je=class{place=null;listeners=new Set;get current(){return this.place}move(e){if(!Wu(e,this.place)){this.place=e;for(let n of this.listeners)n(e)}}subscribe(e){return this.listeners.add(e),()=>{this.listeners.delete(e)}}};function ft(t,e,n=[]){K(()=>(e(t.current),t.subscribe(e)),[t,...n])}function Wu(t,e){return t?.step===e?.step&&t?.panel===e?.panel&&t?.run===e?.run&&t?.line?.name===e?.line?.name}var Qu={training_heldout:"held-out rows are training rows",no_labels:"no labels, so no probe accuracy",one_class:"one class only, so no probe accuracy",constant_features:"some features are constant",nonfinite_outputs:"the model's outputs hold NaN or infinite values",rank_deficient:"features depend on each other linearly",nonfinite_features:"features are NaN or infinite",few_rows:"few rows for this width: the loss reads high",ridge_at_bound:"the best ridge lies at the end of its path",probe_not_converged:"the linear probe did not converge",target_resized:"the input is reconstructed at a smaller size",target_cropped:"the border of the input is not reconstructed",constant_target:"the input is constant",failed:"the measurement failed",float64_sums:"measured in float64, because rounding in float32 might have shown",out_of_memory:"memory ran out, so this layer was given up",diverged:"training a decoder or probe diverged"};function _e(t){return Qu[t]??t.replaceAll("_"," ")}var Xu=new Intl.NumberFormat("en-US",{maximumSignificantDigits:4,minimumSignificantDigits:3}),dr=new Intl.NumberFormat("en-US"),Ku=new Intl.NumberFormat("en-US",{maximumSignificantDigits:2});function H(t){return t===0?"0":Number.isFinite(t)?(Math.abs(t)<1e-4?t.toExponential(2):Xu.format(t)).replaceAll("-","\u2212"):"not measured"}function Wo(t){return typeof t!="number"?t??"\u2013":Number.isFinite(t)?Number.isInteger(t)?dr.format(t).replace("-","\u2212"):H(t):"\u2013"}function Qo(t){return Number.isFinite(t)?` \xB1 ${(t>0&&t<1e-4?t.toExponential(1):Ku.format(t)).replaceAll("-","\u2212")}`:""}function F(t){return Number.isFinite(t)?`${(100*t).toFixed(1)} %`:"not measured"}function w(t){return dr.format(t)}function Ze(t,e){return`${dr.format(t)} ${e}${t===1?"":"s"}`}function rt(t,e){if(t.length<=e)return t;let n=Math.max(2,e-1),r=Math.ceil(n/2);return`${t.slice(0,n-r)}\u2026${t.slice(-r)}`}function Tt(t){return t.replace(/\/phases$/,"")||t}function Lt(t,e){return t==null||e==null?NaN:t<e?-1:t>e?1:t>=e?0:NaN}function Yu(t,e){return t==null||e==null?NaN:e<t?-1:e>t?1:e>=t?0:NaN}function Xo(t){let e,n,r;t.length!==2?(e=Lt,n=(u,c)=>Lt(t(u),c),r=(u,c)=>t(u)-c):(e=t===Lt||t===Yu?t:Ju,n=t,r=t);function o(u,c,l=0,f=u.length){if(l<f){if(e(c,c)!==0)return f;do{let m=l+f>>>1;n(u[m],c)<0?l=m+1:f=m}while(l<f)}return l}function i(u,c,l=0,f=u.length){if(l<f){if(e(c,c)!==0)return f;do{let m=l+f>>>1;n(u[m],c)<=0?l=m+1:f=m}while(l<f)}return l}function s(u,c,l=0,f=u.length){let m=o(u,c,l,f-1);return m>l&&r(u[m-1],c)>-r(u[m],c)?m-1:m}return{left:o,center:s,right:i}}function Ju(){return 0}function Zu(t){return t===null?NaN:+t}function*tl(t,e){if(e===void 0)for(let n of t)n!=null&&(n=+n)>=n&&(yield n);else{let n=-1;for(let r of t)(r=e(r,++n,t))!=null&&(r=+r)>=r&&(yield r)}}var Ko=Xo(Lt),Yo=Ko.right,up=Ko.left,lp=Xo(Zu).center;var cp=Jo(Zo),fp=Jo(el);function Jo(t){return function(e,n,r=n){if(!((n=+n)>=0))throw new RangeError("invalid rx");if(!((r=+r)>=0))throw new RangeError("invalid ry");let{data:o,width:i,height:s}=e;if(!((i=Math.floor(i))>=0))throw new RangeError("invalid width");if(!((s=Math.floor(s!==void 0?s:o.length/i))>=0))throw new RangeError("invalid height");if(!i||!s||!n&&!r)return e;let u=n&&t(n),c=r&&t(r),l=o.slice();return u&&c?(Wt(u,l,o,i,s),Wt(u,o,l,i,s),Wt(u,l,o,i,s),Qt(c,o,l,i,s),Qt(c,l,o,i,s),Qt(c,o,l,i,s)):u?(Wt(u,o,l,i,s),Wt(u,l,o,i,s),Wt(u,o,l,i,s)):c&&(Qt(c,o,l,i,s),Qt(c,l,o,i,s),Qt(c,o,l,i,s)),e}}function Wt(t,e,n,r,o){for(let i=0,s=r*o;i<s;)t(e,n,i,i+=r,1)}function Qt(t,e,n,r,o){for(let i=0,s=r*o;i<r;++i)t(e,n,i,i+s,r)}function el(t){let e=Zo(t);return(n,r,o,i,s)=>{o<<=2,i<<=2,s<<=2,e(n,r,o+0,i+0,s),e(n,r,o+1,i+1,s),e(n,r,o+2,i+2,s),e(n,r,o+3,i+3,s)}}function Zo(t){let e=Math.floor(t);if(e===t)return nl(t);let n=t-e,r=2*t+1;return(o,i,s,u,c)=>{if(!((u-=c)>=s))return;let l=e*i[s],f=c*e,m=f+c;for(let p=s,h=s+f;p<h;p+=c)l+=i[Math.min(u,p)];for(let p=s,h=u;p<=h;p+=c)l+=i[Math.min(u,p+f)],o[p]=(l+n*(i[Math.max(s,p-m)]+i[Math.min(u,p+m)]))/r,l-=i[Math.max(s,p-f)]}}function nl(t){let e=2*t+1;return(n,r,o,i,s)=>{if(!((i-=s)>=o))return;let u=t*r[o],c=s*t;for(let l=o,f=o+c;l<f;l+=s)u+=r[Math.min(i,l)];for(let l=o,f=i;l<=f;l+=s)u+=r[Math.min(i,l+c)],n[l]=u/e,u-=r[Math.max(o,l-c)]}}function ti(t,e){let n,r;if(e===void 0)for(let o of t)o!=null&&(n===void 0?o>=o&&(n=r=o):(n>o&&(n=o),r<o&&(r=o)));else{let o=-1;for(let i of t)(i=e(i,++o,t))!=null&&(n===void 0?i>=i&&(n=r=i):(n>i&&(n=i),r<i&&(r=i)))}return[n,r]}function rl(t=Lt){if(t===Lt)return ei;if(typeof t!="function")throw new TypeError("compare is not a function");return(e,n)=>{let r=t(e,n);return r||r===0?r:(t(n,n)===0)-(t(e,e)===0)}}function ei(t,e){return(t==null||!(t>=t))-(e==null||!(e>=e))||(t<e?-1:t>e?1:0)}var ol=Array.prototype,mp=ol.slice;var il=Math.sqrt(50),sl=Math.sqrt(10),al=Math.sqrt(2);function tn(t,e,n){let r=(e-t)/Math.max(0,n),o=Math.floor(Math.log10(r)),i=r/Math.pow(10,o),s=i>=il?10:i>=sl?5:i>=al?2:1,u,c,l;return o<0?(l=Math.pow(10,-o)/s,u=Math.round(t*l),c=Math.round(e*l),u/l<t&&++u,c/l>e&&--c,l=-l):(l=Math.pow(10,o)*s,u=Math.round(t/l),c=Math.round(e/l),u*l<t&&++u,c*l>e&&--c),c<u&&.5<=n&&n<2?tn(t,e,n*2):[u,c,l]}function nn(t,e,n){if(e=+e,t=+t,n=+n,!(n>0))return[];if(t===e)return[t];let r=e<t,[o,i,s]=r?tn(e,t,n):tn(t,e,n);if(!(i>=o))return[];let u=i-o+1,c=new Array(u);if(r)if(s<0)for(let l=0;l<u;++l)c[l]=(i-l)/-s;else for(let l=0;l<u;++l)c[l]=(i-l)*s;else if(s<0)for(let l=0;l<u;++l)c[l]=(o+l)/-s;else for(let l=0;l<u;++l)c[l]=(o+l)*s;return c}function en(t,e,n){return e=+e,t=+t,n=+n,tn(t,e,n)[2]}function ni(t,e,n){e=+e,t=+t,n=+n;let r=e<t,o=r?en(e,t,n):en(t,e,n);return(r?-1:1)*(o<0?1/-o:o)}function xe(t,e){let n;if(e===void 0)for(let r of t)r!=null&&(n<r||n===void 0&&r>=r)&&(n=r);else{let r=-1;for(let o of t)(o=e(o,++r,t))!=null&&(n<o||n===void 0&&o>=o)&&(n=o)}return n}function ri(t,e){let n,r=-1,o=-1;if(e===void 0)for(let i of t)++o,i!=null&&(n<i||n===void 0&&i>=i)&&(n=i,r=o);else for(let i of t)(i=e(i,++o,t))!=null&&(n<i||n===void 0&&i>=i)&&(n=i,r=o);return r}function we(t,e){let n;if(e===void 0)for(let r of t)r!=null&&(n>r||n===void 0&&r>=r)&&(n=r);else{let r=-1;for(let o of t)(o=e(o,++r,t))!=null&&(n>o||n===void 0&&o>=o)&&(n=o)}return n}function rn(t,e){let n,r=-1,o=-1;if(e===void 0)for(let i of t)++o,i!=null&&(n>i||n===void 0&&i>=i)&&(n=i,r=o);else for(let i of t)(i=e(i,++o,t))!=null&&(n>i||n===void 0&&i>=i)&&(n=i,r=o);return r}function oi(t,e,n=0,r=1/0,o){if(e=Math.floor(e),n=Math.floor(Math.max(0,n)),r=Math.floor(Math.min(t.length-1,r)),!(n<=e&&e<=r))return t;for(o=o===void 0?ei:rl(o);r>n;){if(r-n>600){let c=r-n+1,l=e-n+1,f=Math.log(c),m=.5*Math.exp(2*f/3),p=.5*Math.sqrt(f*m*(c-m)/c)*(l-c/2<0?-1:1),h=Math.max(n,Math.floor(e-l*m/c+p)),d=Math.min(r,Math.floor(e+(c-l)*m/c+p));oi(t,e,h,d,o)}let i=t[e],s=n,u=r;for(be(t,n,e),o(t[r],i)>0&&be(t,n,r);s<u;){for(be(t,s,u),++s,--u;o(t[s],i)<0;)++s;for(;o(t[u],i)>0;)--u}o(t[n],i)===0?be(t,n,u):(++u,be(t,u,r)),u<=e&&(n=u+1),e<=u&&(r=u-1)}return t}function be(t,e,n){let r=t[e];t[e]=t[n],t[n]=r}function ii(t,e,n){if(t=Float64Array.from(tl(t,n)),!(!(r=t.length)||isNaN(e=+e))){if(e<=0||r<2)return we(t);if(e>=1)return xe(t);var r,o=(r-1)*e,i=Math.floor(o),s=xe(oi(t,i).subarray(0,i+1)),u=we(t.subarray(i+1));return s+(u-s)*(o-i)}}function si(t,e){let n=0,r=0;if(e===void 0)for(let o of t)o!=null&&(o=+o)>=o&&(++n,r+=o);else{let o=-1;for(let i of t)(i=e(i,++o,t))!=null&&(i=+i)>=i&&(++n,r+=i)}if(n)return r/n}function ai(t,e){return ii(t,.5,e)}var pp=ul(Math.random);function ul(t){return function(n,r=0,o=n.length){let i=o-(r=+r);for(;i;){let s=t()*i--|0,u=n[i+r];n[i+r]=n[s+r],n[s+r]=u}return n}}var on={label:48,unit:90,kind:24,part:32};function ci(t){let e=ui(t?.run?.columns);return new Map((t?.metrics??[]).flatMap(n=>{let r=ll(n,ui(e[n]));return r?[[n,r]]:[]}))}function ll(t,e){let n=sn(e.label,on.label);if(!n)return null;let r=sn(e.kind,on.kind),o=sn(e.part,on.part);return{name:t,label:n,unit:sn(e.unit,on.unit),better:e.better==="low"||e.better==="high"?e.better:null,isShare:e.format==="share",part:r&&o?{kind:r,name:o,weight:li(e.weight),meanImageLoss:li(e.mean_image_loss)}:null}}function ui(t){return typeof t=="object"&&t!==null&&!Array.isArray(t)?t:{}}function sn(t,e){return typeof t=="string"?rt(t.replaceAll(/\s+/g," ").trim(),e):""}function li(t){return typeof t=="number"&&Number.isFinite(t)&&t>0?t:NaN}function mi({layout:t,steps:e,shape:[,n,r],values:o}){if(!t)return[];let{rows:i,metrics:s}=t,u=ci(t),c=new Map(s.map((l,f)=>[l,f]));return i.map((l,f)=>{let m=h=>{let d=c.get(h);return e.map((g,y)=>d===void 0?NaN:o[(y*n+f)*r+d])};return gr({row:l,steps:e,metricNames:s,described:u,column:m,flags:()=>m("flags").map(h=>cl(h,t.flags))})})}function gr(t){let{layer:e,decoder:n}=t.row;return{...t,key:`${e}/${n}`,column:fi(t.column),flags:fi(t.flags)}}function fi(t){let e=new Map;return n=>(e.has(n)||e.set(n,t(n)),e.get(n))}function cl(t,e){return Number.isFinite(t)?e.filter((n,r)=>Math.floor(t/2**r)%2===1):[]}function yr({flags:t}){let[e=[],...n]=t();return e.filter(r=>n.every(o=>o.includes(r)))}function Xt(t){let e=yr(t);return t.flags().map(n=>n.filter(r=>!e.includes(r)))}function mt({steps:t,column:e}){let n=e("probe_accuracy"),r=ri(n);return r<0?null:{step:t[r],accuracy:n[r]}}function _r({column:t},e){return t(e).findLast(Number.isFinite)??NaN}function vt(t,e,n){return e[z(t,n)]??NaN}function z(t,e){return Math.max(0,rn(t,n=>Math.abs(Math.log1p(n)-Math.log1p(e))))}function pi(t){return t.flatMap((e,n)=>Number.isFinite(e)&&!Number.isFinite(t[n-1])&&!Number.isFinite(t[n+1])?[n]:[])}function O({row:t},e){return e.some(r=>r.row.layer===t.layer&&r.row.decoder!==t.decoder)?`${t.layer} (${t.decoder})`:t.layer}function X({summary:t,numSeeds:e}){return Tt(t.run)+(e?` (${e} seeds)`:"")}function E(t,{layer:e,decoder:n}){return t.find(r=>r.layer===e&&r.decoder===n)}var fl=Symbol.for("pv"),ml=0;function a(t,e,n,r,o,i){e||(e={});var s,u,c=e;if("ref"in c&&typeof t!="function")for(u in c={},e)u=="ref"?s=e[u]:c[u]=e[u];var l={type:t,props:c,key:n,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:fl,__v:--ml,__i:-1,__u:0};return(o||i)&&(l.__source=o,l.__self=i),C.vnode&&C.vnode(l),l}function hi({runs:t,cursor:e,quantity:n}){let[r,o]=I(e.current);ft(e,o);let i=T(null),s=t.find(({summary:g})=>g.run===r?.run)??t[0],{rows:u,reports:c}=s,l=u.find(g=>g.key===r?.panel),f=r&&l?.steps.length?{series:l,at:z(l.steps,r.step)}:null;Oo(()=>{if(!i.current||!r)return;let g=pl(r);if(!g)return;let y=g.getBoundingClientRect(),{width:_,height:b}=i.current.getBoundingClientRect(),v=y.left+14,k=v+_>document.documentElement.clientWidth-4?y.left-14-_:v,x=Math.min(y.top+18,window.innerHeight-b-4);i.current.style.transform=`translate(${Math.max(4,k)}px,${Math.max(4,x)}px)`});let m=l&&E(c,l.row),p=s!==t[0],h=l?O(l,u):"",d=r?.byKey&&f?gl(p?`${X(s)}, ${h}`:h,f,r.line):"";return a(M,{children:[a("div",{class:"read-aloud","aria-live":"polite",children:d}),f&&a("div",{ref:i,class:"tooltip",role:"tooltip",children:[p&&a("p",{children:X(s)}),a(dl,{...f,name:h,phases:m?.phases??[],chosen:n,line:r?.line})]})]})}function pl({panel:t,byKey:e}){return document.querySelector(e?".chart svg:focus":".chart svg:hover")?.querySelector('.cursor line, .cursor [r="6"]')??document.querySelector(`[data-panel="${CSS.escape(t)}"] .cursor line`)}var hl=["loss","limit","explained","accuracy"];function dl({name:t,series:e,at:n,phases:r,chosen:o,line:i}){let s=e.steps[n],[u,c]=[pt({series:e,at:n},"epoch"),pt({series:e,at:n},"reconstruction_loss_limit")],l=e.metricNames.filter(p=>/^transfer_.+_accuracy$/.test(p)),f=!hl.includes(o.key)&&!l.includes(o.key),m=r.filter(({start_step:p,end_step:h})=>p<=s&&s<=h);return a(M,{children:[a("p",{class:"tooltip-title",children:[a("b",{children:["step ",w(s)]}),Number.isFinite(u)&&a("span",{children:[" epoch ",Number(u.toFixed(2))]}),a("span",{class:"tooltip-layer",children:t})]}),a("dl",{children:[i&&a(M,{children:[a("dt",{class:"tooltip-line",children:i.name}),a("dd",{class:"tooltip-line",children:i.value})]}),a("dt",{class:"loss",children:"reconstruction loss"}),a("dd",{children:[H(pt({series:e,at:n},"reconstruction_loss")),a("span",{class:"muted",children:Qo(pt({series:e,at:n},"reconstruction_stderr"))})]}),Number.isFinite(c)&&a(M,{children:[a("dt",{children:"at unlimited rows"}),a("dd",{children:H(c)})]}),a("dt",{children:"explained variance"}),a("dd",{children:F(pt({series:e,at:n},"explained_variance"))}),a("dt",{class:"accuracy",children:"probe accuracy"}),a("dd",{children:F(pt({series:e,at:n},"probe_accuracy"))}),l.map(p=>a(M,{children:[a("dt",{children:[p.slice(9,-9)," accuracy"]}),a("dd",{children:F(pt({series:e,at:n},p))})]},p)),f&&a(M,{children:[a("dt",{children:o.label}),a("dd",{children:o.format(o.read(e)[n])})]}),m.length>0&&a(M,{children:[a("dt",{children:"phase"}),a("dd",{children:m.map(({kind:p})=>p).join(" \u2192 ")})]})]}),(Xt(e)[n]??[]).map(p=>a("p",{class:"tooltip-flag",children:_e(p)},p)),a("p",{class:"muted",children:["loss: mean squared error per input element",f&&`; ${o.label}: ${o.unit}`]})]})}function gl(t,e,n){let r=`${t}, step ${w(e.series.steps[e.at])}`;return n?`${r}: ${n.name} ${n.value}`:`${r}: reconstruction loss ${H(pt(e,"reconstruction_loss"))}, probe accuracy ${F(pt(e,"probe_accuracy"))}`}function pt({series:t,at:e},n){return t.column(n)[e]}function Zt(t,e,n){t.prototype=e.prototype=n,n.constructor=t}function Se(t,e){var n=Object.create(t.prototype);for(var r in e)n[r]=e[r];return n}function kt(){}var Ft=.7,Jt=1/Ft,Kt="\\s*([+-]?\\d+)\\s*",ve="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)\\s*",ot="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)%\\s*",yl=/^#([0-9a-f]{3,8})$/,_l=new RegExp(`^rgb\\(${Kt},${Kt},${Kt}\\)$`),bl=new RegExp(`^rgb\\(${ot},${ot},${ot}\\)$`),xl=new RegExp(`^rgba\\(${Kt},${Kt},${Kt},${ve}\\)$`),wl=new RegExp(`^rgba\\(${ot},${ot},${ot},${ve}\\)$`),vl=new RegExp(`^hsl\\(${ve},${ot},${ot}\\)$`),kl=new RegExp(`^hsla\\(${ve},${ot},${ot},${ve}\\)$`),di={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074};Zt(kt,te,{copy(t){return Object.assign(new this.constructor,this,t)},displayable(){return this.rgb().displayable()},hex:gi,formatHex:gi,formatHex8:Sl,formatHsl:Ml,formatRgb:yi,toString:yi});function gi(){return this.rgb().formatHex()}function Sl(){return this.rgb().formatHex8()}function Ml(){return Ri(this).formatHsl()}function yi(){return this.rgb().formatRgb()}function te(t){var e,n;return t=(t+"").trim().toLowerCase(),(e=yl.exec(t))?(n=e[1].length,e=parseInt(e[1],16),n===6?_i(e):n===3?new j(e>>8&15|e>>4&240,e>>4&15|e&240,(e&15)<<4|e&15,1):n===8?an(e>>24&255,e>>16&255,e>>8&255,(e&255)/255):n===4?an(e>>12&15|e>>8&240,e>>8&15|e>>4&240,e>>4&15|e&240,((e&15)<<4|e&15)/255):null):(e=_l.exec(t))?new j(e[1],e[2],e[3],1):(e=bl.exec(t))?new j(e[1]*255/100,e[2]*255/100,e[3]*255/100,1):(e=xl.exec(t))?an(e[1],e[2],e[3],e[4]):(e=wl.exec(t))?an(e[1]*255/100,e[2]*255/100,e[3]*255/100,e[4]):(e=vl.exec(t))?wi(e[1],e[2]/100,e[3]/100,1):(e=kl.exec(t))?wi(e[1],e[2]/100,e[3]/100,e[4]):di.hasOwnProperty(t)?_i(di[t]):t==="transparent"?new j(NaN,NaN,NaN,0):null}function _i(t){return new j(t>>16&255,t>>8&255,t&255,1)}function an(t,e,n,r){return r<=0&&(t=e=n=NaN),new j(t,e,n,r)}function Sr(t){return t instanceof kt||(t=te(t)),t?(t=t.rgb(),new j(t.r,t.g,t.b,t.opacity)):new j}function Me(t,e,n,r){return arguments.length===1?Sr(t):new j(t,e,n,r??1)}function j(t,e,n,r){this.r=+t,this.g=+e,this.b=+n,this.opacity=+r}Zt(j,Me,Se(kt,{brighter(t){return t=t==null?Jt:Math.pow(Jt,t),new j(this.r*t,this.g*t,this.b*t,this.opacity)},darker(t){return t=t==null?Ft:Math.pow(Ft,t),new j(this.r*t,this.g*t,this.b*t,this.opacity)},rgb(){return this},clamp(){return new j(Dt(this.r),Dt(this.g),Dt(this.b),ln(this.opacity))},displayable(){return-.5<=this.r&&this.r<255.5&&-.5<=this.g&&this.g<255.5&&-.5<=this.b&&this.b<255.5&&0<=this.opacity&&this.opacity<=1},hex:bi,formatHex:bi,formatHex8:Rl,formatRgb:xi,toString:xi}));function bi(){return`#${Et(this.r)}${Et(this.g)}${Et(this.b)}`}function Rl(){return`#${Et(this.r)}${Et(this.g)}${Et(this.b)}${Et((isNaN(this.opacity)?1:this.opacity)*255)}`}function xi(){let t=ln(this.opacity);return`${t===1?"rgb(":"rgba("}${Dt(this.r)}, ${Dt(this.g)}, ${Dt(this.b)}${t===1?")":`, ${t})`}`}function ln(t){return isNaN(t)?1:Math.max(0,Math.min(1,t))}function Dt(t){return Math.max(0,Math.min(255,Math.round(t)||0))}function Et(t){return t=Dt(t),(t<16?"0":"")+t.toString(16)}function wi(t,e,n,r){return r<=0?t=e=n=NaN:n<=0||n>=1?t=e=NaN:e<=0&&(t=NaN),new et(t,e,n,r)}function Ri(t){if(t instanceof et)return new et(t.h,t.s,t.l,t.opacity);if(t instanceof kt||(t=te(t)),!t)return new et;if(t instanceof et)return t;t=t.rgb();var e=t.r/255,n=t.g/255,r=t.b/255,o=Math.min(e,n,r),i=Math.max(e,n,r),s=NaN,u=i-o,c=(i+o)/2;return u?(e===i?s=(n-r)/u+(n<r)*6:n===i?s=(r-e)/u+2:s=(e-n)/u+4,u/=c<.5?i+o:2-i-o,s*=60):u=c>0&&c<1?0:s,new et(s,u,c,t.opacity)}function fn(t,e,n,r){return arguments.length===1?Ri(t):new et(t,e,n,r??1)}function et(t,e,n,r){this.h=+t,this.s=+e,this.l=+n,this.opacity=+r}Zt(et,fn,Se(kt,{brighter(t){return t=t==null?Jt:Math.pow(Jt,t),new et(this.h,this.s,this.l*t,this.opacity)},darker(t){return t=t==null?Ft:Math.pow(Ft,t),new et(this.h,this.s,this.l*t,this.opacity)},rgb(){var t=this.h%360+(this.h<0)*360,e=isNaN(t)||isNaN(this.s)?0:this.s,n=this.l,r=n+(n<.5?n:1-n)*e,o=2*n-r;return new j(br(t>=240?t-240:t+120,o,r),br(t,o,r),br(t<120?t+240:t-120,o,r),this.opacity)},clamp(){return new et(vi(this.h),un(this.s),un(this.l),ln(this.opacity))},displayable(){return(0<=this.s&&this.s<=1||isNaN(this.s))&&0<=this.l&&this.l<=1&&0<=this.opacity&&this.opacity<=1},formatHsl(){let t=ln(this.opacity);return`${t===1?"hsl(":"hsla("}${vi(this.h)}, ${un(this.s)*100}%, ${un(this.l)*100}%${t===1?")":`, ${t})`}`}}));function vi(t){return t=(t||0)%360,t<0?t+360:t}function un(t){return Math.max(0,Math.min(1,t||0))}function br(t,e,n){return(t<60?e+(n-e)*t/60:t<180?n:t<240?e+(n-e)*(240-t)/60:e)*255}var Pi=Math.PI/180,$i=180/Math.PI,cn=18,Ni=.96422,Ci=1,Ai=.82521,Ti=4/29,Yt=6/29,Li=3*Yt*Yt,Pl=Yt*Yt*Yt;function Ei(t){if(t instanceof it)return new it(t.l,t.a,t.b,t.opacity);if(t instanceof ht)return Ii(t);t instanceof j||(t=Sr(t));var e=kr(t.r),n=kr(t.g),r=kr(t.b),o=xr((.2225045*e+.7168786*n+.0606169*r)/Ci),i,s;return e===n&&n===r?i=s=o:(i=xr((.4360747*e+.3850649*n+.1430804*r)/Ni),s=xr((.0139322*e+.0971045*n+.7141733*r)/Ai)),new it(116*o-16,500*(i-o),200*(o-s),t.opacity)}function Di(t,e,n,r){return arguments.length===1?Ei(t):new it(t,e,n,r??1)}function it(t,e,n,r){this.l=+t,this.a=+e,this.b=+n,this.opacity=+r}Zt(it,Di,Se(kt,{brighter(t){return new it(this.l+cn*(t??1),this.a,this.b,this.opacity)},darker(t){return new it(this.l-cn*(t??1),this.a,this.b,this.opacity)},rgb(){var t=(this.l+16)/116,e=isNaN(this.a)?t:t+this.a/500,n=isNaN(this.b)?t:t-this.b/200;return e=Ni*wr(e),t=Ci*wr(t),n=Ai*wr(n),new j(vr(3.1338561*e-1.6168667*t-.4906146*n),vr(-.9787684*e+1.9161415*t+.033454*n),vr(.0719453*e-.2289914*t+1.4052427*n),this.opacity)}}));function xr(t){return t>Pl?Math.pow(t,1/3):t/Li+Ti}function wr(t){return t>Yt?t*t*t:Li*(t-Ti)}function vr(t){return 255*(t<=.0031308?12.92*t:1.055*Math.pow(t,1/2.4)-.055)}function kr(t){return(t/=255)<=.04045?t/12.92:Math.pow((t+.055)/1.055,2.4)}function $l(t){if(t instanceof ht)return new ht(t.h,t.c,t.l,t.opacity);if(t instanceof it||(t=Ei(t)),t.a===0&&t.b===0)return new ht(NaN,0<t.l&&t.l<100?0:NaN,t.l,t.opacity);var e=Math.atan2(t.b,t.a)*$i;return new ht(e<0?e+360:e,Math.sqrt(t.a*t.a+t.b*t.b),t.l,t.opacity)}function mn(t,e,n,r){return arguments.length===1?$l(t):new ht(t,e,n,r??1)}function ht(t,e,n,r){this.h=+t,this.c=+e,this.l=+n,this.opacity=+r}function Ii(t){if(isNaN(t.h))return new it(t.l,0,0,t.opacity);var e=t.h*Pi;return new it(t.l,Math.cos(e)*t.c,Math.sin(e)*t.c,t.opacity)}Zt(ht,mn,Se(kt,{brighter(t){return new ht(this.h,this.c,this.l+cn*(t??1),this.opacity)},darker(t){return new ht(this.h,this.c,this.l-cn*(t??1),this.opacity)},rgb(){return Ii(this).rgb()}}));var Fi=-.14861,Mr=1.78277,Rr=-.29227,pn=-.90649,ke=1.97294,ki=ke*pn,Si=ke*Mr,Mi=Mr*Rr-pn*Fi;function Nl(t){if(t instanceof It)return new It(t.h,t.s,t.l,t.opacity);t instanceof j||(t=Sr(t));var e=t.r/255,n=t.g/255,r=t.b/255,o=(Mi*r+ki*e-Si*n)/(Mi+ki-Si),i=r-o,s=(ke*(n-o)-Rr*i)/pn,u=Math.sqrt(s*s+i*i)/(ke*o*(1-o)),c=u?Math.atan2(s,i)*$i-120:NaN;return new It(c<0?c+360:c,u,o,t.opacity)}function hn(t,e,n,r){return arguments.length===1?Nl(t):new It(t,e,n,r??1)}function It(t,e,n,r){this.h=+t,this.s=+e,this.l=+n,this.opacity=+r}Zt(It,hn,Se(kt,{brighter(t){return t=t==null?Jt:Math.pow(Jt,t),new It(this.h,this.s,this.l*t,this.opacity)},darker(t){return t=t==null?Ft:Math.pow(Ft,t),new It(this.h,this.s,this.l*t,this.opacity)},rgb(){var t=isNaN(this.h)?0:(this.h+120)*Pi,e=+this.l,n=isNaN(this.s)?0:this.s*e*(1-e),r=Math.cos(t),o=Math.sin(t);return new j(255*(e+n*(Fi*r+Mr*o)),255*(e+n*(Rr*r+pn*o)),255*(e+n*(ke*r)),this.opacity)}}));function Vi(t,e,n,r,o){var i=t*t,s=i*t;return((1-3*t+3*i-s)*e+(4-6*i+3*s)*n+(1+3*t+3*i-3*s)*r+s*o)/6}function Cl(t){var e=t.length-1;return function(n){var r=n<=0?n=0:n>=1?(n=1,e-1):Math.floor(n*e),o=t[r],i=t[r+1],s=r>0?t[r-1]:2*o-i,u=r<e-1?t[r+2]:2*i-o;return Vi((n-r/e)*e,s,o,i,u)}}function Al(t){var e=t.length;return function(n){var r=Math.floor(((n%=1)<0?++n:n)*e),o=t[(r+e-1)%e],i=t[r%e],s=t[(r+1)%e],u=t[(r+2)%e];return Vi((n-r/e)*e,o,i,s,u)}}var gn=t=>()=>t;function Hi(t,e){return function(n){return t+n*e}}function Tl(t,e,n){return t=Math.pow(t,n),e=Math.pow(e,n)-t,n=1/n,function(r){return Math.pow(t+r*e,n)}}function Cr(t,e){var n=e-t;return n?Hi(t,n>180||n<-180?n-360*Math.round(n/360):n):gn(isNaN(t)?e:t)}function Ll(t){return(t=+t)==1?Y:function(e,n){return n-e?Tl(e,n,t):gn(isNaN(e)?n:e)}}function Y(t,e){var n=e-t;return n?Hi(t,n):gn(isNaN(t)?e:t)}var Oi=(function t(e){var n=Ll(e);function r(o,i){var s=n((o=Me(o)).r,(i=Me(i)).r),u=n(o.g,i.g),c=n(o.b,i.b),l=Y(o.opacity,i.opacity);return function(f){return o.r=s(f),o.g=u(f),o.b=c(f),o.opacity=l(f),o+""}}return r.gamma=t,r})(1);function Ui(t){return function(e){var n=e.length,r=new Array(n),o=new Array(n),i=new Array(n),s,u;for(s=0;s<n;++s)u=Me(e[s]),r[s]=u.r||0,o[s]=u.g||0,i[s]=u.b||0;return r=t(r),o=t(o),i=t(i),u.opacity=1,function(c){return u.r=r(c),u.g=o(c),u.b=i(c),u+""}}}var Ep=Ui(Cl),Dp=Ui(Al);function El(t,e){e||(e=[]);var n=t?Math.min(e.length,t.length):0,r=e.slice(),o;return function(i){for(o=0;o<n;++o)r[o]=t[o]*(1-i)+e[o]*i;return r}}function Dl(t){return ArrayBuffer.isView(t)&&!(t instanceof DataView)}function Il(t,e){var n=e?e.length:0,r=t?Math.min(n,t.length):0,o=new Array(r),i=new Array(n),s;for(s=0;s<r;++s)o[s]=yn(t[s],e[s]);for(;s<n;++s)i[s]=e[s];return function(u){for(s=0;s<r;++s)i[s]=o[s](u);return i}}function Fl(t,e){var n=new Date;return t=+t,e=+e,function(r){return n.setTime(t*(1-r)+e*r),n}}function nt(t,e){return t=+t,e=+e,function(n){return t*(1-n)+e*n}}function Ol(t,e){var n={},r={},o;(t===null||typeof t!="object")&&(t={}),(e===null||typeof e!="object")&&(e={});for(o in e)o in t?n[o]=yn(t[o],e[o]):r[o]=e[o];return function(i){for(o in n)r[o]=n[o](i);return r}}var $r=/[-+]?(?:\d+\.?\d*|\.?\d+)(?:[eE][-+]?\d+)?/g,Pr=new RegExp($r.source,"g");function ql(t){return function(){return t}}function Bl(t){return function(e){return t(e)+""}}function Vl(t,e){var n=$r.lastIndex=Pr.lastIndex=0,r,o,i,s=-1,u=[],c=[];for(t=t+"",e=e+"";(r=$r.exec(t))&&(o=Pr.exec(e));)(i=o.index)>n&&(i=e.slice(n,i),u[s]?u[s]+=i:u[++s]=i),(r=r[0])===(o=o[0])?u[s]?u[s]+=o:u[++s]=o:(u[++s]=null,c.push({i:s,x:nt(r,o)})),n=Pr.lastIndex;return n<e.length&&(i=e.slice(n),u[s]?u[s]+=i:u[++s]=i),u.length<2?c[0]?Bl(c[0].x):ql(e):(e=c.length,function(l){for(var f=0,m;f<e;++f)u[(m=c[f]).i]=m.x(l);return u.join("")})}function yn(t,e){var n=typeof e,r;return e==null||n==="boolean"?gn(e):(n==="number"?nt:n==="string"?(r=te(e))?(e=r,Oi):Vl:e instanceof te?Oi:e instanceof Date?Fl:Dl(e)?El:Array.isArray(e)?Il:typeof e.valueOf!="function"&&typeof e.toString!="function"||isNaN(e)?Ol:nt)(t,e)}function Gi(t,e){return t=+t,e=+e,function(n){return Math.round(t*(1-n)+e*n)}}var qi=180/Math.PI,Nr={translateX:0,translateY:0,rotate:0,skewX:0,scaleX:1,scaleY:1};function zi(t,e,n,r,o,i){var s,u,c;return(s=Math.sqrt(t*t+e*e))&&(t/=s,e/=s),(c=t*n+e*r)&&(n-=t*c,r-=e*c),(u=Math.sqrt(n*n+r*r))&&(n/=u,r/=u,c/=u),t*r<e*n&&(t=-t,e=-e,c=-c,s=-s),{translateX:o,translateY:i,rotate:Math.atan2(e,t)*qi,skewX:Math.atan(c)*qi,scaleX:s,scaleY:u}}var dn;function Hl(t){let e=new(typeof DOMMatrix=="function"?DOMMatrix:WebKitCSSMatrix)(t+"");return e.isIdentity?Nr:zi(e.a,e.b,e.c,e.d,e.e,e.f)}function Ul(t){return t==null||(dn||(dn=document.createElementNS("http://www.w3.org/2000/svg","g")),dn.setAttribute("transform",t),!(t=dn.transform.baseVal.consolidate()))?Nr:(t=t.matrix,zi(t.a,t.b,t.c,t.d,t.e,t.f))}function ji(t,e,n,r){function o(l){return l.length?l.pop()+" ":""}function i(l,f,m,p,h,d){if(l!==m||f!==p){var g=h.push("translate(",null,e,null,n);d.push({i:g-4,x:nt(l,m)},{i:g-2,x:nt(f,p)})}else(m||p)&&h.push("translate("+m+e+p+n)}function s(l,f,m,p){l!==f?(l-f>180?f+=360:f-l>180&&(l+=360),p.push({i:m.push(o(m)+"rotate(",null,r)-2,x:nt(l,f)})):f&&m.push(o(m)+"rotate("+f+r)}function u(l,f,m,p){l!==f?p.push({i:m.push(o(m)+"skewX(",null,r)-2,x:nt(l,f)}):f&&m.push(o(m)+"skewX("+f+r)}function c(l,f,m,p,h,d){if(l!==m||f!==p){var g=h.push(o(h)+"scale(",null,",",null,")");d.push({i:g-4,x:nt(l,m)},{i:g-2,x:nt(f,p)})}else(m!==1||p!==1)&&h.push(o(h)+"scale("+m+","+p+")")}return function(l,f){var m=[],p=[];return l=t(l),f=t(f),i(l.translateX,l.translateY,f.translateX,f.translateY,m,p),s(l.rotate,f.rotate,m,p),u(l.skewX,f.skewX,m,p),c(l.scaleX,l.scaleY,f.scaleX,f.scaleY,m,p),l=f=null,function(h){for(var d=-1,g=p.length,y;++d<g;)m[(y=p[d]).i]=y.x(h);return m.join("")}}}var Ip=ji(Hl,"px, ","px)","deg)"),Fp=ji(Ul,", ",")",")"),Gl=1e-12;function Bi(t){return((t=Math.exp(t))+1/t)/2}function zl(t){return((t=Math.exp(t))-1/t)/2}function jl(t){return((t=Math.exp(2*t))-1)/(t+1)}var Op=(function t(e,n,r){function o(i,s){var u=i[0],c=i[1],l=i[2],f=s[0],m=s[1],p=s[2],h=f-u,d=m-c,g=h*h+d*d,y,_;if(g<Gl)_=Math.log(p/l)/e,y=function(A){return[u+A*h,c+A*d,l*Math.exp(e*A*_)]};else{var b=Math.sqrt(g),v=(p*p-l*l+r*g)/(2*l*n*b),k=(p*p-l*l-r*g)/(2*p*n*b),x=Math.log(Math.sqrt(v*v+1)-v),P=Math.log(Math.sqrt(k*k+1)-k);_=(P-x)/e,y=function(A){var N=A*_,q=Bi(x),L=l/(n*b)*(q*jl(e*N+x)-zl(x));return[u+L*h,c+L*d,l*q/Bi(e*N+x)]}}return y.duration=Math.abs(_)*1e3*e/Math.SQRT2,y}return o.rho=function(i){var s=Math.max(.001,+i),u=s*s,c=u*u;return t(s,u,c)},o})(Math.SQRT2,2,4);function Wi(t){return function(e,n){var r=t((e=fn(e)).h,(n=fn(n)).h),o=Y(e.s,n.s),i=Y(e.l,n.l),s=Y(e.opacity,n.opacity);return function(u){return e.h=r(u),e.s=o(u),e.l=i(u),e.opacity=s(u),e+""}}}var qp=Wi(Cr),Bp=Wi(Y);function Qi(t){return function(e,n){var r=t((e=mn(e)).h,(n=mn(n)).h),o=Y(e.c,n.c),i=Y(e.l,n.l),s=Y(e.opacity,n.opacity);return function(u){return e.h=r(u),e.c=o(u),e.l=i(u),e.opacity=s(u),e+""}}}var Vp=Qi(Cr),Hp=Qi(Y);function Xi(t){return(function e(n){n=+n;function r(o,i){var s=t((o=hn(o)).h,(i=hn(i)).h),u=Y(o.s,i.s),c=Y(o.l,i.l),l=Y(o.opacity,i.opacity);return function(f){return o.h=s(f),o.s=u(f),o.l=c(Math.pow(f,n)),o.opacity=l(f),o+""}}return r.gamma=e,r})(1)}var Up=Xi(Cr),Gp=Xi(Y);function Wl(t){return Math.abs(t=Math.round(t))>=1e21?t.toLocaleString("en").replace(/,/g,""):t.toString(10)}function bn(t,e){if(!isFinite(t)||t===0)return null;var n=(t=e?t.toExponential(e-1):t.toExponential()).indexOf("e"),r=t.slice(0,n);return[r.length>1?r[0]+r.slice(2):r,+t.slice(n+1)]}function ee(t){return t=bn(Math.abs(t)),t?t[1]:NaN}function Ql(t,e){return function(n,r){for(var o=n.length,i=[],s=0,u=t[0],c=0;o>0&&u>0&&(c+u+1>r&&(u=Math.max(1,r-c)),i.push(n.substring(o-=u,o+u)),!((c+=u+1)>r));)u=t[s=(s+1)%t.length];return i.reverse().join(e)}}function Xl(t){return function(e){return e.replace(/[0-9]/g,function(n){return t[+n]})}}var Kl=/^(?:(.)?([<>=^]))?([+\-( ])?([$#])?(0)?(\d+)?(,)?(\.\d+)?(~)?([a-z%])?$/i;function ne(t){if(!(e=Kl.exec(t)))throw new Error("invalid format: "+t);var e;return new Ar({fill:e[1],align:e[2],sign:e[3],symbol:e[4],zero:e[5],width:e[6],comma:e[7],precision:e[8]&&e[8].slice(1),trim:e[9],type:e[10]})}ne.prototype=Ar.prototype;function Ar(t){this.fill=t.fill===void 0?" ":t.fill+"",this.align=t.align===void 0?">":t.align+"",this.sign=t.sign===void 0?"-":t.sign+"",this.symbol=t.symbol===void 0?"":t.symbol+"",this.zero=!!t.zero,this.width=t.width===void 0?void 0:+t.width,this.comma=!!t.comma,this.precision=t.precision===void 0?void 0:+t.precision,this.trim=!!t.trim,this.type=t.type===void 0?"":t.type+""}Ar.prototype.toString=function(){return this.fill+this.align+this.sign+this.symbol+(this.zero?"0":"")+(this.width===void 0?"":Math.max(1,this.width|0))+(this.comma?",":"")+(this.precision===void 0?"":"."+Math.max(0,this.precision|0))+(this.trim?"~":"")+this.type};function Yl(t){t:for(var e=t.length,n=1,r=-1,o;n<e;++n)switch(t[n]){case".":r=o=n;break;case"0":r===0&&(r=n),o=n;break;default:if(!+t[n])break t;r>0&&(r=0);break}return r>0?t.slice(0,r)+t.slice(o+1):t}var xn;function Jl(t,e){var n=bn(t,e);if(!n)return xn=void 0,t.toPrecision(e);var r=n[0],o=n[1],i=o-(xn=Math.max(-8,Math.min(8,Math.floor(o/3)))*3)+1,s=r.length;return i===s?r:i>s?r+new Array(i-s+1).join("0"):i>0?r.slice(0,i)+"."+r.slice(i):"0."+new Array(1-i).join("0")+bn(t,Math.max(0,e+i-1))[0]}function Ki(t,e){var n=bn(t,e);if(!n)return t+"";var r=n[0],o=n[1];return o<0?"0."+new Array(-o).join("0")+r:r.length>o+1?r.slice(0,o+1)+"."+r.slice(o+1):r+new Array(o-r.length+2).join("0")}var Yi={"%":(t,e)=>(t*100).toFixed(e),b:t=>Math.round(t).toString(2),c:t=>t+"",d:Wl,e:(t,e)=>t.toExponential(e),f:(t,e)=>t.toFixed(e),g:(t,e)=>t.toPrecision(e),o:t=>Math.round(t).toString(8),p:(t,e)=>Ki(t*100,e),r:Ki,s:Jl,X:t=>Math.round(t).toString(16).toUpperCase(),x:t=>Math.round(t).toString(16)};function Ji(t){return t}var Zi=Array.prototype.map,ts=["y","z","a","f","p","n","\xB5","m","","k","M","G","T","P","E","Z","Y"];function Zl(t){var e=t.grouping===void 0||t.thousands===void 0?Ji:Ql(Zi.call(t.grouping,Number),t.thousands+""),n=t.currency===void 0?"":t.currency[0]+"",r=t.currency===void 0?"":t.currency[1]+"",o=t.decimal===void 0?".":t.decimal+"",i=t.numerals===void 0?Ji:Xl(Zi.call(t.numerals,String)),s=t.percent===void 0?"%":t.percent+"",u=t.minus===void 0?"\u2212":t.minus+"",c=t.nan===void 0?"NaN":t.nan+"";function l(m,p){m=ne(m);var h=m.fill,d=m.align,g=m.sign,y=m.symbol,_=m.zero,b=m.width,v=m.comma,k=m.precision,x=m.trim,P=m.type;P==="n"?(v=!0,P="g"):Yi[P]||(k===void 0&&(k=12),x=!0,P="g"),(_||h==="0"&&d==="=")&&(_=!0,h="0",d="=");var A=(p&&p.prefix!==void 0?p.prefix:"")+(y==="$"?n:y==="#"&&/[boxX]/.test(P)?"0"+P.toLowerCase():""),N=(y==="$"?r:/[%p]/.test(P)?s:"")+(p&&p.suffix!==void 0?p.suffix:""),q=Yi[P],L=/[defgprs%]/.test(P);k=k===void 0?6:/[gprs]/.test(P)?Math.max(1,Math.min(21,k)):Math.max(0,Math.min(20,k));function G(R){var D=A,$=N,U,_t,Ie;if(P==="c")$=q(R)+$,R="";else{R=+R;var Fe=R<0||1/R<0;if(R=isNaN(R)?c:q(Math.abs(R),k),x&&(R=Yl(R)),Fe&&+R==0&&g!=="+"&&(Fe=!1),D=(Fe?g==="("?g:u:g==="-"||g==="("?"":g)+D,$=(P==="s"&&!isNaN(R)&&xn!==void 0?ts[8+xn/3]:"")+$+(Fe&&g==="("?")":""),L){for(U=-1,_t=R.length;++U<_t;)if(Ie=R.charCodeAt(U),48>Ie||Ie>57){$=(Ie===46?o+R.slice(U+1):R.slice(U))+$,R=R.slice(0,U);break}}}v&&!_&&(R=e(R,1/0));var Oe=D.length+R.length+$.length,ct=Oe<b?new Array(b-Oe+1).join(h):"";switch(v&&_&&(R=e(ct+R,ct.length?b-$.length:1/0),ct=""),d){case"<":R=D+R+$+ct;break;case"=":R=D+ct+R+$;break;case"^":R=ct.slice(0,Oe=ct.length>>1)+D+R+$+ct.slice(Oe);break;default:R=ct+D+R+$;break}return i(R)}return G.toString=function(){return m+""},G}function f(m,p){var h=Math.max(-8,Math.min(8,Math.floor(ee(p)/3)))*3,d=Math.pow(10,-h),g=l((m=ne(m),m.type="f",m),{suffix:ts[8+h/3]});return function(y){return g(d*y)}}return{format:l,formatPrefix:f}}var _n,wn,Tr;tc({thousands:",",grouping:[3],currency:["$",""]});function tc(t){return _n=Zl(t),wn=_n.format,Tr=_n.formatPrefix,_n}function es(t){return Math.max(0,-ee(Math.abs(t)))}function ns(t,e){return Math.max(0,Math.max(-8,Math.min(8,Math.floor(ee(e)/3)))*3-ee(Math.abs(t)))}function rs(t,e){return t=Math.abs(t),e=Math.abs(e)-t,Math.max(0,ee(e)-ee(t))+1}function Er(t,e){switch(arguments.length){case 0:break;case 1:this.range(t);break;default:this.range(e).domain(t);break}return this}function ec(t){return function(){return t}}function nc(t){return+t}var os=[0,1];function re(t){return t}function Lr(t,e){return(e-=t=+t)?function(n){return(n-t)/e}:ec(isNaN(e)?NaN:.5)}function rc(t,e){var n;return t>e&&(n=t,t=e,e=n),function(r){return Math.max(t,Math.min(e,r))}}function oc(t,e,n){var r=t[0],o=t[1],i=e[0],s=e[1];return o<r?(r=Lr(o,r),i=n(s,i)):(r=Lr(r,o),i=n(i,s)),function(u){return i(r(u))}}function ic(t,e,n){var r=Math.min(t.length,e.length)-1,o=new Array(r),i=new Array(r),s=-1;for(t[r]<t[0]&&(t=t.slice().reverse(),e=e.slice().reverse());++s<r;)o[s]=Lr(t[s],t[s+1]),i[s]=n(e[s],e[s+1]);return function(u){var c=Yo(t,u,1,r)-1;return i[c](o[c](u))}}function Dr(t,e){return e.domain(t.domain()).range(t.range()).interpolate(t.interpolate()).clamp(t.clamp()).unknown(t.unknown())}function Ir(){var t=os,e=os,n=yn,r,o,i,s=re,u,c,l;function f(){var p=Math.min(t.length,e.length);return s!==re&&(s=rc(t[0],t[p-1])),u=p>2?ic:oc,c=l=null,m}function m(p){return p==null||isNaN(p=+p)?i:(c||(c=u(t.map(r),e,n)))(r(s(p)))}return m.invert=function(p){return s(o((l||(l=u(e,t.map(r),nt)))(p)))},m.domain=function(p){return arguments.length?(t=Array.from(p,nc),f()):t.slice()},m.range=function(p){return arguments.length?(e=Array.from(p),f()):e.slice()},m.rangeRound=function(p){return e=Array.from(p),n=Gi,f()},m.clamp=function(p){return arguments.length?(s=p?!0:re,f()):s!==re},m.interpolate=function(p){return arguments.length?(n=p,f()):n},m.unknown=function(p){return arguments.length?(i=p,m):i},function(p,h){return r=p,o=h,f()}}function sc(){return Ir()(re,re)}function ac(t,e,n,r){var o=ni(t,e,n),i;switch(r=ne(r??",f"),r.type){case"s":{var s=Math.max(Math.abs(t),Math.abs(e));return r.precision==null&&!isNaN(i=ns(o,s))&&(r.precision=i),Tr(r,s)}case"":case"e":case"g":case"p":case"r":{r.precision==null&&!isNaN(i=rs(o,Math.max(Math.abs(t),Math.abs(e))))&&(r.precision=i-(r.type==="e"));break}case"f":case"%":{r.precision==null&&!isNaN(i=es(o))&&(r.precision=i-(r.type==="%")*2);break}}return wn(r)}function cs(t){var e=t.domain;return t.ticks=function(n){var r=e();return nn(r[0],r[r.length-1],n??10)},t.tickFormat=function(n,r){var o=e();return ac(o[0],o[o.length-1],n??10,r)},t.nice=function(n){n==null&&(n=10);var r=e(),o=0,i=r.length-1,s=r[o],u=r[i],c,l,f=10;for(u<s&&(l=s,s=u,u=l,l=o,o=i,i=l);f-- >0;){if(l=en(s,u,n),l===c)return r[o]=s,r[i]=u,e(r);if(l>0)s=Math.floor(s/l)*l,u=Math.ceil(u/l)*l;else if(l<0)s=Math.ceil(s*l)/l,u=Math.floor(u*l)/l;else break;c=l}return t},t}function J(){var t=sc();return t.copy=function(){return Dr(t,J())},Er.apply(t,arguments),cs(t)}function uc(t,e){t=t.slice();var n=0,r=t.length-1,o=t[n],i=t[r],s;return i<o&&(s=n,n=r,r=s,s=o,o=i,i=s),t[n]=e.floor(o),t[r]=e.ceil(i),t}function is(t){return Math.log(t)}function ss(t){return Math.exp(t)}function lc(t){return-Math.log(-t)}function cc(t){return-Math.exp(-t)}function fc(t){return isFinite(t)?+("1e"+t):t<0?0:t}function mc(t){return t===10?fc:t===Math.E?Math.exp:e=>Math.pow(t,e)}function pc(t){return t===Math.E?Math.log:t===10&&Math.log10||t===2&&Math.log2||(t=Math.log(t),e=>Math.log(e)/t)}function as(t){return(e,n)=>-t(-e,n)}function hc(t){let e=t(is,ss),n=e.domain,r=10,o,i;function s(){return o=pc(r),i=mc(r),n()[0]<0?(o=as(o),i=as(i),t(lc,cc)):t(is,ss),e}return e.base=function(u){return arguments.length?(r=+u,s()):r},e.domain=function(u){return arguments.length?(n(u),s()):n()},e.ticks=u=>{let c=n(),l=c[0],f=c[c.length-1],m=f<l;m&&([l,f]=[f,l]);let p=o(l),h=o(f),d,g,y=u==null?10:+u,_=[];if(!(r%1)&&h-p<y){if(p=Math.floor(p),h=Math.ceil(h),l>0){for(;p<=h;++p)for(d=1;d<r;++d)if(g=p<0?d/i(-p):d*i(p),!(g<l)){if(g>f)break;_.push(g)}}else for(;p<=h;++p)for(d=r-1;d>=1;--d)if(g=p>0?d/i(-p):d*i(p),!(g<l)){if(g>f)break;_.push(g)}_.length*2<y&&(_=nn(l,f,y))}else _=nn(p,h,Math.min(h-p,y)).map(i);return m?_.reverse():_},e.tickFormat=(u,c)=>{if(u==null&&(u=10),c==null&&(c=r===10?"s":","),typeof c!="function"&&(!(r%1)&&(c=ne(c)).precision==null&&(c.trim=!0),c=wn(c)),u===1/0)return c;let l=Math.max(1,r*u/e.ticks().length);return f=>{let m=f/i(Math.round(o(f)));return m*r<r-.5&&(m*=r),m<=l?c(f):""}},e.nice=()=>n(uc(n(),{floor:u=>i(Math.floor(o(u))),ceil:u=>i(Math.ceil(o(u)))})),e}function Fr(){let t=hc(Ir()).domain([1,10]);return t.copy=()=>Dr(t,Fr()).base(t.base()),Er.apply(t,arguments),t}function us(t){return function(e){return Math.sign(e)*Math.log1p(Math.abs(e/t))}}function ls(t){return function(e){return Math.sign(e)*Math.expm1(Math.abs(e))*t}}function dc(t){var e=1,n=t(us(e),ls(e));return n.constant=function(r){return arguments.length?t(us(e=+r),ls(e)):e},cs(n)}function Or(){var t=dc(Ir());return t.copy=function(){return Dr(t,Or()).constant(t.constant())},Er.apply(t,arguments)}function Z(t,[e,n]){return t>=e&&t<=n}function Ot(t,e,n){let[r,o]=e,i=[r,Math.max(r+1,o)];return t==="log"?Or(i,n).constant(1):J(i,n)}function Q(t){return 6.3*t.length}function fs(t,e,n){let[r,o]=[e[0],Math.max(e[0]+1,e[1])],i=Ot(t,[r,o],n);if(t==="linear"||o+1<3*(r+1)){let u=(n[1]-n[0])/(Q(w(o))+24);return J([r,o],n).ticks(Math.max(1,Math.floor(u))).filter(Number.isInteger)}let s=Math.floor(Math.log2(o))+1;for(let u=1;u<s;u++){let c=gc(s,u).filter(l=>Z(l,[r,o]));if(yc(c,i))return c}return[r,2**(s-1)]}function gc(t,e){let n=[0];for(let r=0;r<t;r+=e)n.push(2**r);return n}function yc(t,e){return t.every((n,r)=>{if(r===0)return!0;let o=t[r-1],i=(Q(w(n))+Q(w(o)))/2;return e(n)-e(o)>=i+6})}function St(t,e,n=NaN){let r=1/0,o=-1/0;if(t.forEach((c,l)=>{if(!Number.isFinite(c))return;let f=Number.isFinite(e[l])?e[l]:0;r=Math.min(r,c-f),o=Math.max(o,c+f)}),r>o)return[0,1];let i=Math.max(Math.abs(o)*.01,Number.isFinite(n)?n*.005:0,1e-8),s=Math.max(0,i-(o-r)),u=Math.min(s/2,Math.max(r,0));return[r-u,o+s-u]}function vn(t,e){let n=.5*(t[1]-t[0]);return e<t[0]-n||e>t[1]+n?t:[Math.min(t[0],e),Math.max(t[1],e)]}function Re(t,e,n){return Math.max(0,rn(t,r=>Math.abs(e(r)-n)))}function ms(t,e,n,r){let o=[];t.forEach((i,s)=>o.push(Math.max(i,s?o[s-1]+e:n)));for(let i=o.length-1,s=r;i>=0;i--,s=o[i+1]-e)o[i]>s&&(o[i]=s);return o}var Bt=236,qt={left:48,top:24,bottom:Bt-34},ps={top:22,bottom:24},hs={accuracy:40,none:14};function qr(t,e,n){return{...qt,right:n,stepAxis:t,steps:e,x:Ot(t,e,[qt.left+4,n-4])}}function ds(t,e,n,r){let{quantity:o,stepAxis:i,steps:s}=n,u=n.accuracyDomain&&o.key!=="accuracy",c=o.read(t),l=o.readSpread(t)??_c(c,o.readErrors?.(t)??[]),f=o.references?.(t)??[],m=[...[c,...l].flatMap(g=>kn(t,g,s)),...e.flatMap(({series:g})=>kn(g,o.read(g),s))],p=St(m,[],o.wholeVariance?.(t)),h=f.reduce((g,{value:y})=>vn(g,y),p),d=[qt.bottom-ps.bottom,qt.top+ps.top];return{...qr(i,s,r-(u?hs.accuracy:hs.none)),width:r,label:o.label,quantity:o,y:J(h,d),accuracy:u?J(n.accuracyDomain,d):null,values:c,band:l,references:f}}function _c(t,e){let n=r=>Number.isFinite(e[r])?e[r]:0;return[t.map((r,o)=>r-n(o)),t.map((r,o)=>r+n(o))]}function kn({steps:t},e,n){return e.filter((r,o)=>Z(t[o],n))}function gs(t){let e=t.flatMap(({column:r})=>r("probe_accuracy")).filter(Number.isFinite),n=t[0]?.column("model_accuracy")??[];return e.length?St([...e,...n],[]):null}var Br=["#009e73","#cc79a7","#8c6bb1","#e69f00","#7f7f7f","#56b4e9","#d55e00","#0072b2"],ys=["","5 2.5","1.5 2.5","8 2.5 1.5 2.5"];function Mn(t){return Br[t%Br.length]}function bs(t,e){let n=new Map;return new Map(t.map(r=>{let o=e.get(r),i=n.get(o)??0;return n.set(o,i+1),[r,ys[i%ys.length]]}))}var Rn=Sn(["#440154","#482878","#3e4989","#31688e","#26828e","#1f9e89","#35b779","#6ece58","#b5de2b","#fde725"]),_s={red:"var(--red)",green:"var(--green)",blue:"var(--blue)",grey:"var(--grey)",chroma:"var(--chroma)"};function xs(t,e,n,r,o){return Object.hasOwn(_s,t)?_s[t]:r?Vt(e,n,o):bc(Mn(e),Math.floor(e/Br.length),o)}function bc(t,e,n){if(!e)return t;let r=e%2===1;return Sn([t,r===(n==="light")?"#000000":"#ffffff"])(.45)}var xc={light:Sn(["#762a83","#af8dc3","#f4f2f5","#7fbf7b","#1b7837"]),dark:Sn(["#d9a8ec","#8d5fa3","#454347","#4c8a58","#8fdca3"])};function Vr(t,e){return xc[e]((t+1)/2)}function Vt(t,e,n){let[r,o]=n==="dark"?[.42,.95]:[.04,.66];return Rn(r+(o-r)*(e>1?t/(e-1):.5))}function Sn(t){let e=t.map(n=>[1,3,5].map(r=>Number.parseInt(n.slice(r,r+2),16)));return n=>{let r=Math.min(1,Math.max(0,n))*(e.length-1),o=Math.min(e.length-2,Math.floor(r));return`rgb(${e[o].map((s,u)=>Math.round(s+(r-o)*(e[o+1][u]-s))).join(",")})`}}function ws(t){if(window.parent===window)return;let e=new MessageChannel;e.port1.onmessage=n=>{let r=JSON.parse(n.data);if(r.isReply)return;t[r.type]?.(r.payload);let o={type:r.type,id:r.id,payload:null,error:null,isReply:!0};e.port1.postMessage(JSON.stringify(o))},window.parent.postMessage("experimental.bootstrap","*",[e.port2])}function Pe(t){return t.replaceAll(/(seed[-_=]?)\d+/gi,"$1*")}function vs(t){let e=new Map;for(let n of t){let r=Pe(n.summary.run);e.set(r,[...e.get(r)??[],n])}return[...e].map(([n,r])=>{let o=r.filter(({rows:i})=>i.some(({steps:s})=>s.length));return o.length>1?wc(n,o):o[0]??r[0]})}function wc(t,e){let n=e[0],o=n.rows.map(({key:f})=>f).filter(f=>e.every(({rows:m})=>m.some(p=>p.key===f))),i=o.map(f=>vc(e.map(m=>m.rows.find(p=>p.key===f)))),s=o.flatMap((f,m)=>kc(i[m],e)??[]),u=i[0]?.steps.at(-1)??null,c=e.flatMap(({summary:f})=>f.error??[]).join(" ")||null;return{summary:{...n.summary,run:t,num_steps:i[0]?.steps.length??0,last_step:u,error:c},rows:i,reports:s,numSeeds:e.length}}function vc(t){let[e,...n]=t,r=e.steps.filter(c=>n.every(l=>l.steps.includes(c))),o=t.map(c=>r.map(l=>c.steps.indexOf(l))),i=(c,l)=>t.map((f,m)=>f.column(c)[o[m][l]]).filter(Number.isFinite),s=c=>l=>r.map((f,m)=>c(i(l,m))??NaN),u=()=>r.map((c,l)=>[...new Set(t.flatMap((f,m)=>f.flags()[o[m][l]]))]);return gr({...e,steps:r,column:s(si),flags:u,spread:c=>[s(we)(c),s(xe)(c)]})}function kc({row:t},e){let n=e.flatMap(c=>E(c.reports,t)??[]),r=n.filter(c=>c.minimum_step!=null);if(!r.length)return n[0];let o=ai(r,c=>c.minimum_step),i=r.toSorted((c,l)=>Math.abs(c.minimum_step-o)-Math.abs(l.minimum_step-o))[0],s=r.map(c=>c.minimum_interval??[c.minimum_step,c.minimum_step]),u=n.filter(c=>c.has_increase).length;return{...i,minimum_interval:[we(s,([c])=>c),xe(s,([,c])=>c)],has_increase:u>n.length/2,forgotten:i.forgotten&&`${i.forgotten} (In the run with the middle minimum.)`,description:`${i.description??""} Phases of the run with the middle minimum; ${u} of ${n.length} runs have an increase.`}}var $n={format:F,tickFormat:"~%"},ks="mean squared error per input element",Rs=[{...tt("loss","reconstruction_loss","reconstruction loss",ks,"low"),...Ms("reconstruction_loss"),readErrors:t=>t.column("reconstruction_stderr")},{...tt("relative","reconstruction_loss","loss, first = 1","share of the loss at the first probe step","low"),read:t=>Ss(t,t.column("reconstruction_loss")),readErrors:t=>Ss(t,t.column("reconstruction_stderr")),readSpread:()=>{}},{...tt("limit","reconstruction_loss_limit","loss at unlimited rows",ks,"low"),...Ms("reconstruction_loss_limit"),readErrors:t=>t.column("reconstruction_loss_limit_stderr")},{...tt("explained","explained_variance","explained variance","share of the variance of the input","high"),...$n,readErrors:t=>$s(t.column("reconstruction_stderr"),Pn(t)),references:t=>Ns(0,1-Cs(t)/Pn(t),As(t,"explained_variance")),wholeVariance:()=>1},Hr("accuracy","probe_accuracy","probe accuracy","linear probe, share of held-out rows"),tt("probe_loss","probe_loss","probe loss","cross-entropy of the linear probe, nats","low"),Hr("model_accuracy","model_accuracy","model accuracy","the model itself, share of held-out rows"),tt("model_loss","model_loss","model loss","of the model itself, on held-out rows","low"),tt("freedom","degrees_of_freedom","degrees of freedom","of the decoder",null),tt("ridge","ridge","ridge","units of the mean feature variance",null),tt("seconds","probe_seconds","probe seconds","seconds of the probe step",null)];function Ps(t){let n=[...new Set(t.flatMap(i=>i.metricNames))].flatMap(i=>/^transfer_(.+)_(?:accuracy|loss)$/.exec(i)?.[1]??[]),r=[...new Set(n)].flatMap(i=>[Hr(`transfer_${i}_accuracy`,`transfer_${i}_accuracy`,`${i} accuracy`,`linear probe of '${i}', share of held-out rows`),tt(`transfer_${i}_loss`,`transfer_${i}_loss`,`${i} loss`,`cross-entropy of the linear probe of '${i}', nats`,"low")]),o=[...Rs,...r];return[...o,...Sc(t,o)].filter(i=>t.some(s=>i.read(s).some(Number.isFinite)))}function Sc(t,e){return[...new Map(t.flatMap(r=>[...r.described])).values()].flatMap(({name:r,label:o,unit:i,better:s,isShare:u,part:c})=>{if(c||e.some(f=>f.column===r))return[];let l=e.some(f=>f.key===r)?`own ${r}`:r;return[{...tt(l,r,o,i,s),...u&&$n}]})}function Ss(t,e){return $s(e,t.column("reconstruction_loss").find(Number.isFinite)??NaN)}function $s(t,e){return t.map(n=>n/e)}function Ht(t,e){return t.find(n=>n.key===e)??Rs[0]}function oe(t,e){return{...tt("","",t,"",null),...e&&$n}}function tt(t,e,n,r,o){return{key:t,column:e,label:n,unit:r,better:o,format:H,read:s=>s.column(e),readSpread:s=>s.spread?.(e)}}function Hr(t,e,n,r){return{...tt(t,e,n,r,"high"),...$n}}function Ms(t){return{references:e=>Ns(Pn(e),Cs(e),As(e,t)),wholeVariance:Pn}}function Ns(t,e,n){return Object.entries({"mean image":t,"PCA bound":e,untrained:n}).map(([o,i])=>({label:o,value:i})).filter(({value:o})=>Number.isFinite(o))}function Pn(t){return _r(t,"mean_image_loss")}function Cs(t){return _r(t,"pca_bound")}function As({steps:t,column:e},n){return t[0]===0?e(n)[0]:NaN}var Ts="-probe_loss";function Ls(t){return t.flatMap(e=>e.key==="probe_loss"?[e,{...e,key:Ts,label:"probe loss, turned",isTurned:!0}]:[e])}var Mc=[{key:"portrait",label:"phase portrait",axes:["accuracy","relative"]},{key:"information",label:"information plane",axes:["explained","label_information"]},{key:"information",label:"information plane",axes:["explained",Ts]},{key:"binned",label:"binned mutual information",axes:["binned_information_input","binned_information_label"]}];function Es(t){let e=Mc.filter(n=>n.axes.every(r=>t.some(o=>o.key===r)));return e.filter(({key:n},r)=>e.findIndex(o=>o.key===n)===r)}var Ut=["curves","portrait","map","images","compare","breakdowns"],Rc=10,Ds=["accuracy","relative"];function jr(t){let[e,n]=Gr(t.axes)??[],r=(t.zoom??"").split("-").map(Number);return{view:Ut.find(o=>o===t.view)??"curves",run:t.run??"",others:Gr(t.with),layers:Gr(t.layers),stepAxis:t.x==="linear"?"linear":"log",metric:t.y||"loss",step:Ur(t.step),zoom:r.length===2&&r.every(Is)&&r[1]>r[0]?[r[0],r[1]]:null,grouped:t.seeds==="grouped",portrait:e&&n?[e,n]:Ds,kind:t.kind??"",unit:t.unit==="loss"?"loss":"explained",from:Ur(t.from),to:Ur(t.to),against:t.against==="input"||t.against==="step"?t.against:null}}function Ur(t){return t&&Is(Number(t))?Number(t):null}function Is(t){return Number.isSafeInteger(t)&&t>=0}function Fs(t){let{view:e,run:n,others:r,layers:o,stepAxis:i,metric:s,step:u,zoom:c,grouped:l,portrait:f}=t,{kind:m,unit:p,from:h,to:d,against:g}=t;return{...e!=="curves"&&{view:e},...n&&{run:n},...r&&{with:zr(r)},...o&&{layers:zr(o)},x:i,y:s,...u!==null&&{step:String(u)},...c&&{zoom:c.join("-")},...l&&{seeds:"grouped"},...f.join()!==Ds.join()&&{axes:zr(f)},...m&&{kind:m},...p!=="explained"&&{unit:p},...h!==null&&{from:String(h)},...d!==null&&{to:String(d)},...g&&{against:g}}}function Gr(t){return t===void 0?null:t.split(",").filter(Boolean).map(Xe)}function zr(t){return t.map(encodeURIComponent).join(",")}function Os(t,e){return t.find(({run:n})=>n===e)??Bs(t)[0]}function qs(t,e,n){let r=t.filter(({run:i})=>i!==e);if(n)return r.filter(({run:i})=>n.includes(i));let o=Bs(r.filter(({num_steps:i})=>i)).slice(0,Rc-1);return r.filter(i=>o.includes(i))}function Nn(t,e){return e?.length&&!e.some(n=>t.includes(n))?null:e}function Bs(t){return t.toSorted((e,n)=>n.last_wall_time-e.last_wall_time)}var $e={frequency:{name:"spatial frequency",title:"by spatial frequency, cycles per pixel",isOrdered:!0},component:{name:"principal component",title:"by principal component",isOrdered:!0},colour:{name:"grey and colour",title:"by grey and colour"},channel:{name:"colour channel",title:"by colour channel"},position:{name:"image position",title:"by image position"},class:{name:"class",title:"by class"},difficulty:{name:"difficulty",title:"by difficulty of the rows",isOrdered:!0}},Vs=64,Pc=20,$c=8;function dt(t){return Object.hasOwn($e,t)?$e[t]:{name:t,title:`by ${t}`}}function Hs(t,e){return t.metricNames.flatMap(r=>{let o=Us(t,r);return o?.kind!==e?[]:[{name:o.name,losses:t.column(r),meanImageLoss:o.meanImageLoss}]}).filter(({losses:r})=>r.some(Number.isFinite)).slice(0,Vs)}function Us(t,e){let n=t.described.get(e);if(n)return n.part;let[,r,o]=/^reconstruction_loss_([a-z]+)_(.+)$/.exec(e)??[];return!r||!Object.hasOwn($e,r)?null:{kind:r,name:o.replaceAll("_"," "),meanImageLoss:NaN}}function Gs(t){let e=new Set(t.flatMap(r=>r.metricNames.flatMap(o=>Us(r,o)?.kind??[])));return[...Object.keys($e).filter(r=>e.has(r)),...[...e].filter(r=>!Object.hasOwn($e,r))].filter(r=>t.some(o=>Hs(o,r).length)).slice(0,Pc)}function Cn(t,e,n){let r=Hs(t,e);if(!r.length)return null;let o=r.filter(({meanImageLoss:u})=>Number.isFinite(u)),i=o.length?n:"loss",s=(i==="loss"?r:o).map(({name:u,losses:c,meanImageLoss:l})=>({name:u,values:i==="loss"?c:c.map(f=>1-f/l)}));return{kind:e,unit:i,parts:s}}function ie(t){return t==="loss"?"reconstruction loss":"explained variance"}function Ne(t){return t==="loss"?H:F}function se(t,e){if(!Number.isFinite(t))return"\u2013";let n=e==="loss"?H(Math.abs(t)):(100*Math.abs(t)).toFixed(1);return/[1-9]/.test(n)?`${t<0?"\u2212":"+"}${n}`:n}function zs(t,e){if(e||t.length<=$c)return new Set(t.map(({name:o})=>o));let n=({values:o})=>o.findLast(Number.isFinite)??NaN,r=t.toSorted((o,i)=>n(i)-n(o)).map(({name:o})=>o);return new Set([...r.slice(0,3),...r.slice(-3)])}function js(t,e,{from:n,to:r,step:o}){let{steps:i}=t;if(!i.length)return null;let[s,u]=[n??e?.minimum_step??i[0],r??o??i.at(-1)],[c,l]=[i[z(i,s)],i[z(i,u)]];return[Math.min(c,l),Math.max(c,l)]}function Ws({unit:t,parts:e},{steps:n},[r,o]){let[i,s]=[n.indexOf(r),n.indexOf(o)];return e.map(({name:u,values:c})=>{let[l,f]=[c[i]??NaN,c[s]??NaN],m=f-l;return{name:u,from:l,to:f,change:m,isLost:t==="loss"?m>0:m<0}})}function Wr(t){let e=t.flatMap(o=>{let i=/^row (\d+) column (\d+)$/.exec(o.name);return i?[{...o,row:Number(i[1])-1,column:Number(i[2])-1}]:[]}),n=Math.max(0,...e.map(({row:o})=>o+1)),r=Math.max(0,...e.map(({column:o})=>o+1));return e.length<t.length||e.length<2||Math.max(n,r)>Vs?null:{numRows:n,numColumns:r,cells:e}}function st({title:t,name:e=t.toLowerCase(),kind:n,value:r,options:o,choose:i}){return a("label",{class:n,children:[a("span",{class:"control-name",children:t}),a("select",{name:e,value:r,onChange:s=>i(s.currentTarget.value),children:o.map(([s,u])=>a("option",{value:s,children:u},s))})]})}function An(t,e){return(e===null||t.includes(e)?t:[e,...t]).map(r=>[String(r),`step ${w(r)}`])}function gt({name:t,value:e,options:n,choose:r}){return a("fieldset",{class:"choice",children:[a("legend",{class:"control-name",children:t}),a("div",{class:"segments",children:Object.entries(n).map(([o,i])=>a("label",{children:[a("input",{type:"radio",name:t,value:o,checked:o===e,onChange:()=>r(o)}),a("span",{children:i})]},o))})]})}function at(t){return class extends jt{shouldComponentUpdate(e){return[...new Set([...Object.keys(this.props),...Object.keys(e)])].some(r=>this.props[r]!==e[r])}render(e){return a(t,{...e})}}}function ut(t){let e=T(null),[n,r]=I(t);return K(()=>{let o=new ResizeObserver(([i])=>{let s=Math.floor(i.contentRect.width);s>0&&r(s)});return o.observe(e.current),()=>o.disconnect()},[]),[e,n]}var yt={height:10,gap:10,room:44,parts:41};function Qs(t,e){return t.numRows*Xs(t,e)+yt.gap+yt.room}function Xs({numColumns:t},e){return Math.max(8,Math.min(52,Math.floor((e-8)/t)))}function Ks({grid:t,unit:e,most:n,steps:r,width:o,theme:i}){let{numRows:s,numColumns:u,cells:c}=t,l=Xs(t,o),f=e==="loss"?-1:1,m=Ne(e),p=4;return a("g",{class:"grid-map",children:[c.map(({name:h,row:d,column:g,from:y,to:_,change:b})=>{let v=f*b/n;return a("g",{transform:`translate(${p+g*l},${d*l})`,children:[a("title",{children:`${h}: ${m(y)} at step ${w(r[0])}, ${m(_)} at step ${w(r[1])}`}),Number.isFinite(b)?a("rect",{width:l-2,height:l-2,fill:Vr(v,i)}):a("rect",{class:"missing",width:l-2,height:l-2}),l>=36&&a("text",{class:Math.abs(v)>.62?"on-strong":"on-weak",x:l/2-1,y:l/2-1,dy:"0.32em","text-anchor":"middle",children:se(b,e)})]},h)}),a(Nc,{left:p,top:s*l+yt.gap,width:Math.min(o-8,Math.max(230,u*l-2)),most:n,sign:f,unit:e,theme:i})]})}function Nc({left:t,top:e,width:n,most:r,sign:o,unit:i,theme:s}){let u=n/yt.parts;return a("g",{class:"color-legend",transform:`translate(${t},${e})`,children:[Array.from({length:yt.parts},(c,l)=>a("rect",{x:l*u,width:u+.4,height:yt.height,fill:Vr(2*l/(yt.parts-1)-1,s)},l)),a("text",{y:yt.height+13,children:[se(-o*r,i)," forgotten"]}),a("text",{x:n,y:yt.height+13,"text-anchor":"end",children:["learned ",se(o*r,i)]})]})}var Tn=18,Ys=26,Cc=24,Ac=62;function Tc(t,e){let n=0;return{placed:t.map(o=>{let i=Wr(o.changes),s=n;return n+=Ys+(i?Qs(i,e):o.changes.length*Tn+Cc)+10,{...o,grid:i,top:s}}),height:n}}function Lc({name:t,sections:e,steps:n,theme:r}){let[o,i]=ut(360),{placed:s,height:u}=S(()=>Tc(e,i),[e,i]),c=S(()=>Ec(e,i),[e,i]);return a("div",{ref:o,class:"chart",children:a("svg",{class:"difference",width:i,height:u,viewBox:`0 0 ${i} ${u}`,role:"img","aria-label":Oc(t,e,n),children:s.map(({top:l,grid:f,...m})=>a("g",{transform:`translate(0,${l})`,children:[a("text",{class:"part-title",x:2,y:13,children:[ie(m.unit)," ",m.title]}),a("g",{transform:`translate(0,${Ys})`,children:f?a(Ks,{grid:f,unit:m.unit,most:m.most,steps:n,width:i,theme:r}):a(Ic,{section:m,steps:n,left:c,width:i})})]},m.title))})})}var Js=at(Lc);function Ec(t,e){let n=t.filter(({changes:r})=>!Wr(r)).flatMap(({changes:r})=>r.map(o=>o.name));return Math.min(.34*e,12+Math.max(30,...n.map(Q)))}function Dc(t,e){let n=e.flatMap(({from:r,to:o})=>[r,o]).filter(Number.isFinite);return t==="loss"?[0,Math.max(1e-8,...n)*1.04]:[Math.max(-1,Math.min(0,...n)),1]}function Ic({section:{unit:t,changes:e},steps:n,left:r,width:o}){let i=o-Ac,s=e.length*Tn,u=J(Dc(t,e),[r+6,i-6]).clamp(!0),c=u.tickFormat(4,t==="loss"?void 0:"~%");return a(M,{children:[a("g",{class:"axis",children:[u.ticks(4).map(l=>a("g",{class:"tick",transform:`translate(${u(l)},0)`,children:[a("line",{class:"grid",y1:-2,y2:s}),a("text",{y:s+12,"text-anchor":"middle",children:c(l)})]},l)),a("text",{x:o-2,y:-5,"text-anchor":"end",children:t==="loss"?"change":"points"})]}),e.map((l,f)=>a(Fc,{change:l,unit:t,steps:n,x:u,left:r,width:o,y:f*Tn+Tn/2},l.name))]})}function Fc({change:{name:t,from:e,to:n,change:r,isLost:o},unit:i,steps:s,x:u,left:c,width:l,y:f}){let m=Ne(i),p=Number.isFinite(r),h=se(r,i),d=/\d/.test(h[0])||!p?"same":o?"lost":"gained";return a("g",{class:`dumbbell ${d}`,transform:`translate(0,${f})`,children:[a("title",{children:`${t}: ${m(e)} at step ${w(s[0])}, ${m(n)} at step ${w(s[1])}`}),a("text",{x:c-4,dy:"0.32em","text-anchor":"end",children:rt(t,Math.floor((c-6)/Q("x")))}),p&&a(M,{children:[a("line",{class:"way-between",x1:u(e),x2:u(n)}),a("circle",{class:"before",cx:u(e),r:4}),a("circle",{class:"after",cx:u(n),r:4.5})]}),a("text",{class:"change",x:l-2,dy:"0.32em","text-anchor":"end",children:h})]})}function Oc(t,e,n){let r=e.map(({title:o,unit:i,changes:s})=>{let u=Ne(i),c=s.map(({name:l,from:f,to:m})=>`${l} ${u(f)} to ${u(m)}`);return`${ie(i)} ${o}: ${c.join(", ")}`});return`${t}, step ${w(n[0])} to ${w(n[1])}. ${r.join("; ")}.`}var qc=["fill","fill-opacity","stroke","stroke-width","stroke-dasharray","stroke-linejoin","stroke-linecap","opacity","paint-order","font-family","font-size","font-weight","font-variant-numeric","text-anchor","visibility"],Bc=/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;function ta(t,{title:e,subtitle:n,legend:r}){let o=getComputedStyle(document.body),{width:i,height:s}=t.viewBox.baseVal,u=i+28,c=Hc(r,u),l=Vc(n,Math.floor(i/6)),f=14+(1+l.length)*18+6,m=f+s+18,p=m+(c.at(-1)?.y??-18)+18,h=(g,y,_,b,v)=>`<text x="${g}" y="${y}" font-family="system-ui, sans-serif" font-size="${b}" font-weight="${v}" fill="${o.color}">${Zs(_)}</text>`,d=Gc(t);return d.setAttribute("x",String(14)),d.setAttribute("y",String(f)),[`<svg xmlns="http://www.w3.org/2000/svg" width="${u}" height="${p}" viewBox="0 0 ${u} ${p}">`,`<title>${Zs(e)}</title>`,`<rect width="100%" height="100%" fill="${o.backgroundColor}"/>`,h(14,27,e,15,650),...l.map((g,y)=>h(14,27+(y+1)*18,g,11.5,400)),new XMLSerializer().serializeToString(d),...c.map(({x:g,y,color:_,dash:b,text:v})=>`<path d="M${g},${m+y-5}h16" stroke="${Uc(_)}" stroke-width="4" stroke-dasharray="${b||"none"}"/>`+h(g+22,m+y,v,11.5,400)),"</svg>"].join(`
`).replaceAll(Bc,"")}function Vc(t,e){let n=[""];for(let r of t.split(" ")){let o=n.at(-1);o&&o.length+1+r.length>e?n.push(r):n[n.length-1]=o?`${o} ${r}`:r}return n}function Hc(t,e){let[n,r]=[14,0];return t.map(o=>{let i=36+6.6*o.text.length;n>14&&n+i>e&&([n,r]=[14,r+18]);let s={x:n,y:r,...o};return n+=i,s})}function Uc(t){let e=/^var\((--[a-z]+)\)$/.exec(t)?.[1];return e?getComputedStyle(document.documentElement).getPropertyValue(e).trim():t}function Gc(t){let e=t.cloneNode(!0),n=[t,...t.querySelectorAll("*")],r=[e,...e.querySelectorAll("*")];return n.forEach((o,i)=>{let s=getComputedStyle(o),u=r[i];for(let c of qc){let l=s.getPropertyValue(c),f=c.startsWith("font")||c==="text-anchor";l&&(!f||u instanceof SVGTextElement)&&u.setAttribute(c,l)}u.removeAttribute("class")}),r.forEach((o,i)=>{n[i].closest(".cursor, .brush")&&o.remove()}),e}function Zs(t){return t.replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;").replaceAll('"',"&quot;")}async function ea(t){let e=new Image;e.src=URL.createObjectURL(new Blob([t],{type:"image/svg+xml"}));try{await e.decode();let n=document.createElement("canvas");return[n.width,n.height]=[2*e.width,2*e.height],n.getContext("2d").drawImage(e,0,0,n.width,n.height),await new Promise((r,o)=>n.toBlob(i=>i?r(i):o(new Error("the browser drew no PNG")),"image/png"))}finally{URL.revokeObjectURL(e.src)}}function Mt(t,e,n,r="text/plain"){let o=document.createElement("a"),i=typeof t=="string"?new Blob([t],{type:r}):t;o.href=URL.createObjectURL(i),o.download=`${e.replaceAll(/[^A-Za-z0-9]+/g,"-").replaceAll(/^-|-$/g,"")||"phases"}.${n}`,o.click(),setTimeout(()=>URL.revokeObjectURL(o.href),1e4)}function Ln({columns:t,rows:e}){return[t,...e].map(n=>n.map(zc).join(",")).join(`\r
`)+`\r
`}function zc(t){if(typeof t=="number")return Number.isFinite(t)?String(na(t)):"";let e=/^[=+\-@\t\r]/.test(t??"")?`'${t}`:t??"";return/[",\r\n]/.test(e)?`"${e.replaceAll('"','""')}"`:e}function En({columns:t,rows:e}){let n=e.map(r=>Object.fromEntries(t.map((o,i)=>[o,jc(r[i])])));return JSON.stringify(n,null,1)}function jc(t){return typeof t!="number"?t??null:Number.isFinite(t)?na(t):null}function na(t){for(let e=6;e<10;e++){let n=Number(t.toPrecision(e));if(Math.fround(n)===t)return n}return t}function Dn(t){document.hasFocus()&&(t.currentTarget.contains(t.relatedTarget)||(t.currentTarget.open=!1))}function In(t){t.key==="Escape"&&(t.currentTarget.open=!1,t.currentTarget.querySelector("summary").focus())}var Wc=["SVG","PNG"];function Rt({title:t,subtitle:e,note:n,panel:r,aside:o,table:i,legend:s=[],wide:u,children:c}){let l=T(null),[f,m]=I(!1),p=()=>ta(l.current.querySelector(".chart svg"),{title:t,subtitle:[e,n].filter(Boolean).join(". "),legend:s}),h={SVG:()=>Mt(p(),t,"svg","image/svg+xml"),PNG:async()=>Mt(await ea(p()),t,"png"),CSV:()=>Mt(Ln(i()),t,"csv","text/csv"),JSON:()=>Mt(En(i()),t,"json","application/json")};return a("article",{ref:l,class:`panel ${u?"wide":""}`,"data-panel":r,children:[a("header",{children:[a("h2",{children:t}),a("span",{class:"muted",title:e,children:e}),o,a("details",{class:"menu",onFocusOut:Dn,onKeyDown:In,children:[a("summary",{"aria-label":`Save ${t}, or show its numbers`,children:"\u22EF"}),a("div",{tabIndex:-1,children:[a("button",{onClick:()=>m(!f),"aria-pressed":f,children:f?"Chart":"Table"}),Object.entries(h).map(([d,g])=>a("button",{disabled:f&&Wc.includes(d),onClick:()=>{g()},children:d},d))]})]})]}),n&&a("p",{class:"note",children:n}),f?a(Qc,{table:i(),title:t}):c]})}function Qc({table:{columns:t,rows:e},title:n}){return a("div",{class:"numbers",tabIndex:0,role:"region","aria-label":`Numbers of ${n}`,children:a("table",{children:[a("thead",{children:a("tr",{children:t.map(r=>a("th",{scope:"col",class:"number",children:r},r))})}),a("tbody",{children:e.map((r,o)=>a("tr",{children:r.map((i,s)=>a("td",{class:"number",children:Wo(i)},s))},o))})]})})}function oa({focus:t,kinds:e,selection:n,select:r}){let o=wt(),i=S(()=>Yc(t,e,n),[t,e.join(`
`),n.unit,n.from,n.to,n.step]),s=t.rows[0].steps;return a(M,{children:[a("h2",{class:"section",children:"What was forgotten between two steps"}),a("div",{class:"view-controls",children:[a(ra,{name:"From",value:n.from,steps:s,otherwise:"reconstruction minimum",choose:u=>r({from:u})}),a(ra,{name:"To",value:n.to,steps:s,otherwise:n.step===null?"last step":`held step ${w(n.step)}`,choose:u=>r({to:u})}),a(tf,{})]}),a("div",{class:"panels",role:"group","aria-label":"What was forgotten",children:i.map(({series:u,sections:c,steps:l,told:f})=>a(Rt,{title:O(u,t.rows),subtitle:`step ${w(l[0])} to ${w(l[1])}`,note:f??Kc(l,n.from),table:()=>Zc(c,l),legend:Xc,children:a(Js,{name:O(u,t.rows),sections:c,steps:l,theme:o})},u.key))})]})}var Xc=[{color:"var(--lost)",text:"forgotten: carried less at the second step"},{color:"var(--gained)",text:"learned"}];function Kc([t,e],n){if(!(t!==e||n!==null))return`The reconstruction minimum so far is step ${w(e)} itself: nothing was forgotten since.`}function Yc({rows:t,reports:e},n,r){let o=t.flatMap(s=>{let u=E(e,s.row),c=js(s,u,r);if(!c)return[];let l=n.flatMap(f=>{let m=Cn(s,f,r.unit);return m?[{title:`by ${dt(f).name}`,unit:m.unit,changes:Ws(m,s,c),most:0}]:[]});return l.length?[{series:s,sections:l,steps:c,told:u?.forgotten}]:[]}),i=o.flatMap(({sections:s})=>s);return o.map(s=>({...s,sections:s.sections.map(u=>({...u,most:Jc(i.filter(({title:c})=>c===u.title))}))}))}function Jc(t){let e=t.flatMap(n=>n.changes.map(({change:r})=>Math.abs(r)));return Math.max(0,...e.filter(Number.isFinite))||1}function Zc(t,[e,n]){let r=["parts","part","unit",`step ${e}`,`step ${n}`,"change"],o=t.flatMap(({title:i,unit:s,changes:u})=>u.map(({name:c,from:l,to:f,change:m})=>[i,c,s==="loss"?"loss":"explained variance",l,f,m]));return{columns:r,rows:o}}function ra({name:t,value:e,steps:n,otherwise:r,choose:o}){return a(st,{title:t,value:e===null?"":String(e),options:[["",r],...An(n,e)],choose:i=>o(i===""?null:Number(i))})}function tf(){return a("ul",{class:"ways","aria-label":"Legend",children:["lost","gained"].map(t=>a("li",{children:[a("svg",{width:40,height:12,class:`dumbbell ${t}`,"aria-hidden":"true",children:[a("line",{class:"way-between",x1:6,x2:34,y1:6,y2:6}),a("circle",{class:"before",cx:t==="lost"?34:6,cy:6,r:4}),a("circle",{class:"after",cx:t==="lost"?6:34,cy:6,r:4.5})]}),t==="lost"?"forgotten":"learned"]},t))})}function Qr({ticks:t,x:e,bottom:n,format:r}){return a(M,{children:t.map(o=>a("g",{class:"tick",transform:`translate(${e(o)},${n})`,children:[a("line",{y2:4}),a("text",{y:16,"text-anchor":"middle",children:r(o)})]},o))})}function Xr({ticks:t,y:e,left:n,right:r,format:o}){return a(M,{children:t.map(i=>a("g",{class:"tick",transform:`translate(0,${e(i)})`,children:[a("line",{class:"grid",x1:n,x2:r}),a("text",{x:n-6,dy:"0.32em","text-anchor":"end",children:o(i)})]},i))})}function Kr({stepAxis:t,steps:e,x:n,right:r,bottom:o}){return a(M,{children:[a(Qr,{ticks:fs(t,e,[n(e[0]),n(e[1])]),x:n,bottom:o,format:w}),a("text",{class:"axis-unit",x:r,y:o+30,"text-anchor":"end",children:"step \u2192"})]})}function Fn({panel:t}){return a("g",{class:"axis axis-step",children:[a("line",{x1:t.left,x2:t.right,y1:t.bottom,y2:t.bottom}),a(Kr,{...t})]})}function On({panel:t}){let e=t.y.domain().every(o=>Math.abs(o)<.001),n=t.y.tickFormat(4,e?"~e":t.quantity.tickFormat),r=t.y.ticks(4).filter(n);return a("g",{class:"axis axis-value",children:[a(Xr,{...t,ticks:r,format:o=>e&&o===0?"0":n(o)}),a("text",{class:"axis-title loss",x:2,y:12,children:["\u2191 ",t.label]})]})}function ia({panel:t}){let e=t.accuracy;if(!e)return null;let n=e.tickFormat(4,"~%");return a("g",{class:"axis axis-accuracy",children:[e.ticks(4).map(r=>a("g",{class:"tick",transform:`translate(${t.right},${e(r)})`,children:[a("line",{x2:4}),a("text",{x:7,dy:"0.32em",children:n(r)})]},r)),a("text",{class:"axis-title accuracy",x:t.width-2,y:12,"text-anchor":"end",children:"probe accuracy \u2191"})]})}function aa({panel:t,series:e,cursor:n}){let r=T(null),o=T(null),i=T(null),s=T(null);return ft(n,u=>{let c=u?z(e.steps,u.step):-1,l=t.x(e.steps[c]??NaN),f=l>=t.left-1&&l<=t.right+1;r.current.toggleAttribute("data-shown",f),f&&(o.current.setAttribute("transform",`translate(${l},0)`),sa(i.current,l,t.values[c],t.y),sa(s.current,l,e.column("probe_accuracy")[c],t.accuracy))},[t,e]),a("g",{ref:r,class:"cursor","aria-hidden":"true",children:[a("line",{ref:o,y1:t.top,y2:t.bottom}),a("circle",{ref:s,class:"accuracy",r:4}),a("circle",{ref:i,class:"loss",r:4})]})}function ua({layout:t,cursor:e}){let n=T(null);return ft(e,r=>{let o=t.x(r?.step??NaN),i=o>=t.left&&o<=t.right;n.current.toggleAttribute("data-shown",i),i&&n.current.firstElementChild.setAttribute("transform",`translate(${o},0)`)},[t]),a("g",{ref:n,class:"cursor","aria-hidden":"true",children:a("line",{y1:t.top,y2:t.bottom})})}function qn({panel:{top:t,bottom:e},ends:n}){return a("rect",{class:"brush",x:Math.min(...n),y:t,width:Math.abs(n[1]-n[0]),height:e-t})}function sa(t,e,n,r){let o=r!==null&&Number.isFinite(n);t.style.display=o?"":"none",o&&t.setAttribute("transform",`translate(${e},${r(n)})`)}var ef=24;function ae({steps:t,values:e},n){return vt(t,e,n)}function la(t,e,n,r){let o=t.map(s=>Math.abs(r(ae(s,e))-n)),i=Math.min(...o.filter(Number.isFinite));return i<=ef?o.indexOf(i):-1}function ca(t,e,n,r){let o=t.flatMap((u,c)=>Number.isFinite(ae(u,e))?[c]:[]);o.sort((u,c)=>ae(t[c],e)-ae(t[u],e));let i=o.indexOf(n),s=i<0?0:Math.min(o.length-1,Math.max(0,i+r));return o[s]??-1}function fa(t){let e=T(-1);return[e,r=>{e.current=r;let o=t.current.querySelector("svg");o.toggleAttribute("data-lit",r>=0);for(let i of o.querySelectorAll("[data-line]"))i.toggleAttribute("data-lit",Number(i.dataset.line)===r)}]}var Ce=Math.PI,Yr=2*Ce,Gt=1e-6,nf=Yr-Gt;function ma(t){this._+=t[0];for(let e=1,n=t.length;e<n;++e)this._+=arguments[e]+t[e]}function rf(t){let e=Math.floor(t);if(!(e>=0))throw new Error(`invalid digits: ${t}`);if(e>15)return ma;let n=10**e;return function(r){this._+=r[0];for(let o=1,i=r.length;o<i;++o)this._+=Math.round(arguments[o]*n)/n+r[o]}}function pa(t,e,n,r){return t===n&&e===r}function of(t){let e=Math.floor(t);if(!(e<=15))return pa;let n=10**e,r=function(o){return Math.round(o*n)};return function(o,i,s,u){return r(o)===r(s)&&r(i)===r(u)}}var ue=class{constructor(e){this._x0=this._y0=this._x1=this._y1=null,this._="",this._append=e==null?ma:rf(e),this._equal=e==null?pa:of(e)}moveTo(e,n){this._append`M${this._x0=this._x1=+e},${this._y0=this._y1=+n}`}closePath(){this._x1!==null&&(this._x1=this._x0,this._y1=this._y0,this._append`Z`)}lineTo(e,n){this._append`L${this._x1=+e},${this._y1=+n}`}quadraticCurveTo(e,n,r,o){this._append`Q${+e},${+n},${this._x1=+r},${this._y1=+o}`}bezierCurveTo(e,n,r,o,i,s){this._append`C${+e},${+n},${+r},${+o},${this._x1=+i},${this._y1=+s}`}arcTo(e,n,r,o,i){if(e=+e,n=+n,r=+r,o=+o,i=+i,i<0)throw new Error(`negative radius: ${i}`);let s=this._x1,u=this._y1,c=r-e,l=o-n,f=s-e,m=u-n,p=f*f+m*m;if(this._x1===null)this._append`M${this._x1=e},${this._y1=n}`;else if(p>Gt)if(!(Math.abs(m*c-l*f)>Gt)||!i)this._append`L${this._x1=e},${this._y1=n}`;else{let h=r-s,d=o-u,g=c*c+l*l,y=h*h+d*d,_=Math.sqrt(g),b=Math.sqrt(p),v=i*Math.tan((Ce-Math.acos((g+p-y)/(2*_*b)))/2),k=v/b,x=v/_;Math.abs(k-1)>Gt&&this._append`L${e+k*f},${n+k*m}`,this._append`A${i},${i},0,0,${+(m*h>f*d)},${this._x1=e+x*c},${this._y1=n+x*l}`}}arc(e,n,r,o,i,s){if(e=+e,n=+n,r=+r,s=!!s,r<0)throw new Error(`negative radius: ${r}`);let u=r*Math.cos(o),c=r*Math.sin(o),l=e+u,f=n+c,m=1^s,p=s?o-i:i-o;if(this._x1===null?this._append`M${l},${f}`:(Math.abs(this._x1-l)>Gt||Math.abs(this._y1-f)>Gt)&&this._append`L${l},${f}`,!!r){if(p<0&&(p=p%Yr+Yr),p>nf)this._append`A${r},${r},0,1,${m},${e-u},${n-c}A${r},${r},0,1,${m},${this._x1=l},${this._y1=f}`;else if(p>Gt){let h=e+r*Math.cos(i),d=n+r*Math.sin(i);if(p>=Ce&&this._equal(l,f,h,d)){p/=2;let g=o+p;this._append`A${r},${r},0,${+(p>=Ce)},${m},${e+r*Math.cos(g)},${n+r*Math.sin(g)}`}this._append`A${r},${r},0,${+(p>=Ce)},${m},${this._x1=h},${this._y1=d}`}}}rect(e,n,r,o){this._append`M${this._x0=this._x1=+e},${this._y0=this._y1=+n}h${r=+r}v${+o}h${-r}Z`}toString(){return this._}};function sf(){return new ue}sf.prototype=ue.prototype;function W(t){return function(){return t}}var af=Math.cos;var Zr=Math.sin,le=Math.sqrt,ha=1e-12,Bn=Math.PI,Md=Bn/2,ba=2*Bn;function xa(t){let e=3;return t.digits=function(n){if(!arguments.length)return e;if(n==null)e=null;else{let r=Math.floor(n);if(!(r>=0))throw new RangeError(`invalid digits: ${n}`);e=r}return t},()=>new ue(e)}var Rd=Array.prototype.slice;function wa(t){return typeof t=="object"&&"length"in t?t:Array.from(t)}function va(t){this._context=t}va.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;default:this._context.lineTo(t,e);break}}};function eo(t){return new va(t)}function ka(t){return t[0]}function Sa(t){return t[1]}function Ae(t,e){var n=W(!0),r=null,o=eo,i=null,s=xa(u);t=typeof t=="function"?t:t===void 0?ka:W(t),e=typeof e=="function"?e:e===void 0?Sa:W(e);function u(c){var l,f=(c=wa(c)).length,m,p=!1,h;for(r==null&&(i=o(h=s())),l=0;l<=f;++l)!(l<f&&n(m=c[l],l,c))===p&&((p=!p)?i.lineStart():i.lineEnd()),p&&i.point(+t(m,l,c),+e(m,l,c));if(h)return i=null,h+""||null}return u.x=function(c){return arguments.length?(t=typeof c=="function"?c:W(+c),u):t},u.y=function(c){return arguments.length?(e=typeof c=="function"?c:W(+c),u):e},u.defined=function(c){return arguments.length?(n=typeof c=="function"?c:W(!!c),u):n},u.curve=function(c){return arguments.length?(o=c,r!=null&&(i=o(r)),u):o},u.context=function(c){return arguments.length?(c==null?r=i=null:i=o(r=c),u):r},u}function Ma(t,e,n){var r=null,o=W(!0),i=null,s=eo,u=null,c=xa(l);t=typeof t=="function"?t:t===void 0?ka:W(+t),e=typeof e=="function"?e:W(e===void 0?0:+e),n=typeof n=="function"?n:n===void 0?Sa:W(+n);function l(m){var p,h,d,g=(m=wa(m)).length,y,_=!1,b,v=new Array(g),k=new Array(g);for(i==null&&(u=s(b=c())),p=0;p<=g;++p){if(!(p<g&&o(y=m[p],p,m))===_)if(_=!_)h=p,u.areaStart(),u.lineStart();else{for(u.lineEnd(),u.lineStart(),d=p-1;d>=h;--d)u.point(v[d],k[d]);u.lineEnd(),u.areaEnd()}_&&(v[p]=+t(y,p,m),k[p]=+e(y,p,m),u.point(r?+r(y,p,m):v[p],n?+n(y,p,m):k[p]))}if(b)return u=null,b+""||null}function f(){return Ae().defined(o).curve(s).context(i)}return l.x=function(m){return arguments.length?(t=typeof m=="function"?m:W(+m),r=null,l):t},l.x0=function(m){return arguments.length?(t=typeof m=="function"?m:W(+m),l):t},l.x1=function(m){return arguments.length?(r=m==null?null:typeof m=="function"?m:W(+m),l):r},l.y=function(m){return arguments.length?(e=typeof m=="function"?m:W(+m),n=null,l):e},l.y0=function(m){return arguments.length?(e=typeof m=="function"?m:W(+m),l):e},l.y1=function(m){return arguments.length?(n=m==null?null:typeof m=="function"?m:W(+m),l):n},l.lineX0=l.lineY0=function(){return f().x(t).y(e)},l.lineY1=function(){return f().x(t).y(n)},l.lineX1=function(){return f().x(r).y(e)},l.defined=function(m){return arguments.length?(o=typeof m=="function"?m:W(!!m),l):o},l.curve=function(m){return arguments.length?(s=m,i!=null&&(u=s(i)),l):s},l.context=function(m){return arguments.length?(m==null?i=u=null:u=s(i=m),l):i},l}var Pd=uf(eo);function Ra(t){this._curve=t}Ra.prototype={areaStart:function(){this._curve.areaStart()},areaEnd:function(){this._curve.areaEnd()},lineStart:function(){this._curve.lineStart()},lineEnd:function(){this._curve.lineEnd()},point:function(t,e){this._curve.point(e*Math.sin(t),e*-Math.cos(t))}};function uf(t){function e(n){return new Ra(t(n))}return e._curve=t,e}var $d=le(3);var lf=le(1/3),Nd=lf*2;var Pa=Zr(Bn/10)/Zr(7*Bn/10),Cd=Zr(ba/10)*Pa,Ad=-af(ba/10)*Pa;var Td=le(3);var Ld=le(3);var Ed=le(3)/2,cf=1/le(12),Dd=(cf/2+1)*3;function Pt(){}function Vn(t,e,n){t._context.bezierCurveTo((2*t._x0+t._x1)/3,(2*t._y0+t._y1)/3,(t._x0+2*t._x1)/3,(t._y0+2*t._y1)/3,(t._x0+4*t._x1+e)/6,(t._y0+4*t._y1+n)/6)}function no(t){this._context=t}no.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){switch(this._point){case 3:Vn(this,this._x1,this._y1);case 2:this._context.lineTo(this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3,this._context.lineTo((5*this._x0+this._x1)/6,(5*this._y0+this._y1)/6);default:Vn(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function ff(t){this._context=t}ff.prototype={areaStart:Pt,areaEnd:Pt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._y0=this._y1=this._y2=this._y3=this._y4=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x2,this._y2),this._context.closePath();break}case 2:{this._context.moveTo((this._x2+2*this._x3)/3,(this._y2+2*this._y3)/3),this._context.lineTo((this._x3+2*this._x2)/3,(this._y3+2*this._y2)/3),this._context.closePath();break}case 3:{this.point(this._x2,this._y2),this.point(this._x3,this._y3),this.point(this._x4,this._y4);break}}},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._x2=t,this._y2=e;break;case 1:this._point=2,this._x3=t,this._y3=e;break;case 2:this._point=3,this._x4=t,this._y4=e,this._context.moveTo((this._x0+4*this._x1+t)/6,(this._y0+4*this._y1+e)/6);break;default:Vn(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function mf(t){this._context=t}mf.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3;var n=(this._x0+4*this._x1+t)/6,r=(this._y0+4*this._y1+e)/6;this._line?this._context.lineTo(n,r):this._context.moveTo(n,r);break;case 3:this._point=4;default:Vn(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function $a(t,e){this._basis=new no(t),this._beta=e}$a.prototype={lineStart:function(){this._x=[],this._y=[],this._basis.lineStart()},lineEnd:function(){var t=this._x,e=this._y,n=t.length-1;if(n>0)for(var r=t[0],o=e[0],i=t[n]-r,s=e[n]-o,u=-1,c;++u<=n;)c=u/n,this._basis.point(this._beta*t[u]+(1-this._beta)*(r+c*i),this._beta*e[u]+(1-this._beta)*(o+c*s));this._x=this._y=null,this._basis.lineEnd()},point:function(t,e){this._x.push(+t),this._y.push(+e)}};var Id=(function t(e){function n(r){return e===1?new no(r):new $a(r,e)}return n.beta=function(r){return t(+r)},n})(.85);function Hn(t,e,n){t._context.bezierCurveTo(t._x1+t._k*(t._x2-t._x0),t._y1+t._k*(t._y2-t._y0),t._x2+t._k*(t._x1-e),t._y2+t._k*(t._y1-n),t._x2,t._y2)}function ro(t,e){this._context=t,this._k=(1-e)/6}ro.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:Hn(this,this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2,this._x1=t,this._y1=e;break;case 2:this._point=3;default:Hn(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var Fd=(function t(e){function n(r){return new ro(r,e)}return n.tension=function(r){return t(+r)},n})(0);function oo(t,e){this._context=t,this._k=(1-e)/6}oo.prototype={areaStart:Pt,areaEnd:Pt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._x3=t,this._y3=e;break;case 1:this._point=2,this._context.moveTo(this._x4=t,this._y4=e);break;case 2:this._point=3,this._x5=t,this._y5=e;break;default:Hn(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var Od=(function t(e){function n(r){return new oo(r,e)}return n.tension=function(r){return t(+r)},n})(0);function io(t,e){this._context=t,this._k=(1-e)/6}io.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:Hn(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var qd=(function t(e){function n(r){return new io(r,e)}return n.tension=function(r){return t(+r)},n})(0);function so(t,e,n){var r=t._x1,o=t._y1,i=t._x2,s=t._y2;if(t._l01_a>ha){var u=2*t._l01_2a+3*t._l01_a*t._l12_a+t._l12_2a,c=3*t._l01_a*(t._l01_a+t._l12_a);r=(r*u-t._x0*t._l12_2a+t._x2*t._l01_2a)/c,o=(o*u-t._y0*t._l12_2a+t._y2*t._l01_2a)/c}if(t._l23_a>ha){var l=2*t._l23_2a+3*t._l23_a*t._l12_a+t._l12_2a,f=3*t._l23_a*(t._l23_a+t._l12_a);i=(i*l+t._x1*t._l23_2a-e*t._l12_2a)/f,s=(s*l+t._y1*t._l23_2a-n*t._l12_2a)/f}t._context.bezierCurveTo(r,o,i,s,t._x2,t._y2)}function Na(t,e){this._context=t,this._alpha=e}Na.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:this.point(this._x2,this._y2);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3;default:so(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var Bd=(function t(e){function n(r){return e?new Na(r,e):new ro(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function Ca(t,e){this._context=t,this._alpha=e}Ca.prototype={areaStart:Pt,areaEnd:Pt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1,this._x3=t,this._y3=e;break;case 1:this._point=2,this._context.moveTo(this._x4=t,this._y4=e);break;case 2:this._point=3,this._x5=t,this._y5=e;break;default:so(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var Vd=(function t(e){function n(r){return e?new Ca(r,e):new oo(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function Aa(t,e){this._context=t,this._alpha=e}Aa.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:so(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var Hd=(function t(e){function n(r){return e?new Aa(r,e):new io(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function pf(t){this._context=t}pf.prototype={areaStart:Pt,areaEnd:Pt,lineStart:function(){this._point=0},lineEnd:function(){this._point&&this._context.closePath()},point:function(t,e){t=+t,e=+e,this._point?this._context.lineTo(t,e):(this._point=1,this._context.moveTo(t,e))}};function da(t){return t<0?-1:1}function ga(t,e,n){var r=t._x1-t._x0,o=e-t._x1,i=(t._y1-t._y0)/(r||o<0&&-0),s=(n-t._y1)/(o||r<0&&-0),u=(i*o+s*r)/(r+o);return(da(i)+da(s))*Math.min(Math.abs(i),Math.abs(s),.5*Math.abs(u))||0}function ya(t,e){var n=t._x1-t._x0;return n?(3*(t._y1-t._y0)/n-e)/2:e}function Jr(t,e,n){var r=t._x0,o=t._y0,i=t._x1,s=t._y1,u=(i-r)/3;t._context.bezierCurveTo(r+u,o+u*e,i-u,s-u*n,i,s)}function to(t){this._context=t}to.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=this._t0=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x1,this._y1);break;case 3:Jr(this,this._t0,ya(this,this._t0));break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){var n=NaN;if(t=+t,e=+e,!(t===this._x1&&e===this._y1)){switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3,Jr(this,ya(this,n=ga(this,t,e)),n);break;default:Jr(this,this._t0,n=ga(this,t,e));break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e,this._t0=n}}};function hf(t){this._context=new Ta(t)}(hf.prototype=Object.create(to.prototype)).point=function(t,e){to.prototype.point.call(this,e,t)};function Ta(t){this._context=t}Ta.prototype={moveTo:function(t,e){this._context.moveTo(e,t)},closePath:function(){this._context.closePath()},lineTo:function(t,e){this._context.lineTo(e,t)},bezierCurveTo:function(t,e,n,r,o,i){this._context.bezierCurveTo(e,t,r,n,i,o)}};function df(t){this._context=t}df.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=[],this._y=[]},lineEnd:function(){var t=this._x,e=this._y,n=t.length;if(n)if(this._line?this._context.lineTo(t[0],e[0]):this._context.moveTo(t[0],e[0]),n===2)this._context.lineTo(t[1],e[1]);else for(var r=_a(t),o=_a(e),i=0,s=1;s<n;++i,++s)this._context.bezierCurveTo(r[0][i],o[0][i],r[1][i],o[1][i],t[s],e[s]);(this._line||this._line!==0&&n===1)&&this._context.closePath(),this._line=1-this._line,this._x=this._y=null},point:function(t,e){this._x.push(+t),this._y.push(+e)}};function _a(t){var e,n=t.length-1,r,o=new Array(n),i=new Array(n),s=new Array(n);for(o[0]=0,i[0]=2,s[0]=t[0]+2*t[1],e=1;e<n-1;++e)o[e]=1,i[e]=4,s[e]=4*t[e]+2*t[e+1];for(o[n-1]=2,i[n-1]=7,s[n-1]=8*t[n-1]+t[n],e=1;e<n;++e)r=o[e]/i[e-1],i[e]-=r,s[e]-=r*s[e-1];for(o[n-1]=s[n-1]/i[n-1],e=n-2;e>=0;--e)o[e]=(s[e]-o[e+1])/i[e];for(i[n-1]=(t[n]+o[n-1])/2,e=0;e<n-1;++e)i[e]=2*t[e+1]-o[e+1];return[o,i]}function gf(t,e){this._context=t,this._t=e}gf.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=this._y=NaN,this._point=0},lineEnd:function(){0<this._t&&this._t<1&&this._point===2&&this._context.lineTo(this._x,this._y),(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line>=0&&(this._t=1-this._t,this._line=1-this._line)},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;default:{if(this._t<=0)this._context.lineTo(this._x,e),this._context.lineTo(t,e);else{var n=this._x*(1-this._t)+t*this._t;this._context.lineTo(n,this._y),this._context.lineTo(n,e)}break}}this._x=t,this._y=e}};var ao=1;function Te(t,e,n,r){return Ae().digits(ao).defined(Number.isFinite).x((i,s)=>n(t[s])).y(r)(e)??""}function uo({panel:t,color:e,dash:n,steps:r,values:o,run:i}){return a(M,{children:[a("path",{class:"companion","data-run":i,stroke:e,"stroke-dasharray":n||void 0,d:Te(r,o,t.x,t.y)}),pi(o).map(s=>a("circle",{cx:t.x(r[s]),cy:t.y(o[s]),r:2},s))]})}function La({panel:t,lines:e}){return a(M,{children:e.map((n,r)=>a("g",{class:n.isMuted?"one-line muted-line":"one-line","data-line":r,fill:n.color,children:[a(uo,{panel:t,...n}),a("title",{children:n.name})]},n.name))})}function Ea({panel:t,lines:e}){let{top:n,bottom:r,right:o,width:i}=t,s=e.map((l,f)=>{let m=l.values.findLastIndex((p,h)=>Number.isFinite(p)&&l.steps[h]<=t.steps[1]);return{...l,index:f,y:m<0?NaN:Math.min(r,Math.max(n,t.y(l.values[m])))}}).filter(({y:l})=>Number.isFinite(l)).toSorted((l,f)=>l.y-f.y),u=s.filter(({isMuted:l})=>!l),c=ms(u.map(({y:l})=>l),12,n,r);return a("g",{class:"end-labels",children:s.map(l=>{let f=l.isMuted?l.y:c[u.indexOf(l)];return a("g",{class:l.isMuted?"end-label muted-line":"end-label","data-line":l.index,children:[a("path",{d:`M${o-2},${l.y}L${o+5},${f}h4`,stroke:l.color}),a("text",{x:o+12,y:f,dy:"0.32em",children:rt(l.name,Math.floor((i-o-10)/Q("x")))})]},l.name)})})}function Da({panel:t,phases:e}){let n=r=>Math.min(t.right,Math.max(t.left,t.x(r)));return a("g",{class:"phase-edges",children:e.map(({kind:r,start_step:o,end_step:i})=>a("rect",{class:`edge ${r}`,x:n(o),y:t.top-4,width:Math.max(0,n(i)-n(o)-1),height:3,children:a("title",{children:`${r}, step ${w(o)} to ${w(i)}`})},o))})}function Ia({panel:t,marks:e}){let n=e.filter(({step:r})=>Z(r,t.steps));return a("g",{class:"step-marks",children:n.map(({step:r,before:o="",after:i=""})=>{let s=t.x(r),[u,c]=[s-Q(o)>t.left,s+Q(i)<t.width];return a("g",{children:[a("line",{class:"held",x1:s,x2:s,y1:t.top,y2:t.bottom}),o&&u&&a("text",{x:s-5,y:t.bottom-6,"text-anchor":"end",children:o}),i&&c&&a("text",{x:s+5,y:t.bottom-6,children:i})]},r)})})}var yf={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0],Home:[0,-1/0],End:[0,1/0]};function ce({ctrlKey:t,metaKey:e,altKey:n}){return t||e||n}function Oa(t,{rows:e,first:n=0,cursor:r,actions:o,run:i,describe:s}){let u=r.current,c=e.findIndex(({key:h})=>h===u?.panel),l=c<0?n:c,f=e[l]?.steps,m=yf[t.key];if(!f||ce(t)||m?.[0]&&e.length<2)return;let p=u?z(f,u.step):-1;if(m){let{key:h,steps:d}=e[Fa(l+m[0],e.length)],g=d[Fa(p+m[1],d.length)];g!==void 0&&r.move({step:g,panel:h,run:i,byKey:!0,line:s?.(g)})}else if(t.key==="Enter")o.hold(f[p]??null);else if(t.key==="Escape")r.move(null);else return;t.preventDefault()}function Fa(t,e){return Math.min(e-1,Math.max(0,t))}function Un({find:t,...e}){let{cursor:n,actions:r,run:o}=e,i=({currentTarget:u,clientX:c,clientY:l})=>{let{left:f,top:m}=u.getBoundingClientRect();return t(c-f,l-m)},s=()=>n.move(null);return{onPointerMove:u=>{let c=i(u);n.move(c&&{...c,run:o,byKey:!1})},onPointerUp:u=>u.button===0&&r.hold(i(u)?.step??null),onPointerLeave:s,onKeyDown:u=>Oa(u,e),onBlur:s}}var _f=8;function Gn({panel:t,steps:e,x:n,domain:r,cursor:o,actions:i,describe:s}){let u=T(null),[c,l]=I(null),f=e.filter(x=>Z(x,r)),m=x=>x.clientX-x.currentTarget.getBoundingClientRect().left,p=x=>u.current!==null&&Math.abs(x-u.current)>=_f,h=x=>{let P=m(x);p(P)&&l([u.current,P]);let A=f[Re(f,n,P)];A!==void 0&&o.move({step:A,panel:t,byKey:!1,line:s?.(A)})},d=x=>{x.button===0&&x.pointerType==="mouse"&&(u.current=m(x),x.currentTarget.setPointerCapture(x.pointerId)),h(x)},g=x=>{if(x.button!==0)return;let P=m(x);if(p(P)){let[A,N]=[u.current,P].toSorted((q,L)=>q-L).map(q=>Math.round(n.invert(q)));N>A&&i.zoom([Math.max(r[0],A),Math.min(r[1],N)])}else i.hold(f[Re(f,n,P)]??null);y()},y=()=>{u.current=null,l(null)};return{brush:c,handlers:{onPointerMove:h,onPointerDown:d,onPointerUp:g,onPointerCancel:y,onPointerLeave:()=>{u.current===null&&o.move(null)},onDblClick:()=>i.zoom(null),onKeyDown:x=>{if(!["0","+"].includes(x.key)||ce(x))return Oa(x,{rows:[{key:t,steps:f}],cursor:o,actions:i,describe:s});x.preventDefault(),i.zoom(x.key==="0"?null:bf(f,o.current?.step??0))},onBlur:()=>o.move(null)}}}function bf(t,e){let n=Math.max(1,Math.floor(t.length/4)),r=z(t,e),[o,i]=[t[Math.max(0,r-n)],t[Math.min(t.length-1,r+n)]];return o!==void 0&&i!==void 0&&i>o?[o,i]:null}function xf({lines:t,label:e,quantity:n,stepAxis:r,steps:o,level:i,hasLabels:s,isLog:u},c){let l=Math.max(0,...t.map(({name:d,isMuted:g})=>g?0:Q(d))),f=c-(s?Math.min(.32*c,22+l):14),m=t.flatMap(d=>kn(d,d.values,o)),p=i===void 0?St(m,[]):vn(St([...m,i],[]),i),h=(u?Fr:J)(p,[qt.bottom-8,qt.top+8]);return{...qr(r,o,f),width:c,label:e,quantity:n,y:h}}function wf(t){let{lines:e,label:n,quantity:r,stepAxis:o,steps:i,panel:s,name:u,level:c,hasLabels:l,isLog:f,phases:m,marks:p,cursor:h,actions:d}=t,[g,y]=ut(360),_=We(),b=S(()=>xf(t,y),[e,n,r,o,i,c,l,f,y]),v=S(()=>[...new Set(e.flatMap($=>$.steps))].toSorted(($,U)=>$-U),[e]),[k,x]=fa(g),P=$=>{let U=e[k.current];return U&&{name:U.name,value:r.format(ae(U,$))}},{brush:A,handlers:N}=Gn({panel:s,steps:v,x:b.x,domain:i,cursor:h,actions:d,describe:P}),q=$=>{let U=$.currentTarget.getBoundingClientRect();x(la(e,b.x.invert($.clientX-U.left),$.clientY-U.top,b.y)),N.onPointerMove($)},L=$=>()=>{x(-1),$()},G=$=>{let U={ArrowUp:-1,ArrowDown:1}[$.key];if(!U||ce($))return N.onKeyDown($);$.preventDefault();let _t=h.current?.step??v.at(-1)??0;x(ca(e,_t,k.current,U)),h.move({step:_t,panel:s,byKey:!0,line:P(_t)})},R=S(()=>a("g",{class:"marks",children:[m&&a(Da,{panel:b,phases:m}),a(On,{panel:b}),a(Fn,{panel:b}),c!==void 0&&a("line",{class:"level",x1:b.left,x2:b.right,y1:b.y(c),y2:b.y(c)}),p&&a(Ia,{panel:b,marks:p}),a("clipPath",{id:_,children:a("rect",{x:b.left,y:b.top-6,width:b.right-b.left,height:b.bottom-b.top+12})}),a("g",{"clip-path":`url(#${_})`,children:a(La,{panel:b,lines:e})}),l&&a(Ea,{panel:b,lines:e})]}),[b,e,c,m,p,l]),D=(p??[]).map(({step:$,before:U,after:_t})=>` ${[U,`step ${w($)}`,_t].filter(Boolean).join(", ")}.`);return a("div",{ref:g,class:"chart",children:a("svg",{class:"lines",width:y,height:Bt,viewBox:`0 0 ${y} ${Bt}`,role:"img",tabIndex:0,"aria-label":`${u}: ${n} of ${e.map($=>$.name).join(", ")}.${D.join("")} Arrow keys move the cursor.`,...N,onPointerMove:q,onPointerLeave:L(N.onPointerLeave),onBlur:L(N.onBlur),onKeyDown:G,children:[R,A&&a(qn,{panel:b,ends:A}),a(ua,{layout:b,cursor:h})]})})}var qa=at(wf);function fe({title:t,subtitle:e,options:{stepAxis:n,steps:r},table:o,...i}){let{lines:s}=i;return a(Rt,{title:t,subtitle:e,table:o??(()=>vf(s)),legend:kf(s),children:a(qa,{...i,stepAxis:n,steps:r})})}function vf(t){let e=t[0]?.steps??[];return{columns:["step",...t.map(({name:n})=>n)],rows:e.map((n,r)=>[n,...t.map(({values:o})=>o[r])])}}function kf(t){let e=t.filter(({isMuted:n})=>!n).map(({name:n,color:r,dash:o})=>({color:r,dash:o,text:n}));return e.length<t.length?[...e,{color:"var(--muted)",text:"the others"}]:e}var zn=["loss_share_hardest_1","loss_share_hardest_5","loss_share_hardest_10"],jn="fitted_share",lo="prototype_agreement",co="gradient_rows";function Ba(t){return t.find(e=>[...zn,jn,lo,co].some(n=>e.column(n).some(Number.isFinite)))}function Va(t,e){return t[e.findIndex(n=>n>.5)]??null}function Ha(t){let e=t.filter(Number.isFinite),[n,r]=[Math.min(...e),Math.max(...e)];return n>0&&r>20*n}var Ua=oe("share",!0),Sf=oe("rows",!1);function fo({focus:t,options:e,cursor:n,actions:r}){let o=wt(),i=S(()=>Ba(t.rows),[t.rows]),s=S(()=>i?Mf(i,o):[],[i,o]),u=S(()=>i?Va(i.steps,i.column(jn)):null,[i]),c=S(()=>u===null?[]:[{step:u,before:"prototyping",after:"fitting a few"}],[u]);return!i||!s.length?null:a(M,{children:[a("h2",{class:"section",children:"From the majority to a few"}),a("p",{class:"explanation",children:["At first the network learns what most rows have in common (prototyping); once more than half of them are fitted",u!==null&&` (dashed, step ${w(u)})`,", the loss sits in ever fewer rows, and these few drive the gradient (",a("a",{href:"https://arxiv.org/abs/2202.08299",target:"_blank",rel:"noreferrer",children:"arXiv 2202.08299"}),")."]}),a("div",{class:"panels",role:"group","aria-label":"From the majority to a few",children:s.map(l=>a(fe,{...l,name:l.title,panel:i.key,options:e,hasLabels:l.lines.length>1,marks:c,cursor:n,actions:r},l.title))})]})}function Mf(t,e){let n=(s,u,c)=>{let l=t.column(s);return l.some(Number.isFinite)?[{name:u,color:c,steps:t.steps,values:l}]:[]},r=zn.flatMap((s,u)=>n(s,`hardest ${s.split("_").at(-1)} %`,Vt(u,zn.length,e))),o=[...n(jn,"fitted","var(--accuracy)"),...n(lo,"by prototypes","var(--muted)")],i=n(co,"rows","var(--loss)");return[{title:"Loss of the hardest rows",subtitle:"fit rows",label:"share of the cross-entropy",lines:r,quantity:Ua,isLog:!1},{title:"Rows fitted",subtitle:o.length>1?"or decided by prototypes":"fit rows",label:"share of the rows",lines:o,quantity:Ua,isLog:!1},{title:"Rows in the gradient",subtitle:"of the last layer",label:"effective number of rows",lines:i,quantity:Sf,isLog:Ha(i.flatMap(({values:s})=>s))}].filter(({lines:s})=>s.length)}var Rf={explained:"explained variance",loss:"reconstruction loss"};function Ga(t){let{focus:e,selection:n,select:r}=t,o=S(()=>Gs(e.rows),[e.rows]);if(!o.length)return a(M,{children:[a($f,{}),a(fo,{...t})]});let s=n.kind==="all"||o.includes(n.kind)?n.kind:o[0],u=Object.fromEntries([...o.map(l=>[l,dt(l).name]),...o.length>1?[["all","all"]]:[]]),c=s==="all"?o:[s];return a("section",{"aria-label":"Breakdowns",children:[a(Pf,{...t}),a("div",{class:"view-controls",children:[a(gt,{name:"Parts by",value:s,options:u,choose:l=>r({kind:l})}),a(gt,{name:"Drawn as",value:n.unit,options:Rf,choose:l=>r({unit:l})})]}),a(Nf,{...t,kinds:c}),a(oa,{...t,kinds:c}),a(fo,{...t})]})}function Pf({focus:{rows:t,reports:e}}){let n=t.map(r=>E(e,r.row)?.forgotten).findLast(Boolean);return n?a("p",{class:"headline increase forgotten",children:n}):null}function $f(){return a("section",{class:"empty",children:[a("h2",{children:"This log has no breakdowns"}),a("p",{children:["A breakdown splits the reconstruction loss of a layer by colour, spatial frequency, image position, class, difficulty or principal component of the input, and shows which parts are forgotten first. The probe measures it where"," ",a("code",{children:"quantities"})," is not None and there is something to measure:"]}),a("pre",{children:a("code",{children:'model.fit(x, y, callbacks=[PhaseProbe(quantities=["auto", "component"], log_dir="logs/run1")])'})})]})}function Nf({focus:t,kinds:e,options:n,selection:r,cursor:o,actions:i}){let s=wt(),{unit:u,step:c}=r,l=S(()=>e.map(m=>({kind:m,panels:t.rows.flatMap(p=>Af(p,m,u,s)??[])})),[t.rows,e.join(`
`),u,s]),f=S(()=>c===null?[]:[{step:c}],[c]);return a(M,{children:l.map(({kind:m,panels:p})=>a("div",{children:[a("h2",{class:"section",children:[ie(p[0]?.breakdown.unit??u)," ",dt(m).title]}),a("div",{class:"panels",role:"group","aria-label":`Parts ${dt(m).title}`,children:p.map(({series:h,breakdown:d,lines:g})=>a(fe,{title:O(h,t.rows),subtitle:`by ${dt(m).name}`,lines:g,label:ie(d.unit),name:`${O(h,t.rows)}, ${dt(m).title}`,panel:h.key,quantity:Cf[d.unit],options:n,hasLabels:!0,phases:E(t.reports,h.row)?.phases,marks:f,cursor:o,actions:i},h.key))})]},m))})}var Cf={loss:oe("reconstruction loss",!1),explained:oe("explained variance",!0)};function Af(t,e,n,r){let o=Cn(t,e,n);if(!o)return null;let{parts:i}=o,s=!!dt(e).isOrdered,u=zs(i,s),c=i.map((l,f)=>{let m=!u.has(l.name),p=m?"var(--muted)":xs(l.name,f,i.length,s,r);return{...l,steps:t.steps,color:p,isMuted:m}});return{series:t,breakdown:o,lines:c}}function me(t,e){let n=e?.phases?.at(-1),{steps:r}=t,[o,i]=[t.column("reconstruction_loss"),t.column("probe_accuracy")],s=o.findLastIndex(Number.isFinite);if(!n||s<0||e?.minimum_step==null)return null;let u=e.minimum_step;return{kind:n.kind,since:n.start_step,minimumStep:u,interval:e.minimum_interval??[u,u],isPast:!!e.has_increase,lastStep:r[s],lossAtMinimum:vt(r,o,u),lossAtLast:o[s],accuracyAtMinimum:vt(r,i,u),accuracyAtLast:i[s]}}function Le({lossAtMinimum:t,lossAtLast:e}){return e/t-1}function za(t,e){if(!e)return`${t}: too few probe steps to tell phases apart.`;let{kind:n,since:r,minimumStep:o,interval:i,isPast:s,lastStep:u}=e,c=`${t} has been in the ${n} phase since step ${w(r)}.`;if(!s)return`${c} No increase yet: nothing speaks for stopping at step ${w(u)}.`;let l=i[0]<i[1]?` (between ${w(i[0])} and ${w(i[1])})`:"";return`${c} Its reconstruction minimum was at step ${w(o)}${l}: stopping there ${Tf(e)}.`}function Tf(t){let{lossAtMinimum:e,lossAtLast:n,accuracyAtMinimum:r,accuracyAtLast:o}=t,i=`would have kept the loss at ${H(e)} instead of ${H(n)} (${F(Le(t))} higher now)`;return!Number.isFinite(r)||!Number.isFinite(o)?i:`${i}, at a probe accuracy of ${F(r)} instead of ${F(o)}`}function ja({rows:t,options:e,others:n,colors:r,dashes:o}){let i=t.some(l=>Xt(l).some(({length:f})=>f)),s=e.quantity.label,u=t.some(({spread:l})=>l),c=!!e.quantity.readErrors;return a("section",{class:"legend","aria-label":"Legend",children:[a("ul",{children:[a("li",{children:[a(mo,{kind:"constant"})," ",a("b",{children:"constant"})," as untrained"]}),a("li",{children:[a(mo,{kind:"decrease"})," ",a("b",{children:"decrease"})," learns to carry its input"]}),a("li",{children:[a(mo,{kind:"increase"})," ",a("b",{children:"increase"})," forgets it"]}),a("li",{children:[a("svg",{width:26,height:14,class:"curve loss","aria-hidden":"true",children:[a("path",{class:"spread",d:"M0,3H26V11H0Z"}),a("path",{class:"line",d:"M0,7H26"})]}),s,u?", mean, lowest to highest seed":c&&" \xB1 standard error"]}),e.accuracyDomain&&e.quantity.key!=="accuracy"&&a("li",{children:[a("svg",{width:26,height:14,class:"curve accuracy","aria-hidden":"true",children:a("path",{class:"line",d:"M0,7H26"})}),"probe accuracy, shared scale"]}),e.accuracyDomain&&t[0]?.column("model_accuracy").some(Number.isFinite)&&a("li",{children:[a("svg",{width:26,height:14,class:"curve accuracy","aria-hidden":"true",children:a("path",{class:"own",d:"M0,7H26"})}),"accuracy of the model itself"]}),a("li",{children:[a("svg",{width:26,height:16,class:"minimum","aria-hidden":"true",children:[a("line",{class:"interval",x1:1,x2:25,y1:13,y2:13}),a("circle",{cx:13,cy:6,r:4.5})]}),"minimum and its interval"]}),i&&a("li",{children:[a("svg",{width:26,height:14,class:"flag-marks","aria-hidden":"true",children:a("circle",{cx:13,cy:7,r:5})}),"record with a remark"]})]}),e.quantity.key!=="loss"&&a("p",{children:"Phases and minimum are those of the reconstruction loss."}),n.length>0&&a(po,{others:n,colors:r,dashes:o})]})}function po({others:t,colors:e,dashes:n}){return a("ul",{class:"keys","aria-label":"Runs",children:t.map(r=>a("li",{children:[a(Ee,{color:e.get(r.summary.run),dash:n.get(r.summary.run)})," ",X(r)]},r.summary.run))})}function Ee({color:t,dash:e}){return a("svg",{width:26,height:10,class:"stroke","aria-hidden":"true",children:a("path",{d:"M0,5H26",stroke:t,"stroke-width":2,"stroke-dasharray":e||void 0})})}function mo({kind:t}){return a("svg",{width:26,height:14,class:`band ${t}`,"aria-hidden":"true",children:[a("rect",{width:26,height:14}),a("rect",{class:"edge",width:26,height:3})]})}function Qa(t){let{focus:e,others:n}=t;return a("section",{children:[a(Lf,{...t}),n.length>0?a(If,{...t}):a("p",{class:"muted",children:["Choose further runs under ",a("b",{children:"Beside it"})," to see their differences to ",X(e),"."]})]})}var pe=[Wn("run",({run:t})=>X(t)),Wn("layer",({row:t})=>t.layer),Wn("decoder",({row:t})=>t.decoder),Wn("phase now",({advice:t})=>t?.kind??null),lt("minimum at step",({advice:t})=>t?.minimumStep,w),lt("from step",({advice:t})=>t?.interval[0],w),lt("to step",({advice:t})=>t?.interval[1],w),lt("stop step",({advice:t})=>t?.isPast?t.minimumStep:void 0,w),lt("loss at minimum",({advice:t})=>t?.lossAtMinimum,H),lt("last loss",({advice:t})=>t?.lossAtLast,H),lt("rise since",({advice:t})=>t&&Le(t),F),lt("accuracy at minimum",({advice:t})=>t?.accuracyAtMinimum,F),lt("best accuracy",({best:t})=>t?.accuracy,F),lt("at step",({best:t})=>t?.step,w)];function Wn(t,e){return{name:t,value:e,show:n=>e(n)??"\u2013"}}function lt(t,e,n){let r=o=>e(o)??null;return{name:t,value:r,show:o=>De(r(o))?"\u2013":n(r(o))}}function Lf({focus:t,others:e,colors:n,dashes:r}){let[o,i]=I({place:-1,down:!1}),s=S(()=>[t,...e].flatMap(l=>Ef(l)),[t,e]),u=S(()=>Df(s,o),[s,o]),c=()=>({columns:pe.map(({name:l})=>l),rows:u.map(l=>pe.map(({value:f})=>f(l)))});return a("div",{class:"minima",children:[a("div",{class:"scroll",children:a("table",{children:[a("thead",{children:a("tr",{children:pe.map(({name:l},f)=>a("th",{scope:"col",class:f>=Wa?"number":"","aria-sort":o.place===f?o.down?"descending":"ascending":"none",children:a("button",{onClick:()=>i({place:f,down:o.place===f&&!o.down}),children:[l," ",o.place===f&&(o.down?"\u2193":"\u2191")]})},l))})}),a("tbody",{children:u.map(l=>a("tr",{children:pe.map(({name:f,show:m},p)=>a("td",{class:p>=Wa?"number":"",children:[p===0&&a(Ee,{color:n.get(l.run.summary.run),dash:r.get(l.run.summary.run)}),m(l)]},f))},`${l.run.summary.run} ${l.row.layer}/${l.row.decoder}`))})]})}),a("p",{class:"row",children:[a("button",{onClick:()=>Mt(Ln(c()),"phase minima","csv","text/csv"),children:"CSV"}),a("button",{onClick:()=>Mt(En(c()),"phase minima","json","application/json"),children:"JSON"}),a("span",{class:"muted",children:"A stop step is the minimum of a layer whose loss has surely risen since. It serves frozen features; full fine-tuning can still gain from longer pre-training."})]})]})}function Ef(t){return t.rows.map(e=>({run:t,row:e.row,advice:me(e,E(t.reports,e.row)),best:mt(e)}))}var Wa=pe.findIndex(({name:t})=>t==="minimum at step");function Df(t,{place:e,down:n}){let r=pe[e];return r?t.toSorted((o,i)=>{let[s,u]=[r.value(o),r.value(i)];if(De(s)||De(u))return Number(De(s))-Number(De(u));let c=typeof s=="number"?s-u:String(s).localeCompare(String(u),"en",{numeric:!0});return n?-c:c}):t}function De(t){return t===null||typeof t=="number"&&!Number.isFinite(t)}function If({focus:t,others:e,colors:n,dashes:r,options:o,cursor:i,actions:s}){let{quantity:u}=o,c=S(()=>t.rows.map(m=>({series:m,lines:Ff(m,e,n,u,r)})).filter(({lines:m})=>m.length),[t.rows,e,n,r,u]),l=new Set(c.flatMap(({lines:m})=>m.map(p=>p.name))),f=X(t);return a(M,{children:[a("h2",{class:"section",children:[u.label,": difference to ",f]}),!c.length&&a("p",{class:"muted",children:["None of the other runs has a layer of ",f," by the same name and decoder."]}),a(po,{others:e.filter(m=>l.has(X(m))),colors:n,dashes:r}),a("div",{class:"panels","aria-label":"Differences",children:c.map(({series:m,lines:p})=>a(fe,{title:O(m,t.rows),subtitle:`${u.label}, run minus ${f}`,table:()=>({columns:["run","step",`difference of ${u.label}`],rows:p.flatMap(h=>h.steps.map((d,g)=>[h.name,d,h.values[g]]))}),lines:p,label:"difference",name:`${O(m,t.rows)}, difference of ${u.label}`,panel:m.key,quantity:u,options:o,level:0,cursor:i,actions:s},m.key))})]})}function Ff(t,e,n,r,o){let i=new Map(t.steps.map((s,u)=>[s,r.read(t)[u]]));return e.flatMap(s=>{let u=s.rows.find(({key:f})=>f===t.key);if(!u)return[];let c=r.read(u),l=u.steps.flatMap((f,m)=>i.has(f)?[[f,c[m]-i.get(f)]]:[]);return[{name:X(s),color:n.get(s.summary.run),dash:o?.get(s.summary.run),steps:l.map(([f])=>f),values:l.map(([,f])=>f)}]})}var Xa=["curves","map","compare"],Of=[...Xa,"breakdowns"];function Ka(t){let{runs:e,focus:n,layers:r,quantities:o,selection:i,select:s}=t,u=new Set(e.map(({run:c})=>Pe(c))).size<e.length;return a("header",{class:"controls",children:[a(st,{title:"Run",kind:"run",value:n,options:e.map(c=>[c.run,Hf(c)]),choose:c=>s({run:c})}),e.length>1&&a(qf,{...t}),r.length>1&&a(Ya,{name:"Layers",items:r.map(c=>({value:c,label:c})),chosen:Nn(r,i.layers)??r,choose:c=>s({layers:c.length===r.length?null:c})}),Xa.includes(i.view)&&a(st,{title:"Quantity",value:Ht(o,i.metric).key,options:o.map(({key:c,label:l})=>[c,l]),choose:c=>s({metric:c})}),Of.includes(i.view)&&a(gt,{name:"Step axis",value:i.stepAxis,options:{log:"log(1 + step)",linear:"linear"},choose:c=>s({stepAxis:c})}),u&&a("label",{class:"switch",children:[a("input",{type:"checkbox",checked:i.grouped,onChange:()=>s({grouped:!i.grouped})}),"Mean over seeds"]}),i.zoom&&a("button",{class:"chip",onClick:()=>s({zoom:null}),children:["steps ",i.zoom.map(w).join("\u2013")," \u2715"]}),i.step!==null&&a("button",{class:"chip",onClick:()=>s({step:null}),children:["held at step ",w(i.step)," \u2715"]})]})}function qf({runs:t,focus:e,others:n,colors:r,dashes:o,select:i}){let s=t.filter(({run:u})=>u!==e).map(({run:u})=>({value:u,label:Tt(u),color:r.get(u),dash:o.get(u)}));return a(Ya,{name:"Beside it",items:s,chosen:n,choose:u=>i({others:u})})}var Bf=10;function Ya({name:t,items:e,chosen:n,choose:r}){let[o,i]=I(""),s=e.map(({value:f})=>f).filter(f=>n.includes(f)),u=e.filter(({label:f})=>f.toLowerCase().includes(o.toLowerCase())),c=f=>r(e.map(m=>m.value).filter(m=>m===f!==s.includes(m))),l=u.map(({value:f})=>f);return a("div",{children:[a("span",{class:"control-name",children:t}),a(Vf,{label:`${s.length} of ${e.length}`,name:t,children:[e.length>Bf&&a("input",{type:"search",placeholder:"filter","aria-label":`Filter ${t}`,value:o,onInput:f=>i(f.currentTarget.value)}),a("div",{class:"row",children:[a("button",{onClick:()=>r([...new Set([...s,...l])]),children:"all"}),a("button",{onClick:()=>r(s.filter(f=>!l.includes(f))),children:"none"})]}),a("ul",{children:u.map(({value:f,label:m,color:p,dash:h})=>a("li",{children:a("label",{children:[a("input",{type:"checkbox",checked:s.includes(f),onChange:()=>c(f)}),p&&a(Ee,{color:p,dash:h}),m]})},f))})]})]})}function Vf({label:t,name:e,children:n}){return a("details",{class:"dropdown",onFocusOut:Dn,onKeyDown:In,children:[a("summary",{"aria-label":`${e}: ${t}`,children:[t," \u25BE"]}),a("div",{tabIndex:-1,children:n})]})}function Hf({run:t,num_steps:e,last_step:n,error:r}){let o=n===null?"no probe step":`${Ze(e,"probe step")} to step ${w(n)}`;return`${Tt(t)} \xB7 ${r?"damaged, ":""}${o}`}var Uf={curves:"Curves",portrait:"Phase portrait",map:"Heat map",images:"Reconstructions",compare:"Compare",breakdowns:"Breakdowns"};function Ja({view:t,choose:e}){return a("nav",{class:"views",role:"tablist","aria-label":"Views",onKeyDown:r=>{let o={ArrowLeft:-1,ArrowRight:1}[r.key];if(!o||ce(r))return;r.preventDefault();let i=Ut[(Ut.indexOf(t)+o+Ut.length)%Ut.length];e(i),r.currentTarget.querySelector(`[data-view="${i}"]`).focus()},children:Ut.map(r=>a("button",{role:"tab",id:`tab-${r}`,"aria-controls":"view","data-view":r,"aria-selected":r===t,tabIndex:r===t?0:-1,onClick:()=>e(r),children:Uf[r]},r))})}var Gf='model.fit(x, y, callbacks=[PhaseProbe(log_dir="logs/run1")])';function Za(){return a("main",{class:"empty",children:[a(zf,{}),a("h1",{children:"Installed, waiting for the first probe step"}),a("p",{children:"Add one callback to your training. The first point, the untrained network, appears at once."}),a("pre",{children:a("code",{children:[a("span",{class:"muted",children:"from keras_phases import PhaseProbe"}),`

`,Gf]})}),a("p",{class:"muted",children:["Training already? TensorBoard must watch the same folder, ",a("code",{children:"tensorboard --logdir logs"}),", and its reload button fetches new steps."]})]})}function zf(){return a("svg",{class:"empty-curve",width:280,height:92,viewBox:"0 0 280 92","aria-hidden":"true",children:[a("g",{class:"band constant",children:[a("rect",{width:80,height:78}),a("text",{x:40,y:14,"text-anchor":"middle",children:"constant"})]}),a("g",{class:"band decrease",children:[a("rect",{x:80,width:100,height:78}),a("text",{x:130,y:14,"text-anchor":"middle",children:"decrease"})]}),a("g",{class:"band increase",children:[a("rect",{x:180,width:100,height:78}),a("text",{x:230,y:14,"text-anchor":"middle",children:"increase"})]}),a("g",{class:"curve loss",children:a("path",{class:"line",d:"M2,32L80,33C110,34 140,62 180,62S250,36 278,26"})}),a("g",{class:"axis",children:a("line",{x2:280,y1:78,y2:78})})]})}function tu({focus:{rows:t,reports:e}}){let n=t.at(-1);if(!n||!e.length)return null;let r=me(n,E(e,n.row));return a("p",{class:`headline ${r?.kind??""}`,role:"status",children:[za(O(n,t),r),r?.isPast&&a("span",{class:"muted",children:[" ","That serves frozen features; full fine-tuning can still gain from longer pre-training (",a("a",{href:"https://arxiv.org/abs/2203.04668",target:"_blank",rel:"noreferrer",children:"Deng et al., ICCV 2023"}),")."]})]})}var zt={top:8,right:12,bottom:66},nu=6.6;function jf({rows:t,reports:e,quantity:n,colors:r,stepAxis:o,steps:i},s){let u=t.map(y=>O(y,t)),c=Math.min(.3*s,14+nu*Math.max(4,...u.map(({length:y})=>y))),l=s-zt.right,f=t.length>24?14:t.length>12?20:28,m=Ot(o,i,[c+6,l-6]),p=t.map(y=>n.read(y)),h=eu(p.flat()),d=t.map((y,_)=>{let[b,v]=r==="shared"?h:eu(p[_]),k=E(e,y.row)?.minimum_step??-1;return{series:y,name:u[_],top:zt.top+_*f,values:p[_],low:b,high:v,edges:Wf(y.steps.map(x=>m(x)),c,l),minimum:y.steps.indexOf(k)}}),g=zt.top+t.length*f;return{width:s,height:g+zt.bottom,left:c,right:l,bottom:g,cell:f,x:m,rows:d}}function eu(t){let[e=0,n=1]=ti(t.filter(Number.isFinite));return[e,n]}function Wf(t,e,n){let r=i=>Math.min(n,Math.max(e,i)),o=(n-e)/40;return t.map((i,s)=>{let u=s?(i-t[s-1])/2:void 0,c=s<t.length-1?(t[s+1]-i)/2:void 0;return[r(i-(u??c??o)),r(i+(c??u??o))]})}function Qf({held:t,cursor:e,actions:n,name:r,run:o,...i}){let{rows:s,reports:u,quantity:c,colors:l,stepAxis:f,steps:m}=i,[p,h]=ut(640),d=S(()=>jf(i,h),[s,u,c,l,f,m,h]),g=(_,b)=>{let v=d.rows[Math.floor((b-zt.top)/d.cell)];if(!v)return null;let{key:k,steps:x}=v.series;return{step:x[Re(x,d.x,_)],panel:k}},y=S(()=>a(M,{children:[d.rows.map(_=>a(Xf,{row:_,cell:d.cell,left:d.left,quantity:c},_.series.key)),a("g",{class:"axis axis-step",children:[a(Kr,{...d,stepAxis:f,steps:m}),a("line",{x1:d.left,x2:d.right,y1:d.bottom,y2:d.bottom})]}),a(Kf,{layout:d,quantity:c,colors:l})]}),[d,c,f,m,l]);return a("div",{ref:p,class:"chart",children:a("svg",{class:"heat-map",width:h,height:d.height,viewBox:`0 0 ${h} ${d.height}`,role:"img",tabIndex:0,"aria-label":`${r}: ${c.label} of ${s.length} layers at every probe step. Arrow keys move the cursor.`,...Un({rows:s,cursor:e,actions:n,run:o,find:g}),children:[y,t!==null&&Z(t,m)&&a("line",{class:"held",x1:d.x(t),x2:d.x(t),y1:zt.top,y2:d.bottom}),a(Yf,{layout:d,cursor:e})]})})}var ru=at(Qf);function Xf({row:t,cell:e,left:n,quantity:r}){let{name:o,top:i,values:s,low:u,high:c,edges:l,minimum:f}=t,m=rt(o,Math.floor((n-13)/nu)),p=l[f]&&(l[f][0]+l[f][1])/2;return a("g",{children:[a("text",{x:n-6,y:i+e/2,dy:"0.32em","text-anchor":"end",children:[m,m!==o&&a("title",{children:o})]}),l.map(([h,d],g)=>{let y=s[g];if(d<=h)return null;if(!Number.isFinite(y))return a("rect",{class:"missing",x:h,y:i,width:d-h,height:e-1},g);let _=c>u?(y-u)/(c-u):.5;return a("rect",{x:h,y:i,width:d-h+.4,height:e-1,fill:Rn(_)},g)}),p!==void 0&&r.better==="low"&&a("g",{children:[a("title",{children:"reconstruction minimum"}),["rim","lowest"].map(h=>a("circle",{class:h,cx:p,cy:i+(e-1)/2,r:Math.min(5,e/4)},h))]})]})}function Kf({layout:t,quantity:e,colors:n}){let[r,o]=[t.rows[0]?.low??0,t.rows[0]?.high??1],i=Math.min(220,t.right-t.left),s=n==="shared"?[e.format(r),e.format(o)]:["lowest of the layer","highest"];return a("g",{class:"color-legend",transform:`translate(${t.left},${t.bottom+36})`,children:[Array.from({length:44},(u,c)=>a("rect",{x:c*i/44,width:i/44+.5,height:10,fill:Rn(c/43)},c)),a("text",{y:24,children:s[0]}),a("text",{x:i,y:24,"text-anchor":"end",children:s[1]}),a("text",{x:i+10,y:9,children:e.label})]})}function Yf({layout:t,cursor:e}){let n=T(null);return ft(e,r=>{let[o,i]=n.current.children,s=t.rows.find(({series:l})=>l.key===r?.panel)??t.rows[0];if(n.current.toggleAttribute("data-shown",!!(r&&s)),!r||!s)return;let[u,c]=s.edges[z(s.series.steps,r.step)]??[0,0];o.setAttribute("transform",`translate(${(u+c)/2},0)`),i.style.display=s.series.key===r.panel?"":"none",i.setAttribute("x",String(u)),i.setAttribute("y",String(s.top)),i.setAttribute("width",String(Math.max(0,c-u)))},[t]),a("g",{ref:n,class:"cursor","aria-hidden":"true",children:[a("line",{y1:zt.top,y2:t.bottom}),a("rect",{class:"frame",height:t.cell-1})]})}function Qn({focus:t,others:e,selection:n,cursor:r,actions:o,subtitle:i,tabulate:s,legend:u,draw:c}){let l=[t,...e];return a("div",{class:l.length>1?"panels portraits":"panels single",children:l.map(f=>{let{summary:m,rows:p,reports:h}=f,d=X(f);return a(Rt,{title:d,subtitle:i,table:()=>s(f),legend:u?.(f),wide:l.length===1,children:c({name:d,run:m.run,rows:p,reports:h,held:n.step,cursor:r,actions:o})},m.run)})})}var Jf={each:"each layer by itself",shared:"one scale for all layers"};function ou(t){let{quantity:e,stepAxis:n,steps:r}=t.options,[o,i]=I("each");return a("section",{children:[a("div",{class:"view-controls",children:a(gt,{name:"Colours",value:o,options:Jf,choose:i})}),a(Qn,{...t,subtitle:`${e.label} (${e.unit})`,tabulate:s=>Zf(s,e),draw:s=>a(ru,{...s,quantity:e,colors:o,stepAxis:n,steps:r})})]})}function Zf({rows:t},e){let n=t[0]?.steps??[],r=t.map(o=>[o.row.layer,o.row.decoder,...e.read(o)]);return{columns:["layer","decoder",...n.map(o=>`step ${o}`)],rows:r}}var tm=700;function iu({focus:t,selection:e,select:n,source:r}){let o=em(r,t);return o===void 0?a("p",{class:"muted",children:"Loading \u2026"}):typeof o=="string"?a("p",{class:"problem",children:o}):o.steps.length?a(rm,{listing:o,focus:t,selection:e,select:n,source:r}):a(nm,{problem:o.error})}function em(t,{summary:e}){let[n,r]=I();return K(()=>{let o=!0;return t.fetchImages(e.run).catch(i=>i.message).then(i=>o&&r({run:e.run,listing:i})),()=>{o=!1}},[t,e.run,e.last_step,e.last_wall_time]),n?.run===e.run?n.listing:void 0}function nm({problem:t}){return a("section",{class:"empty",children:[a("h2",{children:"This run has no reconstructed images"}),a("p",{children:t??"The probe keeps the reconstructions of a few held-out examples where the input is an image of one or three channels:"}),a("pre",{children:a("code",{children:'model.fit(x, y, callbacks=[PhaseProbe(images=8, log_dir="logs/run1")])'})})]})}function rm({listing:t,focus:e,selection:n,select:r,source:o}){let{steps:i,num_examples:s,labels:u}=t,[c,l]=I(!1),[f,m]=I(null),p=f!==null&&f<s?f:null,h=n.step===null?i.length-1:z(i,n.step),d=i[h],g=x=>r({step:i[x]}),y=t.rows.flatMap(({layer:x,decoder:P},A)=>{let N=e.rows.find(({row:$})=>$.layer===x&&$.decoder===P);if(!N)return[];let q=N.column("reconstruction_loss"),L=vt(N.steps,q,d);if(!Number.isFinite(L))return[];let G=n.from??E(e.reports,N.row)?.minimum_step??i[0],R=z(i,G),D=vt(N.steps,q,i[R]);return[{layer:x,decoder:P,row:A,loss:L,from:R,lossBefore:D,key:N.key}]});K(()=>{if(!c)return;let x=setTimeout(()=>g((h+1)%i.length),tm);return()=>clearTimeout(x)},[c,h,i]),K(()=>{if(!(h+1>=i.length))for(let{row:x}of y)new Image().src=o.imageUrl(t,h+1,x)},[t,h,o]);let _=Array.from({length:s},(x,P)=>P),b=p===null?_:[p],{against:v}=n,k=(x,P)=>{let{size:A}=t.rows[x],N=o.imageUrl(t,h,x,P===null),L=v&&P!==null?{input:()=>o.imageUrl(t,h,x,!0),step:()=>o.imageUrl(t,P,x)}[v]():void 0;return b.map(G=>a(sm,{url:N,over:L,at:G,count:s,size:A,isLarge:p!==null,isFaint:v==="step"},G))};return a("section",{class:"images","aria-label":"Reconstructions",children:[t.error&&a("p",{class:"problem",children:t.error}),a("div",{class:"view-controls",children:[a("button",{"aria-pressed":c,onClick:()=>l(!c),children:c?"\u23F8 pause":"\u25B6 play"}),a("label",{class:"slider",children:[a("span",{class:"control-name",children:["Step ",w(d)]}),a("input",{type:"range",name:"step",min:0,max:i.length-1,value:h,"aria-valuetext":`step ${w(d)}`,onInput:x=>g(Number(x.currentTarget.value))})]}),a(st,{title:"Example",value:p===null?"":String(p),options:[["","all"],..._.map(x=>[String(x),`${x+1}${u?` \xB7 class ${u[x]}`:""}`])],choose:x=>m(x===""?null:Number(x))}),a(om,{steps:i,selection:n,select:r})]}),v==="step"&&a("p",{class:"explanation",children:"Absolute difference between the reconstructions at two steps, twice as bright: what the layer lost or learned since."}),a("div",{class:p===null?"strips":"strips large",children:[a("figure",{children:[a("figcaption",{children:a("b",{children:"input"})}),a("div",{children:k(y.at(-1)?.row??0,null)})]}),y.map(({layer:x,decoder:P,row:A,loss:N,from:q,lossBefore:L,key:G})=>a("figure",{children:[a("figcaption",{children:[a("b",{children:x})," ",a("span",{class:"muted",children:P}),a("br",{}),a("span",{class:"muted",children:["loss ",v==="step"&&`${H(L)} at step ${w(i[q])}, now `,H(N)]})]}),a("div",{children:k(A,q)})]},G))]})]})}function om({steps:t,selection:e,select:n}){let{against:r,from:o}=e,i=s=>{n(s==="minimum"?{against:"step",from:null}:s==="input"||s===""?{against:s||null}:{against:"step",from:Number(s)})};return a(st,{title:"Difference to",name:"against",value:r==="step"?String(o??"minimum"):r??"",options:[["","nothing"],["input","the input"],["minimum","the reconstruction minimum"],...An(t,o)],choose:i})}var im=2;function sm({url:t,over:e,at:n,count:r,size:[o,i],isLarge:s,isFaint:u}){let c=Math.max(1,Math.round((s?128:64)/i)),l=[t,...e?[e]:[]].map(f=>`url("${f.replaceAll('"',"%22")}")`);return a("span",{class:"example",role:"img","aria-label":`example ${n+1}`,style:{width:`${c*i}px`,height:`${c*o}px`,backgroundImage:l.join(","),backgroundSize:`${r*100}% 100%`,backgroundPosition:r>1?`${100*n/(r-1)}% 0`:"0 0",backgroundBlendMode:e?"difference":"normal",filter:e&&u?`brightness(${im})`:void 0}})}function su({rows:t,reports:e}){let n=[...t.some(mt)?[]:[am(t)],...um(t).map(([r,o])=>o.length===t.length?`Whole run: ${_e(r)}.`:`${o.join(", ")}: ${_e(r)}.`),...t.flatMap(r=>{let o=E(e,r.row)?.error;return o?[`${O(r,t)}: phases not found. ${o}`]:[]})];return n.length?a("ul",{class:"notes",children:n.map(r=>a("li",{children:r},r))}):null}function am(t){return t.some(({flags:n})=>n().some(r=>r.includes("no_labels")))?"No labels reached the probe, so there is no probe accuracy to draw.":"No probe accuracy was measured, so there is none to draw."}function um(t){let e=new Map;for(let n of t)for(let r of yr(n))e.set(r,[...e.get(r)??[],O(n,t)]);return e.delete("no_labels"),[...e]}function au({summary:t}){let e=Object.entries(t.layout?.run??{}).filter(([n])=>n!=="columns");return e.length?a("details",{class:"settings",children:[a("summary",{children:"Measured with"}),a("dl",{children:e.map(([n,r])=>a("div",{children:[a("dt",{children:n}),a("dd",{children:typeof r=="string"?r:JSON.stringify(r)})]},n))})]}):null}function uu({panel:t,phases:e}){return a("g",{class:"bands",children:e.map(n=>{let r=Math.max(t.left,t.x(n.start_step)),o=Math.max(0,Math.min(t.right,t.x(n.end_step))-r);return a("g",{class:`band ${n.kind}`,children:[a("rect",{x:r,y:t.top,width:o,height:t.bottom-t.top}),a("rect",{class:"edge",x:r,y:t.top,width:o,height:3}),o>Q(n.kind)+4&&a("text",{x:r+o/2,y:t.top+15,"text-anchor":"middle",children:n.kind})]},n.start_step)})})}function lu({panel:t}){let[e,n]=t.y.domain(),r=t.references.filter(({value:i})=>i>=e&&i<=n),o=t.references.filter(i=>!r.includes(i));return a("g",{class:"references",children:[r.map(({label:i,value:s})=>{let u=s>(e+n)/2&&i!=="untrained";return a("g",{class:"reference",children:[a("line",{x1:t.left,x2:t.right,y1:t.y(s),y2:t.y(s)}),a("text",{x:u?t.left+4:t.right-4,y:t.y(s)+(u?12:-4),"text-anchor":u?"start":"end",children:i})]},i)}),a("text",{class:"outside",x:2,y:t.bottom+30,children:o.map(({label:i,value:s})=>`${i} ${H(s)}`).join(", ")})]})}function cu({panel:t,series:e}){let{values:n,band:[r,o],x:i,y:s}=t,u=Ma().digits(ao).defined(Number.isFinite).x((c,l)=>i(e.steps[l])).y0((c,l)=>s(r[l])).y1((c,l)=>s(o[l]));return a("g",{class:"curve loss",children:[a("path",{class:"spread",d:u(n)??""}),a("path",{class:"line",d:Te(e.steps,n,i,s)}),a(mu,{panel:t,steps:e.steps,values:n,y:s})]})}function fu({panel:t,series:{steps:e,column:n}}){let r=t.accuracy;if(!r)return null;let[o,i]=[n("probe_accuracy"),n("model_accuracy")];return a("g",{class:"curve accuracy",children:[i.some(Number.isFinite)&&a("path",{class:"own",d:Te(e,i,t.x,r)}),a("path",{class:"line",d:Te(e,o,t.x,r)}),a(mu,{panel:t,steps:e,values:o,y:r})]})}function mu({panel:t,steps:e,values:n,y:r}){return(t.right-t.left)/e.filter(o=>Z(o,t.steps)).length<5?null:a(M,{children:e.map((o,i)=>Number.isFinite(n[i])&&a("circle",{cx:t.x(o),cy:r(n[i]),r:2},o))})}function pu({panel:t,companions:e}){return a("g",{class:"companions",children:e.map(({series:n,...r})=>a("g",{fill:r.color,children:a(uo,{panel:t,...r,steps:n.steps,values:t.quantity.read(n)})},r.run))})}function hu({panel:t,series:e}){return a("g",{class:"flag-marks",children:Xt(e).map((n,r)=>{if(!n.length)return null;let[o,i]=[e.steps[r],t.values[r]];return Number.isFinite(i)?a("circle",{cx:t.x(o),cy:t.y(i),r:5},o):a("path",{d:"M-3.5,-3.5L3.5,3.5M-3.5,3.5L3.5,-3.5",transform:`translate(${t.x(o)},${t.bottom-9})`},o)})})}function lm(t,e){return e.quantity.key==="loss"?t.has_increase?"minimum at":"lowest so far, at":t.has_increase?"loss minimum at":"lowest loss so far, at"}function du({panel:t,series:e,report:n}){let r=n.minimum_step;if(r==null)return null;let o=t.values[e.steps.indexOf(r)]??NaN;if(!Number.isFinite(o))return null;let i=t.x(r);if(i<t.left||i>t.right)return null;let[s,u]=n.minimum_interval??[r,r],c=`${lm(n,t)} step ${w(r)}`,l=3.8*c.length,f=Math.min(Math.max(i,t.left+l+4),t.right-l-4);return a("g",{class:"minimum",children:[a("line",{class:"interval",x1:Math.max(t.left,t.x(s)),x2:Math.min(t.right,t.x(u)),y1:t.bottom-3,y2:t.bottom-3}),a("line",{class:"foot",x1:i,x2:i,y1:t.y(o),y2:t.bottom}),a("circle",{cx:i,cy:t.y(o),r:4.5}),a("text",{x:f,y:t.bottom-9,"text-anchor":"middle",children:c})]})}var cm=["loss","limit","explained"];function fm({series:t,report:e,companions:n,options:r,held:o,cursor:i,actions:s}){let[u,c]=ut(360),l=S(()=>ds(t,n,r,c),[t,n,r,c]),{x:f,steps:m}=l,{brush:p,handlers:h}=Gn({panel:t.key,steps:t.steps,x:f,domain:m,cursor:i,actions:s}),d=We(),g=[l.left,l.right,l.stepAxis,...m],y=S(()=>a(uu,{panel:l,phases:e?.phases??[]}),[e,...g]),_=S(()=>a(Fn,{panel:l}),g),b=S(()=>[a(ia,{panel:l}),a(fu,{panel:l,series:t})],[t,r.accuracyDomain,l.accuracy===null,...g]),v=S(()=>a("g",{class:"marks",children:[y,a(On,{panel:l}),b[0],_,a("clipPath",{id:d,children:a("rect",{x:l.left,y:l.top-6,width:l.right-l.left,height:l.bottom-l.top+12})}),a("g",{"clip-path":`url(#${d})`,children:[a(pu,{panel:l,companions:n}),b[1],a(cu,{panel:l,series:t}),a(hu,{panel:l,series:t})]}),a(lu,{panel:l}),e&&cm.includes(r.quantity.key)&&a(du,{panel:l,series:t,report:e})]}),[l,e,n,t]);return a("div",{ref:u,class:"chart",children:a("svg",{width:c,height:Bt,viewBox:`0 0 ${c} ${Bt}`,role:"img",tabIndex:0,"aria-label":mm(t,e,r),...h,children:[v,o!==null&&Z(o,m)&&a("line",{class:"held",x1:f(o),x2:f(o),y1:l.top,y2:l.bottom}),p&&a(qn,{panel:l,ends:p}),a(aa,{panel:l,series:t,cursor:i})]})})}var gu=at(fm);function mm(t,e,{quantity:n}){let{row:r,steps:o}=t,[i,s]=[o.at(-1),mt(t)],u=[`${r.layer}, ${r.decoder} decoder: ${n.label} at ${Ze(o.length,"probe step")}`];return i!==void 0&&u.push(`${n.format(n.read(t).at(-1))} at step ${w(i)}`),s&&u.push(`best probe accuracy ${F(s.accuracy)} at step ${w(s.step)}`),e?.description&&u.push(e.description),`${u.join("; ")}. Arrow keys move the cursor, Enter holds a step, + and 0 zoom.`}var pm={constant:"\u2192",decrease:"\u2198",increase:"\u2197"},yu=["constant","decrease","increase"];function Xn({report:t}){let e=t?.phases?.at(-1);return e?a("span",{class:`phase-now ${e.kind}`,title:t?.description,children:[a(hm,{kind:e.kind})," ",pm[e.kind]," ",e.kind," ",a("span",{class:"since",children:["since ",w(e.start_step)]})]}):a("span",{class:"phase-now muted",children:"too few steps"})}function hm({kind:t}){let e=yu.indexOf(t),n=(r,o)=>{let i=2*Math.PI*r/3;return`${(o*Math.sin(i)).toFixed(2)},${(-o*Math.cos(i)).toFixed(2)}`};return a("svg",{class:"clock",width:14,height:14,viewBox:"-8 -8 16 16","aria-hidden":"true",children:[yu.map((r,o)=>a("path",{class:`edge ${r}`,opacity:o===e?1:.35,d:`M0,0L${n(o,8)}A8,8 0 0 1 ${n(o+1,8)}Z`},r)),a("path",{class:"hand",d:`M0,0L${n(e+.5,6.5)}`})]})}function _u({focus:t,others:e,colors:n,dashes:r,options:o,selection:i,cursor:s,actions:u}){let c=S(()=>new Map(t.rows.map(({key:f})=>[f,dm(f,e,n,r)])),[t.rows,e,n,r]),l=o.accuracyDomain&&o.quantity.key!=="accuracy";return a("section",{class:"panels","aria-label":"Layers",children:t.rows.map(f=>{let m=E(t.reports,f.row),p=c.get(f.key);return a(Rt,{title:f.row.layer,subtitle:`width ${w(f.row.num_features)} \xB7 ${f.row.decoder} decoder`,panel:f.key,aside:a(Xn,{report:m}),table:()=>gm(f),legend:[{color:"var(--loss)",text:`${o.quantity.label}, ${X(t)}`},...l?[{color:"var(--accuracy)",text:"probe accuracy"}]:[],...l&&f.column("model_accuracy").some(Number.isFinite)?[{color:"var(--accuracy)",dash:"2 3",text:"accuracy of the model itself"}]:[],...p.map(({name:h,color:d,dash:g})=>({color:d,dash:g,text:h}))],children:a(gu,{series:f,report:m,companions:p,options:o,held:i.step,cursor:s,actions:u})},f.key)})})}function dm(t,e,n,r){return e.flatMap(o=>{let{run:i}=o.summary,s=o.rows.find(u=>u.key===t);return s?[{run:i,name:X(o),color:n.get(i),dash:r.get(i),series:s}]:[]})}function gm(t){let e=t.metricNames.filter(o=>!o.includes("_group_")&&o!=="flags"),n=e.map(o=>t.column(o)),r=t.flags().map((o,i)=>[t.steps[i],...n.map(s=>s[i]),o.join(" ")]);return{columns:["step",...e,"flags"],rows:r}}var $t={top:26,right:96,bottom:40,left:54};function ym({rows:t,reports:e,axes:n,theme:r},o){let i=Math.round(Math.min(520,Math.max(300,.62*o))),[s,u]=n.map(m=>t.map(p=>m.read(p))),c=J(bu(s,n[0]),[$t.left+8,o-$t.right]),l=J(bu(u,n[1]),[i-$t.bottom-8,$t.top+8]),f=t.map((m,p)=>{let h=m.steps.map((g,y)=>({step:g,x:c(s[p][y]),y:l(u[p][y])})).filter(g=>Number.isFinite(g.x)&&Number.isFinite(g.y)),d=E(e,m.row);return{series:m,color:Vt(p,t.length,r),places:h,parts:_m(h,d),minimum:h.findIndex(({step:g})=>g===d?.minimum_step)}});return{width:o,height:i,x:c,y:l,trajectories:f}}function bu(t,{isTurned:e}){let[n,r]=St(t.flat(),[]);return e?[r,n]:[n,r]}function _m(t,e){let n=t.length-1;return n<1?[]:e?.phases?.length?e.phases.flatMap(({kind:r,start_step:o,end_step:i})=>{let s=t.flatMap(({step:u},c)=>u>=o&&u<=i?[c]:[]);return s.length>1?[{kind:r,from:s[0],to:s.at(-1)}]:[]}):[{kind:"decrease",from:0,to:n}]}function bm({rows:t,reports:e,axes:n,theme:r,held:o,cursor:i,actions:s,name:u,run:c}){let[l,f]=ut(640),m=S(()=>ym({rows:t,reports:e,axes:n,theme:r},f),[t,e,n,r,f]),p=S(()=>a(M,{children:[a(wm,{layout:m,axes:n}),m.trajectories.map(h=>a(vm,{trajectory:h},h.series.key)),a(Sm,{layout:m})]}),[m,n]);return a("div",{ref:l,class:"chart",children:a("svg",{class:"portrait",width:f,height:m.height,viewBox:`0 0 ${f} ${m.height}`,role:"img",tabIndex:0,"aria-label":`${u}: ${n[1].label} against ${n[0].label}, a trajectory for each of ${t.length} layers. Arrow keys move along the steps.`,...Un({rows:t,first:t.length-1,cursor:i,actions:s,run:c,find:(h,d)=>xm(m,h,d)}),children:[p,a(Pm,{layout:m,cursor:i,held:o})]})})}var xu=at(bm);function xm({trajectories:t},e,n){let r=null,o=40**2;for(let{series:i,places:s}of t)for(let u of s){let c=(u.x-e)**2+(u.y-n)**2;c<o&&([o,r]=[c,{step:u.step,panel:i.key}])}return r}function wm({layout:{width:t,height:e,x:n,y:r},axes:o}){let[i,s,u]=[$t.left,t-$t.right+8,e-$t.bottom],c=Math.max(3,t/110);return a("g",{class:"axis",children:[a("line",{x1:i,x2:s,y1:u,y2:u}),a(Qr,{ticks:n.ticks(c),x:n,bottom:u,format:n.tickFormat(c,o[0].tickFormat)}),a(Xr,{ticks:r.ticks(6),y:r,left:i,right:s,format:r.tickFormat(6,o[1].tickFormat)}),a("text",{class:"axis-title",x:2,y:12,children:[o[1].isTurned?"\u2193":"\u2191"," ",o[1].label]}),a("text",{class:"axis-title",x:s,y:u+34,"text-anchor":"end",children:[o[0].label," ",o[0].isTurned?"\u2190":"\u2192"]})]})}function vm({trajectory:{color:t,places:e,parts:n,minimum:r}}){let o=Ae(({x:c})=>c,({y:c})=>c),i=e[0],s=e[r],u=n.length>0&&n.every(({kind:c})=>c==="constant");return a("g",{class:u?"trajectory still":"trajectory",stroke:t,fill:t,children:[n.map(({kind:c,from:l,to:f})=>a("path",{class:`way ${c}`,d:o(e.slice(l,f+1))??""},l)),km(e).map(({x:c,y:l,angle:f},m)=>a("path",{class:"arrow",d:"M-4.5,-3.5L3.5,0L-4.5,3.5Z",transform:`translate(${c},${l}) rotate(${f})`},m)),i&&a("circle",{class:"start",cx:i.x,cy:i.y,r:3.5}),s&&a("circle",{class:"lowest",cx:s.x,cy:s.y,r:5})]})}function km(t){let e=[],n=30;return t.slice(1).forEach((r,o)=>{let i=t[o],[s,u]=[r.x-i.x,r.y-i.y],c=Math.hypot(s,u);n+=c,!(c<9||n<60)&&(n=0,e.push({x:i.x+s/2,y:i.y+u/2,angle:Math.atan2(u,s)*180/Math.PI}))}),e}function Sm({layout:{trajectories:t,width:e,height:n}}){let r=t.map(({series:c})=>c),o=t.flatMap(({series:c,color:l,places:f})=>f.length?[{series:c,name:O(c,r),color:l,...f.at(-1)}]:[]).toSorted((c,l)=>c.y-l.y),i=o.map(({name:c,x:l})=>rt(c,Math.floor((e-l-12)/Q("x")))),s=o.map(({x:c,y:l},f)=>({left:c,right:c+12+Q(i[f]),y:l})),u=Rm(s,13,14,n-$t.bottom);return a("g",{class:"ends",children:o.map(({series:c,name:l,color:f,x:m,y:p,step:h},d)=>a("g",{children:[a("circle",{cx:m,cy:p,r:3.5,fill:f}),u[d]!==null&&a(M,{children:[a("line",{x1:m+4,y1:p,x2:m+10,y2:u[d],stroke:f}),a("text",{x:m+12,y:u[d],dy:"0.32em",children:i[d]})]}),a("title",{children:`${l} at step ${w(h)}`})]},c.key))})}var Mm=3;function Rm(t,e,n,r){let o=[],i=({left:u,right:c,y:l})=>l>=n&&l<=r&&o.every(f=>u>=f.right||c<=f.left||Math.abs(l-f.y)>e-1e-6),s=u=>{let c=o.flatMap(m=>[m.y-e,m.y+e]),f=[Math.min(r,Math.max(n,u.y)),...c].filter(m=>i({...u,y:m})).toSorted((m,p)=>Math.abs(m-u.y)-Math.abs(p-u.y))[0];return f===void 0||Math.abs(f-u.y)>Mm*e?null:f};return t.map(u=>{let c=s(u);return c!==null&&o.push({...u,y:c}),c})}function Pm({layout:t,cursor:e,held:n}){let r=T(null);return ft(e,o=>{let i=o?.step??n;r.current.toggleAttribute("data-shown",i!==null),i!==null&&t.trajectories.forEach(({places:s,series:u},c)=>{let l=r.current.children[c],f=s[z(s.map(m=>m.step),i)];l.style.display=f?"":"none",f&&(l.setAttribute("transform",`translate(${f.x},${f.y})`),l.setAttribute("r",u.key===o?.panel?"6":"4"))})},[t,n]),a("g",{ref:r,class:"cursor","aria-hidden":"true",children:t.trajectories.map(({series:o,color:i})=>a("circle",{r:4,fill:i},o.key))})}function vu(t){let{quantities:e,selection:n,select:r}=t,o=wt(),[i,s]=n.portrait,u=S(()=>Ls(e),[e]),c=S(()=>[Ht(u,i),Ht(u,s)],[u,i,s]),l=[i,s].find(p=>!u.some(({key:h})=>h===p)),f=Es(u),m=f.find(({axes:[p,h]})=>p===i&&h===s);return a("section",{children:[a("div",{class:"view-controls",children:[f.length>1&&a(gt,{name:"Plane",value:m?.key??"",options:Object.fromEntries(f.map(({key:p,label:h})=>[p,h])),choose:p=>r({portrait:f.find(({key:h})=>h===p).axes})}),["Across","Up"].map((p,h)=>a(st,{title:p,name:`axis-${h}`,value:c[h].key,options:u.map(({key:d,label:g})=>[d,g]),choose:d=>r({portrait:c.map(({key:g},y)=>y===h?d:g)})},p)),a($m,{})]}),l&&a("p",{class:"problem",children:["Nothing was measured of '",l,"': the reconstruction loss stands in its place."]}),m&&wu[m.key]&&a("p",{class:"explanation",children:wu[m.key]}),a(Qn,{...t,subtitle:`${c[1].label} against ${c[0].label}`,tabulate:p=>Nm(p,c),legend:({rows:p})=>p.map((h,d)=>({color:Vt(d,p.length,o),text:O(h,p)})),draw:p=>a(xu,{...p,axes:c,theme:o})})]})}var wu={information:"What a layer knows of its input (across) against what it knows of the label (up), both on held-out rows: up is fitting, to the left is forgetting.",binned:"Binned mutual information of a deterministic network is a property of its bins (Goldfeld et al., 2018): read it beside the information plane, not instead of it."};function $m(){return a("ul",{class:"ways","aria-label":"Legend",children:[["constant","decrease","increase"].map(t=>a("li",{children:[a("svg",{width:34,height:12,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:a("path",{class:`way ${t}`,d:"M1,6H33"})}),t]},t)),a("li",{children:[a("svg",{width:12,height:12,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:a("circle",{class:"start",cx:6,cy:6,r:3.5})}),"first step"]}),a("li",{children:[a("svg",{width:14,height:14,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:a("circle",{class:"lowest",cx:7,cy:7,r:5})}),"reconstruction minimum"]})]})}function Nm({rows:t},e){let n=t.flatMap(r=>{let[o,i]=e.map(s=>s.read(r));return r.steps.map((s,u)=>[r.row.layer,r.row.decoder,s,o[u],i[u]])});return{columns:["layer","decoder","step",e[0].label,e[1].label],rows:n}}var Cm=16;function Mu(t,{run:e,others:n}){let[r,o]=I({others:[]}),i=T(0),s=T(new Map),u=T(""),c=n?.join(`
`),l=je(async()=>{let f=++i.current,m=()=>f===i.current;try{let p=e||u.current,{runs:h,shown:d}=await Am(t,{run:p,others:n},s.current,m);if(!m())return;u.current=d[0]??"";let g=()=>{let[y,..._]=d.flatMap(b=>s.current.get(b)??[]);m()&&o({runs:h,focus:y,others:_,problem:void 0})};g();for(let[y,_]=[0,1];y<d.length&&m();[y,_]=[_,_+Cm])await Lm(t,d.slice(y,_),s.current)&&g()}catch(p){let h=p instanceof Error?p.message:String(p);m()&&o(d=>({...d,problem:h}))}},[t,e,c]);return K(()=>{l()},[l]),{...r,reload:l}}async function Am(t,{run:e,others:n},r,o){let i=await t.fetchRuns();for(;;){let s=Os(i,e),u=s?[s,...qs(i,s.run,n)]:[],c=o()?await Tm(t,u,r,o):[];if(!c.length)return{runs:i,shown:u.map(({run:l})=>l)};i=i.filter(({run:l})=>!c.includes(l))}}async function Tm(t,e,n,r){let o=e.filter(c=>{let l=n.get(c.run);return!l||Su(l.summary)!==Su(c)});for(let c of o)c.num_steps||n.set(c.run,{summary:c,rows:[],reports:[]});let i=o.filter(({num_steps:c})=>c);if(!i.length)return[];let s=await t.fetchMetrics(i);if(!r())return[];for(let c of s){let{num_steps:l,last_step:f,last_wall_time:m,error:p,layout:h,run:d}=c,g={num_steps:l,last_step:f,last_wall_time:m,error:p,layout:h,run:d};n.set(d,{summary:g,rows:mi(c),reports:n.get(d)?.reports??[]})}let u=i.map(({run:c})=>c).filter(c=>!s.some(l=>l.run===c));for(let c of u)n.delete(c);return u}async function Lm(t,e,n){let r=e.flatMap(s=>{let u=n.get(s);return u?.rows.length&&ku.get(u)!==u.summary.last_wall_time?[u]:[]});if(!r.length)return!1;let o=await t.fetchReports(r.map(({summary:s})=>s.run)),i=r.filter(s=>n.get(s.summary.run)===s);for(let s of i){let u=o.find(({run:l})=>l===s.summary.run)?.rows??[],c={...s,reports:u};ku.set(c,s.summary.last_wall_time),n.set(s.summary.run,c)}return i.length>0}var ku=new WeakMap;function Su({num_steps:t,last_wall_time:e,error:n}){return`${t} ${e} ${n}`}var Ru=190,Em=16;function Pu({report:t,lastStep:e,stepAxis:n}){let r=Ot(n,[0,e],[5,Ru-5]),{minimum_step:o,minimum_interval:i}=t;return a("svg",{class:"strip",width:Ru,height:Em,role:"img","aria-label":t.description??"",children:[t.phases?.map(s=>a("rect",{class:`edge ${s.kind}`,x:r(s.start_step),y:4,width:Math.max(0,r(s.end_step)-r(s.start_step)-1),height:8},s.start_step)),i&&a("line",{class:"interval",x1:r(i[0]),x2:r(i[1]),y1:14.5,y2:14.5}),o!=null&&a("circle",{cx:r(o),cy:8,r:4})]})}function $u({rows:t,reports:e,stepAxis:n}){let r=t[0]?.steps.at(-1)??1,o=t.some(mt);return a("div",{class:"summary",children:a("table",{children:[a("thead",{children:a("tr",{children:[a("th",{children:"layer"}),a("th",{class:"detail",children:"decoder"}),a("th",{class:"detail",children:"strategy"}),a("th",{class:"number",children:"width"}),a("th",{children:["phases to step ",w(r)]}),a("th",{children:"phase now"}),a("th",{class:"number",children:"minimum at step"}),a("th",{class:"number",children:"risen since by"}),o&&a("th",{class:"number",children:"best probe accuracy"})]})}),a("tbody",{children:t.map(i=>{let s=E(e,i.row);return a("tr",{children:[a("th",{scope:"row",children:a("button",{onClick:()=>Om(i.key),children:i.row.layer})}),a("td",{class:"detail",children:i.row.decoder}),a("td",{class:"detail",children:i.row.strategy}),a("td",{class:"number",children:i.row.num_features.toLocaleString("en-US")}),a("td",{children:s&&a(Pu,{report:s,lastStep:r,stepAxis:n})}),a("td",{children:a(Xn,{report:s})}),a("td",{class:"number",children:a(Dm,{report:s})}),a("td",{class:"number",children:a(Im,{series:i,report:s})}),o&&a("td",{class:"number",children:a(Fm,{series:i})})]},i.key)})})]})})}function Dm({report:t}){if(t?.minimum_step==null)return a("span",{class:"muted",children:"\u2013"});let[e,n]=t.minimum_interval??[t.minimum_step,t.minimum_step];return a(M,{children:[w(t.minimum_step)," ",a("span",{class:"muted",children:["(",w(e),"\u2013",w(n),t.has_increase?"":" so far",")"]})]})}function Im({series:t,report:e}){let n=me(t,e);return n?.isPast?a(M,{children:F(Le(n))}):a("span",{class:"muted",children:"\u2013"})}function Fm({series:t}){let e=mt(t);return e?a(M,{children:[F(e.accuracy)," ",a("span",{class:"muted",children:["at ",w(e.step)]})]}):a("span",{class:"muted",children:"\u2013"})}function Om(t){document.querySelector(`[data-panel="${CSS.escape(t)}"] svg`)?.focus()}function Nu({source:t}){let[e,n]=I(()=>jr(fr())),r=Mu(t,e),o=T(r.reload);o.current=r.reload,K(()=>ws({"experimental.DataReloaded":()=>o.current()}),[]),K(()=>Go(()=>n(jr(fr()))),[]);let i=je(s=>{n(u=>{let c={...u,...s};return setTimeout(()=>Uo(Fs(c))),c})},[]);return r.runs?r.focus?a("main",{children:a(qm,{store:r,focus:r.focus,selection:e,select:i,source:t})}):a(M,{children:[r.problem&&a(Kn,{text:r.problem}),a(Za,{})]}):a("main",{children:r.problem?a(Kn,{text:r.problem}):a("p",{class:"muted",children:"Loading \u2026"})})}function qm({store:t,focus:e,selection:n,select:r,source:o}){let i=S(()=>Gm(t.runs.map(({run:_})=>_)),[t.runs]),{focus:s,others:u}=S(()=>Um(e,t.others,n),[e,t.others,n.grouped,n.layers,n.view==="images"]),c=S(()=>new Je,[e.summary.run,n.view]),l=S(()=>({hold:_=>r({step:_}),zoom:_=>r({zoom:_})}),[r]),f=S(()=>Ps([s,...u].flatMap(({rows:_})=>_)),[s,u]),m=S(()=>gs(s.rows),[s.rows]),p=S(()=>{let _=Math.max(1,...[s,...u].flatMap(({rows:b})=>b.map(({steps:v})=>v.at(-1)??1)));return{quantity:Ht(f,n.metric),stepAxis:n.stepAxis,steps:n.zoom??[0,_],accuracyDomain:m}},[s,u,m,f,n.metric,n.stepAxis,n.zoom]),h=S(()=>[s,...u],[s,u]),d=S(()=>zm(i,h),[i,h]),g=S(()=>bs(u.map(({summary:_})=>_.run),d),[u,d]),y={focus:s,others:u,colors:d,dashes:g,options:p,quantities:f,selection:n,select:r,cursor:c,actions:l,source:o};return a(M,{children:[a(Ka,{runs:t.runs,focus:e.summary.run,others:n.others??t.others.map(({summary:_})=>_.run),colors:i,dashes:g,layers:[...new Set(e.rows.map(({row:_})=>_.layer))],quantities:f,selection:n,select:r}),t.problem&&a(Kn,{text:t.problem}),[e,...t.others].map(({summary:_})=>_.error&&a(Kn,{text:_.error,title:`Run ${_.run} is damaged`},_.run)),!s.rows.length&&!e.summary.error&&a(jm,{run:e,select:r}),s.rows.length>0&&a(M,{children:[a(Ja,{view:n.view,choose:_=>r({view:_})}),a(tu,{focus:s}),a(Vm,{name:n.view,...y}),a(au,{summary:s.summary}),a(hi,{runs:h,cursor:c,quantity:p.quantity})]})]})}var Bm={curves:Hm,portrait:vu,map:ou,images:iu,compare:Qa,breakdowns:Ga};function Vm({name:t,...e}){let n=Bm[t];return a("div",{role:"tabpanel",id:"view","aria-labelledby":`tab-${t}`,children:a(n,{...e})})}function Hm(t){let{focus:e,others:n,colors:r,dashes:o,options:i}=t,s=new Set(e.rows.map(({key:c})=>c)),u=n.filter(({rows:c})=>c.some(({key:l})=>s.has(l)));return a(M,{children:[a(ja,{rows:e.rows,options:i,others:u,colors:r,dashes:o}),a(su,{rows:e.rows,reports:e.reports}),a(_u,{...t}),a($u,{rows:e.rows,reports:e.reports,stepAxis:i.stepAxis})]})}function Um(t,e,{grouped:n,layers:r,view:o}){let i=Nn(t.rows.map(({row:l})=>l.layer),r),s=[t,...e].map(l=>({...l,rows:i?l.rows.filter(({row:f})=>i.includes(f.layer)):l.rows})),[u,...c]=n&&o!=="images"?vs(s):s;return{focus:u,others:c.filter(({rows:l})=>l.length)}}function Gm(t){return new Map(t.map((e,n)=>[e,Mn(n)]))}function zm(t,e){let n=r=>[...t].find(([o])=>Pe(o)===r)?.[1];return new Map(e.map(({summary:{run:r}})=>[r,t.get(r)??n(r)??Mn(0)]))}function jm({run:{summary:t,rows:e},select:n}){return e.length?a("p",{class:"muted",children:["There is no layer to draw: none is chosen, or the seeds of a mean have none in common."," ",a("button",{class:"chip",onClick:()=>n({layers:null,grouped:!1}),children:"Draw all layers"})]}):a("p",{class:"muted",children:["Run ",Tt(t.run)," has no probe step yet."]})}function Kn({text:t,title:e}){return a("p",{class:"problem",role:"alert",children:[e&&a("b",{children:[e,". "]}),t]})}var Cu=`:root {
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
`;function jb(){let t=document.createElement("style");t.textContent=Cu,document.head.append(t),document.title||="Phases",document.documentElement.lang="en",Ho(),Po(a(Nu,{source:jo()??zo}),document.body)}export{jb as render};

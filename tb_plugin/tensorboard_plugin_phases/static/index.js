// Built by tb_plugin/frontend (npm ci && npm run build); edit the sources there.
var $,vr,Ks,ft,xn,ve,kr,be,Mr,vn,wn,Ys,Kt=Symbol.for("pv"),ke={},Me=[],Js=/^m(i|n|o|s|text|space)$/,kn=Array.isArray,Sr=Me.slice,vt=Object.assign;function wt(t){t&&t.parentNode&&t.remove()}function xe(t,e,n,r,o){var i={type:t,props:e,key:n,ref:r,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Kt,__v:o||++vr,__i:-1,__u:0};return!o&&$.vnode&&$.vnode(i),i}function P(t){return t.children}function Lt(t,e){this.props=t,this.context=e,this.__g=0}function mt(t,e){if(e==null)return t.__&&mt(t.__,t.__i+1);for(var n;e<t.__k.length;e++)if((n=t.__k[e])&&n.__e)return n.__e;return typeof t.type!="function"||t.props.__P?null:mt(t)}function Zs(t){var e,n=t.__v,r=n.__e,o=[],i=[],s=t.__P;s&&((e=vt({constructor:Kt},n)).__v=n.__v+1,$.vnode&&$.vnode(e),Mn(s,e,n,t.__n,s.namespaceURI,32&n.__u?[r]:null,o,r||mt(n),32&n.__u,i),e.__v=n.__v,e.__.__k[e.__i]=e,Cr(o,e,i),n.__=n.__e=null,e.__e!=r&&Rr(e))}function Rr(t){if((t=t.__)&&t.__c&&!t.props.__P)return t.__e=null,t.__k.some(function(e){return e&&(t.__e=e.__e)}),Rr(t)}function xr(t){(8&t.__g||(t.__g|=8,ft.push(t),ve++))&&xn==$.debounceRendering||((xn=$.debounceRendering)||queueMicrotask)(Pr)}function Pr(){try{for(var t,e=1;ft.length;)ft.length>e&&ft.sort(kr),t=ft.shift(),e=ft.length,8&t.__g&&Zs(t)}finally{(ve=ft.length)&&(xn||queueMicrotask)(Pr)}}function Nr(t,e,n,r,o,i,s,a,c,l,f){var m,p,h,d,g,_,b=r.__k||Me,y=e.length;for(c=ta(n,e,b,c,y),m=0;m<y;m++)(h=n.__k[m])!=null&&(p=~h.__i&&b[h.__i]||ke,h.__i=m,_=Mn(t,h,p,o,i,s,a,c,l,f),d=h.__e,(p.ref!=h.ref||8&p.__u)&&(p.ref&&Sn(p.ref,null,h,p),h.ref&&f.push(h.ref,h.__c||d,h)),g=g||d,4&h.__u?(c=$r(h,c,t,!p.__v),p.__e&&(p.__e=null)):typeof h.type=="function"&&_!==void 0?c=_:d&&(c=d.nextSibling),h.__u&=-21);return n.__e=g,c}function ta(t,e,n,r,o){var i,s,a,c,l,f,m,p,h,d=n.length,g=d,_=0,b=0,y=t.__k=Array(o);for(i=0;i<o;i++)(s=e[i])!=null&&typeof s!="boolean"&&typeof s!="function"?(typeof s!="object"||s.constructor===String?s=y[i]=xe(null,s):kn(s)?s=y[i]=xe(P,{children:s}):s.constructor===Kt&&s.__b?s=y[i]=xe(s.type,s.props,s.key,s.ref,s.__v):y[i]=s,c=i+_,s.__=t,s.__b=t.__b+1,a=null,~(l=s.__i=ea(s,n,c,g))&&(g--,(a=n[l])&&(a.__u|=2)),a&&a.__v?(s.__u|=16,l==c-1?_--:l==c+1?_++:l!=c&&(l>c?_--:_++,b=1)):(~l||(o>d?_--:o<d&&_++),typeof s.type!="function"&&(s.__u|=4))):y[i]=null;if(b){for(f=[],m=[],i=0;i<o;i++)if((s=y[i])&&16&s.__u){for(_=0,p=f.length;_<p;)f[h=_+p>>1]<s.__i?_=h+1:p=h;f[_]=s.__i,m[i]=_+1}for(_=f.length;i--;)m[i]&&(m[i]==_?_--:y[i].__u|=4)}if(g)for(i=0;i<d;i++)!(a=n[i])||2&a.__u||(a.__e==r&&(r=mt(a)),Rn(a,a));return r}function $r(t,e,n,r){var o,i,s,a;if(typeof t.type=="function"){if(t.props.__P)return e;if(o=t.__k)for(i=0;i<o.length;i++)o[i]&&(o[i].__=t,e=$r(o[i],e,n,!1));return e}for(e&&!e.parentNode&&(e=mt(t))&&!e.parentNode&&(e=null),s=t.__e,a=e;a&&a.nodeType==8;)a=a.nextSibling;for(s!=a&&(!r&&n.moveBefore&&s.parentNode?n.moveBefore(s,e):n.insertBefore(s,e||null)),e=s;(e=e&&e.nextSibling)&&e.nodeType==8&&!e.data.startsWith("$s"););return e}function ea(t,e,n,r){var o,i=t.key,s=t.type,a=e[n],c=a&&!(2&a.__u);if(a===null&&i==null||c&&i==a.key&&s==a.type)return n;if(r>(c?1:0)){for(o=n-1;o>=0;o--)if((a=e[o])&&!(2&a.__u)&&i==a.key&&s==a.type)return o;for(o=n+1;o<e.length;o++)if((a=e[o])&&!(2&a.__u)&&i==a.key&&s==a.type)return o}return-1}function wr(t,e,n){n==null&&(n=""),e[0]=="-"?t.setProperty(e,n):t[e]=n}function ye(t,e,n,r,o){var i,s;if(e=="style")if(typeof n=="string")t.style.cssText=n;else{if(typeof r=="string"&&(t.style.cssText=r=""),r)for(e in r)n&&e in n||wr(t.style,e);if(n)for(e in n)r&&n[e]==r[e]||wr(t.style,e,n[e])}else if(e[0]=="o"&&e[1]=="n")typeof n!="function"&&(n=null),typeof r!="function"&&(r=null),(t.__e||(t.__e={}))[e]=n,n&&r||(s=wn[e]||(wn[e]=na(e)),(t.__a||(t.__a={}))[e]=vn,i=e!=(e=e.replace(Mr,"$1")),(e=e.slice(2))[0]<"a"&&(e=e.toLowerCase()),n?t.addEventListener(e,s,i):t.removeEventListener(e,s,i));else{if(o=="http://www.w3.org/2000/svg")e=e.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(e!="width"&&e!="height"&&e!="href"&&e!="list"&&e!="form"&&e!="tabIndex"&&e!="download"&&e!="rowSpan"&&e!="colSpan"&&e!="role"&&e!="popover"&&e in t)try{return void(t[e]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&e[4]!="-"?t.removeAttribute(e):t.setAttribute(e,e=="popover"&&n==1?"":n)}}function na(t){return function(e){var n=this.__e;if(n){if(n=n[t],e[be]==null)e[be]=vn++;else if(e[be]<this.__a[t])return;return n($.event?$.event(e):e)}}}function Mn(t,e,n,r,o,i,s,a,c,l){var f,m,p,h,d,g,_,b,y,v,x,w,k,C,N,O,L,tt,S=e.type;if(e.constructor!==Kt)return null;128&n.__u&&(c=32&n.__u,f=n.__c.__z)&&(e.__u|=c,m=i=[],f.nodeType==8?a=we(f,i):i.push(f),a=i[0]||a),(f=$.__b)&&f(e);t:if(typeof S=="function"){p=s.length;try{if(b=e.props,y=(f=S.prototype)&&f.render,v=(f=S.contextType)&&r[f.__c],x=f?v?v.props.value:f.__:r,(h=n.__c)?(e.__c=h,2&h.__g&&(h.__g|=1)):(y?e.__c=h=new S(b,x):(e.__c=h=new Lt(b,x),h.constructor=S,h.render=oa),v&&v.sub(h),h.state||(h.state={}),h.__n=r,h.__g|=8,h.__h=[],h.__k=[]),y&&(h.__s||(h.__s=h.state),S.getDerivedStateFromProps&&(h.__s==h.state&&(h.__s=vt({},h.__s)),vt(h.__s,S.getDerivedStateFromProps(b,h.__s)))),d=h.props,g=h.state,h.__v=e,n.__c){if(b!==d&&y&&!S.getDerivedStateFromProps&&h.componentWillReceiveProps&&h.componentWillReceiveProps(b,x),e.__v==n.__v&&!(8&h.__g)||!(4&h.__g)&&h.shouldComponentUpdate&&h.shouldComponentUpdate(b,h.__s,x)===!1){e.__v!=n.__v&&(h.props=b,h.state=h.__s,h.__g&=-9),e.__e=n.__e,e.__k=n.__k,e.__k.some(function(V){V&&(V.__=e)}),Me.push.apply(h.__h,h.__k),h.__k=[],h.__h.length&&s.push(h),a=mt(n);break t}h.componentWillUpdate&&h.componentWillUpdate(b,h.__s,x),y&&h.componentDidUpdate&&h.__h.push(function(){h.componentDidUpdate(d,g,_)})}else y&&!S.getDerivedStateFromProps&&h.componentWillMount&&h.componentWillMount(),y&&h.componentDidMount&&h.__h.push(h.componentDidMount);h.context=x,h.props=b,h.__P=t,h.__g&=-5,w=$.__r,k=y?25:0;do h.__g&=-9,w&&w(e),f=h.render(h.props,h.state=h.__s,h.context);while(8&h.__g&&++k<25);y&&(Me.push.apply(h.__h,h.__k),h.__k=[]),h.state=h.__s,h.getChildContext&&(r=vt({},r,h.getChildContext())),y&&n.__c&&h.getSnapshotBeforeUpdate&&(_=h.getSnapshotBeforeUpdate(d,g)),C=f&&f.type===P&&f.key==null?f.props.children:f,b.__P&&(f=a,o=(t=b.__P).namespaceURI,c=i=null,n.props&&n.props.__P!=t&&(n.__k.some(function(V){V&&Rn(V,V)}),n.__k=null),a=n.__k?mt(n,0):null),a=Nr(t,kn(C)?C:[C],e,n,r,o,i,s,a,c,l),b.__P&&(e.__e=null,a=f),e.__u&=-161,m&&m.some(wt),h.__h.length&&s.push(h),1&h.__g&&(h.__g&=-4)}catch(V){if(s.length=p,e.__v=null,c||i)if(V&&V.then){if(e.__u|=128|c,i){for(~(L=i.indexOf(a||void 0))||(L=i.length);(tt=i[L-1])&&tt.nodeType==8;)L--;for(;L<i.length;L++)if(tt=i[L])if(i[L]=null,N){if(tt==O)break}else{if(tt.nodeType!=8)break;tt.data.startsWith("$s")&&(O=we(N=tt))}}if(!N){for(;a&&a.nodeType==8&&a.nextSibling;)a=a.nextSibling;N=a}(f=we(N=e.__c.__z||(e.__c.__z=N)))?(e.__e=N,a=f):e.__e=a,a=a&&a.nextSibling}else i&&i.some(wt);else e.__e=n.__e;e.__k||(e.__k=n.__k||[]),V&&V.then||Ar(e),$.__e(V,e,n)}}else a=e.__e=ra(n.__e,e,n,r,o,i,s,c,l,t);return(f=$.diffed)&&f(e),a}function we(t,e){if(t&&t.nodeType==8&&t.data.startsWith("$s"))for(var n=1;t=t.nextSibling;){if(t.nodeType==8){if(t.data.startsWith("$s"))n++;else if(t.data.startsWith("/$s")&&!--n)return t}e&&e.push(t)}}function Ar(t){t&&(t.__c&&(t.__c.__g|=4),t.__k&&t.__k.some(Ar))}function Cr(t,e,n){for(var r=0;r<n.length;)Sn(n[r++],n[r++],n[r++]);$.__c&&$.__c(e,t),t.some(function(o){try{t=o.__h,o.__h=[],t.some(function(i){i.call(o)})}catch(i){$.__e(i,o.__v)}})}function ra(t,e,n,r,o,i,s,a,c,l){var f,m,p,h,d,g,_,b,y=n.props||ke,v=e.props,x=e.type;if(x=="svg"?o="http://www.w3.org/2000/svg":x=="math"?o="http://www.w3.org/1998/Math/MathML":o||(o="http://www.w3.org/1999/xhtml"),i){for(f=0;f<i.length;f++)if((d=i[f])&&(x?d.localName==x:d.nodeType==3)){t=d,i[f]=null;break}}if(!t){if(b=l.ownerDocument||document,!x)return b.createTextNode(v);t=b.createElementNS(o,x,v.is?v:l),a&&($.__m&&$.__m(e,i),a=!1),i=null}if(x){if(l=x=="template"&&t.content||t,i=x=="textarea"&&v.defaultValue!=null?null:i&&Sr.call(l.childNodes),!a&&i)for(y={},f=0;f<t.attributes.length;f++)y[(d=t.attributes[f]).name]=d.value;for(f in y)d=y[f],f=="dangerouslySetInnerHTML"?p=d:f=="children"||f in v||f=="value"&&"defaultValue"in v||f=="checked"&&"defaultChecked"in v||ye(t,f,null,d,o);for(f in v)d=v[f],f=="children"?h=d:f=="dangerouslySetInnerHTML"?m=d:f=="value"?g=d:f=="checked"?_=d:a&&typeof d!="function"||y[f]===d||ye(t,f,d,y[f],o);m?(a||p&&(m.__html==p.__html||m.__html==t.innerHTML)||(t.innerHTML=m.__html),e.__k=[]):(p&&(t.textContent=""),(x=="foreignObject"||o=="http://www.w3.org/1998/Math/MathML"&&Js.test(x))&&(o="http://www.w3.org/1999/xhtml"),Nr(l,kn(h)?h:[h],e,n,r,o,i,s,i?i[0]:n.__k&&mt(n,0),a,c),i&&i.some(wt)),a&&x!="textarea"||(f="value",x=="progress"&&g==null?t.removeAttribute(f):g==null||g===t[f]&&(x!="progress"||g)||ye(t,f,g,y[f],o),f="checked",_!=null&&_!=t[f]&&ye(t,f,_,y[f],o))}else y===v||a&&t.data==v||(t.data=v);return t}function Sn(t,e,n,r){try{typeof t=="function"?e?e.__x=t(e)||1:r&&(r=r.__c||r.__e)&&(e=r.__x)&&(r.__x=null,typeof e=="function"?e():t(null)):t.current=e}catch(o){$.__e(o,n)}}function Rn(t,e,n){var r,o,i,s;if($.unmount&&$.unmount(t),!(r=t.ref)||r.current&&r.current!=t.__e||Sn(r,null,e,t),r=t.__c){if(r.componentWillUnmount)try{r.componentWillUnmount()}catch(a){$.__e(a,e)}r.__P=r.__n=null}if(r=t.__k)for(s=0;s<r.length;s++)r[s]&&Rn(r[s],e,typeof t.type!="function"||n&&!t.props.__P);!n&&(r=t.__c)&&(r=r.__z)&&(o=we(r,i=[]))&&(r==t.__e&&i.some(wt),wt(o),wt(r)),n||wt(t.__e),t.__e=t.__c=t.__=null}function oa(t,e,n){return this.constructor(t,n)}function Tr(t,e){var n,r,o,i;$.__&&$.__(t,e),e.nodeType==9&&(e=e.documentElement),r=(n=t&&32&t.__u)?null:e.__k,e.__k=xe(P,{children:[t]}),o=[],i=[],Mn(e,e.__k,r||ke,ke,e.namespaceURI,r?null:e.firstChild?Sr.call(e.childNodes):null,o,r?r.__e:e.firstChild,n,i),Cr(o,e.__k,i),e.__k.props.children=null}$={__e:function(t,e,n,r){for(var o,i,s;e=e.__;)if((o=e.__c)&&!(1&o.__g)){o.__g|=4;try{if((s=(i=o.constructor)&&i.getDerivedStateFromError)&&o.setState(i.getDerivedStateFromError(t)),o.componentDidCatch&&(o.componentDidCatch(t,r||{}),s=1),s&&8&o.__g)return void(o.__g|=2)}catch(a){t=a}}throw ve=0,t}},vr=0,Ks=function(t){return t!=null&&t.constructor===Kt},Lt.prototype.setState=function(t,e){var n=this.__s;n&&n!=this.state||(n=this.__s=vt({},this.state)),typeof t=="function"&&(t=t(vt({},n),this.props)),t&&(vt(n,t),this.__v&&(e&&this.__k.push(e),xr(this)))},Lt.prototype.forceUpdate=function(t){this.__v&&(this.__g|=4,t&&this.__h.push(t),xr(this))},Lt.prototype.render=P,ft=[],ve=0,kr=function(t,e){return t.__v.__b-e.__v.__b},be=Symbol(),Mr=/(PointerCapture)$|Capture$/i,vn=0,wn={},Ys=0;function ia(t){let e=new Set(t.flatMap(({layout:r})=>r?.metrics??[])),n=[...e].filter(r=>!r.includes("_group_"));return n.length<e.size&&n.length<=80?n.map(r=>`metric=${encodeURIComponent(r)}`):[]}var Er={async fetchRuns(){return(await(await Nn("./runs")).json()).runs},async fetchMetrics(t){let e=ia(t),n=[];for(let o=0;o<t.length;o+=64)n.push(Pn("./metrics",t.slice(o,o+64).map(({run:i})=>i),e));return(await Promise.all(n.map(async o=>(await o)?.arrayBuffer()))).flatMap(o=>o?$n(o):[])},async fetchReports(t){let e=await Pn("./phases",t);if(!e)return[];let n=await e.json();return"runs"in n?n.runs:[n]},async fetchImages(t){return await(await Nn(`./images?run=${encodeURIComponent(t)}`)).json()},imageUrl({run:t,steps:e,wall_times:n},r,o,i){let s=i?`input&of=${o}`:o;return`./image?run=${encodeURIComponent(t)}&step=${e[r]}&row=${s}&written=${n[r]}`}};async function Pn(t,e,n=[]){if(!e.length)return null;try{return await Nn(`${t}?${[...e.map(r=>`run=${encodeURIComponent(r)}`),...n].join("&")}`)}catch(r){if(!(r instanceof Se&&r.status===404&&e.includes(r.run)))throw r;return Pn(t,e.filter(i=>i!==r.run),n)}}function $n(t){let e=[];for(let n=0;n<t.byteLength;){let{metrics:r,end:o}=sa(t,n);e.push(r),n=o}return e}function sa(t,e){let n=new DataView(t).getUint32(e,!0),r=JSON.parse(new TextDecoder().decode(new Uint8Array(t,e+4,n))),[o,i,s]=r.shape,[a,c]=[e+4+n,o*i*s];if(a+4*c>t.byteLength)throw new Error(`run ${r.run}: the answer ends before its ${r.shape.join(" x ")} values do`);return{metrics:{...r,values:new Float32Array(t,a,c)},end:a+4*c}}var Se=class extends Error{constructor(n,r,o){super(n);this.status=r;this.run=o}status;run};async function Nn(t){let e=await fetch(t);if(e.ok)return e;let{error:n,run:r}=aa(await e.text());throw new Se(n??`${t}: ${e.status} ${e.statusText}`,e.status,r??"")}function aa(t){try{return JSON.parse(t)}catch{return{}}}function Lr(){let t=document.getElementById("phases-data");if(!t)return null;let e=JSON.parse(t.textContent);return{fetchRuns:async()=>e.runs,fetchMetrics:async n=>n.flatMap(({run:r})=>$n(ua(e.metrics[r]))),fetchReports:async n=>n.map(r=>({run:r,rows:e.reports[r]??[]})),fetchImages:async n=>e.images[n]??{run:n,steps:[],wall_times:[],rows:[],num_examples:0,labels:null,error:null},imageUrl:({run:n,steps:r,rows:o},i,s,a)=>e.images[n]?.strips[a?`input/${o[s].input}`:`${r[i]}/${s}`]??""}}function ua(t){return Uint8Array.from(atob(t),e=>e.charCodeAt(0)).buffer}var kt,F,An,Ir,Cn=Object.is,Jt=0,Ur=[],Tn=[],D=$,Dr=D.__b,Fr=D.__r,qr=D.diffed,Or=D.__c,Vr=D.unmount,Hr=D.__;function Zt(t,e){D.__h&&D.__h(F,t,Jt||e),Jt=0;var n=F.__H||(F.__H={__:[],__h:[]});return t>=n.__.length&&n.__.push({}),n.__[t]}function T(t){return Jt=1,la(Gr,t)}function la(t,e,n){var r=Zt(kt++,2);if(r.t=t,!r.__c&&(r.__=[n?n(e):Gr(void 0,e),function(i){var s=(r.__N||r.__)[0],a=r.t(s,i);Cn(s,a)||(r.__N=[a,r.__[1]],r.__c.setState({}))}],r.__c=F,!F.__f)){F.__f=!0;var o=F.shouldComponentUpdate;F.shouldComponentUpdate=function(i,s,a){var c=this.__H;if(!c)return!0;var l=!1,f=this.props!=i;if(c.__.some(function(p){p.__N&&(l=!0,Cn(p.__[0],p.__N[0])||(f=!0))}),o){var m=o.call(this,i,s,a);return l?m||f:m}return!l||f}}return r.__}function I(t,e){var n=Zt(kt++,3);!D.__s&&Ln(n.__H,e)&&(n.__P=!0,n.__=t,n.u=e,F.__H.__h.push(n))}function jr(t,e){var n=Zt(kt++,4);!D.__s&&Ln(n.__H,e)&&(n.__P=!1,n.__=t,n.u=e,F.__h.push(n))}function E(t){return Jt=5,R(function(){return{current:t}},[])}function R(t,e){var n=Zt(kt++,7);return Ln(n.__H,e)&&(n.__=t(),n.__H=e),n.__}function Re(t,e){return Jt=8,R(function(){return t},e)}function Pe(){var t=Zt(kt++,11);if(!t.__){for(var e=F.__v;!e.__m&&e.__;)e=e.__;var n=e.__m||(e.__m=[0,0]);t.__="P"+n[0]+"-"+n[1]++}return t.__}function ca(){var t;do{for(;t=Tn.shift();)try{Yt(t)}catch(n){D.__e(n,{__:(t=t.__P)&&t.__v})}for(;t=Ur.shift();){var e=t.__H;if(t.__P&&e)try{e.__h.some(Yt),e.__h.some(En),e.__h=[]}catch(n){e.__h=[],D.__e(n,t.__v)}}}while(Tn.length)}D.__b=function(t){F=null,Dr&&Dr(t)},D.__=function(t,e){t&&e.__k&&e.__k.__m&&(t.__m=e.__k.__m),Hr&&Hr(t,e)},D.__r=function(t){Fr&&Fr(t),kt=0;var e=(F=t.__c).__H;e&&(An==F?F.__h=[]:(e.__h.some(Yt),e.__h.some(En),kt=0),e.__h=[],e.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),An=F},D.diffed=function(t){qr&&qr(t);var e=t.__c;e&&e.__H&&(e.__H.__h.length&&zr(Ur.push(e)),e.__H.__.some(function(n){n.u&&(n.__H=n.u)})),An=F=null},D.__c=function(t,e){e.some(function(n){try{n.__h.some(Yt),n.__h=n.__h.filter(function(r){return!r.__||En(r)})}catch(r){n.__h=[function(){throw r}]}}),Or&&Or(t,e)},D.unmount=function(t){Vr&&Vr(t);var e,n,r=t.__c;r&&r.__H&&(r.__H.__.some(function(o){try{if(o.__P&&o.__c){if(n===void 0){for(n=t.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}o.__P=n,zr(Tn.push(o))}else Yt(o)}catch(i){e=i}}),r.__H=void 0,e&&D.__e(e,r.__v))};var Br=typeof requestAnimationFrame=="function";function fa(t){var e,n=function(){clearTimeout(r),Br&&cancelAnimationFrame(e),setTimeout(t)},r=setTimeout(n,35);Br&&(e=requestAnimationFrame(n))}function zr(t){t!=1&&Ir==D.requestAnimationFrame||((Ir=D.requestAnimationFrame)||fa)(ca)}function Yt(t){var e=F,n=t.__c;typeof n=="function"&&(t.__c=void 0,n()),F=e}function En(t){var e=F;t.__c=t.__(),F=e}function Ln(t,e){return!t||t.length!=e.length||e.some(function(n,r){return!Cn(n,t[r])})}function Gr(t,e){return typeof e=="function"?e(t):e}var Ne="p.phases.";function Wr(t){let e={};for(let n of t.replace(/^#/,"").split("&")){let r=n.indexOf("=");r>0&&n.startsWith(Ne)&&(e[Qr(n.slice(Ne.length,r))]=Qr(n.slice(r+1)))}return e}function Xr(t,e){let n=t.replace(/^#/,"").split("&").filter(o=>o!==""&&!o.startsWith(Ne)),r=Object.entries(e).map(([o,i])=>`${Ne}${o}=${encodeURIComponent(i)}`);return"#"+[...n,...r].join("&")}function In(t){return/^#phases(&|$)/.test(t)}function Qr(t){try{return decodeURIComponent(t)}catch{return t}}function $e(){try{return window.parent.document.body,window.parent}catch{return window}}function Dn(){return window.parent===window}function Kr(){if(Dn()){let n=matchMedia("(prefers-color-scheme: dark)"),r=()=>{document.documentElement.dataset.theme=n.matches?"dark":"light"};n.addEventListener("change",r),r();return}let t=$e().document.body,e=()=>{document.documentElement.dataset.theme=t.classList.contains("dark-mode")?"dark":"light"};new MutationObserver(e).observe(t,{attributes:!0,attributeFilter:["class"]}),e()}function Yr(){let t=()=>document.documentElement.dataset.theme==="dark"?"dark":"light",[e,n]=T(t);return I(()=>{let r=new MutationObserver(()=>n(t()));return r.observe(document.documentElement,{attributes:!0,attributeFilter:["data-theme"]}),()=>r.disconnect()},[]),e}function Fn(){return Wr($e().location.hash)}function Jr(t){let{location:e,history:n}=$e();if(!Dn()&&!In(e.hash))return;let r=Xr(e.hash,t);if(r!==e.hash)try{n.replaceState(n.state,"",r)}catch{}}function Zr(t){let e=$e(),n=()=>{(Dn()||In(e.location.hash))&&t()};return e.addEventListener("hashchange",n),()=>e.removeEventListener("hashchange",n)}var to=`:root {
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
`;function Mt(t,e){return t==null||e==null?NaN:t<e?-1:t>e?1:t>=e?0:NaN}function pa(t,e){return t==null||e==null?NaN:e<t?-1:e>t?1:e>=t?0:NaN}function eo(t){let e,n,r;t.length!==2?(e=Mt,n=(a,c)=>Mt(t(a),c),r=(a,c)=>t(a)-c):(e=t===Mt||t===pa?t:ha,n=t,r=t);function o(a,c,l=0,f=a.length){if(l<f){if(e(c,c)!==0)return f;do{let m=l+f>>>1;n(a[m],c)<0?l=m+1:f=m}while(l<f)}return l}function i(a,c,l=0,f=a.length){if(l<f){if(e(c,c)!==0)return f;do{let m=l+f>>>1;n(a[m],c)<=0?l=m+1:f=m}while(l<f)}return l}function s(a,c,l=0,f=a.length){let m=o(a,c,l,f-1);return m>l&&r(a[m-1],c)>-r(a[m],c)?m-1:m}return{left:o,center:s,right:i}}function ha(){return 0}function da(t){return t===null?NaN:+t}function*ga(t,e){if(e===void 0)for(let n of t)n!=null&&(n=+n)>=n&&(yield n);else{let n=-1;for(let r of t)(r=e(r,++n,t))!=null&&(r=+r)>=r&&(yield r)}}var no=eo(Mt),ro=no.right,Uc=no.left,jc=eo(da).center;var Gc=oo(io),Qc=oo(_a);function oo(t){return function(e,n,r=n){if(!((n=+n)>=0))throw new RangeError("invalid rx");if(!((r=+r)>=0))throw new RangeError("invalid ry");let{data:o,width:i,height:s}=e;if(!((i=Math.floor(i))>=0))throw new RangeError("invalid width");if(!((s=Math.floor(s!==void 0?s:o.length/i))>=0))throw new RangeError("invalid height");if(!i||!s||!n&&!r)return e;let a=n&&t(n),c=r&&t(r),l=o.slice();return a&&c?(It(a,l,o,i,s),It(a,o,l,i,s),It(a,l,o,i,s),Dt(c,o,l,i,s),Dt(c,l,o,i,s),Dt(c,o,l,i,s)):a?(It(a,o,l,i,s),It(a,l,o,i,s),It(a,o,l,i,s)):c&&(Dt(c,o,l,i,s),Dt(c,l,o,i,s),Dt(c,o,l,i,s)),e}}function It(t,e,n,r,o){for(let i=0,s=r*o;i<s;)t(e,n,i,i+=r,1)}function Dt(t,e,n,r,o){for(let i=0,s=r*o;i<r;++i)t(e,n,i,i+s,r)}function _a(t){let e=io(t);return(n,r,o,i,s)=>{o<<=2,i<<=2,s<<=2,e(n,r,o+0,i+0,s),e(n,r,o+1,i+1,s),e(n,r,o+2,i+2,s),e(n,r,o+3,i+3,s)}}function io(t){let e=Math.floor(t);if(e===t)return ya(t);let n=t-e,r=2*t+1;return(o,i,s,a,c)=>{if(!((a-=c)>=s))return;let l=e*i[s],f=c*e,m=f+c;for(let p=s,h=s+f;p<h;p+=c)l+=i[Math.min(a,p)];for(let p=s,h=a;p<=h;p+=c)l+=i[Math.min(a,p+f)],o[p]=(l+n*(i[Math.max(s,p-m)]+i[Math.min(a,p+m)]))/r,l-=i[Math.max(s,p-f)]}}function ya(t){let e=2*t+1;return(n,r,o,i,s)=>{if(!((i-=s)>=o))return;let a=t*r[o],c=s*t;for(let l=o,f=o+c;l<f;l+=s)a+=r[Math.min(i,l)];for(let l=o,f=i;l<=f;l+=s)a+=r[Math.min(i,l+c)],n[l]=a/e,a-=r[Math.max(o,l-c)]}}function ba(t=Mt){if(t===Mt)return so;if(typeof t!="function")throw new TypeError("compare is not a function");return(e,n)=>{let r=t(e,n);return r||r===0?r:(t(n,n)===0)-(t(e,e)===0)}}function so(t,e){return(t==null||!(t>=t))-(e==null||!(e>=e))||(t<e?-1:t>e?1:0)}var xa=Array.prototype,Wc=xa.slice;var wa=Math.sqrt(50),va=Math.sqrt(10),ka=Math.sqrt(2);function Ae(t,e,n){let r=(e-t)/Math.max(0,n),o=Math.floor(Math.log10(r)),i=r/Math.pow(10,o),s=i>=wa?10:i>=va?5:i>=ka?2:1,a,c,l;return o<0?(l=Math.pow(10,-o)/s,a=Math.round(t*l),c=Math.round(e*l),a/l<t&&++a,c/l>e&&--c,l=-l):(l=Math.pow(10,o)*s,a=Math.round(t/l),c=Math.round(e/l),a*l<t&&++a,c*l>e&&--c),c<a&&.5<=n&&n<2?Ae(t,e,n*2):[a,c,l]}function ao(t,e,n){if(e=+e,t=+t,n=+n,!(n>0))return[];if(t===e)return[t];let r=e<t,[o,i,s]=r?Ae(e,t,n):Ae(t,e,n);if(!(i>=o))return[];let a=i-o+1,c=new Array(a);if(r)if(s<0)for(let l=0;l<a;++l)c[l]=(i-l)/-s;else for(let l=0;l<a;++l)c[l]=(i-l)*s;else if(s<0)for(let l=0;l<a;++l)c[l]=(o+l)/-s;else for(let l=0;l<a;++l)c[l]=(o+l)*s;return c}function Ce(t,e,n){return e=+e,t=+t,n=+n,Ae(t,e,n)[2]}function uo(t,e,n){e=+e,t=+t,n=+n;let r=e<t,o=r?Ce(e,t,n):Ce(t,e,n);return(r?-1:1)*(o<0?1/-o:o)}function ee(t,e){let n;if(e===void 0)for(let r of t)r!=null&&(n<r||n===void 0&&r>=r)&&(n=r);else{let r=-1;for(let o of t)(o=e(o,++r,t))!=null&&(n<o||n===void 0&&o>=o)&&(n=o)}return n}function ne(t,e){let n;if(e===void 0)for(let r of t)r!=null&&(n>r||n===void 0&&r>=r)&&(n=r);else{let r=-1;for(let o of t)(o=e(o,++r,t))!=null&&(n>o||n===void 0&&o>=o)&&(n=o)}return n}function lo(t,e,n=0,r=1/0,o){if(e=Math.floor(e),n=Math.floor(Math.max(0,n)),r=Math.floor(Math.min(t.length-1,r)),!(n<=e&&e<=r))return t;for(o=o===void 0?so:ba(o);r>n;){if(r-n>600){let c=r-n+1,l=e-n+1,f=Math.log(c),m=.5*Math.exp(2*f/3),p=.5*Math.sqrt(f*m*(c-m)/c)*(l-c/2<0?-1:1),h=Math.max(n,Math.floor(e-l*m/c+p)),d=Math.min(r,Math.floor(e+(c-l)*m/c+p));lo(t,e,h,d,o)}let i=t[e],s=n,a=r;for(te(t,n,e),o(t[r],i)>0&&te(t,n,r);s<a;){for(te(t,s,a),++s,--a;o(t[s],i)<0;)++s;for(;o(t[a],i)>0;)--a}o(t[n],i)===0?te(t,n,a):(++a,te(t,a,r)),a<=e&&(n=a+1),e<=a&&(r=a-1)}return t}function te(t,e,n){let r=t[e];t[e]=t[n],t[n]=r}function co(t,e,n){if(t=Float64Array.from(ga(t,n)),!(!(r=t.length)||isNaN(e=+e))){if(e<=0||r<2)return ne(t);if(e>=1)return ee(t);var r,o=(r-1)*e,i=Math.floor(o),s=ee(lo(t,i).subarray(0,i+1)),a=ne(t.subarray(i+1));return s+(a-s)*(o-i)}}function fo(t,e){let n=0,r=0;if(e===void 0)for(let o of t)o!=null&&(o=+o)>=o&&(++n,r+=o);else{let o=-1;for(let i of t)(i=e(i,++o,t))!=null&&(i=+i)>=i&&(++n,r+=i)}if(n)return r/n}function mo(t,e){return co(t,.5,e)}var Xc=Ma(Math.random);function Ma(t){return function(n,r=0,o=n.length){let i=o-(r=+r);for(;i;){let s=t()*i--|0,a=n[i+r];n[i+r]=n[s+r],n[s+r]=a}return n}}function Vt(t,e,n){t.prototype=e.prototype=n,n.constructor=t}function ie(t,e){var n=Object.create(t.prototype);for(var r in e)n[r]=e[r];return n}function pt(){}var Nt=.7,Ot=1/Nt,Ft="\\s*([+-]?\\d+)\\s*",re="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)\\s*",et="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)%\\s*",Sa=/^#([0-9a-f]{3,8})$/,Ra=new RegExp(`^rgb\\(${Ft},${Ft},${Ft}\\)$`),Pa=new RegExp(`^rgb\\(${et},${et},${et}\\)$`),Na=new RegExp(`^rgba\\(${Ft},${Ft},${Ft},${re}\\)$`),$a=new RegExp(`^rgba\\(${et},${et},${et},${re}\\)$`),Aa=new RegExp(`^hsl\\(${re},${et},${et}\\)$`),Ca=new RegExp(`^hsla\\(${re},${et},${et},${re}\\)$`),po={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074};Vt(pt,Ht,{copy(t){return Object.assign(new this.constructor,this,t)},displayable(){return this.rgb().displayable()},hex:ho,formatHex:ho,formatHex8:Ta,formatHsl:Ea,formatRgb:go,toString:go});function ho(){return this.rgb().formatHex()}function Ta(){return this.rgb().formatHex8()}function Ea(){return So(this).formatHsl()}function go(){return this.rgb().formatRgb()}function Ht(t){var e,n;return t=(t+"").trim().toLowerCase(),(e=Sa.exec(t))?(n=e[1].length,e=parseInt(e[1],16),n===6?_o(e):n===3?new B(e>>8&15|e>>4&240,e>>4&15|e&240,(e&15)<<4|e&15,1):n===8?Te(e>>24&255,e>>16&255,e>>8&255,(e&255)/255):n===4?Te(e>>12&15|e>>8&240,e>>8&15|e>>4&240,e>>4&15|e&240,((e&15)<<4|e&15)/255):null):(e=Ra.exec(t))?new B(e[1],e[2],e[3],1):(e=Pa.exec(t))?new B(e[1]*255/100,e[2]*255/100,e[3]*255/100,1):(e=Na.exec(t))?Te(e[1],e[2],e[3],e[4]):(e=$a.exec(t))?Te(e[1]*255/100,e[2]*255/100,e[3]*255/100,e[4]):(e=Aa.exec(t))?xo(e[1],e[2]/100,e[3]/100,1):(e=Ca.exec(t))?xo(e[1],e[2]/100,e[3]/100,e[4]):po.hasOwnProperty(t)?_o(po[t]):t==="transparent"?new B(NaN,NaN,NaN,0):null}function _o(t){return new B(t>>16&255,t>>8&255,t&255,1)}function Te(t,e,n,r){return r<=0&&(t=e=n=NaN),new B(t,e,n,r)}function zn(t){return t instanceof pt||(t=Ht(t)),t?(t=t.rgb(),new B(t.r,t.g,t.b,t.opacity)):new B}function se(t,e,n,r){return arguments.length===1?zn(t):new B(t,e,n,r??1)}function B(t,e,n,r){this.r=+t,this.g=+e,this.b=+n,this.opacity=+r}Vt(B,se,ie(pt,{brighter(t){return t=t==null?Ot:Math.pow(Ot,t),new B(this.r*t,this.g*t,this.b*t,this.opacity)},darker(t){return t=t==null?Nt:Math.pow(Nt,t),new B(this.r*t,this.g*t,this.b*t,this.opacity)},rgb(){return this},clamp(){return new B(Rt(this.r),Rt(this.g),Rt(this.b),Le(this.opacity))},displayable(){return-.5<=this.r&&this.r<255.5&&-.5<=this.g&&this.g<255.5&&-.5<=this.b&&this.b<255.5&&0<=this.opacity&&this.opacity<=1},hex:yo,formatHex:yo,formatHex8:La,formatRgb:bo,toString:bo}));function yo(){return`#${St(this.r)}${St(this.g)}${St(this.b)}`}function La(){return`#${St(this.r)}${St(this.g)}${St(this.b)}${St((isNaN(this.opacity)?1:this.opacity)*255)}`}function bo(){let t=Le(this.opacity);return`${t===1?"rgb(":"rgba("}${Rt(this.r)}, ${Rt(this.g)}, ${Rt(this.b)}${t===1?")":`, ${t})`}`}function Le(t){return isNaN(t)?1:Math.max(0,Math.min(1,t))}function Rt(t){return Math.max(0,Math.min(255,Math.round(t)||0))}function St(t){return t=Rt(t),(t<16?"0":"")+t.toString(16)}function xo(t,e,n,r){return r<=0?t=e=n=NaN:n<=0||n>=1?t=e=NaN:e<=0&&(t=NaN),new Y(t,e,n,r)}function So(t){if(t instanceof Y)return new Y(t.h,t.s,t.l,t.opacity);if(t instanceof pt||(t=Ht(t)),!t)return new Y;if(t instanceof Y)return t;t=t.rgb();var e=t.r/255,n=t.g/255,r=t.b/255,o=Math.min(e,n,r),i=Math.max(e,n,r),s=NaN,a=i-o,c=(i+o)/2;return a?(e===i?s=(n-r)/a+(n<r)*6:n===i?s=(r-e)/a+2:s=(e-n)/a+4,a/=c<.5?i+o:2-i-o,s*=60):a=c>0&&c<1?0:s,new Y(s,a,c,t.opacity)}function De(t,e,n,r){return arguments.length===1?So(t):new Y(t,e,n,r??1)}function Y(t,e,n,r){this.h=+t,this.s=+e,this.l=+n,this.opacity=+r}Vt(Y,De,ie(pt,{brighter(t){return t=t==null?Ot:Math.pow(Ot,t),new Y(this.h,this.s,this.l*t,this.opacity)},darker(t){return t=t==null?Nt:Math.pow(Nt,t),new Y(this.h,this.s,this.l*t,this.opacity)},rgb(){var t=this.h%360+(this.h<0)*360,e=isNaN(t)||isNaN(this.s)?0:this.s,n=this.l,r=n+(n<.5?n:1-n)*e,o=2*n-r;return new B(qn(t>=240?t-240:t+120,o,r),qn(t,o,r),qn(t<120?t+240:t-120,o,r),this.opacity)},clamp(){return new Y(wo(this.h),Ee(this.s),Ee(this.l),Le(this.opacity))},displayable(){return(0<=this.s&&this.s<=1||isNaN(this.s))&&0<=this.l&&this.l<=1&&0<=this.opacity&&this.opacity<=1},formatHsl(){let t=Le(this.opacity);return`${t===1?"hsl(":"hsla("}${wo(this.h)}, ${Ee(this.s)*100}%, ${Ee(this.l)*100}%${t===1?")":`, ${t})`}`}}));function wo(t){return t=(t||0)%360,t<0?t+360:t}function Ee(t){return Math.max(0,Math.min(1,t||0))}function qn(t,e,n){return(t<60?e+(n-e)*t/60:t<180?n:t<240?e+(n-e)*(240-t)/60:e)*255}var Ro=Math.PI/180,Po=180/Math.PI,Ie=18,No=.96422,$o=1,Ao=.82521,Co=4/29,qt=6/29,To=3*qt*qt,Ia=qt*qt*qt;function Eo(t){if(t instanceof nt)return new nt(t.l,t.a,t.b,t.opacity);if(t instanceof st)return Io(t);t instanceof B||(t=zn(t));var e=Bn(t.r),n=Bn(t.g),r=Bn(t.b),o=On((.2225045*e+.7168786*n+.0606169*r)/$o),i,s;return e===n&&n===r?i=s=o:(i=On((.4360747*e+.3850649*n+.1430804*r)/No),s=On((.0139322*e+.0971045*n+.7141733*r)/Ao)),new nt(116*o-16,500*(i-o),200*(o-s),t.opacity)}function Lo(t,e,n,r){return arguments.length===1?Eo(t):new nt(t,e,n,r??1)}function nt(t,e,n,r){this.l=+t,this.a=+e,this.b=+n,this.opacity=+r}Vt(nt,Lo,ie(pt,{brighter(t){return new nt(this.l+Ie*(t??1),this.a,this.b,this.opacity)},darker(t){return new nt(this.l-Ie*(t??1),this.a,this.b,this.opacity)},rgb(){var t=(this.l+16)/116,e=isNaN(this.a)?t:t+this.a/500,n=isNaN(this.b)?t:t-this.b/200;return e=No*Vn(e),t=$o*Vn(t),n=Ao*Vn(n),new B(Hn(3.1338561*e-1.6168667*t-.4906146*n),Hn(-.9787684*e+1.9161415*t+.033454*n),Hn(.0719453*e-.2289914*t+1.4052427*n),this.opacity)}}));function On(t){return t>Ia?Math.pow(t,1/3):t/To+Co}function Vn(t){return t>qt?t*t*t:To*(t-Co)}function Hn(t){return 255*(t<=.0031308?12.92*t:1.055*Math.pow(t,1/2.4)-.055)}function Bn(t){return(t/=255)<=.04045?t/12.92:Math.pow((t+.055)/1.055,2.4)}function Da(t){if(t instanceof st)return new st(t.h,t.c,t.l,t.opacity);if(t instanceof nt||(t=Eo(t)),t.a===0&&t.b===0)return new st(NaN,0<t.l&&t.l<100?0:NaN,t.l,t.opacity);var e=Math.atan2(t.b,t.a)*Po;return new st(e<0?e+360:e,Math.sqrt(t.a*t.a+t.b*t.b),t.l,t.opacity)}function Fe(t,e,n,r){return arguments.length===1?Da(t):new st(t,e,n,r??1)}function st(t,e,n,r){this.h=+t,this.c=+e,this.l=+n,this.opacity=+r}function Io(t){if(isNaN(t.h))return new nt(t.l,0,0,t.opacity);var e=t.h*Ro;return new nt(t.l,Math.cos(e)*t.c,Math.sin(e)*t.c,t.opacity)}Vt(st,Fe,ie(pt,{brighter(t){return new st(this.h,this.c,this.l+Ie*(t??1),this.opacity)},darker(t){return new st(this.h,this.c,this.l-Ie*(t??1),this.opacity)},rgb(){return Io(this).rgb()}}));var Do=-.14861,Un=1.78277,jn=-.29227,qe=-.90649,oe=1.97294,vo=oe*qe,ko=oe*Un,Mo=Un*jn-qe*Do;function Fa(t){if(t instanceof Pt)return new Pt(t.h,t.s,t.l,t.opacity);t instanceof B||(t=zn(t));var e=t.r/255,n=t.g/255,r=t.b/255,o=(Mo*r+vo*e-ko*n)/(Mo+vo-ko),i=r-o,s=(oe*(n-o)-jn*i)/qe,a=Math.sqrt(s*s+i*i)/(oe*o*(1-o)),c=a?Math.atan2(s,i)*Po-120:NaN;return new Pt(c<0?c+360:c,a,o,t.opacity)}function Oe(t,e,n,r){return arguments.length===1?Fa(t):new Pt(t,e,n,r??1)}function Pt(t,e,n,r){this.h=+t,this.s=+e,this.l=+n,this.opacity=+r}Vt(Pt,Oe,ie(pt,{brighter(t){return t=t==null?Ot:Math.pow(Ot,t),new Pt(this.h,this.s,this.l*t,this.opacity)},darker(t){return t=t==null?Nt:Math.pow(Nt,t),new Pt(this.h,this.s,this.l*t,this.opacity)},rgb(){var t=isNaN(this.h)?0:(this.h+120)*Ro,e=+this.l,n=isNaN(this.s)?0:this.s*e*(1-e),r=Math.cos(t),o=Math.sin(t);return new B(255*(e+n*(Do*r+Un*o)),255*(e+n*(jn*r+qe*o)),255*(e+n*(oe*r)),this.opacity)}}));function Vo(t,e,n,r,o){var i=t*t,s=i*t;return((1-3*t+3*i-s)*e+(4-6*i+3*s)*n+(1+3*t+3*i-3*s)*r+s*o)/6}function qa(t){var e=t.length-1;return function(n){var r=n<=0?n=0:n>=1?(n=1,e-1):Math.floor(n*e),o=t[r],i=t[r+1],s=r>0?t[r-1]:2*o-i,a=r<e-1?t[r+2]:2*i-o;return Vo((n-r/e)*e,s,o,i,a)}}function Oa(t){var e=t.length;return function(n){var r=Math.floor(((n%=1)<0?++n:n)*e),o=t[(r+e-1)%e],i=t[r%e],s=t[(r+1)%e],a=t[(r+2)%e];return Vo((n-r/e)*e,o,i,s,a)}}var He=t=>()=>t;function Ho(t,e){return function(n){return t+n*e}}function Va(t,e,n){return t=Math.pow(t,n),e=Math.pow(e,n)-t,n=1/n,function(r){return Math.pow(t+r*e,n)}}function Xn(t,e){var n=e-t;return n?Ho(t,n>180||n<-180?n-360*Math.round(n/360):n):He(isNaN(t)?e:t)}function Ha(t){return(t=+t)==1?Q:function(e,n){return n-e?Va(e,n,t):He(isNaN(e)?n:e)}}function Q(t,e){var n=e-t;return n?Ho(t,n):He(isNaN(t)?e:t)}var Fo=(function t(e){var n=Ha(e);function r(o,i){var s=n((o=se(o)).r,(i=se(i)).r),a=n(o.g,i.g),c=n(o.b,i.b),l=Q(o.opacity,i.opacity);return function(f){return o.r=s(f),o.g=a(f),o.b=c(f),o.opacity=l(f),o+""}}return r.gamma=t,r})(1);function Bo(t){return function(e){var n=e.length,r=new Array(n),o=new Array(n),i=new Array(n),s,a;for(s=0;s<n;++s)a=se(e[s]),r[s]=a.r||0,o[s]=a.g||0,i[s]=a.b||0;return r=t(r),o=t(o),i=t(i),a.opacity=1,function(c){return a.r=r(c),a.g=o(c),a.b=i(c),a+""}}}var Zc=Bo(qa),tf=Bo(Oa);function Ba(t,e){e||(e=[]);var n=t?Math.min(e.length,t.length):0,r=e.slice(),o;return function(i){for(o=0;o<n;++o)r[o]=t[o]*(1-i)+e[o]*i;return r}}function za(t){return ArrayBuffer.isView(t)&&!(t instanceof DataView)}function Ua(t,e){var n=e?e.length:0,r=t?Math.min(n,t.length):0,o=new Array(r),i=new Array(n),s;for(s=0;s<r;++s)o[s]=Be(t[s],e[s]);for(;s<n;++s)i[s]=e[s];return function(a){for(s=0;s<r;++s)i[s]=o[s](a);return i}}function ja(t,e){var n=new Date;return t=+t,e=+e,function(r){return n.setTime(t*(1-r)+e*r),n}}function J(t,e){return t=+t,e=+e,function(n){return t*(1-n)+e*n}}function Ga(t,e){var n={},r={},o;(t===null||typeof t!="object")&&(t={}),(e===null||typeof e!="object")&&(e={});for(o in e)o in t?n[o]=Be(t[o],e[o]):r[o]=e[o];return function(i){for(o in n)r[o]=n[o](i);return r}}var Qn=/[-+]?(?:\d+\.?\d*|\.?\d+)(?:[eE][-+]?\d+)?/g,Gn=new RegExp(Qn.source,"g");function Qa(t){return function(){return t}}function Wa(t){return function(e){return t(e)+""}}function Xa(t,e){var n=Qn.lastIndex=Gn.lastIndex=0,r,o,i,s=-1,a=[],c=[];for(t=t+"",e=e+"";(r=Qn.exec(t))&&(o=Gn.exec(e));)(i=o.index)>n&&(i=e.slice(n,i),a[s]?a[s]+=i:a[++s]=i),(r=r[0])===(o=o[0])?a[s]?a[s]+=o:a[++s]=o:(a[++s]=null,c.push({i:s,x:J(r,o)})),n=Gn.lastIndex;return n<e.length&&(i=e.slice(n),a[s]?a[s]+=i:a[++s]=i),a.length<2?c[0]?Wa(c[0].x):Qa(e):(e=c.length,function(l){for(var f=0,m;f<e;++f)a[(m=c[f]).i]=m.x(l);return a.join("")})}function Be(t,e){var n=typeof e,r;return e==null||n==="boolean"?He(e):(n==="number"?J:n==="string"?(r=Ht(e))?(e=r,Fo):Xa:e instanceof Ht?Fo:e instanceof Date?ja:za(e)?Ba:Array.isArray(e)?Ua:typeof e.valueOf!="function"&&typeof e.toString!="function"||isNaN(e)?Ga:J)(t,e)}function zo(t,e){return t=+t,e=+e,function(n){return Math.round(t*(1-n)+e*n)}}var qo=180/Math.PI,Wn={translateX:0,translateY:0,rotate:0,skewX:0,scaleX:1,scaleY:1};function Uo(t,e,n,r,o,i){var s,a,c;return(s=Math.sqrt(t*t+e*e))&&(t/=s,e/=s),(c=t*n+e*r)&&(n-=t*c,r-=e*c),(a=Math.sqrt(n*n+r*r))&&(n/=a,r/=a,c/=a),t*r<e*n&&(t=-t,e=-e,c=-c,s=-s),{translateX:o,translateY:i,rotate:Math.atan2(e,t)*qo,skewX:Math.atan(c)*qo,scaleX:s,scaleY:a}}var Ve;function Ka(t){let e=new(typeof DOMMatrix=="function"?DOMMatrix:WebKitCSSMatrix)(t+"");return e.isIdentity?Wn:Uo(e.a,e.b,e.c,e.d,e.e,e.f)}function Ya(t){return t==null||(Ve||(Ve=document.createElementNS("http://www.w3.org/2000/svg","g")),Ve.setAttribute("transform",t),!(t=Ve.transform.baseVal.consolidate()))?Wn:(t=t.matrix,Uo(t.a,t.b,t.c,t.d,t.e,t.f))}function jo(t,e,n,r){function o(l){return l.length?l.pop()+" ":""}function i(l,f,m,p,h,d){if(l!==m||f!==p){var g=h.push("translate(",null,e,null,n);d.push({i:g-4,x:J(l,m)},{i:g-2,x:J(f,p)})}else(m||p)&&h.push("translate("+m+e+p+n)}function s(l,f,m,p){l!==f?(l-f>180?f+=360:f-l>180&&(l+=360),p.push({i:m.push(o(m)+"rotate(",null,r)-2,x:J(l,f)})):f&&m.push(o(m)+"rotate("+f+r)}function a(l,f,m,p){l!==f?p.push({i:m.push(o(m)+"skewX(",null,r)-2,x:J(l,f)}):f&&m.push(o(m)+"skewX("+f+r)}function c(l,f,m,p,h,d){if(l!==m||f!==p){var g=h.push(o(h)+"scale(",null,",",null,")");d.push({i:g-4,x:J(l,m)},{i:g-2,x:J(f,p)})}else(m!==1||p!==1)&&h.push(o(h)+"scale("+m+","+p+")")}return function(l,f){var m=[],p=[];return l=t(l),f=t(f),i(l.translateX,l.translateY,f.translateX,f.translateY,m,p),s(l.rotate,f.rotate,m,p),a(l.skewX,f.skewX,m,p),c(l.scaleX,l.scaleY,f.scaleX,f.scaleY,m,p),l=f=null,function(h){for(var d=-1,g=p.length,_;++d<g;)m[(_=p[d]).i]=_.x(h);return m.join("")}}}var ef=jo(Ka,"px, ","px)","deg)"),nf=jo(Ya,", ",")",")"),Ja=1e-12;function Oo(t){return((t=Math.exp(t))+1/t)/2}function Za(t){return((t=Math.exp(t))-1/t)/2}function tu(t){return((t=Math.exp(2*t))-1)/(t+1)}var rf=(function t(e,n,r){function o(i,s){var a=i[0],c=i[1],l=i[2],f=s[0],m=s[1],p=s[2],h=f-a,d=m-c,g=h*h+d*d,_,b;if(g<Ja)b=Math.log(p/l)/e,_=function(C){return[a+C*h,c+C*d,l*Math.exp(e*C*b)]};else{var y=Math.sqrt(g),v=(p*p-l*l+r*g)/(2*l*n*y),x=(p*p-l*l-r*g)/(2*p*n*y),w=Math.log(Math.sqrt(v*v+1)-v),k=Math.log(Math.sqrt(x*x+1)-x);b=(k-w)/e,_=function(C){var N=C*b,O=Oo(w),L=l/(n*y)*(O*tu(e*N+w)-Za(w));return[a+L*h,c+L*d,l*O/Oo(e*N+w)]}}return _.duration=Math.abs(b)*1e3*e/Math.SQRT2,_}return o.rho=function(i){var s=Math.max(.001,+i),a=s*s,c=a*a;return t(s,a,c)},o})(Math.SQRT2,2,4);function Go(t){return function(e,n){var r=t((e=De(e)).h,(n=De(n)).h),o=Q(e.s,n.s),i=Q(e.l,n.l),s=Q(e.opacity,n.opacity);return function(a){return e.h=r(a),e.s=o(a),e.l=i(a),e.opacity=s(a),e+""}}}var of=Go(Xn),sf=Go(Q);function Qo(t){return function(e,n){var r=t((e=Fe(e)).h,(n=Fe(n)).h),o=Q(e.c,n.c),i=Q(e.l,n.l),s=Q(e.opacity,n.opacity);return function(a){return e.h=r(a),e.c=o(a),e.l=i(a),e.opacity=s(a),e+""}}}var af=Qo(Xn),uf=Qo(Q);function Wo(t){return(function e(n){n=+n;function r(o,i){var s=t((o=Oe(o)).h,(i=Oe(i)).h),a=Q(o.s,i.s),c=Q(o.l,i.l),l=Q(o.opacity,i.opacity);return function(f){return o.h=s(f),o.s=a(f),o.l=c(Math.pow(f,n)),o.opacity=l(f),o+""}}return r.gamma=e,r})(1)}var lf=Wo(Xn),cf=Wo(Q);function eu(t){return Math.abs(t=Math.round(t))>=1e21?t.toLocaleString("en").replace(/,/g,""):t.toString(10)}function Ue(t,e){if(!isFinite(t)||t===0)return null;var n=(t=e?t.toExponential(e-1):t.toExponential()).indexOf("e"),r=t.slice(0,n);return[r.length>1?r[0]+r.slice(2):r,+t.slice(n+1)]}function Bt(t){return t=Ue(Math.abs(t)),t?t[1]:NaN}function nu(t,e){return function(n,r){for(var o=n.length,i=[],s=0,a=t[0],c=0;o>0&&a>0&&(c+a+1>r&&(a=Math.max(1,r-c)),i.push(n.substring(o-=a,o+a)),!((c+=a+1)>r));)a=t[s=(s+1)%t.length];return i.reverse().join(e)}}function ru(t){return function(e){return e.replace(/[0-9]/g,function(n){return t[+n]})}}var ou=/^(?:(.)?([<>=^]))?([+\-( ])?([$#])?(0)?(\d+)?(,)?(\.\d+)?(~)?([a-z%])?$/i;function ae(t){if(!(e=ou.exec(t)))throw new Error("invalid format: "+t);var e;return new Kn({fill:e[1],align:e[2],sign:e[3],symbol:e[4],zero:e[5],width:e[6],comma:e[7],precision:e[8]&&e[8].slice(1),trim:e[9],type:e[10]})}ae.prototype=Kn.prototype;function Kn(t){this.fill=t.fill===void 0?" ":t.fill+"",this.align=t.align===void 0?">":t.align+"",this.sign=t.sign===void 0?"-":t.sign+"",this.symbol=t.symbol===void 0?"":t.symbol+"",this.zero=!!t.zero,this.width=t.width===void 0?void 0:+t.width,this.comma=!!t.comma,this.precision=t.precision===void 0?void 0:+t.precision,this.trim=!!t.trim,this.type=t.type===void 0?"":t.type+""}Kn.prototype.toString=function(){return this.fill+this.align+this.sign+this.symbol+(this.zero?"0":"")+(this.width===void 0?"":Math.max(1,this.width|0))+(this.comma?",":"")+(this.precision===void 0?"":"."+Math.max(0,this.precision|0))+(this.trim?"~":"")+this.type};function iu(t){t:for(var e=t.length,n=1,r=-1,o;n<e;++n)switch(t[n]){case".":r=o=n;break;case"0":r===0&&(r=n),o=n;break;default:if(!+t[n])break t;r>0&&(r=0);break}return r>0?t.slice(0,r)+t.slice(o+1):t}var je;function su(t,e){var n=Ue(t,e);if(!n)return je=void 0,t.toPrecision(e);var r=n[0],o=n[1],i=o-(je=Math.max(-8,Math.min(8,Math.floor(o/3)))*3)+1,s=r.length;return i===s?r:i>s?r+new Array(i-s+1).join("0"):i>0?r.slice(0,i)+"."+r.slice(i):"0."+new Array(1-i).join("0")+Ue(t,Math.max(0,e+i-1))[0]}function Xo(t,e){var n=Ue(t,e);if(!n)return t+"";var r=n[0],o=n[1];return o<0?"0."+new Array(-o).join("0")+r:r.length>o+1?r.slice(0,o+1)+"."+r.slice(o+1):r+new Array(o-r.length+2).join("0")}var Ko={"%":(t,e)=>(t*100).toFixed(e),b:t=>Math.round(t).toString(2),c:t=>t+"",d:eu,e:(t,e)=>t.toExponential(e),f:(t,e)=>t.toFixed(e),g:(t,e)=>t.toPrecision(e),o:t=>Math.round(t).toString(8),p:(t,e)=>Xo(t*100,e),r:Xo,s:su,X:t=>Math.round(t).toString(16).toUpperCase(),x:t=>Math.round(t).toString(16)};function Yo(t){return t}var Jo=Array.prototype.map,Zo=["y","z","a","f","p","n","\xB5","m","","k","M","G","T","P","E","Z","Y"];function au(t){var e=t.grouping===void 0||t.thousands===void 0?Yo:nu(Jo.call(t.grouping,Number),t.thousands+""),n=t.currency===void 0?"":t.currency[0]+"",r=t.currency===void 0?"":t.currency[1]+"",o=t.decimal===void 0?".":t.decimal+"",i=t.numerals===void 0?Yo:ru(Jo.call(t.numerals,String)),s=t.percent===void 0?"%":t.percent+"",a=t.minus===void 0?"\u2212":t.minus+"",c=t.nan===void 0?"NaN":t.nan+"";function l(m,p){m=ae(m);var h=m.fill,d=m.align,g=m.sign,_=m.symbol,b=m.zero,y=m.width,v=m.comma,x=m.precision,w=m.trim,k=m.type;k==="n"?(v=!0,k="g"):Ko[k]||(x===void 0&&(x=12),w=!0,k="g"),(b||h==="0"&&d==="=")&&(b=!0,h="0",d="=");var C=(p&&p.prefix!==void 0?p.prefix:"")+(_==="$"?n:_==="#"&&/[boxX]/.test(k)?"0"+k.toLowerCase():""),N=(_==="$"?r:/[%p]/.test(k)?s:"")+(p&&p.suffix!==void 0?p.suffix:""),O=Ko[k],L=/[defgprs%]/.test(k);x=x===void 0?6:/[gprs]/.test(k)?Math.max(1,Math.min(21,x)):Math.max(0,Math.min(20,x));function tt(S){var V=C,W=N,Et,br,de;if(k==="c")W=O(S)+W,S="";else{S=+S;var ge=S<0||1/S<0;if(S=isNaN(S)?c:O(Math.abs(S),x),w&&(S=iu(S)),ge&&+S==0&&g!=="+"&&(ge=!1),V=(ge?g==="("?g:a:g==="-"||g==="("?"":g)+V,W=(k==="s"&&!isNaN(S)&&je!==void 0?Zo[8+je/3]:"")+W+(ge&&g==="("?")":""),L){for(Et=-1,br=S.length;++Et<br;)if(de=S.charCodeAt(Et),48>de||de>57){W=(de===46?o+S.slice(Et+1):S.slice(Et))+W,S=S.slice(0,Et);break}}}v&&!b&&(S=e(S,1/0));var _e=V.length+S.length+W.length,it=_e<y?new Array(y-_e+1).join(h):"";switch(v&&b&&(S=e(it+S,it.length?y-W.length:1/0),it=""),d){case"<":S=V+S+W+it;break;case"=":S=V+it+S+W;break;case"^":S=it.slice(0,_e=it.length>>1)+V+S+W+it.slice(_e);break;default:S=it+V+S+W;break}return i(S)}return tt.toString=function(){return m+""},tt}function f(m,p){var h=Math.max(-8,Math.min(8,Math.floor(Bt(p)/3)))*3,d=Math.pow(10,-h),g=l((m=ae(m),m.type="f",m),{suffix:Zo[8+h/3]});return function(_){return g(d*_)}}return{format:l,formatPrefix:f}}var ze,Yn,Jn;uu({thousands:",",grouping:[3],currency:["$",""]});function uu(t){return ze=au(t),Yn=ze.format,Jn=ze.formatPrefix,ze}function ti(t){return Math.max(0,-Bt(Math.abs(t)))}function ei(t,e){return Math.max(0,Math.max(-8,Math.min(8,Math.floor(Bt(e)/3)))*3-Bt(Math.abs(t)))}function ni(t,e){return t=Math.abs(t),e=Math.abs(e)-t,Math.max(0,Bt(e)-Bt(t))+1}function si(t,e){switch(arguments.length){case 0:break;case 1:this.range(t);break;default:this.range(e).domain(t);break}return this}function lu(t){return function(){return t}}function cu(t){return+t}var ri=[0,1];function zt(t){return t}function Zn(t,e){return(e-=t=+t)?function(n){return(n-t)/e}:lu(isNaN(e)?NaN:.5)}function fu(t,e){var n;return t>e&&(n=t,t=e,e=n),function(r){return Math.max(t,Math.min(e,r))}}function mu(t,e,n){var r=t[0],o=t[1],i=e[0],s=e[1];return o<r?(r=Zn(o,r),i=n(s,i)):(r=Zn(r,o),i=n(i,s)),function(a){return i(r(a))}}function pu(t,e,n){var r=Math.min(t.length,e.length)-1,o=new Array(r),i=new Array(r),s=-1;for(t[r]<t[0]&&(t=t.slice().reverse(),e=e.slice().reverse());++s<r;)o[s]=Zn(t[s],t[s+1]),i[s]=n(e[s],e[s+1]);return function(a){var c=ro(t,a,1,r)-1;return i[c](o[c](a))}}function ai(t,e){return e.domain(t.domain()).range(t.range()).interpolate(t.interpolate()).clamp(t.clamp()).unknown(t.unknown())}function ui(){var t=ri,e=ri,n=Be,r,o,i,s=zt,a,c,l;function f(){var p=Math.min(t.length,e.length);return s!==zt&&(s=fu(t[0],t[p-1])),a=p>2?pu:mu,c=l=null,m}function m(p){return p==null||isNaN(p=+p)?i:(c||(c=a(t.map(r),e,n)))(r(s(p)))}return m.invert=function(p){return s(o((l||(l=a(e,t.map(r),J)))(p)))},m.domain=function(p){return arguments.length?(t=Array.from(p,cu),f()):t.slice()},m.range=function(p){return arguments.length?(e=Array.from(p),f()):e.slice()},m.rangeRound=function(p){return e=Array.from(p),n=zo,f()},m.clamp=function(p){return arguments.length?(s=p?!0:zt,f()):s!==zt},m.interpolate=function(p){return arguments.length?(n=p,f()):n},m.unknown=function(p){return arguments.length?(i=p,m):i},function(p,h){return r=p,o=h,f()}}function hu(){return ui()(zt,zt)}function du(t,e,n,r){var o=uo(t,e,n),i;switch(r=ae(r??",f"),r.type){case"s":{var s=Math.max(Math.abs(t),Math.abs(e));return r.precision==null&&!isNaN(i=ei(o,s))&&(r.precision=i),Jn(r,s)}case"":case"e":case"g":case"p":case"r":{r.precision==null&&!isNaN(i=ni(o,Math.max(Math.abs(t),Math.abs(e))))&&(r.precision=i-(r.type==="e"));break}case"f":case"%":{r.precision==null&&!isNaN(i=ti(o))&&(r.precision=i-(r.type==="%")*2);break}}return Yn(r)}function li(t){var e=t.domain;return t.ticks=function(n){var r=e();return ao(r[0],r[r.length-1],n??10)},t.tickFormat=function(n,r){var o=e();return du(o[0],o[o.length-1],n??10,r)},t.nice=function(n){n==null&&(n=10);var r=e(),o=0,i=r.length-1,s=r[o],a=r[i],c,l,f=10;for(a<s&&(l=s,s=a,a=l,l=o,o=i,i=l);f-- >0;){if(l=Ce(s,a,n),l===c)return r[o]=s,r[i]=a,e(r);if(l>0)s=Math.floor(s/l)*l,a=Math.ceil(a/l)*l;else if(l<0)s=Math.ceil(s*l)/l,a=Math.floor(a*l)/l;else break;c=l}return t},t}function X(){var t=hu();return t.copy=function(){return ai(t,X())},si.apply(t,arguments),li(t)}function oi(t){return function(e){return Math.sign(e)*Math.log1p(Math.abs(e/t))}}function ii(t){return function(e){return Math.sign(e)*Math.expm1(Math.abs(e))*t}}function gu(t){var e=1,n=t(oi(e),ii(e));return n.constant=function(r){return arguments.length?t(oi(e=+r),ii(e)):e},li(n)}function tr(){var t=gu(ui());return t.copy=function(){return ai(t,tr()).constant(t.constant())},si.apply(t,arguments)}function at(t,e,n){let[r,o]=e,i=[r,Math.max(r+1,o)];return t==="log"?tr(i,n).constant(1):X(i,n)}function ht(t){return 6.3*t.length}var _u=new Intl.NumberFormat("en-US");function M(t){return _u.format(t)}function Ge(t,e,n){let[r,o]=[e[0],Math.max(e[0]+1,e[1])],i=at(t,[r,o],n);if(t==="linear"||o+1<3*(r+1)){let a=(n[1]-n[0])/(ht(M(o))+24);return X([r,o],n).ticks(Math.max(1,Math.floor(a))).filter(Number.isInteger)}let s=Math.floor(Math.log2(o))+1;for(let a=1;a<s;a++){let c=yu(s,a).filter(l=>l>=r&&l<=o);if(bu(c,i))return c}return[r,2**(s-1)]}function yu(t,e){let n=[0];for(let r=0;r<t;r+=e)n.push(2**r);return n}function bu(t,e){return t.every((n,r)=>{if(r===0)return!0;let o=t[r-1],i=(ht(M(n))+ht(M(o)))/2;return e(n)-e(o)>=i+6})}function ut(t,e,n=NaN){let r=1/0,o=-1/0;if(t.forEach((c,l)=>{if(!Number.isFinite(c))return;let f=Number.isFinite(e[l])?e[l]:0;r=Math.min(r,c-f),o=Math.max(o,c+f)}),r>o)return[0,1];let i=Math.max(Math.abs(o)*.01,Number.isFinite(n)?n*.005:0,1e-8),s=Math.max(0,i-(o-r)),a=Math.min(s/2,Math.max(r,0));return[r-a,o+s-a]}function Qe(t,e){let n=.5*(t[1]-t[0]);return e<t[0]-n||e>t[1]+n?t:[Math.min(t[0],e),Math.max(t[1],e)]}function ue(t,e,n){let r=0;return t.forEach((o,i)=>{Math.abs(e(o)-n)<Math.abs(e(t[r])-n)&&(r=i)}),r}function fi(t){return(t.layout?.rows??[]).map((n,r)=>xu(t,n,r))}function xu(t,e,n){let{layout:r,steps:o}=t,i=wu(t,n),s=()=>i("flags").map(a=>vu(a,r.flags));return er(e,o,r.metrics,i,s)}function We(t){let e;return()=>(e??={value:t()}).value}function er(t,e,n,r,o){let i=new Map,s=d=>(i.has(d)||i.set(d,r(d)),i.get(d)),a=n.flatMap(d=>/^transfer_(.+)_accuracy$/.exec(d)?.[1]??[]),c=We(o),l=(d,g)=>({step:d,epoch:s("epoch")[g],loss:s("reconstruction_loss")[g],stderr:s("reconstruction_stderr")[g],limit:s("reconstruction_loss_limit")[g],explained:s("explained_variance")[g],accuracy:s("probe_accuracy")[g],transfers:a.map(_=>({name:_,accuracy:s(`transfer_${_}_accuracy`)[g]})),flags:c()[g]??[]}),f=We(()=>e.map(l)),m=We(()=>ku(f())),p=We(()=>Mu(f())),h=d=>s(d).findLast(Number.isFinite)??NaN;return{key:`${t.layer}/${t.decoder}`,row:t,steps:e,metricNames:n,column:s,get points(){return f()},get meanImageLoss(){return h("mean_image_loss")},get pcaBound(){return h("pca_bound")},get wholeRunFlags(){return m()},get best(){return p()}}}function wu({layout:t,steps:e,shape:n,values:r},o){let[,i,s]=n,a=new Map(t.metrics.map((c,l)=>[c,l]));return c=>{let l=a.get(c);return e.map((f,m)=>l===void 0?NaN:r[(m*i+o)*s+l])}}function vu(t,e){return Number.isFinite(t)?e.filter((n,r)=>Math.floor(t/2**r)%2===1):[]}function Xe(t,{wholeRunFlags:e}){return t.flags.length>e.length}function ku(t){return t[0]?.flags.filter(e=>t.every(n=>n.flags.includes(e)))??[]}function Mu(t){let e=null;for(let n of t)n.accuracy>(e?.accuracy??-1/0)&&(e=n);return e}function mi(t,e){let{meanImageLoss:n,pcaBound:r,points:o}=t,i=e.read(t),s=e.readErrors?.(t)??i.map(()=>NaN),a=o[0]?.step===0?i[0]:NaN,c={loss:[n,ci(n,r,a)],limit:[n,ci(n,r,a)],explained:[1,[{label:"mean image",value:0},{label:"PCA bound",value:1-r/n},{label:"untrained",value:a}]]},[l,f]=c[e.key]??[NaN,[]],p=e.readSpread(t)??Su(i,s);return{label:e.label,values:i,errors:s,band:p,unit:l,references:Ru(f)}}function Su(t,e){let n=r=>Number.isFinite(e[r])?e[r]:0;return[t.map((r,o)=>r-n(o)),t.map((r,o)=>r+n(o))]}function ci(t,e,n){return[{label:"mean image",value:t},{label:"PCA bound",value:e},{label:"untrained",value:n}]}function Ke(t,e,n){return e[G(t.steps,n)]??NaN}function G(t,e){let n=0,r=o=>Math.abs(Math.log1p(t[o])-Math.log1p(e));return t.forEach((o,i)=>{r(i)<r(n)&&(n=i)}),n}function Ru(t){return t.filter(({value:e})=>Number.isFinite(e))}function Ye(t){return t.flatMap((e,n)=>Number.isFinite(e)&&!Number.isFinite(t[n-1])&&!Number.isFinite(t[n+1])?[n]:[])}function H({row:t},e){return e.some(r=>r.row.layer===t.layer&&r.row.decoder!==t.decoder)?`${t.layer} (${t.decoder})`:t.layer}function z(t,{layer:e,decoder:n}){return t.find(r=>r.layer===e&&r.decoder===n)}var dt=236,K={top:24,right:40,bottom:34,left:48},pi={top:22,bottom:24};function hi(t,e,n,r){let{quantity:o,stepAxis:i,steps:s}=n,a=n.accuracyDomain&&o.key!=="accuracy",c=r-(a?K.right:14),l=dt-K.bottom,f=mi(t,o),m=Pu(t.steps,f,s);for(let g of e)o.read(g.series).forEach((_,b)=>{di(g.series.steps[b],s)&&m.push(_)});let p=ut(m,[],f.unit),h=f.references.reduce((g,{value:_})=>Qe(g,_),p),d=[l-pi.bottom,K.top+pi.top];return{width:r,left:K.left,right:c,top:K.top,bottom:l,quantity:o,stepAxis:i,steps:s,x:at(i,s,[K.left+4,c-4]),y:X(h,d),accuracy:a?X(n.accuracyDomain,d):null,measure:f}}function Pu(t,{values:e,band:n},r){return[e,...n].flatMap(o=>o.filter((i,s)=>di(t[s],r)))}function di(t,[e,n]){return t>=e&&t<=n}function gi(t){let e=t.flatMap(r=>r.points.map(o=>o.accuracy)).filter(Number.isFinite),n=t[0]?.column("model_accuracy")??[];return e.length?ut([...e,...n],[]):null}var Nu={training_heldout:"held-out rows are training rows",no_labels:"no labels, so no probe accuracy",one_class:"one class only, so no probe accuracy",constant_features:"some features are constant",nonfinite_outputs:"the model's outputs hold NaN or infinite values",rank_deficient:"features depend on each other linearly",nonfinite_features:"features are NaN or infinite",few_rows:"few rows for this width: the loss reads high",ridge_at_bound:"the best ridge lies at the end of its path",probe_not_converged:"the linear probe did not converge",target_resized:"the input is reconstructed at a smaller size",target_cropped:"the border of the input is not reconstructed",constant_target:"the input is constant",failed:"the measurement failed",float64_sums:"measured in float64, because rounding in float32 might have shown",out_of_memory:"memory ran out, so this layer was given up",diverged:"training a decoder or probe diverged"};function le(t){return Nu[t]??t.replaceAll("_"," ")}var $u=new Intl.NumberFormat("en-US",{maximumSignificantDigits:4,minimumSignificantDigits:3}),_i=new Intl.NumberFormat("en-US"),Au=new Intl.NumberFormat("en-US",{maximumSignificantDigits:2});function j(t){return t===0?"0":Number.isFinite(t)?(Math.abs(t)<1e-4?t.toExponential(2):$u.format(t)).replaceAll("-","\u2212"):"not measured"}function yi(t){return typeof t!="number"?t??"\u2013":Number.isFinite(t)?Number.isInteger(t)?_i.format(t).replace("-","\u2212"):j(t):"\u2013"}function bi(t){return Number.isFinite(t)?` \xB1 ${(t>0&&t<1e-4?t.toExponential(1):Au.format(t)).replaceAll("-","\u2212")}`:""}function q(t){return Number.isFinite(t)?`${(100*t).toFixed(1)} %`:"not measured"}function Je(t,e){return`${_i.format(t)} ${e}${t===1?"":"s"}`}function Ze(t,e){if(t.length<=e)return t;let n=Math.max(2,e-1),r=Math.ceil(n/2);return`${t.slice(0,n-r)}\u2026${t.slice(-r)}`}function A(t){return t.replace(/\/phases$/,"")||t}var Cu=Symbol.for("pv"),Tu=0;function u(t,e,n,r,o,i){e||(e={});var s,a,c=e;if("ref"in c&&typeof t!="function")for(a in c={},e)a=="ref"?s=e[a]:c[a]=e[a];var l={type:t,props:c,key:n,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Cu,__v:--Tu,__i:-1,__u:0};return(o||i)&&(l.__source=o,l.__self=i),$.vnode&&$.vnode(l),l}function xi({runs:t,cursor:e,quantity:n}){let[r,o]=T(e.current);I(()=>(o(e.current),e.subscribe(o)),[e]);let i=E(null),{summary:s,rows:a,reports:c}=t.find(({summary:{run:_}})=>_===r?.run)??t[0],l=a.find(_=>_.key===r?.panel),f=r&&l?G(l.steps,r.step):-1,m=l?.points[f];jr(()=>{if(!i.current||!r)return;let _=Eu(r);if(!_)return;let b=_.getBoundingClientRect(),{width:y,height:v}=i.current.getBoundingClientRect(),x=b.left+14,w=x+y>document.documentElement.clientWidth-4?b.left-14-y:x,k=Math.min(b.top+18,window.innerHeight-v-4);i.current.style.transform=`translate(${Math.max(4,w)}px,${Math.max(4,k)}px)`});let p=l&&z(c,l.row),h=s!==t[0].summary,d=l?H(l,a):"",g=r?.byKey&&m?Du(h?`${A(s.run)}, ${d}`:d,m):"";return u(P,{children:[u("div",{class:"read-aloud","aria-live":"polite",children:g}),l&&m&&u("div",{ref:i,class:"tooltip",role:"tooltip",children:[h&&u("p",{children:A(s.run)}),u(Iu,{name:d,series:l,point:m,phases:p?.phases??[],chosen:n})]})]})}function Eu({panel:t,byKey:e}){return document.querySelector(e?".chart svg:focus":".chart svg:hover")?.querySelector('.cursor line, .cursor [r="6"]')??document.querySelector(`[data-panel="${CSS.escape(t)}"] .cursor line`)}var Lu=["loss","limit","explained","accuracy"];function Iu({name:t,series:e,point:n,phases:r,chosen:o}){let i=!Lu.includes(o.key)&&!n.transfers.some(({name:c})=>o.key===`transfer_${c}_accuracy`),s=r.filter(({start_step:c,end_step:l})=>c<=n.step&&n.step<=l),a=n.flags.filter(c=>!e.wholeRunFlags.includes(c));return u(P,{children:[u("p",{class:"tooltip-title",children:[u("b",{children:["step ",M(n.step)]}),Number.isFinite(n.epoch)&&u("span",{children:[" epoch ",Number(n.epoch.toFixed(2))]}),u("span",{class:"tooltip-layer",children:t})]}),u("dl",{children:[u("dt",{class:"loss",children:"reconstruction loss"}),u("dd",{children:[j(n.loss),u("span",{class:"muted",children:bi(n.stderr)})]}),Number.isFinite(n.limit)&&u(P,{children:[u("dt",{children:"at unlimited rows"}),u("dd",{children:j(n.limit)})]}),u("dt",{children:"explained variance"}),u("dd",{children:q(n.explained)}),u("dt",{class:"accuracy",children:"probe accuracy"}),u("dd",{children:q(n.accuracy)}),n.transfers.map(({name:c,accuracy:l})=>u(P,{children:[u("dt",{children:[c," accuracy"]}),u("dd",{children:q(l)})]},c)),i&&u(P,{children:[u("dt",{children:o.label}),u("dd",{children:o.format(o.read(e)[e.points.indexOf(n)])})]}),s.length>0&&u(P,{children:[u("dt",{children:"phase"}),u("dd",{children:s.map(({kind:c})=>c).join(" \u2192 ")})]})]}),a.map(c=>u("p",{class:"tooltip-flag",children:le(c)},c)),u("p",{class:"muted",children:["loss: mean squared error per input element",i&&`; ${o.label}: ${o.unit}`]})]})}function Du(t,e){return`${t}, step ${M(e.step)}: reconstruction loss ${j(e.loss)}, probe accuracy ${q(e.accuracy)}`}var tn=class{place=null;listeners=new Set;get current(){return this.place}move(e){if(!(e?.step===this.place?.step&&e?.panel===this.place?.panel&&e?.run===this.place?.run)){this.place=e;for(let n of this.listeners)n(e)}}subscribe(e){return this.listeners.add(e),()=>{this.listeners.delete(e)}}};function ce(t){return t.replaceAll(/(seed[-_=]?)\d+/gi,"$1*")}function wi(t){let e=new Map;for(let n of t){let r=ce(n.summary.run);e.set(r,[...e.get(r)??[],n])}return[...e].map(([n,r])=>{let o=r.filter(({rows:i})=>i.some(({steps:s})=>s.length));return o.length>1?Fu(n,o):o[0]??r[0]})}function Fu(t,e){let n=e[0],o=n.rows.map(({key:f})=>f).filter(f=>e.every(({rows:m})=>m.some(p=>p.key===f))),i=o.map(f=>qu(e.map(m=>m.rows.find(p=>p.key===f)))),s=o.flatMap((f,m)=>Ou(i[m],e)??[]),a=i[0]?.steps.at(-1)??null,c=e.flatMap(({summary:f})=>f.error??[]).join(" ")||null;return{summary:{...{...n.summary,run:`${A(t)} (${e.length} seeds)`,last_step:a,error:c},num_steps:i[0]?.steps.length??0},rows:i,reports:s}}function qu(t){let[e,...n]=t,r=e.steps.filter(l=>n.every(f=>f.steps.includes(l))),o=t.map(l=>r.map(f=>l.steps.indexOf(f))),i=(l,f)=>t.map((m,p)=>m.column(l)[o[p][f]]).filter(Number.isFinite),s=l=>f=>r.map((m,p)=>l(i(f,p))??NaN),a=()=>r.map((l,f)=>[...new Set(t.flatMap((m,p)=>m.points[o[p][f]].flags))]);return{...er(e.row,r,e.metricNames,s(fo),a),spread:l=>[s(ne)(l),s(ee)(l)]}}function Ou({row:t},e){let n=e.flatMap(c=>z(c.reports,t)??[]),r=n.filter(c=>c.minimum_step!=null);if(!r.length)return n[0];let o=mo(r,c=>c.minimum_step),i=r.toSorted((c,l)=>Math.abs(c.minimum_step-o)-Math.abs(l.minimum_step-o))[0],s=r.map(c=>c.minimum_interval??[c.minimum_step,c.minimum_step]),a=n.filter(c=>c.has_increase).length;return{...i,minimum_interval:[ne(s,([c])=>c),ee(s,([,c])=>c)],has_increase:a>n.length/2,description:`${i.description??""} Phases of the run with the middle minimum; ${a} of ${n.length} runs have an increase.`}}function vi(t){if(window.parent===window)return;let e=new MessageChannel;e.port1.onmessage=n=>{let r=JSON.parse(n.data);if(r.isReply)return;t[r.type]?.(r.payload);let o={type:r.type,id:r.id,payload:null,error:null,isReply:!0};e.port1.postMessage(JSON.stringify(o))},window.parent.postMessage("experimental.bootstrap","*",[e.port2])}function ki(t){let e=t.map(n=>[1,3,5].map(r=>Number.parseInt(n.slice(r,r+2),16)));return n=>{let r=Math.min(1,Math.max(0,n))*(e.length-1),o=Math.min(e.length-2,Math.floor(r));return`rgb(${e[o].map((s,a)=>Math.round(s+(r-o)*(e[o+1][a]-s))).join(",")})`}}var Mi=["#009e73","#cc79a7","#8c6bb1","#e69f00","#7f7f7f","#56b4e9","#d55e00","#0072b2"],Si=["","5 2.5","1.5 2.5","8 2.5 1.5 2.5"];function fe(t){return Mi[t%Mi.length]}function Ri(t,e){let n=new Map;return new Map(t.map(r=>{let o=e.get(r),i=n.get(o)??0;return n.set(o,i+1),[r,Si[i%Si.length]]}))}var Ut=ki(["#440154","#482878","#3e4989","#31688e","#26828e","#1f9e89","#35b779","#6ece58","#b5de2b","#fde725"]);function en(t,e,n){let[r,o]=n==="dark"?[.42,.95]:[.04,.66];return Ut(r+(o-r)*(e>1?t/(e-1):.5))}var Pi="mean squared error per input element",$i=[{...Z("loss","reconstruction_loss","reconstruction loss",Pi,"low"),readErrors:t=>t.column("reconstruction_stderr")},{...Z("relative","reconstruction_loss","loss, first = 1","share of the loss at the first probe step","low"),read:t=>Ni(t,t.column("reconstruction_loss")),readErrors:t=>Ni(t,t.column("reconstruction_stderr")),readSpread:()=>{}},{...Z("limit","reconstruction_loss_limit","loss at unlimited rows",Pi,"low"),readErrors:t=>t.column("reconstruction_loss_limit_stderr")},{...Z("explained","explained_variance","explained variance","share of the variance of the input","high"),format:q,tickFormat:"~%",readErrors:t=>t.column("reconstruction_stderr").map(e=>e/t.meanImageLoss)},nr("accuracy","probe_accuracy","probe accuracy","linear probe, share of held-out rows"),Z("probe_loss","probe_loss","probe loss","cross-entropy of the linear probe, nats","low"),nr("model_accuracy","model_accuracy","model accuracy","the model itself, share of held-out rows"),Z("model_loss","model_loss","model loss","of the model itself, on held-out rows","low"),Z("freedom","degrees_of_freedom","degrees of freedom","of the decoder",null),Z("ridge","ridge","ridge","units of the mean feature variance",null),Z("seconds","probe_seconds","probe seconds","seconds of the probe step",null)];function Ai(t){let n=[...new Set(t.flatMap(o=>o.metricNames))].flatMap(o=>/^transfer_(.+)_(?:accuracy|loss)$/.exec(o)?.[1]??[]),r=[...new Set(n)].flatMap(o=>[nr(`transfer_${o}_accuracy`,`transfer_${o}_accuracy`,`${o} accuracy`,`linear probe of '${o}', share of held-out rows`),Z(`transfer_${o}_loss`,`transfer_${o}_loss`,`${o} loss`,`cross-entropy of the linear probe of '${o}', nats`,"low")]);return[...$i,...r].filter(o=>t.some(i=>o.read(i).some(Number.isFinite)))}function Ni(t,e){let n=t.column("reconstruction_loss").find(Number.isFinite)??NaN;return e.map(r=>r/n)}function lt(t,e){return t.find(n=>n.key===e)??$i[0]}function Z(t,e,n,r,o){return{key:t,label:n,unit:r,better:o,format:j,read:s=>s.column(e),readSpread:s=>s.spread?.(e)}}function nr(t,e,n,r){return{...Z(t,e,n,r,"high"),format:q,tickFormat:"~%"}}var $t=["curves","portrait","map","images","compare","breakdowns"];var Ti=["accuracy","relative"];function ir(t){let[e,n]=rr(t.axes)??[],r=(t.zoom??"").split("-").map(Number),o=t.step===void 0?NaN:Number(t.step);return{view:$t.find(i=>i===t.view)??"curves",run:t.run??"",others:rr(t.with),layers:rr(t.layers),stepAxis:t.x==="linear"?"linear":"log",metric:t.y||"loss",step:Ci(o)?o:null,zoom:r.length===2&&r.every(Ci)&&r[1]>r[0]?[r[0],r[1]]:null,grouped:t.seeds==="grouped",portrait:e&&n?[e,n]:Ti}}function Ci(t){return Number.isSafeInteger(t)&&t>=0}function Ei(t){let{view:e,run:n,others:r,layers:o,stepAxis:i,metric:s,step:a,zoom:c,grouped:l,portrait:f}=t;return{...e!=="curves"&&{view:e},...n&&{run:n},...r&&{with:or(r)},...o&&{layers:or(o)},x:i,y:s,...a!==null&&{step:String(a)},...c&&{zoom:c.join("-")},...l&&{seeds:"grouped"},...f.join()!==Ti.join()&&{axes:or(f)}}}function rr(t){return t===void 0?null:t.split(",").filter(Boolean).map(Vu)}function or(t){return t.map(encodeURIComponent).join(",")}function Vu(t){try{return decodeURIComponent(t)}catch{return t}}function Li(t,e){return t.find(({run:n})=>n===e)??Di(t)[0]}function Ii(t,e,n){let r=t.filter(({run:i})=>i!==e);if(n)return r.filter(({run:i})=>n.includes(i));let o=Di(r.filter(({num_steps:i})=>i)).slice(0,9);return r.filter(i=>o.includes(i))}function nn(t,e){return e?.length&&!e.some(n=>t.includes(n))?null:e}function Di(t){return t.toSorted((e,n)=>n.last_wall_time-e.last_wall_time)}var Hu=16;function Oi(t,{run:e,others:n}){let[r,o]=T({others:[]}),i=E(0),s=E(new Map),a=E(""),c=n?.join(`
`),l=Re(async()=>{let f=++i.current,m=()=>f===i.current;try{let p=e||a.current,{runs:h,shown:d}=await Bu(t,{run:p,others:n},s.current,m);if(!m())return;a.current=d[0]??"";let g=()=>{let[_,...b]=d.flatMap(y=>s.current.get(y)??[]);m()&&o({runs:h,focus:_,others:b,problem:void 0})};g();for(let[_,b]=[0,1];_<d.length&&m();[_,b]=[b,b+Hu])await Uu(t,d.slice(_,b),s.current)&&g()}catch(p){let h=p instanceof Error?p.message:String(p);m()&&o(d=>({...d,problem:h}))}},[t,e,c]);return I(()=>{l()},[l]),{...r,reload:l}}async function Bu(t,{run:e,others:n},r,o){let i=await t.fetchRuns();for(;;){let s=Li(i,e),a=s?[s,...Ii(i,s.run,n)]:[],c=o()?await zu(t,a,r,o):[];if(!c.length)return{runs:i,shown:a.map(({run:l})=>l)};i=i.filter(({run:l})=>!c.includes(l))}}async function zu(t,e,n,r){let o=e.filter(c=>{let l=n.get(c.run);return!l||qi(l.summary)!==qi(c)});for(let c of o)c.num_steps||n.set(c.run,{summary:c,rows:[],reports:[]});let i=o.filter(({num_steps:c})=>c);if(!i.length)return[];let s=await t.fetchMetrics(i);if(!r())return[];for(let c of s){let{num_steps:l,last_step:f,last_wall_time:m,error:p,layout:h,run:d}=c,g={num_steps:l,last_step:f,last_wall_time:m,error:p,layout:h,run:d};n.set(d,{summary:g,rows:fi(c),reports:n.get(d)?.reports??[]})}let a=i.map(({run:c})=>c).filter(c=>!s.some(l=>l.run===c));for(let c of a)n.delete(c);return a}async function Uu(t,e,n){let r=e.flatMap(s=>{let a=n.get(s);return a?.rows.length&&Fi.get(a)!==a.summary.last_wall_time?[a]:[]});if(!r.length)return!1;let o=await t.fetchReports(r.map(({summary:s})=>s.run)),i=r.filter(s=>n.get(s.summary.run)===s);for(let s of i){let a=o.find(({run:l})=>l===s.summary.run)?.rows??[],c={...s,reports:a};Fi.set(c,s.summary.last_wall_time),n.set(s.summary.run,c)}return i.length>0}var Fi=new WeakMap;function qi({num_steps:t,last_wall_time:e,error:n}){return`${t} ${e} ${n}`}var me=Math.PI,sr=2*me,At=1e-6,ju=sr-At;function Vi(t){this._+=t[0];for(let e=1,n=t.length;e<n;++e)this._+=arguments[e]+t[e]}function Gu(t){let e=Math.floor(t);if(!(e>=0))throw new Error(`invalid digits: ${t}`);if(e>15)return Vi;let n=10**e;return function(r){this._+=r[0];for(let o=1,i=r.length;o<i;++o)this._+=Math.round(arguments[o]*n)/n+r[o]}}function Hi(t,e,n,r){return t===n&&e===r}function Qu(t){let e=Math.floor(t);if(!(e<=15))return Hi;let n=10**e,r=function(o){return Math.round(o*n)};return function(o,i,s,a){return r(o)===r(s)&&r(i)===r(a)}}var jt=class{constructor(e){this._x0=this._y0=this._x1=this._y1=null,this._="",this._append=e==null?Vi:Gu(e),this._equal=e==null?Hi:Qu(e)}moveTo(e,n){this._append`M${this._x0=this._x1=+e},${this._y0=this._y1=+n}`}closePath(){this._x1!==null&&(this._x1=this._x0,this._y1=this._y0,this._append`Z`)}lineTo(e,n){this._append`L${this._x1=+e},${this._y1=+n}`}quadraticCurveTo(e,n,r,o){this._append`Q${+e},${+n},${this._x1=+r},${this._y1=+o}`}bezierCurveTo(e,n,r,o,i,s){this._append`C${+e},${+n},${+r},${+o},${this._x1=+i},${this._y1=+s}`}arcTo(e,n,r,o,i){if(e=+e,n=+n,r=+r,o=+o,i=+i,i<0)throw new Error(`negative radius: ${i}`);let s=this._x1,a=this._y1,c=r-e,l=o-n,f=s-e,m=a-n,p=f*f+m*m;if(this._x1===null)this._append`M${this._x1=e},${this._y1=n}`;else if(p>At)if(!(Math.abs(m*c-l*f)>At)||!i)this._append`L${this._x1=e},${this._y1=n}`;else{let h=r-s,d=o-a,g=c*c+l*l,_=h*h+d*d,b=Math.sqrt(g),y=Math.sqrt(p),v=i*Math.tan((me-Math.acos((g+p-_)/(2*b*y)))/2),x=v/y,w=v/b;Math.abs(x-1)>At&&this._append`L${e+x*f},${n+x*m}`,this._append`A${i},${i},0,0,${+(m*h>f*d)},${this._x1=e+w*c},${this._y1=n+w*l}`}}arc(e,n,r,o,i,s){if(e=+e,n=+n,r=+r,s=!!s,r<0)throw new Error(`negative radius: ${r}`);let a=r*Math.cos(o),c=r*Math.sin(o),l=e+a,f=n+c,m=1^s,p=s?o-i:i-o;if(this._x1===null?this._append`M${l},${f}`:(Math.abs(this._x1-l)>At||Math.abs(this._y1-f)>At)&&this._append`L${l},${f}`,!!r){if(p<0&&(p=p%sr+sr),p>ju)this._append`A${r},${r},0,1,${m},${e-a},${n-c}A${r},${r},0,1,${m},${this._x1=l},${this._y1=f}`;else if(p>At){let h=e+r*Math.cos(i),d=n+r*Math.sin(i);if(p>=me&&this._equal(l,f,h,d)){p/=2;let g=o+p;this._append`A${r},${r},0,${+(p>=me)},${m},${e+r*Math.cos(g)},${n+r*Math.sin(g)}`}this._append`A${r},${r},0,${+(p>=me)},${m},${this._x1=h},${this._y1=d}`}}}rect(e,n,r,o){this._append`M${this._x0=this._x1=+e},${this._y0=this._y1=+n}h${r=+r}v${+o}h${-r}Z`}toString(){return this._}};function Wu(){return new jt}Wu.prototype=jt.prototype;function U(t){return function(){return t}}var Xu=Math.cos;var ur=Math.sin,Gt=Math.sqrt,Bi=1e-12,rn=Math.PI,im=rn/2,Qi=2*rn;function Wi(t){let e=3;return t.digits=function(n){if(!arguments.length)return e;if(n==null)e=null;else{let r=Math.floor(n);if(!(r>=0))throw new RangeError(`invalid digits: ${n}`);e=r}return t},()=>new jt(e)}var sm=Array.prototype.slice;function Xi(t){return typeof t=="object"&&"length"in t?t:Array.from(t)}function Ki(t){this._context=t}Ki.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;default:this._context.lineTo(t,e);break}}};function cr(t){return new Ki(t)}function Yi(t){return t[0]}function Ji(t){return t[1]}function ct(t,e){var n=U(!0),r=null,o=cr,i=null,s=Wi(a);t=typeof t=="function"?t:t===void 0?Yi:U(t),e=typeof e=="function"?e:e===void 0?Ji:U(e);function a(c){var l,f=(c=Xi(c)).length,m,p=!1,h;for(r==null&&(i=o(h=s())),l=0;l<=f;++l)!(l<f&&n(m=c[l],l,c))===p&&((p=!p)?i.lineStart():i.lineEnd()),p&&i.point(+t(m,l,c),+e(m,l,c));if(h)return i=null,h+""||null}return a.x=function(c){return arguments.length?(t=typeof c=="function"?c:U(+c),a):t},a.y=function(c){return arguments.length?(e=typeof c=="function"?c:U(+c),a):e},a.defined=function(c){return arguments.length?(n=typeof c=="function"?c:U(!!c),a):n},a.curve=function(c){return arguments.length?(o=c,r!=null&&(i=o(r)),a):o},a.context=function(c){return arguments.length?(c==null?r=i=null:i=o(r=c),a):r},a}function Zi(t,e,n){var r=null,o=U(!0),i=null,s=cr,a=null,c=Wi(l);t=typeof t=="function"?t:t===void 0?Yi:U(+t),e=typeof e=="function"?e:U(e===void 0?0:+e),n=typeof n=="function"?n:n===void 0?Ji:U(+n);function l(m){var p,h,d,g=(m=Xi(m)).length,_,b=!1,y,v=new Array(g),x=new Array(g);for(i==null&&(a=s(y=c())),p=0;p<=g;++p){if(!(p<g&&o(_=m[p],p,m))===b)if(b=!b)h=p,a.areaStart(),a.lineStart();else{for(a.lineEnd(),a.lineStart(),d=p-1;d>=h;--d)a.point(v[d],x[d]);a.lineEnd(),a.areaEnd()}b&&(v[p]=+t(_,p,m),x[p]=+e(_,p,m),a.point(r?+r(_,p,m):v[p],n?+n(_,p,m):x[p]))}if(y)return a=null,y+""||null}function f(){return ct().defined(o).curve(s).context(i)}return l.x=function(m){return arguments.length?(t=typeof m=="function"?m:U(+m),r=null,l):t},l.x0=function(m){return arguments.length?(t=typeof m=="function"?m:U(+m),l):t},l.x1=function(m){return arguments.length?(r=m==null?null:typeof m=="function"?m:U(+m),l):r},l.y=function(m){return arguments.length?(e=typeof m=="function"?m:U(+m),n=null,l):e},l.y0=function(m){return arguments.length?(e=typeof m=="function"?m:U(+m),l):e},l.y1=function(m){return arguments.length?(n=m==null?null:typeof m=="function"?m:U(+m),l):n},l.lineX0=l.lineY0=function(){return f().x(t).y(e)},l.lineY1=function(){return f().x(t).y(n)},l.lineX1=function(){return f().x(r).y(e)},l.defined=function(m){return arguments.length?(o=typeof m=="function"?m:U(!!m),l):o},l.curve=function(m){return arguments.length?(s=m,i!=null&&(a=s(i)),l):s},l.context=function(m){return arguments.length?(m==null?i=a=null:a=s(i=m),l):i},l}var am=Ku(cr);function ts(t){this._curve=t}ts.prototype={areaStart:function(){this._curve.areaStart()},areaEnd:function(){this._curve.areaEnd()},lineStart:function(){this._curve.lineStart()},lineEnd:function(){this._curve.lineEnd()},point:function(t,e){this._curve.point(e*Math.sin(t),e*-Math.cos(t))}};function Ku(t){function e(n){return new ts(t(n))}return e._curve=t,e}var um=Gt(3);var Yu=Gt(1/3),lm=Yu*2;var es=ur(rn/10)/ur(7*rn/10),cm=ur(Qi/10)*es,fm=-Xu(Qi/10)*es;var mm=Gt(3);var pm=Gt(3);var hm=Gt(3)/2,Ju=1/Gt(12),dm=(Ju/2+1)*3;function gt(){}function on(t,e,n){t._context.bezierCurveTo((2*t._x0+t._x1)/3,(2*t._y0+t._y1)/3,(t._x0+2*t._x1)/3,(t._y0+2*t._y1)/3,(t._x0+4*t._x1+e)/6,(t._y0+4*t._y1+n)/6)}function fr(t){this._context=t}fr.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){switch(this._point){case 3:on(this,this._x1,this._y1);case 2:this._context.lineTo(this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3,this._context.lineTo((5*this._x0+this._x1)/6,(5*this._y0+this._y1)/6);default:on(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function Zu(t){this._context=t}Zu.prototype={areaStart:gt,areaEnd:gt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._y0=this._y1=this._y2=this._y3=this._y4=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x2,this._y2),this._context.closePath();break}case 2:{this._context.moveTo((this._x2+2*this._x3)/3,(this._y2+2*this._y3)/3),this._context.lineTo((this._x3+2*this._x2)/3,(this._y3+2*this._y2)/3),this._context.closePath();break}case 3:{this.point(this._x2,this._y2),this.point(this._x3,this._y3),this.point(this._x4,this._y4);break}}},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._x2=t,this._y2=e;break;case 1:this._point=2,this._x3=t,this._y3=e;break;case 2:this._point=3,this._x4=t,this._y4=e,this._context.moveTo((this._x0+4*this._x1+t)/6,(this._y0+4*this._y1+e)/6);break;default:on(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function tl(t){this._context=t}tl.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3;var n=(this._x0+4*this._x1+t)/6,r=(this._y0+4*this._y1+e)/6;this._line?this._context.lineTo(n,r):this._context.moveTo(n,r);break;case 3:this._point=4;default:on(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function ns(t,e){this._basis=new fr(t),this._beta=e}ns.prototype={lineStart:function(){this._x=[],this._y=[],this._basis.lineStart()},lineEnd:function(){var t=this._x,e=this._y,n=t.length-1;if(n>0)for(var r=t[0],o=e[0],i=t[n]-r,s=e[n]-o,a=-1,c;++a<=n;)c=a/n,this._basis.point(this._beta*t[a]+(1-this._beta)*(r+c*i),this._beta*e[a]+(1-this._beta)*(o+c*s));this._x=this._y=null,this._basis.lineEnd()},point:function(t,e){this._x.push(+t),this._y.push(+e)}};var gm=(function t(e){function n(r){return e===1?new fr(r):new ns(r,e)}return n.beta=function(r){return t(+r)},n})(.85);function sn(t,e,n){t._context.bezierCurveTo(t._x1+t._k*(t._x2-t._x0),t._y1+t._k*(t._y2-t._y0),t._x2+t._k*(t._x1-e),t._y2+t._k*(t._y1-n),t._x2,t._y2)}function mr(t,e){this._context=t,this._k=(1-e)/6}mr.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:sn(this,this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2,this._x1=t,this._y1=e;break;case 2:this._point=3;default:sn(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var _m=(function t(e){function n(r){return new mr(r,e)}return n.tension=function(r){return t(+r)},n})(0);function pr(t,e){this._context=t,this._k=(1-e)/6}pr.prototype={areaStart:gt,areaEnd:gt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._x3=t,this._y3=e;break;case 1:this._point=2,this._context.moveTo(this._x4=t,this._y4=e);break;case 2:this._point=3,this._x5=t,this._y5=e;break;default:sn(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var ym=(function t(e){function n(r){return new pr(r,e)}return n.tension=function(r){return t(+r)},n})(0);function hr(t,e){this._context=t,this._k=(1-e)/6}hr.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:sn(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var bm=(function t(e){function n(r){return new hr(r,e)}return n.tension=function(r){return t(+r)},n})(0);function dr(t,e,n){var r=t._x1,o=t._y1,i=t._x2,s=t._y2;if(t._l01_a>Bi){var a=2*t._l01_2a+3*t._l01_a*t._l12_a+t._l12_2a,c=3*t._l01_a*(t._l01_a+t._l12_a);r=(r*a-t._x0*t._l12_2a+t._x2*t._l01_2a)/c,o=(o*a-t._y0*t._l12_2a+t._y2*t._l01_2a)/c}if(t._l23_a>Bi){var l=2*t._l23_2a+3*t._l23_a*t._l12_a+t._l12_2a,f=3*t._l23_a*(t._l23_a+t._l12_a);i=(i*l+t._x1*t._l23_2a-e*t._l12_2a)/f,s=(s*l+t._y1*t._l23_2a-n*t._l12_2a)/f}t._context.bezierCurveTo(r,o,i,s,t._x2,t._y2)}function rs(t,e){this._context=t,this._alpha=e}rs.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:this.point(this._x2,this._y2);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3;default:dr(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var xm=(function t(e){function n(r){return e?new rs(r,e):new mr(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function os(t,e){this._context=t,this._alpha=e}os.prototype={areaStart:gt,areaEnd:gt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1,this._x3=t,this._y3=e;break;case 1:this._point=2,this._context.moveTo(this._x4=t,this._y4=e);break;case 2:this._point=3,this._x5=t,this._y5=e;break;default:dr(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var wm=(function t(e){function n(r){return e?new os(r,e):new pr(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function is(t,e){this._context=t,this._alpha=e}is.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:dr(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var vm=(function t(e){function n(r){return e?new is(r,e):new hr(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function el(t){this._context=t}el.prototype={areaStart:gt,areaEnd:gt,lineStart:function(){this._point=0},lineEnd:function(){this._point&&this._context.closePath()},point:function(t,e){t=+t,e=+e,this._point?this._context.lineTo(t,e):(this._point=1,this._context.moveTo(t,e))}};function zi(t){return t<0?-1:1}function Ui(t,e,n){var r=t._x1-t._x0,o=e-t._x1,i=(t._y1-t._y0)/(r||o<0&&-0),s=(n-t._y1)/(o||r<0&&-0),a=(i*o+s*r)/(r+o);return(zi(i)+zi(s))*Math.min(Math.abs(i),Math.abs(s),.5*Math.abs(a))||0}function ji(t,e){var n=t._x1-t._x0;return n?(3*(t._y1-t._y0)/n-e)/2:e}function ar(t,e,n){var r=t._x0,o=t._y0,i=t._x1,s=t._y1,a=(i-r)/3;t._context.bezierCurveTo(r+a,o+a*e,i-a,s-a*n,i,s)}function lr(t){this._context=t}lr.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=this._t0=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x1,this._y1);break;case 3:ar(this,this._t0,ji(this,this._t0));break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){var n=NaN;if(t=+t,e=+e,!(t===this._x1&&e===this._y1)){switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3,ar(this,ji(this,n=Ui(this,t,e)),n);break;default:ar(this,this._t0,n=Ui(this,t,e));break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e,this._t0=n}}};function nl(t){this._context=new ss(t)}(nl.prototype=Object.create(lr.prototype)).point=function(t,e){lr.prototype.point.call(this,e,t)};function ss(t){this._context=t}ss.prototype={moveTo:function(t,e){this._context.moveTo(e,t)},closePath:function(){this._context.closePath()},lineTo:function(t,e){this._context.lineTo(e,t)},bezierCurveTo:function(t,e,n,r,o,i){this._context.bezierCurveTo(e,t,r,n,i,o)}};function rl(t){this._context=t}rl.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=[],this._y=[]},lineEnd:function(){var t=this._x,e=this._y,n=t.length;if(n)if(this._line?this._context.lineTo(t[0],e[0]):this._context.moveTo(t[0],e[0]),n===2)this._context.lineTo(t[1],e[1]);else for(var r=Gi(t),o=Gi(e),i=0,s=1;s<n;++i,++s)this._context.bezierCurveTo(r[0][i],o[0][i],r[1][i],o[1][i],t[s],e[s]);(this._line||this._line!==0&&n===1)&&this._context.closePath(),this._line=1-this._line,this._x=this._y=null},point:function(t,e){this._x.push(+t),this._y.push(+e)}};function Gi(t){var e,n=t.length-1,r,o=new Array(n),i=new Array(n),s=new Array(n);for(o[0]=0,i[0]=2,s[0]=t[0]+2*t[1],e=1;e<n-1;++e)o[e]=1,i[e]=4,s[e]=4*t[e]+2*t[e+1];for(o[n-1]=2,i[n-1]=7,s[n-1]=8*t[n-1]+t[n],e=1;e<n;++e)r=o[e]/i[e-1],i[e]-=r,s[e]-=r*s[e-1];for(o[n-1]=s[n-1]/i[n-1],e=n-2;e>=0;--e)o[e]=(s[e]-o[e+1])/i[e];for(i[n-1]=(t[n]+o[n-1])/2,e=0;e<n-1;++e)i[e]=2*t[e+1]-o[e+1];return[o,i]}function ol(t,e){this._context=t,this._t=e}ol.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=this._y=NaN,this._point=0},lineEnd:function(){0<this._t&&this._t<1&&this._point===2&&this._context.lineTo(this._x,this._y),(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line>=0&&(this._t=1-this._t,this._line=1-this._line)},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;default:{if(this._t<=0)this._context.lineTo(this._x,e),this._context.lineTo(t,e);else{var n=this._x*(1-this._t)+t*this._t;this._context.lineTo(n,this._y),this._context.lineTo(n,e)}break}}this._x=t,this._y=e}};function _t(t){return class extends Lt{shouldComponentUpdate(e){return[...new Set([...Object.keys(this.props),...Object.keys(e)])].some(r=>this.props[r]!==e[r])}render(e){return u(t,{...e})}}}function yt(t){let e=E(null),[n,r]=T(t);return I(()=>{let o=new ResizeObserver(([i])=>{let s=Math.floor(i.contentRect.width);s>0&&r(s)});return o.observe(e.current),()=>o.disconnect()},[]),[e,n]}function an({panel:t}){let e=Ge(t.stepAxis,t.steps,[t.x(t.steps[0]),t.x(t.steps[1])]);return u("g",{class:"axis axis-step",children:[u("line",{x1:t.left,x2:t.right,y1:t.bottom,y2:t.bottom}),e.map(n=>u("g",{class:"tick",transform:`translate(${t.x(n)},${t.bottom})`,children:[u("line",{y2:4}),u("text",{y:16,"text-anchor":"middle",children:M(n)})]},n)),u("text",{class:"axis-unit",x:t.right,y:t.bottom+30,"text-anchor":"end",children:"step \u2192"})]})}function un({panel:t}){let e=t.y.ticks(4),n=t.y.domain().every(o=>Math.abs(o)<.001),r=t.y.tickFormat(4,n?"~e":t.quantity.tickFormat);return u("g",{class:"axis axis-value",children:[e.map(o=>u("g",{class:"tick",transform:`translate(0,${t.y(o)})`,children:[u("line",{class:"grid",x1:t.left,x2:t.right}),u("text",{x:t.left-6,dy:"0.32em","text-anchor":"end",children:r(o)})]},o)),u("text",{class:"axis-title loss",x:2,y:12,children:["\u2191 ",t.measure.label]})]})}function as({panel:t}){let e=t.accuracy;if(!e)return null;let n=e.tickFormat(4,"~%");return u("g",{class:"axis axis-accuracy",children:[e.ticks(4).map(r=>u("g",{class:"tick",transform:`translate(${t.right},${e(r)})`,children:[u("line",{x2:4}),u("text",{x:7,dy:"0.32em",children:n(r)})]},r)),u("text",{class:"axis-title accuracy",x:t.width-2,y:12,"text-anchor":"end",children:"probe accuracy \u2191"})]})}function ls({panel:t,series:e,cursor:n}){let r=E(null),o=E(null),i=E(null),s=E(null);return I(()=>{let a=c=>{let l=c?G(e.steps,c.step):-1,f=e.points[l],m=f?t.x(f.step):NaN,p=m>=t.left-1&&m<=t.right+1;r.current.toggleAttribute("data-shown",p),!(!f||!p)&&(o.current.setAttribute("transform",`translate(${m},0)`),us(i.current,m,t.measure.values[l],t.y),us(s.current,m,f.accuracy,t.accuracy))};return a(n.current),n.subscribe(a)},[t,e,n]),u("g",{ref:r,class:"cursor","aria-hidden":"true",children:[u("line",{ref:o,y1:t.top,y2:t.bottom}),u("circle",{ref:s,class:"accuracy",r:4}),u("circle",{ref:i,class:"loss",r:4})]})}function ln({panel:{top:t,bottom:e},ends:n}){return u("rect",{class:"brush",x:Math.min(...n),y:t,width:Math.abs(n[1]-n[0]),height:e-t})}function us(t,e,n,r){let o=r!==null&&Number.isFinite(n);t.style.display=o?"":"none",o&&t.setAttribute("transform",`translate(${e},${r(n)})`)}var Qt=1;function cs({panel:t,phases:e}){return u("g",{class:"bands",children:e.map(n=>{let r=Math.max(t.left,t.x(n.start_step)),o=Math.max(0,Math.min(t.right,t.x(n.end_step))-r);return u("g",{class:`band ${n.kind}`,children:[u("rect",{x:r,y:t.top,width:o,height:t.bottom-t.top}),u("rect",{class:"edge",x:r,y:t.top,width:o,height:3}),o>ht(n.kind)+4&&u("text",{x:r+o/2,y:t.top+15,"text-anchor":"middle",children:n.kind})]},n.start_step)})})}function fs({panel:t}){let[e,n]=t.y.domain(),r=t.measure.references.filter(({value:i})=>i>=e&&i<=n),o=t.measure.references.filter(i=>!r.includes(i));return u("g",{class:"references",children:[r.map(({label:i,value:s})=>{let a=s>(e+n)/2&&i!=="untrained";return u("g",{class:"reference",children:[u("line",{x1:t.left,x2:t.right,y1:t.y(s),y2:t.y(s)}),u("text",{x:a?t.left+4:t.right-4,y:t.y(s)+(a?12:-4),"text-anchor":a?"start":"end",children:i})]},i)}),u("text",{class:"outside",x:2,y:t.bottom+30,children:o.map(({label:i,value:s})=>`${i} ${j(s)}`).join(", ")})]})}function ms({panel:t,series:e}){let{values:n,band:[r,o]}=t.measure,i=(l,f)=>t.x(e.points[f].step),s=(l,f)=>Number.isFinite(n[f]),a=Zi().digits(Qt).defined(s).x(i).y0((l,f)=>t.y(r[f])).y1((l,f)=>t.y(o[f])),c=ct().digits(Qt).defined(s).x(i).y(t.y);return u("g",{class:"curve loss",children:[u("path",{class:"spread",d:a(n)??""}),u("path",{class:"line",d:c(n)??""}),u(hs,{panel:t,series:e,values:n,y:t.y})]})}function ps({panel:t,series:e}){let n=t.accuracy;if(!n)return null;let r=e.points.map(s=>s.accuracy),o=ct().digits(Qt).defined(Number.isFinite).x((s,a)=>t.x(e.points[a].step)).y(n),i=e.column("model_accuracy");return u("g",{class:"curve accuracy",children:[i.some(Number.isFinite)&&u("path",{class:"own",d:o(i)??""}),u("path",{class:"line",d:o(r)??""}),u(hs,{panel:t,series:e,values:r,y:n})]})}function il(t,[e,n]){return t.filter(r=>r>=e&&r<=n).length}function hs({panel:t,series:e,values:n,y:r}){return(t.right-t.left)/il(e.steps,t.steps)<5?null:u(P,{children:e.points.map(({step:o},i)=>Number.isFinite(n[i])&&u("circle",{cx:t.x(o),cy:r(n[i]),r:2},o))})}function ds({panel:t,companions:e}){return u("g",{class:"companions",children:e.map(({run:n,color:r,dash:o,series:i})=>{let s=t.quantity.read(i),a=ct().digits(Qt).defined(Number.isFinite).x((c,l)=>t.x(i.steps[l])).y(t.y);return u("g",{fill:r,children:[u("path",{class:"companion","data-run":n,stroke:r,"stroke-dasharray":o||void 0,d:a(s)??""}),Ye(s).map(c=>u("circle",{cx:t.x(i.steps[c]),cy:t.y(s[c]),r:2},c))]},n)})})}function gs({panel:t,series:e}){return u("g",{class:"flag-marks",children:e.points.map((n,r)=>{if(!Xe(n,e))return null;let{step:o}=n,i=t.measure.values[r];return Number.isFinite(i)?u("circle",{cx:t.x(o),cy:t.y(i),r:5},o):u("path",{d:"M-3.5,-3.5L3.5,3.5M-3.5,3.5L3.5,-3.5",transform:`translate(${t.x(o)},${t.bottom-9})`},o)})})}function sl(t,e){return e.quantity.key==="loss"?t.has_increase?"minimum at":"lowest so far, at":t.has_increase?"loss minimum at":"lowest loss so far, at"}function _s({panel:t,series:e,report:n}){let r=n.minimum_step,o=e.points.findIndex(p=>p.step===r),i=t.measure.values[o];if(r==null||i===void 0||!Number.isFinite(i))return null;let s=t.x(r);if(s<t.left||s>t.right)return null;let[a,c]=n.minimum_interval??[r,r],l=`${sl(n,t)} step ${M(r)}`,f=3.8*l.length,m=Math.min(Math.max(s,t.left+f+4),t.right-f-4);return u("g",{class:"minimum",children:[u("line",{class:"interval",x1:Math.max(t.left,t.x(a)),x2:Math.min(t.right,t.x(c)),y1:t.bottom-3,y2:t.bottom-3}),u("line",{class:"foot",x1:s,x2:s,y1:t.y(i),y2:t.bottom}),u("circle",{cx:s,cy:t.y(i),r:4.5}),u("text",{x:m,y:t.bottom-9,"text-anchor":"middle",children:l})]})}function Ct({ctrlKey:t,metaKey:e,altKey:n}){return t||e||n}var ys=8;function cn({panel:t,steps:e,x:n,domain:r,cursor:o,actions:i}){let s=E(null),[a,c]=T(null),l=e.filter(x=>x>=r[0]&&x<=r[1]),f=(x,w)=>{x!==void 0&&o.move({step:x,panel:t,byKey:w})},m=x=>x.clientX-x.currentTarget.getBoundingClientRect().left,p=x=>{let w=m(x);s.current!==null&&Math.abs(w-s.current)>=ys&&c([s.current,w]),f(l[ue(l,n,w)],!1)},h=x=>{x.button===0&&x.pointerType==="mouse"&&(s.current=m(x),x.currentTarget.setPointerCapture(x.pointerId)),p(x)},d=x=>{if(x.button!==0)return;let w=m(x);if(s.current!==null&&Math.abs(w-s.current)>=ys){let[k,C]=[s.current,w].toSorted((N,O)=>N-O).map(N=>Math.round(n.invert(N)));C>k&&i.zoom([Math.max(r[0],k),Math.min(r[1],C)])}else i.hold(l[ue(l,n,w)]??null);g()},g=()=>{s.current=null,c(null)};return{brush:a,handlers:{onPointerMove:p,onPointerDown:h,onPointerUp:d,onPointerCancel:g,onPointerLeave:()=>{s.current===null&&o.move(null)},onDblClick:()=>i.zoom(null),onKeyDown:x=>{if(Ct(x))return;let w=o.current,k=w?G(l,w.step):-1,C=l.length-1,N={ArrowLeft:Math.max(0,k-1),ArrowRight:Math.min(C,k+1),Home:0,End:C},O={Escape:()=>o.move(null),Enter:()=>i.hold(l[k]??null),0:()=>i.zoom(null),"+":()=>i.zoom(al(l,k))},L=N[x.key];L===void 0&&!O[x.key]||(x.preventDefault(),O[x.key]?.(),L!==void 0&&f(l[L],!0))},onBlur:()=>o.move(null)}}}function al(t,e){let n=Math.max(1,Math.floor(t.length/4)),r=Math.max(0,e),[o,i]=[t[Math.max(0,r-n)],t[Math.min(t.length-1,r+n)]];return o!==void 0&&i!==void 0&&i>o?[o,i]:null}function ul({lines:t,label:e,quantity:n,stepAxis:r,steps:o,panel:i,name:s,level:a,cursor:c,actions:l}){let[f,m]=yt(360),p=Pe(),h=R(()=>{let y=m-14,v=dt-K.bottom,x=t.flatMap(k=>k.values.filter((C,N)=>k.steps[N]>=o[0]&&k.steps[N]<=o[1])),w=a===void 0?ut(x,[]):Qe(ut([...x,a],[]),a);return{width:m,left:K.left,right:y,top:K.top,bottom:v,quantity:n,stepAxis:r,steps:o,x:at(r,o,[K.left+4,y-4]),y:X(w,[v-8,K.top+8]),accuracy:null,measure:{label:e,values:[],errors:[],band:[[],[]],unit:NaN,references:[]}}},[t,e,n,r,o,a,m]),d=R(()=>[...new Set(t.flatMap(y=>y.steps))].toSorted((y,v)=>y-v),[t]),{brush:g,handlers:_}=cn({panel:i,steps:d,x:h.x,domain:o,cursor:c,actions:l}),b=R(()=>u("g",{class:"marks",children:[u(un,{panel:h}),u(an,{panel:h}),a!==void 0&&u("line",{class:"level",x1:h.left,x2:h.right,y1:h.y(a),y2:h.y(a)}),u("clipPath",{id:p,children:u("rect",{x:h.left,y:h.top-6,width:h.right-h.left,height:h.bottom-h.top+12})}),u("g",{"clip-path":`url(#${p})`,children:t.map(y=>{let v=ct().digits(Qt).defined(Number.isFinite).x((x,w)=>h.x(y.steps[w])).y(h.y);return u("g",{fill:y.color,children:[u("path",{class:"companion",stroke:y.color,"stroke-dasharray":y.dash||void 0,d:v(y.values)??""}),Ye(y.values).map(x=>u("circle",{cx:h.x(y.steps[x]),cy:h.y(y.values[x]),r:2},x)),u("title",{children:y.name})]},y.name)})})]}),[h,t,a]);return u("div",{ref:f,class:"chart",children:u("svg",{width:m,height:dt,viewBox:`0 0 ${m} ${dt}`,role:"img",tabIndex:0,"aria-label":`${s}: ${e} of ${t.map(y=>y.name).join(", ")}. Arrow keys move the cursor.`,..._,children:[b,g&&u(ln,{panel:h,ends:g}),u(ll,{layout:h,cursor:c})]})})}var fn=_t(ul);function ll({layout:t,cursor:e}){let n=E(null);return I(()=>{let r=o=>{let i=o?t.x(o.step):NaN,s=i>=t.left&&i<=t.right;n.current.toggleAttribute("data-shown",s),s&&n.current.firstElementChild.setAttribute("transform",`translate(${i},0)`)};return r(e.current),e.subscribe(r)},[t,e]),u("g",{ref:n,class:"cursor","aria-hidden":"true",children:u("line",{y1:t.top,y2:t.bottom})})}var cl=["fill","fill-opacity","stroke","stroke-width","stroke-dasharray","stroke-linejoin","stroke-linecap","opacity","paint-order","font-family","font-size","font-weight","font-variant-numeric","text-anchor","visibility"],fl=/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;function xs(t,{title:e,subtitle:n,legend:r}){let o=getComputedStyle(document.body),{width:i,height:s}=t.viewBox.baseVal,a=i+28,c=ml(r,a),l=56,f=l+s+18,m=f+(c.at(-1)?.y??-18)+18,p=(d,g,_,b,y)=>`<text x="${d}" y="${g}" font-family="system-ui, sans-serif" font-size="${b}" font-weight="${y}" fill="${o.color}">${bs(_)}</text>`,h=hl(t);return h.setAttribute("x",String(14)),h.setAttribute("y",String(l)),[`<svg xmlns="http://www.w3.org/2000/svg" width="${a}" height="${m}" viewBox="0 0 ${a} ${m}">`,`<title>${bs(e)}</title>`,`<rect width="100%" height="100%" fill="${o.backgroundColor}"/>`,p(14,27,e,15,650),p(14,45,n,11.5,400),new XMLSerializer().serializeToString(h),...c.map(({x:d,y:g,color:_,dash:b,text:y})=>`<path d="M${d},${f+g-5}h16" stroke="${pl(_)}" stroke-width="4" stroke-dasharray="${b||"none"}"/>`+p(d+22,f+g,y,11.5,400)),"</svg>"].join(`
`).replaceAll(fl,"")}function ml(t,e){let[n,r]=[14,0];return t.map(o=>{let i=36+6.6*o.text.length;n>14&&n+i>e&&([n,r]=[14,r+18]);let s={x:n,y:r,...o};return n+=i,s})}function pl(t){let e=/^var\((--[a-z]+)\)$/.exec(t)?.[1];return e?getComputedStyle(document.documentElement).getPropertyValue(e).trim():t}function hl(t){let e=t.cloneNode(!0),n=[t,...t.querySelectorAll("*")],r=[e,...e.querySelectorAll("*")];return n.forEach((o,i)=>{let s=getComputedStyle(o),a=r[i];for(let c of cl){let l=s.getPropertyValue(c),f=c.startsWith("font")||c==="text-anchor";l&&(!f||a instanceof SVGTextElement)&&a.setAttribute(c,l)}a.removeAttribute("class")}),r.forEach((o,i)=>{n[i].closest(".cursor, .brush")&&o.remove()}),e}function bs(t){return t.replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;").replaceAll('"',"&quot;")}async function ws(t){let e=new Image;e.src=URL.createObjectURL(new Blob([t],{type:"image/svg+xml"}));try{await e.decode();let n=document.createElement("canvas");return[n.width,n.height]=[2*e.width,2*e.height],n.getContext("2d").drawImage(e,0,0,n.width,n.height),await new Promise((r,o)=>n.toBlob(i=>i?r(i):o(new Error("the browser drew no PNG")),"image/png"))}finally{URL.revokeObjectURL(e.src)}}function bt(t,e,n,r="text/plain"){let o=document.createElement("a"),i=typeof t=="string"?new Blob([t],{type:r}):t;o.href=URL.createObjectURL(i),o.download=`${e.replaceAll(/[^A-Za-z0-9]+/g,"-").replaceAll(/^-|-$/g,"")||"phases"}.${n}`,o.click(),setTimeout(()=>URL.revokeObjectURL(o.href),1e4)}function mn({columns:t,rows:e}){return[t,...e].map(n=>n.map(dl).join(",")).join(`\r
`)+`\r
`}function dl(t){if(typeof t=="number")return Number.isFinite(t)?String(vs(t)):"";let e=/^[=+\-@\t\r]/.test(t??"")?`'${t}`:t??"";return/[",\r\n]/.test(e)?`"${e.replaceAll('"','""')}"`:e}function pn({columns:t,rows:e}){let n=e.map(r=>Object.fromEntries(t.map((o,i)=>[o,gl(r[i])])));return JSON.stringify(n,null,1)}function gl(t){return typeof t!="number"?t??null:Number.isFinite(t)?vs(t):null}function vs(t){for(let e=6;e<10;e++){let n=Number(t.toPrecision(e));if(Math.fround(n)===t)return n}return t}function hn(t){document.hasFocus()&&(t.currentTarget.contains(t.relatedTarget)||(t.currentTarget.open=!1))}function dn(t){t.key==="Escape"&&(t.currentTarget.open=!1,t.currentTarget.querySelector("summary").focus())}var _l=["SVG","PNG"];function rt({title:t,subtitle:e,panel:n,aside:r,table:o,legend:i=[],wide:s,children:a}){let c=E(null),[l,f]=T(!1),m=()=>xs(c.current.querySelector(".chart svg"),{title:t,subtitle:e,legend:i}),p={SVG:()=>bt(m(),t,"svg","image/svg+xml"),PNG:async()=>bt(await ws(m()),t,"png"),CSV:()=>bt(mn(o()),t,"csv","text/csv"),JSON:()=>bt(pn(o()),t,"json","application/json")};return u("article",{ref:c,class:`panel ${s?"wide":""}`,"data-panel":n,children:[u("header",{children:[u("h2",{children:t}),u("span",{class:"muted",title:e,children:e}),r,u("details",{class:"menu",onFocusOut:hn,onKeyDown:dn,children:[u("summary",{"aria-label":`Save ${t}, or show its numbers`,children:"\u22EF"}),u("div",{tabIndex:-1,children:[u("button",{onClick:()=>f(!l),"aria-pressed":l,children:l?"Chart":"Table"}),Object.entries(p).map(([h,d])=>u("button",{disabled:l&&_l.includes(h),onClick:()=>{d()},children:h},h))]})]})]}),l?u(yl,{table:o(),title:t}):a]})}function yl({table:{columns:t,rows:e},title:n}){return u("div",{class:"numbers",tabIndex:0,role:"region","aria-label":`Numbers of ${n}`,children:u("table",{children:[u("thead",{children:u("tr",{children:t.map(r=>u("th",{scope:"col",class:"number",children:r},r))})}),u("tbody",{children:e.map((r,o)=>u("tr",{children:r.map((i,s)=>u("td",{class:"number",children:yi(i)},s))},o))})]})})}var gn={class:{title:"by class",isOrdered:!1},channel:{title:"by colour channel",isOrdered:!1},frequency:{title:"by spatial frequency",isOrdered:!0},difficulty:{title:"by difficulty",isOrdered:!0},position:{title:"by image position",isOrdered:!1},component:{title:"by principal component",isOrdered:!0}};function ks({focus:t,quantities:e,options:n,cursor:r,actions:o}){let i=R(()=>t.rows.map(s=>({series:s,parts:xl(s)})),[t.rows]);return i.some(({parts:s})=>s.length)?u("section",{class:"panels","aria-label":"Breakdowns",children:i.flatMap(({series:s,parts:a})=>a.map(({kind:c,lines:l})=>u(rt,{title:H(s,t.rows),subtitle:`reconstruction loss ${gn[c].title}`,table:()=>({columns:["step",...l.map(({name:f})=>f)],rows:s.steps.map((f,m)=>[f,...l.map(({values:p})=>p[m])])}),legend:l.map(({name:f,color:m})=>({color:m,text:f})),children:[u(fn,{lines:l,label:"reconstruction loss",name:`${H(s,t.rows)}, ${gn[c].title}`,panel:s.key,quantity:lt(e,"loss"),stepAxis:n.stepAxis,steps:n.steps,cursor:r,actions:o}),u(bl,{lines:l})]},`${s.key} ${c}`)))}):u("section",{class:"empty",children:[u("h2",{children:"This log has no breakdowns"}),u("p",{children:["A breakdown splits the reconstruction loss of a layer by class, colour channel, spatial frequency or difficulty, and shows which of them is forgotten first. Columns named ",u("code",{children:"reconstruction_loss_class_\u2026"}),","," ",u("code",{children:"\u2026_channel_\u2026"}),", ",u("code",{children:"\u2026_frequency_\u2026"})," or ",u("code",{children:"\u2026_difficulty_\u2026"})," appear here."]})]})}function bl({lines:t}){return u("ul",{class:"keys",children:t.map(({name:e,color:n})=>u("li",{children:[u("i",{class:"swatch",style:{background:n}})," ",e]},e))})}function xl(t){return Object.keys(gn).flatMap(e=>{let n=`reconstruction_loss_${e}_`,r=t.metricNames.filter(i=>i.startsWith(n)),o=r.map((i,s)=>({name:i.slice(n.length).replaceAll("_"," "),color:gn[e].isOrdered?Ut(.1+.75*s/Math.max(1,r.length-1)):fe(s),steps:t.steps,values:t.column(i)}));return o.some(({values:i})=>i.some(Number.isFinite))?[{kind:e,lines:o}]:[]})}function Wt(t,e){let n=e?.phases?.at(-1),r=t.points.findLast(({loss:s})=>Number.isFinite(s));if(!n||!r||e?.minimum_step==null)return null;let o=e.minimum_step,i=s=>Ke(t,t.column(s),o);return{kind:n.kind,since:n.start_step,minimumStep:o,interval:e.minimum_interval??[o,o],isPast:!!e.has_increase,lastStep:r.step,lossAtMinimum:i("reconstruction_loss"),lossAtLast:r.loss,accuracyAtMinimum:i("probe_accuracy"),accuracyAtLast:r.accuracy}}function pe({lossAtMinimum:t,lossAtLast:e}){return e/t-1}function Ms(t,e){if(!e)return`${t}: too few probe steps to tell phases apart.`;let{kind:n,since:r,minimumStep:o,interval:i,isPast:s,lastStep:a}=e,c=`${t} has been in the ${n} phase since step ${M(r)}.`;if(!s)return`${c} No increase yet: nothing speaks for stopping at step ${M(a)}.`;let l=i[0]<i[1]?` (between ${M(i[0])} and ${M(i[1])})`:"";return`${c} Its reconstruction minimum was at step ${M(o)}${l}: stopping there ${wl(e)}.`}function wl(t){let{lossAtMinimum:e,lossAtLast:n,accuracyAtMinimum:r,accuracyAtLast:o}=t,i=`would have kept the loss at ${j(e)} instead of ${j(n)} (${q(pe(t))} higher now)`;return!Number.isFinite(r)||!Number.isFinite(o)?i:`${i}, at a probe accuracy of ${q(r)} instead of ${q(o)}`}function Ss({rows:t,options:e,others:n,colors:r,dashes:o}){let i=t.some(l=>l.points.some(f=>Xe(f,l))),s=e.quantity.label,a=t.some(({spread:l})=>l),c=!!e.quantity.readErrors;return u("section",{class:"legend","aria-label":"Legend",children:[u("ul",{children:[u("li",{children:[u(gr,{kind:"constant"})," ",u("b",{children:"constant"})," as untrained"]}),u("li",{children:[u(gr,{kind:"decrease"})," ",u("b",{children:"decrease"})," learns to carry its input"]}),u("li",{children:[u(gr,{kind:"increase"})," ",u("b",{children:"increase"})," forgets it"]}),u("li",{children:[u("svg",{width:26,height:14,class:"curve loss","aria-hidden":"true",children:[u("path",{class:"spread",d:"M0,3H26V11H0Z"}),u("path",{class:"line",d:"M0,7H26"})]}),s,a?", mean, lowest to highest seed":c&&" \xB1 standard error"]}),e.accuracyDomain&&e.quantity.key!=="accuracy"&&u("li",{children:[u("svg",{width:26,height:14,class:"curve accuracy","aria-hidden":"true",children:u("path",{class:"line",d:"M0,7H26"})}),"probe accuracy, shared scale"]}),e.accuracyDomain&&t[0]?.column("model_accuracy").some(Number.isFinite)&&u("li",{children:[u("svg",{width:26,height:14,class:"curve accuracy","aria-hidden":"true",children:u("path",{class:"own",d:"M0,7H26"})}),"accuracy of the model itself"]}),u("li",{children:[u("svg",{width:26,height:16,class:"minimum","aria-hidden":"true",children:[u("line",{class:"interval",x1:1,x2:25,y1:13,y2:13}),u("circle",{cx:13,cy:6,r:4.5})]}),"minimum and its interval"]}),i&&u("li",{children:[u("svg",{width:26,height:14,class:"flag-marks","aria-hidden":"true",children:u("circle",{cx:13,cy:7,r:5})}),"record with a remark"]})]}),e.quantity.key!=="loss"&&u("p",{children:"Phases and minimum are those of the reconstruction loss."}),n.length>0&&u(_r,{others:n,colors:r,dashes:o})]})}function _r({others:t,colors:e,dashes:n}){return u("ul",{class:"keys","aria-label":"Runs",children:t.map(({summary:{run:r}})=>u("li",{children:[u(he,{color:e.get(r),dash:n.get(r)})," ",A(r)]},r))})}function he({color:t,dash:e}){return u("svg",{width:26,height:10,class:"stroke","aria-hidden":"true",children:u("path",{d:"M0,5H26",stroke:t,"stroke-width":2,"stroke-dasharray":e||void 0})})}function gr({kind:t}){return u("svg",{width:26,height:14,class:`band ${t}`,"aria-hidden":"true",children:[u("rect",{width:26,height:14}),u("rect",{class:"edge",width:26,height:3})]})}function Ps(t){let{focus:e,others:n}=t;return u("section",{children:[u(kl,{...t}),n.length>0?u(Rl,{...t}):u("p",{class:"muted",children:["Choose further runs under ",u("b",{children:"Beside it"})," to see their differences to ",A(e.summary.run),"."]})]})}var vl=(t,e)=>t===void 0||!Number.isFinite(t)?"\u2013":e(t),Xt=[{name:"run",value:({run:t})=>A(t),show:({run:t})=>A(t)},{name:"layer",value:({layer:t})=>t,show:({layer:t})=>t},{name:"decoder",value:({decoder:t})=>t,show:({decoder:t})=>t},{name:"phase now",value:({advice:t})=>t?.kind??null,show:({advice:t})=>t?.kind??"\u2013"},ot("minimum at step",({advice:t})=>t?.minimumStep,M),ot("from step",({advice:t})=>t?.interval[0],M),ot("to step",({advice:t})=>t?.interval[1],M),ot("stop step",({advice:t})=>t?.isPast?t.minimumStep:void 0,M),ot("loss at minimum",({advice:t})=>t?.lossAtMinimum,j),ot("last loss",({advice:t})=>t?.lossAtLast,j),ot("rise since",({advice:t})=>t&&pe(t),q),ot("accuracy at minimum",({advice:t})=>t?.accuracyAtMinimum,q),ot("best accuracy",({best:t})=>t?.accuracy,q),ot("at step",({best:t})=>t?.step,M)];function ot(t,e,n){return{name:t,value:r=>e(r)??null,show:r=>vl(e(r)??void 0,n)}}function kl({focus:t,others:e,colors:n,dashes:r}){let[o,i]=T({place:-1,down:!1}),s=R(()=>[t,...e].flatMap(l=>Ml(l,n,r)),[t,e,n,r]),a=R(()=>Sl(s,o),[s,o]),c=()=>({columns:Xt.map(({name:l})=>l),rows:a.map(l=>Xt.map(({value:f})=>f(l)))});return u("div",{class:"minima",children:[u("div",{class:"scroll",children:u("table",{children:[u("thead",{children:u("tr",{children:Xt.map(({name:l},f)=>u("th",{scope:"col",class:f>=Rs?"number":"","aria-sort":o.place===f?o.down?"descending":"ascending":"none",children:u("button",{onClick:()=>i({place:f,down:o.place===f&&!o.down}),children:[l," ",o.place===f&&(o.down?"\u2193":"\u2191")]})},l))})}),u("tbody",{children:a.map(l=>u("tr",{children:Xt.map(({name:f,show:m},p)=>u("td",{class:p>=Rs?"number":"",children:[p===0&&u(he,{color:l.color,dash:l.dash}),m(l)]},f))},`${l.run} ${l.layer}/${l.decoder}`))})]})}),u("p",{class:"row",children:[u("button",{onClick:()=>bt(mn(c()),"phase minima","csv","text/csv"),children:"CSV"}),u("button",{onClick:()=>bt(pn(c()),"phase minima","json","application/json"),children:"JSON"}),u("span",{class:"muted",children:"A stop step is the minimum of a layer whose loss has surely risen since. It serves frozen features; full fine-tuning can still gain from longer pre-training."})]})]})}function Ml({summary:t,rows:e,reports:n},r,o){return e.map(i=>({run:t.run,color:r.get(t.run),dash:o.get(t.run),layer:i.row.layer,decoder:i.row.decoder,advice:Wt(i,z(n,i.row)),best:i.best}))}var Rs=Xt.findIndex(({name:t})=>t==="minimum at step");function Sl(t,{place:e,down:n}){let r=Xt[e];return r?t.toSorted((o,i)=>{let[s,a]=[r.value(o),r.value(i)];if(_n(s)||_n(a))return Number(_n(s))-Number(_n(a));let c=typeof s=="number"?s-a:String(s).localeCompare(String(a),"en",{numeric:!0});return n?-c:c}):t}function _n(t){return t===null||typeof t=="number"&&!Number.isFinite(t)}function Rl({focus:t,others:e,colors:n,dashes:r,options:o,cursor:i,actions:s}){let{quantity:a,stepAxis:c,steps:l}=o,f=R(()=>t.rows.map(d=>({series:d,lines:Pl(d,e,n,a,r)})).filter(({lines:d})=>d.length),[t.rows,e,n,r,a]),m=new Set(f.flatMap(({lines:d})=>d.map(g=>g.name))),p=A(t.summary.run),h=R(()=>({...a,key:"difference"}),[a]);return u(P,{children:[u("h2",{class:"section",children:[a.label,": difference to ",p]}),!f.length&&u("p",{class:"muted",children:["None of the other runs has a layer of ",p," by the same name and decoder."]}),u(_r,{others:e.filter(({summary:d})=>m.has(A(d.run))),colors:n,dashes:r}),u("div",{class:"panels","aria-label":"Differences",children:f.map(({series:d,lines:g})=>u(rt,{title:H(d,t.rows),subtitle:`${a.label}, run minus ${p}`,table:()=>({columns:["run","step",`difference of ${a.label}`],rows:g.flatMap(_=>_.steps.map((b,y)=>[_.name,b,_.values[y]]))}),legend:g.map(({name:_,color:b,dash:y})=>({color:b,dash:y,text:_})),children:u(fn,{lines:g,label:"difference",name:`${H(d,t.rows)}, difference of ${a.label}`,panel:d.key,quantity:h,stepAxis:c,steps:l,level:0,cursor:i,actions:s})},d.key))})]})}function Pl(t,e,n,r,o){let i=new Map(t.steps.map((s,a)=>[s,r.read(t)[a]]));return e.flatMap(({summary:s,rows:a})=>{let c=a.find(({key:m})=>m===t.key);if(!c)return[];let l=r.read(c),f=c.steps.flatMap((m,p)=>i.has(m)?[[m,l[p]-i.get(m)]]:[]);return[{name:A(s.run),color:n.get(s.run),dash:o?.get(s.run),steps:f.map(([m])=>m),values:f.map(([,m])=>m)}]})}var Ns=["curves","map","compare"],Nl=[...Ns,"breakdowns"];function $s(t){let{runs:e,focus:n,layers:r,selection:o,select:i}=t,s=new Set(e.map(({run:a})=>ce(a))).size<e.length;return u("header",{class:"controls",children:[u("label",{class:"run",children:[u("span",{class:"control-name",children:"Run"}),u("select",{name:"run",value:n,onChange:a=>i({run:a.currentTarget.value}),children:e.map(a=>u("option",{value:a.run,children:El(a)},a.run))})]}),e.length>1&&u(Al,{...t}),r.length>1&&u(As,{name:"Layers",items:r.map(a=>({value:a,label:a})),chosen:nn(r,o.layers)??r,choose:a=>i({layers:a.length===r.length?null:a})}),Ns.includes(o.view)&&u($l,{...t}),Nl.includes(o.view)&&u(yr,{name:"Step axis",value:o.stepAxis,options:{log:"log(1 + step)",linear:"linear"},choose:a=>i({stepAxis:a})}),s&&u("label",{class:"switch",children:[u("input",{type:"checkbox",checked:o.grouped,onChange:()=>i({grouped:!o.grouped})}),"Mean over seeds"]}),o.zoom&&u("button",{class:"chip",onClick:()=>i({zoom:null}),children:["steps ",o.zoom.map(M).join("\u2013")," \u2715"]}),o.step!==null&&u("button",{class:"chip",onClick:()=>i({step:null}),children:["held at step ",M(o.step)," \u2715"]})]})}function $l({quantities:t,selection:e,select:n}){return u("label",{children:[u("span",{class:"control-name",children:"Quantity"}),u("select",{name:"quantity",value:lt(t,e.metric).key,onChange:r=>n({metric:r.currentTarget.value}),children:t.map(({key:r,label:o})=>u("option",{value:r,children:o},r))})]})}function Al({runs:t,focus:e,others:n,colors:r,dashes:o,select:i}){let s=t.filter(({run:a})=>a!==e).map(({run:a})=>({value:a,label:A(a),color:r.get(a),dash:o.get(a)}));return u(As,{name:"Beside it",items:s,chosen:n,choose:a=>i({others:a})})}var Cl=10;function As({name:t,items:e,chosen:n,choose:r}){let[o,i]=T(""),s=e.map(({value:f})=>f).filter(f=>n.includes(f)),a=e.filter(({label:f})=>f.toLowerCase().includes(o.toLowerCase())),c=f=>r(e.map(m=>m.value).filter(m=>m===f!==s.includes(m))),l=a.map(({value:f})=>f);return u("div",{children:[u("span",{class:"control-name",children:t}),u(Tl,{label:`${s.length} of ${e.length}`,name:t,children:[e.length>Cl&&u("input",{type:"search",placeholder:"filter","aria-label":`Filter ${t}`,value:o,onInput:f=>i(f.currentTarget.value)}),u("div",{class:"row",children:[u("button",{onClick:()=>r([...new Set([...s,...l])]),children:"all"}),u("button",{onClick:()=>r(s.filter(f=>!l.includes(f))),children:"none"})]}),u("ul",{children:a.map(({value:f,label:m,color:p,dash:h})=>u("li",{children:u("label",{children:[u("input",{type:"checkbox",checked:s.includes(f),onChange:()=>c(f)}),p&&u(he,{color:p,dash:h}),m]})},f))})]})]})}function Tl({label:t,name:e,children:n}){return u("details",{class:"dropdown",onFocusOut:hn,onKeyDown:dn,children:[u("summary",{"aria-label":`${e}: ${t}`,children:[t," \u25BE"]}),u("div",{tabIndex:-1,children:n})]})}function El({run:t,num_steps:e,last_step:n,error:r}){let o=n===null?"no probe step":`${Je(e,"probe step")} to step ${M(n)}`;return`${A(t)} \xB7 ${r?"damaged, ":""}${o}`}var Ll={curves:"Curves",portrait:"Phase portrait",map:"Heat map",images:"Reconstructions",compare:"Compare",breakdowns:"Breakdowns"};function Cs({view:t,choose:e}){return u("nav",{class:"views",role:"tablist","aria-label":"Views",onKeyDown:r=>{let o={ArrowLeft:-1,ArrowRight:1}[r.key];if(!o||Ct(r))return;r.preventDefault();let i=$t[($t.indexOf(t)+o+$t.length)%$t.length];e(i),r.currentTarget.querySelector(`[data-view="${i}"]`).focus()},children:$t.map(r=>u("button",{role:"tab",id:`tab-${r}`,"aria-controls":"view","data-view":r,"aria-selected":r===t,tabIndex:r===t?0:-1,onClick:()=>e(r),children:Ll[r]},r))})}function yr({name:t,value:e,options:n,choose:r}){return u("fieldset",{class:"choice",children:[u("legend",{class:"control-name",children:t}),u("div",{class:"segments",children:Object.entries(n).map(([o,i])=>u("label",{children:[u("input",{type:"radio",name:t,value:o,checked:o===e,onChange:()=>r(o)}),u("span",{children:i})]},o))})]})}var Il='model.fit(x, y, callbacks=[PhaseProbe(log_dir="logs/run1")])';function Ts(){return u("main",{class:"empty",children:[u(Dl,{}),u("h1",{children:"Installed, waiting for the first probe step"}),u("p",{children:"Add one callback to your training. The first point, the untrained network, appears at once."}),u("pre",{children:u("code",{children:[u("span",{class:"muted",children:"from keras_phases import PhaseProbe"}),`

`,Il]})}),u("p",{class:"muted",children:["Training already? TensorBoard must watch the same folder, ",u("code",{children:"tensorboard --logdir logs"}),", and its reload button fetches new steps."]})]})}function Dl(){return u("svg",{class:"empty-curve",width:280,height:92,viewBox:"0 0 280 92","aria-hidden":"true",children:[u("g",{class:"band constant",children:[u("rect",{width:80,height:78}),u("text",{x:40,y:14,"text-anchor":"middle",children:"constant"})]}),u("g",{class:"band decrease",children:[u("rect",{x:80,width:100,height:78}),u("text",{x:130,y:14,"text-anchor":"middle",children:"decrease"})]}),u("g",{class:"band increase",children:[u("rect",{x:180,width:100,height:78}),u("text",{x:230,y:14,"text-anchor":"middle",children:"increase"})]}),u("g",{class:"curve loss",children:u("path",{class:"line",d:"M2,32L80,33C110,34 140,62 180,62S250,36 278,26"})}),u("g",{class:"axis",children:u("line",{x2:280,y1:78,y2:78})})]})}function Es({focus:{rows:t,reports:e}}){let n=t.at(-1);if(!n||!e.length)return null;let r=Wt(n,z(e,n.row));return u("p",{class:`headline ${r?.kind??""}`,role:"status",children:[Ms(H(n,t),r),r?.isPast&&u("span",{class:"muted",children:[" ","That serves frozen features; full fine-tuning can still gain from longer pre-training (",u("a",{href:"https://arxiv.org/abs/2203.04668",target:"_blank",rel:"noreferrer",children:"Deng et al., ICCV 2023"}),")."]})]})}var Tt={top:8,right:12,bottom:66},Is=6.6;function Fl({rows:t,reports:e,quantity:n,colors:r,stepAxis:o,steps:i},s){let a=t.map(_=>H(_,t)),c=Math.min(.3*s,14+Is*Math.max(4,...a.map(({length:_})=>_))),l=s-Tt.right,f=t.length>24?14:t.length>12?20:28,m=at(o,i,[c+6,l-6]),p=t.map(_=>n.read(_)),h=Ls(p.flat()),d=t.map((_,b)=>{let[y,v]=r==="shared"?h:Ls(p[b]),x=z(e,_.row)?.minimum_step??-1;return{series:_,name:a[b],top:Tt.top+b*f,values:p[b],low:y,high:v,edges:ql(_.steps.map(w=>m(w)),c,l),minimum:_.steps.indexOf(x)}}),g=Tt.top+t.length*f;return{width:s,height:g+Tt.bottom,left:c,right:l,bottom:g,cell:f,x:m,rows:d}}function Ls(t){let[e,n]=[1/0,-1/0];for(let r of t)Number.isFinite(r)&&([e,n]=[Math.min(e,r),Math.max(n,r)]);return e<=n?[e,n]:[0,1]}function ql(t,e,n){let r=i=>Math.min(n,Math.max(e,i)),o=(n-e)/40;return t.map((i,s)=>{let a=s?(i-t[s-1])/2:void 0,c=s<t.length-1?(t[s+1]-i)/2:void 0;return[r(i-(a??c??o)),r(i+(c??a??o))]})}function Ol({held:t,cursor:e,actions:n,name:r,run:o,...i}){let{rows:s,reports:a,quantity:c,colors:l,stepAxis:f,steps:m}=i,[p,h]=yt(640),d=R(()=>Fl(i,h),[s,a,c,l,f,m,h]),g=y=>{let v=y.currentTarget.getBoundingClientRect(),x=d.rows[Math.floor((y.clientY-v.top-Tt.top)/d.cell)];return x?{step:x.series.steps[ue(x.series.steps,d.x,y.clientX-v.left)],panel:x.series.key}:null},_=y=>{let v=g(y);e.move(v&&{...v,run:o,byKey:!1})},b=R(()=>u(P,{children:[d.rows.map(y=>u(Hl,{row:y,cell:d.cell,left:d.left,quantity:c},y.series.key)),u(Bl,{layout:d,stepAxis:f,steps:m}),u(zl,{layout:d,quantity:c,colors:l})]}),[d,c,f,m,l]);return u("div",{ref:p,class:"chart",children:u("svg",{class:"heat-map",width:h,height:d.height,viewBox:`0 0 ${h} ${d.height}`,role:"img",tabIndex:0,"aria-label":`${r}: ${c.label} of ${s.length} layers at every probe step. Arrow keys move the cursor.`,onPointerMove:_,onPointerLeave:()=>e.move(null),onPointerUp:y=>y.button===0&&n.hold(g(y)?.step??null),onKeyDown:y=>Vl(y,d,e,n,o),onBlur:()=>e.move(null),children:[b,t!==null&&t>=m[0]&&t<=m[1]&&u("line",{class:"held",x1:d.x(t),x2:d.x(t),y1:Tt.top,y2:d.bottom}),u(Ul,{layout:d,cursor:e})]})})}var Ds=_t(Ol);function Vl(t,{rows:e},n,r,o){if(Ct(t))return;let i=Math.max(0,e.findIndex(({series:p})=>p.key===n.current?.panel)),s=e[i]?.series;if(!s)return;let a=n.current?G(s.steps,n.current.step):0,c={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0],Home:[0,-a],End:[0,s.steps.length]};t.key==="Escape"&&n.move(null),t.key==="Enter"&&r.hold(s.steps[a]);let l=c[t.key];if(!l)return;t.preventDefault();let f=e[Math.min(e.length-1,Math.max(0,i+l[0]))].series,m=Math.min(f.steps.length-1,Math.max(0,a+l[1]));n.move({step:f.steps[m],panel:f.key,run:o,byKey:!0})}function Hl({row:t,cell:e,left:n,quantity:r}){let{name:o,top:i,values:s,low:a,high:c,edges:l,minimum:f}=t,m=Ze(o,Math.floor((n-13)/Is)),p=l[f]&&(l[f][0]+l[f][1])/2;return u("g",{children:[u("text",{x:n-6,y:i+e/2,dy:"0.32em","text-anchor":"end",children:[m,m!==o&&u("title",{children:o})]}),l.map(([h,d],g)=>{let _=s[g];if(d<=h)return null;if(!Number.isFinite(_))return u("rect",{class:"missing",x:h,y:i,width:d-h,height:e-1},g);let b=c>a?(_-a)/(c-a):.5;return u("rect",{x:h,y:i,width:d-h+.4,height:e-1,fill:Ut(b)},g)}),p!==void 0&&r.better==="low"&&u("g",{children:[u("title",{children:"reconstruction minimum"}),["rim","lowest"].map(h=>u("circle",{class:h,cx:p,cy:i+(e-1)/2,r:Math.min(5,e/4)},h))]})]})}function Bl({layout:t,stepAxis:e,steps:n}){let{left:r,right:o,bottom:i,x:s}=t;return u("g",{class:"axis axis-step",children:[Ge(e,n,[s(n[0]),s(n[1])]).map(a=>u("g",{class:"tick",transform:`translate(${s(a)},${i})`,children:[u("line",{y2:4}),u("text",{y:16,"text-anchor":"middle",children:M(a)})]},a)),u("text",{class:"axis-unit",x:o,y:i+30,"text-anchor":"end",children:"step \u2192"}),u("line",{x1:r,x2:o,y1:i,y2:i})]})}function zl({layout:t,quantity:e,colors:n}){let[r,o]=[t.rows[0]?.low??0,t.rows[0]?.high??1],i=Math.min(220,t.right-t.left),s=n==="shared"?[e.format(r),e.format(o)]:["lowest of the layer","highest"];return u("g",{class:"color-legend",transform:`translate(${t.left},${t.bottom+36})`,children:[Array.from({length:44},(a,c)=>u("rect",{x:c*i/44,width:i/44+.5,height:10,fill:Ut(c/43)},c)),u("text",{y:24,children:s[0]}),u("text",{x:i,y:24,"text-anchor":"end",children:s[1]}),u("text",{x:i+10,y:9,children:e.label})]})}function Ul({layout:t,cursor:e}){let n=E(null);return I(()=>{let r=o=>{let[i,s]=n.current.children,a=t.rows.find(({series:f})=>f.key===o?.panel)??t.rows[0];if(n.current.toggleAttribute("data-shown",!!(o&&a)),!o||!a)return;let[c,l]=a.edges[G(a.series.steps,o.step)]??[0,0];i.setAttribute("transform",`translate(${(c+l)/2},0)`),s.style.display=a.series.key===o.panel?"":"none",s.setAttribute("x",String(c)),s.setAttribute("y",String(a.top)),s.setAttribute("width",String(Math.max(0,l-c)))};return r(e.current),e.subscribe(r)},[t,e]),u("g",{ref:n,class:"cursor","aria-hidden":"true",children:[u("line",{y1:Tt.top,y2:t.bottom}),u("rect",{class:"frame",height:t.cell-1})]})}function Fs({focus:t,others:e,options:n,selection:r,cursor:o,actions:i}){let{quantity:s,stepAxis:a,steps:c}=n,[l,f]=T("each"),m=[t,...e];return u("section",{children:[u("div",{class:"view-controls",children:u(yr,{name:"Colours",value:l,options:{each:"each layer by itself",shared:"one scale for all layers"},choose:f})}),u("div",{class:m.length>1?"panels portraits":"panels single",children:m.map(p=>u(rt,{title:A(p.summary.run),subtitle:`${s.label} (${s.unit})`,table:()=>jl(p,s),wide:m.length===1,children:u(Ds,{name:A(p.summary.run),run:p.summary.run,rows:p.rows,reports:p.reports,quantity:s,colors:l,stepAxis:a,steps:c,held:r.step,cursor:o,actions:i})},p.summary.run))})]})}function jl({rows:t},e){let n=t[0]?.steps??[],r=t.map(o=>[o.row.layer,o.row.decoder,...e.read(o)]);return{columns:["layer","decoder",...n.map(o=>`step ${o}`)],rows:r}}var Gl=700;function qs({focus:t,selection:e,select:n,source:r}){let o=Ql(r,t);return o===void 0?u("p",{class:"muted",children:"Loading \u2026"}):typeof o=="string"?u("p",{class:"problem",children:o}):o.steps.length?u(Xl,{listing:o,focus:t,selection:e,select:n,source:r}):u(Wl,{problem:o.error})}function Ql(t,{summary:e}){let[n,r]=T();return I(()=>{let o=!0;return t.fetchImages(e.run).catch(i=>i.message).then(i=>o&&r({run:e.run,listing:i})),()=>{o=!1}},[t,e.run,e.last_step,e.last_wall_time]),n?.run===e.run?n.listing:void 0}function Wl({problem:t}){return u("section",{class:"empty",children:[u("h2",{children:"This run has no reconstructed images"}),u("p",{children:t??"The probe keeps the reconstructions of a few held-out examples where the input is an image of one or three channels:"}),u("pre",{children:u("code",{children:'model.fit(x, y, callbacks=[PhaseProbe(images=8, log_dir="logs/run1")])'})})]})}function Xl({listing:t,focus:e,selection:n,select:r,source:o}){let{steps:i,num_examples:s,labels:a}=t,[c,l]=T(!1),[f,m]=T(null),p=f!==null&&f<s?f:null,[h,d]=T(!1),g=n.step===null?i.length-1:G(i,n.step),_=i[g],b=w=>r({step:i[w]}),y=t.rows.flatMap(({layer:w,decoder:k},C)=>{let N=e.rows.find(({row:L})=>L.layer===w&&L.decoder===k);if(!N)return[];let O=Ke(N,N.column("reconstruction_loss"),_);return Number.isFinite(O)?[{layer:w,decoder:k,row:C,loss:O,key:N.key}]:[]});I(()=>{if(!c)return;let w=setTimeout(()=>b((g+1)%i.length),Gl);return()=>clearTimeout(w)},[c,g,i]),I(()=>{if(!(g+1>=i.length))for(let{row:w}of y)new Image().src=o.imageUrl(t,g+1,w)},[t,g,o]);let v=p===null?Array.from({length:s},(w,k)=>k):[p],x=(w,k)=>{let{size:C}=t.rows[w],N=o.imageUrl(t,g,w,k),O=h&&!k?o.imageUrl(t,g,w,!0):void 0;return v.map(L=>u(Kl,{url:N,over:O,at:L,count:s,size:C,isLarge:p!==null},L))};return u("section",{class:"images","aria-label":"Reconstructions",children:[t.error&&u("p",{class:"problem",children:t.error}),u("div",{class:"view-controls",children:[u("button",{"aria-pressed":c,onClick:()=>l(!c),children:c?"\u23F8 pause":"\u25B6 play"}),u("label",{class:"slider",children:[u("span",{class:"control-name",children:["Step ",M(_)]}),u("input",{type:"range",name:"step",min:0,max:i.length-1,value:g,"aria-valuetext":`step ${M(_)}`,onInput:w=>b(Number(w.currentTarget.value))})]}),u("label",{children:[u("span",{class:"control-name",children:"Example"}),u("select",{name:"example",value:p===null?"":String(p),onChange:w=>m(w.currentTarget.value===""?null:Number(w.currentTarget.value)),children:[u("option",{value:"",children:"all"}),Array.from({length:s},(w,k)=>u("option",{value:k,children:[k+1,a&&` \xB7 class ${a[k]}`]},k))]})]}),u("label",{class:"switch",children:[u("input",{type:"checkbox",checked:h,onChange:()=>d(!h)}),"Difference to the input"]})]}),u("div",{class:p===null?"strips":"strips large",children:[u("figure",{children:[u("figcaption",{children:u("b",{children:"input"})}),u("div",{children:x(y.at(-1)?.row??0,!0)})]}),y.map(({layer:w,decoder:k,row:C,loss:N,key:O})=>u("figure",{children:[u("figcaption",{children:[u("b",{children:w})," ",u("span",{class:"muted",children:k}),u("br",{}),u("span",{class:"muted",children:["loss ",j(N)]})]}),u("div",{children:x(C,!1)})]},O))]})]})}function Kl({url:t,over:e,at:n,count:r,size:[o,i],isLarge:s}){let a=Math.max(1,Math.round((s?128:64)/i)),c=[t,...e?[e]:[]].map(l=>`url("${l.replaceAll('"',"%22")}")`);return u("span",{class:"example",role:"img","aria-label":`example ${n+1}`,style:{width:`${a*i}px`,height:`${a*o}px`,backgroundImage:c.join(","),backgroundSize:`${r*100}% 100%`,backgroundPosition:r>1?`${100*n/(r-1)}% 0`:"0 0",backgroundBlendMode:e?"difference":"normal"}})}function Os({rows:t,reports:e}){let n=[...t.some(({best:r})=>r)?[]:[Yl(t)],...Jl(t).map(([r,o])=>o.length===t.length?`Whole run: ${le(r)}.`:`${o.join(", ")}: ${le(r)}.`),...t.flatMap(r=>{let o=z(e,r.row)?.error;return o?[`${H(r,t)}: phases not found. ${o}`]:[]})];return n.length?u("ul",{class:"notes",children:n.map(r=>u("li",{children:r},r))}):null}function Yl(t){return t.some(({points:n})=>n.some(({flags:r})=>r.includes("no_labels")))?"No labels reached the probe, so there is no probe accuracy to draw.":"No probe accuracy was measured, so there is none to draw."}function Jl(t){let e=new Map;for(let n of t)for(let r of n.wholeRunFlags)e.set(r,[...e.get(r)??[],H(n,t)]);return e.delete("no_labels"),[...e]}function Vs({summary:t}){let e=Object.entries(t.layout?.run??{});return e.length?u("details",{class:"settings",children:[u("summary",{children:"Measured with"}),u("dl",{children:e.map(([n,r])=>u("div",{children:[u("dt",{children:n}),u("dd",{children:typeof r=="string"?r:JSON.stringify(r)})]},n))})]}):null}var Zl=["loss","limit","explained"];function tc({series:t,report:e,companions:n,options:r,held:o,cursor:i,actions:s}){let[a,c]=yt(360),l=R(()=>hi(t,n,r,c),[t,n,r,c]),{x:f,steps:m}=l,{brush:p,handlers:h}=cn({panel:t.key,steps:t.steps,x:f,domain:m,cursor:i,actions:s}),d=Pe(),g=[l.left,l.right,l.stepAxis,...m],_=R(()=>u(cs,{panel:l,phases:e?.phases??[]}),[e,...g]),b=R(()=>u(an,{panel:l}),g),y=R(()=>[u(as,{panel:l}),u(ps,{panel:l,series:t})],[t,r.accuracyDomain,l.accuracy===null,...g]),v=R(()=>u("g",{class:"marks",children:[_,u(un,{panel:l}),y[0],b,u("clipPath",{id:d,children:u("rect",{x:l.left,y:l.top-6,width:l.right-l.left,height:l.bottom-l.top+12})}),u("g",{"clip-path":`url(#${d})`,children:[u(ds,{panel:l,companions:n}),y[1],u(ms,{panel:l,series:t}),u(gs,{panel:l,series:t})]}),u(fs,{panel:l}),e&&Zl.includes(r.quantity.key)&&u(_s,{panel:l,series:t,report:e})]}),[l,e,n,t]);return u("div",{ref:a,class:"chart",children:u("svg",{width:c,height:dt,viewBox:`0 0 ${c} ${dt}`,role:"img",tabIndex:0,"aria-label":ec(t,e,r),...h,children:[v,o!==null&&o>=m[0]&&o<=m[1]&&u("line",{class:"held",x1:f(o),x2:f(o),y1:l.top,y2:l.bottom}),p&&u(ln,{panel:l,ends:p}),u(ls,{panel:l,series:t,cursor:i})]})})}var Hs=_t(tc);function ec(t,e,{quantity:n}){let{row:r,points:o,best:i}=t,s=[`${r.layer}, ${r.decoder} decoder: ${n.label} at ${Je(o.length,"probe step")}`],a=o.at(-1);return a&&s.push(`${n.format(n.read(t).at(-1))} at step ${M(a.step)}`),i&&s.push(`best probe accuracy ${q(i.accuracy)} at step ${M(i.step)}`),e?.description&&s.push(e.description),`${s.join("; ")}. Arrow keys move the cursor, Enter holds a step, + and 0 zoom.`}var nc={constant:"\u2192",decrease:"\u2198",increase:"\u2197"},Bs=["constant","decrease","increase"];function yn({report:t}){let e=t?.phases?.at(-1);return e?u("span",{class:`phase-now ${e.kind}`,title:t?.description,children:[u(rc,{kind:e.kind})," ",nc[e.kind]," ",e.kind," ",u("span",{class:"since",children:["since ",M(e.start_step)]})]}):u("span",{class:"phase-now muted",children:"too few steps"})}function rc({kind:t}){let e=Bs.indexOf(t),n=(r,o)=>{let i=2*Math.PI*r/3;return`${(o*Math.sin(i)).toFixed(2)},${(-o*Math.cos(i)).toFixed(2)}`};return u("svg",{class:"clock",width:14,height:14,viewBox:"-8 -8 16 16","aria-hidden":"true",children:[Bs.map((r,o)=>u("path",{class:`edge ${r}`,opacity:o===e?1:.35,d:`M0,0L${n(o,8)}A8,8 0 0 1 ${n(o+1,8)}Z`},r)),u("path",{class:"hand",d:`M0,0L${n(e+.5,6.5)}`})]})}function zs({focus:t,others:e,colors:n,dashes:r,options:o,selection:i,cursor:s,actions:a}){let c=R(()=>new Map(t.rows.map(({key:f})=>[f,oc(f,e,n,r)])),[t.rows,e,n,r]),l=o.accuracyDomain&&o.quantity.key!=="accuracy";return u("section",{class:"panels","aria-label":"Layers",children:t.rows.map(f=>{let m=z(t.reports,f.row),p=c.get(f.key);return u(rt,{title:f.row.layer,subtitle:`width ${M(f.row.num_features)} \xB7 ${f.row.decoder} decoder`,panel:f.key,aside:u(yn,{report:m}),table:()=>ic(f),legend:[{color:"var(--loss)",text:`${o.quantity.label}, ${A(t.summary.run)}`},...l?[{color:"var(--accuracy)",text:"probe accuracy"}]:[],...l&&f.column("model_accuracy").some(Number.isFinite)?[{color:"var(--accuracy)",dash:"2 3",text:"accuracy of the model itself"}]:[],...p.map(({run:h,color:d,dash:g})=>({color:d,dash:g,text:A(h)}))],children:u(Hs,{series:f,report:m,companions:p,options:o,held:i.step,cursor:s,actions:a})},f.key)})})}function oc(t,e,n,r){return e.flatMap(({summary:o,rows:i})=>{let s=i.find(a=>a.key===t);return s?[{run:o.run,color:n.get(o.run),dash:r.get(o.run),series:s}]:[]})}function ic(t){let e=t.metricNames.filter(o=>!o.includes("_group_")&&o!=="flags"),n=e.map(o=>t.column(o)),r=t.points.map(({step:o,flags:i},s)=>[o,...n.map(a=>a[s]),i.join(" ")]);return{columns:["step",...e,"flags"],rows:r}}var xt={top:26,right:96,bottom:40,left:54};function sc({rows:t,reports:e,axes:n,theme:r},o){let i=Math.round(Math.min(520,Math.max(300,.62*o))),[s,a]=n.map(m=>t.map(p=>m.read(p))),c=X(ut(s.flat(),[]),[xt.left+8,o-xt.right]),l=X(ut(a.flat(),[]),[i-xt.bottom-8,xt.top+8]),f=t.map((m,p)=>{let h=m.steps.map((g,_)=>({step:g,x:c(s[p][_]),y:l(a[p][_])})).filter(g=>Number.isFinite(g.x)&&Number.isFinite(g.y)),d=z(e,m.row);return{series:m,color:en(p,t.length,r),places:h,parts:ac(h,d),minimum:h.findIndex(({step:g})=>g===d?.minimum_step)}});return{width:o,height:i,x:c,y:l,trajectories:f}}function ac(t,e){let n=t.length-1;return n<1?[]:e?.phases?.length?e.phases.flatMap(({kind:r,start_step:o,end_step:i})=>{let s=t.flatMap(({step:a},c)=>a>=o&&a<=i?[c]:[]);return s.length>1?[{kind:r,from:s[0],to:s.at(-1)}]:[]}):[{kind:"decrease",from:0,to:n}]}function uc({rows:t,reports:e,axes:n,theme:r,held:o,cursor:i,actions:s,name:a,run:c}){let[l,f]=yt(640),m=R(()=>sc({rows:t,reports:e,axes:n,theme:r},f),[t,e,n,r,f]),p=g=>{let _=g.currentTarget.getBoundingClientRect();return lc(m,g.clientX-_.left,g.clientY-_.top)},h=g=>{let _=p(g);i.move(_&&{step:_.step,panel:_.key,run:c,byKey:!1})},d=R(()=>u(P,{children:[u(fc,{layout:m,axes:n}),m.trajectories.map(g=>u(mc,{trajectory:g},g.series.key)),u(hc,{layout:m})]}),[m,n]);return u("div",{ref:l,class:"chart",children:u("svg",{class:"portrait",width:f,height:m.height,viewBox:`0 0 ${f} ${m.height}`,role:"img",tabIndex:0,"aria-label":`${a}: ${n[1].label} against ${n[0].label}, a trajectory for each of ${t.length} layers. Arrow keys move along the steps.`,onPointerMove:h,onPointerLeave:()=>i.move(null),onPointerUp:g=>g.button===0&&s.hold(p(g)?.step??null),onKeyDown:g=>cc(g,t,i,s,c),onBlur:()=>i.move(null),children:[d,u(_c,{layout:m,cursor:i,held:o})]})})}var Us=_t(uc);function lc({trajectories:t},e,n){let r=null,o=40**2;for(let{series:i,places:s}of t)for(let a of s){let c=(a.x-e)**2+(a.y-n)**2;c<o&&([o,r]=[c,{step:a.step,key:i.key}])}return r}function cc(t,e,n,r,o){if(Ct(t))return;let i=e.find(({key:f})=>f===n.current?.panel)??e.at(-1);if(!i)return;let s=n.current?G(i.steps,n.current.step):-1,a=i.steps.length-1,c=e.indexOf(i),l=(f,m=i)=>{t.preventDefault(),f!==void 0&&n.move({step:f,panel:m.key,run:o,byKey:!0})};t.key==="ArrowLeft"&&l(i.steps[Math.max(0,s-1)]),t.key==="ArrowRight"&&l(i.steps[Math.min(a,s+1)]),t.key==="Home"&&l(i.steps[0]),t.key==="End"&&l(i.steps[a]),t.key==="ArrowUp"&&l(i.steps[Math.max(0,s)],e[Math.max(0,c-1)]),t.key==="ArrowDown"&&l(i.steps[Math.max(0,s)],e[Math.min(e.length-1,c+1)]),t.key==="Enter"&&s>=0&&r.hold(i.steps[s]),t.key==="Escape"&&n.move(null)}function fc({layout:{width:t,height:e,x:n,y:r},axes:o}){let[i,s,a]=[xt.left,t-xt.right+8,e-xt.bottom],c=Math.max(3,t/110),l=n.tickFormat(c,o[0].tickFormat),f=r.tickFormat(6,o[1].tickFormat);return u("g",{class:"axis",children:[u("line",{x1:i,x2:s,y1:a,y2:a}),n.ticks(c).map(m=>u("g",{class:"tick",transform:`translate(${n(m)},${a})`,children:[u("line",{y2:4}),u("text",{y:16,"text-anchor":"middle",children:l(m)})]},`x${m}`)),r.ticks(6).map(m=>u("g",{class:"tick",transform:`translate(0,${r(m)})`,children:[u("line",{class:"grid",x1:i,x2:s}),u("text",{x:i-6,dy:"0.32em","text-anchor":"end",children:f(m)})]},`y${m}`)),u("text",{class:"axis-title",x:2,y:12,children:["\u2191 ",o[1].label]}),u("text",{class:"axis-title",x:s,y:a+34,"text-anchor":"end",children:[o[0].label," \u2192"]})]})}function mc({trajectory:{color:t,places:e,parts:n,minimum:r}}){let o=ct(({x:c})=>c,({y:c})=>c),i=e[0],s=e[r],a=n.length>0&&n.every(({kind:c})=>c==="constant");return u("g",{class:a?"trajectory still":"trajectory",stroke:t,fill:t,children:[n.map(({kind:c,from:l,to:f})=>u("path",{class:`way ${c}`,d:o(e.slice(l,f+1))??""},l)),pc(e).map(({x:c,y:l,angle:f},m)=>u("path",{class:"arrow",d:"M-4.5,-3.5L3.5,0L-4.5,3.5Z",transform:`translate(${c},${l}) rotate(${f})`},m)),i&&u("circle",{class:"start",cx:i.x,cy:i.y,r:3.5}),s&&u("circle",{class:"lowest",cx:s.x,cy:s.y,r:5})]})}function pc(t){let e=[],n=30;return t.slice(1).forEach((r,o)=>{let i=t[o],[s,a]=[r.x-i.x,r.y-i.y],c=Math.hypot(s,a);n+=c,!(c<9||n<60)&&(n=0,e.push({x:i.x+s/2,y:i.y+a/2,angle:Math.atan2(a,s)*180/Math.PI}))}),e}function hc({layout:{trajectories:t,width:e,height:n}}){let r=t.map(({series:c})=>c),o=t.flatMap(({series:c,color:l,places:f})=>f.length?[{series:c,name:H(c,r),color:l,...f.at(-1)}]:[]).toSorted((c,l)=>c.y-l.y),i=o.map(({name:c,x:l})=>Ze(c,Math.floor((e-l-12)/ht("x")))),s=o.map(({x:c,y:l},f)=>({left:c,right:c+12+ht(i[f]),y:l})),a=gc(s,13,14,n-xt.bottom);return u("g",{class:"ends",children:o.map(({series:c,name:l,color:f,x:m,y:p,step:h},d)=>u("g",{children:[u("circle",{cx:m,cy:p,r:3.5,fill:f}),a[d]!==null&&u(P,{children:[u("line",{x1:m+4,y1:p,x2:m+10,y2:a[d],stroke:f}),u("text",{x:m+12,y:a[d],dy:"0.32em",children:i[d]})]}),u("title",{children:`${l} at step ${M(h)}`})]},c.key))})}var dc=3;function gc(t,e,n,r){let o=[],i=({left:a,right:c,y:l})=>l>=n&&l<=r&&o.every(f=>a>=f.right||c<=f.left||Math.abs(l-f.y)>e-1e-6),s=a=>{let c=o.flatMap(m=>[m.y-e,m.y+e]),f=[Math.min(r,Math.max(n,a.y)),...c].filter(m=>i({...a,y:m})).toSorted((m,p)=>Math.abs(m-a.y)-Math.abs(p-a.y))[0];return f===void 0||Math.abs(f-a.y)>dc*e?null:f};return t.map(a=>{let c=s(a);return c!==null&&o.push({...a,y:c}),c})}function _c({layout:t,cursor:e,held:n}){let r=E(null);return I(()=>{let o=i=>{let s=i?.step??n;r.current.toggleAttribute("data-shown",s!==null),s!==null&&t.trajectories.forEach(({places:a,series:c},l)=>{let f=r.current.children[l],m=a[G(a.map(p=>p.step),s)];f.style.display=m?"":"none",m&&(f.setAttribute("transform",`translate(${m.x},${m.y})`),f.setAttribute("r",c.key===i?.panel?"6":"4"))})};return o(e.current),e.subscribe(o)},[t,e,n]),u("g",{ref:r,class:"cursor","aria-hidden":"true",children:t.trajectories.map(({series:o,color:i})=>u("circle",{r:4,fill:i},o.key))})}function js({focus:t,others:e,quantities:n,selection:r,select:o,cursor:i,actions:s}){let a=Yr(),[c,l]=r.portrait,f=R(()=>[lt(n,c),lt(n,l)],[n,c,l]),m=n.some(({key:h})=>h===c),p=[t,...e];return u("section",{children:[u("div",{class:"view-controls",children:[["Across","Up"].map((h,d)=>u("label",{children:[u("span",{class:"control-name",children:h}),u("select",{name:`axis-${d}`,value:f[d].key,onChange:g=>{let _=[f[0].key,f[1].key];_[d]=g.currentTarget.value,o({portrait:_})},children:n.map(({key:g,label:_})=>u("option",{value:g,children:_},g))})]},h)),u(yc,{})]}),!m&&u("p",{class:"problem",children:["Nothing was measured of '",c,"': the reconstruction loss stands in its place."]}),u("div",{class:p.length>1?"panels portraits":"panels single",children:p.map(h=>u(rt,{title:A(h.summary.run),subtitle:`${f[1].label} against ${f[0].label}`,table:()=>bc(h,f),legend:h.rows.map((d,g)=>({color:en(g,h.rows.length,a),text:H(d,h.rows)})),wide:p.length===1,children:u(Us,{name:A(h.summary.run),run:h.summary.run,rows:h.rows,reports:h.reports,axes:f,theme:a,held:r.step,cursor:i,actions:s})},h.summary.run))})]})}function yc(){return u("ul",{class:"ways","aria-label":"Legend",children:[["constant","decrease","increase"].map(t=>u("li",{children:[u("svg",{width:34,height:12,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:u("path",{class:`way ${t}`,d:"M1,6H33"})}),t]},t)),u("li",{children:[u("svg",{width:12,height:12,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:u("circle",{class:"start",cx:6,cy:6,r:3.5})}),"first step"]}),u("li",{children:[u("svg",{width:14,height:14,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:u("circle",{class:"lowest",cx:7,cy:7,r:5})}),"reconstruction minimum"]})]})}function bc({rows:t},e){let n=t.flatMap(r=>{let[o,i]=e.map(s=>s.read(r));return r.steps.map((s,a)=>[r.row.layer,r.row.decoder,s,o[a],i[a]])});return{columns:["layer","decoder","step",e[0].label,e[1].label],rows:n}}var Gs=190,xc=16;function Qs({report:t,lastStep:e,stepAxis:n}){let r=at(n,[0,e],[5,Gs-5]),{minimum_step:o,minimum_interval:i}=t;return u("svg",{class:"strip",width:Gs,height:xc,role:"img","aria-label":t.description??"",children:[t.phases?.map(s=>u("rect",{class:`edge ${s.kind}`,x:r(s.start_step),y:4,width:Math.max(0,r(s.end_step)-r(s.start_step)-1),height:8},s.start_step)),i&&u("line",{class:"interval",x1:r(i[0]),x2:r(i[1]),y1:14.5,y2:14.5}),o!=null&&u("circle",{cx:r(o),cy:8,r:4})]})}function Ws({rows:t,reports:e,stepAxis:n}){let r=t[0]?.points.at(-1)?.step??1,o=t.some(({best:i})=>i);return u("div",{class:"summary",children:u("table",{children:[u("thead",{children:u("tr",{children:[u("th",{children:"layer"}),u("th",{class:"detail",children:"decoder"}),u("th",{class:"detail",children:"strategy"}),u("th",{class:"number",children:"width"}),u("th",{children:["phases to step ",M(r)]}),u("th",{children:"phase now"}),u("th",{class:"number",children:"minimum at step"}),u("th",{class:"number",children:"risen since by"}),o&&u("th",{class:"number",children:"best probe accuracy"})]})}),u("tbody",{children:t.map(i=>{let s=z(e,i.row);return u("tr",{children:[u("th",{scope:"row",children:u("button",{onClick:()=>Mc(i.key),children:i.row.layer})}),u("td",{class:"detail",children:i.row.decoder}),u("td",{class:"detail",children:i.row.strategy}),u("td",{class:"number",children:i.row.num_features.toLocaleString("en-US")}),u("td",{children:s&&u(Qs,{report:s,lastStep:r,stepAxis:n})}),u("td",{children:u(yn,{report:s})}),u("td",{class:"number",children:u(wc,{report:s})}),u("td",{class:"number",children:u(vc,{series:i,report:s})}),o&&u("td",{class:"number",children:u(kc,{series:i})})]},i.key)})})]})})}function wc({report:t}){if(t?.minimum_step==null)return u("span",{class:"muted",children:"\u2013"});let[e,n]=t.minimum_interval??[t.minimum_step,t.minimum_step];return u(P,{children:[M(t.minimum_step)," ",u("span",{class:"muted",children:["(",M(e),"\u2013",M(n),t.has_increase?"":" so far",")"]})]})}function vc({series:t,report:e}){let n=Wt(t,e);return n?.isPast?u(P,{children:q(pe(n))}):u("span",{class:"muted",children:"\u2013"})}function kc({series:{best:t}}){return t?u(P,{children:[q(t.accuracy)," ",u("span",{class:"muted",children:["at ",M(t.step)]})]}):u("span",{class:"muted",children:"\u2013"})}function Mc(t){document.querySelector(`[data-panel="${CSS.escape(t)}"] svg`)?.focus()}function Xs({source:t}){let[e,n]=T(()=>ir(Fn())),r=Oi(t,e),o=E(r.reload);o.current=r.reload,I(()=>vi({"experimental.DataReloaded":()=>o.current()}),[]),I(()=>Zr(()=>n(ir(Fn()))),[]);let i=Re(s=>{n(a=>{let c={...a,...s};return setTimeout(()=>Jr(Ei(c))),c})},[]);return r.runs?r.focus?u("main",{children:u(Sc,{store:r,focus:r.focus,selection:e,select:i,source:t})}):u(P,{children:[r.problem&&u(bn,{text:r.problem}),u(Ts,{})]}):u("main",{children:r.problem?u(bn,{text:r.problem}):u("p",{class:"muted",children:"Loading \u2026"})})}function Sc({store:t,focus:e,selection:n,select:r,source:o}){let i=R(()=>Ac(t.runs.map(({run:b})=>b)),[t.runs]),{focus:s,others:a}=R(()=>$c(e,t.others,n),[e,t.others,n.grouped,n.layers,n.view==="images"]),c=R(()=>new tn,[e.summary.run,n.view]),l=R(()=>({hold:b=>r({step:b}),zoom:b=>r({zoom:b})}),[r]),f=R(()=>Ai([s,...a].flatMap(({rows:b})=>b)),[s,a]),m=R(()=>gi(s.rows),[s.rows]),p=R(()=>{let b=Math.max(1,...[s,...a].flatMap(({rows:y})=>y.map(({steps:v})=>v.at(-1)??1)));return{quantity:lt(f,n.metric),stepAxis:n.stepAxis,steps:n.zoom??[0,b],accuracyDomain:m}},[s,a,m,f,n.metric,n.stepAxis,n.zoom]),h=R(()=>[s,...a],[s,a]),d=R(()=>Cc(i,h),[i,h]),g=R(()=>Ri(a.map(({summary:b})=>b.run),d),[a,d]),_={focus:s,others:a,colors:d,dashes:g,options:p,quantities:f,selection:n,select:r,cursor:c,actions:l,source:o};return u(P,{children:[u($s,{runs:t.runs,focus:e.summary.run,others:n.others??t.others.map(({summary:b})=>b.run),colors:i,dashes:g,layers:[...new Set(e.rows.map(({row:b})=>b.layer))],quantities:f,selection:n,select:r}),t.problem&&u(bn,{text:t.problem}),[e,...t.others].map(({summary:b})=>b.error&&u(bn,{text:b.error,title:`Run ${b.run} is damaged`},b.run)),!s.rows.length&&!e.summary.error&&u(Tc,{run:e,select:r}),s.rows.length>0&&u(P,{children:[u(Cs,{view:n.view,choose:b=>r({view:b})}),u(Es,{focus:s}),u(Pc,{name:n.view,..._}),u(Vs,{summary:s.summary}),u(xi,{runs:h,cursor:c,quantity:p.quantity})]})]})}var Rc={curves:Nc,portrait:js,map:Fs,images:qs,compare:Ps,breakdowns:ks};function Pc({name:t,...e}){let n=Rc[t];return u("div",{role:"tabpanel",id:"view","aria-labelledby":`tab-${t}`,children:u(n,{...e})})}function Nc(t){let{focus:e,others:n,colors:r,dashes:o,options:i}=t,s=new Set(e.rows.map(({key:c})=>c)),a=n.filter(({rows:c})=>c.some(({key:l})=>s.has(l)));return u(P,{children:[u(Ss,{rows:e.rows,options:i,others:a,colors:r,dashes:o}),u(Os,{rows:e.rows,reports:e.reports}),u(zs,{...t}),u(Ws,{rows:e.rows,reports:e.reports,stepAxis:i.stepAxis})]})}function $c(t,e,{grouped:n,layers:r,view:o}){let i=nn(t.rows.map(({row:l})=>l.layer),r),s=[t,...e].map(l=>({...l,rows:i?l.rows.filter(({row:f})=>i.includes(f.layer)):l.rows})),[a,...c]=n&&o!=="images"?wi(s):s;return{focus:a,others:c.filter(({rows:l})=>l.length)}}function Ac(t){return new Map(t.map((e,n)=>[e,fe(n)]))}function Cc(t,e){let n=new Map([...t].toReversed().map(([r,o])=>[A(ce(r)),o]));return new Map(e.map(({summary:{run:r}})=>[r,t.get(r)??n.get(r.replace(/ \(\d+ seeds\)$/,""))??fe(0)]))}function Tc({run:{summary:t,rows:e},select:n}){return e.length?u("p",{class:"muted",children:["There is no layer to draw: none is chosen, or the seeds of a mean have none in common."," ",u("button",{class:"chip",onClick:()=>n({layers:null,grouped:!1}),children:"Draw all layers"})]}):u("p",{class:"muted",children:["Run ",A(t.run)," has no probe step yet."]})}function bn({text:t,title:e}){return u("p",{class:"problem",role:"alert",children:[e&&u("b",{children:[e,". "]}),t]})}function gg(){let t=document.createElement("style");t.textContent=to,document.head.append(t),document.title||="Phases",document.documentElement.lang="en",Kr(),Tr(u(Xs,{source:Lr()??Er}),document.body)}export{gg as render};

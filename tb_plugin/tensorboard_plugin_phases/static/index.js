// Built by tb_plugin/frontend (npm ci && npm run build); edit the sources there.
var T,jr,Qa,_t,qn,Ie,Qr,Le,Wr,Bn,Vn,Wa,ue=Symbol.for("pv"),Fe={},Oe=[],Ka=/^m(i|n|o|s|text|space)$/,Hn=Array.isArray,Kr=Oe.slice,Nt=Object.assign;function $t(t){t&&t.parentNode&&t.remove()}function Ee(t,e,n,r,o){var i={type:t,props:e,key:n,ref:r,__k:null,__:null,__b:0,__e:null,__c:null,constructor:ue,__v:o||++jr,__i:-1,__u:0};return!o&&T.vnode&&T.vnode(i),i}function R(t){return t.children}function Bt(t,e){this.props=t,this.context=e,this.__g=0}function bt(t,e){if(e==null)return t.__&&bt(t.__,t.__i+1);for(var n;e<t.__k.length;e++)if((n=t.__k[e])&&n.__e)return n.__e;return typeof t.type!="function"||t.props.__P?null:bt(t)}function Xa(t){var e,n=t.__v,r=n.__e,o=[],i=[],s=t.__P;s&&((e=Nt({constructor:ue},n)).__v=n.__v+1,T.vnode&&T.vnode(e),Un(s,e,n,t.__n,s.namespaceURI,32&n.__u?[r]:null,o,r||bt(n),32&n.__u,i),e.__v=n.__v,e.__.__k[e.__i]=e,eo(o,e,i),n.__=n.__e=null,e.__e!=r&&Xr(e))}function Xr(t){if((t=t.__)&&t.__c&&!t.props.__P)return t.__e=null,t.__k.some(function(e){return e&&(t.__e=e.__e)}),Xr(t)}function Gr(t){(8&t.__g||(t.__g|=8,_t.push(t),Ie++))&&qn==T.debounceRendering||((qn=T.debounceRendering)||queueMicrotask)(Yr)}function Yr(){try{for(var t,e=1;_t.length;)_t.length>e&&_t.sort(Qr),t=_t.shift(),e=_t.length,8&t.__g&&Xa(t)}finally{(Ie=_t.length)&&(qn||queueMicrotask)(Yr)}}function Jr(t,e,n,r,o,i,s,u,c,l,f){var m,p,h,g,d,y,b=r.__k||Oe,_=e.length;for(c=Ya(n,e,b,c,_),m=0;m<_;m++)(h=n.__k[m])!=null&&(p=~h.__i&&b[h.__i]||Fe,h.__i=m,y=Un(t,h,p,o,i,s,u,c,l,f),g=h.__e,(p.ref!=h.ref||8&p.__u)&&(p.ref&&Gn(p.ref,null,h,p),h.ref&&f.push(h.ref,h.__c||g,h)),d=d||g,4&h.__u?(c=Zr(h,c,t,!p.__v),p.__e&&(p.__e=null)):typeof h.type=="function"&&y!==void 0?c=y:g&&(c=g.nextSibling),h.__u&=-21);return n.__e=d,c}function Ya(t,e,n,r,o){var i,s,u,c,l,f,m,p,h,g=n.length,d=g,y=0,b=0,_=t.__k=Array(o);for(i=0;i<o;i++)(s=e[i])!=null&&typeof s!="boolean"&&typeof s!="function"?(typeof s!="object"||s.constructor===String?s=_[i]=Ee(null,s):Hn(s)?s=_[i]=Ee(R,{children:s}):s.constructor===ue&&s.__b?s=_[i]=Ee(s.type,s.props,s.key,s.ref,s.__v):_[i]=s,c=i+y,s.__=t,s.__b=t.__b+1,u=null,~(l=s.__i=Ja(s,n,c,d))&&(d--,(u=n[l])&&(u.__u|=2)),u&&u.__v?(s.__u|=16,l==c-1?y--:l==c+1?y++:l!=c&&(l>c?y--:y++,b=1)):(~l||(o>g?y--:o<g&&y++),typeof s.type!="function"&&(s.__u|=4))):_[i]=null;if(b){for(f=[],m=[],i=0;i<o;i++)if((s=_[i])&&16&s.__u){for(y=0,p=f.length;y<p;)f[h=y+p>>1]<s.__i?y=h+1:p=h;f[y]=s.__i,m[i]=y+1}for(y=f.length;i--;)m[i]&&(m[i]==y?y--:_[i].__u|=4)}if(d)for(i=0;i<g;i++)!(u=n[i])||2&u.__u||(u.__e==r&&(r=bt(u)),zn(u,u));return r}function Zr(t,e,n,r){var o,i,s,u;if(typeof t.type=="function"){if(t.props.__P)return e;if(o=t.__k)for(i=0;i<o.length;i++)o[i]&&(o[i].__=t,e=Zr(o[i],e,n,!1));return e}for(e&&!e.parentNode&&(e=bt(t))&&!e.parentNode&&(e=null),s=t.__e,u=e;u&&u.nodeType==8;)u=u.nextSibling;for(s!=u&&(!r&&n.moveBefore&&s.parentNode?n.moveBefore(s,e):n.insertBefore(s,e||null)),e=s;(e=e&&e.nextSibling)&&e.nodeType==8&&!e.data.startsWith("$s"););return e}function Ja(t,e,n,r){var o,i=t.key,s=t.type,u=e[n],c=u&&!(2&u.__u);if(u===null&&i==null||c&&i==u.key&&s==u.type)return n;if(r>(c?1:0)){for(o=n-1;o>=0;o--)if((u=e[o])&&!(2&u.__u)&&i==u.key&&s==u.type)return o;for(o=n+1;o<e.length;o++)if((u=e[o])&&!(2&u.__u)&&i==u.key&&s==u.type)return o}return-1}function zr(t,e,n){n==null&&(n=""),e[0]=="-"?t.setProperty(e,n):t[e]=n}function Te(t,e,n,r,o){var i,s;if(e=="style")if(typeof n=="string")t.style.cssText=n;else{if(typeof r=="string"&&(t.style.cssText=r=""),r)for(e in r)n&&e in n||zr(t.style,e);if(n)for(e in n)r&&n[e]==r[e]||zr(t.style,e,n[e])}else if(e[0]=="o"&&e[1]=="n")typeof n!="function"&&(n=null),typeof r!="function"&&(r=null),(t.__e||(t.__e={}))[e]=n,n&&r||(s=Vn[e]||(Vn[e]=Za(e)),(t.__a||(t.__a={}))[e]=Bn,i=e!=(e=e.replace(Wr,"$1")),(e=e.slice(2))[0]<"a"&&(e=e.toLowerCase()),n?t.addEventListener(e,s,i):t.removeEventListener(e,s,i));else{if(o=="http://www.w3.org/2000/svg")e=e.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(e!="width"&&e!="height"&&e!="href"&&e!="list"&&e!="form"&&e!="tabIndex"&&e!="download"&&e!="rowSpan"&&e!="colSpan"&&e!="role"&&e!="popover"&&e in t)try{return void(t[e]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&e[4]!="-"?t.removeAttribute(e):t.setAttribute(e,e=="popover"&&n==1?"":n)}}function Za(t){return function(e){var n=this.__e;if(n){if(n=n[t],e[Le]==null)e[Le]=Bn++;else if(e[Le]<this.__a[t])return;return n(T.event?T.event(e):e)}}}function Un(t,e,n,r,o,i,s,u,c,l){var f,m,p,h,g,d,y,b,_,k,x,v,P,$,A,O,C,Q,M=e.type;if(e.constructor!==ue)return null;128&n.__u&&(c=32&n.__u,f=n.__c.__z)&&(e.__u|=c,m=i=[],f.nodeType==8?u=De(f,i):i.push(f),u=i[0]||u),(f=T.__b)&&f(e);t:if(typeof M=="function"){p=s.length;try{if(b=e.props,_=(f=M.prototype)&&f.render,k=(f=M.contextType)&&r[f.__c],x=f?k?k.props.value:f.__:r,(h=n.__c)?(e.__c=h,2&h.__g&&(h.__g|=1)):(_?e.__c=h=new M(b,x):(e.__c=h=new Bt(b,x),h.constructor=M,h.render=eu),k&&k.sub(h),h.state||(h.state={}),h.__n=r,h.__g|=8,h.__h=[],h.__k=[]),_&&(h.__s||(h.__s=h.state),M.getDerivedStateFromProps&&(h.__s==h.state&&(h.__s=Nt({},h.__s)),Nt(h.__s,M.getDerivedStateFromProps(b,h.__s)))),g=h.props,d=h.state,h.__v=e,n.__c){if(b!==g&&_&&!M.getDerivedStateFromProps&&h.componentWillReceiveProps&&h.componentWillReceiveProps(b,x),e.__v==n.__v&&!(8&h.__g)||!(4&h.__g)&&h.shouldComponentUpdate&&h.shouldComponentUpdate(b,h.__s,x)===!1){e.__v!=n.__v&&(h.props=b,h.state=h.__s,h.__g&=-9),e.__e=n.__e,e.__k=n.__k,e.__k.some(function(q){q&&(q.__=e)}),Oe.push.apply(h.__h,h.__k),h.__k=[],h.__h.length&&s.push(h),u=bt(n);break t}h.componentWillUpdate&&h.componentWillUpdate(b,h.__s,x),_&&h.componentDidUpdate&&h.__h.push(function(){h.componentDidUpdate(g,d,y)})}else _&&!M.getDerivedStateFromProps&&h.componentWillMount&&h.componentWillMount(),_&&h.componentDidMount&&h.__h.push(h.componentDidMount);h.context=x,h.props=b,h.__P=t,h.__g&=-5,v=T.__r,P=_?25:0;do h.__g&=-9,v&&v(e),f=h.render(h.props,h.state=h.__s,h.context);while(8&h.__g&&++P<25);_&&(Oe.push.apply(h.__h,h.__k),h.__k=[]),h.state=h.__s,h.getChildContext&&(r=Nt({},r,h.getChildContext())),_&&n.__c&&h.getSnapshotBeforeUpdate&&(y=h.getSnapshotBeforeUpdate(g,d)),$=f&&f.type===R&&f.key==null?f.props.children:f,b.__P&&(f=u,o=(t=b.__P).namespaceURI,c=i=null,n.props&&n.props.__P!=t&&(n.__k.some(function(q){q&&zn(q,q)}),n.__k=null),u=n.__k?bt(n,0):null),u=Jr(t,Hn($)?$:[$],e,n,r,o,i,s,u,c,l),b.__P&&(e.__e=null,u=f),e.__u&=-161,m&&m.some($t),h.__h.length&&s.push(h),1&h.__g&&(h.__g&=-4)}catch(q){if(s.length=p,e.__v=null,c||i)if(q&&q.then){if(e.__u|=128|c,i){for(~(C=i.indexOf(u||void 0))||(C=i.length);(Q=i[C-1])&&Q.nodeType==8;)C--;for(;C<i.length;C++)if(Q=i[C])if(i[C]=null,A){if(Q==O)break}else{if(Q.nodeType!=8)break;Q.data.startsWith("$s")&&(O=De(A=Q))}}if(!A){for(;u&&u.nodeType==8&&u.nextSibling;)u=u.nextSibling;A=u}(f=De(A=e.__c.__z||(e.__c.__z=A)))?(e.__e=A,u=f):e.__e=u,u=u&&u.nextSibling}else i&&i.some($t);else e.__e=n.__e;e.__k||(e.__k=n.__k||[]),q&&q.then||to(e),T.__e(q,e,n)}}else u=e.__e=tu(n.__e,e,n,r,o,i,s,c,l,t);return(f=T.diffed)&&f(e),u}function De(t,e){if(t&&t.nodeType==8&&t.data.startsWith("$s"))for(var n=1;t=t.nextSibling;){if(t.nodeType==8){if(t.data.startsWith("$s"))n++;else if(t.data.startsWith("/$s")&&!--n)return t}e&&e.push(t)}}function to(t){t&&(t.__c&&(t.__c.__g|=4),t.__k&&t.__k.some(to))}function eo(t,e,n){for(var r=0;r<n.length;)Gn(n[r++],n[r++],n[r++]);T.__c&&T.__c(e,t),t.some(function(o){try{t=o.__h,o.__h=[],t.some(function(i){i.call(o)})}catch(i){T.__e(i,o.__v)}})}function tu(t,e,n,r,o,i,s,u,c,l){var f,m,p,h,g,d,y,b,_=n.props||Fe,k=e.props,x=e.type;if(x=="svg"?o="http://www.w3.org/2000/svg":x=="math"?o="http://www.w3.org/1998/Math/MathML":o||(o="http://www.w3.org/1999/xhtml"),i){for(f=0;f<i.length;f++)if((g=i[f])&&(x?g.localName==x:g.nodeType==3)){t=g,i[f]=null;break}}if(!t){if(b=l.ownerDocument||document,!x)return b.createTextNode(k);t=b.createElementNS(o,x,k.is?k:l),u&&(T.__m&&T.__m(e,i),u=!1),i=null}if(x){if(l=x=="template"&&t.content||t,i=x=="textarea"&&k.defaultValue!=null?null:i&&Kr.call(l.childNodes),!u&&i)for(_={},f=0;f<t.attributes.length;f++)_[(g=t.attributes[f]).name]=g.value;for(f in _)g=_[f],f=="dangerouslySetInnerHTML"?p=g:f=="children"||f in k||f=="value"&&"defaultValue"in k||f=="checked"&&"defaultChecked"in k||Te(t,f,null,g,o);for(f in k)g=k[f],f=="children"?h=g:f=="dangerouslySetInnerHTML"?m=g:f=="value"?d=g:f=="checked"?y=g:u&&typeof g!="function"||_[f]===g||Te(t,f,g,_[f],o);m?(u||p&&(m.__html==p.__html||m.__html==t.innerHTML)||(t.innerHTML=m.__html),e.__k=[]):(p&&(t.textContent=""),(x=="foreignObject"||o=="http://www.w3.org/1998/Math/MathML"&&Ka.test(x))&&(o="http://www.w3.org/1999/xhtml"),Jr(l,Hn(h)?h:[h],e,n,r,o,i,s,i?i[0]:n.__k&&bt(n,0),u,c),i&&i.some($t)),u&&x!="textarea"||(f="value",x=="progress"&&d==null?t.removeAttribute(f):d==null||d===t[f]&&(x!="progress"||d)||Te(t,f,d,_[f],o),f="checked",y!=null&&y!=t[f]&&Te(t,f,y,_[f],o))}else _===k||u&&t.data==k||(t.data=k);return t}function Gn(t,e,n,r){try{typeof t=="function"?e?e.__x=t(e)||1:r&&(r=r.__c||r.__e)&&(e=r.__x)&&(r.__x=null,typeof e=="function"?e():t(null)):t.current=e}catch(o){T.__e(o,n)}}function zn(t,e,n){var r,o,i,s;if(T.unmount&&T.unmount(t),!(r=t.ref)||r.current&&r.current!=t.__e||Gn(r,null,e,t),r=t.__c){if(r.componentWillUnmount)try{r.componentWillUnmount()}catch(u){T.__e(u,e)}r.__P=r.__n=null}if(r=t.__k)for(s=0;s<r.length;s++)r[s]&&zn(r[s],e,typeof t.type!="function"||n&&!t.props.__P);!n&&(r=t.__c)&&(r=r.__z)&&(o=De(r,i=[]))&&(r==t.__e&&i.some($t),$t(o),$t(r)),n||$t(t.__e),t.__e=t.__c=t.__=null}function eu(t,e,n){return this.constructor(t,n)}function no(t,e){var n,r,o,i;T.__&&T.__(t,e),e.nodeType==9&&(e=e.documentElement),r=(n=t&&32&t.__u)?null:e.__k,e.__k=Ee(R,{children:[t]}),o=[],i=[],Un(e,e.__k,r||Fe,Fe,e.namespaceURI,r?null:e.firstChild?Kr.call(e.childNodes):null,o,r?r.__e:e.firstChild,n,i),eo(o,e.__k,i),e.__k.props.children=null}T={__e:function(t,e,n,r){for(var o,i,s;e=e.__;)if((o=e.__c)&&!(1&o.__g)){o.__g|=4;try{if((s=(i=o.constructor)&&i.getDerivedStateFromError)&&o.setState(i.getDerivedStateFromError(t)),o.componentDidCatch&&(o.componentDidCatch(t,r||{}),s=1),s&&8&o.__g)return void(o.__g|=2)}catch(u){t=u}}throw Ie=0,t}},jr=0,Qa=function(t){return t!=null&&t.constructor===ue},Bt.prototype.setState=function(t,e){var n=this.__s;n&&n!=this.state||(n=this.__s=Nt({},this.state)),typeof t=="function"&&(t=t(Nt({},n),this.props)),t&&(Nt(n,t),this.__v&&(e&&this.__k.push(e),Gr(this)))},Bt.prototype.forceUpdate=function(t){this.__v&&(this.__g|=4,t&&this.__h.push(t),Gr(this))},Bt.prototype.render=R,_t=[],Ie=0,Qr=function(t,e){return t.__v.__b-e.__v.__b},Le=Symbol(),Wr=/(PointerCapture)$|Capture$/i,Bn=0,Vn={},Wa=0;function nu(t){let e=new Set(t.flatMap(({layout:o})=>o?.metrics??[])),n=[...e].filter(o=>!o.includes("_group_")),r=n.map(o=>`metric=${encodeURIComponent(o)}`);return n.length<e.size&&r.join("&").length<=6e3?r:[]}var ro={async fetchRuns(){return(await(await qe("./runs")).json()).runs},async fetchMetrics(t){let e=t.map(({run:o})=>`run=${encodeURIComponent(o)}`),n=[];for(let o=0;o<e.length;o+=64)n.push(qe(`./metrics?${[...e.slice(o,o+64),...nu(t)].join("&")}`));return(await Promise.all(n.map(async o=>(await o).arrayBuffer()))).flatMap(jn)},async fetchReports(t){return(await(await qe(`./phases?run=${encodeURIComponent(t)}`)).json()).rows},async fetchImages(t){return await(await qe(`./images?run=${encodeURIComponent(t)}`)).json()},imageUrl({run:t,steps:e,wall_times:n},r,o,i){let s=i?`input&of=${o}`:o;return`./image?run=${encodeURIComponent(t)}&step=${e[r]}&row=${s}&written=${n[r]}`}};function jn(t){let e=[];for(let n=0;n<t.byteLength;){let{metrics:r,end:o}=ru(t,n);e.push(r),n=o}return e}function ru(t,e){let n=new DataView(t).getUint32(e,!0),r=JSON.parse(new TextDecoder().decode(new Uint8Array(t,e+4,n))),[o,i,s]=r.shape,[u,c]=[e+4+n,o*i*s];if(u+4*c>t.byteLength)throw new Error(`run ${r.run}: the answer ends before its ${r.shape.join(" x ")} values do`);return{metrics:{...r,values:new Float32Array(t,u,c)},end:u+4*c}}async function qe(t){let e=await fetch(t);if(e.ok)return e;let n=await e.text();throw new Error(ou(n)??`${t}: ${e.status} ${e.statusText}`)}function ou(t){try{return JSON.parse(t).error}catch{return}}function oo(){let t=document.getElementById("phases-data");if(!t)return null;let e=JSON.parse(t.textContent);return{fetchRuns:async()=>e.runs,fetchMetrics:async n=>n.flatMap(({run:r})=>jn(iu(e.metrics[r]))),fetchReports:async n=>e.reports[n]??[],fetchImages:async n=>e.images[n]??{run:n,steps:[],wall_times:[],rows:[],num_examples:0,labels:null,error:null},imageUrl:({run:n,steps:r,rows:o},i,s,u)=>e.images[n]?.strips[u?`input/${o[s].input}`:`${r[i]}/${s}`]??""}}function iu(t){return Uint8Array.from(atob(t),e=>e.charCodeAt(0)).buffer}var At,U,Qn,io,Wn=Object.is,ce=0,ho=[],Kn=[],H=T,so=H.__b,ao=H.__r,uo=H.diffed,lo=H.__c,co=H.unmount,fo=H.__;function fe(t,e){H.__h&&H.__h(U,t,ce||e),ce=0;var n=U.__H||(U.__H={__:[],__h:[]});return t>=n.__.length&&n.__.push({}),n.__[t]}function I(t){return ce=1,su(yo,t)}function su(t,e,n){var r=fe(At++,2);if(r.t=t,!r.__c&&(r.__=[n?n(e):yo(void 0,e),function(i){var s=(r.__N||r.__)[0],u=r.t(s,i);Wn(s,u)||(r.__N=[u,r.__[1]],r.__c.setState({}))}],r.__c=U,!U.__f)){U.__f=!0;var o=U.shouldComponentUpdate;U.shouldComponentUpdate=function(i,s,u){var c=this.__H;if(!c)return!0;var l=!1,f=this.props!=i;if(c.__.some(function(p){p.__N&&(l=!0,Wn(p.__[0],p.__N[0])||(f=!0))}),o){var m=o.call(this,i,s,u);return l?m||f:m}return!l||f}}return r.__}function F(t,e){var n=fe(At++,3);!H.__s&&Yn(n.__H,e)&&(n.__P=!0,n.__=t,n.u=e,U.__H.__h.push(n))}function go(t,e){var n=fe(At++,4);!H.__s&&Yn(n.__H,e)&&(n.__P=!1,n.__=t,n.u=e,U.__h.push(n))}function E(t){return ce=5,S(function(){return{current:t}},[])}function S(t,e){var n=fe(At++,7);return Yn(n.__H,e)&&(n.__=t(),n.__H=e),n.__}function Ve(t,e){return ce=8,S(function(){return t},e)}function Be(){var t=fe(At++,11);if(!t.__){for(var e=U.__v;!e.__m&&e.__;)e=e.__;var n=e.__m||(e.__m=[0,0]);t.__="P"+n[0]+"-"+n[1]++}return t.__}function au(){var t;do{for(;t=Kn.shift();)try{le(t)}catch(n){H.__e(n,{__:(t=t.__P)&&t.__v})}for(;t=ho.shift();){var e=t.__H;if(t.__P&&e)try{e.__h.some(le),e.__h.some(Xn),e.__h=[]}catch(n){e.__h=[],H.__e(n,t.__v)}}}while(Kn.length)}H.__b=function(t){U=null,so&&so(t)},H.__=function(t,e){t&&e.__k&&e.__k.__m&&(t.__m=e.__k.__m),fo&&fo(t,e)},H.__r=function(t){ao&&ao(t),At=0;var e=(U=t.__c).__H;e&&(Qn==U?U.__h=[]:(e.__h.some(le),e.__h.some(Xn),At=0),e.__h=[],e.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),Qn=U},H.diffed=function(t){uo&&uo(t);var e=t.__c;e&&e.__H&&(e.__H.__h.length&&po(ho.push(e)),e.__H.__.some(function(n){n.u&&(n.__H=n.u)})),Qn=U=null},H.__c=function(t,e){e.some(function(n){try{n.__h.some(le),n.__h=n.__h.filter(function(r){return!r.__||Xn(r)})}catch(r){n.__h=[function(){throw r}]}}),lo&&lo(t,e)},H.unmount=function(t){co&&co(t);var e,n,r=t.__c;r&&r.__H&&(r.__H.__.some(function(o){try{if(o.__P&&o.__c){if(n===void 0){for(n=t.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}o.__P=n,po(Kn.push(o))}else le(o)}catch(i){e=i}}),r.__H=void 0,e&&H.__e(e,r.__v))};var mo=typeof requestAnimationFrame=="function";function uu(t){var e,n=function(){clearTimeout(r),mo&&cancelAnimationFrame(e),setTimeout(t)},r=setTimeout(n,35);mo&&(e=requestAnimationFrame(n))}function po(t){t!=1&&io==H.requestAnimationFrame||((io=H.requestAnimationFrame)||uu)(au)}function le(t){var e=U,n=t.__c;typeof n=="function"&&(t.__c=void 0,n()),U=e}function Xn(t){var e=U;t.__c=t.__(),U=e}function Yn(t,e){return!t||t.length!=e.length||e.some(function(n,r){return!Wn(n,t[r])})}function yo(t,e){return typeof e=="function"?e(t):e}var He="p.phases.";function bo(t){let e={};for(let n of t.replace(/^#/,"").split("&")){let r=n.indexOf("=");r>0&&n.startsWith(He)&&(e[_o(n.slice(He.length,r))]=_o(n.slice(r+1)))}return e}function xo(t,e){let n=t.replace(/^#/,"").split("&").filter(o=>o!==""&&!o.startsWith(He)),r=Object.entries(e).map(([o,i])=>`${He}${o}=${encodeURIComponent(i)}`);return"#"+[...n,...r].join("&")}function Jn(t){return/^#phases(&|$)/.test(t)}function _o(t){try{return decodeURIComponent(t)}catch{return t}}function Ue(){try{return window.parent.document.body,window.parent}catch{return window}}function Zn(){return window.parent===window}function wo(){if(Zn()){let n=matchMedia("(prefers-color-scheme: dark)"),r=()=>{document.documentElement.dataset.theme=n.matches?"dark":"light"};n.addEventListener("change",r),r();return}let t=Ue().document.body,e=()=>{document.documentElement.dataset.theme=t.classList.contains("dark-mode")?"dark":"light"};new MutationObserver(e).observe(t,{attributes:!0,attributeFilter:["class"]}),e()}function xt(){let t=()=>document.documentElement.dataset.theme==="dark"?"dark":"light",[e,n]=I(t);return F(()=>{let r=new MutationObserver(()=>n(t()));return r.observe(document.documentElement,{attributes:!0,attributeFilter:["data-theme"]}),()=>r.disconnect()},[]),e}function tr(){return bo(Ue().location.hash)}function vo(t){let{location:e,history:n}=Ue();if(!Zn()&&!Jn(e.hash))return;let r=xo(e.hash,t);if(r!==e.hash)try{n.replaceState(n.state,"",r)}catch{}}function ko(t){let e=Ue(),n=()=>{(Zn()||Jn(e.location.hash))&&t()};return e.addEventListener("hashchange",n),()=>e.removeEventListener("hashchange",n)}var Mo=`:root {
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
`;function Ct(t,e){return t==null||e==null?NaN:t<e?-1:t>e?1:t>=e?0:NaN}function cu(t,e){return t==null||e==null?NaN:e<t?-1:e>t?1:e>=t?0:NaN}function So(t){let e,n,r;t.length!==2?(e=Ct,n=(u,c)=>Ct(t(u),c),r=(u,c)=>t(u)-c):(e=t===Ct||t===cu?t:fu,n=t,r=t);function o(u,c,l=0,f=u.length){if(l<f){if(e(c,c)!==0)return f;do{let m=l+f>>>1;n(u[m],c)<0?l=m+1:f=m}while(l<f)}return l}function i(u,c,l=0,f=u.length){if(l<f){if(e(c,c)!==0)return f;do{let m=l+f>>>1;n(u[m],c)<=0?l=m+1:f=m}while(l<f)}return l}function s(u,c,l=0,f=u.length){let m=o(u,c,l,f-1);return m>l&&r(u[m-1],c)>-r(u[m],c)?m-1:m}return{left:o,center:s,right:i}}function fu(){return 0}function mu(t){return t===null?NaN:+t}function*pu(t,e){if(e===void 0)for(let n of t)n!=null&&(n=+n)>=n&&(yield n);else{let n=-1;for(let r of t)(r=e(r,++n,t))!=null&&(r=+r)>=r&&(yield r)}}var Ro=So(Ct),Po=Ro.right,km=Ro.left,Mm=So(mu).center;var Sm=$o(No),Rm=$o(hu);function $o(t){return function(e,n,r=n){if(!((n=+n)>=0))throw new RangeError("invalid rx");if(!((r=+r)>=0))throw new RangeError("invalid ry");let{data:o,width:i,height:s}=e;if(!((i=Math.floor(i))>=0))throw new RangeError("invalid width");if(!((s=Math.floor(s!==void 0?s:o.length/i))>=0))throw new RangeError("invalid height");if(!i||!s||!n&&!r)return e;let u=n&&t(n),c=r&&t(r),l=o.slice();return u&&c?(Ht(u,l,o,i,s),Ht(u,o,l,i,s),Ht(u,l,o,i,s),Ut(c,o,l,i,s),Ut(c,l,o,i,s),Ut(c,o,l,i,s)):u?(Ht(u,o,l,i,s),Ht(u,l,o,i,s),Ht(u,o,l,i,s)):c&&(Ut(c,o,l,i,s),Ut(c,l,o,i,s),Ut(c,o,l,i,s)),e}}function Ht(t,e,n,r,o){for(let i=0,s=r*o;i<s;)t(e,n,i,i+=r,1)}function Ut(t,e,n,r,o){for(let i=0,s=r*o;i<r;++i)t(e,n,i,i+s,r)}function hu(t){let e=No(t);return(n,r,o,i,s)=>{o<<=2,i<<=2,s<<=2,e(n,r,o+0,i+0,s),e(n,r,o+1,i+1,s),e(n,r,o+2,i+2,s),e(n,r,o+3,i+3,s)}}function No(t){let e=Math.floor(t);if(e===t)return du(t);let n=t-e,r=2*t+1;return(o,i,s,u,c)=>{if(!((u-=c)>=s))return;let l=e*i[s],f=c*e,m=f+c;for(let p=s,h=s+f;p<h;p+=c)l+=i[Math.min(u,p)];for(let p=s,h=u;p<=h;p+=c)l+=i[Math.min(u,p+f)],o[p]=(l+n*(i[Math.max(s,p-m)]+i[Math.min(u,p+m)]))/r,l-=i[Math.max(s,p-f)]}}function du(t){let e=2*t+1;return(n,r,o,i,s)=>{if(!((i-=s)>=o))return;let u=t*r[o],c=s*t;for(let l=o,f=o+c;l<f;l+=s)u+=r[Math.min(i,l)];for(let l=o,f=i;l<=f;l+=s)u+=r[Math.min(i,l+c)],n[l]=u/e,u-=r[Math.max(o,l-c)]}}function gu(t=Ct){if(t===Ct)return Ao;if(typeof t!="function")throw new TypeError("compare is not a function");return(e,n)=>{let r=t(e,n);return r||r===0?r:(t(n,n)===0)-(t(e,e)===0)}}function Ao(t,e){return(t==null||!(t>=t))-(e==null||!(e>=e))||(t<e?-1:t>e?1:0)}var yu=Array.prototype,Pm=yu.slice;var _u=Math.sqrt(50),bu=Math.sqrt(10),xu=Math.sqrt(2);function Ge(t,e,n){let r=(e-t)/Math.max(0,n),o=Math.floor(Math.log10(r)),i=r/Math.pow(10,o),s=i>=_u?10:i>=bu?5:i>=xu?2:1,u,c,l;return o<0?(l=Math.pow(10,-o)/s,u=Math.round(t*l),c=Math.round(e*l),u/l<t&&++u,c/l>e&&--c,l=-l):(l=Math.pow(10,o)*s,u=Math.round(t/l),c=Math.round(e/l),u*l<t&&++u,c*l>e&&--c),c<u&&.5<=n&&n<2?Ge(t,e,n*2):[u,c,l]}function je(t,e,n){if(e=+e,t=+t,n=+n,!(n>0))return[];if(t===e)return[t];let r=e<t,[o,i,s]=r?Ge(e,t,n):Ge(t,e,n);if(!(i>=o))return[];let u=i-o+1,c=new Array(u);if(r)if(s<0)for(let l=0;l<u;++l)c[l]=(i-l)/-s;else for(let l=0;l<u;++l)c[l]=(i-l)*s;else if(s<0)for(let l=0;l<u;++l)c[l]=(o+l)/-s;else for(let l=0;l<u;++l)c[l]=(o+l)*s;return c}function ze(t,e,n){return e=+e,t=+t,n=+n,Ge(t,e,n)[2]}function Co(t,e,n){e=+e,t=+t,n=+n;let r=e<t,o=r?ze(e,t,n):ze(t,e,n);return(r?-1:1)*(o<0?1/-o:o)}function pe(t,e){let n;if(e===void 0)for(let r of t)r!=null&&(n<r||n===void 0&&r>=r)&&(n=r);else{let r=-1;for(let o of t)(o=e(o,++r,t))!=null&&(n<o||n===void 0&&o>=o)&&(n=o)}return n}function he(t,e){let n;if(e===void 0)for(let r of t)r!=null&&(n>r||n===void 0&&r>=r)&&(n=r);else{let r=-1;for(let o of t)(o=e(o,++r,t))!=null&&(n>o||n===void 0&&o>=o)&&(n=o)}return n}function To(t,e,n=0,r=1/0,o){if(e=Math.floor(e),n=Math.floor(Math.max(0,n)),r=Math.floor(Math.min(t.length-1,r)),!(n<=e&&e<=r))return t;for(o=o===void 0?Ao:gu(o);r>n;){if(r-n>600){let c=r-n+1,l=e-n+1,f=Math.log(c),m=.5*Math.exp(2*f/3),p=.5*Math.sqrt(f*m*(c-m)/c)*(l-c/2<0?-1:1),h=Math.max(n,Math.floor(e-l*m/c+p)),g=Math.min(r,Math.floor(e+(c-l)*m/c+p));To(t,e,h,g,o)}let i=t[e],s=n,u=r;for(me(t,n,e),o(t[r],i)>0&&me(t,n,r);s<u;){for(me(t,s,u),++s,--u;o(t[s],i)<0;)++s;for(;o(t[u],i)>0;)--u}o(t[n],i)===0?me(t,n,u):(++u,me(t,u,r)),u<=e&&(n=u+1),e<=u&&(r=u-1)}return t}function me(t,e,n){let r=t[e];t[e]=t[n],t[n]=r}function Lo(t,e,n){if(t=Float64Array.from(pu(t,n)),!(!(r=t.length)||isNaN(e=+e))){if(e<=0||r<2)return he(t);if(e>=1)return pe(t);var r,o=(r-1)*e,i=Math.floor(o),s=pe(To(t,i).subarray(0,i+1)),u=he(t.subarray(i+1));return s+(u-s)*(o-i)}}function Eo(t,e){let n=0,r=0;if(e===void 0)for(let o of t)o!=null&&(o=+o)>=o&&(++n,r+=o);else{let o=-1;for(let i of t)(i=e(i,++o,t))!=null&&(i=+i)>=i&&(++n,r+=i)}if(n)return r/n}function Do(t,e){return Lo(t,.5,e)}var $m=wu(Math.random);function wu(t){return function(n,r=0,o=n.length){let i=o-(r=+r);for(;i;){let s=t()*i--|0,u=n[i+r];n[i+r]=n[s+r],n[s+r]=u}return n}}function Qt(t,e,n){t.prototype=e.prototype=n,n.constructor=t}function ye(t,e){var n=Object.create(t.prototype);for(var r in e)n[r]=e[r];return n}function wt(){}var Dt=.7,jt=1/Dt,Gt="\\s*([+-]?\\d+)\\s*",de="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)\\s*",ot="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)%\\s*",vu=/^#([0-9a-f]{3,8})$/,ku=new RegExp(`^rgb\\(${Gt},${Gt},${Gt}\\)$`),Mu=new RegExp(`^rgb\\(${ot},${ot},${ot}\\)$`),Su=new RegExp(`^rgba\\(${Gt},${Gt},${Gt},${de}\\)$`),Ru=new RegExp(`^rgba\\(${ot},${ot},${ot},${de}\\)$`),Pu=new RegExp(`^hsl\\(${de},${ot},${ot}\\)$`),$u=new RegExp(`^hsla\\(${de},${ot},${ot},${de}\\)$`),Io={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074};Qt(wt,Wt,{copy(t){return Object.assign(new this.constructor,this,t)},displayable(){return this.rgb().displayable()},hex:Fo,formatHex:Fo,formatHex8:Nu,formatHsl:Au,formatRgb:Oo,toString:Oo});function Fo(){return this.rgb().formatHex()}function Nu(){return this.rgb().formatHex8()}function Au(){return Qo(this).formatHsl()}function Oo(){return this.rgb().formatRgb()}function Wt(t){var e,n;return t=(t+"").trim().toLowerCase(),(e=vu.exec(t))?(n=e[1].length,e=parseInt(e[1],16),n===6?qo(e):n===3?new W(e>>8&15|e>>4&240,e>>4&15|e&240,(e&15)<<4|e&15,1):n===8?Qe(e>>24&255,e>>16&255,e>>8&255,(e&255)/255):n===4?Qe(e>>12&15|e>>8&240,e>>8&15|e>>4&240,e>>4&15|e&240,((e&15)<<4|e&15)/255):null):(e=ku.exec(t))?new W(e[1],e[2],e[3],1):(e=Mu.exec(t))?new W(e[1]*255/100,e[2]*255/100,e[3]*255/100,1):(e=Su.exec(t))?Qe(e[1],e[2],e[3],e[4]):(e=Ru.exec(t))?Qe(e[1]*255/100,e[2]*255/100,e[3]*255/100,e[4]):(e=Pu.exec(t))?Ho(e[1],e[2]/100,e[3]/100,1):(e=$u.exec(t))?Ho(e[1],e[2]/100,e[3]/100,e[4]):Io.hasOwnProperty(t)?qo(Io[t]):t==="transparent"?new W(NaN,NaN,NaN,0):null}function qo(t){return new W(t>>16&255,t>>8&255,t&255,1)}function Qe(t,e,n,r){return r<=0&&(t=e=n=NaN),new W(t,e,n,r)}function sr(t){return t instanceof wt||(t=Wt(t)),t?(t=t.rgb(),new W(t.r,t.g,t.b,t.opacity)):new W}function _e(t,e,n,r){return arguments.length===1?sr(t):new W(t,e,n,r??1)}function W(t,e,n,r){this.r=+t,this.g=+e,this.b=+n,this.opacity=+r}Qt(W,_e,ye(wt,{brighter(t){return t=t==null?jt:Math.pow(jt,t),new W(this.r*t,this.g*t,this.b*t,this.opacity)},darker(t){return t=t==null?Dt:Math.pow(Dt,t),new W(this.r*t,this.g*t,this.b*t,this.opacity)},rgb(){return this},clamp(){return new W(Lt(this.r),Lt(this.g),Lt(this.b),Ke(this.opacity))},displayable(){return-.5<=this.r&&this.r<255.5&&-.5<=this.g&&this.g<255.5&&-.5<=this.b&&this.b<255.5&&0<=this.opacity&&this.opacity<=1},hex:Vo,formatHex:Vo,formatHex8:Cu,formatRgb:Bo,toString:Bo}));function Vo(){return`#${Tt(this.r)}${Tt(this.g)}${Tt(this.b)}`}function Cu(){return`#${Tt(this.r)}${Tt(this.g)}${Tt(this.b)}${Tt((isNaN(this.opacity)?1:this.opacity)*255)}`}function Bo(){let t=Ke(this.opacity);return`${t===1?"rgb(":"rgba("}${Lt(this.r)}, ${Lt(this.g)}, ${Lt(this.b)}${t===1?")":`, ${t})`}`}function Ke(t){return isNaN(t)?1:Math.max(0,Math.min(1,t))}function Lt(t){return Math.max(0,Math.min(255,Math.round(t)||0))}function Tt(t){return t=Lt(t),(t<16?"0":"")+t.toString(16)}function Ho(t,e,n,r){return r<=0?t=e=n=NaN:n<=0||n>=1?t=e=NaN:e<=0&&(t=NaN),new nt(t,e,n,r)}function Qo(t){if(t instanceof nt)return new nt(t.h,t.s,t.l,t.opacity);if(t instanceof wt||(t=Wt(t)),!t)return new nt;if(t instanceof nt)return t;t=t.rgb();var e=t.r/255,n=t.g/255,r=t.b/255,o=Math.min(e,n,r),i=Math.max(e,n,r),s=NaN,u=i-o,c=(i+o)/2;return u?(e===i?s=(n-r)/u+(n<r)*6:n===i?s=(r-e)/u+2:s=(e-n)/u+4,u/=c<.5?i+o:2-i-o,s*=60):u=c>0&&c<1?0:s,new nt(s,u,c,t.opacity)}function Ye(t,e,n,r){return arguments.length===1?Qo(t):new nt(t,e,n,r??1)}function nt(t,e,n,r){this.h=+t,this.s=+e,this.l=+n,this.opacity=+r}Qt(nt,Ye,ye(wt,{brighter(t){return t=t==null?jt:Math.pow(jt,t),new nt(this.h,this.s,this.l*t,this.opacity)},darker(t){return t=t==null?Dt:Math.pow(Dt,t),new nt(this.h,this.s,this.l*t,this.opacity)},rgb(){var t=this.h%360+(this.h<0)*360,e=isNaN(t)||isNaN(this.s)?0:this.s,n=this.l,r=n+(n<.5?n:1-n)*e,o=2*n-r;return new W(er(t>=240?t-240:t+120,o,r),er(t,o,r),er(t<120?t+240:t-120,o,r),this.opacity)},clamp(){return new nt(Uo(this.h),We(this.s),We(this.l),Ke(this.opacity))},displayable(){return(0<=this.s&&this.s<=1||isNaN(this.s))&&0<=this.l&&this.l<=1&&0<=this.opacity&&this.opacity<=1},formatHsl(){let t=Ke(this.opacity);return`${t===1?"hsl(":"hsla("}${Uo(this.h)}, ${We(this.s)*100}%, ${We(this.l)*100}%${t===1?")":`, ${t})`}`}}));function Uo(t){return t=(t||0)%360,t<0?t+360:t}function We(t){return Math.max(0,Math.min(1,t||0))}function er(t,e,n){return(t<60?e+(n-e)*t/60:t<180?n:t<240?e+(n-e)*(240-t)/60:e)*255}var Wo=Math.PI/180,Ko=180/Math.PI,Xe=18,Xo=.96422,Yo=1,Jo=.82521,Zo=4/29,zt=6/29,ti=3*zt*zt,Tu=zt*zt*zt;function ei(t){if(t instanceof it)return new it(t.l,t.a,t.b,t.opacity);if(t instanceof ft)return ri(t);t instanceof W||(t=sr(t));var e=ir(t.r),n=ir(t.g),r=ir(t.b),o=nr((.2225045*e+.7168786*n+.0606169*r)/Yo),i,s;return e===n&&n===r?i=s=o:(i=nr((.4360747*e+.3850649*n+.1430804*r)/Xo),s=nr((.0139322*e+.0971045*n+.7141733*r)/Jo)),new it(116*o-16,500*(i-o),200*(o-s),t.opacity)}function ni(t,e,n,r){return arguments.length===1?ei(t):new it(t,e,n,r??1)}function it(t,e,n,r){this.l=+t,this.a=+e,this.b=+n,this.opacity=+r}Qt(it,ni,ye(wt,{brighter(t){return new it(this.l+Xe*(t??1),this.a,this.b,this.opacity)},darker(t){return new it(this.l-Xe*(t??1),this.a,this.b,this.opacity)},rgb(){var t=(this.l+16)/116,e=isNaN(this.a)?t:t+this.a/500,n=isNaN(this.b)?t:t-this.b/200;return e=Xo*rr(e),t=Yo*rr(t),n=Jo*rr(n),new W(or(3.1338561*e-1.6168667*t-.4906146*n),or(-.9787684*e+1.9161415*t+.033454*n),or(.0719453*e-.2289914*t+1.4052427*n),this.opacity)}}));function nr(t){return t>Tu?Math.pow(t,1/3):t/ti+Zo}function rr(t){return t>zt?t*t*t:ti*(t-Zo)}function or(t){return 255*(t<=.0031308?12.92*t:1.055*Math.pow(t,1/2.4)-.055)}function ir(t){return(t/=255)<=.04045?t/12.92:Math.pow((t+.055)/1.055,2.4)}function Lu(t){if(t instanceof ft)return new ft(t.h,t.c,t.l,t.opacity);if(t instanceof it||(t=ei(t)),t.a===0&&t.b===0)return new ft(NaN,0<t.l&&t.l<100?0:NaN,t.l,t.opacity);var e=Math.atan2(t.b,t.a)*Ko;return new ft(e<0?e+360:e,Math.sqrt(t.a*t.a+t.b*t.b),t.l,t.opacity)}function Je(t,e,n,r){return arguments.length===1?Lu(t):new ft(t,e,n,r??1)}function ft(t,e,n,r){this.h=+t,this.c=+e,this.l=+n,this.opacity=+r}function ri(t){if(isNaN(t.h))return new it(t.l,0,0,t.opacity);var e=t.h*Wo;return new it(t.l,Math.cos(e)*t.c,Math.sin(e)*t.c,t.opacity)}Qt(ft,Je,ye(wt,{brighter(t){return new ft(this.h,this.c,this.l+Xe*(t??1),this.opacity)},darker(t){return new ft(this.h,this.c,this.l-Xe*(t??1),this.opacity)},rgb(){return ri(this).rgb()}}));var oi=-.14861,ar=1.78277,ur=-.29227,Ze=-.90649,ge=1.97294,Go=ge*Ze,zo=ge*ar,jo=ar*ur-Ze*oi;function Eu(t){if(t instanceof Et)return new Et(t.h,t.s,t.l,t.opacity);t instanceof W||(t=sr(t));var e=t.r/255,n=t.g/255,r=t.b/255,o=(jo*r+Go*e-zo*n)/(jo+Go-zo),i=r-o,s=(ge*(n-o)-ur*i)/Ze,u=Math.sqrt(s*s+i*i)/(ge*o*(1-o)),c=u?Math.atan2(s,i)*Ko-120:NaN;return new Et(c<0?c+360:c,u,o,t.opacity)}function tn(t,e,n,r){return arguments.length===1?Eu(t):new Et(t,e,n,r??1)}function Et(t,e,n,r){this.h=+t,this.s=+e,this.l=+n,this.opacity=+r}Qt(Et,tn,ye(wt,{brighter(t){return t=t==null?jt:Math.pow(jt,t),new Et(this.h,this.s,this.l*t,this.opacity)},darker(t){return t=t==null?Dt:Math.pow(Dt,t),new Et(this.h,this.s,this.l*t,this.opacity)},rgb(){var t=isNaN(this.h)?0:(this.h+120)*Wo,e=+this.l,n=isNaN(this.s)?0:this.s*e*(1-e),r=Math.cos(t),o=Math.sin(t);return new W(255*(e+n*(oi*r+ar*o)),255*(e+n*(ur*r+Ze*o)),255*(e+n*(ge*r)),this.opacity)}}));function ui(t,e,n,r,o){var i=t*t,s=i*t;return((1-3*t+3*i-s)*e+(4-6*i+3*s)*n+(1+3*t+3*i-3*s)*r+s*o)/6}function Du(t){var e=t.length-1;return function(n){var r=n<=0?n=0:n>=1?(n=1,e-1):Math.floor(n*e),o=t[r],i=t[r+1],s=r>0?t[r-1]:2*o-i,u=r<e-1?t[r+2]:2*i-o;return ui((n-r/e)*e,s,o,i,u)}}function Iu(t){var e=t.length;return function(n){var r=Math.floor(((n%=1)<0?++n:n)*e),o=t[(r+e-1)%e],i=t[r%e],s=t[(r+1)%e],u=t[(r+2)%e];return ui((n-r/e)*e,o,i,s,u)}}var nn=t=>()=>t;function li(t,e){return function(n){return t+n*e}}function Fu(t,e,n){return t=Math.pow(t,n),e=Math.pow(e,n)-t,n=1/n,function(r){return Math.pow(t+r*e,n)}}function mr(t,e){var n=e-t;return n?li(t,n>180||n<-180?n-360*Math.round(n/360):n):nn(isNaN(t)?e:t)}function Ou(t){return(t=+t)==1?Y:function(e,n){return n-e?Fu(e,n,t):nn(isNaN(e)?n:e)}}function Y(t,e){var n=e-t;return n?li(t,n):nn(isNaN(t)?e:t)}var ii=(function t(e){var n=Ou(e);function r(o,i){var s=n((o=_e(o)).r,(i=_e(i)).r),u=n(o.g,i.g),c=n(o.b,i.b),l=Y(o.opacity,i.opacity);return function(f){return o.r=s(f),o.g=u(f),o.b=c(f),o.opacity=l(f),o+""}}return r.gamma=t,r})(1);function ci(t){return function(e){var n=e.length,r=new Array(n),o=new Array(n),i=new Array(n),s,u;for(s=0;s<n;++s)u=_e(e[s]),r[s]=u.r||0,o[s]=u.g||0,i[s]=u.b||0;return r=t(r),o=t(o),i=t(i),u.opacity=1,function(c){return u.r=r(c),u.g=o(c),u.b=i(c),u+""}}}var Tm=ci(Du),Lm=ci(Iu);function qu(t,e){e||(e=[]);var n=t?Math.min(e.length,t.length):0,r=e.slice(),o;return function(i){for(o=0;o<n;++o)r[o]=t[o]*(1-i)+e[o]*i;return r}}function Vu(t){return ArrayBuffer.isView(t)&&!(t instanceof DataView)}function Bu(t,e){var n=e?e.length:0,r=t?Math.min(n,t.length):0,o=new Array(r),i=new Array(n),s;for(s=0;s<r;++s)o[s]=rn(t[s],e[s]);for(;s<n;++s)i[s]=e[s];return function(u){for(s=0;s<r;++s)i[s]=o[s](u);return i}}function Hu(t,e){var n=new Date;return t=+t,e=+e,function(r){return n.setTime(t*(1-r)+e*r),n}}function rt(t,e){return t=+t,e=+e,function(n){return t*(1-n)+e*n}}function Uu(t,e){var n={},r={},o;(t===null||typeof t!="object")&&(t={}),(e===null||typeof e!="object")&&(e={});for(o in e)o in t?n[o]=rn(t[o],e[o]):r[o]=e[o];return function(i){for(o in n)r[o]=n[o](i);return r}}var cr=/[-+]?(?:\d+\.?\d*|\.?\d+)(?:[eE][-+]?\d+)?/g,lr=new RegExp(cr.source,"g");function Gu(t){return function(){return t}}function zu(t){return function(e){return t(e)+""}}function ju(t,e){var n=cr.lastIndex=lr.lastIndex=0,r,o,i,s=-1,u=[],c=[];for(t=t+"",e=e+"";(r=cr.exec(t))&&(o=lr.exec(e));)(i=o.index)>n&&(i=e.slice(n,i),u[s]?u[s]+=i:u[++s]=i),(r=r[0])===(o=o[0])?u[s]?u[s]+=o:u[++s]=o:(u[++s]=null,c.push({i:s,x:rt(r,o)})),n=lr.lastIndex;return n<e.length&&(i=e.slice(n),u[s]?u[s]+=i:u[++s]=i),u.length<2?c[0]?zu(c[0].x):Gu(e):(e=c.length,function(l){for(var f=0,m;f<e;++f)u[(m=c[f]).i]=m.x(l);return u.join("")})}function rn(t,e){var n=typeof e,r;return e==null||n==="boolean"?nn(e):(n==="number"?rt:n==="string"?(r=Wt(e))?(e=r,ii):ju:e instanceof Wt?ii:e instanceof Date?Hu:Vu(e)?qu:Array.isArray(e)?Bu:typeof e.valueOf!="function"&&typeof e.toString!="function"||isNaN(e)?Uu:rt)(t,e)}function fi(t,e){return t=+t,e=+e,function(n){return Math.round(t*(1-n)+e*n)}}var si=180/Math.PI,fr={translateX:0,translateY:0,rotate:0,skewX:0,scaleX:1,scaleY:1};function mi(t,e,n,r,o,i){var s,u,c;return(s=Math.sqrt(t*t+e*e))&&(t/=s,e/=s),(c=t*n+e*r)&&(n-=t*c,r-=e*c),(u=Math.sqrt(n*n+r*r))&&(n/=u,r/=u,c/=u),t*r<e*n&&(t=-t,e=-e,c=-c,s=-s),{translateX:o,translateY:i,rotate:Math.atan2(e,t)*si,skewX:Math.atan(c)*si,scaleX:s,scaleY:u}}var en;function Qu(t){let e=new(typeof DOMMatrix=="function"?DOMMatrix:WebKitCSSMatrix)(t+"");return e.isIdentity?fr:mi(e.a,e.b,e.c,e.d,e.e,e.f)}function Wu(t){return t==null||(en||(en=document.createElementNS("http://www.w3.org/2000/svg","g")),en.setAttribute("transform",t),!(t=en.transform.baseVal.consolidate()))?fr:(t=t.matrix,mi(t.a,t.b,t.c,t.d,t.e,t.f))}function pi(t,e,n,r){function o(l){return l.length?l.pop()+" ":""}function i(l,f,m,p,h,g){if(l!==m||f!==p){var d=h.push("translate(",null,e,null,n);g.push({i:d-4,x:rt(l,m)},{i:d-2,x:rt(f,p)})}else(m||p)&&h.push("translate("+m+e+p+n)}function s(l,f,m,p){l!==f?(l-f>180?f+=360:f-l>180&&(l+=360),p.push({i:m.push(o(m)+"rotate(",null,r)-2,x:rt(l,f)})):f&&m.push(o(m)+"rotate("+f+r)}function u(l,f,m,p){l!==f?p.push({i:m.push(o(m)+"skewX(",null,r)-2,x:rt(l,f)}):f&&m.push(o(m)+"skewX("+f+r)}function c(l,f,m,p,h,g){if(l!==m||f!==p){var d=h.push(o(h)+"scale(",null,",",null,")");g.push({i:d-4,x:rt(l,m)},{i:d-2,x:rt(f,p)})}else(m!==1||p!==1)&&h.push(o(h)+"scale("+m+","+p+")")}return function(l,f){var m=[],p=[];return l=t(l),f=t(f),i(l.translateX,l.translateY,f.translateX,f.translateY,m,p),s(l.rotate,f.rotate,m,p),u(l.skewX,f.skewX,m,p),c(l.scaleX,l.scaleY,f.scaleX,f.scaleY,m,p),l=f=null,function(h){for(var g=-1,d=p.length,y;++g<d;)m[(y=p[g]).i]=y.x(h);return m.join("")}}}var Em=pi(Qu,"px, ","px)","deg)"),Dm=pi(Wu,", ",")",")"),Ku=1e-12;function ai(t){return((t=Math.exp(t))+1/t)/2}function Xu(t){return((t=Math.exp(t))-1/t)/2}function Yu(t){return((t=Math.exp(2*t))-1)/(t+1)}var Im=(function t(e,n,r){function o(i,s){var u=i[0],c=i[1],l=i[2],f=s[0],m=s[1],p=s[2],h=f-u,g=m-c,d=h*h+g*g,y,b;if(d<Ku)b=Math.log(p/l)/e,y=function($){return[u+$*h,c+$*g,l*Math.exp(e*$*b)]};else{var _=Math.sqrt(d),k=(p*p-l*l+r*d)/(2*l*n*_),x=(p*p-l*l-r*d)/(2*p*n*_),v=Math.log(Math.sqrt(k*k+1)-k),P=Math.log(Math.sqrt(x*x+1)-x);b=(P-v)/e,y=function($){var A=$*b,O=ai(v),C=l/(n*_)*(O*Yu(e*A+v)-Xu(v));return[u+C*h,c+C*g,l*O/ai(e*A+v)]}}return y.duration=Math.abs(b)*1e3*e/Math.SQRT2,y}return o.rho=function(i){var s=Math.max(.001,+i),u=s*s,c=u*u;return t(s,u,c)},o})(Math.SQRT2,2,4);function hi(t){return function(e,n){var r=t((e=Ye(e)).h,(n=Ye(n)).h),o=Y(e.s,n.s),i=Y(e.l,n.l),s=Y(e.opacity,n.opacity);return function(u){return e.h=r(u),e.s=o(u),e.l=i(u),e.opacity=s(u),e+""}}}var Fm=hi(mr),Om=hi(Y);function di(t){return function(e,n){var r=t((e=Je(e)).h,(n=Je(n)).h),o=Y(e.c,n.c),i=Y(e.l,n.l),s=Y(e.opacity,n.opacity);return function(u){return e.h=r(u),e.c=o(u),e.l=i(u),e.opacity=s(u),e+""}}}var qm=di(mr),Vm=di(Y);function gi(t){return(function e(n){n=+n;function r(o,i){var s=t((o=tn(o)).h,(i=tn(i)).h),u=Y(o.s,i.s),c=Y(o.l,i.l),l=Y(o.opacity,i.opacity);return function(f){return o.h=s(f),o.s=u(f),o.l=c(Math.pow(f,n)),o.opacity=l(f),o+""}}return r.gamma=e,r})(1)}var Bm=gi(mr),Hm=gi(Y);function Ju(t){return Math.abs(t=Math.round(t))>=1e21?t.toLocaleString("en").replace(/,/g,""):t.toString(10)}function sn(t,e){if(!isFinite(t)||t===0)return null;var n=(t=e?t.toExponential(e-1):t.toExponential()).indexOf("e"),r=t.slice(0,n);return[r.length>1?r[0]+r.slice(2):r,+t.slice(n+1)]}function Kt(t){return t=sn(Math.abs(t)),t?t[1]:NaN}function Zu(t,e){return function(n,r){for(var o=n.length,i=[],s=0,u=t[0],c=0;o>0&&u>0&&(c+u+1>r&&(u=Math.max(1,r-c)),i.push(n.substring(o-=u,o+u)),!((c+=u+1)>r));)u=t[s=(s+1)%t.length];return i.reverse().join(e)}}function tl(t){return function(e){return e.replace(/[0-9]/g,function(n){return t[+n]})}}var el=/^(?:(.)?([<>=^]))?([+\-( ])?([$#])?(0)?(\d+)?(,)?(\.\d+)?(~)?([a-z%])?$/i;function Xt(t){if(!(e=el.exec(t)))throw new Error("invalid format: "+t);var e;return new pr({fill:e[1],align:e[2],sign:e[3],symbol:e[4],zero:e[5],width:e[6],comma:e[7],precision:e[8]&&e[8].slice(1),trim:e[9],type:e[10]})}Xt.prototype=pr.prototype;function pr(t){this.fill=t.fill===void 0?" ":t.fill+"",this.align=t.align===void 0?">":t.align+"",this.sign=t.sign===void 0?"-":t.sign+"",this.symbol=t.symbol===void 0?"":t.symbol+"",this.zero=!!t.zero,this.width=t.width===void 0?void 0:+t.width,this.comma=!!t.comma,this.precision=t.precision===void 0?void 0:+t.precision,this.trim=!!t.trim,this.type=t.type===void 0?"":t.type+""}pr.prototype.toString=function(){return this.fill+this.align+this.sign+this.symbol+(this.zero?"0":"")+(this.width===void 0?"":Math.max(1,this.width|0))+(this.comma?",":"")+(this.precision===void 0?"":"."+Math.max(0,this.precision|0))+(this.trim?"~":"")+this.type};function nl(t){t:for(var e=t.length,n=1,r=-1,o;n<e;++n)switch(t[n]){case".":r=o=n;break;case"0":r===0&&(r=n),o=n;break;default:if(!+t[n])break t;r>0&&(r=0);break}return r>0?t.slice(0,r)+t.slice(o+1):t}var an;function rl(t,e){var n=sn(t,e);if(!n)return an=void 0,t.toPrecision(e);var r=n[0],o=n[1],i=o-(an=Math.max(-8,Math.min(8,Math.floor(o/3)))*3)+1,s=r.length;return i===s?r:i>s?r+new Array(i-s+1).join("0"):i>0?r.slice(0,i)+"."+r.slice(i):"0."+new Array(1-i).join("0")+sn(t,Math.max(0,e+i-1))[0]}function yi(t,e){var n=sn(t,e);if(!n)return t+"";var r=n[0],o=n[1];return o<0?"0."+new Array(-o).join("0")+r:r.length>o+1?r.slice(0,o+1)+"."+r.slice(o+1):r+new Array(o-r.length+2).join("0")}var _i={"%":(t,e)=>(t*100).toFixed(e),b:t=>Math.round(t).toString(2),c:t=>t+"",d:Ju,e:(t,e)=>t.toExponential(e),f:(t,e)=>t.toFixed(e),g:(t,e)=>t.toPrecision(e),o:t=>Math.round(t).toString(8),p:(t,e)=>yi(t*100,e),r:yi,s:rl,X:t=>Math.round(t).toString(16).toUpperCase(),x:t=>Math.round(t).toString(16)};function bi(t){return t}var xi=Array.prototype.map,wi=["y","z","a","f","p","n","\xB5","m","","k","M","G","T","P","E","Z","Y"];function ol(t){var e=t.grouping===void 0||t.thousands===void 0?bi:Zu(xi.call(t.grouping,Number),t.thousands+""),n=t.currency===void 0?"":t.currency[0]+"",r=t.currency===void 0?"":t.currency[1]+"",o=t.decimal===void 0?".":t.decimal+"",i=t.numerals===void 0?bi:tl(xi.call(t.numerals,String)),s=t.percent===void 0?"%":t.percent+"",u=t.minus===void 0?"\u2212":t.minus+"",c=t.nan===void 0?"NaN":t.nan+"";function l(m,p){m=Xt(m);var h=m.fill,g=m.align,d=m.sign,y=m.symbol,b=m.zero,_=m.width,k=m.comma,x=m.precision,v=m.trim,P=m.type;P==="n"?(k=!0,P="g"):_i[P]||(x===void 0&&(x=12),v=!0,P="g"),(b||h==="0"&&g==="=")&&(b=!0,h="0",g="=");var $=(p&&p.prefix!==void 0?p.prefix:"")+(y==="$"?n:y==="#"&&/[boxX]/.test(P)?"0"+P.toLowerCase():""),A=(y==="$"?r:/[%p]/.test(P)?s:"")+(p&&p.suffix!==void 0?p.suffix:""),O=_i[P],C=/[defgprs%]/.test(P);x=x===void 0?6:/[gprs]/.test(P)?Math.max(1,Math.min(21,x)):Math.max(0,Math.min(20,x));function Q(M){var q=$,N=A,j,yt,Ne;if(P==="c")N=O(M)+N,M="";else{M=+M;var Ae=M<0||1/M<0;if(M=isNaN(M)?c:O(Math.abs(M),x),v&&(M=nl(M)),Ae&&+M==0&&d!=="+"&&(Ae=!1),q=(Ae?d==="("?d:u:d==="-"||d==="("?"":d)+q,N=(P==="s"&&!isNaN(M)&&an!==void 0?wi[8+an/3]:"")+N+(Ae&&d==="("?")":""),C){for(j=-1,yt=M.length;++j<yt;)if(Ne=M.charCodeAt(j),48>Ne||Ne>57){N=(Ne===46?o+M.slice(j+1):M.slice(j))+N,M=M.slice(0,j);break}}}k&&!b&&(M=e(M,1/0));var Ce=q.length+M.length+N.length,ct=Ce<_?new Array(_-Ce+1).join(h):"";switch(k&&b&&(M=e(ct+M,ct.length?_-N.length:1/0),ct=""),g){case"<":M=q+M+N+ct;break;case"=":M=q+ct+M+N;break;case"^":M=ct.slice(0,Ce=ct.length>>1)+q+M+N+ct.slice(Ce);break;default:M=ct+q+M+N;break}return i(M)}return Q.toString=function(){return m+""},Q}function f(m,p){var h=Math.max(-8,Math.min(8,Math.floor(Kt(p)/3)))*3,g=Math.pow(10,-h),d=l((m=Xt(m),m.type="f",m),{suffix:wi[8+h/3]});return function(y){return d(g*y)}}return{format:l,formatPrefix:f}}var on,un,hr;il({thousands:",",grouping:[3],currency:["$",""]});function il(t){return on=ol(t),un=on.format,hr=on.formatPrefix,on}function vi(t){return Math.max(0,-Kt(Math.abs(t)))}function ki(t,e){return Math.max(0,Math.max(-8,Math.min(8,Math.floor(Kt(e)/3)))*3-Kt(Math.abs(t)))}function Mi(t,e){return t=Math.abs(t),e=Math.abs(e)-t,Math.max(0,Kt(e)-Kt(t))+1}function gr(t,e){switch(arguments.length){case 0:break;case 1:this.range(t);break;default:this.range(e).domain(t);break}return this}function sl(t){return function(){return t}}function al(t){return+t}var Si=[0,1];function Yt(t){return t}function dr(t,e){return(e-=t=+t)?function(n){return(n-t)/e}:sl(isNaN(e)?NaN:.5)}function ul(t,e){var n;return t>e&&(n=t,t=e,e=n),function(r){return Math.max(t,Math.min(e,r))}}function ll(t,e,n){var r=t[0],o=t[1],i=e[0],s=e[1];return o<r?(r=dr(o,r),i=n(s,i)):(r=dr(r,o),i=n(i,s)),function(u){return i(r(u))}}function cl(t,e,n){var r=Math.min(t.length,e.length)-1,o=new Array(r),i=new Array(r),s=-1;for(t[r]<t[0]&&(t=t.slice().reverse(),e=e.slice().reverse());++s<r;)o[s]=dr(t[s],t[s+1]),i[s]=n(e[s],e[s+1]);return function(u){var c=Po(t,u,1,r)-1;return i[c](o[c](u))}}function yr(t,e){return e.domain(t.domain()).range(t.range()).interpolate(t.interpolate()).clamp(t.clamp()).unknown(t.unknown())}function _r(){var t=Si,e=Si,n=rn,r,o,i,s=Yt,u,c,l;function f(){var p=Math.min(t.length,e.length);return s!==Yt&&(s=ul(t[0],t[p-1])),u=p>2?cl:ll,c=l=null,m}function m(p){return p==null||isNaN(p=+p)?i:(c||(c=u(t.map(r),e,n)))(r(s(p)))}return m.invert=function(p){return s(o((l||(l=u(e,t.map(r),rt)))(p)))},m.domain=function(p){return arguments.length?(t=Array.from(p,al),f()):t.slice()},m.range=function(p){return arguments.length?(e=Array.from(p),f()):e.slice()},m.rangeRound=function(p){return e=Array.from(p),n=fi,f()},m.clamp=function(p){return arguments.length?(s=p?!0:Yt,f()):s!==Yt},m.interpolate=function(p){return arguments.length?(n=p,f()):n},m.unknown=function(p){return arguments.length?(i=p,m):i},function(p,h){return r=p,o=h,f()}}function fl(){return _r()(Yt,Yt)}function ml(t,e,n,r){var o=Co(t,e,n),i;switch(r=Xt(r??",f"),r.type){case"s":{var s=Math.max(Math.abs(t),Math.abs(e));return r.precision==null&&!isNaN(i=ki(o,s))&&(r.precision=i),hr(r,s)}case"":case"e":case"g":case"p":case"r":{r.precision==null&&!isNaN(i=Mi(o,Math.max(Math.abs(t),Math.abs(e))))&&(r.precision=i-(r.type==="e"));break}case"f":case"%":{r.precision==null&&!isNaN(i=vi(o))&&(r.precision=i-(r.type==="%")*2);break}}return un(r)}function Ci(t){var e=t.domain;return t.ticks=function(n){var r=e();return je(r[0],r[r.length-1],n??10)},t.tickFormat=function(n,r){var o=e();return ml(o[0],o[o.length-1],n??10,r)},t.nice=function(n){n==null&&(n=10);var r=e(),o=0,i=r.length-1,s=r[o],u=r[i],c,l,f=10;for(u<s&&(l=s,s=u,u=l,l=o,o=i,i=l);f-- >0;){if(l=ze(s,u,n),l===c)return r[o]=s,r[i]=u,e(r);if(l>0)s=Math.floor(s/l)*l,u=Math.ceil(u/l)*l;else if(l<0)s=Math.ceil(s*l)/l,u=Math.floor(u*l)/l;else break;c=l}return t},t}function J(){var t=fl();return t.copy=function(){return yr(t,J())},gr.apply(t,arguments),Ci(t)}function pl(t,e){t=t.slice();var n=0,r=t.length-1,o=t[n],i=t[r],s;return i<o&&(s=n,n=r,r=s,s=o,o=i,i=s),t[n]=e.floor(o),t[r]=e.ceil(i),t}function Ri(t){return Math.log(t)}function Pi(t){return Math.exp(t)}function hl(t){return-Math.log(-t)}function dl(t){return-Math.exp(-t)}function gl(t){return isFinite(t)?+("1e"+t):t<0?0:t}function yl(t){return t===10?gl:t===Math.E?Math.exp:e=>Math.pow(t,e)}function _l(t){return t===Math.E?Math.log:t===10&&Math.log10||t===2&&Math.log2||(t=Math.log(t),e=>Math.log(e)/t)}function $i(t){return(e,n)=>-t(-e,n)}function bl(t){let e=t(Ri,Pi),n=e.domain,r=10,o,i;function s(){return o=_l(r),i=yl(r),n()[0]<0?(o=$i(o),i=$i(i),t(hl,dl)):t(Ri,Pi),e}return e.base=function(u){return arguments.length?(r=+u,s()):r},e.domain=function(u){return arguments.length?(n(u),s()):n()},e.ticks=u=>{let c=n(),l=c[0],f=c[c.length-1],m=f<l;m&&([l,f]=[f,l]);let p=o(l),h=o(f),g,d,y=u==null?10:+u,b=[];if(!(r%1)&&h-p<y){if(p=Math.floor(p),h=Math.ceil(h),l>0){for(;p<=h;++p)for(g=1;g<r;++g)if(d=p<0?g/i(-p):g*i(p),!(d<l)){if(d>f)break;b.push(d)}}else for(;p<=h;++p)for(g=r-1;g>=1;--g)if(d=p>0?g/i(-p):g*i(p),!(d<l)){if(d>f)break;b.push(d)}b.length*2<y&&(b=je(l,f,y))}else b=je(p,h,Math.min(h-p,y)).map(i);return m?b.reverse():b},e.tickFormat=(u,c)=>{if(u==null&&(u=10),c==null&&(c=r===10?"s":","),typeof c!="function"&&(!(r%1)&&(c=Xt(c)).precision==null&&(c.trim=!0),c=un(c)),u===1/0)return c;let l=Math.max(1,r*u/e.ticks().length);return f=>{let m=f/i(Math.round(o(f)));return m*r<r-.5&&(m*=r),m<=l?c(f):""}},e.nice=()=>n(pl(n(),{floor:u=>i(Math.floor(o(u))),ceil:u=>i(Math.ceil(o(u)))})),e}function br(){let t=bl(_r()).domain([1,10]);return t.copy=()=>yr(t,br()).base(t.base()),gr.apply(t,arguments),t}function Ni(t){return function(e){return Math.sign(e)*Math.log1p(Math.abs(e/t))}}function Ai(t){return function(e){return Math.sign(e)*Math.expm1(Math.abs(e))*t}}function xl(t){var e=1,n=t(Ni(e),Ai(e));return n.constant=function(r){return arguments.length?t(Ni(e=+r),Ai(e)):e},Ci(n)}function xr(){var t=xl(_r());return t.copy=function(){return yr(t,xr()).constant(t.constant())},gr.apply(t,arguments)}function mt(t,e,n){let[r,o]=e,i=[r,Math.max(r+1,o)];return t==="log"?xr(i,n).constant(1):J(i,n)}function X(t){return 6.3*t.length}function w(t){return t.toLocaleString("en-US")}function ln(t,e,n){let[r,o]=[e[0],Math.max(e[0]+1,e[1])],i=mt(t,[r,o],n);if(t==="linear"||o+1<3*(r+1)){let u=(n[1]-n[0])/(X(w(o))+24);return J([r,o],n).ticks(Math.max(1,Math.floor(u))).filter(Number.isInteger)}let s=Math.floor(Math.log2(o))+1;for(let u=1;u<s;u++){let c=wl(s,u).filter(l=>l>=r&&l<=o);if(vl(c,i))return c}return[r,2**(s-1)]}function wl(t,e){let n=[0];for(let r=0;r<t;r+=e)n.push(2**r);return n}function vl(t,e){return t.every((n,r)=>{if(r===0)return!0;let o=t[r-1],i=(X(w(n))+X(w(o)))/2;return e(n)-e(o)>=i+6})}function vt(t,e,n=NaN){let r=1/0,o=-1/0;if(t.forEach((c,l)=>{if(!Number.isFinite(c))return;let f=Number.isFinite(e[l])?e[l]:0;r=Math.min(r,c-f),o=Math.max(o,c+f)}),r>o)return[0,1];let i=Math.max(Math.abs(o)*.01,Number.isFinite(n)?n*.005:0,1e-8),s=Math.max(0,i-(o-r)),u=Math.min(s/2,Math.max(r,0));return[r-u,o+s-u]}function cn(t,e){let n=.5*(t[1]-t[0]);return e<t[0]-n||e>t[1]+n?t:[Math.min(t[0],e),Math.max(t[1],e)]}function be(t,e,n){let r=0;return t.forEach((o,i)=>{Math.abs(e(o)-n)<Math.abs(e(t[r])-n)&&(r=i)}),r}function fn(t,e,n,r){let o=[];t.forEach((i,s)=>o.push(Math.max(i,s?o[s-1]+e:n)));for(let i=o.length-1,s=r;i>=0;i--,s=o[i+1]-e)o[i]>s&&(o[i]=s);return o}var kl=new Intl.NumberFormat("en-US",{maximumSignificantDigits:4,minimumSignificantDigits:3}),Ml=new Intl.NumberFormat("en-US",{maximumSignificantDigits:2});function G(t){return t===0?"0":Number.isFinite(t)?(Math.abs(t)<1e-4?t.toExponential(2):kl.format(t)).replaceAll("-","\u2212"):"not measured"}function Ti(t){return typeof t!="number"?t??"\u2013":Number.isFinite(t)?Number.isInteger(t)?t.toLocaleString("en-US").replace("-","\u2212"):G(t):"\u2013"}function Li(t){return Number.isFinite(t)?` \xB1 ${(t>0&&t<1e-4?t.toExponential(1):Ml.format(t)).replaceAll("-","\u2212")}`:""}function V(t){return Number.isFinite(t)?`${(100*t).toFixed(1)} %`:"not measured"}function Jt(t,e){return`${t.toLocaleString("en-US")} ${e}${t===1?"":"s"}`}function st(t,e){if(t.length<=e)return t;let n=Math.max(2,e-1),r=Math.ceil(n/2);return`${t.slice(0,n-r)}\u2026${t.slice(-r)}`}function L(t){return t.replace(/\/phases$/,"")||t}var mn={label:48,unit:90,kind:24,part:32};function Ii(t){let e=Ei(t?.run?.columns);return new Map((t?.metrics??[]).flatMap(n=>{let r=Sl(n,Ei(e[n]));return r?[[n,r]]:[]}))}function Sl(t,e){let n=pn(e.label,mn.label);if(!n)return null;let r=pn(e.kind,mn.kind),o=pn(e.part,mn.part);return{name:t,label:n,unit:pn(e.unit,mn.unit),better:e.better==="low"||e.better==="high"?e.better:null,isShare:e.format==="share",part:r&&o?{kind:r,name:o,weight:Di(e.weight),meanImageLoss:Di(e.mean_image_loss)}:null}}function Ei(t){return typeof t=="object"&&t!==null&&!Array.isArray(t)?t:{}}function pn(t,e){return typeof t=="string"?st(t.replaceAll(/\s+/g," ").trim(),e):""}function Di(t){return typeof t=="number"&&Number.isFinite(t)&&t>0?t:NaN}function Oi(t){let e=t.layout?.rows??[],n=Ii(t.layout);return e.map((r,o)=>Rl(t,r,o,n))}function Rl(t,e,n,r){let o=Pl(t,n),i=t.layout.metrics,s=c=>t.steps.map((l,f)=>o(c,f)),u=s("flags").map(c=>$l(c,t.layout.flags));return wr(e,t.steps,i,s,u,r)}function wr(t,e,n,r,o,i=new Map){let s=new Map,u=m=>(s.has(m)||s.set(m,r(m)),s.get(m)),c=n.flatMap(m=>/^transfer_(.+)_accuracy$/.exec(m)?.[1]??[]),l=e.map((m,p)=>({step:m,epoch:u("epoch")[p],loss:u("reconstruction_loss")[p],stderr:u("reconstruction_stderr")[p],limit:u("reconstruction_loss_limit")[p],explained:u("explained_variance")[p],accuracy:u("probe_accuracy")[p],transfers:c.map(h=>({name:h,accuracy:u(`transfer_${h}_accuracy`)[p]})),flags:o[p]??[]})),f=m=>u(m).findLast(Number.isFinite)??NaN;return{key:`${t.layer}/${t.decoder}`,row:t,points:l,steps:e,metricNames:n,described:i,column:u,meanImageLoss:f("mean_image_loss"),pcaBound:f("pca_bound"),wholeRunFlags:Nl(l),best:Al(l)}}function Pl({layout:t,shape:e,values:n},r){let[,o,i]=e,s=new Map(t.metrics.map((u,c)=>[u,c]));return(u,c)=>{let l=s.get(u);return l===void 0?NaN:n[(c*o+r)*i+l]}}function $l(t,e){return Number.isFinite(t)?e.filter((n,r)=>Math.floor(t/2**r)%2===1):[]}function hn(t,{wholeRunFlags:e}){return t.flags.length>e.length}function Nl(t){return t[0]?.flags.filter(e=>t.every(n=>n.flags.includes(e)))??[]}function Al(t){let e=null;for(let n of t)n.accuracy>(e?.accuracy??-1/0)&&(e=n);return e}function xe(t,e){let{meanImageLoss:n,pcaBound:r,points:o}=t,i=e.read(t),s=e.readErrors?.(t)??i.map(()=>NaN),u=o[0]?.step===0?i[0]:NaN,c={loss:[n,Fi(n,r,u)],limit:[n,Fi(n,r,u)],explained:[1,[{label:"mean image",value:0},{label:"PCA bound",value:1-r/n},{label:"untrained",value:u}]]},[l,f]=c[e.key]??[NaN,[]],p=e.readSpread(t)??Cl(i,s);return{label:e.label,values:i,errors:s,band:p,unit:l,references:Tl(f)}}function Cl(t,e){let n=r=>Number.isFinite(e[r])?e[r]:0;return[t.map((r,o)=>r-n(o)),t.map((r,o)=>r+n(o))]}function Fi(t,e,n){return[{label:"mean image",value:t},{label:"PCA bound",value:e},{label:"untrained",value:n}]}function we(t,e,n){return e[z(t.steps,n)]??NaN}function z(t,e){let n=0,r=o=>Math.abs(Math.log1p(t[o])-Math.log1p(e));return t.forEach((o,i)=>{r(i)<r(n)&&(n=i)}),n}function Tl(t){return t.filter(({value:e})=>Number.isFinite(e))}function dn(t){return t.flatMap((e,n)=>Number.isFinite(e)&&!Number.isFinite(t[n-1])&&!Number.isFinite(t[n+1])?[n]:[])}function B({row:t},e){return e.some(r=>r.row.layer===t.layer&&r.row.decoder!==t.decoder)?`${t.layer} (${t.decoder})`:t.layer}function D(t,{layer:e,decoder:n}){return t.find(r=>r.layer===e&&r.decoder===n)}var kt=236,et={top:24,right:40,bottom:34,left:48},qi={top:22,bottom:24};function Vi(t,e,n,r){let{quantity:o,stepAxis:i,steps:s}=n,u=n.accuracyDomain&&o.key!=="accuracy",c=r-(u?et.right:14),l=kt-et.bottom,f=xe(t,o),m=Ll(t.steps,f,s);e.forEach(d=>{let{values:y}=xe(d.series,o);m.push(...y.filter((b,_)=>Bi(d.series.steps[_],s)))});let p=vt(m,[],f.unit),h=f.references.reduce((d,{value:y})=>cn(d,y),p),g=[l-qi.bottom,et.top+qi.top];return{width:r,left:et.left,right:c,top:et.top,bottom:l,quantity:o,stepAxis:i,steps:s,x:mt(i,s,[et.left+4,c-4]),y:J(h,g),accuracy:u?J(n.accuracyDomain,g):null,measure:f}}function Ll(t,{values:e,band:n},r){return[e,...n].flatMap(o=>o.filter((i,s)=>Bi(t[s],r)))}function Bi(t,[e,n]){return t>=e&&t<=n}function Hi(t){let e=t.flatMap(r=>r.points.map(o=>o.accuracy)).filter(Number.isFinite),n=t[0]?.column("model_accuracy")??[];return e.length?vt([...e,...n],[]):null}var El={training_heldout:"held-out rows are training rows",no_labels:"no labels, so no probe accuracy",one_class:"one class only, so no probe accuracy",constant_features:"some features are constant",nonfinite_outputs:"the model's outputs hold NaN or infinite values",rank_deficient:"features depend on each other linearly",nonfinite_features:"features are NaN or infinite",few_rows:"few rows for this width: the loss reads high",ridge_at_bound:"the best ridge lies at the end of its path",probe_not_converged:"the linear probe did not converge",target_resized:"the input is reconstructed at a smaller size",target_cropped:"the border of the input is not reconstructed",constant_target:"the input is constant",failed:"the measurement failed",float64_sums:"measured in float64, because rounding in float32 might have shown",out_of_memory:"memory ran out, so this layer was given up",diverged:"training a decoder or probe diverged"};function ve(t){return El[t]??t.replaceAll("_"," ")}var Dl=Symbol.for("pv"),Il=0;function a(t,e,n,r,o,i){e||(e={});var s,u,c=e;if("ref"in c&&typeof t!="function")for(u in c={},e)u=="ref"?s=e[u]:c[u]=e[u];var l={type:t,props:c,key:n,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Dl,__v:--Il,__i:-1,__u:0};return(o||i)&&(l.__source=o,l.__self=i),T.vnode&&T.vnode(l),l}function Ui({runs:t,cursor:e,quantity:n}){let[r,o]=I(e.current);F(()=>(o(e.current),e.subscribe(o)),[e]);let i=E(null),{summary:s,rows:u,reports:c}=t.find(({summary:{run:y}})=>y===r?.run)??t[0],l=u.find(y=>y.key===r?.panel),f=r&&l?z(l.steps,r.step):-1,m=l?.points[f];go(()=>{if(!i.current||!r)return;let y=Fl(r);if(!y)return;let b=y.getBoundingClientRect(),{width:_,height:k}=i.current.getBoundingClientRect(),x=b.left+14,v=x+_>document.documentElement.clientWidth-4?b.left-14-_:x,P=Math.min(b.top+18,window.innerHeight-k-4);i.current.style.transform=`translate(${Math.max(4,v)}px,${Math.max(4,P)}px)`});let p=l&&D(c,l.row),h=s!==t[0].summary,g=l?B(l,u):"",d=r?.byKey&&m?Vl(h?`${L(s.run)}, ${g}`:g,m,r.line):"";return a(R,{children:[a("div",{class:"read-aloud","aria-live":"polite",children:d}),l&&m&&a("div",{ref:i,class:"tooltip",role:"tooltip",children:[h&&a("p",{children:L(s.run)}),a(ql,{name:g,series:l,point:m,phases:p?.phases??[],chosen:n,line:r?.line})]})]})}function Fl({panel:t,byKey:e}){return document.querySelector(e?".chart svg:focus":".chart svg:hover")?.querySelector('.cursor line, .cursor [r="6"]')??document.querySelector(`[data-panel="${CSS.escape(t)}"] .cursor line`)}var Ol=["loss","limit","explained","accuracy"];function ql({name:t,series:e,point:n,phases:r,chosen:o,line:i}){let s=!Ol.includes(o.key)&&!n.transfers.some(({name:l})=>o.key===`transfer_${l}_accuracy`),u=r.filter(({start_step:l,end_step:f})=>l<=n.step&&n.step<=f),c=n.flags.filter(l=>!e.wholeRunFlags.includes(l));return a(R,{children:[a("p",{class:"tooltip-title",children:[a("b",{children:["step ",w(n.step)]}),Number.isFinite(n.epoch)&&a("span",{children:[" epoch ",Number(n.epoch.toFixed(2))]}),a("span",{class:"tooltip-layer",children:t})]}),a("dl",{children:[i&&a(R,{children:[a("dt",{class:"tooltip-line",children:i.name}),a("dd",{class:"tooltip-line",children:i.value})]}),a("dt",{class:"loss",children:"reconstruction loss"}),a("dd",{children:[G(n.loss),a("span",{class:"muted",children:Li(n.stderr)})]}),Number.isFinite(n.limit)&&a(R,{children:[a("dt",{children:"at unlimited rows"}),a("dd",{children:G(n.limit)})]}),a("dt",{children:"explained variance"}),a("dd",{children:V(n.explained)}),a("dt",{class:"accuracy",children:"probe accuracy"}),a("dd",{children:V(n.accuracy)}),n.transfers.map(({name:l,accuracy:f})=>a(R,{children:[a("dt",{children:[l," accuracy"]}),a("dd",{children:V(f)})]},l)),s&&a(R,{children:[a("dt",{children:o.label}),a("dd",{children:o.format(o.read(e)[e.points.indexOf(n)])})]}),u.length>0&&a(R,{children:[a("dt",{children:"phase"}),a("dd",{children:u.map(({kind:l})=>l).join(" \u2192 ")})]})]}),c.map(l=>a("p",{class:"tooltip-flag",children:ve(l)},l)),a("p",{class:"muted",children:["loss: mean squared error per input element",s&&`; ${o.label}: ${o.unit}`]})]})}function Vl(t,e,n){return n?`${t}, step ${w(e.step)}: ${n.name} ${n.value}`:`${t}, step ${w(e.step)}: reconstruction loss ${G(e.loss)}, probe accuracy ${V(e.accuracy)}`}var gn=class{place=null;listeners=new Set;get current(){return this.place}move(e){if(!Bl(e,this.place)){this.place=e;for(let n of this.listeners)n(e)}}subscribe(e){return this.listeners.add(e),()=>{this.listeners.delete(e)}}};function Bl(t,e){return t?.step===e?.step&&t?.panel===e?.panel&&t?.run===e?.run&&t?.line?.name===e?.line?.name}function ke(t){return t.replaceAll(/(seed[-_=]?)\d+/gi,"$1*")}function Gi(t){let e=new Map;for(let n of t){let r=ke(n.summary.run);e.set(r,[...e.get(r)??[],n])}return[...e].map(([n,r])=>{let o=r.filter(({rows:i})=>i.some(({steps:s})=>s.length));return o.length>1?Hl(n,o):o[0]??r[0]})}function Hl(t,e){let n=e[0],o=n.rows.map(({key:f})=>f).filter(f=>e.every(({rows:m})=>m.some(p=>p.key===f))),i=o.map(f=>Ul(e.map(m=>m.rows.find(p=>p.key===f)))),s=o.flatMap((f,m)=>Gl(i[m],e)??[]),u=i[0]?.steps.at(-1)??null,c=e.flatMap(({summary:f})=>f.error??[]).join(" ")||null;return{summary:{...{...n.summary,run:`${L(t)} (${e.length} seeds)`,last_step:u,error:c},num_steps:i[0]?.steps.length??0},rows:i,reports:s}}function Ul(t){let[e,...n]=t,r=e.steps.filter(l=>n.every(f=>f.steps.includes(l))),o=t.map(l=>r.map(f=>l.steps.indexOf(f))),i=(l,f)=>t.map((m,p)=>m.column(l)[o[p][f]]).filter(Number.isFinite),s=l=>f=>r.map((m,p)=>l(i(f,p))??NaN),u=r.map((l,f)=>[...new Set(t.flatMap((m,p)=>m.points[o[p][f]].flags))]);return{...wr(e.row,r,e.metricNames,s(Eo),u,e.described),spread:l=>[s(he)(l),s(pe)(l)]}}function Gl({row:t},e){let n=e.flatMap(c=>D(c.reports,t)??[]),r=n.filter(c=>c.minimum_step!=null);if(!r.length)return n[0];let o=Do(r,c=>c.minimum_step),i=r.toSorted((c,l)=>Math.abs(c.minimum_step-o)-Math.abs(l.minimum_step-o))[0],s=r.map(c=>c.minimum_interval??[c.minimum_step,c.minimum_step]),u=n.filter(c=>c.has_increase).length;return{...i,minimum_interval:[he(s,([c])=>c),pe(s,([,c])=>c)],has_increase:u>n.length/2,forgotten:i.forgotten&&`${i.forgotten} (In the run with the middle minimum.)`,description:`${i.description??""} Phases of the run with the middle minimum; ${u} of ${n.length} runs have an increase.`}}function zi(t){if(window.parent===window)return;let e=new MessageChannel;e.port1.onmessage=n=>{let r=JSON.parse(n.data);if(r.isReply)return;t[r.type]?.(r.payload);let o={type:r.type,id:r.id,payload:null,error:null,isReply:!0};e.port1.postMessage(JSON.stringify(o))},window.parent.postMessage("experimental.bootstrap","*",[e.port2])}function Me(t){let e=t.map(n=>[1,3,5].map(r=>Number.parseInt(n.slice(r,r+2),16)));return n=>{let r=Math.min(1,Math.max(0,n))*(e.length-1),o=Math.min(e.length-2,Math.floor(r));return`rgb(${e[o].map((s,u)=>Math.round(s+(r-o)*(e[o+1][u]-s))).join(",")})`}}var vr=["#0072b2","#d55e00","#009e73","#cc79a7","#56b4e9","#e69f00","#8c6bb1","#7f7f7f"];function yn(t){return vr[t%vr.length]}var _n=Me(["#440154","#482878","#3e4989","#31688e","#26828e","#1f9e89","#35b779","#6ece58","#b5de2b","#fde725"]),ji={red:"var(--red)",green:"var(--green)",blue:"var(--blue)",grey:"var(--grey)",chroma:"var(--chroma)"};function Qi(t,e,n,r,o){return Object.hasOwn(ji,t)?ji[t]:r?It(e,n,o):zl(yn(e),Math.floor(e/vr.length),o)}function zl(t,e,n){if(!e)return t;let r=e%2===1;return Me([t,r===(n==="light")?"#000000":"#ffffff"])(.45)}var jl={light:Me(["#762a83","#af8dc3","#f4f2f5","#7fbf7b","#1b7837"]),dark:Me(["#d9a8ec","#8d5fa3","#454347","#4c8a58","#8fdca3"])};function kr(t,e){return jl[e]((t+1)/2)}function It(t,e,n){let[r,o]=n==="dark"?[.42,.95]:[.04,.66];return _n(r+(o-r)*(e>1?t/(e-1):.5))}var bn={format:V,tickFormat:"~%"},Wi="mean squared error per input element",Xi=[{...tt("loss","reconstruction_loss","reconstruction loss",Wi,"low"),readErrors:t=>t.column("reconstruction_stderr")},{...tt("relative","reconstruction_loss","loss, first = 1","share of the loss at the first probe step","low"),read:t=>Ki(t,t.column("reconstruction_loss")),readErrors:t=>Ki(t,t.column("reconstruction_stderr")),readSpread:()=>{}},{...tt("limit","reconstruction_loss_limit","loss at unlimited rows",Wi,"low"),readErrors:t=>t.column("reconstruction_loss_limit_stderr")},{...tt("explained","explained_variance","explained variance","share of the variance of the input","high"),...bn,readErrors:t=>t.column("reconstruction_stderr").map(e=>e/t.meanImageLoss)},Mr("accuracy","probe_accuracy","probe accuracy","linear probe, share of held-out rows"),tt("probe_loss","probe_loss","probe loss","cross-entropy of the linear probe, nats","low"),Mr("model_accuracy","model_accuracy","model accuracy","the model itself, share of held-out rows"),tt("model_loss","model_loss","model loss","of the model itself, on held-out rows","low"),tt("freedom","degrees_of_freedom","degrees of freedom","of the decoder",null),tt("ridge","ridge","ridge","units of the mean feature variance",null),tt("seconds","probe_seconds","probe seconds","seconds of the probe step",null)];function Yi(t){let n=[...new Set(t.flatMap(i=>i.metricNames))].flatMap(i=>/^transfer_(.+)_(?:accuracy|loss)$/.exec(i)?.[1]??[]),r=[...new Set(n)].flatMap(i=>[Mr(`transfer_${i}_accuracy`,`transfer_${i}_accuracy`,`${i} accuracy`,`linear probe of '${i}', share of held-out rows`),tt(`transfer_${i}_loss`,`transfer_${i}_loss`,`${i} loss`,`cross-entropy of the linear probe of '${i}', nats`,"low")]),o=[...Xi,...r];return[...o,...Ql(t,o)].filter(i=>t.some(s=>i.read(s).some(Number.isFinite)))}function Ql(t,e){return[...new Map(t.flatMap(r=>[...r.described])).values()].flatMap(({name:r,label:o,unit:i,better:s,isShare:u,part:c})=>{if(c||e.some(f=>f.column===r))return[];let l=e.some(f=>f.key===r)?`own ${r}`:r;return[{...tt(l,r,o,i,s),...u&&bn}]})}function Ki(t,e){let n=t.column("reconstruction_loss").find(Number.isFinite)??NaN;return e.map(r=>r/n)}function Ft(t,e){return t.find(n=>n.key===e)??Xi[0]}function Zt(t,e){return{...tt("","",t,"",null),...e&&bn}}function tt(t,e,n,r,o){return{key:t,column:e,label:n,unit:r,better:o,format:G,read:s=>s.column(e),readSpread:s=>s.spread?.(e)}}function Mr(t,e,n,r){return{...tt(t,e,n,r,"high"),...bn}}var Ot=["curves","portrait","map","images","compare","breakdowns"];var Ji=["accuracy","relative"];function $r(t){let[e,n]=Rr(t.axes)??[],r=(t.zoom??"").split("-").map(Number);return{view:Ot.find(o=>o===t.view)??"curves",run:t.run??"",others:Rr(t.with),layers:Rr(t.layers),stepAxis:t.x==="linear"?"linear":"log",metric:t.y||"loss",step:Sr(t.step),zoom:r.length===2&&r.every(Zi)&&r[1]>r[0]?[r[0],r[1]]:null,grouped:t.seeds==="grouped",portrait:e&&n?[e,n]:Ji,kind:t.kind??"",unit:t.unit==="loss"?"loss":"explained",from:Sr(t.from),to:Sr(t.to),against:t.against==="input"||t.against==="step"?t.against:null}}function Sr(t){return t&&Zi(Number(t))?Number(t):null}function Zi(t){return Number.isSafeInteger(t)&&t>=0}function ts(t){let{view:e,run:n,others:r,layers:o,stepAxis:i,metric:s,step:u,zoom:c,grouped:l,portrait:f}=t,{kind:m,unit:p,from:h,to:g,against:d}=t;return{...e!=="curves"&&{view:e},...n&&{run:n},...r&&{with:Pr(r)},...o&&{layers:Pr(o)},x:i,y:s,...u!==null&&{step:String(u)},...c&&{zoom:c.join("-")},...l&&{seeds:"grouped"},...f.join()!==Ji.join()&&{axes:Pr(f)},...m&&{kind:m},...p!=="explained"&&{unit:p},...h!==null&&{from:String(h)},...g!==null&&{to:String(g)},...d&&{against:d}}}function Rr(t){return t===void 0?null:t.split(",").filter(Boolean).map(Wl)}function Pr(t){return t.map(encodeURIComponent).join(",")}function Wl(t){try{return decodeURIComponent(t)}catch{return t}}function es(t,e){return t.find(({run:n})=>n===e)??rs(t)[0]}function ns(t,e,n){let r=t.filter(({run:i})=>i!==e);if(n)return r.filter(({run:i})=>n.includes(i));let o=rs(r.filter(({num_steps:i})=>i)).slice(0,9);return r.filter(i=>o.includes(i))}function xn(t,e){return e?.length&&!e.some(n=>t.includes(n))?null:e}function rs(t){return t.toSorted((e,n)=>n.last_wall_time-e.last_wall_time)}function ss(t,{run:e,others:n}){let[r,o]=I({others:[]}),i=E(0),s=E(new Map),u=E(""),c=n?.join(`
`),l=Ve(async()=>{let f=++i.current,m=()=>f===i.current;try{let p=await t.fetchRuns();if(!m())return;let h=es(p,e||u.current);u.current=h?.run??"";let g=h?[h,...ns(p,h.run,n)]:[],d=()=>{let[y,...b]=g.flatMap(({run:_})=>s.current.get(_)??[]);m()&&o({runs:p,focus:y,others:b,problem:void 0})};await Kl(t,g,s.current,m),d();for(let{run:y}of g){if(!m())return;await Xl(t,y,s.current)&&d()}}catch(p){let h=p instanceof Error?p.message:String(p);m()&&o(g=>({...g,problem:h}))}},[t,e,c]);return F(()=>{l()},[l]),{...r,reload:l}}async function Kl(t,e,n,r){let o=e.filter(u=>{let c=n.get(u.run);return!c||is(c.summary)!==is(u)});for(let u of o)u.num_steps||n.set(u.run,{summary:u,rows:[],reports:[]});let i=o.filter(({num_steps:u})=>u);if(!i.length)return;let s=await t.fetchMetrics(i);if(r())for(let u of s){let{num_steps:c,last_step:l,last_wall_time:f,error:m,layout:p,run:h}=u,g={num_steps:c,last_step:l,last_wall_time:f,error:m,layout:p,run:h};n.set(h,{summary:g,rows:Oi(u),reports:n.get(h)?.reports??[]})}}async function Xl(t,e,n){let r=n.get(e);if(!r?.rows.length||os.get(r)===r.summary.last_wall_time)return!1;let o=await t.fetchReports(e);if(n.get(e)!==r)return!1;let i={...r,reports:o};return os.set(i,r.summary.last_wall_time),n.set(e,i),!0}var os=new WeakMap;function is({num_steps:t,last_wall_time:e,error:n}){return`${t} ${e} ${n}`}var Se={frequency:{name:"spatial frequency",title:"by spatial frequency, cycles per pixel",isOrdered:!0},component:{name:"principal component",title:"by principal component",isOrdered:!0},colour:{name:"grey and colour",title:"by grey and colour"},channel:{name:"colour channel",title:"by colour channel"},position:{name:"image position",title:"by image position"},class:{name:"class",title:"by class"},difficulty:{name:"difficulty",title:"by difficulty of the rows",isOrdered:!0}},as=64,Yl=20,Jl=8;function pt(t){return Object.hasOwn(Se,t)?Se[t]:{name:t,title:`by ${t}`}}function us(t,e){return t.metricNames.flatMap(r=>{let o=ls(t,r);return o?.kind!==e?[]:[{name:o.name,losses:t.column(r),meanImageLoss:o.meanImageLoss}]}).filter(({losses:r})=>r.some(Number.isFinite)).slice(0,as)}function ls(t,e){let n=t.described.get(e);if(n)return n.part;let[,r,o]=/^reconstruction_loss_([a-z]+)_(.+)$/.exec(e)??[];return!r||!Object.hasOwn(Se,r)?null:{kind:r,name:o.replaceAll("_"," "),meanImageLoss:NaN}}function cs(t){let e=new Set(t.flatMap(r=>r.metricNames.flatMap(o=>ls(r,o)?.kind??[])));return[...Object.keys(Se).filter(r=>e.has(r)),...[...e].filter(r=>!Object.hasOwn(Se,r))].filter(r=>t.some(o=>us(o,r).length)).slice(0,Yl)}function wn(t,e,n){let r=us(t,e);if(!r.length)return null;let o=r.filter(({meanImageLoss:u})=>Number.isFinite(u)),i=o.length?n:"loss",s=(i==="loss"?r:o).map(({name:u,losses:c,meanImageLoss:l})=>({name:u,values:i==="loss"?c:c.map(f=>1-f/l)}));return{kind:e,unit:i,parts:s}}function te(t){return t==="loss"?"reconstruction loss":"explained variance"}function Re(t){return t==="loss"?G:V}function ee(t,e){if(!Number.isFinite(t))return"\u2013";let n=e==="loss"?G(Math.abs(t)):(100*Math.abs(t)).toFixed(1);return/[1-9]/.test(n)?`${t<0?"\u2212":"+"}${n}`:n}function fs(t,e){if(e||t.length<=Jl)return new Set(t.map(({name:o})=>o));let n=({values:o})=>o.findLast(Number.isFinite)??NaN,r=t.toSorted((o,i)=>n(i)-n(o)).map(({name:o})=>o);return new Set([...r.slice(0,3),...r.slice(-3)])}function ms(t,e,{from:n,to:r,step:o}){let{steps:i}=t;if(!i.length)return null;let[s,u]=[n??e?.minimum_step??i[0],r??o??i.at(-1)],[c,l]=[i[z(i,s)],i[z(i,u)]];return[Math.min(c,l),Math.max(c,l)]}function ps({unit:t,parts:e},{steps:n},[r,o]){let[i,s]=[n.indexOf(r),n.indexOf(o)];return e.map(({name:u,values:c})=>{let[l,f]=[c[i]??NaN,c[s]??NaN],m=f-l;return{name:u,from:l,to:f,change:m,isLost:t==="loss"?m>0:m<0}})}function Nr(t){let e=t.flatMap(o=>{let i=/^row (\d+) column (\d+)$/.exec(o.name);return i?[{...o,row:Number(i[1])-1,column:Number(i[2])-1}]:[]}),n=Math.max(0,...e.map(({row:o})=>o+1)),r=Math.max(0,...e.map(({column:o})=>o+1));return e.length<t.length||e.length<2||Math.max(n,r)>as?null:{numRows:n,numColumns:r,cells:e}}function at(t){return class extends Bt{shouldComponentUpdate(e){return[...new Set([...Object.keys(this.props),...Object.keys(e)])].some(r=>this.props[r]!==e[r])}render(e){return a(t,{...e})}}}function ut(t){let e=E(null),[n,r]=I(t);return F(()=>{let o=new ResizeObserver(([i])=>{let s=Math.floor(i.contentRect.width);s>0&&r(s)});return o.observe(e.current),()=>o.disconnect()},[]),[e,n]}function vn({panel:t}){let e=ln(t.stepAxis,t.steps,[t.x(t.steps[0]),t.x(t.steps[1])]);return a("g",{class:"axis axis-step",children:[a("line",{x1:t.left,x2:t.right,y1:t.bottom,y2:t.bottom}),e.map(n=>a("g",{class:"tick",transform:`translate(${t.x(n)},${t.bottom})`,children:[a("line",{y2:4}),a("text",{y:16,"text-anchor":"middle",children:w(n)})]},n)),a("text",{class:"axis-unit",x:t.right,y:t.bottom+30,"text-anchor":"end",children:"step \u2192"})]})}function kn({panel:t}){let e=t.y.domain().every(o=>Math.abs(o)<.001),n=t.y.tickFormat(4,e?"~e":t.quantity.tickFormat),r=t.y.ticks(4).filter(n);return a("g",{class:"axis axis-value",children:[r.map(o=>a("g",{class:"tick",transform:`translate(0,${t.y(o)})`,children:[a("line",{class:"grid",x1:t.left,x2:t.right}),a("text",{x:t.left-6,dy:"0.32em","text-anchor":"end",children:n(o)})]},o)),a("text",{class:"axis-title loss",x:2,y:12,children:["\u2191 ",t.measure.label]})]})}function hs({panel:t}){let e=t.accuracy;if(!e)return null;let n=e.tickFormat(4,"~%");return a("g",{class:"axis axis-accuracy",children:[e.ticks(4).map(r=>a("g",{class:"tick",transform:`translate(${t.right},${e(r)})`,children:[a("line",{x2:4}),a("text",{x:7,dy:"0.32em",children:n(r)})]},r)),a("text",{class:"axis-title accuracy",x:t.width-2,y:12,"text-anchor":"end",children:"probe accuracy \u2191"})]})}function gs({panel:t,series:e,cursor:n}){let r=E(null),o=E(null),i=E(null),s=E(null);return F(()=>{let u=c=>{let l=c?z(e.steps,c.step):-1,f=e.points[l],m=f?t.x(f.step):NaN,p=m>=t.left-1&&m<=t.right+1;r.current.toggleAttribute("data-shown",p),!(!f||!p)&&(o.current.setAttribute("transform",`translate(${m},0)`),ds(i.current,m,t.measure.values[l],t.y),ds(s.current,m,f.accuracy,t.accuracy))};return u(n.current),n.subscribe(u)},[t,e,n]),a("g",{ref:r,class:"cursor","aria-hidden":"true",children:[a("line",{ref:o,y1:t.top,y2:t.bottom}),a("circle",{ref:s,class:"accuracy",r:4}),a("circle",{ref:i,class:"loss",r:4})]})}function Mn({panel:{top:t,bottom:e},ends:n}){return a("rect",{class:"brush",x:Math.min(...n),y:t,width:Math.abs(n[1]-n[0]),height:e-t})}function ds(t,e,n,r){let o=r!==null&&Number.isFinite(n);t.style.display=o?"":"none",o&&t.setAttribute("transform",`translate(${e},${r(n)})`)}var Zl=24;function ne({steps:t,values:e},n){return e[z(t,n)]??NaN}function ys(t,e,n,r){let o=t.map(s=>Math.abs(r(ne(s,e))-n)),i=Math.min(...o.filter(Number.isFinite));return i<=Zl?o.indexOf(i):-1}function _s(t,e,n,r){let o=t.flatMap((u,c)=>Number.isFinite(ne(u,e))?[c]:[]);o.sort((u,c)=>ne(t[c],e)-ne(t[u],e));let i=o.indexOf(n),s=i<0?0:Math.min(o.length-1,Math.max(0,i+r));return o[s]??-1}function bs(t){let e=E(-1);return[e,r=>{e.current=r;let o=t.current.querySelector("svg");o.toggleAttribute("data-lit",r>=0);for(let i of o.querySelectorAll("[data-line]"))i.toggleAttribute("data-lit",Number(i.dataset.line)===r)}]}var Pe=Math.PI,Ar=2*Pe,qt=1e-6,tc=Ar-qt;function xs(t){this._+=t[0];for(let e=1,n=t.length;e<n;++e)this._+=arguments[e]+t[e]}function ec(t){let e=Math.floor(t);if(!(e>=0))throw new Error(`invalid digits: ${t}`);if(e>15)return xs;let n=10**e;return function(r){this._+=r[0];for(let o=1,i=r.length;o<i;++o)this._+=Math.round(arguments[o]*n)/n+r[o]}}function ws(t,e,n,r){return t===n&&e===r}function nc(t){let e=Math.floor(t);if(!(e<=15))return ws;let n=10**e,r=function(o){return Math.round(o*n)};return function(o,i,s,u){return r(o)===r(s)&&r(i)===r(u)}}var re=class{constructor(e){this._x0=this._y0=this._x1=this._y1=null,this._="",this._append=e==null?xs:ec(e),this._equal=e==null?ws:nc(e)}moveTo(e,n){this._append`M${this._x0=this._x1=+e},${this._y0=this._y1=+n}`}closePath(){this._x1!==null&&(this._x1=this._x0,this._y1=this._y0,this._append`Z`)}lineTo(e,n){this._append`L${this._x1=+e},${this._y1=+n}`}quadraticCurveTo(e,n,r,o){this._append`Q${+e},${+n},${this._x1=+r},${this._y1=+o}`}bezierCurveTo(e,n,r,o,i,s){this._append`C${+e},${+n},${+r},${+o},${this._x1=+i},${this._y1=+s}`}arcTo(e,n,r,o,i){if(e=+e,n=+n,r=+r,o=+o,i=+i,i<0)throw new Error(`negative radius: ${i}`);let s=this._x1,u=this._y1,c=r-e,l=o-n,f=s-e,m=u-n,p=f*f+m*m;if(this._x1===null)this._append`M${this._x1=e},${this._y1=n}`;else if(p>qt)if(!(Math.abs(m*c-l*f)>qt)||!i)this._append`L${this._x1=e},${this._y1=n}`;else{let h=r-s,g=o-u,d=c*c+l*l,y=h*h+g*g,b=Math.sqrt(d),_=Math.sqrt(p),k=i*Math.tan((Pe-Math.acos((d+p-y)/(2*b*_)))/2),x=k/_,v=k/b;Math.abs(x-1)>qt&&this._append`L${e+x*f},${n+x*m}`,this._append`A${i},${i},0,0,${+(m*h>f*g)},${this._x1=e+v*c},${this._y1=n+v*l}`}}arc(e,n,r,o,i,s){if(e=+e,n=+n,r=+r,s=!!s,r<0)throw new Error(`negative radius: ${r}`);let u=r*Math.cos(o),c=r*Math.sin(o),l=e+u,f=n+c,m=1^s,p=s?o-i:i-o;if(this._x1===null?this._append`M${l},${f}`:(Math.abs(this._x1-l)>qt||Math.abs(this._y1-f)>qt)&&this._append`L${l},${f}`,!!r){if(p<0&&(p=p%Ar+Ar),p>tc)this._append`A${r},${r},0,1,${m},${e-u},${n-c}A${r},${r},0,1,${m},${this._x1=l},${this._y1=f}`;else if(p>qt){let h=e+r*Math.cos(i),g=n+r*Math.sin(i);if(p>=Pe&&this._equal(l,f,h,g)){p/=2;let d=o+p;this._append`A${r},${r},0,${+(p>=Pe)},${m},${e+r*Math.cos(d)},${n+r*Math.sin(d)}`}this._append`A${r},${r},0,${+(p>=Pe)},${m},${this._x1=h},${this._y1=g}`}}}rect(e,n,r,o){this._append`M${this._x0=this._x1=+e},${this._y0=this._y1=+n}h${r=+r}v${+o}h${-r}Z`}toString(){return this._}};function rc(){return new re}rc.prototype=re.prototype;function K(t){return function(){return t}}var oc=Math.cos;var Tr=Math.sin,oe=Math.sqrt,vs=1e-12,Sn=Math.PI,ih=Sn/2,Ps=2*Sn;function $s(t){let e=3;return t.digits=function(n){if(!arguments.length)return e;if(n==null)e=null;else{let r=Math.floor(n);if(!(r>=0))throw new RangeError(`invalid digits: ${n}`);e=r}return t},()=>new re(e)}var sh=Array.prototype.slice;function Ns(t){return typeof t=="object"&&"length"in t?t:Array.from(t)}function As(t){this._context=t}As.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;default:this._context.lineTo(t,e);break}}};function Er(t){return new As(t)}function Cs(t){return t[0]}function Ts(t){return t[1]}function ht(t,e){var n=K(!0),r=null,o=Er,i=null,s=$s(u);t=typeof t=="function"?t:t===void 0?Cs:K(t),e=typeof e=="function"?e:e===void 0?Ts:K(e);function u(c){var l,f=(c=Ns(c)).length,m,p=!1,h;for(r==null&&(i=o(h=s())),l=0;l<=f;++l)!(l<f&&n(m=c[l],l,c))===p&&((p=!p)?i.lineStart():i.lineEnd()),p&&i.point(+t(m,l,c),+e(m,l,c));if(h)return i=null,h+""||null}return u.x=function(c){return arguments.length?(t=typeof c=="function"?c:K(+c),u):t},u.y=function(c){return arguments.length?(e=typeof c=="function"?c:K(+c),u):e},u.defined=function(c){return arguments.length?(n=typeof c=="function"?c:K(!!c),u):n},u.curve=function(c){return arguments.length?(o=c,r!=null&&(i=o(r)),u):o},u.context=function(c){return arguments.length?(c==null?r=i=null:i=o(r=c),u):r},u}function Ls(t,e,n){var r=null,o=K(!0),i=null,s=Er,u=null,c=$s(l);t=typeof t=="function"?t:t===void 0?Cs:K(+t),e=typeof e=="function"?e:K(e===void 0?0:+e),n=typeof n=="function"?n:n===void 0?Ts:K(+n);function l(m){var p,h,g,d=(m=Ns(m)).length,y,b=!1,_,k=new Array(d),x=new Array(d);for(i==null&&(u=s(_=c())),p=0;p<=d;++p){if(!(p<d&&o(y=m[p],p,m))===b)if(b=!b)h=p,u.areaStart(),u.lineStart();else{for(u.lineEnd(),u.lineStart(),g=p-1;g>=h;--g)u.point(k[g],x[g]);u.lineEnd(),u.areaEnd()}b&&(k[p]=+t(y,p,m),x[p]=+e(y,p,m),u.point(r?+r(y,p,m):k[p],n?+n(y,p,m):x[p]))}if(_)return u=null,_+""||null}function f(){return ht().defined(o).curve(s).context(i)}return l.x=function(m){return arguments.length?(t=typeof m=="function"?m:K(+m),r=null,l):t},l.x0=function(m){return arguments.length?(t=typeof m=="function"?m:K(+m),l):t},l.x1=function(m){return arguments.length?(r=m==null?null:typeof m=="function"?m:K(+m),l):r},l.y=function(m){return arguments.length?(e=typeof m=="function"?m:K(+m),n=null,l):e},l.y0=function(m){return arguments.length?(e=typeof m=="function"?m:K(+m),l):e},l.y1=function(m){return arguments.length?(n=m==null?null:typeof m=="function"?m:K(+m),l):n},l.lineX0=l.lineY0=function(){return f().x(t).y(e)},l.lineY1=function(){return f().x(t).y(n)},l.lineX1=function(){return f().x(r).y(e)},l.defined=function(m){return arguments.length?(o=typeof m=="function"?m:K(!!m),l):o},l.curve=function(m){return arguments.length?(s=m,i!=null&&(u=s(i)),l):s},l.context=function(m){return arguments.length?(m==null?i=u=null:u=s(i=m),l):i},l}var ah=ic(Er);function Es(t){this._curve=t}Es.prototype={areaStart:function(){this._curve.areaStart()},areaEnd:function(){this._curve.areaEnd()},lineStart:function(){this._curve.lineStart()},lineEnd:function(){this._curve.lineEnd()},point:function(t,e){this._curve.point(e*Math.sin(t),e*-Math.cos(t))}};function ic(t){function e(n){return new Es(t(n))}return e._curve=t,e}var uh=oe(3);var sc=oe(1/3),lh=sc*2;var Ds=Tr(Sn/10)/Tr(7*Sn/10),ch=Tr(Ps/10)*Ds,fh=-oc(Ps/10)*Ds;var mh=oe(3);var ph=oe(3);var hh=oe(3)/2,ac=1/oe(12),dh=(ac/2+1)*3;function Mt(){}function Rn(t,e,n){t._context.bezierCurveTo((2*t._x0+t._x1)/3,(2*t._y0+t._y1)/3,(t._x0+2*t._x1)/3,(t._y0+2*t._y1)/3,(t._x0+4*t._x1+e)/6,(t._y0+4*t._y1+n)/6)}function Dr(t){this._context=t}Dr.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){switch(this._point){case 3:Rn(this,this._x1,this._y1);case 2:this._context.lineTo(this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3,this._context.lineTo((5*this._x0+this._x1)/6,(5*this._y0+this._y1)/6);default:Rn(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function uc(t){this._context=t}uc.prototype={areaStart:Mt,areaEnd:Mt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._y0=this._y1=this._y2=this._y3=this._y4=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x2,this._y2),this._context.closePath();break}case 2:{this._context.moveTo((this._x2+2*this._x3)/3,(this._y2+2*this._y3)/3),this._context.lineTo((this._x3+2*this._x2)/3,(this._y3+2*this._y2)/3),this._context.closePath();break}case 3:{this.point(this._x2,this._y2),this.point(this._x3,this._y3),this.point(this._x4,this._y4);break}}},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._x2=t,this._y2=e;break;case 1:this._point=2,this._x3=t,this._y3=e;break;case 2:this._point=3,this._x4=t,this._y4=e,this._context.moveTo((this._x0+4*this._x1+t)/6,(this._y0+4*this._y1+e)/6);break;default:Rn(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function lc(t){this._context=t}lc.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3;var n=(this._x0+4*this._x1+t)/6,r=(this._y0+4*this._y1+e)/6;this._line?this._context.lineTo(n,r):this._context.moveTo(n,r);break;case 3:this._point=4;default:Rn(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function Is(t,e){this._basis=new Dr(t),this._beta=e}Is.prototype={lineStart:function(){this._x=[],this._y=[],this._basis.lineStart()},lineEnd:function(){var t=this._x,e=this._y,n=t.length-1;if(n>0)for(var r=t[0],o=e[0],i=t[n]-r,s=e[n]-o,u=-1,c;++u<=n;)c=u/n,this._basis.point(this._beta*t[u]+(1-this._beta)*(r+c*i),this._beta*e[u]+(1-this._beta)*(o+c*s));this._x=this._y=null,this._basis.lineEnd()},point:function(t,e){this._x.push(+t),this._y.push(+e)}};var gh=(function t(e){function n(r){return e===1?new Dr(r):new Is(r,e)}return n.beta=function(r){return t(+r)},n})(.85);function Pn(t,e,n){t._context.bezierCurveTo(t._x1+t._k*(t._x2-t._x0),t._y1+t._k*(t._y2-t._y0),t._x2+t._k*(t._x1-e),t._y2+t._k*(t._y1-n),t._x2,t._y2)}function Ir(t,e){this._context=t,this._k=(1-e)/6}Ir.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:Pn(this,this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2,this._x1=t,this._y1=e;break;case 2:this._point=3;default:Pn(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var yh=(function t(e){function n(r){return new Ir(r,e)}return n.tension=function(r){return t(+r)},n})(0);function Fr(t,e){this._context=t,this._k=(1-e)/6}Fr.prototype={areaStart:Mt,areaEnd:Mt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._x3=t,this._y3=e;break;case 1:this._point=2,this._context.moveTo(this._x4=t,this._y4=e);break;case 2:this._point=3,this._x5=t,this._y5=e;break;default:Pn(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var _h=(function t(e){function n(r){return new Fr(r,e)}return n.tension=function(r){return t(+r)},n})(0);function Or(t,e){this._context=t,this._k=(1-e)/6}Or.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:Pn(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var bh=(function t(e){function n(r){return new Or(r,e)}return n.tension=function(r){return t(+r)},n})(0);function qr(t,e,n){var r=t._x1,o=t._y1,i=t._x2,s=t._y2;if(t._l01_a>vs){var u=2*t._l01_2a+3*t._l01_a*t._l12_a+t._l12_2a,c=3*t._l01_a*(t._l01_a+t._l12_a);r=(r*u-t._x0*t._l12_2a+t._x2*t._l01_2a)/c,o=(o*u-t._y0*t._l12_2a+t._y2*t._l01_2a)/c}if(t._l23_a>vs){var l=2*t._l23_2a+3*t._l23_a*t._l12_a+t._l12_2a,f=3*t._l23_a*(t._l23_a+t._l12_a);i=(i*l+t._x1*t._l23_2a-e*t._l12_2a)/f,s=(s*l+t._y1*t._l23_2a-n*t._l12_2a)/f}t._context.bezierCurveTo(r,o,i,s,t._x2,t._y2)}function Fs(t,e){this._context=t,this._alpha=e}Fs.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:this.point(this._x2,this._y2);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3;default:qr(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var xh=(function t(e){function n(r){return e?new Fs(r,e):new Ir(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function Os(t,e){this._context=t,this._alpha=e}Os.prototype={areaStart:Mt,areaEnd:Mt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1,this._x3=t,this._y3=e;break;case 1:this._point=2,this._context.moveTo(this._x4=t,this._y4=e);break;case 2:this._point=3,this._x5=t,this._y5=e;break;default:qr(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var wh=(function t(e){function n(r){return e?new Os(r,e):new Fr(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function qs(t,e){this._context=t,this._alpha=e}qs.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:qr(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var vh=(function t(e){function n(r){return e?new qs(r,e):new Or(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function cc(t){this._context=t}cc.prototype={areaStart:Mt,areaEnd:Mt,lineStart:function(){this._point=0},lineEnd:function(){this._point&&this._context.closePath()},point:function(t,e){t=+t,e=+e,this._point?this._context.lineTo(t,e):(this._point=1,this._context.moveTo(t,e))}};function ks(t){return t<0?-1:1}function Ms(t,e,n){var r=t._x1-t._x0,o=e-t._x1,i=(t._y1-t._y0)/(r||o<0&&-0),s=(n-t._y1)/(o||r<0&&-0),u=(i*o+s*r)/(r+o);return(ks(i)+ks(s))*Math.min(Math.abs(i),Math.abs(s),.5*Math.abs(u))||0}function Ss(t,e){var n=t._x1-t._x0;return n?(3*(t._y1-t._y0)/n-e)/2:e}function Cr(t,e,n){var r=t._x0,o=t._y0,i=t._x1,s=t._y1,u=(i-r)/3;t._context.bezierCurveTo(r+u,o+u*e,i-u,s-u*n,i,s)}function Lr(t){this._context=t}Lr.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=this._t0=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x1,this._y1);break;case 3:Cr(this,this._t0,Ss(this,this._t0));break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){var n=NaN;if(t=+t,e=+e,!(t===this._x1&&e===this._y1)){switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3,Cr(this,Ss(this,n=Ms(this,t,e)),n);break;default:Cr(this,this._t0,n=Ms(this,t,e));break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e,this._t0=n}}};function fc(t){this._context=new Vs(t)}(fc.prototype=Object.create(Lr.prototype)).point=function(t,e){Lr.prototype.point.call(this,e,t)};function Vs(t){this._context=t}Vs.prototype={moveTo:function(t,e){this._context.moveTo(e,t)},closePath:function(){this._context.closePath()},lineTo:function(t,e){this._context.lineTo(e,t)},bezierCurveTo:function(t,e,n,r,o,i){this._context.bezierCurveTo(e,t,r,n,i,o)}};function mc(t){this._context=t}mc.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=[],this._y=[]},lineEnd:function(){var t=this._x,e=this._y,n=t.length;if(n)if(this._line?this._context.lineTo(t[0],e[0]):this._context.moveTo(t[0],e[0]),n===2)this._context.lineTo(t[1],e[1]);else for(var r=Rs(t),o=Rs(e),i=0,s=1;s<n;++i,++s)this._context.bezierCurveTo(r[0][i],o[0][i],r[1][i],o[1][i],t[s],e[s]);(this._line||this._line!==0&&n===1)&&this._context.closePath(),this._line=1-this._line,this._x=this._y=null},point:function(t,e){this._x.push(+t),this._y.push(+e)}};function Rs(t){var e,n=t.length-1,r,o=new Array(n),i=new Array(n),s=new Array(n);for(o[0]=0,i[0]=2,s[0]=t[0]+2*t[1],e=1;e<n-1;++e)o[e]=1,i[e]=4,s[e]=4*t[e]+2*t[e+1];for(o[n-1]=2,i[n-1]=7,s[n-1]=8*t[n-1]+t[n],e=1;e<n;++e)r=o[e]/i[e-1],i[e]-=r,s[e]-=r*s[e-1];for(o[n-1]=s[n-1]/i[n-1],e=n-2;e>=0;--e)o[e]=(s[e]-o[e+1])/i[e];for(i[n-1]=(t[n]+o[n-1])/2,e=0;e<n-1;++e)i[e]=2*t[e+1]-o[e+1];return[o,i]}function pc(t,e){this._context=t,this._t=e}pc.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=this._y=NaN,this._point=0},lineEnd:function(){0<this._t&&this._t<1&&this._point===2&&this._context.lineTo(this._x,this._y),(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line>=0&&(this._t=1-this._t,this._line=1-this._line)},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;default:{if(this._t<=0)this._context.lineTo(this._x,e),this._context.lineTo(t,e);else{var n=this._x*(1-this._t)+t*this._t;this._context.lineTo(n,this._y),this._context.lineTo(n,e)}break}}this._x=t,this._y=e}};function Bs({panel:t,lines:e}){return a(R,{children:e.map((n,r)=>{let o=ht().defined(Number.isFinite).x((i,s)=>t.x(n.steps[s])).y(t.y);return a("g",{class:n.isMuted?"one-line muted-line":"one-line","data-line":r,fill:n.color,children:[a("path",{class:"companion",stroke:n.color,d:o(n.values)??""}),dn(n.values).map(i=>a("circle",{cx:t.x(n.steps[i]),cy:t.y(n.values[i]),r:2},i)),a("title",{children:n.name})]},n.name)})})}function Hs({panel:t,lines:e}){let{top:n,bottom:r,right:o,width:i}=t,s=e.map((l,f)=>{let m=l.values.findLastIndex((p,h)=>Number.isFinite(p)&&l.steps[h]<=t.steps[1]);return{...l,index:f,y:m<0?NaN:Math.min(r,Math.max(n,t.y(l.values[m])))}}).filter(({y:l})=>Number.isFinite(l)).toSorted((l,f)=>l.y-f.y),u=s.filter(({isMuted:l})=>!l),c=fn(u.map(({y:l})=>l),12,n,r);return a("g",{class:"end-labels",children:s.map(l=>{let f=l.isMuted?l.y:c[u.indexOf(l)];return a("g",{class:l.isMuted?"end-label muted-line":"end-label","data-line":l.index,children:[a("path",{d:`M${o-2},${l.y}L${o+5},${f}h4`,stroke:l.color}),a("text",{x:o+12,y:f,dy:"0.32em",children:st(l.name,Math.floor((i-o-10)/X("x")))})]},l.name)})})}function Us({panel:t,phases:e}){let n=r=>Math.min(t.right,Math.max(t.left,t.x(r)));return a("g",{class:"phase-edges",children:e.map(({kind:r,start_step:o,end_step:i})=>a("rect",{class:`edge ${r}`,x:n(o),y:t.top-4,width:Math.max(0,n(i)-n(o)-1),height:3,children:a("title",{children:`${r}, step ${w(o)} to ${w(i)}`})},o))})}function Gs({panel:t,marks:e}){let n=e.filter(({step:r})=>r>=t.steps[0]&&r<=t.steps[1]);return a("g",{class:"step-marks",children:n.map(({step:r,before:o="",after:i=""})=>{let s=t.x(r),[u,c]=[s-X(o)>t.left,s+X(i)<t.width];return a("g",{children:[a("line",{class:"held",x1:s,x2:s,y1:t.top,y2:t.bottom}),o&&u&&a("text",{x:s-5,y:t.bottom-6,"text-anchor":"end",children:o}),i&&c&&a("text",{x:s+5,y:t.bottom-6,children:i})]},r)})})}function zs({layout:t,cursor:e}){let n=E(null);return F(()=>{let r=o=>{let i=o?t.x(o.step):NaN,s=i>=t.left&&i<=t.right;n.current.toggleAttribute("data-shown",s),s&&n.current.firstElementChild.setAttribute("transform",`translate(${i},0)`)};return r(e.current),e.subscribe(r)},[t,e]),a("g",{ref:n,class:"cursor","aria-hidden":"true",children:a("line",{y1:t.top,y2:t.bottom})})}function dt({ctrlKey:t,metaKey:e,altKey:n}){return t||e||n}var js=8;function $n({panel:t,steps:e,x:n,domain:r,cursor:o,actions:i,describe:s}){let u=E(null),[c,l]=I(null),f=e.filter(v=>v>=r[0]&&v<=r[1]),m=(v,P)=>{v!==void 0&&o.move({step:v,panel:t,byKey:P,line:s?.(v)})},p=v=>v.clientX-v.currentTarget.getBoundingClientRect().left,h=v=>{let P=p(v);u.current!==null&&Math.abs(P-u.current)>=js&&l([u.current,P]),m(f[be(f,n,P)],!1)},g=v=>{v.button===0&&v.pointerType==="mouse"&&(u.current=p(v),v.currentTarget.setPointerCapture(v.pointerId)),h(v)},d=v=>{if(v.button!==0)return;let P=p(v);if(u.current!==null&&Math.abs(P-u.current)>=js){let[$,A]=[u.current,P].toSorted((O,C)=>O-C).map(O=>Math.round(n.invert(O)));A>$&&i.zoom([Math.max(r[0],$),Math.min(r[1],A)])}else i.hold(f[be(f,n,P)]??null);y()},y=()=>{u.current=null,l(null)};return{brush:c,handlers:{onPointerMove:h,onPointerDown:g,onPointerUp:d,onPointerCancel:y,onPointerLeave:()=>{u.current===null&&o.move(null)},onDblClick:()=>i.zoom(null),onKeyDown:v=>{if(dt(v))return;let P=o.current,$=P?z(f,P.step):-1,A=f.length-1,O={ArrowLeft:Math.max(0,$-1),ArrowRight:Math.min(A,$+1),Home:0,End:A},C={Escape:()=>o.move(null),Enter:()=>i.hold(f[$]??null),0:()=>i.zoom(null),"+":()=>i.zoom(hc(f,$))},Q=O[v.key];Q===void 0&&!C[v.key]||(v.preventDefault(),C[v.key]?.(),Q!==void 0&&m(f[Q],!0))},onBlur:()=>o.move(null)}}}function hc(t,e){let n=Math.max(1,Math.floor(t.length/4)),r=Math.max(0,e),[o,i]=[t[Math.max(0,r-n)],t[Math.min(t.length-1,r+n)]];return o!==void 0&&i!==void 0&&i>o?[o,i]:null}function dc({lines:t,label:e,quantity:n,stepAxis:r,steps:o,level:i,hasLabels:s,isLog:u},c){let l=Math.max(0,...t.map(({name:d,isMuted:y})=>y?0:X(d))),f=c-(s?Math.min(.32*c,22+l):14),m=kt-et.bottom,p=t.flatMap(d=>d.values.filter((y,b)=>d.steps[b]>=o[0]&&d.steps[b]<=o[1])),h=i===void 0?vt(p,[]):cn(vt([...p,i],[]),i),g=[m-8,et.top+8];return{width:c,left:et.left,right:f,top:et.top,bottom:m,quantity:n,stepAxis:r,steps:o,x:mt(r,o,[et.left+4,f-4]),y:u?br(h,g):J(h,g),accuracy:null,measure:{label:e,values:[],errors:[],band:[[],[]],unit:NaN,references:[]}}}function gc(t){let{lines:e,label:n,quantity:r,stepAxis:o,steps:i,panel:s,name:u,level:c,hasLabels:l,isLog:f,phases:m,marks:p,cursor:h,actions:g}=t,[d,y]=ut(360),b=Be(),_=S(()=>dc(t,y),[e,n,r,o,i,c,l,f,y]),k=S(()=>[...new Set(e.flatMap(N=>N.steps))].toSorted((N,j)=>N-j),[e]),[x,v]=bs(d),P=N=>{let j=e[x.current];return j&&{name:j.name,value:r.format(ne(j,N))}},{brush:$,handlers:A}=$n({panel:s,steps:k,x:_.x,domain:i,cursor:h,actions:g,describe:P}),O=N=>{let j=N.currentTarget.getBoundingClientRect();v(ys(e,_.x.invert(N.clientX-j.left),N.clientY-j.top,_.y)),A.onPointerMove(N)},C=N=>()=>{v(-1),N()},Q=N=>{let j={ArrowUp:-1,ArrowDown:1}[N.key];if(!j||dt(N))return A.onKeyDown(N);N.preventDefault();let yt=h.current?.step??k.at(-1)??0;v(_s(e,yt,x.current,j)),h.move({step:yt,panel:s,byKey:!0,line:P(yt)})},M=S(()=>a("g",{class:"marks",children:[m&&a(Us,{panel:_,phases:m}),a(kn,{panel:_}),a(vn,{panel:_}),c!==void 0&&a("line",{class:"level",x1:_.left,x2:_.right,y1:_.y(c),y2:_.y(c)}),p&&a(Gs,{panel:_,marks:p}),a("clipPath",{id:b,children:a("rect",{x:_.left,y:_.top-6,width:_.right-_.left,height:_.bottom-_.top+12})}),a("g",{"clip-path":`url(#${b})`,children:a(Bs,{panel:_,lines:e})}),l&&a(Hs,{panel:_,lines:e})]}),[_,e,c,m,p,l]),q=(p??[]).map(({step:N,before:j,after:yt})=>` ${[j,`step ${w(N)}`,yt].filter(Boolean).join(", ")}.`);return a("div",{ref:d,class:"chart",children:a("svg",{class:"lines",width:y,height:kt,viewBox:`0 0 ${y} ${kt}`,role:"img",tabIndex:0,"aria-label":`${u}: ${n} of ${e.map(N=>N.name).join(", ")}.${q.join("")} Arrow keys move the cursor.`,...A,onPointerMove:O,onPointerLeave:C(A.onPointerLeave),onBlur:C(A.onBlur),onKeyDown:Q,children:[M,$&&a(Mn,{panel:_,ends:$}),a(zs,{layout:_,cursor:h})]})})}var ie=at(gc);function Nn(t){document.hasFocus()&&(t.currentTarget.contains(t.relatedTarget)||(t.currentTarget.open=!1))}function An(t){t.key==="Escape"&&(t.currentTarget.open=!1,t.currentTarget.querySelector("summary").focus())}function Qs(t){let{runs:e,focus:n,layers:r,quantities:o,selection:i,select:s}=t,u=new Set(e.map(({run:c})=>ke(c))).size<e.length;return a("header",{class:"controls",children:[a("label",{class:"run",children:[a("span",{class:"control-name",children:"Run"}),a("select",{name:"run",value:n,onChange:c=>s({run:c.currentTarget.value}),children:e.map(c=>a("option",{value:c.run,children:xc(c)},c.run))})]}),e.length>1&&a(yc,{...t}),r.length>1&&a(Ws,{name:"Layers",items:r.map(c=>({value:c,label:c})),chosen:xn(r,i.layers)??r,choose:c=>s({layers:c.length===r.length?null:c})}),a("label",{children:[a("span",{class:"control-name",children:"Quantity"}),a("select",{name:"quantity",value:Ft(o,i.metric).key,onChange:c=>s({metric:c.currentTarget.value}),children:o.map(({key:c,label:l})=>a("option",{value:c,children:l},c))})]}),a(St,{name:"Step axis",value:i.stepAxis,options:{log:"log(1 + step)",linear:"linear"},choose:c=>s({stepAxis:c})}),u&&a("label",{class:"switch",children:[a("input",{type:"checkbox",checked:i.grouped,onChange:()=>s({grouped:!i.grouped})}),"Mean over seeds"]}),i.zoom&&a("button",{class:"chip",onClick:()=>s({zoom:null}),children:["steps ",i.zoom.map(w).join("\u2013")," \u2715"]}),i.step!==null&&a("button",{class:"chip",onClick:()=>s({step:null}),children:["held at step ",w(i.step)," \u2715"]})]})}function yc({runs:t,focus:e,others:n,colors:r,select:o}){let i=t.filter(({run:s})=>s!==e).map(({run:s})=>({value:s,label:L(s),color:r.get(s)}));return a(Ws,{name:"Beside it",items:i,chosen:n,choose:s=>o({others:s})})}var _c=10;function Ws({name:t,items:e,chosen:n,choose:r}){let[o,i]=I(""),s=e.map(({value:f})=>f).filter(f=>n.includes(f)),u=e.filter(({label:f})=>f.toLowerCase().includes(o.toLowerCase())),c=f=>r(e.map(m=>m.value).filter(m=>m===f!==s.includes(m))),l=u.map(({value:f})=>f);return a("div",{children:[a("span",{class:"control-name",children:t}),a(bc,{label:`${s.length} of ${e.length}`,name:t,children:[e.length>_c&&a("input",{type:"search",placeholder:"filter","aria-label":`Filter ${t}`,value:o,onInput:f=>i(f.currentTarget.value)}),a("div",{class:"row",children:[a("button",{onClick:()=>r([...new Set([...s,...l])]),children:"all"}),a("button",{onClick:()=>r(s.filter(f=>!l.includes(f))),children:"none"})]}),a("ul",{children:u.map(({value:f,label:m,color:p})=>a("li",{children:a("label",{children:[a("input",{type:"checkbox",checked:s.includes(f),onChange:()=>c(f)}),p&&a("i",{class:"swatch",style:{background:p}}),m]})},f))})]})]})}function bc({label:t,name:e,children:n}){return a("details",{class:"dropdown",onFocusOut:Nn,onKeyDown:An,children:[a("summary",{"aria-label":`${e}: ${t}`,children:[t," \u25BE"]}),a("div",{tabIndex:-1,children:n})]})}function xc({run:t,num_steps:e,last_step:n,error:r}){let o=n===null?"no probe step":`${Jt(e,"probe step")} to step ${w(n)}`;return`${L(t)} \xB7 ${r?"damaged, ":""}${o}`}var wc={curves:"Curves",portrait:"Phase portrait",map:"Heat map",images:"Reconstructions",compare:"Compare",breakdowns:"Breakdowns"};function Ks({view:t,choose:e}){return a("nav",{class:"views",role:"tablist","aria-label":"Views",onKeyDown:r=>{let o={ArrowLeft:-1,ArrowRight:1}[r.key];if(!o||dt(r))return;r.preventDefault();let i=Ot[(Ot.indexOf(t)+o+Ot.length)%Ot.length];e(i),r.currentTarget.querySelector(`[data-view="${i}"]`).focus()},children:Ot.map(r=>a("button",{role:"tab",id:`tab-${r}`,"aria-controls":"view","data-view":r,"aria-selected":r===t,tabIndex:r===t?0:-1,onClick:()=>e(r),children:wc[r]},r))})}function St({name:t,value:e,options:n,choose:r}){return a("fieldset",{class:"choice",children:[a("legend",{class:"control-name",children:t}),a("div",{class:"segments",children:Object.entries(n).map(([o,i])=>a("label",{children:[a("input",{type:"radio",name:t,value:o,checked:o===e,onChange:()=>r(o)}),a("span",{children:i})]},o))})]})}var vc=["fill","fill-opacity","stroke","stroke-width","stroke-dasharray","stroke-linejoin","stroke-linecap","opacity","paint-order","font-family","font-size","font-weight","font-variant-numeric","text-anchor","visibility"],kc=/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;function Ys(t,{title:e,subtitle:n,legend:r}){let o=getComputedStyle(document.body),{width:i,height:s}=t.viewBox.baseVal,u=i+28,c=Sc(r,u),l=Mc(n,Math.floor(i/6)),f=14+(1+l.length)*18+6,m=f+s+18,p=m+(c.at(-1)?.y??-18)+18,h=(d,y,b,_,k)=>`<text x="${d}" y="${y}" font-family="system-ui, sans-serif" font-size="${_}" font-weight="${k}" fill="${o.color}">${Xs(b)}</text>`,g=Pc(t);return g.setAttribute("x",String(14)),g.setAttribute("y",String(f)),[`<svg xmlns="http://www.w3.org/2000/svg" width="${u}" height="${p}" viewBox="0 0 ${u} ${p}">`,`<title>${Xs(e)}</title>`,`<rect width="100%" height="100%" fill="${o.backgroundColor}"/>`,h(14,27,e,15,650),...l.map((d,y)=>h(14,27+(y+1)*18,d,11.5,400)),new XMLSerializer().serializeToString(g),...c.map(({x:d,y,color:b,text:_})=>`<rect x="${d}" y="${m+y-7}" width="14" height="4" fill="${Rc(b)}"/>`+h(d+20,m+y,_,11.5,400)),"</svg>"].join(`
`).replaceAll(kc,"")}function Mc(t,e){let n=[""];for(let r of t.split(" ")){let o=n.at(-1);o&&o.length+1+r.length>e?n.push(r):n[n.length-1]=o?`${o} ${r}`:r}return n}function Sc(t,e){let[n,r]=[14,0];return t.map(o=>{let i=36+6.6*o.text.length;n>14&&n+i>e&&([n,r]=[14,r+18]);let s={x:n,y:r,...o};return n+=i,s})}function Rc(t){let e=/^var\((--[a-z]+)\)$/.exec(t)?.[1];return e?getComputedStyle(document.documentElement).getPropertyValue(e).trim():t}function Pc(t){let e=t.cloneNode(!0),n=[t,...t.querySelectorAll("*")],r=[e,...e.querySelectorAll("*")];return n.forEach((o,i)=>{let s=getComputedStyle(o),u=r[i];for(let c of vc){let l=s.getPropertyValue(c),f=c.startsWith("font")||c==="text-anchor";l&&(!f||u instanceof SVGTextElement)&&u.setAttribute(c,l)}u.removeAttribute("class")}),r.forEach((o,i)=>{n[i].closest(".cursor, .brush")&&o.remove()}),e}function Xs(t){return t.replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;").replaceAll('"',"&quot;")}async function Js(t){let e=new Image;e.src=URL.createObjectURL(new Blob([t],{type:"image/svg+xml"}));try{await e.decode();let n=document.createElement("canvas");return[n.width,n.height]=[2*e.width,2*e.height],n.getContext("2d").drawImage(e,0,0,n.width,n.height),await new Promise((r,o)=>n.toBlob(i=>i?r(i):o(new Error("the browser drew no PNG")),"image/png"))}finally{URL.revokeObjectURL(e.src)}}function Rt(t,e,n,r="text/plain"){let o=document.createElement("a"),i=typeof t=="string"?new Blob([t],{type:r}):t;o.href=URL.createObjectURL(i),o.download=`${e.replaceAll(/[^A-Za-z0-9]+/g,"-").replaceAll(/^-|-$/g,"")||"phases"}.${n}`,o.click(),setTimeout(()=>URL.revokeObjectURL(o.href),1e4)}function Cn({columns:t,rows:e}){return[t,...e].map(n=>n.map($c).join(",")).join(`\r
`)+`\r
`}function $c(t){if(typeof t=="number")return Number.isFinite(t)?String(t):"";let e=/^[=+\-@\t\r]/.test(t??"")?`'${t}`:t??"";return/[",\r\n]/.test(e)?`"${e.replaceAll('"','""')}"`:e}function Tn({columns:t,rows:e}){let n=e.map(r=>Object.fromEntries(t.map((o,i)=>[o,Nc(r[i])?r[i]:null])));return JSON.stringify(n,null,1)}function Nc(t){return t!=null&&(typeof t=="string"||Number.isFinite(t))}var Ac=["SVG","PNG"];function Z({title:t,subtitle:e,note:n,panel:r,aside:o,table:i,legend:s=[],wide:u,children:c}){let l=E(null),[f,m]=I(!1),p=()=>Ys(l.current.querySelector(".chart svg"),{title:t,subtitle:[e,n].filter(Boolean).join(". "),legend:s}),h={SVG:()=>Rt(p(),t,"svg","image/svg+xml"),PNG:async()=>Rt(await Js(p()),t,"png"),CSV:()=>Rt(Cn(i()),t,"csv","text/csv"),JSON:()=>Rt(Tn(i()),t,"json","application/json")};return a("article",{ref:l,class:`panel ${u?"wide":""}`,"data-panel":r,children:[a("header",{children:[a("h2",{children:t}),a("span",{class:"muted",children:e}),o,a("details",{class:"menu",onFocusOut:Nn,onKeyDown:An,children:[a("summary",{"aria-label":`Save ${t}, or show its numbers`,children:"\u22EF"}),a("div",{tabIndex:-1,children:[a("button",{onClick:()=>m(!f),"aria-pressed":f,children:f?"Chart":"Table"}),Object.entries(h).map(([g,d])=>a("button",{disabled:f&&Ac.includes(g),onClick:()=>{d()},children:g},g))]})]})]}),n&&a("p",{class:"note",children:n}),f?a(Cc,{table:i(),title:t}):c]})}function Cc({table:{columns:t,rows:e},title:n}){return a("div",{class:"numbers",tabIndex:0,role:"region","aria-label":`Numbers of ${n}`,children:a("table",{children:[a("thead",{children:a("tr",{children:t.map(r=>a("th",{scope:"col",class:"number",children:r},r))})}),a("tbody",{children:e.map((r,o)=>a("tr",{children:r.map((i,s)=>a("td",{class:"number",children:Ti(i)},s))},o))})]})})}var Ln=["loss_share_hardest_1","loss_share_hardest_5","loss_share_hardest_10"],En="fitted_share",Vr="prototype_agreement",Br="gradient_rows";function Zs(t){return t.find(e=>[...Ln,En,Vr,Br].some(n=>e.column(n).some(Number.isFinite)))}function ta(t,e){return t[e.findIndex(n=>n>.5)]??null}function ea(t){let e=t.filter(Number.isFinite),[n,r]=[Math.min(...e),Math.max(...e)];return n>0&&r>20*n}var na=Zt("share",!0),Tc=Zt("rows",!1);function Hr({focus:t,options:e,cursor:n,actions:r}){let o=xt(),i=S(()=>Zs(t.rows),[t.rows]),s=S(()=>i?Lc(i,o):[],[i,o]),u=S(()=>i?ta(i.steps,i.column(En)):null,[i]),c=S(()=>u===null?[]:[{step:u,before:"prototyping",after:"fitting a few"}],[u]);return!i||!s.length?null:a(R,{children:[a("h2",{class:"section",children:"From the majority to a few"}),a("p",{class:"explanation",children:["At first the network learns what most rows have in common (prototyping); once more than half of them are fitted",u!==null&&` (dashed, step ${w(u)})`,", the loss sits in ever fewer rows, and these few drive the gradient (",a("a",{href:"https://arxiv.org/abs/2202.08299",target:"_blank",rel:"noreferrer",children:"arXiv 2202.08299"}),")."]}),a("div",{class:"panels",role:"group","aria-label":"From the majority to a few",children:s.map(({title:l,subtitle:f,label:m,lines:p,quantity:h,isLog:g})=>a(Z,{title:l,subtitle:f,table:()=>({columns:["step",...p.map(({name:d})=>d)],rows:i.steps.map((d,y)=>[d,...p.map(({values:b})=>b[y])])}),legend:p.map(({name:d,color:y})=>({color:y,text:d})),children:a(ie,{lines:p,label:m,name:l,panel:i.key,quantity:h,stepAxis:e.stepAxis,steps:e.steps,hasLabels:!0,isLog:g,marks:c,cursor:n,actions:r})},l))})]})}function Lc(t,e){let n=(s,u,c)=>{let l=t.column(s);return l.some(Number.isFinite)?[{name:u,color:c,steps:t.steps,values:l}]:[]},r=Ln.flatMap((s,u)=>n(s,`hardest ${s.split("_").at(-1)} %`,It(u,Ln.length,e))),o=[...n(En,"fitted","var(--accuracy)"),...n(Vr,"as class means","var(--muted)")],i=n(Br,"rows","var(--loss)");return[{title:"Loss of the hardest rows",subtitle:"of the classification loss",label:"share of the loss",lines:r,quantity:na,isLog:!1},{title:"Rows fitted",subtitle:o.length>1?"and classified as the nearest class mean says":"label probability above one half",label:"share of the rows",lines:o,quantity:na,isLog:!1},{title:"Rows that drive the gradient",subtitle:"at the last layer",label:"effective number of rows",lines:i,quantity:Tc,isLog:ea(i.flatMap(({values:s})=>s))}].filter(({lines:s})=>s.length)}var gt={height:10,gap:10,room:44,parts:41};function ra(t,e){return t.numRows*oa(t,e)+gt.gap+gt.room}function oa({numColumns:t},e){return Math.max(8,Math.min(52,Math.floor((e-8)/t)))}function ia({grid:t,unit:e,most:n,steps:r,width:o,theme:i}){let{numRows:s,numColumns:u,cells:c}=t,l=oa(t,o),f=e==="loss"?-1:1,m=Re(e),p=4;return a("g",{class:"grid-map",children:[c.map(({name:h,row:g,column:d,from:y,to:b,change:_})=>{let k=f*_/n;return a("g",{transform:`translate(${p+d*l},${g*l})`,children:[a("title",{children:`${h}: ${m(y)} at step ${w(r[0])}, ${m(b)} at step ${w(r[1])}`}),Number.isFinite(_)?a("rect",{width:l-2,height:l-2,fill:kr(k,i)}):a("rect",{class:"missing",width:l-2,height:l-2}),l>=36&&a("text",{class:Math.abs(k)>.62?"on-strong":"on-weak",x:l/2-1,y:l/2-1,dy:"0.32em","text-anchor":"middle",children:ee(_,e)})]},h)}),a(Ec,{left:p,top:s*l+gt.gap,width:Math.min(o-8,Math.max(230,u*l-2)),most:n,sign:f,unit:e,theme:i})]})}function Ec({left:t,top:e,width:n,most:r,sign:o,unit:i,theme:s}){let u=n/gt.parts;return a("g",{class:"color-legend",transform:`translate(${t},${e})`,children:[Array.from({length:gt.parts},(c,l)=>a("rect",{x:l*u,width:u+.4,height:gt.height,fill:kr(2*l/(gt.parts-1)-1,s)},l)),a("text",{y:gt.height+13,children:[ee(-o*r,i)," forgotten"]}),a("text",{x:n,y:gt.height+13,"text-anchor":"end",children:["learned ",ee(o*r,i)]})]})}var Dn=18,sa=26,Dc=24,Ic=62;function Fc(t,e){let n=0;return{placed:t.map(o=>{let i=Nr(o.changes),s=n;return n+=sa+(i?ra(i,e):o.changes.length*Dn+Dc)+10,{...o,grid:i,top:s}}),height:n}}function Oc({name:t,sections:e,steps:n,theme:r}){let[o,i]=ut(360),{placed:s,height:u}=S(()=>Fc(e,i),[e,i]),c=S(()=>qc(e,i),[e,i]);return a("div",{ref:o,class:"chart",children:a("svg",{class:"difference",width:i,height:u,viewBox:`0 0 ${i} ${u}`,role:"img","aria-label":Uc(t,e,n),children:s.map(({top:l,grid:f,...m})=>a("g",{transform:`translate(0,${l})`,children:[a("text",{class:"part-title",x:2,y:13,children:[te(m.unit)," ",m.title]}),a("g",{transform:`translate(0,${sa})`,children:f?a(ia,{grid:f,unit:m.unit,most:m.most,steps:n,width:i,theme:r}):a(Bc,{section:m,steps:n,left:c,width:i})})]},m.title))})})}var aa=at(Oc);function qc(t,e){let n=t.filter(({changes:r})=>!Nr(r)).flatMap(({changes:r})=>r.map(o=>o.name));return Math.min(.34*e,12+Math.max(30,...n.map(X)))}function Vc(t,e){let n=e.flatMap(({from:r,to:o})=>[r,o]).filter(Number.isFinite);return t==="loss"?[0,Math.max(1e-8,...n)*1.04]:[Math.max(-1,Math.min(0,...n)),1]}function Bc({section:{unit:t,changes:e},steps:n,left:r,width:o}){let i=o-Ic,s=e.length*Dn,u=J(Vc(t,e),[r+6,i-6]).clamp(!0),c=u.tickFormat(4,t==="loss"?void 0:"~%");return a(R,{children:[a("g",{class:"axis",children:[u.ticks(4).map(l=>a("g",{class:"tick",transform:`translate(${u(l)},0)`,children:[a("line",{class:"grid",y1:-2,y2:s}),a("text",{y:s+12,"text-anchor":"middle",children:c(l)})]},l)),a("text",{x:o-2,y:-5,"text-anchor":"end",children:t==="loss"?"change":"points"})]}),e.map((l,f)=>a(Hc,{change:l,unit:t,steps:n,x:u,left:r,width:o,y:f*Dn+Dn/2},l.name))]})}function Hc({change:{name:t,from:e,to:n,change:r,isLost:o},unit:i,steps:s,x:u,left:c,width:l,y:f}){let m=Re(i),p=Number.isFinite(r),h=ee(r,i),g=/\d/.test(h[0])||!p?"same":o?"lost":"gained";return a("g",{class:`dumbbell ${g}`,transform:`translate(0,${f})`,children:[a("title",{children:`${t}: ${m(e)} at step ${w(s[0])}, ${m(n)} at step ${w(s[1])}`}),a("text",{x:c-4,dy:"0.32em","text-anchor":"end",children:st(t,Math.floor((c-6)/X("x")))}),p&&a(R,{children:[a("line",{class:"way-between",x1:u(e),x2:u(n)}),a("circle",{class:"before",cx:u(e),r:4}),a("circle",{class:"after",cx:u(n),r:4.5})]}),a("text",{class:"change",x:l-2,dy:"0.32em","text-anchor":"end",children:h})]})}function Uc(t,e,n){let r=e.map(({title:o,unit:i,changes:s})=>{let u=Re(i),c=s.map(({name:l,from:f,to:m})=>`${l} ${u(f)} to ${u(m)}`);return`${te(i)} ${o}: ${c.join(", ")}`});return`${t}, step ${w(n[0])} to ${w(n[1])}. ${r.join("; ")}.`}function la({focus:t,kinds:e,selection:n,select:r}){let o=xt(),i=S(()=>jc(t,e,n),[t,e.join(`
`),n.unit,n.from,n.to,n.step]),s=t.rows[0].steps;return a(R,{children:[a("h2",{class:"section",children:"What was forgotten between two steps"}),a("div",{class:"view-controls",children:[a(ua,{name:"From",value:n.from,steps:s,otherwise:"reconstruction minimum",choose:u=>r({from:u})}),a(ua,{name:"To",value:n.to,steps:s,otherwise:n.step===null?"last step":`held step ${w(n.step)}`,choose:u=>r({to:u})}),a(Kc,{})]}),a("div",{class:"panels",role:"group","aria-label":"What was forgotten",children:i.map(({series:u,sections:c,steps:l,told:f})=>a(Z,{title:B(u,t.rows),subtitle:`step ${w(l[0])} to ${w(l[1])}`,note:f??zc(l,n.from),table:()=>Wc(c,l),legend:Gc,children:a(aa,{name:B(u,t.rows),sections:c,steps:l,theme:o})},u.key))})]})}var Gc=[{color:"var(--lost)",text:"forgotten: carried less at the second step"},{color:"var(--gained)",text:"learned"}];function zc([t,e],n){if(!(t!==e||n!==null))return`The reconstruction minimum so far is step ${w(e)} itself: nothing was forgotten since.`}function jc({rows:t,reports:e},n,r){let o=t.flatMap(s=>{let u=D(e,s.row),c=ms(s,u,r);if(!c)return[];let l=n.flatMap(f=>{let m=wn(s,f,r.unit);return m?[{title:pt(f).title,unit:m.unit,changes:ps(m,s,c),most:0}]:[]});return l.length?[{series:s,sections:l,steps:c,told:u?.forgotten}]:[]}),i=o.flatMap(({sections:s})=>s);return o.map(s=>({...s,sections:s.sections.map(u=>({...u,most:Qc(i.filter(({title:c})=>c===u.title))}))}))}function Qc(t){let e=t.flatMap(n=>n.changes.map(({change:r})=>Math.abs(r)));return Math.max(0,...e.filter(Number.isFinite))||1}function Wc(t,[e,n]){let r=["parts","part","unit",`step ${e}`,`step ${n}`,"change"],o=t.flatMap(({title:i,unit:s,changes:u})=>u.map(({name:c,from:l,to:f,change:m})=>[i,c,s==="loss"?"loss":"explained variance",l,f,m]));return{columns:r,rows:o}}function ua({name:t,value:e,steps:n,otherwise:r,choose:o}){let i=e===null||n.includes(e)?n:[e,...n];return a("label",{children:[a("span",{class:"control-name",children:t}),a("select",{name:t.toLowerCase(),value:e===null?"":String(e),onChange:s=>o(s.currentTarget.value===""?null:Number(s.currentTarget.value)),children:[a("option",{value:"",children:r}),i.map(s=>a("option",{value:s,children:["step ",w(s)]},s))]})]})}function Kc(){return a("ul",{class:"ways","aria-label":"Legend",children:["lost","gained"].map(t=>a("li",{children:[a("svg",{width:40,height:12,class:`dumbbell ${t}`,"aria-hidden":"true",children:[a("line",{class:"way-between",x1:6,x2:34,y1:6,y2:6}),a("circle",{class:"before",cx:t==="lost"?34:6,cy:6,r:4}),a("circle",{class:"after",cx:t==="lost"?6:34,cy:6,r:4.5})]}),t==="lost"?"forgotten":"learned"]},t))})}var Xc={explained:"explained variance",loss:"reconstruction loss"};function ca(t){let{focus:e,selection:n,select:r}=t,o=S(()=>cs(e.rows),[e.rows]);if(!o.length)return a(R,{children:[a(Jc,{}),a(Hr,{...t})]});let s=n.kind==="all"||o.includes(n.kind)?n.kind:o[0],u=Object.fromEntries([...o.map(l=>[l,pt(l).name]),...o.length>1?[["all","all"]]:[]]),c=s==="all"?o:[s];return a("section",{"aria-label":"Breakdowns",children:[a(Yc,{...t}),a("div",{class:"view-controls",children:[a(St,{name:"Parts by",value:s,options:u,choose:l=>r({kind:l})}),a(St,{name:"Drawn as",value:n.unit,options:Xc,choose:l=>r({unit:l})})]}),a(Zc,{...t,kinds:c}),a(la,{...t,kinds:c}),a(Hr,{...t})]})}function Yc({focus:{rows:t,reports:e}}){let n=t.map(r=>D(e,r.row)?.forgotten).findLast(Boolean);return n?a("p",{class:"headline increase forgotten",children:n}):null}function Jc(){return a("section",{class:"empty",children:[a("h2",{children:"This log has no breakdowns"}),a("p",{children:["A breakdown splits the reconstruction loss of a layer by colour, spatial frequency, image position, class, difficulty or principal component of the input, and shows which parts are forgotten first. The probe measures it where"," ",a("code",{children:"quantities"})," is not None and there is something to measure:"]}),a("pre",{children:a("code",{children:'model.fit(x, y, callbacks=[PhaseProbe(quantities=["auto", "component"], log_dir="logs/run1")])'})})]})}function Zc({focus:t,kinds:e,options:n,selection:r,cursor:o,actions:i}){let s=xt(),{unit:u,step:c}=r,l=S(()=>e.map(m=>({kind:m,panels:t.rows.flatMap(p=>ef(p,m,u,s)??[])})),[t.rows,e.join(`
`),u,s]),f=S(()=>c===null?[]:[{step:c}],[c]);return a(R,{children:l.map(({kind:m,panels:p})=>a("div",{children:[a("h2",{class:"section",children:[te(p[0]?.breakdown.unit??u)," ",pt(m).title]}),a("div",{class:"panels",role:"group","aria-label":`Parts ${pt(m).title}`,children:p.map(({series:h,breakdown:g,lines:d})=>a(Z,{title:B(h,t.rows),subtitle:pt(m).title,table:()=>({columns:["step",...d.map(({name:y})=>y)],rows:h.steps.map((y,b)=>[y,...d.map(({values:_})=>_[b])])}),legend:nf(d),children:a(ie,{lines:d,label:te(g.unit),name:`${B(h,t.rows)}, ${pt(m).title}`,panel:h.key,quantity:tf[g.unit],stepAxis:n.stepAxis,steps:n.steps,hasLabels:!0,phases:D(t.reports,h.row)?.phases,marks:f,cursor:o,actions:i})},h.key))})]},m))})}var tf={loss:Zt("reconstruction loss",!1),explained:Zt("explained variance",!0)};function ef(t,e,n,r){let o=wn(t,e,n);if(!o)return null;let{parts:i}=o,s=!!pt(e).isOrdered,u=fs(i,s),c=i.map((l,f)=>{let m=!u.has(l.name),p=m?"var(--muted)":Qi(l.name,f,i.length,s,r);return{...l,steps:t.steps,color:p,isMuted:m}});return{series:t,breakdown:o,lines:c}}function nf(t){let e=t.filter(({isMuted:n})=>!n).map(({name:n,color:r})=>({color:r,text:n}));return e.length<t.length?[...e,{color:"var(--muted)",text:"the others"}]:e}function se(t,e){let n=e?.phases?.at(-1),r=t.points.findLast(({loss:s})=>Number.isFinite(s));if(!n||!r||e?.minimum_step==null)return null;let o=e.minimum_step,i=s=>we(t,t.column(s),o);return{kind:n.kind,since:n.start_step,minimumStep:o,interval:e.minimum_interval??[o,o],isPast:!!e.has_increase,lastStep:r.step,lossAtMinimum:i("reconstruction_loss"),lossAtLast:r.loss,accuracyAtMinimum:i("probe_accuracy"),accuracyAtLast:r.accuracy}}function $e({lossAtMinimum:t,lossAtLast:e}){return e/t-1}function fa(t,e){if(!e)return`${t}: too few probe steps to tell phases apart.`;let{kind:n,since:r,minimumStep:o,interval:i,isPast:s,lastStep:u}=e,c=`${t} is in ${n} since step ${w(r)}.`;if(!s)return`${c} No increase yet: nothing speaks for stopping at step ${w(u)}.`;let l=i[0]<i[1]?` (between ${w(i[0])} and ${w(i[1])})`:"";return`${c} Its reconstruction minimum was at step ${w(o)}${l}: stopping there ${rf(e)}.`}function rf(t){let{lossAtMinimum:e,lossAtLast:n,accuracyAtMinimum:r,accuracyAtLast:o}=t,i=`would have kept the loss at ${G(e)} instead of ${G(n)} (${V($e(t))} higher now)`;return!Number.isFinite(r)||!Number.isFinite(o)?i:`${i}, at a probe accuracy of ${V(r)} instead of ${V(o)}`}function ma({lines:t}){return a("ul",{class:"keys",children:t.map(({name:e,color:n})=>a("li",{children:[a("i",{class:"swatch",style:{background:n}})," ",e]},e))})}function ha(t){let{focus:e,others:n}=t;return a("section",{children:[a(sf,{...t}),n.length>0?a(lf,{...t}):a("p",{class:"muted",children:["Choose further runs under ",a("b",{children:"Beside it"})," to see their differences to ",L(e.summary.run),"."]})]})}var of=(t,e)=>t===void 0||!Number.isFinite(t)?"\u2013":e(t),ae=[{name:"run",value:({run:t})=>L(t),show:({run:t})=>L(t)},{name:"layer",value:({layer:t})=>t,show:({layer:t})=>t},{name:"decoder",value:({decoder:t})=>t,show:({decoder:t})=>t},{name:"phase now",value:({advice:t})=>t?.kind??null,show:({advice:t})=>t?.kind??"\u2013"},lt("minimum at step",({advice:t})=>t?.minimumStep,w),lt("from step",({advice:t})=>t?.interval[0],w),lt("to step",({advice:t})=>t?.interval[1],w),lt("stop step",({advice:t})=>t?.isPast?t.minimumStep:void 0,w),lt("loss at minimum",({advice:t})=>t?.lossAtMinimum,G),lt("last loss",({advice:t})=>t?.lossAtLast,G),lt("rise since",({advice:t})=>t&&$e(t),V),lt("accuracy at minimum",({advice:t})=>t?.accuracyAtMinimum,V),lt("best accuracy",({best:t})=>t?.accuracy,V),lt("at step",({best:t})=>t?.step,w)];function lt(t,e,n){return{name:t,value:r=>e(r)??null,show:r=>of(e(r)??void 0,n)}}function sf({focus:t,others:e,colors:n}){let[r,o]=I({place:-1,down:!1}),i=S(()=>[t,...e].flatMap(c=>af(c,n)),[t,e,n]),s=S(()=>uf(i,r),[i,r]),u=()=>({columns:ae.map(({name:c})=>c),rows:s.map(c=>ae.map(({value:l})=>l(c)))});return a("div",{class:"minima",children:[a("div",{class:"scroll",children:a("table",{children:[a("thead",{children:a("tr",{children:ae.map(({name:c},l)=>a("th",{scope:"col",class:l>=pa?"number":"","aria-sort":r.place===l?r.down?"descending":"ascending":"none",children:a("button",{onClick:()=>o({place:l,down:r.place===l&&!r.down}),children:[c," ",r.place===l&&(r.down?"\u2193":"\u2191")]})},c))})}),a("tbody",{children:s.map(c=>a("tr",{children:ae.map(({name:l,show:f},m)=>a("td",{class:m>=pa?"number":"",children:[m===0&&a("i",{class:"swatch",style:{background:c.color}}),f(c)]},l))},`${c.run} ${c.layer}/${c.decoder}`))})]})}),a("p",{class:"row",children:[a("button",{onClick:()=>Rt(Cn(u()),"phase minima","csv","text/csv"),children:"CSV"}),a("button",{onClick:()=>Rt(Tn(u()),"phase minima","json","application/json"),children:"JSON"}),a("span",{class:"muted",children:"A stop step is the minimum of a layer whose loss has surely risen since. It serves frozen features; full fine-tuning can still gain from longer pre-training."})]})]})}function af({summary:t,rows:e,reports:n},r){return e.map(o=>({run:t.run,color:r.get(t.run),layer:o.row.layer,decoder:o.row.decoder,advice:se(o,D(n,o.row)),best:o.best}))}var pa=ae.findIndex(({name:t})=>t==="minimum at step");function uf(t,{place:e,down:n}){let r=ae[e];return r?t.toSorted((o,i)=>{let[s,u]=[r.value(o),r.value(i)];if(In(s)||In(u))return Number(In(s))-Number(In(u));let c=typeof s=="number"?s-u:String(s).localeCompare(String(u),"en",{numeric:!0});return n?-c:c}):t}function In(t){return t===null||typeof t=="number"&&!Number.isFinite(t)}function lf({focus:t,others:e,colors:n,options:r,cursor:o,actions:i}){let{quantity:s,stepAxis:u,steps:c}=r,l=S(()=>t.rows.map(p=>({series:p,lines:cf(p,e,n,s)})).filter(({lines:p})=>p.length),[t.rows,e,n,s]),f=L(t.summary.run),m=S(()=>({...s,key:"difference"}),[s]);return a(R,{children:[a("h2",{class:"section",children:[s.label,": difference to ",f]}),!l.length&&a("p",{class:"muted",children:["None of the other runs has a layer of ",f," by the same name and decoder."]}),a("div",{class:"panels","aria-label":"Differences",children:l.map(({series:p,lines:h})=>a(Z,{title:B(p,t.rows),subtitle:`${s.label}, run minus ${f}`,table:()=>({columns:["run","step",`difference of ${s.label}`],rows:h.flatMap(g=>g.steps.map((d,y)=>[g.name,d,g.values[y]]))}),legend:h.map(({name:g,color:d})=>({color:d,text:g})),children:[a(ie,{lines:h,label:"difference",name:`${B(p,t.rows)}, difference of ${s.label}`,panel:p.key,quantity:m,stepAxis:u,steps:c,level:0,cursor:o,actions:i}),a(ma,{lines:h})]},p.key))})]})}function cf(t,e,n,r){let o=new Map(t.steps.map((i,s)=>[i,r.read(t)[s]]));return e.flatMap(({summary:i,rows:s})=>{let u=s.find(({key:f})=>f===t.key);if(!u)return[];let c=r.read(u),l=u.steps.flatMap((f,m)=>o.has(f)?[[f,c[m]-o.get(f)]]:[]);return[{name:L(i.run),color:n.get(i.run),steps:l.map(([f])=>f),values:l.map(([,f])=>f)}]})}var ff='model.fit(x, y, callbacks=[PhaseProbe(log_dir="logs/run1")])';function da(){return a("main",{class:"empty",children:[a(mf,{}),a("h1",{children:"Installed, waiting for the first probe step"}),a("p",{children:"Add one callback to your training. The first point, the untrained network, appears at once."}),a("pre",{children:a("code",{children:[a("span",{class:"muted",children:"from keras_phases import PhaseProbe"}),`

`,ff]})}),a("p",{class:"muted",children:["Training already? TensorBoard must watch the same folder, ",a("code",{children:"tensorboard --logdir logs"}),", and its reload button fetches new steps."]})]})}function mf(){return a("svg",{class:"empty-curve",width:280,height:92,viewBox:"0 0 280 92","aria-hidden":"true",children:[a("g",{class:"band constant",children:[a("rect",{width:80,height:78}),a("text",{x:40,y:14,"text-anchor":"middle",children:"constant"})]}),a("g",{class:"band decrease",children:[a("rect",{x:80,width:100,height:78}),a("text",{x:130,y:14,"text-anchor":"middle",children:"decrease"})]}),a("g",{class:"band increase",children:[a("rect",{x:180,width:100,height:78}),a("text",{x:230,y:14,"text-anchor":"middle",children:"increase"})]}),a("g",{class:"curve loss",children:a("path",{class:"line",d:"M2,32L80,33C110,34 140,62 180,62S250,36 278,26"})}),a("g",{class:"axis",children:a("line",{x2:280,y1:78,y2:78})})]})}function ga({focus:{rows:t,reports:e}}){let n=t.at(-1);if(!n||!e.length)return null;let r=se(n,D(e,n.row));return a("p",{class:`headline ${r?.kind??""}`,role:"status",children:[fa(B(n,t),r),r?.isPast&&a("span",{class:"muted",children:[" ","That serves frozen features; full fine-tuning can still gain from longer pre-training (",a("a",{href:"https://arxiv.org/abs/2203.04668",target:"_blank",rel:"noreferrer",children:"Deng et al., ICCV 2023"}),")."]})]})}var Vt={top:8,right:12,bottom:66},_a=6.6;function pf({rows:t,reports:e,quantity:n,colors:r,stepAxis:o,steps:i},s){let u=t.map(y=>B(y,t)),c=Math.min(.3*s,14+_a*Math.max(4,...u.map(({length:y})=>y))),l=s-Vt.right,f=t.length>24?14:t.length>12?20:28,m=mt(o,i,[c+6,l-6]),p=t.map(y=>n.read(y)),h=ya(p.flat()),g=t.map((y,b)=>{let[_,k]=r==="shared"?h:ya(p[b]),x=D(e,y.row)?.minimum_step??-1;return{series:y,name:u[b],top:Vt.top+b*f,values:p[b],low:_,high:k,edges:hf(y.steps.map(v=>m(v)),c,l),minimum:y.steps.indexOf(x)}}),d=Vt.top+t.length*f;return{width:s,height:d+Vt.bottom,left:c,right:l,bottom:d,cell:f,x:m,rows:g}}function ya(t){let[e,n]=[1/0,-1/0];for(let r of t)Number.isFinite(r)&&([e,n]=[Math.min(e,r),Math.max(n,r)]);return e<=n?[e,n]:[0,1]}function hf(t,e,n){let r=i=>Math.min(n,Math.max(e,i)),o=(n-e)/40;return t.map((i,s)=>{let u=s?(i-t[s-1])/2:void 0,c=s<t.length-1?(t[s+1]-i)/2:void 0;return[r(i-(u??c??o)),r(i+(c??u??o))]})}function df({held:t,cursor:e,actions:n,name:r,run:o,...i}){let{rows:s,reports:u,quantity:c,colors:l,stepAxis:f,steps:m}=i,[p,h]=ut(640),g=S(()=>pf(i,h),[s,u,c,l,f,m,h]),d=_=>{let k=_.currentTarget.getBoundingClientRect(),x=g.rows[Math.floor((_.clientY-k.top-Vt.top)/g.cell)];return x?{step:x.series.steps[be(x.series.steps,g.x,_.clientX-k.left)],panel:x.series.key}:null},y=_=>{let k=d(_);e.move(k&&{...k,run:o,byKey:!1})},b=S(()=>a(R,{children:[g.rows.map(_=>a(yf,{row:_,cell:g.cell,left:g.left,quantity:c},_.series.key)),a(_f,{layout:g,stepAxis:f,steps:m}),a(bf,{layout:g,quantity:c,colors:l})]}),[g,c,f,m,l]);return a("div",{ref:p,class:"chart",children:a("svg",{class:"heat-map",width:h,height:g.height,viewBox:`0 0 ${h} ${g.height}`,role:"img",tabIndex:0,"aria-label":`${r}: ${c.label} of ${s.length} layers at every probe step. Arrow keys move the cursor.`,onPointerMove:y,onPointerLeave:()=>e.move(null),onPointerUp:_=>_.button===0&&n.hold(d(_)?.step??null),onKeyDown:_=>gf(_,g,e,n,o),onBlur:()=>e.move(null),children:[b,t!==null&&t>=m[0]&&t<=m[1]&&a("line",{class:"held",x1:g.x(t),x2:g.x(t),y1:Vt.top,y2:g.bottom}),a(xf,{layout:g,cursor:e})]})})}var ba=at(df);function gf(t,{rows:e},n,r,o){if(dt(t))return;let i=Math.max(0,e.findIndex(({series:p})=>p.key===n.current?.panel)),s=e[i]?.series;if(!s)return;let u=n.current?z(s.steps,n.current.step):0,c={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0],Home:[0,-u],End:[0,s.steps.length]};t.key==="Escape"&&n.move(null),t.key==="Enter"&&r.hold(s.steps[u]);let l=c[t.key];if(!l)return;t.preventDefault();let f=e[Math.min(e.length-1,Math.max(0,i+l[0]))].series,m=Math.min(f.steps.length-1,Math.max(0,u+l[1]));n.move({step:f.steps[m],panel:f.key,run:o,byKey:!0})}function yf({row:t,cell:e,left:n,quantity:r}){let{name:o,top:i,values:s,low:u,high:c,edges:l,minimum:f}=t,m=st(o,Math.floor((n-13)/_a)),p=l[f]&&(l[f][0]+l[f][1])/2;return a("g",{children:[a("text",{x:n-6,y:i+e/2,dy:"0.32em","text-anchor":"end",children:[m,m!==o&&a("title",{children:o})]}),l.map(([h,g],d)=>{let y=s[d];if(g<=h)return null;if(!Number.isFinite(y))return a("rect",{class:"missing",x:h,y:i,width:g-h,height:e-1},d);let b=c>u?(y-u)/(c-u):.5;return a("rect",{x:h,y:i,width:g-h+.4,height:e-1,fill:_n(b)},d)}),p!==void 0&&r.better==="low"&&a("circle",{class:"lowest",cx:p,cy:i+(e-1)/2,r:Math.min(5,e/4),children:a("title",{children:"reconstruction minimum"})})]})}function _f({layout:t,stepAxis:e,steps:n}){let{left:r,right:o,bottom:i,x:s}=t;return a("g",{class:"axis axis-step",children:[ln(e,n,[s(n[0]),s(n[1])]).map(u=>a("g",{class:"tick",transform:`translate(${s(u)},${i})`,children:[a("line",{y2:4}),a("text",{y:16,"text-anchor":"middle",children:w(u)})]},u)),a("text",{class:"axis-unit",x:o,y:i+30,"text-anchor":"end",children:"step \u2192"}),a("line",{x1:r,x2:o,y1:i,y2:i})]})}function bf({layout:t,quantity:e,colors:n}){let[r,o]=[t.rows[0]?.low??0,t.rows[0]?.high??1],i=Math.min(220,t.right-t.left),s=n==="shared"?[e.format(r),e.format(o)]:["lowest of the layer","highest"];return a("g",{class:"color-legend",transform:`translate(${t.left},${t.bottom+36})`,children:[Array.from({length:44},(u,c)=>a("rect",{x:c*i/44,width:i/44+.5,height:10,fill:_n(c/43)},c)),a("text",{y:24,children:s[0]}),a("text",{x:i,y:24,"text-anchor":"end",children:s[1]}),a("text",{x:i+10,y:9,children:e.label})]})}function xf({layout:t,cursor:e}){let n=E(null);return F(()=>{let r=o=>{let[i,s]=n.current.children,u=t.rows.find(({series:f})=>f.key===o?.panel)??t.rows[0];if(n.current.toggleAttribute("data-shown",!!(o&&u)),!o||!u)return;let[c,l]=u.edges[z(u.series.steps,o.step)]??[0,0];i.setAttribute("transform",`translate(${(c+l)/2},0)`),s.style.display=u.series.key===o.panel?"":"none",s.setAttribute("x",String(c)),s.setAttribute("y",String(u.top)),s.setAttribute("width",String(Math.max(0,l-c)))};return r(e.current),e.subscribe(r)},[t,e]),a("g",{ref:n,class:"cursor","aria-hidden":"true",children:[a("line",{y1:Vt.top,y2:t.bottom}),a("rect",{class:"frame",height:t.cell-1})]})}function xa({focus:t,others:e,options:n,selection:r,cursor:o,actions:i}){let{quantity:s,stepAxis:u,steps:c}=n,[l,f]=I("each"),m=[t,...e];return a("section",{children:[a("div",{class:"view-controls",children:a(St,{name:"Colours",value:l,options:{each:"each layer by itself",shared:"one scale for all layers"},choose:f})}),a("div",{class:m.length>1?"panels portraits":"panels single",children:m.map(p=>a(Z,{title:L(p.summary.run),subtitle:`${s.label} (${s.unit})`,table:()=>wf(p,s),wide:m.length===1,children:a(ba,{name:L(p.summary.run),run:p.summary.run,rows:p.rows,reports:p.reports,quantity:s,colors:l,stepAxis:u,steps:c,held:r.step,cursor:o,actions:i})},p.summary.run))})]})}function wf({rows:t},e){let n=t[0]?.steps??[],r=t.map(o=>[o.row.layer,o.row.decoder,...e.read(o)]);return{columns:["layer","decoder",...n.map(o=>`step ${o}`)],rows:r}}var vf=700;function wa({focus:t,selection:e,select:n,source:r}){let o=kf(r,t);return o===void 0?a("p",{class:"muted",children:"Loading \u2026"}):typeof o=="string"?a("p",{class:"problem",children:o}):o.steps.length?a(Sf,{listing:o,focus:t,selection:e,select:n,source:r}):a(Mf,{problem:o.error})}function kf(t,{summary:e}){let[n,r]=I();return F(()=>{let o=!0;return t.fetchImages(e.run).catch(i=>i.message).then(i=>o&&r({run:e.run,listing:i})),()=>{o=!1}},[t,e.run,e.last_step,e.last_wall_time]),n?.run===e.run?n.listing:void 0}function Mf({problem:t}){return a("section",{class:"empty",children:[a("h2",{children:"This run has no reconstructed images"}),a("p",{children:t??"The probe keeps the reconstructions of a few held-out examples where the input is an image of one or three channels:"}),a("pre",{children:a("code",{children:'model.fit(x, y, callbacks=[PhaseProbe(images=8, log_dir="logs/run1")])'})})]})}function Sf({listing:t,focus:e,selection:n,select:r,source:o}){let{steps:i,num_examples:s,labels:u}=t,[c,l]=I(!1),[f,m]=I(null),p=f!==null&&f<s?f:null,h=n.step===null?i.length-1:z(i,n.step),g=i[h],d=x=>r({step:i[x]}),y=t.rows.flatMap(({layer:x,decoder:v},P)=>{let $=e.rows.find(({row:M})=>M.layer===x&&M.decoder===v);if(!$)return[];let A=we($,$.column("reconstruction_loss"),g);if(!Number.isFinite(A))return[];let O=n.from??D(e.reports,$.row)?.minimum_step??i[0],C=z(i,O),Q=we($,$.column("reconstruction_loss"),i[C]);return[{layer:x,decoder:v,row:P,loss:A,from:C,lossBefore:Q,key:$.key}]});F(()=>{if(!c)return;let x=setTimeout(()=>d((h+1)%i.length),vf);return()=>clearTimeout(x)},[c,h,i]),F(()=>{if(!(h+1>=i.length))for(let{row:x}of y)new Image().src=o.imageUrl(t,h+1,x)},[t,h,o]);let b=p===null?Array.from({length:s},(x,v)=>v):[p],{against:_}=n,k=(x,v)=>{let{size:P}=t.rows[x],$=o.imageUrl(t,h,x,v===null),O=_&&v!==null?{input:()=>o.imageUrl(t,h,x,!0),step:()=>o.imageUrl(t,v,x)}[_]():void 0;return b.map(C=>a($f,{url:$,over:O,at:C,count:s,size:P,isLarge:p!==null,isFaint:_==="step"},C))};return a("section",{class:"images","aria-label":"Reconstructions",children:[t.error&&a("p",{class:"problem",children:t.error}),a("div",{class:"view-controls",children:[a("button",{"aria-pressed":c,onClick:()=>l(!c),children:c?"\u23F8 pause":"\u25B6 play"}),a("label",{class:"slider",children:[a("span",{class:"control-name",children:["Step ",w(g)]}),a("input",{type:"range",name:"step",min:0,max:i.length-1,value:h,"aria-valuetext":`step ${w(g)}`,onInput:x=>d(Number(x.currentTarget.value))})]}),a("label",{children:[a("span",{class:"control-name",children:"Example"}),a("select",{name:"example",value:p===null?"":String(p),onChange:x=>m(x.currentTarget.value===""?null:Number(x.currentTarget.value)),children:[a("option",{value:"",children:"all"}),Array.from({length:s},(x,v)=>a("option",{value:v,children:[v+1,u&&` \xB7 class ${u[v]}`]},v))]})]}),a(Rf,{steps:i,selection:n,select:r})]}),_==="step"&&a("p",{class:"explanation",children:"Absolute difference between the reconstructions at two steps, twice as bright: what the layer lost or learned since."}),a("div",{class:p===null?"strips":"strips large",children:[a("figure",{children:[a("figcaption",{children:a("b",{children:"input"})}),a("div",{children:k(y.at(-1)?.row??0,null)})]}),y.map(({layer:x,decoder:v,row:P,loss:$,from:A,lossBefore:O,key:C})=>a("figure",{children:[a("figcaption",{children:[a("b",{children:x})," ",a("span",{class:"muted",children:v}),a("br",{}),a("span",{class:"muted",children:["loss ",_==="step"&&`${G(O)} at step ${w(i[A])}, now `,G($)]})]}),a("div",{children:k(P,A)})]},C))]})]})}function Rf({steps:t,selection:e,select:n}){let{against:r,from:o}=e,i=u=>{n(u==="minimum"?{against:"step",from:null}:u==="input"||u===""?{against:u||null}:{against:"step",from:Number(u)})},s=o===null||t.includes(o)?t:[o,...t];return a("label",{children:[a("span",{class:"control-name",children:"Difference to"}),a("select",{name:"against",value:r==="step"?String(o??"minimum"):r??"",onChange:u=>i(u.currentTarget.value),children:[a("option",{value:"",children:"nothing"}),a("option",{value:"input",children:"the input"}),a("option",{value:"minimum",children:"the reconstruction minimum"}),s.map(u=>a("option",{value:u,children:["step ",w(u)]},u))]})]})}var Pf=2;function $f({url:t,over:e,at:n,count:r,size:[o,i],isLarge:s,isFaint:u}){let c=Math.max(1,Math.round((s?128:64)/i)),l=[t,...e?[e]:[]].map(f=>`url("${f.replaceAll('"',"%22")}")`);return a("span",{class:"example",role:"img","aria-label":`example ${n+1}`,style:{width:`${c*i}px`,height:`${c*o}px`,backgroundImage:l.join(","),backgroundSize:`${r*100}% 100%`,backgroundPosition:r>1?`${100*n/(r-1)}% 0`:"0 0",backgroundBlendMode:e?"difference":"normal",filter:e&&u?`brightness(${Pf})`:void 0}})}function va({rows:t,options:e,others:n,colors:r}){let o=t.some(c=>c.points.some(l=>hn(l,c))),i=e.quantity.label,s=t.some(({spread:c})=>c),u=!!e.quantity.readErrors;return a("section",{class:"legend","aria-label":"Legend",children:[a("ul",{children:[a("li",{children:[a(Ur,{kind:"constant"})," ",a("b",{children:"constant"})," as untrained"]}),a("li",{children:[a(Ur,{kind:"decrease"})," ",a("b",{children:"decrease"})," learns to carry its input"]}),a("li",{children:[a(Ur,{kind:"increase"})," ",a("b",{children:"increase"})," forgets it"]}),a("li",{children:[a("svg",{width:26,height:14,class:"curve loss","aria-hidden":"true",children:[a("path",{class:"spread",d:"M0,3H26V11H0Z"}),a("path",{class:"line",d:"M0,7H26"})]}),i,s?", mean, lowest to highest seed":u&&" \xB1 standard error"]}),e.accuracyDomain&&e.quantity.key!=="accuracy"&&a("li",{children:[a("svg",{width:26,height:14,class:"curve accuracy","aria-hidden":"true",children:a("path",{class:"line",d:"M0,7H26"})}),"probe accuracy, shared scale"]}),e.accuracyDomain&&t[0]?.column("model_accuracy").some(Number.isFinite)&&a("li",{children:[a("svg",{width:26,height:14,class:"curve accuracy","aria-hidden":"true",children:a("path",{class:"own",d:"M0,7H26"})}),"the model itself"]}),a("li",{children:[a("svg",{width:26,height:16,class:"minimum","aria-hidden":"true",children:[a("line",{class:"interval",x1:1,x2:25,y1:13,y2:13}),a("circle",{cx:13,cy:6,r:4.5})]}),"minimum and its interval"]}),o&&a("li",{children:[a("svg",{width:26,height:14,class:"flag-marks","aria-hidden":"true",children:a("circle",{cx:13,cy:7,r:5})}),"record with a remark"]})]}),e.quantity.key!=="loss"&&a("p",{children:"Phases and minimum are those of the reconstruction loss."}),n.length>0&&a("ul",{"aria-label":"Runs",children:n.map(({summary:c})=>a("li",{children:[a("i",{class:"swatch",style:{background:r.get(c.run)}})," ",L(c.run)]},c.run))})]})}function Ur({kind:t}){return a("svg",{width:26,height:14,class:`band ${t}`,"aria-hidden":"true",children:[a("rect",{width:26,height:14}),a("rect",{class:"edge",width:26,height:3})]})}function ka({rows:t,reports:e}){let n=[...t.some(({best:r})=>r)?[]:[Nf(t)],...Af(t).map(([r,o])=>o.length===t.length?`Whole run: ${ve(r)}.`:`${o.join(", ")}: ${ve(r)}.`),...t.flatMap(r=>{let o=D(e,r.row)?.error;return o?[`${B(r,t)}: phases not found. ${o}`]:[]})];return n.length?a("ul",{class:"notes",children:n.map(r=>a("li",{children:r},r))}):null}function Nf(t){return t.some(({points:n})=>n.some(({flags:r})=>r.includes("no_labels")))?"No labels reached the probe, so there is no probe accuracy to draw.":"No probe accuracy was measured, so there is none to draw."}function Af(t){let e=new Map;for(let n of t)for(let r of n.wholeRunFlags)e.set(r,[...e.get(r)??[],B(n,t)]);return e.delete("no_labels"),[...e]}function Ma({summary:t}){let e=Object.entries(t.layout?.run??{}).filter(([n])=>n!=="columns");return e.length?a("details",{class:"settings",children:[a("summary",{children:"Measured with"}),a("dl",{children:e.map(([n,r])=>a("div",{children:[a("dt",{children:n}),a("dd",{children:typeof r=="string"?r:JSON.stringify(r)})]},n))})]}):null}function Sa({panel:t,phases:e}){return a("g",{class:"bands",children:e.map(n=>{let r=Math.max(t.left,t.x(n.start_step)),o=Math.max(0,Math.min(t.right,t.x(n.end_step))-r);return a("g",{class:`band ${n.kind}`,children:[a("rect",{x:r,y:t.top,width:o,height:t.bottom-t.top}),a("rect",{class:"edge",x:r,y:t.top,width:o,height:3}),o>X(n.kind)+4&&a("text",{x:r+o/2,y:t.top+15,"text-anchor":"middle",children:n.kind})]},n.start_step)})})}function Ra({panel:t}){let[e,n]=t.y.domain(),r=t.measure.references.filter(({value:i})=>i>=e&&i<=n),o=t.measure.references.filter(i=>!r.includes(i));return a("g",{class:"references",children:[r.map(({label:i,value:s})=>{let u=s>(e+n)/2&&i!=="untrained";return a("g",{class:"reference",children:[a("line",{x1:t.left,x2:t.right,y1:t.y(s),y2:t.y(s)}),a("text",{x:u?t.left+4:t.right-4,y:t.y(s)+(u?12:-4),"text-anchor":u?"start":"end",children:i})]},i)}),a("text",{class:"outside",x:2,y:t.bottom+30,children:o.map(({label:i,value:s})=>`${i} ${G(s)}`).join(", ")})]})}function Pa({panel:t,series:e}){let{values:n,band:[r,o]}=t.measure,i=(l,f)=>t.x(e.points[f].step),s=(l,f)=>Number.isFinite(n[f]),u=Ls().defined(s).x(i).y0((l,f)=>t.y(r[f])).y1((l,f)=>t.y(o[f])),c=ht().defined(s).x(i).y(t.y);return a("g",{class:"curve loss",children:[a("path",{class:"spread",d:u(n)??""}),a("path",{class:"line",d:c(n)??""}),a(Na,{panel:t,series:e,values:n,y:t.y})]})}function $a({panel:t,series:e}){let n=t.accuracy;if(!n)return null;let r=e.points.map(s=>s.accuracy),o=ht().defined(Number.isFinite).x((s,u)=>t.x(e.points[u].step)).y(n),i=e.column("model_accuracy");return a("g",{class:"curve accuracy",children:[i.some(Number.isFinite)&&a("path",{class:"own",d:o(i)??""}),a("path",{class:"line",d:o(r)??""}),a(Na,{panel:t,series:e,values:r,y:n})]})}function Cf(t,[e,n]){return t.filter(r=>r>=e&&r<=n).length}function Na({panel:t,series:e,values:n,y:r}){return(t.right-t.left)/Cf(e.steps,t.steps)<5?null:a(R,{children:e.points.map(({step:o},i)=>Number.isFinite(n[i])&&a("circle",{cx:t.x(o),cy:r(n[i]),r:2},o))})}function Aa({panel:t,companions:e}){return a("g",{class:"companions",children:e.map(({run:n,color:r,series:o})=>{let{values:i}=xe(o,t.quantity),s=ht().defined(Number.isFinite).x((u,c)=>t.x(o.steps[c])).y(t.y);return a("g",{fill:r,children:[a("path",{class:"companion","data-run":n,stroke:r,d:s(i)??""}),dn(i).map(u=>a("circle",{cx:t.x(o.steps[u]),cy:t.y(i[u]),r:2},u))]},n)})})}function Ca({panel:t,series:e}){return a("g",{class:"flag-marks",children:e.points.map((n,r)=>{if(!hn(n,e))return null;let{step:o}=n,i=t.measure.values[r];return Number.isFinite(i)?a("circle",{cx:t.x(o),cy:t.y(i),r:5},o):a("path",{d:"M-3.5,-3.5L3.5,3.5M-3.5,3.5L3.5,-3.5",transform:`translate(${t.x(o)},${t.bottom-9})`},o)})})}function Tf(t,e){return e.quantity.key==="loss"?t.has_increase?"minimum":"lowest so far":t.has_increase?"loss minimum":"lowest loss so far"}function Ta({panel:t,series:e,report:n}){let r=n.minimum_step,o=e.points.findIndex(p=>p.step===r),i=t.measure.values[o];if(r==null||i===void 0||!Number.isFinite(i))return null;let s=t.x(r);if(s<t.left||s>t.right)return null;let[u,c]=n.minimum_interval??[r,r],l=`${Tf(n,t)} ${w(r)}`,f=3.8*l.length,m=Math.min(Math.max(s,t.left+f+4),t.right-f-4);return a("g",{class:"minimum",children:[a("line",{class:"interval",x1:Math.max(t.left,t.x(u)),x2:Math.min(t.right,t.x(c)),y1:t.bottom-3,y2:t.bottom-3}),a("line",{class:"foot",x1:s,x2:s,y1:t.y(i),y2:t.bottom}),a("circle",{cx:s,cy:t.y(i),r:4.5}),a("text",{x:m,y:t.bottom-9,"text-anchor":"middle",children:l})]})}var Lf=["loss","limit","explained"];function Ef({series:t,report:e,companions:n,options:r,held:o,cursor:i,actions:s}){let[u,c]=ut(360),l=S(()=>Vi(t,n,r,c),[t,n,r,c]),{x:f,steps:m}=l,{brush:p,handlers:h}=$n({panel:t.key,steps:t.steps,x:f,domain:m,cursor:i,actions:s}),g=Be(),d=S(()=>a("g",{class:"marks",children:[a(Sa,{panel:l,phases:e?.phases??[]}),a(kn,{panel:l}),a(hs,{panel:l}),a(vn,{panel:l}),a(Ra,{panel:l}),a("clipPath",{id:g,children:a("rect",{x:l.left,y:l.top-6,width:l.right-l.left,height:l.bottom-l.top+12})}),a("g",{"clip-path":`url(#${g})`,children:[a(Aa,{panel:l,companions:n}),a($a,{panel:l,series:t}),a(Pa,{panel:l,series:t}),a(Ca,{panel:l,series:t})]}),e&&Lf.includes(r.quantity.key)&&a(Ta,{panel:l,series:t,report:e})]}),[l,e,n,t]);return a("div",{ref:u,class:"chart",children:a("svg",{width:c,height:kt,viewBox:`0 0 ${c} ${kt}`,role:"img",tabIndex:0,"aria-label":Df(t,e,r),...h,children:[d,o!==null&&o>=m[0]&&o<=m[1]&&a("line",{class:"held",x1:f(o),x2:f(o),y1:l.top,y2:l.bottom}),p&&a(Mn,{panel:l,ends:p}),a(gs,{panel:l,series:t,cursor:i})]})})}var La=at(Ef);function Df(t,e,{quantity:n}){let{row:r,points:o,best:i}=t,s=[`${r.layer}, ${r.decoder} decoder: ${n.label} at ${Jt(o.length,"probe step")}`],u=o.at(-1);return u&&s.push(`${n.format(n.read(t).at(-1))} at step ${w(u.step)}`),i&&s.push(`best probe accuracy ${V(i.accuracy)} at step ${w(i.step)}`),e?.description&&s.push(e.description),`${s.join("; ")}. Arrow keys move the cursor, Enter holds a step, + and 0 zoom.`}var If={constant:"\u2192",decrease:"\u2198",increase:"\u2197"},Ea=["constant","decrease","increase"];function Fn({report:t}){let e=t?.phases?.at(-1);return e?a("span",{class:`phase-now ${e.kind}`,title:t?.description,children:[a(Ff,{kind:e.kind})," ",If[e.kind]," ",e.kind," ",a("span",{class:"since",children:["since ",w(e.start_step)]})]}):a("span",{class:"phase-now muted",children:"too few steps"})}function Ff({kind:t}){let e=Ea.indexOf(t),n=(r,o)=>{let i=2*Math.PI*r/3;return`${(o*Math.sin(i)).toFixed(2)},${(-o*Math.cos(i)).toFixed(2)}`};return a("svg",{class:"clock",width:14,height:14,viewBox:"-8 -8 16 16","aria-hidden":"true",children:[Ea.map((r,o)=>a("path",{class:`edge ${r}`,opacity:o===e?1:.35,d:`M0,0L${n(o,8)}A8,8 0 0 1 ${n(o+1,8)}Z`},r)),a("path",{class:"hand",d:`M0,0L${n(e+.5,6.5)}`})]})}function Da({focus:t,others:e,colors:n,options:r,selection:o,cursor:i,actions:s}){let u=S(()=>new Map(t.rows.map(({key:l})=>[l,Of(l,e,n)])),[t.rows,e,n]),c=r.accuracyDomain&&r.quantity.key!=="accuracy";return a("section",{class:"panels","aria-label":"Layers",children:t.rows.map(l=>{let f=D(t.reports,l.row),m=u.get(l.key);return a(Z,{title:l.row.layer,subtitle:`${l.row.decoder} \xB7 ${Jt(l.row.num_features,"feature")}`,panel:l.key,aside:a(Fn,{report:f}),table:()=>qf(l),legend:[{color:"var(--loss)",text:`${r.quantity.label}, ${L(t.summary.run)}`},...c?[{color:"var(--accuracy)",text:"probe accuracy"}]:[],...m.map(({run:p,color:h})=>({color:h,text:L(p)}))],children:a(La,{series:l,report:f,companions:m,options:r,held:o.step,cursor:i,actions:s})},l.key)})})}function Of(t,e,n){return e.flatMap(({summary:r,rows:o})=>{let i=o.find(s=>s.key===t);return i?[{run:r.run,color:n.get(r.run),series:i}]:[]})}function qf(t){let e=t.metricNames.filter(o=>!o.includes("_group_")&&o!=="flags"),n=e.map(o=>t.column(o)),r=t.points.map(({step:o,flags:i},s)=>[o,...n.map(u=>u[s]),i.join(" ")]);return{columns:["step",...e,"flags"],rows:r}}var Pt={top:26,right:96,bottom:40,left:54};function Vf({rows:t,reports:e,axes:n,theme:r},o){let i=Math.round(Math.min(520,Math.max(300,.62*o))),[s,u]=n.map(m=>t.map(p=>m.read(p))),c=J(Ia(s,n[0]),[Pt.left+8,o-Pt.right]),l=J(Ia(u,n[1]),[i-Pt.bottom-8,Pt.top+8]),f=t.map((m,p)=>{let h=m.steps.map((d,y)=>({step:d,x:c(s[p][y]),y:l(u[p][y])})).filter(d=>Number.isFinite(d.x)&&Number.isFinite(d.y)),g=D(e,m.row);return{series:m,color:It(p,t.length,r),places:h,parts:Bf(h,g),minimum:h.findIndex(({step:d})=>d===g?.minimum_step)}});return{width:o,height:i,x:c,y:l,trajectories:f}}function Ia(t,{isTurned:e}){let[n,r]=vt(t.flat(),[]);return e?[r,n]:[n,r]}function Bf(t,e){let n=t.length-1;return n<1?[]:e?.phases?.length?e.phases.flatMap(({kind:r,start_step:o,end_step:i})=>{let s=t.flatMap(({step:u},c)=>u>=o&&u<=i?[c]:[]);return s.length>1?[{kind:r,from:s[0],to:s.at(-1)}]:[]}):[{kind:"decrease",from:0,to:n}]}function Hf({rows:t,reports:e,axes:n,theme:r,held:o,cursor:i,actions:s,name:u,run:c}){let[l,f]=ut(640),m=S(()=>Vf({rows:t,reports:e,axes:n,theme:r},f),[t,e,n,r,f]),p=d=>{let y=d.currentTarget.getBoundingClientRect();return Uf(m,d.clientX-y.left,d.clientY-y.top)},h=d=>{let y=p(d);i.move(y&&{step:y.step,panel:y.key,run:c,byKey:!1})},g=S(()=>a(R,{children:[a(zf,{layout:m,axes:n}),m.trajectories.map(d=>a(jf,{trajectory:d},d.series.key)),a(Wf,{layout:m})]}),[m,n]);return a("div",{ref:l,class:"chart",children:a("svg",{class:"portrait",width:f,height:m.height,viewBox:`0 0 ${f} ${m.height}`,role:"img",tabIndex:0,"aria-label":`${u}: ${n[1].label} against ${n[0].label}, a trajectory for each of ${t.length} layers. Arrow keys move along the steps.`,onPointerMove:h,onPointerLeave:()=>i.move(null),onPointerUp:d=>d.button===0&&s.hold(p(d)?.step??null),onKeyDown:d=>Gf(d,t,i,s,c),onBlur:()=>i.move(null),children:[g,a(Kf,{layout:m,cursor:i,held:o})]})})}var Fa=at(Hf);function Uf({trajectories:t},e,n){let r=null,o=40**2;for(let{series:i,places:s}of t)for(let u of s){let c=(u.x-e)**2+(u.y-n)**2;c<o&&([o,r]=[c,{step:u.step,key:i.key}])}return r}function Gf(t,e,n,r,o){if(dt(t))return;let i=e.find(({key:f})=>f===n.current?.panel)??e.at(-1);if(!i)return;let s=n.current?z(i.steps,n.current.step):-1,u=i.steps.length-1,c=e.indexOf(i),l=(f,m=i)=>{t.preventDefault(),f!==void 0&&n.move({step:f,panel:m.key,run:o,byKey:!0})};t.key==="ArrowLeft"&&l(i.steps[Math.max(0,s-1)]),t.key==="ArrowRight"&&l(i.steps[Math.min(u,s+1)]),t.key==="Home"&&l(i.steps[0]),t.key==="End"&&l(i.steps[u]),t.key==="ArrowUp"&&l(i.steps[Math.max(0,s)],e[Math.max(0,c-1)]),t.key==="ArrowDown"&&l(i.steps[Math.max(0,s)],e[Math.min(e.length-1,c+1)]),t.key==="Enter"&&s>=0&&r.hold(i.steps[s]),t.key==="Escape"&&n.move(null)}function zf({layout:{width:t,height:e,x:n,y:r},axes:o}){let[i,s,u]=[Pt.left,t-Pt.right+8,e-Pt.bottom],c=Math.max(3,t/110),l=n.tickFormat(c,o[0].tickFormat),f=r.tickFormat(6,o[1].tickFormat);return a("g",{class:"axis",children:[a("line",{x1:i,x2:s,y1:u,y2:u}),n.ticks(c).map(m=>a("g",{class:"tick",transform:`translate(${n(m)},${u})`,children:[a("line",{y2:4}),a("text",{y:16,"text-anchor":"middle",children:l(m)})]},`x${m}`)),r.ticks(6).map(m=>a("g",{class:"tick",transform:`translate(0,${r(m)})`,children:[a("line",{class:"grid",x1:i,x2:s}),a("text",{x:i-6,dy:"0.32em","text-anchor":"end",children:f(m)})]},`y${m}`)),a("text",{class:"axis-title",x:2,y:12,children:[o[1].isTurned?"\u2193":"\u2191"," ",o[1].label]}),a("text",{class:"axis-title",x:s,y:u+34,"text-anchor":"end",children:[o[0].label," ",o[0].isTurned?"\u2190":"\u2192"]})]})}function jf({trajectory:{color:t,places:e,parts:n,minimum:r}}){let o=ht(({x:c})=>c,({y:c})=>c),i=e[0],s=e[r],u=n.length>0&&n.every(({kind:c})=>c==="constant");return a("g",{class:u?"trajectory still":"trajectory",stroke:t,fill:t,children:[n.map(({kind:c,from:l,to:f})=>a("path",{class:`way ${c}`,d:o(e.slice(l,f+1))??""},l)),Qf(e).map(({x:c,y:l,angle:f},m)=>a("path",{class:"arrow",d:"M-4.5,-3.5L3.5,0L-4.5,3.5Z",transform:`translate(${c},${l}) rotate(${f})`},m)),i&&a("circle",{class:"start",cx:i.x,cy:i.y,r:3.5}),s&&a("circle",{class:"lowest",cx:s.x,cy:s.y,r:5})]})}function Qf(t){let e=[],n=30;return t.slice(1).forEach((r,o)=>{let i=t[o],[s,u]=[r.x-i.x,r.y-i.y],c=Math.hypot(s,u);n+=c,!(c<9||n<60)&&(n=0,e.push({x:i.x+s/2,y:i.y+u/2,angle:Math.atan2(u,s)*180/Math.PI}))}),e}function Wf({layout:{trajectories:t,width:e,height:n}}){let r=t.map(({series:s})=>s),o=t.flatMap(({series:s,color:u,places:c})=>c.length?[{series:s,name:B(s,r),color:u,...c.at(-1)}]:[]).toSorted((s,u)=>s.y-u.y),i=fn(o.map(({y:s})=>s),13,14,n-Pt.bottom);return a("g",{class:"ends",children:o.map(({series:s,name:u,color:c,x:l,y:f,step:m},p)=>a("g",{children:[a("circle",{cx:l,cy:f,r:3.5,fill:c}),a("line",{x1:l+4,y1:f,x2:l+10,y2:i[p],stroke:c}),a("text",{x:l+12,y:i[p],dy:"0.32em",children:st(u,Math.floor((e-l-12)/X("x")))}),a("title",{children:`${u} at step ${w(m)}`})]},s.key))})}function Kf({layout:t,cursor:e,held:n}){let r=E(null);return F(()=>{let o=i=>{let s=i?.step??n;r.current.toggleAttribute("data-shown",s!==null),s!==null&&t.trajectories.forEach(({places:u,series:c},l)=>{let f=r.current.children[l],m=u[z(u.map(p=>p.step),s)];f.style.display=m?"":"none",m&&(f.setAttribute("transform",`translate(${m.x},${m.y})`),f.setAttribute("r",c.key===i?.panel?"6":"4"))})};return o(e.current),e.subscribe(o)},[t,e,n]),a("g",{ref:r,class:"cursor","aria-hidden":"true",children:t.trajectories.map(({series:o,color:i})=>a("circle",{r:4,fill:i},o.key))})}var Oa="-probe_loss";function qa(t){return t.flatMap(e=>e.key==="probe_loss"?[e,{...e,key:Oa,label:"probe loss, turned",isTurned:!0}]:[e])}var Xf=[{key:"portrait",label:"phase portrait",axes:["accuracy","relative"]},{key:"information",label:"information plane",axes:["explained","label_information"]},{key:"information",label:"information plane",axes:["explained",Oa]},{key:"binned",label:"binned mutual information",axes:["binned_information_input","binned_information_label"]}];function Va(t){let e=Xf.filter(n=>n.axes.every(r=>t.some(o=>o.key===r)));return e.filter(({key:n},r)=>e.findIndex(o=>o.key===n)===r)}function Ha({focus:t,others:e,quantities:n,selection:r,select:o,cursor:i,actions:s}){let u=xt(),[c,l]=r.portrait,f=S(()=>qa(n),[n]),m=S(()=>[Ft(f,c),Ft(f,l)],[f,c,l]),p=[c,l].find(y=>!f.some(({key:b})=>b===y)),h=Va(f),g=h.find(({axes:[y,b]})=>y===c&&b===l),d=[t,...e];return a("section",{children:[a("div",{class:"view-controls",children:[h.length>1&&a(St,{name:"Plane",value:g?.key??"",options:Object.fromEntries(h.map(({key:y,label:b})=>[y,b])),choose:y=>o({portrait:h.find(({key:b})=>b===y).axes})}),["Across","Up"].map((y,b)=>a("label",{children:[a("span",{class:"control-name",children:y}),a("select",{name:`axis-${b}`,value:m[b].key,onChange:_=>{let k=[m[0].key,m[1].key];k[b]=_.currentTarget.value,o({portrait:k})},children:f.map(({key:_,label:k})=>a("option",{value:_,children:k},_))})]},y)),a(Yf,{})]}),p&&a("p",{class:"problem",children:["Nothing was measured of '",p,"': the reconstruction loss stands in its place."]}),g&&Ba[g.key]&&a("p",{class:"explanation",children:Ba[g.key]}),a("div",{class:d.length>1?"panels portraits":"panels single",children:d.map(y=>a(Z,{title:L(y.summary.run),subtitle:`${m[1].label} against ${m[0].label}`,table:()=>Jf(y,m),legend:y.rows.map((b,_)=>({color:It(_,y.rows.length,u),text:B(b,y.rows)})),wide:d.length===1,children:a(Fa,{name:L(y.summary.run),run:y.summary.run,rows:y.rows,reports:y.reports,axes:m,theme:u,held:r.step,cursor:i,actions:s})},y.summary.run))})]})}var Ba={information:"What a layer knows of its input (across) against what it knows of the label (up), both on held-out rows: up is fitting, to the left is forgetting.",binned:"Binned mutual information of a deterministic network is a property of its bins (Goldfeld et al., 2018): read it beside the information plane, not instead of it."};function Yf(){return a("ul",{class:"ways","aria-label":"Legend",children:[["constant","decrease","increase"].map(t=>a("li",{children:[a("svg",{width:34,height:12,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:a("path",{class:`way ${t}`,d:"M1,6H33"})}),t]},t)),a("li",{children:[a("svg",{width:12,height:12,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:a("circle",{class:"start",cx:6,cy:6,r:3.5})}),"first step"]}),a("li",{children:[a("svg",{width:14,height:14,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:a("circle",{class:"lowest",cx:7,cy:7,r:5})}),"reconstruction minimum"]})]})}function Jf({rows:t},e){let n=t.flatMap(r=>{let[o,i]=e.map(s=>s.read(r));return r.steps.map((s,u)=>[r.row.layer,r.row.decoder,s,o[u],i[u]])});return{columns:["layer","decoder","step",e[0].label,e[1].label],rows:n}}var Ua=190,Zf=16;function Ga({report:t,lastStep:e,stepAxis:n}){let r=mt(n,[0,e],[5,Ua-5]),{minimum_step:o,minimum_interval:i}=t;return a("svg",{class:"strip",width:Ua,height:Zf,role:"img","aria-label":t.description??"",children:[t.phases?.map(s=>a("rect",{class:`edge ${s.kind}`,x:r(s.start_step),y:4,width:Math.max(0,r(s.end_step)-r(s.start_step)-1),height:8},s.start_step)),i&&a("line",{class:"interval",x1:r(i[0]),x2:r(i[1]),y1:14.5,y2:14.5}),o!=null&&a("circle",{cx:r(o),cy:8,r:4})]})}function za({rows:t,reports:e,stepAxis:n}){let r=t[0]?.points.at(-1)?.step??1,o=t.some(({best:i})=>i);return a("div",{class:"summary",children:a("table",{children:[a("thead",{children:a("tr",{children:[a("th",{children:"layer"}),a("th",{class:"detail",children:"decoder"}),a("th",{class:"detail",children:"strategy"}),a("th",{class:"number",children:"width"}),a("th",{children:["phases to step ",w(r)]}),a("th",{children:"phase now"}),a("th",{class:"number",children:"minimum at step"}),a("th",{class:"number",children:"risen since by"}),o&&a("th",{class:"number",children:"best probe accuracy"})]})}),a("tbody",{children:t.map(i=>{let s=D(e,i.row);return a("tr",{children:[a("th",{scope:"row",children:a("button",{onClick:()=>rm(i.key),children:i.row.layer})}),a("td",{class:"detail",children:i.row.decoder}),a("td",{class:"detail",children:i.row.strategy}),a("td",{class:"number",children:i.row.num_features.toLocaleString("en-US")}),a("td",{children:s&&a(Ga,{report:s,lastStep:r,stepAxis:n})}),a("td",{children:a(Fn,{report:s})}),a("td",{class:"number",children:a(tm,{report:s})}),a("td",{class:"number",children:a(em,{series:i,report:s})}),o&&a("td",{class:"number",children:a(nm,{series:i})})]},i.key)})})]})})}function tm({report:t}){if(t?.minimum_step==null)return a("span",{class:"muted",children:"\u2013"});let[e,n]=t.minimum_interval??[t.minimum_step,t.minimum_step];return a(R,{children:[w(t.minimum_step)," ",a("span",{class:"muted",children:["(",w(e),"\u2013",w(n),t.has_increase?"":" so far",")"]})]})}function em({series:t,report:e}){let n=se(t,e);return n?.isPast?a(R,{children:V($e(n))}):a("span",{class:"muted",children:"\u2013"})}function nm({series:{best:t}}){return t?a(R,{children:[V(t.accuracy)," ",a("span",{class:"muted",children:["at ",w(t.step)]})]}):a("span",{class:"muted",children:"\u2013"})}function rm(t){document.querySelector(`[data-panel="${CSS.escape(t)}"] svg`)?.focus()}function ja({source:t}){let[e,n]=I(()=>$r(tr())),r=ss(t,e),o=E(r.reload);o.current=r.reload,F(()=>zi({"experimental.DataReloaded":()=>o.current()}),[]),F(()=>ko(()=>n($r(tr()))),[]);let i=Ve(s=>{n(u=>{let c={...u,...s};return vo(ts(c)),c})},[]);return r.runs?r.focus?a("main",{children:a(om,{store:r,focus:r.focus,selection:e,select:i,source:t})}):a(R,{children:[r.problem&&a(On,{text:r.problem}),a(da,{})]}):a("main",{children:r.problem?a(On,{text:r.problem}):a("p",{class:"muted",children:"Loading \u2026"})})}function om({store:t,focus:e,selection:n,select:r,source:o}){let i=S(()=>lm(t.runs.map(({run:d})=>d)),[t.runs]),{focus:s,others:u}=S(()=>um(e,t.others,n),[e,t.others,n.grouped,n.layers,n.view==="images"]),c=S(()=>new gn,[e.summary.run,n.view]),l=S(()=>({hold:d=>r({step:d}),zoom:d=>r({zoom:d})}),[r]),f=S(()=>Yi([s,...u].flatMap(({rows:d})=>d)),[s,u]),m=S(()=>{let d=Math.max(1,...[s,...u].flatMap(({rows:y})=>y.map(({steps:b})=>b.at(-1)??1)));return{quantity:Ft(f,n.metric),stepAxis:n.stepAxis,steps:n.zoom??[0,d],accuracyDomain:Hi(s.rows)}},[s,u,f,n.metric,n.stepAxis,n.zoom]),p=S(()=>[s,...u],[s,u]),h=S(()=>cm(i,p),[i,p]),g={focus:s,others:u,colors:h,options:m,quantities:f,selection:n,select:r,cursor:c,actions:l,source:o};return a(R,{children:[a(Qs,{runs:t.runs,focus:e.summary.run,others:n.others??t.others.map(({summary:d})=>d.run),colors:i,layers:[...new Set(e.rows.map(({row:d})=>d.layer))],quantities:f,selection:n,select:r}),t.problem&&a(On,{text:t.problem}),[e,...t.others].map(({summary:d})=>d.error&&a(On,{text:d.error,title:`Run ${d.run} is damaged`},d.run)),!s.rows.length&&!e.summary.error&&a(fm,{run:e,select:r}),s.rows.length>0&&a(R,{children:[a(Ks,{view:n.view,choose:d=>r({view:d})}),a(ga,{focus:s}),a(sm,{name:n.view,...g}),a(Ma,{summary:s.summary}),a(Ui,{runs:p,cursor:c,quantity:m.quantity})]})]})}var im={curves:am,portrait:Ha,map:xa,images:wa,compare:ha,breakdowns:ca};function sm({name:t,...e}){let n=im[t];return a("div",{role:"tabpanel",id:"view","aria-labelledby":`tab-${t}`,children:a(n,{...e})})}function am(t){let{focus:e,others:n,colors:r,options:o}=t;return a(R,{children:[a(za,{rows:e.rows,reports:e.reports,stepAxis:o.stepAxis}),a(va,{rows:e.rows,options:o,others:n,colors:r}),a(ka,{rows:e.rows,reports:e.reports}),a(Da,{...t})]})}function um(t,e,{grouped:n,layers:r,view:o}){let i=xn(t.rows.map(({row:l})=>l.layer),r),s=[t,...e].map(l=>({...l,rows:i?l.rows.filter(({row:f})=>i.includes(f.layer)):l.rows})),[u,...c]=n&&o!=="images"?Gi(s):s;return{focus:u,others:c.filter(({rows:l})=>l.length)}}function lm(t){return new Map(t.map((e,n)=>[e,yn(n)]))}function cm(t,e){let n=new Map([...t].toReversed().map(([r,o])=>[L(ke(r)),o]));return new Map(e.map(({summary:{run:r}})=>[r,t.get(r)??n.get(r.replace(/ \(\d+ seeds\)$/,""))??yn(0)]))}function fm({run:{summary:t,rows:e},select:n}){return e.length?a("p",{class:"muted",children:["There is no layer to draw: none is chosen, or the seeds of a mean have none in common."," ",a("button",{class:"chip",onClick:()=>n({layers:null,grouped:!1}),children:"Draw all layers"})]}):a("p",{class:"muted",children:["Run ",L(t.run)," has no probe step yet."]})}function On({text:t,title:e}){return a("p",{class:"problem",role:"alert",children:[e&&a("b",{children:[e,". "]}),t]})}function Z_(){let t=document.createElement("style");t.textContent=Mo,document.head.append(t),document.title||="Phases",document.documentElement.lang="en",wo(),no(a(ja,{source:oo()??ro}),document.body)}export{Z_ as render};

// Built by tb_plugin/frontend (npm ci && npm run build); edit the sources there.
var k,xe,lo,G,Mn,jt,be,Vt,we,Rn,Sn,fo,Rt=Symbol.for("pv"),Yt={},Gt=[],ho=/^m(i|n|o|s|text|space)$/,Nn=Array.isArray,ve=Gt.slice,et=Object.assign;function nt(t){t&&t.parentNode&&t.remove()}function Ut(t,n,e,r,i){var o={type:t,props:n,key:e,ref:r,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Rt,__v:i||++xe,__i:-1,__u:0};return!i&&k.vnode&&k.vnode(o),o}function N(t){return t.children}function Xt(t,n){this.props=t,this.context=n,this.__g=0}function K(t,n){if(n==null)return t.__&&K(t.__,t.__i+1);for(var e;n<t.__k.length;n++)if((e=t.__k[n])&&e.__e)return e.__e;return typeof t.type!="function"||t.props.__P?null:K(t)}function po(t){var n,e=t.__v,r=e.__e,i=[],o=[],s=t.__P;s&&((n=et({constructor:Rt},e)).__v=e.__v+1,k.vnode&&k.vnode(n),Tn(s,n,e,t.__n,s.namespaceURI,32&e.__u?[r]:null,i,r||K(e),32&e.__u,o),n.__v=e.__v,n.__.__k[n.__i]=n,Te(i,n,o),e.__=e.__e=null,n.__e!=r&&ke(n))}function ke(t){if((t=t.__)&&t.__c&&!t.props.__P)return t.__e=null,t.__k.some(function(n){return n&&(t.__e=n.__e)}),ke(t)}function ge(t){(8&t.__g||(t.__g|=8,G.push(t),jt++))&&Mn==k.debounceRendering||((Mn=k.debounceRendering)||queueMicrotask)(Me)}function Me(){try{for(var t,n=1;G.length;)G.length>n&&G.sort(be),t=G.shift(),n=G.length,8&t.__g&&po(t)}finally{(jt=G.length)&&(Mn||queueMicrotask)(Me)}}function Se(t,n,e,r,i,o,s,a,l,u,f){var h,m,p,d,_,g,b=r.__k||Gt,y=n.length;for(l=mo(e,n,b,l,y),h=0;h<y;h++)(p=e.__k[h])!=null&&(m=~p.__i&&b[p.__i]||Yt,p.__i=h,g=Tn(t,p,m,i,o,s,a,l,u,f),d=p.__e,(m.ref!=p.ref||8&m.__u)&&(m.ref&&Pn(m.ref,null,p,m),p.ref&&f.push(p.ref,p.__c||d,p)),_=_||d,4&p.__u?(l=Re(p,l,t,!m.__v),m.__e&&(m.__e=null)):typeof p.type=="function"&&g!==void 0?l=g:d&&(l=d.nextSibling),p.__u&=-21);return e.__e=_,l}function mo(t,n,e,r,i){var o,s,a,l,u,f,h,m,p,d=e.length,_=d,g=0,b=0,y=t.__k=Array(i);for(o=0;o<i;o++)(s=n[o])!=null&&typeof s!="boolean"&&typeof s!="function"?(typeof s!="object"||s.constructor===String?s=y[o]=Ut(null,s):Nn(s)?s=y[o]=Ut(N,{children:s}):s.constructor===Rt&&s.__b?s=y[o]=Ut(s.type,s.props,s.key,s.ref,s.__v):y[o]=s,l=o+g,s.__=t,s.__b=t.__b+1,a=null,~(u=s.__i=_o(s,e,l,_))&&(_--,(a=e[u])&&(a.__u|=2)),a&&a.__v?(s.__u|=16,u==l-1?g--:u==l+1?g++:u!=l&&(u>l?g--:g++,b=1)):(~u||(i>d?g--:i<d&&g++),typeof s.type!="function"&&(s.__u|=4))):y[o]=null;if(b){for(f=[],h=[],o=0;o<i;o++)if((s=y[o])&&16&s.__u){for(g=0,m=f.length;g<m;)f[p=g+m>>1]<s.__i?g=p+1:m=p;f[g]=s.__i,h[o]=g+1}for(g=f.length;o--;)h[o]&&(h[o]==g?g--:y[o].__u|=4)}if(_)for(o=0;o<d;o++)!(a=e[o])||2&a.__u||(a.__e==r&&(r=K(a)),An(a,a));return r}function Re(t,n,e,r){var i,o,s,a;if(typeof t.type=="function"){if(t.props.__P)return n;if(i=t.__k)for(o=0;o<i.length;o++)i[o]&&(i[o].__=t,n=Re(i[o],n,e,!1));return n}for(n&&!n.parentNode&&(n=K(t))&&!n.parentNode&&(n=null),s=t.__e,a=n;a&&a.nodeType==8;)a=a.nextSibling;for(s!=a&&(!r&&e.moveBefore&&s.parentNode?e.moveBefore(s,n):e.insertBefore(s,n||null)),n=s;(n=n&&n.nextSibling)&&n.nodeType==8&&!n.data.startsWith("$s"););return n}function _o(t,n,e,r){var i,o=t.key,s=t.type,a=n[e],l=a&&!(2&a.__u);if(a===null&&o==null||l&&o==a.key&&s==a.type)return e;if(r>(l?1:0)){for(i=e-1;i>=0;i--)if((a=n[i])&&!(2&a.__u)&&o==a.key&&s==a.type)return i;for(i=e+1;i<n.length;i++)if((a=n[i])&&!(2&a.__u)&&o==a.key&&s==a.type)return i}return-1}function ye(t,n,e){e==null&&(e=""),n[0]=="-"?t.setProperty(n,e):t[n]=e}function Bt(t,n,e,r,i){var o,s;if(n=="style")if(typeof e=="string")t.style.cssText=e;else{if(typeof r=="string"&&(t.style.cssText=r=""),r)for(n in r)e&&n in e||ye(t.style,n);if(e)for(n in e)r&&e[n]==r[n]||ye(t.style,n,e[n])}else if(n[0]=="o"&&n[1]=="n")typeof e!="function"&&(e=null),typeof r!="function"&&(r=null),(t.__e||(t.__e={}))[n]=e,e&&r||(s=Sn[n]||(Sn[n]=go(n)),(t.__a||(t.__a={}))[n]=Rn,o=n!=(n=n.replace(we,"$1")),(n=n.slice(2))[0]<"a"&&(n=n.toLowerCase()),e?t.addEventListener(n,s,o):t.removeEventListener(n,s,o));else{if(i=="http://www.w3.org/2000/svg")n=n.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(n!="width"&&n!="height"&&n!="href"&&n!="list"&&n!="form"&&n!="tabIndex"&&n!="download"&&n!="rowSpan"&&n!="colSpan"&&n!="role"&&n!="popover"&&n in t)try{return void(t[n]=e??"")}catch{}if(typeof e=="function")return;e==null||e===!1&&n[4]!="-"?t.removeAttribute(n):t.setAttribute(n,n=="popover"&&e==1?"":e)}}function go(t){return function(n){var e=this.__e;if(e){if(e=e[t],n[Vt]==null)n[Vt]=Rn++;else if(n[Vt]<this.__a[t])return;return e(k.event?k.event(n):n)}}}function Tn(t,n,e,r,i,o,s,a,l,u){var f,h,m,p,d,_,g,b,y,v,w,C,$,O,I,Y,q,B,x=n.type;if(n.constructor!==Rt)return null;128&e.__u&&(l=32&e.__u,f=e.__c.__z)&&(n.__u|=l,h=o=[],f.nodeType==8?a=Wt(f,o):o.push(f),a=o[0]||a),(f=k.__b)&&f(n);t:if(typeof x=="function"){m=s.length;try{if(b=n.props,y=(f=x.prototype)&&f.render,v=(f=x.contextType)&&r[f.__c],w=f?v?v.props.value:f.__:r,(p=e.__c)?(n.__c=p,2&p.__g&&(p.__g|=1)):(y?n.__c=p=new x(b,w):(n.__c=p=new Xt(b,w),p.constructor=x,p.render=xo),v&&v.sub(p),p.state||(p.state={}),p.__n=r,p.__g|=8,p.__h=[],p.__k=[]),y&&(p.__s||(p.__s=p.state),x.getDerivedStateFromProps&&(p.__s==p.state&&(p.__s=et({},p.__s)),et(p.__s,x.getDerivedStateFromProps(b,p.__s)))),d=p.props,_=p.state,p.__v=n,e.__c){if(b!==d&&y&&!x.getDerivedStateFromProps&&p.componentWillReceiveProps&&p.componentWillReceiveProps(b,w),n.__v==e.__v&&!(8&p.__g)||!(4&p.__g)&&p.shouldComponentUpdate&&p.shouldComponentUpdate(b,p.__s,w)===!1){n.__v!=e.__v&&(p.props=b,p.state=p.__s,p.__g&=-9),n.__e=e.__e,n.__k=e.__k,n.__k.some(function(R){R&&(R.__=n)}),Gt.push.apply(p.__h,p.__k),p.__k=[],p.__h.length&&s.push(p),a=K(e);break t}p.componentWillUpdate&&p.componentWillUpdate(b,p.__s,w),y&&p.componentDidUpdate&&p.__h.push(function(){p.componentDidUpdate(d,_,g)})}else y&&!x.getDerivedStateFromProps&&p.componentWillMount&&p.componentWillMount(),y&&p.componentDidMount&&p.__h.push(p.componentDidMount);p.context=w,p.props=b,p.__P=t,p.__g&=-5,C=k.__r,$=y?25:0;do p.__g&=-9,C&&C(n),f=p.render(p.props,p.state=p.__s,p.context);while(8&p.__g&&++$<25);y&&(Gt.push.apply(p.__h,p.__k),p.__k=[]),p.state=p.__s,p.getChildContext&&(r=et({},r,p.getChildContext())),y&&e.__c&&p.getSnapshotBeforeUpdate&&(g=p.getSnapshotBeforeUpdate(d,_)),O=f&&f.type===N&&f.key==null?f.props.children:f,b.__P&&(f=a,i=(t=b.__P).namespaceURI,l=o=null,e.props&&e.props.__P!=t&&(e.__k.some(function(R){R&&An(R,R)}),e.__k=null),a=e.__k?K(e,0):null),a=Se(t,Nn(O)?O:[O],n,e,r,i,o,s,a,l,u),b.__P&&(n.__e=null,a=f),n.__u&=-161,h&&h.some(nt),p.__h.length&&s.push(p),1&p.__g&&(p.__g&=-4)}catch(R){if(s.length=m,n.__v=null,l||o)if(R&&R.then){if(n.__u|=128|l,o){for(~(q=o.indexOf(a||void 0))||(q=o.length);(B=o[q-1])&&B.nodeType==8;)q--;for(;q<o.length;q++)if(B=o[q])if(o[q]=null,I){if(B==Y)break}else{if(B.nodeType!=8)break;B.data.startsWith("$s")&&(Y=Wt(I=B))}}if(!I){for(;a&&a.nodeType==8&&a.nextSibling;)a=a.nextSibling;I=a}(f=Wt(I=n.__c.__z||(n.__c.__z=I)))?(n.__e=I,a=f):n.__e=a,a=a&&a.nextSibling}else o&&o.some(nt);else n.__e=e.__e;n.__k||(n.__k=e.__k||[]),R&&R.then||Ne(n),k.__e(R,n,e)}}else a=n.__e=yo(e.__e,n,e,r,i,o,s,l,u,t);return(f=k.diffed)&&f(n),a}function Wt(t,n){if(t&&t.nodeType==8&&t.data.startsWith("$s"))for(var e=1;t=t.nextSibling;){if(t.nodeType==8){if(t.data.startsWith("$s"))e++;else if(t.data.startsWith("/$s")&&!--e)return t}n&&n.push(t)}}function Ne(t){t&&(t.__c&&(t.__c.__g|=4),t.__k&&t.__k.some(Ne))}function Te(t,n,e){for(var r=0;r<e.length;)Pn(e[r++],e[r++],e[r++]);k.__c&&k.__c(n,t),t.some(function(i){try{t=i.__h,i.__h=[],t.some(function(o){o.call(i)})}catch(o){k.__e(o,i.__v)}})}function yo(t,n,e,r,i,o,s,a,l,u){var f,h,m,p,d,_,g,b,y=e.props||Yt,v=n.props,w=n.type;if(w=="svg"?i="http://www.w3.org/2000/svg":w=="math"?i="http://www.w3.org/1998/Math/MathML":i||(i="http://www.w3.org/1999/xhtml"),o){for(f=0;f<o.length;f++)if((d=o[f])&&(w?d.localName==w:d.nodeType==3)){t=d,o[f]=null;break}}if(!t){if(b=u.ownerDocument||document,!w)return b.createTextNode(v);t=b.createElementNS(i,w,v.is?v:u),a&&(k.__m&&k.__m(n,o),a=!1),o=null}if(w){if(u=w=="template"&&t.content||t,o=w=="textarea"&&v.defaultValue!=null?null:o&&ve.call(u.childNodes),!a&&o)for(y={},f=0;f<t.attributes.length;f++)y[(d=t.attributes[f]).name]=d.value;for(f in y)d=y[f],f=="dangerouslySetInnerHTML"?m=d:f=="children"||f in v||f=="value"&&"defaultValue"in v||f=="checked"&&"defaultChecked"in v||Bt(t,f,null,d,i);for(f in v)d=v[f],f=="children"?p=d:f=="dangerouslySetInnerHTML"?h=d:f=="value"?_=d:f=="checked"?g=d:a&&typeof d!="function"||y[f]===d||Bt(t,f,d,y[f],i);h?(a||m&&(h.__html==m.__html||h.__html==t.innerHTML)||(t.innerHTML=h.__html),n.__k=[]):(m&&(t.textContent=""),(w=="foreignObject"||i=="http://www.w3.org/1998/Math/MathML"&&ho.test(w))&&(i="http://www.w3.org/1999/xhtml"),Se(u,Nn(p)?p:[p],n,e,r,i,o,s,o?o[0]:e.__k&&K(e,0),a,l),o&&o.some(nt)),a&&w!="textarea"||(f="value",w=="progress"&&_==null?t.removeAttribute(f):_==null||_===t[f]&&(w!="progress"||_)||Bt(t,f,_,y[f],i),f="checked",g!=null&&g!=t[f]&&Bt(t,f,g,y[f],i))}else y===v||a&&t.data==v||(t.data=v);return t}function Pn(t,n,e,r){try{typeof t=="function"?n?n.__x=t(n)||1:r&&(r=r.__c||r.__e)&&(n=r.__x)&&(r.__x=null,typeof n=="function"?n():t(null)):t.current=n}catch(i){k.__e(i,e)}}function An(t,n,e){var r,i,o,s;if(k.unmount&&k.unmount(t),!(r=t.ref)||r.current&&r.current!=t.__e||Pn(r,null,n,t),r=t.__c){if(r.componentWillUnmount)try{r.componentWillUnmount()}catch(a){k.__e(a,n)}r.__P=r.__n=null}if(r=t.__k)for(s=0;s<r.length;s++)r[s]&&An(r[s],n,typeof t.type!="function"||e&&!t.props.__P);!e&&(r=t.__c)&&(r=r.__z)&&(i=Wt(r,o=[]))&&(r==t.__e&&o.some(nt),nt(i),nt(r)),e||nt(t.__e),t.__e=t.__c=t.__=null}function xo(t,n,e){return this.constructor(t,e)}function Pe(t,n){var e,r,i,o;k.__&&k.__(t,n),n.nodeType==9&&(n=n.documentElement),r=(e=t&&32&t.__u)?null:n.__k,n.__k=Ut(N,{children:[t]}),i=[],o=[],Tn(n,n.__k,r||Yt,Yt,n.namespaceURI,r?null:n.firstChild?ve.call(n.childNodes):null,i,r?r.__e:n.firstChild,e,o),Te(i,n.__k,o),n.__k.props.children=null}k={__e:function(t,n,e,r){for(var i,o,s;n=n.__;)if((i=n.__c)&&!(1&i.__g)){i.__g|=4;try{if((s=(o=i.constructor)&&o.getDerivedStateFromError)&&i.setState(o.getDerivedStateFromError(t)),i.componentDidCatch&&(i.componentDidCatch(t,r||{}),s=1),s&&8&i.__g)return void(i.__g|=2)}catch(a){t=a}}throw jt=0,t}},xe=0,lo=function(t){return t!=null&&t.constructor===Rt},Xt.prototype.setState=function(t,n){var e=this.__s;e&&e!=this.state||(e=this.__s=et({},this.state)),typeof t=="function"&&(t=t(et({},e),this.props)),t&&(et(e,t),this.__v&&(n&&this.__k.push(n),ge(this)))},Xt.prototype.forceUpdate=function(t){this.__v&&(this.__g|=4,t&&this.__h.push(t),ge(this))},Xt.prototype.render=N,G=[],jt=0,be=function(t,n){return t.__v.__b-n.__v.__b},Vt=Symbol(),we=/(PointerCapture)$|Capture$/i,Rn=0,Sn={},fo=0;var Kt="p.phases.";function $e(t){let n={};for(let e of t.replace(/^#/,"").split("&")){let r=e.indexOf("=");r>0&&e.startsWith(Kt)&&(n[Ae(e.slice(Kt.length,r))]=Ae(e.slice(r+1)))}return n}function Ce(t,n){let e=t.replace(/^#/,"").split("&").filter(i=>i!==""&&!i.startsWith(Kt)),r=Object.entries(n).map(([i,o])=>`${Kt}${i}=${encodeURIComponent(o)}`);return"#"+[...e,...r].join("&")}function $n(t){return/^#phases(&|$)/.test(t)}function Ae(t){try{return decodeURIComponent(t)}catch{return t}}function Qt(){try{return window.parent.document.body,window.parent}catch{return window}}function Ee(){let t=Qt().document.body,n=()=>{document.documentElement.dataset.theme=t.classList.contains("dark-mode")?"dark":"light"};new MutationObserver(n).observe(t,{attributes:!0,attributeFilter:["class"]}),n()}function Cn(){return $e(Qt().location.hash)}function Le(t){let{location:n,history:e}=Qt();if(!$n(n.hash))return;let r=Ce(n.hash,t);r!==n.hash&&e.replaceState(e.state,"",r)}function qe(t){let n=Qt(),e=()=>{$n(n.location.hash)&&t()};return n.addEventListener("hashchange",e),()=>n.removeEventListener("hashchange",e)}var Oe=`:root {
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
`;var ft,T,En,Ie,Ln=Object.is,Tt=0,We=[],qn=[],S=k,De=S.__b,Fe=S.__r,He=S.diffed,ze=S.__c,Be=S.unmount,Ve=S.__;function Zt(t,n){S.__h&&S.__h(T,t,Tt||n),Tt=0;var e=T.__H||(T.__H={__:[],__h:[]});return t>=e.__.length&&e.__.push({}),e.__[t]}function Q(t){return Tt=1,wo(Ge,t)}function wo(t,n,e){var r=Zt(ft++,2);if(r.t=t,!r.__c&&(r.__=[e?e(n):Ge(void 0,n),function(o){var s=(r.__N||r.__)[0],a=r.t(s,o);Ln(s,a)||(r.__N=[a,r.__[1]],r.__c.setState({}))}],r.__c=T,!T.__f)){T.__f=!0;var i=T.shouldComponentUpdate;T.shouldComponentUpdate=function(o,s,a){var l=this.__H;if(!l)return!0;var u=!1,f=this.props!=o;if(l.__.some(function(m){m.__N&&(u=!0,Ln(m.__[0],m.__N[0])||(f=!0))}),i){var h=i.call(this,o,s,a);return u?h||f:h}return!u||f}}return r.__}function F(t,n){var e=Zt(ft++,3);!S.__s&&In(e.__H,n)&&(e.__P=!0,e.__=t,e.u=n,T.__H.__h.push(e))}function je(t,n){var e=Zt(ft++,4);!S.__s&&In(e.__H,n)&&(e.__P=!1,e.__=t,e.u=n,T.__h.push(e))}function E(t){return Tt=5,rt(function(){return{current:t}},[])}function rt(t,n){var e=Zt(ft++,7);return In(e.__H,n)&&(e.__=t(),e.__H=n),e.__}function Ye(t,n){return Tt=8,rt(function(){return t},n)}function vo(){var t;do{for(;t=qn.shift();)try{Nt(t)}catch(e){S.__e(e,{__:(t=t.__P)&&t.__v})}for(;t=We.shift();){var n=t.__H;if(t.__P&&n)try{n.__h.some(Nt),n.__h.some(On),n.__h=[]}catch(e){n.__h=[],S.__e(e,t.__v)}}}while(qn.length)}S.__b=function(t){T=null,De&&De(t)},S.__=function(t,n){t&&n.__k&&n.__k.__m&&(t.__m=n.__k.__m),Ve&&Ve(t,n)},S.__r=function(t){Fe&&Fe(t),ft=0;var n=(T=t.__c).__H;n&&(En==T?T.__h=[]:(n.__h.some(Nt),n.__h.some(On),ft=0),n.__h=[],n.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})),En=T},S.diffed=function(t){He&&He(t);var n=t.__c;n&&n.__H&&(n.__H.__h.length&&Xe(We.push(n)),n.__H.__.some(function(e){e.u&&(e.__H=e.u)})),En=T=null},S.__c=function(t,n){n.some(function(e){try{e.__h.some(Nt),e.__h=e.__h.filter(function(r){return!r.__||On(r)})}catch(r){e.__h=[function(){throw r}]}}),ze&&ze(t,n)},S.unmount=function(t){Be&&Be(t);var n,e,r=t.__c;r&&r.__H&&(r.__H.__.some(function(i){try{if(i.__P&&i.__c){if(e===void 0){for(e=t.__;e&&(!e.__c||!e.__c.__P);)e=e.__;e=e&&e.__c}i.__P=e,Xe(qn.push(i))}else Nt(i)}catch(o){n=o}}),r.__H=void 0,n&&S.__e(n,r.__v))};var Ue=typeof requestAnimationFrame=="function";function ko(t){var n,e=function(){clearTimeout(r),Ue&&cancelAnimationFrame(n),setTimeout(t)},r=setTimeout(e,35);Ue&&(n=requestAnimationFrame(e))}function Xe(t){t!=1&&Ie==S.requestAnimationFrame||((Ie=S.requestAnimationFrame)||ko)(vo)}function Nt(t){var n=T,e=t.__c;typeof e=="function"&&(t.__c=void 0,e()),T=n}function On(t){var n=T;t.__c=t.__(),T=n}function In(t,n){return!t||t.length!=n.length||n.some(function(e,r){return!Ln(e,t[r])})}function Ge(t,n){return typeof n=="function"?n(t):n}function Pt(t,n){return t==null||n==null?NaN:t<n?-1:t>n?1:t>=n?0:NaN}function Mo(t,n){return t==null||n==null?NaN:n<t?-1:n>t?1:n>=t?0:NaN}function Ke(t){let n,e,r;t.length!==2?(n=Pt,e=(a,l)=>Pt(t(a),l),r=(a,l)=>t(a)-l):(n=t===Pt||t===Mo?t:So,e=t,r=t);function i(a,l,u=0,f=a.length){if(u<f){if(n(l,l)!==0)return f;do{let h=u+f>>>1;e(a[h],l)<0?u=h+1:f=h}while(u<f)}return u}function o(a,l,u=0,f=a.length){if(u<f){if(n(l,l)!==0)return f;do{let h=u+f>>>1;e(a[h],l)<=0?u=h+1:f=h}while(u<f)}return u}function s(a,l,u=0,f=a.length){let h=i(a,l,u,f-1);return h>u&&r(a[h-1],l)>-r(a[h],l)?h-1:h}return{left:i,center:s,right:o}}function So(){return 0}function Ro(t){return t===null?NaN:+t}var Qe=Ke(Pt),Ze=Qe.right,wa=Qe.left,va=Ke(Ro).center;var ka=Je(tr),Ma=Je(No);function Je(t){return function(n,e,r=e){if(!((e=+e)>=0))throw new RangeError("invalid rx");if(!((r=+r)>=0))throw new RangeError("invalid ry");let{data:i,width:o,height:s}=n;if(!((o=Math.floor(o))>=0))throw new RangeError("invalid width");if(!((s=Math.floor(s!==void 0?s:i.length/o))>=0))throw new RangeError("invalid height");if(!o||!s||!e&&!r)return n;let a=e&&t(e),l=r&&t(r),u=i.slice();return a&&l?(ht(a,u,i,o,s),ht(a,i,u,o,s),ht(a,u,i,o,s),pt(l,i,u,o,s),pt(l,u,i,o,s),pt(l,i,u,o,s)):a?(ht(a,i,u,o,s),ht(a,u,i,o,s),ht(a,i,u,o,s)):l&&(pt(l,i,u,o,s),pt(l,u,i,o,s),pt(l,i,u,o,s)),n}}function ht(t,n,e,r,i){for(let o=0,s=r*i;o<s;)t(n,e,o,o+=r,1)}function pt(t,n,e,r,i){for(let o=0,s=r*i;o<r;++o)t(n,e,o,o+s,r)}function No(t){let n=tr(t);return(e,r,i,o,s)=>{i<<=2,o<<=2,s<<=2,n(e,r,i+0,o+0,s),n(e,r,i+1,o+1,s),n(e,r,i+2,o+2,s),n(e,r,i+3,o+3,s)}}function tr(t){let n=Math.floor(t);if(n===t)return To(t);let e=t-n,r=2*t+1;return(i,o,s,a,l)=>{if(!((a-=l)>=s))return;let u=n*o[s],f=l*n,h=f+l;for(let m=s,p=s+f;m<p;m+=l)u+=o[Math.min(a,m)];for(let m=s,p=a;m<=p;m+=l)u+=o[Math.min(a,m+f)],i[m]=(u+e*(o[Math.max(s,m-h)]+o[Math.min(a,m+h)]))/r,u-=o[Math.max(s,m-f)]}}function To(t){let n=2*t+1;return(e,r,i,o,s)=>{if(!((o-=s)>=i))return;let a=t*r[i],l=s*t;for(let u=i,f=i+l;u<f;u+=s)a+=r[Math.min(o,u)];for(let u=i,f=o;u<=f;u+=s)a+=r[Math.min(o,u+l)],e[u]=a/n,a-=r[Math.max(i,u-l)]}}var Po=Array.prototype,Sa=Po.slice;var Ao=Math.sqrt(50),$o=Math.sqrt(10),Co=Math.sqrt(2);function Jt(t,n,e){let r=(n-t)/Math.max(0,e),i=Math.floor(Math.log10(r)),o=r/Math.pow(10,i),s=o>=Ao?10:o>=$o?5:o>=Co?2:1,a,l,u;return i<0?(u=Math.pow(10,-i)/s,a=Math.round(t*u),l=Math.round(n*u),a/u<t&&++a,l/u>n&&--l,u=-u):(u=Math.pow(10,i)*s,a=Math.round(t/u),l=Math.round(n/u),a*u<t&&++a,l*u>n&&--l),l<a&&.5<=e&&e<2?Jt(t,n,e*2):[a,l,u]}function nr(t,n,e){if(n=+n,t=+t,e=+e,!(e>0))return[];if(t===n)return[t];let r=n<t,[i,o,s]=r?Jt(n,t,e):Jt(t,n,e);if(!(o>=i))return[];let a=o-i+1,l=new Array(a);if(r)if(s<0)for(let u=0;u<a;++u)l[u]=(o-u)/-s;else for(let u=0;u<a;++u)l[u]=(o-u)*s;else if(s<0)for(let u=0;u<a;++u)l[u]=(i+u)/-s;else for(let u=0;u<a;++u)l[u]=(i+u)*s;return l}function tn(t,n,e){return n=+n,t=+t,e=+e,Jt(t,n,e)[2]}function er(t,n,e){n=+n,t=+t,e=+e;let r=n<t,i=r?tn(n,t,e):tn(t,n,e);return(r?-1:1)*(i<0?1/-i:i)}var Ra=Eo(Math.random);function Eo(t){return function(e,r=0,i=e.length){let o=i-(r=+r);for(;o;){let s=t()*o--|0,a=e[o+r];e[o+r]=e[s+r],e[s+r]=a}return e}}function gt(t,n,e){t.prototype=n.prototype=e,e.constructor=t}function Ct(t,n){var e=Object.create(t.prototype);for(var r in n)e[r]=n[r];return e}function Z(){}var at=.7,_t=1/at,mt="\\s*([+-]?\\d+)\\s*",At="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)\\s*",V="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)%\\s*",Lo=/^#([0-9a-f]{3,8})$/,qo=new RegExp(`^rgb\\(${mt},${mt},${mt}\\)$`),Oo=new RegExp(`^rgb\\(${V},${V},${V}\\)$`),Io=new RegExp(`^rgba\\(${mt},${mt},${mt},${At}\\)$`),Do=new RegExp(`^rgba\\(${V},${V},${V},${At}\\)$`),Fo=new RegExp(`^hsl\\(${At},${V},${V}\\)$`),Ho=new RegExp(`^hsla\\(${At},${V},${V},${At}\\)$`),rr={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074};gt(Z,yt,{copy(t){return Object.assign(new this.constructor,this,t)},displayable(){return this.rgb().displayable()},hex:ir,formatHex:ir,formatHex8:zo,formatHsl:Bo,formatRgb:or,toString:or});function ir(){return this.rgb().formatHex()}function zo(){return this.rgb().formatHex8()}function Bo(){return mr(this).formatHsl()}function or(){return this.rgb().formatRgb()}function yt(t){var n,e;return t=(t+"").trim().toLowerCase(),(n=Lo.exec(t))?(e=n[1].length,n=parseInt(n[1],16),e===6?sr(n):e===3?new P(n>>8&15|n>>4&240,n>>4&15|n&240,(n&15)<<4|n&15,1):e===8?nn(n>>24&255,n>>16&255,n>>8&255,(n&255)/255):e===4?nn(n>>12&15|n>>8&240,n>>8&15|n>>4&240,n>>4&15|n&240,((n&15)<<4|n&15)/255):null):(n=qo.exec(t))?new P(n[1],n[2],n[3],1):(n=Oo.exec(t))?new P(n[1]*255/100,n[2]*255/100,n[3]*255/100,1):(n=Io.exec(t))?nn(n[1],n[2],n[3],n[4]):(n=Do.exec(t))?nn(n[1]*255/100,n[2]*255/100,n[3]*255/100,n[4]):(n=Fo.exec(t))?cr(n[1],n[2]/100,n[3]/100,1):(n=Ho.exec(t))?cr(n[1],n[2]/100,n[3]/100,n[4]):rr.hasOwnProperty(t)?sr(rr[t]):t==="transparent"?new P(NaN,NaN,NaN,0):null}function sr(t){return new P(t>>16&255,t>>8&255,t&255,1)}function nn(t,n,e,r){return r<=0&&(t=n=e=NaN),new P(t,n,e,r)}function Vn(t){return t instanceof Z||(t=yt(t)),t?(t=t.rgb(),new P(t.r,t.g,t.b,t.opacity)):new P}function Et(t,n,e,r){return arguments.length===1?Vn(t):new P(t,n,e,r??1)}function P(t,n,e,r){this.r=+t,this.g=+n,this.b=+e,this.opacity=+r}gt(P,Et,Ct(Z,{brighter(t){return t=t==null?_t:Math.pow(_t,t),new P(this.r*t,this.g*t,this.b*t,this.opacity)},darker(t){return t=t==null?at:Math.pow(at,t),new P(this.r*t,this.g*t,this.b*t,this.opacity)},rgb(){return this},clamp(){return new P(ot(this.r),ot(this.g),ot(this.b),rn(this.opacity))},displayable(){return-.5<=this.r&&this.r<255.5&&-.5<=this.g&&this.g<255.5&&-.5<=this.b&&this.b<255.5&&0<=this.opacity&&this.opacity<=1},hex:ar,formatHex:ar,formatHex8:Vo,formatRgb:ur,toString:ur}));function ar(){return`#${it(this.r)}${it(this.g)}${it(this.b)}`}function Vo(){return`#${it(this.r)}${it(this.g)}${it(this.b)}${it((isNaN(this.opacity)?1:this.opacity)*255)}`}function ur(){let t=rn(this.opacity);return`${t===1?"rgb(":"rgba("}${ot(this.r)}, ${ot(this.g)}, ${ot(this.b)}${t===1?")":`, ${t})`}`}function rn(t){return isNaN(t)?1:Math.max(0,Math.min(1,t))}function ot(t){return Math.max(0,Math.min(255,Math.round(t)||0))}function it(t){return t=ot(t),(t<16?"0":"")+t.toString(16)}function cr(t,n,e,r){return r<=0?t=n=e=NaN:e<=0||e>=1?t=n=NaN:n<=0&&(t=NaN),new H(t,n,e,r)}function mr(t){if(t instanceof H)return new H(t.h,t.s,t.l,t.opacity);if(t instanceof Z||(t=yt(t)),!t)return new H;if(t instanceof H)return t;t=t.rgb();var n=t.r/255,e=t.g/255,r=t.b/255,i=Math.min(n,e,r),o=Math.max(n,e,r),s=NaN,a=o-i,l=(o+i)/2;return a?(n===o?s=(e-r)/a+(e<r)*6:e===o?s=(r-n)/a+2:s=(n-e)/a+4,a/=l<.5?o+i:2-o-i,s*=60):a=l>0&&l<1?0:s,new H(s,a,l,t.opacity)}function sn(t,n,e,r){return arguments.length===1?mr(t):new H(t,n,e,r??1)}function H(t,n,e,r){this.h=+t,this.s=+n,this.l=+e,this.opacity=+r}gt(H,sn,Ct(Z,{brighter(t){return t=t==null?_t:Math.pow(_t,t),new H(this.h,this.s,this.l*t,this.opacity)},darker(t){return t=t==null?at:Math.pow(at,t),new H(this.h,this.s,this.l*t,this.opacity)},rgb(){var t=this.h%360+(this.h<0)*360,n=isNaN(t)||isNaN(this.s)?0:this.s,e=this.l,r=e+(e<.5?e:1-e)*n,i=2*e-r;return new P(Dn(t>=240?t-240:t+120,i,r),Dn(t,i,r),Dn(t<120?t+240:t-120,i,r),this.opacity)},clamp(){return new H(lr(this.h),en(this.s),en(this.l),rn(this.opacity))},displayable(){return(0<=this.s&&this.s<=1||isNaN(this.s))&&0<=this.l&&this.l<=1&&0<=this.opacity&&this.opacity<=1},formatHsl(){let t=rn(this.opacity);return`${t===1?"hsl(":"hsla("}${lr(this.h)}, ${en(this.s)*100}%, ${en(this.l)*100}%${t===1?")":`, ${t})`}`}}));function lr(t){return t=(t||0)%360,t<0?t+360:t}function en(t){return Math.max(0,Math.min(1,t||0))}function Dn(t,n,e){return(t<60?n+(e-n)*t/60:t<180?e:t<240?n+(e-n)*(240-t)/60:n)*255}var dr=Math.PI/180,_r=180/Math.PI,on=18,gr=.96422,yr=1,xr=.82521,br=4/29,dt=6/29,wr=3*dt*dt,Uo=dt*dt*dt;function vr(t){if(t instanceof U)return new U(t.l,t.a,t.b,t.opacity);if(t instanceof W)return Mr(t);t instanceof P||(t=Vn(t));var n=Bn(t.r),e=Bn(t.g),r=Bn(t.b),i=Fn((.2225045*n+.7168786*e+.0606169*r)/yr),o,s;return n===e&&e===r?o=s=i:(o=Fn((.4360747*n+.3850649*e+.1430804*r)/gr),s=Fn((.0139322*n+.0971045*e+.7141733*r)/xr)),new U(116*i-16,500*(o-i),200*(i-s),t.opacity)}function kr(t,n,e,r){return arguments.length===1?vr(t):new U(t,n,e,r??1)}function U(t,n,e,r){this.l=+t,this.a=+n,this.b=+e,this.opacity=+r}gt(U,kr,Ct(Z,{brighter(t){return new U(this.l+on*(t??1),this.a,this.b,this.opacity)},darker(t){return new U(this.l-on*(t??1),this.a,this.b,this.opacity)},rgb(){var t=(this.l+16)/116,n=isNaN(this.a)?t:t+this.a/500,e=isNaN(this.b)?t:t-this.b/200;return n=gr*Hn(n),t=yr*Hn(t),e=xr*Hn(e),new P(zn(3.1338561*n-1.6168667*t-.4906146*e),zn(-.9787684*n+1.9161415*t+.033454*e),zn(.0719453*n-.2289914*t+1.4052427*e),this.opacity)}}));function Fn(t){return t>Uo?Math.pow(t,1/3):t/wr+br}function Hn(t){return t>dt?t*t*t:wr*(t-br)}function zn(t){return 255*(t<=.0031308?12.92*t:1.055*Math.pow(t,1/2.4)-.055)}function Bn(t){return(t/=255)<=.04045?t/12.92:Math.pow((t+.055)/1.055,2.4)}function Xo(t){if(t instanceof W)return new W(t.h,t.c,t.l,t.opacity);if(t instanceof U||(t=vr(t)),t.a===0&&t.b===0)return new W(NaN,0<t.l&&t.l<100?0:NaN,t.l,t.opacity);var n=Math.atan2(t.b,t.a)*_r;return new W(n<0?n+360:n,Math.sqrt(t.a*t.a+t.b*t.b),t.l,t.opacity)}function an(t,n,e,r){return arguments.length===1?Xo(t):new W(t,n,e,r??1)}function W(t,n,e,r){this.h=+t,this.c=+n,this.l=+e,this.opacity=+r}function Mr(t){if(isNaN(t.h))return new U(t.l,0,0,t.opacity);var n=t.h*dr;return new U(t.l,Math.cos(n)*t.c,Math.sin(n)*t.c,t.opacity)}gt(W,an,Ct(Z,{brighter(t){return new W(this.h,this.c,this.l+on*(t??1),this.opacity)},darker(t){return new W(this.h,this.c,this.l-on*(t??1),this.opacity)},rgb(){return Mr(this).rgb()}}));var Sr=-.14861,Un=1.78277,Xn=-.29227,un=-.90649,$t=1.97294,fr=$t*un,hr=$t*Un,pr=Un*Xn-un*Sr;function Wo(t){if(t instanceof st)return new st(t.h,t.s,t.l,t.opacity);t instanceof P||(t=Vn(t));var n=t.r/255,e=t.g/255,r=t.b/255,i=(pr*r+fr*n-hr*e)/(pr+fr-hr),o=r-i,s=($t*(e-i)-Xn*o)/un,a=Math.sqrt(s*s+o*o)/($t*i*(1-i)),l=a?Math.atan2(s,o)*_r-120:NaN;return new st(l<0?l+360:l,a,i,t.opacity)}function cn(t,n,e,r){return arguments.length===1?Wo(t):new st(t,n,e,r??1)}function st(t,n,e,r){this.h=+t,this.s=+n,this.l=+e,this.opacity=+r}gt(st,cn,Ct(Z,{brighter(t){return t=t==null?_t:Math.pow(_t,t),new st(this.h,this.s,this.l*t,this.opacity)},darker(t){return t=t==null?at:Math.pow(at,t),new st(this.h,this.s,this.l*t,this.opacity)},rgb(){var t=isNaN(this.h)?0:(this.h+120)*dr,n=+this.l,e=isNaN(this.s)?0:this.s*n*(1-n),r=Math.cos(t),i=Math.sin(t);return new P(255*(n+e*(Sr*r+Un*i)),255*(n+e*(Xn*r+un*i)),255*(n+e*($t*r)),this.opacity)}}));function Pr(t,n,e,r,i){var o=t*t,s=o*t;return((1-3*t+3*o-s)*n+(4-6*o+3*s)*e+(1+3*t+3*o-3*s)*r+s*i)/6}function jo(t){var n=t.length-1;return function(e){var r=e<=0?e=0:e>=1?(e=1,n-1):Math.floor(e*n),i=t[r],o=t[r+1],s=r>0?t[r-1]:2*i-o,a=r<n-1?t[r+2]:2*o-i;return Pr((e-r/n)*n,s,i,o,a)}}function Yo(t){var n=t.length;return function(e){var r=Math.floor(((e%=1)<0?++e:e)*n),i=t[(r+n-1)%n],o=t[r%n],s=t[(r+1)%n],a=t[(r+2)%n];return Pr((e-r/n)*n,i,o,s,a)}}var fn=t=>()=>t;function Ar(t,n){return function(e){return t+e*n}}function Go(t,n,e){return t=Math.pow(t,e),n=Math.pow(n,e)-t,e=1/e,function(r){return Math.pow(t+r*n,e)}}function Gn(t,n){var e=n-t;return e?Ar(t,e>180||e<-180?e-360*Math.round(e/360):e):fn(isNaN(t)?n:t)}function Ko(t){return(t=+t)==1?L:function(n,e){return e-n?Go(n,e,t):fn(isNaN(n)?e:n)}}function L(t,n){var e=n-t;return e?Ar(t,e):fn(isNaN(t)?n:t)}var Rr=(function t(n){var e=Ko(n);function r(i,o){var s=e((i=Et(i)).r,(o=Et(o)).r),a=e(i.g,o.g),l=e(i.b,o.b),u=L(i.opacity,o.opacity);return function(f){return i.r=s(f),i.g=a(f),i.b=l(f),i.opacity=u(f),i+""}}return r.gamma=t,r})(1);function $r(t){return function(n){var e=n.length,r=new Array(e),i=new Array(e),o=new Array(e),s,a;for(s=0;s<e;++s)a=Et(n[s]),r[s]=a.r||0,i[s]=a.g||0,o[s]=a.b||0;return r=t(r),i=t(i),o=t(o),a.opacity=1,function(l){return a.r=r(l),a.g=i(l),a.b=o(l),a+""}}}var Aa=$r(jo),$a=$r(Yo);function Qo(t,n){n||(n=[]);var e=t?Math.min(n.length,t.length):0,r=n.slice(),i;return function(o){for(i=0;i<e;++i)r[i]=t[i]*(1-o)+n[i]*o;return r}}function Zo(t){return ArrayBuffer.isView(t)&&!(t instanceof DataView)}function Jo(t,n){var e=n?n.length:0,r=t?Math.min(e,t.length):0,i=new Array(r),o=new Array(e),s;for(s=0;s<r;++s)i[s]=hn(t[s],n[s]);for(;s<e;++s)o[s]=n[s];return function(a){for(s=0;s<r;++s)o[s]=i[s](a);return o}}function ts(t,n){var e=new Date;return t=+t,n=+n,function(r){return e.setTime(t*(1-r)+n*r),e}}function z(t,n){return t=+t,n=+n,function(e){return t*(1-e)+n*e}}function ns(t,n){var e={},r={},i;(t===null||typeof t!="object")&&(t={}),(n===null||typeof n!="object")&&(n={});for(i in n)i in t?e[i]=hn(t[i],n[i]):r[i]=n[i];return function(o){for(i in e)r[i]=e[i](o);return r}}var jn=/[-+]?(?:\d+\.?\d*|\.?\d+)(?:[eE][-+]?\d+)?/g,Wn=new RegExp(jn.source,"g");function es(t){return function(){return t}}function rs(t){return function(n){return t(n)+""}}function is(t,n){var e=jn.lastIndex=Wn.lastIndex=0,r,i,o,s=-1,a=[],l=[];for(t=t+"",n=n+"";(r=jn.exec(t))&&(i=Wn.exec(n));)(o=i.index)>e&&(o=n.slice(e,o),a[s]?a[s]+=o:a[++s]=o),(r=r[0])===(i=i[0])?a[s]?a[s]+=i:a[++s]=i:(a[++s]=null,l.push({i:s,x:z(r,i)})),e=Wn.lastIndex;return e<n.length&&(o=n.slice(e),a[s]?a[s]+=o:a[++s]=o),a.length<2?l[0]?rs(l[0].x):es(n):(n=l.length,function(u){for(var f=0,h;f<n;++f)a[(h=l[f]).i]=h.x(u);return a.join("")})}function hn(t,n){var e=typeof n,r;return n==null||e==="boolean"?fn(n):(e==="number"?z:e==="string"?(r=yt(n))?(n=r,Rr):is:n instanceof yt?Rr:n instanceof Date?ts:Zo(n)?Qo:Array.isArray(n)?Jo:typeof n.valueOf!="function"&&typeof n.toString!="function"||isNaN(n)?ns:z)(t,n)}function Cr(t,n){return t=+t,n=+n,function(e){return Math.round(t*(1-e)+n*e)}}var Nr=180/Math.PI,Yn={translateX:0,translateY:0,rotate:0,skewX:0,scaleX:1,scaleY:1};function Er(t,n,e,r,i,o){var s,a,l;return(s=Math.sqrt(t*t+n*n))&&(t/=s,n/=s),(l=t*e+n*r)&&(e-=t*l,r-=n*l),(a=Math.sqrt(e*e+r*r))&&(e/=a,r/=a,l/=a),t*r<n*e&&(t=-t,n=-n,l=-l,s=-s),{translateX:i,translateY:o,rotate:Math.atan2(n,t)*Nr,skewX:Math.atan(l)*Nr,scaleX:s,scaleY:a}}var ln;function os(t){let n=new(typeof DOMMatrix=="function"?DOMMatrix:WebKitCSSMatrix)(t+"");return n.isIdentity?Yn:Er(n.a,n.b,n.c,n.d,n.e,n.f)}function ss(t){return t==null||(ln||(ln=document.createElementNS("http://www.w3.org/2000/svg","g")),ln.setAttribute("transform",t),!(t=ln.transform.baseVal.consolidate()))?Yn:(t=t.matrix,Er(t.a,t.b,t.c,t.d,t.e,t.f))}function Lr(t,n,e,r){function i(u){return u.length?u.pop()+" ":""}function o(u,f,h,m,p,d){if(u!==h||f!==m){var _=p.push("translate(",null,n,null,e);d.push({i:_-4,x:z(u,h)},{i:_-2,x:z(f,m)})}else(h||m)&&p.push("translate("+h+n+m+e)}function s(u,f,h,m){u!==f?(u-f>180?f+=360:f-u>180&&(u+=360),m.push({i:h.push(i(h)+"rotate(",null,r)-2,x:z(u,f)})):f&&h.push(i(h)+"rotate("+f+r)}function a(u,f,h,m){u!==f?m.push({i:h.push(i(h)+"skewX(",null,r)-2,x:z(u,f)}):f&&h.push(i(h)+"skewX("+f+r)}function l(u,f,h,m,p,d){if(u!==h||f!==m){var _=p.push(i(p)+"scale(",null,",",null,")");d.push({i:_-4,x:z(u,h)},{i:_-2,x:z(f,m)})}else(h!==1||m!==1)&&p.push(i(p)+"scale("+h+","+m+")")}return function(u,f){var h=[],m=[];return u=t(u),f=t(f),o(u.translateX,u.translateY,f.translateX,f.translateY,h,m),s(u.rotate,f.rotate,h,m),a(u.skewX,f.skewX,h,m),l(u.scaleX,u.scaleY,f.scaleX,f.scaleY,h,m),u=f=null,function(p){for(var d=-1,_=m.length,g;++d<_;)h[(g=m[d]).i]=g.x(p);return h.join("")}}}var Ca=Lr(os,"px, ","px)","deg)"),Ea=Lr(ss,", ",")",")"),as=1e-12;function Tr(t){return((t=Math.exp(t))+1/t)/2}function us(t){return((t=Math.exp(t))-1/t)/2}function cs(t){return((t=Math.exp(2*t))-1)/(t+1)}var La=(function t(n,e,r){function i(o,s){var a=o[0],l=o[1],u=o[2],f=s[0],h=s[1],m=s[2],p=f-a,d=h-l,_=p*p+d*d,g,b;if(_<as)b=Math.log(m/u)/n,g=function(O){return[a+O*p,l+O*d,u*Math.exp(n*O*b)]};else{var y=Math.sqrt(_),v=(m*m-u*u+r*_)/(2*u*e*y),w=(m*m-u*u-r*_)/(2*m*e*y),C=Math.log(Math.sqrt(v*v+1)-v),$=Math.log(Math.sqrt(w*w+1)-w);b=($-C)/n,g=function(O){var I=O*b,Y=Tr(C),q=u/(e*y)*(Y*cs(n*I+C)-us(C));return[a+q*p,l+q*d,u*Y/Tr(n*I+C)]}}return g.duration=Math.abs(b)*1e3*n/Math.SQRT2,g}return i.rho=function(o){var s=Math.max(.001,+o),a=s*s,l=a*a;return t(s,a,l)},i})(Math.SQRT2,2,4);function qr(t){return function(n,e){var r=t((n=sn(n)).h,(e=sn(e)).h),i=L(n.s,e.s),o=L(n.l,e.l),s=L(n.opacity,e.opacity);return function(a){return n.h=r(a),n.s=i(a),n.l=o(a),n.opacity=s(a),n+""}}}var qa=qr(Gn),Oa=qr(L);function Or(t){return function(n,e){var r=t((n=an(n)).h,(e=an(e)).h),i=L(n.c,e.c),o=L(n.l,e.l),s=L(n.opacity,e.opacity);return function(a){return n.h=r(a),n.c=i(a),n.l=o(a),n.opacity=s(a),n+""}}}var Ia=Or(Gn),Da=Or(L);function Ir(t){return(function n(e){e=+e;function r(i,o){var s=t((i=cn(i)).h,(o=cn(o)).h),a=L(i.s,o.s),l=L(i.l,o.l),u=L(i.opacity,o.opacity);return function(f){return i.h=s(f),i.s=a(f),i.l=l(Math.pow(f,e)),i.opacity=u(f),i+""}}return r.gamma=n,r})(1)}var Fa=Ir(Gn),Ha=Ir(L);function ls(t){return Math.abs(t=Math.round(t))>=1e21?t.toLocaleString("en").replace(/,/g,""):t.toString(10)}function mn(t,n){if(!isFinite(t)||t===0)return null;var e=(t=n?t.toExponential(n-1):t.toExponential()).indexOf("e"),r=t.slice(0,e);return[r.length>1?r[0]+r.slice(2):r,+t.slice(e+1)]}function xt(t){return t=mn(Math.abs(t)),t?t[1]:NaN}function fs(t,n){return function(e,r){for(var i=e.length,o=[],s=0,a=t[0],l=0;i>0&&a>0&&(l+a+1>r&&(a=Math.max(1,r-l)),o.push(e.substring(i-=a,i+a)),!((l+=a+1)>r));)a=t[s=(s+1)%t.length];return o.reverse().join(n)}}function hs(t){return function(n){return n.replace(/[0-9]/g,function(e){return t[+e]})}}var ps=/^(?:(.)?([<>=^]))?([+\-( ])?([$#])?(0)?(\d+)?(,)?(\.\d+)?(~)?([a-z%])?$/i;function Lt(t){if(!(n=ps.exec(t)))throw new Error("invalid format: "+t);var n;return new Kn({fill:n[1],align:n[2],sign:n[3],symbol:n[4],zero:n[5],width:n[6],comma:n[7],precision:n[8]&&n[8].slice(1),trim:n[9],type:n[10]})}Lt.prototype=Kn.prototype;function Kn(t){this.fill=t.fill===void 0?" ":t.fill+"",this.align=t.align===void 0?">":t.align+"",this.sign=t.sign===void 0?"-":t.sign+"",this.symbol=t.symbol===void 0?"":t.symbol+"",this.zero=!!t.zero,this.width=t.width===void 0?void 0:+t.width,this.comma=!!t.comma,this.precision=t.precision===void 0?void 0:+t.precision,this.trim=!!t.trim,this.type=t.type===void 0?"":t.type+""}Kn.prototype.toString=function(){return this.fill+this.align+this.sign+this.symbol+(this.zero?"0":"")+(this.width===void 0?"":Math.max(1,this.width|0))+(this.comma?",":"")+(this.precision===void 0?"":"."+Math.max(0,this.precision|0))+(this.trim?"~":"")+this.type};function ms(t){t:for(var n=t.length,e=1,r=-1,i;e<n;++e)switch(t[e]){case".":r=i=e;break;case"0":r===0&&(r=e),i=e;break;default:if(!+t[e])break t;r>0&&(r=0);break}return r>0?t.slice(0,r)+t.slice(i+1):t}var dn;function ds(t,n){var e=mn(t,n);if(!e)return dn=void 0,t.toPrecision(n);var r=e[0],i=e[1],o=i-(dn=Math.max(-8,Math.min(8,Math.floor(i/3)))*3)+1,s=r.length;return o===s?r:o>s?r+new Array(o-s+1).join("0"):o>0?r.slice(0,o)+"."+r.slice(o):"0."+new Array(1-o).join("0")+mn(t,Math.max(0,n+o-1))[0]}function Dr(t,n){var e=mn(t,n);if(!e)return t+"";var r=e[0],i=e[1];return i<0?"0."+new Array(-i).join("0")+r:r.length>i+1?r.slice(0,i+1)+"."+r.slice(i+1):r+new Array(i-r.length+2).join("0")}var Fr={"%":(t,n)=>(t*100).toFixed(n),b:t=>Math.round(t).toString(2),c:t=>t+"",d:ls,e:(t,n)=>t.toExponential(n),f:(t,n)=>t.toFixed(n),g:(t,n)=>t.toPrecision(n),o:t=>Math.round(t).toString(8),p:(t,n)=>Dr(t*100,n),r:Dr,s:ds,X:t=>Math.round(t).toString(16).toUpperCase(),x:t=>Math.round(t).toString(16)};function Hr(t){return t}var zr=Array.prototype.map,Br=["y","z","a","f","p","n","\xB5","m","","k","M","G","T","P","E","Z","Y"];function _s(t){var n=t.grouping===void 0||t.thousands===void 0?Hr:fs(zr.call(t.grouping,Number),t.thousands+""),e=t.currency===void 0?"":t.currency[0]+"",r=t.currency===void 0?"":t.currency[1]+"",i=t.decimal===void 0?".":t.decimal+"",o=t.numerals===void 0?Hr:hs(zr.call(t.numerals,String)),s=t.percent===void 0?"%":t.percent+"",a=t.minus===void 0?"\u2212":t.minus+"",l=t.nan===void 0?"NaN":t.nan+"";function u(h,m){h=Lt(h);var p=h.fill,d=h.align,_=h.sign,g=h.symbol,b=h.zero,y=h.width,v=h.comma,w=h.precision,C=h.trim,$=h.type;$==="n"?(v=!0,$="g"):Fr[$]||(w===void 0&&(w=12),C=!0,$="g"),(b||p==="0"&&d==="=")&&(b=!0,p="0",d="=");var O=(m&&m.prefix!==void 0?m.prefix:"")+(g==="$"?e:g==="#"&&/[boxX]/.test($)?"0"+$.toLowerCase():""),I=(g==="$"?r:/[%p]/.test($)?s:"")+(m&&m.suffix!==void 0?m.suffix:""),Y=Fr[$],q=/[defgprs%]/.test($);w=w===void 0?6:/[gprs]/.test($)?Math.max(1,Math.min(21,w)):Math.max(0,Math.min(20,w));function B(x){var R=O,D=I,lt,_e,Ft;if($==="c")D=Y(x)+D,x="";else{x=+x;var Ht=x<0||1/x<0;if(x=isNaN(x)?l:Y(Math.abs(x),w),C&&(x=ms(x)),Ht&&+x==0&&_!=="+"&&(Ht=!1),R=(Ht?_==="("?_:a:_==="-"||_==="("?"":_)+R,D=($==="s"&&!isNaN(x)&&dn!==void 0?Br[8+dn/3]:"")+D+(Ht&&_==="("?")":""),q){for(lt=-1,_e=x.length;++lt<_e;)if(Ft=x.charCodeAt(lt),48>Ft||Ft>57){D=(Ft===46?i+x.slice(lt+1):x.slice(lt))+D,x=x.slice(0,lt);break}}}v&&!b&&(x=n(x,1/0));var zt=R.length+x.length+D.length,X=zt<y?new Array(y-zt+1).join(p):"";switch(v&&b&&(x=n(X+x,X.length?y-D.length:1/0),X=""),d){case"<":x=R+x+D+X;break;case"=":x=R+X+x+D;break;case"^":x=X.slice(0,zt=X.length>>1)+R+x+D+X.slice(zt);break;default:x=X+R+x+D;break}return o(x)}return B.toString=function(){return h+""},B}function f(h,m){var p=Math.max(-8,Math.min(8,Math.floor(xt(m)/3)))*3,d=Math.pow(10,-p),_=u((h=Lt(h),h.type="f",h),{suffix:Br[8+p/3]});return function(g){return _(d*g)}}return{format:u,formatPrefix:f}}var pn,Qn,Zn;gs({thousands:",",grouping:[3],currency:["$",""]});function gs(t){return pn=_s(t),Qn=pn.format,Zn=pn.formatPrefix,pn}function Vr(t){return Math.max(0,-xt(Math.abs(t)))}function Ur(t,n){return Math.max(0,Math.max(-8,Math.min(8,Math.floor(xt(n)/3)))*3-xt(Math.abs(t)))}function Xr(t,n){return t=Math.abs(t),n=Math.abs(n)-t,Math.max(0,xt(n)-xt(t))+1}function Gr(t,n){switch(arguments.length){case 0:break;case 1:this.range(t);break;default:this.range(n).domain(t);break}return this}function ys(t){return function(){return t}}function xs(t){return+t}var Wr=[0,1];function bt(t){return t}function Jn(t,n){return(n-=t=+t)?function(e){return(e-t)/n}:ys(isNaN(n)?NaN:.5)}function bs(t,n){var e;return t>n&&(e=t,t=n,n=e),function(r){return Math.max(t,Math.min(n,r))}}function ws(t,n,e){var r=t[0],i=t[1],o=n[0],s=n[1];return i<r?(r=Jn(i,r),o=e(s,o)):(r=Jn(r,i),o=e(o,s)),function(a){return o(r(a))}}function vs(t,n,e){var r=Math.min(t.length,n.length)-1,i=new Array(r),o=new Array(r),s=-1;for(t[r]<t[0]&&(t=t.slice().reverse(),n=n.slice().reverse());++s<r;)i[s]=Jn(t[s],t[s+1]),o[s]=e(n[s],n[s+1]);return function(a){var l=Ze(t,a,1,r)-1;return o[l](i[l](a))}}function Kr(t,n){return n.domain(t.domain()).range(t.range()).interpolate(t.interpolate()).clamp(t.clamp()).unknown(t.unknown())}function Qr(){var t=Wr,n=Wr,e=hn,r,i,o,s=bt,a,l,u;function f(){var m=Math.min(t.length,n.length);return s!==bt&&(s=bs(t[0],t[m-1])),a=m>2?vs:ws,l=u=null,h}function h(m){return m==null||isNaN(m=+m)?o:(l||(l=a(t.map(r),n,e)))(r(s(m)))}return h.invert=function(m){return s(i((u||(u=a(n,t.map(r),z)))(m)))},h.domain=function(m){return arguments.length?(t=Array.from(m,xs),f()):t.slice()},h.range=function(m){return arguments.length?(n=Array.from(m),f()):n.slice()},h.rangeRound=function(m){return n=Array.from(m),e=Cr,f()},h.clamp=function(m){return arguments.length?(s=m?!0:bt,f()):s!==bt},h.interpolate=function(m){return arguments.length?(e=m,f()):e},h.unknown=function(m){return arguments.length?(o=m,h):o},function(m,p){return r=m,i=p,f()}}function ks(){return Qr()(bt,bt)}function Ms(t,n,e,r){var i=er(t,n,e),o;switch(r=Lt(r??",f"),r.type){case"s":{var s=Math.max(Math.abs(t),Math.abs(n));return r.precision==null&&!isNaN(o=Ur(i,s))&&(r.precision=o),Zn(r,s)}case"":case"e":case"g":case"p":case"r":{r.precision==null&&!isNaN(o=Xr(i,Math.max(Math.abs(t),Math.abs(n))))&&(r.precision=o-(r.type==="e"));break}case"f":case"%":{r.precision==null&&!isNaN(o=Vr(i))&&(r.precision=o-(r.type==="%")*2);break}}return Qn(r)}function Zr(t){var n=t.domain;return t.ticks=function(e){var r=n();return nr(r[0],r[r.length-1],e??10)},t.tickFormat=function(e,r){var i=n();return Ms(i[0],i[i.length-1],e??10,r)},t.nice=function(e){e==null&&(e=10);var r=n(),i=0,o=r.length-1,s=r[i],a=r[o],l,u,f=10;for(a<s&&(u=s,s=a,a=u,u=i,i=o,o=u);f-- >0;){if(u=tn(s,a,e),u===l)return r[i]=s,r[o]=a,n(r);if(u>0)s=Math.floor(s/u)*u,a=Math.ceil(a/u)*u;else if(u<0)s=Math.ceil(s*u)/u,a=Math.floor(a*u)/u;else break;l=u}return t},t}function ut(){var t=ks();return t.copy=function(){return Kr(t,ut())},Gr.apply(t,arguments),Zr(t)}function jr(t){return function(n){return Math.sign(n)*Math.log1p(Math.abs(n/t))}}function Yr(t){return function(n){return Math.sign(n)*Math.expm1(Math.abs(n))*t}}function Ss(t){var n=1,e=t(jr(n),Yr(n));return e.constant=function(r){return arguments.length?t(jr(n=+r),Yr(n)):n},Zr(e)}function te(){var t=Ss(Qr());return t.copy=function(){return Kr(t,te()).constant(t.constant())},Gr.apply(t,arguments)}function Ot(t,n,e){let r=[0,Math.max(1,n)];return t==="log"?te(r,e).constant(1):ut(r,e)}function qt(t){return 6.3*t.length}function M(t){return t.toLocaleString("en-US")}function Jr(t,n,e){let r=Math.max(1,n),i=Ot(t,r,e);if(t==="linear"){let s=(e[1]-e[0])/(qt(M(r))+24);return ut([0,r],e).ticks(Math.max(1,Math.floor(s))).filter(Number.isInteger)}let o=Math.floor(Math.log2(r))+1;for(let s=1;s<o;s++){let a=[0];for(let l=0;l<o;l+=s)a.push(2**l);if(Rs(a,i))return a}return[0,2**(o-1)]}function Rs(t,n){return t.every((e,r)=>{if(r===0)return!0;let i=t[r-1],o=(qt(M(e))+qt(M(i)))/2;return n(e)-n(i)>=o+6})}function ne(t,n,e=NaN){let r=1/0,i=-1/0;if(t.forEach((l,u)=>{if(!Number.isFinite(l))return;let f=Number.isFinite(n[u])?n[u]:0;r=Math.min(r,l-f),i=Math.max(i,l+f)}),r>i)return[0,1];let o=Math.max(Math.abs(i)*.01,Number.isFinite(e)?e*.005:0,1e-8),s=Math.max(0,o-(i-r)),a=Math.min(s/2,Math.max(r,0));return[r-a,i+s-a]}function ti(t,n){let e=.5*(t[1]-t[0]);return n<t[0]-e||n>t[1]+e?t:[Math.min(t[0],n),Math.max(t[1],n)]}function ni(t,n,e){let r=0;return t.forEach((i,o)=>{Math.abs(n(i)-e)<Math.abs(n(t[r])-e)&&(r=o)}),r}function ri(t){return(t.layout?.rows??[]).map((e,r)=>Ns(t,e,r))}function Ns(t,n,e){let r=Ts(t,e),i=t.layout.metrics.flatMap(a=>/^transfer_(.+)_accuracy$/.exec(a)?.[1]??[]),o=t.steps.map((a,l)=>({step:a,epoch:r("epoch",l),loss:r("reconstruction_loss",l),stderr:r("reconstruction_stderr",l),limit:r("reconstruction_loss_limit",l),explained:r("explained_variance",l),accuracy:r("probe_accuracy",l),transfers:i.map(u=>({name:u,accuracy:r(`transfer_${u}_accuracy`,l)})),flags:Ps(r("flags",l),t.layout.flags)})),s=a=>o.map((l,u)=>r(a,u)).findLast(Number.isFinite)??NaN;return{key:`${n.layer}/${n.decoder}`,row:n,points:o,meanImageLoss:s("mean_image_loss"),pcaBound:s("pca_bound"),wholeRunFlags:As(o),best:$s(o)}}function Ts({layout:t,shape:n,values:e},r){let[,i,o]=n,s=new Map(t.metrics.map((a,l)=>[a,l]));return(a,l)=>{let u=s.get(a);return u===void 0?NaN:e[(l*i+r)*o+u]}}function Ps(t,n){return Number.isFinite(t)?n.filter((e,r)=>Math.floor(t/2**r)%2===1):[]}function _n(t,{wholeRunFlags:n}){return t.flags.length>n.length}function As(t){return t[0]?.flags.filter(n=>t.every(e=>e.flags.includes(n)))??[]}function $s(t){let n=null;for(let e of t)e.accuracy>(n?.accuracy??-1/0)&&(n=e);return n}function ii(t,n){let{points:e,meanImageLoss:r,pcaBound:i}=t;return n==="loss"?{label:"reconstruction loss",values:e.map(o=>o.loss),errors:e.map(o=>o.stderr),unit:r,references:ei([{label:"mean image",value:r},{label:"PCA bound",value:i}])}:{label:"explained variance",values:e.map(o=>o.explained),errors:e.map(o=>o.stderr/r),unit:1,references:ei([{label:"mean image",value:0},{label:"PCA bound",value:1-i/r}])}}function ei(t){return t.filter(({value:n})=>Number.isFinite(n))}function wt(t,{layer:n,decoder:e}){return t.find(r=>r.layer===n&&r.decoder===e)}var gn=236,vt={top:24,right:40,bottom:34,left:48},oi={top:22,bottom:24};function si(t,n,e){let r=e-(n.accuracyDomain?vt.right:14),i=gn-vt.bottom,o=t.points.at(-1)?.step??1,s=ii(t,n.metric),a=ne(s.values,s.errors,s.unit),l=s.references.reduce((f,{value:h})=>ti(f,h),a),u=[i-oi.bottom,vt.top+oi.top];return{width:e,left:vt.left,right:r,top:vt.top,bottom:i,metric:n.metric,stepAxis:n.stepAxis,lastStep:o,x:Ot(n.stepAxis,o,[vt.left+4,r-4]),y:ut(l,u),accuracy:n.accuracyDomain&&ut(n.accuracyDomain,u),measure:s}}function ai(t){let n=t.flatMap(e=>e.points.map(r=>r.accuracy)).filter(Number.isFinite);return n.length?ne(n,[]):null}var Cs={training_heldout:"held-out rows are training rows",no_labels:"no labels, so no probe accuracy",one_class:"one class only, so no probe accuracy",constant_features:"some features are constant",nonfinite_outputs:"the model's outputs hold NaN or infinite values",rank_deficient:"features depend on each other linearly",nonfinite_features:"features are NaN or infinite",few_rows:"few rows for this width: the loss reads high",ridge_at_bound:"the best ridge lies at the end of its path",probe_not_converged:"the linear probe did not converge",target_resized:"the input is reconstructed at a smaller size",target_cropped:"the border of the input is not reconstructed",constant_target:"the input is constant",failed:"the measurement failed",diverged:"training a decoder or probe diverged"};function It(t){return Cs[t]??t.replaceAll("_"," ")}var Es=new Intl.NumberFormat("en-US",{maximumSignificantDigits:4,minimumSignificantDigits:3}),Ls=new Intl.NumberFormat("en-US",{maximumSignificantDigits:2});function J(t){return t===0?"0":Number.isFinite(t)?(Math.abs(t)<1e-4?t.toExponential(2):Es.format(t)).replaceAll("-","\u2212"):"not measured"}function ui(t){return Number.isFinite(t)?` \xB1 ${(t>0&&t<1e-4?t.toExponential(1):Ls.format(t)).replaceAll("-","\u2212")}`:""}function j(t){return Number.isFinite(t)?`${(100*t).toFixed(1)} %`:"not measured"}function kt(t,n){return`${t.toLocaleString("en-US")} ${n}${t===1?"":"s"}`}function ci(t){return t.replace(/\/phases$/,"")||t}var qs=Symbol.for("pv"),Os=0;function c(t,n,e,r,i,o){n||(n={});var s,a,l=n;if("ref"in l&&typeof t!="function")for(a in l={},n)a=="ref"?s=n[a]:l[a]=n[a];var u={type:t,props:l,key:e,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:qs,__v:--Os,__i:-1,__u:0};return(i||o)&&(u.__source=i,u.__self=o),k.vnode&&k.vnode(u),u}function li({rows:t,reports:n,cursor:e}){let[r,i]=Q(e.current);F(()=>(i(e.current),e.subscribe(i)),[e]);let o=E(null),s=t.find(f=>f.key===r?.panel),a=r?s?.points[r.index]:void 0;je(()=>{if(!o.current||!r)return;let f=document.querySelector(`[data-panel="${CSS.escape(r.panel)}"] .cursor line`);if(!f)return;let h=f.getBoundingClientRect(),{width:m,height:p}=o.current.getBoundingClientRect(),d=h.left+14,_=d+m>document.documentElement.clientWidth-4?h.left-14-m:d,g=Math.min(h.top+18,window.innerHeight-p-4);o.current.style.transform=`translate(${Math.max(4,_)}px,${Math.max(4,g)}px)`});let l=s&&wt(n,s.row),u=r?.byKey&&s&&a?Ds(s,a):"";return c(N,{children:[c("div",{class:"read-aloud","aria-live":"polite",children:u}),s&&a&&c("div",{ref:o,class:"tooltip",role:"tooltip",children:c(Is,{series:s,point:a,phases:l?.phases??[]})})]})}function Is({series:t,point:n,phases:e}){let r=e.filter(({start_step:o,end_step:s})=>o<=n.step&&n.step<=s),i=n.flags.filter(o=>!t.wholeRunFlags.includes(o));return c(N,{children:[c("p",{class:"tooltip-title",children:[c("b",{children:["step ",M(n.step)]}),Number.isFinite(n.epoch)&&c("span",{children:[" epoch ",Number(n.epoch.toFixed(2))]}),c("span",{class:"tooltip-layer",children:t.row.layer})]}),c("dl",{children:[c("dt",{class:"loss",children:"reconstruction loss"}),c("dd",{children:[J(n.loss),c("span",{class:"muted",children:ui(n.stderr)})]}),Number.isFinite(n.limit)&&c(N,{children:[c("dt",{children:"at unlimited rows"}),c("dd",{children:J(n.limit)})]}),c("dt",{children:"explained variance"}),c("dd",{children:j(n.explained)}),c("dt",{class:"accuracy",children:"probe accuracy"}),c("dd",{children:j(n.accuracy)}),n.transfers.map(({name:o,accuracy:s})=>c(N,{children:[c("dt",{children:[o," accuracy"]}),c("dd",{children:j(s)})]},o)),r.length>0&&c(N,{children:[c("dt",{children:"phase"}),c("dd",{children:r.map(({kind:o})=>o).join(" \u2192 ")})]})]}),i.map(o=>c("p",{class:"tooltip-flag",children:It(o)},o)),c("p",{class:"muted",children:"loss: mean squared error per input element"})]})}function Ds({row:t},n){return`${t.layer}, step ${M(n.step)}: reconstruction loss ${J(n.loss)}, probe accuracy ${j(n.accuracy)}`}var yn=class{place=null;listeners=new Set;get current(){return this.place}move(n){if(!(n?.index===this.place?.index&&n?.panel===this.place?.panel)){this.place=n;for(let e of this.listeners)e(n)}}subscribe(n){return this.listeners.add(n),()=>{this.listeners.delete(n)}}};function fi(t){if(window.parent===window)return;let n=new MessageChannel;n.port1.onmessage=e=>{let r=JSON.parse(e.data);if(r.isReply)return;t[r.type]?.(r.payload);let i={type:r.type,id:r.id,payload:null,error:null,isReply:!0};n.port1.postMessage(JSON.stringify(i))},window.parent.postMessage("experimental.bootstrap","*",[n.port2])}function ee(t){return{run:t.run??"",stepAxis:t.x==="linear"?"linear":"log",metric:t.y==="explained"?"explained":"loss"}}function hi({run:t,stepAxis:n,metric:e}){return{...t&&{run:t},x:n,y:e}}function pi(t,n){let e=(r,i)=>i.last_wall_time>r.last_wall_time?i:r;return t.find(({run:r})=>r===n)??(t.length?t.reduce(e):void 0)}async function mi(){return(await(await re("./runs")).json()).runs}async function di(t){let n=await re(`./metrics?run=${encodeURIComponent(t)}`);return Fs(await n.arrayBuffer())}async function _i(t){return(await(await re(`./phases?run=${encodeURIComponent(t)}`)).json()).rows}function Fs(t){let n=new DataView(t).getUint32(0,!0),e=JSON.parse(new TextDecoder().decode(new Uint8Array(t,4,n))),r=new Float32Array(t,4+n),[i,o,s]=e.shape;if(r.length!==i*o*s)throw new Error(`run ${e.run}: ${r.length} values for the shape ${e.shape.join(" x ")}`);return{...e,values:r}}async function re(t){let n=await fetch(t);if(n.ok)return n;let e=await n.text();throw new Error(Hs(e)??`${t}: ${n.status} ${n.statusText}`)}function Hs(t){try{return JSON.parse(t).error}catch{return}}function gi(t){let[n,e]=Q({}),r=E(0),i=E(""),o=Ye(async()=>{let s=++r.current,a=l=>{s===r.current&&e(u=>({...u,...l}))};try{let l=await mi(),u=pi(l,t||i.current),f=u&&await zs(u);a({runs:l,shown:f,problem:void 0}),s===r.current&&(i.current=u?.run??"")}catch(l){a({problem:l instanceof Error?l.message:String(l)})}},[t]);return F(()=>{o()},[o]),{...n,reload:o}}async function zs(t){if(!t.num_steps)return{summary:t,rows:[],reports:[]};let[n,e]=await Promise.all([di(t.run),_i(t.run)]);return{summary:n,rows:ri(n),reports:e}}function xi({runs:t,shown:n,selection:e,select:r}){return c("header",{class:"controls",children:[c("label",{class:"run",children:[c("span",{class:"control-name",children:"Run"}),c("select",{value:n.run,onChange:i=>r({run:i.currentTarget.value}),children:t.map(i=>c("option",{value:i.run,children:Bs(i)},i.run))})]}),c(yi,{name:"Left axis",value:e.metric,options:{loss:"Reconstruction loss",explained:"Explained variance"},choose:i=>r({metric:i})}),c(yi,{name:"Step axis",value:e.stepAxis,options:{log:"log(1 + step)",linear:"linear"},choose:i=>r({stepAxis:i})})]})}function Bs({run:t,num_steps:n,last_step:e,error:r}){let i=e===null?"no probe step":`${kt(n,"probe step")} to step ${M(e)}`;return`${ci(t)} \xB7 ${r?"damaged, ":""}${i}`}function yi({name:t,value:n,options:e,choose:r}){return c("fieldset",{class:"choice",children:[c("legend",{class:"control-name",children:t}),c("div",{class:"segments",children:Object.entries(e).map(([i,o])=>c("label",{children:[c("input",{type:"radio",name:t,value:i,checked:i===n,onChange:()=>r(i)}),c("span",{children:o})]},i))})]})}var Vs='model.fit(x, y, callbacks=[PhaseProbe(log_dir="logs/run1")])';function bi(){return c("main",{class:"empty",children:[c(Us,{}),c("h1",{children:"Installed, waiting for the first probe step"}),c("p",{children:"Add one callback to your training. The first point, the untrained network, appears at once."}),c("pre",{children:c("code",{children:[c("span",{class:"muted",children:"from keras_phases import PhaseProbe"}),`

`,Vs]})}),c("p",{class:"muted",children:["Training already? TensorBoard must watch the same folder, ",c("code",{children:"tensorboard --logdir logs"}),", and its reload button fetches new steps."]})]})}function Us(){return c("svg",{class:"empty-curve",width:280,height:92,viewBox:"0 0 280 92","aria-hidden":"true",children:[c("g",{class:"band constant",children:[c("rect",{width:80,height:78}),c("text",{x:40,y:14,"text-anchor":"middle",children:"constant"})]}),c("g",{class:"band decrease",children:[c("rect",{x:80,width:100,height:78}),c("text",{x:130,y:14,"text-anchor":"middle",children:"decrease"})]}),c("g",{class:"band increase",children:[c("rect",{x:180,width:100,height:78}),c("text",{x:230,y:14,"text-anchor":"middle",children:"increase"})]}),c("g",{class:"curve loss",children:c("path",{class:"line",d:"M2,32L80,33C110,34 140,62 180,62S250,36 278,26"})}),c("g",{class:"axis",children:c("line",{x2:280,y1:78,y2:78})})]})}function wi({rows:t,options:n}){let e=t.some(i=>i.points.some(o=>_n(o,i))),r=n.metric==="loss"?"reconstruction loss":"explained variance";return c("section",{class:"legend","aria-label":"Legend",children:[c("ul",{children:[c("li",{children:[c(ie,{kind:"constant"})," ",c("b",{children:"constant"})," as untrained"]}),c("li",{children:[c(ie,{kind:"decrease"})," ",c("b",{children:"decrease"})," learns to carry its input"]}),c("li",{children:[c(ie,{kind:"increase"})," ",c("b",{children:"increase"})," forgets it"]}),c("li",{children:[c("svg",{width:26,height:14,class:"curve loss","aria-hidden":"true",children:[c("path",{class:"spread",d:"M0,3H26V11H0Z"}),c("path",{class:"line",d:"M0,7H26"})]}),r," \xB1 standard error"]}),n.accuracyDomain&&c("li",{children:[c("svg",{width:26,height:14,class:"curve accuracy","aria-hidden":"true",children:c("path",{class:"line",d:"M0,7H26"})}),"probe accuracy, shared scale"]}),c("li",{children:[c("svg",{width:26,height:16,class:"minimum","aria-hidden":"true",children:[c("line",{class:"interval",x1:1,x2:25,y1:13,y2:13}),c("circle",{cx:13,cy:6,r:4.5})]}),"minimum and its interval"]}),e&&c("li",{children:[c("svg",{width:26,height:14,class:"flag-marks","aria-hidden":"true",children:c("circle",{cx:13,cy:7,r:5})}),"record with a remark"]})]}),c("p",{children:[n.metric==="explained"&&"Phases and minimum are those of the reconstruction loss. ","Stopping at the minimum helps frozen features; full fine-tuning can still gain from longer pre-training (",c("a",{href:"https://arxiv.org/abs/2203.04668",target:"_blank",rel:"noreferrer",children:"Deng et al., ICCV 2023"}),")."]})]})}function ie({kind:t}){return c("svg",{width:26,height:14,class:`band ${t}`,"aria-hidden":"true",children:[c("rect",{width:26,height:14}),c("rect",{class:"edge",width:26,height:3})]})}function vi(t){let n=E(null),[e,r]=Q(t);return F(()=>{let i=new ResizeObserver(([o])=>{let s=Math.floor(o.contentRect.width);s>0&&r(s)});return i.observe(n.current),()=>i.disconnect()},[]),[n,e]}function ki({panel:t}){let n=Jr(t.stepAxis,t.lastStep,[t.x(0),t.x(t.lastStep)]);return c("g",{class:"axis axis-step",children:[c("line",{x1:t.left,x2:t.right,y1:t.bottom,y2:t.bottom}),n.map(e=>c("g",{class:"tick",transform:`translate(${t.x(e)},${t.bottom})`,children:[c("line",{y2:4}),c("text",{y:16,"text-anchor":"middle",children:M(e)})]},e)),c("text",{class:"axis-unit",x:t.right,y:t.bottom+30,"text-anchor":"end",children:"step \u2192"})]})}function Mi({panel:t}){let n=t.y.ticks(4),e=t.y.domain().every(i=>Math.abs(i)<.001),r=t.y.tickFormat(4,e?"~e":void 0);return c("g",{class:"axis axis-value",children:[n.map(i=>c("g",{class:"tick",transform:`translate(0,${t.y(i)})`,children:[c("line",{class:"grid",x1:t.left,x2:t.right}),c("text",{x:t.left-6,dy:"0.32em","text-anchor":"end",children:r(i)})]},i)),c("text",{class:"axis-title loss",x:2,y:12,children:["\u2191 ",t.measure.label]})]})}function Si({panel:t}){let n=t.accuracy;if(!n)return null;let e=n.tickFormat(4,"~%");return c("g",{class:"axis axis-accuracy",children:[n.ticks(4).map(r=>c("g",{class:"tick",transform:`translate(${t.right},${n(r)})`,children:[c("line",{x2:4}),c("text",{x:7,dy:"0.32em",children:e(r)})]},r)),c("text",{class:"axis-title accuracy",x:t.width-2,y:12,"text-anchor":"end",children:"probe accuracy \u2191"})]})}function Ni({panel:t,series:n,cursor:e}){let r=E(null),i=E(null),o=E(null),s=E(null);return F(()=>{let a=l=>{let u=l&&n.points[l.index];if(r.current.toggleAttribute("data-shown",!!u),!u)return;let f=t.x(u.step);i.current.setAttribute("transform",`translate(${f},0)`),Ri(o.current,f,t.measure.values[l.index],t.y),Ri(s.current,f,u.accuracy,t.accuracy)};return a(e.current),e.subscribe(a)},[t,n,e]),c("g",{ref:r,class:"cursor","aria-hidden":"true",children:[c("line",{ref:i,y1:t.top,y2:t.bottom}),c("circle",{ref:s,class:"accuracy",r:4}),c("circle",{ref:o,class:"loss",r:4})]})}function Ri(t,n,e,r){let i=r!==null&&Number.isFinite(e);t.style.display=i?"":"none",i&&t.setAttribute("transform",`translate(${n},${r(e)})`)}var Dt=Math.PI,oe=2*Dt,ct=1e-6,Xs=oe-ct;function Ti(t){this._+=t[0];for(let n=1,e=t.length;n<e;++n)this._+=arguments[n]+t[n]}function Ws(t){let n=Math.floor(t);if(!(n>=0))throw new Error(`invalid digits: ${t}`);if(n>15)return Ti;let e=10**n;return function(r){this._+=r[0];for(let i=1,o=r.length;i<o;++i)this._+=Math.round(arguments[i]*e)/e+r[i]}}function Pi(t,n,e,r){return t===e&&n===r}function js(t){let n=Math.floor(t);if(!(n<=15))return Pi;let e=10**n,r=function(i){return Math.round(i*e)};return function(i,o,s,a){return r(i)===r(s)&&r(o)===r(a)}}var Mt=class{constructor(n){this._x0=this._y0=this._x1=this._y1=null,this._="",this._append=n==null?Ti:Ws(n),this._equal=n==null?Pi:js(n)}moveTo(n,e){this._append`M${this._x0=this._x1=+n},${this._y0=this._y1=+e}`}closePath(){this._x1!==null&&(this._x1=this._x0,this._y1=this._y0,this._append`Z`)}lineTo(n,e){this._append`L${this._x1=+n},${this._y1=+e}`}quadraticCurveTo(n,e,r,i){this._append`Q${+n},${+e},${this._x1=+r},${this._y1=+i}`}bezierCurveTo(n,e,r,i,o,s){this._append`C${+n},${+e},${+r},${+i},${this._x1=+o},${this._y1=+s}`}arcTo(n,e,r,i,o){if(n=+n,e=+e,r=+r,i=+i,o=+o,o<0)throw new Error(`negative radius: ${o}`);let s=this._x1,a=this._y1,l=r-n,u=i-e,f=s-n,h=a-e,m=f*f+h*h;if(this._x1===null)this._append`M${this._x1=n},${this._y1=e}`;else if(m>ct)if(!(Math.abs(h*l-u*f)>ct)||!o)this._append`L${this._x1=n},${this._y1=e}`;else{let p=r-s,d=i-a,_=l*l+u*u,g=p*p+d*d,b=Math.sqrt(_),y=Math.sqrt(m),v=o*Math.tan((Dt-Math.acos((_+m-g)/(2*b*y)))/2),w=v/y,C=v/b;Math.abs(w-1)>ct&&this._append`L${n+w*f},${e+w*h}`,this._append`A${o},${o},0,0,${+(h*p>f*d)},${this._x1=n+C*l},${this._y1=e+C*u}`}}arc(n,e,r,i,o,s){if(n=+n,e=+e,r=+r,s=!!s,r<0)throw new Error(`negative radius: ${r}`);let a=r*Math.cos(i),l=r*Math.sin(i),u=n+a,f=e+l,h=1^s,m=s?i-o:o-i;if(this._x1===null?this._append`M${u},${f}`:(Math.abs(this._x1-u)>ct||Math.abs(this._y1-f)>ct)&&this._append`L${u},${f}`,!!r){if(m<0&&(m=m%oe+oe),m>Xs)this._append`A${r},${r},0,1,${h},${n-a},${e-l}A${r},${r},0,1,${h},${this._x1=u},${this._y1=f}`;else if(m>ct){let p=n+r*Math.cos(o),d=e+r*Math.sin(o);if(m>=Dt&&this._equal(u,f,p,d)){m/=2;let _=i+m;this._append`A${r},${r},0,${+(m>=Dt)},${h},${n+r*Math.cos(_)},${e+r*Math.sin(_)}`}this._append`A${r},${r},0,${+(m>=Dt)},${h},${this._x1=p},${this._y1=d}`}}}rect(n,e,r,i){this._append`M${this._x0=this._x1=+n},${this._y0=this._y1=+e}h${r=+r}v${+i}h${-r}Z`}toString(){return this._}};function Ys(){return new Mt}Ys.prototype=Mt.prototype;function A(t){return function(){return t}}var Gs=Math.cos;var ae=Math.sin,St=Math.sqrt,Ai=1e-12,xn=Math.PI,Wu=xn/2,qi=2*xn;function Oi(t){let n=3;return t.digits=function(e){if(!arguments.length)return n;if(e==null)n=null;else{let r=Math.floor(e);if(!(r>=0))throw new RangeError(`invalid digits: ${e}`);n=r}return t},()=>new Mt(n)}var ju=Array.prototype.slice;function Ii(t){return typeof t=="object"&&"length"in t?t:Array.from(t)}function Di(t){this._context=t}Di.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,n){switch(t=+t,n=+n,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,n):this._context.moveTo(t,n);break;case 1:this._point=2;default:this._context.lineTo(t,n);break}}};function ce(t){return new Di(t)}function Fi(t){return t[0]}function Hi(t){return t[1]}function vn(t,n){var e=A(!0),r=null,i=ce,o=null,s=Oi(a);t=typeof t=="function"?t:t===void 0?Fi:A(t),n=typeof n=="function"?n:n===void 0?Hi:A(n);function a(l){var u,f=(l=Ii(l)).length,h,m=!1,p;for(r==null&&(o=i(p=s())),u=0;u<=f;++u)!(u<f&&e(h=l[u],u,l))===m&&((m=!m)?o.lineStart():o.lineEnd()),m&&o.point(+t(h,u,l),+n(h,u,l));if(p)return o=null,p+""||null}return a.x=function(l){return arguments.length?(t=typeof l=="function"?l:A(+l),a):t},a.y=function(l){return arguments.length?(n=typeof l=="function"?l:A(+l),a):n},a.defined=function(l){return arguments.length?(e=typeof l=="function"?l:A(!!l),a):e},a.curve=function(l){return arguments.length?(i=l,r!=null&&(o=i(r)),a):i},a.context=function(l){return arguments.length?(l==null?r=o=null:o=i(r=l),a):r},a}function zi(t,n,e){var r=null,i=A(!0),o=null,s=ce,a=null,l=Oi(u);t=typeof t=="function"?t:t===void 0?Fi:A(+t),n=typeof n=="function"?n:A(n===void 0?0:+n),e=typeof e=="function"?e:e===void 0?Hi:A(+e);function u(h){var m,p,d,_=(h=Ii(h)).length,g,b=!1,y,v=new Array(_),w=new Array(_);for(o==null&&(a=s(y=l())),m=0;m<=_;++m){if(!(m<_&&i(g=h[m],m,h))===b)if(b=!b)p=m,a.areaStart(),a.lineStart();else{for(a.lineEnd(),a.lineStart(),d=m-1;d>=p;--d)a.point(v[d],w[d]);a.lineEnd(),a.areaEnd()}b&&(v[m]=+t(g,m,h),w[m]=+n(g,m,h),a.point(r?+r(g,m,h):v[m],e?+e(g,m,h):w[m]))}if(y)return a=null,y+""||null}function f(){return vn().defined(i).curve(s).context(o)}return u.x=function(h){return arguments.length?(t=typeof h=="function"?h:A(+h),r=null,u):t},u.x0=function(h){return arguments.length?(t=typeof h=="function"?h:A(+h),u):t},u.x1=function(h){return arguments.length?(r=h==null?null:typeof h=="function"?h:A(+h),u):r},u.y=function(h){return arguments.length?(n=typeof h=="function"?h:A(+h),e=null,u):n},u.y0=function(h){return arguments.length?(n=typeof h=="function"?h:A(+h),u):n},u.y1=function(h){return arguments.length?(e=h==null?null:typeof h=="function"?h:A(+h),u):e},u.lineX0=u.lineY0=function(){return f().x(t).y(n)},u.lineY1=function(){return f().x(t).y(e)},u.lineX1=function(){return f().x(r).y(n)},u.defined=function(h){return arguments.length?(i=typeof h=="function"?h:A(!!h),u):i},u.curve=function(h){return arguments.length?(s=h,o!=null&&(a=s(o)),u):s},u.context=function(h){return arguments.length?(h==null?o=a=null:a=s(o=h),u):o},u}var Yu=Ks(ce);function Bi(t){this._curve=t}Bi.prototype={areaStart:function(){this._curve.areaStart()},areaEnd:function(){this._curve.areaEnd()},lineStart:function(){this._curve.lineStart()},lineEnd:function(){this._curve.lineEnd()},point:function(t,n){this._curve.point(n*Math.sin(t),n*-Math.cos(t))}};function Ks(t){function n(e){return new Bi(t(e))}return n._curve=t,n}var Gu=St(3);var Qs=St(1/3),Ku=Qs*2;var Vi=ae(xn/10)/ae(7*xn/10),Qu=ae(qi/10)*Vi,Zu=-Gs(qi/10)*Vi;var Ju=St(3);var tc=St(3);var nc=St(3)/2,Zs=1/St(12),ec=(Zs/2+1)*3;function tt(){}function bn(t,n,e){t._context.bezierCurveTo((2*t._x0+t._x1)/3,(2*t._y0+t._y1)/3,(t._x0+2*t._x1)/3,(t._y0+2*t._y1)/3,(t._x0+4*t._x1+n)/6,(t._y0+4*t._y1+e)/6)}function le(t){this._context=t}le.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){switch(this._point){case 3:bn(this,this._x1,this._y1);case 2:this._context.lineTo(this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,n){switch(t=+t,n=+n,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,n):this._context.moveTo(t,n);break;case 1:this._point=2;break;case 2:this._point=3,this._context.lineTo((5*this._x0+this._x1)/6,(5*this._y0+this._y1)/6);default:bn(this,t,n);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=n}};function Js(t){this._context=t}Js.prototype={areaStart:tt,areaEnd:tt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._y0=this._y1=this._y2=this._y3=this._y4=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x2,this._y2),this._context.closePath();break}case 2:{this._context.moveTo((this._x2+2*this._x3)/3,(this._y2+2*this._y3)/3),this._context.lineTo((this._x3+2*this._x2)/3,(this._y3+2*this._y2)/3),this._context.closePath();break}case 3:{this.point(this._x2,this._y2),this.point(this._x3,this._y3),this.point(this._x4,this._y4);break}}},point:function(t,n){switch(t=+t,n=+n,this._point){case 0:this._point=1,this._x2=t,this._y2=n;break;case 1:this._point=2,this._x3=t,this._y3=n;break;case 2:this._point=3,this._x4=t,this._y4=n,this._context.moveTo((this._x0+4*this._x1+t)/6,(this._y0+4*this._y1+n)/6);break;default:bn(this,t,n);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=n}};function ta(t){this._context=t}ta.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,n){switch(t=+t,n=+n,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3;var e=(this._x0+4*this._x1+t)/6,r=(this._y0+4*this._y1+n)/6;this._line?this._context.lineTo(e,r):this._context.moveTo(e,r);break;case 3:this._point=4;default:bn(this,t,n);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=n}};function Ui(t,n){this._basis=new le(t),this._beta=n}Ui.prototype={lineStart:function(){this._x=[],this._y=[],this._basis.lineStart()},lineEnd:function(){var t=this._x,n=this._y,e=t.length-1;if(e>0)for(var r=t[0],i=n[0],o=t[e]-r,s=n[e]-i,a=-1,l;++a<=e;)l=a/e,this._basis.point(this._beta*t[a]+(1-this._beta)*(r+l*o),this._beta*n[a]+(1-this._beta)*(i+l*s));this._x=this._y=null,this._basis.lineEnd()},point:function(t,n){this._x.push(+t),this._y.push(+n)}};var rc=(function t(n){function e(r){return n===1?new le(r):new Ui(r,n)}return e.beta=function(r){return t(+r)},e})(.85);function wn(t,n,e){t._context.bezierCurveTo(t._x1+t._k*(t._x2-t._x0),t._y1+t._k*(t._y2-t._y0),t._x2+t._k*(t._x1-n),t._y2+t._k*(t._y1-e),t._x2,t._y2)}function fe(t,n){this._context=t,this._k=(1-n)/6}fe.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:wn(this,this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,n){switch(t=+t,n=+n,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,n):this._context.moveTo(t,n);break;case 1:this._point=2,this._x1=t,this._y1=n;break;case 2:this._point=3;default:wn(this,t,n);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=n}};var ic=(function t(n){function e(r){return new fe(r,n)}return e.tension=function(r){return t(+r)},e})(0);function he(t,n){this._context=t,this._k=(1-n)/6}he.prototype={areaStart:tt,areaEnd:tt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(t,n){switch(t=+t,n=+n,this._point){case 0:this._point=1,this._x3=t,this._y3=n;break;case 1:this._point=2,this._context.moveTo(this._x4=t,this._y4=n);break;case 2:this._point=3,this._x5=t,this._y5=n;break;default:wn(this,t,n);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=n}};var oc=(function t(n){function e(r){return new he(r,n)}return e.tension=function(r){return t(+r)},e})(0);function pe(t,n){this._context=t,this._k=(1-n)/6}pe.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,n){switch(t=+t,n=+n,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:wn(this,t,n);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=n}};var sc=(function t(n){function e(r){return new pe(r,n)}return e.tension=function(r){return t(+r)},e})(0);function me(t,n,e){var r=t._x1,i=t._y1,o=t._x2,s=t._y2;if(t._l01_a>Ai){var a=2*t._l01_2a+3*t._l01_a*t._l12_a+t._l12_2a,l=3*t._l01_a*(t._l01_a+t._l12_a);r=(r*a-t._x0*t._l12_2a+t._x2*t._l01_2a)/l,i=(i*a-t._y0*t._l12_2a+t._y2*t._l01_2a)/l}if(t._l23_a>Ai){var u=2*t._l23_2a+3*t._l23_a*t._l12_a+t._l12_2a,f=3*t._l23_a*(t._l23_a+t._l12_a);o=(o*u+t._x1*t._l23_2a-n*t._l12_2a)/f,s=(s*u+t._y1*t._l23_2a-e*t._l12_2a)/f}t._context.bezierCurveTo(r,i,o,s,t._x2,t._y2)}function Xi(t,n){this._context=t,this._alpha=n}Xi.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:this.point(this._x2,this._y2);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,n){if(t=+t,n=+n,this._point){var e=this._x2-t,r=this._y2-n;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(e*e+r*r,this._alpha))}switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(t,n):this._context.moveTo(t,n);break;case 1:this._point=2;break;case 2:this._point=3;default:me(this,t,n);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=n}};var ac=(function t(n){function e(r){return n?new Xi(r,n):new fe(r,0)}return e.alpha=function(r){return t(+r)},e})(.5);function Wi(t,n){this._context=t,this._alpha=n}Wi.prototype={areaStart:tt,areaEnd:tt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(t,n){if(t=+t,n=+n,this._point){var e=this._x2-t,r=this._y2-n;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(e*e+r*r,this._alpha))}switch(this._point){case 0:this._point=1,this._x3=t,this._y3=n;break;case 1:this._point=2,this._context.moveTo(this._x4=t,this._y4=n);break;case 2:this._point=3,this._x5=t,this._y5=n;break;default:me(this,t,n);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=n}};var uc=(function t(n){function e(r){return n?new Wi(r,n):new he(r,0)}return e.alpha=function(r){return t(+r)},e})(.5);function ji(t,n){this._context=t,this._alpha=n}ji.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,n){if(t=+t,n=+n,this._point){var e=this._x2-t,r=this._y2-n;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(e*e+r*r,this._alpha))}switch(this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:me(this,t,n);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=n}};var cc=(function t(n){function e(r){return n?new ji(r,n):new pe(r,0)}return e.alpha=function(r){return t(+r)},e})(.5);function na(t){this._context=t}na.prototype={areaStart:tt,areaEnd:tt,lineStart:function(){this._point=0},lineEnd:function(){this._point&&this._context.closePath()},point:function(t,n){t=+t,n=+n,this._point?this._context.lineTo(t,n):(this._point=1,this._context.moveTo(t,n))}};function $i(t){return t<0?-1:1}function Ci(t,n,e){var r=t._x1-t._x0,i=n-t._x1,o=(t._y1-t._y0)/(r||i<0&&-0),s=(e-t._y1)/(i||r<0&&-0),a=(o*i+s*r)/(r+i);return($i(o)+$i(s))*Math.min(Math.abs(o),Math.abs(s),.5*Math.abs(a))||0}function Ei(t,n){var e=t._x1-t._x0;return e?(3*(t._y1-t._y0)/e-n)/2:n}function se(t,n,e){var r=t._x0,i=t._y0,o=t._x1,s=t._y1,a=(o-r)/3;t._context.bezierCurveTo(r+a,i+a*n,o-a,s-a*e,o,s)}function ue(t){this._context=t}ue.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=this._t0=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x1,this._y1);break;case 3:se(this,this._t0,Ei(this,this._t0));break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,n){var e=NaN;if(t=+t,n=+n,!(t===this._x1&&n===this._y1)){switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(t,n):this._context.moveTo(t,n);break;case 1:this._point=2;break;case 2:this._point=3,se(this,Ei(this,e=Ci(this,t,n)),e);break;default:se(this,this._t0,e=Ci(this,t,n));break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=n,this._t0=e}}};function ea(t){this._context=new Yi(t)}(ea.prototype=Object.create(ue.prototype)).point=function(t,n){ue.prototype.point.call(this,n,t)};function Yi(t){this._context=t}Yi.prototype={moveTo:function(t,n){this._context.moveTo(n,t)},closePath:function(){this._context.closePath()},lineTo:function(t,n){this._context.lineTo(n,t)},bezierCurveTo:function(t,n,e,r,i,o){this._context.bezierCurveTo(n,t,r,e,o,i)}};function ra(t){this._context=t}ra.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=[],this._y=[]},lineEnd:function(){var t=this._x,n=this._y,e=t.length;if(e)if(this._line?this._context.lineTo(t[0],n[0]):this._context.moveTo(t[0],n[0]),e===2)this._context.lineTo(t[1],n[1]);else for(var r=Li(t),i=Li(n),o=0,s=1;s<e;++o,++s)this._context.bezierCurveTo(r[0][o],i[0][o],r[1][o],i[1][o],t[s],n[s]);(this._line||this._line!==0&&e===1)&&this._context.closePath(),this._line=1-this._line,this._x=this._y=null},point:function(t,n){this._x.push(+t),this._y.push(+n)}};function Li(t){var n,e=t.length-1,r,i=new Array(e),o=new Array(e),s=new Array(e);for(i[0]=0,o[0]=2,s[0]=t[0]+2*t[1],n=1;n<e-1;++n)i[n]=1,o[n]=4,s[n]=4*t[n]+2*t[n+1];for(i[e-1]=2,o[e-1]=7,s[e-1]=8*t[e-1]+t[e],n=1;n<e;++n)r=i[n]/o[n-1],o[n]-=r,s[n]-=r*s[n-1];for(i[e-1]=s[e-1]/o[e-1],n=e-2;n>=0;--n)i[n]=(s[n]-i[n+1])/o[n];for(o[e-1]=(t[e]+i[e-1])/2,n=0;n<e-1;++n)o[n]=2*t[n+1]-i[n+1];return[i,o]}function ia(t,n){this._context=t,this._t=n}ia.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=this._y=NaN,this._point=0},lineEnd:function(){0<this._t&&this._t<1&&this._point===2&&this._context.lineTo(this._x,this._y),(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line>=0&&(this._t=1-this._t,this._line=1-this._line)},point:function(t,n){switch(t=+t,n=+n,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,n):this._context.moveTo(t,n);break;case 1:this._point=2;default:{if(this._t<=0)this._context.lineTo(this._x,n),this._context.lineTo(t,n);else{var e=this._x*(1-this._t)+t*this._t;this._context.lineTo(e,this._y),this._context.lineTo(e,n)}break}}this._x=t,this._y=n}};function Gi({panel:t,phases:n}){return c("g",{class:"bands",children:n.map(e=>{let r=t.x(e.start_step),i=Math.max(0,t.x(e.end_step)-r);return c("g",{class:`band ${e.kind}`,children:[c("rect",{x:r,y:t.top,width:i,height:t.bottom-t.top}),c("rect",{class:"edge",x:r,y:t.top,width:i,height:3}),i>qt(e.kind)+4&&c("text",{x:r+i/2,y:t.top+15,"text-anchor":"middle",children:e.kind})]},e.start_step)})})}function Ki({panel:t}){let[n,e]=t.y.domain(),r=t.measure.references.filter(({value:o})=>o>=n&&o<=e),i=t.measure.references.filter(o=>!r.includes(o));return c("g",{class:"references",children:[r.map(({label:o,value:s})=>{let a=s>(n+e)/2;return c("g",{class:"reference",children:[c("line",{x1:t.left,x2:t.right,y1:t.y(s),y2:t.y(s)}),c("text",{x:a?t.left+4:t.right-4,y:t.y(s)+(a?12:-4),"text-anchor":a?"start":"end",children:o})]},o)}),c("text",{class:"outside",x:2,y:t.bottom+30,children:i.map(({label:o,value:s})=>`${o} ${J(s)}`).join(", ")})]})}function Qi({panel:t,series:n}){let{values:e,errors:r}=t.measure,i=(u,f)=>t.x(n.points[f].step),o=(u,f)=>Number.isFinite(e[f]),s=u=>Number.isFinite(r[u])?r[u]:0,a=zi().defined(o).x(i).y0((u,f)=>t.y(u-s(f))).y1((u,f)=>t.y(u+s(f))),l=vn().defined(o).x(i).y(t.y);return c("g",{class:"curve loss",children:[c("path",{class:"spread",d:a(e)??""}),c("path",{class:"line",d:l(e)??""}),c(Ji,{panel:t,series:n,values:e,y:t.y})]})}function Zi({panel:t,series:n}){let e=t.accuracy;if(!e)return null;let r=n.points.map(o=>o.accuracy),i=vn().defined(Number.isFinite).x((o,s)=>t.x(n.points[s].step)).y(e);return c("g",{class:"curve accuracy",children:[c("path",{class:"line",d:i(r)??""}),c(Ji,{panel:t,series:n,values:r,y:e})]})}function Ji({panel:t,series:n,values:e,y:r}){return(t.right-t.left)/n.points.length<5?null:c(N,{children:n.points.map(({step:i},o)=>Number.isFinite(e[o])&&c("circle",{cx:t.x(i),cy:r(e[o]),r:2},i))})}function to({panel:t,series:n}){return c("g",{class:"flag-marks",children:n.points.map((e,r)=>{if(!_n(e,n))return null;let{step:i}=e,o=t.measure.values[r];return Number.isFinite(o)?c("circle",{cx:t.x(i),cy:t.y(o),r:5},i):c("path",{d:"M-3.5,-3.5L3.5,3.5M-3.5,3.5L3.5,-3.5",transform:`translate(${t.x(i)},${t.bottom-9})`},i)})})}function oa(t,n){return n.metric==="loss"?t.has_increase?"minimum":"lowest so far":t.has_increase?"loss minimum":"lowest loss so far"}function no({panel:t,series:n,report:e}){let r=e.minimum_step,i=n.points.findIndex(m=>m.step===r),o=t.measure.values[i];if(r==null||o===void 0||!Number.isFinite(o))return null;let s=t.x(r),[a,l]=e.minimum_interval??[r,r],u=`${oa(e,t)} ${M(r)}`,f=3.8*u.length,h=Math.min(Math.max(s,t.left+f+4),t.right-f-4);return c("g",{class:"minimum",children:[c("line",{class:"interval",x1:t.x(a),x2:t.x(l),y1:t.bottom-3,y2:t.bottom-3}),c("line",{class:"foot",x1:s,x2:s,y1:t.y(o),y2:t.bottom}),c("circle",{cx:s,cy:t.y(o),r:4.5}),c("text",{x:h,y:t.bottom-9,"text-anchor":"middle",children:u})]})}function eo({series:t,report:n,options:e,cursor:r}){let[i,o]=vi(360),s=rt(()=>si(t,e,o),[t,e,o]),a=t.points.map(h=>h.step),l=(h,m)=>r.move({index:h,panel:t.key,byKey:m}),u=h=>{let m=h.currentTarget.getBoundingClientRect().left;l(ni(a,s.x,h.clientX-m),!1)},f=h=>{let m=r.current?.index??-1,p=a.length-1,d={ArrowLeft:Math.max(0,m-1),ArrowRight:Math.min(p,m+1),Home:0,End:p};h.key==="Escape"&&r.move(null);let _=d[h.key];_!==void 0&&(h.preventDefault(),l(_,!0))};return c("div",{ref:i,class:"chart",children:c("svg",{width:o,height:gn,viewBox:`0 0 ${o} ${gn}`,role:"img",tabIndex:0,"aria-label":sa(t,n),onPointerMove:u,onPointerDown:u,onPointerLeave:()=>r.move(null),onKeyDown:f,onBlur:()=>r.move(null),children:[c("g",{class:"marks",children:[c(Gi,{panel:s,phases:n?.phases??[]}),c(Mi,{panel:s}),c(Si,{panel:s}),c(ki,{panel:s}),c(Ki,{panel:s}),c(Zi,{panel:s,series:t}),c(Qi,{panel:s,series:t}),c(to,{panel:s,series:t}),n&&c(no,{panel:s,series:t,report:n})]}),c(Ni,{panel:s,series:t,cursor:r})]})})}function sa({row:t,points:n,best:e},r){let i=[`${t.layer}, ${t.decoder} decoder: reconstruction loss at ${kt(n.length,"probe step")}`],o=n.at(-1);return o&&i.push(`${J(o.loss)} at step ${M(o.step)}`),e&&i.push(`best probe accuracy ${j(e.accuracy)} at step ${M(e.step)}`),r?.description&&i.push(r.description),`${i.join("; ")}. Arrow keys move the cursor.`}var aa={constant:"\u2192",decrease:"\u2198",increase:"\u2197"};function kn({report:t}){let n=t?.phases?.at(-1);return n?c("span",{class:`phase-now ${n.kind}`,title:t?.description,children:[aa[n.kind]," ",n.kind," ",c("span",{class:"since",children:["since ",M(n.start_step)]})]}):c("span",{class:"phase-now muted",children:"too few steps"})}function ro({rows:t,reports:n,options:e,cursor:r}){return c("section",{class:"panels","aria-label":"Layers",children:t.map(i=>{let o=wt(n,i.row);return c("article",{class:"panel","data-panel":i.key,children:[c("header",{children:[c("h2",{children:i.row.layer}),c("span",{class:"muted",children:[i.row.decoder," \xB7 ",kt(i.row.num_features,"feature")]}),c(kn,{report:o})]}),c(eo,{series:i,report:o,options:e,cursor:r})]},i.key)})})}function io({rows:t,reports:n}){let e=[...t.some(({best:r})=>r)?[]:["No labels reached the probe, so there is no probe accuracy to draw."],...ua(t).map(([r,i])=>i.length===t.length?`Whole run: ${It(r)}.`:`${i.join(", ")}: ${It(r)}.`),...n.flatMap(({layer:r,error:i})=>i?[`${r}: phases not found. ${i}`]:[])];return e.length?c("ul",{class:"notes",children:e.map(r=>c("li",{children:r},r))}):null}function ua(t){let n=new Map;for(let{row:e,wholeRunFlags:r}of t)for(let i of r)n.set(i,[...n.get(i)??[],e.layer]);return n.delete("no_labels"),[...n]}function oo({summary:t}){let n=Object.entries(t.layout?.run??{});return n.length?c("details",{class:"settings",children:[c("summary",{children:"Measured with"}),c("dl",{children:n.map(([e,r])=>c("div",{children:[c("dt",{children:e}),c("dd",{children:typeof r=="string"?r:JSON.stringify(r)})]},e))})]}):null}var so=190,ca=16;function ao({report:t,lastStep:n,stepAxis:e}){let r=Ot(e,n,[5,so-5]),{minimum_step:i,minimum_interval:o}=t;return c("svg",{class:"strip",width:so,height:ca,role:"img","aria-label":t.description??"",children:[t.phases?.map(s=>c("rect",{class:`edge ${s.kind}`,x:r(s.start_step),y:4,width:Math.max(0,r(s.end_step)-r(s.start_step)-1),height:8},s.start_step)),o&&c("line",{class:"interval",x1:r(o[0]),x2:r(o[1]),y1:14.5,y2:14.5}),i!=null&&c("circle",{cx:r(i),cy:8,r:4})]})}function uo({rows:t,reports:n,stepAxis:e}){let r=t[0]?.points.at(-1)?.step??1,i=t.some(({best:o})=>o);return c("div",{class:"summary",children:c("table",{children:[c("thead",{children:c("tr",{children:[c("th",{children:"layer"}),c("th",{class:"detail",children:"decoder"}),c("th",{class:"detail",children:"strategy"}),c("th",{class:"number",children:"width"}),c("th",{children:["phases to step ",M(r)]}),c("th",{children:"phase now"}),c("th",{class:"number",children:"minimum at step"}),i&&c("th",{class:"number",children:"best probe accuracy"})]})}),c("tbody",{children:t.map(o=>{let s=wt(n,o.row);return c("tr",{children:[c("th",{scope:"row",children:c("button",{onClick:()=>ha(o.key),children:o.row.layer})}),c("td",{class:"detail",children:o.row.decoder}),c("td",{class:"detail",children:o.row.strategy}),c("td",{class:"number",children:o.row.num_features.toLocaleString("en-US")}),c("td",{children:s&&c(ao,{report:s,lastStep:r,stepAxis:e})}),c("td",{children:c(kn,{report:s})}),c("td",{class:"number",children:c(la,{report:s})}),i&&c("td",{class:"number",children:c(fa,{series:o})})]},o.key)})})]})})}function la({report:t}){if(t?.minimum_step==null)return c("span",{class:"muted",children:"\u2013"});let[n,e]=t.minimum_interval??[t.minimum_step,t.minimum_step];return c(N,{children:[M(t.minimum_step)," ",c("span",{class:"muted",children:["(",M(n),"\u2013",M(e),t.has_increase?"":" so far",")"]})]})}function fa({series:{best:t}}){return t?c(N,{children:[j(t.accuracy)," ",c("span",{class:"muted",children:["at ",M(t.step)]})]}):c("span",{class:"muted",children:"\u2013"})}function ha(t){document.querySelector(`[data-panel="${CSS.escape(t)}"] svg`)?.focus()}function co(){let[t,n]=Q(()=>ee(Cn())),e=gi(t.run),r=E(e.reload);r.current=e.reload,F(()=>fi({"experimental.DataReloaded":()=>r.current()}),[]),F(()=>qe(()=>n(ee(Cn()))),[]);let i=o=>{let s={...t,...o};n(s),Le(hi(s))};return e.runs?e.shown?c("main",{children:[c(xi,{runs:e.runs,shown:e.shown.summary,selection:t,select:i}),e.problem&&c(de,{text:e.problem}),e.shown.summary.error&&c(de,{text:e.shown.summary.error,title:`Run ${e.shown.summary.run} is damaged`}),e.shown.rows.length>0&&c(pa,{shown:e.shown,selection:t})]}):c(bi,{}):c("main",{children:e.problem?c(de,{text:e.problem}):c("p",{class:"muted",children:"Loading \u2026"})})}function pa({shown:t,selection:n}){let{rows:e,reports:r,summary:i}=t,o=rt(()=>new yn,[i.run]),{metric:s,stepAxis:a}=n,l=rt(()=>({metric:s,stepAxis:a,accuracyDomain:ai(e)}),[s,a,e]);return c(N,{children:[c(uo,{rows:e,reports:r,stepAxis:a}),c(wi,{rows:e,options:l}),c(io,{rows:e,reports:r}),c(ro,{rows:e,reports:r,options:l,cursor:o}),c(oo,{summary:i}),c(li,{rows:e,reports:r,cursor:o})]})}function de({text:t,title:n}){return c("p",{class:"problem",role:"alert",children:[n&&c("b",{children:[n,". "]}),t]})}function dl(){let t=document.createElement("style");t.textContent=Oe,document.head.append(t),document.title="Phases",document.documentElement.lang="en",Ee(),Pe(c(co,{}),document.body)}export{dl as render};

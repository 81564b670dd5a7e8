// Built by tb_plugin/frontend (npm ci && npm run build); edit the sources there.
var k,_e,ao,G,wn,Wt,ge,Bt,ye,kn,vn,uo,St=Symbol.for("pv"),jt={},Yt=[],co=/^m(i|n|o|s|text|space)$/,Mn=Array.isArray,xe=Yt.slice,et=Object.assign;function nt(t){t&&t.parentNode&&t.remove()}function Vt(t,n,e,r,i){var o={type:t,props:n,key:e,ref:r,__k:null,__:null,__b:0,__e:null,__c:null,constructor:St,__v:i||++_e,__i:-1,__u:0};return!i&&k.vnode&&k.vnode(o),o}function T(t){return t.children}function Ut(t,n){this.props=t,this.context=n,this.__g=0}function K(t,n){if(n==null)return t.__&&K(t.__,t.__i+1);for(var e;n<t.__k.length;n++)if((e=t.__k[n])&&e.__e)return e.__e;return typeof t.type!="function"||t.props.__P?null:K(t)}function lo(t){var n,e=t.__v,r=e.__e,i=[],o=[],s=t.__P;s&&((n=et({constructor:St},e)).__v=e.__v+1,k.vnode&&k.vnode(n),Sn(s,n,e,t.__n,s.namespaceURI,32&e.__u?[r]:null,i,r||K(e),32&e.__u,o),n.__v=e.__v,n.__.__k[n.__i]=n,Se(i,n,o),e.__=e.__e=null,n.__e!=r&&be(n))}function be(t){if((t=t.__)&&t.__c&&!t.props.__P)return t.__e=null,t.__k.some(function(n){return n&&(t.__e=n.__e)}),be(t)}function me(t){(8&t.__g||(t.__g|=8,G.push(t),Wt++))&&wn==k.debounceRendering||((wn=k.debounceRendering)||queueMicrotask)(we)}function we(){try{for(var t,n=1;G.length;)G.length>n&&G.sort(ge),t=G.shift(),n=G.length,8&t.__g&&lo(t)}finally{(Wt=G.length)&&(wn||queueMicrotask)(we)}}function ve(t,n,e,r,i,o,s,a,l,u,f){var h,m,p,d,_,g,b=r.__k||Yt,y=n.length;for(l=fo(e,n,b,l,y),h=0;h<y;h++)(p=e.__k[h])!=null&&(m=~p.__i&&b[p.__i]||jt,p.__i=h,g=Sn(t,p,m,i,o,s,a,l,u,f),d=p.__e,(m.ref!=p.ref||8&m.__u)&&(m.ref&&Rn(m.ref,null,p,m),p.ref&&f.push(p.ref,p.__c||d,p)),_=_||d,4&p.__u?(l=ke(p,l,t,!m.__v),m.__e&&(m.__e=null)):typeof p.type=="function"&&g!==void 0?l=g:d&&(l=d.nextSibling),p.__u&=-21);return e.__e=_,l}function fo(t,n,e,r,i){var o,s,a,l,u,f,h,m,p,d=e.length,_=d,g=0,b=0,y=t.__k=Array(i);for(o=0;o<i;o++)(s=n[o])!=null&&typeof s!="boolean"&&typeof s!="function"?(typeof s!="object"||s.constructor===String?s=y[o]=Vt(null,s):Mn(s)?s=y[o]=Vt(T,{children:s}):s.constructor===St&&s.__b?s=y[o]=Vt(s.type,s.props,s.key,s.ref,s.__v):y[o]=s,l=o+g,s.__=t,s.__b=t.__b+1,a=null,~(u=s.__i=ho(s,e,l,_))&&(_--,(a=e[u])&&(a.__u|=2)),a&&a.__v?(s.__u|=16,u==l-1?g--:u==l+1?g++:u!=l&&(u>l?g--:g++,b=1)):(~u||(i>d?g--:i<d&&g++),typeof s.type!="function"&&(s.__u|=4))):y[o]=null;if(b){for(f=[],h=[],o=0;o<i;o++)if((s=y[o])&&16&s.__u){for(g=0,m=f.length;g<m;)f[p=g+m>>1]<s.__i?g=p+1:m=p;f[g]=s.__i,h[o]=g+1}for(g=f.length;o--;)h[o]&&(h[o]==g?g--:y[o].__u|=4)}if(_)for(o=0;o<d;o++)!(a=e[o])||2&a.__u||(a.__e==r&&(r=K(a)),Nn(a,a));return r}function ke(t,n,e,r){var i,o,s,a;if(typeof t.type=="function"){if(t.props.__P)return n;if(i=t.__k)for(o=0;o<i.length;o++)i[o]&&(i[o].__=t,n=ke(i[o],n,e,!1));return n}for(n&&!n.parentNode&&(n=K(t))&&!n.parentNode&&(n=null),s=t.__e,a=n;a&&a.nodeType==8;)a=a.nextSibling;for(s!=a&&(!r&&e.moveBefore&&s.parentNode?e.moveBefore(s,n):e.insertBefore(s,n||null)),n=s;(n=n&&n.nextSibling)&&n.nodeType==8&&!n.data.startsWith("$s"););return n}function ho(t,n,e,r){var i,o=t.key,s=t.type,a=n[e],l=a&&!(2&a.__u);if(a===null&&o==null||l&&o==a.key&&s==a.type)return e;if(r>(l?1:0)){for(i=e-1;i>=0;i--)if((a=n[i])&&!(2&a.__u)&&o==a.key&&s==a.type)return i;for(i=e+1;i<n.length;i++)if((a=n[i])&&!(2&a.__u)&&o==a.key&&s==a.type)return i}return-1}function de(t,n,e){e==null&&(e=""),n[0]=="-"?t.setProperty(n,e):t[n]=e}function zt(t,n,e,r,i){var o,s;if(n=="style")if(typeof e=="string")t.style.cssText=e;else{if(typeof r=="string"&&(t.style.cssText=r=""),r)for(n in r)e&&n in e||de(t.style,n);if(e)for(n in e)r&&e[n]==r[n]||de(t.style,n,e[n])}else if(n[0]=="o"&&n[1]=="n")typeof e!="function"&&(e=null),typeof r!="function"&&(r=null),(t.__e||(t.__e={}))[n]=e,e&&r||(s=vn[n]||(vn[n]=po(n)),(t.__a||(t.__a={}))[n]=kn,o=n!=(n=n.replace(ye,"$1")),(n=n.slice(2))[0]<"a"&&(n=n.toLowerCase()),e?t.addEventListener(n,s,o):t.removeEventListener(n,s,o));else{if(i=="http://www.w3.org/2000/svg")n=n.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(n!="width"&&n!="height"&&n!="href"&&n!="list"&&n!="form"&&n!="tabIndex"&&n!="download"&&n!="rowSpan"&&n!="colSpan"&&n!="role"&&n!="popover"&&n in t)try{return void(t[n]=e??"")}catch{}if(typeof e=="function")return;e==null||e===!1&&n[4]!="-"?t.removeAttribute(n):t.setAttribute(n,n=="popover"&&e==1?"":e)}}function po(t){return function(n){var e=this.__e;if(e){if(e=e[t],n[Bt]==null)n[Bt]=kn++;else if(n[Bt]<this.__a[t])return;return e(k.event?k.event(n):n)}}}function Sn(t,n,e,r,i,o,s,a,l,u){var f,h,m,p,d,_,g,b,y,v,w,C,$,O,I,Y,L,B,x=n.type;if(n.constructor!==St)return null;128&e.__u&&(l=32&e.__u,f=e.__c.__z)&&(n.__u|=l,h=o=[],f.nodeType==8?a=Xt(f,o):o.push(f),a=o[0]||a),(f=k.__b)&&f(n);t:if(typeof x=="function"){m=s.length;try{if(b=n.props,y=(f=x.prototype)&&f.render,v=(f=x.contextType)&&r[f.__c],w=f?v?v.props.value:f.__:r,(p=e.__c)?(n.__c=p,2&p.__g&&(p.__g|=1)):(y?n.__c=p=new x(b,w):(n.__c=p=new Ut(b,w),p.constructor=x,p.render=_o),v&&v.sub(p),p.state||(p.state={}),p.__n=r,p.__g|=8,p.__h=[],p.__k=[]),y&&(p.__s||(p.__s=p.state),x.getDerivedStateFromProps&&(p.__s==p.state&&(p.__s=et({},p.__s)),et(p.__s,x.getDerivedStateFromProps(b,p.__s)))),d=p.props,_=p.state,p.__v=n,e.__c){if(b!==d&&y&&!x.getDerivedStateFromProps&&p.componentWillReceiveProps&&p.componentWillReceiveProps(b,w),n.__v==e.__v&&!(8&p.__g)||!(4&p.__g)&&p.shouldComponentUpdate&&p.shouldComponentUpdate(b,p.__s,w)===!1){n.__v!=e.__v&&(p.props=b,p.state=p.__s,p.__g&=-9),n.__e=e.__e,n.__k=e.__k,n.__k.some(function(R){R&&(R.__=n)}),Yt.push.apply(p.__h,p.__k),p.__k=[],p.__h.length&&s.push(p),a=K(e);break t}p.componentWillUpdate&&p.componentWillUpdate(b,p.__s,w),y&&p.componentDidUpdate&&p.__h.push(function(){p.componentDidUpdate(d,_,g)})}else y&&!x.getDerivedStateFromProps&&p.componentWillMount&&p.componentWillMount(),y&&p.componentDidMount&&p.__h.push(p.componentDidMount);p.context=w,p.props=b,p.__P=t,p.__g&=-5,C=k.__r,$=y?25:0;do p.__g&=-9,C&&C(n),f=p.render(p.props,p.state=p.__s,p.context);while(8&p.__g&&++$<25);y&&(Yt.push.apply(p.__h,p.__k),p.__k=[]),p.state=p.__s,p.getChildContext&&(r=et({},r,p.getChildContext())),y&&e.__c&&p.getSnapshotBeforeUpdate&&(g=p.getSnapshotBeforeUpdate(d,_)),O=f&&f.type===T&&f.key==null?f.props.children:f,b.__P&&(f=a,i=(t=b.__P).namespaceURI,l=o=null,e.props&&e.props.__P!=t&&(e.__k.some(function(R){R&&Nn(R,R)}),e.__k=null),a=e.__k?K(e,0):null),a=ve(t,Mn(O)?O:[O],n,e,r,i,o,s,a,l,u),b.__P&&(n.__e=null,a=f),n.__u&=-161,h&&h.some(nt),p.__h.length&&s.push(p),1&p.__g&&(p.__g&=-4)}catch(R){if(s.length=m,n.__v=null,l||o)if(R&&R.then){if(n.__u|=128|l,o){for(~(L=o.indexOf(a||void 0))||(L=o.length);(B=o[L-1])&&B.nodeType==8;)L--;for(;L<o.length;L++)if(B=o[L])if(o[L]=null,I){if(B==Y)break}else{if(B.nodeType!=8)break;B.data.startsWith("$s")&&(Y=Xt(I=B))}}if(!I){for(;a&&a.nodeType==8&&a.nextSibling;)a=a.nextSibling;I=a}(f=Xt(I=n.__c.__z||(n.__c.__z=I)))?(n.__e=I,a=f):n.__e=a,a=a&&a.nextSibling}else o&&o.some(nt);else n.__e=e.__e;n.__k||(n.__k=e.__k||[]),R&&R.then||Me(n),k.__e(R,n,e)}}else a=n.__e=mo(e.__e,n,e,r,i,o,s,l,u,t);return(f=k.diffed)&&f(n),a}function Xt(t,n){if(t&&t.nodeType==8&&t.data.startsWith("$s"))for(var e=1;t=t.nextSibling;){if(t.nodeType==8){if(t.data.startsWith("$s"))e++;else if(t.data.startsWith("/$s")&&!--e)return t}n&&n.push(t)}}function Me(t){t&&(t.__c&&(t.__c.__g|=4),t.__k&&t.__k.some(Me))}function Se(t,n,e){for(var r=0;r<e.length;)Rn(e[r++],e[r++],e[r++]);k.__c&&k.__c(n,t),t.some(function(i){try{t=i.__h,i.__h=[],t.some(function(o){o.call(i)})}catch(o){k.__e(o,i.__v)}})}function mo(t,n,e,r,i,o,s,a,l,u){var f,h,m,p,d,_,g,b,y=e.props||jt,v=n.props,w=n.type;if(w=="svg"?i="http://www.w3.org/2000/svg":w=="math"?i="http://www.w3.org/1998/Math/MathML":i||(i="http://www.w3.org/1999/xhtml"),o){for(f=0;f<o.length;f++)if((d=o[f])&&(w?d.localName==w:d.nodeType==3)){t=d,o[f]=null;break}}if(!t){if(b=u.ownerDocument||document,!w)return b.createTextNode(v);t=b.createElementNS(i,w,v.is?v:u),a&&(k.__m&&k.__m(n,o),a=!1),o=null}if(w){if(u=w=="template"&&t.content||t,o=w=="textarea"&&v.defaultValue!=null?null:o&&xe.call(u.childNodes),!a&&o)for(y={},f=0;f<t.attributes.length;f++)y[(d=t.attributes[f]).name]=d.value;for(f in y)d=y[f],f=="dangerouslySetInnerHTML"?m=d:f=="children"||f in v||f=="value"&&"defaultValue"in v||f=="checked"&&"defaultChecked"in v||zt(t,f,null,d,i);for(f in v)d=v[f],f=="children"?p=d:f=="dangerouslySetInnerHTML"?h=d:f=="value"?_=d:f=="checked"?g=d:a&&typeof d!="function"||y[f]===d||zt(t,f,d,y[f],i);h?(a||m&&(h.__html==m.__html||h.__html==t.innerHTML)||(t.innerHTML=h.__html),n.__k=[]):(m&&(t.textContent=""),(w=="foreignObject"||i=="http://www.w3.org/1998/Math/MathML"&&co.test(w))&&(i="http://www.w3.org/1999/xhtml"),ve(u,Mn(p)?p:[p],n,e,r,i,o,s,o?o[0]:e.__k&&K(e,0),a,l),o&&o.some(nt)),a&&w!="textarea"||(f="value",w=="progress"&&_==null?t.removeAttribute(f):_==null||_===t[f]&&(w!="progress"||_)||zt(t,f,_,y[f],i),f="checked",g!=null&&g!=t[f]&&zt(t,f,g,y[f],i))}else y===v||a&&t.data==v||(t.data=v);return t}function Rn(t,n,e,r){try{typeof t=="function"?n?n.__x=t(n)||1:r&&(r=r.__c||r.__e)&&(n=r.__x)&&(r.__x=null,typeof n=="function"?n():t(null)):t.current=n}catch(i){k.__e(i,e)}}function Nn(t,n,e){var r,i,o,s;if(k.unmount&&k.unmount(t),!(r=t.ref)||r.current&&r.current!=t.__e||Rn(r,null,n,t),r=t.__c){if(r.componentWillUnmount)try{r.componentWillUnmount()}catch(a){k.__e(a,n)}r.__P=r.__n=null}if(r=t.__k)for(s=0;s<r.length;s++)r[s]&&Nn(r[s],n,typeof t.type!="function"||e&&!t.props.__P);!e&&(r=t.__c)&&(r=r.__z)&&(i=Xt(r,o=[]))&&(r==t.__e&&o.some(nt),nt(i),nt(r)),e||nt(t.__e),t.__e=t.__c=t.__=null}function _o(t,n,e){return this.constructor(t,e)}function Re(t,n){var e,r,i,o;k.__&&k.__(t,n),n.nodeType==9&&(n=n.documentElement),r=(e=t&&32&t.__u)?null:n.__k,n.__k=Vt(T,{children:[t]}),i=[],o=[],Sn(n,n.__k,r||jt,jt,n.namespaceURI,r?null:n.firstChild?xe.call(n.childNodes):null,i,r?r.__e:n.firstChild,e,o),Se(i,n.__k,o),n.__k.props.children=null}k={__e:function(t,n,e,r){for(var i,o,s;n=n.__;)if((i=n.__c)&&!(1&i.__g)){i.__g|=4;try{if((s=(o=i.constructor)&&o.getDerivedStateFromError)&&i.setState(o.getDerivedStateFromError(t)),i.componentDidCatch&&(i.componentDidCatch(t,r||{}),s=1),s&&8&i.__g)return void(i.__g|=2)}catch(a){t=a}}throw Wt=0,t}},_e=0,ao=function(t){return t!=null&&t.constructor===St},Ut.prototype.setState=function(t,n){var e=this.__s;e&&e!=this.state||(e=this.__s=et({},this.state)),typeof t=="function"&&(t=t(et({},e),this.props)),t&&(et(e,t),this.__v&&(n&&this.__k.push(n),me(this)))},Ut.prototype.forceUpdate=function(t){this.__v&&(this.__g|=4,t&&this.__h.push(t),me(this))},Ut.prototype.render=T,G=[],Wt=0,ge=function(t,n){return t.__v.__b-n.__v.__b},Bt=Symbol(),ye=/(PointerCapture)$|Capture$/i,kn=0,vn={},uo=0;var Gt="p.phases.";function Te(t){let n={};for(let e of t.replace(/^#/,"").split("&")){let r=e.indexOf("=");r>0&&e.startsWith(Gt)&&(n[Ne(e.slice(Gt.length,r))]=Ne(e.slice(r+1)))}return n}function Pe(t,n){let e=t.replace(/^#/,"").split("&").filter(i=>i!==""&&!i.startsWith(Gt)),r=Object.entries(n).map(([i,o])=>`${Gt}${i}=${encodeURIComponent(o)}`);return"#"+[...e,...r].join("&")}function Tn(t){return/^#phases(&|$)/.test(t)}function Ne(t){try{return decodeURIComponent(t)}catch{return t}}function Ae(){let t=window.parent.document.body,n=()=>{document.documentElement.dataset.theme=t.classList.contains("dark-mode")?"dark":"light"};new MutationObserver(n).observe(t,{attributes:!0,attributeFilter:["class"]}),n()}function Pn(){return Te(window.parent.location.hash)}function $e(t){let{hash:n}=window.parent.location;if(!Tn(n))return;let e=Pe(n,t);e!==n&&window.parent.history.replaceState(window.parent.history.state,"",e)}function Ce(t){let n=()=>{Tn(window.parent.location.hash)&&t()};return window.parent.addEventListener("hashchange",n),()=>window.parent.removeEventListener("hashchange",n)}var Ee=`:root {
  --background: #fff;
  --surface: #f6f7f8;
  --ink: #1d2228;
  --muted: #59626c;
  --grid: #1d222814;
  --rule: #b7bdc4;
  --loss: #0a5ba8;
  --accuracy: #ad4a00;
  --constant: #f5f6f7;
  --constant-edge: #9aa2ab;
  --constant-ink: #535c66;
  --decrease: #eaf6f2;
  --decrease-edge: #1f9a7c;
  --decrease-ink: #0d6350;
  --increase: #fcf0f5;
  --increase-edge: #c4588f;
  --increase-ink: #93275f;
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
  --constant-edge: #90979f;
  --constant-ink: #c3c9cf;
  --decrease: #2e3c38;
  --decrease-edge: #3fbf9c;
  --decrease-ink: #86dcc3;
  --increase: #41353b;
  --increase-edge: #dd7fae;
  --increase-ink: #f4b0d0;
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
  gap: 4px 22px;
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

.limit {
  margin: 0;
}

.notes {
  padding: 0;
  margin: 0 0 14px;
  list-style: none;
}

.notes li,
.problem {
  padding: 5px 12px;
  margin: 0 0 6px;
  border-left: 3px solid var(--rule);
  background: var(--surface);
  overflow-wrap: anywhere;
}

.problem {
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
`;var ft,N,An,Le,$n=Object.is,Nt=0,Ve=[],Cn=[],S=k,qe=S.__b,Oe=S.__r,Ie=S.diffed,De=S.__c,Fe=S.unmount,He=S.__;function Kt(t,n){S.__h&&S.__h(N,t,Nt||n),Nt=0;var e=N.__H||(N.__H={__:[],__h:[]});return t>=e.__.length&&e.__.push({}),e.__[t]}function Q(t){return Nt=1,yo(We,t)}function yo(t,n,e){var r=Kt(ft++,2);if(r.t=t,!r.__c&&(r.__=[e?e(n):We(void 0,n),function(o){var s=(r.__N||r.__)[0],a=r.t(s,o);$n(s,a)||(r.__N=[a,r.__[1]],r.__c.setState({}))}],r.__c=N,!N.__f)){N.__f=!0;var i=N.shouldComponentUpdate;N.shouldComponentUpdate=function(o,s,a){var l=this.__H;if(!l)return!0;var u=!1,f=this.props!=o;if(l.__.some(function(m){m.__N&&(u=!0,$n(m.__[0],m.__N[0])||(f=!0))}),i){var h=i.call(this,o,s,a);return u?h||f:h}return!u||f}}return r.__}function F(t,n){var e=Kt(ft++,3);!S.__s&&Ln(e.__H,n)&&(e.__P=!0,e.__=t,e.u=n,N.__H.__h.push(e))}function Ue(t,n){var e=Kt(ft++,4);!S.__s&&Ln(e.__H,n)&&(e.__P=!1,e.__=t,e.u=n,N.__h.push(e))}function q(t){return Nt=5,rt(function(){return{current:t}},[])}function rt(t,n){var e=Kt(ft++,7);return Ln(e.__H,n)&&(e.__=t(),e.__H=n),e.__}function Xe(t,n){return Nt=8,rt(function(){return t},n)}function xo(){var t;do{for(;t=Cn.shift();)try{Rt(t)}catch(e){S.__e(e,{__:(t=t.__P)&&t.__v})}for(;t=Ve.shift();){var n=t.__H;if(t.__P&&n)try{n.__h.some(Rt),n.__h.some(En),n.__h=[]}catch(e){n.__h=[],S.__e(e,t.__v)}}}while(Cn.length)}S.__b=function(t){N=null,qe&&qe(t)},S.__=function(t,n){t&&n.__k&&n.__k.__m&&(t.__m=n.__k.__m),He&&He(t,n)},S.__r=function(t){Oe&&Oe(t),ft=0;var n=(N=t.__c).__H;n&&(An==N?N.__h=[]:(n.__h.some(Rt),n.__h.some(En),ft=0),n.__h=[],n.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})),An=N},S.diffed=function(t){Ie&&Ie(t);var n=t.__c;n&&n.__H&&(n.__H.__h.length&&Be(Ve.push(n)),n.__H.__.some(function(e){e.u&&(e.__H=e.u)})),An=N=null},S.__c=function(t,n){n.some(function(e){try{e.__h.some(Rt),e.__h=e.__h.filter(function(r){return!r.__||En(r)})}catch(r){e.__h=[function(){throw r}]}}),De&&De(t,n)},S.unmount=function(t){Fe&&Fe(t);var n,e,r=t.__c;r&&r.__H&&(r.__H.__.some(function(i){try{if(i.__P&&i.__c){if(e===void 0){for(e=t.__;e&&(!e.__c||!e.__c.__P);)e=e.__;e=e&&e.__c}i.__P=e,Be(Cn.push(i))}else Rt(i)}catch(o){n=o}}),r.__H=void 0,n&&S.__e(n,r.__v))};var ze=typeof requestAnimationFrame=="function";function bo(t){var n,e=function(){clearTimeout(r),ze&&cancelAnimationFrame(n),setTimeout(t)},r=setTimeout(e,35);ze&&(n=requestAnimationFrame(e))}function Be(t){t!=1&&Le==S.requestAnimationFrame||((Le=S.requestAnimationFrame)||bo)(xo)}function Rt(t){var n=N,e=t.__c;typeof e=="function"&&(t.__c=void 0,e()),N=n}function En(t){var n=N;t.__c=t.__(),N=n}function Ln(t,n){return!t||t.length!=n.length||n.some(function(e,r){return!$n(e,t[r])})}function We(t,n){return typeof n=="function"?n(t):n}function Tt(t,n){return t==null||n==null?NaN:t<n?-1:t>n?1:t>=n?0:NaN}function wo(t,n){return t==null||n==null?NaN:n<t?-1:n>t?1:n>=t?0:NaN}function je(t){let n,e,r;t.length!==2?(n=Tt,e=(a,l)=>Tt(t(a),l),r=(a,l)=>t(a)-l):(n=t===Tt||t===wo?t:vo,e=t,r=t);function i(a,l,u=0,f=a.length){if(u<f){if(n(l,l)!==0)return f;do{let h=u+f>>>1;e(a[h],l)<0?u=h+1:f=h}while(u<f)}return u}function o(a,l,u=0,f=a.length){if(u<f){if(n(l,l)!==0)return f;do{let h=u+f>>>1;e(a[h],l)<=0?u=h+1:f=h}while(u<f)}return u}function s(a,l,u=0,f=a.length){let h=i(a,l,u,f-1);return h>u&&r(a[h-1],l)>-r(a[h],l)?h-1:h}return{left:i,center:s,right:o}}function vo(){return 0}function ko(t){return t===null?NaN:+t}var Ye=je(Tt),Ge=Ye.right,ga=Ye.left,ya=je(ko).center;var xa=Ke(Qe),ba=Ke(Mo);function Ke(t){return function(n,e,r=e){if(!((e=+e)>=0))throw new RangeError("invalid rx");if(!((r=+r)>=0))throw new RangeError("invalid ry");let{data:i,width:o,height:s}=n;if(!((o=Math.floor(o))>=0))throw new RangeError("invalid width");if(!((s=Math.floor(s!==void 0?s:i.length/o))>=0))throw new RangeError("invalid height");if(!o||!s||!e&&!r)return n;let a=e&&t(e),l=r&&t(r),u=i.slice();return a&&l?(ht(a,u,i,o,s),ht(a,i,u,o,s),ht(a,u,i,o,s),pt(l,i,u,o,s),pt(l,u,i,o,s),pt(l,i,u,o,s)):a?(ht(a,i,u,o,s),ht(a,u,i,o,s),ht(a,i,u,o,s)):l&&(pt(l,i,u,o,s),pt(l,u,i,o,s),pt(l,i,u,o,s)),n}}function ht(t,n,e,r,i){for(let o=0,s=r*i;o<s;)t(n,e,o,o+=r,1)}function pt(t,n,e,r,i){for(let o=0,s=r*i;o<r;++o)t(n,e,o,o+s,r)}function Mo(t){let n=Qe(t);return(e,r,i,o,s)=>{i<<=2,o<<=2,s<<=2,n(e,r,i+0,o+0,s),n(e,r,i+1,o+1,s),n(e,r,i+2,o+2,s),n(e,r,i+3,o+3,s)}}function Qe(t){let n=Math.floor(t);if(n===t)return So(t);let e=t-n,r=2*t+1;return(i,o,s,a,l)=>{if(!((a-=l)>=s))return;let u=n*o[s],f=l*n,h=f+l;for(let m=s,p=s+f;m<p;m+=l)u+=o[Math.min(a,m)];for(let m=s,p=a;m<=p;m+=l)u+=o[Math.min(a,m+f)],i[m]=(u+e*(o[Math.max(s,m-h)]+o[Math.min(a,m+h)]))/r,u-=o[Math.max(s,m-f)]}}function So(t){let n=2*t+1;return(e,r,i,o,s)=>{if(!((o-=s)>=i))return;let a=t*r[i],l=s*t;for(let u=i,f=i+l;u<f;u+=s)a+=r[Math.min(o,u)];for(let u=i,f=o;u<=f;u+=s)a+=r[Math.min(o,u+l)],e[u]=a/n,a-=r[Math.max(i,u-l)]}}var Ro=Array.prototype,wa=Ro.slice;var No=Math.sqrt(50),To=Math.sqrt(10),Po=Math.sqrt(2);function Qt(t,n,e){let r=(n-t)/Math.max(0,e),i=Math.floor(Math.log10(r)),o=r/Math.pow(10,i),s=o>=No?10:o>=To?5:o>=Po?2:1,a,l,u;return i<0?(u=Math.pow(10,-i)/s,a=Math.round(t*u),l=Math.round(n*u),a/u<t&&++a,l/u>n&&--l,u=-u):(u=Math.pow(10,i)*s,a=Math.round(t/u),l=Math.round(n/u),a*u<t&&++a,l*u>n&&--l),l<a&&.5<=e&&e<2?Qt(t,n,e*2):[a,l,u]}function Ze(t,n,e){if(n=+n,t=+t,e=+e,!(e>0))return[];if(t===n)return[t];let r=n<t,[i,o,s]=r?Qt(n,t,e):Qt(t,n,e);if(!(o>=i))return[];let a=o-i+1,l=new Array(a);if(r)if(s<0)for(let u=0;u<a;++u)l[u]=(o-u)/-s;else for(let u=0;u<a;++u)l[u]=(o-u)*s;else if(s<0)for(let u=0;u<a;++u)l[u]=(i+u)/-s;else for(let u=0;u<a;++u)l[u]=(i+u)*s;return l}function Zt(t,n,e){return n=+n,t=+t,e=+e,Qt(t,n,e)[2]}function Je(t,n,e){n=+n,t=+t,e=+e;let r=n<t,i=r?Zt(n,t,e):Zt(t,n,e);return(r?-1:1)*(i<0?1/-i:i)}var va=Ao(Math.random);function Ao(t){return function(e,r=0,i=e.length){let o=i-(r=+r);for(;o;){let s=t()*o--|0,a=e[o+r];e[o+r]=e[s+r],e[s+r]=a}return e}}function gt(t,n,e){t.prototype=n.prototype=e,e.constructor=t}function $t(t,n){var e=Object.create(t.prototype);for(var r in n)e[r]=n[r];return e}function Z(){}var at=.7,_t=1/at,mt="\\s*([+-]?\\d+)\\s*",Pt="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)\\s*",V="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)%\\s*",$o=/^#([0-9a-f]{3,8})$/,Co=new RegExp(`^rgb\\(${mt},${mt},${mt}\\)$`),Eo=new RegExp(`^rgb\\(${V},${V},${V}\\)$`),Lo=new RegExp(`^rgba\\(${mt},${mt},${mt},${Pt}\\)$`),qo=new RegExp(`^rgba\\(${V},${V},${V},${Pt}\\)$`),Oo=new RegExp(`^hsl\\(${Pt},${V},${V}\\)$`),Io=new RegExp(`^hsla\\(${Pt},${V},${V},${Pt}\\)$`),tr={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074};gt(Z,yt,{copy(t){return Object.assign(new this.constructor,this,t)},displayable(){return this.rgb().displayable()},hex:nr,formatHex:nr,formatHex8:Do,formatHsl:Fo,formatRgb:er,toString:er});function nr(){return this.rgb().formatHex()}function Do(){return this.rgb().formatHex8()}function Fo(){return fr(this).formatHsl()}function er(){return this.rgb().formatRgb()}function yt(t){var n,e;return t=(t+"").trim().toLowerCase(),(n=$o.exec(t))?(e=n[1].length,n=parseInt(n[1],16),e===6?rr(n):e===3?new P(n>>8&15|n>>4&240,n>>4&15|n&240,(n&15)<<4|n&15,1):e===8?Jt(n>>24&255,n>>16&255,n>>8&255,(n&255)/255):e===4?Jt(n>>12&15|n>>8&240,n>>8&15|n>>4&240,n>>4&15|n&240,((n&15)<<4|n&15)/255):null):(n=Co.exec(t))?new P(n[1],n[2],n[3],1):(n=Eo.exec(t))?new P(n[1]*255/100,n[2]*255/100,n[3]*255/100,1):(n=Lo.exec(t))?Jt(n[1],n[2],n[3],n[4]):(n=qo.exec(t))?Jt(n[1]*255/100,n[2]*255/100,n[3]*255/100,n[4]):(n=Oo.exec(t))?sr(n[1],n[2]/100,n[3]/100,1):(n=Io.exec(t))?sr(n[1],n[2]/100,n[3]/100,n[4]):tr.hasOwnProperty(t)?rr(tr[t]):t==="transparent"?new P(NaN,NaN,NaN,0):null}function rr(t){return new P(t>>16&255,t>>8&255,t&255,1)}function Jt(t,n,e,r){return r<=0&&(t=n=e=NaN),new P(t,n,e,r)}function Hn(t){return t instanceof Z||(t=yt(t)),t?(t=t.rgb(),new P(t.r,t.g,t.b,t.opacity)):new P}function Ct(t,n,e,r){return arguments.length===1?Hn(t):new P(t,n,e,r??1)}function P(t,n,e,r){this.r=+t,this.g=+n,this.b=+e,this.opacity=+r}gt(P,Ct,$t(Z,{brighter(t){return t=t==null?_t:Math.pow(_t,t),new P(this.r*t,this.g*t,this.b*t,this.opacity)},darker(t){return t=t==null?at:Math.pow(at,t),new P(this.r*t,this.g*t,this.b*t,this.opacity)},rgb(){return this},clamp(){return new P(ot(this.r),ot(this.g),ot(this.b),nn(this.opacity))},displayable(){return-.5<=this.r&&this.r<255.5&&-.5<=this.g&&this.g<255.5&&-.5<=this.b&&this.b<255.5&&0<=this.opacity&&this.opacity<=1},hex:ir,formatHex:ir,formatHex8:Ho,formatRgb:or,toString:or}));function ir(){return`#${it(this.r)}${it(this.g)}${it(this.b)}`}function Ho(){return`#${it(this.r)}${it(this.g)}${it(this.b)}${it((isNaN(this.opacity)?1:this.opacity)*255)}`}function or(){let t=nn(this.opacity);return`${t===1?"rgb(":"rgba("}${ot(this.r)}, ${ot(this.g)}, ${ot(this.b)}${t===1?")":`, ${t})`}`}function nn(t){return isNaN(t)?1:Math.max(0,Math.min(1,t))}function ot(t){return Math.max(0,Math.min(255,Math.round(t)||0))}function it(t){return t=ot(t),(t<16?"0":"")+t.toString(16)}function sr(t,n,e,r){return r<=0?t=n=e=NaN:e<=0||e>=1?t=n=NaN:n<=0&&(t=NaN),new H(t,n,e,r)}function fr(t){if(t instanceof H)return new H(t.h,t.s,t.l,t.opacity);if(t instanceof Z||(t=yt(t)),!t)return new H;if(t instanceof H)return t;t=t.rgb();var n=t.r/255,e=t.g/255,r=t.b/255,i=Math.min(n,e,r),o=Math.max(n,e,r),s=NaN,a=o-i,l=(o+i)/2;return a?(n===o?s=(e-r)/a+(e<r)*6:e===o?s=(r-n)/a+2:s=(n-e)/a+4,a/=l<.5?o+i:2-o-i,s*=60):a=l>0&&l<1?0:s,new H(s,a,l,t.opacity)}function rn(t,n,e,r){return arguments.length===1?fr(t):new H(t,n,e,r??1)}function H(t,n,e,r){this.h=+t,this.s=+n,this.l=+e,this.opacity=+r}gt(H,rn,$t(Z,{brighter(t){return t=t==null?_t:Math.pow(_t,t),new H(this.h,this.s,this.l*t,this.opacity)},darker(t){return t=t==null?at:Math.pow(at,t),new H(this.h,this.s,this.l*t,this.opacity)},rgb(){var t=this.h%360+(this.h<0)*360,n=isNaN(t)||isNaN(this.s)?0:this.s,e=this.l,r=e+(e<.5?e:1-e)*n,i=2*e-r;return new P(qn(t>=240?t-240:t+120,i,r),qn(t,i,r),qn(t<120?t+240:t-120,i,r),this.opacity)},clamp(){return new H(ar(this.h),tn(this.s),tn(this.l),nn(this.opacity))},displayable(){return(0<=this.s&&this.s<=1||isNaN(this.s))&&0<=this.l&&this.l<=1&&0<=this.opacity&&this.opacity<=1},formatHsl(){let t=nn(this.opacity);return`${t===1?"hsl(":"hsla("}${ar(this.h)}, ${tn(this.s)*100}%, ${tn(this.l)*100}%${t===1?")":`, ${t})`}`}}));function ar(t){return t=(t||0)%360,t<0?t+360:t}function tn(t){return Math.max(0,Math.min(1,t||0))}function qn(t,n,e){return(t<60?n+(e-n)*t/60:t<180?e:t<240?n+(e-n)*(240-t)/60:n)*255}var hr=Math.PI/180,pr=180/Math.PI,en=18,mr=.96422,dr=1,_r=.82521,gr=4/29,dt=6/29,yr=3*dt*dt,zo=dt*dt*dt;function xr(t){if(t instanceof U)return new U(t.l,t.a,t.b,t.opacity);if(t instanceof W)return wr(t);t instanceof P||(t=Hn(t));var n=Fn(t.r),e=Fn(t.g),r=Fn(t.b),i=On((.2225045*n+.7168786*e+.0606169*r)/dr),o,s;return n===e&&e===r?o=s=i:(o=On((.4360747*n+.3850649*e+.1430804*r)/mr),s=On((.0139322*n+.0971045*e+.7141733*r)/_r)),new U(116*i-16,500*(o-i),200*(i-s),t.opacity)}function br(t,n,e,r){return arguments.length===1?xr(t):new U(t,n,e,r??1)}function U(t,n,e,r){this.l=+t,this.a=+n,this.b=+e,this.opacity=+r}gt(U,br,$t(Z,{brighter(t){return new U(this.l+en*(t??1),this.a,this.b,this.opacity)},darker(t){return new U(this.l-en*(t??1),this.a,this.b,this.opacity)},rgb(){var t=(this.l+16)/116,n=isNaN(this.a)?t:t+this.a/500,e=isNaN(this.b)?t:t-this.b/200;return n=mr*In(n),t=dr*In(t),e=_r*In(e),new P(Dn(3.1338561*n-1.6168667*t-.4906146*e),Dn(-.9787684*n+1.9161415*t+.033454*e),Dn(.0719453*n-.2289914*t+1.4052427*e),this.opacity)}}));function On(t){return t>zo?Math.pow(t,1/3):t/yr+gr}function In(t){return t>dt?t*t*t:yr*(t-gr)}function Dn(t){return 255*(t<=.0031308?12.92*t:1.055*Math.pow(t,1/2.4)-.055)}function Fn(t){return(t/=255)<=.04045?t/12.92:Math.pow((t+.055)/1.055,2.4)}function Bo(t){if(t instanceof W)return new W(t.h,t.c,t.l,t.opacity);if(t instanceof U||(t=xr(t)),t.a===0&&t.b===0)return new W(NaN,0<t.l&&t.l<100?0:NaN,t.l,t.opacity);var n=Math.atan2(t.b,t.a)*pr;return new W(n<0?n+360:n,Math.sqrt(t.a*t.a+t.b*t.b),t.l,t.opacity)}function on(t,n,e,r){return arguments.length===1?Bo(t):new W(t,n,e,r??1)}function W(t,n,e,r){this.h=+t,this.c=+n,this.l=+e,this.opacity=+r}function wr(t){if(isNaN(t.h))return new U(t.l,0,0,t.opacity);var n=t.h*hr;return new U(t.l,Math.cos(n)*t.c,Math.sin(n)*t.c,t.opacity)}gt(W,on,$t(Z,{brighter(t){return new W(this.h,this.c,this.l+en*(t??1),this.opacity)},darker(t){return new W(this.h,this.c,this.l-en*(t??1),this.opacity)},rgb(){return wr(this).rgb()}}));var vr=-.14861,zn=1.78277,Bn=-.29227,sn=-.90649,At=1.97294,ur=At*sn,cr=At*zn,lr=zn*Bn-sn*vr;function Vo(t){if(t instanceof st)return new st(t.h,t.s,t.l,t.opacity);t instanceof P||(t=Hn(t));var n=t.r/255,e=t.g/255,r=t.b/255,i=(lr*r+ur*n-cr*e)/(lr+ur-cr),o=r-i,s=(At*(e-i)-Bn*o)/sn,a=Math.sqrt(s*s+o*o)/(At*i*(1-i)),l=a?Math.atan2(s,o)*pr-120:NaN;return new st(l<0?l+360:l,a,i,t.opacity)}function an(t,n,e,r){return arguments.length===1?Vo(t):new st(t,n,e,r??1)}function st(t,n,e,r){this.h=+t,this.s=+n,this.l=+e,this.opacity=+r}gt(st,an,$t(Z,{brighter(t){return t=t==null?_t:Math.pow(_t,t),new st(this.h,this.s,this.l*t,this.opacity)},darker(t){return t=t==null?at:Math.pow(at,t),new st(this.h,this.s,this.l*t,this.opacity)},rgb(){var t=isNaN(this.h)?0:(this.h+120)*hr,n=+this.l,e=isNaN(this.s)?0:this.s*n*(1-n),r=Math.cos(t),i=Math.sin(t);return new P(255*(n+e*(vr*r+zn*i)),255*(n+e*(Bn*r+sn*i)),255*(n+e*(At*r)),this.opacity)}}));function Rr(t,n,e,r,i){var o=t*t,s=o*t;return((1-3*t+3*o-s)*n+(4-6*o+3*s)*e+(1+3*t+3*o-3*s)*r+s*i)/6}function Uo(t){var n=t.length-1;return function(e){var r=e<=0?e=0:e>=1?(e=1,n-1):Math.floor(e*n),i=t[r],o=t[r+1],s=r>0?t[r-1]:2*i-o,a=r<n-1?t[r+2]:2*o-i;return Rr((e-r/n)*n,s,i,o,a)}}function Xo(t){var n=t.length;return function(e){var r=Math.floor(((e%=1)<0?++e:e)*n),i=t[(r+n-1)%n],o=t[r%n],s=t[(r+1)%n],a=t[(r+2)%n];return Rr((e-r/n)*n,i,o,s,a)}}var cn=t=>()=>t;function Nr(t,n){return function(e){return t+e*n}}function Wo(t,n,e){return t=Math.pow(t,e),n=Math.pow(n,e)-t,e=1/e,function(r){return Math.pow(t+r*n,e)}}function Wn(t,n){var e=n-t;return e?Nr(t,e>180||e<-180?e-360*Math.round(e/360):e):cn(isNaN(t)?n:t)}function jo(t){return(t=+t)==1?E:function(n,e){return e-n?Wo(n,e,t):cn(isNaN(n)?e:n)}}function E(t,n){var e=n-t;return e?Nr(t,e):cn(isNaN(t)?n:t)}var kr=(function t(n){var e=jo(n);function r(i,o){var s=e((i=Ct(i)).r,(o=Ct(o)).r),a=e(i.g,o.g),l=e(i.b,o.b),u=E(i.opacity,o.opacity);return function(f){return i.r=s(f),i.g=a(f),i.b=l(f),i.opacity=u(f),i+""}}return r.gamma=t,r})(1);function Tr(t){return function(n){var e=n.length,r=new Array(e),i=new Array(e),o=new Array(e),s,a;for(s=0;s<e;++s)a=Ct(n[s]),r[s]=a.r||0,i[s]=a.g||0,o[s]=a.b||0;return r=t(r),i=t(i),o=t(o),a.opacity=1,function(l){return a.r=r(l),a.g=i(l),a.b=o(l),a+""}}}var Ra=Tr(Uo),Na=Tr(Xo);function Yo(t,n){n||(n=[]);var e=t?Math.min(n.length,t.length):0,r=n.slice(),i;return function(o){for(i=0;i<e;++i)r[i]=t[i]*(1-o)+n[i]*o;return r}}function Go(t){return ArrayBuffer.isView(t)&&!(t instanceof DataView)}function Ko(t,n){var e=n?n.length:0,r=t?Math.min(e,t.length):0,i=new Array(r),o=new Array(e),s;for(s=0;s<r;++s)i[s]=ln(t[s],n[s]);for(;s<e;++s)o[s]=n[s];return function(a){for(s=0;s<r;++s)o[s]=i[s](a);return o}}function Qo(t,n){var e=new Date;return t=+t,n=+n,function(r){return e.setTime(t*(1-r)+n*r),e}}function z(t,n){return t=+t,n=+n,function(e){return t*(1-e)+n*e}}function Zo(t,n){var e={},r={},i;(t===null||typeof t!="object")&&(t={}),(n===null||typeof n!="object")&&(n={});for(i in n)i in t?e[i]=ln(t[i],n[i]):r[i]=n[i];return function(o){for(i in e)r[i]=e[i](o);return r}}var Un=/[-+]?(?:\d+\.?\d*|\.?\d+)(?:[eE][-+]?\d+)?/g,Vn=new RegExp(Un.source,"g");function Jo(t){return function(){return t}}function ts(t){return function(n){return t(n)+""}}function ns(t,n){var e=Un.lastIndex=Vn.lastIndex=0,r,i,o,s=-1,a=[],l=[];for(t=t+"",n=n+"";(r=Un.exec(t))&&(i=Vn.exec(n));)(o=i.index)>e&&(o=n.slice(e,o),a[s]?a[s]+=o:a[++s]=o),(r=r[0])===(i=i[0])?a[s]?a[s]+=i:a[++s]=i:(a[++s]=null,l.push({i:s,x:z(r,i)})),e=Vn.lastIndex;return e<n.length&&(o=n.slice(e),a[s]?a[s]+=o:a[++s]=o),a.length<2?l[0]?ts(l[0].x):Jo(n):(n=l.length,function(u){for(var f=0,h;f<n;++f)a[(h=l[f]).i]=h.x(u);return a.join("")})}function ln(t,n){var e=typeof n,r;return n==null||e==="boolean"?cn(n):(e==="number"?z:e==="string"?(r=yt(n))?(n=r,kr):ns:n instanceof yt?kr:n instanceof Date?Qo:Go(n)?Yo:Array.isArray(n)?Ko:typeof n.valueOf!="function"&&typeof n.toString!="function"||isNaN(n)?Zo:z)(t,n)}function Pr(t,n){return t=+t,n=+n,function(e){return Math.round(t*(1-e)+n*e)}}var Mr=180/Math.PI,Xn={translateX:0,translateY:0,rotate:0,skewX:0,scaleX:1,scaleY:1};function Ar(t,n,e,r,i,o){var s,a,l;return(s=Math.sqrt(t*t+n*n))&&(t/=s,n/=s),(l=t*e+n*r)&&(e-=t*l,r-=n*l),(a=Math.sqrt(e*e+r*r))&&(e/=a,r/=a,l/=a),t*r<n*e&&(t=-t,n=-n,l=-l,s=-s),{translateX:i,translateY:o,rotate:Math.atan2(n,t)*Mr,skewX:Math.atan(l)*Mr,scaleX:s,scaleY:a}}var un;function es(t){let n=new(typeof DOMMatrix=="function"?DOMMatrix:WebKitCSSMatrix)(t+"");return n.isIdentity?Xn:Ar(n.a,n.b,n.c,n.d,n.e,n.f)}function rs(t){return t==null||(un||(un=document.createElementNS("http://www.w3.org/2000/svg","g")),un.setAttribute("transform",t),!(t=un.transform.baseVal.consolidate()))?Xn:(t=t.matrix,Ar(t.a,t.b,t.c,t.d,t.e,t.f))}function $r(t,n,e,r){function i(u){return u.length?u.pop()+" ":""}function o(u,f,h,m,p,d){if(u!==h||f!==m){var _=p.push("translate(",null,n,null,e);d.push({i:_-4,x:z(u,h)},{i:_-2,x:z(f,m)})}else(h||m)&&p.push("translate("+h+n+m+e)}function s(u,f,h,m){u!==f?(u-f>180?f+=360:f-u>180&&(u+=360),m.push({i:h.push(i(h)+"rotate(",null,r)-2,x:z(u,f)})):f&&h.push(i(h)+"rotate("+f+r)}function a(u,f,h,m){u!==f?m.push({i:h.push(i(h)+"skewX(",null,r)-2,x:z(u,f)}):f&&h.push(i(h)+"skewX("+f+r)}function l(u,f,h,m,p,d){if(u!==h||f!==m){var _=p.push(i(p)+"scale(",null,",",null,")");d.push({i:_-4,x:z(u,h)},{i:_-2,x:z(f,m)})}else(h!==1||m!==1)&&p.push(i(p)+"scale("+h+","+m+")")}return function(u,f){var h=[],m=[];return u=t(u),f=t(f),o(u.translateX,u.translateY,f.translateX,f.translateY,h,m),s(u.rotate,f.rotate,h,m),a(u.skewX,f.skewX,h,m),l(u.scaleX,u.scaleY,f.scaleX,f.scaleY,h,m),u=f=null,function(p){for(var d=-1,_=m.length,g;++d<_;)h[(g=m[d]).i]=g.x(p);return h.join("")}}}var Ta=$r(es,"px, ","px)","deg)"),Pa=$r(rs,", ",")",")"),is=1e-12;function Sr(t){return((t=Math.exp(t))+1/t)/2}function os(t){return((t=Math.exp(t))-1/t)/2}function ss(t){return((t=Math.exp(2*t))-1)/(t+1)}var Aa=(function t(n,e,r){function i(o,s){var a=o[0],l=o[1],u=o[2],f=s[0],h=s[1],m=s[2],p=f-a,d=h-l,_=p*p+d*d,g,b;if(_<is)b=Math.log(m/u)/n,g=function(O){return[a+O*p,l+O*d,u*Math.exp(n*O*b)]};else{var y=Math.sqrt(_),v=(m*m-u*u+r*_)/(2*u*e*y),w=(m*m-u*u-r*_)/(2*m*e*y),C=Math.log(Math.sqrt(v*v+1)-v),$=Math.log(Math.sqrt(w*w+1)-w);b=($-C)/n,g=function(O){var I=O*b,Y=Sr(C),L=u/(e*y)*(Y*ss(n*I+C)-os(C));return[a+L*p,l+L*d,u*Y/Sr(n*I+C)]}}return g.duration=Math.abs(b)*1e3*n/Math.SQRT2,g}return i.rho=function(o){var s=Math.max(.001,+o),a=s*s,l=a*a;return t(s,a,l)},i})(Math.SQRT2,2,4);function Cr(t){return function(n,e){var r=t((n=rn(n)).h,(e=rn(e)).h),i=E(n.s,e.s),o=E(n.l,e.l),s=E(n.opacity,e.opacity);return function(a){return n.h=r(a),n.s=i(a),n.l=o(a),n.opacity=s(a),n+""}}}var $a=Cr(Wn),Ca=Cr(E);function Er(t){return function(n,e){var r=t((n=on(n)).h,(e=on(e)).h),i=E(n.c,e.c),o=E(n.l,e.l),s=E(n.opacity,e.opacity);return function(a){return n.h=r(a),n.c=i(a),n.l=o(a),n.opacity=s(a),n+""}}}var Ea=Er(Wn),La=Er(E);function Lr(t){return(function n(e){e=+e;function r(i,o){var s=t((i=an(i)).h,(o=an(o)).h),a=E(i.s,o.s),l=E(i.l,o.l),u=E(i.opacity,o.opacity);return function(f){return i.h=s(f),i.s=a(f),i.l=l(Math.pow(f,e)),i.opacity=u(f),i+""}}return r.gamma=n,r})(1)}var qa=Lr(Wn),Oa=Lr(E);function as(t){return Math.abs(t=Math.round(t))>=1e21?t.toLocaleString("en").replace(/,/g,""):t.toString(10)}function hn(t,n){if(!isFinite(t)||t===0)return null;var e=(t=n?t.toExponential(n-1):t.toExponential()).indexOf("e"),r=t.slice(0,e);return[r.length>1?r[0]+r.slice(2):r,+t.slice(e+1)]}function xt(t){return t=hn(Math.abs(t)),t?t[1]:NaN}function us(t,n){return function(e,r){for(var i=e.length,o=[],s=0,a=t[0],l=0;i>0&&a>0&&(l+a+1>r&&(a=Math.max(1,r-l)),o.push(e.substring(i-=a,i+a)),!((l+=a+1)>r));)a=t[s=(s+1)%t.length];return o.reverse().join(n)}}function cs(t){return function(n){return n.replace(/[0-9]/g,function(e){return t[+e]})}}var ls=/^(?:(.)?([<>=^]))?([+\-( ])?([$#])?(0)?(\d+)?(,)?(\.\d+)?(~)?([a-z%])?$/i;function Et(t){if(!(n=ls.exec(t)))throw new Error("invalid format: "+t);var n;return new jn({fill:n[1],align:n[2],sign:n[3],symbol:n[4],zero:n[5],width:n[6],comma:n[7],precision:n[8]&&n[8].slice(1),trim:n[9],type:n[10]})}Et.prototype=jn.prototype;function jn(t){this.fill=t.fill===void 0?" ":t.fill+"",this.align=t.align===void 0?">":t.align+"",this.sign=t.sign===void 0?"-":t.sign+"",this.symbol=t.symbol===void 0?"":t.symbol+"",this.zero=!!t.zero,this.width=t.width===void 0?void 0:+t.width,this.comma=!!t.comma,this.precision=t.precision===void 0?void 0:+t.precision,this.trim=!!t.trim,this.type=t.type===void 0?"":t.type+""}jn.prototype.toString=function(){return this.fill+this.align+this.sign+this.symbol+(this.zero?"0":"")+(this.width===void 0?"":Math.max(1,this.width|0))+(this.comma?",":"")+(this.precision===void 0?"":"."+Math.max(0,this.precision|0))+(this.trim?"~":"")+this.type};function fs(t){t:for(var n=t.length,e=1,r=-1,i;e<n;++e)switch(t[e]){case".":r=i=e;break;case"0":r===0&&(r=e),i=e;break;default:if(!+t[e])break t;r>0&&(r=0);break}return r>0?t.slice(0,r)+t.slice(i+1):t}var pn;function hs(t,n){var e=hn(t,n);if(!e)return pn=void 0,t.toPrecision(n);var r=e[0],i=e[1],o=i-(pn=Math.max(-8,Math.min(8,Math.floor(i/3)))*3)+1,s=r.length;return o===s?r:o>s?r+new Array(o-s+1).join("0"):o>0?r.slice(0,o)+"."+r.slice(o):"0."+new Array(1-o).join("0")+hn(t,Math.max(0,n+o-1))[0]}function qr(t,n){var e=hn(t,n);if(!e)return t+"";var r=e[0],i=e[1];return i<0?"0."+new Array(-i).join("0")+r:r.length>i+1?r.slice(0,i+1)+"."+r.slice(i+1):r+new Array(i-r.length+2).join("0")}var Or={"%":(t,n)=>(t*100).toFixed(n),b:t=>Math.round(t).toString(2),c:t=>t+"",d:as,e:(t,n)=>t.toExponential(n),f:(t,n)=>t.toFixed(n),g:(t,n)=>t.toPrecision(n),o:t=>Math.round(t).toString(8),p:(t,n)=>qr(t*100,n),r:qr,s:hs,X:t=>Math.round(t).toString(16).toUpperCase(),x:t=>Math.round(t).toString(16)};function Ir(t){return t}var Dr=Array.prototype.map,Fr=["y","z","a","f","p","n","\xB5","m","","k","M","G","T","P","E","Z","Y"];function ps(t){var n=t.grouping===void 0||t.thousands===void 0?Ir:us(Dr.call(t.grouping,Number),t.thousands+""),e=t.currency===void 0?"":t.currency[0]+"",r=t.currency===void 0?"":t.currency[1]+"",i=t.decimal===void 0?".":t.decimal+"",o=t.numerals===void 0?Ir:cs(Dr.call(t.numerals,String)),s=t.percent===void 0?"%":t.percent+"",a=t.minus===void 0?"\u2212":t.minus+"",l=t.nan===void 0?"NaN":t.nan+"";function u(h,m){h=Et(h);var p=h.fill,d=h.align,_=h.sign,g=h.symbol,b=h.zero,y=h.width,v=h.comma,w=h.precision,C=h.trim,$=h.type;$==="n"?(v=!0,$="g"):Or[$]||(w===void 0&&(w=12),C=!0,$="g"),(b||p==="0"&&d==="=")&&(b=!0,p="0",d="=");var O=(m&&m.prefix!==void 0?m.prefix:"")+(g==="$"?e:g==="#"&&/[boxX]/.test($)?"0"+$.toLowerCase():""),I=(g==="$"?r:/[%p]/.test($)?s:"")+(m&&m.suffix!==void 0?m.suffix:""),Y=Or[$],L=/[defgprs%]/.test($);w=w===void 0?6:/[gprs]/.test($)?Math.max(1,Math.min(21,w)):Math.max(0,Math.min(20,w));function B(x){var R=O,D=I,lt,pe,Dt;if($==="c")D=Y(x)+D,x="";else{x=+x;var Ft=x<0||1/x<0;if(x=isNaN(x)?l:Y(Math.abs(x),w),C&&(x=fs(x)),Ft&&+x==0&&_!=="+"&&(Ft=!1),R=(Ft?_==="("?_:a:_==="-"||_==="("?"":_)+R,D=($==="s"&&!isNaN(x)&&pn!==void 0?Fr[8+pn/3]:"")+D+(Ft&&_==="("?")":""),L){for(lt=-1,pe=x.length;++lt<pe;)if(Dt=x.charCodeAt(lt),48>Dt||Dt>57){D=(Dt===46?i+x.slice(lt+1):x.slice(lt))+D,x=x.slice(0,lt);break}}}v&&!b&&(x=n(x,1/0));var Ht=R.length+x.length+D.length,X=Ht<y?new Array(y-Ht+1).join(p):"";switch(v&&b&&(x=n(X+x,X.length?y-D.length:1/0),X=""),d){case"<":x=R+x+D+X;break;case"=":x=R+X+x+D;break;case"^":x=X.slice(0,Ht=X.length>>1)+R+x+D+X.slice(Ht);break;default:x=X+R+x+D;break}return o(x)}return B.toString=function(){return h+""},B}function f(h,m){var p=Math.max(-8,Math.min(8,Math.floor(xt(m)/3)))*3,d=Math.pow(10,-p),_=u((h=Et(h),h.type="f",h),{suffix:Fr[8+p/3]});return function(g){return _(d*g)}}return{format:u,formatPrefix:f}}var fn,Yn,Gn;ms({thousands:",",grouping:[3],currency:["$",""]});function ms(t){return fn=ps(t),Yn=fn.format,Gn=fn.formatPrefix,fn}function Hr(t){return Math.max(0,-xt(Math.abs(t)))}function zr(t,n){return Math.max(0,Math.max(-8,Math.min(8,Math.floor(xt(n)/3)))*3-xt(Math.abs(t)))}function Br(t,n){return t=Math.abs(t),n=Math.abs(n)-t,Math.max(0,xt(n)-xt(t))+1}function Wr(t,n){switch(arguments.length){case 0:break;case 1:this.range(t);break;default:this.range(n).domain(t);break}return this}function ds(t){return function(){return t}}function _s(t){return+t}var Vr=[0,1];function bt(t){return t}function Kn(t,n){return(n-=t=+t)?function(e){return(e-t)/n}:ds(isNaN(n)?NaN:.5)}function gs(t,n){var e;return t>n&&(e=t,t=n,n=e),function(r){return Math.max(t,Math.min(n,r))}}function ys(t,n,e){var r=t[0],i=t[1],o=n[0],s=n[1];return i<r?(r=Kn(i,r),o=e(s,o)):(r=Kn(r,i),o=e(o,s)),function(a){return o(r(a))}}function xs(t,n,e){var r=Math.min(t.length,n.length)-1,i=new Array(r),o=new Array(r),s=-1;for(t[r]<t[0]&&(t=t.slice().reverse(),n=n.slice().reverse());++s<r;)i[s]=Kn(t[s],t[s+1]),o[s]=e(n[s],n[s+1]);return function(a){var l=Ge(t,a,1,r)-1;return o[l](i[l](a))}}function jr(t,n){return n.domain(t.domain()).range(t.range()).interpolate(t.interpolate()).clamp(t.clamp()).unknown(t.unknown())}function Yr(){var t=Vr,n=Vr,e=ln,r,i,o,s=bt,a,l,u;function f(){var m=Math.min(t.length,n.length);return s!==bt&&(s=gs(t[0],t[m-1])),a=m>2?xs:ys,l=u=null,h}function h(m){return m==null||isNaN(m=+m)?o:(l||(l=a(t.map(r),n,e)))(r(s(m)))}return h.invert=function(m){return s(i((u||(u=a(n,t.map(r),z)))(m)))},h.domain=function(m){return arguments.length?(t=Array.from(m,_s),f()):t.slice()},h.range=function(m){return arguments.length?(n=Array.from(m),f()):n.slice()},h.rangeRound=function(m){return n=Array.from(m),e=Pr,f()},h.clamp=function(m){return arguments.length?(s=m?!0:bt,f()):s!==bt},h.interpolate=function(m){return arguments.length?(e=m,f()):e},h.unknown=function(m){return arguments.length?(o=m,h):o},function(m,p){return r=m,i=p,f()}}function bs(){return Yr()(bt,bt)}function ws(t,n,e,r){var i=Je(t,n,e),o;switch(r=Et(r??",f"),r.type){case"s":{var s=Math.max(Math.abs(t),Math.abs(n));return r.precision==null&&!isNaN(o=zr(i,s))&&(r.precision=o),Gn(r,s)}case"":case"e":case"g":case"p":case"r":{r.precision==null&&!isNaN(o=Br(i,Math.max(Math.abs(t),Math.abs(n))))&&(r.precision=o-(r.type==="e"));break}case"f":case"%":{r.precision==null&&!isNaN(o=Hr(i))&&(r.precision=o-(r.type==="%")*2);break}}return Yn(r)}function Gr(t){var n=t.domain;return t.ticks=function(e){var r=n();return Ze(r[0],r[r.length-1],e??10)},t.tickFormat=function(e,r){var i=n();return ws(i[0],i[i.length-1],e??10,r)},t.nice=function(e){e==null&&(e=10);var r=n(),i=0,o=r.length-1,s=r[i],a=r[o],l,u,f=10;for(a<s&&(u=s,s=a,a=u,u=i,i=o,o=u);f-- >0;){if(u=Zt(s,a,e),u===l)return r[i]=s,r[o]=a,n(r);if(u>0)s=Math.floor(s/u)*u,a=Math.ceil(a/u)*u;else if(u<0)s=Math.ceil(s*u)/u,a=Math.floor(a*u)/u;else break;l=u}return t},t}function ut(){var t=bs();return t.copy=function(){return jr(t,ut())},Wr.apply(t,arguments),Gr(t)}function Ur(t){return function(n){return Math.sign(n)*Math.log1p(Math.abs(n/t))}}function Xr(t){return function(n){return Math.sign(n)*Math.expm1(Math.abs(n))*t}}function vs(t){var n=1,e=t(Ur(n),Xr(n));return e.constant=function(r){return arguments.length?t(Ur(n=+r),Xr(n)):n},Gr(e)}function Qn(){var t=vs(Yr());return t.copy=function(){return jr(t,Qn()).constant(t.constant())},Wr.apply(t,arguments)}function qt(t,n,e){let r=[0,Math.max(1,n)];return t==="log"?Qn(r,e).constant(1):ut(r,e)}function Lt(t){return 6.3*t.length}function M(t){return t.toLocaleString("en-US")}function Kr(t,n,e){let r=Math.max(1,n),i=qt(t,r,e);if(t==="linear"){let s=(e[1]-e[0])/(Lt(M(r))+24);return ut([0,r],e).ticks(Math.max(1,Math.floor(s))).filter(Number.isInteger)}let o=Math.floor(Math.log2(r))+1;for(let s=1;s<o;s++){let a=[0];for(let l=0;l<o;l+=s)a.push(2**l);if(ks(a,i))return a}return[0,2**(o-1)]}function ks(t,n){return t.every((e,r)=>{if(r===0)return!0;let i=t[r-1],o=(Lt(M(e))+Lt(M(i)))/2;return n(e)-n(i)>=o+6})}function Zn(t,n){let e=1/0,r=-1/0;if(t.forEach((o,s)=>{if(!Number.isFinite(o))return;let a=Number.isFinite(n[s])?n[s]:0;e=Math.min(e,o-a),r=Math.max(r,o+a)}),e>r)return[0,1];let i=Math.max(Math.abs(r),1e-6)*.01;return r-e<i?[e-i,r+i]:[e,r]}function Qr(t,n){let e=.5*(t[1]-t[0]);return n<t[0]-e||n>t[1]+e?t:[Math.min(t[0],n),Math.max(t[1],n)]}function Zr(t,n,e){let r=0;return t.forEach((i,o)=>{Math.abs(n(i)-e)<Math.abs(n(t[r])-e)&&(r=o)}),r}function ti(t){return(t.layout?.rows??[]).map((e,r)=>Ms(t,e,r))}function Ms(t,n,e){let r=Ss(t,e),i=t.layout.metrics.flatMap(a=>/^transfer_(.+)_accuracy$/.exec(a)?.[1]??[]),o=t.steps.map((a,l)=>({step:a,epoch:r("epoch",l),loss:r("reconstruction_loss",l),stderr:r("reconstruction_stderr",l),limit:r("reconstruction_loss_limit",l),explained:r("explained_variance",l),accuracy:r("probe_accuracy",l),transfers:i.map(u=>({name:u,accuracy:r(`transfer_${u}_accuracy`,l)})),flags:Rs(r("flags",l),t.layout.flags)})),s=a=>o.map((l,u)=>r(a,u)).findLast(Number.isFinite)??NaN;return{key:`${n.layer}/${n.decoder}`,row:n,points:o,meanImageLoss:s("mean_image_loss"),pcaBound:s("pca_bound"),wholeRunFlags:Ns(o),best:Ts(o)}}function Ss({layout:t,shape:n,values:e},r){let[,i,o]=n,s=new Map(t.metrics.map((a,l)=>[a,l]));return(a,l)=>{let u=s.get(a);return u===void 0?NaN:e[(l*i+r)*o+u]}}function Rs(t,n){return Number.isFinite(t)?n.filter((e,r)=>Math.floor(t/2**r)%2===1):[]}function Ns(t){return t[0]?.flags.filter(n=>t.every(e=>e.flags.includes(n)))??[]}function Ts(t){let n=null;for(let e of t)e.accuracy>(n?.accuracy??-1/0)&&(n=e);return n}function ni(t,n){let{points:e,meanImageLoss:r,pcaBound:i}=t;return n==="loss"?{label:"reconstruction loss",values:e.map(o=>o.loss),errors:e.map(o=>o.stderr),references:Jr([{label:"mean image",value:r},{label:"PCA bound",value:i}])}:{label:"explained variance",values:e.map(o=>o.explained),errors:e.map(o=>o.stderr/r),references:Jr([{label:"mean image",value:0},{label:"PCA bound",value:1-i/r}])}}function Jr(t){return t.filter(({value:n})=>Number.isFinite(n))}function wt(t,{layer:n,decoder:e}){return t.find(r=>r.layer===n&&r.decoder===e)}var mn=236,vt={top:24,right:40,bottom:34,left:48},ei={top:22,bottom:24};function ri(t,n,e){let r=e-(n.accuracyDomain?vt.right:14),i=mn-vt.bottom,o=t.points.at(-1)?.step??1,s=ni(t,n.metric),a=Zn(s.values,s.errors),l=s.references.reduce((f,{value:h})=>Qr(f,h),a),u=[i-ei.bottom,vt.top+ei.top];return{width:e,left:vt.left,right:r,top:vt.top,bottom:i,stepAxis:n.stepAxis,lastStep:o,x:qt(n.stepAxis,o,[vt.left+4,r-4]),y:ut(l,u),accuracy:n.accuracyDomain&&ut(n.accuracyDomain,u),measure:s}}function ii(t){let n=t.flatMap(e=>e.points.map(r=>r.accuracy)).filter(Number.isFinite);return n.length?Zn(n,[]):null}var Ps={training_heldout:"held-out rows are training rows",no_labels:"no labels, so no probe accuracy",one_class:"one class only, so no probe accuracy",constant_features:"some features are constant",rank_deficient:"features depend on each other linearly",nonfinite_features:"features are NaN or infinite",few_rows:"few rows for this width: the loss reads high",ridge_at_bound:"the best ridge lies at the end of its path",probe_not_converged:"the linear probe did not converge",target_resized:"the input is reconstructed at a smaller size",target_cropped:"the border of the input is not reconstructed",constant_target:"the input is constant",failed:"the measurement failed"};function Ot(t){return Ps[t]??t.replaceAll("_"," ")}var As=new Intl.NumberFormat("en-US",{maximumSignificantDigits:4,minimumSignificantDigits:3}),$s=new Intl.NumberFormat("en-US",{maximumSignificantDigits:2});function J(t){return Number.isFinite(t)?As.format(t).replace("-","\u2212"):"not measured"}function oi(t){return Number.isFinite(t)?` \xB1 ${$s.format(t)}`:""}function j(t){return Number.isFinite(t)?`${(100*t).toFixed(1)} %`:"not measured"}function si(t){return t.replace(/\/phases$/,"")||t}var Cs=Symbol.for("pv"),Es=0;function c(t,n,e,r,i,o){n||(n={});var s,a,l=n;if("ref"in l&&typeof t!="function")for(a in l={},n)a=="ref"?s=n[a]:l[a]=n[a];var u={type:t,props:l,key:e,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Cs,__v:--Es,__i:-1,__u:0};return(i||o)&&(u.__source=i,u.__self=o),k.vnode&&k.vnode(u),u}function ai({rows:t,reports:n,cursor:e}){let[r,i]=Q(e.current);F(()=>e.subscribe(i),[e]);let o=q(null),s=t.find(f=>f.key===r?.panel),a=r?s?.points[r.index]:void 0;Ue(()=>{if(!o.current||!r)return;let h=document.querySelector(`[data-panel="${CSS.escape(r.panel)}"] svg`).querySelector(".cursor line").getBoundingClientRect(),{width:m,height:p}=o.current.getBoundingClientRect(),d=h.left+14,_=d+m>document.documentElement.clientWidth-4?h.left-14-m:d,g=Math.min(h.top+18,window.innerHeight-p-4);o.current.style.transform=`translate(${Math.max(4,_)}px,${Math.max(4,g)}px)`});let l=s&&wt(n,s.row),u=r?.byKey&&s&&a?qs(s,a):"";return c(T,{children:[c("div",{class:"read-aloud","aria-live":"polite",children:u}),s&&a&&c("div",{ref:o,class:"tooltip",role:"tooltip",children:c(Ls,{series:s,point:a,phases:l?.phases??[]})})]})}function Ls({series:t,point:n,phases:e}){let r=e.filter(({start_step:o,end_step:s})=>o<=n.step&&n.step<=s),i=n.flags.filter(o=>!t.wholeRunFlags.includes(o));return c(T,{children:[c("p",{class:"tooltip-title",children:[c("b",{children:["step ",M(n.step)]}),Number.isFinite(n.epoch)&&c("span",{children:[" epoch ",Number(n.epoch.toFixed(2))]}),c("span",{class:"tooltip-layer",children:t.row.layer})]}),c("dl",{children:[c("dt",{class:"loss",children:"reconstruction loss"}),c("dd",{children:[J(n.loss),c("span",{class:"muted",children:oi(n.stderr)})]}),Number.isFinite(n.limit)&&c(T,{children:[c("dt",{children:"at unlimited rows"}),c("dd",{children:J(n.limit)})]}),c("dt",{children:"explained variance"}),c("dd",{children:j(n.explained)}),c("dt",{class:"accuracy",children:"probe accuracy"}),c("dd",{children:j(n.accuracy)}),n.transfers.map(({name:o,accuracy:s})=>c(T,{children:[c("dt",{children:[o," accuracy"]}),c("dd",{children:j(s)})]})),r.length>0&&c(T,{children:[c("dt",{children:"phase"}),c("dd",{children:r.map(({kind:o})=>o).join(" \u2192 ")})]})]}),i.map(o=>c("p",{class:"tooltip-flag",children:Ot(o)},o)),c("p",{class:"muted",children:"loss: mean squared error per input element"})]})}function qs({row:t},n){return`${t.layer}, step ${M(n.step)}: reconstruction loss ${J(n.loss)}, probe accuracy ${j(n.accuracy)}`}var dn=class{place=null;listeners=new Set;get current(){return this.place}move(n){if(!(n?.index===this.place?.index&&n?.panel===this.place?.panel)){this.place=n;for(let e of this.listeners)e(n)}}subscribe(n){return this.listeners.add(n),()=>{this.listeners.delete(n)}}};function ui(t){if(window.parent===window)return;let n=new MessageChannel;n.port1.onmessage=e=>{let r=JSON.parse(e.data);if(r.isReply)return;t[r.type]?.(r.payload);let i={type:r.type,id:r.id,payload:null,error:null,isReply:!0};n.port1.postMessage(JSON.stringify(i))},window.parent.postMessage("experimental.bootstrap","*",[n.port2])}function Jn(t){return{run:t.run??"",stepAxis:t.x==="linear"?"linear":"log",metric:t.y==="explained"?"explained":"loss"}}function ci({run:t,stepAxis:n,metric:e}){return{...t&&{run:t},x:n,y:e}}function li(t,n){let e=(r,i)=>i.last_wall_time>r.last_wall_time?i:r;return t.find(({run:r})=>r===n)??(t.length?t.reduce(e):void 0)}async function fi(){return(await(await te("./runs")).json()).runs}async function hi(t){let n=await te(`./metrics?run=${encodeURIComponent(t)}`);return Os(await n.arrayBuffer())}async function pi(t){return(await(await te(`./phases?run=${encodeURIComponent(t)}`)).json()).rows}function Os(t){let n=new DataView(t).getUint32(0,!0),e=JSON.parse(new TextDecoder().decode(new Uint8Array(t,4,n))),r=new Float32Array(t,4+n),[i,o,s]=e.shape;if(r.length!==i*o*s)throw new Error(`run ${e.run}: ${r.length} values for the shape ${e.shape.join(" x ")}`);return{...e,values:r}}async function te(t){let n=await fetch(t);if(n.ok)return n;let e=await n.text();throw new Error(Is(e)??`${t}: ${n.status} ${n.statusText}`)}function Is(t){try{return JSON.parse(t).error}catch{return}}function mi(t){let[n,e]=Q({}),r=q(0),i=Xe(async()=>{let o=++r.current,s=a=>{o===r.current&&e(l=>({...l,...a}))};try{let a=await fi(),l=li(a,t),u=l&&await Ds(l);s({runs:a,shown:u,problem:void 0})}catch(a){s({problem:a instanceof Error?a.message:String(a)})}},[t]);return F(()=>{i()},[i]),{...n,reload:i}}async function Ds(t){if(!t.num_steps)return{summary:t,rows:[],reports:[]};let[n,e]=await Promise.all([hi(t.run),pi(t.run)]);return{summary:n,rows:ti(n),reports:e}}function _i({runs:t,shown:n,selection:e,select:r}){return c("header",{class:"controls",children:[c("label",{class:"run",children:[c("span",{class:"control-name",children:"Run"}),c("select",{value:n.run,onChange:i=>r({run:i.currentTarget.value}),children:t.map(i=>c("option",{value:i.run,children:Fs(i)},i.run))})]}),c(di,{name:"Left axis",value:e.metric,options:{loss:"Reconstruction loss",explained:"Explained variance"},choose:i=>r({metric:i})}),c(di,{name:"Step axis",value:e.stepAxis,options:{log:"log(1 + step)",linear:"linear"},choose:i=>r({stepAxis:i})})]})}function Fs({run:t,num_steps:n,last_step:e,error:r}){let i=e===null?"no probe step":`${n} probe steps to step ${M(e)}`;return`${si(t)} \xB7 ${r?"damaged, ":""}${i}`}function di({name:t,value:n,options:e,choose:r}){return c("fieldset",{class:"choice",children:[c("legend",{class:"control-name",children:t}),c("div",{class:"segments",children:Object.entries(e).map(([i,o])=>c("label",{children:[c("input",{type:"radio",name:t,value:i,checked:i===n,onChange:()=>r(i)}),c("span",{children:o})]},i))})]})}var Hs='model.fit(x, y, callbacks=[PhaseProbe(log_dir="logs/run1")])';function gi(){return c("main",{class:"empty",children:[c(zs,{}),c("h1",{children:"Installed, waiting for the first probe step"}),c("p",{children:"Add one callback to your training. The first point, the untrained network, appears at once."}),c("pre",{children:c("code",{children:[c("span",{class:"muted",children:"from keras_phases import PhaseProbe"}),`

`,Hs]})}),c("p",{class:"muted",children:["Training already? TensorBoard must watch the same folder, ",c("code",{children:"tensorboard --logdir logs"}),", and its reload button fetches new steps."]})]})}function zs(){return c("svg",{class:"empty-curve",width:280,height:92,viewBox:"0 0 280 92","aria-hidden":"true",children:[c("g",{class:"band constant",children:[c("rect",{width:80,height:78}),c("text",{x:40,y:14,"text-anchor":"middle",children:"constant"})]}),c("g",{class:"band decrease",children:[c("rect",{x:80,width:100,height:78}),c("text",{x:130,y:14,"text-anchor":"middle",children:"decrease"})]}),c("g",{class:"band increase",children:[c("rect",{x:180,width:100,height:78}),c("text",{x:230,y:14,"text-anchor":"middle",children:"increase"})]}),c("g",{class:"curve loss",children:c("path",{class:"line",d:"M2,32L80,33C110,34 140,62 180,62S250,36 278,26"})}),c("g",{class:"axis",children:c("line",{x2:280,y1:78,y2:78})})]})}function yi({options:t}){let n=t.metric==="loss"?"reconstruction loss":"explained variance";return c("section",{class:"legend","aria-label":"Legend",children:[c("ul",{children:[c("li",{children:[c(ne,{kind:"constant"})," ",c("b",{children:"constant"})," as untrained"]}),c("li",{children:[c(ne,{kind:"decrease"})," ",c("b",{children:"decrease"})," learns to carry its input"]}),c("li",{children:[c(ne,{kind:"increase"})," ",c("b",{children:"increase"})," forgets it"]}),c("li",{children:[c("svg",{width:26,height:14,class:"curve loss","aria-hidden":"true",children:[c("path",{class:"spread",d:"M0,3H26V11H0Z"}),c("path",{class:"line",d:"M0,7H26"})]}),n," \xB1 standard error"]}),t.accuracyDomain&&c("li",{children:[c("svg",{width:26,height:14,class:"curve accuracy","aria-hidden":"true",children:c("path",{class:"line",d:"M0,7H26"})}),"probe accuracy, one scale for all layers"]}),c("li",{children:[c("svg",{width:26,height:16,class:"minimum","aria-hidden":"true",children:[c("line",{class:"interval",x1:1,x2:25,y1:13,y2:13}),c("circle",{cx:13,cy:6,r:4.5})]}),"minimum and its interval"]})]}),c("p",{class:"limit",children:["Stopping at the minimum helps frozen features; full fine-tuning can still gain from longer pre-training (",c("a",{href:"https://arxiv.org/abs/2203.04668",target:"_blank",rel:"noreferrer",children:"Deng et al., ICCV 2023"}),")."]})]})}function ne({kind:t}){return c("svg",{width:26,height:14,class:`band ${t}`,"aria-hidden":"true",children:[c("rect",{width:26,height:14}),c("rect",{class:"edge",width:26,height:3})]})}function xi(t){let n=q(null),[e,r]=Q(t);return F(()=>{let i=new ResizeObserver(([o])=>{let s=Math.floor(o.contentRect.width);s>0&&r(s)});return i.observe(n.current),()=>i.disconnect()},[]),[n,e]}function bi({panel:t}){let n=Kr(t.stepAxis,t.lastStep,[t.x(0),t.x(t.lastStep)]);return c("g",{class:"axis axis-step",children:[c("line",{x1:t.left,x2:t.right,y1:t.bottom,y2:t.bottom}),n.map(e=>c("g",{class:"tick",transform:`translate(${t.x(e)},${t.bottom})`,children:[c("line",{y2:4}),c("text",{y:16,"text-anchor":"middle",children:M(e)})]},e)),c("text",{class:"axis-unit",x:t.right,y:t.bottom+30,"text-anchor":"end",children:"step \u2192"})]})}function wi({panel:t}){let n=t.y.ticks(4),e=t.y.tickFormat(4);return c("g",{class:"axis axis-value",children:[n.map(r=>c("g",{class:"tick",transform:`translate(0,${t.y(r)})`,children:[c("line",{class:"grid",x1:t.left,x2:t.right}),c("text",{x:t.left-6,dy:"0.32em","text-anchor":"end",children:e(r)})]},r)),c("text",{class:"axis-title loss",x:2,y:12,children:["\u2191 ",t.measure.label]})]})}function vi({panel:t}){let n=t.accuracy;if(!n)return null;let e=n.tickFormat(4,"~%");return c("g",{class:"axis axis-accuracy",children:[n.ticks(4).map(r=>c("g",{class:"tick",transform:`translate(${t.right},${n(r)})`,children:[c("line",{x2:4}),c("text",{x:7,dy:"0.32em",children:e(r)})]},r)),c("text",{class:"axis-title accuracy",x:t.width-2,y:12,"text-anchor":"end",children:"probe accuracy \u2191"})]})}function Mi({panel:t,series:n,cursor:e}){let r=q(null),i=q(null),o=q(null),s=q(null);return F(()=>{let a=l=>{let u=l&&n.points[l.index];if(r.current.toggleAttribute("data-shown",!!u),!u)return;let f=t.x(u.step);i.current.setAttribute("transform",`translate(${f},0)`),ki(o.current,f,t.measure.values[l.index],t.y),ki(s.current,f,u.accuracy,t.accuracy)};return a(e.current),e.subscribe(a)},[t,n,e]),c("g",{ref:r,class:"cursor","aria-hidden":"true",children:[c("line",{ref:i,y1:t.top,y2:t.bottom}),c("circle",{ref:s,class:"accuracy",r:4}),c("circle",{ref:o,class:"loss",r:4})]})}function ki(t,n,e,r){let i=r!==null&&Number.isFinite(e);t.style.display=i?"":"none",i&&t.setAttribute("transform",`translate(${n},${r(e)})`)}var It=Math.PI,ee=2*It,ct=1e-6,Bs=ee-ct;function Si(t){this._+=t[0];for(let n=1,e=t.length;n<e;++n)this._+=arguments[n]+t[n]}function Vs(t){let n=Math.floor(t);if(!(n>=0))throw new Error(`invalid digits: ${t}`);if(n>15)return Si;let e=10**n;return function(r){this._+=r[0];for(let i=1,o=r.length;i<o;++i)this._+=Math.round(arguments[i]*e)/e+r[i]}}function Ri(t,n,e,r){return t===e&&n===r}function Us(t){let n=Math.floor(t);if(!(n<=15))return Ri;let e=10**n,r=function(i){return Math.round(i*e)};return function(i,o,s,a){return r(i)===r(s)&&r(o)===r(a)}}var kt=class{constructor(n){this._x0=this._y0=this._x1=this._y1=null,this._="",this._append=n==null?Si:Vs(n),this._equal=n==null?Ri:Us(n)}moveTo(n,e){this._append`M${this._x0=this._x1=+n},${this._y0=this._y1=+e}`}closePath(){this._x1!==null&&(this._x1=this._x0,this._y1=this._y0,this._append`Z`)}lineTo(n,e){this._append`L${this._x1=+n},${this._y1=+e}`}quadraticCurveTo(n,e,r,i){this._append`Q${+n},${+e},${this._x1=+r},${this._y1=+i}`}bezierCurveTo(n,e,r,i,o,s){this._append`C${+n},${+e},${+r},${+i},${this._x1=+o},${this._y1=+s}`}arcTo(n,e,r,i,o){if(n=+n,e=+e,r=+r,i=+i,o=+o,o<0)throw new Error(`negative radius: ${o}`);let s=this._x1,a=this._y1,l=r-n,u=i-e,f=s-n,h=a-e,m=f*f+h*h;if(this._x1===null)this._append`M${this._x1=n},${this._y1=e}`;else if(m>ct)if(!(Math.abs(h*l-u*f)>ct)||!o)this._append`L${this._x1=n},${this._y1=e}`;else{let p=r-s,d=i-a,_=l*l+u*u,g=p*p+d*d,b=Math.sqrt(_),y=Math.sqrt(m),v=o*Math.tan((It-Math.acos((_+m-g)/(2*b*y)))/2),w=v/y,C=v/b;Math.abs(w-1)>ct&&this._append`L${n+w*f},${e+w*h}`,this._append`A${o},${o},0,0,${+(h*p>f*d)},${this._x1=n+C*l},${this._y1=e+C*u}`}}arc(n,e,r,i,o,s){if(n=+n,e=+e,r=+r,s=!!s,r<0)throw new Error(`negative radius: ${r}`);let a=r*Math.cos(i),l=r*Math.sin(i),u=n+a,f=e+l,h=1^s,m=s?i-o:o-i;if(this._x1===null?this._append`M${u},${f}`:(Math.abs(this._x1-u)>ct||Math.abs(this._y1-f)>ct)&&this._append`L${u},${f}`,!!r){if(m<0&&(m=m%ee+ee),m>Bs)this._append`A${r},${r},0,1,${h},${n-a},${e-l}A${r},${r},0,1,${h},${this._x1=u},${this._y1=f}`;else if(m>ct){let p=n+r*Math.cos(o),d=e+r*Math.sin(o);if(m>=It&&this._equal(u,f,p,d)){m/=2;let _=i+m;this._append`A${r},${r},0,${+(m>=It)},${h},${n+r*Math.cos(_)},${e+r*Math.sin(_)}`}this._append`A${r},${r},0,${+(m>=It)},${h},${this._x1=p},${this._y1=d}`}}}rect(n,e,r,i){this._append`M${this._x0=this._x1=+n},${this._y0=this._y1=+e}h${r=+r}v${+i}h${-r}Z`}toString(){return this._}};function Xs(){return new kt}Xs.prototype=kt.prototype;function A(t){return function(){return t}}var Ws=Math.cos;var ie=Math.sin,Mt=Math.sqrt,Ni=1e-12,_n=Math.PI,Hu=_n/2,Ci=2*_n;function Ei(t){let n=3;return t.digits=function(e){if(!arguments.length)return n;if(e==null)n=null;else{let r=Math.floor(e);if(!(r>=0))throw new RangeError(`invalid digits: ${e}`);n=r}return t},()=>new kt(n)}var zu=Array.prototype.slice;function Li(t){return typeof t=="object"&&"length"in t?t:Array.from(t)}function qi(t){this._context=t}qi.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,n){switch(t=+t,n=+n,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,n):this._context.moveTo(t,n);break;case 1:this._point=2;default:this._context.lineTo(t,n);break}}};function se(t){return new qi(t)}function Oi(t){return t[0]}function Ii(t){return t[1]}function xn(t,n){var e=A(!0),r=null,i=se,o=null,s=Ei(a);t=typeof t=="function"?t:t===void 0?Oi:A(t),n=typeof n=="function"?n:n===void 0?Ii:A(n);function a(l){var u,f=(l=Li(l)).length,h,m=!1,p;for(r==null&&(o=i(p=s())),u=0;u<=f;++u)!(u<f&&e(h=l[u],u,l))===m&&((m=!m)?o.lineStart():o.lineEnd()),m&&o.point(+t(h,u,l),+n(h,u,l));if(p)return o=null,p+""||null}return a.x=function(l){return arguments.length?(t=typeof l=="function"?l:A(+l),a):t},a.y=function(l){return arguments.length?(n=typeof l=="function"?l:A(+l),a):n},a.defined=function(l){return arguments.length?(e=typeof l=="function"?l:A(!!l),a):e},a.curve=function(l){return arguments.length?(i=l,r!=null&&(o=i(r)),a):i},a.context=function(l){return arguments.length?(l==null?r=o=null:o=i(r=l),a):r},a}function Di(t,n,e){var r=null,i=A(!0),o=null,s=se,a=null,l=Ei(u);t=typeof t=="function"?t:t===void 0?Oi:A(+t),n=typeof n=="function"?n:A(n===void 0?0:+n),e=typeof e=="function"?e:e===void 0?Ii:A(+e);function u(h){var m,p,d,_=(h=Li(h)).length,g,b=!1,y,v=new Array(_),w=new Array(_);for(o==null&&(a=s(y=l())),m=0;m<=_;++m){if(!(m<_&&i(g=h[m],m,h))===b)if(b=!b)p=m,a.areaStart(),a.lineStart();else{for(a.lineEnd(),a.lineStart(),d=m-1;d>=p;--d)a.point(v[d],w[d]);a.lineEnd(),a.areaEnd()}b&&(v[m]=+t(g,m,h),w[m]=+n(g,m,h),a.point(r?+r(g,m,h):v[m],e?+e(g,m,h):w[m]))}if(y)return a=null,y+""||null}function f(){return xn().defined(i).curve(s).context(o)}return u.x=function(h){return arguments.length?(t=typeof h=="function"?h:A(+h),r=null,u):t},u.x0=function(h){return arguments.length?(t=typeof h=="function"?h:A(+h),u):t},u.x1=function(h){return arguments.length?(r=h==null?null:typeof h=="function"?h:A(+h),u):r},u.y=function(h){return arguments.length?(n=typeof h=="function"?h:A(+h),e=null,u):n},u.y0=function(h){return arguments.length?(n=typeof h=="function"?h:A(+h),u):n},u.y1=function(h){return arguments.length?(e=h==null?null:typeof h=="function"?h:A(+h),u):e},u.lineX0=u.lineY0=function(){return f().x(t).y(n)},u.lineY1=function(){return f().x(t).y(e)},u.lineX1=function(){return f().x(r).y(n)},u.defined=function(h){return arguments.length?(i=typeof h=="function"?h:A(!!h),u):i},u.curve=function(h){return arguments.length?(s=h,o!=null&&(a=s(o)),u):s},u.context=function(h){return arguments.length?(h==null?o=a=null:a=s(o=h),u):o},u}var Bu=js(se);function Fi(t){this._curve=t}Fi.prototype={areaStart:function(){this._curve.areaStart()},areaEnd:function(){this._curve.areaEnd()},lineStart:function(){this._curve.lineStart()},lineEnd:function(){this._curve.lineEnd()},point:function(t,n){this._curve.point(n*Math.sin(t),n*-Math.cos(t))}};function js(t){function n(e){return new Fi(t(e))}return n._curve=t,n}var Vu=Mt(3);var Ys=Mt(1/3),Uu=Ys*2;var Hi=ie(_n/10)/ie(7*_n/10),Xu=ie(Ci/10)*Hi,Wu=-Ws(Ci/10)*Hi;var ju=Mt(3);var Yu=Mt(3);var Gu=Mt(3)/2,Gs=1/Mt(12),Ku=(Gs/2+1)*3;function tt(){}function gn(t,n,e){t._context.bezierCurveTo((2*t._x0+t._x1)/3,(2*t._y0+t._y1)/3,(t._x0+2*t._x1)/3,(t._y0+2*t._y1)/3,(t._x0+4*t._x1+n)/6,(t._y0+4*t._y1+e)/6)}function ae(t){this._context=t}ae.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){switch(this._point){case 3:gn(this,this._x1,this._y1);case 2:this._context.lineTo(this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,n){switch(t=+t,n=+n,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,n):this._context.moveTo(t,n);break;case 1:this._point=2;break;case 2:this._point=3,this._context.lineTo((5*this._x0+this._x1)/6,(5*this._y0+this._y1)/6);default:gn(this,t,n);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=n}};function Ks(t){this._context=t}Ks.prototype={areaStart:tt,areaEnd:tt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._y0=this._y1=this._y2=this._y3=this._y4=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x2,this._y2),this._context.closePath();break}case 2:{this._context.moveTo((this._x2+2*this._x3)/3,(this._y2+2*this._y3)/3),this._context.lineTo((this._x3+2*this._x2)/3,(this._y3+2*this._y2)/3),this._context.closePath();break}case 3:{this.point(this._x2,this._y2),this.point(this._x3,this._y3),this.point(this._x4,this._y4);break}}},point:function(t,n){switch(t=+t,n=+n,this._point){case 0:this._point=1,this._x2=t,this._y2=n;break;case 1:this._point=2,this._x3=t,this._y3=n;break;case 2:this._point=3,this._x4=t,this._y4=n,this._context.moveTo((this._x0+4*this._x1+t)/6,(this._y0+4*this._y1+n)/6);break;default:gn(this,t,n);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=n}};function Qs(t){this._context=t}Qs.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,n){switch(t=+t,n=+n,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3;var e=(this._x0+4*this._x1+t)/6,r=(this._y0+4*this._y1+n)/6;this._line?this._context.lineTo(e,r):this._context.moveTo(e,r);break;case 3:this._point=4;default:gn(this,t,n);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=n}};function zi(t,n){this._basis=new ae(t),this._beta=n}zi.prototype={lineStart:function(){this._x=[],this._y=[],this._basis.lineStart()},lineEnd:function(){var t=this._x,n=this._y,e=t.length-1;if(e>0)for(var r=t[0],i=n[0],o=t[e]-r,s=n[e]-i,a=-1,l;++a<=e;)l=a/e,this._basis.point(this._beta*t[a]+(1-this._beta)*(r+l*o),this._beta*n[a]+(1-this._beta)*(i+l*s));this._x=this._y=null,this._basis.lineEnd()},point:function(t,n){this._x.push(+t),this._y.push(+n)}};var Qu=(function t(n){function e(r){return n===1?new ae(r):new zi(r,n)}return e.beta=function(r){return t(+r)},e})(.85);function yn(t,n,e){t._context.bezierCurveTo(t._x1+t._k*(t._x2-t._x0),t._y1+t._k*(t._y2-t._y0),t._x2+t._k*(t._x1-n),t._y2+t._k*(t._y1-e),t._x2,t._y2)}function ue(t,n){this._context=t,this._k=(1-n)/6}ue.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:yn(this,this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,n){switch(t=+t,n=+n,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,n):this._context.moveTo(t,n);break;case 1:this._point=2,this._x1=t,this._y1=n;break;case 2:this._point=3;default:yn(this,t,n);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=n}};var Zu=(function t(n){function e(r){return new ue(r,n)}return e.tension=function(r){return t(+r)},e})(0);function ce(t,n){this._context=t,this._k=(1-n)/6}ce.prototype={areaStart:tt,areaEnd:tt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(t,n){switch(t=+t,n=+n,this._point){case 0:this._point=1,this._x3=t,this._y3=n;break;case 1:this._point=2,this._context.moveTo(this._x4=t,this._y4=n);break;case 2:this._point=3,this._x5=t,this._y5=n;break;default:yn(this,t,n);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=n}};var Ju=(function t(n){function e(r){return new ce(r,n)}return e.tension=function(r){return t(+r)},e})(0);function le(t,n){this._context=t,this._k=(1-n)/6}le.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,n){switch(t=+t,n=+n,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:yn(this,t,n);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=n}};var tc=(function t(n){function e(r){return new le(r,n)}return e.tension=function(r){return t(+r)},e})(0);function fe(t,n,e){var r=t._x1,i=t._y1,o=t._x2,s=t._y2;if(t._l01_a>Ni){var a=2*t._l01_2a+3*t._l01_a*t._l12_a+t._l12_2a,l=3*t._l01_a*(t._l01_a+t._l12_a);r=(r*a-t._x0*t._l12_2a+t._x2*t._l01_2a)/l,i=(i*a-t._y0*t._l12_2a+t._y2*t._l01_2a)/l}if(t._l23_a>Ni){var u=2*t._l23_2a+3*t._l23_a*t._l12_a+t._l12_2a,f=3*t._l23_a*(t._l23_a+t._l12_a);o=(o*u+t._x1*t._l23_2a-n*t._l12_2a)/f,s=(s*u+t._y1*t._l23_2a-e*t._l12_2a)/f}t._context.bezierCurveTo(r,i,o,s,t._x2,t._y2)}function Bi(t,n){this._context=t,this._alpha=n}Bi.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:this.point(this._x2,this._y2);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,n){if(t=+t,n=+n,this._point){var e=this._x2-t,r=this._y2-n;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(e*e+r*r,this._alpha))}switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(t,n):this._context.moveTo(t,n);break;case 1:this._point=2;break;case 2:this._point=3;default:fe(this,t,n);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=n}};var nc=(function t(n){function e(r){return n?new Bi(r,n):new ue(r,0)}return e.alpha=function(r){return t(+r)},e})(.5);function Vi(t,n){this._context=t,this._alpha=n}Vi.prototype={areaStart:tt,areaEnd:tt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(t,n){if(t=+t,n=+n,this._point){var e=this._x2-t,r=this._y2-n;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(e*e+r*r,this._alpha))}switch(this._point){case 0:this._point=1,this._x3=t,this._y3=n;break;case 1:this._point=2,this._context.moveTo(this._x4=t,this._y4=n);break;case 2:this._point=3,this._x5=t,this._y5=n;break;default:fe(this,t,n);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=n}};var ec=(function t(n){function e(r){return n?new Vi(r,n):new ce(r,0)}return e.alpha=function(r){return t(+r)},e})(.5);function Ui(t,n){this._context=t,this._alpha=n}Ui.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,n){if(t=+t,n=+n,this._point){var e=this._x2-t,r=this._y2-n;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(e*e+r*r,this._alpha))}switch(this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:fe(this,t,n);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=n}};var rc=(function t(n){function e(r){return n?new Ui(r,n):new le(r,0)}return e.alpha=function(r){return t(+r)},e})(.5);function Zs(t){this._context=t}Zs.prototype={areaStart:tt,areaEnd:tt,lineStart:function(){this._point=0},lineEnd:function(){this._point&&this._context.closePath()},point:function(t,n){t=+t,n=+n,this._point?this._context.lineTo(t,n):(this._point=1,this._context.moveTo(t,n))}};function Ti(t){return t<0?-1:1}function Pi(t,n,e){var r=t._x1-t._x0,i=n-t._x1,o=(t._y1-t._y0)/(r||i<0&&-0),s=(e-t._y1)/(i||r<0&&-0),a=(o*i+s*r)/(r+i);return(Ti(o)+Ti(s))*Math.min(Math.abs(o),Math.abs(s),.5*Math.abs(a))||0}function Ai(t,n){var e=t._x1-t._x0;return e?(3*(t._y1-t._y0)/e-n)/2:n}function re(t,n,e){var r=t._x0,i=t._y0,o=t._x1,s=t._y1,a=(o-r)/3;t._context.bezierCurveTo(r+a,i+a*n,o-a,s-a*e,o,s)}function oe(t){this._context=t}oe.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=this._t0=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x1,this._y1);break;case 3:re(this,this._t0,Ai(this,this._t0));break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,n){var e=NaN;if(t=+t,n=+n,!(t===this._x1&&n===this._y1)){switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(t,n):this._context.moveTo(t,n);break;case 1:this._point=2;break;case 2:this._point=3,re(this,Ai(this,e=Pi(this,t,n)),e);break;default:re(this,this._t0,e=Pi(this,t,n));break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=n,this._t0=e}}};function Js(t){this._context=new Xi(t)}(Js.prototype=Object.create(oe.prototype)).point=function(t,n){oe.prototype.point.call(this,n,t)};function Xi(t){this._context=t}Xi.prototype={moveTo:function(t,n){this._context.moveTo(n,t)},closePath:function(){this._context.closePath()},lineTo:function(t,n){this._context.lineTo(n,t)},bezierCurveTo:function(t,n,e,r,i,o){this._context.bezierCurveTo(n,t,r,e,o,i)}};function ta(t){this._context=t}ta.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=[],this._y=[]},lineEnd:function(){var t=this._x,n=this._y,e=t.length;if(e)if(this._line?this._context.lineTo(t[0],n[0]):this._context.moveTo(t[0],n[0]),e===2)this._context.lineTo(t[1],n[1]);else for(var r=$i(t),i=$i(n),o=0,s=1;s<e;++o,++s)this._context.bezierCurveTo(r[0][o],i[0][o],r[1][o],i[1][o],t[s],n[s]);(this._line||this._line!==0&&e===1)&&this._context.closePath(),this._line=1-this._line,this._x=this._y=null},point:function(t,n){this._x.push(+t),this._y.push(+n)}};function $i(t){var n,e=t.length-1,r,i=new Array(e),o=new Array(e),s=new Array(e);for(i[0]=0,o[0]=2,s[0]=t[0]+2*t[1],n=1;n<e-1;++n)i[n]=1,o[n]=4,s[n]=4*t[n]+2*t[n+1];for(i[e-1]=2,o[e-1]=7,s[e-1]=8*t[e-1]+t[e],n=1;n<e;++n)r=i[n]/o[n-1],o[n]-=r,s[n]-=r*s[n-1];for(i[e-1]=s[e-1]/o[e-1],n=e-2;n>=0;--n)i[n]=(s[n]-i[n+1])/o[n];for(o[e-1]=(t[e]+i[e-1])/2,n=0;n<e-1;++n)o[n]=2*t[n+1]-i[n+1];return[i,o]}function na(t,n){this._context=t,this._t=n}na.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=this._y=NaN,this._point=0},lineEnd:function(){0<this._t&&this._t<1&&this._point===2&&this._context.lineTo(this._x,this._y),(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line>=0&&(this._t=1-this._t,this._line=1-this._line)},point:function(t,n){switch(t=+t,n=+n,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,n):this._context.moveTo(t,n);break;case 1:this._point=2;default:{if(this._t<=0)this._context.lineTo(this._x,n),this._context.lineTo(t,n);else{var e=this._x*(1-this._t)+t*this._t;this._context.lineTo(e,this._y),this._context.lineTo(e,n)}break}}this._x=t,this._y=n}};function Wi({panel:t,phases:n}){return c("g",{class:"bands",children:n.map(e=>{let r=t.x(e.start_step),i=Math.max(0,t.x(e.end_step)-r);return c("g",{class:`band ${e.kind}`,children:[c("rect",{x:r,y:t.top,width:i,height:t.bottom-t.top}),c("rect",{class:"edge",x:r,y:t.top,width:i,height:3}),i>Lt(e.kind)+4&&c("text",{x:r+i/2,y:t.top+15,"text-anchor":"middle",children:e.kind})]},e.start_step)})})}function ji({panel:t}){let[n,e]=t.y.domain(),r=t.measure.references.filter(({value:o})=>o>=n&&o<=e),i=t.measure.references.filter(o=>!r.includes(o));return c("g",{class:"references",children:[r.map(({label:o,value:s})=>{let a=s>(n+e)/2;return c("g",{class:"reference",children:[c("line",{x1:t.left,x2:t.right,y1:t.y(s),y2:t.y(s)}),c("text",{x:a?t.left+4:t.right-4,y:t.y(s)+(a?12:-4),"text-anchor":a?"start":"end",children:o})]},o)}),c("text",{class:"outside",x:2,y:t.bottom+30,children:i.map(({label:o,value:s})=>`${o} ${J(s)}`).join(", ")})]})}function Yi({panel:t,series:n}){let{values:e,errors:r}=t.measure,i=(u,f)=>t.x(n.points[f].step),o=(u,f)=>Number.isFinite(e[f]),s=u=>Number.isFinite(r[u])?r[u]:0,a=Di().defined(o).x(i).y0((u,f)=>t.y(u-s(f))).y1((u,f)=>t.y(u+s(f))),l=xn().defined(o).x(i).y(t.y);return c("g",{class:"curve loss",children:[c("path",{class:"spread",d:a(e)??""}),c("path",{class:"line",d:l(e)??""}),c(Ki,{panel:t,series:n,values:e,y:t.y})]})}function Gi({panel:t,series:n}){let e=t.accuracy;if(!e)return null;let r=n.points.map(o=>o.accuracy),i=xn().defined(Number.isFinite).x((o,s)=>t.x(n.points[s].step)).y(e);return c("g",{class:"curve accuracy",children:[c("path",{class:"line",d:i(r)??""}),c(Ki,{panel:t,series:n,values:r,y:e})]})}function Ki({panel:t,series:n,values:e,y:r}){return(t.right-t.left)/n.points.length<5?null:c(T,{children:n.points.map(({step:i},o)=>Number.isFinite(e[o])&&c("circle",{cx:t.x(i),cy:r(e[o]),r:2},i))})}function Qi({panel:t,series:n}){return c("g",{class:"flag-marks",children:n.points.map(({step:e,flags:r},i)=>{if(r.length===n.wholeRunFlags.length)return null;let o=t.measure.values[i];return Number.isFinite(o)?c("circle",{cx:t.x(e),cy:t.y(o),r:5},e):c("path",{d:"M-3.5,-3.5L3.5,3.5M-3.5,3.5L3.5,-3.5",transform:`translate(${t.x(e)},${t.bottom-9})`},e)})})}function Zi({panel:t,series:n,report:e}){let r=e.minimum_step,i=n.points.findIndex(m=>m.step===r),o=t.measure.values[i];if(r==null||o===void 0||!Number.isFinite(o))return null;let s=t.x(r),[a,l]=e.minimum_interval??[r,r],u=`minimum ${M(r)}`,f=3.8*u.length,h=Math.min(Math.max(s,t.left+f+4),t.right-f-4);return c("g",{class:"minimum",children:[c("line",{class:"interval",x1:t.x(a),x2:t.x(l),y1:t.bottom-3,y2:t.bottom-3}),c("line",{class:"foot",x1:s,x2:s,y1:t.y(o),y2:t.bottom}),c("circle",{cx:s,cy:t.y(o),r:4.5}),c("text",{x:h,y:t.bottom-9,"text-anchor":"middle",children:u})]})}function Ji({series:t,report:n,options:e,cursor:r}){let[i,o]=xi(360),s=rt(()=>ri(t,e,o),[t,e,o]),a=t.points.map(h=>h.step),l=(h,m)=>r.move({index:h,panel:t.key,byKey:m}),u=h=>{let m=h.currentTarget.getBoundingClientRect().left;l(Zr(a,s.x,h.clientX-m),!1)},f=h=>{let m=r.current?.index??-1,p=a.length-1,d={ArrowLeft:Math.max(0,m-1),ArrowRight:Math.min(p,m+1),Home:0,End:p};h.key==="Escape"&&r.move(null);let _=d[h.key];_!==void 0&&(h.preventDefault(),l(_,!0))};return c("div",{ref:i,class:"chart",children:c("svg",{width:o,height:mn,viewBox:`0 0 ${o} ${mn}`,role:"img",tabIndex:0,"aria-label":ea(t,n),onPointerMove:u,onPointerDown:u,onPointerLeave:()=>r.move(null),onKeyDown:f,onBlur:()=>r.move(null),children:[c("g",{class:"marks",children:[c(Wi,{panel:s,phases:n?.phases??[]}),c(wi,{panel:s}),c(vi,{panel:s}),c(bi,{panel:s}),c(ji,{panel:s}),c(Gi,{panel:s,series:t}),c(Yi,{panel:s,series:t}),c(Qi,{panel:s,series:t}),n&&c(Zi,{panel:s,series:t,report:n})]}),c(Mi,{panel:s,series:t,cursor:r})]})})}function ea({row:t,points:n,best:e},r){let i=[`${t.layer}, ${t.decoder} decoder: reconstruction loss at ${n.length} probe steps`],o=n.at(-1);return o&&i.push(`${J(o.loss)} at step ${M(o.step)}`),e&&i.push(`best probe accuracy ${j(e.accuracy)} at step ${M(e.step)}`),r?.description&&i.push(r.description),`${i.join("; ")}. Arrow keys move the cursor.`}var ra={constant:"\u2192",decrease:"\u2198",increase:"\u2197"};function bn({report:t}){let n=t?.phases?.at(-1);return n?c("span",{class:`phase-now ${n.kind}`,title:t?.description,children:[ra[n.kind]," ",n.kind," ",c("span",{class:"since",children:["since ",M(n.start_step)]})]}):c("span",{class:"phase-now muted",children:"too few steps"})}function to({rows:t,reports:n,options:e,cursor:r}){return c("section",{class:"panels","aria-label":"Layers",children:t.map(i=>{let o=wt(n,i.row);return c("article",{class:"panel","data-panel":i.key,children:[c("header",{children:[c("h2",{children:i.row.layer}),c("span",{class:"muted",children:[i.row.decoder," \xB7 ",i.row.num_features.toLocaleString("en-US")," features"]}),c(bn,{report:o})]}),c(Ji,{series:i,report:o,options:e,cursor:r})]},i.key)})})}function no({rows:t,reports:n}){let e=[...t.some(({best:r})=>r)?[]:["No labels reached the probe, so there is no probe accuracy to draw."],...ia(t).map(([r,i])=>i.length===t.length?`Whole run: ${Ot(r)}.`:`${i.join(", ")}: ${Ot(r)}.`),...n.flatMap(({layer:r,error:i})=>i?[`${r}: phases not found. ${i}`]:[])];return e.length?c("ul",{class:"notes",children:e.map(r=>c("li",{children:r},r))}):null}function ia(t){let n=new Map;for(let{row:e,wholeRunFlags:r}of t)for(let i of r)n.set(i,[...n.get(i)??[],e.layer]);return n.delete("no_labels"),[...n]}function eo({summary:t}){let n=Object.entries(t.layout?.run??{});return n.length?c("details",{class:"settings",children:[c("summary",{children:"Measured with"}),c("dl",{children:n.map(([e,r])=>c("div",{children:[c("dt",{children:e}),c("dd",{children:typeof r=="string"?r:JSON.stringify(r)})]},e))})]}):null}var ro=190,oa=16;function io({report:t,lastStep:n,stepAxis:e}){let r=qt(e,n,[5,ro-5]),{minimum_step:i,minimum_interval:o}=t;return c("svg",{class:"strip",width:ro,height:oa,role:"img","aria-label":t.description??"",children:[t.phases?.map(s=>c("rect",{class:`edge ${s.kind}`,x:r(s.start_step),y:4,width:Math.max(0,r(s.end_step)-r(s.start_step)-1),height:8},s.start_step)),o&&c("line",{class:"interval",x1:r(o[0]),x2:r(o[1]),y1:14.5,y2:14.5}),i!=null&&c("circle",{cx:r(i),cy:8,r:4})]})}function oo({rows:t,reports:n,stepAxis:e}){let r=t[0]?.points.at(-1)?.step??1,i=t.some(({best:o})=>o);return c("div",{class:"summary",children:c("table",{children:[c("thead",{children:c("tr",{children:[c("th",{children:"layer"}),c("th",{class:"detail",children:"decoder"}),c("th",{class:"detail",children:"strategy"}),c("th",{class:"number",children:"width"}),c("th",{children:["phases to step ",M(r)]}),c("th",{children:"phase now"}),c("th",{class:"number",children:"minimum at step"}),i&&c("th",{class:"number",children:"best probe accuracy"})]})}),c("tbody",{children:t.map(o=>{let s=wt(n,o.row);return c("tr",{children:[c("th",{scope:"row",children:c("button",{onClick:()=>ua(o.key),children:o.row.layer})}),c("td",{class:"detail",children:o.row.decoder}),c("td",{class:"detail",children:o.row.strategy}),c("td",{class:"number",children:o.row.num_features.toLocaleString("en-US")}),c("td",{children:s&&c(io,{report:s,lastStep:r,stepAxis:e})}),c("td",{children:c(bn,{report:s})}),c("td",{class:"number",children:c(sa,{report:s})}),i&&c("td",{class:"number",children:c(aa,{series:o})})]},o.key)})})]})})}function sa({report:t}){if(t?.minimum_step==null)return c("span",{class:"muted",children:"\u2013"});let[n,e]=t.minimum_interval??[t.minimum_step,t.minimum_step];return c(T,{children:[M(t.minimum_step)," ",c("span",{class:"muted",children:["(",M(n),"\u2013",M(e),")"]})]})}function aa({series:{best:t}}){return t?c(T,{children:[j(t.accuracy)," ",c("span",{class:"muted",children:["at ",M(t.step)]})]}):c("span",{class:"muted",children:"\u2013"})}function ua(t){document.querySelector(`[data-panel="${CSS.escape(t)}"] svg`)?.focus()}function so(){let[t,n]=Q(()=>Jn(Pn())),e=mi(t.run),r=q(e.reload);r.current=e.reload,F(()=>ui({"experimental.DataReloaded":()=>r.current()}),[]),F(()=>Ce(()=>n(Jn(Pn()))),[]);let i=o=>{let s={...t,...o};n(s),$e(ci(s))};return e.runs?e.shown?c("main",{children:[c(_i,{runs:e.runs,shown:e.shown.summary,selection:t,select:i}),e.problem&&c(he,{text:e.problem}),e.shown.summary.error&&c(he,{text:e.shown.summary.error,title:`Run ${e.shown.summary.run} is damaged`}),e.shown.rows.length>0&&c(ca,{shown:e.shown,selection:t})]}):c(gi,{}):c("main",{children:e.problem?c(he,{text:e.problem}):c("p",{class:"muted",children:"Loading \u2026"})})}function ca({shown:t,selection:n}){let{rows:e,reports:r,summary:i}=t,o=rt(()=>new dn,[i.run]),{metric:s,stepAxis:a}=n,l=rt(()=>({metric:s,stepAxis:a,accuracyDomain:ii(e)}),[s,a,e]);return c(T,{children:[c(oo,{rows:e,reports:r,stepAxis:a}),c(yi,{options:l}),c(no,{rows:e,reports:r}),c(to,{rows:e,reports:r,options:l,cursor:o}),c(eo,{summary:i}),c(ai,{rows:e,reports:r,cursor:o})]})}function he({text:t,title:n}){return c("p",{class:"problem",role:"alert",children:[n&&c("b",{children:[n,". "]}),t]})}function al(){let t=document.createElement("style");t.textContent=Ee,document.head.append(t),document.title="Phases",document.documentElement.lang="en",Ae(),Re(c(so,{}),document.body)}export{al as render};

// Built by tb_plugin/frontend (npm ci && npm run build); edit the sources there. Of others: THIRD_PARTY_NOTICES.txt.
var C,Vo,xl,ke,cr,nn,Bo,Zt,Ho,pr,fr,Go,St=Symbol.for("pv"),rn={},on=[],wl=/^m(i|n|o|s|text|space)$/,hr=Array.isArray,zo=on.slice,Ve=Object.assign;function qe(e){e&&e.parentNode&&e.remove()}function en(e,t,n,r,o){var i={type:e,props:t,key:n,ref:r,__k:null,__:null,__b:0,__e:null,__c:null,constructor:St,__v:o||++Vo,__i:-1,__u:0};return!o&&C.vnode&&C.vnode(i),i}function S(e){return e.children}function et(e,t){this.props=e,this.context=t,this.__g=0}function Se(e,t){if(t==null)return e.__&&Se(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:Se(e)}function vl(e){var t,n=e.__v,r=n.__e,o=[],i=[],s=e.__P;s&&((t=Ve({constructor:St},n)).__v=n.__v+1,C.vnode&&C.vnode(t),dr(s,t,n,e.__n,s.namespaceURI,32&n.__u?[r]:null,o,r||Se(n),32&n.__u,i),t.__v=n.__v,t.__.__k[t.__i]=t,Xo(o,t,i),n.__=n.__e=null,t.__e!=r&&jo(t))}function jo(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),jo(e)}function mr(e){(8&e.__g||(e.__g|=8,ke.push(e),nn++))&&cr==C.debounceRendering||((cr=C.debounceRendering)||queueMicrotask)(Uo)}function Uo(){try{for(var e,t=1;ke.length;)ke.length>t&&ke.sort(Bo),e=ke.shift(),t=ke.length,8&e.__g&&vl(e)}finally{(nn=ke.length)&&(cr||queueMicrotask)(Uo)}}function Wo(e,t,n,r,o,i,s,u,c,l,f){var m,p,h,d,g,y,b=r.__k||on,x=t.length;for(c=kl(n,t,b,c,x),m=0;m<x;m++)(h=n.__k[m])!=null&&(p=~h.__i&&b[h.__i]||rn,h.__i=m,y=dr(e,h,p,o,i,s,u,c,l,f),d=h.__e,(p.ref!=h.ref||8&p.__u)&&(p.ref&&gr(p.ref,null,h,p),h.ref&&f.push(h.ref,h.__c||d,h)),g=g||d,4&h.__u?(c=Qo(h,c,e,!p.__v),p.__e&&(p.__e=null)):typeof h.type=="function"&&y!==void 0?c=y:d&&(c=d.nextSibling),h.__u&=-21);return n.__e=g,c}function kl(e,t,n,r,o){var i,s,u,c,l,f,m,p,h,d=n.length,g=d,y=0,b=0,x=e.__k=Array(o);for(i=0;i<o;i++)(s=t[i])!=null&&typeof s!="boolean"&&typeof s!="function"?(typeof s!="object"||s.constructor===String?s=x[i]=en(null,s):hr(s)?s=x[i]=en(S,{children:s}):s.constructor===St&&s.__b?s=x[i]=en(s.type,s.props,s.key,s.ref,s.__v):x[i]=s,c=i+y,s.__=e,s.__b=e.__b+1,u=null,~(l=s.__i=Sl(s,n,c,g))&&(g--,(u=n[l])&&(u.__u|=2)),u&&u.__v?(s.__u|=16,l==c-1?y--:l==c+1?y++:l!=c&&(l>c?y--:y++,b=1)):(~l||(o>d?y--:o<d&&y++),typeof s.type!="function"&&(s.__u|=4))):x[i]=null;if(b){for(f=[],m=[],i=0;i<o;i++)if((s=x[i])&&16&s.__u){for(y=0,p=f.length;y<p;)f[h=y+p>>1]<s.__i?y=h+1:p=h;f[y]=s.__i,m[i]=y+1}for(y=f.length;i--;)m[i]&&(m[i]==y?y--:x[i].__u|=4)}if(g)for(i=0;i<d;i++)!(u=n[i])||2&u.__u||(u.__e==r&&(r=Se(u)),yr(u,u));return r}function Qo(e,t,n,r){var o,i,s,u;if(typeof e.type=="function"){if(e.props.__P)return t;if(o=e.__k)for(i=0;i<o.length;i++)o[i]&&(o[i].__=e,t=Qo(o[i],t,n,!1));return t}for(t&&!t.parentNode&&(t=Se(e))&&!t.parentNode&&(t=null),s=e.__e,u=t;u&&u.nodeType==8;)u=u.nextSibling;for(s!=u&&(!r&&n.moveBefore&&s.parentNode?n.moveBefore(s,t):n.insertBefore(s,t||null)),t=s;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function Sl(e,t,n,r){var o,i=e.key,s=e.type,u=t[n],c=u&&!(2&u.__u);if(u===null&&i==null||c&&i==u.key&&s==u.type)return n;if(r>(c?1:0)){for(o=n-1;o>=0;o--)if((u=t[o])&&!(2&u.__u)&&i==u.key&&s==u.type)return o;for(o=n+1;o<t.length;o++)if((u=t[o])&&!(2&u.__u)&&i==u.key&&s==u.type)return o}return-1}function qo(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function Jt(e,t,n,r,o){var i,s;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof r=="string"&&(e.style.cssText=r=""),r)for(t in r)n&&t in n||qo(e.style,t);if(n)for(t in n)r&&n[t]==r[t]||qo(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof r!="function"&&(r=null),(e.__e||(e.__e={}))[t]=n,n&&r||(s=fr[t]||(fr[t]=Ml(t)),(e.__a||(e.__a={}))[t]=pr,i=t!=(t=t.replace(Ho,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,s,i):e.removeEventListener(t,s,i));else{if(o=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function Ml(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[Zt]==null)t[Zt]=pr++;else if(t[Zt]<this.__a[e])return;return n(C.event?C.event(t):t)}}}function dr(e,t,n,r,o,i,s,u,c,l){var f,m,p,h,d,g,y,b,x,_,w,P,T,R,A,z,F,U,M=t.type;if(t.constructor!==St)return null;128&n.__u&&(c=32&n.__u,f=n.__c.__z)&&(t.__u|=c,m=i=[],f.nodeType==8?u=tn(f,i):i.push(f),u=i[0]||u),(f=C.__b)&&f(t);e:if(typeof M=="function"){p=s.length;try{if(b=t.props,x=(f=M.prototype)&&f.render,_=(f=M.contextType)&&r[f.__c],w=f?_?_.props.value:f.__:r,(h=n.__c)?(t.__c=h,2&h.__g&&(h.__g|=1)):(x?t.__c=h=new M(b,w):(t.__c=h=new et(b,w),h.constructor=M,h.render=Pl),_&&_.sub(h),h.state||(h.state={}),h.__n=r,h.__g|=8,h.__h=[],h.__k=[]),x&&(h.__s||(h.__s=h.state),M.getDerivedStateFromProps&&(h.__s==h.state&&(h.__s=Ve({},h.__s)),Ve(h.__s,M.getDerivedStateFromProps(b,h.__s)))),d=h.props,g=h.state,h.__v=t,n.__c){if(b!==d&&x&&!M.getDerivedStateFromProps&&h.componentWillReceiveProps&&h.componentWillReceiveProps(b,w),t.__v==n.__v&&!(8&h.__g)||!(4&h.__g)&&h.shouldComponentUpdate&&h.shouldComponentUpdate(b,h.__s,w)===!1){t.__v!=n.__v&&(h.props=b,h.state=h.__s,h.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(D){D&&(D.__=t)}),on.push.apply(h.__h,h.__k),h.__k=[],h.__h.length&&s.push(h),u=Se(n);break e}h.componentWillUpdate&&h.componentWillUpdate(b,h.__s,w),x&&h.componentDidUpdate&&h.__h.push(function(){h.componentDidUpdate(d,g,y)})}else x&&!M.getDerivedStateFromProps&&h.componentWillMount&&h.componentWillMount(),x&&h.componentDidMount&&h.__h.push(h.componentDidMount);h.context=w,h.props=b,h.__P=e,h.__g&=-5,P=C.__r,T=x?25:0;do h.__g&=-9,P&&P(t),f=h.render(h.props,h.state=h.__s,h.context);while(8&h.__g&&++T<25);x&&(on.push.apply(h.__h,h.__k),h.__k=[]),h.state=h.__s,h.getChildContext&&(r=Ve({},r,h.getChildContext())),x&&n.__c&&h.getSnapshotBeforeUpdate&&(y=h.getSnapshotBeforeUpdate(d,g)),R=f&&f.type===S&&f.key==null?f.props.children:f,b.__P&&(f=u,o=(e=b.__P).namespaceURI,c=i=null,n.props&&n.props.__P!=e&&(n.__k.some(function(D){D&&yr(D,D)}),n.__k=null),u=n.__k?Se(n,0):null),u=Wo(e,hr(R)?R:[R],t,n,r,o,i,s,u,c,l),b.__P&&(t.__e=null,u=f),t.__u&=-161,m&&m.some(qe),h.__h.length&&s.push(h),1&h.__g&&(h.__g&=-4)}catch(D){if(s.length=p,t.__v=null,c||i)if(D&&D.then){if(t.__u|=128|c,i){for(~(F=i.indexOf(u||void 0))||(F=i.length);(U=i[F-1])&&U.nodeType==8;)F--;for(;F<i.length;F++)if(U=i[F])if(i[F]=null,A){if(U==z)break}else{if(U.nodeType!=8)break;U.data.startsWith("$s")&&(z=tn(A=U))}}if(!A){for(;u&&u.nodeType==8&&u.nextSibling;)u=u.nextSibling;A=u}(f=tn(A=t.__c.__z||(t.__c.__z=A)))?(t.__e=A,u=f):t.__e=u,u=u&&u.nextSibling}else i&&i.some(qe);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),D&&D.then||Ko(t),C.__e(D,t,n)}}else u=t.__e=Rl(n.__e,t,n,r,o,i,s,c,l,e);return(f=C.diffed)&&f(t),u}function tn(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function Ko(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(Ko))}function Xo(e,t,n){for(var r=0;r<n.length;)gr(n[r++],n[r++],n[r++]);C.__c&&C.__c(t,e),e.some(function(o){try{e=o.__h,o.__h=[],e.some(function(i){i.call(o)})}catch(i){C.__e(i,o.__v)}})}function Rl(e,t,n,r,o,i,s,u,c,l){var f,m,p,h,d,g,y,b,x=n.props||rn,_=t.props,w=t.type;if(w=="svg"?o="http://www.w3.org/2000/svg":w=="math"?o="http://www.w3.org/1998/Math/MathML":o||(o="http://www.w3.org/1999/xhtml"),i){for(f=0;f<i.length;f++)if((d=i[f])&&(w?d.localName==w:d.nodeType==3)){e=d,i[f]=null;break}}if(!e){if(b=l.ownerDocument||document,!w)return b.createTextNode(_);e=b.createElementNS(o,w,_.is?_:l),u&&(C.__m&&C.__m(t,i),u=!1),i=null}if(w){if(l=w=="template"&&e.content||e,i=w=="textarea"&&_.defaultValue!=null?null:i&&zo.call(l.childNodes),!u&&i)for(x={},f=0;f<e.attributes.length;f++)x[(d=e.attributes[f]).name]=d.value;for(f in x)d=x[f],f=="dangerouslySetInnerHTML"?p=d:f=="children"||f in _||f=="value"&&"defaultValue"in _||f=="checked"&&"defaultChecked"in _||Jt(e,f,null,d,o);for(f in _)d=_[f],f=="children"?h=d:f=="dangerouslySetInnerHTML"?m=d:f=="value"?g=d:f=="checked"?y=d:u&&typeof d!="function"||x[f]===d||Jt(e,f,d,x[f],o);m?(u||p&&(m.__html==p.__html||m.__html==e.innerHTML)||(e.innerHTML=m.__html),t.__k=[]):(p&&(e.textContent=""),(w=="foreignObject"||o=="http://www.w3.org/1998/Math/MathML"&&wl.test(w))&&(o="http://www.w3.org/1999/xhtml"),Wo(l,hr(h)?h:[h],t,n,r,o,i,s,i?i[0]:n.__k&&Se(n,0),u,c),i&&i.some(qe)),u&&w!="textarea"||(f="value",w=="progress"&&g==null?e.removeAttribute(f):g==null||g===e[f]&&(w!="progress"||g)||Jt(e,f,g,x[f],o),f="checked",y!=null&&y!=e[f]&&Jt(e,f,y,x[f],o))}else x===_||u&&e.data==_||(e.data=_);return e}function gr(e,t,n,r){try{typeof e=="function"?t?t.__x=e(t)||1:r&&(r=r.__c||r.__e)&&(t=r.__x)&&(r.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(o){C.__e(o,n)}}function yr(e,t,n){var r,o,i,s;if(C.unmount&&C.unmount(e),!(r=e.ref)||r.current&&r.current!=e.__e||gr(r,null,t,e),r=e.__c){if(r.componentWillUnmount)try{r.componentWillUnmount()}catch(u){C.__e(u,t)}r.__P=r.__n=null}if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&yr(r[s],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(r=e.__c)&&(r=r.__z)&&(o=tn(r,i=[]))&&(r==e.__e&&i.some(qe),qe(o),qe(r)),n||qe(e.__e),e.__e=e.__c=e.__=null}function Pl(e,t,n){return this.constructor(e,n)}function Yo(e,t){var n,r,o,i;C.__&&C.__(e,t),t.nodeType==9&&(t=t.documentElement),r=(n=e&&32&e.__u)?null:t.__k,t.__k=en(S,{children:[e]}),o=[],i=[],dr(t,t.__k,r||rn,rn,t.namespaceURI,r?null:t.firstChild?zo.call(t.childNodes):null,o,r?r.__e:t.firstChild,n,i),Xo(o,t.__k,i),t.__k.props.children=null}function Jo(e){function t(n){var r,o;return this.getChildContext||(r=new Set,(o={})[t.__c]=this,this.getChildContext=function(){return o},this.shouldComponentUpdate=function(i){this.props.value!=i.value&&r.forEach(function(s){s.__g|=4,mr(s)})},this.sub=function(i){r.add(i);var s=i.componentWillUnmount;i.componentWillUnmount=function(){r.delete(i),s&&s.call(i)}}),n.children}return t.__c="__cC"+Go++,t.__=e,t.Provider=(t.Consumer=function(n,r){return n.children(r)}).contextType=t,t}C={__e:function(e,t,n,r){for(var o,i,s;t=t.__;)if((o=t.__c)&&!(1&o.__g)){o.__g|=4;try{if((s=(i=o.constructor)&&i.getDerivedStateFromError)&&o.setState(i.getDerivedStateFromError(e)),o.componentDidCatch&&(o.componentDidCatch(e,r||{}),s=1),s&&8&o.__g)return void(o.__g|=2)}catch(u){e=u}}throw nn=0,e}},Vo=0,xl=function(e){return e!=null&&e.constructor===St},et.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=Ve({},this.state)),typeof e=="function"&&(e=e(Ve({},n),this.props)),e&&(Ve(n,e),this.__v&&(t&&this.__k.push(t),mr(this)))},et.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),mr(this))},et.prototype.render=S,ke=[],nn=0,Bo=function(e,t){return e.__v.__b-t.__v.__b},Zt=Symbol(),Ho=/(PointerCapture)$|Capture$/i,pr=0,fr={},Go=0;var Me,L,br,Zo,_r=Object.is,Rt=0,ui=[],xr=[],I=C,ei=I.__b,ti=I.__r,ni=I.diffed,ri=I.__c,oi=I.unmount,ii=I.__;function tt(e,t){I.__h&&I.__h(L,e,Rt||t),Rt=0;var n=L.__H||(L.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function $(e){return Rt=1,Nl(fi,e)}function Nl(e,t,n){var r=tt(Me++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):fi(void 0,t),function(i){var s=(r.__N||r.__)[0],u=r.t(s,i);_r(s,u)||(r.__N=[u,r.__[1]],r.__c.setState({}))}],r.__c=L,!L.__f)){L.__f=!0;var o=L.shouldComponentUpdate;L.shouldComponentUpdate=function(i,s,u){var c=this.__H;if(!c)return!0;var l=!1,f=this.props!=i;if(c.__.some(function(p){p.__N&&(l=!0,_r(p.__[0],p.__N[0])||(f=!0))}),o){var m=o.call(this,i,s,u);return l?m||f:m}return!l||f}}return r.__}function O(e,t){var n=tt(Me++,3);!I.__s&&vr(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,L.__H.__h.push(n))}function li(e,t){var n=tt(Me++,4);!I.__s&&vr(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,L.__h.push(n))}function N(e){return Rt=5,k(function(){return{current:e}},[])}function k(e,t){var n=tt(Me++,7);return vr(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function sn(e,t){return Rt=8,k(function(){return e},t)}function ci(e){var t=L.context[e.__c],n=tt(Me++,9);return n.c=e,t?(n.__==null&&(n.__=!0,t.sub(L)),t.props.value):e.__}function nt(){var e=tt(Me++,11);if(!e.__){for(var t=L.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function $l(){var e;do{for(;e=xr.shift();)try{Mt(e)}catch(n){I.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=ui.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(Mt),t.__h.some(wr),t.__h=[]}catch(n){t.__h=[],I.__e(n,e.__v)}}}while(xr.length)}I.__b=function(e){L=null,ei&&ei(e)},I.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),ii&&ii(e,t)},I.__r=function(e){ti&&ti(e),Me=0;var t=(L=e.__c).__H;t&&(br==L?L.__h=[]:(t.__h.some(Mt),t.__h.some(wr),Me=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),br=L},I.diffed=function(e){ni&&ni(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&ai(ui.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),br=L=null},I.__c=function(e,t){t.some(function(n){try{n.__h.some(Mt),n.__h=n.__h.filter(function(r){return!r.__||wr(r)})}catch(r){n.__h=[function(){throw r}]}}),ri&&ri(e,t)},I.unmount=function(e){oi&&oi(e);var t,n,r=e.__c;r&&r.__H&&(r.__H.__.some(function(o){try{if(o.__P&&o.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}o.__P=n,ai(xr.push(o))}else Mt(o)}catch(i){t=i}}),r.__H=void 0,t&&I.__e(t,r.__v))};var si=typeof requestAnimationFrame=="function";function Cl(e){var t,n=function(){clearTimeout(r),si&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);si&&(t=requestAnimationFrame(n))}function ai(e){e!=1&&Zo==I.requestAnimationFrame||((Zo=I.requestAnimationFrame)||Cl)($l)}function Mt(e){var t=L,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),L=t}function wr(e){var t=L;e.__c=e.__(),L=t}function vr(e,t){return!e||e.length!=t.length||t.some(function(n,r){return!_r(n,e[r])})}function fi(e,t){return typeof t=="function"?t(e):t}var an="p.phases.";function mi(e){let t={};for(let n of e.replace(/^#/,"").split("&")){let r=n.indexOf("=");r>0&&n.startsWith(an)&&(t[un(n.slice(an.length,r))]=un(n.slice(r+1)))}return t}function pi(e,t){let n=e.replace(/^#/,"").split("&").filter(o=>o!==""&&!o.startsWith(an)),r=Object.entries(t).map(([o,i])=>`${an}${o}=${encodeURIComponent(i)}`);return"#"+[...n,...r].join("&")}function kr(e){return/^#phases(&|$)/.test(e)}function un(e){try{return decodeURIComponent(e)}catch{return e}}function ln(){try{return window.parent.document.body,window.parent}catch{return window}}function Sr(){return window.parent===window}function hi(){if(Sr()){let n=matchMedia("(prefers-color-scheme: dark)"),r=()=>{document.documentElement.dataset.theme=n.matches?"dark":"light"};n.addEventListener("change",r),r();return}let e=ln().document.body,t=()=>{document.documentElement.dataset.theme=e.classList.contains("dark-mode")?"dark":"light"};new MutationObserver(t).observe(e,{attributes:!0,attributeFilter:["class"]}),t()}function oe(){let e=()=>document.documentElement.dataset.theme==="dark"?"dark":"light",[t,n]=$(e);return O(()=>{let r=new MutationObserver(()=>n(e()));return r.observe(document.documentElement,{attributes:!0,attributeFilter:["data-theme"]}),()=>r.disconnect()},[]),t}function Mr(){return mi(ln().location.hash)}function Rr(e,t=!1){let{location:n,history:r}=ln();if(!Sr()&&!kr(n.hash))return;let o=pi(n.hash,e);if(o!==n.hash)try{t?r.pushState(r.state,"",o):r.replaceState(r.state,"",o)}catch{}}function di(e){let t=ln(),n=()=>{(Sr()||kr(t.location.hash))&&e()};return t.addEventListener("hashchange",n),()=>t.removeEventListener("hashchange",n)}function Tl(e){let t=new Set(e.flatMap(({layout:o})=>o?.metrics??[])),n=[...t].filter(o=>!o.includes("_group_")),r=n.map(o=>`metric=${encodeURIComponent(o)}`);return n.length<t.size&&r.join("&").length<=6e3?r:[]}var gi={isLive:!0,async fetchRuns(){return(await(await Nr("./runs")).json()).runs},async fetchMetrics(e){let t=Tl(e),n=[];for(let o=0;o<e.length;o+=64)n.push(Pr("./metrics",e.slice(o,o+64).map(({run:i})=>i),t));return(await Promise.all(n.map(async o=>(await o)?.arrayBuffer()))).flatMap(o=>o?$r(o):[])},async fetchReports(e){let t=await Pr("./phases",e);if(!t)return[];let n=await t.json();return"runs"in n?n.runs:[n]},async fetchImages(e){return await(await Nr(`./images?run=${encodeURIComponent(e)}`)).json()},imageUrl({run:e,steps:t,wall_times:n},r,o,i){let s=i?`input&of=${o}`:o;return`./image?run=${encodeURIComponent(e)}&step=${t[r]}&row=${s}&written=${n[r]}`}};async function Pr(e,t,n=[]){if(!t.length)return null;try{return await Nr(`${e}?${[...t.map(r=>`run=${encodeURIComponent(r)}`),...n].join("&")}`)}catch(r){if(!(r instanceof cn&&r.status===404&&t.includes(r.run)))throw r;return Pr(e,t.filter(i=>i!==r.run),n)}}function $r(e){let t=[];for(let n=0;n<e.byteLength;){let{metrics:r,end:o}=Al(e,n);t.push(r),n=o}return t}function Al(e,t){let n=new DataView(e).getUint32(t,!0),r=JSON.parse(new TextDecoder().decode(new Uint8Array(e,t+4,n))),[o,i,s]=r.shape,[u,c]=[t+4+n,o*i*s];if(u+4*c>e.byteLength)throw new Error(`run ${r.run}: the answer ends before its ${r.shape.join(" x ")} values do`);return{metrics:{...r,values:new Float32Array(e,u,c)},end:u+4*c}}var cn=class extends Error{constructor(n,r,o){super(n);this.status=r;this.run=o}status;run};async function Nr(e){let t=await fetch(e);if(t.ok)return t;let{error:n,run:r}=Ll(await t.text());throw new cn(n??`${e}: ${t.status} ${t.statusText}`,t.status,r??"")}function Ll(e){try{return JSON.parse(e)}catch{return{}}}function yi(){let e=document.getElementById("phases-data");if(!e)return null;let t=JSON.parse(e.textContent);return{isLive:!1,fetchRuns:async()=>t.runs,fetchMetrics:async n=>n.flatMap(({run:r})=>$r(El(t.metrics[r]))),fetchReports:async n=>n.flatMap(r=>t.reports[r]??[]),fetchImages:async n=>t.images[n]??{run:n,steps:[],wall_times:[],rows:[],num_examples:0,labels:null,error:null},imageUrl:({run:n,steps:r,rows:o},i,s,u)=>t.images[n]?.strips[u?`input/${o[s].input}`:`${r[i]}/${s}`]??""}}function El(e){return Uint8Array.from(atob(e),t=>t.charCodeAt(0)).buffer}var fn=class{place=null;listeners=new Set;get current(){return this.place}move(t){if(!Dl(t,this.place)){this.place=t;for(let n of this.listeners)n(t)}}subscribe(t){return this.listeners.add(t),()=>{this.listeners.delete(t)}}};function he(e,t,n=[]){O(()=>(t(e.current),e.subscribe(t)),[e,...n])}function Dl(e,t){return e?.step===t?.step&&e?.panel===t?.panel&&e?.run===t?.run&&e?.line?.name===t?.line?.name}var Pt=Math.PI,Cr=2*Pt,Be=1e-6,Il=Cr-Be;function bi(e){this._+=e[0];for(let t=1,n=e.length;t<n;++t)this._+=arguments[t]+e[t]}function Ol(e){let t=Math.floor(e);if(!(t>=0))throw new Error(`invalid digits: ${e}`);if(t>15)return bi;let n=10**t;return function(r){this._+=r[0];for(let o=1,i=r.length;o<i;++o)this._+=Math.round(arguments[o]*n)/n+r[o]}}function _i(e,t,n,r){return e===n&&t===r}function Fl(e){let t=Math.floor(e);if(!(t<=15))return _i;let n=10**t,r=function(o){return Math.round(o*n)};return function(o,i,s,u){return r(o)===r(s)&&r(i)===r(u)}}var rt=class{constructor(t){this._x0=this._y0=this._x1=this._y1=null,this._="",this._append=t==null?bi:Ol(t),this._equal=t==null?_i:Fl(t)}moveTo(t,n){this._append`M${this._x0=this._x1=+t},${this._y0=this._y1=+n}`}closePath(){this._x1!==null&&(this._x1=this._x0,this._y1=this._y0,this._append`Z`)}lineTo(t,n){this._append`L${this._x1=+t},${this._y1=+n}`}quadraticCurveTo(t,n,r,o){this._append`Q${+t},${+n},${this._x1=+r},${this._y1=+o}`}bezierCurveTo(t,n,r,o,i,s){this._append`C${+t},${+n},${+r},${+o},${this._x1=+i},${this._y1=+s}`}arcTo(t,n,r,o,i){if(t=+t,n=+n,r=+r,o=+o,i=+i,i<0)throw new Error(`negative radius: ${i}`);let s=this._x1,u=this._y1,c=r-t,l=o-n,f=s-t,m=u-n,p=f*f+m*m;if(this._x1===null)this._append`M${this._x1=t},${this._y1=n}`;else if(p>Be)if(!(Math.abs(m*c-l*f)>Be)||!i)this._append`L${this._x1=t},${this._y1=n}`;else{let h=r-s,d=o-u,g=c*c+l*l,y=h*h+d*d,b=Math.sqrt(g),x=Math.sqrt(p),_=i*Math.tan((Pt-Math.acos((g+p-y)/(2*b*x)))/2),w=_/x,P=_/b;Math.abs(w-1)>Be&&this._append`L${t+w*f},${n+w*m}`,this._append`A${i},${i},0,0,${+(m*h>f*d)},${this._x1=t+P*c},${this._y1=n+P*l}`}}arc(t,n,r,o,i,s){if(t=+t,n=+n,r=+r,s=!!s,r<0)throw new Error(`negative radius: ${r}`);let u=r*Math.cos(o),c=r*Math.sin(o),l=t+u,f=n+c,m=1^s,p=s?o-i:i-o;if(this._x1===null?this._append`M${l},${f}`:(Math.abs(this._x1-l)>Be||Math.abs(this._y1-f)>Be)&&this._append`L${l},${f}`,!!r){if(p<0&&(p=p%Cr+Cr),p>Il)this._append`A${r},${r},0,1,${m},${t-u},${n-c}A${r},${r},0,1,${m},${this._x1=l},${this._y1=f}`;else if(p>Be){let h=t+r*Math.cos(i),d=n+r*Math.sin(i);if(p>=Pt&&this._equal(l,f,h,d)){p/=2;let g=o+p;this._append`A${r},${r},0,${+(p>=Pt)},${m},${t+r*Math.cos(g)},${n+r*Math.sin(g)}`}this._append`A${r},${r},0,${+(p>=Pt)},${m},${this._x1=h},${this._y1=d}`}}}rect(t,n,r,o){this._append`M${this._x0=this._x1=+t},${this._y0=this._y1=+n}h${r=+r}v${+o}h${-r}Z`}toString(){return this._}};function ql(){return new rt}ql.prototype=rt.prototype;function q(e){return function(){return e}}var Vl=Math.cos;var Ar=Math.sin,ot=Math.sqrt,xi=1e-12,mn=Math.PI,Fh=mn/2,Mi=2*mn;function Ri(e){let t=3;return e.digits=function(n){if(!arguments.length)return t;if(n==null)t=null;else{let r=Math.floor(n);if(!(r>=0))throw new RangeError(`invalid digits: ${n}`);t=r}return e},()=>new rt(t)}var qh=Array.prototype.slice;function Pi(e){return typeof e=="object"&&"length"in e?e:Array.from(e)}function Ni(e){this._context=e}Ni.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2;default:this._context.lineTo(e,t);break}}};function Er(e){return new Ni(e)}function $i(e){return e[0]}function Ci(e){return e[1]}function Nt(e,t){var n=q(!0),r=null,o=Er,i=null,s=Ri(u);e=typeof e=="function"?e:e===void 0?$i:q(e),t=typeof t=="function"?t:t===void 0?Ci:q(t);function u(c){var l,f=(c=Pi(c)).length,m,p=!1,h;for(r==null&&(i=o(h=s())),l=0;l<=f;++l)!(l<f&&n(m=c[l],l,c))===p&&((p=!p)?i.lineStart():i.lineEnd()),p&&i.point(+e(m,l,c),+t(m,l,c));if(h)return i=null,h+""||null}return u.x=function(c){return arguments.length?(e=typeof c=="function"?c:q(+c),u):e},u.y=function(c){return arguments.length?(t=typeof c=="function"?c:q(+c),u):t},u.defined=function(c){return arguments.length?(n=typeof c=="function"?c:q(!!c),u):n},u.curve=function(c){return arguments.length?(o=c,r!=null&&(i=o(r)),u):o},u.context=function(c){return arguments.length?(c==null?r=i=null:i=o(r=c),u):r},u}function Ti(e,t,n){var r=null,o=q(!0),i=null,s=Er,u=null,c=Ri(l);e=typeof e=="function"?e:e===void 0?$i:q(+e),t=typeof t=="function"?t:q(t===void 0?0:+t),n=typeof n=="function"?n:n===void 0?Ci:q(+n);function l(m){var p,h,d,g=(m=Pi(m)).length,y,b=!1,x,_=new Array(g),w=new Array(g);for(i==null&&(u=s(x=c())),p=0;p<=g;++p){if(!(p<g&&o(y=m[p],p,m))===b)if(b=!b)h=p,u.areaStart(),u.lineStart();else{for(u.lineEnd(),u.lineStart(),d=p-1;d>=h;--d)u.point(_[d],w[d]);u.lineEnd(),u.areaEnd()}b&&(_[p]=+e(y,p,m),w[p]=+t(y,p,m),u.point(r?+r(y,p,m):_[p],n?+n(y,p,m):w[p]))}if(x)return u=null,x+""||null}function f(){return Nt().defined(o).curve(s).context(i)}return l.x=function(m){return arguments.length?(e=typeof m=="function"?m:q(+m),r=null,l):e},l.x0=function(m){return arguments.length?(e=typeof m=="function"?m:q(+m),l):e},l.x1=function(m){return arguments.length?(r=m==null?null:typeof m=="function"?m:q(+m),l):r},l.y=function(m){return arguments.length?(t=typeof m=="function"?m:q(+m),n=null,l):t},l.y0=function(m){return arguments.length?(t=typeof m=="function"?m:q(+m),l):t},l.y1=function(m){return arguments.length?(n=m==null?null:typeof m=="function"?m:q(+m),l):n},l.lineX0=l.lineY0=function(){return f().x(e).y(t)},l.lineY1=function(){return f().x(e).y(n)},l.lineX1=function(){return f().x(r).y(t)},l.defined=function(m){return arguments.length?(o=typeof m=="function"?m:q(!!m),l):o},l.curve=function(m){return arguments.length?(s=m,i!=null&&(u=s(i)),l):s},l.context=function(m){return arguments.length?(m==null?i=u=null:u=s(i=m),l):i},l}var Vh=Bl(Er);function Ai(e){this._curve=e}Ai.prototype={areaStart:function(){this._curve.areaStart()},areaEnd:function(){this._curve.areaEnd()},lineStart:function(){this._curve.lineStart()},lineEnd:function(){this._curve.lineEnd()},point:function(e,t){this._curve.point(t*Math.sin(e),t*-Math.cos(e))}};function Bl(e){function t(n){return new Ai(e(n))}return t._curve=e,t}var Bh=ot(3);var Hl=ot(1/3),Hh=Hl*2;var Li=Ar(mn/10)/Ar(7*mn/10),Gh=Ar(Mi/10)*Li,zh=-Vl(Mi/10)*Li;var jh=ot(3);var Uh=ot(3);var Wh=ot(3)/2,Gl=1/ot(12),Qh=(Gl/2+1)*3;function Re(){}function pn(e,t,n){e._context.bezierCurveTo((2*e._x0+e._x1)/3,(2*e._y0+e._y1)/3,(e._x0+2*e._x1)/3,(e._y0+2*e._y1)/3,(e._x0+4*e._x1+t)/6,(e._y0+4*e._y1+n)/6)}function Dr(e){this._context=e}Dr.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){switch(this._point){case 3:pn(this,this._x1,this._y1);case 2:this._context.lineTo(this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2;break;case 2:this._point=3,this._context.lineTo((5*this._x0+this._x1)/6,(5*this._y0+this._y1)/6);default:pn(this,e,t);break}this._x0=this._x1,this._x1=e,this._y0=this._y1,this._y1=t}};function zl(e){this._context=e}zl.prototype={areaStart:Re,areaEnd:Re,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._y0=this._y1=this._y2=this._y3=this._y4=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x2,this._y2),this._context.closePath();break}case 2:{this._context.moveTo((this._x2+2*this._x3)/3,(this._y2+2*this._y3)/3),this._context.lineTo((this._x3+2*this._x2)/3,(this._y3+2*this._y2)/3),this._context.closePath();break}case 3:{this.point(this._x2,this._y2),this.point(this._x3,this._y3),this.point(this._x4,this._y4);break}}},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._x2=e,this._y2=t;break;case 1:this._point=2,this._x3=e,this._y3=t;break;case 2:this._point=3,this._x4=e,this._y4=t,this._context.moveTo((this._x0+4*this._x1+e)/6,(this._y0+4*this._y1+t)/6);break;default:pn(this,e,t);break}this._x0=this._x1,this._x1=e,this._y0=this._y1,this._y1=t}};function jl(e){this._context=e}jl.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3;var n=(this._x0+4*this._x1+e)/6,r=(this._y0+4*this._y1+t)/6;this._line?this._context.lineTo(n,r):this._context.moveTo(n,r);break;case 3:this._point=4;default:pn(this,e,t);break}this._x0=this._x1,this._x1=e,this._y0=this._y1,this._y1=t}};function Ei(e,t){this._basis=new Dr(e),this._beta=t}Ei.prototype={lineStart:function(){this._x=[],this._y=[],this._basis.lineStart()},lineEnd:function(){var e=this._x,t=this._y,n=e.length-1;if(n>0)for(var r=e[0],o=t[0],i=e[n]-r,s=t[n]-o,u=-1,c;++u<=n;)c=u/n,this._basis.point(this._beta*e[u]+(1-this._beta)*(r+c*i),this._beta*t[u]+(1-this._beta)*(o+c*s));this._x=this._y=null,this._basis.lineEnd()},point:function(e,t){this._x.push(+e),this._y.push(+t)}};var Kh=(function e(t){function n(r){return t===1?new Dr(r):new Ei(r,t)}return n.beta=function(r){return e(+r)},n})(.85);function hn(e,t,n){e._context.bezierCurveTo(e._x1+e._k*(e._x2-e._x0),e._y1+e._k*(e._y2-e._y0),e._x2+e._k*(e._x1-t),e._y2+e._k*(e._y1-n),e._x2,e._y2)}function Ir(e,t){this._context=e,this._k=(1-t)/6}Ir.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:hn(this,this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2,this._x1=e,this._y1=t;break;case 2:this._point=3;default:hn(this,e,t);break}this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var Xh=(function e(t){function n(r){return new Ir(r,t)}return n.tension=function(r){return e(+r)},n})(0);function Or(e,t){this._context=e,this._k=(1-t)/6}Or.prototype={areaStart:Re,areaEnd:Re,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._x3=e,this._y3=t;break;case 1:this._point=2,this._context.moveTo(this._x4=e,this._y4=t);break;case 2:this._point=3,this._x5=e,this._y5=t;break;default:hn(this,e,t);break}this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var Yh=(function e(t){function n(r){return new Or(r,t)}return n.tension=function(r){return e(+r)},n})(0);function Fr(e,t){this._context=e,this._k=(1-t)/6}Fr.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:hn(this,e,t);break}this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var Jh=(function e(t){function n(r){return new Fr(r,t)}return n.tension=function(r){return e(+r)},n})(0);function qr(e,t,n){var r=e._x1,o=e._y1,i=e._x2,s=e._y2;if(e._l01_a>xi){var u=2*e._l01_2a+3*e._l01_a*e._l12_a+e._l12_2a,c=3*e._l01_a*(e._l01_a+e._l12_a);r=(r*u-e._x0*e._l12_2a+e._x2*e._l01_2a)/c,o=(o*u-e._y0*e._l12_2a+e._y2*e._l01_2a)/c}if(e._l23_a>xi){var l=2*e._l23_2a+3*e._l23_a*e._l12_a+e._l12_2a,f=3*e._l23_a*(e._l23_a+e._l12_a);i=(i*l+e._x1*e._l23_2a-t*e._l12_2a)/f,s=(s*l+e._y1*e._l23_2a-n*e._l12_2a)/f}e._context.bezierCurveTo(r,o,i,s,e._x2,e._y2)}function Di(e,t){this._context=e,this._alpha=t}Di.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:this.point(this._x2,this._y2);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){if(e=+e,t=+t,this._point){var n=this._x2-e,r=this._y2-t;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2;break;case 2:this._point=3;default:qr(this,e,t);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var Zh=(function e(t){function n(r){return t?new Di(r,t):new Ir(r,0)}return n.alpha=function(r){return e(+r)},n})(.5);function Ii(e,t){this._context=e,this._alpha=t}Ii.prototype={areaStart:Re,areaEnd:Re,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(e,t){if(e=+e,t=+t,this._point){var n=this._x2-e,r=this._y2-t;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1,this._x3=e,this._y3=t;break;case 1:this._point=2,this._context.moveTo(this._x4=e,this._y4=t);break;case 2:this._point=3,this._x5=e,this._y5=t;break;default:qr(this,e,t);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var ed=(function e(t){function n(r){return t?new Ii(r,t):new Or(r,0)}return n.alpha=function(r){return e(+r)},n})(.5);function Oi(e,t){this._context=e,this._alpha=t}Oi.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){if(e=+e,t=+t,this._point){var n=this._x2-e,r=this._y2-t;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:qr(this,e,t);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var td=(function e(t){function n(r){return t?new Oi(r,t):new Fr(r,0)}return n.alpha=function(r){return e(+r)},n})(.5);function Ul(e){this._context=e}Ul.prototype={areaStart:Re,areaEnd:Re,lineStart:function(){this._point=0},lineEnd:function(){this._point&&this._context.closePath()},point:function(e,t){e=+e,t=+t,this._point?this._context.lineTo(e,t):(this._point=1,this._context.moveTo(e,t))}};function wi(e){return e<0?-1:1}function vi(e,t,n){var r=e._x1-e._x0,o=t-e._x1,i=(e._y1-e._y0)/(r||o<0&&-0),s=(n-e._y1)/(o||r<0&&-0),u=(i*o+s*r)/(r+o);return(wi(i)+wi(s))*Math.min(Math.abs(i),Math.abs(s),.5*Math.abs(u))||0}function ki(e,t){var n=e._x1-e._x0;return n?(3*(e._y1-e._y0)/n-t)/2:t}function Tr(e,t,n){var r=e._x0,o=e._y0,i=e._x1,s=e._y1,u=(i-r)/3;e._context.bezierCurveTo(r+u,o+u*t,i-u,s-u*n,i,s)}function Lr(e){this._context=e}Lr.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=this._t0=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x1,this._y1);break;case 3:Tr(this,this._t0,ki(this,this._t0));break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){var n=NaN;if(e=+e,t=+t,!(e===this._x1&&t===this._y1)){switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2;break;case 2:this._point=3,Tr(this,ki(this,n=vi(this,e,t)),n);break;default:Tr(this,this._t0,n=vi(this,e,t));break}this._x0=this._x1,this._x1=e,this._y0=this._y1,this._y1=t,this._t0=n}}};function Wl(e){this._context=new Fi(e)}(Wl.prototype=Object.create(Lr.prototype)).point=function(e,t){Lr.prototype.point.call(this,t,e)};function Fi(e){this._context=e}Fi.prototype={moveTo:function(e,t){this._context.moveTo(t,e)},closePath:function(){this._context.closePath()},lineTo:function(e,t){this._context.lineTo(t,e)},bezierCurveTo:function(e,t,n,r,o,i){this._context.bezierCurveTo(t,e,r,n,i,o)}};function Ql(e){this._context=e}Ql.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=[],this._y=[]},lineEnd:function(){var e=this._x,t=this._y,n=e.length;if(n)if(this._line?this._context.lineTo(e[0],t[0]):this._context.moveTo(e[0],t[0]),n===2)this._context.lineTo(e[1],t[1]);else for(var r=Si(e),o=Si(t),i=0,s=1;s<n;++i,++s)this._context.bezierCurveTo(r[0][i],o[0][i],r[1][i],o[1][i],e[s],t[s]);(this._line||this._line!==0&&n===1)&&this._context.closePath(),this._line=1-this._line,this._x=this._y=null},point:function(e,t){this._x.push(+e),this._y.push(+t)}};function Si(e){var t,n=e.length-1,r,o=new Array(n),i=new Array(n),s=new Array(n);for(o[0]=0,i[0]=2,s[0]=e[0]+2*e[1],t=1;t<n-1;++t)o[t]=1,i[t]=4,s[t]=4*e[t]+2*e[t+1];for(o[n-1]=2,i[n-1]=7,s[n-1]=8*e[n-1]+e[n],t=1;t<n;++t)r=o[t]/i[t-1],i[t]-=r,s[t]-=r*s[t-1];for(o[n-1]=s[n-1]/i[n-1],t=n-2;t>=0;--t)o[t]=(s[t]-o[t+1])/i[t];for(i[n-1]=(e[n]+o[n-1])/2,t=0;t<n-1;++t)i[t]=2*e[t+1]-o[t+1];return[o,i]}function Kl(e,t){this._context=e,this._t=t}Kl.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=this._y=NaN,this._point=0},lineEnd:function(){0<this._t&&this._t<1&&this._point===2&&this._context.lineTo(this._x,this._y),(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line>=0&&(this._t=1-this._t,this._line=1-this._line)},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2;default:{if(this._t<=0)this._context.lineTo(this._x,t),this._context.lineTo(e,t);else{var n=this._x*(1-this._t)+e*this._t;this._context.lineTo(n,this._y),this._context.lineTo(n,t)}break}}this._x=e,this._y=t}};var Xl=new Intl.NumberFormat("en-US",{maximumSignificantDigits:4,minimumSignificantDigits:3}),Vr=new Intl.NumberFormat("en-US"),Yl=new Intl.NumberFormat("en-US",{maximumSignificantDigits:2});function V(e){return e===0?"0":Number.isFinite(e)?(Math.abs(e)<1e-4?e.toExponential(2):Xl.format(e)).replaceAll("-","\u2212"):"not measured"}function qi(e){return typeof e!="number"?e??"\u2013":Number.isFinite(e)?Number.isInteger(e)?Vr.format(e).replace("-","\u2212"):V(e):"\u2013"}function Vi(e){return Number.isFinite(e)?` \xB1 ${(e>0&&e<1e-4?e.toExponential(1):Yl.format(e)).replaceAll("-","\u2212")}`:""}function W(e){return Number.isFinite(e)?`${(100*e).toFixed(1)} %`:"not measured"}function v(e){return Vr.format(e)}function Pe(e,t){return`${Vr.format(e)} ${t}${e===1?"":"s"}`}function Q(e,t){if(e.length<=t)return e;let n=Math.max(2,t-1),r=Math.ceil(n/2);return`${e.slice(0,n-r)}\u2026${e.slice(-r)}`}function ee(e){return e.replace(/\/phases$/,"")||e}function He(e,t){return e==null||t==null?NaN:e<t?-1:e>t?1:e>=t?0:NaN}function Jl(e,t){return e==null||t==null?NaN:t<e?-1:t>e?1:t>=e?0:NaN}function Bi(e){let t,n,r;e.length!==2?(t=He,n=(u,c)=>He(e(u),c),r=(u,c)=>e(u)-c):(t=e===He||e===Jl?e:Zl,n=e,r=e);function o(u,c,l=0,f=u.length){if(l<f){if(t(c,c)!==0)return f;do{let m=l+f>>>1;n(u[m],c)<0?l=m+1:f=m}while(l<f)}return l}function i(u,c,l=0,f=u.length){if(l<f){if(t(c,c)!==0)return f;do{let m=l+f>>>1;n(u[m],c)<=0?l=m+1:f=m}while(l<f)}return l}function s(u,c,l=0,f=u.length){let m=o(u,c,l,f-1);return m>l&&r(u[m-1],c)>-r(u[m],c)?m-1:m}return{left:o,center:s,right:i}}function Zl(){return 0}function ec(e){return e===null?NaN:+e}function*tc(e,t){if(t===void 0)for(let n of e)n!=null&&(n=+n)>=n&&(yield n);else{let n=-1;for(let r of e)(r=t(r,++n,e))!=null&&(r=+r)>=r&&(yield r)}}var Hi=Bi(He),Gi=Hi.right,zi=Hi.left,od=Bi(ec).center;var id=ji(Ui),sd=ji(nc);function ji(e){return function(t,n,r=n){if(!((n=+n)>=0))throw new RangeError("invalid rx");if(!((r=+r)>=0))throw new RangeError("invalid ry");let{data:o,width:i,height:s}=t;if(!((i=Math.floor(i))>=0))throw new RangeError("invalid width");if(!((s=Math.floor(s!==void 0?s:o.length/i))>=0))throw new RangeError("invalid height");if(!i||!s||!n&&!r)return t;let u=n&&e(n),c=r&&e(r),l=o.slice();return u&&c?(it(u,l,o,i,s),it(u,o,l,i,s),it(u,l,o,i,s),st(c,o,l,i,s),st(c,l,o,i,s),st(c,o,l,i,s)):u?(it(u,o,l,i,s),it(u,l,o,i,s),it(u,o,l,i,s)):c&&(st(c,o,l,i,s),st(c,l,o,i,s),st(c,o,l,i,s)),t}}function it(e,t,n,r,o){for(let i=0,s=r*o;i<s;)e(t,n,i,i+=r,1)}function st(e,t,n,r,o){for(let i=0,s=r*o;i<r;++i)e(t,n,i,i+s,r)}function nc(e){let t=Ui(e);return(n,r,o,i,s)=>{o<<=2,i<<=2,s<<=2,t(n,r,o+0,i+0,s),t(n,r,o+1,i+1,s),t(n,r,o+2,i+2,s),t(n,r,o+3,i+3,s)}}function Ui(e){let t=Math.floor(e);if(t===e)return rc(e);let n=e-t,r=2*e+1;return(o,i,s,u,c)=>{if(!((u-=c)>=s))return;let l=t*i[s],f=c*t,m=f+c;for(let p=s,h=s+f;p<h;p+=c)l+=i[Math.min(u,p)];for(let p=s,h=u;p<=h;p+=c)l+=i[Math.min(u,p+f)],o[p]=(l+n*(i[Math.max(s,p-m)]+i[Math.min(u,p+m)]))/r,l-=i[Math.max(s,p-f)]}}function rc(e){let t=2*e+1;return(n,r,o,i,s)=>{if(!((i-=s)>=o))return;let u=e*r[o],c=s*e;for(let l=o,f=o+c;l<f;l+=s)u+=r[Math.min(i,l)];for(let l=o,f=i;l<=f;l+=s)u+=r[Math.min(i,l+c)],n[l]=u/t,u-=r[Math.max(o,l-c)]}}function oc(e=He){if(e===He)return Wi;if(typeof e!="function")throw new TypeError("compare is not a function");return(t,n)=>{let r=e(t,n);return r||r===0?r:(e(n,n)===0)-(e(t,t)===0)}}function Wi(e,t){return(e==null||!(e>=e))-(t==null||!(t>=t))||(e<t?-1:e>t?1:0)}var ic=Array.prototype,ad=ic.slice;var sc=Math.sqrt(50),ac=Math.sqrt(10),uc=Math.sqrt(2);function dn(e,t,n){let r=(t-e)/Math.max(0,n),o=Math.floor(Math.log10(r)),i=r/Math.pow(10,o),s=i>=sc?10:i>=ac?5:i>=uc?2:1,u,c,l;return o<0?(l=Math.pow(10,-o)/s,u=Math.round(e*l),c=Math.round(t*l),u/l<e&&++u,c/l>t&&--c,l=-l):(l=Math.pow(10,o)*s,u=Math.round(e/l),c=Math.round(t/l),u*l<e&&++u,c*l>t&&--c),c<u&&.5<=n&&n<2?dn(e,t,n*2):[u,c,l]}function yn(e,t,n){if(t=+t,e=+e,n=+n,!(n>0))return[];if(e===t)return[e];let r=t<e,[o,i,s]=r?dn(t,e,n):dn(e,t,n);if(!(i>=o))return[];let u=i-o+1,c=new Array(u);if(r)if(s<0)for(let l=0;l<u;++l)c[l]=(i-l)/-s;else for(let l=0;l<u;++l)c[l]=(i-l)*s;else if(s<0)for(let l=0;l<u;++l)c[l]=(o+l)/-s;else for(let l=0;l<u;++l)c[l]=(o+l)*s;return c}function gn(e,t,n){return t=+t,e=+e,n=+n,dn(e,t,n)[2]}function Qi(e,t,n){t=+t,e=+e,n=+n;let r=t<e,o=r?gn(t,e,n):gn(e,t,n);return(r?-1:1)*(o<0?1/-o:o)}function Ct(e,t){let n;if(t===void 0)for(let r of e)r!=null&&(n<r||n===void 0&&r>=r)&&(n=r);else{let r=-1;for(let o of e)(o=t(o,++r,e))!=null&&(n<o||n===void 0&&o>=o)&&(n=o)}return n}function bn(e,t){let n,r=-1,o=-1;if(t===void 0)for(let i of e)++o,i!=null&&(n<i||n===void 0&&i>=i)&&(n=i,r=o);else for(let i of e)(i=t(i,++o,e))!=null&&(n<i||n===void 0&&i>=i)&&(n=i,r=o);return r}function Tt(e,t){let n;if(t===void 0)for(let r of e)r!=null&&(n>r||n===void 0&&r>=r)&&(n=r);else{let r=-1;for(let o of e)(o=t(o,++r,e))!=null&&(n>o||n===void 0&&o>=o)&&(n=o)}return n}function Ki(e,t){let n,r=-1,o=-1;if(t===void 0)for(let i of e)++o,i!=null&&(n>i||n===void 0&&i>=i)&&(n=i,r=o);else for(let i of e)(i=t(i,++o,e))!=null&&(n>i||n===void 0&&i>=i)&&(n=i,r=o);return r}function Xi(e,t,n=0,r=1/0,o){if(t=Math.floor(t),n=Math.floor(Math.max(0,n)),r=Math.floor(Math.min(e.length-1,r)),!(n<=t&&t<=r))return e;for(o=o===void 0?Wi:oc(o);r>n;){if(r-n>600){let c=r-n+1,l=t-n+1,f=Math.log(c),m=.5*Math.exp(2*f/3),p=.5*Math.sqrt(f*m*(c-m)/c)*(l-c/2<0?-1:1),h=Math.max(n,Math.floor(t-l*m/c+p)),d=Math.min(r,Math.floor(t+(c-l)*m/c+p));Xi(e,t,h,d,o)}let i=e[t],s=n,u=r;for($t(e,n,t),o(e[r],i)>0&&$t(e,n,r);s<u;){for($t(e,s,u),++s,--u;o(e[s],i)<0;)++s;for(;o(e[u],i)>0;)--u}o(e[n],i)===0?$t(e,n,u):(++u,$t(e,u,r)),u<=t&&(n=u+1),t<=u&&(r=u-1)}return e}function $t(e,t,n){let r=e[t];e[t]=e[n],e[n]=r}function Yi(e,t,n){if(e=Float64Array.from(tc(e,n)),!(!(r=e.length)||isNaN(t=+t))){if(t<=0||r<2)return Tt(e);if(t>=1)return Ct(e);var r,o=(r-1)*t,i=Math.floor(o),s=Ct(Xi(e,i).subarray(0,i+1)),u=Tt(e.subarray(i+1));return s+(u-s)*(o-i)}}function Ji(e,t){let n=0,r=0;if(t===void 0)for(let o of e)o!=null&&(o=+o)>=o&&(++n,r+=o);else{let o=-1;for(let i of e)(i=t(i,++o,e))!=null&&(i=+i)>=i&&(++n,r+=i)}if(n)return r/n}function Zi(e,t){return Yi(e,.5,t)}var ud=lc(Math.random);function lc(e){return function(n,r=0,o=n.length){let i=o-(r=+r);for(;i;){let s=e()*i--|0,u=n[i+r];n[i+r]=n[s+r],n[s+r]=u}return n}}var _n={label:48,unit:90,kind:24,part:32};function ts(e,t=0){let n=Br(e?.run?.columns);return new Map((e?.metrics??[]).flatMap(r=>{let o=Br(n[r]),i=Array.isArray(o.by_row)?o.by_row[t]:null,s=cc(r,{...o,...Br(i)});return s?[[r,s]]:[]}))}function cc(e,t){let n=xn(t.label,_n.label);if(!n)return null;let r=xn(t.kind,_n.kind),o=xn(t.part,_n.part);return{name:e,label:n,unit:xn(t.unit,_n.unit),better:t.better==="low"||t.better==="high"?t.better:null,isShare:t.format==="share",part:r&&o?{kind:r,name:o,weight:es(t.weight),meanImageLoss:es(t.mean_image_loss)}:null}}function Br(e){return typeof e=="object"&&e!==null&&!Array.isArray(e)?e:{}}function xn(e,t){return typeof e=="string"?Q(e.replaceAll(/\s+/g," ").trim(),t):""}function es(e){return typeof e=="number"&&Number.isFinite(e)&&e>0?e:NaN}function os({layout:e,steps:t,shape:[,n,r],values:o}){if(!e)return[];let{rows:i,metrics:s}=e,u=new Map(s.map((c,l)=>[c,l]));return i.map((c,l)=>{let f=p=>{let h=u.get(p);return t.map((d,g)=>h===void 0?NaN:o[(g*n+l)*r+h])},m=()=>f("flags").map(p=>fc(p,e.flags));return Hr({row:c,steps:t,metricNames:s,described:ts(e,l),column:f,flags:m})})}function Hr(e){let{layer:t,decoder:n}=e.row;return{...e,key:`${t}/${n}`,column:ns(e.column),flags:ns(e.flags)}}function ns(e){let t=new Map;return n=>(t.has(n)||t.set(n,e(n)),t.get(n))}function fc(e,t){return Number.isFinite(e)?t.filter((n,r)=>Math.floor(e/2**r)%2===1):[]}function at({flags:e}){let[t=[],...n]=e();return t.filter(r=>n.every(o=>o.includes(r)))}function ut(e){let t=at(e);return e.flags().map(n=>n.filter(r=>!t.includes(r)))}function ie({steps:e,column:t}){let n=t("probe_accuracy"),r=bn(n);return r<0?null:{step:e[r],accuracy:n[r]}}function Ne({column:e},t){return e(t).findLast(Number.isFinite)??NaN}function de(e,t,n){return t[B(e,n)]??NaN}function B(e,t){let n=Math.min(zi(e,t),e.length-1),r=n>0&&Math.log1p(t)-Math.log1p(e[n-1])<=Math.log1p(e[n])-Math.log1p(t);return Math.max(0,r?n-1:n)}function is(e){return e.flatMap((t,n)=>Number.isFinite(t)&&!Number.isFinite(e[n-1])&&!Number.isFinite(e[n+1])?[n]:[])}function K({row:e},t){return t.some(r=>r.row.layer===e.layer&&r.row.decoder!==e.decoder)?`${e.layer} (${e.decoder})`:e.layer}var mc=20;function At(e){let t=e.map(i=>K(i,e));if(t.length<2||t.every(({length:i})=>i<=mc))return t;let[n,r]=[rs(t),rs(t.map(pc))],o=t.map(i=>i.slice(n,i.length-r));return o.every(Boolean)?o:t}function $e(e,t){return At(t)[t.indexOf(e)]}function rs([e="",...t]){let n=0;for(;n<e.length&&t.every(r=>r[n]===e[n]);)n++;for(;n&&!/[_/.\- ]/.test(e[n-1]);)n--;return n}function pc(e){return[...e].reverse().join("")}function H({summary:e,numSeeds:t}){return ee(e.run)+(t?` (${t} seeds)`:"")}function ss(e,t){let n=new Set(e.rows.map(({key:r})=>r));return t.filter(({rows:r})=>r.length&&!r.some(({key:o})=>n.has(o))).map(({summary:r})=>r.run)}function E(e,{layer:t,decoder:n}){return e.find(r=>r.layer===t&&r.decoder===n)}function mt(e,t,n){e.prototype=t.prototype=n,n.constructor=e}function Dt(e,t){var n=Object.create(e.prototype);for(var r in t)n[r]=t[r];return n}function Ce(){}var Ue=.7,ft=1/Ue,lt="\\s*([+-]?\\d+)\\s*",Lt="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)\\s*",se="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)%\\s*",hc=/^#([0-9a-f]{3,8})$/,dc=new RegExp(`^rgb\\(${lt},${lt},${lt}\\)$`),gc=new RegExp(`^rgb\\(${se},${se},${se}\\)$`),yc=new RegExp(`^rgba\\(${lt},${lt},${lt},${Lt}\\)$`),bc=new RegExp(`^rgba\\(${se},${se},${se},${Lt}\\)$`),_c=new RegExp(`^hsl\\(${Lt},${se},${se}\\)$`),xc=new RegExp(`^hsla\\(${Lt},${se},${se},${Lt}\\)$`),as={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074};mt(Ce,pt,{copy(e){return Object.assign(new this.constructor,this,e)},displayable(){return this.rgb().displayable()},hex:us,formatHex:us,formatHex8:wc,formatHsl:vc,formatRgb:ls,toString:ls});function us(){return this.rgb().formatHex()}function wc(){return this.rgb().formatHex8()}function vc(){return bs(this).formatHsl()}function ls(){return this.rgb().formatRgb()}function pt(e){var t,n;return e=(e+"").trim().toLowerCase(),(t=hc.exec(e))?(n=t[1].length,t=parseInt(t[1],16),n===6?cs(t):n===3?new G(t>>8&15|t>>4&240,t>>4&15|t&240,(t&15)<<4|t&15,1):n===8?wn(t>>24&255,t>>16&255,t>>8&255,(t&255)/255):n===4?wn(t>>12&15|t>>8&240,t>>8&15|t>>4&240,t>>4&15|t&240,((t&15)<<4|t&15)/255):null):(t=dc.exec(e))?new G(t[1],t[2],t[3],1):(t=gc.exec(e))?new G(t[1]*255/100,t[2]*255/100,t[3]*255/100,1):(t=yc.exec(e))?wn(t[1],t[2],t[3],t[4]):(t=bc.exec(e))?wn(t[1]*255/100,t[2]*255/100,t[3]*255/100,t[4]):(t=_c.exec(e))?ps(t[1],t[2]/100,t[3]/100,1):(t=xc.exec(e))?ps(t[1],t[2]/100,t[3]/100,t[4]):as.hasOwnProperty(e)?cs(as[e]):e==="transparent"?new G(NaN,NaN,NaN,0):null}function cs(e){return new G(e>>16&255,e>>8&255,e&255,1)}function wn(e,t,n,r){return r<=0&&(e=t=n=NaN),new G(e,t,n,r)}function Qr(e){return e instanceof Ce||(e=pt(e)),e?(e=e.rgb(),new G(e.r,e.g,e.b,e.opacity)):new G}function It(e,t,n,r){return arguments.length===1?Qr(e):new G(e,t,n,r??1)}function G(e,t,n,r){this.r=+e,this.g=+t,this.b=+n,this.opacity=+r}mt(G,It,Dt(Ce,{brighter(e){return e=e==null?ft:Math.pow(ft,e),new G(this.r*e,this.g*e,this.b*e,this.opacity)},darker(e){return e=e==null?Ue:Math.pow(Ue,e),new G(this.r*e,this.g*e,this.b*e,this.opacity)},rgb(){return this},clamp(){return new G(ze(this.r),ze(this.g),ze(this.b),kn(this.opacity))},displayable(){return-.5<=this.r&&this.r<255.5&&-.5<=this.g&&this.g<255.5&&-.5<=this.b&&this.b<255.5&&0<=this.opacity&&this.opacity<=1},hex:fs,formatHex:fs,formatHex8:kc,formatRgb:ms,toString:ms}));function fs(){return`#${Ge(this.r)}${Ge(this.g)}${Ge(this.b)}`}function kc(){return`#${Ge(this.r)}${Ge(this.g)}${Ge(this.b)}${Ge((isNaN(this.opacity)?1:this.opacity)*255)}`}function ms(){let e=kn(this.opacity);return`${e===1?"rgb(":"rgba("}${ze(this.r)}, ${ze(this.g)}, ${ze(this.b)}${e===1?")":`, ${e})`}`}function kn(e){return isNaN(e)?1:Math.max(0,Math.min(1,e))}function ze(e){return Math.max(0,Math.min(255,Math.round(e)||0))}function Ge(e){return e=ze(e),(e<16?"0":"")+e.toString(16)}function ps(e,t,n,r){return r<=0?e=t=n=NaN:n<=0||n>=1?e=t=NaN:t<=0&&(e=NaN),new te(e,t,n,r)}function bs(e){if(e instanceof te)return new te(e.h,e.s,e.l,e.opacity);if(e instanceof Ce||(e=pt(e)),!e)return new te;if(e instanceof te)return e;e=e.rgb();var t=e.r/255,n=e.g/255,r=e.b/255,o=Math.min(t,n,r),i=Math.max(t,n,r),s=NaN,u=i-o,c=(i+o)/2;return u?(t===i?s=(n-r)/u+(n<r)*6:n===i?s=(r-t)/u+2:s=(t-n)/u+4,u/=c<.5?i+o:2-i-o,s*=60):u=c>0&&c<1?0:s,new te(s,u,c,e.opacity)}function Mn(e,t,n,r){return arguments.length===1?bs(e):new te(e,t,n,r??1)}function te(e,t,n,r){this.h=+e,this.s=+t,this.l=+n,this.opacity=+r}mt(te,Mn,Dt(Ce,{brighter(e){return e=e==null?ft:Math.pow(ft,e),new te(this.h,this.s,this.l*e,this.opacity)},darker(e){return e=e==null?Ue:Math.pow(Ue,e),new te(this.h,this.s,this.l*e,this.opacity)},rgb(){var e=this.h%360+(this.h<0)*360,t=isNaN(e)||isNaN(this.s)?0:this.s,n=this.l,r=n+(n<.5?n:1-n)*t,o=2*n-r;return new G(Gr(e>=240?e-240:e+120,o,r),Gr(e,o,r),Gr(e<120?e+240:e-120,o,r),this.opacity)},clamp(){return new te(hs(this.h),vn(this.s),vn(this.l),kn(this.opacity))},displayable(){return(0<=this.s&&this.s<=1||isNaN(this.s))&&0<=this.l&&this.l<=1&&0<=this.opacity&&this.opacity<=1},formatHsl(){let e=kn(this.opacity);return`${e===1?"hsl(":"hsla("}${hs(this.h)}, ${vn(this.s)*100}%, ${vn(this.l)*100}%${e===1?")":`, ${e})`}`}}));function hs(e){return e=(e||0)%360,e<0?e+360:e}function vn(e){return Math.max(0,Math.min(1,e||0))}function Gr(e,t,n){return(e<60?t+(n-t)*e/60:e<180?n:e<240?t+(n-t)*(240-e)/60:t)*255}var _s=Math.PI/180,xs=180/Math.PI,Sn=18,ws=.96422,vs=1,ks=.82521,Ss=4/29,ct=6/29,Ms=3*ct*ct,Sc=ct*ct*ct;function Rs(e){if(e instanceof ae)return new ae(e.l,e.a,e.b,e.opacity);if(e instanceof ge)return Ns(e);e instanceof G||(e=Qr(e));var t=Wr(e.r),n=Wr(e.g),r=Wr(e.b),o=zr((.2225045*t+.7168786*n+.0606169*r)/vs),i,s;return t===n&&n===r?i=s=o:(i=zr((.4360747*t+.3850649*n+.1430804*r)/ws),s=zr((.0139322*t+.0971045*n+.7141733*r)/ks)),new ae(116*o-16,500*(i-o),200*(o-s),e.opacity)}function Ps(e,t,n,r){return arguments.length===1?Rs(e):new ae(e,t,n,r??1)}function ae(e,t,n,r){this.l=+e,this.a=+t,this.b=+n,this.opacity=+r}mt(ae,Ps,Dt(Ce,{brighter(e){return new ae(this.l+Sn*(e??1),this.a,this.b,this.opacity)},darker(e){return new ae(this.l-Sn*(e??1),this.a,this.b,this.opacity)},rgb(){var e=(this.l+16)/116,t=isNaN(this.a)?e:e+this.a/500,n=isNaN(this.b)?e:e-this.b/200;return t=ws*jr(t),e=vs*jr(e),n=ks*jr(n),new G(Ur(3.1338561*t-1.6168667*e-.4906146*n),Ur(-.9787684*t+1.9161415*e+.033454*n),Ur(.0719453*t-.2289914*e+1.4052427*n),this.opacity)}}));function zr(e){return e>Sc?Math.pow(e,1/3):e/Ms+Ss}function jr(e){return e>ct?e*e*e:Ms*(e-Ss)}function Ur(e){return 255*(e<=.0031308?12.92*e:1.055*Math.pow(e,1/2.4)-.055)}function Wr(e){return(e/=255)<=.04045?e/12.92:Math.pow((e+.055)/1.055,2.4)}function Mc(e){if(e instanceof ge)return new ge(e.h,e.c,e.l,e.opacity);if(e instanceof ae||(e=Rs(e)),e.a===0&&e.b===0)return new ge(NaN,0<e.l&&e.l<100?0:NaN,e.l,e.opacity);var t=Math.atan2(e.b,e.a)*xs;return new ge(t<0?t+360:t,Math.sqrt(e.a*e.a+e.b*e.b),e.l,e.opacity)}function Rn(e,t,n,r){return arguments.length===1?Mc(e):new ge(e,t,n,r??1)}function ge(e,t,n,r){this.h=+e,this.c=+t,this.l=+n,this.opacity=+r}function Ns(e){if(isNaN(e.h))return new ae(e.l,0,0,e.opacity);var t=e.h*_s;return new ae(e.l,Math.cos(t)*e.c,Math.sin(t)*e.c,e.opacity)}mt(ge,Rn,Dt(Ce,{brighter(e){return new ge(this.h,this.c,this.l+Sn*(e??1),this.opacity)},darker(e){return new ge(this.h,this.c,this.l-Sn*(e??1),this.opacity)},rgb(){return Ns(this).rgb()}}));var $s=-.14861,Kr=1.78277,Xr=-.29227,Pn=-.90649,Et=1.97294,ds=Et*Pn,gs=Et*Kr,ys=Kr*Xr-Pn*$s;function Rc(e){if(e instanceof je)return new je(e.h,e.s,e.l,e.opacity);e instanceof G||(e=Qr(e));var t=e.r/255,n=e.g/255,r=e.b/255,o=(ys*r+ds*t-gs*n)/(ys+ds-gs),i=r-o,s=(Et*(n-o)-Xr*i)/Pn,u=Math.sqrt(s*s+i*i)/(Et*o*(1-o)),c=u?Math.atan2(s,i)*xs-120:NaN;return new je(c<0?c+360:c,u,o,e.opacity)}function Nn(e,t,n,r){return arguments.length===1?Rc(e):new je(e,t,n,r??1)}function je(e,t,n,r){this.h=+e,this.s=+t,this.l=+n,this.opacity=+r}mt(je,Nn,Dt(Ce,{brighter(e){return e=e==null?ft:Math.pow(ft,e),new je(this.h,this.s,this.l*e,this.opacity)},darker(e){return e=e==null?Ue:Math.pow(Ue,e),new je(this.h,this.s,this.l*e,this.opacity)},rgb(){var e=isNaN(this.h)?0:(this.h+120)*_s,t=+this.l,n=isNaN(this.s)?0:this.s*t*(1-t),r=Math.cos(e),o=Math.sin(e);return new G(255*(t+n*($s*r+Kr*o)),255*(t+n*(Xr*r+Pn*o)),255*(t+n*(Et*r)),this.opacity)}}));function Ls(e,t,n,r,o){var i=e*e,s=i*e;return((1-3*e+3*i-s)*t+(4-6*i+3*s)*n+(1+3*e+3*i-3*s)*r+s*o)/6}function Pc(e){var t=e.length-1;return function(n){var r=n<=0?n=0:n>=1?(n=1,t-1):Math.floor(n*t),o=e[r],i=e[r+1],s=r>0?e[r-1]:2*o-i,u=r<t-1?e[r+2]:2*i-o;return Ls((n-r/t)*t,s,o,i,u)}}function Nc(e){var t=e.length;return function(n){var r=Math.floor(((n%=1)<0?++n:n)*t),o=e[(r+t-1)%t],i=e[r%t],s=e[(r+1)%t],u=e[(r+2)%t];return Ls((n-r/t)*t,o,i,s,u)}}var Cn=e=>()=>e;function Es(e,t){return function(n){return e+n*t}}function $c(e,t,n){return e=Math.pow(e,n),t=Math.pow(t,n)-e,n=1/n,function(r){return Math.pow(e+r*t,n)}}function eo(e,t){var n=t-e;return n?Es(e,n>180||n<-180?n-360*Math.round(n/360):n):Cn(isNaN(e)?t:e)}function Cc(e){return(e=+e)==1?X:function(t,n){return n-t?$c(t,n,e):Cn(isNaN(t)?n:t)}}function X(e,t){var n=t-e;return n?Es(e,n):Cn(isNaN(e)?t:e)}var Cs=(function e(t){var n=Cc(t);function r(o,i){var s=n((o=It(o)).r,(i=It(i)).r),u=n(o.g,i.g),c=n(o.b,i.b),l=X(o.opacity,i.opacity);return function(f){return o.r=s(f),o.g=u(f),o.b=c(f),o.opacity=l(f),o+""}}return r.gamma=e,r})(1);function Ds(e){return function(t){var n=t.length,r=new Array(n),o=new Array(n),i=new Array(n),s,u;for(s=0;s<n;++s)u=It(t[s]),r[s]=u.r||0,o[s]=u.g||0,i[s]=u.b||0;return r=e(r),o=e(o),i=e(i),u.opacity=1,function(c){return u.r=r(c),u.g=o(c),u.b=i(c),u+""}}}var bd=Ds(Pc),_d=Ds(Nc);function Tc(e,t){t||(t=[]);var n=e?Math.min(t.length,e.length):0,r=t.slice(),o;return function(i){for(o=0;o<n;++o)r[o]=e[o]*(1-i)+t[o]*i;return r}}function Ac(e){return ArrayBuffer.isView(e)&&!(e instanceof DataView)}function Lc(e,t){var n=t?t.length:0,r=e?Math.min(n,e.length):0,o=new Array(r),i=new Array(n),s;for(s=0;s<r;++s)o[s]=Tn(e[s],t[s]);for(;s<n;++s)i[s]=t[s];return function(u){for(s=0;s<r;++s)i[s]=o[s](u);return i}}function Ec(e,t){var n=new Date;return e=+e,t=+t,function(r){return n.setTime(e*(1-r)+t*r),n}}function ne(e,t){return e=+e,t=+t,function(n){return e*(1-n)+t*n}}function Dc(e,t){var n={},r={},o;(e===null||typeof e!="object")&&(e={}),(t===null||typeof t!="object")&&(t={});for(o in t)o in e?n[o]=Tn(e[o],t[o]):r[o]=t[o];return function(i){for(o in n)r[o]=n[o](i);return r}}var Jr=/[-+]?(?:\d+\.?\d*|\.?\d+)(?:[eE][-+]?\d+)?/g,Yr=new RegExp(Jr.source,"g");function Ic(e){return function(){return e}}function Oc(e){return function(t){return e(t)+""}}function Fc(e,t){var n=Jr.lastIndex=Yr.lastIndex=0,r,o,i,s=-1,u=[],c=[];for(e=e+"",t=t+"";(r=Jr.exec(e))&&(o=Yr.exec(t));)(i=o.index)>n&&(i=t.slice(n,i),u[s]?u[s]+=i:u[++s]=i),(r=r[0])===(o=o[0])?u[s]?u[s]+=o:u[++s]=o:(u[++s]=null,c.push({i:s,x:ne(r,o)})),n=Yr.lastIndex;return n<t.length&&(i=t.slice(n),u[s]?u[s]+=i:u[++s]=i),u.length<2?c[0]?Oc(c[0].x):Ic(t):(t=c.length,function(l){for(var f=0,m;f<t;++f)u[(m=c[f]).i]=m.x(l);return u.join("")})}function Tn(e,t){var n=typeof t,r;return t==null||n==="boolean"?Cn(t):(n==="number"?ne:n==="string"?(r=pt(t))?(t=r,Cs):Fc:t instanceof pt?Cs:t instanceof Date?Ec:Ac(t)?Tc:Array.isArray(t)?Lc:typeof t.valueOf!="function"&&typeof t.toString!="function"||isNaN(t)?Dc:ne)(e,t)}function Is(e,t){return e=+e,t=+t,function(n){return Math.round(e*(1-n)+t*n)}}var Ts=180/Math.PI,Zr={translateX:0,translateY:0,rotate:0,skewX:0,scaleX:1,scaleY:1};function Os(e,t,n,r,o,i){var s,u,c;return(s=Math.sqrt(e*e+t*t))&&(e/=s,t/=s),(c=e*n+t*r)&&(n-=e*c,r-=t*c),(u=Math.sqrt(n*n+r*r))&&(n/=u,r/=u,c/=u),e*r<t*n&&(e=-e,t=-t,c=-c,s=-s),{translateX:o,translateY:i,rotate:Math.atan2(t,e)*Ts,skewX:Math.atan(c)*Ts,scaleX:s,scaleY:u}}var $n;function qc(e){let t=new(typeof DOMMatrix=="function"?DOMMatrix:WebKitCSSMatrix)(e+"");return t.isIdentity?Zr:Os(t.a,t.b,t.c,t.d,t.e,t.f)}function Vc(e){return e==null||($n||($n=document.createElementNS("http://www.w3.org/2000/svg","g")),$n.setAttribute("transform",e),!(e=$n.transform.baseVal.consolidate()))?Zr:(e=e.matrix,Os(e.a,e.b,e.c,e.d,e.e,e.f))}function Fs(e,t,n,r){function o(l){return l.length?l.pop()+" ":""}function i(l,f,m,p,h,d){if(l!==m||f!==p){var g=h.push("translate(",null,t,null,n);d.push({i:g-4,x:ne(l,m)},{i:g-2,x:ne(f,p)})}else(m||p)&&h.push("translate("+m+t+p+n)}function s(l,f,m,p){l!==f?(l-f>180?f+=360:f-l>180&&(l+=360),p.push({i:m.push(o(m)+"rotate(",null,r)-2,x:ne(l,f)})):f&&m.push(o(m)+"rotate("+f+r)}function u(l,f,m,p){l!==f?p.push({i:m.push(o(m)+"skewX(",null,r)-2,x:ne(l,f)}):f&&m.push(o(m)+"skewX("+f+r)}function c(l,f,m,p,h,d){if(l!==m||f!==p){var g=h.push(o(h)+"scale(",null,",",null,")");d.push({i:g-4,x:ne(l,m)},{i:g-2,x:ne(f,p)})}else(m!==1||p!==1)&&h.push(o(h)+"scale("+m+","+p+")")}return function(l,f){var m=[],p=[];return l=e(l),f=e(f),i(l.translateX,l.translateY,f.translateX,f.translateY,m,p),s(l.rotate,f.rotate,m,p),u(l.skewX,f.skewX,m,p),c(l.scaleX,l.scaleY,f.scaleX,f.scaleY,m,p),l=f=null,function(h){for(var d=-1,g=p.length,y;++d<g;)m[(y=p[d]).i]=y.x(h);return m.join("")}}}var xd=Fs(qc,"px, ","px)","deg)"),wd=Fs(Vc,", ",")",")"),Bc=1e-12;function As(e){return((e=Math.exp(e))+1/e)/2}function Hc(e){return((e=Math.exp(e))-1/e)/2}function Gc(e){return((e=Math.exp(2*e))-1)/(e+1)}var vd=(function e(t,n,r){function o(i,s){var u=i[0],c=i[1],l=i[2],f=s[0],m=s[1],p=s[2],h=f-u,d=m-c,g=h*h+d*d,y,b;if(g<Bc)b=Math.log(p/l)/t,y=function(R){return[u+R*h,c+R*d,l*Math.exp(t*R*b)]};else{var x=Math.sqrt(g),_=(p*p-l*l+r*g)/(2*l*n*x),w=(p*p-l*l-r*g)/(2*p*n*x),P=Math.log(Math.sqrt(_*_+1)-_),T=Math.log(Math.sqrt(w*w+1)-w);b=(T-P)/t,y=function(R){var A=R*b,z=As(P),F=l/(n*x)*(z*Gc(t*A+P)-Hc(P));return[u+F*h,c+F*d,l*z/As(t*A+P)]}}return y.duration=Math.abs(b)*1e3*t/Math.SQRT2,y}return o.rho=function(i){var s=Math.max(.001,+i),u=s*s,c=u*u;return e(s,u,c)},o})(Math.SQRT2,2,4);function qs(e){return function(t,n){var r=e((t=Mn(t)).h,(n=Mn(n)).h),o=X(t.s,n.s),i=X(t.l,n.l),s=X(t.opacity,n.opacity);return function(u){return t.h=r(u),t.s=o(u),t.l=i(u),t.opacity=s(u),t+""}}}var kd=qs(eo),Sd=qs(X);function Vs(e){return function(t,n){var r=e((t=Rn(t)).h,(n=Rn(n)).h),o=X(t.c,n.c),i=X(t.l,n.l),s=X(t.opacity,n.opacity);return function(u){return t.h=r(u),t.c=o(u),t.l=i(u),t.opacity=s(u),t+""}}}var Md=Vs(eo),Rd=Vs(X);function Bs(e){return(function t(n){n=+n;function r(o,i){var s=e((o=Nn(o)).h,(i=Nn(i)).h),u=X(o.s,i.s),c=X(o.l,i.l),l=X(o.opacity,i.opacity);return function(f){return o.h=s(f),o.s=u(f),o.l=c(Math.pow(f,n)),o.opacity=l(f),o+""}}return r.gamma=t,r})(1)}var Pd=Bs(eo),Nd=Bs(X);function zc(e){return Math.abs(e=Math.round(e))>=1e21?e.toLocaleString("en").replace(/,/g,""):e.toString(10)}function Ln(e,t){if(!isFinite(e)||e===0)return null;var n=(e=t?e.toExponential(t-1):e.toExponential()).indexOf("e"),r=e.slice(0,n);return[r.length>1?r[0]+r.slice(2):r,+e.slice(n+1)]}function ht(e){return e=Ln(Math.abs(e)),e?e[1]:NaN}function jc(e,t){return function(n,r){for(var o=n.length,i=[],s=0,u=e[0],c=0;o>0&&u>0&&(c+u+1>r&&(u=Math.max(1,r-c)),i.push(n.substring(o-=u,o+u)),!((c+=u+1)>r));)u=e[s=(s+1)%e.length];return i.reverse().join(t)}}function Uc(e){return function(t){return t.replace(/[0-9]/g,function(n){return e[+n]})}}var Wc=/^(?:(.)?([<>=^]))?([+\-( ])?([$#])?(0)?(\d+)?(,)?(\.\d+)?(~)?([a-z%])?$/i;function dt(e){if(!(t=Wc.exec(e)))throw new Error("invalid format: "+e);var t;return new to({fill:t[1],align:t[2],sign:t[3],symbol:t[4],zero:t[5],width:t[6],comma:t[7],precision:t[8]&&t[8].slice(1),trim:t[9],type:t[10]})}dt.prototype=to.prototype;function to(e){this.fill=e.fill===void 0?" ":e.fill+"",this.align=e.align===void 0?">":e.align+"",this.sign=e.sign===void 0?"-":e.sign+"",this.symbol=e.symbol===void 0?"":e.symbol+"",this.zero=!!e.zero,this.width=e.width===void 0?void 0:+e.width,this.comma=!!e.comma,this.precision=e.precision===void 0?void 0:+e.precision,this.trim=!!e.trim,this.type=e.type===void 0?"":e.type+""}to.prototype.toString=function(){return this.fill+this.align+this.sign+this.symbol+(this.zero?"0":"")+(this.width===void 0?"":Math.max(1,this.width|0))+(this.comma?",":"")+(this.precision===void 0?"":"."+Math.max(0,this.precision|0))+(this.trim?"~":"")+this.type};function Qc(e){e:for(var t=e.length,n=1,r=-1,o;n<t;++n)switch(e[n]){case".":r=o=n;break;case"0":r===0&&(r=n),o=n;break;default:if(!+e[n])break e;r>0&&(r=0);break}return r>0?e.slice(0,r)+e.slice(o+1):e}var En;function Kc(e,t){var n=Ln(e,t);if(!n)return En=void 0,e.toPrecision(t);var r=n[0],o=n[1],i=o-(En=Math.max(-8,Math.min(8,Math.floor(o/3)))*3)+1,s=r.length;return i===s?r:i>s?r+new Array(i-s+1).join("0"):i>0?r.slice(0,i)+"."+r.slice(i):"0."+new Array(1-i).join("0")+Ln(e,Math.max(0,t+i-1))[0]}function Hs(e,t){var n=Ln(e,t);if(!n)return e+"";var r=n[0],o=n[1];return o<0?"0."+new Array(-o).join("0")+r:r.length>o+1?r.slice(0,o+1)+"."+r.slice(o+1):r+new Array(o-r.length+2).join("0")}var Gs={"%":(e,t)=>(e*100).toFixed(t),b:e=>Math.round(e).toString(2),c:e=>e+"",d:zc,e:(e,t)=>e.toExponential(t),f:(e,t)=>e.toFixed(t),g:(e,t)=>e.toPrecision(t),o:e=>Math.round(e).toString(8),p:(e,t)=>Hs(e*100,t),r:Hs,s:Kc,X:e=>Math.round(e).toString(16).toUpperCase(),x:e=>Math.round(e).toString(16)};function zs(e){return e}var js=Array.prototype.map,Us=["y","z","a","f","p","n","\xB5","m","","k","M","G","T","P","E","Z","Y"];function Xc(e){var t=e.grouping===void 0||e.thousands===void 0?zs:jc(js.call(e.grouping,Number),e.thousands+""),n=e.currency===void 0?"":e.currency[0]+"",r=e.currency===void 0?"":e.currency[1]+"",o=e.decimal===void 0?".":e.decimal+"",i=e.numerals===void 0?zs:Uc(js.call(e.numerals,String)),s=e.percent===void 0?"%":e.percent+"",u=e.minus===void 0?"\u2212":e.minus+"",c=e.nan===void 0?"NaN":e.nan+"";function l(m,p){m=dt(m);var h=m.fill,d=m.align,g=m.sign,y=m.symbol,b=m.zero,x=m.width,_=m.comma,w=m.precision,P=m.trim,T=m.type;T==="n"?(_=!0,T="g"):Gs[T]||(w===void 0&&(w=12),P=!0,T="g"),(b||h==="0"&&d==="=")&&(b=!0,h="0",d="=");var R=(p&&p.prefix!==void 0?p.prefix:"")+(y==="$"?n:y==="#"&&/[boxX]/.test(T)?"0"+T.toLowerCase():""),A=(y==="$"?r:/[%p]/.test(T)?s:"")+(p&&p.suffix!==void 0?p.suffix:""),z=Gs[T],F=/[defgprs%]/.test(T);w=w===void 0?6:/[gprs]/.test(T)?Math.max(1,Math.min(21,w)):Math.max(0,Math.min(20,w));function U(M){var D=R,Z=A,Ze,Fo,Kt;if(T==="c")Z=z(M)+Z,M="";else{M=+M;var Xt=M<0||1/M<0;if(M=isNaN(M)?c:z(Math.abs(M),w),P&&(M=Qc(M)),Xt&&+M==0&&g!=="+"&&(Xt=!1),D=(Xt?g==="("?g:u:g==="-"||g==="("?"":g)+D,Z=(T==="s"&&!isNaN(M)&&En!==void 0?Us[8+En/3]:"")+Z+(Xt&&g==="("?")":""),F){for(Ze=-1,Fo=M.length;++Ze<Fo;)if(Kt=M.charCodeAt(Ze),48>Kt||Kt>57){Z=(Kt===46?o+M.slice(Ze+1):M.slice(Ze))+Z,M=M.slice(0,Ze);break}}}_&&!b&&(M=t(M,1/0));var Yt=D.length+M.length+Z.length,pe=Yt<x?new Array(x-Yt+1).join(h):"";switch(_&&b&&(M=t(pe+M,pe.length?x-Z.length:1/0),pe=""),d){case"<":M=D+M+Z+pe;break;case"=":M=D+pe+M+Z;break;case"^":M=pe.slice(0,Yt=pe.length>>1)+D+M+Z+pe.slice(Yt);break;default:M=pe+D+M+Z;break}return i(M)}return U.toString=function(){return m+""},U}function f(m,p){var h=Math.max(-8,Math.min(8,Math.floor(ht(p)/3)))*3,d=Math.pow(10,-h),g=l((m=dt(m),m.type="f",m),{suffix:Us[8+h/3]});return function(y){return g(d*y)}}return{format:l,formatPrefix:f}}var An,Dn,no;Yc({thousands:",",grouping:[3],currency:["$",""]});function Yc(e){return An=Xc(e),Dn=An.format,no=An.formatPrefix,An}function Ws(e){return Math.max(0,-ht(Math.abs(e)))}function Qs(e,t){return Math.max(0,Math.max(-8,Math.min(8,Math.floor(ht(t)/3)))*3-ht(Math.abs(e)))}function Ks(e,t){return e=Math.abs(e),t=Math.abs(t)-e,Math.max(0,ht(t)-ht(e))+1}function oo(e,t){switch(arguments.length){case 0:break;case 1:this.range(e);break;default:this.range(t).domain(e);break}return this}function Jc(e){return function(){return e}}function Zc(e){return+e}var Xs=[0,1];function gt(e){return e}function ro(e,t){return(t-=e=+e)?function(n){return(n-e)/t}:Jc(isNaN(t)?NaN:.5)}function ef(e,t){var n;return e>t&&(n=e,e=t,t=n),function(r){return Math.max(e,Math.min(t,r))}}function tf(e,t,n){var r=e[0],o=e[1],i=t[0],s=t[1];return o<r?(r=ro(o,r),i=n(s,i)):(r=ro(r,o),i=n(i,s)),function(u){return i(r(u))}}function nf(e,t,n){var r=Math.min(e.length,t.length)-1,o=new Array(r),i=new Array(r),s=-1;for(e[r]<e[0]&&(e=e.slice().reverse(),t=t.slice().reverse());++s<r;)o[s]=ro(e[s],e[s+1]),i[s]=n(t[s],t[s+1]);return function(u){var c=Gi(e,u,1,r)-1;return i[c](o[c](u))}}function io(e,t){return t.domain(e.domain()).range(e.range()).interpolate(e.interpolate()).clamp(e.clamp()).unknown(e.unknown())}function so(){var e=Xs,t=Xs,n=Tn,r,o,i,s=gt,u,c,l;function f(){var p=Math.min(e.length,t.length);return s!==gt&&(s=ef(e[0],e[p-1])),u=p>2?nf:tf,c=l=null,m}function m(p){return p==null||isNaN(p=+p)?i:(c||(c=u(e.map(r),t,n)))(r(s(p)))}return m.invert=function(p){return s(o((l||(l=u(t,e.map(r),ne)))(p)))},m.domain=function(p){return arguments.length?(e=Array.from(p,Zc),f()):e.slice()},m.range=function(p){return arguments.length?(t=Array.from(p),f()):t.slice()},m.rangeRound=function(p){return t=Array.from(p),n=Is,f()},m.clamp=function(p){return arguments.length?(s=p?!0:gt,f()):s!==gt},m.interpolate=function(p){return arguments.length?(n=p,f()):n},m.unknown=function(p){return arguments.length?(i=p,m):i},function(p,h){return r=p,o=h,f()}}function rf(){return so()(gt,gt)}function of(e,t,n,r){var o=Qi(e,t,n),i;switch(r=dt(r??",f"),r.type){case"s":{var s=Math.max(Math.abs(e),Math.abs(t));return r.precision==null&&!isNaN(i=Qs(o,s))&&(r.precision=i),no(r,s)}case"":case"e":case"g":case"p":case"r":{r.precision==null&&!isNaN(i=Ks(o,Math.max(Math.abs(e),Math.abs(t))))&&(r.precision=i-(r.type==="e"));break}case"f":case"%":{r.precision==null&&!isNaN(i=Ws(o))&&(r.precision=i-(r.type==="%")*2);break}}return Dn(r)}function na(e){var t=e.domain;return e.ticks=function(n){var r=t();return yn(r[0],r[r.length-1],n??10)},e.tickFormat=function(n,r){var o=t();return of(o[0],o[o.length-1],n??10,r)},e.nice=function(n){n==null&&(n=10);var r=t(),o=0,i=r.length-1,s=r[o],u=r[i],c,l,f=10;for(u<s&&(l=s,s=u,u=l,l=o,o=i,i=l);f-- >0;){if(l=gn(s,u,n),l===c)return r[o]=s,r[i]=u,t(r);if(l>0)s=Math.floor(s/l)*l,u=Math.ceil(u/l)*l;else if(l<0)s=Math.ceil(s*l)/l,u=Math.floor(u*l)/l;else break;c=l}return e},e}function Y(){var e=rf();return e.copy=function(){return io(e,Y())},oo.apply(e,arguments),na(e)}function sf(e,t){e=e.slice();var n=0,r=e.length-1,o=e[n],i=e[r],s;return i<o&&(s=n,n=r,r=s,s=o,o=i,i=s),e[n]=t.floor(o),e[r]=t.ceil(i),e}function Ys(e){return Math.log(e)}function Js(e){return Math.exp(e)}function af(e){return-Math.log(-e)}function uf(e){return-Math.exp(-e)}function lf(e){return isFinite(e)?+("1e"+e):e<0?0:e}function cf(e){return e===10?lf:e===Math.E?Math.exp:t=>Math.pow(e,t)}function ff(e){return e===Math.E?Math.log:e===10&&Math.log10||e===2&&Math.log2||(e=Math.log(e),t=>Math.log(t)/e)}function Zs(e){return(t,n)=>-e(-t,n)}function mf(e){let t=e(Ys,Js),n=t.domain,r=10,o,i;function s(){return o=ff(r),i=cf(r),n()[0]<0?(o=Zs(o),i=Zs(i),e(af,uf)):e(Ys,Js),t}return t.base=function(u){return arguments.length?(r=+u,s()):r},t.domain=function(u){return arguments.length?(n(u),s()):n()},t.ticks=u=>{let c=n(),l=c[0],f=c[c.length-1],m=f<l;m&&([l,f]=[f,l]);let p=o(l),h=o(f),d,g,y=u==null?10:+u,b=[];if(!(r%1)&&h-p<y){if(p=Math.floor(p),h=Math.ceil(h),l>0){for(;p<=h;++p)for(d=1;d<r;++d)if(g=p<0?d/i(-p):d*i(p),!(g<l)){if(g>f)break;b.push(g)}}else for(;p<=h;++p)for(d=r-1;d>=1;--d)if(g=p>0?d/i(-p):d*i(p),!(g<l)){if(g>f)break;b.push(g)}b.length*2<y&&(b=yn(l,f,y))}else b=yn(p,h,Math.min(h-p,y)).map(i);return m?b.reverse():b},t.tickFormat=(u,c)=>{if(u==null&&(u=10),c==null&&(c=r===10?"s":","),typeof c!="function"&&(!(r%1)&&(c=dt(c)).precision==null&&(c.trim=!0),c=Dn(c)),u===1/0)return c;let l=Math.max(1,r*u/t.ticks().length);return f=>{let m=f/i(Math.round(o(f)));return m*r<r-.5&&(m*=r),m<=l?c(f):""}},t.nice=()=>n(sf(n(),{floor:u=>i(Math.floor(o(u))),ceil:u=>i(Math.ceil(o(u)))})),t}function ao(){let e=mf(so()).domain([1,10]);return e.copy=()=>io(e,ao()).base(e.base()),oo.apply(e,arguments),e}function ea(e){return function(t){return Math.sign(t)*Math.log1p(Math.abs(t/e))}}function ta(e){return function(t){return Math.sign(t)*Math.expm1(Math.abs(t))*e}}function pf(e){var t=1,n=e(ea(t),ta(t));return n.constant=function(r){return arguments.length?e(ea(t=+r),ta(t)):t},na(n)}function uo(){var e=pf(so());return e.copy=function(){return io(e,uo()).constant(e.constant())},oo.apply(e,arguments)}function J(e,[t,n]){return e>=t&&e<=n}function We(e,t,n){let[r,o]=t,i=[r,Math.max(r+1,o)];return e==="log"?uo(i,n).constant(1):Y(i,n)}function j(e){return 6.3*e.length}function ra(e,t,n){let[r,o]=[t[0],Math.max(t[0]+1,t[1])],i=We(e,[r,o],n);if(e==="linear"||o+1<3*(r+1)){let u=(n[1]-n[0])/(j(v(o))+24);return Y([r,o],n).ticks(Math.max(1,Math.floor(u))).filter(Number.isInteger)}let s=Math.floor(Math.log2(o))+1;for(let u=1;u<s;u++){let c=hf(s,u).filter(l=>J(l,[r,o]));if(df(c,i))return c}return[r,2**(s-1)]}function hf(e,t){let n=[0];for(let r=0;r<e;r+=t)n.push(2**r);return n}function df(e,t){return e.every((n,r)=>{if(r===0)return!0;let o=e[r-1],i=(j(v(n))+j(v(o)))/2;return t(n)-t(o)>=i+6})}function Qe(e,t,n=NaN){let r=1/0,o=-1/0;if(e.forEach((c,l)=>{if(!Number.isFinite(c))return;let f=Number.isFinite(t[l])?t[l]:0;r=Math.min(r,c-f),o=Math.max(o,c+f)}),r>o)return[0,1];let i=Math.max(Math.abs(o)*.01,Number.isFinite(n)?n*.005:0,1e-8),s=Math.max(0,i-(o-r)),u=Math.min(s/2,Math.max(r,0));return[r-u,o+s-u]}function In(e,t){let n=.5*(e[1]-e[0]);return t<e[0]-n||t>e[1]+n?e:[Math.min(e[0],t),Math.max(e[1],t)]}function Ot(e,t,n){return Math.max(0,Ki(e,r=>Math.abs(t(r)-n)))}function On(e,t,n,r){let o=[];e.forEach((i,s)=>o.push(Math.max(i,s?o[s-1]+t:n)));for(let i=o.length-1,s=r;i>=0;i--,s=o[i+1]-t)o[i]>s&&(o[i]=s);return o}var gf=Symbol.for("pv"),yf=0;function a(e,t,n,r,o,i){t||(t={});var s,u,c=t;if("ref"in c&&typeof e!="function")for(u in c={},t)u=="ref"?s=t[u]:c[u]=t[u];var l={type:e,props:c,key:n,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:gf,__v:--yf,__i:-1,__u:0};return(o||i)&&(l.__source=o,l.__self=i),C.vnode&&C.vnode(l),l}var lo=1;function Fn(e,t,n,r){return Nt().digits(lo).defined(Number.isFinite).x((i,s)=>n(e[s])).y(r)(t)??""}function co({panel:e,color:t,dash:n,steps:r,values:o}){return a(S,{children:[a("path",{class:"companion",stroke:t,"stroke-dasharray":n||void 0,d:Fn(r,o,e.x,e.y)}),is(o).map(i=>a("circle",{cx:e.x(r[i]),cy:e.y(o[i]),r:2},i))]})}function oa({panel:e,lines:t}){return a(S,{children:t.map((n,r)=>a("g",{class:n.isMuted?"one-line muted-line":"one-line","data-line":r,"data-run":n.run,fill:n.color,children:[a(co,{panel:e,...n}),a("title",{children:n.name})]},n.name))})}function ia({panel:e,lines:t}){let{top:n,bottom:r,right:o,width:i}=e,s=t.map((l,f)=>{let m=l.values.findLastIndex((p,h)=>Number.isFinite(p)&&l.steps[h]<=e.steps[1]);return{...l,index:f,y:m<0?NaN:Math.min(r,Math.max(n,e.y(l.values[m])))}}).filter(({y:l})=>Number.isFinite(l)).toSorted((l,f)=>l.y-f.y),u=s.filter(({isMuted:l})=>!l),c=On(u.map(({y:l})=>l),12,n,r);return a("g",{class:"end-labels",children:s.map(l=>{let f=l.isMuted?l.y:c[u.indexOf(l)];return a("g",{class:l.isMuted?"end-label muted-line":"end-label","data-line":l.index,children:[a("path",{d:`M${o-2},${l.y}L${o+5},${f}h4`,stroke:l.color}),a("text",{x:o+12,y:f,dy:"0.32em",children:Q(l.name,Math.floor((i-o-10)/j("x")))})]},l.name)})})}function sa({panel:e,phases:t}){let n=r=>Math.min(e.right,Math.max(e.left,e.x(r)));return a("g",{class:"phase-edges",children:t.map(({kind:r,start_step:o,end_step:i})=>a("rect",{class:`edge ${r}`,x:n(o),y:e.top-4,width:Math.max(0,n(i)-n(o)-1),height:3,children:a("title",{children:`${r}, step ${v(o)} to ${v(i)}`})},o))})}function aa({panel:e,marks:t}){let n=t.filter(({step:r})=>J(r,e.steps));return a("g",{class:"step-marks",children:n.map(({step:r,before:o="",after:i=""})=>{let s=e.x(r),[u,c]=[s-j(o)>e.left,s+j(i)<e.width];return a("g",{children:[a("line",{class:"held",x1:s,x2:s,y1:e.top,y2:e.bottom}),o&&u&&a("text",{x:s-5,y:e.bottom-6,"text-anchor":"end",children:o}),i&&c&&a("text",{x:s+5,y:e.bottom-6,children:i})]},r)})})}function yt({color:e,dash:t}){return a("svg",{width:26,height:10,class:"stroke","aria-hidden":"true",children:a("path",{d:"M0,5H26",stroke:e,"stroke-width":2,"stroke-dasharray":t||void 0})})}var la={reconstruction_loss:{label:"reconstruction loss",unit:"mean squared error per input element",better:"low",text:"mean squared error per element of held-out inputs as fed, of the decoder that `decoder` names"},reconstruction_stderr:{label:"standard error of the loss",unit:"mean squared error per input element",better:null,text:"its standard error over the held-out rows"},reconstruction_loss_limit:{label:"loss at unlimited rows",unit:"mean squared error per input element",better:"low",text:"estimate for unlimited fit rows, from what held-out rows' errors would do among the fit rows; empty where they are too few (df > N/10, or an excess above an eighth)"},reconstruction_loss_limit_stderr:{label:"standard error of the limit",unit:"mean squared error per input element",better:null,text:"its standard error: that of the loss, and a fifth of the correction"},explained_variance:{label:"explained variance",unit:"share of the variance of the input",better:"high",text:"1 - loss / `mean_image_loss`: the unit in which runs and layers compare"},mean_image_loss:{label:"loss of the mean image",unit:"mean squared error per input element",better:null,text:"loss of the mean of the fit rows in the place of the decoder: what a layer that knows nothing of its input loses"},pca_bound:{label:"PCA bound",unit:"mean squared error per input element",better:null,text:"the least loss any linear decoder of that width could have on these rows; empty where it says nothing"},probe_loss:{label:"probe loss",unit:"cross-entropy of the linear probe, nats",better:"low",text:"held-out cross-entropy of the linear probe; for multi-label data the binary cross-entropy, for labels that are numbers the mean squared error of a ridge regression"},probe_accuracy:{label:"probe accuracy",unit:"linear probe, share of held-out rows",better:"high",text:"held-out accuracy of the linear probe; for multi-label data the share of right decisions over rows and labels; empty for labels that are numbers"},probe_l2:{label:"L2 of the probe",unit:"of standardised features",better:null,text:"the L2 of that probe on standardised features, chosen among the fit rows; [docs/probes.md](probes.md)"},model_loss:{label:"model loss",unit:"of the model itself, on held-out rows",better:"low",text:"the model's own loss function, for each row (also where `reduction=\"sum\"` adds up those of a batch), without regularisation penalties, on the same rows with the probe's batch statistics"},model_accuracy:{label:"model accuracy",unit:"the model itself, share of held-out rows",better:"high",text:"accuracy of the model's class scores on the same rows, where its loss classifies"},degrees_of_freedom:{label:"degrees of freedom",unit:"of the decoder",better:null,text:"effective degrees of freedom of the ridge regression, df = tr(G (G + lambda I)^-1)"},ridge:{label:"ridge",unit:"units of the mean feature variance",better:null,text:"regularisation strength of the decoder, chosen by generalised cross-validation among the fit rows"},epoch:{label:"epoch",unit:"counted from 0",better:null,text:"epoch that the probe step lies in; empty in a loop of one's own"},num_fit_examples:{label:"fit rows",unit:"rows",better:null,text:"rows that decoders and probes are fitted on"},num_heldout_examples:{label:"held-out rows",unit:"rows",better:null,text:"rows that they are judged on"},probe_seconds:{label:"probe seconds",unit:"seconds of the probe step",better:null,text:"wall time of the whole probe step, the same in each of its rows"},flags:{label:"flags",unit:"names, with commas",better:null,text:"what else to know of the row: see below"}},ca={training_heldout:{meaning:"held-out rows are training rows that the decoders are not fitted on; the model trains on them",remedy:"Give fit its validation_data, and those rows are held out."},no_labels:{meaning:"no labels, so no probe accuracy",remedy:"data=(x, y) gives rows with labels."},one_class:{meaning:"one class only, so no probe accuracy"},constant_features:{meaning:"some features are the same in every fit row; the fit leaves them out"},rank_deficient:{meaning:"some features are linear combinations of others; the fit is exact on the rest"},nonfinite_features:{meaning:"features or inputs hold NaN or infinite values; what they touch is left empty",remedy:"Look for a diverging loss or infinite inputs at that step."},few_rows:{meaning:"few rows for this width: the loss reads high",remedy:"reconstruction_loss_limit stays empty (df > N/10, or an excess above an eighth): max_examples=... adds rows, and explained variance tells more."},ridge_at_bound:{meaning:"the largest ridge of the path was chosen",remedy:"The features explain next to nothing here."},probe_not_converged:{meaning:"the linear probe did not reach its gradient tolerance",remedy:"Its accuracy may be a little low; nothing else is touched."},target_resized:{meaning:"large inputs are reconstructed at a smaller size"},target_cropped:{meaning:"inputs are cropped to a multiple of the feature map's grid"},constant_target:{meaning:"the input is constant"},failed:{meaning:"an exact solve did not converge; its columns are left empty",remedy:"Compare the same step of another layer."},nonfinite_outputs:{meaning:"the model's own outputs hold NaN or infinite values",remedy:"Look for a diverging loss at that step."},float64_sums:{meaning:"measured in float64, because rounding in float32 might have shown"},out_of_memory:{meaning:"memory ran out where a layer was measured alone; its values stay empty",remedy:"max_memory=..., fewer layers or a smaller probe_batch_size help."},diverged:{meaning:"training a decoder or linear probe ran off to infinity; its columns are left empty"},nonfinite_weights:{meaning:"weights of the model hold or held NaN or infinite values; no phase is told from the first such step on",remedy:"Lower the learning rate, or clip gradients."},out_of_range:{meaning:"losses are too large or too small for float32; what has their unit is left empty"},averaged_weights:{meaning:"the weights were the moving average that the optimizer keeps (use_ema=True)"},duplicated_rows:{meaning:"a tenth of the rows or more are copies: each counts once, or all where hardly any would stay"}};var fa=ca;function fo(e){let t=mo(e);return`${t[0].toUpperCase()}${t.slice(1)}. ${fa[e]?.remedy??""}`.trim()}function mo(e){return fa[e]?.meaning??e.replaceAll("_"," ")}function ma({runs:e,looks:t,cursor:n,quantity:r}){let[o,i]=$(n.current);he(n,i);let s=N(null),u=e.find(({summary:y})=>y.run===o?.run)??e[0],{rows:c,reports:l}=u,f=c.find(y=>y.key===o?.panel),m=o&&f?.steps.length?{series:f,at:B(f.steps,o.step)}:null;li(()=>{let y=s.current&&o&&bf(o);if(!y)return;let b={width:document.documentElement.clientWidth,height:innerHeight},x=y.closest("svg").getBoundingClientRect(),[_,w]=_f(s.current.getBoundingClientRect(),y.getBoundingClientRect(),x,b);s.current.style.transform=`translate(${_}px,${w}px)`});let p=f&&E(l,f.row),h=u!==e[0],d=f?K(f,c):"",g=o?.byKey&&m?Sf(h?`${H(u)}, ${d}`:d,m,o.line):"";return a(S,{children:[a("div",{class:"read-aloud","aria-live":"polite",children:g}),m&&a("div",{ref:s,class:"tooltip",role:"tooltip",children:[h&&a("p",{children:H(u)}),a(vf,{...m,name:d,phases:p?.stages??[],chosen:r,line:o?.line?.run?void 0:o?.line}),t&&e.length>1&&a(xf,{runs:e,looks:t,quantity:r,place:o})]})]})}function bf({panel:e,byKey:t}){return document.querySelector(t?".chart svg:focus":".chart svg:hover")?.querySelector('.cursor line, .cursor [r="6"]')??document.querySelector(`[data-panel="${CSS.escape(e)}"] .cursor line`)}function _f(e,t,n,r){let o=(c,l,f)=>Math.max(4,Math.min(c,f-l-4)),i=o(t.left-e.width/2,e.width,r.width),s=o(t.top+18,e.height,r.height),u=t.left+14;return n.bottom+e.height+6<=r.height?[i,n.bottom+2]:n.right+e.width+12<=r.width?[n.right+8,s]:n.left-e.width-12>=0?[n.left-8-e.width,s]:n.top-e.height-6>=0?[i,n.top-e.height-2]:[Math.max(4,u+e.width>r.width-4?t.left-14-e.width:u),s]}var po=12;function xf({runs:e,looks:{colors:t,dashes:n},quantity:r,place:o}){let i=e.flatMap(l=>{let f=l.rows.find(({key:p})=>p===o.panel),m=f?de(f.steps,r.read(f),o.step):NaN;return Number.isFinite(m)?[{run:l,value:m}]:[]});i.sort((l,f)=>f.value-l.value);let s=i.findIndex(({run:l})=>l.summary.run===(o.line?.run??e[0].summary.run)),u=Math.max(0,Math.min(s-po/2,i.length-po)),c=i.slice(u,u+po);return a(S,{children:[a("dl",{class:"tooltip-runs",children:c.map(({run:l,value:f},m)=>a(S,{children:[a("dt",{class:u+m===s?"tooltip-line":void 0,children:[a(yt,{color:t.get(l.summary.run),dash:n.get(l.summary.run)}),H(l)]}),a("dd",{children:r.format(f)})]},l.summary.run))}),c.length<i.length&&a("p",{class:"muted",children:`${r.label}, ${c.length} of ${i.length} runs`})]})}var wf=["loss","limit","explained","accuracy"];function vf({name:e,series:t,at:n,phases:r,chosen:o,line:i}){let s=t.steps[n],u=Ke({series:t,at:n},"epoch"),c=wf.includes(o.key)||pa(t).includes(o.key),l=r.filter(({start_step:m,end_step:p})=>m<=s&&s<=p).map(({kind:m})=>m),f=[...kf({series:t,at:n}),...c?[]:[[o.label,o.format(o.read(t)[n])]],...l.length?[["phase",l.join(" \u2192 ")]]:[]];return a(S,{children:[a("p",{class:"tooltip-title",children:[a("b",{children:["step ",v(s)]}),Number.isFinite(u)&&a("span",{children:[" epoch ",Number(u.toFixed(2))]}),a("span",{class:"tooltip-layer",children:e})]}),a("dl",{children:[i&&a(S,{children:[a("dt",{class:"tooltip-line",children:i.name}),a("dd",{class:"tooltip-line",children:i.value})]}),f.map(([m,p,h])=>a(S,{children:[a("dt",{class:h,children:m}),a("dd",{children:p})]},m))]}),(ut(t)[n]??[]).map(m=>a("p",{class:"tooltip-flag",children:mo(m)},m)),a("p",{class:"muted",children:["loss: mean squared error per input element",!c&&`; ${o.label}: ${o.unit}`]})]})}function kf(e){let t=V(Ke(e,"reconstruction_loss")),n=Ke(e,"reconstruction_loss_limit"),r=o=>W(Ke(e,o));return[["reconstruction loss",[t,a("span",{class:"muted",children:Vi(Ke(e,"reconstruction_stderr"))})],"loss"],...Number.isFinite(n)?[["at unlimited rows",V(n)]]:[],["explained variance",r("explained_variance")],["probe accuracy",r("probe_accuracy"),"accuracy"],...pa(e.series).map(o=>[`${/^transfer_(.+)_accuracy$/.exec(o)[1]} accuracy`,r(o)])]}function pa({metricNames:e}){return e.filter(t=>/^transfer_.+_accuracy$/.test(t))}function Sf(e,t,n){let r=`${e}, step ${v(t.series.steps[t.at])}`;return n?`${r}: ${n.name} ${n.value}`:`${r}: reconstruction loss ${V(Ke(t,"reconstruction_loss"))}, probe accuracy ${W(Ke(t,"probe_accuracy"))}`}function Ke({series:e,at:t},n){return e.column(n)[t]}var Te=236,Xe={left:48,top:24,bottom:Te-34},ha={top:22,bottom:24},da={accuracy:40,none:14};function ho(e,t,n){return{...Xe,right:n,stepAxis:e,steps:t,x:We(e,t,[Xe.left+4,n-4])}}function ga(e,t,n,r){let{quantity:o,stepAxis:i,steps:s}=n,u=n.accuracyDomain&&o.key!=="accuracy",c=o.read(e),l=o.readSpread(e)??Mf(c,o.readErrors?.(e)??[]),f=o.references?.(e)??[],m=[...[c,...l].flatMap(g=>qn(e,g,s)),...t.flatMap(({series:g})=>qn(g,o.read(g),s))],p=Qe(m,[],o.wholeVariance?.(e)),h=f.reduce((g,{value:y})=>In(g,y),p),d=[Xe.bottom-ha.bottom,Xe.top+ha.top];return{...ho(i,s,r-(u?da.accuracy:da.none)),width:r,label:o.label,quantity:o,y:Y(h,d),accuracy:u?Y(n.accuracyDomain,d):null,values:c,band:l,references:f}}function Mf(e,t){let n=r=>Number.isFinite(t[r])?t[r]:0;return[e.map((r,o)=>r-n(o)),e.map((r,o)=>r+n(o))]}function qn({steps:e},t,n){return t.filter((r,o)=>J(e[o],n))}function ya(e){let t=e.flatMap(({column:n})=>n("probe_accuracy"));return t.some(Number.isFinite)?Qe(t,[]):null}function bt(e,t){let n=t.flatMap(r=>e.wholeVariance?.(r)??[]).filter(Number.isFinite);return Qe(t.flatMap(e.read),[],Math.max(0,...n))}function ba(e){if(window.parent===window)return;let t=new MessageChannel;t.port1.onmessage=n=>{let r=JSON.parse(n.data);if(r.isReply)return;e[r.type]?.(r.payload);let o={type:r.type,id:r.id,payload:null,error:null,isReply:!0};t.port1.postMessage(JSON.stringify(o))},window.parent.postMessage("experimental.bootstrap","*",[t.port2])}function ye(e){return e.replaceAll(/(seed[-_=]?)\d+/gi,"$1*")}function _a(e){let t=new Map;for(let n of e){let r=ye(n.summary.run);t.set(r,[...t.get(r)??[],n])}return[...t].map(([n,r])=>{let o=r.filter(({rows:i})=>i.some(({steps:s})=>s.length));return o.length>1?Rf(n,o):o[0]??r[0]})}function Rf(e,t){let n=t[0],o=n.rows.map(({key:m})=>m).filter(m=>t.every(({rows:p})=>p.some(h=>h.key===m))),i=o.map(m=>Pf(t.map(p=>p.rows.find(h=>h.key===m)))),s=o.flatMap((m,p)=>Nf(i[p],t)??[]),u=i[0]?.steps.at(-1)??null,c=t.flatMap(({summary:m})=>m.error??[]).join(" ")||null,l={...n.summary,run:e,num_steps:i[0]?.steps.length??0,last_step:u,error:c},f=xa(t.filter(({advice:m})=>m?.step!=null),({advice:m})=>m.step);return{summary:l,rows:i,reports:s,advice:$f(f),answers:f?.answers,numSeeds:t.length}}function Pf(e){let[t,...n]=e,r=t.steps.filter(c=>n.every(l=>l.steps.includes(c))),o=e.map(c=>r.map(l=>c.steps.indexOf(l))),i=(c,l)=>e.map((f,m)=>f.column(c)[o[m][l]]).filter(Number.isFinite),s=c=>l=>r.map((f,m)=>c(i(l,m))??NaN),u=()=>r.map((c,l)=>[...new Set(e.flatMap((f,m)=>f.flags()[o[m][l]]))]);return Hr({...t,steps:r,column:s(Ji),flags:u,spread:c=>[s(Tt)(c),s(Ct)(c)]})}function Nf({row:e},t){let n=t.flatMap(u=>E(u.reports,e)??[]),r=n.filter(u=>u.minimum_step!=null);if(!r.length)return n[0];let o=xa(r,u=>u.minimum_step),i=r.map(u=>u.minimum_interval??[u.minimum_step,u.minimum_step]),s=n.filter(u=>u.has_increase).length;return{...o,minimum_interval:[Tt(i,([u])=>u),Ct(i,([,u])=>u)],has_increase:s>n.length/2,forgotten:o.forgotten&&`${o.forgotten} (In the run with the middle minimum.)`,description:`${o.description}. Phases of the run with the middle minimum; ${s} of ${n.length} runs have an increase`}}function $f(e){return e?{...e.advice,text:`${e.advice.text} (In the run with the middle step.)`}:null}function xa(e,t){let n=Zi(e,t);return e.toSorted((r,o)=>Math.abs(t(r)-n)-Math.abs(t(o)-n))[0]}var _t={format:W,tickFormat:"~%"},ka=[{...ue("loss","reconstruction_loss"),...va("reconstruction_loss"),readErrors:e=>e.column("reconstruction_stderr")},{...xt("relative","reconstruction_loss","loss, first = 1","share of the loss at the first probe step","low"),read:e=>wa(e,e.column("reconstruction_loss")),readErrors:e=>wa(e,e.column("reconstruction_stderr")),readSpread:()=>{},wholeVariance:e=>Ft(e)/Ma(e)},{...ue("limit","reconstruction_loss_limit"),...va("reconstruction_loss_limit"),readErrors:e=>e.column("reconstruction_loss_limit_stderr")},{...ue("explained","explained_variance"),..._t,readErrors:e=>Ra(e.column("reconstruction_stderr"),Ft(e)),references:e=>{let t=1-Ne(e,"pca_bound")/Ft(e);return Pa(0,t,Na(e,"explained_variance"))},wholeVariance:()=>1},{...ue("accuracy","probe_accuracy"),..._t},ue("probe_loss","probe_loss"),{...ue("model_accuracy","model_accuracy"),..._t},ue("model_loss","model_loss"),ue("freedom","degrees_of_freedom"),ue("ridge","ridge"),ue("seconds","probe_seconds")];function Sa(e){let t=new Set(e.flatMap(s=>s.metricNames)),n=[...t].flatMap(s=>/^transfer_(.+)_(?:accuracy|loss)$/.exec(s)?.[1]??[]),r=[...new Set(n)].flatMap(s=>[Tf(`transfer_${s}_accuracy`,`transfer_${s}_accuracy`,`${s} accuracy`,`linear probe of '${s}', share of held-out rows`),xt(`transfer_${s}_loss`,`transfer_${s}_loss`,`${s} loss`,`cross-entropy of the linear probe of '${s}', nats`,"low")]),o=[...ka,...r],i=s=>t.has(s.column)&&e.some(u=>s.read(u).some(Number.isFinite));return[...o,...Cf(e,o)].filter(i)}function Cf(e,t){return[...new Map(e.flatMap(r=>[...r.described])).values()].flatMap(({name:r,label:o,unit:i,better:s,isShare:u,part:c})=>{if(c||t.some(f=>f.column===r))return[];let l=t.some(f=>f.key===r)?`own ${r}`:r;return[{...xt(l,r,o,i,s),...u&&_t}]})}function wa(e,t){return Ra(t,Ma(e))}function Ma({column:e}){return e("reconstruction_loss").find(Number.isFinite)??NaN}function Ra(e,t){return e.map(n=>n/t)}function Ae(e,t){return e.find(n=>n.key===t)??ka[0]}function Vn({key:e}){return["loss","relative","limit","explained"].includes(e)}function be(e,t){return{...xt("","",e,"",null),...t&&_t}}function ue(e,t){let{label:n,unit:r,better:o}=la[t];return xt(e,t,n,r,o)}function xt(e,t,n,r,o){return{key:e,column:t,label:n,unit:r,better:o,format:V,read:s=>s.column(t),readSpread:s=>s.spread?.(t)}}function Tf(e,t,n,r){return{...xt(e,t,n,r,"high"),..._t}}function va(e){return{references:t=>Pa(Ft(t),Ne(t,"pca_bound"),Na(t,e)),wholeVariance:Ft}}function Pa(e,t,n){return Object.entries({"mean image":e,"PCA bound":t,untrained:n}).map(([o,i])=>({label:o,value:i})).filter(({value:o})=>Number.isFinite(o))}function Ft(e){return Ne(e,"mean_image_loss")}function Na({steps:e,column:t},n){return e[0]===0?t(n)[0]:NaN}var $a="-probe_loss";function Ca(e){return e.flatMap(t=>t.key==="probe_loss"?[t,{...t,key:$a,label:"probe loss, turned",isTurned:!0}]:[t])}var Af=[{key:"portrait",label:"phase portrait",axes:["accuracy","explained"]},{key:"information",label:"information plane",axes:["explained","label_information"]},{key:"information",label:"information plane",axes:["explained",$a]},{key:"binned",label:"binned mutual information",axes:["binned_information_input","binned_information_label"]}];function Ta(e){let t=Af.filter(n=>n.axes.every(r=>e.some(o=>o.key===r)));return t.filter(({key:n},r)=>t.findIndex(o=>o.key===n)===r)}var Ye=["curves","portrait","map","images","compare","breakdowns"],Lf=10,Aa=["accuracy","explained"];function yo(e){let[t,n]=Bn(e.axes)??[],r=(e.zoom??"").split("-").map(Number);return{view:Ye.find(o=>o===e.view)??"curves",run:e.run??"",others:Bn(e.with),filter:e.runs??"",pins:Bn(e.pins)??[],layers:Bn(e.layers),stepAxis:e.x==="linear"?"linear":"log",metric:e.y??"",step:go(e.step),zoom:r.length===2&&r.every(La)&&r[1]>r[0]?[r[0],r[1]]:null,grouped:e.seeds==="grouped",portrait:t&&n?[t,n]:Aa,kind:e.kind??"",unit:e.unit==="loss"?"loss":"explained",from:go(e.from),to:go(e.to),against:e.against==="input"||e.against==="step"?e.against:null}}function go(e){return e&&La(Number(e))?Number(e):null}function La(e){return Number.isSafeInteger(e)&&e>=0}function bo(e){let{view:t,run:n,others:r,filter:o,pins:i,layers:s,stepAxis:u,metric:c,step:l,zoom:f,grouped:m,portrait:p}=e,{kind:h,unit:d,from:g,to:y,against:b}=e;return{...t!=="curves"&&{view:t},...n&&{run:n},...r&&{with:Hn(r)},...o&&{runs:o},...i.length&&{pins:Hn(i)},...s&&{layers:Hn(s)},x:u,...c&&{y:c},...l!==null&&{step:String(l)},...f&&{zoom:f.join("-")},...m&&{seeds:"grouped"},...p.join()!==Aa.join()&&{axes:Hn(p)},...h&&{kind:h},...d!=="explained"&&{unit:d},...g!==null&&{from:String(g)},...y!==null&&{to:String(y)},...b&&{against:b}}}var Ef=["map","compare"];function Gn({metric:e,view:t}){return e||(Ef.includes(t)?"explained":"loss")}function Bn(e){return e===void 0?null:e.split(",").filter(Boolean).map(un)}function Hn(e){return e.map(encodeURIComponent).join(",")}function Ea(e,t){return e.find(({run:n})=>n===t)??Ia(e)[0]}function Da(e,t,{others:n,filter:r,pins:o}){let i=e.filter(({run:l})=>l!==t),s=i.filter(({run:l})=>_o(l,r)),u=Ia(s.filter(({num_steps:l})=>l)).slice(0,Lf-1),c=n?s.filter(({run:l})=>n.includes(l)):u;return i.filter(l=>c.includes(l)||o.includes(l.run))}function _o(e,t){return xo(t)?.test(ee(e))??!0}function xo(e){try{return new RegExp(e,"i")}catch{return null}}function zn(e,t){return t?.length&&!t.some(n=>e.includes(n))?null:t}function Ia(e){return e.toSorted((t,n)=>n.last_wall_time-t.last_wall_time)}var wo={light:["#0a5ba8","#00835f","#b8508c","#777300","#6b6b6b","#0e87ad","#6f48a8","#c62828"],dark:["#74bdf5","#3fcf9f","#f08cc4","#d6cf52","#b8b8b8","#56d8e8","#b79cf0","#ff7f73"]},qa=9,Oa=["","5 2.5","1.5 2.5","8 2.5 1.5 2.5"];function vo(e,t){return wo[t][e%wo[t].length]}function Va(e,t){let n=new Map;return new Map(e.map(r=>{let o=t.get(r),i=n.get(o)??0;return n.set(o,i+1),[r,Oa[i%Oa.length]]}))}var Un=jn(["#440154","#482878","#3e4989","#31688e","#26828e","#1f9e89","#35b779","#6ece58","#b5de2b","#fde725"]),Fa={red:"var(--red)",green:"var(--green)",blue:"var(--blue)",grey:"var(--grey)",chroma:"var(--chroma)"};function Ba(e,t,n,r,o){return Object.hasOwn(Fa,e)?Fa[e]:r?Je(t,n,o):Df(vo(t,o),Math.floor(t/wo[o].length),o)}function Df(e,t,n){if(!t)return e;let r=t%2===1;return jn([e,r===(n==="light")?"#000000":"#ffffff"])(.45)}var If={light:jn(["#762a83","#af8dc3","#f4f2f5","#7fbf7b","#1b7837"]),dark:jn(["#d9a8ec","#8d5fa3","#454347","#4c8a58","#8fdca3"])};function ko(e,t){return If[t]((e+1)/2)}function Je(e,t,n){let[r,o]=n==="dark"?[.42,.95]:[.04,.66];return Un(r+(o-r)*(t>1?e/(t-1):.5))}function jn(e){let t=e.map(n=>[1,3,5].map(r=>Number.parseInt(n.slice(r,r+2),16)));return n=>{let r=Math.min(1,Math.max(0,n))*(t.length-1),o=Math.min(t.length-2,Math.floor(r));return`rgb(${t[o].map((s,u)=>Math.round(s+(r-o)*(t[o+1][u]-s))).join(",")})`}}var qt={frequency:{name:"spatial frequency",title:"by spatial frequency, cycles per pixel",isOrdered:!0},component:{name:"principal component",title:"by principal component",isOrdered:!0},colour:{name:"grey and colour",title:"by grey and colour"},channel:{name:"colour channel",title:"by colour channel"},position:{name:"image position",title:"by image position"},class:{name:"class",title:"by class"},difficulty:{name:"difficulty",title:"by difficulty of the rows",isOrdered:!0}},Ha=64,Of=20,Ff=8;function _e(e){return Object.hasOwn(qt,e)?qt[e]:{name:e,title:`by ${e}`}}function Ga(e,t){return e.metricNames.flatMap(r=>{let o=za(e,r);return o?.kind!==t?[]:[{name:o.name,losses:e.column(r),meanImageLoss:o.meanImageLoss}]}).filter(({losses:r})=>r.some(Number.isFinite)).slice(0,Ha)}function za(e,t){let n=e.described.get(t);if(n)return n.part;let[,r,o]=/^reconstruction_loss_([a-z]+)_(.+)$/.exec(t)??[];return!r||!Object.hasOwn(qt,r)?null:{kind:r,name:o.replaceAll("_"," "),meanImageLoss:NaN}}function ja(e){let t=new Set(e.flatMap(r=>r.metricNames.flatMap(o=>za(r,o)?.kind??[])));return[...Object.keys(qt).filter(r=>t.has(r)),...[...t].filter(r=>!Object.hasOwn(qt,r))].filter(r=>e.some(o=>Ga(o,r).length)).slice(0,Of)}function Vt(e,t,n){let r=Ga(e,t);if(!r.length)return null;let o=r.filter(({meanImageLoss:u})=>Number.isFinite(u)),i=o.length?n:"loss",s=(i==="loss"?r:o).map(({name:u,losses:c,meanImageLoss:l})=>({name:u,values:i==="loss"?c:c.map(f=>1-f/l)}));return{kind:t,unit:i,parts:s}}function wt(e){return e==="loss"?"reconstruction loss":"explained variance"}function So(e){return e==="loss"?V:W}function Wn({name:e,from:t,to:n},r,[o,i]){let s=So(r);return`${e}: ${s(t)} at step ${v(o)}, ${s(n)} at step ${v(i)}`}function vt(e,t){if(!Number.isFinite(e))return"\u2013";let n=t==="loss"?V(Math.abs(e)):(100*Math.abs(e)).toFixed(1);return/[1-9]/.test(n)?`${e<0?"\u2212":"+"}${n}`:n}function Ua(e,t){if(t||e.length<=Ff)return new Set(e.map(({name:o})=>o));let n=({values:o})=>o.findLast(Number.isFinite)??NaN,r=e.toSorted((o,i)=>n(i)-n(o)).map(({name:o})=>o);return new Set([...r.slice(0,3),...r.slice(-3)])}function Wa(e,t,{from:n,to:r,step:o}){let{steps:i}=e;if(!i.length)return null;let[s,u]=[n??t?.minimum_step??i[0],r??o??i.at(-1)],[c,l]=[i[B(i,s)],i[B(i,u)]];return[Math.min(c,l),Math.max(c,l)]}function Qa({unit:e,parts:t},{steps:n},[r,o]){let[i,s]=[n.indexOf(r),n.indexOf(o)];return t.map(({name:u,values:c})=>{let[l,f]=[c[i]??NaN,c[s]??NaN],m=f-l;return{name:u,from:l,to:f,change:m,isLost:e==="loss"?m>0:m<0}})}function Mo(e){let t=e.flatMap(o=>{let i=/^row (\d+) column (\d+)$/.exec(o.name);return i?[{...o,row:Number(i[1])-1,column:Number(i[2])-1}]:[]}),n=Math.max(0,...t.map(({row:o})=>o+1)),r=Math.max(0,...t.map(({column:o})=>o+1));return t.length<e.length||t.length<2||Math.max(n,r)>Ha?null:{numRows:n,numColumns:r,cells:t}}function re({title:e,name:t=e.toLowerCase(),kind:n,value:r,options:o,choose:i}){return a("label",{class:n,children:[a("span",{class:"control-name",children:e}),a("select",{name:t,value:r,onChange:s=>i(s.currentTarget.value),children:o.map(([s,u])=>a("option",{value:s,children:u},s))})]})}function Bt(e,t){return(t===null||e.includes(t)?e:[t,...e]).map(r=>[String(r),`step ${v(r)}`])}function Ht(e){return e===""?null:Number(e)}function xe({name:e,value:t,options:n,choose:r}){return a("fieldset",{class:"choice",children:[a("legend",{class:"control-name",children:e}),a("div",{class:"segments",children:Object.entries(n).map(([o,i])=>a("label",{children:[a("input",{type:"radio",name:e,value:o,checked:o===t,onChange:()=>r(o)}),a("span",{children:i})]},o))})]})}function le(e){return class extends et{shouldComponentUpdate(t){return[...new Set([...Object.keys(this.props),...Object.keys(t)])].some(r=>this.props[r]!==t[r])}render(t){return a(e,{...t})}}}function ce(e){let t=N(null),[n,r]=$(e);return O(()=>{let o=new ResizeObserver(([i])=>{let s=Math.floor(i.contentRect.width);s>0&&r(s)});return o.observe(t.current),()=>o.disconnect()},[]),[t,n]}var we={height:10,gap:10,room:44,parts:41};function Ka(e,t){return e.numRows*Xa(e,t)+we.gap+we.room}function Xa({numColumns:e},t){return Math.max(8,Math.min(52,Math.floor((t-8)/e)))}function Ya({grid:e,unit:t,most:n,steps:r,width:o,theme:i}){let{numRows:s,numColumns:u,cells:c}=e,l=Xa(e,o),f=t==="loss"?-1:1,m=4;return a("g",{class:"grid-map",children:[c.map(p=>{let{name:h,row:d,column:g,change:y}=p,b=f*y/n;return a("g",{transform:`translate(${m+g*l},${d*l})`,children:[a("title",{children:Wn(p,t,r)}),Number.isFinite(y)?a("rect",{width:l-2,height:l-2,fill:ko(b,i)}):a("rect",{class:"missing",width:l-2,height:l-2}),l>=36&&a("text",{class:Math.abs(b)>.62?"on-strong":"on-weak",x:l/2-1,y:l/2-1,dy:"0.32em","text-anchor":"middle",children:vt(y,t)})]},h)}),a(qf,{left:m,top:s*l+we.gap,width:Math.min(o-8,Math.max(230,u*l-2)),most:n,sign:f,unit:t,theme:i})]})}function qf({left:e,top:t,width:n,most:r,sign:o,unit:i,theme:s}){let u=n/we.parts;return a("g",{class:"color-legend",transform:`translate(${e},${t})`,children:[Array.from({length:we.parts},(c,l)=>a("rect",{x:l*u,width:u+.4,height:we.height,fill:ko(2*l/(we.parts-1)-1,s)},l)),a("text",{y:we.height+13,children:[vt(-o*r,i)," forgotten"]}),a("text",{x:n,y:we.height+13,"text-anchor":"end",children:["learned ",vt(o*r,i)]})]})}var Qn=18,Ja=26,Vf=24,Bf=62;function Hf(e,t){let n=0;return{placed:e.map(o=>{let i=Mo(o.changes),s=n;return n+=Ja+(i?Ka(i,t):o.changes.length*Qn+Vf)+10,{...o,grid:i,top:s}}),height:n}}function Gf({name:e,sections:t,steps:n,theme:r}){let[o,i]=ce(360),{placed:s,height:u}=k(()=>Hf(t,i),[t,i]),c=k(()=>zf(t,i),[t,i]);return a("div",{ref:o,class:"chart",children:a("svg",{class:"difference",width:i,height:u,viewBox:`0 0 ${i} ${u}`,role:"img","aria-label":Qf(e,t,n),children:s.map(({top:l,grid:f,...m})=>a("g",{transform:`translate(0,${l})`,children:[a("text",{class:"part-title",x:2,y:13,children:[wt(m.unit)," ",m.title]}),a("g",{transform:`translate(0,${Ja})`,children:f?a(Ya,{grid:f,unit:m.unit,most:m.most,steps:n,width:i,theme:r}):a(Uf,{section:m,steps:n,left:c,width:i})})]},m.title))})})}var Za=le(Gf);function zf(e,t){let n=e.filter(({changes:r})=>!Mo(r)).flatMap(({changes:r})=>r.map(o=>o.name));return Math.min(.34*t,12+Math.max(30,...n.map(j)))}function jf(e,t){let n=t.flatMap(({from:r,to:o})=>[r,o]).filter(Number.isFinite);return e==="loss"?[0,Math.max(1e-8,...n)*1.04]:[Math.max(-1,Math.min(0,...n)),1]}function Uf({section:{unit:e,changes:t},steps:n,left:r,width:o}){let i=o-Bf,s=t.length*Qn,u=Y(jf(e,t),[r+6,i-6]).clamp(!0),c=u.tickFormat(4,e==="loss"?void 0:"~%");return a(S,{children:[a("g",{class:"axis",children:[u.ticks(4).map(l=>a("g",{class:"tick",transform:`translate(${u(l)},0)`,children:[a("line",{class:"grid",y1:-2,y2:s}),a("text",{y:s+12,"text-anchor":"middle",children:c(l)})]},l)),a("text",{x:o-2,y:-5,"text-anchor":"end",children:e==="loss"?"change":"points"})]}),t.map((l,f)=>a(Wf,{part:l,unit:e,steps:n,x:u,left:r,width:o,y:f*Qn+Qn/2},l.name))]})}function Wf({part:e,unit:t,steps:n,x:r,left:o,width:i,y:s}){let{name:u,from:c,to:l,change:f,isLost:m}=e,p=Number.isFinite(f),h=vt(f,t),d=/\d/.test(h[0])||!p?"same":m?"lost":"gained";return a("g",{class:`dumbbell ${d}`,transform:`translate(0,${s})`,children:[a("title",{children:Wn(e,t,n)}),a("text",{x:o-4,dy:"0.32em","text-anchor":"end",children:Q(u,Math.floor((o-6)/j("x")))}),p&&a(S,{children:[a("line",{class:"way-between",x1:r(c),x2:r(l)}),a("circle",{class:"before",cx:r(c),r:4}),a("circle",{class:"after",cx:r(l),r:4.5})]}),a("text",{class:"change",x:i-2,dy:"0.32em","text-anchor":"end",children:h})]})}function Qf(e,t,n){let r=t.map(({title:o,unit:i,changes:s})=>{let u=So(i),c=s.map(({name:l,from:f,to:m})=>`${l} ${u(f)} to ${u(m)}`);return`${wt(i)} ${o}: ${c.join(", ")}`});return`${e}, step ${v(n[0])} to ${v(n[1])}. ${r.join("; ")}.`}var Kf=["fill","fill-opacity","stroke","stroke-width","stroke-dasharray","stroke-linejoin","stroke-linecap","opacity","paint-order","font-family","font-size","font-weight","font-variant-numeric","text-anchor","visibility"],Xf=/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;function tu(e,{title:t,subtitle:n,legend:r}){let o=getComputedStyle(document.body),{width:i,height:s}=e.viewBox.baseVal,u=i+28,c=Jf(r,u),l=Yf(n,Math.floor(i/6)),f=14+(1+l.length)*18+6,m=f+s+18,p=m+(c.at(-1)?.y??-18)+18,h=(g,y,b,x,_)=>`<text x="${g}" y="${y}" font-family="system-ui, sans-serif" font-size="${x}" font-weight="${_}" fill="${o.color}">${eu(b)}</text>`,d=tm(e);return d.setAttribute("x",String(14)),d.setAttribute("y",String(f)),em(d,e),[`<svg xmlns="http://www.w3.org/2000/svg" width="${u}" height="${p}" viewBox="0 0 ${u} ${p}">`,`<title>${eu(t)}</title>`,`<rect width="100%" height="100%" fill="${o.backgroundColor}"/>`,h(14,27,t,15,650),...l.map((g,y)=>h(14,27+(y+1)*18,g,11.5,400)),new XMLSerializer().serializeToString(d),...c.map(({x:g,y,color:b,dash:x,text:_})=>`<path d="M${g},${m+y-5}h16" stroke="${Zf(b)}" stroke-width="4" stroke-dasharray="${x||"none"}"/>`+h(g+22,m+y,_,11.5,400)),"</svg>"].join(`
`).replaceAll(Xf,"")}function Yf(e,t){let n=[""];for(let r of e.split(" ")){let o=n.at(-1);o&&o.length+1+r.length>t?n.push(r):n[n.length-1]=o?`${o} ${r}`:r}return n}function Jf(e,t){let[n,r]=[14,0];return e.map(o=>{let i=36+6.6*o.text.length;n>14&&n+i>t&&([n,r]=[14,r+18]);let s={x:n,y:r,...o};return n+=i,s})}function Zf(e){let t=/^var\((--[a-z]+)\)$/.exec(e)?.[1];return t?getComputedStyle(document.documentElement).getPropertyValue(t).trim():e}function em(e,t){let n=t.parentElement.querySelector("canvas");if(!n)return;let r=document.createElementNS("http://www.w3.org/2000/svg","image"),{offsetLeft:o,offsetTop:i,clientWidth:s,clientHeight:u}=n;for(let[c,l]of Object.entries({x:o,y:i,width:s,height:u,href:n.toDataURL()}))r.setAttribute(c,String(l));e.prepend(r)}function tm(e){let t=e.cloneNode(!0),n=[e,...e.querySelectorAll("*")],r=[t,...t.querySelectorAll("*")];return n.forEach((o,i)=>{let s=getComputedStyle(o),u=r[i];for(let c of Kf){let l=s.getPropertyValue(c),f=c.startsWith("font")||c==="text-anchor";l&&(!f||u instanceof SVGTextElement)&&u.setAttribute(c,l)}u.removeAttribute("class")}),r.forEach((o,i)=>{n[i].closest(".cursor, .brush")&&o.remove()}),t}function eu(e){return e.replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;").replaceAll('"',"&quot;")}async function nu(e){let t=new Image;t.src=URL.createObjectURL(new Blob([e],{type:"image/svg+xml"}));try{await t.decode();let n=document.createElement("canvas");return[n.width,n.height]=[2*t.width,2*t.height],n.getContext("2d").drawImage(t,0,0,n.width,n.height),await new Promise((r,o)=>n.toBlob(i=>i?r(i):o(new Error("the browser drew no PNG")),"image/png"))}finally{URL.revokeObjectURL(t.src)}}function Le(e,t,n,r="text/plain"){let o=document.createElement("a"),i=typeof e=="string"?new Blob([e],{type:r}):e;o.href=URL.createObjectURL(i),o.download=`${t.replaceAll(/[^A-Za-z0-9]+/g,"-").replaceAll(/^-|-$/g,"")||"phases"}.${n}`,o.click(),setTimeout(()=>URL.revokeObjectURL(o.href),1e4)}function Kn({columns:e,rows:t}){return[e,...t].map(n=>n.map(nm).join(",")).join(`\r
`)+`\r
`}function nm(e){if(typeof e=="number")return Number.isFinite(e)?String(ru(e)):"";let t=/^[=+\-@\t\r]/.test(e??"")?`'${e}`:e??"";return/[",\r\n]/.test(t)?`"${t.replaceAll('"','""')}"`:t}function Xn({columns:e,rows:t}){let n=t.map(r=>Object.fromEntries(e.map((o,i)=>[o,rm(r[i])])));return JSON.stringify(n,null,1)}function rm(e){return typeof e!="number"?e??null:Number.isFinite(e)?ru(e):null}function ru(e){for(let t=6;t<10;t++){let n=Number(e.toPrecision(t));if(Math.fround(n)===e)return n}return e}function Ee(e){document.hasFocus()&&(e.currentTarget.contains(e.relatedTarget)||(e.currentTarget.open=!1))}function De(e){e.key==="Escape"&&(e.currentTarget.open=!1,e.currentTarget.querySelector("summary").focus())}var om=36,im=["SVG","PNG"],Ro=Jo("");function Ie({title:e,short:t=e,subtitle:n,note:r,panel:o,aside:i,table:s,legend:u=[],wide:c,isMain:l,children:f}){let m=N(null),[p,h]=$(!1),d=ci(Ro),g=d===e?d:`${d} ${e}`,y=()=>tu(m.current.querySelector(".chart svg"),{title:e,subtitle:[n,r].filter(Boolean).join(". "),legend:u}),b={SVG:()=>Le(y(),g,"svg","image/svg+xml"),PNG:async()=>Le(await nu(y()),g,"png"),CSV:()=>Le(Kn(s()),g,"csv","text/csv"),JSON:()=>Le(Xn(s()),g,"json","application/json")};return a("article",{ref:m,class:`panel ${c?"wide":""} ${l?"main":""}`,"data-panel":o,children:[a("header",{children:[a("h2",{title:e,children:Q(t,om)}),a("span",{class:"muted",title:n,children:n}),a("details",{class:"menu",onFocusOut:Ee,onKeyDown:De,children:[a("summary",{"aria-label":`Save ${e}, or show its numbers`,children:"\u22EF"}),a("div",{tabIndex:-1,children:[a("button",{onClick:()=>h(!p),"aria-pressed":p,children:p?"Chart":"Table"}),Object.entries(b).map(([x,_])=>a("button",{disabled:p&&im.includes(x),onClick:()=>{_()},children:x},x))]})]})]}),i&&a("div",{class:"stage",children:i}),r&&a("p",{class:"note",children:r}),p?a(sm,{table:s(),title:e}):f]})}function sm({table:{columns:e,rows:t},title:n}){return a("div",{class:"numbers",tabIndex:0,role:"region","aria-label":`Numbers of ${n}`,children:a("table",{children:[a("thead",{children:a("tr",{children:e.map(r=>a("th",{scope:"col",class:"number",children:r},r))})}),a("tbody",{children:t.map((r,o)=>a("tr",{children:r.map((i,s)=>a("td",{class:"number",children:qi(i)},s))},o))})]})})}function ou({focus:e,kinds:t,selection:n,select:r}){let o=oe(),i=k(()=>lm(e,t,n),[e,t.join(`
`),n.unit,n.from,n.to,n.step]),{steps:s}=e.rows[0],u=n.step;return a(S,{children:[a("h2",{class:"section",children:"What was forgotten between two steps"}),a("div",{class:"view-controls",children:[a(re,{title:"From",value:String(n.from??""),options:[["","reconstruction minimum"],...Bt(s,n.from)],choose:c=>r({from:Ht(c)})}),a(re,{title:"To",value:String(n.to??""),options:[["",u===null?"last step":`held step ${v(u)}`],...Bt(s,n.to)],choose:c=>r({to:Ht(c)})}),a(mm,{})]}),a("div",{class:"panels",role:"group","aria-label":"What was forgotten",children:i.map(({series:c,sections:l,steps:f,told:m})=>a(Ie,{title:K(c,e.rows),short:$e(c,e.rows),subtitle:`step ${v(f[0])} to ${v(f[1])}`,note:m??um(f,n.from),table:()=>fm(l,f),legend:am,children:a(Za,{name:K(c,e.rows),sections:l,steps:f,theme:o})},c.key))})]})}var am=[{color:"var(--lost)",text:"forgotten: kept less at the second step"},{color:"var(--gained)",text:"learned"}];function um([e,t],n){if(!(e!==t||n!==null))return`The reconstruction minimum so far is step ${v(t)} itself: nothing was forgotten since.`}function lm({rows:e,reports:t},n,r){let o=e.flatMap(s=>{let u=E(t,s.row),c=Wa(s,u,r);if(!c)return[];let l=n.flatMap(f=>{let m=Vt(s,f,r.unit);return m?[{title:`by ${_e(f).name}`,unit:m.unit,changes:Qa(m,s,c),most:0}]:[]});return l.length?[{series:s,sections:l,steps:c,told:u?.forgotten}]:[]}),i=o.flatMap(({sections:s})=>s);return o.map(s=>({...s,sections:s.sections.map(u=>({...u,most:cm(i.filter(({title:c})=>c===u.title))}))}))}function cm(e){let t=e.flatMap(n=>n.changes.map(({change:r})=>Math.abs(r)));return Math.max(0,...t.filter(Number.isFinite))||1}function fm(e,[t,n]){let r=["parts","part","unit",`step ${t}`,`step ${n}`,"change"],o=e.flatMap(({title:i,unit:s,changes:u})=>u.map(({name:c,from:l,to:f,change:m})=>[i,c,s==="loss"?"loss":"explained variance",l,f,m]));return{columns:r,rows:o}}function mm(){return a("ul",{class:"ways","aria-label":"Legend",children:["lost","gained"].map(e=>a("li",{children:[a("svg",{width:40,height:12,class:`dumbbell ${e}`,"aria-hidden":"true",children:[a("line",{class:"way-between",x1:6,x2:34,y1:6,y2:6}),a("circle",{class:"before",cx:e==="lost"?34:6,cy:6,r:4}),a("circle",{class:"after",cx:e==="lost"?6:34,cy:6,r:4.5})]}),e==="lost"?"forgotten":"learned"]},e))})}function Po({ticks:e,x:t,bottom:n,format:r}){return a(S,{children:e.map(o=>a("g",{class:"tick",transform:`translate(${t(o)},${n})`,children:[a("line",{y2:4}),a("text",{y:16,"text-anchor":"middle",children:r(o)})]},o))})}function No({ticks:e,y:t,left:n,right:r,format:o}){return a(S,{children:e.map(i=>a("g",{class:"tick",transform:`translate(0,${t(i)})`,children:[a("line",{class:"grid",x1:n,x2:r}),a("text",{x:n-6,dy:"0.32em","text-anchor":"end",children:o(i)})]},i))})}function $o({stepAxis:e,steps:t,x:n,right:r,bottom:o}){return a(S,{children:[a(Po,{ticks:ra(e,t,[n(t[0]),n(t[1])]),x:n,bottom:o,format:v}),a("text",{class:"axis-unit",x:r,y:o+30,"text-anchor":"end",children:"step \u2192"})]})}function Yn({panel:e}){return a("g",{class:"axis axis-step",children:[a("line",{x1:e.left,x2:e.right,y1:e.bottom,y2:e.bottom}),a($o,{...e})]})}function Jn({panel:e}){let t=e.y.domain().every(i=>Math.abs(i)<.001),n=e.y.tickFormat(4,t?"~e":e.quantity.tickFormat),r=e.quantity.tickFormat==="~%",o=e.y.ticks(4).filter(i=>n(i)&&!(r&&i>1));return a("g",{class:"axis axis-value",children:[a(No,{...e,ticks:o,format:i=>t&&i===0?"0":n(i)}),a("text",{class:"axis-title loss",x:2,y:12,children:["\u2191 ",e.label]})]})}function iu({panel:e}){let t=e.accuracy;if(!t)return null;let n=t.tickFormat(4,"~%");return a("g",{class:"axis axis-accuracy",children:[t.ticks(4).map(r=>a("g",{class:"tick",transform:`translate(${e.right},${t(r)})`,children:[a("line",{x2:4}),a("text",{x:7,dy:"0.32em",children:n(r)})]},r)),a("text",{class:"axis-title accuracy",x:e.width-2,y:12,"text-anchor":"end",children:"probe accuracy \u2191"})]})}function au({panel:e,series:t,cursor:n}){let r=N(null),o=N(null),i=N(null),s=N(null);return he(n,u=>{let c=u?B(t.steps,u.step):-1,l=e.x(t.steps[c]??NaN),f=l>=e.left-1&&l<=e.right+1;r.current.toggleAttribute("data-shown",f),f&&(o.current.setAttribute("transform",`translate(${l},0)`),su(i.current,l,e.values[c],e.y),su(s.current,l,t.column("probe_accuracy")[c],e.accuracy))},[e,t]),a("g",{ref:r,class:"cursor","aria-hidden":"true",children:[a("line",{ref:o,y1:e.top,y2:e.bottom}),a("circle",{ref:s,class:"accuracy",r:4}),a("circle",{ref:i,class:"loss",r:4})]})}function uu({layout:e,cursor:t}){let n=N(null);return he(t,r=>{let o=e.x(r?.step??NaN),i=o>=e.left&&o<=e.right;n.current.toggleAttribute("data-shown",i),i&&n.current.firstElementChild.setAttribute("transform",`translate(${o},0)`)},[e]),a("g",{ref:n,class:"cursor","aria-hidden":"true",children:a("line",{y1:e.top,y2:e.bottom})})}function Zn({panel:{top:e,bottom:t},ends:n}){return a("rect",{class:"brush",x:Math.min(...n),y:e,width:Math.abs(n[1]-n[0]),height:t-e})}function su(e,t,n,r){let o=r!==null&&Number.isFinite(n);e.style.display=o?"":"none",o&&e.setAttribute("transform",`translate(${t},${r(n)})`)}var pm={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0],Home:[0,-1/0],End:[0,1/0]};function kt({ctrlKey:e,metaKey:t,altKey:n}){return e||t||n}function cu(e,{rows:t,first:n=0,cursor:r,actions:o,run:i,describe:s}){let u=r.current,c=t.findIndex(({key:h})=>h===u?.panel),l=c<0?n:c,f=t[l]?.steps,m=pm[e.key];if(!f||kt(e)||m?.[0]&&t.length<2)return;let p=u?B(f,u.step):-1;if(m){let{key:h,steps:d}=t[lu(l+m[0],t.length)],g=d[lu(p+m[1],d.length)];g!==void 0&&r.move({step:g,panel:h,run:i,byKey:!0,line:s?.(g)})}else if(e.key==="Enter")o.hold(f[p]??null);else if(e.key==="Escape")r.move(null);else return;e.preventDefault()}function lu(e,t){return Math.min(t-1,Math.max(0,e))}function er({find:e,...t}){let{cursor:n,actions:r,run:o}=t,i=({currentTarget:u,clientX:c,clientY:l})=>{let{left:f,top:m}=u.getBoundingClientRect();return e(c-f,l-m)},s=()=>n.move(null);return{onPointerMove:u=>{let c=i(u);n.move(c&&{...c,run:o,byKey:!1})},onPointerUp:u=>u.button===0&&r.hold(i(u)?.step??null),onPointerLeave:s,onKeyDown:u=>cu(u,t),onBlur:s}}var hm=8;function fu({panel:e,steps:t,x:n,domain:r,cursor:o,actions:i,describe:s}){let u=N(null),c=N(!1),[l,f]=$(null),m=t.filter(R=>J(R,r)),p=R=>R.clientX-R.currentTarget.getBoundingClientRect().left,h=R=>u.current!==null&&Math.abs(R-u.current)>=hm,d=R=>{let A=p(R);h(A)&&f([u.current,A]);let z=m[Ot(m,n,A)];z!==void 0&&o.move({step:z,panel:e,byKey:!1,line:s?.(z)})},g=R=>{R.button===0&&R.pointerType==="mouse"&&(u.current=p(R),R.currentTarget.setPointerCapture(R.pointerId)),d(R)},y=R=>{if(R.button!==0)return;let A=p(R);if(c.current=h(A),c.current){let[z,F]=[u.current,A].toSorted((U,M)=>U-M).map(U=>Math.round(n.invert(U)));F>z&&i.zoom([Math.max(r[0],z),Math.min(r[1],F)])}x()},b=R=>{c.current||R.detail>1||i.hold(m[Ot(m,n,p(R))]??null)},x=()=>{u.current=null,f(null)};return{brush:l,handlers:{onPointerMove:d,onPointerDown:g,onPointerUp:y,onPointerCancel:x,onPointerLeave:()=>{u.current===null&&o.move(null)},onClick:b,onDblClick:()=>{i.unhold(),i.zoom(null)},onKeyDown:R=>{if(!["0","+"].includes(R.key)||kt(R))return cu(R,{rows:[{key:e,steps:m}],cursor:o,actions:i,describe:s});R.preventDefault(),i.zoom(R.key==="0"?null:dm(m,o.current?.step??0))},onBlur:()=>o.move(null)}}}function dm(e,t){let n=Math.max(1,Math.floor(e.length/4)),r=B(e,t),[o,i]=[e[Math.max(0,r-n)],e[Math.min(e.length-1,r+n)]];return o!==void 0&&i!==void 0&&i>o?[o,i]:null}var gm=24;function Gt({steps:e,values:t},n){return de(e,t,n)}function ym(e,t,n,r){let o=e.map(s=>Math.abs(r(Gt(s,t))-n)),i=Math.min(...o.filter(Number.isFinite));return i<=gm?o.indexOf(i):-1}function bm(e,t,n,r){let o=e.flatMap((u,c)=>Number.isFinite(Gt(u,t))?[c]:[]);o.sort((u,c)=>Gt(e[c],t)-Gt(e[u],t));let i=o.indexOf(n),s=i<0?0:Math.min(o.length-1,Math.max(0,i+r));return o[s]??-1}function tr(e){let t=document.querySelectorAll("[data-run][data-lit]");if((t[0]?.dataset.run??null)!==e){for(let n of t)n.toggleAttribute("data-lit",!1);if(e!==null)for(let n of document.querySelectorAll(`[data-run="${CSS.escape(e)}"]`))n.toggleAttribute("data-lit",!0)}}function _m(e,t){let n=N(-1);return[n,o=>{n.current=o,tr(e[o]?.run??null);let i=t.current.querySelector("svg");i.toggleAttribute("data-lit",o>=0);for(let s of i.querySelectorAll("[data-line]"))s.toggleAttribute("data-lit",Number(s.dataset.line)===o)}]}function nr({lines:e,measured:t,quantity:n,panel:r,cursor:o,actions:i},{x:s,y:u,steps:c},l){let[f,m]=_m(e,l),p=_=>{let w=e[f.current];return w?.name?{name:w.name,run:w.run,value:n.format(Gt(w,_))}:void 0},{brush:h,handlers:d}=fu({panel:r,steps:t,x:s,domain:c,cursor:o,actions:i,describe:p}),g=_=>{let w=_.currentTarget.getBoundingClientRect();m(ym(e,s.invert(_.clientX-w.left),_.clientY-w.top,u)),d.onPointerMove(_)},y=_=>()=>{m(-1),_()},b=_=>{let w={ArrowUp:-1,ArrowDown:1}[_.key];if(!w||e.length<2||kt(_))return d.onKeyDown(_);_.preventDefault();let P=o.current?.step??t.at(-1)??0;m(bm(e,P,f.current,w)),o.move({step:P,panel:r,byKey:!0,line:p(P)})},x={onPointerLeave:y(d.onPointerLeave),onBlur:y(d.onBlur)};return{brush:h,handlers:{...d,...x,onPointerMove:g,onKeyDown:b}}}function xm({lines:e,label:t,quantity:n,stepAxis:r,steps:o,level:i,hasLabels:s,isLog:u},c){let l=Math.max(0,...e.map(({name:d,isMuted:g})=>g?0:j(d))),f=c-(s?Math.min(.32*c,22+l):14),m=e.flatMap(d=>qn(d,d.values,o)),p=i===void 0?Qe(m,[]):In(Qe([...m,i],[]),i),h=(u?ao:Y)(p,[Xe.bottom-8,Xe.top+8]);return{...ho(r,o,f),width:c,label:t,quantity:n,y:h}}function wm(e){let{lines:t,label:n,quantity:r,stepAxis:o,steps:i,name:s,level:u,hasLabels:c,isLog:l,phases:f,marks:m,cursor:p}=e,[h,d]=ce(360),g=nt(),y=k(()=>xm(e,d),[t,n,r,o,i,u,c,l,d]),b=k(()=>[...new Set(t.flatMap(T=>T.steps))].toSorted((T,R)=>T-R),[t]),{brush:x,handlers:_}=nr({...e,measured:b},y,h),w=k(()=>a("g",{class:"marks",children:[f&&a(sa,{panel:y,phases:f}),a(Jn,{panel:y}),a(Yn,{panel:y}),u!==void 0&&a("line",{class:"level",x1:y.left,x2:y.right,y1:y.y(u),y2:y.y(u)}),m&&a(aa,{panel:y,marks:m}),a("clipPath",{id:g,children:a("rect",{x:y.left,y:y.top-6,width:y.right-y.left,height:y.bottom-y.top+12})}),a("g",{"clip-path":`url(#${g})`,children:a(oa,{panel:y,lines:t})}),c&&a(ia,{panel:y,lines:t})]}),[y,t,u,f,m,c]),P=(m??[]).map(({step:T,before:R,after:A})=>` ${[R,`step ${v(T)}`,A].filter(Boolean).join(", ")}.`);return a("div",{ref:h,class:"chart",children:a("svg",{class:"lines",width:d,height:Te,viewBox:`0 0 ${d} ${Te}`,role:"img",tabIndex:0,"aria-label":`${s}: ${n} of ${t.map(T=>T.name).join(", ")}.${P.join("")} Arrow keys move the cursor.`,..._,children:[w,x&&a(Zn,{panel:y,ends:x}),a(uu,{layout:y,cursor:p})]})})}var mu=le(wm);function Oe({title:e,short:t,subtitle:n,options:{stepAxis:r,steps:o},table:i,...s}){let{lines:u}=s;return a(Ie,{title:e,short:t,subtitle:n,table:i??(()=>vm(u)),legend:km(u),children:a(mu,{...s,stepAxis:r,steps:o})})}function vm(e){let t=e[0]?.steps??[];return{columns:["step",...e.map(({name:n})=>n)],rows:t.map((n,r)=>[n,...e.map(({values:o})=>o[r])])}}function km(e){let t=e.filter(({isMuted:n})=>!n).map(({name:n,color:r,dash:o})=>({color:r,dash:o,text:n}));return t.length<e.length?[...t,{color:"var(--muted)",text:"the others"}]:t}var rr=["loss_share_hardest_1","loss_share_hardest_5","loss_share_hardest_10"],or="fitted_share",Co="prototype_agreement",To="gradient_rows";function pu(e){return e.find(t=>[...rr,or,Co,To].some(n=>t.column(n).some(Number.isFinite)))}function hu(e,t){return e[t.findIndex(n=>n>.5)]??null}function du(e){let t=e.filter(Number.isFinite),[n,r]=[Math.min(...t),Math.max(...t)];return n>0&&r>20*n}var gu=be("share",!0),Sm=be("rows",!1);function Ao({focus:e,options:t,cursor:n,actions:r}){let o=oe(),i=k(()=>pu(e.rows),[e.rows]),s=k(()=>i?Mm(i,o):[],[i,o]),u=k(()=>i?hu(i.steps,i.column(or)):null,[i]),c=k(()=>u===null?[]:[{step:u,before:"prototyping",after:"fitting a few"}],[u]);return!i||!s.length?null:a(S,{children:[a("h2",{class:"section",children:"From the majority to a few"}),a("p",{class:"explanation",children:["At first the network learns what most rows have in common (prototyping); once more than half of them are fitted",u!==null&&` (dashed, step ${v(u)})`,", the loss sits in ever fewer rows, and these few drive the gradient (",a("a",{href:"https://arxiv.org/abs/2202.08299",target:"_blank",rel:"noreferrer",children:"arXiv 2202.08299"}),")."]}),a("div",{class:"panels",role:"group","aria-label":"From the majority to a few",children:s.map(l=>a(Oe,{...l,name:l.title,panel:i.key,options:t,hasLabels:l.lines.length>1,marks:c,cursor:n,actions:r},l.title))})]})}function Mm(e,t){let n=(s,u,c)=>{let l=e.column(s);return l.some(Number.isFinite)?[{name:u,color:c,steps:e.steps,values:l}]:[]},r=rr.flatMap((s,u)=>n(s,`hardest ${s.split("_").at(-1)} %`,Je(u,rr.length,t))),o=[...n(or,"fitted","var(--accuracy)"),...n(Co,"by prototypes","var(--muted)")],i=n(To,"rows","var(--loss)");return[{title:"Loss of the hardest rows",subtitle:"fit rows",label:"share of the cross-entropy",lines:r,quantity:gu,isLog:!1},{title:"Rows fitted",subtitle:o.length>1?"or decided by prototypes":"fit rows",label:"share of the rows",lines:o,quantity:gu,isLog:!1},{title:"Rows in the gradient",subtitle:"of the last layer",label:"effective number of rows",lines:i,quantity:Sm,isLog:du(i.flatMap(({values:s})=>s))}].filter(({lines:s})=>s.length)}var Rm={explained:"explained variance",loss:"reconstruction loss"};function yu(e){let{focus:t,selection:n,select:r}=e,o=k(()=>ja(t.rows),[t.rows]);if(!o.length)return a(S,{children:[a(Cm,{}),a(Ao,{...e})]});let s=n.kind==="all"||o.includes(n.kind)?n.kind:o[0],u=Object.fromEntries([...o.map(l=>[l,_e(l).name]),...o.length>1?[["all","all"]]:[]]),c=s==="all"?o:[s];return a("section",{"aria-label":"Breakdowns",children:[a($m,{...e}),a("div",{class:"view-controls",children:[a(xe,{name:"Parts by",value:s,options:u,choose:l=>r({kind:l})}),Pm(t.rows,c)&&a(xe,{name:"Drawn as",value:n.unit,options:Rm,choose:l=>r({unit:l})})]}),a(Tm,{...e,kinds:c}),a(ou,{...e,kinds:c}),a(Ao,{...e})]})}function Pm(e,t){return e.some(n=>t.some(r=>Vt(n,r,"explained")?.unit==="explained"))}function Nm(e,t){return`${[...new Set(e.map(({unit:r})=>wt(r)))].join(" or ")} ${_e(t).title}`}function $m({focus:{rows:e,reports:t}}){let n=e.map(r=>E(t,r.row)?.forgotten).findLast(Boolean);return n?a("p",{class:"headline increase forgotten",children:n}):null}function Cm(){return a("section",{class:"empty",children:[a("h2",{children:"This log has no breakdowns"}),a("p",{children:["A breakdown splits the reconstruction loss of a layer by colour, spatial frequency, image position, class, difficulty or principal component of the input, and shows which parts are forgotten first. The probe measures it where"," ",a("code",{children:"quantities"})," is not None and there is something to measure:"]}),a("pre",{tabIndex:0,children:a("code",{children:'model.fit(x, y, callbacks=[PhaseProbe(quantities=["auto", "component"], log_dir="logs/run1")])'})})]})}function Tm({focus:e,kinds:t,options:n,selection:r,cursor:o,actions:i}){let s=oe(),{unit:u,step:c}=r,l=k(()=>t.map(m=>({kind:m,panels:e.rows.flatMap(p=>Lm(p,m,u,s)??[])})),[e.rows,t.join(`
`),u,s]),f=k(()=>c===null?[]:[{step:c}],[c]);return a(S,{children:l.map(({kind:m,panels:p})=>a("div",{children:[a("h2",{class:"section",children:Nm(p.map(({breakdown:h})=>h),m)}),a("div",{class:"panels",role:"group","aria-label":`Parts ${_e(m).title}`,children:p.map(({series:h,breakdown:d,lines:g})=>a(Oe,{title:K(h,e.rows),short:$e(h,e.rows),subtitle:`by ${_e(m).name}`,lines:g,label:wt(d.unit),name:`${K(h,e.rows)}, ${_e(m).title}`,panel:h.key,quantity:Am[d.unit],options:n,hasLabels:!0,phases:E(e.reports,h.row)?.stages,marks:f,cursor:o,actions:i},h.key))})]},m))})}var Am={loss:be("reconstruction loss",!1),explained:be("explained variance",!0)};function Lm(e,t,n,r){let o=Vt(e,t,n);if(!o)return null;let{parts:i}=o,s=!!_e(t).isOrdered,u=Ua(i,s),c=i.map((l,f)=>{let m=!u.has(l.name),p=m?"var(--muted)":Ba(l.name,f,i.length,s,r);return{...l,steps:e.steps,color:p,isMuted:m}});return{series:e,breakdown:o,lines:c}}function Fe({rows:e,advice:t},{key:n}){return!t||t.abstains?null:e.find(({row:r})=>r.layer===t.layer)?.key===n?t.step:null}function bu(e){return e.stages?.some(({kind:n})=>n!=="constant")?e:{...e,minimum_step:null,minimum_interval:null}}function ir({steps:e,column:t},n,r){return n?.minimum_step==null?NaN:de(e,t(r),n.minimum_step)}function sr(e,t){return t?.has_increase?Ne(e,"reconstruction_loss")/ir(e,t,"reconstruction_loss")-1:NaN}var Em=["columns","mean_image_loss","planned_steps","checkpoint"];function _u(e){let t=[...new Set(e.flatMap(r=>Object.keys(r.layout?.run??{})))],n=r=>new Set(e.map(o=>Lo(o,r))).size>1;return t.filter(r=>!Em.includes(r)&&n(r)).slice(0,12)}function Lo({layout:e},t){let n=e?.run?.[t]??"",r=typeof n=="string"?n:JSON.stringify(n);return["","{}","[]"].includes(r)?null:r}function xu(e,t,n){let r=oe(),o=N([]),i=k(()=>(o.current=[...new Set([...o.current,...e.map(({run:s})=>s)])],Im(o.current,r)),[e,r]);return k(()=>{let s=t.map(({summary:u})=>u.run);return{colors:i,dashes:Va(s,i),muted:Dm(s,n)}},[t,i,n])}function Dm(e,t){return new Set(e.length>qa?e.filter(n=>!t.includes(n)):[])}function Im(e,t){let n=new Map(e.map((r,o)=>[r,vo(o,t)]));for(let[r,o]of[...n])n.has(ye(r))||n.set(ye(r),o);return n}function zt(e,{colors:t,dashes:n,muted:r}){let{run:o}=e.summary;return{run:o,name:H(e),color:t.get(o),dash:n.get(o)??"",isMuted:r.has(o)}}function wu(e){let{focus:t,others:n}=e;return a("section",{children:[a(qm,{...e}),n.length>0?a(Gm,{...e}):a("p",{class:"muted",children:["No other run is drawn. Others below the same folder stand at the side: check one to see its differences to ",H(t),"."]}),a(Vm,{...e})]})}var Om=32,vu=[jt("run",({run:e})=>H(e)),jt("layer",({series:e})=>e.row.layer),jt("decoder",({series:e})=>e.row.decoder),jt("phase now",({report:e})=>e?.now??null),fe("minimum at step",({report:e})=>e?.minimum_step,v),fe("from step",({report:e})=>e?.minimum_interval?.[0],v),fe("to step",({report:e})=>e?.minimum_interval?.[1],v),fe("advised step",({run:e,series:t})=>Fe(e,t),v),fe("loss at minimum",({series:e,report:t})=>ir(e,t,"reconstruction_loss"),V),fe("last loss",({series:e})=>Ne(e,"reconstruction_loss"),V),fe("rise since minimum",({series:e,report:t})=>sr(e,t),W),fe("accuracy at minimum",({series:e,report:t})=>ir(e,t,"probe_accuracy"),W),fe("best accuracy",({series:e})=>ie(e)?.accuracy,W),fe("at step",({series:e})=>ie(e)?.step,v)];function jt(e,t,n=Om){return{name:e,value:t,show:r=>Q(t(r)??"\u2013",n),isNumber:!1}}function fe(e,t,n){let r=o=>t(o)??null;return{name:e,value:r,show:o=>Ut(r(o))?"\u2013":n(r(o)),isNumber:!0}}var Fm=["decoder","from step","to step","accuracy at minimum"];function qm({focus:e,others:t,looks:n}){let r=k(()=>[e,...t],[e,t]),o=k(()=>r.flatMap(s=>Su(s).slice(-1)),[r]),i=k(()=>{let u=_u(r.map(({summary:f})=>f)).map(f=>jt(f,({run:m})=>Lo(m.summary,f),16)),[c,...l]=vu.filter(({name:f})=>!Fm.includes(f));return[c,...u,...l]},[r]);return a(S,{children:[a(ku,{columns:i,entries:o,looks:n,file:`${H(e)} and other runs`}),a("p",{class:"muted",children:"Of each run the settings in which it differs from others, and its last layer. The advised step is told where the record tells one. At its minimum a layer begins to forget its input; it is not the best checkpoint for every task."})]})}function Vm({focus:e,others:t,looks:n}){let[r,o]=$(!1),i=k(()=>[e,...t].flatMap(Su),[e,t]);return a("details",{class:"every-layer",onToggle:s=>o(s.currentTarget.open),children:[a("summary",{children:["Every layer of every run (",Pe(i.length,"row"),")"]}),r&&a(ku,{columns:vu,entries:i,looks:n,file:`${H(e)} phase minima`})]})}function ku({columns:e,entries:t,looks:{colors:n,dashes:r},file:o}){let[i,s]=$({place:-1,down:!1}),u=k(()=>Hm(t,e[i.place],i.down),[t,e,i]),c=()=>({columns:e.map(({name:l})=>l),rows:u.map(l=>e.map(({value:f})=>f(l)))});return a("div",{class:"minima",children:[a("div",{class:"scroll",tabIndex:0,role:"region","aria-label":o,children:a("table",{children:[a(Bm,{columns:e,sort:i,setSort:s}),a("tbody",{children:u.map(l=>a("tr",{"data-run":l.run.summary.run,children:e.map(({name:f,isNumber:m,value:p,show:h},d)=>a("td",{class:m?"number":"",title:m?void 0:String(p(l)??""),children:[d===0&&a(yt,{color:n.get(l.run.summary.run),dash:r.get(l.run.summary.run)}),h(l)]},f))},`${l.run.summary.run} ${l.series.key}`))})]})}),a("p",{class:"row",children:[a("button",{onClick:()=>Le(Kn(c()),o,"csv","text/csv"),children:"CSV"}),a("button",{onClick:()=>Le(Xn(c()),o,"json","application/json"),children:"JSON"})]})]})}function Bm({columns:e,sort:t,setSort:n}){return a("thead",{children:a("tr",{children:e.map(({name:r,isNumber:o},i)=>a("th",{scope:"col",class:o?"number":"","aria-sort":t.place===i?t.down?"descending":"ascending":"none",children:a("button",{onClick:()=>n({place:i,down:t.place===i&&!t.down}),children:[r.replaceAll("_"," ")," ",t.place===i&&(t.down?"\u2193":"\u2191")]})},r))})})}function Su(e){return e.rows.map(t=>({run:e,series:t,report:E(e.reports,t.row)}))}function Hm(e,t,n){return t?e.toSorted((r,o)=>{let[i,s]=[t.value(r),t.value(o)];if(Ut(i)||Ut(s))return Number(Ut(i))-Number(Ut(s));let u=typeof i=="number"?i-s:String(i).localeCompare(String(s),"en",{numeric:!0});return n?-u:u}):e}function Ut(e){return e===null||typeof e=="number"&&!Number.isFinite(e)}function Gm({focus:e,others:t,looks:n,options:r,cursor:o,actions:i}){let{quantity:s}=r,u=k(()=>e.rows.map(l=>({series:l,lines:zm(l,t,n,s)})).filter(({lines:l})=>l.length),[e.rows,t,n,s]),c=H(e);return a(S,{children:[a("h2",{class:"section",children:[s.label,": difference to ",c]}),!u.length&&a("p",{class:"muted",children:["None of the other runs has a layer of ",c," by the same name and decoder."]}),a("div",{class:"panels","aria-label":"Differences",children:u.map(({series:l,lines:f})=>a(Oe,{title:K(l,e.rows),short:$e(l,e.rows),subtitle:`minus ${c}`,table:()=>({columns:["run","step",`difference of ${s.label}`],rows:f.flatMap(m=>m.steps.map((p,h)=>[m.name,p,m.values[h]]))}),lines:f,label:`difference of ${s.label}`,name:`${K(l,e.rows)}, difference of ${s.label}`,panel:l.key,quantity:s,options:r,level:0,cursor:o,actions:i},l.key))})]})}function zm(e,t,n,r){let o=new Map(e.steps.map((i,s)=>[i,r.read(e)[s]]));return t.flatMap(i=>{let s=i.rows.find(({key:l})=>l===e.key);if(!s)return[];let u=r.read(s),c=s.steps.flatMap((l,f)=>o.has(l)?[[l,u[f]-o.get(l)]]:[]);return[{...zt(i,n),steps:c.map(([l])=>l),values:c.map(([,l])=>l)}]})}var Mu=["curves","map","compare"],jm=[...Mu,"breakdowns"];function Ru({runs:e,focus:t,layers:n,quantities:r,selection:o,select:i}){let s=Ae(r,Gn(o)),u=r.includes(s)?r:[s,...r],c=new Set(e.map(({run:l})=>ye(l))).size<e.length;return a("header",{class:"controls",children:[a(re,{title:"Run",kind:"run",value:t,options:e.map(l=>[l.run,Eo(l)]),choose:l=>i({run:l})}),n.length>1&&a(Wm,{name:"Layers",items:n,chosen:zn(n,o.layers)??n,choose:l=>i({layers:l.length===n.length?null:l})}),r.length>0&&Mu.includes(o.view)&&a(re,{title:"Quantity",value:s.key,options:u.map(({key:l,label:f})=>[l,f]),choose:l=>i({metric:l})}),jm.includes(o.view)&&a(xe,{name:"Step axis",value:o.stepAxis,options:{log:"log(1 + step)",linear:"linear"},choose:l=>i({stepAxis:l})}),c&&a("label",{class:"switch",children:[a("input",{type:"checkbox",checked:o.grouped,onChange:()=>i({grouped:!o.grouped})}),"Mean over seeds"]})]})}function Pu({selection:e,select:t}){return a(S,{children:[e.zoom&&a("button",{class:"chip",onClick:()=>t({zoom:null}),children:["steps ",e.zoom.map(v).join("\u2013")," \u2715"]}),e.step!==null&&a("button",{class:"chip",onClick:()=>t({step:null}),children:["held at step ",v(e.step)," \u2715"]})]})}var Um=10;function Wm({name:e,items:t,chosen:n,choose:r}){let[o,i]=$(""),s=t.filter(l=>n.includes(l)),u=t.filter(l=>l.toLowerCase().includes(o.toLowerCase())),c=l=>r(t.filter(f=>f===l!==s.includes(f)));return a("div",{children:[a("span",{class:"control-name",children:e}),a(Qm,{label:`${s.length} of ${t.length}`,name:e,children:[t.length>Um&&a("input",{type:"search",placeholder:"filter","aria-label":`Filter ${e}`,value:o,onInput:l=>i(l.currentTarget.value)}),a("div",{class:"row",children:[a("button",{onClick:()=>r([...new Set([...s,...u])]),children:"all"}),a("button",{onClick:()=>r(s.filter(l=>!u.includes(l))),children:"none"})]}),a("ul",{children:u.map(l=>a("li",{children:a("label",{children:[a("input",{type:"checkbox",checked:s.includes(l),onChange:()=>c(l)}),l]})},l))})]})]})}function Qm({label:e,name:t,children:n}){return a("details",{class:"dropdown",onFocusOut:Ee,onKeyDown:De,children:[a("summary",{"aria-label":`${t}: ${e}`,children:[e," \u25BE"]}),a("div",{tabIndex:-1,children:n})]})}function Eo({run:e,num_steps:t,last_step:n,error:r}){let o=n===null?"no probe step":`${Pe(t,"probe step")} to step ${v(n)}`;return`${ee(e)} \xB7 ${r?"damaged, ":""}${o}`}var Km={curves:"Curves",portrait:"Phase portrait",map:"Heat map",images:"Reconstructions",compare:"Compare",breakdowns:"Breakdowns"};function Nu({view:e,choose:t}){return a("nav",{class:"views",role:"tablist","aria-label":"Views",onKeyDown:r=>{let o={ArrowLeft:-1,ArrowRight:1}[r.key];if(!o||kt(r))return;r.preventDefault();let i=Ye[(Ye.indexOf(e)+o+Ye.length)%Ye.length];t(i),r.currentTarget.querySelector(`[data-view="${i}"]`).focus()},children:Ye.map(r=>a("button",{role:"tab",id:`tab-${r}`,"aria-controls":"view","data-view":r,"aria-selected":r===e,tabIndex:r===e?0:-1,onClick:()=>t(r),children:Km[r]},r))})}var Xm='model.fit(x, y, callbacks=[PhaseProbe(log_dir="logs/run1")])';function $u(){return a("main",{class:"empty",children:[a(Jm,{}),a("h1",{children:"Installed, waiting for the first probe step"}),a("p",{children:"Add one callback to your training. The first point, the untrained network, appears at once."}),a("pre",{tabIndex:0,children:a("code",{children:[a("span",{class:"muted",children:"from keras_phases import PhaseProbe"}),`

`,Xm]})}),a("p",{class:"muted",children:["Training already? TensorBoard must watch the same folder, ",a("code",{children:"tensorboard --logdir logs"}),"; a new probe step appears here by itself within seconds."]})]})}var Ym=[["constant",0,80],["decrease",80,100],["increase",180,100]];function Jm(){return a("svg",{class:"empty-curve",width:280,height:92,viewBox:"0 0 280 92","aria-hidden":"true",children:[Ym.map(([e,t,n])=>a("g",{class:`band ${e}`,children:[a("rect",{x:t,width:n,height:78}),a("text",{x:t+n/2,y:14,"text-anchor":"middle",children:e})]},e)),a("g",{class:"curve loss",children:a("path",{class:"line",d:"M2,32L80,33C110,34 140,62 180,62S250,36 278,26"})}),a("g",{class:"axis",children:a("line",{x2:280,y1:78,y2:78})})]})}function Cu({focus:{rows:e,reports:t,answers:n,numSeeds:r}}){let o=e.at(-1);if(!o||!n?.length)return null;let i=E(t,o.row)?.stages?.at(-1)?.kind??"";return a("div",{class:`answers ${i}`,role:"status",children:[n.map(({question:s,short:u,detail:c})=>a("details",{children:[a("summary",{children:[a("span",{class:"muted",children:s})," ",a("b",{children:u})]}),a("p",{children:c})]},s)),r&&a("p",{class:"muted",children:"In the run with the middle step."})]})}var me={top:8,right:12,bottom:66},Tu=6.6;function Zm({rows:e,reports:t,quantity:n,domain:r,stepAxis:o,steps:i},s){let u=At(e),c=Math.min(.3*s,14+Tu*Math.max(4,...u.map(({length:g})=>g))),l=s-me.right,f=e.length>24?14:e.length>12?20:28,m=We(o,i,[c+6,l-6]),p=e.map(g=>n.read(g)),h=e.map((g,y)=>{let[b,x]=r??bt(n,[g]),_=E(t,g.row)?.minimum_step??-1;return{series:g,name:u[y],top:me.top+y*f,values:p[y],low:b,high:x,edges:np(g.steps.map(w=>m(w)),c,l),minimum:g.steps.indexOf(_)}}),d=me.top+e.length*f;return{width:s,height:d+me.bottom,left:c,right:l,bottom:d,cell:f,x:m,rows:h}}var ep=Array.from({length:256},(e,t)=>Un(t/255));function tp({rows:e}){return e.flatMap(({values:t,low:n,high:r,edges:o,top:i})=>o.flatMap(([s,u],c)=>{let l=Math.min(1,Math.max(0,(t[c]-n)/(r-n)));return u<=s||!Number.isFinite(l)?[]:[{x:s,top:i,width:u-s,color:ep[Math.round(255*l)]}]}))}function np(e,t,n){let r=i=>Math.min(n,Math.max(t,i)),o=(n-t)/40;return e.map((i,s)=>{let u=s?(i-e[s-1])/2:void 0,c=s<e.length-1?(e[s+1]-i)/2:void 0;return[r(i-(u??c??o)),r(i+(c??u??o))]})}function rp({held:e,cursor:t,actions:n,name:r,run:o,...i}){let{rows:s,reports:u,quantity:c,domain:l,stepAxis:f,steps:m}=i,[p,h]=ce(640),d=k(()=>Zm(i,h),[s,u,c,l,f,m,h]),g=(b,x)=>{let _=d.rows[Math.floor((x-me.top)/d.cell)];if(!_)return null;let{key:w,steps:P}=_.series;return{step:P[Ot(P,d.x,b)],panel:w}},y=k(()=>a(S,{children:[d.rows.map(b=>a(ip,{row:b,cell:d.cell,left:d.left,quantity:c},b.series.key)),a("g",{class:"axis axis-step",children:[a($o,{...d,stepAxis:f,steps:m}),a("line",{x1:d.left,x2:d.right,y1:d.bottom,y2:d.bottom})]}),a(sp,{layout:d,quantity:c,domain:l})]}),[d,c,f,m,l]);return a("div",{ref:p,class:"chart",children:[a(op,{layout:d}),a("svg",{class:"heat-map",width:h,height:d.height,viewBox:`0 0 ${h} ${d.height}`,role:"img",tabIndex:0,"aria-label":`${r}: ${c.label} of ${s.length} layers at every probe step. Arrow keys move the cursor.`,...er({rows:s,cursor:t,actions:n,run:o,find:g}),children:[y,e!==null&&J(e,m)&&a("line",{class:"held",x1:d.x(e),x2:d.x(e),y1:me.top,y2:d.bottom}),a(ap,{layout:d,cursor:t})]})]})}var Au=le(rp);function op({layout:e}){let t=N(null),{left:n,right:r,bottom:o,cell:i}=e,[s,u]=[r-n,o-me.top];return O(()=>{let c=f=>Math.round(devicePixelRatio*f);[t.current.width,t.current.height]=[c(s),c(u)];let l=t.current.getContext("2d");for(let f of tp(e)){let[m,p,h]=[f.x-n,f.x+f.width-n,f.top-me.top];l.fillStyle=f.color,l.fillRect(c(m),c(h),c(p)-c(m),c(h+i-1)-c(h))}},[e]),a("canvas",{ref:t,"aria-hidden":"true",style:{left:`${n}px`,top:`${me.top}px`,width:`${s}px`,height:`${u}px`}})}function ip({row:e,cell:t,left:n,quantity:r}){let{series:o,name:i,top:s,edges:u,minimum:c}=e,l=Q(i,Math.floor((n-13)/Tu)),f=u[c]&&(u[c][0]+u[c][1])/2;return a("g",{children:[a("text",{x:n-6,y:s+t/2,dy:"0.32em","text-anchor":"end",children:[l,l!==o.row.layer&&a("title",{children:o.row.layer})]}),f!==void 0&&Vn(r)&&a("g",{children:[a("title",{children:"reconstruction minimum"}),["rim","lowest"].map(m=>a("circle",{class:m,cx:f,cy:s+(t-1)/2,r:Math.min(5,t/4)},m))]})]})}function sp({layout:e,quantity:t,domain:n}){let r=Math.min(220,e.right-e.left),o=nt(),i=n?.map(t.format)??["lowest of the layer","highest"];return a("g",{class:"color-legend",transform:`translate(${e.left},${e.bottom+36})`,children:[a("linearGradient",{id:o,children:Array.from({length:10},(s,u)=>a("stop",{offset:u/9,"stop-color":Un(u/9)},u))}),a("rect",{width:r,height:10,fill:`url(#${o})`}),a("text",{y:24,children:i[0]}),a("text",{x:r,y:24,"text-anchor":"end",children:i[1]}),a("text",{x:r+10,y:9,children:t.label})]})}function ap({layout:e,cursor:t}){let n=N(null);return he(t,r=>{let[o,i]=n.current.children,s=e.rows.find(({series:l})=>l.key===r?.panel)??e.rows[0];if(n.current.toggleAttribute("data-shown",!!(r&&s)),!r||!s)return;let[u,c]=s.edges[B(s.series.steps,r.step)]??[0,0];o.setAttribute("transform",`translate(${(u+c)/2},0)`),i.style.display=s.series.key===r.panel?"":"none",i.setAttribute("x",String(u)),i.setAttribute("y",String(s.top)),i.setAttribute("width",String(Math.max(0,c-u)))},[e]),a("g",{ref:n,class:"cursor","aria-hidden":"true",children:[a("line",{y1:me.top,y2:e.bottom}),a("rect",{class:"frame",height:e.cell-1})]})}function ar({focus:e,others:t,selection:n,cursor:r,actions:o,subtitle:i,tabulate:s,legend:u,draw:c}){let l=[e,...t];return a("div",{class:l.length>1?"panels portraits":"panels single",children:l.map(f=>{let{summary:m,rows:p,reports:h,advice:d}=f,g=H(f);return a(Ie,{title:g,subtitle:i,table:()=>s(f),legend:u?.(f),wide:l.length===1,children:c({name:g,run:m.run,rows:p,reports:h,advice:d,held:n.step,cursor:r,actions:o})},m.run)})})}var up={shared:"one scale for all layers",each:"each layer by itself"};function Lu(e){let{quantity:t,stepAxis:n,steps:r}=e.options,{focus:o,others:i}=e,[s,u]=$("shared"),c=k(()=>bt(t,[o,...i].flatMap(({rows:l})=>l)),[t,o,i]);return a("section",{children:[a("div",{class:"view-controls",children:a(xe,{name:"Colours",value:s,options:up,choose:u})}),a(ar,{...e,subtitle:t.unit,tabulate:l=>lp(l,t),draw:l=>a(Au,{...l,quantity:t,domain:s==="shared"?c:null,stepAxis:n,steps:r})})]})}function lp({rows:e},t){let n=e[0]?.steps??[],r=e.map(o=>[o.row.layer,o.row.decoder,...t.read(o)]);return{columns:["layer","decoder",...n.map(o=>`step ${o}`)],rows:r}}function Du({rows:e},{summary:t}){let n=e.map(({size:c})=>c),r=[Math.max(...n.map(([c])=>c)),Math.max(...n.map(([,c])=>c))],{input_shape:o,target:i}=t.layout?.run??{};if(i||!Array.isArray(o))return r;let[s,u]=o;return Eu(s,r[0])&&Eu(u,r[1])?[s,u]:r}function Eu(e,t){return Number.isInteger(e)&&e>=t&&e<=4096}function Iu([e,t],n){let r=t<=n?Math.floor(n/t):n/t;return[Math.round(r*e),Math.round(r*t)]}function Ou(e,t,n,r){if(!r)return[0,0,0,0];let[o,i]=e.map((c,l)=>Math.floor((t[l]-c)/2)*n[l]/t[l]),[s,u]=e.map((c,l)=>c*n[l]/t[l]);return[o,n[1]-i-u,n[0]-o-s,i]}function Fu(e){return at(e).includes("target_cropped")}var cp=700;function qu({focus:e,selection:t,select:n,source:r}){let o=fp(r,e);return o===void 0?a("p",{class:"muted",children:"Loading \u2026"}):typeof o=="string"?a("p",{class:"problem",children:o}):o.steps.length?a(pp,{listing:o,focus:e,selection:t,select:n,source:r}):a(mp,{problem:o.error})}function fp(e,{summary:t}){let[n,r]=$();return O(()=>{let o=!0;return e.fetchImages(t.run).catch(i=>i.message).then(i=>o&&r({run:t.run,listing:i})),()=>{o=!1}},[e,t.run,t.last_step,t.last_wall_time]),n?.run===t.run?n.listing:void 0}function mp({problem:e}){return a("section",{class:"empty",children:[a("h2",{children:"This run has no reconstructed images"}),a("p",{children:e??"The probe keeps the reconstructions of a few held-out examples where the input is an image of one or three channels:"}),a("pre",{tabIndex:0,children:a("code",{children:'model.fit(x, y, callbacks=[PhaseProbe(images=8, log_dir="logs/run1")])'})})]})}function pp({listing:e,focus:t,selection:n,select:r,source:o}){let{steps:i,num_examples:s,labels:u,error:c}=e,[l,f]=$(null),m=l!==null&&l<s?l:null,p=n.step===null?i.length-1:B(i,n.step),h=dp(e,t,i[p],n.from),d=h[bn(h,({row:_})=>e.rows[_].size[1])]??{row:0,isCrop:!1};O(()=>{if(!(p+1>=i.length))for(let{row:_}of h)new Image().src=o.imageUrl(e,p+1,_)},[e,p,o]);let{against:g}=n,y=Du(e,t),b=Iu(y,m===null?64:224),x=({row:_,isCrop:w},P)=>{let T=o.imageUrl(e,p,_,P===null),A=g&&P!==null?{input:()=>o.imageUrl(e,p,_,!0),step:()=>o.imageUrl(e,P,_)}[g]():void 0,z=m===null?Array.from({length:s},(M,D)=>D):[m],F=Ou(e.rows[_].size,y,b,w),U={url:T,over:A,count:s,cell:b,borders:F,isFaint:g==="step"};return z.map(M=>a(xp,{at:M,...U},M))};return a("section",{class:"images","aria-label":"Reconstructions",children:[c&&a("p",{class:"problem",children:c}),a("div",{class:"view-controls",children:[a(gp,{steps:i,index:p,show:_=>r({step:i[_]})}),a(re,{title:"Example",value:String(m??""),options:hp(s,u),choose:_=>f(Ht(_))}),a(bp,{steps:i,selection:n,select:r})]}),g==="step"&&a("p",{class:"explanation",children:"Absolute difference between the reconstructions at two steps, twice as bright: what the layer lost or learned since."}),a("div",{class:m===null?"strips":"strips large",children:[a("figure",{children:[a("figcaption",{children:a("b",{children:"input"})}),a("div",{children:x(d,null)})]}),h.map(({key:_,from:w,...P})=>a("figure",{children:[a(yp,{...P,before:g==="step"?i[w]:null}),a("div",{children:x(P,w)})]},_))]})]})}function hp(e,t){let n=Array.from({length:e},(r,o)=>`${o+1}${t?` \xB7 class ${t[o]}`:""}`);return[["","all"],...n.map((r,o)=>[String(o),r])]}function dp(e,{rows:t,reports:n},r,o){let{steps:i}=e;return e.rows.flatMap(({layer:s,decoder:u},c)=>{let l=t.find(({row:d})=>d.layer===s&&d.decoder===u);if(!l)return[];let f=l.column("reconstruction_loss"),m=de(l.steps,f,r);if(!Number.isFinite(m))return[];let p=B(i,o??E(n,l.row)?.minimum_step??i[0]),h=de(l.steps,f,i[p]);return[{key:l.key,layer:s,decoder:u,row:c,isCrop:Fu(l),loss:m,from:p,lossBefore:h}]})}function gp({steps:e,index:t,show:n}){let[r,o]=$(!1);O(()=>{if(!r)return;let s=setTimeout(()=>n((t+1)%e.length),cp);return()=>clearTimeout(s)},[r,t,e]);let i=v(e[t]);return a(S,{children:[a("button",{"aria-pressed":r,onClick:()=>o(!r),children:r?"\u23F8 pause":"\u25B6 play"}),a("label",{class:"slider",children:[a("span",{class:"control-name",children:["Step ",i]}),a("input",{type:"range",name:"step",min:0,max:e.length-1,value:t,"aria-valuetext":`step ${i}`,onInput:s=>n(Number(s.currentTarget.value))})]})]})}function yp({layer:e,decoder:t,loss:n,lossBefore:r,before:o}){return a("figcaption",{children:[a("b",{children:e})," ",a("span",{class:"muted",children:t}),a("br",{}),a("span",{class:"muted",children:["loss ",o!==null&&`${V(r)} at step ${v(o)}, now `,V(n)]})]})}function bp({steps:e,selection:t,select:n}){let{against:r,from:o}=t,i=s=>{n(s==="minimum"?{against:"step",from:null}:s==="input"||s===""?{against:s||null}:{against:"step",from:Number(s)})};return a(re,{title:"Difference to",name:"against",value:r==="step"?String(o??"minimum"):r??"",options:[["","nothing"],["input","the input"],["minimum","the reconstruction minimum"],...Bt(e,o)],choose:i})}var _p=2;function xp({url:e,over:t,at:n,count:r,cell:[o,i],borders:s,isFaint:u}){let c=[e,...t?[t]:[]].map(l=>`url("${l.replaceAll('"',"%22")}")`);return a("span",{class:"example",role:"img","aria-label":`example ${n+1}`,style:{width:`${i}px`,height:`${o}px`,borderWidth:s.map(l=>`${l}px`).join(" "),backgroundImage:c.join(","),backgroundSize:`${r*100}% 100%`,backgroundPosition:r>1?`${100*n/(r-1)}% 0`:"0 0",backgroundBlendMode:t?"difference":"normal",filter:t&&u?`brightness(${_p})`:void 0}})}function Wt(e,t,n,r,o=9){let i=[];for(let s=o-r;s<n;s+=o){let[u,c]=[Math.max(0,s),Math.min(n,s+r)];i.push(`M${(e+u).toFixed(1)},${(t+r-u+s).toFixed(1)}L${(e+c).toFixed(1)},${(t+r-c+s).toFixed(1)}`)}return i.join("")}function Vu({panel:e,phases:t}){return a("g",{class:"bands",children:t.map(n=>{let r=Math.max(e.left,e.x(n.start_step)),o=Math.max(0,Math.min(e.right,e.x(n.end_step))-r);return a("g",{class:`band ${n.kind}`,children:[a("rect",{x:r,y:e.top,width:o,height:e.bottom-e.top}),a("rect",{class:"edge",x:r,y:e.top,width:o,height:3}),n.kind==="rising"&&a("path",{class:"hatch",d:Wt(r,e.top,o,e.bottom-e.top)}),o>j(n.kind)+4&&a("text",{x:r+o/2,y:e.top+15,"text-anchor":"middle",children:n.kind})]},n.start_step)})})}function Bu({panel:e}){let[t,n]=e.y.domain(),r=e.references.filter(({value:i})=>i>=t&&i<=n),o=e.references.filter(i=>!r.includes(i));return a("g",{class:"references",children:[r.map(({label:i,value:s})=>{let u=s>(t+n)/2&&i!=="untrained",c=e.y(s),l=u||c<e.top+32;return a("g",{class:"reference",children:[a("line",{x1:e.left,x2:e.right,y1:c,y2:c}),a("text",{x:u?e.left+4:e.right-4,y:c+(l?12:-4),"text-anchor":u?"start":"end",children:i})]},i)}),a("text",{class:"outside",x:2,y:e.bottom+30,children:o.map(({label:i,value:s})=>`${i} ${V(s)}`).join(", ")})]})}function Hu({panel:e,series:t}){let{values:n,band:[r,o],x:i,y:s}=e,u=Ti().digits(lo).defined(Number.isFinite).x((c,l)=>i(t.steps[l])).y0((c,l)=>s(r[l])).y1((c,l)=>s(o[l]));return a("g",{class:"curve loss",children:[a("path",{class:"spread",d:u(n)??""}),a("path",{class:"line",d:Fn(t.steps,n,i,s)}),a(zu,{panel:e,steps:t.steps,values:n,y:s})]})}function Gu({panel:e,series:{steps:t,column:n}}){let r=e.accuracy;if(!r)return null;let o=n("probe_accuracy");return a("g",{class:"curve accuracy",children:[a("path",{class:"line",d:Fn(t,o,e.x,r)}),a(zu,{panel:e,steps:t,values:o,y:r})]})}function zu({panel:e,steps:t,values:n,y:r}){return(e.right-e.left)/t.filter(o=>J(o,e.steps)).length<5?null:a(S,{children:t.map((o,i)=>Number.isFinite(n[i])&&a("circle",{cx:e.x(o),cy:r(n[i]),r:2},o))})}function ju({panel:e,companions:t}){return a("g",{class:"companions",children:t.map(({series:n,...r})=>a("g",{class:r.isMuted?"muted-line":void 0,"data-run":r.run,fill:r.color,children:a(co,{panel:e,...r,steps:n.steps,values:e.quantity.read(n)})},r.run))})}function Uu({panel:e,series:t}){return a("g",{class:"flag-marks",children:ut(t).map((n,r)=>{if(!n.length)return null;let[o,i]=[t.steps[r],e.values[r]];return Number.isFinite(i)?a("circle",{cx:e.x(o),cy:e.y(i),r:5},o):a("path",{d:"M-3.5,-3.5L3.5,3.5M-3.5,3.5L3.5,-3.5",transform:`translate(${e.x(o)},${e.bottom-9})`},o)})})}function Qt(e,t,n=-20,r=1){let o=4*-Math.sign(n);return`M${e},${t}v${n}l${10*r},${o}l${-10*r},${o}`}function Wu({panel:e,series:t,step:n}){let r=e.values[t.steps.indexOf(n)]??NaN;if(!Number.isFinite(r)||!J(n,e.steps))return null;let[o,i,s]=[e.x(n),e.y(r),`keep ${v(n)}`],u=i-30>e.top+18?-1:1,c=o-14-j(s)>e.left?-1:1;return a("g",{class:"kept",children:[a("title",{children:`advised: keep step ${v(n)}`}),a("path",{d:Qt(o,i,28*u,c)}),a("text",{x:o+13*c,y:i+24*u,dy:"0.32em","text-anchor":c>0?"start":"end",children:s})]})}function wp(e,t){return t.quantity.key==="loss"?e.has_increase?"minimum at":"lowest so far, at":e.has_increase?"loss minimum at":"lowest loss so far, at"}function Qu({panel:e,series:t,report:n}){let r=n.minimum_step;if(r==null)return null;let o=e.values[t.steps.indexOf(r)]??NaN;if(!Number.isFinite(o))return null;let i=e.x(r);if(i<e.left||i>e.right)return null;let[s,u]=n.minimum_interval??[r,r],c=`${wp(n,e)} step ${v(r)}`,l=3.8*c.length,f=Math.min(Math.max(i,e.left+l+4),e.right-l-4);return a("g",{class:"minimum",children:[a("line",{class:"interval",x1:Math.max(e.left,e.x(s)),x2:Math.min(e.right,e.x(u)),y1:e.bottom-3,y2:e.bottom-3}),a("line",{class:"foot",x1:i,x2:i,y1:e.y(o),y2:e.bottom}),a("circle",{cx:i,cy:e.y(o),r:4.5}),a("text",{x:f,y:e.bottom-9,"text-anchor":"middle",children:c})]})}var vp={constant:"\u2192",decrease:"\u2198",rising:"\u2197",increase:"\u2197"},Ku=["constant","decrease","increase"],Do={constant:"unchanged since start",decrease:"learns to keep its input",rising:"may be forgetting its input",increase:"forgets its input"};function ur({report:e,isExplained:t}){let n=e?.stages?.at(-1);return n?a("span",{class:`phase-now ${n.kind}`,title:e?.description,children:[a(kp,{kind:n.kind})," ",vp[n.kind]," ",e.now,t&&n.kind!=="constant"&&a("span",{class:"muted",children:[": ",Do[n.kind]]})]}):a("span",{class:"phase-now muted",children:e?.now})}function kp({kind:e}){let t=Ku.indexOf(e==="rising"?"increase":e),n=(r,o)=>{let i=2*Math.PI*r/3;return`${(o*Math.sin(i)).toFixed(2)},${(-o*Math.cos(i)).toFixed(2)}`};return a("svg",{class:"clock",width:14,height:14,viewBox:"-8 -8 16 16","aria-hidden":"true",children:[Ku.map((r,o)=>a("path",{class:`edge ${r}`,opacity:o===t&&e!=="rising"?1:.35,d:`M0,0L${n(o,8)}A8,8 0 0 1 ${n(o+1,8)}Z`},r)),a("path",{class:"hand",d:`M0,0L${n(t+.5,6.5)}`})]})}function Xu({focus:e,options:t}){let{rows:n}=e,r=n.some(o=>ut(o).some(({length:i})=>i));return a("details",{class:"dropdown legend",onFocusOut:Ee,onKeyDown:De,children:[a("summary",{"aria-label":"How to read the charts",children:"?"}),a("section",{tabIndex:-1,"aria-label":"Legend",children:[a("ul",{children:[Object.entries(Do).map(([o,i])=>a("li",{children:[a(Mp,{kind:o})," ",a("b",{children:o})," ",i]},o)),a(Sp,{rows:n,options:t}),a("li",{children:[a("svg",{width:26,height:16,class:"minimum","aria-hidden":"true",children:[a("line",{class:"interval",x1:1,x2:25,y1:13,y2:13}),a("circle",{cx:13,cy:6,r:4.5})]}),"minimum and its interval"]}),a(Io,{runs:[e]}),r&&a("li",{children:[a("svg",{width:26,height:14,class:"flag-marks","aria-hidden":"true",children:a("circle",{cx:13,cy:7,r:5})}),"flagged"]})]}),a("p",{children:["Phases and minimum are those of the reconstruction loss. ",a("b",{children:"Mean image"}),": the loss of a layer that knows nothing of its input."," ",a("b",{children:"PCA bound"}),": the least of any linear decoder of its width."]})]})]})}function Io({runs:e}){return e.some(t=>t.rows.some(n=>Fe(t,n)!==null))?a("li",{children:[a("svg",{width:26,height:16,class:"kept","aria-hidden":"true",children:a("path",{d:Qt(8,15,-13)})}),"step that is advised to keep"]}):null}function Sp({rows:e,options:{quantity:t,accuracyDomain:n}}){let r=e.some(({spread:o})=>o);return a(S,{children:[a("li",{children:[a("svg",{width:26,height:14,class:"curve loss","aria-hidden":"true",children:[a("path",{class:"spread",d:"M0,3H26V11H0Z"}),a("path",{class:"line",d:"M0,7H26"})]}),t.label,r?", mean, lowest to highest seed":t.readErrors&&" \xB1 standard error"]}),n&&t.key!=="accuracy"&&a("li",{children:[a("svg",{width:26,height:14,class:"curve accuracy","aria-hidden":"true",children:a("path",{class:"line",d:"M0,7H26"})}),"probe accuracy, shared scale"]})]})}function Mp({kind:e}){return a("svg",{width:26,height:14,class:`band ${e}`,"aria-hidden":"true",children:[a("rect",{width:26,height:14}),a("rect",{class:"edge",width:26,height:3}),e==="rising"&&a("path",{class:"hatch",d:Wt(0,0,26,14,5)})]})}function Yu({rows:e}){let t=[...e.some(ie)?[]:[Rp(e)],...el(e).map(fo)];return a(Zu,{of:"this run",notes:t})}function Ju({series:e,rows:t,report:n}){let r=el(t),i=[...at(e).filter(s=>s!=="no_labels"&&!r.includes(s)).map(fo),...n?.error?[`Phases were not found. ${n.error}`]:[]];return a(Zu,{of:e.row.layer,notes:i})}function Zu({of:e,notes:t}){return t.length?a("details",{class:"menu badge",onFocusOut:Ee,onKeyDown:De,children:[a("summary",{"aria-label":`${Pe(t.length,"note")} on ${e}`,children:["\u2691 ",t.length]}),a("ul",{class:"notes",tabIndex:-1,children:t.map(n=>a("li",{children:n},n))})]}):null}function Rp(e){return e.some(({flags:n})=>n().some(r=>r.includes("no_labels")))?"No labels reached the probe, so there is no probe accuracy to draw.":"No probe accuracy was measured, so there is none to draw."}function el(e){let[t=[],...n]=e.map(at);return t.filter(r=>r!=="no_labels"&&n.every(o=>o.includes(r)))}function tl({summary:e}){let t=Object.entries(e.layout?.run??{}).filter(([n])=>n!=="columns");return t.length?a("details",{class:"settings",children:[a("summary",{children:"Settings"}),a("dl",{children:t.map(([n,r])=>a("div",{children:[a("dt",{children:n}),a("dd",{children:typeof r=="string"?r:JSON.stringify(r)})]},n))})]}):null}var Pp="60%";function nl(e){let[t,n]=$(typeof IntersectionObserver>"u");return O(()=>{let r=new IntersectionObserver(o=>n(o.at(-1).isIntersecting),{root:document,rootMargin:`${Pp} 0px`});return r.observe(e.current),()=>r.disconnect()},[]),t}function Np({series:e,report:t,kept:n,companions:r,options:o},i){let s=nt(),u=Vn(o.quantity),c=[i.left,i.right,i.stepAxis,...i.steps],l=k(()=>a(Vu,{panel:i,phases:t?.stages??[]}),[t,...c]),f=k(()=>a(Yn,{panel:i}),c),m=k(()=>[a(iu,{panel:i}),a(Gu,{panel:i,series:e})],[e,o.accuracyDomain,i.accuracy===null,...c]);return k(()=>a("g",{class:"marks",children:[l,$p(i,r)?a(Cp,{panel:i}):a(Jn,{panel:i}),m[0],f,a("clipPath",{id:s,children:a("rect",{x:i.left,y:i.top-6,width:i.right-i.left,height:i.bottom-i.top+12})}),a("g",{"clip-path":`url(#${s})`,children:[a(ju,{panel:i,companions:r}),m[1],a(Hu,{panel:i,series:e}),a(Uu,{panel:i,series:e})]}),a(Bu,{panel:i}),u&&n!==null&&a(Wu,{panel:i,series:e,step:n}),u&&t&&a(Qu,{panel:i,series:e,report:t})]}),[i,t,n,r,e])}function $p({values:e,quantity:t},n){return![e,...n.map(({series:r})=>t.read(r))].some(r=>r.some(Number.isFinite))}function Cp({panel:{left:e,right:t,top:n,bottom:r,label:o}}){return a("text",{x:(e+t)/2,y:(n+r)/2,"text-anchor":"middle",children:[o,": no finite value at any probe step"]})}function Tp(e){let[t,n]=ce(360),r=nl(t),o=N(null);return r&&(o.current=e),a("div",{ref:t,class:"chart",style:{minHeight:`${Te}px`},children:o.current&&a(Ap,{...o.current,width:n,chart:t})})}function Ap({width:e,chart:t,...n}){let{series:r,companions:o,options:i,held:s,cursor:u,actions:c}=n,l=k(()=>ga(r,o,i,e),[r,o,i,e]),m={lines:k(()=>{let g=y=>({steps:y.steps,values:i.quantity.read(y)});return[{name:"",...g(r)},...o.map(({name:y,run:b,series:x})=>({name:y,run:b,...g(x)}))]},[r,o,i.quantity]),measured:r.steps,quantity:i.quantity,panel:r.key,cursor:u,actions:c},{brush:p,handlers:h}=nr(m,l,t),d=Np(n,l);return a("svg",{width:e,height:Te,viewBox:`0 0 ${e} ${Te}`,role:"img",tabIndex:0,"aria-label":Lp(n),...h,children:[d,s!==null&&J(s,l.steps)&&a("line",{class:"held",x1:l.x(s),x2:l.x(s),y1:l.top,y2:l.bottom}),p&&a(Zn,{panel:l,ends:p}),a(au,{panel:l,series:r,cursor:u})]})}var rl=le(Tp);function Lp({series:e,report:t,kept:n,options:{quantity:r}}){let{row:o,steps:i}=e,[s,u]=[i.at(-1),ie(e)],c=[`${o.layer}, ${o.decoder} decoder: ${r.label} at ${Pe(i.length,"probe step")}`];return s!==void 0&&c.push(`${r.format(r.read(e).at(-1))} at step ${v(s)}`),u&&c.push(`best probe accuracy ${W(u.accuracy)} at step ${v(u.step)}`),t?.description&&c.push(t.description),n!==null&&c.push(`advised: keep step ${v(n)}`),`${c.join("; ")}. Arrow keys move the cursor, Enter holds a step, + and 0 zoom.`}function sl({focus:e,others:t,looks:n,options:r,selection:o,cursor:i,actions:s}){let u=k(()=>new Map(e.rows.map(({key:l})=>[l,Op(l,t,n)])),[e.rows,t,n]),c=r.accuracyDomain&&r.quantity.key!=="accuracy";return a("section",{class:"panels","aria-label":"Layers",children:[Ip(e.rows).map(l=>{let f=E(e.reports,l.row),m=u.get(l.key);return a(Ie,{title:l.row.layer,short:$e(l,e.rows),isMain:l===e.rows.at(-1),subtitle:`width ${v(l.row.num_features)} \xB7 ${l.row.decoder} decoder`,panel:l.key,aside:a(S,{children:[a(ur,{report:f,isExplained:l===e.rows.at(-1)}),a(Ju,{series:l,rows:e.rows,report:f})]}),table:()=>Fp(l),legend:[{color:n.colors.get(e.summary.run),text:`${r.quantity.label}, ${H(e)}`},...c?[{color:"var(--accuracy)",text:"probe accuracy"}]:[],...m.filter(({isMuted:p})=>!p).map(({name:p,color:h,dash:d})=>({color:h,dash:d,text:p})),...m.some(({isMuted:p})=>p)?[{color:"var(--muted)",text:"other runs"}]:[]],children:a(rl,{series:l,report:f,kept:Fe(e,l),companions:m,options:r,held:o.step,cursor:i,actions:s})},l.key)}),a(Ep,{focus:e,others:t,looks:n,options:r,cursor:i,actions:s})]})}var ol=[{column:"model_accuracy",quantity:be("accuracy",!0)},{column:"model_loss",quantity:be("loss",!1)}];function Ep({focus:e,others:t,looks:n,options:r,cursor:o,actions:i}){let s=k(()=>ol.map(({column:l})=>[...t,e].flatMap(f=>Dp(f,l,n))),[e,t,n]),u=s.findIndex(({length:l})=>l);if(u<0)return null;let{quantity:c}=ol[u];return a(Oe,{title:"The model itself",subtitle:"on held-out rows",lines:s[u],label:c.label,name:"The model itself",panel:e.rows[0].key,quantity:c,options:r,cursor:o,actions:i})}function Dp(e,t,n){let[r]=e.rows,o=r?.column(t)??[];return r&&o.some(Number.isFinite)?[{...zt(e,n),steps:r.steps,values:o}]:[]}function Ip(e){return[...e.slice(-1),...e.slice(0,-1)]}function Op(e,t,n){return t.flatMap(r=>{let o=r.rows.find(i=>i.key===e);return o?[{...zt(r,n),series:o}]:[]})}var il=["epoch","reconstruction_loss","reconstruction_stderr","explained_variance","probe_accuracy","model_accuracy"];function Fp(e){let t=e.metricNames.filter(i=>!i.includes("_group_")&&i!=="flags"),n=[...il.filter(i=>t.includes(i)),...t.filter(i=>!il.includes(i))],r=n.map(i=>e.column(i)),o=e.flags().map((i,s)=>[e.steps[s],...r.map(u=>u[s]),i.join(" ")]);return{columns:["step",...n,"flags"],rows:o}}var ve={top:26,right:116,bottom:40,left:54};function qp({rows:e,reports:t,advice:n,axes:r,theme:o},i){let s=Math.round(Math.min(520,Math.max(300,.62*i))),[u,c]=r.map(p=>e.map(h=>p.read(h))),l=Y(al(e,r[0]),[ve.left+8,i-ve.right]),f=Y(al(e,r[1]),[s-ve.bottom-8,ve.top+8]),m=e.map((p,h)=>{let d=p.steps.map((y,b)=>({step:y,x:l(u[h][b]),y:f(c[h][b])})).filter(y=>Number.isFinite(y.x)&&Number.isFinite(y.y)),g=E(t,p.row);return{series:p,color:Je(h,e.length,o),places:d,parts:Vp(d,g),minimum:d.findIndex(({step:y})=>y===g?.minimum_step),kept:d.findIndex(({step:y})=>y===Fe({rows:e,advice:n},p))}});return{width:i,height:s,x:l,y:f,trajectories:m}}function al(e,t){let[n,r]=bt(t,e);return t.isTurned?[r,n]:[n,r]}function Vp(e,t){let n=e.length-1;return n<1?[]:t?.stages?.length?t.stages.flatMap(({kind:r,start_step:o,end_step:i})=>{let s=e.flatMap(({step:u},c)=>u>=o&&u<=i?[c]:[]);return s.length>1?[{kind:r,from:s[0],to:s.at(-1)}]:[]}):[{kind:"constant",from:0,to:n}]}function Bp({rows:e,reports:t,advice:n,axes:r,theme:o,held:i,cursor:s,actions:u,name:c,run:l}){let[f,m]=ce(640),p=k(()=>qp({rows:e,reports:t,advice:n,axes:r,theme:o},m),[e,t,n,r,o,m]),h=k(()=>a(S,{children:[a(Gp,{layout:p,axes:r}),p.trajectories.map(d=>a(zp,{trajectory:d},d.series.key)),a(Up,{layout:p})]}),[p,r]);return a("div",{ref:f,class:"chart",children:a("svg",{class:"portrait",width:m,height:p.height,viewBox:`0 0 ${m} ${p.height}`,role:"img",tabIndex:0,"aria-label":`${c}: ${r[1].label} against ${r[0].label}, a trajectory for each of ${e.length} layers. Arrow keys move along the steps.`,...er({rows:e,first:e.length-1,cursor:s,actions:u,run:l,find:(d,g)=>Hp(p,d,g)}),children:[h,a(Wp,{layout:p,cursor:s,held:i})]})})}var ll=le(Bp);function Hp({trajectories:e},t,n){let r=null,o=40**2;for(let{series:i,places:s}of e)for(let u of s){let c=(u.x-t)**2+(u.y-n)**2;c<o&&([o,r]=[c,{step:u.step,panel:i.key}])}return r}function Gp({layout:{width:e,height:t,x:n,y:r},axes:o}){let[i,s,u]=[ve.left,e-ve.right+8,t-ve.bottom],c=Math.max(3,e/110);return a("g",{class:"axis",children:[a("line",{x1:i,x2:s,y1:u,y2:u}),a(Po,{ticks:n.ticks(c),x:n,bottom:u,format:n.tickFormat(c,o[0].tickFormat)}),a(No,{ticks:r.ticks(6),y:r,left:i,right:s,format:r.tickFormat(6,o[1].tickFormat)}),a("text",{class:"axis-title",x:2,y:12,children:[o[1].isTurned?"\u2193":"\u2191"," ",o[1].label]}),a("text",{class:"axis-title",x:s,y:u+34,"text-anchor":"end",children:[o[0].label," ",o[0].isTurned?"\u2190":"\u2192"]})]})}function zp({trajectory:{color:e,places:t,parts:n,minimum:r,kept:o}}){let i=Nt(({x:f})=>f,({y:f})=>f),s=t[0],[u,c]=[t[r],t[o]],l=n.length>0&&n.every(({kind:f})=>f==="constant");return a("g",{class:l?"trajectory still":"trajectory",stroke:e,fill:e,children:[n.map(({kind:f,from:m,to:p})=>a("path",{class:`way ${f}`,d:i(t.slice(m,p+1))??""},m)),jp(t).map(({x:f,y:m,angle:p},h)=>a("path",{class:"arrow",d:"M-4.5,-3.5L3.5,0L-4.5,3.5Z",transform:`translate(${f},${m}) rotate(${p})`},h)),s&&a("circle",{class:"start",cx:s.x,cy:s.y,r:3.5}),u&&a("circle",{class:"lowest",cx:u.x,cy:u.y,r:5}),c&&a("g",{class:"kept",children:[a("title",{children:`advised: keep step ${v(c.step)}`}),a("path",{d:Qt(c.x,c.y)})]})]})}function jp(e){let t=[],n=30;return e.slice(1).forEach((r,o)=>{let i=e[o],[s,u]=[r.x-i.x,r.y-i.y],c=Math.hypot(s,u);n+=c,!(c<9||n<60)&&(n=0,t.push({x:i.x+s/2,y:i.y+u/2,angle:Math.atan2(u,s)*180/Math.PI}))}),t}var ul=13;function Up({layout:{trajectories:e,width:t,height:n}}){let r=At(e.map(({series:m})=>m)),o=e.flatMap(({series:m,color:p,places:h},d)=>h.length?[{series:m,name:r[d],color:p,...h.at(-1)}]:[]).toSorted((m,p)=>m.y-p.y),[i,s,u]=[14,n-ve.bottom,t-ve.right+30],c=Math.ceil(ul*o.length/(s-i)),l=o.filter((m,p)=>p%c===0),f=On(l.map(({y:m})=>m),ul,i,s);return a("g",{class:"ends",children:[l.map(({series:m,name:p,color:h,x:d,y:g},y)=>a("g",{children:[a("path",{d:`M${d+4},${g}L${u-12},${f[y]}h8`,stroke:h}),a("text",{x:u,y:f[y],dy:"0.32em",children:Q(p,Math.floor((t-u)/j("x")))})]},m.key)),o.map(({series:m,name:p,color:h,x:d,y:g,step:y})=>a("circle",{cx:d,cy:g,r:3.5,fill:h,children:a("title",{children:`${p} at step ${v(y)}`})},m.key))]})}function Wp({layout:e,cursor:t,held:n}){let r=N(null);return he(t,o=>{let i=o?.step??n;r.current.toggleAttribute("data-shown",i!==null),i!==null&&e.trajectories.forEach(({places:s,series:u},c)=>{let l=r.current.children[c],f=s[B(s.map(m=>m.step),i)];l.style.display=f?"":"none",f&&(l.setAttribute("transform",`translate(${f.x},${f.y})`),l.setAttribute("r",u.key===o?.panel?"6":"4"))})},[e,n]),a("g",{ref:r,class:"cursor","aria-hidden":"true",children:e.trajectories.map(({series:o,color:i})=>a("circle",{r:4,fill:i},o.key))})}function fl(e){let{quantities:t,selection:n,select:r}=e,o=oe(),[i,s]=n.portrait,u=k(()=>Ca(t),[t]),c=k(()=>[Ae(u,i),Ae(u,s)],[u,i,s]),l=[i,s].find(p=>!u.some(({key:h})=>h===p)),f=Ta(u),m=f.find(({axes:[p,h]})=>p===i&&h===s);return a("section",{children:[a("div",{class:"view-controls",children:[f.length>1&&a(xe,{name:"Plane",value:m?.key??"",options:Object.fromEntries(f.map(({key:p,label:h})=>[p,h])),choose:p=>r({portrait:f.find(({key:h})=>h===p).axes})}),["X axis","Y axis"].map((p,h)=>a(re,{title:p,name:`axis-${h}`,value:c[h].key,options:u.map(({key:d,label:g})=>[d,g]),choose:d=>r({portrait:c.map(({key:g},y)=>y===h?d:g)})},p)),a(Qp,{runs:[e.focus,...e.others]})]}),l&&a("p",{class:"problem",children:["Nothing was measured of '",l,"': the reconstruction loss stands in its place."]}),m&&cl[m.key]&&a("p",{class:"explanation",children:cl[m.key]}),a(ar,{...e,subtitle:`${c[1].label} against ${c[0].label}`,tabulate:p=>Kp(p,c),legend:({rows:p})=>p.map((h,d)=>({color:Je(d,p.length,o),text:K(h,p)})),draw:p=>a(ll,{...p,axes:c,theme:o})})]})}var cl={information:"What a layer knows of its input (x axis) and of the label (y axis), both on held-out rows: up is fitting, to the left is forgetting.",binned:"Binned mutual information of a deterministic network is a property of its bins (Goldfeld et al., 2018): read it beside the information plane, not instead of it."};function Qp({runs:e}){return a("ul",{class:"ways","aria-label":"Legend",children:[["constant","decrease","rising","increase"].map(t=>a("li",{children:[a("svg",{width:34,height:12,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:a("path",{class:`way ${t}`,d:"M1,6H33"})}),t]},t)),a("li",{children:[a("svg",{width:12,height:12,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:a("circle",{class:"start",cx:6,cy:6,r:3.5})}),"first step"]}),a("li",{children:[a("svg",{width:14,height:14,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:a("circle",{class:"lowest",cx:7,cy:7,r:5})}),"reconstruction minimum"]}),a(Io,{runs:e})]})}function Kp({rows:e},t){let n=e.flatMap(r=>{let[o,i]=t.map(s=>s.read(r));return r.steps.map((s,u)=>[r.row.layer,r.row.decoder,s,o[u],i[u]])});return{columns:["layer","decoder","step",t[0].label,t[1].label],rows:n}}var Xp=900;function ml(e){let{runs:t,focus:n,others:r,numDrawn:o,selection:i,select:s}=e,{filter:u,pins:c}=i,[l]=$(()=>innerWidth>=Xp),f=t.filter(({run:d})=>_o(d,u)),m=t.filter(d=>!c.includes(d.run)&&(d.run===n||f.includes(d))),p=[...t.filter(({run:d})=>c.includes(d)),...m],h=f.map(({run:d})=>d);return a("aside",{class:"runs","aria-label":"Runs",children:a("details",{open:l,children:[a("summary",{children:["Runs ",a("span",{class:"muted",children:[o," of ",t.length," drawn"]})]}),a("input",{type:"search",placeholder:"regular expression","aria-label":"Find runs by a regular expression",value:u,onInput:d=>s({filter:d.currentTarget.value})}),!xo(u)&&a("p",{class:"note",children:"No regular expression yet: all runs are shown."}),a("div",{class:"row",children:[a("button",{onClick:()=>s({others:[...new Set([...r,...h])]}),children:"all"}),a("button",{onClick:()=>s({others:r.filter(d=>!h.includes(d))}),children:"none"})]}),a("ul",{children:p.map(d=>a(Yp,{...e,summary:d,isShown:[n,...r,...c].includes(d.run)},d.run))}),!f.length&&a("p",{class:"note",children:"No run matches."})]})})}function Yp({summary:e,isShown:t,focus:n,others:r,looks:{colors:o,dashes:i},strangers:s,selection:u,select:c}){let{run:l}=e,{pins:f,grouped:m}=u,[p,h,d]=[ee(l),l===n,f.includes(l)],g=h&&u.others?.length===0,[y,b]=$(null),x=()=>c({others:t?r.filter(w=>w!==l):[...r,l]}),_=()=>{g||b(u.others),c(g?{others:y}:{run:l,others:[]})};return a("li",{class:h?"in-focus":void 0,"data-run":m?ye(l):l,onPointerEnter:()=>tr(m?ye(l):l),onPointerLeave:()=>tr(null),children:[a("input",{type:"checkbox","aria-label":p,checked:t,disabled:h||d,onChange:x}),a(yt,{color:o.get(l),dash:i.get(l)}),a("button",{class:"name",title:Eo(e),"aria-current":h||void 0,onClick:()=>c({run:l}),children:[p,s.includes(l)&&a("span",{class:"muted",children:" another network"})]}),a("button",{class:"tool","aria-label":`Draw ${p} alone`,"aria-pressed":g,onClick:_,children:"solo"}),a("button",{class:"tool","aria-label":`Pin ${p}`,"aria-pressed":d,onClick:()=>c({pins:d?f.filter(w=>w!==l):[...f,l]}),children:"pin"})]})}var Jp=4e3,Zp=16;function hl(e,{run:t,others:n,filter:r,pins:o}){let[i,s]=$({others:[]}),u=N(0),c=N(new Map),l=N(""),f=JSON.stringify([n,r,o]),m=sn(async()=>{let p=++u.current,h=()=>p===u.current;try{let d=t||l.current,{runs:g,shown:y}=await nh(e,{run:d,others:n,filter:r,pins:o},c.current,h);if(!h())return;l.current=y[0]??"";let b=()=>{let[x,..._]=y.flatMap(P=>c.current.get(P)??[]),w=Date.now();h()&&s(P=>th(P,{runs:g,focus:x,others:_,asked:w}))};b();for(let[x,_]=[0,1];x<y.length&&h();[x,_]=[_,_+Zp])await oh(e,y.slice(x,_),c.current)&&b()}catch(d){let g=d instanceof Error?d.message:String(d);h()&&s(y=>({...y,problem:g}))}},[e,t,f]);return O(()=>{let p,h=!1,d=()=>{e.isLive&&!h&&(p=setTimeout(()=>{(eh()?m():Promise.resolve()).then(d)},Jp))};return m().then(d),()=>{h=!0,clearTimeout(p)}},[e,m]),{...i,reload:m}}function eh(){return!document.hidden&&innerHeight>0}function th(e,t){let n=(o=[])=>o.map(i=>`${i.run} ${Oo(i)}`).join(`
`),r=t.others.length===e.others.length&&t.others.every((o,i)=>o===e.others[i]);return{...t,runs:e.runs&&n(e.runs)===n(t.runs)?e.runs:t.runs,others:r?e.others:t.others}}async function nh(e,{run:t,...n},r,o){let i=await e.fetchRuns();for(;;){let s=Ea(i,t),u=s?[s,...Da(i,s.run,n)]:[],c=o()?await rh(e,u,r,o):[];if(!c.length)return{runs:i,shown:u.map(({run:l})=>l)};i=i.filter(({run:l})=>!c.includes(l))}}async function rh(e,t,n,r){let o=t.filter(c=>{let l=n.get(c.run);return!l||Oo(l.summary)!==Oo(c)});for(let c of o)c.num_steps||n.set(c.run,{summary:c,rows:[],reports:[]});let i=o.filter(({num_steps:c})=>c);if(!i.length)return[];let s=await e.fetchMetrics(i);if(!r())return[];for(let c of s){let{num_steps:l,last_step:f,last_wall_time:m,error:p,layout:h,run:d}=c,g={num_steps:l,last_step:f,last_wall_time:m,error:p,layout:h,run:d};n.set(d,{reports:[],...n.get(d),summary:g,rows:os(c)})}let u=i.map(({run:c})=>c).filter(c=>!s.some(l=>l.run===c));for(let c of u)n.delete(c);return u}async function oh(e,t,n){let r=t.flatMap(s=>{let u=n.get(s);return u?.rows.length&&pl.get(u)!==u.summary.last_wall_time?[u]:[]});if(!r.length)return!1;let o=await e.fetchReports(r.map(({summary:s})=>s.run)),i=r.filter(s=>n.get(s.summary.run)===s);for(let s of i){let u=o.find(({run:l})=>l===s.summary.run),c={...s,reports:(u?.rows??[]).map(bu),advice:u?.advice,answers:u?.answers};pl.set(c,s.summary.last_wall_time),n.set(s.summary.run,c)}return i.length>0}var pl=new WeakMap;function Oo({num_steps:e,last_wall_time:t,error:n}){return`${e} ${t} ${n}`}var dl=190,ih=16;function gl({report:e,lastStep:t,stepAxis:n}){let r=We(n,[0,t],[5,dl-5]),{minimum_step:o,minimum_interval:i}=e;return a("svg",{class:"strip",width:dl,height:ih,role:"img","aria-label":e.description??"",children:[e.stages?.map(({kind:s,start_step:u,end_step:c})=>{let l=Math.max(0,r(c)-r(u)-1);return s==="rising"?a("path",{class:"hatch",d:Wt(r(u),4,l,8,4)},u):a("rect",{class:`edge ${s}`,x:r(u),y:4,width:l,height:8},u)}),i&&a("line",{class:"interval",x1:r(i[0]),x2:r(i[1]),y1:14.5,y2:14.5}),o!=null&&a("circle",{cx:r(o),cy:8,r:4})]})}function yl({rows:e,reports:t,stepAxis:n}){let r=e[0]?.steps.at(-1)??1,o=e.some(ie);return a("div",{class:"summary",children:a("table",{children:[a("thead",{children:a("tr",{children:[a("th",{children:"layer"}),a("th",{class:"detail",children:"decoder"}),a("th",{class:"number",children:"width"}),a("th",{children:["phases to step ",v(r)]}),a("th",{children:"phase now"}),a("th",{class:"number",children:"minimum at step"}),a("th",{class:"number",children:"rise since minimum"}),o&&a("th",{class:"number",children:"best probe accuracy"})]})}),a("tbody",{children:e.map(i=>a(sh,{series:i,report:E(t,i.row),lastStep:r,stepAxis:n,hasAccuracy:o},i.key))})]})})}function sh({series:e,report:t,lastStep:n,stepAxis:r,hasAccuracy:o}){return a("tr",{children:[a("th",{scope:"row",children:a("button",{onClick:()=>lh(e.key),children:e.row.layer})}),a("td",{class:"detail",title:e.row.strategy,children:e.row.decoder}),a("td",{class:"number",children:v(e.row.num_features)}),a("td",{children:t&&a(gl,{report:t,lastStep:n,stepAxis:r})}),a("td",{children:a(ur,{report:t})}),a("td",{class:"number",children:a(ah,{report:t})}),a("td",{class:"number",children:t?.has_increase?W(sr(e,t)):a("span",{class:"muted",children:"\u2013"})}),o&&a("td",{class:"number",children:a(uh,{series:e})})]})}function ah({report:e}){if(e?.minimum_step==null)return a("span",{class:"muted",children:"\u2013"});let[t,n]=e.minimum_interval??[e.minimum_step,e.minimum_step];return a(S,{children:[v(e.minimum_step)," ",a("span",{class:"muted",children:["(",v(t),"\u2013",v(n),e.has_increase?"":" so far",")"]})]})}function uh({series:e}){let t=ie(e);return t?a(S,{children:[W(t.accuracy)," ",a("span",{class:"muted",children:["at ",v(t.step)]})]}):a("span",{class:"muted",children:"\u2013"})}function lh(e){let t=document.querySelector(`[data-panel="${CSS.escape(e)}"]`);t?.scrollIntoView({block:"nearest"}),t?.querySelector("svg[tabindex]")?.focus()}function bl({source:e}){let[t,n]=$(()=>yo(Mr())),r=hl(e,t),o=N(r.reload);o.current=r.reload,O(()=>ba({"experimental.DataReloaded":()=>o.current()}),[]),O(()=>di(()=>n(yo(Mr()))),[]);let i=N("");i.current=r.focus?.summary.run??"";let s=sn(u=>{let c="view"in u||"run"in u;n(l=>{let f={...l,...u};return setTimeout(()=>{c&&Rr(bo({...l,run:l.run||i.current})),Rr(bo(f),c)}),f})},[]);return r.runs?r.focus?a("main",{class:r.runs.length>1?"with-runs":void 0,children:[a("h1",{class:"read-aloud",children:["Learning phases of ",ee(r.focus.summary.run)]}),a(ch,{store:r,focus:r.focus,selection:t,select:s,source:e})]}):a(S,{children:[r.problem&&a(lr,{text:r.problem}),a($u,{})]}):a("main",{children:r.problem?a(lr,{text:r.problem}):a("p",{class:"muted",children:"Loading \u2026"})})}function ch({store:e,focus:t,selection:n,select:r,source:o}){let{focus:i,others:s}=k(()=>xh(t,e.others,n),[t,e.others,n.grouped,n.layers,n.view==="images"]),u=k(()=>new fn,[t.summary.run,n.view]),c=fh(n,r),l=k(()=>Sa([i,...s].flatMap(({rows:g})=>g)),[i,s]),f=mh(i,s,l,n),m=k(()=>[i,...s],[i,s]),p=xu(e.runs,s,n.pins),h=k(()=>ss(t,e.others),[t,e.others]),d={focus:i,others:s,looks:p,strangers:h,options:f,quantities:l,selection:n,select:r,cursor:u,actions:c,source:o};return a(S,{children:[e.runs.length>1&&a(ml,{runs:e.runs,focus:t.summary.run,numDrawn:e.others.length+1,others:n.others??e.others.map(({summary:g})=>g.run),looks:p,strangers:h,selection:n,select:r}),a("div",{children:[a(Ru,{runs:e.runs,focus:t.summary.run,layers:[...new Set(t.rows.map(({row:g})=>g.layer))],quantities:l,selection:n,select:r}),e.problem&&a(lr,{text:e.problem}),[t,...e.others].map(({summary:g})=>g.error&&a(lr,{text:g.error,title:`Run ${g.run} is damaged`},g.run)),!i.rows.length&&!t.summary.error&&a(wh,{run:t,select:r}),i.rows.length>0&&a(S,{children:[a("div",{class:"bar",children:[a(Nu,{view:n.view,choose:g=>r({view:g})}),a("div",{class:"row",children:[o.isLive&&a(vh,{asked:e.asked}),a(Pu,{selection:n,select:r}),a(Yu,{rows:i.rows}),n.view==="curves"&&a(Xu,{focus:i,options:f})]})]}),a(Cu,{focus:i}),a(Ro.Provider,{value:H(i),children:a(gh,{name:n.view,...d})}),a(tl,{summary:i.summary}),a(ma,{runs:m,looks:ph.includes(n.view)?p:null,cursor:u,quantity:f.quantity})]})]})]})}function fh({step:e},t){let n=N(e);n.current=e;let r=N(e);return k(()=>({hold:o=>{r.current=n.current,t({step:o})},unhold:()=>t({step:r.current}),zoom:o=>t({zoom:o})}),[t])}function mh(e,t,n,r){let{stepAxis:o,zoom:i}=r,s=Gn(r),u=k(()=>ya(e.rows),[e.rows]);return k(()=>{let c=Math.max(1,...[e,...t].flatMap(({rows:l})=>l.map(({steps:f})=>f.at(-1)??1)));return{quantity:Ae(n,s),stepAxis:o,steps:i??[0,c],accuracyDomain:u}},[e,t,u,n,s,o,i])}var ph=["curves","compare"],hh={curves:bh,portrait:fl,map:Lu,images:qu,compare:wu,breakdowns:yu};function dh(e,{quantities:t,options:n}){let r={map:n.quantity,portrait:Ae(t,"loss")}[e];return r!==void 0&&!t.includes(r)}function gh({name:e,...t}){let n=dh(e,t)?yh:hh[e];return a("div",{role:"tabpanel",id:"view","aria-labelledby":`tab-${e}`,style:{"--focus":t.looks.colors.get(t.focus.summary.run)},children:a(n,{...t})})}function yh(){return a("p",{class:"muted",children:"No value to draw is finite at any probe step of the runs that are drawn."})}function bh(e){let{focus:t,strangers:n,options:r}=e;return a(S,{children:[a(_h,{names:n}),a(sl,{...e}),a(yl,{rows:t.rows,reports:t.reports,stepAxis:r.stepAxis})]})}function _h({names:e}){return e.length?a("p",{class:"note",children:["Of another network, hence not drawn here: ",e.map(ee).join(", "),". Choose one as the run, or see Phase portrait, Heat map and Compare."]}):null}function xh(e,t,{grouped:n,layers:r,view:o}){let i=[e,...t].map(c=>{let l=zn(c.rows.map(({row:f})=>f.layer),r);return{...c,rows:l?c.rows.filter(({row:f})=>l.includes(f.layer)):c.rows}}),[s,...u]=n&&o!=="images"?_a(i):i;return{focus:s,others:u.filter(({rows:c})=>c.length)}}function wh({run:{summary:e,rows:t},select:n}){return t.length?a("p",{class:"muted",children:["There is no layer to draw: none is chosen, or the seeds of a mean have none in common."," ",a("button",{class:"chip",onClick:()=>n({layers:null,grouped:!1}),children:"Draw all layers"})]}):a("p",{class:"muted",children:["Run ",ee(e.run)," has no probe step yet."]})}function vh({asked:e}){let[t,n]=$(Date.now);return O(()=>{let r=setInterval(()=>n(Date.now()),1e3);return()=>clearInterval(r)},[]),a("span",{class:"muted updated",children:["updated ",Math.max(0,Math.round((t-e)/1e3))," s ago"]})}function lr({text:e,title:t}){return a("p",{class:"problem",role:"alert",children:[t&&a("b",{children:[t,". "]}),e]})}var _l=`:root {
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

/* Runs at the side */

@media (min-width: 900px) {
  .with-runs {
    display: grid;
    grid-template-columns: 184px minmax(0, 1fr);
    gap: 0 22px;
    max-width: 1880px;
  }

  .runs {
    position: sticky;
    top: 0;
    overflow-y: auto;
    align-self: start;
    max-height: 100vh;
  }
}

.runs {
  margin-bottom: 12px;
  font-size: 12.5px;
}

.runs summary,
.every-layer summary {
  padding: 3px 0;
  font-weight: 600;
  cursor: pointer;
}

.runs input[type='search'] {
  width: 100%;
  padding: 4px 7px;
  border: 1px solid var(--rule);
  border-radius: 6px;
  margin: 4px 0 6px;
  background: var(--background);
  color: var(--ink);
  font: inherit;
}

.runs ul {
  padding: 0;
  margin: 6px 0 0;
  list-style: none;
}

.runs li {
  position: relative;
  display: flex;
  align-items: center;
  min-height: 24px;
  border-radius: 4px;
}

.runs li[data-lit],
tr[data-lit] {
  background: var(--surface);
}

.runs li input {
  flex-shrink: 0;
  margin: 0 5px 0 0;
}

.runs li button {
  border: 0;
  background: none;
  color: var(--ink);
  font: inherit;
  cursor: pointer;
}

.runs .name {
  flex: 1;
  overflow: hidden;
  min-width: 0;
  padding: 2px 0;
  line-height: 1.2;
  overflow-wrap: anywhere;
  text-align: left;
}

.runs .name .muted {
  display: block;
  font-size: 11px;
  line-height: 1.1;
}

.runs .in-focus .name {
  font-weight: 650;
}

.runs .tool {
  padding: 1px 4px;
  border-radius: 4px;
  color: var(--muted);
  font-size: 11px;
}

.runs .tool:hover,
.runs .tool[aria-pressed='true'] {
  color: var(--ink);
  text-decoration: underline;
}

/* Names have the room until a run is pointed at. */
@media (hover: hover) {
  .runs li:not(:hover, :focus-within) .tool:not([aria-pressed='true']) {
    position: absolute;
    overflow: hidden;
    width: 1px;
    height: 1px;
    clip-path: inset(50%);
  }
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
  gap: 12px 22px;
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

.run select {
  max-width: 320px;
}

select {
  max-width: 210px;
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

.summary thead th {
  white-space: normal;
  vertical-align: bottom;
}

table {
  border-collapse: collapse;
  white-space: nowrap;
  font-variant-numeric: tabular-nums;
}

th,
td {
  padding: 3px 16px 3px 0;
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

.phase-now.rising,
.phase-now.increase {
  color: var(--increase-ink);
}

@media (max-width: 700px) {
  .detail {
    display: none;
  }
}

/* Legend and notes */

.legend > section {
  color: var(--muted);
  font-size: 12px;
}

.legend ul {
  display: grid;
  gap: 4px;
  padding: 0;
  margin: 0 0 6px;
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

.menu.badge summary {
  width: auto;
  padding: 0 6px;
  background: var(--problem-surface);
  color: var(--problem);
  line-height: 20px;
}

.badge > ul {
  width: min(420px, 80vw);
  margin: 2px 0 0;
  list-style: none;
}

.stage .badge > ul {
  right: auto;
  left: 0;
}

.bar {
  display: flex;
  flex-wrap: wrap;
  gap: 0 18px;
  align-items: center;
  min-height: 40px;
  border-bottom: 1px solid var(--rule);
  margin-bottom: 12px;
}

.bar > .row {
  min-height: 32px;
  margin-left: auto;
}

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
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 316px), 1fr));
  gap: 22px 24px;
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
.panel h2 {
  flex-shrink: 0;
  max-width: calc(100% - 32px);
}

.stage {
  display: flex;
  gap: 10px;
  align-items: center;
  margin-bottom: 2px;
}

@media (min-width: 800px) {
  .panel.main {
    grid-column: span 2;
  }
}

/* What is off the screen is neither laid out nor painted. */
.chart {
  position: relative;
  content-visibility: auto;
  contain-intrinsic-height: auto 236px;
  overflow-clip-margin: 24px;
}

.chart canvas {
  position: absolute;
  background: var(--surface);
}

.chart svg {
  position: relative;
  display: block;
  user-select: none;
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

/* Not yet certain: hatched. */
.band.rising rect {
  fill: var(--background);
}

.edge.rising,
.band.rising .edge {
  fill: var(--increase-edge);
  opacity: 0.45;
}

.hatch {
  fill: none;
  stroke: var(--increase-edge);
  opacity: 0.4;
}

.band.constant text {
  fill: var(--constant-ink);
}

.band.decrease text {
  fill: var(--decrease-ink);
}

.band.rising text,
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
  fill: var(--ink);
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
  stroke: var(--focus, var(--loss));
  stroke-width: 2;
}

.curve.accuracy .line {
  stroke: var(--accuracy);
  stroke-width: 1.5;
}

.curve.loss .spread {
  fill: var(--focus, var(--loss));
  opacity: 0.2;
}

.loss circle,
circle.loss {
  fill: var(--focus, var(--loss));
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
.kept text,
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

.kept path {
  fill: var(--muted);
  stroke: var(--muted);
  stroke-width: 1.25;
  stroke-linejoin: round;
}

.kept text {
  fill: var(--muted);
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

.tooltip dt.accuracy {
  color: var(--accuracy);
}

.tooltip dd {
  margin: 0;
  text-align: right;
}

.tooltip-runs {
  padding-top: 4px;
  border-top: 1px solid var(--grid);
}

.tooltip-runs dt {
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
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
  white-space: pre-wrap;
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
.runs .row button,
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

.dropdown > :not(summary),
.menu > :not(summary) {
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
.runs .row button,
.minima .row button {
  height: 24px;
  line-height: 22px;
}

.updated {
  margin-right: 6px;
  font-size: 12px;
  font-variant-numeric: tabular-nums;
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
  align-self: end;
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

.headline.increase {
  border-color: var(--increase-edge);
}

.answers {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr));
  gap: 0 20px;
  align-items: start;
  padding: 7px 12px;
  border-left: 3px solid var(--constant-edge);
  margin: 0 0 12px;
  background: var(--surface);
}

.answers.decrease {
  border-color: var(--decrease-edge);
}

.answers.rising,
.answers.increase {
  border-color: var(--increase-edge);
}

.answers summary {
  list-style: none;
  cursor: pointer;
}

.answers summary .muted::after {
  content: ' \u25B8';
}

.answers [open] summary .muted::after {
  content: ' \u25BE';
}

.answers summary b {
  display: block;
  font-weight: 600;
}

.answers p {
  margin: 4px 0 0;
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

.companion {
  fill: none;
  stroke-width: 1.25;
  stroke-linejoin: bevel;
  opacity: 0.85;
}

.one-line .companion {
  stroke-width: 1.75;
  opacity: 1;
}

.muted-line .companion,
.one-line.muted-line .companion {
  stroke-width: 1;
  opacity: 0.35;
}

.muted-line[data-run]:not([data-lit]) .companion {
  stroke: var(--muted);
  stroke-dasharray: none;
}

.companions [data-lit] .companion {
  stroke-width: 2.5;
  opacity: 1;
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

.menu {
  position: relative;
  flex-shrink: 0;
}

.panel header .menu {
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

.legend > section,
.menu > :not(summary) {
  right: 0;
  left: auto;
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

.ends path {
  fill: none;
  opacity: 0.5;
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

.way.rising {
  stroke-dasharray: 3 4;
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

.ways {
  display: flex;
  flex-wrap: wrap;
  gap: 3px 16px;
  padding: 0;
  margin: 0 0 6px;
  color: var(--muted);
  font-size: 12px;
  list-style: none;
}

.ways li {
  display: flex;
  gap: 6px;
  align-items: center;
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
  padding-right: 12px;
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
  padding-right: 12px;
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
  border: 0 solid var(--surface);
  background-color: var(--surface);
  image-rendering: pixelated;
}

.empty h2 {
  margin: 20px 0 8px;
  font-size: 17px;
  font-weight: 600;
}
`;function gw(){let e=document.createElement("style");e.textContent=_l,document.head.append(e),document.title||="Phases",document.documentElement.lang="en",hi(),Yo(a(bl,{source:yi()??gi}),document.body)}export{gw as render};

// Built by tb_plugin/frontend (npm ci && npm run build); edit the sources there.
var C,Fo,hl,vt,ur,Ze,qo,Xe,Vo,fr,lr,Bo,ve=Symbol.for("pv"),tn={},en=[],dl=/^m(i|n|o|s|text|space)$/,mr=Array.isArray,Ho=en.slice,Ot=Object.assign;function It(t){t&&t.parentNode&&t.remove()}function Ye(t,e,n,r,o){var i={type:t,props:e,key:n,ref:r,__k:null,__:null,__b:0,__e:null,__c:null,constructor:ve,__v:o||++Fo,__i:-1,__u:0};return!o&&C.vnode&&C.vnode(i),i}function S(t){return t.children}function Zt(t,e){this.props=t,this.context=e,this.__g=0}function kt(t,e){if(e==null)return t.__&&kt(t.__,t.__i+1);for(var n;e<t.__k.length;e++)if((n=t.__k[e])&&n.__e)return n.__e;return typeof t.type!="function"||t.props.__P?null:kt(t)}function gl(t){var e,n=t.__v,r=n.__e,o=[],i=[],s=t.__P;s&&((e=Ot({constructor:ve},n)).__v=n.__v+1,C.vnode&&C.vnode(e),pr(s,e,n,t.__n,s.namespaceURI,32&n.__u?[r]:null,o,r||kt(n),32&n.__u,i),e.__v=n.__v,e.__.__k[e.__i]=e,Qo(o,e,i),n.__=n.__e=null,e.__e!=r&&zo(e))}function zo(t){if((t=t.__)&&t.__c&&!t.props.__P)return t.__e=null,t.__k.some(function(e){return e&&(t.__e=e.__e)}),zo(t)}function cr(t){(8&t.__g||(t.__g|=8,vt.push(t),Ze++))&&ur==C.debounceRendering||((ur=C.debounceRendering)||queueMicrotask)(Go)}function Go(){try{for(var t,e=1;vt.length;)vt.length>e&&vt.sort(qo),t=vt.shift(),e=vt.length,8&t.__g&&gl(t)}finally{(Ze=vt.length)&&(ur||queueMicrotask)(Go)}}function Uo(t,e,n,r,o,i,s,a,c,l,f){var m,p,h,d,g,y,_=r.__k||en,x=e.length;for(c=yl(n,e,_,c,x),m=0;m<x;m++)(h=n.__k[m])!=null&&(p=~h.__i&&_[h.__i]||tn,h.__i=m,y=pr(t,h,p,o,i,s,a,c,l,f),d=h.__e,(p.ref!=h.ref||8&p.__u)&&(p.ref&&hr(p.ref,null,h,p),h.ref&&f.push(h.ref,h.__c||d,h)),g=g||d,4&h.__u?(c=jo(h,c,t,!p.__v),p.__e&&(p.__e=null)):typeof h.type=="function"&&y!==void 0?c=y:d&&(c=d.nextSibling),h.__u&=-21);return n.__e=g,c}function yl(t,e,n,r,o){var i,s,a,c,l,f,m,p,h,d=n.length,g=d,y=0,_=0,x=t.__k=Array(o);for(i=0;i<o;i++)(s=e[i])!=null&&typeof s!="boolean"&&typeof s!="function"?(typeof s!="object"||s.constructor===String?s=x[i]=Ye(null,s):mr(s)?s=x[i]=Ye(S,{children:s}):s.constructor===ve&&s.__b?s=x[i]=Ye(s.type,s.props,s.key,s.ref,s.__v):x[i]=s,c=i+y,s.__=t,s.__b=t.__b+1,a=null,~(l=s.__i=bl(s,n,c,g))&&(g--,(a=n[l])&&(a.__u|=2)),a&&a.__v?(s.__u|=16,l==c-1?y--:l==c+1?y++:l!=c&&(l>c?y--:y++,_=1)):(~l||(o>d?y--:o<d&&y++),typeof s.type!="function"&&(s.__u|=4))):x[i]=null;if(_){for(f=[],m=[],i=0;i<o;i++)if((s=x[i])&&16&s.__u){for(y=0,p=f.length;y<p;)f[h=y+p>>1]<s.__i?y=h+1:p=h;f[y]=s.__i,m[i]=y+1}for(y=f.length;i--;)m[i]&&(m[i]==y?y--:x[i].__u|=4)}if(g)for(i=0;i<d;i++)!(a=n[i])||2&a.__u||(a.__e==r&&(r=kt(a)),dr(a,a));return r}function jo(t,e,n,r){var o,i,s,a;if(typeof t.type=="function"){if(t.props.__P)return e;if(o=t.__k)for(i=0;i<o.length;i++)o[i]&&(o[i].__=t,e=jo(o[i],e,n,!1));return e}for(e&&!e.parentNode&&(e=kt(t))&&!e.parentNode&&(e=null),s=t.__e,a=e;a&&a.nodeType==8;)a=a.nextSibling;for(s!=a&&(!r&&n.moveBefore&&s.parentNode?n.moveBefore(s,e):n.insertBefore(s,e||null)),e=s;(e=e&&e.nextSibling)&&e.nodeType==8&&!e.data.startsWith("$s"););return e}function bl(t,e,n,r){var o,i=t.key,s=t.type,a=e[n],c=a&&!(2&a.__u);if(a===null&&i==null||c&&i==a.key&&s==a.type)return n;if(r>(c?1:0)){for(o=n-1;o>=0;o--)if((a=e[o])&&!(2&a.__u)&&i==a.key&&s==a.type)return o;for(o=n+1;o<e.length;o++)if((a=e[o])&&!(2&a.__u)&&i==a.key&&s==a.type)return o}return-1}function Oo(t,e,n){n==null&&(n=""),e[0]=="-"?t.setProperty(e,n):t[e]=n}function Ke(t,e,n,r,o){var i,s;if(e=="style")if(typeof n=="string")t.style.cssText=n;else{if(typeof r=="string"&&(t.style.cssText=r=""),r)for(e in r)n&&e in n||Oo(t.style,e);if(n)for(e in n)r&&n[e]==r[e]||Oo(t.style,e,n[e])}else if(e[0]=="o"&&e[1]=="n")typeof n!="function"&&(n=null),typeof r!="function"&&(r=null),(t.__e||(t.__e={}))[e]=n,n&&r||(s=lr[e]||(lr[e]=_l(e)),(t.__a||(t.__a={}))[e]=fr,i=e!=(e=e.replace(Vo,"$1")),(e=e.slice(2))[0]<"a"&&(e=e.toLowerCase()),n?t.addEventListener(e,s,i):t.removeEventListener(e,s,i));else{if(o=="http://www.w3.org/2000/svg")e=e.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(e!="width"&&e!="height"&&e!="href"&&e!="list"&&e!="form"&&e!="tabIndex"&&e!="download"&&e!="rowSpan"&&e!="colSpan"&&e!="role"&&e!="popover"&&e in t)try{return void(t[e]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&e[4]!="-"?t.removeAttribute(e):t.setAttribute(e,e=="popover"&&n==1?"":n)}}function _l(t){return function(e){var n=this.__e;if(n){if(n=n[t],e[Xe]==null)e[Xe]=fr++;else if(e[Xe]<this.__a[t])return;return n(C.event?C.event(e):e)}}}function pr(t,e,n,r,o,i,s,a,c,l){var f,m,p,h,d,g,y,_,x,b,w,P,T,R,A,U,F,j,M=e.type;if(e.constructor!==ve)return null;128&n.__u&&(c=32&n.__u,f=n.__c.__z)&&(e.__u|=c,m=i=[],f.nodeType==8?a=Je(f,i):i.push(f),a=i[0]||a),(f=C.__b)&&f(e);t:if(typeof M=="function"){p=s.length;try{if(_=e.props,x=(f=M.prototype)&&f.render,b=(f=M.contextType)&&r[f.__c],w=f?b?b.props.value:f.__:r,(h=n.__c)?(e.__c=h,2&h.__g&&(h.__g|=1)):(x?e.__c=h=new M(_,w):(e.__c=h=new Zt(_,w),h.constructor=M,h.render=wl),b&&b.sub(h),h.state||(h.state={}),h.__n=r,h.__g|=8,h.__h=[],h.__k=[]),x&&(h.__s||(h.__s=h.state),M.getDerivedStateFromProps&&(h.__s==h.state&&(h.__s=Ot({},h.__s)),Ot(h.__s,M.getDerivedStateFromProps(_,h.__s)))),d=h.props,g=h.state,h.__v=e,n.__c){if(_!==d&&x&&!M.getDerivedStateFromProps&&h.componentWillReceiveProps&&h.componentWillReceiveProps(_,w),e.__v==n.__v&&!(8&h.__g)||!(4&h.__g)&&h.shouldComponentUpdate&&h.shouldComponentUpdate(_,h.__s,w)===!1){e.__v!=n.__v&&(h.props=_,h.state=h.__s,h.__g&=-9),e.__e=n.__e,e.__k=n.__k,e.__k.some(function(D){D&&(D.__=e)}),en.push.apply(h.__h,h.__k),h.__k=[],h.__h.length&&s.push(h),a=kt(n);break t}h.componentWillUpdate&&h.componentWillUpdate(_,h.__s,w),x&&h.componentDidUpdate&&h.__h.push(function(){h.componentDidUpdate(d,g,y)})}else x&&!M.getDerivedStateFromProps&&h.componentWillMount&&h.componentWillMount(),x&&h.componentDidMount&&h.__h.push(h.componentDidMount);h.context=w,h.props=_,h.__P=t,h.__g&=-5,P=C.__r,T=x?25:0;do h.__g&=-9,P&&P(e),f=h.render(h.props,h.state=h.__s,h.context);while(8&h.__g&&++T<25);x&&(en.push.apply(h.__h,h.__k),h.__k=[]),h.state=h.__s,h.getChildContext&&(r=Ot({},r,h.getChildContext())),x&&n.__c&&h.getSnapshotBeforeUpdate&&(y=h.getSnapshotBeforeUpdate(d,g)),R=f&&f.type===S&&f.key==null?f.props.children:f,_.__P&&(f=a,o=(t=_.__P).namespaceURI,c=i=null,n.props&&n.props.__P!=t&&(n.__k.some(function(D){D&&dr(D,D)}),n.__k=null),a=n.__k?kt(n,0):null),a=Uo(t,mr(R)?R:[R],e,n,r,o,i,s,a,c,l),_.__P&&(e.__e=null,a=f),e.__u&=-161,m&&m.some(It),h.__h.length&&s.push(h),1&h.__g&&(h.__g&=-4)}catch(D){if(s.length=p,e.__v=null,c||i)if(D&&D.then){if(e.__u|=128|c,i){for(~(F=i.indexOf(a||void 0))||(F=i.length);(j=i[F-1])&&j.nodeType==8;)F--;for(;F<i.length;F++)if(j=i[F])if(i[F]=null,A){if(j==U)break}else{if(j.nodeType!=8)break;j.data.startsWith("$s")&&(U=Je(A=j))}}if(!A){for(;a&&a.nodeType==8&&a.nextSibling;)a=a.nextSibling;A=a}(f=Je(A=e.__c.__z||(e.__c.__z=A)))?(e.__e=A,a=f):e.__e=a,a=a&&a.nextSibling}else i&&i.some(It);else e.__e=n.__e;e.__k||(e.__k=n.__k||[]),D&&D.then||Wo(e),C.__e(D,e,n)}}else a=e.__e=xl(n.__e,e,n,r,o,i,s,c,l,t);return(f=C.diffed)&&f(e),a}function Je(t,e){if(t&&t.nodeType==8&&t.data.startsWith("$s"))for(var n=1;t=t.nextSibling;){if(t.nodeType==8){if(t.data.startsWith("$s"))n++;else if(t.data.startsWith("/$s")&&!--n)return t}e&&e.push(t)}}function Wo(t){t&&(t.__c&&(t.__c.__g|=4),t.__k&&t.__k.some(Wo))}function Qo(t,e,n){for(var r=0;r<n.length;)hr(n[r++],n[r++],n[r++]);C.__c&&C.__c(e,t),t.some(function(o){try{t=o.__h,o.__h=[],t.some(function(i){i.call(o)})}catch(i){C.__e(i,o.__v)}})}function xl(t,e,n,r,o,i,s,a,c,l){var f,m,p,h,d,g,y,_,x=n.props||tn,b=e.props,w=e.type;if(w=="svg"?o="http://www.w3.org/2000/svg":w=="math"?o="http://www.w3.org/1998/Math/MathML":o||(o="http://www.w3.org/1999/xhtml"),i){for(f=0;f<i.length;f++)if((d=i[f])&&(w?d.localName==w:d.nodeType==3)){t=d,i[f]=null;break}}if(!t){if(_=l.ownerDocument||document,!w)return _.createTextNode(b);t=_.createElementNS(o,w,b.is?b:l),a&&(C.__m&&C.__m(e,i),a=!1),i=null}if(w){if(l=w=="template"&&t.content||t,i=w=="textarea"&&b.defaultValue!=null?null:i&&Ho.call(l.childNodes),!a&&i)for(x={},f=0;f<t.attributes.length;f++)x[(d=t.attributes[f]).name]=d.value;for(f in x)d=x[f],f=="dangerouslySetInnerHTML"?p=d:f=="children"||f in b||f=="value"&&"defaultValue"in b||f=="checked"&&"defaultChecked"in b||Ke(t,f,null,d,o);for(f in b)d=b[f],f=="children"?h=d:f=="dangerouslySetInnerHTML"?m=d:f=="value"?g=d:f=="checked"?y=d:a&&typeof d!="function"||x[f]===d||Ke(t,f,d,x[f],o);m?(a||p&&(m.__html==p.__html||m.__html==t.innerHTML)||(t.innerHTML=m.__html),e.__k=[]):(p&&(t.textContent=""),(w=="foreignObject"||o=="http://www.w3.org/1998/Math/MathML"&&dl.test(w))&&(o="http://www.w3.org/1999/xhtml"),Uo(l,mr(h)?h:[h],e,n,r,o,i,s,i?i[0]:n.__k&&kt(n,0),a,c),i&&i.some(It)),a&&w!="textarea"||(f="value",w=="progress"&&g==null?t.removeAttribute(f):g==null||g===t[f]&&(w!="progress"||g)||Ke(t,f,g,x[f],o),f="checked",y!=null&&y!=t[f]&&Ke(t,f,y,x[f],o))}else x===b||a&&t.data==b||(t.data=b);return t}function hr(t,e,n,r){try{typeof t=="function"?e?e.__x=t(e)||1:r&&(r=r.__c||r.__e)&&(e=r.__x)&&(r.__x=null,typeof e=="function"?e():t(null)):t.current=e}catch(o){C.__e(o,n)}}function dr(t,e,n){var r,o,i,s;if(C.unmount&&C.unmount(t),!(r=t.ref)||r.current&&r.current!=t.__e||hr(r,null,e,t),r=t.__c){if(r.componentWillUnmount)try{r.componentWillUnmount()}catch(a){C.__e(a,e)}r.__P=r.__n=null}if(r=t.__k)for(s=0;s<r.length;s++)r[s]&&dr(r[s],e,typeof t.type!="function"||n&&!t.props.__P);!n&&(r=t.__c)&&(r=r.__z)&&(o=Je(r,i=[]))&&(r==t.__e&&i.some(It),It(o),It(r)),n||It(t.__e),t.__e=t.__c=t.__=null}function wl(t,e,n){return this.constructor(t,n)}function Ko(t,e){var n,r,o,i;C.__&&C.__(t,e),e.nodeType==9&&(e=e.documentElement),r=(n=t&&32&t.__u)?null:e.__k,e.__k=Ye(S,{children:[t]}),o=[],i=[],pr(e,e.__k,r||tn,tn,e.namespaceURI,r?null:e.firstChild?Ho.call(e.childNodes):null,o,r?r.__e:e.firstChild,n,i),Qo(o,e.__k,i),e.__k.props.children=null}function Xo(t){function e(n){var r,o;return this.getChildContext||(r=new Set,(o={})[e.__c]=this,this.getChildContext=function(){return o},this.shouldComponentUpdate=function(i){this.props.value!=i.value&&r.forEach(function(s){s.__g|=4,cr(s)})},this.sub=function(i){r.add(i);var s=i.componentWillUnmount;i.componentWillUnmount=function(){r.delete(i),s&&s.call(i)}}),n.children}return e.__c="__cC"+Bo++,e.__=t,e.Provider=(e.Consumer=function(n,r){return n.children(r)}).contextType=e,e}C={__e:function(t,e,n,r){for(var o,i,s;e=e.__;)if((o=e.__c)&&!(1&o.__g)){o.__g|=4;try{if((s=(i=o.constructor)&&i.getDerivedStateFromError)&&o.setState(i.getDerivedStateFromError(t)),o.componentDidCatch&&(o.componentDidCatch(t,r||{}),s=1),s&&8&o.__g)return void(o.__g|=2)}catch(a){t=a}}throw Ze=0,t}},Fo=0,hl=function(t){return t!=null&&t.constructor===ve},Zt.prototype.setState=function(t,e){var n=this.__s;n&&n!=this.state||(n=this.__s=Ot({},this.state)),typeof t=="function"&&(t=t(Ot({},n),this.props)),t&&(Ot(n,t),this.__v&&(e&&this.__k.push(e),cr(this)))},Zt.prototype.forceUpdate=function(t){this.__v&&(this.__g|=4,t&&this.__h.push(t),cr(this))},Zt.prototype.render=S,vt=[],Ze=0,qo=function(t,e){return t.__v.__b-e.__v.__b},Xe=Symbol(),Vo=/(PointerCapture)$|Capture$/i,fr=0,lr={},Bo=0;var St,L,gr,Yo,yr=Object.is,Se=0,si=[],br=[],I=C,Jo=I.__b,Zo=I.__r,ti=I.diffed,ei=I.__c,ni=I.unmount,ri=I.__;function te(t,e){I.__h&&I.__h(L,t,Se||e),Se=0;var n=L.__H||(L.__H={__:[],__h:[]});return t>=n.__.length&&n.__.push({}),n.__[t]}function $(t){return Se=1,vl(li,t)}function vl(t,e,n){var r=te(St++,2);if(r.t=t,!r.__c&&(r.__=[n?n(e):li(void 0,e),function(i){var s=(r.__N||r.__)[0],a=r.t(s,i);yr(s,a)||(r.__N=[a,r.__[1]],r.__c.setState({}))}],r.__c=L,!L.__f)){L.__f=!0;var o=L.shouldComponentUpdate;L.shouldComponentUpdate=function(i,s,a){var c=this.__H;if(!c)return!0;var l=!1,f=this.props!=i;if(c.__.some(function(p){p.__N&&(l=!0,yr(p.__[0],p.__N[0])||(f=!0))}),o){var m=o.call(this,i,s,a);return l?m||f:m}return!l||f}}return r.__}function O(t,e){var n=te(St++,3);!I.__s&&xr(n.__H,e)&&(n.__P=!0,n.__=t,n.u=e,L.__H.__h.push(n))}function ai(t,e){var n=te(St++,4);!I.__s&&xr(n.__H,e)&&(n.__P=!1,n.__=t,n.u=e,L.__h.push(n))}function N(t){return Se=5,k(function(){return{current:t}},[])}function k(t,e){var n=te(St++,7);return xr(n.__H,e)&&(n.__=t(),n.__H=e),n.__}function nn(t,e){return Se=8,k(function(){return t},e)}function ui(t){var e=L.context[t.__c],n=te(St++,9);return n.c=t,e?(n.__==null&&(n.__=!0,e.sub(L)),e.props.value):t.__}function ee(){var t=te(St++,11);if(!t.__){for(var e=L.__v;!e.__m&&e.__;)e=e.__;var n=e.__m||(e.__m=[0,0]);t.__="P"+n[0]+"-"+n[1]++}return t.__}function kl(){var t;do{for(;t=br.shift();)try{ke(t)}catch(n){I.__e(n,{__:(t=t.__P)&&t.__v})}for(;t=si.shift();){var e=t.__H;if(t.__P&&e)try{e.__h.some(ke),e.__h.some(_r),e.__h=[]}catch(n){e.__h=[],I.__e(n,t.__v)}}}while(br.length)}I.__b=function(t){L=null,Jo&&Jo(t)},I.__=function(t,e){t&&e.__k&&e.__k.__m&&(t.__m=e.__k.__m),ri&&ri(t,e)},I.__r=function(t){Zo&&Zo(t),St=0;var e=(L=t.__c).__H;e&&(gr==L?L.__h=[]:(e.__h.some(ke),e.__h.some(_r),St=0),e.__h=[],e.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),gr=L},I.diffed=function(t){ti&&ti(t);var e=t.__c;e&&e.__H&&(e.__H.__h.length&&ii(si.push(e)),e.__H.__.some(function(n){n.u&&(n.__H=n.u)})),gr=L=null},I.__c=function(t,e){e.some(function(n){try{n.__h.some(ke),n.__h=n.__h.filter(function(r){return!r.__||_r(r)})}catch(r){n.__h=[function(){throw r}]}}),ei&&ei(t,e)},I.unmount=function(t){ni&&ni(t);var e,n,r=t.__c;r&&r.__H&&(r.__H.__.some(function(o){try{if(o.__P&&o.__c){if(n===void 0){for(n=t.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}o.__P=n,ii(br.push(o))}else ke(o)}catch(i){e=i}}),r.__H=void 0,e&&I.__e(e,r.__v))};var oi=typeof requestAnimationFrame=="function";function Sl(t){var e,n=function(){clearTimeout(r),oi&&cancelAnimationFrame(e),setTimeout(t)},r=setTimeout(n,35);oi&&(e=requestAnimationFrame(n))}function ii(t){t!=1&&Yo==I.requestAnimationFrame||((Yo=I.requestAnimationFrame)||Sl)(kl)}function ke(t){var e=L,n=t.__c;typeof n=="function"&&(t.__c=void 0,n()),L=e}function _r(t){var e=L;t.__c=t.__(),L=e}function xr(t,e){return!t||t.length!=e.length||e.some(function(n,r){return!yr(n,t[r])})}function li(t,e){return typeof e=="function"?e(t):e}var rn="p.phases.";function ci(t){let e={};for(let n of t.replace(/^#/,"").split("&")){let r=n.indexOf("=");r>0&&n.startsWith(rn)&&(e[on(n.slice(rn.length,r))]=on(n.slice(r+1)))}return e}function fi(t,e){let n=t.replace(/^#/,"").split("&").filter(o=>o!==""&&!o.startsWith(rn)),r=Object.entries(e).map(([o,i])=>`${rn}${o}=${encodeURIComponent(i)}`);return"#"+[...n,...r].join("&")}function wr(t){return/^#phases(&|$)/.test(t)}function on(t){try{return decodeURIComponent(t)}catch{return t}}function sn(){try{return window.parent.document.body,window.parent}catch{return window}}function vr(){return window.parent===window}function mi(){if(vr()){let n=matchMedia("(prefers-color-scheme: dark)"),r=()=>{document.documentElement.dataset.theme=n.matches?"dark":"light"};n.addEventListener("change",r),r();return}let t=sn().document.body,e=()=>{document.documentElement.dataset.theme=t.classList.contains("dark-mode")?"dark":"light"};new MutationObserver(e).observe(t,{attributes:!0,attributeFilter:["class"]}),e()}function it(){let t=()=>document.documentElement.dataset.theme==="dark"?"dark":"light",[e,n]=$(t);return O(()=>{let r=new MutationObserver(()=>n(t()));return r.observe(document.documentElement,{attributes:!0,attributeFilter:["data-theme"]}),()=>r.disconnect()},[]),e}function kr(){return ci(sn().location.hash)}function Sr(t,e=!1){let{location:n,history:r}=sn();if(!vr()&&!wr(n.hash))return;let o=fi(n.hash,t);if(o!==n.hash)try{e?r.pushState(r.state,"",o):r.replaceState(r.state,"",o)}catch{}}function pi(t){let e=sn(),n=()=>{(vr()||wr(e.location.hash))&&t()};return e.addEventListener("hashchange",n),()=>e.removeEventListener("hashchange",n)}function Ml(t){let e=new Set(t.flatMap(({layout:o})=>o?.metrics??[])),n=[...e].filter(o=>!o.includes("_group_")),r=n.map(o=>`metric=${encodeURIComponent(o)}`);return n.length<e.size&&r.join("&").length<=6e3?r:[]}var hi={isLive:!0,async fetchRuns(){return(await(await Rr("./runs")).json()).runs},async fetchMetrics(t){let e=Ml(t),n=[];for(let o=0;o<t.length;o+=64)n.push(Mr("./metrics",t.slice(o,o+64).map(({run:i})=>i),e));return(await Promise.all(n.map(async o=>(await o)?.arrayBuffer()))).flatMap(o=>o?Pr(o):[])},async fetchReports(t){let e=await Mr("./phases",t);if(!e)return[];let n=await e.json();return"runs"in n?n.runs:[n]},async fetchImages(t){return await(await Rr(`./images?run=${encodeURIComponent(t)}`)).json()},imageUrl({run:t,steps:e,wall_times:n},r,o,i){let s=i?`input&of=${o}`:o;return`./image?run=${encodeURIComponent(t)}&step=${e[r]}&row=${s}&written=${n[r]}`}};async function Mr(t,e,n=[]){if(!e.length)return null;try{return await Rr(`${t}?${[...e.map(r=>`run=${encodeURIComponent(r)}`),...n].join("&")}`)}catch(r){if(!(r instanceof an&&r.status===404&&e.includes(r.run)))throw r;return Mr(t,e.filter(i=>i!==r.run),n)}}function Pr(t){let e=[];for(let n=0;n<t.byteLength;){let{metrics:r,end:o}=Rl(t,n);e.push(r),n=o}return e}function Rl(t,e){let n=new DataView(t).getUint32(e,!0),r=JSON.parse(new TextDecoder().decode(new Uint8Array(t,e+4,n))),[o,i,s]=r.shape,[a,c]=[e+4+n,o*i*s];if(a+4*c>t.byteLength)throw new Error(`run ${r.run}: the answer ends before its ${r.shape.join(" x ")} values do`);return{metrics:{...r,values:new Float32Array(t,a,c)},end:a+4*c}}var an=class extends Error{constructor(n,r,o){super(n);this.status=r;this.run=o}status;run};async function Rr(t){let e=await fetch(t);if(e.ok)return e;let{error:n,run:r}=Pl(await e.text());throw new an(n??`${t}: ${e.status} ${e.statusText}`,e.status,r??"")}function Pl(t){try{return JSON.parse(t)}catch{return{}}}function di(){let t=document.getElementById("phases-data");if(!t)return null;let e=JSON.parse(t.textContent);return{isLive:!1,fetchRuns:async()=>e.runs,fetchMetrics:async n=>n.flatMap(({run:r})=>Pr(Nl(e.metrics[r]))),fetchReports:async n=>n.flatMap(r=>e.reports[r]??[]),fetchImages:async n=>e.images[n]??{run:n,steps:[],wall_times:[],rows:[],num_examples:0,labels:null,error:null},imageUrl:({run:n,steps:r,rows:o},i,s,a)=>e.images[n]?.strips[a?`input/${o[s].input}`:`${r[i]}/${s}`]??""}}function Nl(t){return Uint8Array.from(atob(t),e=>e.charCodeAt(0)).buffer}var un=class{place=null;listeners=new Set;get current(){return this.place}move(e){if(!$l(e,this.place)){this.place=e;for(let n of this.listeners)n(e)}}subscribe(e){return this.listeners.add(e),()=>{this.listeners.delete(e)}}};function ht(t,e,n=[]){O(()=>(e(t.current),t.subscribe(e)),[t,...n])}function $l(t,e){return t?.step===e?.step&&t?.panel===e?.panel&&t?.run===e?.run&&t?.line?.name===e?.line?.name}var Me=Math.PI,Nr=2*Me,Ft=1e-6,Cl=Nr-Ft;function gi(t){this._+=t[0];for(let e=1,n=t.length;e<n;++e)this._+=arguments[e]+t[e]}function Tl(t){let e=Math.floor(t);if(!(e>=0))throw new Error(`invalid digits: ${t}`);if(e>15)return gi;let n=10**e;return function(r){this._+=r[0];for(let o=1,i=r.length;o<i;++o)this._+=Math.round(arguments[o]*n)/n+r[o]}}function yi(t,e,n,r){return t===n&&e===r}function Al(t){let e=Math.floor(t);if(!(e<=15))return yi;let n=10**e,r=function(o){return Math.round(o*n)};return function(o,i,s,a){return r(o)===r(s)&&r(i)===r(a)}}var ne=class{constructor(e){this._x0=this._y0=this._x1=this._y1=null,this._="",this._append=e==null?gi:Tl(e),this._equal=e==null?yi:Al(e)}moveTo(e,n){this._append`M${this._x0=this._x1=+e},${this._y0=this._y1=+n}`}closePath(){this._x1!==null&&(this._x1=this._x0,this._y1=this._y0,this._append`Z`)}lineTo(e,n){this._append`L${this._x1=+e},${this._y1=+n}`}quadraticCurveTo(e,n,r,o){this._append`Q${+e},${+n},${this._x1=+r},${this._y1=+o}`}bezierCurveTo(e,n,r,o,i,s){this._append`C${+e},${+n},${+r},${+o},${this._x1=+i},${this._y1=+s}`}arcTo(e,n,r,o,i){if(e=+e,n=+n,r=+r,o=+o,i=+i,i<0)throw new Error(`negative radius: ${i}`);let s=this._x1,a=this._y1,c=r-e,l=o-n,f=s-e,m=a-n,p=f*f+m*m;if(this._x1===null)this._append`M${this._x1=e},${this._y1=n}`;else if(p>Ft)if(!(Math.abs(m*c-l*f)>Ft)||!i)this._append`L${this._x1=e},${this._y1=n}`;else{let h=r-s,d=o-a,g=c*c+l*l,y=h*h+d*d,_=Math.sqrt(g),x=Math.sqrt(p),b=i*Math.tan((Me-Math.acos((g+p-y)/(2*_*x)))/2),w=b/x,P=b/_;Math.abs(w-1)>Ft&&this._append`L${e+w*f},${n+w*m}`,this._append`A${i},${i},0,0,${+(m*h>f*d)},${this._x1=e+P*c},${this._y1=n+P*l}`}}arc(e,n,r,o,i,s){if(e=+e,n=+n,r=+r,s=!!s,r<0)throw new Error(`negative radius: ${r}`);let a=r*Math.cos(o),c=r*Math.sin(o),l=e+a,f=n+c,m=1^s,p=s?o-i:i-o;if(this._x1===null?this._append`M${l},${f}`:(Math.abs(this._x1-l)>Ft||Math.abs(this._y1-f)>Ft)&&this._append`L${l},${f}`,!!r){if(p<0&&(p=p%Nr+Nr),p>Cl)this._append`A${r},${r},0,1,${m},${e-a},${n-c}A${r},${r},0,1,${m},${this._x1=l},${this._y1=f}`;else if(p>Ft){let h=e+r*Math.cos(i),d=n+r*Math.sin(i);if(p>=Me&&this._equal(l,f,h,d)){p/=2;let g=o+p;this._append`A${r},${r},0,${+(p>=Me)},${m},${e+r*Math.cos(g)},${n+r*Math.sin(g)}`}this._append`A${r},${r},0,${+(p>=Me)},${m},${this._x1=h},${this._y1=d}`}}}rect(e,n,r,o){this._append`M${this._x0=this._x1=+e},${this._y0=this._y1=+n}h${r=+r}v${+o}h${-r}Z`}toString(){return this._}};function Ll(){return new ne}Ll.prototype=ne.prototype;function q(t){return function(){return t}}var El=Math.cos;var Cr=Math.sin,re=Math.sqrt,bi=1e-12,ln=Math.PI,Eh=ln/2,ki=2*ln;function Si(t){let e=3;return t.digits=function(n){if(!arguments.length)return e;if(n==null)e=null;else{let r=Math.floor(n);if(!(r>=0))throw new RangeError(`invalid digits: ${n}`);e=r}return t},()=>new ne(e)}var Dh=Array.prototype.slice;function Mi(t){return typeof t=="object"&&"length"in t?t:Array.from(t)}function Ri(t){this._context=t}Ri.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;default:this._context.lineTo(t,e);break}}};function Ar(t){return new Ri(t)}function Pi(t){return t[0]}function Ni(t){return t[1]}function Re(t,e){var n=q(!0),r=null,o=Ar,i=null,s=Si(a);t=typeof t=="function"?t:t===void 0?Pi:q(t),e=typeof e=="function"?e:e===void 0?Ni:q(e);function a(c){var l,f=(c=Mi(c)).length,m,p=!1,h;for(r==null&&(i=o(h=s())),l=0;l<=f;++l)!(l<f&&n(m=c[l],l,c))===p&&((p=!p)?i.lineStart():i.lineEnd()),p&&i.point(+t(m,l,c),+e(m,l,c));if(h)return i=null,h+""||null}return a.x=function(c){return arguments.length?(t=typeof c=="function"?c:q(+c),a):t},a.y=function(c){return arguments.length?(e=typeof c=="function"?c:q(+c),a):e},a.defined=function(c){return arguments.length?(n=typeof c=="function"?c:q(!!c),a):n},a.curve=function(c){return arguments.length?(o=c,r!=null&&(i=o(r)),a):o},a.context=function(c){return arguments.length?(c==null?r=i=null:i=o(r=c),a):r},a}function $i(t,e,n){var r=null,o=q(!0),i=null,s=Ar,a=null,c=Si(l);t=typeof t=="function"?t:t===void 0?Pi:q(+t),e=typeof e=="function"?e:q(e===void 0?0:+e),n=typeof n=="function"?n:n===void 0?Ni:q(+n);function l(m){var p,h,d,g=(m=Mi(m)).length,y,_=!1,x,b=new Array(g),w=new Array(g);for(i==null&&(a=s(x=c())),p=0;p<=g;++p){if(!(p<g&&o(y=m[p],p,m))===_)if(_=!_)h=p,a.areaStart(),a.lineStart();else{for(a.lineEnd(),a.lineStart(),d=p-1;d>=h;--d)a.point(b[d],w[d]);a.lineEnd(),a.areaEnd()}_&&(b[p]=+t(y,p,m),w[p]=+e(y,p,m),a.point(r?+r(y,p,m):b[p],n?+n(y,p,m):w[p]))}if(x)return a=null,x+""||null}function f(){return Re().defined(o).curve(s).context(i)}return l.x=function(m){return arguments.length?(t=typeof m=="function"?m:q(+m),r=null,l):t},l.x0=function(m){return arguments.length?(t=typeof m=="function"?m:q(+m),l):t},l.x1=function(m){return arguments.length?(r=m==null?null:typeof m=="function"?m:q(+m),l):r},l.y=function(m){return arguments.length?(e=typeof m=="function"?m:q(+m),n=null,l):e},l.y0=function(m){return arguments.length?(e=typeof m=="function"?m:q(+m),l):e},l.y1=function(m){return arguments.length?(n=m==null?null:typeof m=="function"?m:q(+m),l):n},l.lineX0=l.lineY0=function(){return f().x(t).y(e)},l.lineY1=function(){return f().x(t).y(n)},l.lineX1=function(){return f().x(r).y(e)},l.defined=function(m){return arguments.length?(o=typeof m=="function"?m:q(!!m),l):o},l.curve=function(m){return arguments.length?(s=m,i!=null&&(a=s(i)),l):s},l.context=function(m){return arguments.length?(m==null?i=a=null:a=s(i=m),l):i},l}var Ih=Dl(Ar);function Ci(t){this._curve=t}Ci.prototype={areaStart:function(){this._curve.areaStart()},areaEnd:function(){this._curve.areaEnd()},lineStart:function(){this._curve.lineStart()},lineEnd:function(){this._curve.lineEnd()},point:function(t,e){this._curve.point(e*Math.sin(t),e*-Math.cos(t))}};function Dl(t){function e(n){return new Ci(t(n))}return e._curve=t,e}var Oh=re(3);var Il=re(1/3),Fh=Il*2;var Ti=Cr(ln/10)/Cr(7*ln/10),qh=Cr(ki/10)*Ti,Vh=-El(ki/10)*Ti;var Bh=re(3);var Hh=re(3);var zh=re(3)/2,Ol=1/re(12),Gh=(Ol/2+1)*3;function Mt(){}function cn(t,e,n){t._context.bezierCurveTo((2*t._x0+t._x1)/3,(2*t._y0+t._y1)/3,(t._x0+2*t._x1)/3,(t._y0+2*t._y1)/3,(t._x0+4*t._x1+e)/6,(t._y0+4*t._y1+n)/6)}function Lr(t){this._context=t}Lr.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){switch(this._point){case 3:cn(this,this._x1,this._y1);case 2:this._context.lineTo(this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3,this._context.lineTo((5*this._x0+this._x1)/6,(5*this._y0+this._y1)/6);default:cn(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function Fl(t){this._context=t}Fl.prototype={areaStart:Mt,areaEnd:Mt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._y0=this._y1=this._y2=this._y3=this._y4=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x2,this._y2),this._context.closePath();break}case 2:{this._context.moveTo((this._x2+2*this._x3)/3,(this._y2+2*this._y3)/3),this._context.lineTo((this._x3+2*this._x2)/3,(this._y3+2*this._y2)/3),this._context.closePath();break}case 3:{this.point(this._x2,this._y2),this.point(this._x3,this._y3),this.point(this._x4,this._y4);break}}},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._x2=t,this._y2=e;break;case 1:this._point=2,this._x3=t,this._y3=e;break;case 2:this._point=3,this._x4=t,this._y4=e,this._context.moveTo((this._x0+4*this._x1+t)/6,(this._y0+4*this._y1+e)/6);break;default:cn(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function ql(t){this._context=t}ql.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3;var n=(this._x0+4*this._x1+t)/6,r=(this._y0+4*this._y1+e)/6;this._line?this._context.lineTo(n,r):this._context.moveTo(n,r);break;case 3:this._point=4;default:cn(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function Ai(t,e){this._basis=new Lr(t),this._beta=e}Ai.prototype={lineStart:function(){this._x=[],this._y=[],this._basis.lineStart()},lineEnd:function(){var t=this._x,e=this._y,n=t.length-1;if(n>0)for(var r=t[0],o=e[0],i=t[n]-r,s=e[n]-o,a=-1,c;++a<=n;)c=a/n,this._basis.point(this._beta*t[a]+(1-this._beta)*(r+c*i),this._beta*e[a]+(1-this._beta)*(o+c*s));this._x=this._y=null,this._basis.lineEnd()},point:function(t,e){this._x.push(+t),this._y.push(+e)}};var Uh=(function t(e){function n(r){return e===1?new Lr(r):new Ai(r,e)}return n.beta=function(r){return t(+r)},n})(.85);function fn(t,e,n){t._context.bezierCurveTo(t._x1+t._k*(t._x2-t._x0),t._y1+t._k*(t._y2-t._y0),t._x2+t._k*(t._x1-e),t._y2+t._k*(t._y1-n),t._x2,t._y2)}function Er(t,e){this._context=t,this._k=(1-e)/6}Er.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:fn(this,this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2,this._x1=t,this._y1=e;break;case 2:this._point=3;default:fn(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var jh=(function t(e){function n(r){return new Er(r,e)}return n.tension=function(r){return t(+r)},n})(0);function Dr(t,e){this._context=t,this._k=(1-e)/6}Dr.prototype={areaStart:Mt,areaEnd:Mt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._x3=t,this._y3=e;break;case 1:this._point=2,this._context.moveTo(this._x4=t,this._y4=e);break;case 2:this._point=3,this._x5=t,this._y5=e;break;default:fn(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var Wh=(function t(e){function n(r){return new Dr(r,e)}return n.tension=function(r){return t(+r)},n})(0);function Ir(t,e){this._context=t,this._k=(1-e)/6}Ir.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:fn(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var Qh=(function t(e){function n(r){return new Ir(r,e)}return n.tension=function(r){return t(+r)},n})(0);function Or(t,e,n){var r=t._x1,o=t._y1,i=t._x2,s=t._y2;if(t._l01_a>bi){var a=2*t._l01_2a+3*t._l01_a*t._l12_a+t._l12_2a,c=3*t._l01_a*(t._l01_a+t._l12_a);r=(r*a-t._x0*t._l12_2a+t._x2*t._l01_2a)/c,o=(o*a-t._y0*t._l12_2a+t._y2*t._l01_2a)/c}if(t._l23_a>bi){var l=2*t._l23_2a+3*t._l23_a*t._l12_a+t._l12_2a,f=3*t._l23_a*(t._l23_a+t._l12_a);i=(i*l+t._x1*t._l23_2a-e*t._l12_2a)/f,s=(s*l+t._y1*t._l23_2a-n*t._l12_2a)/f}t._context.bezierCurveTo(r,o,i,s,t._x2,t._y2)}function Li(t,e){this._context=t,this._alpha=e}Li.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:this.point(this._x2,this._y2);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3;default:Or(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var Kh=(function t(e){function n(r){return e?new Li(r,e):new Er(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function Ei(t,e){this._context=t,this._alpha=e}Ei.prototype={areaStart:Mt,areaEnd:Mt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1,this._x3=t,this._y3=e;break;case 1:this._point=2,this._context.moveTo(this._x4=t,this._y4=e);break;case 2:this._point=3,this._x5=t,this._y5=e;break;default:Or(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var Xh=(function t(e){function n(r){return e?new Ei(r,e):new Dr(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function Di(t,e){this._context=t,this._alpha=e}Di.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:Or(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var Yh=(function t(e){function n(r){return e?new Di(r,e):new Ir(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function Vl(t){this._context=t}Vl.prototype={areaStart:Mt,areaEnd:Mt,lineStart:function(){this._point=0},lineEnd:function(){this._point&&this._context.closePath()},point:function(t,e){t=+t,e=+e,this._point?this._context.lineTo(t,e):(this._point=1,this._context.moveTo(t,e))}};function _i(t){return t<0?-1:1}function xi(t,e,n){var r=t._x1-t._x0,o=e-t._x1,i=(t._y1-t._y0)/(r||o<0&&-0),s=(n-t._y1)/(o||r<0&&-0),a=(i*o+s*r)/(r+o);return(_i(i)+_i(s))*Math.min(Math.abs(i),Math.abs(s),.5*Math.abs(a))||0}function wi(t,e){var n=t._x1-t._x0;return n?(3*(t._y1-t._y0)/n-e)/2:e}function $r(t,e,n){var r=t._x0,o=t._y0,i=t._x1,s=t._y1,a=(i-r)/3;t._context.bezierCurveTo(r+a,o+a*e,i-a,s-a*n,i,s)}function Tr(t){this._context=t}Tr.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=this._t0=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x1,this._y1);break;case 3:$r(this,this._t0,wi(this,this._t0));break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){var n=NaN;if(t=+t,e=+e,!(t===this._x1&&e===this._y1)){switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3,$r(this,wi(this,n=xi(this,t,e)),n);break;default:$r(this,this._t0,n=xi(this,t,e));break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e,this._t0=n}}};function Bl(t){this._context=new Ii(t)}(Bl.prototype=Object.create(Tr.prototype)).point=function(t,e){Tr.prototype.point.call(this,e,t)};function Ii(t){this._context=t}Ii.prototype={moveTo:function(t,e){this._context.moveTo(e,t)},closePath:function(){this._context.closePath()},lineTo:function(t,e){this._context.lineTo(e,t)},bezierCurveTo:function(t,e,n,r,o,i){this._context.bezierCurveTo(e,t,r,n,i,o)}};function Hl(t){this._context=t}Hl.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=[],this._y=[]},lineEnd:function(){var t=this._x,e=this._y,n=t.length;if(n)if(this._line?this._context.lineTo(t[0],e[0]):this._context.moveTo(t[0],e[0]),n===2)this._context.lineTo(t[1],e[1]);else for(var r=vi(t),o=vi(e),i=0,s=1;s<n;++i,++s)this._context.bezierCurveTo(r[0][i],o[0][i],r[1][i],o[1][i],t[s],e[s]);(this._line||this._line!==0&&n===1)&&this._context.closePath(),this._line=1-this._line,this._x=this._y=null},point:function(t,e){this._x.push(+t),this._y.push(+e)}};function vi(t){var e,n=t.length-1,r,o=new Array(n),i=new Array(n),s=new Array(n);for(o[0]=0,i[0]=2,s[0]=t[0]+2*t[1],e=1;e<n-1;++e)o[e]=1,i[e]=4,s[e]=4*t[e]+2*t[e+1];for(o[n-1]=2,i[n-1]=7,s[n-1]=8*t[n-1]+t[n],e=1;e<n;++e)r=o[e]/i[e-1],i[e]-=r,s[e]-=r*s[e-1];for(o[n-1]=s[n-1]/i[n-1],e=n-2;e>=0;--e)o[e]=(s[e]-o[e+1])/i[e];for(i[n-1]=(t[n]+o[n-1])/2,e=0;e<n-1;++e)i[e]=2*t[e+1]-o[e+1];return[o,i]}function zl(t,e){this._context=t,this._t=e}zl.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=this._y=NaN,this._point=0},lineEnd:function(){0<this._t&&this._t<1&&this._point===2&&this._context.lineTo(this._x,this._y),(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line>=0&&(this._t=1-this._t,this._line=1-this._line)},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;default:{if(this._t<=0)this._context.lineTo(this._x,e),this._context.lineTo(t,e);else{var n=this._x*(1-this._t)+t*this._t;this._context.lineTo(n,this._y),this._context.lineTo(n,e)}break}}this._x=t,this._y=e}};var Gl=new Intl.NumberFormat("en-US",{maximumSignificantDigits:4,minimumSignificantDigits:3}),Fr=new Intl.NumberFormat("en-US"),Ul=new Intl.NumberFormat("en-US",{maximumSignificantDigits:2});function V(t){return t===0?"0":Number.isFinite(t)?(Math.abs(t)<1e-4?t.toExponential(2):Gl.format(t)).replaceAll("-","\u2212"):"not measured"}function Oi(t){return typeof t!="number"?t??"\u2013":Number.isFinite(t)?Number.isInteger(t)?Fr.format(t).replace("-","\u2212"):V(t):"\u2013"}function Fi(t){return Number.isFinite(t)?` \xB1 ${(t>0&&t<1e-4?t.toExponential(1):Ul.format(t)).replaceAll("-","\u2212")}`:""}function W(t){return Number.isFinite(t)?`${(100*t).toFixed(1)} %`:"not measured"}function v(t){return Fr.format(t)}function Rt(t,e){return`${Fr.format(t)} ${e}${t===1?"":"s"}`}function Q(t,e){if(t.length<=e)return t;let n=Math.max(2,e-1),r=Math.ceil(n/2);return`${t.slice(0,n-r)}\u2026${t.slice(-r)}`}function et(t){return t.replace(/\/phases$/,"")||t}function qt(t,e){return t==null||e==null?NaN:t<e?-1:t>e?1:t>=e?0:NaN}function jl(t,e){return t==null||e==null?NaN:e<t?-1:e>t?1:e>=t?0:NaN}function qi(t){let e,n,r;t.length!==2?(e=qt,n=(a,c)=>qt(t(a),c),r=(a,c)=>t(a)-c):(e=t===qt||t===jl?t:Wl,n=t,r=t);function o(a,c,l=0,f=a.length){if(l<f){if(e(c,c)!==0)return f;do{let m=l+f>>>1;n(a[m],c)<0?l=m+1:f=m}while(l<f)}return l}function i(a,c,l=0,f=a.length){if(l<f){if(e(c,c)!==0)return f;do{let m=l+f>>>1;n(a[m],c)<=0?l=m+1:f=m}while(l<f)}return l}function s(a,c,l=0,f=a.length){let m=o(a,c,l,f-1);return m>l&&r(a[m-1],c)>-r(a[m],c)?m-1:m}return{left:o,center:s,right:i}}function Wl(){return 0}function Ql(t){return t===null?NaN:+t}function*Kl(t,e){if(e===void 0)for(let n of t)n!=null&&(n=+n)>=n&&(yield n);else{let n=-1;for(let r of t)(r=e(r,++n,t))!=null&&(r=+r)>=r&&(yield r)}}var Vi=qi(qt),Bi=Vi.right,td=Vi.left,ed=qi(Ql).center;var nd=Hi(zi),rd=Hi(Xl);function Hi(t){return function(e,n,r=n){if(!((n=+n)>=0))throw new RangeError("invalid rx");if(!((r=+r)>=0))throw new RangeError("invalid ry");let{data:o,width:i,height:s}=e;if(!((i=Math.floor(i))>=0))throw new RangeError("invalid width");if(!((s=Math.floor(s!==void 0?s:o.length/i))>=0))throw new RangeError("invalid height");if(!i||!s||!n&&!r)return e;let a=n&&t(n),c=r&&t(r),l=o.slice();return a&&c?(oe(a,l,o,i,s),oe(a,o,l,i,s),oe(a,l,o,i,s),ie(c,o,l,i,s),ie(c,l,o,i,s),ie(c,o,l,i,s)):a?(oe(a,o,l,i,s),oe(a,l,o,i,s),oe(a,o,l,i,s)):c&&(ie(c,o,l,i,s),ie(c,l,o,i,s),ie(c,o,l,i,s)),e}}function oe(t,e,n,r,o){for(let i=0,s=r*o;i<s;)t(e,n,i,i+=r,1)}function ie(t,e,n,r,o){for(let i=0,s=r*o;i<r;++i)t(e,n,i,i+s,r)}function Xl(t){let e=zi(t);return(n,r,o,i,s)=>{o<<=2,i<<=2,s<<=2,e(n,r,o+0,i+0,s),e(n,r,o+1,i+1,s),e(n,r,o+2,i+2,s),e(n,r,o+3,i+3,s)}}function zi(t){let e=Math.floor(t);if(e===t)return Yl(t);let n=t-e,r=2*t+1;return(o,i,s,a,c)=>{if(!((a-=c)>=s))return;let l=e*i[s],f=c*e,m=f+c;for(let p=s,h=s+f;p<h;p+=c)l+=i[Math.min(a,p)];for(let p=s,h=a;p<=h;p+=c)l+=i[Math.min(a,p+f)],o[p]=(l+n*(i[Math.max(s,p-m)]+i[Math.min(a,p+m)]))/r,l-=i[Math.max(s,p-f)]}}function Yl(t){let e=2*t+1;return(n,r,o,i,s)=>{if(!((i-=s)>=o))return;let a=t*r[o],c=s*t;for(let l=o,f=o+c;l<f;l+=s)a+=r[Math.min(i,l)];for(let l=o,f=i;l<=f;l+=s)a+=r[Math.min(i,l+c)],n[l]=a/e,a-=r[Math.max(o,l-c)]}}function Jl(t=qt){if(t===qt)return Gi;if(typeof t!="function")throw new TypeError("compare is not a function");return(e,n)=>{let r=t(e,n);return r||r===0?r:(t(n,n)===0)-(t(e,e)===0)}}function Gi(t,e){return(t==null||!(t>=t))-(e==null||!(e>=e))||(t<e?-1:t>e?1:0)}var Zl=Array.prototype,od=Zl.slice;var tc=Math.sqrt(50),ec=Math.sqrt(10),nc=Math.sqrt(2);function mn(t,e,n){let r=(e-t)/Math.max(0,n),o=Math.floor(Math.log10(r)),i=r/Math.pow(10,o),s=i>=tc?10:i>=ec?5:i>=nc?2:1,a,c,l;return o<0?(l=Math.pow(10,-o)/s,a=Math.round(t*l),c=Math.round(e*l),a/l<t&&++a,c/l>e&&--c,l=-l):(l=Math.pow(10,o)*s,a=Math.round(t/l),c=Math.round(e/l),a*l<t&&++a,c*l>e&&--c),c<a&&.5<=n&&n<2?mn(t,e,n*2):[a,c,l]}function hn(t,e,n){if(e=+e,t=+t,n=+n,!(n>0))return[];if(t===e)return[t];let r=e<t,[o,i,s]=r?mn(e,t,n):mn(t,e,n);if(!(i>=o))return[];let a=i-o+1,c=new Array(a);if(r)if(s<0)for(let l=0;l<a;++l)c[l]=(i-l)/-s;else for(let l=0;l<a;++l)c[l]=(i-l)*s;else if(s<0)for(let l=0;l<a;++l)c[l]=(o+l)/-s;else for(let l=0;l<a;++l)c[l]=(o+l)*s;return c}function pn(t,e,n){return e=+e,t=+t,n=+n,mn(t,e,n)[2]}function Ui(t,e,n){e=+e,t=+t,n=+n;let r=e<t,o=r?pn(e,t,n):pn(t,e,n);return(r?-1:1)*(o<0?1/-o:o)}function Ne(t,e){let n;if(e===void 0)for(let r of t)r!=null&&(n<r||n===void 0&&r>=r)&&(n=r);else{let r=-1;for(let o of t)(o=e(o,++r,t))!=null&&(n<o||n===void 0&&o>=o)&&(n=o)}return n}function dn(t,e){let n,r=-1,o=-1;if(e===void 0)for(let i of t)++o,i!=null&&(n<i||n===void 0&&i>=i)&&(n=i,r=o);else for(let i of t)(i=e(i,++o,t))!=null&&(n<i||n===void 0&&i>=i)&&(n=i,r=o);return r}function $e(t,e){let n;if(e===void 0)for(let r of t)r!=null&&(n>r||n===void 0&&r>=r)&&(n=r);else{let r=-1;for(let o of t)(o=e(o,++r,t))!=null&&(n>o||n===void 0&&o>=o)&&(n=o)}return n}function gn(t,e){let n,r=-1,o=-1;if(e===void 0)for(let i of t)++o,i!=null&&(n>i||n===void 0&&i>=i)&&(n=i,r=o);else for(let i of t)(i=e(i,++o,t))!=null&&(n>i||n===void 0&&i>=i)&&(n=i,r=o);return r}function ji(t,e,n=0,r=1/0,o){if(e=Math.floor(e),n=Math.floor(Math.max(0,n)),r=Math.floor(Math.min(t.length-1,r)),!(n<=e&&e<=r))return t;for(o=o===void 0?Gi:Jl(o);r>n;){if(r-n>600){let c=r-n+1,l=e-n+1,f=Math.log(c),m=.5*Math.exp(2*f/3),p=.5*Math.sqrt(f*m*(c-m)/c)*(l-c/2<0?-1:1),h=Math.max(n,Math.floor(e-l*m/c+p)),d=Math.min(r,Math.floor(e+(c-l)*m/c+p));ji(t,e,h,d,o)}let i=t[e],s=n,a=r;for(Pe(t,n,e),o(t[r],i)>0&&Pe(t,n,r);s<a;){for(Pe(t,s,a),++s,--a;o(t[s],i)<0;)++s;for(;o(t[a],i)>0;)--a}o(t[n],i)===0?Pe(t,n,a):(++a,Pe(t,a,r)),a<=e&&(n=a+1),e<=a&&(r=a-1)}return t}function Pe(t,e,n){let r=t[e];t[e]=t[n],t[n]=r}function Wi(t,e,n){if(t=Float64Array.from(Kl(t,n)),!(!(r=t.length)||isNaN(e=+e))){if(e<=0||r<2)return $e(t);if(e>=1)return Ne(t);var r,o=(r-1)*e,i=Math.floor(o),s=Ne(ji(t,i).subarray(0,i+1)),a=$e(t.subarray(i+1));return s+(a-s)*(o-i)}}function Qi(t,e){let n=0,r=0;if(e===void 0)for(let o of t)o!=null&&(o=+o)>=o&&(++n,r+=o);else{let o=-1;for(let i of t)(i=e(i,++o,t))!=null&&(i=+i)>=i&&(++n,r+=i)}if(n)return r/n}function Ki(t,e){return Wi(t,.5,e)}var id=rc(Math.random);function rc(t){return function(n,r=0,o=n.length){let i=o-(r=+r);for(;i;){let s=t()*i--|0,a=n[i+r];n[i+r]=n[s+r],n[s+r]=a}return n}}var yn={label:48,unit:90,kind:24,part:32};function Yi(t,e=0){let n=qr(t?.run?.columns);return new Map((t?.metrics??[]).flatMap(r=>{let o=qr(n[r]),i=Array.isArray(o.by_row)?o.by_row[e]:null,s=oc(r,{...o,...qr(i)});return s?[[r,s]]:[]}))}function oc(t,e){let n=bn(e.label,yn.label);if(!n)return null;let r=bn(e.kind,yn.kind),o=bn(e.part,yn.part);return{name:t,label:n,unit:bn(e.unit,yn.unit),better:e.better==="low"||e.better==="high"?e.better:null,isShare:e.format==="share",part:r&&o?{kind:r,name:o,weight:Xi(e.weight),meanImageLoss:Xi(e.mean_image_loss)}:null}}function qr(t){return typeof t=="object"&&t!==null&&!Array.isArray(t)?t:{}}function bn(t,e){return typeof t=="string"?Q(t.replaceAll(/\s+/g," ").trim(),e):""}function Xi(t){return typeof t=="number"&&Number.isFinite(t)&&t>0?t:NaN}function ts({layout:t,steps:e,shape:[,n,r],values:o}){if(!t)return[];let{rows:i,metrics:s}=t,a=new Map(s.map((c,l)=>[c,l]));return i.map((c,l)=>{let f=p=>{let h=a.get(p);return e.map((d,g)=>h===void 0?NaN:o[(g*n+l)*r+h])},m=()=>f("flags").map(p=>ic(p,t.flags));return Vr({row:c,steps:e,metricNames:s,described:Yi(t,l),column:f,flags:m})})}function Vr(t){let{layer:e,decoder:n}=t.row;return{...t,key:`${e}/${n}`,column:Ji(t.column),flags:Ji(t.flags)}}function Ji(t){let e=new Map;return n=>(e.has(n)||e.set(n,t(n)),e.get(n))}function ic(t,e){return Number.isFinite(t)?e.filter((n,r)=>Math.floor(t/2**r)%2===1):[]}function se({flags:t}){let[e=[],...n]=t();return e.filter(r=>n.every(o=>o.includes(r)))}function ae(t){let e=se(t);return t.flags().map(n=>n.filter(r=>!e.includes(r)))}function st({steps:t,column:e}){let n=e("probe_accuracy"),r=dn(n);return r<0?null:{step:t[r],accuracy:n[r]}}function Pt({column:t},e){return t(e).findLast(Number.isFinite)??NaN}function dt(t,e,n){return e[B(t,n)]??NaN}function B(t,e){return Math.max(0,gn(t,n=>Math.abs(Math.log1p(n)-Math.log1p(e))))}function es(t){return t.flatMap((e,n)=>Number.isFinite(e)&&!Number.isFinite(t[n-1])&&!Number.isFinite(t[n+1])?[n]:[])}function K({row:t},e){return e.some(r=>r.row.layer===t.layer&&r.row.decoder!==t.decoder)?`${t.layer} (${t.decoder})`:t.layer}var sc=20;function ue(t){let e=t.map(i=>K(i,t));if(e.length<2||e.every(({length:i})=>i<=sc))return e;let[n,r]=[Zi(e),Zi(e.map(ac))],o=e.map(i=>i.slice(n,i.length-r));return o.every(Boolean)?o:e}function Zi([t="",...e]){let n=0;for(;n<t.length&&e.every(r=>r[n]===t[n]);)n++;for(;n&&!/[_/.\- ]/.test(t[n-1]);)n--;return n}function ac(t){return[...t].reverse().join("")}function H({summary:t,numSeeds:e}){return et(t.run)+(e?` (${e} seeds)`:"")}function ns(t,e){let n=new Set(t.rows.map(({key:r})=>r));return e.filter(({rows:r})=>r.length&&!r.some(({key:o})=>n.has(o))).map(({summary:r})=>r.run)}function E(t,{layer:e,decoder:n}){return t.find(r=>r.layer===e&&r.decoder===n)}function me(t,e,n){t.prototype=e.prototype=n,n.constructor=t}function Ae(t,e){var n=Object.create(t.prototype);for(var r in e)n[r]=e[r];return n}function Nt(){}var zt=.7,fe=1/zt,le="\\s*([+-]?\\d+)\\s*",Ce="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)\\s*",at="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)%\\s*",uc=/^#([0-9a-f]{3,8})$/,lc=new RegExp(`^rgb\\(${le},${le},${le}\\)$`),cc=new RegExp(`^rgb\\(${at},${at},${at}\\)$`),fc=new RegExp(`^rgba\\(${le},${le},${le},${Ce}\\)$`),mc=new RegExp(`^rgba\\(${at},${at},${at},${Ce}\\)$`),pc=new RegExp(`^hsl\\(${Ce},${at},${at}\\)$`),hc=new RegExp(`^hsla\\(${Ce},${at},${at},${Ce}\\)$`),rs={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074};me(Nt,pe,{copy(t){return Object.assign(new this.constructor,this,t)},displayable(){return this.rgb().displayable()},hex:os,formatHex:os,formatHex8:dc,formatHsl:gc,formatRgb:is,toString:is});function os(){return this.rgb().formatHex()}function dc(){return this.rgb().formatHex8()}function gc(){return hs(this).formatHsl()}function is(){return this.rgb().formatRgb()}function pe(t){var e,n;return t=(t+"").trim().toLowerCase(),(e=uc.exec(t))?(n=e[1].length,e=parseInt(e[1],16),n===6?ss(e):n===3?new z(e>>8&15|e>>4&240,e>>4&15|e&240,(e&15)<<4|e&15,1):n===8?_n(e>>24&255,e>>16&255,e>>8&255,(e&255)/255):n===4?_n(e>>12&15|e>>8&240,e>>8&15|e>>4&240,e>>4&15|e&240,((e&15)<<4|e&15)/255):null):(e=lc.exec(t))?new z(e[1],e[2],e[3],1):(e=cc.exec(t))?new z(e[1]*255/100,e[2]*255/100,e[3]*255/100,1):(e=fc.exec(t))?_n(e[1],e[2],e[3],e[4]):(e=mc.exec(t))?_n(e[1]*255/100,e[2]*255/100,e[3]*255/100,e[4]):(e=pc.exec(t))?ls(e[1],e[2]/100,e[3]/100,1):(e=hc.exec(t))?ls(e[1],e[2]/100,e[3]/100,e[4]):rs.hasOwnProperty(t)?ss(rs[t]):t==="transparent"?new z(NaN,NaN,NaN,0):null}function ss(t){return new z(t>>16&255,t>>8&255,t&255,1)}function _n(t,e,n,r){return r<=0&&(t=e=n=NaN),new z(t,e,n,r)}function jr(t){return t instanceof Nt||(t=pe(t)),t?(t=t.rgb(),new z(t.r,t.g,t.b,t.opacity)):new z}function Le(t,e,n,r){return arguments.length===1?jr(t):new z(t,e,n,r??1)}function z(t,e,n,r){this.r=+t,this.g=+e,this.b=+n,this.opacity=+r}me(z,Le,Ae(Nt,{brighter(t){return t=t==null?fe:Math.pow(fe,t),new z(this.r*t,this.g*t,this.b*t,this.opacity)},darker(t){return t=t==null?zt:Math.pow(zt,t),new z(this.r*t,this.g*t,this.b*t,this.opacity)},rgb(){return this},clamp(){return new z(Bt(this.r),Bt(this.g),Bt(this.b),wn(this.opacity))},displayable(){return-.5<=this.r&&this.r<255.5&&-.5<=this.g&&this.g<255.5&&-.5<=this.b&&this.b<255.5&&0<=this.opacity&&this.opacity<=1},hex:as,formatHex:as,formatHex8:yc,formatRgb:us,toString:us}));function as(){return`#${Vt(this.r)}${Vt(this.g)}${Vt(this.b)}`}function yc(){return`#${Vt(this.r)}${Vt(this.g)}${Vt(this.b)}${Vt((isNaN(this.opacity)?1:this.opacity)*255)}`}function us(){let t=wn(this.opacity);return`${t===1?"rgb(":"rgba("}${Bt(this.r)}, ${Bt(this.g)}, ${Bt(this.b)}${t===1?")":`, ${t})`}`}function wn(t){return isNaN(t)?1:Math.max(0,Math.min(1,t))}function Bt(t){return Math.max(0,Math.min(255,Math.round(t)||0))}function Vt(t){return t=Bt(t),(t<16?"0":"")+t.toString(16)}function ls(t,e,n,r){return r<=0?t=e=n=NaN:n<=0||n>=1?t=e=NaN:e<=0&&(t=NaN),new nt(t,e,n,r)}function hs(t){if(t instanceof nt)return new nt(t.h,t.s,t.l,t.opacity);if(t instanceof Nt||(t=pe(t)),!t)return new nt;if(t instanceof nt)return t;t=t.rgb();var e=t.r/255,n=t.g/255,r=t.b/255,o=Math.min(e,n,r),i=Math.max(e,n,r),s=NaN,a=i-o,c=(i+o)/2;return a?(e===i?s=(n-r)/a+(n<r)*6:n===i?s=(r-e)/a+2:s=(e-n)/a+4,a/=c<.5?i+o:2-i-o,s*=60):a=c>0&&c<1?0:s,new nt(s,a,c,t.opacity)}function kn(t,e,n,r){return arguments.length===1?hs(t):new nt(t,e,n,r??1)}function nt(t,e,n,r){this.h=+t,this.s=+e,this.l=+n,this.opacity=+r}me(nt,kn,Ae(Nt,{brighter(t){return t=t==null?fe:Math.pow(fe,t),new nt(this.h,this.s,this.l*t,this.opacity)},darker(t){return t=t==null?zt:Math.pow(zt,t),new nt(this.h,this.s,this.l*t,this.opacity)},rgb(){var t=this.h%360+(this.h<0)*360,e=isNaN(t)||isNaN(this.s)?0:this.s,n=this.l,r=n+(n<.5?n:1-n)*e,o=2*n-r;return new z(Br(t>=240?t-240:t+120,o,r),Br(t,o,r),Br(t<120?t+240:t-120,o,r),this.opacity)},clamp(){return new nt(cs(this.h),xn(this.s),xn(this.l),wn(this.opacity))},displayable(){return(0<=this.s&&this.s<=1||isNaN(this.s))&&0<=this.l&&this.l<=1&&0<=this.opacity&&this.opacity<=1},formatHsl(){let t=wn(this.opacity);return`${t===1?"hsl(":"hsla("}${cs(this.h)}, ${xn(this.s)*100}%, ${xn(this.l)*100}%${t===1?")":`, ${t})`}`}}));function cs(t){return t=(t||0)%360,t<0?t+360:t}function xn(t){return Math.max(0,Math.min(1,t||0))}function Br(t,e,n){return(t<60?e+(n-e)*t/60:t<180?n:t<240?e+(n-e)*(240-t)/60:e)*255}var ds=Math.PI/180,gs=180/Math.PI,vn=18,ys=.96422,bs=1,_s=.82521,xs=4/29,ce=6/29,ws=3*ce*ce,bc=ce*ce*ce;function vs(t){if(t instanceof ut)return new ut(t.l,t.a,t.b,t.opacity);if(t instanceof gt)return Ss(t);t instanceof z||(t=jr(t));var e=Ur(t.r),n=Ur(t.g),r=Ur(t.b),o=Hr((.2225045*e+.7168786*n+.0606169*r)/bs),i,s;return e===n&&n===r?i=s=o:(i=Hr((.4360747*e+.3850649*n+.1430804*r)/ys),s=Hr((.0139322*e+.0971045*n+.7141733*r)/_s)),new ut(116*o-16,500*(i-o),200*(o-s),t.opacity)}function ks(t,e,n,r){return arguments.length===1?vs(t):new ut(t,e,n,r??1)}function ut(t,e,n,r){this.l=+t,this.a=+e,this.b=+n,this.opacity=+r}me(ut,ks,Ae(Nt,{brighter(t){return new ut(this.l+vn*(t??1),this.a,this.b,this.opacity)},darker(t){return new ut(this.l-vn*(t??1),this.a,this.b,this.opacity)},rgb(){var t=(this.l+16)/116,e=isNaN(this.a)?t:t+this.a/500,n=isNaN(this.b)?t:t-this.b/200;return e=ys*zr(e),t=bs*zr(t),n=_s*zr(n),new z(Gr(3.1338561*e-1.6168667*t-.4906146*n),Gr(-.9787684*e+1.9161415*t+.033454*n),Gr(.0719453*e-.2289914*t+1.4052427*n),this.opacity)}}));function Hr(t){return t>bc?Math.pow(t,1/3):t/ws+xs}function zr(t){return t>ce?t*t*t:ws*(t-xs)}function Gr(t){return 255*(t<=.0031308?12.92*t:1.055*Math.pow(t,1/2.4)-.055)}function Ur(t){return(t/=255)<=.04045?t/12.92:Math.pow((t+.055)/1.055,2.4)}function _c(t){if(t instanceof gt)return new gt(t.h,t.c,t.l,t.opacity);if(t instanceof ut||(t=vs(t)),t.a===0&&t.b===0)return new gt(NaN,0<t.l&&t.l<100?0:NaN,t.l,t.opacity);var e=Math.atan2(t.b,t.a)*gs;return new gt(e<0?e+360:e,Math.sqrt(t.a*t.a+t.b*t.b),t.l,t.opacity)}function Sn(t,e,n,r){return arguments.length===1?_c(t):new gt(t,e,n,r??1)}function gt(t,e,n,r){this.h=+t,this.c=+e,this.l=+n,this.opacity=+r}function Ss(t){if(isNaN(t.h))return new ut(t.l,0,0,t.opacity);var e=t.h*ds;return new ut(t.l,Math.cos(e)*t.c,Math.sin(e)*t.c,t.opacity)}me(gt,Sn,Ae(Nt,{brighter(t){return new gt(this.h,this.c,this.l+vn*(t??1),this.opacity)},darker(t){return new gt(this.h,this.c,this.l-vn*(t??1),this.opacity)},rgb(){return Ss(this).rgb()}}));var Ms=-.14861,Wr=1.78277,Qr=-.29227,Mn=-.90649,Te=1.97294,fs=Te*Mn,ms=Te*Wr,ps=Wr*Qr-Mn*Ms;function xc(t){if(t instanceof Ht)return new Ht(t.h,t.s,t.l,t.opacity);t instanceof z||(t=jr(t));var e=t.r/255,n=t.g/255,r=t.b/255,o=(ps*r+fs*e-ms*n)/(ps+fs-ms),i=r-o,s=(Te*(n-o)-Qr*i)/Mn,a=Math.sqrt(s*s+i*i)/(Te*o*(1-o)),c=a?Math.atan2(s,i)*gs-120:NaN;return new Ht(c<0?c+360:c,a,o,t.opacity)}function Rn(t,e,n,r){return arguments.length===1?xc(t):new Ht(t,e,n,r??1)}function Ht(t,e,n,r){this.h=+t,this.s=+e,this.l=+n,this.opacity=+r}me(Ht,Rn,Ae(Nt,{brighter(t){return t=t==null?fe:Math.pow(fe,t),new Ht(this.h,this.s,this.l*t,this.opacity)},darker(t){return t=t==null?zt:Math.pow(zt,t),new Ht(this.h,this.s,this.l*t,this.opacity)},rgb(){var t=isNaN(this.h)?0:(this.h+120)*ds,e=+this.l,n=isNaN(this.s)?0:this.s*e*(1-e),r=Math.cos(t),o=Math.sin(t);return new z(255*(e+n*(Ms*r+Wr*o)),255*(e+n*(Qr*r+Mn*o)),255*(e+n*(Te*r)),this.opacity)}}));function $s(t,e,n,r,o){var i=t*t,s=i*t;return((1-3*t+3*i-s)*e+(4-6*i+3*s)*n+(1+3*t+3*i-3*s)*r+s*o)/6}function wc(t){var e=t.length-1;return function(n){var r=n<=0?n=0:n>=1?(n=1,e-1):Math.floor(n*e),o=t[r],i=t[r+1],s=r>0?t[r-1]:2*o-i,a=r<e-1?t[r+2]:2*i-o;return $s((n-r/e)*e,s,o,i,a)}}function vc(t){var e=t.length;return function(n){var r=Math.floor(((n%=1)<0?++n:n)*e),o=t[(r+e-1)%e],i=t[r%e],s=t[(r+1)%e],a=t[(r+2)%e];return $s((n-r/e)*e,o,i,s,a)}}var Nn=t=>()=>t;function Cs(t,e){return function(n){return t+n*e}}function kc(t,e,n){return t=Math.pow(t,n),e=Math.pow(e,n)-t,n=1/n,function(r){return Math.pow(t+r*e,n)}}function Jr(t,e){var n=e-t;return n?Cs(t,n>180||n<-180?n-360*Math.round(n/360):n):Nn(isNaN(t)?e:t)}function Sc(t){return(t=+t)==1?X:function(e,n){return n-e?kc(e,n,t):Nn(isNaN(e)?n:e)}}function X(t,e){var n=e-t;return n?Cs(t,n):Nn(isNaN(t)?e:t)}var Rs=(function t(e){var n=Sc(e);function r(o,i){var s=n((o=Le(o)).r,(i=Le(i)).r),a=n(o.g,i.g),c=n(o.b,i.b),l=X(o.opacity,i.opacity);return function(f){return o.r=s(f),o.g=a(f),o.b=c(f),o.opacity=l(f),o+""}}return r.gamma=t,r})(1);function Ts(t){return function(e){var n=e.length,r=new Array(n),o=new Array(n),i=new Array(n),s,a;for(s=0;s<n;++s)a=Le(e[s]),r[s]=a.r||0,o[s]=a.g||0,i[s]=a.b||0;return r=t(r),o=t(o),i=t(i),a.opacity=1,function(c){return a.r=r(c),a.g=o(c),a.b=i(c),a+""}}}var dd=Ts(wc),gd=Ts(vc);function Mc(t,e){e||(e=[]);var n=t?Math.min(e.length,t.length):0,r=e.slice(),o;return function(i){for(o=0;o<n;++o)r[o]=t[o]*(1-i)+e[o]*i;return r}}function Rc(t){return ArrayBuffer.isView(t)&&!(t instanceof DataView)}function Pc(t,e){var n=e?e.length:0,r=t?Math.min(n,t.length):0,o=new Array(r),i=new Array(n),s;for(s=0;s<r;++s)o[s]=$n(t[s],e[s]);for(;s<n;++s)i[s]=e[s];return function(a){for(s=0;s<r;++s)i[s]=o[s](a);return i}}function Nc(t,e){var n=new Date;return t=+t,e=+e,function(r){return n.setTime(t*(1-r)+e*r),n}}function rt(t,e){return t=+t,e=+e,function(n){return t*(1-n)+e*n}}function $c(t,e){var n={},r={},o;(t===null||typeof t!="object")&&(t={}),(e===null||typeof e!="object")&&(e={});for(o in e)o in t?n[o]=$n(t[o],e[o]):r[o]=e[o];return function(i){for(o in n)r[o]=n[o](i);return r}}var Xr=/[-+]?(?:\d+\.?\d*|\.?\d+)(?:[eE][-+]?\d+)?/g,Kr=new RegExp(Xr.source,"g");function Cc(t){return function(){return t}}function Tc(t){return function(e){return t(e)+""}}function Ac(t,e){var n=Xr.lastIndex=Kr.lastIndex=0,r,o,i,s=-1,a=[],c=[];for(t=t+"",e=e+"";(r=Xr.exec(t))&&(o=Kr.exec(e));)(i=o.index)>n&&(i=e.slice(n,i),a[s]?a[s]+=i:a[++s]=i),(r=r[0])===(o=o[0])?a[s]?a[s]+=o:a[++s]=o:(a[++s]=null,c.push({i:s,x:rt(r,o)})),n=Kr.lastIndex;return n<e.length&&(i=e.slice(n),a[s]?a[s]+=i:a[++s]=i),a.length<2?c[0]?Tc(c[0].x):Cc(e):(e=c.length,function(l){for(var f=0,m;f<e;++f)a[(m=c[f]).i]=m.x(l);return a.join("")})}function $n(t,e){var n=typeof e,r;return e==null||n==="boolean"?Nn(e):(n==="number"?rt:n==="string"?(r=pe(e))?(e=r,Rs):Ac:e instanceof pe?Rs:e instanceof Date?Nc:Rc(e)?Mc:Array.isArray(e)?Pc:typeof e.valueOf!="function"&&typeof e.toString!="function"||isNaN(e)?$c:rt)(t,e)}function As(t,e){return t=+t,e=+e,function(n){return Math.round(t*(1-n)+e*n)}}var Ps=180/Math.PI,Yr={translateX:0,translateY:0,rotate:0,skewX:0,scaleX:1,scaleY:1};function Ls(t,e,n,r,o,i){var s,a,c;return(s=Math.sqrt(t*t+e*e))&&(t/=s,e/=s),(c=t*n+e*r)&&(n-=t*c,r-=e*c),(a=Math.sqrt(n*n+r*r))&&(n/=a,r/=a,c/=a),t*r<e*n&&(t=-t,e=-e,c=-c,s=-s),{translateX:o,translateY:i,rotate:Math.atan2(e,t)*Ps,skewX:Math.atan(c)*Ps,scaleX:s,scaleY:a}}var Pn;function Lc(t){let e=new(typeof DOMMatrix=="function"?DOMMatrix:WebKitCSSMatrix)(t+"");return e.isIdentity?Yr:Ls(e.a,e.b,e.c,e.d,e.e,e.f)}function Ec(t){return t==null||(Pn||(Pn=document.createElementNS("http://www.w3.org/2000/svg","g")),Pn.setAttribute("transform",t),!(t=Pn.transform.baseVal.consolidate()))?Yr:(t=t.matrix,Ls(t.a,t.b,t.c,t.d,t.e,t.f))}function Es(t,e,n,r){function o(l){return l.length?l.pop()+" ":""}function i(l,f,m,p,h,d){if(l!==m||f!==p){var g=h.push("translate(",null,e,null,n);d.push({i:g-4,x:rt(l,m)},{i:g-2,x:rt(f,p)})}else(m||p)&&h.push("translate("+m+e+p+n)}function s(l,f,m,p){l!==f?(l-f>180?f+=360:f-l>180&&(l+=360),p.push({i:m.push(o(m)+"rotate(",null,r)-2,x:rt(l,f)})):f&&m.push(o(m)+"rotate("+f+r)}function a(l,f,m,p){l!==f?p.push({i:m.push(o(m)+"skewX(",null,r)-2,x:rt(l,f)}):f&&m.push(o(m)+"skewX("+f+r)}function c(l,f,m,p,h,d){if(l!==m||f!==p){var g=h.push(o(h)+"scale(",null,",",null,")");d.push({i:g-4,x:rt(l,m)},{i:g-2,x:rt(f,p)})}else(m!==1||p!==1)&&h.push(o(h)+"scale("+m+","+p+")")}return function(l,f){var m=[],p=[];return l=t(l),f=t(f),i(l.translateX,l.translateY,f.translateX,f.translateY,m,p),s(l.rotate,f.rotate,m,p),a(l.skewX,f.skewX,m,p),c(l.scaleX,l.scaleY,f.scaleX,f.scaleY,m,p),l=f=null,function(h){for(var d=-1,g=p.length,y;++d<g;)m[(y=p[d]).i]=y.x(h);return m.join("")}}}var yd=Es(Lc,"px, ","px)","deg)"),bd=Es(Ec,", ",")",")"),Dc=1e-12;function Ns(t){return((t=Math.exp(t))+1/t)/2}function Ic(t){return((t=Math.exp(t))-1/t)/2}function Oc(t){return((t=Math.exp(2*t))-1)/(t+1)}var _d=(function t(e,n,r){function o(i,s){var a=i[0],c=i[1],l=i[2],f=s[0],m=s[1],p=s[2],h=f-a,d=m-c,g=h*h+d*d,y,_;if(g<Dc)_=Math.log(p/l)/e,y=function(R){return[a+R*h,c+R*d,l*Math.exp(e*R*_)]};else{var x=Math.sqrt(g),b=(p*p-l*l+r*g)/(2*l*n*x),w=(p*p-l*l-r*g)/(2*p*n*x),P=Math.log(Math.sqrt(b*b+1)-b),T=Math.log(Math.sqrt(w*w+1)-w);_=(T-P)/e,y=function(R){var A=R*_,U=Ns(P),F=l/(n*x)*(U*Oc(e*A+P)-Ic(P));return[a+F*h,c+F*d,l*U/Ns(e*A+P)]}}return y.duration=Math.abs(_)*1e3*e/Math.SQRT2,y}return o.rho=function(i){var s=Math.max(.001,+i),a=s*s,c=a*a;return t(s,a,c)},o})(Math.SQRT2,2,4);function Ds(t){return function(e,n){var r=t((e=kn(e)).h,(n=kn(n)).h),o=X(e.s,n.s),i=X(e.l,n.l),s=X(e.opacity,n.opacity);return function(a){return e.h=r(a),e.s=o(a),e.l=i(a),e.opacity=s(a),e+""}}}var xd=Ds(Jr),wd=Ds(X);function Is(t){return function(e,n){var r=t((e=Sn(e)).h,(n=Sn(n)).h),o=X(e.c,n.c),i=X(e.l,n.l),s=X(e.opacity,n.opacity);return function(a){return e.h=r(a),e.c=o(a),e.l=i(a),e.opacity=s(a),e+""}}}var vd=Is(Jr),kd=Is(X);function Os(t){return(function e(n){n=+n;function r(o,i){var s=t((o=Rn(o)).h,(i=Rn(i)).h),a=X(o.s,i.s),c=X(o.l,i.l),l=X(o.opacity,i.opacity);return function(f){return o.h=s(f),o.s=a(f),o.l=c(Math.pow(f,n)),o.opacity=l(f),o+""}}return r.gamma=e,r})(1)}var Sd=Os(Jr),Md=Os(X);function Fc(t){return Math.abs(t=Math.round(t))>=1e21?t.toLocaleString("en").replace(/,/g,""):t.toString(10)}function Tn(t,e){if(!isFinite(t)||t===0)return null;var n=(t=e?t.toExponential(e-1):t.toExponential()).indexOf("e"),r=t.slice(0,n);return[r.length>1?r[0]+r.slice(2):r,+t.slice(n+1)]}function he(t){return t=Tn(Math.abs(t)),t?t[1]:NaN}function qc(t,e){return function(n,r){for(var o=n.length,i=[],s=0,a=t[0],c=0;o>0&&a>0&&(c+a+1>r&&(a=Math.max(1,r-c)),i.push(n.substring(o-=a,o+a)),!((c+=a+1)>r));)a=t[s=(s+1)%t.length];return i.reverse().join(e)}}function Vc(t){return function(e){return e.replace(/[0-9]/g,function(n){return t[+n]})}}var Bc=/^(?:(.)?([<>=^]))?([+\-( ])?([$#])?(0)?(\d+)?(,)?(\.\d+)?(~)?([a-z%])?$/i;function de(t){if(!(e=Bc.exec(t)))throw new Error("invalid format: "+t);var e;return new Zr({fill:e[1],align:e[2],sign:e[3],symbol:e[4],zero:e[5],width:e[6],comma:e[7],precision:e[8]&&e[8].slice(1),trim:e[9],type:e[10]})}de.prototype=Zr.prototype;function Zr(t){this.fill=t.fill===void 0?" ":t.fill+"",this.align=t.align===void 0?">":t.align+"",this.sign=t.sign===void 0?"-":t.sign+"",this.symbol=t.symbol===void 0?"":t.symbol+"",this.zero=!!t.zero,this.width=t.width===void 0?void 0:+t.width,this.comma=!!t.comma,this.precision=t.precision===void 0?void 0:+t.precision,this.trim=!!t.trim,this.type=t.type===void 0?"":t.type+""}Zr.prototype.toString=function(){return this.fill+this.align+this.sign+this.symbol+(this.zero?"0":"")+(this.width===void 0?"":Math.max(1,this.width|0))+(this.comma?",":"")+(this.precision===void 0?"":"."+Math.max(0,this.precision|0))+(this.trim?"~":"")+this.type};function Hc(t){t:for(var e=t.length,n=1,r=-1,o;n<e;++n)switch(t[n]){case".":r=o=n;break;case"0":r===0&&(r=n),o=n;break;default:if(!+t[n])break t;r>0&&(r=0);break}return r>0?t.slice(0,r)+t.slice(o+1):t}var An;function zc(t,e){var n=Tn(t,e);if(!n)return An=void 0,t.toPrecision(e);var r=n[0],o=n[1],i=o-(An=Math.max(-8,Math.min(8,Math.floor(o/3)))*3)+1,s=r.length;return i===s?r:i>s?r+new Array(i-s+1).join("0"):i>0?r.slice(0,i)+"."+r.slice(i):"0."+new Array(1-i).join("0")+Tn(t,Math.max(0,e+i-1))[0]}function Fs(t,e){var n=Tn(t,e);if(!n)return t+"";var r=n[0],o=n[1];return o<0?"0."+new Array(-o).join("0")+r:r.length>o+1?r.slice(0,o+1)+"."+r.slice(o+1):r+new Array(o-r.length+2).join("0")}var qs={"%":(t,e)=>(t*100).toFixed(e),b:t=>Math.round(t).toString(2),c:t=>t+"",d:Fc,e:(t,e)=>t.toExponential(e),f:(t,e)=>t.toFixed(e),g:(t,e)=>t.toPrecision(e),o:t=>Math.round(t).toString(8),p:(t,e)=>Fs(t*100,e),r:Fs,s:zc,X:t=>Math.round(t).toString(16).toUpperCase(),x:t=>Math.round(t).toString(16)};function Vs(t){return t}var Bs=Array.prototype.map,Hs=["y","z","a","f","p","n","\xB5","m","","k","M","G","T","P","E","Z","Y"];function Gc(t){var e=t.grouping===void 0||t.thousands===void 0?Vs:qc(Bs.call(t.grouping,Number),t.thousands+""),n=t.currency===void 0?"":t.currency[0]+"",r=t.currency===void 0?"":t.currency[1]+"",o=t.decimal===void 0?".":t.decimal+"",i=t.numerals===void 0?Vs:Vc(Bs.call(t.numerals,String)),s=t.percent===void 0?"%":t.percent+"",a=t.minus===void 0?"\u2212":t.minus+"",c=t.nan===void 0?"NaN":t.nan+"";function l(m,p){m=de(m);var h=m.fill,d=m.align,g=m.sign,y=m.symbol,_=m.zero,x=m.width,b=m.comma,w=m.precision,P=m.trim,T=m.type;T==="n"?(b=!0,T="g"):qs[T]||(w===void 0&&(w=12),P=!0,T="g"),(_||h==="0"&&d==="=")&&(_=!0,h="0",d="=");var R=(p&&p.prefix!==void 0?p.prefix:"")+(y==="$"?n:y==="#"&&/[boxX]/.test(T)?"0"+T.toLowerCase():""),A=(y==="$"?r:/[%p]/.test(T)?s:"")+(p&&p.suffix!==void 0?p.suffix:""),U=qs[T],F=/[defgprs%]/.test(T);w=w===void 0?6:/[gprs]/.test(T)?Math.max(1,Math.min(21,w)):Math.max(0,Math.min(20,w));function j(M){var D=R,tt=A,Jt,Io,je;if(T==="c")tt=U(M)+tt,M="";else{M=+M;var We=M<0||1/M<0;if(M=isNaN(M)?c:U(Math.abs(M),w),P&&(M=Hc(M)),We&&+M==0&&g!=="+"&&(We=!1),D=(We?g==="("?g:a:g==="-"||g==="("?"":g)+D,tt=(T==="s"&&!isNaN(M)&&An!==void 0?Hs[8+An/3]:"")+tt+(We&&g==="("?")":""),F){for(Jt=-1,Io=M.length;++Jt<Io;)if(je=M.charCodeAt(Jt),48>je||je>57){tt=(je===46?o+M.slice(Jt+1):M.slice(Jt))+tt,M=M.slice(0,Jt);break}}}b&&!_&&(M=e(M,1/0));var Qe=D.length+M.length+tt.length,pt=Qe<x?new Array(x-Qe+1).join(h):"";switch(b&&_&&(M=e(pt+M,pt.length?x-tt.length:1/0),pt=""),d){case"<":M=D+M+tt+pt;break;case"=":M=D+pt+M+tt;break;case"^":M=pt.slice(0,Qe=pt.length>>1)+D+M+tt+pt.slice(Qe);break;default:M=pt+D+M+tt;break}return i(M)}return j.toString=function(){return m+""},j}function f(m,p){var h=Math.max(-8,Math.min(8,Math.floor(he(p)/3)))*3,d=Math.pow(10,-h),g=l((m=de(m),m.type="f",m),{suffix:Hs[8+h/3]});return function(y){return g(d*y)}}return{format:l,formatPrefix:f}}var Cn,Ln,to;Uc({thousands:",",grouping:[3],currency:["$",""]});function Uc(t){return Cn=Gc(t),Ln=Cn.format,to=Cn.formatPrefix,Cn}function zs(t){return Math.max(0,-he(Math.abs(t)))}function Gs(t,e){return Math.max(0,Math.max(-8,Math.min(8,Math.floor(he(e)/3)))*3-he(Math.abs(t)))}function Us(t,e){return t=Math.abs(t),e=Math.abs(e)-t,Math.max(0,he(e)-he(t))+1}function no(t,e){switch(arguments.length){case 0:break;case 1:this.range(t);break;default:this.range(e).domain(t);break}return this}function jc(t){return function(){return t}}function Wc(t){return+t}var js=[0,1];function ge(t){return t}function eo(t,e){return(e-=t=+t)?function(n){return(n-t)/e}:jc(isNaN(e)?NaN:.5)}function Qc(t,e){var n;return t>e&&(n=t,t=e,e=n),function(r){return Math.max(t,Math.min(e,r))}}function Kc(t,e,n){var r=t[0],o=t[1],i=e[0],s=e[1];return o<r?(r=eo(o,r),i=n(s,i)):(r=eo(r,o),i=n(i,s)),function(a){return i(r(a))}}function Xc(t,e,n){var r=Math.min(t.length,e.length)-1,o=new Array(r),i=new Array(r),s=-1;for(t[r]<t[0]&&(t=t.slice().reverse(),e=e.slice().reverse());++s<r;)o[s]=eo(t[s],t[s+1]),i[s]=n(e[s],e[s+1]);return function(a){var c=Bi(t,a,1,r)-1;return i[c](o[c](a))}}function ro(t,e){return e.domain(t.domain()).range(t.range()).interpolate(t.interpolate()).clamp(t.clamp()).unknown(t.unknown())}function oo(){var t=js,e=js,n=$n,r,o,i,s=ge,a,c,l;function f(){var p=Math.min(t.length,e.length);return s!==ge&&(s=Qc(t[0],t[p-1])),a=p>2?Xc:Kc,c=l=null,m}function m(p){return p==null||isNaN(p=+p)?i:(c||(c=a(t.map(r),e,n)))(r(s(p)))}return m.invert=function(p){return s(o((l||(l=a(e,t.map(r),rt)))(p)))},m.domain=function(p){return arguments.length?(t=Array.from(p,Wc),f()):t.slice()},m.range=function(p){return arguments.length?(e=Array.from(p),f()):e.slice()},m.rangeRound=function(p){return e=Array.from(p),n=As,f()},m.clamp=function(p){return arguments.length?(s=p?!0:ge,f()):s!==ge},m.interpolate=function(p){return arguments.length?(n=p,f()):n},m.unknown=function(p){return arguments.length?(i=p,m):i},function(p,h){return r=p,o=h,f()}}function Yc(){return oo()(ge,ge)}function Jc(t,e,n,r){var o=Ui(t,e,n),i;switch(r=de(r??",f"),r.type){case"s":{var s=Math.max(Math.abs(t),Math.abs(e));return r.precision==null&&!isNaN(i=Gs(o,s))&&(r.precision=i),to(r,s)}case"":case"e":case"g":case"p":case"r":{r.precision==null&&!isNaN(i=Us(o,Math.max(Math.abs(t),Math.abs(e))))&&(r.precision=i-(r.type==="e"));break}case"f":case"%":{r.precision==null&&!isNaN(i=zs(o))&&(r.precision=i-(r.type==="%")*2);break}}return Ln(r)}function Js(t){var e=t.domain;return t.ticks=function(n){var r=e();return hn(r[0],r[r.length-1],n??10)},t.tickFormat=function(n,r){var o=e();return Jc(o[0],o[o.length-1],n??10,r)},t.nice=function(n){n==null&&(n=10);var r=e(),o=0,i=r.length-1,s=r[o],a=r[i],c,l,f=10;for(a<s&&(l=s,s=a,a=l,l=o,o=i,i=l);f-- >0;){if(l=pn(s,a,n),l===c)return r[o]=s,r[i]=a,e(r);if(l>0)s=Math.floor(s/l)*l,a=Math.ceil(a/l)*l;else if(l<0)s=Math.ceil(s*l)/l,a=Math.floor(a*l)/l;else break;c=l}return t},t}function Y(){var t=Yc();return t.copy=function(){return ro(t,Y())},no.apply(t,arguments),Js(t)}function Zc(t,e){t=t.slice();var n=0,r=t.length-1,o=t[n],i=t[r],s;return i<o&&(s=n,n=r,r=s,s=o,o=i,i=s),t[n]=e.floor(o),t[r]=e.ceil(i),t}function Ws(t){return Math.log(t)}function Qs(t){return Math.exp(t)}function tf(t){return-Math.log(-t)}function ef(t){return-Math.exp(-t)}function nf(t){return isFinite(t)?+("1e"+t):t<0?0:t}function rf(t){return t===10?nf:t===Math.E?Math.exp:e=>Math.pow(t,e)}function of(t){return t===Math.E?Math.log:t===10&&Math.log10||t===2&&Math.log2||(t=Math.log(t),e=>Math.log(e)/t)}function Ks(t){return(e,n)=>-t(-e,n)}function sf(t){let e=t(Ws,Qs),n=e.domain,r=10,o,i;function s(){return o=of(r),i=rf(r),n()[0]<0?(o=Ks(o),i=Ks(i),t(tf,ef)):t(Ws,Qs),e}return e.base=function(a){return arguments.length?(r=+a,s()):r},e.domain=function(a){return arguments.length?(n(a),s()):n()},e.ticks=a=>{let c=n(),l=c[0],f=c[c.length-1],m=f<l;m&&([l,f]=[f,l]);let p=o(l),h=o(f),d,g,y=a==null?10:+a,_=[];if(!(r%1)&&h-p<y){if(p=Math.floor(p),h=Math.ceil(h),l>0){for(;p<=h;++p)for(d=1;d<r;++d)if(g=p<0?d/i(-p):d*i(p),!(g<l)){if(g>f)break;_.push(g)}}else for(;p<=h;++p)for(d=r-1;d>=1;--d)if(g=p>0?d/i(-p):d*i(p),!(g<l)){if(g>f)break;_.push(g)}_.length*2<y&&(_=hn(l,f,y))}else _=hn(p,h,Math.min(h-p,y)).map(i);return m?_.reverse():_},e.tickFormat=(a,c)=>{if(a==null&&(a=10),c==null&&(c=r===10?"s":","),typeof c!="function"&&(!(r%1)&&(c=de(c)).precision==null&&(c.trim=!0),c=Ln(c)),a===1/0)return c;let l=Math.max(1,r*a/e.ticks().length);return f=>{let m=f/i(Math.round(o(f)));return m*r<r-.5&&(m*=r),m<=l?c(f):""}},e.nice=()=>n(Zc(n(),{floor:a=>i(Math.floor(o(a))),ceil:a=>i(Math.ceil(o(a)))})),e}function io(){let t=sf(oo()).domain([1,10]);return t.copy=()=>ro(t,io()).base(t.base()),no.apply(t,arguments),t}function Xs(t){return function(e){return Math.sign(e)*Math.log1p(Math.abs(e/t))}}function Ys(t){return function(e){return Math.sign(e)*Math.expm1(Math.abs(e))*t}}function af(t){var e=1,n=t(Xs(e),Ys(e));return n.constant=function(r){return arguments.length?t(Xs(e=+r),Ys(e)):e},Js(n)}function so(){var t=af(oo());return t.copy=function(){return ro(t,so()).constant(t.constant())},no.apply(t,arguments)}function J(t,[e,n]){return t>=e&&t<=n}function Gt(t,e,n){let[r,o]=e,i=[r,Math.max(r+1,o)];return t==="log"?so(i,n).constant(1):Y(i,n)}function G(t){return 6.3*t.length}function Zs(t,e,n){let[r,o]=[e[0],Math.max(e[0]+1,e[1])],i=Gt(t,[r,o],n);if(t==="linear"||o+1<3*(r+1)){let a=(n[1]-n[0])/(G(v(o))+24);return Y([r,o],n).ticks(Math.max(1,Math.floor(a))).filter(Number.isInteger)}let s=Math.floor(Math.log2(o))+1;for(let a=1;a<s;a++){let c=uf(s,a).filter(l=>J(l,[r,o]));if(lf(c,i))return c}return[r,2**(s-1)]}function uf(t,e){let n=[0];for(let r=0;r<t;r+=e)n.push(2**r);return n}function lf(t,e){return t.every((n,r)=>{if(r===0)return!0;let o=t[r-1],i=(G(v(n))+G(v(o)))/2;return e(n)-e(o)>=i+6})}function Ut(t,e,n=NaN){let r=1/0,o=-1/0;if(t.forEach((c,l)=>{if(!Number.isFinite(c))return;let f=Number.isFinite(e[l])?e[l]:0;r=Math.min(r,c-f),o=Math.max(o,c+f)}),r>o)return[0,1];let i=Math.max(Math.abs(o)*.01,Number.isFinite(n)?n*.005:0,1e-8),s=Math.max(0,i-(o-r)),a=Math.min(s/2,Math.max(r,0));return[r-a,o+s-a]}function En(t,e){let n=.5*(t[1]-t[0]);return e<t[0]-n||e>t[1]+n?t:[Math.min(t[0],e),Math.max(t[1],e)]}function Ee(t,e,n){return Math.max(0,gn(t,r=>Math.abs(e(r)-n)))}function ta(t,e,n,r){let o=[];t.forEach((i,s)=>o.push(Math.max(i,s?o[s-1]+e:n)));for(let i=o.length-1,s=r;i>=0;i--,s=o[i+1]-e)o[i]>s&&(o[i]=s);return o}var cf=Symbol.for("pv"),ff=0;function u(t,e,n,r,o,i){e||(e={});var s,a,c=e;if("ref"in c&&typeof t!="function")for(a in c={},e)a=="ref"?s=e[a]:c[a]=e[a];var l={type:t,props:c,key:n,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:cf,__v:--ff,__i:-1,__u:0};return(o||i)&&(l.__source=o,l.__self=i),C.vnode&&C.vnode(l),l}var ao=1;function Dn(t,e,n,r){return Re().digits(ao).defined(Number.isFinite).x((i,s)=>n(t[s])).y(r)(e)??""}function uo({panel:t,color:e,dash:n,steps:r,values:o}){return u(S,{children:[u("path",{class:"companion",stroke:e,"stroke-dasharray":n||void 0,d:Dn(r,o,t.x,t.y)}),es(o).map(i=>u("circle",{cx:t.x(r[i]),cy:t.y(o[i]),r:2},i))]})}function ea({panel:t,lines:e}){return u(S,{children:e.map((n,r)=>u("g",{class:n.isMuted?"one-line muted-line":"one-line","data-line":r,"data-run":n.run,fill:n.color,children:[u(uo,{panel:t,...n}),u("title",{children:n.name})]},n.name))})}function na({panel:t,lines:e}){let{top:n,bottom:r,right:o,width:i}=t,s=e.map((l,f)=>{let m=l.values.findLastIndex((p,h)=>Number.isFinite(p)&&l.steps[h]<=t.steps[1]);return{...l,index:f,y:m<0?NaN:Math.min(r,Math.max(n,t.y(l.values[m])))}}).filter(({y:l})=>Number.isFinite(l)).toSorted((l,f)=>l.y-f.y),a=s.filter(({isMuted:l})=>!l),c=ta(a.map(({y:l})=>l),12,n,r);return u("g",{class:"end-labels",children:s.map(l=>{let f=l.isMuted?l.y:c[a.indexOf(l)];return u("g",{class:l.isMuted?"end-label muted-line":"end-label","data-line":l.index,children:[u("path",{d:`M${o-2},${l.y}L${o+5},${f}h4`,stroke:l.color}),u("text",{x:o+12,y:f,dy:"0.32em",children:Q(l.name,Math.floor((i-o-10)/G("x")))})]},l.name)})})}function ra({panel:t,phases:e}){let n=r=>Math.min(t.right,Math.max(t.left,t.x(r)));return u("g",{class:"phase-edges",children:e.map(({kind:r,start_step:o,end_step:i})=>u("rect",{class:`edge ${r}`,x:n(o),y:t.top-4,width:Math.max(0,n(i)-n(o)-1),height:3,children:u("title",{children:`${r}, step ${v(o)} to ${v(i)}`})},o))})}function oa({panel:t,marks:e}){let n=e.filter(({step:r})=>J(r,t.steps));return u("g",{class:"step-marks",children:n.map(({step:r,before:o="",after:i=""})=>{let s=t.x(r),[a,c]=[s-G(o)>t.left,s+G(i)<t.width];return u("g",{children:[u("line",{class:"held",x1:s,x2:s,y1:t.top,y2:t.bottom}),o&&a&&u("text",{x:s-5,y:t.bottom-6,"text-anchor":"end",children:o}),i&&c&&u("text",{x:s+5,y:t.bottom-6,children:i})]},r)})})}function ye({color:t,dash:e}){return u("svg",{width:26,height:10,class:"stroke","aria-hidden":"true",children:u("path",{d:"M0,5H26",stroke:t,"stroke-width":2,"stroke-dasharray":e||void 0})})}var mf={training_heldout:"held-out rows are training rows",no_labels:"no labels, so no probe accuracy",one_class:"one class only, so no probe accuracy",constant_features:"some features are constant",nonfinite_outputs:"the model's outputs hold NaN or infinite values",rank_deficient:"features depend on each other linearly",nonfinite_features:"features are NaN or infinite",few_rows:"few rows for this width: the loss reads high",ridge_at_bound:"the best ridge lies at the end of its path",probe_not_converged:"the linear probe did not converge",target_resized:"the input is reconstructed at a smaller size",target_cropped:"the border of the input is not reconstructed",constant_target:"the input is constant",failed:"the measurement failed",float64_sums:"measured in float64, because rounding in float32 might have shown",out_of_memory:"memory ran out, so this layer was given up",diverged:"training a decoder or probe diverged",nonfinite_weights:"weights are or were NaN or infinite: no phase is told from here on",averaged_weights:"weights are the moving average that the optimizer keeps",duplicated_rows:"a tenth of the rows or more are copies of others",out_of_range:"the loss is too large or too small for float32"},pf={training_heldout:"Give fit its validation_data, and those rows are held out.",no_labels:"Give PhaseProbe(data=(x, y)) rows with labels.",few_rows:"More rows tell more: PhaseProbe(max_examples=...); read explained variance beside it.",ridge_at_bound:"The features explain next to nothing here.",probe_not_converged:"Its accuracy may be a little low; nothing else is touched.",nonfinite_features:"Look for a diverging loss or infinite inputs at that step.",nonfinite_outputs:"Look for a diverging loss at that step.",nonfinite_weights:"Lower the learning rate, or clip gradients.",out_of_memory:"PhaseProbe(max_memory=...), fewer layers or a smaller probe_batch_size help.",duplicated_rows:"Each counts once; what the data repeats tells nothing new.",failed:"Compare the same step of another layer."};function lo(t){let e=co(t);return`${e[0].toUpperCase()}${e.slice(1)}. ${pf[t]??""}`.trim()}function co(t){return mf[t]??t.replaceAll("_"," ")}function ia({runs:t,looks:e,cursor:n,quantity:r}){let[o,i]=$(n.current);ht(n,i);let s=N(null),a=t.find(({summary:y})=>y.run===o?.run)??t[0],{rows:c,reports:l}=a,f=c.find(y=>y.key===o?.panel),m=o&&f?.steps.length?{series:f,at:B(f.steps,o.step)}:null;ai(()=>{let y=s.current&&o&&hf(o);if(!y)return;let _={width:document.documentElement.clientWidth,height:innerHeight},x=y.closest("svg").getBoundingClientRect(),[b,w]=df(s.current.getBoundingClientRect(),y.getBoundingClientRect(),x,_);s.current.style.transform=`translate(${b}px,${w}px)`});let p=f&&E(l,f.row),h=a!==t[0],d=f?K(f,c):"",g=o?.byKey&&m?xf(h?`${H(a)}, ${d}`:d,m,o.line):"";return u(S,{children:[u("div",{class:"read-aloud","aria-live":"polite",children:g}),m&&u("div",{ref:s,class:"tooltip",role:"tooltip",children:[h&&u("p",{children:H(a)}),u(bf,{...m,name:d,phases:p?.stages??[],chosen:r,line:o?.line?.run?void 0:o?.line}),e&&t.length>1&&u(gf,{runs:t,looks:e,quantity:r,place:o})]})]})}function hf({panel:t,byKey:e}){return document.querySelector(e?".chart svg:focus":".chart svg:hover")?.querySelector('.cursor line, .cursor [r="6"]')??document.querySelector(`[data-panel="${CSS.escape(t)}"] .cursor line`)}function df(t,e,n,r){let o=(c,l,f)=>Math.max(4,Math.min(c,f-l-4)),i=o(e.left-t.width/2,t.width,r.width),s=o(e.top+18,t.height,r.height),a=e.left+14;return n.bottom+t.height+6<=r.height?[i,n.bottom+2]:n.right+t.width+12<=r.width?[n.right+8,s]:n.left-t.width-12>=0?[n.left-8-t.width,s]:n.top-t.height-6>=0?[i,n.top-t.height-2]:[Math.max(4,a+t.width>r.width-4?e.left-14-t.width:a),s]}var fo=12;function gf({runs:t,looks:{colors:e,dashes:n},quantity:r,place:o}){let i=t.flatMap(l=>{let f=l.rows.find(({key:p})=>p===o.panel),m=f?dt(f.steps,r.read(f),o.step):NaN;return Number.isFinite(m)?[{run:l,value:m}]:[]});i.sort((l,f)=>f.value-l.value);let s=i.findIndex(({run:l})=>l.summary.run===(o.line?.run??t[0].summary.run)),a=Math.max(0,Math.min(s-fo/2,i.length-fo)),c=i.slice(a,a+fo);return u(S,{children:[u("dl",{class:"tooltip-runs",children:c.map(({run:l,value:f},m)=>u(S,{children:[u("dt",{class:a+m===s?"tooltip-line":void 0,children:[u(ye,{color:e.get(l.summary.run),dash:n.get(l.summary.run)}),H(l)]}),u("dd",{children:r.format(f)})]},l.summary.run))}),c.length<i.length&&u("p",{class:"muted",children:`${r.label}, ${c.length} of ${i.length} runs`})]})}var yf=["loss","limit","explained","accuracy"];function bf({name:t,series:e,at:n,phases:r,chosen:o,line:i}){let s=e.steps[n],a=jt({series:e,at:n},"epoch"),c=yf.includes(o.key)||sa(e).includes(o.key),l=r.filter(({start_step:m,end_step:p})=>m<=s&&s<=p).map(({kind:m})=>m),f=[..._f({series:e,at:n}),...c?[]:[[o.label,o.format(o.read(e)[n])]],...l.length?[["phase",l.join(" \u2192 ")]]:[]];return u(S,{children:[u("p",{class:"tooltip-title",children:[u("b",{children:["step ",v(s)]}),Number.isFinite(a)&&u("span",{children:[" epoch ",Number(a.toFixed(2))]}),u("span",{class:"tooltip-layer",children:t})]}),u("dl",{children:[i&&u(S,{children:[u("dt",{class:"tooltip-line",children:i.name}),u("dd",{class:"tooltip-line",children:i.value})]}),f.map(([m,p,h])=>u(S,{children:[u("dt",{class:h,children:m}),u("dd",{children:p})]},m))]}),(ae(e)[n]??[]).map(m=>u("p",{class:"tooltip-flag",children:co(m)},m)),u("p",{class:"muted",children:["loss: mean squared error per input element",!c&&`; ${o.label}: ${o.unit}`]})]})}function _f(t){let e=V(jt(t,"reconstruction_loss")),n=jt(t,"reconstruction_loss_limit"),r=o=>W(jt(t,o));return[["reconstruction loss",[e,u("span",{class:"muted",children:Fi(jt(t,"reconstruction_stderr"))})],"loss"],...Number.isFinite(n)?[["at unlimited rows",V(n)]]:[],["explained variance",r("explained_variance")],["probe accuracy",r("probe_accuracy"),"accuracy"],...sa(t.series).map(o=>[`${/^transfer_(.+)_accuracy$/.exec(o)[1]} accuracy`,r(o)])]}function sa({metricNames:t}){return t.filter(e=>/^transfer_.+_accuracy$/.test(e))}function xf(t,e,n){let r=`${t}, step ${v(e.series.steps[e.at])}`;return n?`${r}: ${n.name} ${n.value}`:`${r}: reconstruction loss ${V(jt(e,"reconstruction_loss"))}, probe accuracy ${W(jt(e,"probe_accuracy"))}`}function jt({series:t,at:e},n){return t.column(n)[e]}var Qt=236,Wt={left:48,top:24,bottom:Qt-34},aa={top:22,bottom:24},ua={accuracy:40,none:14};function mo(t,e,n){return{...Wt,right:n,stepAxis:t,steps:e,x:Gt(t,e,[Wt.left+4,n-4])}}function la(t,e,n,r){let{quantity:o,stepAxis:i,steps:s}=n,a=n.accuracyDomain&&o.key!=="accuracy",c=o.read(t),l=o.readSpread(t)??wf(c,o.readErrors?.(t)??[]),f=o.references?.(t)??[],m=[...[c,...l].flatMap(g=>In(t,g,s)),...e.flatMap(({series:g})=>In(g,o.read(g),s))],p=Ut(m,[],o.wholeVariance?.(t)),h=f.reduce((g,{value:y})=>En(g,y),p),d=[Wt.bottom-aa.bottom,Wt.top+aa.top];return{...mo(i,s,r-(a?ua.accuracy:ua.none)),width:r,label:o.label,quantity:o,y:Y(h,d),accuracy:a?Y(n.accuracyDomain,d):null,values:c,band:l,references:f}}function wf(t,e){let n=r=>Number.isFinite(e[r])?e[r]:0;return[t.map((r,o)=>r-n(o)),t.map((r,o)=>r+n(o))]}function In({steps:t},e,n){return e.filter((r,o)=>J(t[o],n))}function ca(t){let e=t.flatMap(({column:n})=>n("probe_accuracy"));return e.some(Number.isFinite)?Ut(e,[]):null}function be(t,e){let n=e.flatMap(r=>t.wholeVariance?.(r)??[]).filter(Number.isFinite);return Ut(e.flatMap(t.read),[],Math.max(0,...n))}function fa(t){if(window.parent===window)return;let e=new MessageChannel;e.port1.onmessage=n=>{let r=JSON.parse(n.data);if(r.isReply)return;t[r.type]?.(r.payload);let o={type:r.type,id:r.id,payload:null,error:null,isReply:!0};e.port1.postMessage(JSON.stringify(o))},window.parent.postMessage("experimental.bootstrap","*",[e.port2])}function yt(t){return t.replaceAll(/(seed[-_=]?)\d+/gi,"$1*")}function ma(t){let e=new Map;for(let n of t){let r=yt(n.summary.run);e.set(r,[...e.get(r)??[],n])}return[...e].map(([n,r])=>{let o=r.filter(({rows:i})=>i.some(({steps:s})=>s.length));return o.length>1?vf(n,o):o[0]??r[0]})}function vf(t,e){let n=e[0],o=n.rows.map(({key:m})=>m).filter(m=>e.every(({rows:p})=>p.some(h=>h.key===m))),i=o.map(m=>kf(e.map(p=>p.rows.find(h=>h.key===m)))),s=o.flatMap((m,p)=>Sf(i[p],e)??[]),a=i[0]?.steps.at(-1)??null,c=e.flatMap(({summary:m})=>m.error??[]).join(" ")||null,l={...n.summary,run:t,num_steps:i[0]?.steps.length??0,last_step:a,error:c},f=pa(e.filter(({advice:m})=>m?.step!=null),({advice:m})=>m.step);return{summary:l,rows:i,reports:s,advice:Mf(f),answers:f?.answers,numSeeds:e.length}}function kf(t){let[e,...n]=t,r=e.steps.filter(c=>n.every(l=>l.steps.includes(c))),o=t.map(c=>r.map(l=>c.steps.indexOf(l))),i=(c,l)=>t.map((f,m)=>f.column(c)[o[m][l]]).filter(Number.isFinite),s=c=>l=>r.map((f,m)=>c(i(l,m))??NaN),a=()=>r.map((c,l)=>[...new Set(t.flatMap((f,m)=>f.flags()[o[m][l]]))]);return Vr({...e,steps:r,column:s(Qi),flags:a,spread:c=>[s($e)(c),s(Ne)(c)]})}function Sf({row:t},e){let n=e.flatMap(a=>E(a.reports,t)??[]),r=n.filter(a=>a.minimum_step!=null);if(!r.length)return n[0];let o=pa(r,a=>a.minimum_step),i=r.map(a=>a.minimum_interval??[a.minimum_step,a.minimum_step]),s=n.filter(a=>a.has_increase).length;return{...o,minimum_interval:[$e(i,([a])=>a),Ne(i,([,a])=>a)],has_increase:s>n.length/2,forgotten:o.forgotten&&`${o.forgotten} (In the run with the middle minimum.)`,description:`${o.description}. Phases of the run with the middle minimum; ${s} of ${n.length} runs have an increase`}}function Mf(t){return t?{...t.advice,text:`${t.advice.text} (In the run with the middle step.)`}:null}function pa(t,e){let n=Ki(t,e);return t.toSorted((r,o)=>Math.abs(e(r)-n)-Math.abs(e(o)-n))[0]}var On={format:W,tickFormat:"~%"},ha="mean squared error per input element",ya=[{...Z("loss","reconstruction_loss","reconstruction loss",ha,"low"),...ga("reconstruction_loss"),readErrors:t=>t.column("reconstruction_stderr")},{...Z("relative","reconstruction_loss","loss, first = 1","share of the loss at the first probe step","low"),read:t=>da(t,t.column("reconstruction_loss")),readErrors:t=>da(t,t.column("reconstruction_stderr")),readSpread:()=>{},wholeVariance:t=>De(t)/_a(t)},{...Z("limit","reconstruction_loss_limit","loss at unlimited rows",ha,"low"),...ga("reconstruction_loss_limit"),readErrors:t=>t.column("reconstruction_loss_limit_stderr")},{...Z("explained","explained_variance","explained variance","share of the variance of the input","high"),...On,readErrors:t=>xa(t.column("reconstruction_stderr"),De(t)),references:t=>{let e=1-Pt(t,"pca_bound")/De(t);return wa(0,e,va(t,"explained_variance"))},wholeVariance:()=>1},po("accuracy","probe_accuracy","probe accuracy","linear probe, share of held-out rows"),Z("probe_loss","probe_loss","probe loss","cross-entropy of the linear probe, nats","low"),po("model_accuracy","model_accuracy","model accuracy","the model itself, share of held-out rows"),Z("model_loss","model_loss","model loss","of the model itself, on held-out rows","low"),Z("freedom","degrees_of_freedom","degrees of freedom","of the decoder",null),Z("ridge","ridge","ridge","units of the mean feature variance",null),Z("seconds","probe_seconds","probe seconds","seconds of the probe step",null)];function ba(t){let n=[...new Set(t.flatMap(i=>i.metricNames))].flatMap(i=>/^transfer_(.+)_(?:accuracy|loss)$/.exec(i)?.[1]??[]),r=[...new Set(n)].flatMap(i=>[po(`transfer_${i}_accuracy`,`transfer_${i}_accuracy`,`${i} accuracy`,`linear probe of '${i}', share of held-out rows`),Z(`transfer_${i}_loss`,`transfer_${i}_loss`,`${i} loss`,`cross-entropy of the linear probe of '${i}', nats`,"low")]),o=[...ya,...r];return[...o,...Rf(t,o)].filter(i=>t.some(s=>i.read(s).some(Number.isFinite)))}function Rf(t,e){return[...new Map(t.flatMap(r=>[...r.described])).values()].flatMap(({name:r,label:o,unit:i,better:s,isShare:a,part:c})=>{if(c||e.some(f=>f.column===r))return[];let l=e.some(f=>f.key===r)?`own ${r}`:r;return[{...Z(l,r,o,i,s),...a&&On}]})}function da(t,e){return xa(e,_a(t))}function _a({column:t}){return t("reconstruction_loss").find(Number.isFinite)??NaN}function xa(t,e){return t.map(n=>n/e)}function Kt(t,e){return t.find(n=>n.key===e)??ya[0]}function Fn({key:t}){return["loss","relative","limit","explained"].includes(t)}function bt(t,e){return{...Z("","",t,"",null),...e&&On}}function Z(t,e,n,r,o){return{key:t,column:e,label:n,unit:r,better:o,format:V,read:s=>s.column(e),readSpread:s=>s.spread?.(e)}}function po(t,e,n,r){return{...Z(t,e,n,r,"high"),...On}}function ga(t){return{references:e=>wa(De(e),Pt(e,"pca_bound"),va(e,t)),wholeVariance:De}}function wa(t,e,n){return Object.entries({"mean image":t,"PCA bound":e,untrained:n}).map(([o,i])=>({label:o,value:i})).filter(({value:o})=>Number.isFinite(o))}function De(t){return Pt(t,"mean_image_loss")}function va({steps:t,column:e},n){return t[0]===0?e(n)[0]:NaN}var ka="-probe_loss";function Sa(t){return t.flatMap(e=>e.key==="probe_loss"?[e,{...e,key:ka,label:"probe loss, turned",isTurned:!0}]:[e])}var Pf=[{key:"portrait",label:"phase portrait",axes:["accuracy","explained"]},{key:"information",label:"information plane",axes:["explained","label_information"]},{key:"information",label:"information plane",axes:["explained",ka]},{key:"binned",label:"binned mutual information",axes:["binned_information_input","binned_information_label"]}];function Ma(t){let e=Pf.filter(n=>n.axes.every(r=>t.some(o=>o.key===r)));return e.filter(({key:n},r)=>e.findIndex(o=>o.key===n)===r)}var Xt=["curves","portrait","map","images","compare","breakdowns"],Nf=10,Ra=["accuracy","explained"];function go(t){let[e,n]=qn(t.axes)??[],r=(t.zoom??"").split("-").map(Number);return{view:Xt.find(o=>o===t.view)??"curves",run:t.run??"",others:qn(t.with),filter:t.runs??"",pins:qn(t.pins)??[],layers:qn(t.layers),stepAxis:t.x==="linear"?"linear":"log",metric:t.y??"",step:ho(t.step),zoom:r.length===2&&r.every(Pa)&&r[1]>r[0]?[r[0],r[1]]:null,grouped:t.seeds==="grouped",portrait:e&&n?[e,n]:Ra,kind:t.kind??"",unit:t.unit==="loss"?"loss":"explained",from:ho(t.from),to:ho(t.to),against:t.against==="input"||t.against==="step"?t.against:null}}function ho(t){return t&&Pa(Number(t))?Number(t):null}function Pa(t){return Number.isSafeInteger(t)&&t>=0}function yo(t){let{view:e,run:n,others:r,filter:o,pins:i,layers:s,stepAxis:a,metric:c,step:l,zoom:f,grouped:m,portrait:p}=t,{kind:h,unit:d,from:g,to:y,against:_}=t;return{...e!=="curves"&&{view:e},...n&&{run:n},...r&&{with:Vn(r)},...o&&{runs:o},...i.length&&{pins:Vn(i)},...s&&{layers:Vn(s)},x:a,...c&&{y:c},...l!==null&&{step:String(l)},...f&&{zoom:f.join("-")},...m&&{seeds:"grouped"},...p.join()!==Ra.join()&&{axes:Vn(p)},...h&&{kind:h},...d!=="explained"&&{unit:d},...g!==null&&{from:String(g)},...y!==null&&{to:String(y)},..._&&{against:_}}}var $f=["map","compare"];function Bn({metric:t,view:e}){return t||($f.includes(e)?"explained":"loss")}function qn(t){return t===void 0?null:t.split(",").filter(Boolean).map(on)}function Vn(t){return t.map(encodeURIComponent).join(",")}function Na(t,e){return t.find(({run:n})=>n===e)??Ca(t)[0]}function $a(t,e,{others:n,filter:r,pins:o}){let i=t.filter(({run:l})=>l!==e),s=i.filter(({run:l})=>bo(l,r)),a=Ca(s.filter(({num_steps:l})=>l)).slice(0,Nf-1),c=n?s.filter(({run:l})=>n.includes(l)):a;return i.filter(l=>c.includes(l)||o.includes(l.run))}function bo(t,e){return _o(e)?.test(et(t))??!0}function _o(t){try{return new RegExp(t,"i")}catch{return null}}function Hn(t,e){return e?.length&&!e.some(n=>t.includes(n))?null:e}function Ca(t){return t.toSorted((e,n)=>n.last_wall_time-e.last_wall_time)}var xo={light:["#0a5ba8","#00835f","#b8508c","#777300","#6b6b6b","#0e87ad","#6f48a8","#c62828"],dark:["#74bdf5","#3fcf9f","#f08cc4","#d6cf52","#b8b8b8","#56d8e8","#b79cf0","#ff7f73"]},La=9,Ta=["","5 2.5","1.5 2.5","8 2.5 1.5 2.5"];function wo(t,e){return xo[e][t%xo[e].length]}function Ea(t,e){let n=new Map;return new Map(t.map(r=>{let o=e.get(r),i=n.get(o)??0;return n.set(o,i+1),[r,Ta[i%Ta.length]]}))}var Gn=zn(["#440154","#482878","#3e4989","#31688e","#26828e","#1f9e89","#35b779","#6ece58","#b5de2b","#fde725"]),Aa={red:"var(--red)",green:"var(--green)",blue:"var(--blue)",grey:"var(--grey)",chroma:"var(--chroma)"};function Da(t,e,n,r,o){return Object.hasOwn(Aa,t)?Aa[t]:r?Yt(e,n,o):Cf(wo(e,o),Math.floor(e/xo[o].length),o)}function Cf(t,e,n){if(!e)return t;let r=e%2===1;return zn([t,r===(n==="light")?"#000000":"#ffffff"])(.45)}var Tf={light:zn(["#762a83","#af8dc3","#f4f2f5","#7fbf7b","#1b7837"]),dark:zn(["#d9a8ec","#8d5fa3","#454347","#4c8a58","#8fdca3"])};function vo(t,e){return Tf[e]((t+1)/2)}function Yt(t,e,n){let[r,o]=n==="dark"?[.42,.95]:[.04,.66];return Gn(r+(o-r)*(e>1?t/(e-1):.5))}function zn(t){let e=t.map(n=>[1,3,5].map(r=>Number.parseInt(n.slice(r,r+2),16)));return n=>{let r=Math.min(1,Math.max(0,n))*(e.length-1),o=Math.min(e.length-2,Math.floor(r));return`rgb(${e[o].map((s,a)=>Math.round(s+(r-o)*(e[o+1][a]-s))).join(",")})`}}var Ie={frequency:{name:"spatial frequency",title:"by spatial frequency, cycles per pixel",isOrdered:!0},component:{name:"principal component",title:"by principal component",isOrdered:!0},colour:{name:"grey and colour",title:"by grey and colour"},channel:{name:"colour channel",title:"by colour channel"},position:{name:"image position",title:"by image position"},class:{name:"class",title:"by class"},difficulty:{name:"difficulty",title:"by difficulty of the rows",isOrdered:!0}},Ia=64,Af=20,Lf=8;function _t(t){return Object.hasOwn(Ie,t)?Ie[t]:{name:t,title:`by ${t}`}}function Oa(t,e){return t.metricNames.flatMap(r=>{let o=Fa(t,r);return o?.kind!==e?[]:[{name:o.name,losses:t.column(r),meanImageLoss:o.meanImageLoss}]}).filter(({losses:r})=>r.some(Number.isFinite)).slice(0,Ia)}function Fa(t,e){let n=t.described.get(e);if(n)return n.part;let[,r,o]=/^reconstruction_loss_([a-z]+)_(.+)$/.exec(e)??[];return!r||!Object.hasOwn(Ie,r)?null:{kind:r,name:o.replaceAll("_"," "),meanImageLoss:NaN}}function qa(t){let e=new Set(t.flatMap(r=>r.metricNames.flatMap(o=>Fa(r,o)?.kind??[])));return[...Object.keys(Ie).filter(r=>e.has(r)),...[...e].filter(r=>!Object.hasOwn(Ie,r))].filter(r=>t.some(o=>Oa(o,r).length)).slice(0,Af)}function Oe(t,e,n){let r=Oa(t,e);if(!r.length)return null;let o=r.filter(({meanImageLoss:a})=>Number.isFinite(a)),i=o.length?n:"loss",s=(i==="loss"?r:o).map(({name:a,losses:c,meanImageLoss:l})=>({name:a,values:i==="loss"?c:c.map(f=>1-f/l)}));return{kind:e,unit:i,parts:s}}function _e(t){return t==="loss"?"reconstruction loss":"explained variance"}function ko(t){return t==="loss"?V:W}function Un({name:t,from:e,to:n},r,[o,i]){let s=ko(r);return`${t}: ${s(e)} at step ${v(o)}, ${s(n)} at step ${v(i)}`}function xe(t,e){if(!Number.isFinite(t))return"\u2013";let n=e==="loss"?V(Math.abs(t)):(100*Math.abs(t)).toFixed(1);return/[1-9]/.test(n)?`${t<0?"\u2212":"+"}${n}`:n}function Va(t,e){if(e||t.length<=Lf)return new Set(t.map(({name:o})=>o));let n=({values:o})=>o.findLast(Number.isFinite)??NaN,r=t.toSorted((o,i)=>n(i)-n(o)).map(({name:o})=>o);return new Set([...r.slice(0,3),...r.slice(-3)])}function Ba(t,e,{from:n,to:r,step:o}){let{steps:i}=t;if(!i.length)return null;let[s,a]=[n??e?.minimum_step??i[0],r??o??i.at(-1)],[c,l]=[i[B(i,s)],i[B(i,a)]];return[Math.min(c,l),Math.max(c,l)]}function Ha({unit:t,parts:e},{steps:n},[r,o]){let[i,s]=[n.indexOf(r),n.indexOf(o)];return e.map(({name:a,values:c})=>{let[l,f]=[c[i]??NaN,c[s]??NaN],m=f-l;return{name:a,from:l,to:f,change:m,isLost:t==="loss"?m>0:m<0}})}function So(t){let e=t.flatMap(o=>{let i=/^row (\d+) column (\d+)$/.exec(o.name);return i?[{...o,row:Number(i[1])-1,column:Number(i[2])-1}]:[]}),n=Math.max(0,...e.map(({row:o})=>o+1)),r=Math.max(0,...e.map(({column:o})=>o+1));return e.length<t.length||e.length<2||Math.max(n,r)>Ia?null:{numRows:n,numColumns:r,cells:e}}function ot({title:t,name:e=t.toLowerCase(),kind:n,value:r,options:o,choose:i}){return u("label",{class:n,children:[u("span",{class:"control-name",children:t}),u("select",{name:e,value:r,onChange:s=>i(s.currentTarget.value),children:o.map(([s,a])=>u("option",{value:s,children:a},s))})]})}function Fe(t,e){return(e===null||t.includes(e)?t:[e,...t]).map(r=>[String(r),`step ${v(r)}`])}function qe(t){return t===""?null:Number(t)}function xt({name:t,value:e,options:n,choose:r}){return u("fieldset",{class:"choice",children:[u("legend",{class:"control-name",children:t}),u("div",{class:"segments",children:Object.entries(n).map(([o,i])=>u("label",{children:[u("input",{type:"radio",name:t,value:o,checked:o===e,onChange:()=>r(o)}),u("span",{children:i})]},o))})]})}function lt(t){return class extends Zt{shouldComponentUpdate(e){return[...new Set([...Object.keys(this.props),...Object.keys(e)])].some(r=>this.props[r]!==e[r])}render(e){return u(t,{...e})}}}function ct(t){let e=N(null),[n,r]=$(t);return O(()=>{let o=new ResizeObserver(([i])=>{let s=Math.floor(i.contentRect.width);s>0&&r(s)});return o.observe(e.current),()=>o.disconnect()},[]),[e,n]}var wt={height:10,gap:10,room:44,parts:41};function za(t,e){return t.numRows*Ga(t,e)+wt.gap+wt.room}function Ga({numColumns:t},e){return Math.max(8,Math.min(52,Math.floor((e-8)/t)))}function Ua({grid:t,unit:e,most:n,steps:r,width:o,theme:i}){let{numRows:s,numColumns:a,cells:c}=t,l=Ga(t,o),f=e==="loss"?-1:1,m=4;return u("g",{class:"grid-map",children:[c.map(p=>{let{name:h,row:d,column:g,change:y}=p,_=f*y/n;return u("g",{transform:`translate(${m+g*l},${d*l})`,children:[u("title",{children:Un(p,e,r)}),Number.isFinite(y)?u("rect",{width:l-2,height:l-2,fill:vo(_,i)}):u("rect",{class:"missing",width:l-2,height:l-2}),l>=36&&u("text",{class:Math.abs(_)>.62?"on-strong":"on-weak",x:l/2-1,y:l/2-1,dy:"0.32em","text-anchor":"middle",children:xe(y,e)})]},h)}),u(Ef,{left:m,top:s*l+wt.gap,width:Math.min(o-8,Math.max(230,a*l-2)),most:n,sign:f,unit:e,theme:i})]})}function Ef({left:t,top:e,width:n,most:r,sign:o,unit:i,theme:s}){let a=n/wt.parts;return u("g",{class:"color-legend",transform:`translate(${t},${e})`,children:[Array.from({length:wt.parts},(c,l)=>u("rect",{x:l*a,width:a+.4,height:wt.height,fill:vo(2*l/(wt.parts-1)-1,s)},l)),u("text",{y:wt.height+13,children:[xe(-o*r,i)," forgotten"]}),u("text",{x:n,y:wt.height+13,"text-anchor":"end",children:["learned ",xe(o*r,i)]})]})}var jn=18,ja=26,Df=24,If=62;function Of(t,e){let n=0;return{placed:t.map(o=>{let i=So(o.changes),s=n;return n+=ja+(i?za(i,e):o.changes.length*jn+Df)+10,{...o,grid:i,top:s}}),height:n}}function Ff({name:t,sections:e,steps:n,theme:r}){let[o,i]=ct(360),{placed:s,height:a}=k(()=>Of(e,i),[e,i]),c=k(()=>qf(e,i),[e,i]);return u("div",{ref:o,class:"chart",children:u("svg",{class:"difference",width:i,height:a,viewBox:`0 0 ${i} ${a}`,role:"img","aria-label":zf(t,e,n),children:s.map(({top:l,grid:f,...m})=>u("g",{transform:`translate(0,${l})`,children:[u("text",{class:"part-title",x:2,y:13,children:[_e(m.unit)," ",m.title]}),u("g",{transform:`translate(0,${ja})`,children:f?u(Ua,{grid:f,unit:m.unit,most:m.most,steps:n,width:i,theme:r}):u(Bf,{section:m,steps:n,left:c,width:i})})]},m.title))})})}var Wa=lt(Ff);function qf(t,e){let n=t.filter(({changes:r})=>!So(r)).flatMap(({changes:r})=>r.map(o=>o.name));return Math.min(.34*e,12+Math.max(30,...n.map(G)))}function Vf(t,e){let n=e.flatMap(({from:r,to:o})=>[r,o]).filter(Number.isFinite);return t==="loss"?[0,Math.max(1e-8,...n)*1.04]:[Math.max(-1,Math.min(0,...n)),1]}function Bf({section:{unit:t,changes:e},steps:n,left:r,width:o}){let i=o-If,s=e.length*jn,a=Y(Vf(t,e),[r+6,i-6]).clamp(!0),c=a.tickFormat(4,t==="loss"?void 0:"~%");return u(S,{children:[u("g",{class:"axis",children:[a.ticks(4).map(l=>u("g",{class:"tick",transform:`translate(${a(l)},0)`,children:[u("line",{class:"grid",y1:-2,y2:s}),u("text",{y:s+12,"text-anchor":"middle",children:c(l)})]},l)),u("text",{x:o-2,y:-5,"text-anchor":"end",children:t==="loss"?"change":"points"})]}),e.map((l,f)=>u(Hf,{part:l,unit:t,steps:n,x:a,left:r,width:o,y:f*jn+jn/2},l.name))]})}function Hf({part:t,unit:e,steps:n,x:r,left:o,width:i,y:s}){let{name:a,from:c,to:l,change:f,isLost:m}=t,p=Number.isFinite(f),h=xe(f,e),d=/\d/.test(h[0])||!p?"same":m?"lost":"gained";return u("g",{class:`dumbbell ${d}`,transform:`translate(0,${s})`,children:[u("title",{children:Un(t,e,n)}),u("text",{x:o-4,dy:"0.32em","text-anchor":"end",children:Q(a,Math.floor((o-6)/G("x")))}),p&&u(S,{children:[u("line",{class:"way-between",x1:r(c),x2:r(l)}),u("circle",{class:"before",cx:r(c),r:4}),u("circle",{class:"after",cx:r(l),r:4.5})]}),u("text",{class:"change",x:i-2,dy:"0.32em","text-anchor":"end",children:h})]})}function zf(t,e,n){let r=e.map(({title:o,unit:i,changes:s})=>{let a=ko(i),c=s.map(({name:l,from:f,to:m})=>`${l} ${a(f)} to ${a(m)}`);return`${_e(i)} ${o}: ${c.join(", ")}`});return`${t}, step ${v(n[0])} to ${v(n[1])}. ${r.join("; ")}.`}var Gf=["fill","fill-opacity","stroke","stroke-width","stroke-dasharray","stroke-linejoin","stroke-linecap","opacity","paint-order","font-family","font-size","font-weight","font-variant-numeric","text-anchor","visibility"],Uf=/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;function Ka(t,{title:e,subtitle:n,legend:r}){let o=getComputedStyle(document.body),{width:i,height:s}=t.viewBox.baseVal,a=i+28,c=Wf(r,a),l=jf(n,Math.floor(i/6)),f=14+(1+l.length)*18+6,m=f+s+18,p=m+(c.at(-1)?.y??-18)+18,h=(g,y,_,x,b)=>`<text x="${g}" y="${y}" font-family="system-ui, sans-serif" font-size="${x}" font-weight="${b}" fill="${o.color}">${Qa(_)}</text>`,d=Xf(t);return d.setAttribute("x",String(14)),d.setAttribute("y",String(f)),Kf(d,t),[`<svg xmlns="http://www.w3.org/2000/svg" width="${a}" height="${p}" viewBox="0 0 ${a} ${p}">`,`<title>${Qa(e)}</title>`,`<rect width="100%" height="100%" fill="${o.backgroundColor}"/>`,h(14,27,e,15,650),...l.map((g,y)=>h(14,27+(y+1)*18,g,11.5,400)),new XMLSerializer().serializeToString(d),...c.map(({x:g,y,color:_,dash:x,text:b})=>`<path d="M${g},${m+y-5}h16" stroke="${Qf(_)}" stroke-width="4" stroke-dasharray="${x||"none"}"/>`+h(g+22,m+y,b,11.5,400)),"</svg>"].join(`
`).replaceAll(Uf,"")}function jf(t,e){let n=[""];for(let r of t.split(" ")){let o=n.at(-1);o&&o.length+1+r.length>e?n.push(r):n[n.length-1]=o?`${o} ${r}`:r}return n}function Wf(t,e){let[n,r]=[14,0];return t.map(o=>{let i=36+6.6*o.text.length;n>14&&n+i>e&&([n,r]=[14,r+18]);let s={x:n,y:r,...o};return n+=i,s})}function Qf(t){let e=/^var\((--[a-z]+)\)$/.exec(t)?.[1];return e?getComputedStyle(document.documentElement).getPropertyValue(e).trim():t}function Kf(t,e){let n=e.parentElement.querySelector("canvas");if(!n)return;let r=document.createElementNS("http://www.w3.org/2000/svg","image"),{offsetLeft:o,offsetTop:i,clientWidth:s,clientHeight:a}=n;for(let[c,l]of Object.entries({x:o,y:i,width:s,height:a,href:n.toDataURL()}))r.setAttribute(c,String(l));t.prepend(r)}function Xf(t){let e=t.cloneNode(!0),n=[t,...t.querySelectorAll("*")],r=[e,...e.querySelectorAll("*")];return n.forEach((o,i)=>{let s=getComputedStyle(o),a=r[i];for(let c of Gf){let l=s.getPropertyValue(c),f=c.startsWith("font")||c==="text-anchor";l&&(!f||a instanceof SVGTextElement)&&a.setAttribute(c,l)}a.removeAttribute("class")}),r.forEach((o,i)=>{n[i].closest(".cursor, .brush")&&o.remove()}),e}function Qa(t){return t.replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;").replaceAll('"',"&quot;")}async function Xa(t){let e=new Image;e.src=URL.createObjectURL(new Blob([t],{type:"image/svg+xml"}));try{await e.decode();let n=document.createElement("canvas");return[n.width,n.height]=[2*e.width,2*e.height],n.getContext("2d").drawImage(e,0,0,n.width,n.height),await new Promise((r,o)=>n.toBlob(i=>i?r(i):o(new Error("the browser drew no PNG")),"image/png"))}finally{URL.revokeObjectURL(e.src)}}function $t(t,e,n,r="text/plain"){let o=document.createElement("a"),i=typeof t=="string"?new Blob([t],{type:r}):t;o.href=URL.createObjectURL(i),o.download=`${e.replaceAll(/[^A-Za-z0-9]+/g,"-").replaceAll(/^-|-$/g,"")||"phases"}.${n}`,o.click(),setTimeout(()=>URL.revokeObjectURL(o.href),1e4)}function Wn({columns:t,rows:e}){return[t,...e].map(n=>n.map(Yf).join(",")).join(`\r
`)+`\r
`}function Yf(t){if(typeof t=="number")return Number.isFinite(t)?String(Ya(t)):"";let e=/^[=+\-@\t\r]/.test(t??"")?`'${t}`:t??"";return/[",\r\n]/.test(e)?`"${e.replaceAll('"','""')}"`:e}function Qn({columns:t,rows:e}){let n=e.map(r=>Object.fromEntries(t.map((o,i)=>[o,Jf(r[i])])));return JSON.stringify(n,null,1)}function Jf(t){return typeof t!="number"?t??null:Number.isFinite(t)?Ya(t):null}function Ya(t){for(let e=6;e<10;e++){let n=Number(t.toPrecision(e));if(Math.fround(n)===t)return n}return t}function Ct(t){document.hasFocus()&&(t.currentTarget.contains(t.relatedTarget)||(t.currentTarget.open=!1))}function Tt(t){t.key==="Escape"&&(t.currentTarget.open=!1,t.currentTarget.querySelector("summary").focus())}var Zf=36,tm=["SVG","PNG"],Mo=Xo("");function At({title:t,short:e=t,subtitle:n,note:r,panel:o,aside:i,table:s,legend:a=[],wide:c,isMain:l,children:f}){let m=N(null),[p,h]=$(!1),d=ui(Mo),g=d===t?d:`${d} ${t}`,y=()=>Ka(m.current.querySelector(".chart svg"),{title:t,subtitle:[n,r].filter(Boolean).join(". "),legend:a}),_={SVG:()=>$t(y(),g,"svg","image/svg+xml"),PNG:async()=>$t(await Xa(y()),g,"png"),CSV:()=>$t(Wn(s()),g,"csv","text/csv"),JSON:()=>$t(Qn(s()),g,"json","application/json")};return u("article",{ref:m,class:`panel ${c?"wide":""} ${l?"main":""}`,"data-panel":o,children:[u("header",{children:[u("h2",{title:t,children:Q(e,Zf)}),u("span",{class:"muted",title:n,children:n}),u("details",{class:"menu",onFocusOut:Ct,onKeyDown:Tt,children:[u("summary",{"aria-label":`Save ${t}, or show its numbers`,children:"\u22EF"}),u("div",{tabIndex:-1,children:[u("button",{onClick:()=>h(!p),"aria-pressed":p,children:p?"Chart":"Table"}),Object.entries(_).map(([x,b])=>u("button",{disabled:p&&tm.includes(x),onClick:()=>{b()},children:x},x))]})]})]}),i&&u("div",{class:"stage",children:i}),r&&u("p",{class:"note",children:r}),p?u(em,{table:s(),title:t}):f]})}function em({table:{columns:t,rows:e},title:n}){return u("div",{class:"numbers",tabIndex:0,role:"region","aria-label":`Numbers of ${n}`,children:u("table",{children:[u("thead",{children:u("tr",{children:t.map(r=>u("th",{scope:"col",class:"number",children:r},r))})}),u("tbody",{children:e.map((r,o)=>u("tr",{children:r.map((i,s)=>u("td",{class:"number",children:Oi(i)},s))},o))})]})})}function Ja({focus:t,kinds:e,selection:n,select:r}){let o=it(),i=k(()=>om(t,e,n),[t,e.join(`
`),n.unit,n.from,n.to,n.step]),{steps:s}=t.rows[0],a=n.step;return u(S,{children:[u("h2",{class:"section",children:"What was forgotten between two steps"}),u("div",{class:"view-controls",children:[u(ot,{title:"From",value:String(n.from??""),options:[["","reconstruction minimum"],...Fe(s,n.from)],choose:c=>r({from:qe(c)})}),u(ot,{title:"To",value:String(n.to??""),options:[["",a===null?"last step":`held step ${v(a)}`],...Fe(s,n.to)],choose:c=>r({to:qe(c)})}),u(am,{})]}),u("div",{class:"panels",role:"group","aria-label":"What was forgotten",children:i.map(({series:c,sections:l,steps:f,told:m})=>u(At,{title:K(c,t.rows),subtitle:`step ${v(f[0])} to ${v(f[1])}`,note:m??rm(f,n.from),table:()=>sm(l,f),legend:nm,children:u(Wa,{name:K(c,t.rows),sections:l,steps:f,theme:o})},c.key))})]})}var nm=[{color:"var(--lost)",text:"forgotten: kept less at the second step"},{color:"var(--gained)",text:"learned"}];function rm([t,e],n){if(!(t!==e||n!==null))return`The reconstruction minimum so far is step ${v(e)} itself: nothing was forgotten since.`}function om({rows:t,reports:e},n,r){let o=t.flatMap(s=>{let a=E(e,s.row),c=Ba(s,a,r);if(!c)return[];let l=n.flatMap(f=>{let m=Oe(s,f,r.unit);return m?[{title:`by ${_t(f).name}`,unit:m.unit,changes:Ha(m,s,c),most:0}]:[]});return l.length?[{series:s,sections:l,steps:c,told:a?.forgotten}]:[]}),i=o.flatMap(({sections:s})=>s);return o.map(s=>({...s,sections:s.sections.map(a=>({...a,most:im(i.filter(({title:c})=>c===a.title))}))}))}function im(t){let e=t.flatMap(n=>n.changes.map(({change:r})=>Math.abs(r)));return Math.max(0,...e.filter(Number.isFinite))||1}function sm(t,[e,n]){let r=["parts","part","unit",`step ${e}`,`step ${n}`,"change"],o=t.flatMap(({title:i,unit:s,changes:a})=>a.map(({name:c,from:l,to:f,change:m})=>[i,c,s==="loss"?"loss":"explained variance",l,f,m]));return{columns:r,rows:o}}function am(){return u("ul",{class:"ways","aria-label":"Legend",children:["lost","gained"].map(t=>u("li",{children:[u("svg",{width:40,height:12,class:`dumbbell ${t}`,"aria-hidden":"true",children:[u("line",{class:"way-between",x1:6,x2:34,y1:6,y2:6}),u("circle",{class:"before",cx:t==="lost"?34:6,cy:6,r:4}),u("circle",{class:"after",cx:t==="lost"?6:34,cy:6,r:4.5})]}),t==="lost"?"forgotten":"learned"]},t))})}function Ro({ticks:t,x:e,bottom:n,format:r}){return u(S,{children:t.map(o=>u("g",{class:"tick",transform:`translate(${e(o)},${n})`,children:[u("line",{y2:4}),u("text",{y:16,"text-anchor":"middle",children:r(o)})]},o))})}function Po({ticks:t,y:e,left:n,right:r,format:o}){return u(S,{children:t.map(i=>u("g",{class:"tick",transform:`translate(0,${e(i)})`,children:[u("line",{class:"grid",x1:n,x2:r}),u("text",{x:n-6,dy:"0.32em","text-anchor":"end",children:o(i)})]},i))})}function No({stepAxis:t,steps:e,x:n,right:r,bottom:o}){return u(S,{children:[u(Ro,{ticks:Zs(t,e,[n(e[0]),n(e[1])]),x:n,bottom:o,format:v}),u("text",{class:"axis-unit",x:r,y:o+30,"text-anchor":"end",children:"step \u2192"})]})}function Kn({panel:t}){return u("g",{class:"axis axis-step",children:[u("line",{x1:t.left,x2:t.right,y1:t.bottom,y2:t.bottom}),u(No,{...t})]})}function Xn({panel:t}){let e=t.y.domain().every(i=>Math.abs(i)<.001),n=t.y.tickFormat(4,e?"~e":t.quantity.tickFormat),r=t.quantity.tickFormat==="~%",o=t.y.ticks(4).filter(i=>n(i)&&!(r&&i>1));return u("g",{class:"axis axis-value",children:[u(Po,{...t,ticks:o,format:i=>e&&i===0?"0":n(i)}),u("text",{class:"axis-title loss",x:2,y:12,children:["\u2191 ",t.label]})]})}function Za({panel:t}){let e=t.accuracy;if(!e)return null;let n=e.tickFormat(4,"~%");return u("g",{class:"axis axis-accuracy",children:[e.ticks(4).map(r=>u("g",{class:"tick",transform:`translate(${t.right},${e(r)})`,children:[u("line",{x2:4}),u("text",{x:7,dy:"0.32em",children:n(r)})]},r)),u("text",{class:"axis-title accuracy",x:t.width-2,y:12,"text-anchor":"end",children:"probe accuracy \u2191"})]})}function eu({panel:t,series:e,cursor:n}){let r=N(null),o=N(null),i=N(null),s=N(null);return ht(n,a=>{let c=a?B(e.steps,a.step):-1,l=t.x(e.steps[c]??NaN),f=l>=t.left-1&&l<=t.right+1;r.current.toggleAttribute("data-shown",f),f&&(o.current.setAttribute("transform",`translate(${l},0)`),tu(i.current,l,t.values[c],t.y),tu(s.current,l,e.column("probe_accuracy")[c],t.accuracy))},[t,e]),u("g",{ref:r,class:"cursor","aria-hidden":"true",children:[u("line",{ref:o,y1:t.top,y2:t.bottom}),u("circle",{ref:s,class:"accuracy",r:4}),u("circle",{ref:i,class:"loss",r:4})]})}function nu({layout:t,cursor:e}){let n=N(null);return ht(e,r=>{let o=t.x(r?.step??NaN),i=o>=t.left&&o<=t.right;n.current.toggleAttribute("data-shown",i),i&&n.current.firstElementChild.setAttribute("transform",`translate(${o},0)`)},[t]),u("g",{ref:n,class:"cursor","aria-hidden":"true",children:u("line",{y1:t.top,y2:t.bottom})})}function Yn({panel:{top:t,bottom:e},ends:n}){return u("rect",{class:"brush",x:Math.min(...n),y:t,width:Math.abs(n[1]-n[0]),height:e-t})}function tu(t,e,n,r){let o=r!==null&&Number.isFinite(n);t.style.display=o?"":"none",o&&t.setAttribute("transform",`translate(${e},${r(n)})`)}var um={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0],Home:[0,-1/0],End:[0,1/0]};function we({ctrlKey:t,metaKey:e,altKey:n}){return t||e||n}function ou(t,{rows:e,first:n=0,cursor:r,actions:o,run:i,describe:s}){let a=r.current,c=e.findIndex(({key:h})=>h===a?.panel),l=c<0?n:c,f=e[l]?.steps,m=um[t.key];if(!f||we(t)||m?.[0]&&e.length<2)return;let p=a?B(f,a.step):-1;if(m){let{key:h,steps:d}=e[ru(l+m[0],e.length)],g=d[ru(p+m[1],d.length)];g!==void 0&&r.move({step:g,panel:h,run:i,byKey:!0,line:s?.(g)})}else if(t.key==="Enter")o.hold(f[p]??null);else if(t.key==="Escape")r.move(null);else return;t.preventDefault()}function ru(t,e){return Math.min(e-1,Math.max(0,t))}function Jn({find:t,...e}){let{cursor:n,actions:r,run:o}=e,i=({currentTarget:a,clientX:c,clientY:l})=>{let{left:f,top:m}=a.getBoundingClientRect();return t(c-f,l-m)},s=()=>n.move(null);return{onPointerMove:a=>{let c=i(a);n.move(c&&{...c,run:o,byKey:!1})},onPointerUp:a=>a.button===0&&r.hold(i(a)?.step??null),onPointerLeave:s,onKeyDown:a=>ou(a,e),onBlur:s}}var lm=8;function iu({panel:t,steps:e,x:n,domain:r,cursor:o,actions:i,describe:s}){let a=N(null),c=N(!1),[l,f]=$(null),m=e.filter(R=>J(R,r)),p=R=>R.clientX-R.currentTarget.getBoundingClientRect().left,h=R=>a.current!==null&&Math.abs(R-a.current)>=lm,d=R=>{let A=p(R);h(A)&&f([a.current,A]);let U=m[Ee(m,n,A)];U!==void 0&&o.move({step:U,panel:t,byKey:!1,line:s?.(U)})},g=R=>{R.button===0&&R.pointerType==="mouse"&&(a.current=p(R),R.currentTarget.setPointerCapture(R.pointerId)),d(R)},y=R=>{if(R.button!==0)return;let A=p(R);if(c.current=h(A),c.current){let[U,F]=[a.current,A].toSorted((j,M)=>j-M).map(j=>Math.round(n.invert(j)));F>U&&i.zoom([Math.max(r[0],U),Math.min(r[1],F)])}x()},_=R=>{c.current||R.detail>1||i.hold(m[Ee(m,n,p(R))]??null)},x=()=>{a.current=null,f(null)};return{brush:l,handlers:{onPointerMove:d,onPointerDown:g,onPointerUp:y,onPointerCancel:x,onPointerLeave:()=>{a.current===null&&o.move(null)},onClick:_,onDblClick:()=>{i.unhold(),i.zoom(null)},onKeyDown:R=>{if(!["0","+"].includes(R.key)||we(R))return ou(R,{rows:[{key:t,steps:m}],cursor:o,actions:i,describe:s});R.preventDefault(),i.zoom(R.key==="0"?null:cm(m,o.current?.step??0))},onBlur:()=>o.move(null)}}}function cm(t,e){let n=Math.max(1,Math.floor(t.length/4)),r=B(t,e),[o,i]=[t[Math.max(0,r-n)],t[Math.min(t.length-1,r+n)]];return o!==void 0&&i!==void 0&&i>o?[o,i]:null}var fm=24;function Ve({steps:t,values:e},n){return dt(t,e,n)}function mm(t,e,n,r){let o=t.map(s=>Math.abs(r(Ve(s,e))-n)),i=Math.min(...o.filter(Number.isFinite));return i<=fm?o.indexOf(i):-1}function pm(t,e,n,r){let o=t.flatMap((a,c)=>Number.isFinite(Ve(a,e))?[c]:[]);o.sort((a,c)=>Ve(t[c],e)-Ve(t[a],e));let i=o.indexOf(n),s=i<0?0:Math.min(o.length-1,Math.max(0,i+r));return o[s]??-1}function Zn(t){let e=document.querySelectorAll("[data-run][data-lit]");if((e[0]?.dataset.run??null)!==t){for(let n of e)n.toggleAttribute("data-lit",!1);if(t!==null)for(let n of document.querySelectorAll(`[data-run="${CSS.escape(t)}"]`))n.toggleAttribute("data-lit",!0)}}function hm(t,e){let n=N(-1);return[n,o=>{n.current=o,Zn(t[o]?.run??null);let i=e.current.querySelector("svg");i.toggleAttribute("data-lit",o>=0);for(let s of i.querySelectorAll("[data-line]"))s.toggleAttribute("data-lit",Number(s.dataset.line)===o)}]}function tr({lines:t,measured:e,quantity:n,panel:r,cursor:o,actions:i},{x:s,y:a,steps:c},l){let[f,m]=hm(t,l),p=b=>{let w=t[f.current];return w?.name?{name:w.name,run:w.run,value:n.format(Ve(w,b))}:void 0},{brush:h,handlers:d}=iu({panel:r,steps:e,x:s,domain:c,cursor:o,actions:i,describe:p}),g=b=>{let w=b.currentTarget.getBoundingClientRect();m(mm(t,s.invert(b.clientX-w.left),b.clientY-w.top,a)),d.onPointerMove(b)},y=b=>()=>{m(-1),b()},_=b=>{let w={ArrowUp:-1,ArrowDown:1}[b.key];if(!w||t.length<2||we(b))return d.onKeyDown(b);b.preventDefault();let P=o.current?.step??e.at(-1)??0;m(pm(t,P,f.current,w)),o.move({step:P,panel:r,byKey:!0,line:p(P)})},x={onPointerLeave:y(d.onPointerLeave),onBlur:y(d.onBlur)};return{brush:h,handlers:{...d,...x,onPointerMove:g,onKeyDown:_}}}function dm({lines:t,label:e,quantity:n,stepAxis:r,steps:o,level:i,hasLabels:s,isLog:a},c){let l=Math.max(0,...t.map(({name:d,isMuted:g})=>g?0:G(d))),f=c-(s?Math.min(.32*c,22+l):14),m=t.flatMap(d=>In(d,d.values,o)),p=i===void 0?Ut(m,[]):En(Ut([...m,i],[]),i),h=(a?io:Y)(p,[Wt.bottom-8,Wt.top+8]);return{...mo(r,o,f),width:c,label:e,quantity:n,y:h}}function gm(t){let{lines:e,label:n,quantity:r,stepAxis:o,steps:i,name:s,level:a,hasLabels:c,isLog:l,phases:f,marks:m,cursor:p}=t,[h,d]=ct(360),g=ee(),y=k(()=>dm(t,d),[e,n,r,o,i,a,c,l,d]),_=k(()=>[...new Set(e.flatMap(T=>T.steps))].toSorted((T,R)=>T-R),[e]),{brush:x,handlers:b}=tr({...t,measured:_},y,h),w=k(()=>u("g",{class:"marks",children:[f&&u(ra,{panel:y,phases:f}),u(Xn,{panel:y}),u(Kn,{panel:y}),a!==void 0&&u("line",{class:"level",x1:y.left,x2:y.right,y1:y.y(a),y2:y.y(a)}),m&&u(oa,{panel:y,marks:m}),u("clipPath",{id:g,children:u("rect",{x:y.left,y:y.top-6,width:y.right-y.left,height:y.bottom-y.top+12})}),u("g",{"clip-path":`url(#${g})`,children:u(ea,{panel:y,lines:e})}),c&&u(na,{panel:y,lines:e})]}),[y,e,a,f,m,c]),P=(m??[]).map(({step:T,before:R,after:A})=>` ${[R,`step ${v(T)}`,A].filter(Boolean).join(", ")}.`);return u("div",{ref:h,class:"chart",children:u("svg",{class:"lines",width:d,height:Qt,viewBox:`0 0 ${d} ${Qt}`,role:"img",tabIndex:0,"aria-label":`${s}: ${n} of ${e.map(T=>T.name).join(", ")}.${P.join("")} Arrow keys move the cursor.`,...b,children:[w,x&&u(Yn,{panel:y,ends:x}),u(nu,{layout:y,cursor:p})]})})}var su=lt(gm);function Lt({title:t,subtitle:e,options:{stepAxis:n,steps:r},table:o,...i}){let{lines:s}=i;return u(At,{title:t,subtitle:e,table:o??(()=>ym(s)),legend:bm(s),children:u(su,{...i,stepAxis:n,steps:r})})}function ym(t){let e=t[0]?.steps??[];return{columns:["step",...t.map(({name:n})=>n)],rows:e.map((n,r)=>[n,...t.map(({values:o})=>o[r])])}}function bm(t){let e=t.filter(({isMuted:n})=>!n).map(({name:n,color:r,dash:o})=>({color:r,dash:o,text:n}));return e.length<t.length?[...e,{color:"var(--muted)",text:"the others"}]:e}var er=["loss_share_hardest_1","loss_share_hardest_5","loss_share_hardest_10"],nr="fitted_share",$o="prototype_agreement",Co="gradient_rows";function au(t){return t.find(e=>[...er,nr,$o,Co].some(n=>e.column(n).some(Number.isFinite)))}function uu(t,e){return t[e.findIndex(n=>n>.5)]??null}function lu(t){let e=t.filter(Number.isFinite),[n,r]=[Math.min(...e),Math.max(...e)];return n>0&&r>20*n}var cu=bt("share",!0),_m=bt("rows",!1);function To({focus:t,options:e,cursor:n,actions:r}){let o=it(),i=k(()=>au(t.rows),[t.rows]),s=k(()=>i?xm(i,o):[],[i,o]),a=k(()=>i?uu(i.steps,i.column(nr)):null,[i]),c=k(()=>a===null?[]:[{step:a,before:"prototyping",after:"fitting a few"}],[a]);return!i||!s.length?null:u(S,{children:[u("h2",{class:"section",children:"From the majority to a few"}),u("p",{class:"explanation",children:["At first the network learns what most rows have in common (prototyping); once more than half of them are fitted",a!==null&&` (dashed, step ${v(a)})`,", the loss sits in ever fewer rows, and these few drive the gradient (",u("a",{href:"https://arxiv.org/abs/2202.08299",target:"_blank",rel:"noreferrer",children:"arXiv 2202.08299"}),")."]}),u("div",{class:"panels",role:"group","aria-label":"From the majority to a few",children:s.map(l=>u(Lt,{...l,name:l.title,panel:i.key,options:e,hasLabels:l.lines.length>1,marks:c,cursor:n,actions:r},l.title))})]})}function xm(t,e){let n=(s,a,c)=>{let l=t.column(s);return l.some(Number.isFinite)?[{name:a,color:c,steps:t.steps,values:l}]:[]},r=er.flatMap((s,a)=>n(s,`hardest ${s.split("_").at(-1)} %`,Yt(a,er.length,e))),o=[...n(nr,"fitted","var(--accuracy)"),...n($o,"by prototypes","var(--muted)")],i=n(Co,"rows","var(--loss)");return[{title:"Loss of the hardest rows",subtitle:"fit rows",label:"share of the cross-entropy",lines:r,quantity:cu,isLog:!1},{title:"Rows fitted",subtitle:o.length>1?"or decided by prototypes":"fit rows",label:"share of the rows",lines:o,quantity:cu,isLog:!1},{title:"Rows in the gradient",subtitle:"of the last layer",label:"effective number of rows",lines:i,quantity:_m,isLog:lu(i.flatMap(({values:s})=>s))}].filter(({lines:s})=>s.length)}var wm={explained:"explained variance",loss:"reconstruction loss"};function fu(t){let{focus:e,selection:n,select:r}=t,o=k(()=>qa(e.rows),[e.rows]);if(!o.length)return u(S,{children:[u(Mm,{}),u(To,{...t})]});let s=n.kind==="all"||o.includes(n.kind)?n.kind:o[0],a=Object.fromEntries([...o.map(l=>[l,_t(l).name]),...o.length>1?[["all","all"]]:[]]),c=s==="all"?o:[s];return u("section",{"aria-label":"Breakdowns",children:[u(Sm,{...t}),u("div",{class:"view-controls",children:[u(xt,{name:"Parts by",value:s,options:a,choose:l=>r({kind:l})}),vm(e.rows,c)&&u(xt,{name:"Drawn as",value:n.unit,options:wm,choose:l=>r({unit:l})})]}),u(Rm,{...t,kinds:c}),u(Ja,{...t,kinds:c}),u(To,{...t})]})}function vm(t,e){return t.some(n=>e.some(r=>Oe(n,r,"explained")?.unit==="explained"))}function km(t,e){return`${[...new Set(t.map(({unit:r})=>_e(r)))].join(" or ")} ${_t(e).title}`}function Sm({focus:{rows:t,reports:e}}){let n=t.map(r=>E(e,r.row)?.forgotten).findLast(Boolean);return n?u("p",{class:"headline increase forgotten",children:n}):null}function Mm(){return u("section",{class:"empty",children:[u("h2",{children:"This log has no breakdowns"}),u("p",{children:["A breakdown splits the reconstruction loss of a layer by colour, spatial frequency, image position, class, difficulty or principal component of the input, and shows which parts are forgotten first. The probe measures it where"," ",u("code",{children:"quantities"})," is not None and there is something to measure:"]}),u("pre",{tabIndex:0,children:u("code",{children:'model.fit(x, y, callbacks=[PhaseProbe(quantities=["auto", "component"], log_dir="logs/run1")])'})})]})}function Rm({focus:t,kinds:e,options:n,selection:r,cursor:o,actions:i}){let s=it(),{unit:a,step:c}=r,l=k(()=>e.map(m=>({kind:m,panels:t.rows.flatMap(p=>Nm(p,m,a,s)??[])})),[t.rows,e.join(`
`),a,s]),f=k(()=>c===null?[]:[{step:c}],[c]);return u(S,{children:l.map(({kind:m,panels:p})=>u("div",{children:[u("h2",{class:"section",children:km(p.map(({breakdown:h})=>h),m)}),u("div",{class:"panels",role:"group","aria-label":`Parts ${_t(m).title}`,children:p.map(({series:h,breakdown:d,lines:g})=>u(Lt,{title:K(h,t.rows),subtitle:`by ${_t(m).name}`,lines:g,label:_e(d.unit),name:`${K(h,t.rows)}, ${_t(m).title}`,panel:h.key,quantity:Pm[d.unit],options:n,hasLabels:!0,phases:E(t.reports,h.row)?.stages,marks:f,cursor:o,actions:i},h.key))})]},m))})}var Pm={loss:bt("reconstruction loss",!1),explained:bt("explained variance",!0)};function Nm(t,e,n,r){let o=Oe(t,e,n);if(!o)return null;let{parts:i}=o,s=!!_t(e).isOrdered,a=Va(i,s),c=i.map((l,f)=>{let m=!a.has(l.name),p=m?"var(--muted)":Da(l.name,f,i.length,s,r);return{...l,steps:t.steps,color:p,isMuted:m}});return{series:t,breakdown:o,lines:c}}function Et({rows:t,advice:e},{key:n}){return!e||e.abstains?null:t.find(({row:r})=>r.layer===e.layer)?.key===n?e.step:null}function mu(t){return t.stages?.some(({kind:n})=>n!=="constant")?t:{...t,minimum_step:null,minimum_interval:null}}function rr({steps:t,column:e},n,r){return n?.minimum_step==null?NaN:dt(t,e(r),n.minimum_step)}function or(t,e){return e?.has_increase?Pt(t,"reconstruction_loss")/rr(t,e,"reconstruction_loss")-1:NaN}var $m=["columns","mean_image_loss","planned_steps","checkpoint"],pu={settings:12,letters:20};function hu(t){let e=[...new Set(t.flatMap(r=>Object.keys(r.layout?.run??{})))],n=r=>new Set(t.map(o=>Ao(o,r))).size>1;return e.filter(r=>!$m.includes(r)&&n(r)).slice(0,pu.settings)}function Ao({layout:t},e){let n=t?.run?.[e]??"",r=typeof n=="string"?n:JSON.stringify(n);return["","{}","[]"].includes(r)?null:Q(r,pu.letters)}function du(t,e,n){let r=it(),o=N([]),i=k(()=>(o.current=[...new Set([...o.current,...t.map(({run:s})=>s)])],Tm(o.current,r)),[t,r]);return k(()=>{let s=e.map(({summary:a})=>a.run);return{colors:i,dashes:Ea(s,i),muted:Cm(s,n)}},[e,i,n])}function Cm(t,e){return new Set(t.length>La?t.filter(n=>!e.includes(n)):[])}function Tm(t,e){let n=new Map(t.map((r,o)=>[r,wo(o,e)]));for(let[r,o]of[...n])n.has(yt(r))||n.set(yt(r),o);return n}function Be(t,{colors:e,dashes:n,muted:r}){let{run:o}=t.summary;return{run:o,name:H(t),color:e.get(o),dash:n.get(o)??"",isMuted:r.has(o)}}function gu(t){let{focus:e,others:n}=t;return u("section",{children:[u(Lm,{...t}),n.length>0?u(Om,{...t}):u("p",{class:"muted",children:["Choose further runs under ",u("b",{children:"Runs"})," to see their differences to ",H(e),"."]}),u(Em,{...t})]})}var yu=[He("run",({run:t})=>H(t)),He("layer",({series:t})=>t.row.layer),He("decoder",({series:t})=>t.row.decoder),He("phase now",({report:t})=>t?.now??null),ft("minimum at step",({report:t})=>t?.minimum_step,v),ft("from step",({report:t})=>t?.minimum_interval?.[0],v),ft("to step",({report:t})=>t?.minimum_interval?.[1],v),ft("advised step",({run:t,series:e})=>Et(t,e),v),ft("loss at minimum",({series:t,report:e})=>rr(t,e,"reconstruction_loss"),V),ft("last loss",({series:t})=>Pt(t,"reconstruction_loss"),V),ft("rise since minimum",({series:t,report:e})=>or(t,e),W),ft("accuracy at minimum",({series:t,report:e})=>rr(t,e,"probe_accuracy"),W),ft("best accuracy",({series:t})=>st(t)?.accuracy,W),ft("at step",({series:t})=>st(t)?.step,v)];function He(t,e){return{name:t,value:e,show:n=>e(n)??"\u2013",isNumber:!1}}function ft(t,e,n){let r=o=>e(o)??null;return{name:t,value:r,show:o=>ze(r(o))?"\u2013":n(r(o)),isNumber:!0}}var Am=["decoder","from step","to step","accuracy at minimum"];function Lm({focus:t,others:e,looks:n}){let r=k(()=>[t,...e],[t,e]),o=k(()=>r.flatMap(s=>_u(s).slice(-1)),[r]),i=k(()=>{let a=hu(r.map(({summary:f})=>f)).map(f=>He(f,({run:m})=>Ao(m.summary,f))),[c,...l]=yu.filter(({name:f})=>!Am.includes(f));return[c,...a,...l]},[r]);return u(S,{children:[u(bu,{columns:i,entries:o,looks:n,file:`${H(t)} and other runs`}),u("p",{class:"muted",children:"Of each run the settings in which it differs from others, and its last layer. The advised step is told where the record tells one. At its minimum a layer begins to forget its input; it is not the best checkpoint for every task."})]})}function Em({focus:t,others:e,looks:n}){let[r,o]=$(!1),i=k(()=>[t,...e].flatMap(_u),[t,e]);return u("details",{class:"every-layer",onToggle:s=>o(s.currentTarget.open),children:[u("summary",{children:["Every layer of every run (",Rt(i.length,"row"),")"]}),r&&u(bu,{columns:yu,entries:i,looks:n,file:`${H(t)} phase minima`})]})}function bu({columns:t,entries:e,looks:{colors:n,dashes:r},file:o}){let[i,s]=$({place:-1,down:!1}),a=k(()=>Im(e,t[i.place],i.down),[e,t,i]),c=()=>({columns:t.map(({name:l})=>l),rows:a.map(l=>t.map(({value:f})=>f(l)))});return u("div",{class:"minima",children:[u("div",{class:"scroll",tabIndex:0,role:"region","aria-label":o,children:u("table",{children:[u(Dm,{columns:t,sort:i,setSort:s}),u("tbody",{children:a.map(l=>u("tr",{"data-run":l.run.summary.run,children:t.map(({name:f,isNumber:m,show:p},h)=>u("td",{class:m?"number":"",children:[h===0&&u(ye,{color:n.get(l.run.summary.run),dash:r.get(l.run.summary.run)}),p(l)]},f))},`${l.run.summary.run} ${l.series.key}`))})]})}),u("p",{class:"row",children:[u("button",{onClick:()=>$t(Wn(c()),o,"csv","text/csv"),children:"CSV"}),u("button",{onClick:()=>$t(Qn(c()),o,"json","application/json"),children:"JSON"})]})]})}function Dm({columns:t,sort:e,setSort:n}){return u("thead",{children:u("tr",{children:t.map(({name:r,isNumber:o},i)=>u("th",{scope:"col",class:o?"number":"","aria-sort":e.place===i?e.down?"descending":"ascending":"none",children:u("button",{onClick:()=>n({place:i,down:e.place===i&&!e.down}),children:[r," ",e.place===i&&(e.down?"\u2193":"\u2191")]})},r))})})}function _u(t){return t.rows.map(e=>({run:t,series:e,report:E(t.reports,e.row)}))}function Im(t,e,n){return e?t.toSorted((r,o)=>{let[i,s]=[e.value(r),e.value(o)];if(ze(i)||ze(s))return Number(ze(i))-Number(ze(s));let a=typeof i=="number"?i-s:String(i).localeCompare(String(s),"en",{numeric:!0});return n?-a:a}):t}function ze(t){return t===null||typeof t=="number"&&!Number.isFinite(t)}function Om({focus:t,others:e,looks:n,options:r,cursor:o,actions:i}){let{quantity:s}=r,a=k(()=>t.rows.map(l=>({series:l,lines:Fm(l,e,n,s)})).filter(({lines:l})=>l.length),[t.rows,e,n,s]),c=H(t);return u(S,{children:[u("h2",{class:"section",children:[s.label,": difference to ",c]}),!a.length&&u("p",{class:"muted",children:["None of the other runs has a layer of ",c," by the same name and decoder."]}),u("div",{class:"panels","aria-label":"Differences",children:a.map(({series:l,lines:f})=>u(Lt,{title:K(l,t.rows),subtitle:`${s.label}, run minus ${c}`,table:()=>({columns:["run","step",`difference of ${s.label}`],rows:f.flatMap(m=>m.steps.map((p,h)=>[m.name,p,m.values[h]]))}),lines:f,label:"difference",name:`${K(l,t.rows)}, difference of ${s.label}`,panel:l.key,quantity:s,options:r,level:0,cursor:o,actions:i},l.key))})]})}function Fm(t,e,n,r){let o=new Map(t.steps.map((i,s)=>[i,r.read(t)[s]]));return e.flatMap(i=>{let s=i.rows.find(({key:l})=>l===t.key);if(!s)return[];let a=r.read(s),c=s.steps.flatMap((l,f)=>o.has(l)?[[l,a[f]-o.get(l)]]:[]);return[{...Be(i,n),steps:c.map(([l])=>l),values:c.map(([,l])=>l)}]})}var xu=["curves","map","compare"],qm=[...xu,"breakdowns"];function wu({runs:t,focus:e,layers:n,quantities:r,selection:o,select:i}){let s=new Set(t.map(({run:a})=>yt(a))).size<t.length;return u("header",{class:"controls",children:[u(ot,{title:"Run",kind:"run",value:e,options:t.map(a=>[a.run,Lo(a)]),choose:a=>i({run:a})}),n.length>1&&u(Bm,{name:"Layers",items:n,chosen:Hn(n,o.layers)??n,choose:a=>i({layers:a.length===n.length?null:a})}),r.length>0&&xu.includes(o.view)&&u(ot,{title:"Quantity",value:Kt(r,Bn(o)).key,options:r.map(({key:a,label:c})=>[a,c]),choose:a=>i({metric:a})}),qm.includes(o.view)&&u(xt,{name:"Step axis",value:o.stepAxis,options:{log:"log(1 + step)",linear:"linear"},choose:a=>i({stepAxis:a})}),s&&u("label",{class:"switch",children:[u("input",{type:"checkbox",checked:o.grouped,onChange:()=>i({grouped:!o.grouped})}),"Mean over seeds"]})]})}function vu({selection:t,select:e}){return u(S,{children:[t.zoom&&u("button",{class:"chip",onClick:()=>e({zoom:null}),children:["steps ",t.zoom.map(v).join("\u2013")," \u2715"]}),t.step!==null&&u("button",{class:"chip",onClick:()=>e({step:null}),children:["held at step ",v(t.step)," \u2715"]})]})}var Vm=10;function Bm({name:t,items:e,chosen:n,choose:r}){let[o,i]=$(""),s=e.filter(l=>n.includes(l)),a=e.filter(l=>l.toLowerCase().includes(o.toLowerCase())),c=l=>r(e.filter(f=>f===l!==s.includes(f)));return u("div",{children:[u("span",{class:"control-name",children:t}),u(Hm,{label:`${s.length} of ${e.length}`,name:t,children:[e.length>Vm&&u("input",{type:"search",placeholder:"filter","aria-label":`Filter ${t}`,value:o,onInput:l=>i(l.currentTarget.value)}),u("div",{class:"row",children:[u("button",{onClick:()=>r([...new Set([...s,...a])]),children:"all"}),u("button",{onClick:()=>r(s.filter(l=>!a.includes(l))),children:"none"})]}),u("ul",{children:a.map(l=>u("li",{children:u("label",{children:[u("input",{type:"checkbox",checked:s.includes(l),onChange:()=>c(l)}),l]})},l))})]})]})}function Hm({label:t,name:e,children:n}){return u("details",{class:"dropdown",onFocusOut:Ct,onKeyDown:Tt,children:[u("summary",{"aria-label":`${e}: ${t}`,children:[t," \u25BE"]}),u("div",{tabIndex:-1,children:n})]})}function Lo({run:t,num_steps:e,last_step:n,error:r}){let o=n===null?"no probe step":`${Rt(e,"probe step")} to step ${v(n)}`;return`${et(t)} \xB7 ${r?"damaged, ":""}${o}`}var zm={curves:"Curves",portrait:"Phase portrait",map:"Heat map",images:"Reconstructions",compare:"Compare",breakdowns:"Breakdowns"};function ku({view:t,choose:e}){return u("nav",{class:"views",role:"tablist","aria-label":"Views",onKeyDown:r=>{let o={ArrowLeft:-1,ArrowRight:1}[r.key];if(!o||we(r))return;r.preventDefault();let i=Xt[(Xt.indexOf(t)+o+Xt.length)%Xt.length];e(i),r.currentTarget.querySelector(`[data-view="${i}"]`).focus()},children:Xt.map(r=>u("button",{role:"tab",id:`tab-${r}`,"aria-controls":"view","data-view":r,"aria-selected":r===t,tabIndex:r===t?0:-1,onClick:()=>e(r),children:zm[r]},r))})}var Gm='model.fit(x, y, callbacks=[PhaseProbe(log_dir="logs/run1")])';function Su(){return u("main",{class:"empty",children:[u(jm,{}),u("h1",{children:"Installed, waiting for the first probe step"}),u("p",{children:"Add one callback to your training. The first point, the untrained network, appears at once."}),u("pre",{tabIndex:0,children:u("code",{children:[u("span",{class:"muted",children:"from keras_phases import PhaseProbe"}),`

`,Gm]})}),u("p",{class:"muted",children:["Training already? TensorBoard must watch the same folder, ",u("code",{children:"tensorboard --logdir logs"}),"; a new probe step appears here by itself within seconds."]})]})}var Um=[["constant",0,80],["decrease",80,100],["increase",180,100]];function jm(){return u("svg",{class:"empty-curve",width:280,height:92,viewBox:"0 0 280 92","aria-hidden":"true",children:[Um.map(([t,e,n])=>u("g",{class:`band ${t}`,children:[u("rect",{x:e,width:n,height:78}),u("text",{x:e+n/2,y:14,"text-anchor":"middle",children:t})]},t)),u("g",{class:"curve loss",children:u("path",{class:"line",d:"M2,32L80,33C110,34 140,62 180,62S250,36 278,26"})}),u("g",{class:"axis",children:u("line",{x2:280,y1:78,y2:78})})]})}function Mu({focus:{rows:t,reports:e,answers:n,numSeeds:r}}){let o=t.at(-1);if(!o||!n?.length)return null;let i=E(e,o.row)?.stages?.at(-1)?.kind??"";return u("div",{class:`answers ${i}`,role:"status",children:[n.map(({question:s,short:a,detail:c})=>u("details",{children:[u("summary",{children:[u("span",{class:"muted",children:s})," ",u("b",{children:a})]}),u("p",{children:c})]},s)),r&&u("p",{class:"muted",children:"In the run with the middle step."})]})}var mt={top:8,right:12,bottom:66},Ru=6.6;function Wm({rows:t,reports:e,quantity:n,domain:r,stepAxis:o,steps:i},s){let a=ue(t),c=Math.min(.3*s,14+Ru*Math.max(4,...a.map(({length:g})=>g))),l=s-mt.right,f=t.length>24?14:t.length>12?20:28,m=Gt(o,i,[c+6,l-6]),p=t.map(g=>n.read(g)),h=t.map((g,y)=>{let[_,x]=r??be(n,[g]),b=E(e,g.row)?.minimum_step??-1;return{series:g,name:a[y],top:mt.top+y*f,values:p[y],low:_,high:x,edges:Xm(g.steps.map(w=>m(w)),c,l),minimum:g.steps.indexOf(b)}}),d=mt.top+t.length*f;return{width:s,height:d+mt.bottom,left:c,right:l,bottom:d,cell:f,x:m,rows:h}}var Qm=Array.from({length:256},(t,e)=>Gn(e/255));function Km({rows:t}){return t.flatMap(({values:e,low:n,high:r,edges:o,top:i})=>o.flatMap(([s,a],c)=>{let l=Math.min(1,Math.max(0,(e[c]-n)/(r-n)));return a<=s||!Number.isFinite(l)?[]:[{x:s,top:i,width:a-s,color:Qm[Math.round(255*l)]}]}))}function Xm(t,e,n){let r=i=>Math.min(n,Math.max(e,i)),o=(n-e)/40;return t.map((i,s)=>{let a=s?(i-t[s-1])/2:void 0,c=s<t.length-1?(t[s+1]-i)/2:void 0;return[r(i-(a??c??o)),r(i+(c??a??o))]})}function Ym({held:t,cursor:e,actions:n,name:r,run:o,...i}){let{rows:s,reports:a,quantity:c,domain:l,stepAxis:f,steps:m}=i,[p,h]=ct(640),d=k(()=>Wm(i,h),[s,a,c,l,f,m,h]),g=(_,x)=>{let b=d.rows[Math.floor((x-mt.top)/d.cell)];if(!b)return null;let{key:w,steps:P}=b.series;return{step:P[Ee(P,d.x,_)],panel:w}},y=k(()=>u(S,{children:[d.rows.map(_=>u(Zm,{row:_,cell:d.cell,left:d.left,quantity:c},_.series.key)),u("g",{class:"axis axis-step",children:[u(No,{...d,stepAxis:f,steps:m}),u("line",{x1:d.left,x2:d.right,y1:d.bottom,y2:d.bottom})]}),u(tp,{layout:d,quantity:c,domain:l})]}),[d,c,f,m,l]);return u("div",{ref:p,class:"chart",children:[u(Jm,{layout:d}),u("svg",{class:"heat-map",width:h,height:d.height,viewBox:`0 0 ${h} ${d.height}`,role:"img",tabIndex:0,"aria-label":`${r}: ${c.label} of ${s.length} layers at every probe step. Arrow keys move the cursor.`,...Jn({rows:s,cursor:e,actions:n,run:o,find:g}),children:[y,t!==null&&J(t,m)&&u("line",{class:"held",x1:d.x(t),x2:d.x(t),y1:mt.top,y2:d.bottom}),u(ep,{layout:d,cursor:e})]})]})}var Pu=lt(Ym);function Jm({layout:t}){let e=N(null),{left:n,right:r,bottom:o,cell:i}=t,[s,a]=[r-n,o-mt.top];return O(()=>{let c=f=>Math.round(devicePixelRatio*f);[e.current.width,e.current.height]=[c(s),c(a)];let l=e.current.getContext("2d");for(let f of Km(t)){let[m,p,h]=[f.x-n,f.x+f.width-n,f.top-mt.top];l.fillStyle=f.color,l.fillRect(c(m),c(h),c(p)-c(m),c(h+i-1)-c(h))}},[t]),u("canvas",{ref:e,"aria-hidden":"true",style:{left:`${n}px`,top:`${mt.top}px`,width:`${s}px`,height:`${a}px`}})}function Zm({row:t,cell:e,left:n,quantity:r}){let{series:o,name:i,top:s,edges:a,minimum:c}=t,l=Q(i,Math.floor((n-13)/Ru)),f=a[c]&&(a[c][0]+a[c][1])/2;return u("g",{children:[u("text",{x:n-6,y:s+e/2,dy:"0.32em","text-anchor":"end",children:[l,l!==o.row.layer&&u("title",{children:o.row.layer})]}),f!==void 0&&Fn(r)&&u("g",{children:[u("title",{children:"reconstruction minimum"}),["rim","lowest"].map(m=>u("circle",{class:m,cx:f,cy:s+(e-1)/2,r:Math.min(5,e/4)},m))]})]})}function tp({layout:t,quantity:e,domain:n}){let r=Math.min(220,t.right-t.left),o=ee(),i=n?.map(e.format)??["lowest of the layer","highest"];return u("g",{class:"color-legend",transform:`translate(${t.left},${t.bottom+36})`,children:[u("linearGradient",{id:o,children:Array.from({length:10},(s,a)=>u("stop",{offset:a/9,"stop-color":Gn(a/9)},a))}),u("rect",{width:r,height:10,fill:`url(#${o})`}),u("text",{y:24,children:i[0]}),u("text",{x:r,y:24,"text-anchor":"end",children:i[1]}),u("text",{x:r+10,y:9,children:e.label})]})}function ep({layout:t,cursor:e}){let n=N(null);return ht(e,r=>{let[o,i]=n.current.children,s=t.rows.find(({series:l})=>l.key===r?.panel)??t.rows[0];if(n.current.toggleAttribute("data-shown",!!(r&&s)),!r||!s)return;let[a,c]=s.edges[B(s.series.steps,r.step)]??[0,0];o.setAttribute("transform",`translate(${(a+c)/2},0)`),i.style.display=s.series.key===r.panel?"":"none",i.setAttribute("x",String(a)),i.setAttribute("y",String(s.top)),i.setAttribute("width",String(Math.max(0,c-a)))},[t]),u("g",{ref:n,class:"cursor","aria-hidden":"true",children:[u("line",{y1:mt.top,y2:t.bottom}),u("rect",{class:"frame",height:t.cell-1})]})}function ir({focus:t,others:e,selection:n,cursor:r,actions:o,subtitle:i,tabulate:s,legend:a,draw:c}){let l=[t,...e];return u("div",{class:l.length>1?"panels portraits":"panels single",children:l.map(f=>{let{summary:m,rows:p,reports:h,advice:d}=f,g=H(f);return u(At,{title:g,subtitle:i,table:()=>s(f),legend:a?.(f),wide:l.length===1,children:c({name:g,run:m.run,rows:p,reports:h,advice:d,held:n.step,cursor:r,actions:o})},m.run)})})}var np={shared:"one scale for all layers",each:"each layer by itself"};function Nu(t){let{quantity:e,stepAxis:n,steps:r}=t.options,{focus:o,others:i}=t,[s,a]=$("shared"),c=k(()=>be(e,[o,...i].flatMap(({rows:l})=>l)),[e,o,i]);return u("section",{children:[u("div",{class:"view-controls",children:u(xt,{name:"Colours",value:s,options:np,choose:a})}),u(ir,{...t,subtitle:`${e.label} (${e.unit})`,tabulate:l=>rp(l,e),draw:l=>u(Pu,{...l,quantity:e,domain:s==="shared"?c:null,stepAxis:n,steps:r})})]})}function rp({rows:t},e){let n=t[0]?.steps??[],r=t.map(o=>[o.row.layer,o.row.decoder,...e.read(o)]);return{columns:["layer","decoder",...n.map(o=>`step ${o}`)],rows:r}}function Cu({rows:t},{summary:e}){let n=t.map(({size:c})=>c),r=[Math.max(...n.map(([c])=>c)),Math.max(...n.map(([,c])=>c))],{input_shape:o,target:i}=e.layout?.run??{};if(i||!Array.isArray(o))return r;let[s,a]=o;return $u(s,r[0])&&$u(a,r[1])?[s,a]:r}function $u(t,e){return Number.isInteger(t)&&t>=e&&t<=4096}function Tu([t,e],n){let r=e<=n?Math.floor(n/e):n/e;return[Math.round(r*t),Math.round(r*e)]}function Au(t,e,n,r){if(!r)return[0,0,0,0];let[o,i]=t.map((c,l)=>Math.floor((e[l]-c)/2)*n[l]/e[l]),[s,a]=t.map((c,l)=>c*n[l]/e[l]);return[o,n[1]-i-a,n[0]-o-s,i]}function Lu(t){return se(t).includes("target_cropped")}var op=700;function Eu({focus:t,selection:e,select:n,source:r}){let o=ip(r,t);return o===void 0?u("p",{class:"muted",children:"Loading \u2026"}):typeof o=="string"?u("p",{class:"problem",children:o}):o.steps.length?u(ap,{listing:o,focus:t,selection:e,select:n,source:r}):u(sp,{problem:o.error})}function ip(t,{summary:e}){let[n,r]=$();return O(()=>{let o=!0;return t.fetchImages(e.run).catch(i=>i.message).then(i=>o&&r({run:e.run,listing:i})),()=>{o=!1}},[t,e.run,e.last_step,e.last_wall_time]),n?.run===e.run?n.listing:void 0}function sp({problem:t}){return u("section",{class:"empty",children:[u("h2",{children:"This run has no reconstructed images"}),u("p",{children:t??"The probe keeps the reconstructions of a few held-out examples where the input is an image of one or three channels:"}),u("pre",{tabIndex:0,children:u("code",{children:'model.fit(x, y, callbacks=[PhaseProbe(images=8, log_dir="logs/run1")])'})})]})}function ap({listing:t,focus:e,selection:n,select:r,source:o}){let{steps:i,num_examples:s,labels:a,error:c}=t,[l,f]=$(null),m=l!==null&&l<s?l:null,p=n.step===null?i.length-1:B(i,n.step),h=lp(t,e,i[p],n.from),d=h[dn(h,({row:b})=>t.rows[b].size[1])]??{row:0,isCrop:!1};O(()=>{if(!(p+1>=i.length))for(let{row:b}of h)new Image().src=o.imageUrl(t,p+1,b)},[t,p,o]);let{against:g}=n,y=Cu(t,e),_=Tu(y,m===null?64:224),x=({row:b,isCrop:w},P)=>{let T=o.imageUrl(t,p,b,P===null),A=g&&P!==null?{input:()=>o.imageUrl(t,p,b,!0),step:()=>o.imageUrl(t,P,b)}[g]():void 0,U=m===null?Array.from({length:s},(M,D)=>D):[m],F=Au(t.rows[b].size,y,_,w),j={url:T,over:A,count:s,cell:_,borders:F,isFaint:g==="step"};return U.map(M=>u(hp,{at:M,...j},M))};return u("section",{class:"images","aria-label":"Reconstructions",children:[c&&u("p",{class:"problem",children:c}),u("div",{class:"view-controls",children:[u(cp,{steps:i,index:p,show:b=>r({step:i[b]})}),u(ot,{title:"Example",value:String(m??""),options:up(s,a),choose:b=>f(qe(b))}),u(mp,{steps:i,selection:n,select:r})]}),g==="step"&&u("p",{class:"explanation",children:"Absolute difference between the reconstructions at two steps, twice as bright: what the layer lost or learned since."}),u("div",{class:m===null?"strips":"strips large",children:[u("figure",{children:[u("figcaption",{children:u("b",{children:"input"})}),u("div",{children:x(d,null)})]}),h.map(({key:b,from:w,...P})=>u("figure",{children:[u(fp,{...P,before:g==="step"?i[w]:null}),u("div",{children:x(P,w)})]},b))]})]})}function up(t,e){let n=Array.from({length:t},(r,o)=>`${o+1}${e?` \xB7 class ${e[o]}`:""}`);return[["","all"],...n.map((r,o)=>[String(o),r])]}function lp(t,{rows:e,reports:n},r,o){let{steps:i}=t;return t.rows.flatMap(({layer:s,decoder:a},c)=>{let l=e.find(({row:d})=>d.layer===s&&d.decoder===a);if(!l)return[];let f=l.column("reconstruction_loss"),m=dt(l.steps,f,r);if(!Number.isFinite(m))return[];let p=B(i,o??E(n,l.row)?.minimum_step??i[0]),h=dt(l.steps,f,i[p]);return[{key:l.key,layer:s,decoder:a,row:c,isCrop:Lu(l),loss:m,from:p,lossBefore:h}]})}function cp({steps:t,index:e,show:n}){let[r,o]=$(!1);O(()=>{if(!r)return;let s=setTimeout(()=>n((e+1)%t.length),op);return()=>clearTimeout(s)},[r,e,t]);let i=v(t[e]);return u(S,{children:[u("button",{"aria-pressed":r,onClick:()=>o(!r),children:r?"\u23F8 pause":"\u25B6 play"}),u("label",{class:"slider",children:[u("span",{class:"control-name",children:["Step ",i]}),u("input",{type:"range",name:"step",min:0,max:t.length-1,value:e,"aria-valuetext":`step ${i}`,onInput:s=>n(Number(s.currentTarget.value))})]})]})}function fp({layer:t,decoder:e,loss:n,lossBefore:r,before:o}){return u("figcaption",{children:[u("b",{children:t})," ",u("span",{class:"muted",children:e}),u("br",{}),u("span",{class:"muted",children:["loss ",o!==null&&`${V(r)} at step ${v(o)}, now `,V(n)]})]})}function mp({steps:t,selection:e,select:n}){let{against:r,from:o}=e,i=s=>{n(s==="minimum"?{against:"step",from:null}:s==="input"||s===""?{against:s||null}:{against:"step",from:Number(s)})};return u(ot,{title:"Difference to",name:"against",value:r==="step"?String(o??"minimum"):r??"",options:[["","nothing"],["input","the input"],["minimum","the reconstruction minimum"],...Fe(t,o)],choose:i})}var pp=2;function hp({url:t,over:e,at:n,count:r,cell:[o,i],borders:s,isFaint:a}){let c=[t,...e?[e]:[]].map(l=>`url("${l.replaceAll('"',"%22")}")`);return u("span",{class:"example",role:"img","aria-label":`example ${n+1}`,style:{width:`${i}px`,height:`${o}px`,borderWidth:s.map(l=>`${l}px`).join(" "),backgroundImage:c.join(","),backgroundSize:`${r*100}% 100%`,backgroundPosition:r>1?`${100*n/(r-1)}% 0`:"0 0",backgroundBlendMode:e?"difference":"normal",filter:e&&a?`brightness(${pp})`:void 0}})}function Ge(t,e,n,r,o=9){let i=[];for(let s=o-r;s<n;s+=o){let[a,c]=[Math.max(0,s),Math.min(n,s+r)];i.push(`M${(t+a).toFixed(1)},${(e+r-a+s).toFixed(1)}L${(t+c).toFixed(1)},${(e+r-c+s).toFixed(1)}`)}return i.join("")}function Du({panel:t,phases:e}){return u("g",{class:"bands",children:e.map(n=>{let r=Math.max(t.left,t.x(n.start_step)),o=Math.max(0,Math.min(t.right,t.x(n.end_step))-r);return u("g",{class:`band ${n.kind}`,children:[u("rect",{x:r,y:t.top,width:o,height:t.bottom-t.top}),u("rect",{class:"edge",x:r,y:t.top,width:o,height:3}),n.kind==="rising"&&u("path",{class:"hatch",d:Ge(r,t.top,o,t.bottom-t.top)}),o>G(n.kind)+4&&u("text",{x:r+o/2,y:t.top+15,"text-anchor":"middle",children:n.kind})]},n.start_step)})})}function Iu({panel:t}){let[e,n]=t.y.domain(),r=t.references.filter(({value:i})=>i>=e&&i<=n),o=t.references.filter(i=>!r.includes(i));return u("g",{class:"references",children:[r.map(({label:i,value:s})=>{let a=s>(e+n)/2&&i!=="untrained",c=t.y(s),l=a||c<t.top+32;return u("g",{class:"reference",children:[u("line",{x1:t.left,x2:t.right,y1:c,y2:c}),u("text",{x:a?t.left+4:t.right-4,y:c+(l?12:-4),"text-anchor":a?"start":"end",children:i})]},i)}),u("text",{class:"outside",x:2,y:t.bottom+30,children:o.map(({label:i,value:s})=>`${i} ${V(s)}`).join(", ")})]})}function Ou({panel:t,series:e}){let{values:n,band:[r,o],x:i,y:s}=t,a=$i().digits(ao).defined(Number.isFinite).x((c,l)=>i(e.steps[l])).y0((c,l)=>s(r[l])).y1((c,l)=>s(o[l]));return u("g",{class:"curve loss",children:[u("path",{class:"spread",d:a(n)??""}),u("path",{class:"line",d:Dn(e.steps,n,i,s)}),u(qu,{panel:t,steps:e.steps,values:n,y:s})]})}function Fu({panel:t,series:{steps:e,column:n}}){let r=t.accuracy;if(!r)return null;let o=n("probe_accuracy");return u("g",{class:"curve accuracy",children:[u("path",{class:"line",d:Dn(e,o,t.x,r)}),u(qu,{panel:t,steps:e,values:o,y:r})]})}function qu({panel:t,steps:e,values:n,y:r}){return(t.right-t.left)/e.filter(o=>J(o,t.steps)).length<5?null:u(S,{children:e.map((o,i)=>Number.isFinite(n[i])&&u("circle",{cx:t.x(o),cy:r(n[i]),r:2},o))})}function Vu({panel:t,companions:e}){return u("g",{class:"companions",children:e.map(({series:n,...r})=>u("g",{class:r.isMuted?"muted-line":void 0,"data-run":r.run,fill:r.color,children:u(uo,{panel:t,...r,steps:n.steps,values:t.quantity.read(n)})},r.run))})}function Bu({panel:t,series:e}){return u("g",{class:"flag-marks",children:ae(e).map((n,r)=>{if(!n.length)return null;let[o,i]=[e.steps[r],t.values[r]];return Number.isFinite(i)?u("circle",{cx:t.x(o),cy:t.y(i),r:5},o):u("path",{d:"M-3.5,-3.5L3.5,3.5M-3.5,3.5L3.5,-3.5",transform:`translate(${t.x(o)},${t.bottom-9})`},o)})})}function Ue(t,e,n=-20,r=1){let o=4*-Math.sign(n);return`M${t},${e}v${n}l${10*r},${o}l${-10*r},${o}`}function Hu({panel:t,series:e,step:n}){let r=t.values[e.steps.indexOf(n)]??NaN;if(!Number.isFinite(r)||!J(n,t.steps))return null;let[o,i,s]=[t.x(n),t.y(r),`keep ${v(n)}`],a=i-30>t.top+18?-1:1,c=o-14-G(s)>t.left?-1:1;return u("g",{class:"kept",children:[u("title",{children:`advised: keep step ${v(n)}`}),u("path",{d:Ue(o,i,28*a,c)}),u("text",{x:o+13*c,y:i+24*a,dy:"0.32em","text-anchor":c>0?"start":"end",children:s})]})}function dp(t,e){return e.quantity.key==="loss"?t.has_increase?"minimum at":"lowest so far, at":t.has_increase?"loss minimum at":"lowest loss so far, at"}function zu({panel:t,series:e,report:n}){let r=n.minimum_step;if(r==null)return null;let o=t.values[e.steps.indexOf(r)]??NaN;if(!Number.isFinite(o))return null;let i=t.x(r);if(i<t.left||i>t.right)return null;let[s,a]=n.minimum_interval??[r,r],c=`${dp(n,t)} step ${v(r)}`,l=3.8*c.length,f=Math.min(Math.max(i,t.left+l+4),t.right-l-4);return u("g",{class:"minimum",children:[u("line",{class:"interval",x1:Math.max(t.left,t.x(s)),x2:Math.min(t.right,t.x(a)),y1:t.bottom-3,y2:t.bottom-3}),u("line",{class:"foot",x1:i,x2:i,y1:t.y(o),y2:t.bottom}),u("circle",{cx:i,cy:t.y(o),r:4.5}),u("text",{x:f,y:t.bottom-9,"text-anchor":"middle",children:c})]})}var gp={constant:"unchanged since start",decrease:"learns to keep its input",rising:"seems to forget it, not yet certain",increase:"forgets it"};function Gu({focus:t,options:e}){let{rows:n}=t,r=n.some(o=>ae(o).some(({length:i})=>i));return u("details",{class:"dropdown legend",onFocusOut:Ct,onKeyDown:Tt,children:[u("summary",{"aria-label":"How to read the charts",children:"?"}),u("section",{tabIndex:-1,"aria-label":"Legend",children:[u("ul",{children:[Object.entries(gp).map(([o,i])=>u("li",{children:[u(bp,{kind:o})," ",u("b",{children:o})," ",i]},o)),u(yp,{rows:n,options:e}),u("li",{children:[u("svg",{width:26,height:16,class:"minimum","aria-hidden":"true",children:[u("line",{class:"interval",x1:1,x2:25,y1:13,y2:13}),u("circle",{cx:13,cy:6,r:4.5})]}),"minimum and its interval"]}),u(Eo,{runs:[t]}),r&&u("li",{children:[u("svg",{width:26,height:14,class:"flag-marks","aria-hidden":"true",children:u("circle",{cx:13,cy:7,r:5})}),"flagged"]})]}),u("p",{children:"Phases and minimum are those of the reconstruction loss."})]})]})}function Eo({runs:t}){return t.some(e=>e.rows.some(n=>Et(e,n)!==null))?u("li",{children:[u("svg",{width:26,height:16,class:"kept","aria-hidden":"true",children:u("path",{d:Ue(8,15,-13)})}),"step that is advised to keep"]}):null}function yp({rows:t,options:{quantity:e,accuracyDomain:n}}){let r=t.some(({spread:o})=>o);return u(S,{children:[u("li",{children:[u("svg",{width:26,height:14,class:"curve loss","aria-hidden":"true",children:[u("path",{class:"spread",d:"M0,3H26V11H0Z"}),u("path",{class:"line",d:"M0,7H26"})]}),e.label,r?", mean, lowest to highest seed":e.readErrors&&" \xB1 standard error"]}),n&&e.key!=="accuracy"&&u("li",{children:[u("svg",{width:26,height:14,class:"curve accuracy","aria-hidden":"true",children:u("path",{class:"line",d:"M0,7H26"})}),"probe accuracy, shared scale"]})]})}function bp({kind:t}){return u("svg",{width:26,height:14,class:`band ${t}`,"aria-hidden":"true",children:[u("rect",{width:26,height:14}),u("rect",{class:"edge",width:26,height:3}),t==="rising"&&u("path",{class:"hatch",d:Ge(0,0,26,14,5)})]})}function Uu({rows:t}){let e=[...t.some(st)?[]:[_p(t)],...Qu(t).map(lo)];return u(Wu,{of:"this run",notes:e})}function ju({series:t,rows:e,report:n}){let r=Qu(e),i=[...se(t).filter(s=>s!=="no_labels"&&!r.includes(s)).map(lo),...n?.error?[`Phases were not found. ${n.error}`]:[]];return u(Wu,{of:t.row.layer,notes:i})}function Wu({of:t,notes:e}){return e.length?u("details",{class:"menu badge",onFocusOut:Ct,onKeyDown:Tt,children:[u("summary",{"aria-label":`${Rt(e.length,"note")} on ${t}`,children:["\u2691 ",e.length]}),u("ul",{class:"notes",tabIndex:-1,children:e.map(n=>u("li",{children:n},n))})]}):null}function _p(t){return t.some(({flags:n})=>n().some(r=>r.includes("no_labels")))?"No labels reached the probe, so there is no probe accuracy to draw.":"No probe accuracy was measured, so there is none to draw."}function Qu(t){let[e=[],...n]=t.map(se);return e.filter(r=>r!=="no_labels"&&n.every(o=>o.includes(r)))}function Ku({summary:t}){let e=Object.entries(t.layout?.run??{}).filter(([n])=>n!=="columns");return e.length?u("details",{class:"settings",children:[u("summary",{children:"Settings"}),u("dl",{children:e.map(([n,r])=>u("div",{children:[u("dt",{children:n}),u("dd",{children:typeof r=="string"?r:JSON.stringify(r)})]},n))})]}):null}var xp="60%";function Xu(t){let[e,n]=$(!0);return O(()=>{let r=new IntersectionObserver(o=>n(o.at(-1).isIntersecting),{rootMargin:`${xp} 0px`});return r.observe(t.current),()=>r.disconnect()},[]),e}function wp({series:t,report:e,kept:n,companions:r,options:o},i){let s=ee(),a=Fn(o.quantity),c=[i.left,i.right,i.stepAxis,...i.steps],l=k(()=>u(Du,{panel:i,phases:e?.stages??[]}),[e,...c]),f=k(()=>u(Kn,{panel:i}),c),m=k(()=>[u(Za,{panel:i}),u(Fu,{panel:i,series:t})],[t,o.accuracyDomain,i.accuracy===null,...c]);return k(()=>u("g",{class:"marks",children:[l,vp(i,r)?u(kp,{panel:i}):u(Xn,{panel:i}),m[0],f,u("clipPath",{id:s,children:u("rect",{x:i.left,y:i.top-6,width:i.right-i.left,height:i.bottom-i.top+12})}),u("g",{"clip-path":`url(#${s})`,children:[u(Vu,{panel:i,companions:r}),m[1],u(Ou,{panel:i,series:t}),u(Bu,{panel:i,series:t})]}),u(Iu,{panel:i}),a&&n!==null&&u(Hu,{panel:i,series:t,step:n}),a&&e&&u(zu,{panel:i,series:t,report:e})]}),[i,e,n,r,t])}function vp({values:t,quantity:e},n){return![t,...n.map(({series:r})=>e.read(r))].some(r=>r.some(Number.isFinite))}function kp({panel:{left:t,right:e,top:n,bottom:r,label:o}}){return u("text",{x:(t+e)/2,y:(n+r)/2,"text-anchor":"middle",children:[o,": no finite value at any probe step"]})}function Sp(t){let[e,n]=ct(360),r=Xu(e),o=N(t);r&&(o.current=t);let i=o.current,{series:s,companions:a,options:c,held:l,cursor:f,actions:m}=i,p=k(()=>la(s,a,c,n),[s,a,c,n]),d={lines:k(()=>{let x=b=>({steps:b.steps,values:c.quantity.read(b)});return[{name:"",...x(s)},...a.map(({name:b,run:w,series:P})=>({name:b,run:w,...x(P)}))]},[s,a,c.quantity]),measured:s.steps,quantity:c.quantity,panel:s.key,cursor:f,actions:m},{brush:g,handlers:y}=tr(d,p,e),_=wp(i,p);return u("div",{ref:e,class:"chart",children:u("svg",{width:n,height:Qt,viewBox:`0 0 ${n} ${Qt}`,role:"img",tabIndex:0,"aria-label":Mp(i),...y,children:[_,l!==null&&J(l,p.steps)&&u("line",{class:"held",x1:p.x(l),x2:p.x(l),y1:p.top,y2:p.bottom}),g&&u(Yn,{panel:p,ends:g}),u(eu,{panel:p,series:s,cursor:f})]})})}var Yu=lt(Sp);function Mp({series:t,report:e,kept:n,options:{quantity:r}}){let{row:o,steps:i}=t,[s,a]=[i.at(-1),st(t)],c=[`${o.layer}, ${o.decoder} decoder: ${r.label} at ${Rt(i.length,"probe step")}`];return s!==void 0&&c.push(`${r.format(r.read(t).at(-1))} at step ${v(s)}`),a&&c.push(`best probe accuracy ${W(a.accuracy)} at step ${v(a.step)}`),e?.description&&c.push(e.description),n!==null&&c.push(`advised: keep step ${v(n)}`),`${c.join("; ")}. Arrow keys move the cursor, Enter holds a step, + and 0 zoom.`}var Rp={constant:"\u2192",decrease:"\u2198",rising:"\u2197",increase:"\u2197"},Ju=["constant","decrease","increase"];function sr({report:t}){let e=t?.stages?.at(-1);return e?u("span",{class:`phase-now ${e.kind}`,title:t?.description,children:[u(Pp,{kind:e.kind})," ",Rp[e.kind]," ",t.now]}):u("span",{class:"phase-now muted",children:t?.now})}function Pp({kind:t}){let e=Ju.indexOf(t==="rising"?"increase":t),n=(r,o)=>{let i=2*Math.PI*r/3;return`${(o*Math.sin(i)).toFixed(2)},${(-o*Math.cos(i)).toFixed(2)}`};return u("svg",{class:"clock",width:14,height:14,viewBox:"-8 -8 16 16","aria-hidden":"true",children:[Ju.map((r,o)=>u("path",{class:`edge ${r}`,opacity:o===e&&t!=="rising"?1:.35,d:`M0,0L${n(o,8)}A8,8 0 0 1 ${n(o+1,8)}Z`},r)),u("path",{class:"hand",d:`M0,0L${n(e+.5,6.5)}`})]})}function el({focus:t,others:e,looks:n,options:r,selection:o,cursor:i,actions:s}){let a=k(()=>new Map(t.rows.map(({key:f})=>[f,Tp(f,e,n)])),[t.rows,e,n]),c=ue(t.rows),l=r.accuracyDomain&&r.quantity.key!=="accuracy";return u("section",{class:"panels","aria-label":"Layers",children:[Cp(t.rows).map(f=>{let m=E(t.reports,f.row),p=a.get(f.key);return u(At,{title:f.row.layer,short:c[t.rows.indexOf(f)],isMain:f===t.rows.at(-1),subtitle:`width ${v(f.row.num_features)} \xB7 ${f.row.decoder} decoder`,panel:f.key,aside:u(S,{children:[u(sr,{report:m}),u(ju,{series:f,rows:t.rows,report:m})]}),table:()=>Ap(f),legend:[{color:n.colors.get(t.summary.run),text:`${r.quantity.label}, ${H(t)}`},...l?[{color:"var(--accuracy)",text:"probe accuracy"}]:[],...p.filter(({isMuted:h})=>!h).map(({name:h,color:d,dash:g})=>({color:d,dash:g,text:h})),...p.some(({isMuted:h})=>h)?[{color:"var(--muted)",text:"other runs"}]:[]],children:u(Yu,{series:f,report:m,kept:Et(t,f),companions:p,options:r,held:o.step,cursor:i,actions:s})},f.key)}),u(Np,{focus:t,others:e,looks:n,options:r,cursor:i,actions:s})]})}var Zu=[{column:"model_accuracy",quantity:bt("accuracy",!0)},{column:"model_loss",quantity:bt("loss",!1)}];function Np({focus:t,others:e,looks:n,options:r,cursor:o,actions:i}){let s=k(()=>Zu.map(({column:l})=>[...e,t].flatMap(f=>$p(f,l,n))),[t,e,n]),a=s.findIndex(({length:l})=>l);if(a<0)return null;let{quantity:c}=Zu[a];return u(Lt,{title:"The model itself",subtitle:`${c.label} on held-out rows`,lines:s[a],label:c.label,name:"The model itself",panel:t.rows[0].key,quantity:c,options:r,cursor:o,actions:i})}function $p(t,e,n){let[r]=t.rows,o=r?.column(e)??[];return r&&o.some(Number.isFinite)?[{...Be(t,n),steps:r.steps,values:o}]:[]}function Cp(t){return[...t.slice(-1),...t.slice(0,-1)]}function Tp(t,e,n){return e.flatMap(r=>{let o=r.rows.find(i=>i.key===t);return o?[{...Be(r,n),series:o}]:[]})}var tl=["epoch","reconstruction_loss","reconstruction_stderr","explained_variance","probe_accuracy","model_accuracy"];function Ap(t){let e=t.metricNames.filter(i=>!i.includes("_group_")&&i!=="flags"),n=[...tl.filter(i=>e.includes(i)),...e.filter(i=>!tl.includes(i))],r=n.map(i=>t.column(i)),o=t.flags().map((i,s)=>[t.steps[s],...r.map(a=>a[s]),i.join(" ")]);return{columns:["step",...n,"flags"],rows:o}}var Dt={top:26,right:96,bottom:40,left:54};function Lp({rows:t,reports:e,advice:n,axes:r,theme:o},i){let s=Math.round(Math.min(520,Math.max(300,.62*i))),[a,c]=r.map(p=>t.map(h=>p.read(h))),l=Y(nl(t,r[0]),[Dt.left+8,i-Dt.right]),f=Y(nl(t,r[1]),[s-Dt.bottom-8,Dt.top+8]),m=t.map((p,h)=>{let d=p.steps.map((y,_)=>({step:y,x:l(a[h][_]),y:f(c[h][_])})).filter(y=>Number.isFinite(y.x)&&Number.isFinite(y.y)),g=E(e,p.row);return{series:p,color:Yt(h,t.length,o),places:d,parts:Ep(d,g),minimum:d.findIndex(({step:y})=>y===g?.minimum_step),kept:d.findIndex(({step:y})=>y===Et({rows:t,advice:n},p))}});return{width:i,height:s,x:l,y:f,trajectories:m}}function nl(t,e){let[n,r]=be(e,t);return e.isTurned?[r,n]:[n,r]}function Ep(t,e){let n=t.length-1;return n<1?[]:e?.stages?.length?e.stages.flatMap(({kind:r,start_step:o,end_step:i})=>{let s=t.flatMap(({step:a},c)=>a>=o&&a<=i?[c]:[]);return s.length>1?[{kind:r,from:s[0],to:s.at(-1)}]:[]}):[{kind:"constant",from:0,to:n}]}function Dp({rows:t,reports:e,advice:n,axes:r,theme:o,held:i,cursor:s,actions:a,name:c,run:l}){let[f,m]=ct(640),p=k(()=>Lp({rows:t,reports:e,advice:n,axes:r,theme:o},m),[t,e,n,r,o,m]),h=k(()=>u(S,{children:[u(Op,{layout:p,axes:r}),p.trajectories.map(d=>u(Fp,{trajectory:d},d.series.key)),u(Vp,{layout:p})]}),[p,r]);return u("div",{ref:f,class:"chart",children:u("svg",{class:"portrait",width:m,height:p.height,viewBox:`0 0 ${m} ${p.height}`,role:"img",tabIndex:0,"aria-label":`${c}: ${r[1].label} against ${r[0].label}, a trajectory for each of ${t.length} layers. Arrow keys move along the steps.`,...Jn({rows:t,first:t.length-1,cursor:s,actions:a,run:l,find:(d,g)=>Ip(p,d,g)}),children:[h,u(zp,{layout:p,cursor:s,held:i})]})})}var rl=lt(Dp);function Ip({trajectories:t},e,n){let r=null,o=40**2;for(let{series:i,places:s}of t)for(let a of s){let c=(a.x-e)**2+(a.y-n)**2;c<o&&([o,r]=[c,{step:a.step,panel:i.key}])}return r}function Op({layout:{width:t,height:e,x:n,y:r},axes:o}){let[i,s,a]=[Dt.left,t-Dt.right+8,e-Dt.bottom],c=Math.max(3,t/110);return u("g",{class:"axis",children:[u("line",{x1:i,x2:s,y1:a,y2:a}),u(Ro,{ticks:n.ticks(c),x:n,bottom:a,format:n.tickFormat(c,o[0].tickFormat)}),u(Po,{ticks:r.ticks(6),y:r,left:i,right:s,format:r.tickFormat(6,o[1].tickFormat)}),u("text",{class:"axis-title",x:2,y:12,children:[o[1].isTurned?"\u2193":"\u2191"," ",o[1].label]}),u("text",{class:"axis-title",x:s,y:a+34,"text-anchor":"end",children:[o[0].label," ",o[0].isTurned?"\u2190":"\u2192"]})]})}function Fp({trajectory:{color:t,places:e,parts:n,minimum:r,kept:o}}){let i=Re(({x:f})=>f,({y:f})=>f),s=e[0],[a,c]=[e[r],e[o]],l=n.length>0&&n.every(({kind:f})=>f==="constant");return u("g",{class:l?"trajectory still":"trajectory",stroke:t,fill:t,children:[n.map(({kind:f,from:m,to:p})=>u("path",{class:`way ${f}`,d:i(e.slice(m,p+1))??""},m)),qp(e).map(({x:f,y:m,angle:p},h)=>u("path",{class:"arrow",d:"M-4.5,-3.5L3.5,0L-4.5,3.5Z",transform:`translate(${f},${m}) rotate(${p})`},h)),s&&u("circle",{class:"start",cx:s.x,cy:s.y,r:3.5}),a&&u("circle",{class:"lowest",cx:a.x,cy:a.y,r:5}),c&&u("g",{class:"kept",children:[u("title",{children:`advised: keep step ${v(c.step)}`}),u("path",{d:Ue(c.x,c.y)})]})]})}function qp(t){let e=[],n=30;return t.slice(1).forEach((r,o)=>{let i=t[o],[s,a]=[r.x-i.x,r.y-i.y],c=Math.hypot(s,a);n+=c,!(c<9||n<60)&&(n=0,e.push({x:i.x+s/2,y:i.y+a/2,angle:Math.atan2(a,s)*180/Math.PI}))}),e}function Vp({layout:{trajectories:t,width:e,height:n}}){let r=ue(t.map(({series:c})=>c)),o=t.flatMap(({series:c,color:l,places:f},m)=>f.length?[{series:c,name:r[m],color:l,...f.at(-1)}]:[]).toSorted((c,l)=>c.y-l.y),i=o.map(({name:c,x:l})=>Q(c,Math.floor((e-l-12)/G("x")))),s=o.map(({x:c,y:l},f)=>({left:c,right:c+12+G(i[f]),y:l})),a=Hp(s,13,14,n-Dt.bottom);return u("g",{class:"ends",children:o.map(({series:c,name:l,color:f,x:m,y:p,step:h},d)=>u("g",{children:[u("circle",{cx:m,cy:p,r:3.5,fill:f}),a[d]!==null&&u(S,{children:[u("line",{x1:m+4,y1:p,x2:m+10,y2:a[d],stroke:f}),u("text",{x:m+12,y:a[d],dy:"0.32em",children:i[d]})]}),u("title",{children:`${l} at step ${v(h)}`})]},c.key))})}var Bp=3;function Hp(t,e,n,r){let o=[],i=({left:a,right:c,y:l})=>l>=n&&l<=r&&o.every(f=>a>=f.right||c<=f.left||Math.abs(l-f.y)>e-1e-6),s=a=>{let c=o.flatMap(m=>[m.y-e,m.y+e]),f=[Math.min(r,Math.max(n,a.y)),...c].filter(m=>i({...a,y:m})).toSorted((m,p)=>Math.abs(m-a.y)-Math.abs(p-a.y))[0];return f===void 0||Math.abs(f-a.y)>Bp*e?null:f};return t.map(a=>{let c=s(a);return c!==null&&o.push({...a,y:c}),c})}function zp({layout:t,cursor:e,held:n}){let r=N(null);return ht(e,o=>{let i=o?.step??n;r.current.toggleAttribute("data-shown",i!==null),i!==null&&t.trajectories.forEach(({places:s,series:a},c)=>{let l=r.current.children[c],f=s[B(s.map(m=>m.step),i)];l.style.display=f?"":"none",f&&(l.setAttribute("transform",`translate(${f.x},${f.y})`),l.setAttribute("r",a.key===o?.panel?"6":"4"))})},[t,n]),u("g",{ref:r,class:"cursor","aria-hidden":"true",children:t.trajectories.map(({series:o,color:i})=>u("circle",{r:4,fill:i},o.key))})}function il(t){let{quantities:e,selection:n,select:r}=t,o=it(),[i,s]=n.portrait,a=k(()=>Sa(e),[e]),c=k(()=>[Kt(a,i),Kt(a,s)],[a,i,s]),l=[i,s].find(p=>!a.some(({key:h})=>h===p)),f=Ma(a),m=f.find(({axes:[p,h]})=>p===i&&h===s);return u("section",{children:[u("div",{class:"view-controls",children:[f.length>1&&u(xt,{name:"Plane",value:m?.key??"",options:Object.fromEntries(f.map(({key:p,label:h})=>[p,h])),choose:p=>r({portrait:f.find(({key:h})=>h===p).axes})}),["X axis","Y axis"].map((p,h)=>u(ot,{title:p,name:`axis-${h}`,value:c[h].key,options:a.map(({key:d,label:g})=>[d,g]),choose:d=>r({portrait:c.map(({key:g},y)=>y===h?d:g)})},p)),u(Gp,{runs:[t.focus,...t.others]})]}),l&&u("p",{class:"problem",children:["Nothing was measured of '",l,"': the reconstruction loss stands in its place."]}),m&&ol[m.key]&&u("p",{class:"explanation",children:ol[m.key]}),u(ir,{...t,subtitle:`${c[1].label} against ${c[0].label}`,tabulate:p=>Up(p,c),legend:({rows:p})=>p.map((h,d)=>({color:Yt(d,p.length,o),text:K(h,p)})),draw:p=>u(rl,{...p,axes:c,theme:o})})]})}var ol={information:"What a layer knows of its input (x axis) and of the label (y axis), both on held-out rows: up is fitting, to the left is forgetting.",binned:"Binned mutual information of a deterministic network is a property of its bins (Goldfeld et al., 2018): read it beside the information plane, not instead of it."};function Gp({runs:t}){return u("ul",{class:"ways","aria-label":"Legend",children:[["constant","decrease","rising","increase"].map(e=>u("li",{children:[u("svg",{width:34,height:12,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:u("path",{class:`way ${e}`,d:"M1,6H33"})}),e]},e)),u("li",{children:[u("svg",{width:12,height:12,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:u("circle",{class:"start",cx:6,cy:6,r:3.5})}),"first step"]}),u("li",{children:[u("svg",{width:14,height:14,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:u("circle",{class:"lowest",cx:7,cy:7,r:5})}),"reconstruction minimum"]}),u(Eo,{runs:t})]})}function Up({rows:t},e){let n=t.flatMap(r=>{let[o,i]=e.map(s=>s.read(r));return r.steps.map((s,a)=>[r.row.layer,r.row.decoder,s,o[a],i[a]])});return{columns:["layer","decoder","step",e[0].label,e[1].label],rows:n}}var jp=900;function sl(t){let{runs:e,focus:n,others:r,numDrawn:o,selection:i,select:s}=t,{filter:a,pins:c}=i,[l]=$(()=>innerWidth>=jp),f=e.filter(({run:d})=>bo(d,a)),m=e.filter(d=>!c.includes(d.run)&&(d.run===n||f.includes(d))),p=[...e.filter(({run:d})=>c.includes(d)),...m],h=f.map(({run:d})=>d);return u("aside",{class:"runs","aria-label":"Runs",children:u("details",{open:l,children:[u("summary",{children:["Runs ",u("span",{class:"muted",children:[o," of ",e.length," drawn"]})]}),u("input",{type:"search",placeholder:"regular expression","aria-label":"Find runs by a regular expression",value:a,onInput:d=>s({filter:d.currentTarget.value})}),!_o(a)&&u("p",{class:"note",children:"No regular expression yet: all runs are shown."}),u("div",{class:"row",children:[u("button",{onClick:()=>s({others:[...new Set([...r,...h])]}),children:"all"}),u("button",{onClick:()=>s({others:r.filter(d=>!h.includes(d))}),children:"none"})]}),u("ul",{children:p.map(d=>u(Wp,{...t,summary:d,isShown:[n,...r,...c].includes(d.run)},d.run))}),!f.length&&u("p",{class:"note",children:"No run matches."})]})})}function Wp({summary:t,isShown:e,focus:n,others:r,looks:{colors:o,dashes:i},strangers:s,selection:a,select:c}){let{run:l}=t,{pins:f,grouped:m}=a,[p,h,d]=[et(l),l===n,f.includes(l)],g=h&&a.others?.length===0,[y,_]=$(null),x=()=>c({others:e?r.filter(w=>w!==l):[...r,l]}),b=()=>{g||_(a.others),c(g?{others:y}:{run:l,others:[]})};return u("li",{class:h?"in-focus":void 0,"data-run":m?yt(l):l,onPointerEnter:()=>Zn(m?yt(l):l),onPointerLeave:()=>Zn(null),children:[u("input",{type:"checkbox","aria-label":p,checked:e,disabled:h||d,onChange:x}),u(ye,{color:o.get(l),dash:i.get(l)}),u("button",{class:"name",title:Lo(t),"aria-current":h||void 0,onClick:()=>c({run:l}),children:[p,s.includes(l)&&u("span",{class:"muted",children:" another network"})]}),u("button",{class:"tool","aria-label":`Draw ${p} alone`,"aria-pressed":g,onClick:b,children:"solo"}),u("button",{class:"tool","aria-label":`Pin ${p}`,"aria-pressed":d,onClick:()=>c({pins:d?f.filter(w=>w!==l):[...f,l]}),children:"pin"})]})}var Qp=4e3,Kp=16;function ul(t,{run:e,others:n,filter:r,pins:o}){let[i,s]=$({others:[]}),a=N(0),c=N(new Map),l=N(""),f=JSON.stringify([n,r,o]),m=nn(async()=>{let p=++a.current,h=()=>p===a.current;try{let d=e||l.current,{runs:g,shown:y}=await Jp(t,{run:d,others:n,filter:r,pins:o},c.current,h);if(!h())return;l.current=y[0]??"";let _=()=>{let[x,...b]=y.flatMap(P=>c.current.get(P)??[]),w=Date.now();h()&&s(P=>Yp(P,{runs:g,focus:x,others:b,asked:w}))};_();for(let[x,b]=[0,1];x<y.length&&h();[x,b]=[b,b+Kp])await th(t,y.slice(x,b),c.current)&&_()}catch(d){let g=d instanceof Error?d.message:String(d);h()&&s(y=>({...y,problem:g}))}},[t,e,f]);return O(()=>{let p,h=!1,d=()=>{t.isLive&&!h&&(p=setTimeout(()=>{(Xp()?m():Promise.resolve()).then(d)},Qp))};return m().then(d),()=>{h=!0,clearTimeout(p)}},[t,m]),{...i,reload:m}}function Xp(){return!document.hidden&&innerHeight>0}function Yp(t,e){let n=(o=[])=>o.map(i=>`${i.run} ${Do(i)}`).join(`
`),r=e.others.length===t.others.length&&e.others.every((o,i)=>o===t.others[i]);return{...e,runs:t.runs&&n(t.runs)===n(e.runs)?t.runs:e.runs,others:r?t.others:e.others}}async function Jp(t,{run:e,...n},r,o){let i=await t.fetchRuns();for(;;){let s=Na(i,e),a=s?[s,...$a(i,s.run,n)]:[],c=o()?await Zp(t,a,r,o):[];if(!c.length)return{runs:i,shown:a.map(({run:l})=>l)};i=i.filter(({run:l})=>!c.includes(l))}}async function Zp(t,e,n,r){let o=e.filter(c=>{let l=n.get(c.run);return!l||Do(l.summary)!==Do(c)});for(let c of o)c.num_steps||n.set(c.run,{summary:c,rows:[],reports:[]});let i=o.filter(({num_steps:c})=>c);if(!i.length)return[];let s=await t.fetchMetrics(i);if(!r())return[];for(let c of s){let{num_steps:l,last_step:f,last_wall_time:m,error:p,layout:h,run:d}=c,g={num_steps:l,last_step:f,last_wall_time:m,error:p,layout:h,run:d};n.set(d,{reports:[],...n.get(d),summary:g,rows:ts(c)})}let a=i.map(({run:c})=>c).filter(c=>!s.some(l=>l.run===c));for(let c of a)n.delete(c);return a}async function th(t,e,n){let r=e.flatMap(s=>{let a=n.get(s);return a?.rows.length&&al.get(a)!==a.summary.last_wall_time?[a]:[]});if(!r.length)return!1;let o=await t.fetchReports(r.map(({summary:s})=>s.run)),i=r.filter(s=>n.get(s.summary.run)===s);for(let s of i){let a=o.find(({run:l})=>l===s.summary.run),c={...s,reports:(a?.rows??[]).map(mu),advice:a?.advice,answers:a?.answers};al.set(c,s.summary.last_wall_time),n.set(s.summary.run,c)}return i.length>0}var al=new WeakMap;function Do({num_steps:t,last_wall_time:e,error:n}){return`${t} ${e} ${n}`}var ll=190,eh=16;function cl({report:t,lastStep:e,stepAxis:n}){let r=Gt(n,[0,e],[5,ll-5]),{minimum_step:o,minimum_interval:i}=t;return u("svg",{class:"strip",width:ll,height:eh,role:"img","aria-label":t.description??"",children:[t.stages?.map(({kind:s,start_step:a,end_step:c})=>{let l=Math.max(0,r(c)-r(a)-1);return s==="rising"?u("path",{class:"hatch",d:Ge(r(a),4,l,8,4)},a):u("rect",{class:`edge ${s}`,x:r(a),y:4,width:l,height:8},a)}),i&&u("line",{class:"interval",x1:r(i[0]),x2:r(i[1]),y1:14.5,y2:14.5}),o!=null&&u("circle",{cx:r(o),cy:8,r:4})]})}function fl({rows:t,reports:e,stepAxis:n}){let r=t[0]?.steps.at(-1)??1,o=t.some(st);return u("div",{class:"summary",children:u("table",{children:[u("thead",{children:u("tr",{children:[u("th",{children:"layer"}),u("th",{class:"detail",children:"decoder"}),u("th",{class:"number",children:"width"}),u("th",{children:["phases to step ",v(r)]}),u("th",{children:"phase now"}),u("th",{class:"number",children:"minimum at step"}),u("th",{class:"number",children:"rise since minimum"}),o&&u("th",{class:"number",children:"best probe accuracy"})]})}),u("tbody",{children:t.map(i=>u(nh,{series:i,report:E(e,i.row),lastStep:r,stepAxis:n,hasAccuracy:o},i.key))})]})})}function nh({series:t,report:e,lastStep:n,stepAxis:r,hasAccuracy:o}){return u("tr",{children:[u("th",{scope:"row",children:u("button",{onClick:()=>ih(t.key),children:t.row.layer})}),u("td",{class:"detail",title:t.row.strategy,children:t.row.decoder}),u("td",{class:"number",children:v(t.row.num_features)}),u("td",{children:e&&u(cl,{report:e,lastStep:n,stepAxis:r})}),u("td",{children:u(sr,{report:e})}),u("td",{class:"number",children:u(rh,{report:e})}),u("td",{class:"number",children:e?.has_increase?W(or(t,e)):u("span",{class:"muted",children:"\u2013"})}),o&&u("td",{class:"number",children:u(oh,{series:t})})]})}function rh({report:t}){if(t?.minimum_step==null)return u("span",{class:"muted",children:"\u2013"});let[e,n]=t.minimum_interval??[t.minimum_step,t.minimum_step];return u(S,{children:[v(t.minimum_step)," ",u("span",{class:"muted",children:["(",v(e),"\u2013",v(n),t.has_increase?"":" so far",")"]})]})}function oh({series:t}){let e=st(t);return e?u(S,{children:[W(e.accuracy)," ",u("span",{class:"muted",children:["at ",v(e.step)]})]}):u("span",{class:"muted",children:"\u2013"})}function ih(t){document.querySelector(`[data-panel="${CSS.escape(t)}"] svg`)?.focus()}function ml({source:t}){let[e,n]=$(()=>go(kr())),r=ul(t,e),o=N(r.reload);o.current=r.reload,O(()=>fa({"experimental.DataReloaded":()=>o.current()}),[]),O(()=>pi(()=>n(go(kr()))),[]);let i=N("");i.current=r.focus?.summary.run??"";let s=nn(a=>{let c="view"in a||"run"in a;n(l=>{let f={...l,...a};return setTimeout(()=>{c&&Sr(yo({...l,run:l.run||i.current})),Sr(yo(f),c)}),f})},[]);return r.runs?r.focus?u("main",{class:r.runs.length>1?"with-runs":void 0,children:[u("h1",{class:"read-aloud",children:["Learning phases of ",et(r.focus.summary.run)]}),u(sh,{store:r,focus:r.focus,selection:e,select:s,source:t})]}):u(S,{children:[r.problem&&u(ar,{text:r.problem}),u(Su,{})]}):u("main",{children:r.problem?u(ar,{text:r.problem}):u("p",{class:"muted",children:"Loading \u2026"})})}function sh({store:t,focus:e,selection:n,select:r,source:o}){let{focus:i,others:s}=k(()=>gh(e,t.others,n),[e,t.others,n.grouped,n.layers,n.view==="images"]),a=k(()=>new un,[e.summary.run,n.view]),c=ah(n,r),l=k(()=>ba([i,...s].flatMap(({rows:g})=>g)),[i,s]),f=uh(i,s,l,n),m=k(()=>[i,...s],[i,s]),p=du(t.runs,s,n.pins),h=k(()=>ns(e,t.others),[e,t.others]),d={focus:i,others:s,looks:p,strangers:h,options:f,quantities:l,selection:n,select:r,cursor:a,actions:c,source:o};return u(S,{children:[t.runs.length>1&&u(sl,{runs:t.runs,focus:e.summary.run,numDrawn:t.others.length+1,others:n.others??t.others.map(({summary:g})=>g.run),looks:p,strangers:h,selection:n,select:r}),u("div",{children:[u(wu,{runs:t.runs,focus:e.summary.run,layers:[...new Set(e.rows.map(({row:g})=>g.layer))],quantities:l,selection:n,select:r}),t.problem&&u(ar,{text:t.problem}),[e,...t.others].map(({summary:g})=>g.error&&u(ar,{text:g.error,title:`Run ${g.run} is damaged`},g.run)),!i.rows.length&&!e.summary.error&&u(yh,{run:e,select:r}),i.rows.length>0&&u(S,{children:[u("div",{class:"bar",children:[u(ku,{view:n.view,choose:g=>r({view:g})}),u("div",{class:"row",children:[o.isLive&&u(bh,{asked:t.asked}),u(vu,{selection:n,select:r}),u(Uu,{rows:i.rows}),n.view==="curves"&&u(Gu,{focus:i,options:f})]})]}),u(Mu,{focus:i}),u(Mo.Provider,{value:H(i),children:u(mh,{name:n.view,...d})}),u(Ku,{summary:i.summary}),u(ia,{runs:m,looks:lh.includes(n.view)?p:null,cursor:a,quantity:f.quantity})]})]})]})}function ah({step:t},e){let n=N(t);n.current=t;let r=N(t);return k(()=>({hold:o=>{r.current=n.current,e({step:o})},unhold:()=>e({step:r.current}),zoom:o=>e({zoom:o})}),[e])}function uh(t,e,n,r){let{stepAxis:o,zoom:i}=r,s=Bn(r),a=k(()=>ca(t.rows),[t.rows]);return k(()=>{let c=Math.max(1,...[t,...e].flatMap(({rows:l})=>l.map(({steps:f})=>f.at(-1)??1)));return{quantity:Kt(n,s),stepAxis:o,steps:i??[0,c],accuracyDomain:a}},[t,e,a,n,s,o,i])}var lh=["curves","compare"],ch={curves:hh,portrait:il,map:Nu,images:Eu,compare:gu,breakdowns:fu},fh=["portrait","map"];function mh({name:t,...e}){let n=!e.quantities.length&&fh.includes(t)?ph:ch[t];return u("div",{role:"tabpanel",id:"view","aria-labelledby":`tab-${t}`,style:{"--focus":e.looks.colors.get(e.focus.summary.run)},children:u(n,{...e})})}function ph(){return u("p",{class:"muted",children:"Nothing that was measured is finite at any probe step of the runs that are drawn."})}function hh(t){let{focus:e,strangers:n,options:r}=t;return u(S,{children:[u(dh,{names:n}),u(el,{...t}),u(fl,{rows:e.rows,reports:e.reports,stepAxis:r.stepAxis})]})}function dh({names:t}){return t.length?u("p",{class:"note",children:["Of another network, hence not drawn here: ",t.map(et).join(", "),". Choose one as the run, or see Phase portrait, Heat map and Compare."]}):null}function gh(t,e,{grouped:n,layers:r,view:o}){let i=[t,...e].map(c=>{let l=Hn(c.rows.map(({row:f})=>f.layer),r);return{...c,rows:l?c.rows.filter(({row:f})=>l.includes(f.layer)):c.rows}}),[s,...a]=n&&o!=="images"?ma(i):i;return{focus:s,others:a.filter(({rows:c})=>c.length)}}function yh({run:{summary:t,rows:e},select:n}){return e.length?u("p",{class:"muted",children:["There is no layer to draw: none is chosen, or the seeds of a mean have none in common."," ",u("button",{class:"chip",onClick:()=>n({layers:null,grouped:!1}),children:"Draw all layers"})]}):u("p",{class:"muted",children:["Run ",et(t.run)," has no probe step yet."]})}function bh({asked:t}){let[e,n]=$(Date.now);return O(()=>{let r=setInterval(()=>n(Date.now()),1e3);return()=>clearInterval(r)},[]),u("span",{class:"muted updated",children:["updated ",Math.max(0,Math.round((e-t)/1e3))," s ago"]})}function ar({text:t,title:e}){return u("p",{class:"problem",role:"alert",children:[e&&u("b",{children:[e,". "]}),t]})}var pl=`:root {
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
  text-align: left;
  text-overflow: ellipsis;
  white-space: nowrap;
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
  border: 0 solid var(--surface);
  background-color: var(--surface);
  image-rendering: pixelated;
}

.empty h2 {
  margin: 20px 0 8px;
  font-size: 17px;
  font-weight: 600;
}
`;function cw(){let t=document.createElement("style");t.textContent=pl,document.head.append(t),document.title||="Phases",document.documentElement.lang="en",mi(),Ko(u(ml,{source:di()??hi}),document.body)}export{cw as render};

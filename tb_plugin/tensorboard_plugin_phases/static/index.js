// Built by tb_plugin/frontend (npm ci && npm run build); edit the sources there.
var N,vo,Du,gt,tr,je,ko,Ve,So,nr,er,Iu,he=Symbol.for("pv"),Ge={},ze=[],Ou=/^m(i|n|o|s|text|space)$/,rr=Array.isArray,Mo=ze.slice,Nt=Object.assign;function Pt(t){t&&t.parentNode&&t.remove()}function He(t,e,n,r,o){var i={type:t,props:e,key:n,ref:r,__k:null,__:null,__b:0,__e:null,__c:null,constructor:he,__v:o||++vo,__i:-1,__u:0};return!o&&N.vnode&&N.vnode(i),i}function M(t){return t.children}function Wt(t,e){this.props=t,this.context=e,this.__g=0}function yt(t,e){if(e==null)return t.__&&yt(t.__,t.__i+1);for(var n;e<t.__k.length;e++)if((n=t.__k[e])&&n.__e)return n.__e;return typeof t.type!="function"||t.props.__P?null:yt(t)}function Fu(t){var e,n=t.__v,r=n.__e,o=[],i=[],s=t.__P;s&&((e=Nt({constructor:he},n)).__v=n.__v+1,N.vnode&&N.vnode(e),or(s,e,n,t.__n,s.namespaceURI,32&n.__u?[r]:null,o,r||yt(n),32&n.__u,i),e.__v=n.__v,e.__.__k[e.__i]=e,Ao(o,e,i),n.__=n.__e=null,e.__e!=r&&Ro(e))}function Ro(t){if((t=t.__)&&t.__c&&!t.props.__P)return t.__e=null,t.__k.some(function(e){return e&&(t.__e=e.__e)}),Ro(t)}function xo(t){(8&t.__g||(t.__g|=8,gt.push(t),je++))&&tr==N.debounceRendering||((tr=N.debounceRendering)||queueMicrotask)(Po)}function Po(){try{for(var t,e=1;gt.length;)gt.length>e&&gt.sort(ko),t=gt.shift(),e=gt.length,8&t.__g&&Fu(t)}finally{(je=gt.length)&&(tr||queueMicrotask)(Po)}}function No(t,e,n,r,o,i,s,a,l,c,f){var m,p,h,d,y,g,_=r.__k||ze,x=e.length;for(l=qu(n,e,_,l,x),m=0;m<x;m++)(h=n.__k[m])!=null&&(p=~h.__i&&_[h.__i]||Ge,h.__i=m,g=or(t,h,p,o,i,s,a,l,c,f),d=h.__e,(p.ref!=h.ref||8&p.__u)&&(p.ref&&ir(p.ref,null,h,p),h.ref&&f.push(h.ref,h.__c||d,h)),y=y||d,4&h.__u?(l=$o(h,l,t,!p.__v),p.__e&&(p.__e=null)):typeof h.type=="function"&&g!==void 0?l=g:d&&(l=d.nextSibling),h.__u&=-21);return n.__e=y,l}function qu(t,e,n,r,o){var i,s,a,l,c,f,m,p,h,d=n.length,y=d,g=0,_=0,x=t.__k=Array(o);for(i=0;i<o;i++)(s=e[i])!=null&&typeof s!="boolean"&&typeof s!="function"?(typeof s!="object"||s.constructor===String?s=x[i]=He(null,s):rr(s)?s=x[i]=He(M,{children:s}):s.constructor===he&&s.__b?s=x[i]=He(s.type,s.props,s.key,s.ref,s.__v):x[i]=s,l=i+g,s.__=t,s.__b=t.__b+1,a=null,~(c=s.__i=Bu(s,n,l,y))&&(y--,(a=n[c])&&(a.__u|=2)),a&&a.__v?(s.__u|=16,c==l-1?g--:c==l+1?g++:c!=l&&(c>l?g--:g++,_=1)):(~c||(o>d?g--:o<d&&g++),typeof s.type!="function"&&(s.__u|=4))):x[i]=null;if(_){for(f=[],m=[],i=0;i<o;i++)if((s=x[i])&&16&s.__u){for(g=0,p=f.length;g<p;)f[h=g+p>>1]<s.__i?g=h+1:p=h;f[g]=s.__i,m[i]=g+1}for(g=f.length;i--;)m[i]&&(m[i]==g?g--:x[i].__u|=4)}if(y)for(i=0;i<d;i++)!(a=n[i])||2&a.__u||(a.__e==r&&(r=yt(a)),sr(a,a));return r}function $o(t,e,n,r){var o,i,s,a;if(typeof t.type=="function"){if(t.props.__P)return e;if(o=t.__k)for(i=0;i<o.length;i++)o[i]&&(o[i].__=t,e=$o(o[i],e,n,!1));return e}for(e&&!e.parentNode&&(e=yt(t))&&!e.parentNode&&(e=null),s=t.__e,a=e;a&&a.nodeType==8;)a=a.nextSibling;for(s!=a&&(!r&&n.moveBefore&&s.parentNode?n.moveBefore(s,e):n.insertBefore(s,e||null)),e=s;(e=e&&e.nextSibling)&&e.nodeType==8&&!e.data.startsWith("$s"););return e}function Bu(t,e,n,r){var o,i=t.key,s=t.type,a=e[n],l=a&&!(2&a.__u);if(a===null&&i==null||l&&i==a.key&&s==a.type)return n;if(r>(l?1:0)){for(o=n-1;o>=0;o--)if((a=e[o])&&!(2&a.__u)&&i==a.key&&s==a.type)return o;for(o=n+1;o<e.length;o++)if((a=e[o])&&!(2&a.__u)&&i==a.key&&s==a.type)return o}return-1}function wo(t,e,n){n==null&&(n=""),e[0]=="-"?t.setProperty(e,n):t[e]=n}function Be(t,e,n,r,o){var i,s;if(e=="style")if(typeof n=="string")t.style.cssText=n;else{if(typeof r=="string"&&(t.style.cssText=r=""),r)for(e in r)n&&e in n||wo(t.style,e);if(n)for(e in n)r&&n[e]==r[e]||wo(t.style,e,n[e])}else if(e[0]=="o"&&e[1]=="n")typeof n!="function"&&(n=null),typeof r!="function"&&(r=null),(t.__e||(t.__e={}))[e]=n,n&&r||(s=er[e]||(er[e]=Vu(e)),(t.__a||(t.__a={}))[e]=nr,i=e!=(e=e.replace(So,"$1")),(e=e.slice(2))[0]<"a"&&(e=e.toLowerCase()),n?t.addEventListener(e,s,i):t.removeEventListener(e,s,i));else{if(o=="http://www.w3.org/2000/svg")e=e.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(e!="width"&&e!="height"&&e!="href"&&e!="list"&&e!="form"&&e!="tabIndex"&&e!="download"&&e!="rowSpan"&&e!="colSpan"&&e!="role"&&e!="popover"&&e in t)try{return void(t[e]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&e[4]!="-"?t.removeAttribute(e):t.setAttribute(e,e=="popover"&&n==1?"":n)}}function Vu(t){return function(e){var n=this.__e;if(n){if(n=n[t],e[Ve]==null)e[Ve]=nr++;else if(e[Ve]<this.__a[t])return;return n(N.event?N.event(e):e)}}}function or(t,e,n,r,o,i,s,a,l,c){var f,m,p,h,d,y,g,_,x,b,w,k,P,C,H,Y,G,nt,R=e.type;if(e.constructor!==he)return null;128&n.__u&&(l=32&n.__u,f=n.__c.__z)&&(e.__u|=l,m=i=[],f.nodeType==8?a=Ue(f,i):i.push(f),a=i[0]||a),(f=N.__b)&&f(e);t:if(typeof R=="function"){p=s.length;try{if(_=e.props,x=(f=R.prototype)&&f.render,b=(f=R.contextType)&&r[f.__c],w=f?b?b.props.value:f.__:r,(h=n.__c)?(e.__c=h,2&h.__g&&(h.__g|=1)):(x?e.__c=h=new R(_,w):(e.__c=h=new Wt(_,w),h.constructor=R,h.render=Uu),b&&b.sub(h),h.state||(h.state={}),h.__n=r,h.__g|=8,h.__h=[],h.__k=[]),x&&(h.__s||(h.__s=h.state),R.getDerivedStateFromProps&&(h.__s==h.state&&(h.__s=Nt({},h.__s)),Nt(h.__s,R.getDerivedStateFromProps(_,h.__s)))),d=h.props,y=h.state,h.__v=e,n.__c){if(_!==d&&x&&!R.getDerivedStateFromProps&&h.componentWillReceiveProps&&h.componentWillReceiveProps(_,w),e.__v==n.__v&&!(8&h.__g)||!(4&h.__g)&&h.shouldComponentUpdate&&h.shouldComponentUpdate(_,h.__s,w)===!1){e.__v!=n.__v&&(h.props=_,h.state=h.__s,h.__g&=-9),e.__e=n.__e,e.__k=n.__k,e.__k.some(function(I){I&&(I.__=e)}),ze.push.apply(h.__h,h.__k),h.__k=[],h.__h.length&&s.push(h),a=yt(n);break t}h.componentWillUpdate&&h.componentWillUpdate(_,h.__s,w),x&&h.componentDidUpdate&&h.__h.push(function(){h.componentDidUpdate(d,y,g)})}else x&&!R.getDerivedStateFromProps&&h.componentWillMount&&h.componentWillMount(),x&&h.componentDidMount&&h.__h.push(h.componentDidMount);h.context=w,h.props=_,h.__P=t,h.__g&=-5,k=N.__r,P=x?25:0;do h.__g&=-9,k&&k(e),f=h.render(h.props,h.state=h.__s,h.context);while(8&h.__g&&++P<25);x&&(ze.push.apply(h.__h,h.__k),h.__k=[]),h.state=h.__s,h.getChildContext&&(r=Nt({},r,h.getChildContext())),x&&n.__c&&h.getSnapshotBeforeUpdate&&(g=h.getSnapshotBeforeUpdate(d,y)),C=f&&f.type===M&&f.key==null?f.props.children:f,_.__P&&(f=a,o=(t=_.__P).namespaceURI,l=i=null,n.props&&n.props.__P!=t&&(n.__k.some(function(I){I&&sr(I,I)}),n.__k=null),a=n.__k?yt(n,0):null),a=No(t,rr(C)?C:[C],e,n,r,o,i,s,a,l,c),_.__P&&(e.__e=null,a=f),e.__u&=-161,m&&m.some(Pt),h.__h.length&&s.push(h),1&h.__g&&(h.__g&=-4)}catch(I){if(s.length=p,e.__v=null,l||i)if(I&&I.then){if(e.__u|=128|l,i){for(~(G=i.indexOf(a||void 0))||(G=i.length);(nt=i[G-1])&&nt.nodeType==8;)G--;for(;G<i.length;G++)if(nt=i[G])if(i[G]=null,H){if(nt==Y)break}else{if(nt.nodeType!=8)break;nt.data.startsWith("$s")&&(Y=Ue(H=nt))}}if(!H){for(;a&&a.nodeType==8&&a.nextSibling;)a=a.nextSibling;H=a}(f=Ue(H=e.__c.__z||(e.__c.__z=H)))?(e.__e=H,a=f):e.__e=a,a=a&&a.nextSibling}else i&&i.some(Pt);else e.__e=n.__e;e.__k||(e.__k=n.__k||[]),I&&I.then||Co(e),N.__e(I,e,n)}}else a=e.__e=Hu(n.__e,e,n,r,o,i,s,l,c,t);return(f=N.diffed)&&f(e),a}function Ue(t,e){if(t&&t.nodeType==8&&t.data.startsWith("$s"))for(var n=1;t=t.nextSibling;){if(t.nodeType==8){if(t.data.startsWith("$s"))n++;else if(t.data.startsWith("/$s")&&!--n)return t}e&&e.push(t)}}function Co(t){t&&(t.__c&&(t.__c.__g|=4),t.__k&&t.__k.some(Co))}function Ao(t,e,n){for(var r=0;r<n.length;)ir(n[r++],n[r++],n[r++]);N.__c&&N.__c(e,t),t.some(function(o){try{t=o.__h,o.__h=[],t.some(function(i){i.call(o)})}catch(i){N.__e(i,o.__v)}})}function Hu(t,e,n,r,o,i,s,a,l,c){var f,m,p,h,d,y,g,_,x=n.props||Ge,b=e.props,w=e.type;if(w=="svg"?o="http://www.w3.org/2000/svg":w=="math"?o="http://www.w3.org/1998/Math/MathML":o||(o="http://www.w3.org/1999/xhtml"),i){for(f=0;f<i.length;f++)if((d=i[f])&&(w?d.localName==w:d.nodeType==3)){t=d,i[f]=null;break}}if(!t){if(_=c.ownerDocument||document,!w)return _.createTextNode(b);t=_.createElementNS(o,w,b.is?b:c),a&&(N.__m&&N.__m(e,i),a=!1),i=null}if(w){if(c=w=="template"&&t.content||t,i=w=="textarea"&&b.defaultValue!=null?null:i&&Mo.call(c.childNodes),!a&&i)for(x={},f=0;f<t.attributes.length;f++)x[(d=t.attributes[f]).name]=d.value;for(f in x)d=x[f],f=="dangerouslySetInnerHTML"?p=d:f=="children"||f in b||f=="value"&&"defaultValue"in b||f=="checked"&&"defaultChecked"in b||Be(t,f,null,d,o);for(f in b)d=b[f],f=="children"?h=d:f=="dangerouslySetInnerHTML"?m=d:f=="value"?y=d:f=="checked"?g=d:a&&typeof d!="function"||x[f]===d||Be(t,f,d,x[f],o);m?(a||p&&(m.__html==p.__html||m.__html==t.innerHTML)||(t.innerHTML=m.__html),e.__k=[]):(p&&(t.textContent=""),(w=="foreignObject"||o=="http://www.w3.org/1998/Math/MathML"&&Ou.test(w))&&(o="http://www.w3.org/1999/xhtml"),No(c,rr(h)?h:[h],e,n,r,o,i,s,i?i[0]:n.__k&&yt(n,0),a,l),i&&i.some(Pt)),a&&w!="textarea"||(f="value",w=="progress"&&y==null?t.removeAttribute(f):y==null||y===t[f]&&(w!="progress"||y)||Be(t,f,y,x[f],o),f="checked",g!=null&&g!=t[f]&&Be(t,f,g,x[f],o))}else x===b||a&&t.data==b||(t.data=b);return t}function ir(t,e,n,r){try{typeof t=="function"?e?e.__x=t(e)||1:r&&(r=r.__c||r.__e)&&(e=r.__x)&&(r.__x=null,typeof e=="function"?e():t(null)):t.current=e}catch(o){N.__e(o,n)}}function sr(t,e,n){var r,o,i,s;if(N.unmount&&N.unmount(t),!(r=t.ref)||r.current&&r.current!=t.__e||ir(r,null,e,t),r=t.__c){if(r.componentWillUnmount)try{r.componentWillUnmount()}catch(a){N.__e(a,e)}r.__P=r.__n=null}if(r=t.__k)for(s=0;s<r.length;s++)r[s]&&sr(r[s],e,typeof t.type!="function"||n&&!t.props.__P);!n&&(r=t.__c)&&(r=r.__z)&&(o=Ue(r,i=[]))&&(r==t.__e&&i.some(Pt),Pt(o),Pt(r)),n||Pt(t.__e),t.__e=t.__c=t.__=null}function Uu(t,e,n){return this.constructor(t,n)}function To(t,e){var n,r,o,i;N.__&&N.__(t,e),e.nodeType==9&&(e=e.documentElement),r=(n=t&&32&t.__u)?null:e.__k,e.__k=He(M,{children:[t]}),o=[],i=[],or(e,e.__k,r||Ge,Ge,e.namespaceURI,r?null:e.firstChild?Mo.call(e.childNodes):null,o,r?r.__e:e.firstChild,n,i),Ao(o,e.__k,i),e.__k.props.children=null}N={__e:function(t,e,n,r){for(var o,i,s;e=e.__;)if((o=e.__c)&&!(1&o.__g)){o.__g|=4;try{if((s=(i=o.constructor)&&i.getDerivedStateFromError)&&o.setState(i.getDerivedStateFromError(t)),o.componentDidCatch&&(o.componentDidCatch(t,r||{}),s=1),s&&8&o.__g)return void(o.__g|=2)}catch(a){t=a}}throw je=0,t}},vo=0,Du=function(t){return t!=null&&t.constructor===he},Wt.prototype.setState=function(t,e){var n=this.__s;n&&n!=this.state||(n=this.__s=Nt({},this.state)),typeof t=="function"&&(t=t(Nt({},n),this.props)),t&&(Nt(n,t),this.__v&&(e&&this.__k.push(e),xo(this)))},Wt.prototype.forceUpdate=function(t){this.__v&&(this.__g|=4,t&&this.__h.push(t),xo(this))},Wt.prototype.render=M,gt=[],je=0,ko=function(t,e){return t.__v.__b-e.__v.__b},Ve=Symbol(),So=/(PointerCapture)$|Capture$/i,nr=0,er={},Iu=0;var $t,D,ar,Lo,ur=Object.is,ge=0,Ho=[],lr=[],E=N,Eo=E.__b,Do=E.__r,Io=E.diffed,Oo=E.__c,Fo=E.unmount,qo=E.__;function ye(t,e){E.__h&&E.__h(D,t,ge||e),ge=0;var n=D.__H||(D.__H={__:[],__h:[]});return t>=n.__.length&&n.__.push({}),n.__[t]}function T(t){return ge=1,ju(jo,t)}function ju(t,e,n){var r=ye($t++,2);if(r.t=t,!r.__c&&(r.__=[n?n(e):jo(void 0,e),function(i){var s=(r.__N||r.__)[0],a=r.t(s,i);ur(s,a)||(r.__N=[a,r.__[1]],r.__c.setState({}))}],r.__c=D,!D.__f)){D.__f=!0;var o=D.shouldComponentUpdate;D.shouldComponentUpdate=function(i,s,a){var l=this.__H;if(!l)return!0;var c=!1,f=this.props!=i;if(l.__.some(function(p){p.__N&&(c=!0,ur(p.__[0],p.__N[0])||(f=!0))}),o){var m=o.call(this,i,s,a);return c?m||f:m}return!c||f}}return r.__}function z(t,e){var n=ye($t++,3);!E.__s&&fr(n.__H,e)&&(n.__P=!0,n.__=t,n.u=e,D.__H.__h.push(n))}function Uo(t,e){var n=ye($t++,4);!E.__s&&fr(n.__H,e)&&(n.__P=!1,n.__=t,n.u=e,D.__h.push(n))}function $(t){return ge=5,S(function(){return{current:t}},[])}function S(t,e){var n=ye($t++,7);return fr(n.__H,e)&&(n.__=t(),n.__H=e),n.__}function We(t,e){return ge=8,S(function(){return t},e)}function Qe(){var t=ye($t++,11);if(!t.__){for(var e=D.__v;!e.__m&&e.__;)e=e.__;var n=e.__m||(e.__m=[0,0]);t.__="P"+n[0]+"-"+n[1]++}return t.__}function Gu(){var t;do{for(;t=lr.shift();)try{de(t)}catch(n){E.__e(n,{__:(t=t.__P)&&t.__v})}for(;t=Ho.shift();){var e=t.__H;if(t.__P&&e)try{e.__h.some(de),e.__h.some(cr),e.__h=[]}catch(n){e.__h=[],E.__e(n,t.__v)}}}while(lr.length)}E.__b=function(t){D=null,Eo&&Eo(t)},E.__=function(t,e){t&&e.__k&&e.__k.__m&&(t.__m=e.__k.__m),qo&&qo(t,e)},E.__r=function(t){Do&&Do(t),$t=0;var e=(D=t.__c).__H;e&&(ar==D?D.__h=[]:(e.__h.some(de),e.__h.some(cr),$t=0),e.__h=[],e.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),ar=D},E.diffed=function(t){Io&&Io(t);var e=t.__c;e&&e.__H&&(e.__H.__h.length&&Vo(Ho.push(e)),e.__H.__.some(function(n){n.u&&(n.__H=n.u)})),ar=D=null},E.__c=function(t,e){e.some(function(n){try{n.__h.some(de),n.__h=n.__h.filter(function(r){return!r.__||cr(r)})}catch(r){n.__h=[function(){throw r}]}}),Oo&&Oo(t,e)},E.unmount=function(t){Fo&&Fo(t);var e,n,r=t.__c;r&&r.__H&&(r.__H.__.some(function(o){try{if(o.__P&&o.__c){if(n===void 0){for(n=t.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}o.__P=n,Vo(lr.push(o))}else de(o)}catch(i){e=i}}),r.__H=void 0,e&&E.__e(e,r.__v))};var Bo=typeof requestAnimationFrame=="function";function zu(t){var e,n=function(){clearTimeout(r),Bo&&cancelAnimationFrame(e),setTimeout(t)},r=setTimeout(n,35);Bo&&(e=requestAnimationFrame(n))}function Vo(t){t!=1&&Lo==E.requestAnimationFrame||((Lo=E.requestAnimationFrame)||zu)(Gu)}function de(t){var e=D,n=t.__c;typeof n=="function"&&(t.__c=void 0,n()),D=e}function cr(t){var e=D;t.__c=t.__(),D=e}function fr(t,e){return!t||t.length!=e.length||e.some(function(n,r){return!ur(n,t[r])})}function jo(t,e){return typeof e=="function"?e(t):e}var Ke="p.phases.";function Go(t){let e={};for(let n of t.replace(/^#/,"").split("&")){let r=n.indexOf("=");r>0&&n.startsWith(Ke)&&(e[Xe(n.slice(Ke.length,r))]=Xe(n.slice(r+1)))}return e}function zo(t,e){let n=t.replace(/^#/,"").split("&").filter(o=>o!==""&&!o.startsWith(Ke)),r=Object.entries(e).map(([o,i])=>`${Ke}${o}=${encodeURIComponent(i)}`);return"#"+[...n,...r].join("&")}function mr(t){return/^#phases(&|$)/.test(t)}function Xe(t){try{return decodeURIComponent(t)}catch{return t}}function Ye(){try{return window.parent.document.body,window.parent}catch{return window}}function pr(){return window.parent===window}function Wo(){if(pr()){let n=matchMedia("(prefers-color-scheme: dark)"),r=()=>{document.documentElement.dataset.theme=n.matches?"dark":"light"};n.addEventListener("change",r),r();return}let t=Ye().document.body,e=()=>{document.documentElement.dataset.theme=t.classList.contains("dark-mode")?"dark":"light"};new MutationObserver(e).observe(t,{attributes:!0,attributeFilter:["class"]}),e()}function _t(){let t=()=>document.documentElement.dataset.theme==="dark"?"dark":"light",[e,n]=T(t);return z(()=>{let r=new MutationObserver(()=>n(t()));return r.observe(document.documentElement,{attributes:!0,attributeFilter:["data-theme"]}),()=>r.disconnect()},[]),e}function hr(){return Go(Ye().location.hash)}function Qo(t){let{location:e,history:n}=Ye();if(!pr()&&!mr(e.hash))return;let r=zo(e.hash,t);if(r!==e.hash)try{n.replaceState(n.state,"",r)}catch{}}function Ko(t){let e=Ye(),n=()=>{(pr()||mr(e.location.hash))&&t()};return e.addEventListener("hashchange",n),()=>e.removeEventListener("hashchange",n)}function Wu(t){let e=new Set(t.flatMap(({layout:o})=>o?.metrics??[])),n=[...e].filter(o=>!o.includes("_group_")),r=n.map(o=>`metric=${encodeURIComponent(o)}`);return n.length<e.size&&r.join("&").length<=6e3?r:[]}var Xo={async fetchRuns(){return(await(await gr("./runs")).json()).runs},async fetchMetrics(t){let e=Wu(t),n=[];for(let o=0;o<t.length;o+=64)n.push(dr("./metrics",t.slice(o,o+64).map(({run:i})=>i),e));return(await Promise.all(n.map(async o=>(await o)?.arrayBuffer()))).flatMap(o=>o?yr(o):[])},async fetchReports(t){let e=await dr("./phases",t);if(!e)return[];let n=await e.json();return"runs"in n?n.runs:[n]},async fetchImages(t){return await(await gr(`./images?run=${encodeURIComponent(t)}`)).json()},imageUrl({run:t,steps:e,wall_times:n},r,o,i){let s=i?`input&of=${o}`:o;return`./image?run=${encodeURIComponent(t)}&step=${e[r]}&row=${s}&written=${n[r]}`}};async function dr(t,e,n=[]){if(!e.length)return null;try{return await gr(`${t}?${[...e.map(r=>`run=${encodeURIComponent(r)}`),...n].join("&")}`)}catch(r){if(!(r instanceof Je&&r.status===404&&e.includes(r.run)))throw r;return dr(t,e.filter(i=>i!==r.run),n)}}function yr(t){let e=[];for(let n=0;n<t.byteLength;){let{metrics:r,end:o}=Qu(t,n);e.push(r),n=o}return e}function Qu(t,e){let n=new DataView(t).getUint32(e,!0),r=JSON.parse(new TextDecoder().decode(new Uint8Array(t,e+4,n))),[o,i,s]=r.shape,[a,l]=[e+4+n,o*i*s];if(a+4*l>t.byteLength)throw new Error(`run ${r.run}: the answer ends before its ${r.shape.join(" x ")} values do`);return{metrics:{...r,values:new Float32Array(t,a,l)},end:a+4*l}}var Je=class extends Error{constructor(n,r,o){super(n);this.status=r;this.run=o}status;run};async function gr(t){let e=await fetch(t);if(e.ok)return e;let{error:n,run:r}=Ku(await e.text());throw new Je(n??`${t}: ${e.status} ${e.statusText}`,e.status,r??"")}function Ku(t){try{return JSON.parse(t)}catch{return{}}}function Yo(){let t=document.getElementById("phases-data");if(!t)return null;let e=JSON.parse(t.textContent);return{fetchRuns:async()=>e.runs,fetchMetrics:async n=>n.flatMap(({run:r})=>yr(Xu(e.metrics[r]))),fetchReports:async n=>n.flatMap(r=>e.reports[r]??[]),fetchImages:async n=>e.images[n]??{run:n,steps:[],wall_times:[],rows:[],num_examples:0,labels:null,error:null},imageUrl:({run:n,steps:r,rows:o},i,s,a)=>e.images[n]?.strips[a?`input/${o[s].input}`:`${r[i]}/${s}`]??""}}function Xu(t){return Uint8Array.from(atob(t),e=>e.charCodeAt(0)).buffer}var Ze=class{place=null;listeners=new Set;get current(){return this.place}move(e){if(!Yu(e,this.place)){this.place=e;for(let n of this.listeners)n(e)}}subscribe(e){return this.listeners.add(e),()=>{this.listeners.delete(e)}}};function ft(t,e,n=[]){z(()=>(e(t.current),t.subscribe(e)),[t,...n])}function Yu(t,e){return t?.step===e?.step&&t?.panel===e?.panel&&t?.run===e?.run&&t?.line?.name===e?.line?.name}var Ju={training_heldout:"held-out rows are training rows",no_labels:"no labels, so no probe accuracy",one_class:"one class only, so no probe accuracy",constant_features:"some features are constant",nonfinite_outputs:"the model's outputs hold NaN or infinite values",rank_deficient:"features depend on each other linearly",nonfinite_features:"features are NaN or infinite",few_rows:"few rows for this width: the loss reads high",ridge_at_bound:"the best ridge lies at the end of its path",probe_not_converged:"the linear probe did not converge",target_resized:"the input is reconstructed at a smaller size",target_cropped:"the border of the input is not reconstructed",constant_target:"the input is constant",failed:"the measurement failed",float64_sums:"measured in float64, because rounding in float32 might have shown",out_of_memory:"memory ran out, so this layer was given up",diverged:"training a decoder or probe diverged",nonfinite_weights:"weights are or were NaN or infinite: no phase is told from here on",averaged_weights:"weights are the moving average that the optimizer keeps",out_of_range:"the loss is too large or too small for float32"};function _e(t){return Ju[t]??t.replaceAll("_"," ")}var Zu=new Intl.NumberFormat("en-US",{maximumSignificantDigits:4,minimumSignificantDigits:3}),_r=new Intl.NumberFormat("en-US"),tl=new Intl.NumberFormat("en-US",{maximumSignificantDigits:2});function O(t){return t===0?"0":Number.isFinite(t)?(Math.abs(t)<1e-4?t.toExponential(2):Zu.format(t)).replaceAll("-","\u2212"):"not measured"}function Jo(t){return typeof t!="number"?t??"\u2013":Number.isFinite(t)?Number.isInteger(t)?_r.format(t).replace("-","\u2212"):O(t):"\u2013"}function Zo(t){return Number.isFinite(t)?` \xB1 ${(t>0&&t<1e-4?t.toExponential(1):tl.format(t)).replaceAll("-","\u2212")}`:""}function U(t){return Number.isFinite(t)?`${(100*t).toFixed(1)} %`:"not measured"}function v(t){return _r.format(t)}function tn(t,e){return`${_r.format(t)} ${e}${t===1?"":"s"}`}function rt(t,e){if(t.length<=e)return t;let n=Math.max(2,e-1),r=Math.ceil(n/2);return`${t.slice(0,n-r)}\u2026${t.slice(-r)}`}function Ct(t){return t.replace(/\/phases$/,"")||t}function At(t,e){return t==null||e==null?NaN:t<e?-1:t>e?1:t>=e?0:NaN}function el(t,e){return t==null||e==null?NaN:e<t?-1:e>t?1:e>=t?0:NaN}function ti(t){let e,n,r;t.length!==2?(e=At,n=(a,l)=>At(t(a),l),r=(a,l)=>t(a)-l):(e=t===At||t===el?t:nl,n=t,r=t);function o(a,l,c=0,f=a.length){if(c<f){if(e(l,l)!==0)return f;do{let m=c+f>>>1;n(a[m],l)<0?c=m+1:f=m}while(c<f)}return c}function i(a,l,c=0,f=a.length){if(c<f){if(e(l,l)!==0)return f;do{let m=c+f>>>1;n(a[m],l)<=0?c=m+1:f=m}while(c<f)}return c}function s(a,l,c=0,f=a.length){let m=o(a,l,c,f-1);return m>c&&r(a[m-1],l)>-r(a[m],l)?m-1:m}return{left:o,center:s,right:i}}function nl(){return 0}function rl(t){return t===null?NaN:+t}function*ol(t,e){if(e===void 0)for(let n of t)n!=null&&(n=+n)>=n&&(yield n);else{let n=-1;for(let r of t)(r=e(r,++n,t))!=null&&(r=+r)>=r&&(yield r)}}var ei=ti(At),ni=ei.right,Mp=ei.left,Rp=ti(rl).center;var Pp=ri(oi),Np=ri(il);function ri(t){return function(e,n,r=n){if(!((n=+n)>=0))throw new RangeError("invalid rx");if(!((r=+r)>=0))throw new RangeError("invalid ry");let{data:o,width:i,height:s}=e;if(!((i=Math.floor(i))>=0))throw new RangeError("invalid width");if(!((s=Math.floor(s!==void 0?s:o.length/i))>=0))throw new RangeError("invalid height");if(!i||!s||!n&&!r)return e;let a=n&&t(n),l=r&&t(r),c=o.slice();return a&&l?(Qt(a,c,o,i,s),Qt(a,o,c,i,s),Qt(a,c,o,i,s),Kt(l,o,c,i,s),Kt(l,c,o,i,s),Kt(l,o,c,i,s)):a?(Qt(a,o,c,i,s),Qt(a,c,o,i,s),Qt(a,o,c,i,s)):l&&(Kt(l,o,c,i,s),Kt(l,c,o,i,s),Kt(l,o,c,i,s)),e}}function Qt(t,e,n,r,o){for(let i=0,s=r*o;i<s;)t(e,n,i,i+=r,1)}function Kt(t,e,n,r,o){for(let i=0,s=r*o;i<r;++i)t(e,n,i,i+s,r)}function il(t){let e=oi(t);return(n,r,o,i,s)=>{o<<=2,i<<=2,s<<=2,e(n,r,o+0,i+0,s),e(n,r,o+1,i+1,s),e(n,r,o+2,i+2,s),e(n,r,o+3,i+3,s)}}function oi(t){let e=Math.floor(t);if(e===t)return sl(t);let n=t-e,r=2*t+1;return(o,i,s,a,l)=>{if(!((a-=l)>=s))return;let c=e*i[s],f=l*e,m=f+l;for(let p=s,h=s+f;p<h;p+=l)c+=i[Math.min(a,p)];for(let p=s,h=a;p<=h;p+=l)c+=i[Math.min(a,p+f)],o[p]=(c+n*(i[Math.max(s,p-m)]+i[Math.min(a,p+m)]))/r,c-=i[Math.max(s,p-f)]}}function sl(t){let e=2*t+1;return(n,r,o,i,s)=>{if(!((i-=s)>=o))return;let a=t*r[o],l=s*t;for(let c=o,f=o+l;c<f;c+=s)a+=r[Math.min(i,c)];for(let c=o,f=i;c<=f;c+=s)a+=r[Math.min(i,c+l)],n[c]=a/e,a-=r[Math.max(o,c-l)]}}function ii(t,e){let n,r;if(e===void 0)for(let o of t)o!=null&&(n===void 0?o>=o&&(n=r=o):(n>o&&(n=o),r<o&&(r=o)));else{let o=-1;for(let i of t)(i=e(i,++o,t))!=null&&(n===void 0?i>=i&&(n=r=i):(n>i&&(n=i),r<i&&(r=i)))}return[n,r]}function al(t=At){if(t===At)return si;if(typeof t!="function")throw new TypeError("compare is not a function");return(e,n)=>{let r=t(e,n);return r||r===0?r:(t(n,n)===0)-(t(e,e)===0)}}function si(t,e){return(t==null||!(t>=t))-(e==null||!(e>=e))||(t<e?-1:t>e?1:0)}var ul=Array.prototype,$p=ul.slice;var ll=Math.sqrt(50),cl=Math.sqrt(10),fl=Math.sqrt(2);function en(t,e,n){let r=(e-t)/Math.max(0,n),o=Math.floor(Math.log10(r)),i=r/Math.pow(10,o),s=i>=ll?10:i>=cl?5:i>=fl?2:1,a,l,c;return o<0?(c=Math.pow(10,-o)/s,a=Math.round(t*c),l=Math.round(e*c),a/c<t&&++a,l/c>e&&--l,c=-c):(c=Math.pow(10,o)*s,a=Math.round(t/c),l=Math.round(e/c),a*c<t&&++a,l*c>e&&--l),l<a&&.5<=n&&n<2?en(t,e,n*2):[a,l,c]}function rn(t,e,n){if(e=+e,t=+t,n=+n,!(n>0))return[];if(t===e)return[t];let r=e<t,[o,i,s]=r?en(e,t,n):en(t,e,n);if(!(i>=o))return[];let a=i-o+1,l=new Array(a);if(r)if(s<0)for(let c=0;c<a;++c)l[c]=(i-c)/-s;else for(let c=0;c<a;++c)l[c]=(i-c)*s;else if(s<0)for(let c=0;c<a;++c)l[c]=(o+c)/-s;else for(let c=0;c<a;++c)l[c]=(o+c)*s;return l}function nn(t,e,n){return e=+e,t=+t,n=+n,en(t,e,n)[2]}function ai(t,e,n){e=+e,t=+t,n=+n;let r=e<t,o=r?nn(e,t,n):nn(t,e,n);return(r?-1:1)*(o<0?1/-o:o)}function xe(t,e){let n;if(e===void 0)for(let r of t)r!=null&&(n<r||n===void 0&&r>=r)&&(n=r);else{let r=-1;for(let o of t)(o=e(o,++r,t))!=null&&(n<o||n===void 0&&o>=o)&&(n=o)}return n}function ui(t,e){let n,r=-1,o=-1;if(e===void 0)for(let i of t)++o,i!=null&&(n<i||n===void 0&&i>=i)&&(n=i,r=o);else for(let i of t)(i=e(i,++o,t))!=null&&(n<i||n===void 0&&i>=i)&&(n=i,r=o);return r}function we(t,e){let n;if(e===void 0)for(let r of t)r!=null&&(n>r||n===void 0&&r>=r)&&(n=r);else{let r=-1;for(let o of t)(o=e(o,++r,t))!=null&&(n>o||n===void 0&&o>=o)&&(n=o)}return n}function on(t,e){let n,r=-1,o=-1;if(e===void 0)for(let i of t)++o,i!=null&&(n>i||n===void 0&&i>=i)&&(n=i,r=o);else for(let i of t)(i=e(i,++o,t))!=null&&(n>i||n===void 0&&i>=i)&&(n=i,r=o);return r}function li(t,e,n=0,r=1/0,o){if(e=Math.floor(e),n=Math.floor(Math.max(0,n)),r=Math.floor(Math.min(t.length-1,r)),!(n<=e&&e<=r))return t;for(o=o===void 0?si:al(o);r>n;){if(r-n>600){let l=r-n+1,c=e-n+1,f=Math.log(l),m=.5*Math.exp(2*f/3),p=.5*Math.sqrt(f*m*(l-m)/l)*(c-l/2<0?-1:1),h=Math.max(n,Math.floor(e-c*m/l+p)),d=Math.min(r,Math.floor(e+(l-c)*m/l+p));li(t,e,h,d,o)}let i=t[e],s=n,a=r;for(be(t,n,e),o(t[r],i)>0&&be(t,n,r);s<a;){for(be(t,s,a),++s,--a;o(t[s],i)<0;)++s;for(;o(t[a],i)>0;)--a}o(t[n],i)===0?be(t,n,a):(++a,be(t,a,r)),a<=e&&(n=a+1),e<=a&&(r=a-1)}return t}function be(t,e,n){let r=t[e];t[e]=t[n],t[n]=r}function ci(t,e,n){if(t=Float64Array.from(ol(t,n)),!(!(r=t.length)||isNaN(e=+e))){if(e<=0||r<2)return we(t);if(e>=1)return xe(t);var r,o=(r-1)*e,i=Math.floor(o),s=xe(li(t,i).subarray(0,i+1)),a=we(t.subarray(i+1));return s+(a-s)*(o-i)}}function fi(t,e){let n=0,r=0;if(e===void 0)for(let o of t)o!=null&&(o=+o)>=o&&(++n,r+=o);else{let o=-1;for(let i of t)(i=e(i,++o,t))!=null&&(i=+i)>=i&&(++n,r+=i)}if(n)return r/n}function mi(t,e){return ci(t,.5,e)}var Cp=ml(Math.random);function ml(t){return function(n,r=0,o=n.length){let i=o-(r=+r);for(;i;){let s=t()*i--|0,a=n[i+r];n[i+r]=n[s+r],n[s+r]=a}return n}}var sn={label:48,unit:90,kind:24,part:32};function hi(t,e=0){let n=br(t?.run?.columns);return new Map((t?.metrics??[]).flatMap(r=>{let o=br(n[r]),i=Array.isArray(o.by_row)?o.by_row[e]:null,s=pl(r,{...o,...br(i)});return s?[[r,s]]:[]}))}function pl(t,e){let n=an(e.label,sn.label);if(!n)return null;let r=an(e.kind,sn.kind),o=an(e.part,sn.part);return{name:t,label:n,unit:an(e.unit,sn.unit),better:e.better==="low"||e.better==="high"?e.better:null,isShare:e.format==="share",part:r&&o?{kind:r,name:o,weight:pi(e.weight),meanImageLoss:pi(e.mean_image_loss)}:null}}function br(t){return typeof t=="object"&&t!==null&&!Array.isArray(t)?t:{}}function an(t,e){return typeof t=="string"?rt(t.replaceAll(/\s+/g," ").trim(),e):""}function pi(t){return typeof t=="number"&&Number.isFinite(t)&&t>0?t:NaN}function gi({layout:t,steps:e,shape:[,n,r],values:o}){if(!t)return[];let{rows:i,metrics:s}=t,a=new Map(s.map((l,c)=>[l,c]));return i.map((l,c)=>{let f=p=>{let h=a.get(p);return e.map((d,y)=>h===void 0?NaN:o[(y*n+c)*r+h])},m=()=>f("flags").map(p=>hl(p,t.flags));return xr({row:l,steps:e,metricNames:s,described:hi(t,c),column:f,flags:m})})}function xr(t){let{layer:e,decoder:n}=t.row;return{...t,key:`${e}/${n}`,column:di(t.column),flags:di(t.flags)}}function di(t){let e=new Map;return n=>(e.has(n)||e.set(n,t(n)),e.get(n))}function hl(t,e){return Number.isFinite(t)?e.filter((n,r)=>Math.floor(t/2**r)%2===1):[]}function wr({flags:t}){let[e=[],...n]=t();return e.filter(r=>n.every(o=>o.includes(r)))}function Xt(t){let e=wr(t);return t.flags().map(n=>n.filter(r=>!e.includes(r)))}function ot({steps:t,column:e}){let n=e("probe_accuracy"),r=ui(n);return r<0?null:{step:t[r],accuracy:n[r]}}function bt({column:t},e){return t(e).findLast(Number.isFinite)??NaN}function Tt(t,e,n){return e[F(t,n)]??NaN}function F(t,e){return Math.max(0,on(t,n=>Math.abs(Math.log1p(n)-Math.log1p(e))))}function yi(t){return t.flatMap((e,n)=>Number.isFinite(e)&&!Number.isFinite(t[n-1])&&!Number.isFinite(t[n+1])?[n]:[])}function L({row:t},e){return e.some(r=>r.row.layer===t.layer&&r.row.decoder!==t.decoder)?`${t.layer} (${t.decoder})`:t.layer}function j({summary:t,numSeeds:e}){return Ct(t.run)+(e?` (${e} seeds)`:"")}function A(t,{layer:e,decoder:n}){return t.find(r=>r.layer===e&&r.decoder===n)}var dl=Symbol.for("pv"),gl=0;function u(t,e,n,r,o,i){e||(e={});var s,a,l=e;if("ref"in l&&typeof t!="function")for(a in l={},e)a=="ref"?s=e[a]:l[a]=e[a];var c={type:t,props:l,key:n,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:dl,__v:--gl,__i:-1,__u:0};return(o||i)&&(c.__source=o,c.__self=i),N.vnode&&N.vnode(c),c}function _i({runs:t,cursor:e,quantity:n}){let[r,o]=T(e.current);ft(e,o);let i=$(null),s=t.find(({summary:y})=>y.run===r?.run)??t[0],{rows:a,reports:l}=s,c=a.find(y=>y.key===r?.panel),f=r&&c?.steps.length?{series:c,at:F(c.steps,r.step)}:null;Uo(()=>{if(!i.current||!r)return;let y=yl(r);if(!y)return;let g=y.getBoundingClientRect(),{width:_,height:x}=i.current.getBoundingClientRect(),b=g.left+14,w=b+_>document.documentElement.clientWidth-4?g.left-14-_:b,k=Math.min(g.top+18,window.innerHeight-x-4);i.current.style.transform=`translate(${Math.max(4,w)}px,${Math.max(4,k)}px)`});let m=c&&A(l,c.row),p=s!==t[0],h=c?L(c,a):"",d=r?.byKey&&f?wl(p?`${j(s)}, ${h}`:h,f,r.line):"";return u(M,{children:[u("div",{class:"read-aloud","aria-live":"polite",children:d}),f&&u("div",{ref:i,class:"tooltip",role:"tooltip",children:[p&&u("p",{children:j(s)}),u(bl,{...f,name:h,phases:m?.phases??[],chosen:n,line:r?.line})]})]})}function yl({panel:t,byKey:e}){return document.querySelector(e?".chart svg:focus":".chart svg:hover")?.querySelector('.cursor line, .cursor [r="6"]')??document.querySelector(`[data-panel="${CSS.escape(t)}"] .cursor line`)}var _l=["loss","limit","explained","accuracy"];function bl({name:t,series:e,at:n,phases:r,chosen:o,line:i}){let s=e.steps[n],a=Lt({series:e,at:n},"epoch"),l=_l.includes(o.key)||bi(e).includes(o.key),c=r.filter(({start_step:m,end_step:p})=>m<=s&&s<=p).map(({kind:m})=>m),f=[...xl({series:e,at:n}),...l?[]:[[o.label,o.format(o.read(e)[n])]],...c.length?[["phase",c.join(" \u2192 ")]]:[]];return u(M,{children:[u("p",{class:"tooltip-title",children:[u("b",{children:["step ",v(s)]}),Number.isFinite(a)&&u("span",{children:[" epoch ",Number(a.toFixed(2))]}),u("span",{class:"tooltip-layer",children:t})]}),u("dl",{children:[i&&u(M,{children:[u("dt",{class:"tooltip-line",children:i.name}),u("dd",{class:"tooltip-line",children:i.value})]}),f.map(([m,p,h])=>u(M,{children:[u("dt",{class:h,children:m}),u("dd",{children:p})]},m))]}),(Xt(e)[n]??[]).map(m=>u("p",{class:"tooltip-flag",children:_e(m)},m)),u("p",{class:"muted",children:["loss: mean squared error per input element",!l&&`; ${o.label}: ${o.unit}`]})]})}function xl(t){let e=O(Lt(t,"reconstruction_loss")),n=Lt(t,"reconstruction_loss_limit"),r=o=>U(Lt(t,o));return[["reconstruction loss",[e,u("span",{class:"muted",children:Zo(Lt(t,"reconstruction_stderr"))})],"loss"],...Number.isFinite(n)?[["at unlimited rows",O(n)]]:[],["explained variance",r("explained_variance")],["probe accuracy",r("probe_accuracy"),"accuracy"],...bi(t.series).map(o=>[`${/^transfer_(.+)_accuracy$/.exec(o)[1]} accuracy`,r(o)])]}function bi({metricNames:t}){return t.filter(e=>/^transfer_.+_accuracy$/.test(e))}function wl(t,e,n){let r=`${t}, step ${v(e.series.steps[e.at])}`;return n?`${r}: ${n.name} ${n.value}`:`${r}: reconstruction loss ${O(Lt(e,"reconstruction_loss"))}, probe accuracy ${U(Lt(e,"probe_accuracy"))}`}function Lt({series:t,at:e},n){return t.column(n)[e]}function te(t,e,n){t.prototype=e.prototype=n,n.constructor=t}function Se(t,e){var n=Object.create(t.prototype);for(var r in e)n[r]=e[r];return n}function xt(){}var Ot=.7,Zt=1/Ot,Yt="\\s*([+-]?\\d+)\\s*",ve="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)\\s*",it="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)%\\s*",vl=/^#([0-9a-f]{3,8})$/,kl=new RegExp(`^rgb\\(${Yt},${Yt},${Yt}\\)$`),Sl=new RegExp(`^rgb\\(${it},${it},${it}\\)$`),Ml=new RegExp(`^rgba\\(${Yt},${Yt},${Yt},${ve}\\)$`),Rl=new RegExp(`^rgba\\(${it},${it},${it},${ve}\\)$`),Pl=new RegExp(`^hsl\\(${ve},${it},${it}\\)$`),Nl=new RegExp(`^hsla\\(${ve},${it},${it},${ve}\\)$`),xi={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074};te(xt,ee,{copy(t){return Object.assign(new this.constructor,this,t)},displayable(){return this.rgb().displayable()},hex:wi,formatHex:wi,formatHex8:$l,formatHsl:Cl,formatRgb:vi,toString:vi});function wi(){return this.rgb().formatHex()}function $l(){return this.rgb().formatHex8()}function Cl(){return Ai(this).formatHsl()}function vi(){return this.rgb().formatRgb()}function ee(t){var e,n;return t=(t+"").trim().toLowerCase(),(e=vl.exec(t))?(n=e[1].length,e=parseInt(e[1],16),n===6?ki(e):n===3?new q(e>>8&15|e>>4&240,e>>4&15|e&240,(e&15)<<4|e&15,1):n===8?un(e>>24&255,e>>16&255,e>>8&255,(e&255)/255):n===4?un(e>>12&15|e>>8&240,e>>8&15|e>>4&240,e>>4&15|e&240,((e&15)<<4|e&15)/255):null):(e=kl.exec(t))?new q(e[1],e[2],e[3],1):(e=Sl.exec(t))?new q(e[1]*255/100,e[2]*255/100,e[3]*255/100,1):(e=Ml.exec(t))?un(e[1],e[2],e[3],e[4]):(e=Rl.exec(t))?un(e[1]*255/100,e[2]*255/100,e[3]*255/100,e[4]):(e=Pl.exec(t))?Ri(e[1],e[2]/100,e[3]/100,1):(e=Nl.exec(t))?Ri(e[1],e[2]/100,e[3]/100,e[4]):xi.hasOwnProperty(t)?ki(xi[t]):t==="transparent"?new q(NaN,NaN,NaN,0):null}function ki(t){return new q(t>>16&255,t>>8&255,t&255,1)}function un(t,e,n,r){return r<=0&&(t=e=n=NaN),new q(t,e,n,r)}function Pr(t){return t instanceof xt||(t=ee(t)),t?(t=t.rgb(),new q(t.r,t.g,t.b,t.opacity)):new q}function Me(t,e,n,r){return arguments.length===1?Pr(t):new q(t,e,n,r??1)}function q(t,e,n,r){this.r=+t,this.g=+e,this.b=+n,this.opacity=+r}te(q,Me,Se(xt,{brighter(t){return t=t==null?Zt:Math.pow(Zt,t),new q(this.r*t,this.g*t,this.b*t,this.opacity)},darker(t){return t=t==null?Ot:Math.pow(Ot,t),new q(this.r*t,this.g*t,this.b*t,this.opacity)},rgb(){return this},clamp(){return new q(Dt(this.r),Dt(this.g),Dt(this.b),cn(this.opacity))},displayable(){return-.5<=this.r&&this.r<255.5&&-.5<=this.g&&this.g<255.5&&-.5<=this.b&&this.b<255.5&&0<=this.opacity&&this.opacity<=1},hex:Si,formatHex:Si,formatHex8:Al,formatRgb:Mi,toString:Mi}));function Si(){return`#${Et(this.r)}${Et(this.g)}${Et(this.b)}`}function Al(){return`#${Et(this.r)}${Et(this.g)}${Et(this.b)}${Et((isNaN(this.opacity)?1:this.opacity)*255)}`}function Mi(){let t=cn(this.opacity);return`${t===1?"rgb(":"rgba("}${Dt(this.r)}, ${Dt(this.g)}, ${Dt(this.b)}${t===1?")":`, ${t})`}`}function cn(t){return isNaN(t)?1:Math.max(0,Math.min(1,t))}function Dt(t){return Math.max(0,Math.min(255,Math.round(t)||0))}function Et(t){return t=Dt(t),(t<16?"0":"")+t.toString(16)}function Ri(t,e,n,r){return r<=0?t=e=n=NaN:n<=0||n>=1?t=e=NaN:e<=0&&(t=NaN),new Z(t,e,n,r)}function Ai(t){if(t instanceof Z)return new Z(t.h,t.s,t.l,t.opacity);if(t instanceof xt||(t=ee(t)),!t)return new Z;if(t instanceof Z)return t;t=t.rgb();var e=t.r/255,n=t.g/255,r=t.b/255,o=Math.min(e,n,r),i=Math.max(e,n,r),s=NaN,a=i-o,l=(i+o)/2;return a?(e===i?s=(n-r)/a+(n<r)*6:n===i?s=(r-e)/a+2:s=(e-n)/a+4,a/=l<.5?i+o:2-i-o,s*=60):a=l>0&&l<1?0:s,new Z(s,a,l,t.opacity)}function mn(t,e,n,r){return arguments.length===1?Ai(t):new Z(t,e,n,r??1)}function Z(t,e,n,r){this.h=+t,this.s=+e,this.l=+n,this.opacity=+r}te(Z,mn,Se(xt,{brighter(t){return t=t==null?Zt:Math.pow(Zt,t),new Z(this.h,this.s,this.l*t,this.opacity)},darker(t){return t=t==null?Ot:Math.pow(Ot,t),new Z(this.h,this.s,this.l*t,this.opacity)},rgb(){var t=this.h%360+(this.h<0)*360,e=isNaN(t)||isNaN(this.s)?0:this.s,n=this.l,r=n+(n<.5?n:1-n)*e,o=2*n-r;return new q(vr(t>=240?t-240:t+120,o,r),vr(t,o,r),vr(t<120?t+240:t-120,o,r),this.opacity)},clamp(){return new Z(Pi(this.h),ln(this.s),ln(this.l),cn(this.opacity))},displayable(){return(0<=this.s&&this.s<=1||isNaN(this.s))&&0<=this.l&&this.l<=1&&0<=this.opacity&&this.opacity<=1},formatHsl(){let t=cn(this.opacity);return`${t===1?"hsl(":"hsla("}${Pi(this.h)}, ${ln(this.s)*100}%, ${ln(this.l)*100}%${t===1?")":`, ${t})`}`}}));function Pi(t){return t=(t||0)%360,t<0?t+360:t}function ln(t){return Math.max(0,Math.min(1,t||0))}function vr(t,e,n){return(t<60?e+(n-e)*t/60:t<180?n:t<240?e+(n-e)*(240-t)/60:e)*255}var Ti=Math.PI/180,Li=180/Math.PI,fn=18,Ei=.96422,Di=1,Ii=.82521,Oi=4/29,Jt=6/29,Fi=3*Jt*Jt,Tl=Jt*Jt*Jt;function qi(t){if(t instanceof st)return new st(t.l,t.a,t.b,t.opacity);if(t instanceof mt)return Vi(t);t instanceof q||(t=Pr(t));var e=Rr(t.r),n=Rr(t.g),r=Rr(t.b),o=kr((.2225045*e+.7168786*n+.0606169*r)/Di),i,s;return e===n&&n===r?i=s=o:(i=kr((.4360747*e+.3850649*n+.1430804*r)/Ei),s=kr((.0139322*e+.0971045*n+.7141733*r)/Ii)),new st(116*o-16,500*(i-o),200*(o-s),t.opacity)}function Bi(t,e,n,r){return arguments.length===1?qi(t):new st(t,e,n,r??1)}function st(t,e,n,r){this.l=+t,this.a=+e,this.b=+n,this.opacity=+r}te(st,Bi,Se(xt,{brighter(t){return new st(this.l+fn*(t??1),this.a,this.b,this.opacity)},darker(t){return new st(this.l-fn*(t??1),this.a,this.b,this.opacity)},rgb(){var t=(this.l+16)/116,e=isNaN(this.a)?t:t+this.a/500,n=isNaN(this.b)?t:t-this.b/200;return e=Ei*Sr(e),t=Di*Sr(t),n=Ii*Sr(n),new q(Mr(3.1338561*e-1.6168667*t-.4906146*n),Mr(-.9787684*e+1.9161415*t+.033454*n),Mr(.0719453*e-.2289914*t+1.4052427*n),this.opacity)}}));function kr(t){return t>Tl?Math.pow(t,1/3):t/Fi+Oi}function Sr(t){return t>Jt?t*t*t:Fi*(t-Oi)}function Mr(t){return 255*(t<=.0031308?12.92*t:1.055*Math.pow(t,1/2.4)-.055)}function Rr(t){return(t/=255)<=.04045?t/12.92:Math.pow((t+.055)/1.055,2.4)}function Ll(t){if(t instanceof mt)return new mt(t.h,t.c,t.l,t.opacity);if(t instanceof st||(t=qi(t)),t.a===0&&t.b===0)return new mt(NaN,0<t.l&&t.l<100?0:NaN,t.l,t.opacity);var e=Math.atan2(t.b,t.a)*Li;return new mt(e<0?e+360:e,Math.sqrt(t.a*t.a+t.b*t.b),t.l,t.opacity)}function pn(t,e,n,r){return arguments.length===1?Ll(t):new mt(t,e,n,r??1)}function mt(t,e,n,r){this.h=+t,this.c=+e,this.l=+n,this.opacity=+r}function Vi(t){if(isNaN(t.h))return new st(t.l,0,0,t.opacity);var e=t.h*Ti;return new st(t.l,Math.cos(e)*t.c,Math.sin(e)*t.c,t.opacity)}te(mt,pn,Se(xt,{brighter(t){return new mt(this.h,this.c,this.l+fn*(t??1),this.opacity)},darker(t){return new mt(this.h,this.c,this.l-fn*(t??1),this.opacity)},rgb(){return Vi(this).rgb()}}));var Hi=-.14861,Nr=1.78277,$r=-.29227,hn=-.90649,ke=1.97294,Ni=ke*hn,$i=ke*Nr,Ci=Nr*$r-hn*Hi;function El(t){if(t instanceof It)return new It(t.h,t.s,t.l,t.opacity);t instanceof q||(t=Pr(t));var e=t.r/255,n=t.g/255,r=t.b/255,o=(Ci*r+Ni*e-$i*n)/(Ci+Ni-$i),i=r-o,s=(ke*(n-o)-$r*i)/hn,a=Math.sqrt(s*s+i*i)/(ke*o*(1-o)),l=a?Math.atan2(s,i)*Li-120:NaN;return new It(l<0?l+360:l,a,o,t.opacity)}function dn(t,e,n,r){return arguments.length===1?El(t):new It(t,e,n,r??1)}function It(t,e,n,r){this.h=+t,this.s=+e,this.l=+n,this.opacity=+r}te(It,dn,Se(xt,{brighter(t){return t=t==null?Zt:Math.pow(Zt,t),new It(this.h,this.s,this.l*t,this.opacity)},darker(t){return t=t==null?Ot:Math.pow(Ot,t),new It(this.h,this.s,this.l*t,this.opacity)},rgb(){var t=isNaN(this.h)?0:(this.h+120)*Ti,e=+this.l,n=isNaN(this.s)?0:this.s*e*(1-e),r=Math.cos(t),o=Math.sin(t);return new q(255*(e+n*(Hi*r+Nr*o)),255*(e+n*($r*r+hn*o)),255*(e+n*(ke*r)),this.opacity)}}));function zi(t,e,n,r,o){var i=t*t,s=i*t;return((1-3*t+3*i-s)*e+(4-6*i+3*s)*n+(1+3*t+3*i-3*s)*r+s*o)/6}function Dl(t){var e=t.length-1;return function(n){var r=n<=0?n=0:n>=1?(n=1,e-1):Math.floor(n*e),o=t[r],i=t[r+1],s=r>0?t[r-1]:2*o-i,a=r<e-1?t[r+2]:2*i-o;return zi((n-r/e)*e,s,o,i,a)}}function Il(t){var e=t.length;return function(n){var r=Math.floor(((n%=1)<0?++n:n)*e),o=t[(r+e-1)%e],i=t[r%e],s=t[(r+1)%e],a=t[(r+2)%e];return zi((n-r/e)*e,o,i,s,a)}}var yn=t=>()=>t;function Wi(t,e){return function(n){return t+n*e}}function Ol(t,e,n){return t=Math.pow(t,n),e=Math.pow(e,n)-t,n=1/n,function(r){return Math.pow(t+r*e,n)}}function Lr(t,e){var n=e-t;return n?Wi(t,n>180||n<-180?n-360*Math.round(n/360):n):yn(isNaN(t)?e:t)}function Fl(t){return(t=+t)==1?W:function(e,n){return n-e?Ol(e,n,t):yn(isNaN(e)?n:e)}}function W(t,e){var n=e-t;return n?Wi(t,n):yn(isNaN(t)?e:t)}var Ui=(function t(e){var n=Fl(e);function r(o,i){var s=n((o=Me(o)).r,(i=Me(i)).r),a=n(o.g,i.g),l=n(o.b,i.b),c=W(o.opacity,i.opacity);return function(f){return o.r=s(f),o.g=a(f),o.b=l(f),o.opacity=c(f),o+""}}return r.gamma=t,r})(1);function Qi(t){return function(e){var n=e.length,r=new Array(n),o=new Array(n),i=new Array(n),s,a;for(s=0;s<n;++s)a=Me(e[s]),r[s]=a.r||0,o[s]=a.g||0,i[s]=a.b||0;return r=t(r),o=t(o),i=t(i),a.opacity=1,function(l){return a.r=r(l),a.g=o(l),a.b=i(l),a+""}}}var Yp=Qi(Dl),Jp=Qi(Il);function ql(t,e){e||(e=[]);var n=t?Math.min(e.length,t.length):0,r=e.slice(),o;return function(i){for(o=0;o<n;++o)r[o]=t[o]*(1-i)+e[o]*i;return r}}function Bl(t){return ArrayBuffer.isView(t)&&!(t instanceof DataView)}function Vl(t,e){var n=e?e.length:0,r=t?Math.min(n,t.length):0,o=new Array(r),i=new Array(n),s;for(s=0;s<r;++s)o[s]=_n(t[s],e[s]);for(;s<n;++s)i[s]=e[s];return function(a){for(s=0;s<r;++s)i[s]=o[s](a);return i}}function Hl(t,e){var n=new Date;return t=+t,e=+e,function(r){return n.setTime(t*(1-r)+e*r),n}}function tt(t,e){return t=+t,e=+e,function(n){return t*(1-n)+e*n}}function Ul(t,e){var n={},r={},o;(t===null||typeof t!="object")&&(t={}),(e===null||typeof e!="object")&&(e={});for(o in e)o in t?n[o]=_n(t[o],e[o]):r[o]=e[o];return function(i){for(o in n)r[o]=n[o](i);return r}}var Ar=/[-+]?(?:\d+\.?\d*|\.?\d+)(?:[eE][-+]?\d+)?/g,Cr=new RegExp(Ar.source,"g");function jl(t){return function(){return t}}function Gl(t){return function(e){return t(e)+""}}function zl(t,e){var n=Ar.lastIndex=Cr.lastIndex=0,r,o,i,s=-1,a=[],l=[];for(t=t+"",e=e+"";(r=Ar.exec(t))&&(o=Cr.exec(e));)(i=o.index)>n&&(i=e.slice(n,i),a[s]?a[s]+=i:a[++s]=i),(r=r[0])===(o=o[0])?a[s]?a[s]+=o:a[++s]=o:(a[++s]=null,l.push({i:s,x:tt(r,o)})),n=Cr.lastIndex;return n<e.length&&(i=e.slice(n),a[s]?a[s]+=i:a[++s]=i),a.length<2?l[0]?Gl(l[0].x):jl(e):(e=l.length,function(c){for(var f=0,m;f<e;++f)a[(m=l[f]).i]=m.x(c);return a.join("")})}function _n(t,e){var n=typeof e,r;return e==null||n==="boolean"?yn(e):(n==="number"?tt:n==="string"?(r=ee(e))?(e=r,Ui):zl:e instanceof ee?Ui:e instanceof Date?Hl:Bl(e)?ql:Array.isArray(e)?Vl:typeof e.valueOf!="function"&&typeof e.toString!="function"||isNaN(e)?Ul:tt)(t,e)}function Ki(t,e){return t=+t,e=+e,function(n){return Math.round(t*(1-n)+e*n)}}var ji=180/Math.PI,Tr={translateX:0,translateY:0,rotate:0,skewX:0,scaleX:1,scaleY:1};function Xi(t,e,n,r,o,i){var s,a,l;return(s=Math.sqrt(t*t+e*e))&&(t/=s,e/=s),(l=t*n+e*r)&&(n-=t*l,r-=e*l),(a=Math.sqrt(n*n+r*r))&&(n/=a,r/=a,l/=a),t*r<e*n&&(t=-t,e=-e,l=-l,s=-s),{translateX:o,translateY:i,rotate:Math.atan2(e,t)*ji,skewX:Math.atan(l)*ji,scaleX:s,scaleY:a}}var gn;function Wl(t){let e=new(typeof DOMMatrix=="function"?DOMMatrix:WebKitCSSMatrix)(t+"");return e.isIdentity?Tr:Xi(e.a,e.b,e.c,e.d,e.e,e.f)}function Ql(t){return t==null||(gn||(gn=document.createElementNS("http://www.w3.org/2000/svg","g")),gn.setAttribute("transform",t),!(t=gn.transform.baseVal.consolidate()))?Tr:(t=t.matrix,Xi(t.a,t.b,t.c,t.d,t.e,t.f))}function Yi(t,e,n,r){function o(c){return c.length?c.pop()+" ":""}function i(c,f,m,p,h,d){if(c!==m||f!==p){var y=h.push("translate(",null,e,null,n);d.push({i:y-4,x:tt(c,m)},{i:y-2,x:tt(f,p)})}else(m||p)&&h.push("translate("+m+e+p+n)}function s(c,f,m,p){c!==f?(c-f>180?f+=360:f-c>180&&(c+=360),p.push({i:m.push(o(m)+"rotate(",null,r)-2,x:tt(c,f)})):f&&m.push(o(m)+"rotate("+f+r)}function a(c,f,m,p){c!==f?p.push({i:m.push(o(m)+"skewX(",null,r)-2,x:tt(c,f)}):f&&m.push(o(m)+"skewX("+f+r)}function l(c,f,m,p,h,d){if(c!==m||f!==p){var y=h.push(o(h)+"scale(",null,",",null,")");d.push({i:y-4,x:tt(c,m)},{i:y-2,x:tt(f,p)})}else(m!==1||p!==1)&&h.push(o(h)+"scale("+m+","+p+")")}return function(c,f){var m=[],p=[];return c=t(c),f=t(f),i(c.translateX,c.translateY,f.translateX,f.translateY,m,p),s(c.rotate,f.rotate,m,p),a(c.skewX,f.skewX,m,p),l(c.scaleX,c.scaleY,f.scaleX,f.scaleY,m,p),c=f=null,function(h){for(var d=-1,y=p.length,g;++d<y;)m[(g=p[d]).i]=g.x(h);return m.join("")}}}var Zp=Yi(Wl,"px, ","px)","deg)"),th=Yi(Ql,", ",")",")"),Kl=1e-12;function Gi(t){return((t=Math.exp(t))+1/t)/2}function Xl(t){return((t=Math.exp(t))-1/t)/2}function Yl(t){return((t=Math.exp(2*t))-1)/(t+1)}var eh=(function t(e,n,r){function o(i,s){var a=i[0],l=i[1],c=i[2],f=s[0],m=s[1],p=s[2],h=f-a,d=m-l,y=h*h+d*d,g,_;if(y<Kl)_=Math.log(p/c)/e,g=function(C){return[a+C*h,l+C*d,c*Math.exp(e*C*_)]};else{var x=Math.sqrt(y),b=(p*p-c*c+r*y)/(2*c*n*x),w=(p*p-c*c-r*y)/(2*p*n*x),k=Math.log(Math.sqrt(b*b+1)-b),P=Math.log(Math.sqrt(w*w+1)-w);_=(P-k)/e,g=function(C){var H=C*_,Y=Gi(k),G=c/(n*x)*(Y*Yl(e*H+k)-Xl(k));return[a+G*h,l+G*d,c*Y/Gi(e*H+k)]}}return g.duration=Math.abs(_)*1e3*e/Math.SQRT2,g}return o.rho=function(i){var s=Math.max(.001,+i),a=s*s,l=a*a;return t(s,a,l)},o})(Math.SQRT2,2,4);function Ji(t){return function(e,n){var r=t((e=mn(e)).h,(n=mn(n)).h),o=W(e.s,n.s),i=W(e.l,n.l),s=W(e.opacity,n.opacity);return function(a){return e.h=r(a),e.s=o(a),e.l=i(a),e.opacity=s(a),e+""}}}var nh=Ji(Lr),rh=Ji(W);function Zi(t){return function(e,n){var r=t((e=pn(e)).h,(n=pn(n)).h),o=W(e.c,n.c),i=W(e.l,n.l),s=W(e.opacity,n.opacity);return function(a){return e.h=r(a),e.c=o(a),e.l=i(a),e.opacity=s(a),e+""}}}var oh=Zi(Lr),ih=Zi(W);function ts(t){return(function e(n){n=+n;function r(o,i){var s=t((o=dn(o)).h,(i=dn(i)).h),a=W(o.s,i.s),l=W(o.l,i.l),c=W(o.opacity,i.opacity);return function(f){return o.h=s(f),o.s=a(f),o.l=l(Math.pow(f,n)),o.opacity=c(f),o+""}}return r.gamma=e,r})(1)}var sh=ts(Lr),ah=ts(W);function Jl(t){return Math.abs(t=Math.round(t))>=1e21?t.toLocaleString("en").replace(/,/g,""):t.toString(10)}function xn(t,e){if(!isFinite(t)||t===0)return null;var n=(t=e?t.toExponential(e-1):t.toExponential()).indexOf("e"),r=t.slice(0,n);return[r.length>1?r[0]+r.slice(2):r,+t.slice(n+1)]}function ne(t){return t=xn(Math.abs(t)),t?t[1]:NaN}function Zl(t,e){return function(n,r){for(var o=n.length,i=[],s=0,a=t[0],l=0;o>0&&a>0&&(l+a+1>r&&(a=Math.max(1,r-l)),i.push(n.substring(o-=a,o+a)),!((l+=a+1)>r));)a=t[s=(s+1)%t.length];return i.reverse().join(e)}}function tc(t){return function(e){return e.replace(/[0-9]/g,function(n){return t[+n]})}}var ec=/^(?:(.)?([<>=^]))?([+\-( ])?([$#])?(0)?(\d+)?(,)?(\.\d+)?(~)?([a-z%])?$/i;function re(t){if(!(e=ec.exec(t)))throw new Error("invalid format: "+t);var e;return new Er({fill:e[1],align:e[2],sign:e[3],symbol:e[4],zero:e[5],width:e[6],comma:e[7],precision:e[8]&&e[8].slice(1),trim:e[9],type:e[10]})}re.prototype=Er.prototype;function Er(t){this.fill=t.fill===void 0?" ":t.fill+"",this.align=t.align===void 0?">":t.align+"",this.sign=t.sign===void 0?"-":t.sign+"",this.symbol=t.symbol===void 0?"":t.symbol+"",this.zero=!!t.zero,this.width=t.width===void 0?void 0:+t.width,this.comma=!!t.comma,this.precision=t.precision===void 0?void 0:+t.precision,this.trim=!!t.trim,this.type=t.type===void 0?"":t.type+""}Er.prototype.toString=function(){return this.fill+this.align+this.sign+this.symbol+(this.zero?"0":"")+(this.width===void 0?"":Math.max(1,this.width|0))+(this.comma?",":"")+(this.precision===void 0?"":"."+Math.max(0,this.precision|0))+(this.trim?"~":"")+this.type};function nc(t){t:for(var e=t.length,n=1,r=-1,o;n<e;++n)switch(t[n]){case".":r=o=n;break;case"0":r===0&&(r=n),o=n;break;default:if(!+t[n])break t;r>0&&(r=0);break}return r>0?t.slice(0,r)+t.slice(o+1):t}var wn;function rc(t,e){var n=xn(t,e);if(!n)return wn=void 0,t.toPrecision(e);var r=n[0],o=n[1],i=o-(wn=Math.max(-8,Math.min(8,Math.floor(o/3)))*3)+1,s=r.length;return i===s?r:i>s?r+new Array(i-s+1).join("0"):i>0?r.slice(0,i)+"."+r.slice(i):"0."+new Array(1-i).join("0")+xn(t,Math.max(0,e+i-1))[0]}function es(t,e){var n=xn(t,e);if(!n)return t+"";var r=n[0],o=n[1];return o<0?"0."+new Array(-o).join("0")+r:r.length>o+1?r.slice(0,o+1)+"."+r.slice(o+1):r+new Array(o-r.length+2).join("0")}var ns={"%":(t,e)=>(t*100).toFixed(e),b:t=>Math.round(t).toString(2),c:t=>t+"",d:Jl,e:(t,e)=>t.toExponential(e),f:(t,e)=>t.toFixed(e),g:(t,e)=>t.toPrecision(e),o:t=>Math.round(t).toString(8),p:(t,e)=>es(t*100,e),r:es,s:rc,X:t=>Math.round(t).toString(16).toUpperCase(),x:t=>Math.round(t).toString(16)};function rs(t){return t}var os=Array.prototype.map,is=["y","z","a","f","p","n","\xB5","m","","k","M","G","T","P","E","Z","Y"];function oc(t){var e=t.grouping===void 0||t.thousands===void 0?rs:Zl(os.call(t.grouping,Number),t.thousands+""),n=t.currency===void 0?"":t.currency[0]+"",r=t.currency===void 0?"":t.currency[1]+"",o=t.decimal===void 0?".":t.decimal+"",i=t.numerals===void 0?rs:tc(os.call(t.numerals,String)),s=t.percent===void 0?"%":t.percent+"",a=t.minus===void 0?"\u2212":t.minus+"",l=t.nan===void 0?"NaN":t.nan+"";function c(m,p){m=re(m);var h=m.fill,d=m.align,y=m.sign,g=m.symbol,_=m.zero,x=m.width,b=m.comma,w=m.precision,k=m.trim,P=m.type;P==="n"?(b=!0,P="g"):ns[P]||(w===void 0&&(w=12),k=!0,P="g"),(_||h==="0"&&d==="=")&&(_=!0,h="0",d="=");var C=(p&&p.prefix!==void 0?p.prefix:"")+(g==="$"?n:g==="#"&&/[boxX]/.test(P)?"0"+P.toLowerCase():""),H=(g==="$"?r:/[%p]/.test(P)?s:"")+(p&&p.suffix!==void 0?p.suffix:""),Y=ns[P],G=/[defgprs%]/.test(P);w=w===void 0?6:/[gprs]/.test(P)?Math.max(1,Math.min(21,w)):Math.max(0,Math.min(20,w));function nt(R){var I=C,J=H,zt,bo,Oe;if(P==="c")J=Y(R)+J,R="";else{R=+R;var Fe=R<0||1/R<0;if(R=isNaN(R)?l:Y(Math.abs(R),w),k&&(R=nc(R)),Fe&&+R==0&&y!=="+"&&(Fe=!1),I=(Fe?y==="("?y:a:y==="-"||y==="("?"":y)+I,J=(P==="s"&&!isNaN(R)&&wn!==void 0?is[8+wn/3]:"")+J+(Fe&&y==="("?")":""),G){for(zt=-1,bo=R.length;++zt<bo;)if(Oe=R.charCodeAt(zt),48>Oe||Oe>57){J=(Oe===46?o+R.slice(zt+1):R.slice(zt))+J,R=R.slice(0,zt);break}}}b&&!_&&(R=e(R,1/0));var qe=I.length+R.length+J.length,ct=qe<x?new Array(x-qe+1).join(h):"";switch(b&&_&&(R=e(ct+R,ct.length?x-J.length:1/0),ct=""),d){case"<":R=I+R+J+ct;break;case"=":R=I+ct+R+J;break;case"^":R=ct.slice(0,qe=ct.length>>1)+I+R+J+ct.slice(qe);break;default:R=ct+I+R+J;break}return i(R)}return nt.toString=function(){return m+""},nt}function f(m,p){var h=Math.max(-8,Math.min(8,Math.floor(ne(p)/3)))*3,d=Math.pow(10,-h),y=c((m=re(m),m.type="f",m),{suffix:is[8+h/3]});return function(g){return y(d*g)}}return{format:c,formatPrefix:f}}var bn,vn,Dr;ic({thousands:",",grouping:[3],currency:["$",""]});function ic(t){return bn=oc(t),vn=bn.format,Dr=bn.formatPrefix,bn}function ss(t){return Math.max(0,-ne(Math.abs(t)))}function as(t,e){return Math.max(0,Math.max(-8,Math.min(8,Math.floor(ne(e)/3)))*3-ne(Math.abs(t)))}function us(t,e){return t=Math.abs(t),e=Math.abs(e)-t,Math.max(0,ne(e)-ne(t))+1}function Or(t,e){switch(arguments.length){case 0:break;case 1:this.range(t);break;default:this.range(e).domain(t);break}return this}function sc(t){return function(){return t}}function ac(t){return+t}var ls=[0,1];function oe(t){return t}function Ir(t,e){return(e-=t=+t)?function(n){return(n-t)/e}:sc(isNaN(e)?NaN:.5)}function uc(t,e){var n;return t>e&&(n=t,t=e,e=n),function(r){return Math.max(t,Math.min(e,r))}}function lc(t,e,n){var r=t[0],o=t[1],i=e[0],s=e[1];return o<r?(r=Ir(o,r),i=n(s,i)):(r=Ir(r,o),i=n(i,s)),function(a){return i(r(a))}}function cc(t,e,n){var r=Math.min(t.length,e.length)-1,o=new Array(r),i=new Array(r),s=-1;for(t[r]<t[0]&&(t=t.slice().reverse(),e=e.slice().reverse());++s<r;)o[s]=Ir(t[s],t[s+1]),i[s]=n(e[s],e[s+1]);return function(a){var l=ni(t,a,1,r)-1;return i[l](o[l](a))}}function Fr(t,e){return e.domain(t.domain()).range(t.range()).interpolate(t.interpolate()).clamp(t.clamp()).unknown(t.unknown())}function qr(){var t=ls,e=ls,n=_n,r,o,i,s=oe,a,l,c;function f(){var p=Math.min(t.length,e.length);return s!==oe&&(s=uc(t[0],t[p-1])),a=p>2?cc:lc,l=c=null,m}function m(p){return p==null||isNaN(p=+p)?i:(l||(l=a(t.map(r),e,n)))(r(s(p)))}return m.invert=function(p){return s(o((c||(c=a(e,t.map(r),tt)))(p)))},m.domain=function(p){return arguments.length?(t=Array.from(p,ac),f()):t.slice()},m.range=function(p){return arguments.length?(e=Array.from(p),f()):e.slice()},m.rangeRound=function(p){return e=Array.from(p),n=Ki,f()},m.clamp=function(p){return arguments.length?(s=p?!0:oe,f()):s!==oe},m.interpolate=function(p){return arguments.length?(n=p,f()):n},m.unknown=function(p){return arguments.length?(i=p,m):i},function(p,h){return r=p,o=h,f()}}function fc(){return qr()(oe,oe)}function mc(t,e,n,r){var o=ai(t,e,n),i;switch(r=re(r??",f"),r.type){case"s":{var s=Math.max(Math.abs(t),Math.abs(e));return r.precision==null&&!isNaN(i=as(o,s))&&(r.precision=i),Dr(r,s)}case"":case"e":case"g":case"p":case"r":{r.precision==null&&!isNaN(i=us(o,Math.max(Math.abs(t),Math.abs(e))))&&(r.precision=i-(r.type==="e"));break}case"f":case"%":{r.precision==null&&!isNaN(i=ss(o))&&(r.precision=i-(r.type==="%")*2);break}}return vn(r)}function ds(t){var e=t.domain;return t.ticks=function(n){var r=e();return rn(r[0],r[r.length-1],n??10)},t.tickFormat=function(n,r){var o=e();return mc(o[0],o[o.length-1],n??10,r)},t.nice=function(n){n==null&&(n=10);var r=e(),o=0,i=r.length-1,s=r[o],a=r[i],l,c,f=10;for(a<s&&(c=s,s=a,a=c,c=o,o=i,i=c);f-- >0;){if(c=nn(s,a,n),c===l)return r[o]=s,r[i]=a,e(r);if(c>0)s=Math.floor(s/c)*c,a=Math.ceil(a/c)*c;else if(c<0)s=Math.ceil(s*c)/c,a=Math.floor(a*c)/c;else break;l=c}return t},t}function Q(){var t=fc();return t.copy=function(){return Fr(t,Q())},Or.apply(t,arguments),ds(t)}function pc(t,e){t=t.slice();var n=0,r=t.length-1,o=t[n],i=t[r],s;return i<o&&(s=n,n=r,r=s,s=o,o=i,i=s),t[n]=e.floor(o),t[r]=e.ceil(i),t}function cs(t){return Math.log(t)}function fs(t){return Math.exp(t)}function hc(t){return-Math.log(-t)}function dc(t){return-Math.exp(-t)}function gc(t){return isFinite(t)?+("1e"+t):t<0?0:t}function yc(t){return t===10?gc:t===Math.E?Math.exp:e=>Math.pow(t,e)}function _c(t){return t===Math.E?Math.log:t===10&&Math.log10||t===2&&Math.log2||(t=Math.log(t),e=>Math.log(e)/t)}function ms(t){return(e,n)=>-t(-e,n)}function bc(t){let e=t(cs,fs),n=e.domain,r=10,o,i;function s(){return o=_c(r),i=yc(r),n()[0]<0?(o=ms(o),i=ms(i),t(hc,dc)):t(cs,fs),e}return e.base=function(a){return arguments.length?(r=+a,s()):r},e.domain=function(a){return arguments.length?(n(a),s()):n()},e.ticks=a=>{let l=n(),c=l[0],f=l[l.length-1],m=f<c;m&&([c,f]=[f,c]);let p=o(c),h=o(f),d,y,g=a==null?10:+a,_=[];if(!(r%1)&&h-p<g){if(p=Math.floor(p),h=Math.ceil(h),c>0){for(;p<=h;++p)for(d=1;d<r;++d)if(y=p<0?d/i(-p):d*i(p),!(y<c)){if(y>f)break;_.push(y)}}else for(;p<=h;++p)for(d=r-1;d>=1;--d)if(y=p>0?d/i(-p):d*i(p),!(y<c)){if(y>f)break;_.push(y)}_.length*2<g&&(_=rn(c,f,g))}else _=rn(p,h,Math.min(h-p,g)).map(i);return m?_.reverse():_},e.tickFormat=(a,l)=>{if(a==null&&(a=10),l==null&&(l=r===10?"s":","),typeof l!="function"&&(!(r%1)&&(l=re(l)).precision==null&&(l.trim=!0),l=vn(l)),a===1/0)return l;let c=Math.max(1,r*a/e.ticks().length);return f=>{let m=f/i(Math.round(o(f)));return m*r<r-.5&&(m*=r),m<=c?l(f):""}},e.nice=()=>n(pc(n(),{floor:a=>i(Math.floor(o(a))),ceil:a=>i(Math.ceil(o(a)))})),e}function Br(){let t=bc(qr()).domain([1,10]);return t.copy=()=>Fr(t,Br()).base(t.base()),Or.apply(t,arguments),t}function ps(t){return function(e){return Math.sign(e)*Math.log1p(Math.abs(e/t))}}function hs(t){return function(e){return Math.sign(e)*Math.expm1(Math.abs(e))*t}}function xc(t){var e=1,n=t(ps(e),hs(e));return n.constant=function(r){return arguments.length?t(ps(e=+r),hs(e)):e},ds(n)}function Vr(){var t=xc(qr());return t.copy=function(){return Fr(t,Vr()).constant(t.constant())},Or.apply(t,arguments)}function K(t,[e,n]){return t>=e&&t<=n}function Ft(t,e,n){let[r,o]=e,i=[r,Math.max(r+1,o)];return t==="log"?Vr(i,n).constant(1):Q(i,n)}function B(t){return 6.3*t.length}function gs(t,e,n){let[r,o]=[e[0],Math.max(e[0]+1,e[1])],i=Ft(t,[r,o],n);if(t==="linear"||o+1<3*(r+1)){let a=(n[1]-n[0])/(B(v(o))+24);return Q([r,o],n).ticks(Math.max(1,Math.floor(a))).filter(Number.isInteger)}let s=Math.floor(Math.log2(o))+1;for(let a=1;a<s;a++){let l=wc(s,a).filter(c=>K(c,[r,o]));if(vc(l,i))return l}return[r,2**(s-1)]}function wc(t,e){let n=[0];for(let r=0;r<t;r+=e)n.push(2**r);return n}function vc(t,e){return t.every((n,r)=>{if(r===0)return!0;let o=t[r-1],i=(B(v(n))+B(v(o)))/2;return e(n)-e(o)>=i+6})}function wt(t,e,n=NaN){let r=1/0,o=-1/0;if(t.forEach((l,c)=>{if(!Number.isFinite(l))return;let f=Number.isFinite(e[c])?e[c]:0;r=Math.min(r,l-f),o=Math.max(o,l+f)}),r>o)return[0,1];let i=Math.max(Math.abs(o)*.01,Number.isFinite(n)?n*.005:0,1e-8),s=Math.max(0,i-(o-r)),a=Math.min(s/2,Math.max(r,0));return[r-a,o+s-a]}function kn(t,e){let n=.5*(t[1]-t[0]);return e<t[0]-n||e>t[1]+n?t:[Math.min(t[0],e),Math.max(t[1],e)]}function Re(t,e,n){return Math.max(0,on(t,r=>Math.abs(e(r)-n)))}function ys(t,e,n,r){let o=[];t.forEach((i,s)=>o.push(Math.max(i,s?o[s-1]+e:n)));for(let i=o.length-1,s=r;i>=0;i--,s=o[i+1]-e)o[i]>s&&(o[i]=s);return o}var Bt=236,qt={left:48,top:24,bottom:Bt-34},_s={top:22,bottom:24},bs={accuracy:40,none:14};function Hr(t,e,n){return{...qt,right:n,stepAxis:t,steps:e,x:Ft(t,e,[qt.left+4,n-4])}}function xs(t,e,n,r){let{quantity:o,stepAxis:i,steps:s}=n,a=n.accuracyDomain&&o.key!=="accuracy",l=o.read(t),c=o.readSpread(t)??kc(l,o.readErrors?.(t)??[]),f=o.references?.(t)??[],m=[...[l,...c].flatMap(y=>Sn(t,y,s)),...e.flatMap(({series:y})=>Sn(y,o.read(y),s))],p=wt(m,[],o.wholeVariance?.(t)),h=f.reduce((y,{value:g})=>kn(y,g),p),d=[qt.bottom-_s.bottom,qt.top+_s.top];return{...Hr(i,s,r-(a?bs.accuracy:bs.none)),width:r,label:o.label,quantity:o,y:Q(h,d),accuracy:a?Q(n.accuracyDomain,d):null,values:l,band:c,references:f}}function kc(t,e){let n=r=>Number.isFinite(e[r])?e[r]:0;return[t.map((r,o)=>r-n(o)),t.map((r,o)=>r+n(o))]}function Sn({steps:t},e,n){return e.filter((r,o)=>K(t[o],n))}function ws(t){let e=t.flatMap(({column:r})=>r("probe_accuracy")).filter(Number.isFinite),n=t[0]?.column("model_accuracy")??[];return e.length?wt([...e,...n],[]):null}var Ur=["#009e73","#cc79a7","#8c6bb1","#e69f00","#7f7f7f","#56b4e9","#d55e00","#0072b2"],vs=["","5 2.5","1.5 2.5","8 2.5 1.5 2.5"];function Rn(t){return Ur[t%Ur.length]}function Ss(t,e){let n=new Map;return new Map(t.map(r=>{let o=e.get(r),i=n.get(o)??0;return n.set(o,i+1),[r,vs[i%vs.length]]}))}var Pn=Mn(["#440154","#482878","#3e4989","#31688e","#26828e","#1f9e89","#35b779","#6ece58","#b5de2b","#fde725"]),ks={red:"var(--red)",green:"var(--green)",blue:"var(--blue)",grey:"var(--grey)",chroma:"var(--chroma)"};function Ms(t,e,n,r,o){return Object.hasOwn(ks,t)?ks[t]:r?Vt(e,n,o):Sc(Rn(e),Math.floor(e/Ur.length),o)}function Sc(t,e,n){if(!e)return t;let r=e%2===1;return Mn([t,r===(n==="light")?"#000000":"#ffffff"])(.45)}var Mc={light:Mn(["#762a83","#af8dc3","#f4f2f5","#7fbf7b","#1b7837"]),dark:Mn(["#d9a8ec","#8d5fa3","#454347","#4c8a58","#8fdca3"])};function jr(t,e){return Mc[e]((t+1)/2)}function Vt(t,e,n){let[r,o]=n==="dark"?[.42,.95]:[.04,.66];return Pn(r+(o-r)*(e>1?t/(e-1):.5))}function Mn(t){let e=t.map(n=>[1,3,5].map(r=>Number.parseInt(n.slice(r,r+2),16)));return n=>{let r=Math.min(1,Math.max(0,n))*(e.length-1),o=Math.min(e.length-2,Math.floor(r));return`rgb(${e[o].map((s,a)=>Math.round(s+(r-o)*(e[o+1][a]-s))).join(",")})`}}function Rs(t){if(window.parent===window)return;let e=new MessageChannel;e.port1.onmessage=n=>{let r=JSON.parse(n.data);if(r.isReply)return;t[r.type]?.(r.payload);let o={type:r.type,id:r.id,payload:null,error:null,isReply:!0};e.port1.postMessage(JSON.stringify(o))},window.parent.postMessage("experimental.bootstrap","*",[e.port2])}function Pe(t){return t.replaceAll(/(seed[-_=]?)\d+/gi,"$1*")}function Ps(t){let e=new Map;for(let n of t){let r=Pe(n.summary.run);e.set(r,[...e.get(r)??[],n])}return[...e].map(([n,r])=>{let o=r.filter(({rows:i})=>i.some(({steps:s})=>s.length));return o.length>1?Rc(n,o):o[0]??r[0]})}function Rc(t,e){let n=e[0],o=n.rows.map(({key:f})=>f).filter(f=>e.every(({rows:m})=>m.some(p=>p.key===f))),i=o.map(f=>Pc(e.map(m=>m.rows.find(p=>p.key===f)))),s=o.flatMap((f,m)=>Nc(i[m],e)??[]),a=i[0]?.steps.at(-1)??null,l=e.flatMap(({summary:f})=>f.error??[]).join(" ")||null;return{summary:{...n.summary,run:t,num_steps:i[0]?.steps.length??0,last_step:a,error:l},rows:i,reports:s,advice:$c(e),numSeeds:e.length}}function Pc(t){let[e,...n]=t,r=e.steps.filter(l=>n.every(c=>c.steps.includes(l))),o=t.map(l=>r.map(c=>l.steps.indexOf(c))),i=(l,c)=>t.map((f,m)=>f.column(l)[o[m][c]]).filter(Number.isFinite),s=l=>c=>r.map((f,m)=>l(i(c,m))??NaN),a=()=>r.map((l,c)=>[...new Set(t.flatMap((f,m)=>f.flags()[o[m][c]]))]);return xr({...e,steps:r,column:s(fi),flags:a,spread:l=>[s(we)(l),s(xe)(l)]})}function Nc({row:t},e){let n=e.flatMap(a=>A(a.reports,t)??[]),r=n.filter(a=>a.minimum_step!=null);if(!r.length)return n[0];let o=Ns(r,a=>a.minimum_step),i=r.map(a=>a.minimum_interval??[a.minimum_step,a.minimum_step]),s=n.filter(a=>a.has_increase).length;return{...o,minimum_interval:[we(i,([a])=>a),xe(i,([,a])=>a)],has_increase:s>n.length/2,forgotten:o.forgotten&&`${o.forgotten} (In the run with the middle minimum.)`,description:`${o.description}. Phases of the run with the middle minimum; ${s} of ${n.length} runs have an increase`}}function $c(t){let e=t.flatMap(({advice:r})=>r?.step==null?[]:r),n=Ns(e,({step:r})=>r);return n?{...n,text:`${n.text} (In the run with the middle step.)`}:null}function Ns(t,e){let n=mi(t,e);return t.toSorted((r,o)=>Math.abs(e(r)-n)-Math.abs(e(o)-n))[0]}var $n={format:U,tickFormat:"~%"},$s="mean squared error per input element",Ts=[{...X("loss","reconstruction_loss","reconstruction loss",$s,"low"),...As("reconstruction_loss"),readErrors:t=>t.column("reconstruction_stderr")},{...X("relative","reconstruction_loss","loss, first = 1","share of the loss at the first probe step","low"),read:t=>Cs(t,t.column("reconstruction_loss")),readErrors:t=>Cs(t,t.column("reconstruction_stderr")),readSpread:()=>{}},{...X("limit","reconstruction_loss_limit","loss at unlimited rows",$s,"low"),...As("reconstruction_loss_limit"),readErrors:t=>t.column("reconstruction_loss_limit_stderr")},{...X("explained","explained_variance","explained variance","share of the variance of the input","high"),...$n,readErrors:t=>Es(t.column("reconstruction_stderr"),Nn(t)),references:t=>{let e=1-bt(t,"pca_bound")/Nn(t);return Ds(0,e,Is(t,"explained_variance"))},wholeVariance:()=>1},Gr("accuracy","probe_accuracy","probe accuracy","linear probe, share of held-out rows"),X("probe_loss","probe_loss","probe loss","cross-entropy of the linear probe, nats","low"),Gr("model_accuracy","model_accuracy","model accuracy","the model itself, share of held-out rows"),X("model_loss","model_loss","model loss","of the model itself, on held-out rows","low"),X("freedom","degrees_of_freedom","degrees of freedom","of the decoder",null),X("ridge","ridge","ridge","units of the mean feature variance",null),X("seconds","probe_seconds","probe seconds","seconds of the probe step",null)];function Ls(t){let n=[...new Set(t.flatMap(i=>i.metricNames))].flatMap(i=>/^transfer_(.+)_(?:accuracy|loss)$/.exec(i)?.[1]??[]),r=[...new Set(n)].flatMap(i=>[Gr(`transfer_${i}_accuracy`,`transfer_${i}_accuracy`,`${i} accuracy`,`linear probe of '${i}', share of held-out rows`),X(`transfer_${i}_loss`,`transfer_${i}_loss`,`${i} loss`,`cross-entropy of the linear probe of '${i}', nats`,"low")]),o=[...Ts,...r];return[...o,...Cc(t,o)].filter(i=>t.some(s=>i.read(s).some(Number.isFinite)))}function Cc(t,e){return[...new Map(t.flatMap(r=>[...r.described])).values()].flatMap(({name:r,label:o,unit:i,better:s,isShare:a,part:l})=>{if(l||e.some(f=>f.column===r))return[];let c=e.some(f=>f.key===r)?`own ${r}`:r;return[{...X(c,r,o,i,s),...a&&$n}]})}function Cs(t,e){return Es(e,t.column("reconstruction_loss").find(Number.isFinite)??NaN)}function Es(t,e){return t.map(n=>n/e)}function Ht(t,e){return t.find(n=>n.key===e)??Ts[0]}function ie(t,e){return{...X("","",t,"",null),...e&&$n}}function X(t,e,n,r,o){return{key:t,column:e,label:n,unit:r,better:o,format:O,read:s=>s.column(e),readSpread:s=>s.spread?.(e)}}function Gr(t,e,n,r){return{...X(t,e,n,r,"high"),...$n}}function As(t){return{references:e=>Ds(Nn(e),bt(e,"pca_bound"),Is(e,t)),wholeVariance:Nn}}function Ds(t,e,n){return Object.entries({"mean image":t,"PCA bound":e,untrained:n}).map(([o,i])=>({label:o,value:i})).filter(({value:o})=>Number.isFinite(o))}function Nn(t){return bt(t,"mean_image_loss")}function Is({steps:t,column:e},n){return t[0]===0?e(n)[0]:NaN}var Os="-probe_loss";function Fs(t){return t.flatMap(e=>e.key==="probe_loss"?[e,{...e,key:Os,label:"probe loss, turned",isTurned:!0}]:[e])}var Ac=[{key:"portrait",label:"phase portrait",axes:["accuracy","relative"]},{key:"information",label:"information plane",axes:["explained","label_information"]},{key:"information",label:"information plane",axes:["explained",Os]},{key:"binned",label:"binned mutual information",axes:["binned_information_input","binned_information_label"]}];function qs(t){let e=Ac.filter(n=>n.axes.every(r=>t.some(o=>o.key===r)));return e.filter(({key:n},r)=>e.findIndex(o=>o.key===n)===r)}var Ut=["curves","portrait","map","images","compare","breakdowns"],Tc=10,Bs=["accuracy","relative"];function Kr(t){let[e,n]=Wr(t.axes)??[],r=(t.zoom??"").split("-").map(Number);return{view:Ut.find(o=>o===t.view)??"curves",run:t.run??"",others:Wr(t.with),layers:Wr(t.layers),stepAxis:t.x==="linear"?"linear":"log",metric:t.y||"loss",step:zr(t.step),zoom:r.length===2&&r.every(Vs)&&r[1]>r[0]?[r[0],r[1]]:null,grouped:t.seeds==="grouped",portrait:e&&n?[e,n]:Bs,kind:t.kind??"",unit:t.unit==="loss"?"loss":"explained",from:zr(t.from),to:zr(t.to),against:t.against==="input"||t.against==="step"?t.against:null}}function zr(t){return t&&Vs(Number(t))?Number(t):null}function Vs(t){return Number.isSafeInteger(t)&&t>=0}function Hs(t){let{view:e,run:n,others:r,layers:o,stepAxis:i,metric:s,step:a,zoom:l,grouped:c,portrait:f}=t,{kind:m,unit:p,from:h,to:d,against:y}=t;return{...e!=="curves"&&{view:e},...n&&{run:n},...r&&{with:Qr(r)},...o&&{layers:Qr(o)},x:i,y:s,...a!==null&&{step:String(a)},...l&&{zoom:l.join("-")},...c&&{seeds:"grouped"},...f.join()!==Bs.join()&&{axes:Qr(f)},...m&&{kind:m},...p!=="explained"&&{unit:p},...h!==null&&{from:String(h)},...d!==null&&{to:String(d)},...y&&{against:y}}}function Wr(t){return t===void 0?null:t.split(",").filter(Boolean).map(Xe)}function Qr(t){return t.map(encodeURIComponent).join(",")}function Us(t,e){return t.find(({run:n})=>n===e)??Gs(t)[0]}function js(t,e,n){let r=t.filter(({run:i})=>i!==e);if(n)return r.filter(({run:i})=>n.includes(i));let o=Gs(r.filter(({num_steps:i})=>i)).slice(0,Tc-1);return r.filter(i=>o.includes(i))}function Cn(t,e){return e?.length&&!e.some(n=>t.includes(n))?null:e}function Gs(t){return t.toSorted((e,n)=>n.last_wall_time-e.last_wall_time)}var Ne={frequency:{name:"spatial frequency",title:"by spatial frequency, cycles per pixel",isOrdered:!0},component:{name:"principal component",title:"by principal component",isOrdered:!0},colour:{name:"grey and colour",title:"by grey and colour"},channel:{name:"colour channel",title:"by colour channel"},position:{name:"image position",title:"by image position"},class:{name:"class",title:"by class"},difficulty:{name:"difficulty",title:"by difficulty of the rows",isOrdered:!0}},zs=64,Lc=20,Ec=8;function pt(t){return Object.hasOwn(Ne,t)?Ne[t]:{name:t,title:`by ${t}`}}function Ws(t,e){return t.metricNames.flatMap(r=>{let o=Qs(t,r);return o?.kind!==e?[]:[{name:o.name,losses:t.column(r),meanImageLoss:o.meanImageLoss}]}).filter(({losses:r})=>r.some(Number.isFinite)).slice(0,zs)}function Qs(t,e){let n=t.described.get(e);if(n)return n.part;let[,r,o]=/^reconstruction_loss_([a-z]+)_(.+)$/.exec(e)??[];return!r||!Object.hasOwn(Ne,r)?null:{kind:r,name:o.replaceAll("_"," "),meanImageLoss:NaN}}function Ks(t){let e=new Set(t.flatMap(r=>r.metricNames.flatMap(o=>Qs(r,o)?.kind??[])));return[...Object.keys(Ne).filter(r=>e.has(r)),...[...e].filter(r=>!Object.hasOwn(Ne,r))].filter(r=>t.some(o=>Ws(o,r).length)).slice(0,Lc)}function An(t,e,n){let r=Ws(t,e);if(!r.length)return null;let o=r.filter(({meanImageLoss:a})=>Number.isFinite(a)),i=o.length?n:"loss",s=(i==="loss"?r:o).map(({name:a,losses:l,meanImageLoss:c})=>({name:a,values:i==="loss"?l:l.map(f=>1-f/c)}));return{kind:e,unit:i,parts:s}}function se(t){return t==="loss"?"reconstruction loss":"explained variance"}function Xr(t){return t==="loss"?O:U}function Tn({name:t,from:e,to:n},r,[o,i]){let s=Xr(r);return`${t}: ${s(e)} at step ${v(o)}, ${s(n)} at step ${v(i)}`}function ae(t,e){if(!Number.isFinite(t))return"\u2013";let n=e==="loss"?O(Math.abs(t)):(100*Math.abs(t)).toFixed(1);return/[1-9]/.test(n)?`${t<0?"\u2212":"+"}${n}`:n}function Xs(t,e){if(e||t.length<=Ec)return new Set(t.map(({name:o})=>o));let n=({values:o})=>o.findLast(Number.isFinite)??NaN,r=t.toSorted((o,i)=>n(i)-n(o)).map(({name:o})=>o);return new Set([...r.slice(0,3),...r.slice(-3)])}function Ys(t,e,{from:n,to:r,step:o}){let{steps:i}=t;if(!i.length)return null;let[s,a]=[n??e?.minimum_step??i[0],r??o??i.at(-1)],[l,c]=[i[F(i,s)],i[F(i,a)]];return[Math.min(l,c),Math.max(l,c)]}function Js({unit:t,parts:e},{steps:n},[r,o]){let[i,s]=[n.indexOf(r),n.indexOf(o)];return e.map(({name:a,values:l})=>{let[c,f]=[l[i]??NaN,l[s]??NaN],m=f-c;return{name:a,from:c,to:f,change:m,isLost:t==="loss"?m>0:m<0}})}function Yr(t){let e=t.flatMap(o=>{let i=/^row (\d+) column (\d+)$/.exec(o.name);return i?[{...o,row:Number(i[1])-1,column:Number(i[2])-1}]:[]}),n=Math.max(0,...e.map(({row:o})=>o+1)),r=Math.max(0,...e.map(({column:o})=>o+1));return e.length<t.length||e.length<2||Math.max(n,r)>zs?null:{numRows:n,numColumns:r,cells:e}}function et({title:t,name:e=t.toLowerCase(),kind:n,value:r,options:o,choose:i}){return u("label",{class:n,children:[u("span",{class:"control-name",children:t}),u("select",{name:e,value:r,onChange:s=>i(s.currentTarget.value),children:o.map(([s,a])=>u("option",{value:s,children:a},s))})]})}function $e(t,e){return(e===null||t.includes(e)?t:[e,...t]).map(r=>[String(r),`step ${v(r)}`])}function Ce(t){return t===""?null:Number(t)}function ht({name:t,value:e,options:n,choose:r}){return u("fieldset",{class:"choice",children:[u("legend",{class:"control-name",children:t}),u("div",{class:"segments",children:Object.entries(n).map(([o,i])=>u("label",{children:[u("input",{type:"radio",name:t,value:o,checked:o===e,onChange:()=>r(o)}),u("span",{children:i})]},o))})]})}function at(t){return class extends Wt{shouldComponentUpdate(e){return[...new Set([...Object.keys(this.props),...Object.keys(e)])].some(r=>this.props[r]!==e[r])}render(e){return u(t,{...e})}}}function ut(t){let e=$(null),[n,r]=T(t);return z(()=>{let o=new ResizeObserver(([i])=>{let s=Math.floor(i.contentRect.width);s>0&&r(s)});return o.observe(e.current),()=>o.disconnect()},[]),[e,n]}var dt={height:10,gap:10,room:44,parts:41};function Zs(t,e){return t.numRows*ta(t,e)+dt.gap+dt.room}function ta({numColumns:t},e){return Math.max(8,Math.min(52,Math.floor((e-8)/t)))}function ea({grid:t,unit:e,most:n,steps:r,width:o,theme:i}){let{numRows:s,numColumns:a,cells:l}=t,c=ta(t,o),f=e==="loss"?-1:1,m=4;return u("g",{class:"grid-map",children:[l.map(p=>{let{name:h,row:d,column:y,change:g}=p,_=f*g/n;return u("g",{transform:`translate(${m+y*c},${d*c})`,children:[u("title",{children:Tn(p,e,r)}),Number.isFinite(g)?u("rect",{width:c-2,height:c-2,fill:jr(_,i)}):u("rect",{class:"missing",width:c-2,height:c-2}),c>=36&&u("text",{class:Math.abs(_)>.62?"on-strong":"on-weak",x:c/2-1,y:c/2-1,dy:"0.32em","text-anchor":"middle",children:ae(g,e)})]},h)}),u(Dc,{left:m,top:s*c+dt.gap,width:Math.min(o-8,Math.max(230,a*c-2)),most:n,sign:f,unit:e,theme:i})]})}function Dc({left:t,top:e,width:n,most:r,sign:o,unit:i,theme:s}){let a=n/dt.parts;return u("g",{class:"color-legend",transform:`translate(${t},${e})`,children:[Array.from({length:dt.parts},(l,c)=>u("rect",{x:c*a,width:a+.4,height:dt.height,fill:jr(2*c/(dt.parts-1)-1,s)},c)),u("text",{y:dt.height+13,children:[ae(-o*r,i)," forgotten"]}),u("text",{x:n,y:dt.height+13,"text-anchor":"end",children:["learned ",ae(o*r,i)]})]})}var Ln=18,na=26,Ic=24,Oc=62;function Fc(t,e){let n=0;return{placed:t.map(o=>{let i=Yr(o.changes),s=n;return n+=na+(i?Zs(i,e):o.changes.length*Ln+Ic)+10,{...o,grid:i,top:s}}),height:n}}function qc({name:t,sections:e,steps:n,theme:r}){let[o,i]=ut(360),{placed:s,height:a}=S(()=>Fc(e,i),[e,i]),l=S(()=>Bc(e,i),[e,i]);return u("div",{ref:o,class:"chart",children:u("svg",{class:"difference",width:i,height:a,viewBox:`0 0 ${i} ${a}`,role:"img","aria-label":jc(t,e,n),children:s.map(({top:c,grid:f,...m})=>u("g",{transform:`translate(0,${c})`,children:[u("text",{class:"part-title",x:2,y:13,children:[se(m.unit)," ",m.title]}),u("g",{transform:`translate(0,${na})`,children:f?u(ea,{grid:f,unit:m.unit,most:m.most,steps:n,width:i,theme:r}):u(Hc,{section:m,steps:n,left:l,width:i})})]},m.title))})})}var ra=at(qc);function Bc(t,e){let n=t.filter(({changes:r})=>!Yr(r)).flatMap(({changes:r})=>r.map(o=>o.name));return Math.min(.34*e,12+Math.max(30,...n.map(B)))}function Vc(t,e){let n=e.flatMap(({from:r,to:o})=>[r,o]).filter(Number.isFinite);return t==="loss"?[0,Math.max(1e-8,...n)*1.04]:[Math.max(-1,Math.min(0,...n)),1]}function Hc({section:{unit:t,changes:e},steps:n,left:r,width:o}){let i=o-Oc,s=e.length*Ln,a=Q(Vc(t,e),[r+6,i-6]).clamp(!0),l=a.tickFormat(4,t==="loss"?void 0:"~%");return u(M,{children:[u("g",{class:"axis",children:[a.ticks(4).map(c=>u("g",{class:"tick",transform:`translate(${a(c)},0)`,children:[u("line",{class:"grid",y1:-2,y2:s}),u("text",{y:s+12,"text-anchor":"middle",children:l(c)})]},c)),u("text",{x:o-2,y:-5,"text-anchor":"end",children:t==="loss"?"change":"points"})]}),e.map((c,f)=>u(Uc,{part:c,unit:t,steps:n,x:a,left:r,width:o,y:f*Ln+Ln/2},c.name))]})}function Uc({part:t,unit:e,steps:n,x:r,left:o,width:i,y:s}){let{name:a,from:l,to:c,change:f,isLost:m}=t,p=Number.isFinite(f),h=ae(f,e),d=/\d/.test(h[0])||!p?"same":m?"lost":"gained";return u("g",{class:`dumbbell ${d}`,transform:`translate(0,${s})`,children:[u("title",{children:Tn(t,e,n)}),u("text",{x:o-4,dy:"0.32em","text-anchor":"end",children:rt(a,Math.floor((o-6)/B("x")))}),p&&u(M,{children:[u("line",{class:"way-between",x1:r(l),x2:r(c)}),u("circle",{class:"before",cx:r(l),r:4}),u("circle",{class:"after",cx:r(c),r:4.5})]}),u("text",{class:"change",x:i-2,dy:"0.32em","text-anchor":"end",children:h})]})}function jc(t,e,n){let r=e.map(({title:o,unit:i,changes:s})=>{let a=Xr(i),l=s.map(({name:c,from:f,to:m})=>`${c} ${a(f)} to ${a(m)}`);return`${se(i)} ${o}: ${l.join(", ")}`});return`${t}, step ${v(n[0])} to ${v(n[1])}. ${r.join("; ")}.`}var Gc=["fill","fill-opacity","stroke","stroke-width","stroke-dasharray","stroke-linejoin","stroke-linecap","opacity","paint-order","font-family","font-size","font-weight","font-variant-numeric","text-anchor","visibility"],zc=/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;function ia(t,{title:e,subtitle:n,legend:r}){let o=getComputedStyle(document.body),{width:i,height:s}=t.viewBox.baseVal,a=i+28,l=Qc(r,a),c=Wc(n,Math.floor(i/6)),f=14+(1+c.length)*18+6,m=f+s+18,p=m+(l.at(-1)?.y??-18)+18,h=(y,g,_,x,b)=>`<text x="${y}" y="${g}" font-family="system-ui, sans-serif" font-size="${x}" font-weight="${b}" fill="${o.color}">${oa(_)}</text>`,d=Xc(t);return d.setAttribute("x",String(14)),d.setAttribute("y",String(f)),[`<svg xmlns="http://www.w3.org/2000/svg" width="${a}" height="${p}" viewBox="0 0 ${a} ${p}">`,`<title>${oa(e)}</title>`,`<rect width="100%" height="100%" fill="${o.backgroundColor}"/>`,h(14,27,e,15,650),...c.map((y,g)=>h(14,27+(g+1)*18,y,11.5,400)),new XMLSerializer().serializeToString(d),...l.map(({x:y,y:g,color:_,dash:x,text:b})=>`<path d="M${y},${m+g-5}h16" stroke="${Kc(_)}" stroke-width="4" stroke-dasharray="${x||"none"}"/>`+h(y+22,m+g,b,11.5,400)),"</svg>"].join(`
`).replaceAll(zc,"")}function Wc(t,e){let n=[""];for(let r of t.split(" ")){let o=n.at(-1);o&&o.length+1+r.length>e?n.push(r):n[n.length-1]=o?`${o} ${r}`:r}return n}function Qc(t,e){let[n,r]=[14,0];return t.map(o=>{let i=36+6.6*o.text.length;n>14&&n+i>e&&([n,r]=[14,r+18]);let s={x:n,y:r,...o};return n+=i,s})}function Kc(t){let e=/^var\((--[a-z]+)\)$/.exec(t)?.[1];return e?getComputedStyle(document.documentElement).getPropertyValue(e).trim():t}function Xc(t){let e=t.cloneNode(!0),n=[t,...t.querySelectorAll("*")],r=[e,...e.querySelectorAll("*")];return n.forEach((o,i)=>{let s=getComputedStyle(o),a=r[i];for(let l of Gc){let c=s.getPropertyValue(l),f=l.startsWith("font")||l==="text-anchor";c&&(!f||a instanceof SVGTextElement)&&a.setAttribute(l,c)}a.removeAttribute("class")}),r.forEach((o,i)=>{n[i].closest(".cursor, .brush")&&o.remove()}),e}function oa(t){return t.replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;").replaceAll('"',"&quot;")}async function sa(t){let e=new Image;e.src=URL.createObjectURL(new Blob([t],{type:"image/svg+xml"}));try{await e.decode();let n=document.createElement("canvas");return[n.width,n.height]=[2*e.width,2*e.height],n.getContext("2d").drawImage(e,0,0,n.width,n.height),await new Promise((r,o)=>n.toBlob(i=>i?r(i):o(new Error("the browser drew no PNG")),"image/png"))}finally{URL.revokeObjectURL(e.src)}}function vt(t,e,n,r="text/plain"){let o=document.createElement("a"),i=typeof t=="string"?new Blob([t],{type:r}):t;o.href=URL.createObjectURL(i),o.download=`${e.replaceAll(/[^A-Za-z0-9]+/g,"-").replaceAll(/^-|-$/g,"")||"phases"}.${n}`,o.click(),setTimeout(()=>URL.revokeObjectURL(o.href),1e4)}function En({columns:t,rows:e}){return[t,...e].map(n=>n.map(Yc).join(",")).join(`\r
`)+`\r
`}function Yc(t){if(typeof t=="number")return Number.isFinite(t)?String(aa(t)):"";let e=/^[=+\-@\t\r]/.test(t??"")?`'${t}`:t??"";return/[",\r\n]/.test(e)?`"${e.replaceAll('"','""')}"`:e}function Dn({columns:t,rows:e}){let n=e.map(r=>Object.fromEntries(t.map((o,i)=>[o,Jc(r[i])])));return JSON.stringify(n,null,1)}function Jc(t){return typeof t!="number"?t??null:Number.isFinite(t)?aa(t):null}function aa(t){for(let e=6;e<10;e++){let n=Number(t.toPrecision(e));if(Math.fround(n)===t)return n}return t}function In(t){document.hasFocus()&&(t.currentTarget.contains(t.relatedTarget)||(t.currentTarget.open=!1))}function On(t){t.key==="Escape"&&(t.currentTarget.open=!1,t.currentTarget.querySelector("summary").focus())}var Zc=["SVG","PNG"];function kt({title:t,subtitle:e,note:n,panel:r,aside:o,table:i,legend:s=[],wide:a,children:l}){let c=$(null),[f,m]=T(!1),p=()=>ia(c.current.querySelector(".chart svg"),{title:t,subtitle:[e,n].filter(Boolean).join(". "),legend:s}),h={SVG:()=>vt(p(),t,"svg","image/svg+xml"),PNG:async()=>vt(await sa(p()),t,"png"),CSV:()=>vt(En(i()),t,"csv","text/csv"),JSON:()=>vt(Dn(i()),t,"json","application/json")};return u("article",{ref:c,class:`panel ${a?"wide":""}`,"data-panel":r,children:[u("header",{children:[u("h2",{children:t}),u("span",{class:"muted",title:e,children:e}),o,u("details",{class:"menu",onFocusOut:In,onKeyDown:On,children:[u("summary",{"aria-label":`Save ${t}, or show its numbers`,children:"\u22EF"}),u("div",{tabIndex:-1,children:[u("button",{onClick:()=>m(!f),"aria-pressed":f,children:f?"Chart":"Table"}),Object.entries(h).map(([d,y])=>u("button",{disabled:f&&Zc.includes(d),onClick:()=>{y()},children:d},d))]})]})]}),n&&u("p",{class:"note",children:n}),f?u(tf,{table:i(),title:t}):l]})}function tf({table:{columns:t,rows:e},title:n}){return u("div",{class:"numbers",tabIndex:0,role:"region","aria-label":`Numbers of ${n}`,children:u("table",{children:[u("thead",{children:u("tr",{children:t.map(r=>u("th",{scope:"col",class:"number",children:r},r))})}),u("tbody",{children:e.map((r,o)=>u("tr",{children:r.map((i,s)=>u("td",{class:"number",children:Jo(i)},s))},o))})]})})}function ua({focus:t,kinds:e,selection:n,select:r}){let o=_t(),i=S(()=>rf(t,e,n),[t,e.join(`
`),n.unit,n.from,n.to,n.step]),{steps:s}=t.rows[0],a=n.step;return u(M,{children:[u("h2",{class:"section",children:"What was forgotten between two steps"}),u("div",{class:"view-controls",children:[u(et,{title:"From",value:String(n.from??""),options:[["","reconstruction minimum"],...$e(s,n.from)],choose:l=>r({from:Ce(l)})}),u(et,{title:"To",value:String(n.to??""),options:[["",a===null?"last step":`held step ${v(a)}`],...$e(s,n.to)],choose:l=>r({to:Ce(l)})}),u(af,{})]}),u("div",{class:"panels",role:"group","aria-label":"What was forgotten",children:i.map(({series:l,sections:c,steps:f,told:m})=>u(kt,{title:L(l,t.rows),subtitle:`step ${v(f[0])} to ${v(f[1])}`,note:m??nf(f,n.from),table:()=>sf(c,f),legend:ef,children:u(ra,{name:L(l,t.rows),sections:c,steps:f,theme:o})},l.key))})]})}var ef=[{color:"var(--lost)",text:"forgotten: carried less at the second step"},{color:"var(--gained)",text:"learned"}];function nf([t,e],n){if(!(t!==e||n!==null))return`The reconstruction minimum so far is step ${v(e)} itself: nothing was forgotten since.`}function rf({rows:t,reports:e},n,r){let o=t.flatMap(s=>{let a=A(e,s.row),l=Ys(s,a,r);if(!l)return[];let c=n.flatMap(f=>{let m=An(s,f,r.unit);return m?[{title:`by ${pt(f).name}`,unit:m.unit,changes:Js(m,s,l),most:0}]:[]});return c.length?[{series:s,sections:c,steps:l,told:a?.forgotten}]:[]}),i=o.flatMap(({sections:s})=>s);return o.map(s=>({...s,sections:s.sections.map(a=>({...a,most:of(i.filter(({title:l})=>l===a.title))}))}))}function of(t){let e=t.flatMap(n=>n.changes.map(({change:r})=>Math.abs(r)));return Math.max(0,...e.filter(Number.isFinite))||1}function sf(t,[e,n]){let r=["parts","part","unit",`step ${e}`,`step ${n}`,"change"],o=t.flatMap(({title:i,unit:s,changes:a})=>a.map(({name:l,from:c,to:f,change:m})=>[i,l,s==="loss"?"loss":"explained variance",c,f,m]));return{columns:r,rows:o}}function af(){return u("ul",{class:"ways","aria-label":"Legend",children:["lost","gained"].map(t=>u("li",{children:[u("svg",{width:40,height:12,class:`dumbbell ${t}`,"aria-hidden":"true",children:[u("line",{class:"way-between",x1:6,x2:34,y1:6,y2:6}),u("circle",{class:"before",cx:t==="lost"?34:6,cy:6,r:4}),u("circle",{class:"after",cx:t==="lost"?6:34,cy:6,r:4.5})]}),t==="lost"?"forgotten":"learned"]},t))})}function Jr({ticks:t,x:e,bottom:n,format:r}){return u(M,{children:t.map(o=>u("g",{class:"tick",transform:`translate(${e(o)},${n})`,children:[u("line",{y2:4}),u("text",{y:16,"text-anchor":"middle",children:r(o)})]},o))})}function Zr({ticks:t,y:e,left:n,right:r,format:o}){return u(M,{children:t.map(i=>u("g",{class:"tick",transform:`translate(0,${e(i)})`,children:[u("line",{class:"grid",x1:n,x2:r}),u("text",{x:n-6,dy:"0.32em","text-anchor":"end",children:o(i)})]},i))})}function to({stepAxis:t,steps:e,x:n,right:r,bottom:o}){return u(M,{children:[u(Jr,{ticks:gs(t,e,[n(e[0]),n(e[1])]),x:n,bottom:o,format:v}),u("text",{class:"axis-unit",x:r,y:o+30,"text-anchor":"end",children:"step \u2192"})]})}function Fn({panel:t}){return u("g",{class:"axis axis-step",children:[u("line",{x1:t.left,x2:t.right,y1:t.bottom,y2:t.bottom}),u(to,{...t})]})}function qn({panel:t}){let e=t.y.domain().every(o=>Math.abs(o)<.001),n=t.y.tickFormat(4,e?"~e":t.quantity.tickFormat),r=t.y.ticks(4).filter(n);return u("g",{class:"axis axis-value",children:[u(Zr,{...t,ticks:r,format:o=>e&&o===0?"0":n(o)}),u("text",{class:"axis-title loss",x:2,y:12,children:["\u2191 ",t.label]})]})}function la({panel:t}){let e=t.accuracy;if(!e)return null;let n=e.tickFormat(4,"~%");return u("g",{class:"axis axis-accuracy",children:[e.ticks(4).map(r=>u("g",{class:"tick",transform:`translate(${t.right},${e(r)})`,children:[u("line",{x2:4}),u("text",{x:7,dy:"0.32em",children:n(r)})]},r)),u("text",{class:"axis-title accuracy",x:t.width-2,y:12,"text-anchor":"end",children:"probe accuracy \u2191"})]})}function fa({panel:t,series:e,cursor:n}){let r=$(null),o=$(null),i=$(null),s=$(null);return ft(n,a=>{let l=a?F(e.steps,a.step):-1,c=t.x(e.steps[l]??NaN),f=c>=t.left-1&&c<=t.right+1;r.current.toggleAttribute("data-shown",f),f&&(o.current.setAttribute("transform",`translate(${c},0)`),ca(i.current,c,t.values[l],t.y),ca(s.current,c,e.column("probe_accuracy")[l],t.accuracy))},[t,e]),u("g",{ref:r,class:"cursor","aria-hidden":"true",children:[u("line",{ref:o,y1:t.top,y2:t.bottom}),u("circle",{ref:s,class:"accuracy",r:4}),u("circle",{ref:i,class:"loss",r:4})]})}function ma({layout:t,cursor:e}){let n=$(null);return ft(e,r=>{let o=t.x(r?.step??NaN),i=o>=t.left&&o<=t.right;n.current.toggleAttribute("data-shown",i),i&&n.current.firstElementChild.setAttribute("transform",`translate(${o},0)`)},[t]),u("g",{ref:n,class:"cursor","aria-hidden":"true",children:u("line",{y1:t.top,y2:t.bottom})})}function Bn({panel:{top:t,bottom:e},ends:n}){return u("rect",{class:"brush",x:Math.min(...n),y:t,width:Math.abs(n[1]-n[0]),height:e-t})}function ca(t,e,n,r){let o=r!==null&&Number.isFinite(n);t.style.display=o?"":"none",o&&t.setAttribute("transform",`translate(${e},${r(n)})`)}var uf=24;function ue({steps:t,values:e},n){return Tt(t,e,n)}function pa(t,e,n,r){let o=t.map(s=>Math.abs(r(ue(s,e))-n)),i=Math.min(...o.filter(Number.isFinite));return i<=uf?o.indexOf(i):-1}function ha(t,e,n,r){let o=t.flatMap((a,l)=>Number.isFinite(ue(a,e))?[l]:[]);o.sort((a,l)=>ue(t[l],e)-ue(t[a],e));let i=o.indexOf(n),s=i<0?0:Math.min(o.length-1,Math.max(0,i+r));return o[s]??-1}function da(t){let e=$(-1);return[e,r=>{e.current=r;let o=t.current.querySelector("svg");o.toggleAttribute("data-lit",r>=0);for(let i of o.querySelectorAll("[data-line]"))i.toggleAttribute("data-lit",Number(i.dataset.line)===r)}]}var Ae=Math.PI,eo=2*Ae,jt=1e-6,lf=eo-jt;function ga(t){this._+=t[0];for(let e=1,n=t.length;e<n;++e)this._+=arguments[e]+t[e]}function cf(t){let e=Math.floor(t);if(!(e>=0))throw new Error(`invalid digits: ${t}`);if(e>15)return ga;let n=10**e;return function(r){this._+=r[0];for(let o=1,i=r.length;o<i;++o)this._+=Math.round(arguments[o]*n)/n+r[o]}}function ya(t,e,n,r){return t===n&&e===r}function ff(t){let e=Math.floor(t);if(!(e<=15))return ya;let n=10**e,r=function(o){return Math.round(o*n)};return function(o,i,s,a){return r(o)===r(s)&&r(i)===r(a)}}var le=class{constructor(e){this._x0=this._y0=this._x1=this._y1=null,this._="",this._append=e==null?ga:cf(e),this._equal=e==null?ya:ff(e)}moveTo(e,n){this._append`M${this._x0=this._x1=+e},${this._y0=this._y1=+n}`}closePath(){this._x1!==null&&(this._x1=this._x0,this._y1=this._y0,this._append`Z`)}lineTo(e,n){this._append`L${this._x1=+e},${this._y1=+n}`}quadraticCurveTo(e,n,r,o){this._append`Q${+e},${+n},${this._x1=+r},${this._y1=+o}`}bezierCurveTo(e,n,r,o,i,s){this._append`C${+e},${+n},${+r},${+o},${this._x1=+i},${this._y1=+s}`}arcTo(e,n,r,o,i){if(e=+e,n=+n,r=+r,o=+o,i=+i,i<0)throw new Error(`negative radius: ${i}`);let s=this._x1,a=this._y1,l=r-e,c=o-n,f=s-e,m=a-n,p=f*f+m*m;if(this._x1===null)this._append`M${this._x1=e},${this._y1=n}`;else if(p>jt)if(!(Math.abs(m*l-c*f)>jt)||!i)this._append`L${this._x1=e},${this._y1=n}`;else{let h=r-s,d=o-a,y=l*l+c*c,g=h*h+d*d,_=Math.sqrt(y),x=Math.sqrt(p),b=i*Math.tan((Ae-Math.acos((y+p-g)/(2*_*x)))/2),w=b/x,k=b/_;Math.abs(w-1)>jt&&this._append`L${e+w*f},${n+w*m}`,this._append`A${i},${i},0,0,${+(m*h>f*d)},${this._x1=e+k*l},${this._y1=n+k*c}`}}arc(e,n,r,o,i,s){if(e=+e,n=+n,r=+r,s=!!s,r<0)throw new Error(`negative radius: ${r}`);let a=r*Math.cos(o),l=r*Math.sin(o),c=e+a,f=n+l,m=1^s,p=s?o-i:i-o;if(this._x1===null?this._append`M${c},${f}`:(Math.abs(this._x1-c)>jt||Math.abs(this._y1-f)>jt)&&this._append`L${c},${f}`,!!r){if(p<0&&(p=p%eo+eo),p>lf)this._append`A${r},${r},0,1,${m},${e-a},${n-l}A${r},${r},0,1,${m},${this._x1=c},${this._y1=f}`;else if(p>jt){let h=e+r*Math.cos(i),d=n+r*Math.sin(i);if(p>=Ae&&this._equal(c,f,h,d)){p/=2;let y=o+p;this._append`A${r},${r},0,${+(p>=Ae)},${m},${e+r*Math.cos(y)},${n+r*Math.sin(y)}`}this._append`A${r},${r},0,${+(p>=Ae)},${m},${this._x1=h},${this._y1=d}`}}}rect(e,n,r,o){this._append`M${this._x0=this._x1=+e},${this._y0=this._y1=+n}h${r=+r}v${+o}h${-r}Z`}toString(){return this._}};function mf(){return new le}mf.prototype=le.prototype;function V(t){return function(){return t}}var pf=Math.cos;var ro=Math.sin,ce=Math.sqrt,_a=1e-12,Vn=Math.PI,Vd=Vn/2,ka=2*Vn;function Sa(t){let e=3;return t.digits=function(n){if(!arguments.length)return e;if(n==null)e=null;else{let r=Math.floor(n);if(!(r>=0))throw new RangeError(`invalid digits: ${n}`);e=r}return t},()=>new le(e)}var Hd=Array.prototype.slice;function Ma(t){return typeof t=="object"&&"length"in t?t:Array.from(t)}function Ra(t){this._context=t}Ra.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;default:this._context.lineTo(t,e);break}}};function io(t){return new Ra(t)}function Pa(t){return t[0]}function Na(t){return t[1]}function Te(t,e){var n=V(!0),r=null,o=io,i=null,s=Sa(a);t=typeof t=="function"?t:t===void 0?Pa:V(t),e=typeof e=="function"?e:e===void 0?Na:V(e);function a(l){var c,f=(l=Ma(l)).length,m,p=!1,h;for(r==null&&(i=o(h=s())),c=0;c<=f;++c)!(c<f&&n(m=l[c],c,l))===p&&((p=!p)?i.lineStart():i.lineEnd()),p&&i.point(+t(m,c,l),+e(m,c,l));if(h)return i=null,h+""||null}return a.x=function(l){return arguments.length?(t=typeof l=="function"?l:V(+l),a):t},a.y=function(l){return arguments.length?(e=typeof l=="function"?l:V(+l),a):e},a.defined=function(l){return arguments.length?(n=typeof l=="function"?l:V(!!l),a):n},a.curve=function(l){return arguments.length?(o=l,r!=null&&(i=o(r)),a):o},a.context=function(l){return arguments.length?(l==null?r=i=null:i=o(r=l),a):r},a}function $a(t,e,n){var r=null,o=V(!0),i=null,s=io,a=null,l=Sa(c);t=typeof t=="function"?t:t===void 0?Pa:V(+t),e=typeof e=="function"?e:V(e===void 0?0:+e),n=typeof n=="function"?n:n===void 0?Na:V(+n);function c(m){var p,h,d,y=(m=Ma(m)).length,g,_=!1,x,b=new Array(y),w=new Array(y);for(i==null&&(a=s(x=l())),p=0;p<=y;++p){if(!(p<y&&o(g=m[p],p,m))===_)if(_=!_)h=p,a.areaStart(),a.lineStart();else{for(a.lineEnd(),a.lineStart(),d=p-1;d>=h;--d)a.point(b[d],w[d]);a.lineEnd(),a.areaEnd()}_&&(b[p]=+t(g,p,m),w[p]=+e(g,p,m),a.point(r?+r(g,p,m):b[p],n?+n(g,p,m):w[p]))}if(x)return a=null,x+""||null}function f(){return Te().defined(o).curve(s).context(i)}return c.x=function(m){return arguments.length?(t=typeof m=="function"?m:V(+m),r=null,c):t},c.x0=function(m){return arguments.length?(t=typeof m=="function"?m:V(+m),c):t},c.x1=function(m){return arguments.length?(r=m==null?null:typeof m=="function"?m:V(+m),c):r},c.y=function(m){return arguments.length?(e=typeof m=="function"?m:V(+m),n=null,c):e},c.y0=function(m){return arguments.length?(e=typeof m=="function"?m:V(+m),c):e},c.y1=function(m){return arguments.length?(n=m==null?null:typeof m=="function"?m:V(+m),c):n},c.lineX0=c.lineY0=function(){return f().x(t).y(e)},c.lineY1=function(){return f().x(t).y(n)},c.lineX1=function(){return f().x(r).y(e)},c.defined=function(m){return arguments.length?(o=typeof m=="function"?m:V(!!m),c):o},c.curve=function(m){return arguments.length?(s=m,i!=null&&(a=s(i)),c):s},c.context=function(m){return arguments.length?(m==null?i=a=null:a=s(i=m),c):i},c}var Ud=hf(io);function Ca(t){this._curve=t}Ca.prototype={areaStart:function(){this._curve.areaStart()},areaEnd:function(){this._curve.areaEnd()},lineStart:function(){this._curve.lineStart()},lineEnd:function(){this._curve.lineEnd()},point:function(t,e){this._curve.point(e*Math.sin(t),e*-Math.cos(t))}};function hf(t){function e(n){return new Ca(t(n))}return e._curve=t,e}var jd=ce(3);var df=ce(1/3),Gd=df*2;var Aa=ro(Vn/10)/ro(7*Vn/10),zd=ro(ka/10)*Aa,Wd=-pf(ka/10)*Aa;var Qd=ce(3);var Kd=ce(3);var Xd=ce(3)/2,gf=1/ce(12),Yd=(gf/2+1)*3;function St(){}function Hn(t,e,n){t._context.bezierCurveTo((2*t._x0+t._x1)/3,(2*t._y0+t._y1)/3,(t._x0+2*t._x1)/3,(t._y0+2*t._y1)/3,(t._x0+4*t._x1+e)/6,(t._y0+4*t._y1+n)/6)}function so(t){this._context=t}so.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){switch(this._point){case 3:Hn(this,this._x1,this._y1);case 2:this._context.lineTo(this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3,this._context.lineTo((5*this._x0+this._x1)/6,(5*this._y0+this._y1)/6);default:Hn(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function yf(t){this._context=t}yf.prototype={areaStart:St,areaEnd:St,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._y0=this._y1=this._y2=this._y3=this._y4=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x2,this._y2),this._context.closePath();break}case 2:{this._context.moveTo((this._x2+2*this._x3)/3,(this._y2+2*this._y3)/3),this._context.lineTo((this._x3+2*this._x2)/3,(this._y3+2*this._y2)/3),this._context.closePath();break}case 3:{this.point(this._x2,this._y2),this.point(this._x3,this._y3),this.point(this._x4,this._y4);break}}},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._x2=t,this._y2=e;break;case 1:this._point=2,this._x3=t,this._y3=e;break;case 2:this._point=3,this._x4=t,this._y4=e,this._context.moveTo((this._x0+4*this._x1+t)/6,(this._y0+4*this._y1+e)/6);break;default:Hn(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function _f(t){this._context=t}_f.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3;var n=(this._x0+4*this._x1+t)/6,r=(this._y0+4*this._y1+e)/6;this._line?this._context.lineTo(n,r):this._context.moveTo(n,r);break;case 3:this._point=4;default:Hn(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function Ta(t,e){this._basis=new so(t),this._beta=e}Ta.prototype={lineStart:function(){this._x=[],this._y=[],this._basis.lineStart()},lineEnd:function(){var t=this._x,e=this._y,n=t.length-1;if(n>0)for(var r=t[0],o=e[0],i=t[n]-r,s=e[n]-o,a=-1,l;++a<=n;)l=a/n,this._basis.point(this._beta*t[a]+(1-this._beta)*(r+l*i),this._beta*e[a]+(1-this._beta)*(o+l*s));this._x=this._y=null,this._basis.lineEnd()},point:function(t,e){this._x.push(+t),this._y.push(+e)}};var Jd=(function t(e){function n(r){return e===1?new so(r):new Ta(r,e)}return n.beta=function(r){return t(+r)},n})(.85);function Un(t,e,n){t._context.bezierCurveTo(t._x1+t._k*(t._x2-t._x0),t._y1+t._k*(t._y2-t._y0),t._x2+t._k*(t._x1-e),t._y2+t._k*(t._y1-n),t._x2,t._y2)}function ao(t,e){this._context=t,this._k=(1-e)/6}ao.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:Un(this,this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2,this._x1=t,this._y1=e;break;case 2:this._point=3;default:Un(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var Zd=(function t(e){function n(r){return new ao(r,e)}return n.tension=function(r){return t(+r)},n})(0);function uo(t,e){this._context=t,this._k=(1-e)/6}uo.prototype={areaStart:St,areaEnd:St,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._x3=t,this._y3=e;break;case 1:this._point=2,this._context.moveTo(this._x4=t,this._y4=e);break;case 2:this._point=3,this._x5=t,this._y5=e;break;default:Un(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var tg=(function t(e){function n(r){return new uo(r,e)}return n.tension=function(r){return t(+r)},n})(0);function lo(t,e){this._context=t,this._k=(1-e)/6}lo.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:Un(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var eg=(function t(e){function n(r){return new lo(r,e)}return n.tension=function(r){return t(+r)},n})(0);function co(t,e,n){var r=t._x1,o=t._y1,i=t._x2,s=t._y2;if(t._l01_a>_a){var a=2*t._l01_2a+3*t._l01_a*t._l12_a+t._l12_2a,l=3*t._l01_a*(t._l01_a+t._l12_a);r=(r*a-t._x0*t._l12_2a+t._x2*t._l01_2a)/l,o=(o*a-t._y0*t._l12_2a+t._y2*t._l01_2a)/l}if(t._l23_a>_a){var c=2*t._l23_2a+3*t._l23_a*t._l12_a+t._l12_2a,f=3*t._l23_a*(t._l23_a+t._l12_a);i=(i*c+t._x1*t._l23_2a-e*t._l12_2a)/f,s=(s*c+t._y1*t._l23_2a-n*t._l12_2a)/f}t._context.bezierCurveTo(r,o,i,s,t._x2,t._y2)}function La(t,e){this._context=t,this._alpha=e}La.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:this.point(this._x2,this._y2);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3;default:co(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var ng=(function t(e){function n(r){return e?new La(r,e):new ao(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function Ea(t,e){this._context=t,this._alpha=e}Ea.prototype={areaStart:St,areaEnd:St,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1,this._x3=t,this._y3=e;break;case 1:this._point=2,this._context.moveTo(this._x4=t,this._y4=e);break;case 2:this._point=3,this._x5=t,this._y5=e;break;default:co(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var rg=(function t(e){function n(r){return e?new Ea(r,e):new uo(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function Da(t,e){this._context=t,this._alpha=e}Da.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:co(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var og=(function t(e){function n(r){return e?new Da(r,e):new lo(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function bf(t){this._context=t}bf.prototype={areaStart:St,areaEnd:St,lineStart:function(){this._point=0},lineEnd:function(){this._point&&this._context.closePath()},point:function(t,e){t=+t,e=+e,this._point?this._context.lineTo(t,e):(this._point=1,this._context.moveTo(t,e))}};function ba(t){return t<0?-1:1}function xa(t,e,n){var r=t._x1-t._x0,o=e-t._x1,i=(t._y1-t._y0)/(r||o<0&&-0),s=(n-t._y1)/(o||r<0&&-0),a=(i*o+s*r)/(r+o);return(ba(i)+ba(s))*Math.min(Math.abs(i),Math.abs(s),.5*Math.abs(a))||0}function wa(t,e){var n=t._x1-t._x0;return n?(3*(t._y1-t._y0)/n-e)/2:e}function no(t,e,n){var r=t._x0,o=t._y0,i=t._x1,s=t._y1,a=(i-r)/3;t._context.bezierCurveTo(r+a,o+a*e,i-a,s-a*n,i,s)}function oo(t){this._context=t}oo.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=this._t0=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x1,this._y1);break;case 3:no(this,this._t0,wa(this,this._t0));break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){var n=NaN;if(t=+t,e=+e,!(t===this._x1&&e===this._y1)){switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3,no(this,wa(this,n=xa(this,t,e)),n);break;default:no(this,this._t0,n=xa(this,t,e));break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e,this._t0=n}}};function xf(t){this._context=new Ia(t)}(xf.prototype=Object.create(oo.prototype)).point=function(t,e){oo.prototype.point.call(this,e,t)};function Ia(t){this._context=t}Ia.prototype={moveTo:function(t,e){this._context.moveTo(e,t)},closePath:function(){this._context.closePath()},lineTo:function(t,e){this._context.lineTo(e,t)},bezierCurveTo:function(t,e,n,r,o,i){this._context.bezierCurveTo(e,t,r,n,i,o)}};function wf(t){this._context=t}wf.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=[],this._y=[]},lineEnd:function(){var t=this._x,e=this._y,n=t.length;if(n)if(this._line?this._context.lineTo(t[0],e[0]):this._context.moveTo(t[0],e[0]),n===2)this._context.lineTo(t[1],e[1]);else for(var r=va(t),o=va(e),i=0,s=1;s<n;++i,++s)this._context.bezierCurveTo(r[0][i],o[0][i],r[1][i],o[1][i],t[s],e[s]);(this._line||this._line!==0&&n===1)&&this._context.closePath(),this._line=1-this._line,this._x=this._y=null},point:function(t,e){this._x.push(+t),this._y.push(+e)}};function va(t){var e,n=t.length-1,r,o=new Array(n),i=new Array(n),s=new Array(n);for(o[0]=0,i[0]=2,s[0]=t[0]+2*t[1],e=1;e<n-1;++e)o[e]=1,i[e]=4,s[e]=4*t[e]+2*t[e+1];for(o[n-1]=2,i[n-1]=7,s[n-1]=8*t[n-1]+t[n],e=1;e<n;++e)r=o[e]/i[e-1],i[e]-=r,s[e]-=r*s[e-1];for(o[n-1]=s[n-1]/i[n-1],e=n-2;e>=0;--e)o[e]=(s[e]-o[e+1])/i[e];for(i[n-1]=(t[n]+o[n-1])/2,e=0;e<n-1;++e)i[e]=2*t[e+1]-o[e+1];return[o,i]}function vf(t,e){this._context=t,this._t=e}vf.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=this._y=NaN,this._point=0},lineEnd:function(){0<this._t&&this._t<1&&this._point===2&&this._context.lineTo(this._x,this._y),(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line>=0&&(this._t=1-this._t,this._line=1-this._line)},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;default:{if(this._t<=0)this._context.lineTo(this._x,e),this._context.lineTo(t,e);else{var n=this._x*(1-this._t)+t*this._t;this._context.lineTo(n,this._y),this._context.lineTo(n,e)}break}}this._x=t,this._y=e}};var fo=1;function Le(t,e,n,r){return Te().digits(fo).defined(Number.isFinite).x((i,s)=>n(t[s])).y(r)(e)??""}function mo({panel:t,color:e,dash:n,steps:r,values:o,run:i}){return u(M,{children:[u("path",{class:"companion","data-run":i,stroke:e,"stroke-dasharray":n||void 0,d:Le(r,o,t.x,t.y)}),yi(o).map(s=>u("circle",{cx:t.x(r[s]),cy:t.y(o[s]),r:2},s))]})}function Oa({panel:t,lines:e}){return u(M,{children:e.map((n,r)=>u("g",{class:n.isMuted?"one-line muted-line":"one-line","data-line":r,fill:n.color,children:[u(mo,{panel:t,...n}),u("title",{children:n.name})]},n.name))})}function Fa({panel:t,lines:e}){let{top:n,bottom:r,right:o,width:i}=t,s=e.map((c,f)=>{let m=c.values.findLastIndex((p,h)=>Number.isFinite(p)&&c.steps[h]<=t.steps[1]);return{...c,index:f,y:m<0?NaN:Math.min(r,Math.max(n,t.y(c.values[m])))}}).filter(({y:c})=>Number.isFinite(c)).toSorted((c,f)=>c.y-f.y),a=s.filter(({isMuted:c})=>!c),l=ys(a.map(({y:c})=>c),12,n,r);return u("g",{class:"end-labels",children:s.map(c=>{let f=c.isMuted?c.y:l[a.indexOf(c)];return u("g",{class:c.isMuted?"end-label muted-line":"end-label","data-line":c.index,children:[u("path",{d:`M${o-2},${c.y}L${o+5},${f}h4`,stroke:c.color}),u("text",{x:o+12,y:f,dy:"0.32em",children:rt(c.name,Math.floor((i-o-10)/B("x")))})]},c.name)})})}function qa({panel:t,phases:e}){let n=r=>Math.min(t.right,Math.max(t.left,t.x(r)));return u("g",{class:"phase-edges",children:e.map(({kind:r,start_step:o,end_step:i})=>u("rect",{class:`edge ${r}`,x:n(o),y:t.top-4,width:Math.max(0,n(i)-n(o)-1),height:3,children:u("title",{children:`${r}, step ${v(o)} to ${v(i)}`})},o))})}function Ba({panel:t,marks:e}){let n=e.filter(({step:r})=>K(r,t.steps));return u("g",{class:"step-marks",children:n.map(({step:r,before:o="",after:i=""})=>{let s=t.x(r),[a,l]=[s-B(o)>t.left,s+B(i)<t.width];return u("g",{children:[u("line",{class:"held",x1:s,x2:s,y1:t.top,y2:t.bottom}),o&&a&&u("text",{x:s-5,y:t.bottom-6,"text-anchor":"end",children:o}),i&&l&&u("text",{x:s+5,y:t.bottom-6,children:i})]},r)})})}var kf={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0],Home:[0,-1/0],End:[0,1/0]};function fe({ctrlKey:t,metaKey:e,altKey:n}){return t||e||n}function Ha(t,{rows:e,first:n=0,cursor:r,actions:o,run:i,describe:s}){let a=r.current,l=e.findIndex(({key:h})=>h===a?.panel),c=l<0?n:l,f=e[c]?.steps,m=kf[t.key];if(!f||fe(t)||m?.[0]&&e.length<2)return;let p=a?F(f,a.step):-1;if(m){let{key:h,steps:d}=e[Va(c+m[0],e.length)],y=d[Va(p+m[1],d.length)];y!==void 0&&r.move({step:y,panel:h,run:i,byKey:!0,line:s?.(y)})}else if(t.key==="Enter")o.hold(f[p]??null);else if(t.key==="Escape")r.move(null);else return;t.preventDefault()}function Va(t,e){return Math.min(e-1,Math.max(0,t))}function jn({find:t,...e}){let{cursor:n,actions:r,run:o}=e,i=({currentTarget:a,clientX:l,clientY:c})=>{let{left:f,top:m}=a.getBoundingClientRect();return t(l-f,c-m)},s=()=>n.move(null);return{onPointerMove:a=>{let l=i(a);n.move(l&&{...l,run:o,byKey:!1})},onPointerUp:a=>a.button===0&&r.hold(i(a)?.step??null),onPointerLeave:s,onKeyDown:a=>Ha(a,e),onBlur:s}}var Sf=8;function Gn({panel:t,steps:e,x:n,domain:r,cursor:o,actions:i,describe:s}){let a=$(null),[l,c]=T(null),f=e.filter(k=>K(k,r)),m=k=>k.clientX-k.currentTarget.getBoundingClientRect().left,p=k=>a.current!==null&&Math.abs(k-a.current)>=Sf,h=k=>{let P=m(k);p(P)&&c([a.current,P]);let C=f[Re(f,n,P)];C!==void 0&&o.move({step:C,panel:t,byKey:!1,line:s?.(C)})},d=k=>{k.button===0&&k.pointerType==="mouse"&&(a.current=m(k),k.currentTarget.setPointerCapture(k.pointerId)),h(k)},y=k=>{if(k.button!==0)return;let P=m(k);if(p(P)){let[C,H]=[a.current,P].toSorted((Y,G)=>Y-G).map(Y=>Math.round(n.invert(Y)));H>C&&i.zoom([Math.max(r[0],C),Math.min(r[1],H)])}else i.hold(f[Re(f,n,P)]??null);g()},g=()=>{a.current=null,c(null)};return{brush:l,handlers:{onPointerMove:h,onPointerDown:d,onPointerUp:y,onPointerCancel:g,onPointerLeave:()=>{a.current===null&&o.move(null)},onDblClick:()=>i.zoom(null),onKeyDown:k=>{if(!["0","+"].includes(k.key)||fe(k))return Ha(k,{rows:[{key:t,steps:f}],cursor:o,actions:i,describe:s});k.preventDefault(),i.zoom(k.key==="0"?null:Mf(f,o.current?.step??0))},onBlur:()=>o.move(null)}}}function Mf(t,e){let n=Math.max(1,Math.floor(t.length/4)),r=F(t,e),[o,i]=[t[Math.max(0,r-n)],t[Math.min(t.length-1,r+n)]];return o!==void 0&&i!==void 0&&i>o?[o,i]:null}function Rf({lines:t,label:e,quantity:n,stepAxis:r,steps:o,level:i,hasLabels:s,isLog:a},l){let c=Math.max(0,...t.map(({name:d,isMuted:y})=>y?0:B(d))),f=l-(s?Math.min(.32*l,22+c):14),m=t.flatMap(d=>Sn(d,d.values,o)),p=i===void 0?wt(m,[]):kn(wt([...m,i],[]),i),h=(a?Br:Q)(p,[qt.bottom-8,qt.top+8]);return{...Hr(r,o,f),width:l,label:e,quantity:n,y:h}}function Pf({lines:t,quantity:e,steps:n,panel:r,cursor:o,actions:i},{x:s,y:a},l){let c=S(()=>[...new Set(t.flatMap(b=>b.steps))].toSorted((b,w)=>b-w),[t]),[f,m]=da(l),p=b=>{let w=t[f.current];return w&&{name:w.name,value:e.format(ue(w,b))}},{brush:h,handlers:d}=Gn({panel:r,steps:c,x:s,domain:n,cursor:o,actions:i,describe:p}),y=b=>{let w=b.currentTarget.getBoundingClientRect();m(pa(t,s.invert(b.clientX-w.left),b.clientY-w.top,a)),d.onPointerMove(b)},g=b=>()=>{m(-1),b()},_=b=>{let w={ArrowUp:-1,ArrowDown:1}[b.key];if(!w||fe(b))return d.onKeyDown(b);b.preventDefault();let k=o.current?.step??c.at(-1)??0;m(ha(t,k,f.current,w)),o.move({step:k,panel:r,byKey:!0,line:p(k)})},x={onPointerLeave:g(d.onPointerLeave),onBlur:g(d.onBlur)};return{brush:h,handlers:{...d,...x,onPointerMove:y,onKeyDown:_}}}function Nf(t){let{lines:e,label:n,quantity:r,stepAxis:o,steps:i,name:s,level:a,hasLabels:l,isLog:c,phases:f,marks:m,cursor:p}=t,[h,d]=ut(360),y=Qe(),g=S(()=>Rf(t,d),[e,n,r,o,i,a,l,c,d]),{brush:_,handlers:x}=Pf(t,g,h),b=S(()=>u("g",{class:"marks",children:[f&&u(qa,{panel:g,phases:f}),u(qn,{panel:g}),u(Fn,{panel:g}),a!==void 0&&u("line",{class:"level",x1:g.left,x2:g.right,y1:g.y(a),y2:g.y(a)}),m&&u(Ba,{panel:g,marks:m}),u("clipPath",{id:y,children:u("rect",{x:g.left,y:g.top-6,width:g.right-g.left,height:g.bottom-g.top+12})}),u("g",{"clip-path":`url(#${y})`,children:u(Oa,{panel:g,lines:e})}),l&&u(Fa,{panel:g,lines:e})]}),[g,e,a,f,m,l]),w=(m??[]).map(({step:k,before:P,after:C})=>` ${[P,`step ${v(k)}`,C].filter(Boolean).join(", ")}.`);return u("div",{ref:h,class:"chart",children:u("svg",{class:"lines",width:d,height:Bt,viewBox:`0 0 ${d} ${Bt}`,role:"img",tabIndex:0,"aria-label":`${s}: ${n} of ${e.map(k=>k.name).join(", ")}.${w.join("")} Arrow keys move the cursor.`,...x,children:[b,_&&u(Bn,{panel:g,ends:_}),u(ma,{layout:g,cursor:p})]})})}var Ua=at(Nf);function me({title:t,subtitle:e,options:{stepAxis:n,steps:r},table:o,...i}){let{lines:s}=i;return u(kt,{title:t,subtitle:e,table:o??(()=>$f(s)),legend:Cf(s),children:u(Ua,{...i,stepAxis:n,steps:r})})}function $f(t){let e=t[0]?.steps??[];return{columns:["step",...t.map(({name:n})=>n)],rows:e.map((n,r)=>[n,...t.map(({values:o})=>o[r])])}}function Cf(t){let e=t.filter(({isMuted:n})=>!n).map(({name:n,color:r,dash:o})=>({color:r,dash:o,text:n}));return e.length<t.length?[...e,{color:"var(--muted)",text:"the others"}]:e}var zn=["loss_share_hardest_1","loss_share_hardest_5","loss_share_hardest_10"],Wn="fitted_share",po="prototype_agreement",ho="gradient_rows";function ja(t){return t.find(e=>[...zn,Wn,po,ho].some(n=>e.column(n).some(Number.isFinite)))}function Ga(t,e){return t[e.findIndex(n=>n>.5)]??null}function za(t){let e=t.filter(Number.isFinite),[n,r]=[Math.min(...e),Math.max(...e)];return n>0&&r>20*n}var Wa=ie("share",!0),Af=ie("rows",!1);function go({focus:t,options:e,cursor:n,actions:r}){let o=_t(),i=S(()=>ja(t.rows),[t.rows]),s=S(()=>i?Tf(i,o):[],[i,o]),a=S(()=>i?Ga(i.steps,i.column(Wn)):null,[i]),l=S(()=>a===null?[]:[{step:a,before:"prototyping",after:"fitting a few"}],[a]);return!i||!s.length?null:u(M,{children:[u("h2",{class:"section",children:"From the majority to a few"}),u("p",{class:"explanation",children:["At first the network learns what most rows have in common (prototyping); once more than half of them are fitted",a!==null&&` (dashed, step ${v(a)})`,", the loss sits in ever fewer rows, and these few drive the gradient (",u("a",{href:"https://arxiv.org/abs/2202.08299",target:"_blank",rel:"noreferrer",children:"arXiv 2202.08299"}),")."]}),u("div",{class:"panels",role:"group","aria-label":"From the majority to a few",children:s.map(c=>u(me,{...c,name:c.title,panel:i.key,options:e,hasLabels:c.lines.length>1,marks:l,cursor:n,actions:r},c.title))})]})}function Tf(t,e){let n=(s,a,l)=>{let c=t.column(s);return c.some(Number.isFinite)?[{name:a,color:l,steps:t.steps,values:c}]:[]},r=zn.flatMap((s,a)=>n(s,`hardest ${s.split("_").at(-1)} %`,Vt(a,zn.length,e))),o=[...n(Wn,"fitted","var(--accuracy)"),...n(po,"by prototypes","var(--muted)")],i=n(ho,"rows","var(--loss)");return[{title:"Loss of the hardest rows",subtitle:"fit rows",label:"share of the cross-entropy",lines:r,quantity:Wa,isLog:!1},{title:"Rows fitted",subtitle:o.length>1?"or decided by prototypes":"fit rows",label:"share of the rows",lines:o,quantity:Wa,isLog:!1},{title:"Rows in the gradient",subtitle:"of the last layer",label:"effective number of rows",lines:i,quantity:Af,isLog:za(i.flatMap(({values:s})=>s))}].filter(({lines:s})=>s.length)}var Lf={explained:"explained variance",loss:"reconstruction loss"};function Qa(t){let{focus:e,selection:n,select:r}=t,o=S(()=>Ks(e.rows),[e.rows]);if(!o.length)return u(M,{children:[u(Df,{}),u(go,{...t})]});let s=n.kind==="all"||o.includes(n.kind)?n.kind:o[0],a=Object.fromEntries([...o.map(c=>[c,pt(c).name]),...o.length>1?[["all","all"]]:[]]),l=s==="all"?o:[s];return u("section",{"aria-label":"Breakdowns",children:[u(Ef,{...t}),u("div",{class:"view-controls",children:[u(ht,{name:"Parts by",value:s,options:a,choose:c=>r({kind:c})}),u(ht,{name:"Drawn as",value:n.unit,options:Lf,choose:c=>r({unit:c})})]}),u(If,{...t,kinds:l}),u(ua,{...t,kinds:l}),u(go,{...t})]})}function Ef({focus:{rows:t,reports:e}}){let n=t.map(r=>A(e,r.row)?.forgotten).findLast(Boolean);return n?u("p",{class:"headline increase forgotten",children:n}):null}function Df(){return u("section",{class:"empty",children:[u("h2",{children:"This log has no breakdowns"}),u("p",{children:["A breakdown splits the reconstruction loss of a layer by colour, spatial frequency, image position, class, difficulty or principal component of the input, and shows which parts are forgotten first. The probe measures it where"," ",u("code",{children:"quantities"})," is not None and there is something to measure:"]}),u("pre",{children:u("code",{children:'model.fit(x, y, callbacks=[PhaseProbe(quantities=["auto", "component"], log_dir="logs/run1")])'})})]})}function If({focus:t,kinds:e,options:n,selection:r,cursor:o,actions:i}){let s=_t(),{unit:a,step:l}=r,c=S(()=>e.map(m=>({kind:m,panels:t.rows.flatMap(p=>Ff(p,m,a,s)??[])})),[t.rows,e.join(`
`),a,s]),f=S(()=>l===null?[]:[{step:l}],[l]);return u(M,{children:c.map(({kind:m,panels:p})=>u("div",{children:[u("h2",{class:"section",children:[se(p[0]?.breakdown.unit??a)," ",pt(m).title]}),u("div",{class:"panels",role:"group","aria-label":`Parts ${pt(m).title}`,children:p.map(({series:h,breakdown:d,lines:y})=>u(me,{title:L(h,t.rows),subtitle:`by ${pt(m).name}`,lines:y,label:se(d.unit),name:`${L(h,t.rows)}, ${pt(m).title}`,panel:h.key,quantity:Of[d.unit],options:n,hasLabels:!0,phases:A(t.reports,h.row)?.phases,marks:f,cursor:o,actions:i},h.key))})]},m))})}var Of={loss:ie("reconstruction loss",!1),explained:ie("explained variance",!0)};function Ff(t,e,n,r){let o=An(t,e,n);if(!o)return null;let{parts:i}=o,s=!!pt(e).isOrdered,a=Xs(i,s),l=i.map((c,f)=>{let m=!a.has(c.name),p=m?"var(--muted)":Ms(c.name,f,i.length,s,r);return{...c,steps:t.steps,color:p,isMuted:m}});return{series:t,breakdown:o,lines:l}}function Mt({rows:t,advice:e},{key:n}){return!e||e.abstains?null:t.find(({row:r})=>r.layer===e.layer)?.key===n?e.step:null}function Qn({steps:t,column:e},n,r){return n?.minimum_step==null?NaN:Tt(t,e(r),n.minimum_step)}function Kn(t,e){return bt(t,"reconstruction_loss")/Qn(t,e,"reconstruction_loss")-1}function Ka({panel:t,phases:e}){return u("g",{class:"bands",children:e.map(n=>{let r=Math.max(t.left,t.x(n.start_step)),o=Math.max(0,Math.min(t.right,t.x(n.end_step))-r);return u("g",{class:`band ${n.kind}`,children:[u("rect",{x:r,y:t.top,width:o,height:t.bottom-t.top}),u("rect",{class:"edge",x:r,y:t.top,width:o,height:3}),o>B(n.kind)+4&&u("text",{x:r+o/2,y:t.top+15,"text-anchor":"middle",children:n.kind})]},n.start_step)})})}function Xa({panel:t}){let[e,n]=t.y.domain(),r=t.references.filter(({value:i})=>i>=e&&i<=n),o=t.references.filter(i=>!r.includes(i));return u("g",{class:"references",children:[r.map(({label:i,value:s})=>{let a=s>(e+n)/2&&i!=="untrained";return u("g",{class:"reference",children:[u("line",{x1:t.left,x2:t.right,y1:t.y(s),y2:t.y(s)}),u("text",{x:a?t.left+4:t.right-4,y:t.y(s)+(a?12:-4),"text-anchor":a?"start":"end",children:i})]},i)}),u("text",{class:"outside",x:2,y:t.bottom+30,children:o.map(({label:i,value:s})=>`${i} ${O(s)}`).join(", ")})]})}function Ya({panel:t,series:e}){let{values:n,band:[r,o],x:i,y:s}=t,a=$a().digits(fo).defined(Number.isFinite).x((l,c)=>i(e.steps[c])).y0((l,c)=>s(r[c])).y1((l,c)=>s(o[c]));return u("g",{class:"curve loss",children:[u("path",{class:"spread",d:a(n)??""}),u("path",{class:"line",d:Le(e.steps,n,i,s)}),u(Za,{panel:t,steps:e.steps,values:n,y:s})]})}function Ja({panel:t,series:{steps:e,column:n}}){let r=t.accuracy;if(!r)return null;let[o,i]=[n("probe_accuracy"),n("model_accuracy")];return u("g",{class:"curve accuracy",children:[i.some(Number.isFinite)&&u("path",{class:"own",d:Le(e,i,t.x,r)}),u("path",{class:"line",d:Le(e,o,t.x,r)}),u(Za,{panel:t,steps:e,values:o,y:r})]})}function Za({panel:t,steps:e,values:n,y:r}){return(t.right-t.left)/e.filter(o=>K(o,t.steps)).length<5?null:u(M,{children:e.map((o,i)=>Number.isFinite(n[i])&&u("circle",{cx:t.x(o),cy:r(n[i]),r:2},o))})}function tu({panel:t,companions:e}){return u("g",{class:"companions",children:e.map(({series:n,...r})=>u("g",{fill:r.color,children:u(mo,{panel:t,...r,steps:n.steps,values:t.quantity.read(n)})},r.run))})}function eu({panel:t,series:e}){return u("g",{class:"flag-marks",children:Xt(e).map((n,r)=>{if(!n.length)return null;let[o,i]=[e.steps[r],t.values[r]];return Number.isFinite(i)?u("circle",{cx:t.x(o),cy:t.y(i),r:5},o):u("path",{d:"M-3.5,-3.5L3.5,3.5M-3.5,3.5L3.5,-3.5",transform:`translate(${t.x(o)},${t.bottom-9})`},o)})})}function Ee(t,e,n=-20,r=1){let o=4*-Math.sign(n);return`M${t},${e}v${n}l${10*r},${o}l${-10*r},${o}`}function nu({panel:t,series:e,step:n}){let r=t.values[e.steps.indexOf(n)]??NaN;if(!Number.isFinite(r)||!K(n,t.steps))return null;let[o,i,s]=[t.x(n),t.y(r),`keep ${v(n)}`],a=i-30>t.top+18?-1:1,l=o-14-B(s)>t.left?-1:1;return u("g",{class:"kept",children:[u("title",{children:`advised: keep step ${v(n)}`}),u("path",{d:Ee(o,i,28*a,l)}),u("text",{x:o+13*l,y:i+24*a,dy:"0.32em","text-anchor":l>0?"start":"end",children:s})]})}function qf(t,e){return e.quantity.key==="loss"?t.has_increase?"minimum at":"lowest so far, at":t.has_increase?"loss minimum at":"lowest loss so far, at"}function ru({panel:t,series:e,report:n}){let r=n.minimum_step;if(r==null)return null;let o=t.values[e.steps.indexOf(r)]??NaN;if(!Number.isFinite(o))return null;let i=t.x(r);if(i<t.left||i>t.right)return null;let[s,a]=n.minimum_interval??[r,r],l=`${qf(n,t)} step ${v(r)}`,c=3.8*l.length,f=Math.min(Math.max(i,t.left+c+4),t.right-c-4);return u("g",{class:"minimum",children:[u("line",{class:"interval",x1:Math.max(t.left,t.x(s)),x2:Math.min(t.right,t.x(a)),y1:t.bottom-3,y2:t.bottom-3}),u("line",{class:"foot",x1:i,x2:i,y1:t.y(o),y2:t.bottom}),u("circle",{cx:i,cy:t.y(o),r:4.5}),u("text",{x:f,y:t.bottom-9,"text-anchor":"middle",children:l})]})}var Bf={constant:"as untrained",decrease:"learns to carry its input",increase:"forgets it"};function ou({focus:t,options:e,others:n,colors:r,dashes:o}){let{rows:i}=t,s=i.some(a=>Xt(a).some(({length:l})=>l));return u("section",{class:"legend","aria-label":"Legend",children:[u("ul",{children:[Object.entries(Bf).map(([a,l])=>u("li",{children:[u(Hf,{kind:a})," ",u("b",{children:a})," ",l]},a)),u(Vf,{rows:i,options:e}),u("li",{children:[u("svg",{width:26,height:16,class:"minimum","aria-hidden":"true",children:[u("line",{class:"interval",x1:1,x2:25,y1:13,y2:13}),u("circle",{cx:13,cy:6,r:4.5})]}),"minimum and its interval"]}),u(yo,{runs:[t]}),s&&u("li",{children:[u("svg",{width:26,height:14,class:"flag-marks","aria-hidden":"true",children:u("circle",{cx:13,cy:7,r:5})}),"record with a remark"]})]}),e.quantity.key!=="loss"&&u("p",{children:"Phases and minimum are those of the reconstruction loss."}),n.length>0&&u(_o,{others:n,colors:r,dashes:o})]})}function yo({runs:t}){return t.some(e=>e.rows.some(n=>Mt(e,n)!==null))?u("li",{children:[u("svg",{width:26,height:16,class:"kept","aria-hidden":"true",children:u("path",{d:Ee(8,15,-13)})}),"step that is advised to keep"]}):null}function Vf({rows:t,options:{quantity:e,accuracyDomain:n}}){let r=t.some(({spread:o})=>o);return u(M,{children:[u("li",{children:[u("svg",{width:26,height:14,class:"curve loss","aria-hidden":"true",children:[u("path",{class:"spread",d:"M0,3H26V11H0Z"}),u("path",{class:"line",d:"M0,7H26"})]}),e.label,r?", mean, lowest to highest seed":e.readErrors&&" \xB1 standard error"]}),n&&e.key!=="accuracy"&&u("li",{children:[u("svg",{width:26,height:14,class:"curve accuracy","aria-hidden":"true",children:u("path",{class:"line",d:"M0,7H26"})}),"probe accuracy, shared scale"]}),n&&t[0]?.column("model_accuracy").some(Number.isFinite)&&u("li",{children:[u("svg",{width:26,height:14,class:"curve accuracy","aria-hidden":"true",children:u("path",{class:"own",d:"M0,7H26"})}),"accuracy of the model itself"]})]})}function _o({others:t,colors:e,dashes:n}){return u("ul",{class:"keys","aria-label":"Runs",children:t.map(r=>u("li",{children:[u(De,{color:e.get(r.summary.run),dash:n.get(r.summary.run)})," ",j(r)]},r.summary.run))})}function De({color:t,dash:e}){return u("svg",{width:26,height:10,class:"stroke","aria-hidden":"true",children:u("path",{d:"M0,5H26",stroke:t,"stroke-width":2,"stroke-dasharray":e||void 0})})}function Hf({kind:t}){return u("svg",{width:26,height:14,class:`band ${t}`,"aria-hidden":"true",children:[u("rect",{width:26,height:14}),u("rect",{class:"edge",width:26,height:3})]})}function iu(t){let{focus:e,others:n}=t;return u("section",{children:[u(Uf,{...t}),n.length>0?u(Wf,{...t}):u("p",{class:"muted",children:["Choose further runs under ",u("b",{children:"Beside it"})," to see their differences to ",j(e),"."]})]})}var pe=[Xn("run",({run:t})=>j(t)),Xn("layer",({series:t})=>t.row.layer),Xn("decoder",({series:t})=>t.row.decoder),Xn("phase now",({report:t})=>t?.phases?.at(-1)?.kind??null),lt("minimum at step",({report:t})=>t?.minimum_step,v),lt("from step",({report:t})=>t?.minimum_interval?.[0],v),lt("to step",({report:t})=>t?.minimum_interval?.[1],v),lt("advised step",({run:t,series:e})=>Mt(t,e),v),lt("loss at minimum",({series:t,report:e})=>Qn(t,e,"reconstruction_loss"),O),lt("last loss",({series:t})=>bt(t,"reconstruction_loss"),O),lt("rise since",({series:t,report:e})=>Kn(t,e),U),lt("accuracy at minimum",({series:t,report:e})=>Qn(t,e,"probe_accuracy"),U),lt("best accuracy",({series:t})=>ot(t)?.accuracy,U),lt("at step",({series:t})=>ot(t)?.step,v)];function Xn(t,e){return{name:t,value:e,show:n=>e(n)??"\u2013"}}function lt(t,e,n){let r=o=>e(o)??null;return{name:t,value:r,show:o=>Ie(r(o))?"\u2013":n(r(o))}}function Uf({focus:t,others:e,colors:n,dashes:r}){let[o,i]=T({place:-1,down:!1}),s=S(()=>[t,...e].flatMap(c=>Gf(c)),[t,e]),a=S(()=>zf(s,o),[s,o]),l=()=>({columns:pe.map(({name:c})=>c),rows:a.map(c=>pe.map(({value:f})=>f(c)))});return u("div",{class:"minima",children:[u("div",{class:"scroll",children:u("table",{children:[u(jf,{sort:o,setSort:i}),u("tbody",{children:a.map(c=>u("tr",{children:pe.map(({name:f,show:m},p)=>u("td",{class:p>=su?"number":"",children:[p===0&&u(De,{color:n.get(c.run.summary.run),dash:r.get(c.run.summary.run)}),m(c)]},f))},`${c.run.summary.run} ${c.series.key}`))})]})}),u("p",{class:"row",children:[u("button",{onClick:()=>vt(En(l()),"phase minima","csv","text/csv"),children:"CSV"}),u("button",{onClick:()=>vt(Dn(l()),"phase minima","json","application/json"),children:"JSON"}),u("span",{class:"muted",children:"The advised step is that of the last layer, where the record tells one. At its minimum a layer begins to forget its input; it is not the best checkpoint for every task."})]})]})}function jf({sort:t,setSort:e}){return u("thead",{children:u("tr",{children:pe.map(({name:n},r)=>u("th",{scope:"col",class:r>=su?"number":"","aria-sort":t.place===r?t.down?"descending":"ascending":"none",children:u("button",{onClick:()=>e({place:r,down:t.place===r&&!t.down}),children:[n," ",t.place===r&&(t.down?"\u2193":"\u2191")]})},n))})})}function Gf(t){return t.rows.map(e=>({run:t,series:e,report:A(t.reports,e.row)}))}var su=pe.findIndex(({name:t})=>t==="minimum at step");function zf(t,{place:e,down:n}){let r=pe[e];return r?t.toSorted((o,i)=>{let[s,a]=[r.value(o),r.value(i)];if(Ie(s)||Ie(a))return Number(Ie(s))-Number(Ie(a));let l=typeof s=="number"?s-a:String(s).localeCompare(String(a),"en",{numeric:!0});return n?-l:l}):t}function Ie(t){return t===null||typeof t=="number"&&!Number.isFinite(t)}function Wf({focus:t,others:e,colors:n,dashes:r,options:o,cursor:i,actions:s}){let{quantity:a}=o,l=S(()=>t.rows.map(m=>({series:m,lines:Qf(m,e,n,a,r)})).filter(({lines:m})=>m.length),[t.rows,e,n,r,a]),c=new Set(l.flatMap(({lines:m})=>m.map(p=>p.name))),f=j(t);return u(M,{children:[u("h2",{class:"section",children:[a.label,": difference to ",f]}),!l.length&&u("p",{class:"muted",children:["None of the other runs has a layer of ",f," by the same name and decoder."]}),u(_o,{others:e.filter(m=>c.has(j(m))),colors:n,dashes:r}),u("div",{class:"panels","aria-label":"Differences",children:l.map(({series:m,lines:p})=>u(me,{title:L(m,t.rows),subtitle:`${a.label}, run minus ${f}`,table:()=>({columns:["run","step",`difference of ${a.label}`],rows:p.flatMap(h=>h.steps.map((d,y)=>[h.name,d,h.values[y]]))}),lines:p,label:"difference",name:`${L(m,t.rows)}, difference of ${a.label}`,panel:m.key,quantity:a,options:o,level:0,cursor:i,actions:s},m.key))})]})}function Qf(t,e,n,r,o){let i=new Map(t.steps.map((s,a)=>[s,r.read(t)[a]]));return e.flatMap(s=>{let a=s.rows.find(({key:f})=>f===t.key);if(!a)return[];let l=r.read(a),c=a.steps.flatMap((f,m)=>i.has(f)?[[f,l[m]-i.get(f)]]:[]);return[{name:j(s),color:n.get(s.summary.run),dash:o?.get(s.summary.run),steps:c.map(([f])=>f),values:c.map(([,f])=>f)}]})}var au=["curves","map","compare"],Kf=[...au,"breakdowns"];function uu(t){let{runs:e,focus:n,layers:r,quantities:o,selection:i,select:s}=t,a=new Set(e.map(({run:l})=>Pe(l))).size<e.length;return u("header",{class:"controls",children:[u(et,{title:"Run",kind:"run",value:n,options:e.map(l=>[l.run,Zf(l)]),choose:l=>s({run:l})}),e.length>1&&u(Xf,{...t}),r.length>1&&u(lu,{name:"Layers",items:r.map(l=>({value:l,label:l})),chosen:Cn(r,i.layers)??r,choose:l=>s({layers:l.length===r.length?null:l})}),au.includes(i.view)&&u(et,{title:"Quantity",value:Ht(o,i.metric).key,options:o.map(({key:l,label:c})=>[l,c]),choose:l=>s({metric:l})}),Kf.includes(i.view)&&u(ht,{name:"Step axis",value:i.stepAxis,options:{log:"log(1 + step)",linear:"linear"},choose:l=>s({stepAxis:l})}),a&&u("label",{class:"switch",children:[u("input",{type:"checkbox",checked:i.grouped,onChange:()=>s({grouped:!i.grouped})}),"Mean over seeds"]}),i.zoom&&u("button",{class:"chip",onClick:()=>s({zoom:null}),children:["steps ",i.zoom.map(v).join("\u2013")," \u2715"]}),i.step!==null&&u("button",{class:"chip",onClick:()=>s({step:null}),children:["held at step ",v(i.step)," \u2715"]})]})}function Xf({runs:t,focus:e,others:n,colors:r,dashes:o,select:i}){let s=t.filter(({run:a})=>a!==e).map(({run:a})=>({value:a,label:Ct(a),color:r.get(a),dash:o.get(a)}));return u(lu,{name:"Beside it",items:s,chosen:n,choose:a=>i({others:a})})}var Yf=10;function lu({name:t,items:e,chosen:n,choose:r}){let[o,i]=T(""),s=e.map(({value:f})=>f).filter(f=>n.includes(f)),a=e.filter(({label:f})=>f.toLowerCase().includes(o.toLowerCase())),l=f=>r(e.map(m=>m.value).filter(m=>m===f!==s.includes(m))),c=a.map(({value:f})=>f);return u("div",{children:[u("span",{class:"control-name",children:t}),u(Jf,{label:`${s.length} of ${e.length}`,name:t,children:[e.length>Yf&&u("input",{type:"search",placeholder:"filter","aria-label":`Filter ${t}`,value:o,onInput:f=>i(f.currentTarget.value)}),u("div",{class:"row",children:[u("button",{onClick:()=>r([...new Set([...s,...c])]),children:"all"}),u("button",{onClick:()=>r(s.filter(f=>!c.includes(f))),children:"none"})]}),u("ul",{children:a.map(({value:f,label:m,color:p,dash:h})=>u("li",{children:u("label",{children:[u("input",{type:"checkbox",checked:s.includes(f),onChange:()=>l(f)}),p&&u(De,{color:p,dash:h}),m]})},f))})]})]})}function Jf({label:t,name:e,children:n}){return u("details",{class:"dropdown",onFocusOut:In,onKeyDown:On,children:[u("summary",{"aria-label":`${e}: ${t}`,children:[t," \u25BE"]}),u("div",{tabIndex:-1,children:n})]})}function Zf({run:t,num_steps:e,last_step:n,error:r}){let o=n===null?"no probe step":`${tn(e,"probe step")} to step ${v(n)}`;return`${Ct(t)} \xB7 ${r?"damaged, ":""}${o}`}var tm={curves:"Curves",portrait:"Phase portrait",map:"Heat map",images:"Reconstructions",compare:"Compare",breakdowns:"Breakdowns"};function cu({view:t,choose:e}){return u("nav",{class:"views",role:"tablist","aria-label":"Views",onKeyDown:r=>{let o={ArrowLeft:-1,ArrowRight:1}[r.key];if(!o||fe(r))return;r.preventDefault();let i=Ut[(Ut.indexOf(t)+o+Ut.length)%Ut.length];e(i),r.currentTarget.querySelector(`[data-view="${i}"]`).focus()},children:Ut.map(r=>u("button",{role:"tab",id:`tab-${r}`,"aria-controls":"view","data-view":r,"aria-selected":r===t,tabIndex:r===t?0:-1,onClick:()=>e(r),children:tm[r]},r))})}var em='model.fit(x, y, callbacks=[PhaseProbe(log_dir="logs/run1")])';function fu(){return u("main",{class:"empty",children:[u(rm,{}),u("h1",{children:"Installed, waiting for the first probe step"}),u("p",{children:"Add one callback to your training. The first point, the untrained network, appears at once."}),u("pre",{children:u("code",{children:[u("span",{class:"muted",children:"from keras_phases import PhaseProbe"}),`

`,em]})}),u("p",{class:"muted",children:["Training already? TensorBoard must watch the same folder, ",u("code",{children:"tensorboard --logdir logs"}),", and its reload button fetches new steps."]})]})}var nm=[["constant",0,80],["decrease",80,100],["increase",180,100]];function rm(){return u("svg",{class:"empty-curve",width:280,height:92,viewBox:"0 0 280 92","aria-hidden":"true",children:[nm.map(([t,e,n])=>u("g",{class:`band ${t}`,children:[u("rect",{x:e,width:n,height:78}),u("text",{x:e+n/2,y:14,"text-anchor":"middle",children:t})]},t)),u("g",{class:"curve loss",children:u("path",{class:"line",d:"M2,32L80,33C110,34 140,62 180,62S250,36 278,26"})}),u("g",{class:"axis",children:u("line",{x2:280,y1:78,y2:78})})]})}function mu({focus:{rows:t,reports:e,advice:n}}){let r=t.at(-1);if(!r||!e.length)return null;let o=A(e,r.row);return u("div",{class:`headline ${o?.phases?.at(-1)?.kind??""}`,role:"status",children:[u("p",{children:[L(r,t),": ",o?.description??"phases not found","."]}),n&&u("p",{children:n.text}),o?.has_increase&&u("p",{class:"muted",children:["At its minimum a layer begins to forget its input. It is not the best checkpoint for every task, and full fine-tuning can still gain from longer pre-training (",u("a",{href:"https://arxiv.org/abs/2203.04668",target:"_blank",rel:"noreferrer",children:"Deng et al., ICCV 2023"}),")."]})]})}var Gt={top:8,right:12,bottom:66},hu=6.6;function om({rows:t,reports:e,quantity:n,colors:r,stepAxis:o,steps:i},s){let a=t.map(g=>L(g,t)),l=Math.min(.3*s,14+hu*Math.max(4,...a.map(({length:g})=>g))),c=s-Gt.right,f=t.length>24?14:t.length>12?20:28,m=Ft(o,i,[l+6,c-6]),p=t.map(g=>n.read(g)),h=pu(p.flat()),d=t.map((g,_)=>{let[x,b]=r==="shared"?h:pu(p[_]),w=A(e,g.row)?.minimum_step??-1;return{series:g,name:a[_],top:Gt.top+_*f,values:p[_],low:x,high:b,edges:im(g.steps.map(k=>m(k)),l,c),minimum:g.steps.indexOf(w)}}),y=Gt.top+t.length*f;return{width:s,height:y+Gt.bottom,left:l,right:c,bottom:y,cell:f,x:m,rows:d}}function pu(t){let[e=0,n=1]=ii(t.filter(Number.isFinite));return[e,n]}function im(t,e,n){let r=i=>Math.min(n,Math.max(e,i)),o=(n-e)/40;return t.map((i,s)=>{let a=s?(i-t[s-1])/2:void 0,l=s<t.length-1?(t[s+1]-i)/2:void 0;return[r(i-(a??l??o)),r(i+(l??a??o))]})}function sm({held:t,cursor:e,actions:n,name:r,run:o,...i}){let{rows:s,reports:a,quantity:l,colors:c,stepAxis:f,steps:m}=i,[p,h]=ut(640),d=S(()=>om(i,h),[s,a,l,c,f,m,h]),y=(_,x)=>{let b=d.rows[Math.floor((x-Gt.top)/d.cell)];if(!b)return null;let{key:w,steps:k}=b.series;return{step:k[Re(k,d.x,_)],panel:w}},g=S(()=>u(M,{children:[d.rows.map(_=>u(am,{row:_,cell:d.cell,left:d.left,quantity:l},_.series.key)),u("g",{class:"axis axis-step",children:[u(to,{...d,stepAxis:f,steps:m}),u("line",{x1:d.left,x2:d.right,y1:d.bottom,y2:d.bottom})]}),u(um,{layout:d,quantity:l,colors:c})]}),[d,l,f,m,c]);return u("div",{ref:p,class:"chart",children:u("svg",{class:"heat-map",width:h,height:d.height,viewBox:`0 0 ${h} ${d.height}`,role:"img",tabIndex:0,"aria-label":`${r}: ${l.label} of ${s.length} layers at every probe step. Arrow keys move the cursor.`,...jn({rows:s,cursor:e,actions:n,run:o,find:y}),children:[g,t!==null&&K(t,m)&&u("line",{class:"held",x1:d.x(t),x2:d.x(t),y1:Gt.top,y2:d.bottom}),u(lm,{layout:d,cursor:e})]})})}var du=at(sm);function am({row:t,cell:e,left:n,quantity:r}){let{name:o,top:i,values:s,low:a,high:l,edges:c,minimum:f}=t,m=rt(o,Math.floor((n-13)/hu)),p=c[f]&&(c[f][0]+c[f][1])/2;return u("g",{children:[u("text",{x:n-6,y:i+e/2,dy:"0.32em","text-anchor":"end",children:[m,m!==o&&u("title",{children:o})]}),c.map(([h,d],y)=>{let g=s[y];if(d<=h)return null;if(!Number.isFinite(g))return u("rect",{class:"missing",x:h,y:i,width:d-h,height:e-1},y);let _=l>a?(g-a)/(l-a):.5;return u("rect",{x:h,y:i,width:d-h+.4,height:e-1,fill:Pn(_)},y)}),p!==void 0&&r.better==="low"&&u("g",{children:[u("title",{children:"reconstruction minimum"}),["rim","lowest"].map(h=>u("circle",{class:h,cx:p,cy:i+(e-1)/2,r:Math.min(5,e/4)},h))]})]})}function um({layout:t,quantity:e,colors:n}){let[r,o]=[t.rows[0]?.low??0,t.rows[0]?.high??1],i=Math.min(220,t.right-t.left),s=n==="shared"?[e.format(r),e.format(o)]:["lowest of the layer","highest"];return u("g",{class:"color-legend",transform:`translate(${t.left},${t.bottom+36})`,children:[Array.from({length:44},(a,l)=>u("rect",{x:l*i/44,width:i/44+.5,height:10,fill:Pn(l/43)},l)),u("text",{y:24,children:s[0]}),u("text",{x:i,y:24,"text-anchor":"end",children:s[1]}),u("text",{x:i+10,y:9,children:e.label})]})}function lm({layout:t,cursor:e}){let n=$(null);return ft(e,r=>{let[o,i]=n.current.children,s=t.rows.find(({series:c})=>c.key===r?.panel)??t.rows[0];if(n.current.toggleAttribute("data-shown",!!(r&&s)),!r||!s)return;let[a,l]=s.edges[F(s.series.steps,r.step)]??[0,0];o.setAttribute("transform",`translate(${(a+l)/2},0)`),i.style.display=s.series.key===r.panel?"":"none",i.setAttribute("x",String(a)),i.setAttribute("y",String(s.top)),i.setAttribute("width",String(Math.max(0,l-a)))},[t]),u("g",{ref:n,class:"cursor","aria-hidden":"true",children:[u("line",{y1:Gt.top,y2:t.bottom}),u("rect",{class:"frame",height:t.cell-1})]})}function Yn({focus:t,others:e,selection:n,cursor:r,actions:o,subtitle:i,tabulate:s,legend:a,draw:l}){let c=[t,...e];return u("div",{class:c.length>1?"panels portraits":"panels single",children:c.map(f=>{let{summary:m,rows:p,reports:h,advice:d}=f,y=j(f);return u(kt,{title:y,subtitle:i,table:()=>s(f),legend:a?.(f),wide:c.length===1,children:l({name:y,run:m.run,rows:p,reports:h,advice:d,held:n.step,cursor:r,actions:o})},m.run)})})}var cm={each:"each layer by itself",shared:"one scale for all layers"};function gu(t){let{quantity:e,stepAxis:n,steps:r}=t.options,[o,i]=T("each");return u("section",{children:[u("div",{class:"view-controls",children:u(ht,{name:"Colours",value:o,options:cm,choose:i})}),u(Yn,{...t,subtitle:`${e.label} (${e.unit})`,tabulate:s=>fm(s,e),draw:s=>u(du,{...s,quantity:e,colors:o,stepAxis:n,steps:r})})]})}function fm({rows:t},e){let n=t[0]?.steps??[],r=t.map(o=>[o.row.layer,o.row.decoder,...e.read(o)]);return{columns:["layer","decoder",...n.map(o=>`step ${o}`)],rows:r}}var mm=700;function yu({focus:t,selection:e,select:n,source:r}){let o=pm(r,t);return o===void 0?u("p",{class:"muted",children:"Loading \u2026"}):typeof o=="string"?u("p",{class:"problem",children:o}):o.steps.length?u(dm,{listing:o,focus:t,selection:e,select:n,source:r}):u(hm,{problem:o.error})}function pm(t,{summary:e}){let[n,r]=T();return z(()=>{let o=!0;return t.fetchImages(e.run).catch(i=>i.message).then(i=>o&&r({run:e.run,listing:i})),()=>{o=!1}},[t,e.run,e.last_step,e.last_wall_time]),n?.run===e.run?n.listing:void 0}function hm({problem:t}){return u("section",{class:"empty",children:[u("h2",{children:"This run has no reconstructed images"}),u("p",{children:t??"The probe keeps the reconstructions of a few held-out examples where the input is an image of one or three channels:"}),u("pre",{children:u("code",{children:'model.fit(x, y, callbacks=[PhaseProbe(images=8, log_dir="logs/run1")])'})})]})}function dm({listing:t,focus:e,selection:n,select:r,source:o}){let{steps:i,num_examples:s,labels:a,error:l}=t,[c,f]=T(null),m=c!==null&&c<s?c:null,p=n.step===null?i.length-1:F(i,n.step),h=ym(t,e,i[p],n.from);z(()=>{if(!(p+1>=i.length))for(let{row:g}of h)new Image().src=o.imageUrl(t,p+1,g)},[t,p,o]);let{against:d}=n,y=(g,_)=>{let x=o.imageUrl(t,p,g,_===null),w=d&&_!==null?{input:()=>o.imageUrl(t,p,g,!0),step:()=>o.imageUrl(t,_,g)}[d]():void 0,k=m===null?Array.from({length:s},(C,H)=>H):[m],P={url:x,over:w,count:s,size:t.rows[g].size,isLarge:m!==null,isFaint:d==="step"};return k.map(C=>u(vm,{at:C,...P},C))};return u("section",{class:"images","aria-label":"Reconstructions",children:[l&&u("p",{class:"problem",children:l}),u("div",{class:"view-controls",children:[u(_m,{steps:i,index:p,show:g=>r({step:i[g]})}),u(et,{title:"Example",value:String(m??""),options:gm(s,a),choose:g=>f(Ce(g))}),u(xm,{steps:i,selection:n,select:r})]}),d==="step"&&u("p",{class:"explanation",children:"Absolute difference between the reconstructions at two steps, twice as bright: what the layer lost or learned since."}),u("div",{class:m===null?"strips":"strips large",children:[u("figure",{children:[u("figcaption",{children:u("b",{children:"input"})}),u("div",{children:y(h.at(-1)?.row??0,null)})]}),h.map(({key:g,row:_,from:x,...b})=>u("figure",{children:[u(bm,{...b,before:d==="step"?i[x]:null}),u("div",{children:y(_,x)})]},g))]})]})}function gm(t,e){let n=Array.from({length:t},(r,o)=>`${o+1}${e?` \xB7 class ${e[o]}`:""}`);return[["","all"],...n.map((r,o)=>[String(o),r])]}function ym(t,{rows:e,reports:n},r,o){let{steps:i}=t;return t.rows.flatMap(({layer:s,decoder:a},l)=>{let c=e.find(({row:d})=>d.layer===s&&d.decoder===a);if(!c)return[];let f=c.column("reconstruction_loss"),m=Tt(c.steps,f,r);if(!Number.isFinite(m))return[];let p=F(i,o??A(n,c.row)?.minimum_step??i[0]),h=Tt(c.steps,f,i[p]);return[{key:c.key,layer:s,decoder:a,row:l,loss:m,from:p,lossBefore:h}]})}function _m({steps:t,index:e,show:n}){let[r,o]=T(!1);z(()=>{if(!r)return;let s=setTimeout(()=>n((e+1)%t.length),mm);return()=>clearTimeout(s)},[r,e,t]);let i=v(t[e]);return u(M,{children:[u("button",{"aria-pressed":r,onClick:()=>o(!r),children:r?"\u23F8 pause":"\u25B6 play"}),u("label",{class:"slider",children:[u("span",{class:"control-name",children:["Step ",i]}),u("input",{type:"range",name:"step",min:0,max:t.length-1,value:e,"aria-valuetext":`step ${i}`,onInput:s=>n(Number(s.currentTarget.value))})]})]})}function bm({layer:t,decoder:e,loss:n,lossBefore:r,before:o}){return u("figcaption",{children:[u("b",{children:t})," ",u("span",{class:"muted",children:e}),u("br",{}),u("span",{class:"muted",children:["loss ",o!==null&&`${O(r)} at step ${v(o)}, now `,O(n)]})]})}function xm({steps:t,selection:e,select:n}){let{against:r,from:o}=e,i=s=>{n(s==="minimum"?{against:"step",from:null}:s==="input"||s===""?{against:s||null}:{against:"step",from:Number(s)})};return u(et,{title:"Difference to",name:"against",value:r==="step"?String(o??"minimum"):r??"",options:[["","nothing"],["input","the input"],["minimum","the reconstruction minimum"],...$e(t,o)],choose:i})}var wm=2;function vm({url:t,over:e,at:n,count:r,size:[o,i],isLarge:s,isFaint:a}){let l=Math.max(1,Math.round((s?128:64)/i)),c=[t,...e?[e]:[]].map(f=>`url("${f.replaceAll('"',"%22")}")`);return u("span",{class:"example",role:"img","aria-label":`example ${n+1}`,style:{width:`${l*i}px`,height:`${l*o}px`,backgroundImage:c.join(","),backgroundSize:`${r*100}% 100%`,backgroundPosition:r>1?`${100*n/(r-1)}% 0`:"0 0",backgroundBlendMode:e?"difference":"normal",filter:e&&a?`brightness(${wm})`:void 0}})}function _u({rows:t,reports:e}){let n=[...t.some(ot)?[]:[km(t)],...Sm(t).map(([r,o])=>o.length===t.length?`Whole run: ${_e(r)}.`:`${o.join(", ")}: ${_e(r)}.`),...t.flatMap(r=>{let o=A(e,r.row)?.error;return o?[`${L(r,t)}: phases not found. ${o}`]:[]})];return n.length?u("ul",{class:"notes",children:n.map(r=>u("li",{children:r},r))}):null}function km(t){return t.some(({flags:n})=>n().some(r=>r.includes("no_labels")))?"No labels reached the probe, so there is no probe accuracy to draw.":"No probe accuracy was measured, so there is none to draw."}function Sm(t){let e=new Map;for(let n of t)for(let r of wr(n))e.set(r,[...e.get(r)??[],L(n,t)]);return e.delete("no_labels"),[...e]}function bu({summary:t}){let e=Object.entries(t.layout?.run??{}).filter(([n])=>n!=="columns");return e.length?u("details",{class:"settings",children:[u("summary",{children:"Measured with"}),u("dl",{children:e.map(([n,r])=>u("div",{children:[u("dt",{children:n}),u("dd",{children:typeof r=="string"?r:JSON.stringify(r)})]},n))})]}):null}var Mm=["loss","limit","explained"];function Rm({series:t,report:e,kept:n,companions:r,options:o},i){let s=Qe(),a=Mm.includes(o.quantity.key),l=[i.left,i.right,i.stepAxis,...i.steps],c=S(()=>u(Ka,{panel:i,phases:e?.phases??[]}),[e,...l]),f=S(()=>u(Fn,{panel:i}),l),m=S(()=>[u(la,{panel:i}),u(Ja,{panel:i,series:t})],[t,o.accuracyDomain,i.accuracy===null,...l]);return S(()=>u("g",{class:"marks",children:[c,u(qn,{panel:i}),m[0],f,u("clipPath",{id:s,children:u("rect",{x:i.left,y:i.top-6,width:i.right-i.left,height:i.bottom-i.top+12})}),u("g",{"clip-path":`url(#${s})`,children:[u(tu,{panel:i,companions:r}),m[1],u(Ya,{panel:i,series:t}),u(eu,{panel:i,series:t})]}),u(Xa,{panel:i}),a&&n!==null&&u(nu,{panel:i,series:t,step:n}),a&&e&&u(ru,{panel:i,series:t,report:e})]}),[i,e,n,r,t])}function Pm(t){let{series:e,companions:n,options:r,held:o,cursor:i,actions:s}=t,[a,l]=ut(360),c=S(()=>xs(e,n,r,l),[e,n,r,l]),{x:f,steps:m}=c,{brush:p,handlers:h}=Gn({panel:e.key,steps:e.steps,x:f,domain:m,cursor:i,actions:s}),d=Rm(t,c);return u("div",{ref:a,class:"chart",children:u("svg",{width:l,height:Bt,viewBox:`0 0 ${l} ${Bt}`,role:"img",tabIndex:0,"aria-label":Nm(t),...h,children:[d,o!==null&&K(o,m)&&u("line",{class:"held",x1:f(o),x2:f(o),y1:c.top,y2:c.bottom}),p&&u(Bn,{panel:c,ends:p}),u(fa,{panel:c,series:e,cursor:i})]})})}var xu=at(Pm);function Nm({series:t,report:e,kept:n,options:{quantity:r}}){let{row:o,steps:i}=t,[s,a]=[i.at(-1),ot(t)],l=[`${o.layer}, ${o.decoder} decoder: ${r.label} at ${tn(i.length,"probe step")}`];return s!==void 0&&l.push(`${r.format(r.read(t).at(-1))} at step ${v(s)}`),a&&l.push(`best probe accuracy ${U(a.accuracy)} at step ${v(a.step)}`),e?.description&&l.push(e.description),n!==null&&l.push(`advised: keep step ${v(n)}`),`${l.join("; ")}. Arrow keys move the cursor, Enter holds a step, + and 0 zoom.`}var $m={constant:"\u2192",decrease:"\u2198",increase:"\u2197"},wu=["constant","decrease","increase"];function Jn({report:t}){let e=t?.phases?.at(-1);return e?u("span",{class:`phase-now ${e.kind}`,title:t?.description,children:[u(Cm,{kind:e.kind})," ",$m[e.kind]," ",e.kind," ",u("span",{class:"since",children:["since ",v(e.start_step)]})]}):u("span",{class:"phase-now muted",children:"too few steps"})}function Cm({kind:t}){let e=wu.indexOf(t),n=(r,o)=>{let i=2*Math.PI*r/3;return`${(o*Math.sin(i)).toFixed(2)},${(-o*Math.cos(i)).toFixed(2)}`};return u("svg",{class:"clock",width:14,height:14,viewBox:"-8 -8 16 16","aria-hidden":"true",children:[wu.map((r,o)=>u("path",{class:`edge ${r}`,opacity:o===e?1:.35,d:`M0,0L${n(o,8)}A8,8 0 0 1 ${n(o+1,8)}Z`},r)),u("path",{class:"hand",d:`M0,0L${n(e+.5,6.5)}`})]})}function vu({focus:t,others:e,colors:n,dashes:r,options:o,selection:i,cursor:s,actions:a}){let l=S(()=>new Map(t.rows.map(({key:f})=>[f,Am(f,e,n,r)])),[t.rows,e,n,r]),c=o.accuracyDomain&&o.quantity.key!=="accuracy";return u("section",{class:"panels","aria-label":"Layers",children:t.rows.map(f=>{let m=A(t.reports,f.row),p=l.get(f.key);return u(kt,{title:f.row.layer,subtitle:`width ${v(f.row.num_features)} \xB7 ${f.row.decoder} decoder`,panel:f.key,aside:u(Jn,{report:m}),table:()=>Tm(f),legend:[{color:"var(--loss)",text:`${o.quantity.label}, ${j(t)}`},...c?[{color:"var(--accuracy)",text:"probe accuracy"}]:[],...c&&f.column("model_accuracy").some(Number.isFinite)?[{color:"var(--accuracy)",dash:"2 3",text:"accuracy of the model itself"}]:[],...p.map(({name:h,color:d,dash:y})=>({color:d,dash:y,text:h}))],children:u(xu,{series:f,report:m,kept:Mt(t,f),companions:p,options:o,held:i.step,cursor:s,actions:a})},f.key)})})}function Am(t,e,n,r){return e.flatMap(o=>{let{run:i}=o.summary,s=o.rows.find(a=>a.key===t);return s?[{run:i,name:j(o),color:n.get(i),dash:r.get(i),series:s}]:[]})}function Tm(t){let e=t.metricNames.filter(o=>!o.includes("_group_")&&o!=="flags"),n=e.map(o=>t.column(o)),r=t.flags().map((o,i)=>[t.steps[i],...n.map(s=>s[i]),o.join(" ")]);return{columns:["step",...e,"flags"],rows:r}}var Rt={top:26,right:96,bottom:40,left:54};function Lm({rows:t,reports:e,advice:n,axes:r,theme:o},i){let s=Math.round(Math.min(520,Math.max(300,.62*i))),[a,l]=r.map(p=>t.map(h=>p.read(h))),c=Q(ku(a,r[0]),[Rt.left+8,i-Rt.right]),f=Q(ku(l,r[1]),[s-Rt.bottom-8,Rt.top+8]),m=t.map((p,h)=>{let d=p.steps.map((g,_)=>({step:g,x:c(a[h][_]),y:f(l[h][_])})).filter(g=>Number.isFinite(g.x)&&Number.isFinite(g.y)),y=A(e,p.row);return{series:p,color:Vt(h,t.length,o),places:d,parts:Em(d,y),minimum:d.findIndex(({step:g})=>g===y?.minimum_step),kept:d.findIndex(({step:g})=>g===Mt({rows:t,advice:n},p))}});return{width:i,height:s,x:c,y:f,trajectories:m}}function ku(t,{isTurned:e}){let[n,r]=wt(t.flat(),[]);return e?[r,n]:[n,r]}function Em(t,e){let n=t.length-1;return n<1?[]:e?.phases?.length?e.phases.flatMap(({kind:r,start_step:o,end_step:i})=>{let s=t.flatMap(({step:a},l)=>a>=o&&a<=i?[l]:[]);return s.length>1?[{kind:r,from:s[0],to:s.at(-1)}]:[]}):[{kind:"decrease",from:0,to:n}]}function Dm({rows:t,reports:e,advice:n,axes:r,theme:o,held:i,cursor:s,actions:a,name:l,run:c}){let[f,m]=ut(640),p=S(()=>Lm({rows:t,reports:e,advice:n,axes:r,theme:o},m),[t,e,n,r,o,m]),h=S(()=>u(M,{children:[u(Om,{layout:p,axes:r}),p.trajectories.map(d=>u(Fm,{trajectory:d},d.series.key)),u(Bm,{layout:p})]}),[p,r]);return u("div",{ref:f,class:"chart",children:u("svg",{class:"portrait",width:m,height:p.height,viewBox:`0 0 ${m} ${p.height}`,role:"img",tabIndex:0,"aria-label":`${l}: ${r[1].label} against ${r[0].label}, a trajectory for each of ${t.length} layers. Arrow keys move along the steps.`,...jn({rows:t,first:t.length-1,cursor:s,actions:a,run:c,find:(d,y)=>Im(p,d,y)}),children:[h,u(Um,{layout:p,cursor:s,held:i})]})})}var Su=at(Dm);function Im({trajectories:t},e,n){let r=null,o=40**2;for(let{series:i,places:s}of t)for(let a of s){let l=(a.x-e)**2+(a.y-n)**2;l<o&&([o,r]=[l,{step:a.step,panel:i.key}])}return r}function Om({layout:{width:t,height:e,x:n,y:r},axes:o}){let[i,s,a]=[Rt.left,t-Rt.right+8,e-Rt.bottom],l=Math.max(3,t/110);return u("g",{class:"axis",children:[u("line",{x1:i,x2:s,y1:a,y2:a}),u(Jr,{ticks:n.ticks(l),x:n,bottom:a,format:n.tickFormat(l,o[0].tickFormat)}),u(Zr,{ticks:r.ticks(6),y:r,left:i,right:s,format:r.tickFormat(6,o[1].tickFormat)}),u("text",{class:"axis-title",x:2,y:12,children:[o[1].isTurned?"\u2193":"\u2191"," ",o[1].label]}),u("text",{class:"axis-title",x:s,y:a+34,"text-anchor":"end",children:[o[0].label," ",o[0].isTurned?"\u2190":"\u2192"]})]})}function Fm({trajectory:{color:t,places:e,parts:n,minimum:r,kept:o}}){let i=Te(({x:f})=>f,({y:f})=>f),s=e[0],[a,l]=[e[r],e[o]],c=n.length>0&&n.every(({kind:f})=>f==="constant");return u("g",{class:c?"trajectory still":"trajectory",stroke:t,fill:t,children:[n.map(({kind:f,from:m,to:p})=>u("path",{class:`way ${f}`,d:i(e.slice(m,p+1))??""},m)),qm(e).map(({x:f,y:m,angle:p},h)=>u("path",{class:"arrow",d:"M-4.5,-3.5L3.5,0L-4.5,3.5Z",transform:`translate(${f},${m}) rotate(${p})`},h)),s&&u("circle",{class:"start",cx:s.x,cy:s.y,r:3.5}),a&&u("circle",{class:"lowest",cx:a.x,cy:a.y,r:5}),l&&u("g",{class:"kept",children:[u("title",{children:`advised: keep step ${v(l.step)}`}),u("path",{d:Ee(l.x,l.y)})]})]})}function qm(t){let e=[],n=30;return t.slice(1).forEach((r,o)=>{let i=t[o],[s,a]=[r.x-i.x,r.y-i.y],l=Math.hypot(s,a);n+=l,!(l<9||n<60)&&(n=0,e.push({x:i.x+s/2,y:i.y+a/2,angle:Math.atan2(a,s)*180/Math.PI}))}),e}function Bm({layout:{trajectories:t,width:e,height:n}}){let r=t.map(({series:l})=>l),o=t.flatMap(({series:l,color:c,places:f})=>f.length?[{series:l,name:L(l,r),color:c,...f.at(-1)}]:[]).toSorted((l,c)=>l.y-c.y),i=o.map(({name:l,x:c})=>rt(l,Math.floor((e-c-12)/B("x")))),s=o.map(({x:l,y:c},f)=>({left:l,right:l+12+B(i[f]),y:c})),a=Hm(s,13,14,n-Rt.bottom);return u("g",{class:"ends",children:o.map(({series:l,name:c,color:f,x:m,y:p,step:h},d)=>u("g",{children:[u("circle",{cx:m,cy:p,r:3.5,fill:f}),a[d]!==null&&u(M,{children:[u("line",{x1:m+4,y1:p,x2:m+10,y2:a[d],stroke:f}),u("text",{x:m+12,y:a[d],dy:"0.32em",children:i[d]})]}),u("title",{children:`${c} at step ${v(h)}`})]},l.key))})}var Vm=3;function Hm(t,e,n,r){let o=[],i=({left:a,right:l,y:c})=>c>=n&&c<=r&&o.every(f=>a>=f.right||l<=f.left||Math.abs(c-f.y)>e-1e-6),s=a=>{let l=o.flatMap(m=>[m.y-e,m.y+e]),f=[Math.min(r,Math.max(n,a.y)),...l].filter(m=>i({...a,y:m})).toSorted((m,p)=>Math.abs(m-a.y)-Math.abs(p-a.y))[0];return f===void 0||Math.abs(f-a.y)>Vm*e?null:f};return t.map(a=>{let l=s(a);return l!==null&&o.push({...a,y:l}),l})}function Um({layout:t,cursor:e,held:n}){let r=$(null);return ft(e,o=>{let i=o?.step??n;r.current.toggleAttribute("data-shown",i!==null),i!==null&&t.trajectories.forEach(({places:s,series:a},l)=>{let c=r.current.children[l],f=s[F(s.map(m=>m.step),i)];c.style.display=f?"":"none",f&&(c.setAttribute("transform",`translate(${f.x},${f.y})`),c.setAttribute("r",a.key===o?.panel?"6":"4"))})},[t,n]),u("g",{ref:r,class:"cursor","aria-hidden":"true",children:t.trajectories.map(({series:o,color:i})=>u("circle",{r:4,fill:i},o.key))})}function Ru(t){let{quantities:e,selection:n,select:r}=t,o=_t(),[i,s]=n.portrait,a=S(()=>Fs(e),[e]),l=S(()=>[Ht(a,i),Ht(a,s)],[a,i,s]),c=[i,s].find(p=>!a.some(({key:h})=>h===p)),f=qs(a),m=f.find(({axes:[p,h]})=>p===i&&h===s);return u("section",{children:[u("div",{class:"view-controls",children:[f.length>1&&u(ht,{name:"Plane",value:m?.key??"",options:Object.fromEntries(f.map(({key:p,label:h})=>[p,h])),choose:p=>r({portrait:f.find(({key:h})=>h===p).axes})}),["Across","Up"].map((p,h)=>u(et,{title:p,name:`axis-${h}`,value:l[h].key,options:a.map(({key:d,label:y})=>[d,y]),choose:d=>r({portrait:l.map(({key:y},g)=>g===h?d:y)})},p)),u(jm,{runs:[t.focus,...t.others]})]}),c&&u("p",{class:"problem",children:["Nothing was measured of '",c,"': the reconstruction loss stands in its place."]}),m&&Mu[m.key]&&u("p",{class:"explanation",children:Mu[m.key]}),u(Yn,{...t,subtitle:`${l[1].label} against ${l[0].label}`,tabulate:p=>Gm(p,l),legend:({rows:p})=>p.map((h,d)=>({color:Vt(d,p.length,o),text:L(h,p)})),draw:p=>u(Su,{...p,axes:l,theme:o})})]})}var Mu={information:"What a layer knows of its input (across) against what it knows of the label (up), both on held-out rows: up is fitting, to the left is forgetting.",binned:"Binned mutual information of a deterministic network is a property of its bins (Goldfeld et al., 2018): read it beside the information plane, not instead of it."};function jm({runs:t}){return u("ul",{class:"ways","aria-label":"Legend",children:[["constant","decrease","increase"].map(e=>u("li",{children:[u("svg",{width:34,height:12,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:u("path",{class:`way ${e}`,d:"M1,6H33"})}),e]},e)),u("li",{children:[u("svg",{width:12,height:12,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:u("circle",{class:"start",cx:6,cy:6,r:3.5})}),"first step"]}),u("li",{children:[u("svg",{width:14,height:14,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:u("circle",{class:"lowest",cx:7,cy:7,r:5})}),"reconstruction minimum"]}),u(yo,{runs:t})]})}function Gm({rows:t},e){let n=t.flatMap(r=>{let[o,i]=e.map(s=>s.read(r));return r.steps.map((s,a)=>[r.row.layer,r.row.decoder,s,o[a],i[a]])});return{columns:["layer","decoder","step",e[0].label,e[1].label],rows:n}}var zm=16;function $u(t,{run:e,others:n}){let[r,o]=T({others:[]}),i=$(0),s=$(new Map),a=$(""),l=n?.join(`
`),c=We(async()=>{let f=++i.current,m=()=>f===i.current;try{let p=e||a.current,{runs:h,shown:d}=await Wm(t,{run:p,others:n},s.current,m);if(!m())return;a.current=d[0]??"";let y=()=>{let[g,..._]=d.flatMap(x=>s.current.get(x)??[]);m()&&o({runs:h,focus:g,others:_,problem:void 0})};y();for(let[g,_]=[0,1];g<d.length&&m();[g,_]=[_,_+zm])await Km(t,d.slice(g,_),s.current)&&y()}catch(p){let h=p instanceof Error?p.message:String(p);m()&&o(d=>({...d,problem:h}))}},[t,e,l]);return z(()=>{c()},[c]),{...r,reload:c}}async function Wm(t,{run:e,others:n},r,o){let i=await t.fetchRuns();for(;;){let s=Us(i,e),a=s?[s,...js(i,s.run,n)]:[],l=o()?await Qm(t,a,r,o):[];if(!l.length)return{runs:i,shown:a.map(({run:c})=>c)};i=i.filter(({run:c})=>!l.includes(c))}}async function Qm(t,e,n,r){let o=e.filter(l=>{let c=n.get(l.run);return!c||Nu(c.summary)!==Nu(l)});for(let l of o)l.num_steps||n.set(l.run,{summary:l,rows:[],reports:[]});let i=o.filter(({num_steps:l})=>l);if(!i.length)return[];let s=await t.fetchMetrics(i);if(!r())return[];for(let l of s){let{num_steps:c,last_step:f,last_wall_time:m,error:p,layout:h,run:d}=l,y={num_steps:c,last_step:f,last_wall_time:m,error:p,layout:h,run:d};n.set(d,{reports:[],...n.get(d),summary:y,rows:gi(l)})}let a=i.map(({run:l})=>l).filter(l=>!s.some(c=>c.run===l));for(let l of a)n.delete(l);return a}async function Km(t,e,n){let r=e.flatMap(s=>{let a=n.get(s);return a?.rows.length&&Pu.get(a)!==a.summary.last_wall_time?[a]:[]});if(!r.length)return!1;let o=await t.fetchReports(r.map(({summary:s})=>s.run)),i=r.filter(s=>n.get(s.summary.run)===s);for(let s of i){let a=o.find(({run:c})=>c===s.summary.run),l={...s,reports:a?.rows??[],advice:a?.advice};Pu.set(l,s.summary.last_wall_time),n.set(s.summary.run,l)}return i.length>0}var Pu=new WeakMap;function Nu({num_steps:t,last_wall_time:e,error:n}){return`${t} ${e} ${n}`}var Cu=190,Xm=16;function Au({report:t,lastStep:e,stepAxis:n}){let r=Ft(n,[0,e],[5,Cu-5]),{minimum_step:o,minimum_interval:i}=t;return u("svg",{class:"strip",width:Cu,height:Xm,role:"img","aria-label":t.description??"",children:[t.phases?.map(s=>u("rect",{class:`edge ${s.kind}`,x:r(s.start_step),y:4,width:Math.max(0,r(s.end_step)-r(s.start_step)-1),height:8},s.start_step)),i&&u("line",{class:"interval",x1:r(i[0]),x2:r(i[1]),y1:14.5,y2:14.5}),o!=null&&u("circle",{cx:r(o),cy:8,r:4})]})}function Tu({rows:t,reports:e,stepAxis:n}){let r=t[0]?.steps.at(-1)??1,o=t.some(ot);return u("div",{class:"summary",children:u("table",{children:[u("thead",{children:u("tr",{children:[u("th",{children:"layer"}),u("th",{class:"detail",children:"decoder"}),u("th",{class:"detail",children:"strategy"}),u("th",{class:"number",children:"width"}),u("th",{children:["phases to step ",v(r)]}),u("th",{children:"phase now"}),u("th",{class:"number",children:"minimum at step"}),u("th",{class:"number",children:"risen since by"}),o&&u("th",{class:"number",children:"best probe accuracy"})]})}),u("tbody",{children:t.map(i=>u(Ym,{series:i,report:A(e,i.row),lastStep:r,stepAxis:n,hasAccuracy:o},i.key))})]})})}function Ym({series:t,report:e,lastStep:n,stepAxis:r,hasAccuracy:o}){return u("tr",{children:[u("th",{scope:"row",children:u("button",{onClick:()=>tp(t.key),children:t.row.layer})}),u("td",{class:"detail",children:t.row.decoder}),u("td",{class:"detail",children:t.row.strategy}),u("td",{class:"number",children:v(t.row.num_features)}),u("td",{children:e&&u(Au,{report:e,lastStep:n,stepAxis:r})}),u("td",{children:u(Jn,{report:e})}),u("td",{class:"number",children:u(Jm,{report:e})}),u("td",{class:"number",children:e?.has_increase?U(Kn(t,e)):u("span",{class:"muted",children:"\u2013"})}),o&&u("td",{class:"number",children:u(Zm,{series:t})})]})}function Jm({report:t}){if(t?.minimum_step==null)return u("span",{class:"muted",children:"\u2013"});let[e,n]=t.minimum_interval??[t.minimum_step,t.minimum_step];return u(M,{children:[v(t.minimum_step)," ",u("span",{class:"muted",children:["(",v(e),"\u2013",v(n),t.has_increase?"":" so far",")"]})]})}function Zm({series:t}){let e=ot(t);return e?u(M,{children:[U(e.accuracy)," ",u("span",{class:"muted",children:["at ",v(e.step)]})]}):u("span",{class:"muted",children:"\u2013"})}function tp(t){document.querySelector(`[data-panel="${CSS.escape(t)}"] svg`)?.focus()}function Lu({source:t}){let[e,n]=T(()=>Kr(hr())),r=$u(t,e),o=$(r.reload);o.current=r.reload,z(()=>Rs({"experimental.DataReloaded":()=>o.current()}),[]),z(()=>Ko(()=>n(Kr(hr()))),[]);let i=We(s=>{n(a=>{let l={...a,...s};return setTimeout(()=>Qo(Hs(l))),l})},[]);return r.runs?r.focus?u("main",{children:u(ep,{store:r,focus:r.focus,selection:e,select:i,source:t})}):u(M,{children:[r.problem&&u(Zn,{text:r.problem}),u(fu,{})]}):u("main",{children:r.problem?u(Zn,{text:r.problem}):u("p",{class:"muted",children:"Loading \u2026"})})}function ep({store:t,focus:e,selection:n,select:r,source:o}){let i=S(()=>ap(t.runs.map(({run:g})=>g)),[t.runs]),{focus:s,others:a}=S(()=>sp(e,t.others,n),[e,t.others,n.grouped,n.layers,n.view==="images"]),l=S(()=>new Ze,[e.summary.run,n.view]),c=S(()=>({hold:g=>r({step:g}),zoom:g=>r({zoom:g})}),[r]),f=S(()=>Ls([s,...a].flatMap(({rows:g})=>g)),[s,a]),m=np(s,a,f,n),p=S(()=>[s,...a],[s,a]),h=S(()=>up(i,p),[i,p]),d=S(()=>Ss(a.map(({summary:g})=>g.run),h),[a,h]),y={focus:s,others:a,colors:h,dashes:d,options:m,quantities:f,selection:n,select:r,cursor:l,actions:c,source:o};return u(M,{children:[u(uu,{runs:t.runs,focus:e.summary.run,others:n.others??t.others.map(({summary:g})=>g.run),colors:i,dashes:d,layers:[...new Set(e.rows.map(({row:g})=>g.layer))],quantities:f,selection:n,select:r}),t.problem&&u(Zn,{text:t.problem}),[e,...t.others].map(({summary:g})=>g.error&&u(Zn,{text:g.error,title:`Run ${g.run} is damaged`},g.run)),!s.rows.length&&!e.summary.error&&u(lp,{run:e,select:r}),s.rows.length>0&&u(M,{children:[u(cu,{view:n.view,choose:g=>r({view:g})}),u(mu,{focus:s}),u(op,{name:n.view,...y}),u(bu,{summary:s.summary}),u(_i,{runs:p,cursor:l,quantity:m.quantity})]})]})}function np(t,e,n,{metric:r,stepAxis:o,zoom:i}){let s=S(()=>ws(t.rows),[t.rows]);return S(()=>{let a=Math.max(1,...[t,...e].flatMap(({rows:l})=>l.map(({steps:c})=>c.at(-1)??1)));return{quantity:Ht(n,r),stepAxis:o,steps:i??[0,a],accuracyDomain:s}},[t,e,s,n,r,o,i])}var rp={curves:ip,portrait:Ru,map:gu,images:yu,compare:iu,breakdowns:Qa};function op({name:t,...e}){let n=rp[t];return u("div",{role:"tabpanel",id:"view","aria-labelledby":`tab-${t}`,children:u(n,{...e})})}function ip(t){let{focus:e,others:n,colors:r,dashes:o,options:i}=t,s=new Set(e.rows.map(({key:l})=>l)),a=n.filter(({rows:l})=>l.some(({key:c})=>s.has(c)));return u(M,{children:[u(ou,{focus:e,options:i,others:a,colors:r,dashes:o}),u(_u,{rows:e.rows,reports:e.reports}),u(vu,{...t}),u(Tu,{rows:e.rows,reports:e.reports,stepAxis:i.stepAxis})]})}function sp(t,e,{grouped:n,layers:r,view:o}){let i=Cn(t.rows.map(({row:c})=>c.layer),r),s=[t,...e].map(c=>({...c,rows:i?c.rows.filter(({row:f})=>i.includes(f.layer)):c.rows})),[a,...l]=n&&o!=="images"?Ps(s):s;return{focus:a,others:l.filter(({rows:c})=>c.length)}}function ap(t){return new Map(t.map((e,n)=>[e,Rn(n)]))}function up(t,e){let n=r=>[...t].find(([o])=>Pe(o)===r)?.[1];return new Map(e.map(({summary:{run:r}})=>[r,t.get(r)??n(r)??Rn(0)]))}function lp({run:{summary:t,rows:e},select:n}){return e.length?u("p",{class:"muted",children:["There is no layer to draw: none is chosen, or the seeds of a mean have none in common."," ",u("button",{class:"chip",onClick:()=>n({layers:null,grouped:!1}),children:"Draw all layers"})]}):u("p",{class:"muted",children:["Run ",Ct(t.run)," has no probe step yet."]})}function Zn({text:t,title:e}){return u("p",{class:"problem",role:"alert",children:[e&&u("b",{children:[e,". "]}),t]})}var Eu=`:root {
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

.headline p {
  margin: 0 0 3px;
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
`;function m0(){let t=document.createElement("style");t.textContent=Eu,document.head.append(t),document.title||="Phases",document.documentElement.lang="en",Wo(),To(u(Lu,{source:Yo()??Xo}),document.body)}export{m0 as render};

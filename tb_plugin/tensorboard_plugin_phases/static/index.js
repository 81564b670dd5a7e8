// Built by tb_plugin/frontend (npm ci && npm run build); edit the sources there.
var N,Ro,ju,yt,ir,We,Po,je,No,ar,sr,Uu,de=Symbol.for("pv"),Qe={},Ke=[],Gu=/^m(i|n|o|s|text|space)$/,ur=Array.isArray,$o=Ke.slice,$t=Object.assign;function Nt(t){t&&t.parentNode&&t.remove()}function Ue(t,e,n,r,o){var i={type:t,props:e,key:n,ref:r,__k:null,__:null,__b:0,__e:null,__c:null,constructor:de,__v:o||++Ro,__i:-1,__u:0};return!o&&N.vnode&&N.vnode(i),i}function M(t){return t.children}function Kt(t,e){this.props=t,this.context=e,this.__g=0}function bt(t,e){if(e==null)return t.__&&bt(t.__,t.__i+1);for(var n;e<t.__k.length;e++)if((n=t.__k[e])&&n.__e)return n.__e;return typeof t.type!="function"||t.props.__P?null:bt(t)}function Wu(t){var e,n=t.__v,r=n.__e,o=[],i=[],s=t.__P;s&&((e=$t({constructor:de},n)).__v=n.__v+1,N.vnode&&N.vnode(e),lr(s,e,n,t.__n,s.namespaceURI,32&n.__u?[r]:null,o,r||bt(n),32&n.__u,i),e.__v=n.__v,e.__.__k[e.__i]=e,Do(o,e,i),n.__=n.__e=null,e.__e!=r&&Co(e))}function Co(t){if((t=t.__)&&t.__c&&!t.props.__P)return t.__e=null,t.__k.some(function(e){return e&&(t.__e=e.__e)}),Co(t)}function So(t){(8&t.__g||(t.__g|=8,yt.push(t),We++))&&ir==N.debounceRendering||((ir=N.debounceRendering)||queueMicrotask)(Ao)}function Ao(){try{for(var t,e=1;yt.length;)yt.length>e&&yt.sort(Po),t=yt.shift(),e=yt.length,8&t.__g&&Wu(t)}finally{(We=yt.length)&&(ir||queueMicrotask)(Ao)}}function To(t,e,n,r,o,i,s,a,c,l,f){var m,p,h,d,g,y,b=r.__k||Ke,w=e.length;for(c=Qu(n,e,b,c,w),m=0;m<w;m++)(h=n.__k[m])!=null&&(p=~h.__i&&b[h.__i]||Qe,h.__i=m,y=lr(t,h,p,o,i,s,a,c,l,f),d=h.__e,(p.ref!=h.ref||8&p.__u)&&(p.ref&&cr(p.ref,null,h,p),h.ref&&f.push(h.ref,h.__c||d,h)),g=g||d,4&h.__u?(c=Lo(h,c,t,!p.__v),p.__e&&(p.__e=null)):typeof h.type=="function"&&y!==void 0?c=y:d&&(c=d.nextSibling),h.__u&=-21);return n.__e=g,c}function Qu(t,e,n,r,o){var i,s,a,c,l,f,m,p,h,d=n.length,g=d,y=0,b=0,w=t.__k=Array(o);for(i=0;i<o;i++)(s=e[i])!=null&&typeof s!="boolean"&&typeof s!="function"?(typeof s!="object"||s.constructor===String?s=w[i]=Ue(null,s):ur(s)?s=w[i]=Ue(M,{children:s}):s.constructor===de&&s.__b?s=w[i]=Ue(s.type,s.props,s.key,s.ref,s.__v):w[i]=s,c=i+y,s.__=t,s.__b=t.__b+1,a=null,~(l=s.__i=Ku(s,n,c,g))&&(g--,(a=n[l])&&(a.__u|=2)),a&&a.__v?(s.__u|=16,l==c-1?y--:l==c+1?y++:l!=c&&(l>c?y--:y++,b=1)):(~l||(o>d?y--:o<d&&y++),typeof s.type!="function"&&(s.__u|=4))):w[i]=null;if(b){for(f=[],m=[],i=0;i<o;i++)if((s=w[i])&&16&s.__u){for(y=0,p=f.length;y<p;)f[h=y+p>>1]<s.__i?y=h+1:p=h;f[y]=s.__i,m[i]=y+1}for(y=f.length;i--;)m[i]&&(m[i]==y?y--:w[i].__u|=4)}if(g)for(i=0;i<d;i++)!(a=n[i])||2&a.__u||(a.__e==r&&(r=bt(a)),fr(a,a));return r}function Lo(t,e,n,r){var o,i,s,a;if(typeof t.type=="function"){if(t.props.__P)return e;if(o=t.__k)for(i=0;i<o.length;i++)o[i]&&(o[i].__=t,e=Lo(o[i],e,n,!1));return e}for(e&&!e.parentNode&&(e=bt(t))&&!e.parentNode&&(e=null),s=t.__e,a=e;a&&a.nodeType==8;)a=a.nextSibling;for(s!=a&&(!r&&n.moveBefore&&s.parentNode?n.moveBefore(s,e):n.insertBefore(s,e||null)),e=s;(e=e&&e.nextSibling)&&e.nodeType==8&&!e.data.startsWith("$s"););return e}function Ku(t,e,n,r){var o,i=t.key,s=t.type,a=e[n],c=a&&!(2&a.__u);if(a===null&&i==null||c&&i==a.key&&s==a.type)return n;if(r>(c?1:0)){for(o=n-1;o>=0;o--)if((a=e[o])&&!(2&a.__u)&&i==a.key&&s==a.type)return o;for(o=n+1;o<e.length;o++)if((a=e[o])&&!(2&a.__u)&&i==a.key&&s==a.type)return o}return-1}function Mo(t,e,n){n==null&&(n=""),e[0]=="-"?t.setProperty(e,n):t[e]=n}function ze(t,e,n,r,o){var i,s;if(e=="style")if(typeof n=="string")t.style.cssText=n;else{if(typeof r=="string"&&(t.style.cssText=r=""),r)for(e in r)n&&e in n||Mo(t.style,e);if(n)for(e in n)r&&n[e]==r[e]||Mo(t.style,e,n[e])}else if(e[0]=="o"&&e[1]=="n")typeof n!="function"&&(n=null),typeof r!="function"&&(r=null),(t.__e||(t.__e={}))[e]=n,n&&r||(s=sr[e]||(sr[e]=Xu(e)),(t.__a||(t.__a={}))[e]=ar,i=e!=(e=e.replace(No,"$1")),(e=e.slice(2))[0]<"a"&&(e=e.toLowerCase()),n?t.addEventListener(e,s,i):t.removeEventListener(e,s,i));else{if(o=="http://www.w3.org/2000/svg")e=e.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(e!="width"&&e!="height"&&e!="href"&&e!="list"&&e!="form"&&e!="tabIndex"&&e!="download"&&e!="rowSpan"&&e!="colSpan"&&e!="role"&&e!="popover"&&e in t)try{return void(t[e]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&e[4]!="-"?t.removeAttribute(e):t.setAttribute(e,e=="popover"&&n==1?"":n)}}function Xu(t){return function(e){var n=this.__e;if(n){if(n=n[t],e[je]==null)e[je]=ar++;else if(e[je]<this.__a[t])return;return n(N.event?N.event(e):e)}}}function lr(t,e,n,r,o,i,s,a,c,l){var f,m,p,h,d,g,y,b,w,_,x,k,P,T,H,W,z,J,R=e.type;if(e.constructor!==de)return null;128&n.__u&&(c=32&n.__u,f=n.__c.__z)&&(e.__u|=c,m=i=[],f.nodeType==8?a=Ge(f,i):i.push(f),a=i[0]||a),(f=N.__b)&&f(e);t:if(typeof R=="function"){p=s.length;try{if(b=e.props,w=(f=R.prototype)&&f.render,_=(f=R.contextType)&&r[f.__c],x=f?_?_.props.value:f.__:r,(h=n.__c)?(e.__c=h,2&h.__g&&(h.__g|=1)):(w?e.__c=h=new R(b,x):(e.__c=h=new Kt(b,x),h.constructor=R,h.render=Ju),_&&_.sub(h),h.state||(h.state={}),h.__n=r,h.__g|=8,h.__h=[],h.__k=[]),w&&(h.__s||(h.__s=h.state),R.getDerivedStateFromProps&&(h.__s==h.state&&(h.__s=$t({},h.__s)),$t(h.__s,R.getDerivedStateFromProps(b,h.__s)))),d=h.props,g=h.state,h.__v=e,n.__c){if(b!==d&&w&&!R.getDerivedStateFromProps&&h.componentWillReceiveProps&&h.componentWillReceiveProps(b,x),e.__v==n.__v&&!(8&h.__g)||!(4&h.__g)&&h.shouldComponentUpdate&&h.shouldComponentUpdate(b,h.__s,x)===!1){e.__v!=n.__v&&(h.props=b,h.state=h.__s,h.__g&=-9),e.__e=n.__e,e.__k=n.__k,e.__k.some(function(L){L&&(L.__=e)}),Ke.push.apply(h.__h,h.__k),h.__k=[],h.__h.length&&s.push(h),a=bt(n);break t}h.componentWillUpdate&&h.componentWillUpdate(b,h.__s,x),w&&h.componentDidUpdate&&h.__h.push(function(){h.componentDidUpdate(d,g,y)})}else w&&!R.getDerivedStateFromProps&&h.componentWillMount&&h.componentWillMount(),w&&h.componentDidMount&&h.__h.push(h.componentDidMount);h.context=x,h.props=b,h.__P=t,h.__g&=-5,k=N.__r,P=w?25:0;do h.__g&=-9,k&&k(e),f=h.render(h.props,h.state=h.__s,h.context);while(8&h.__g&&++P<25);w&&(Ke.push.apply(h.__h,h.__k),h.__k=[]),h.state=h.__s,h.getChildContext&&(r=$t({},r,h.getChildContext())),w&&n.__c&&h.getSnapshotBeforeUpdate&&(y=h.getSnapshotBeforeUpdate(d,g)),T=f&&f.type===M&&f.key==null?f.props.children:f,b.__P&&(f=a,o=(t=b.__P).namespaceURI,c=i=null,n.props&&n.props.__P!=t&&(n.__k.some(function(L){L&&fr(L,L)}),n.__k=null),a=n.__k?bt(n,0):null),a=To(t,ur(T)?T:[T],e,n,r,o,i,s,a,c,l),b.__P&&(e.__e=null,a=f),e.__u&=-161,m&&m.some(Nt),h.__h.length&&s.push(h),1&h.__g&&(h.__g&=-4)}catch(L){if(s.length=p,e.__v=null,c||i)if(L&&L.then){if(e.__u|=128|c,i){for(~(z=i.indexOf(a||void 0))||(z=i.length);(J=i[z-1])&&J.nodeType==8;)z--;for(;z<i.length;z++)if(J=i[z])if(i[z]=null,H){if(J==W)break}else{if(J.nodeType!=8)break;J.data.startsWith("$s")&&(W=Ge(H=J))}}if(!H){for(;a&&a.nodeType==8&&a.nextSibling;)a=a.nextSibling;H=a}(f=Ge(H=e.__c.__z||(e.__c.__z=H)))?(e.__e=H,a=f):e.__e=a,a=a&&a.nextSibling}else i&&i.some(Nt);else e.__e=n.__e;e.__k||(e.__k=n.__k||[]),L&&L.then||Eo(e),N.__e(L,e,n)}}else a=e.__e=Yu(n.__e,e,n,r,o,i,s,c,l,t);return(f=N.diffed)&&f(e),a}function Ge(t,e){if(t&&t.nodeType==8&&t.data.startsWith("$s"))for(var n=1;t=t.nextSibling;){if(t.nodeType==8){if(t.data.startsWith("$s"))n++;else if(t.data.startsWith("/$s")&&!--n)return t}e&&e.push(t)}}function Eo(t){t&&(t.__c&&(t.__c.__g|=4),t.__k&&t.__k.some(Eo))}function Do(t,e,n){for(var r=0;r<n.length;)cr(n[r++],n[r++],n[r++]);N.__c&&N.__c(e,t),t.some(function(o){try{t=o.__h,o.__h=[],t.some(function(i){i.call(o)})}catch(i){N.__e(i,o.__v)}})}function Yu(t,e,n,r,o,i,s,a,c,l){var f,m,p,h,d,g,y,b,w=n.props||Qe,_=e.props,x=e.type;if(x=="svg"?o="http://www.w3.org/2000/svg":x=="math"?o="http://www.w3.org/1998/Math/MathML":o||(o="http://www.w3.org/1999/xhtml"),i){for(f=0;f<i.length;f++)if((d=i[f])&&(x?d.localName==x:d.nodeType==3)){t=d,i[f]=null;break}}if(!t){if(b=l.ownerDocument||document,!x)return b.createTextNode(_);t=b.createElementNS(o,x,_.is?_:l),a&&(N.__m&&N.__m(e,i),a=!1),i=null}if(x){if(l=x=="template"&&t.content||t,i=x=="textarea"&&_.defaultValue!=null?null:i&&$o.call(l.childNodes),!a&&i)for(w={},f=0;f<t.attributes.length;f++)w[(d=t.attributes[f]).name]=d.value;for(f in w)d=w[f],f=="dangerouslySetInnerHTML"?p=d:f=="children"||f in _||f=="value"&&"defaultValue"in _||f=="checked"&&"defaultChecked"in _||ze(t,f,null,d,o);for(f in _)d=_[f],f=="children"?h=d:f=="dangerouslySetInnerHTML"?m=d:f=="value"?g=d:f=="checked"?y=d:a&&typeof d!="function"||w[f]===d||ze(t,f,d,w[f],o);m?(a||p&&(m.__html==p.__html||m.__html==t.innerHTML)||(t.innerHTML=m.__html),e.__k=[]):(p&&(t.textContent=""),(x=="foreignObject"||o=="http://www.w3.org/1998/Math/MathML"&&Gu.test(x))&&(o="http://www.w3.org/1999/xhtml"),To(l,ur(h)?h:[h],e,n,r,o,i,s,i?i[0]:n.__k&&bt(n,0),a,c),i&&i.some(Nt)),a&&x!="textarea"||(f="value",x=="progress"&&g==null?t.removeAttribute(f):g==null||g===t[f]&&(x!="progress"||g)||ze(t,f,g,w[f],o),f="checked",y!=null&&y!=t[f]&&ze(t,f,y,w[f],o))}else w===_||a&&t.data==_||(t.data=_);return t}function cr(t,e,n,r){try{typeof t=="function"?e?e.__x=t(e)||1:r&&(r=r.__c||r.__e)&&(e=r.__x)&&(r.__x=null,typeof e=="function"?e():t(null)):t.current=e}catch(o){N.__e(o,n)}}function fr(t,e,n){var r,o,i,s;if(N.unmount&&N.unmount(t),!(r=t.ref)||r.current&&r.current!=t.__e||cr(r,null,e,t),r=t.__c){if(r.componentWillUnmount)try{r.componentWillUnmount()}catch(a){N.__e(a,e)}r.__P=r.__n=null}if(r=t.__k)for(s=0;s<r.length;s++)r[s]&&fr(r[s],e,typeof t.type!="function"||n&&!t.props.__P);!n&&(r=t.__c)&&(r=r.__z)&&(o=Ge(r,i=[]))&&(r==t.__e&&i.some(Nt),Nt(o),Nt(r)),n||Nt(t.__e),t.__e=t.__c=t.__=null}function Ju(t,e,n){return this.constructor(t,n)}function Io(t,e){var n,r,o,i;N.__&&N.__(t,e),e.nodeType==9&&(e=e.documentElement),r=(n=t&&32&t.__u)?null:e.__k,e.__k=Ue(M,{children:[t]}),o=[],i=[],lr(e,e.__k,r||Qe,Qe,e.namespaceURI,r?null:e.firstChild?$o.call(e.childNodes):null,o,r?r.__e:e.firstChild,n,i),Do(o,e.__k,i),e.__k.props.children=null}N={__e:function(t,e,n,r){for(var o,i,s;e=e.__;)if((o=e.__c)&&!(1&o.__g)){o.__g|=4;try{if((s=(i=o.constructor)&&i.getDerivedStateFromError)&&o.setState(i.getDerivedStateFromError(t)),o.componentDidCatch&&(o.componentDidCatch(t,r||{}),s=1),s&&8&o.__g)return void(o.__g|=2)}catch(a){t=a}}throw We=0,t}},Ro=0,ju=function(t){return t!=null&&t.constructor===de},Kt.prototype.setState=function(t,e){var n=this.__s;n&&n!=this.state||(n=this.__s=$t({},this.state)),typeof t=="function"&&(t=t($t({},n),this.props)),t&&($t(n,t),this.__v&&(e&&this.__k.push(e),So(this)))},Kt.prototype.forceUpdate=function(t){this.__v&&(this.__g|=4,t&&this.__h.push(t),So(this))},Kt.prototype.render=M,yt=[],We=0,Po=function(t,e){return t.__v.__b-e.__v.__b},je=Symbol(),No=/(PointerCapture)$|Capture$/i,ar=0,sr={},Uu=0;var Ct,I,mr,Oo,pr=Object.is,ye=0,Go=[],hr=[],D=N,Fo=D.__b,qo=D.__r,Bo=D.diffed,Vo=D.__c,Ho=D.unmount,zo=D.__;function be(t,e){D.__h&&D.__h(I,t,ye||e),ye=0;var n=I.__H||(I.__H={__:[],__h:[]});return t>=n.__.length&&n.__.push({}),n.__[t]}function A(t){return ye=1,Zu(Qo,t)}function Zu(t,e,n){var r=be(Ct++,2);if(r.t=t,!r.__c&&(r.__=[n?n(e):Qo(void 0,e),function(i){var s=(r.__N||r.__)[0],a=r.t(s,i);pr(s,a)||(r.__N=[a,r.__[1]],r.__c.setState({}))}],r.__c=I,!I.__f)){I.__f=!0;var o=I.shouldComponentUpdate;I.shouldComponentUpdate=function(i,s,a){var c=this.__H;if(!c)return!0;var l=!1,f=this.props!=i;if(c.__.some(function(p){p.__N&&(l=!0,pr(p.__[0],p.__N[0])||(f=!0))}),o){var m=o.call(this,i,s,a);return l?m||f:m}return!l||f}}return r.__}function G(t,e){var n=be(Ct++,3);!D.__s&&gr(n.__H,e)&&(n.__P=!0,n.__=t,n.u=e,I.__H.__h.push(n))}function Wo(t,e){var n=be(Ct++,4);!D.__s&&gr(n.__H,e)&&(n.__P=!1,n.__=t,n.u=e,I.__h.push(n))}function $(t){return ye=5,S(function(){return{current:t}},[])}function S(t,e){var n=be(Ct++,7);return gr(n.__H,e)&&(n.__=t(),n.__H=e),n.__}function Xe(t,e){return ye=8,S(function(){return t},e)}function Ye(){var t=be(Ct++,11);if(!t.__){for(var e=I.__v;!e.__m&&e.__;)e=e.__;var n=e.__m||(e.__m=[0,0]);t.__="P"+n[0]+"-"+n[1]++}return t.__}function tl(){var t;do{for(;t=hr.shift();)try{ge(t)}catch(n){D.__e(n,{__:(t=t.__P)&&t.__v})}for(;t=Go.shift();){var e=t.__H;if(t.__P&&e)try{e.__h.some(ge),e.__h.some(dr),e.__h=[]}catch(n){e.__h=[],D.__e(n,t.__v)}}}while(hr.length)}D.__b=function(t){I=null,Fo&&Fo(t)},D.__=function(t,e){t&&e.__k&&e.__k.__m&&(t.__m=e.__k.__m),zo&&zo(t,e)},D.__r=function(t){qo&&qo(t),Ct=0;var e=(I=t.__c).__H;e&&(mr==I?I.__h=[]:(e.__h.some(ge),e.__h.some(dr),Ct=0),e.__h=[],e.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),mr=I},D.diffed=function(t){Bo&&Bo(t);var e=t.__c;e&&e.__H&&(e.__H.__h.length&&Uo(Go.push(e)),e.__H.__.some(function(n){n.u&&(n.__H=n.u)})),mr=I=null},D.__c=function(t,e){e.some(function(n){try{n.__h.some(ge),n.__h=n.__h.filter(function(r){return!r.__||dr(r)})}catch(r){n.__h=[function(){throw r}]}}),Vo&&Vo(t,e)},D.unmount=function(t){Ho&&Ho(t);var e,n,r=t.__c;r&&r.__H&&(r.__H.__.some(function(o){try{if(o.__P&&o.__c){if(n===void 0){for(n=t.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}o.__P=n,Uo(hr.push(o))}else ge(o)}catch(i){e=i}}),r.__H=void 0,e&&D.__e(e,r.__v))};var jo=typeof requestAnimationFrame=="function";function el(t){var e,n=function(){clearTimeout(r),jo&&cancelAnimationFrame(e),setTimeout(t)},r=setTimeout(n,35);jo&&(e=requestAnimationFrame(n))}function Uo(t){t!=1&&Oo==D.requestAnimationFrame||((Oo=D.requestAnimationFrame)||el)(tl)}function ge(t){var e=I,n=t.__c;typeof n=="function"&&(t.__c=void 0,n()),I=e}function dr(t){var e=I;t.__c=t.__(),I=e}function gr(t,e){return!t||t.length!=e.length||e.some(function(n,r){return!pr(n,t[r])})}function Qo(t,e){return typeof e=="function"?e(t):e}var Je="p.phases.";function Ko(t){let e={};for(let n of t.replace(/^#/,"").split("&")){let r=n.indexOf("=");r>0&&n.startsWith(Je)&&(e[Ze(n.slice(Je.length,r))]=Ze(n.slice(r+1)))}return e}function Xo(t,e){let n=t.replace(/^#/,"").split("&").filter(o=>o!==""&&!o.startsWith(Je)),r=Object.entries(e).map(([o,i])=>`${Je}${o}=${encodeURIComponent(i)}`);return"#"+[...n,...r].join("&")}function yr(t){return/^#phases(&|$)/.test(t)}function Ze(t){try{return decodeURIComponent(t)}catch{return t}}function tn(){try{return window.parent.document.body,window.parent}catch{return window}}function br(){return window.parent===window}function Yo(){if(br()){let n=matchMedia("(prefers-color-scheme: dark)"),r=()=>{document.documentElement.dataset.theme=n.matches?"dark":"light"};n.addEventListener("change",r),r();return}let t=tn().document.body,e=()=>{document.documentElement.dataset.theme=t.classList.contains("dark-mode")?"dark":"light"};new MutationObserver(e).observe(t,{attributes:!0,attributeFilter:["class"]}),e()}function _t(){let t=()=>document.documentElement.dataset.theme==="dark"?"dark":"light",[e,n]=A(t);return G(()=>{let r=new MutationObserver(()=>n(t()));return r.observe(document.documentElement,{attributes:!0,attributeFilter:["data-theme"]}),()=>r.disconnect()},[]),e}function _r(){return Ko(tn().location.hash)}function Jo(t){let{location:e,history:n}=tn();if(!br()&&!yr(e.hash))return;let r=Xo(e.hash,t);if(r!==e.hash)try{n.replaceState(n.state,"",r)}catch{}}function Zo(t){let e=tn(),n=()=>{(br()||yr(e.location.hash))&&t()};return e.addEventListener("hashchange",n),()=>e.removeEventListener("hashchange",n)}function nl(t){let e=new Set(t.flatMap(({layout:o})=>o?.metrics??[])),n=[...e].filter(o=>!o.includes("_group_")),r=n.map(o=>`metric=${encodeURIComponent(o)}`);return n.length<e.size&&r.join("&").length<=6e3?r:[]}var ti={async fetchRuns(){return(await(await wr("./runs")).json()).runs},async fetchMetrics(t){let e=nl(t),n=[];for(let o=0;o<t.length;o+=64)n.push(xr("./metrics",t.slice(o,o+64).map(({run:i})=>i),e));return(await Promise.all(n.map(async o=>(await o)?.arrayBuffer()))).flatMap(o=>o?vr(o):[])},async fetchReports(t){let e=await xr("./phases",t);if(!e)return[];let n=await e.json();return"runs"in n?n.runs:[n]},async fetchImages(t){return await(await wr(`./images?run=${encodeURIComponent(t)}`)).json()},imageUrl({run:t,steps:e,wall_times:n},r,o,i){let s=i?`input&of=${o}`:o;return`./image?run=${encodeURIComponent(t)}&step=${e[r]}&row=${s}&written=${n[r]}`}};async function xr(t,e,n=[]){if(!e.length)return null;try{return await wr(`${t}?${[...e.map(r=>`run=${encodeURIComponent(r)}`),...n].join("&")}`)}catch(r){if(!(r instanceof en&&r.status===404&&e.includes(r.run)))throw r;return xr(t,e.filter(i=>i!==r.run),n)}}function vr(t){let e=[];for(let n=0;n<t.byteLength;){let{metrics:r,end:o}=rl(t,n);e.push(r),n=o}return e}function rl(t,e){let n=new DataView(t).getUint32(e,!0),r=JSON.parse(new TextDecoder().decode(new Uint8Array(t,e+4,n))),[o,i,s]=r.shape,[a,c]=[e+4+n,o*i*s];if(a+4*c>t.byteLength)throw new Error(`run ${r.run}: the answer ends before its ${r.shape.join(" x ")} values do`);return{metrics:{...r,values:new Float32Array(t,a,c)},end:a+4*c}}var en=class extends Error{constructor(n,r,o){super(n);this.status=r;this.run=o}status;run};async function wr(t){let e=await fetch(t);if(e.ok)return e;let{error:n,run:r}=ol(await e.text());throw new en(n??`${t}: ${e.status} ${e.statusText}`,e.status,r??"")}function ol(t){try{return JSON.parse(t)}catch{return{}}}function ei(){let t=document.getElementById("phases-data");if(!t)return null;let e=JSON.parse(t.textContent);return{fetchRuns:async()=>e.runs,fetchMetrics:async n=>n.flatMap(({run:r})=>vr(il(e.metrics[r]))),fetchReports:async n=>n.flatMap(r=>e.reports[r]??[]),fetchImages:async n=>e.images[n]??{run:n,steps:[],wall_times:[],rows:[],num_examples:0,labels:null,error:null},imageUrl:({run:n,steps:r,rows:o},i,s,a)=>e.images[n]?.strips[a?`input/${o[s].input}`:`${r[i]}/${s}`]??""}}function il(t){return Uint8Array.from(atob(t),e=>e.charCodeAt(0)).buffer}var nn=class{place=null;listeners=new Set;get current(){return this.place}move(e){if(!sl(e,this.place)){this.place=e;for(let n of this.listeners)n(e)}}subscribe(e){return this.listeners.add(e),()=>{this.listeners.delete(e)}}};function ft(t,e,n=[]){G(()=>(e(t.current),t.subscribe(e)),[t,...n])}function sl(t,e){return t?.step===e?.step&&t?.panel===e?.panel&&t?.run===e?.run&&t?.line?.name===e?.line?.name}var al={training_heldout:"held-out rows are training rows",no_labels:"no labels, so no probe accuracy",one_class:"one class only, so no probe accuracy",constant_features:"some features are constant",nonfinite_outputs:"the model's outputs hold NaN or infinite values",rank_deficient:"features depend on each other linearly",nonfinite_features:"features are NaN or infinite",few_rows:"few rows for this width: the loss reads high",ridge_at_bound:"the best ridge lies at the end of its path",probe_not_converged:"the linear probe did not converge",target_resized:"the input is reconstructed at a smaller size",target_cropped:"the border of the input is not reconstructed",constant_target:"the input is constant",failed:"the measurement failed",float64_sums:"measured in float64, because rounding in float32 might have shown",out_of_memory:"memory ran out, so this layer was given up",diverged:"training a decoder or probe diverged",nonfinite_weights:"weights are or were NaN or infinite: no phase is told from here on",averaged_weights:"weights are the moving average that the optimizer keeps",out_of_range:"the loss is too large or too small for float32"};function _e(t){return al[t]??t.replaceAll("_"," ")}var ul=new Intl.NumberFormat("en-US",{maximumSignificantDigits:4,minimumSignificantDigits:3}),kr=new Intl.NumberFormat("en-US"),ll=new Intl.NumberFormat("en-US",{maximumSignificantDigits:2});function O(t){return t===0?"0":Number.isFinite(t)?(Math.abs(t)<1e-4?t.toExponential(2):ul.format(t)).replaceAll("-","\u2212"):"not measured"}function ni(t){return typeof t!="number"?t??"\u2013":Number.isFinite(t)?Number.isInteger(t)?kr.format(t).replace("-","\u2212"):O(t):"\u2013"}function ri(t){return Number.isFinite(t)?` \xB1 ${(t>0&&t<1e-4?t.toExponential(1):ll.format(t)).replaceAll("-","\u2212")}`:""}function U(t){return Number.isFinite(t)?`${(100*t).toFixed(1)} %`:"not measured"}function v(t){return kr.format(t)}function rn(t,e){return`${kr.format(t)} ${e}${t===1?"":"s"}`}function rt(t,e){if(t.length<=e)return t;let n=Math.max(2,e-1),r=Math.ceil(n/2);return`${t.slice(0,n-r)}\u2026${t.slice(-r)}`}function At(t){return t.replace(/\/phases$/,"")||t}function Tt(t,e){return t==null||e==null?NaN:t<e?-1:t>e?1:t>=e?0:NaN}function cl(t,e){return t==null||e==null?NaN:e<t?-1:e>t?1:e>=t?0:NaN}function oi(t){let e,n,r;t.length!==2?(e=Tt,n=(a,c)=>Tt(t(a),c),r=(a,c)=>t(a)-c):(e=t===Tt||t===cl?t:fl,n=t,r=t);function o(a,c,l=0,f=a.length){if(l<f){if(e(c,c)!==0)return f;do{let m=l+f>>>1;n(a[m],c)<0?l=m+1:f=m}while(l<f)}return l}function i(a,c,l=0,f=a.length){if(l<f){if(e(c,c)!==0)return f;do{let m=l+f>>>1;n(a[m],c)<=0?l=m+1:f=m}while(l<f)}return l}function s(a,c,l=0,f=a.length){let m=o(a,c,l,f-1);return m>l&&r(a[m-1],c)>-r(a[m],c)?m-1:m}return{left:o,center:s,right:i}}function fl(){return 0}function ml(t){return t===null?NaN:+t}function*pl(t,e){if(e===void 0)for(let n of t)n!=null&&(n=+n)>=n&&(yield n);else{let n=-1;for(let r of t)(r=e(r,++n,t))!=null&&(r=+r)>=r&&(yield r)}}var ii=oi(Tt),si=ii.right,Fp=ii.left,qp=oi(ml).center;var Bp=ai(ui),Vp=ai(hl);function ai(t){return function(e,n,r=n){if(!((n=+n)>=0))throw new RangeError("invalid rx");if(!((r=+r)>=0))throw new RangeError("invalid ry");let{data:o,width:i,height:s}=e;if(!((i=Math.floor(i))>=0))throw new RangeError("invalid width");if(!((s=Math.floor(s!==void 0?s:o.length/i))>=0))throw new RangeError("invalid height");if(!i||!s||!n&&!r)return e;let a=n&&t(n),c=r&&t(r),l=o.slice();return a&&c?(Xt(a,l,o,i,s),Xt(a,o,l,i,s),Xt(a,l,o,i,s),Yt(c,o,l,i,s),Yt(c,l,o,i,s),Yt(c,o,l,i,s)):a?(Xt(a,o,l,i,s),Xt(a,l,o,i,s),Xt(a,o,l,i,s)):c&&(Yt(c,o,l,i,s),Yt(c,l,o,i,s),Yt(c,o,l,i,s)),e}}function Xt(t,e,n,r,o){for(let i=0,s=r*o;i<s;)t(e,n,i,i+=r,1)}function Yt(t,e,n,r,o){for(let i=0,s=r*o;i<r;++i)t(e,n,i,i+s,r)}function hl(t){let e=ui(t);return(n,r,o,i,s)=>{o<<=2,i<<=2,s<<=2,e(n,r,o+0,i+0,s),e(n,r,o+1,i+1,s),e(n,r,o+2,i+2,s),e(n,r,o+3,i+3,s)}}function ui(t){let e=Math.floor(t);if(e===t)return dl(t);let n=t-e,r=2*t+1;return(o,i,s,a,c)=>{if(!((a-=c)>=s))return;let l=e*i[s],f=c*e,m=f+c;for(let p=s,h=s+f;p<h;p+=c)l+=i[Math.min(a,p)];for(let p=s,h=a;p<=h;p+=c)l+=i[Math.min(a,p+f)],o[p]=(l+n*(i[Math.max(s,p-m)]+i[Math.min(a,p+m)]))/r,l-=i[Math.max(s,p-f)]}}function dl(t){let e=2*t+1;return(n,r,o,i,s)=>{if(!((i-=s)>=o))return;let a=t*r[o],c=s*t;for(let l=o,f=o+c;l<f;l+=s)a+=r[Math.min(i,l)];for(let l=o,f=i;l<=f;l+=s)a+=r[Math.min(i,l+c)],n[l]=a/e,a-=r[Math.max(o,l-c)]}}function gl(t=Tt){if(t===Tt)return li;if(typeof t!="function")throw new TypeError("compare is not a function");return(e,n)=>{let r=t(e,n);return r||r===0?r:(t(n,n)===0)-(t(e,e)===0)}}function li(t,e){return(t==null||!(t>=t))-(e==null||!(e>=e))||(t<e?-1:t>e?1:0)}var yl=Array.prototype,Hp=yl.slice;var bl=Math.sqrt(50),_l=Math.sqrt(10),xl=Math.sqrt(2);function on(t,e,n){let r=(e-t)/Math.max(0,n),o=Math.floor(Math.log10(r)),i=r/Math.pow(10,o),s=i>=bl?10:i>=_l?5:i>=xl?2:1,a,c,l;return o<0?(l=Math.pow(10,-o)/s,a=Math.round(t*l),c=Math.round(e*l),a/l<t&&++a,c/l>e&&--c,l=-l):(l=Math.pow(10,o)*s,a=Math.round(t/l),c=Math.round(e/l),a*l<t&&++a,c*l>e&&--c),c<a&&.5<=n&&n<2?on(t,e,n*2):[a,c,l]}function an(t,e,n){if(e=+e,t=+t,n=+n,!(n>0))return[];if(t===e)return[t];let r=e<t,[o,i,s]=r?on(e,t,n):on(t,e,n);if(!(i>=o))return[];let a=i-o+1,c=new Array(a);if(r)if(s<0)for(let l=0;l<a;++l)c[l]=(i-l)/-s;else for(let l=0;l<a;++l)c[l]=(i-l)*s;else if(s<0)for(let l=0;l<a;++l)c[l]=(o+l)/-s;else for(let l=0;l<a;++l)c[l]=(o+l)*s;return c}function sn(t,e,n){return e=+e,t=+t,n=+n,on(t,e,n)[2]}function ci(t,e,n){e=+e,t=+t,n=+n;let r=e<t,o=r?sn(e,t,n):sn(t,e,n);return(r?-1:1)*(o<0?1/-o:o)}function we(t,e){let n;if(e===void 0)for(let r of t)r!=null&&(n<r||n===void 0&&r>=r)&&(n=r);else{let r=-1;for(let o of t)(o=e(o,++r,t))!=null&&(n<o||n===void 0&&o>=o)&&(n=o)}return n}function un(t,e){let n,r=-1,o=-1;if(e===void 0)for(let i of t)++o,i!=null&&(n<i||n===void 0&&i>=i)&&(n=i,r=o);else for(let i of t)(i=e(i,++o,t))!=null&&(n<i||n===void 0&&i>=i)&&(n=i,r=o);return r}function ve(t,e){let n;if(e===void 0)for(let r of t)r!=null&&(n>r||n===void 0&&r>=r)&&(n=r);else{let r=-1;for(let o of t)(o=e(o,++r,t))!=null&&(n>o||n===void 0&&o>=o)&&(n=o)}return n}function ln(t,e){let n,r=-1,o=-1;if(e===void 0)for(let i of t)++o,i!=null&&(n>i||n===void 0&&i>=i)&&(n=i,r=o);else for(let i of t)(i=e(i,++o,t))!=null&&(n>i||n===void 0&&i>=i)&&(n=i,r=o);return r}function fi(t,e,n=0,r=1/0,o){if(e=Math.floor(e),n=Math.floor(Math.max(0,n)),r=Math.floor(Math.min(t.length-1,r)),!(n<=e&&e<=r))return t;for(o=o===void 0?li:gl(o);r>n;){if(r-n>600){let c=r-n+1,l=e-n+1,f=Math.log(c),m=.5*Math.exp(2*f/3),p=.5*Math.sqrt(f*m*(c-m)/c)*(l-c/2<0?-1:1),h=Math.max(n,Math.floor(e-l*m/c+p)),d=Math.min(r,Math.floor(e+(c-l)*m/c+p));fi(t,e,h,d,o)}let i=t[e],s=n,a=r;for(xe(t,n,e),o(t[r],i)>0&&xe(t,n,r);s<a;){for(xe(t,s,a),++s,--a;o(t[s],i)<0;)++s;for(;o(t[a],i)>0;)--a}o(t[n],i)===0?xe(t,n,a):(++a,xe(t,a,r)),a<=e&&(n=a+1),e<=a&&(r=a-1)}return t}function xe(t,e,n){let r=t[e];t[e]=t[n],t[n]=r}function mi(t,e,n){if(t=Float64Array.from(pl(t,n)),!(!(r=t.length)||isNaN(e=+e))){if(e<=0||r<2)return ve(t);if(e>=1)return we(t);var r,o=(r-1)*e,i=Math.floor(o),s=we(fi(t,i).subarray(0,i+1)),a=ve(t.subarray(i+1));return s+(a-s)*(o-i)}}function pi(t,e){let n=0,r=0;if(e===void 0)for(let o of t)o!=null&&(o=+o)>=o&&(++n,r+=o);else{let o=-1;for(let i of t)(i=e(i,++o,t))!=null&&(i=+i)>=i&&(++n,r+=i)}if(n)return r/n}function hi(t,e){return mi(t,.5,e)}var zp=wl(Math.random);function wl(t){return function(n,r=0,o=n.length){let i=o-(r=+r);for(;i;){let s=t()*i--|0,a=n[i+r];n[i+r]=n[s+r],n[s+r]=a}return n}}var cn={label:48,unit:90,kind:24,part:32};function gi(t,e=0){let n=Sr(t?.run?.columns);return new Map((t?.metrics??[]).flatMap(r=>{let o=Sr(n[r]),i=Array.isArray(o.by_row)?o.by_row[e]:null,s=vl(r,{...o,...Sr(i)});return s?[[r,s]]:[]}))}function vl(t,e){let n=fn(e.label,cn.label);if(!n)return null;let r=fn(e.kind,cn.kind),o=fn(e.part,cn.part);return{name:t,label:n,unit:fn(e.unit,cn.unit),better:e.better==="low"||e.better==="high"?e.better:null,isShare:e.format==="share",part:r&&o?{kind:r,name:o,weight:di(e.weight),meanImageLoss:di(e.mean_image_loss)}:null}}function Sr(t){return typeof t=="object"&&t!==null&&!Array.isArray(t)?t:{}}function fn(t,e){return typeof t=="string"?rt(t.replaceAll(/\s+/g," ").trim(),e):""}function di(t){return typeof t=="number"&&Number.isFinite(t)&&t>0?t:NaN}function bi({layout:t,steps:e,shape:[,n,r],values:o}){if(!t)return[];let{rows:i,metrics:s}=t,a=new Map(s.map((c,l)=>[c,l]));return i.map((c,l)=>{let f=p=>{let h=a.get(p);return e.map((d,g)=>h===void 0?NaN:o[(g*n+l)*r+h])},m=()=>f("flags").map(p=>kl(p,t.flags));return Mr({row:c,steps:e,metricNames:s,described:gi(t,l),column:f,flags:m})})}function Mr(t){let{layer:e,decoder:n}=t.row;return{...t,key:`${e}/${n}`,column:yi(t.column),flags:yi(t.flags)}}function yi(t){let e=new Map;return n=>(e.has(n)||e.set(n,t(n)),e.get(n))}function kl(t,e){return Number.isFinite(t)?e.filter((n,r)=>Math.floor(t/2**r)%2===1):[]}function ke({flags:t}){let[e=[],...n]=t();return e.filter(r=>n.every(o=>o.includes(r)))}function Jt(t){let e=ke(t);return t.flags().map(n=>n.filter(r=>!e.includes(r)))}function ot({steps:t,column:e}){let n=e("probe_accuracy"),r=un(n);return r<0?null:{step:t[r],accuracy:n[r]}}function xt({column:t},e){return t(e).findLast(Number.isFinite)??NaN}function Lt(t,e,n){return e[F(t,n)]??NaN}function F(t,e){return Math.max(0,ln(t,n=>Math.abs(Math.log1p(n)-Math.log1p(e))))}function _i(t){return t.flatMap((e,n)=>Number.isFinite(e)&&!Number.isFinite(t[n-1])&&!Number.isFinite(t[n+1])?[n]:[])}function E({row:t},e){return e.some(r=>r.row.layer===t.layer&&r.row.decoder!==t.decoder)?`${t.layer} (${t.decoder})`:t.layer}function j({summary:t,numSeeds:e}){return At(t.run)+(e?` (${e} seeds)`:"")}function C(t,{layer:e,decoder:n}){return t.find(r=>r.layer===e&&r.decoder===n)}var Sl=Symbol.for("pv"),Ml=0;function u(t,e,n,r,o,i){e||(e={});var s,a,c=e;if("ref"in c&&typeof t!="function")for(a in c={},e)a=="ref"?s=e[a]:c[a]=e[a];var l={type:t,props:c,key:n,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Sl,__v:--Ml,__i:-1,__u:0};return(o||i)&&(l.__source=o,l.__self=i),N.vnode&&N.vnode(l),l}function xi({runs:t,cursor:e,quantity:n}){let[r,o]=A(e.current);ft(e,o);let i=$(null),s=t.find(({summary:g})=>g.run===r?.run)??t[0],{rows:a,reports:c}=s,l=a.find(g=>g.key===r?.panel),f=r&&l?.steps.length?{series:l,at:F(l.steps,r.step)}:null;Wo(()=>{if(!i.current||!r)return;let g=Rl(r);if(!g)return;let y=g.getBoundingClientRect(),{width:b,height:w}=i.current.getBoundingClientRect(),_=y.left+14,x=_+b>document.documentElement.clientWidth-4?y.left-14-b:_,k=Math.min(y.top+18,window.innerHeight-w-4);i.current.style.transform=`translate(${Math.max(4,x)}px,${Math.max(4,k)}px)`});let m=l&&C(c,l.row),p=s!==t[0],h=l?E(l,a):"",d=r?.byKey&&f?Cl(p?`${j(s)}, ${h}`:h,f,r.line):"";return u(M,{children:[u("div",{class:"read-aloud","aria-live":"polite",children:d}),f&&u("div",{ref:i,class:"tooltip",role:"tooltip",children:[p&&u("p",{children:j(s)}),u(Nl,{...f,name:h,phases:m?.phases??[],chosen:n,line:r?.line})]})]})}function Rl({panel:t,byKey:e}){return document.querySelector(e?".chart svg:focus":".chart svg:hover")?.querySelector('.cursor line, .cursor [r="6"]')??document.querySelector(`[data-panel="${CSS.escape(t)}"] .cursor line`)}var Pl=["loss","limit","explained","accuracy"];function Nl({name:t,series:e,at:n,phases:r,chosen:o,line:i}){let s=e.steps[n],a=Et({series:e,at:n},"epoch"),c=Pl.includes(o.key)||wi(e).includes(o.key),l=r.filter(({start_step:m,end_step:p})=>m<=s&&s<=p).map(({kind:m})=>m),f=[...$l({series:e,at:n}),...c?[]:[[o.label,o.format(o.read(e)[n])]],...l.length?[["phase",l.join(" \u2192 ")]]:[]];return u(M,{children:[u("p",{class:"tooltip-title",children:[u("b",{children:["step ",v(s)]}),Number.isFinite(a)&&u("span",{children:[" epoch ",Number(a.toFixed(2))]}),u("span",{class:"tooltip-layer",children:t})]}),u("dl",{children:[i&&u(M,{children:[u("dt",{class:"tooltip-line",children:i.name}),u("dd",{class:"tooltip-line",children:i.value})]}),f.map(([m,p,h])=>u(M,{children:[u("dt",{class:h,children:m}),u("dd",{children:p})]},m))]}),(Jt(e)[n]??[]).map(m=>u("p",{class:"tooltip-flag",children:_e(m)},m)),u("p",{class:"muted",children:["loss: mean squared error per input element",!c&&`; ${o.label}: ${o.unit}`]})]})}function $l(t){let e=O(Et(t,"reconstruction_loss")),n=Et(t,"reconstruction_loss_limit"),r=o=>U(Et(t,o));return[["reconstruction loss",[e,u("span",{class:"muted",children:ri(Et(t,"reconstruction_stderr"))})],"loss"],...Number.isFinite(n)?[["at unlimited rows",O(n)]]:[],["explained variance",r("explained_variance")],["probe accuracy",r("probe_accuracy"),"accuracy"],...wi(t.series).map(o=>[`${/^transfer_(.+)_accuracy$/.exec(o)[1]} accuracy`,r(o)])]}function wi({metricNames:t}){return t.filter(e=>/^transfer_.+_accuracy$/.test(e))}function Cl(t,e,n){let r=`${t}, step ${v(e.series.steps[e.at])}`;return n?`${r}: ${n.name} ${n.value}`:`${r}: reconstruction loss ${O(Et(e,"reconstruction_loss"))}, probe accuracy ${U(Et(e,"probe_accuracy"))}`}function Et({series:t,at:e},n){return t.column(n)[e]}function ne(t,e,n){t.prototype=e.prototype=n,n.constructor=t}function Re(t,e){var n=Object.create(t.prototype);for(var r in e)n[r]=e[r];return n}function wt(){}var Ft=.7,ee=1/Ft,Zt="\\s*([+-]?\\d+)\\s*",Se="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)\\s*",it="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)%\\s*",Al=/^#([0-9a-f]{3,8})$/,Tl=new RegExp(`^rgb\\(${Zt},${Zt},${Zt}\\)$`),Ll=new RegExp(`^rgb\\(${it},${it},${it}\\)$`),El=new RegExp(`^rgba\\(${Zt},${Zt},${Zt},${Se}\\)$`),Dl=new RegExp(`^rgba\\(${it},${it},${it},${Se}\\)$`),Il=new RegExp(`^hsl\\(${Se},${it},${it}\\)$`),Ol=new RegExp(`^hsla\\(${Se},${it},${it},${Se}\\)$`),vi={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074};ne(wt,re,{copy(t){return Object.assign(new this.constructor,this,t)},displayable(){return this.rgb().displayable()},hex:ki,formatHex:ki,formatHex8:Fl,formatHsl:ql,formatRgb:Si,toString:Si});function ki(){return this.rgb().formatHex()}function Fl(){return this.rgb().formatHex8()}function ql(){return Li(this).formatHsl()}function Si(){return this.rgb().formatRgb()}function re(t){var e,n;return t=(t+"").trim().toLowerCase(),(e=Al.exec(t))?(n=e[1].length,e=parseInt(e[1],16),n===6?Mi(e):n===3?new q(e>>8&15|e>>4&240,e>>4&15|e&240,(e&15)<<4|e&15,1):n===8?mn(e>>24&255,e>>16&255,e>>8&255,(e&255)/255):n===4?mn(e>>12&15|e>>8&240,e>>8&15|e>>4&240,e>>4&15|e&240,((e&15)<<4|e&15)/255):null):(e=Tl.exec(t))?new q(e[1],e[2],e[3],1):(e=Ll.exec(t))?new q(e[1]*255/100,e[2]*255/100,e[3]*255/100,1):(e=El.exec(t))?mn(e[1],e[2],e[3],e[4]):(e=Dl.exec(t))?mn(e[1]*255/100,e[2]*255/100,e[3]*255/100,e[4]):(e=Il.exec(t))?Ni(e[1],e[2]/100,e[3]/100,1):(e=Ol.exec(t))?Ni(e[1],e[2]/100,e[3]/100,e[4]):vi.hasOwnProperty(t)?Mi(vi[t]):t==="transparent"?new q(NaN,NaN,NaN,0):null}function Mi(t){return new q(t>>16&255,t>>8&255,t&255,1)}function mn(t,e,n,r){return r<=0&&(t=e=n=NaN),new q(t,e,n,r)}function Ar(t){return t instanceof wt||(t=re(t)),t?(t=t.rgb(),new q(t.r,t.g,t.b,t.opacity)):new q}function Pe(t,e,n,r){return arguments.length===1?Ar(t):new q(t,e,n,r??1)}function q(t,e,n,r){this.r=+t,this.g=+e,this.b=+n,this.opacity=+r}ne(q,Pe,Re(wt,{brighter(t){return t=t==null?ee:Math.pow(ee,t),new q(this.r*t,this.g*t,this.b*t,this.opacity)},darker(t){return t=t==null?Ft:Math.pow(Ft,t),new q(this.r*t,this.g*t,this.b*t,this.opacity)},rgb(){return this},clamp(){return new q(It(this.r),It(this.g),It(this.b),hn(this.opacity))},displayable(){return-.5<=this.r&&this.r<255.5&&-.5<=this.g&&this.g<255.5&&-.5<=this.b&&this.b<255.5&&0<=this.opacity&&this.opacity<=1},hex:Ri,formatHex:Ri,formatHex8:Bl,formatRgb:Pi,toString:Pi}));function Ri(){return`#${Dt(this.r)}${Dt(this.g)}${Dt(this.b)}`}function Bl(){return`#${Dt(this.r)}${Dt(this.g)}${Dt(this.b)}${Dt((isNaN(this.opacity)?1:this.opacity)*255)}`}function Pi(){let t=hn(this.opacity);return`${t===1?"rgb(":"rgba("}${It(this.r)}, ${It(this.g)}, ${It(this.b)}${t===1?")":`, ${t})`}`}function hn(t){return isNaN(t)?1:Math.max(0,Math.min(1,t))}function It(t){return Math.max(0,Math.min(255,Math.round(t)||0))}function Dt(t){return t=It(t),(t<16?"0":"")+t.toString(16)}function Ni(t,e,n,r){return r<=0?t=e=n=NaN:n<=0||n>=1?t=e=NaN:e<=0&&(t=NaN),new tt(t,e,n,r)}function Li(t){if(t instanceof tt)return new tt(t.h,t.s,t.l,t.opacity);if(t instanceof wt||(t=re(t)),!t)return new tt;if(t instanceof tt)return t;t=t.rgb();var e=t.r/255,n=t.g/255,r=t.b/255,o=Math.min(e,n,r),i=Math.max(e,n,r),s=NaN,a=i-o,c=(i+o)/2;return a?(e===i?s=(n-r)/a+(n<r)*6:n===i?s=(r-e)/a+2:s=(e-n)/a+4,a/=c<.5?i+o:2-i-o,s*=60):a=c>0&&c<1?0:s,new tt(s,a,c,t.opacity)}function gn(t,e,n,r){return arguments.length===1?Li(t):new tt(t,e,n,r??1)}function tt(t,e,n,r){this.h=+t,this.s=+e,this.l=+n,this.opacity=+r}ne(tt,gn,Re(wt,{brighter(t){return t=t==null?ee:Math.pow(ee,t),new tt(this.h,this.s,this.l*t,this.opacity)},darker(t){return t=t==null?Ft:Math.pow(Ft,t),new tt(this.h,this.s,this.l*t,this.opacity)},rgb(){var t=this.h%360+(this.h<0)*360,e=isNaN(t)||isNaN(this.s)?0:this.s,n=this.l,r=n+(n<.5?n:1-n)*e,o=2*n-r;return new q(Rr(t>=240?t-240:t+120,o,r),Rr(t,o,r),Rr(t<120?t+240:t-120,o,r),this.opacity)},clamp(){return new tt($i(this.h),pn(this.s),pn(this.l),hn(this.opacity))},displayable(){return(0<=this.s&&this.s<=1||isNaN(this.s))&&0<=this.l&&this.l<=1&&0<=this.opacity&&this.opacity<=1},formatHsl(){let t=hn(this.opacity);return`${t===1?"hsl(":"hsla("}${$i(this.h)}, ${pn(this.s)*100}%, ${pn(this.l)*100}%${t===1?")":`, ${t})`}`}}));function $i(t){return t=(t||0)%360,t<0?t+360:t}function pn(t){return Math.max(0,Math.min(1,t||0))}function Rr(t,e,n){return(t<60?e+(n-e)*t/60:t<180?n:t<240?e+(n-e)*(240-t)/60:e)*255}var Ei=Math.PI/180,Di=180/Math.PI,dn=18,Ii=.96422,Oi=1,Fi=.82521,qi=4/29,te=6/29,Bi=3*te*te,Vl=te*te*te;function Vi(t){if(t instanceof st)return new st(t.l,t.a,t.b,t.opacity);if(t instanceof mt)return zi(t);t instanceof q||(t=Ar(t));var e=Cr(t.r),n=Cr(t.g),r=Cr(t.b),o=Pr((.2225045*e+.7168786*n+.0606169*r)/Oi),i,s;return e===n&&n===r?i=s=o:(i=Pr((.4360747*e+.3850649*n+.1430804*r)/Ii),s=Pr((.0139322*e+.0971045*n+.7141733*r)/Fi)),new st(116*o-16,500*(i-o),200*(o-s),t.opacity)}function Hi(t,e,n,r){return arguments.length===1?Vi(t):new st(t,e,n,r??1)}function st(t,e,n,r){this.l=+t,this.a=+e,this.b=+n,this.opacity=+r}ne(st,Hi,Re(wt,{brighter(t){return new st(this.l+dn*(t??1),this.a,this.b,this.opacity)},darker(t){return new st(this.l-dn*(t??1),this.a,this.b,this.opacity)},rgb(){var t=(this.l+16)/116,e=isNaN(this.a)?t:t+this.a/500,n=isNaN(this.b)?t:t-this.b/200;return e=Ii*Nr(e),t=Oi*Nr(t),n=Fi*Nr(n),new q($r(3.1338561*e-1.6168667*t-.4906146*n),$r(-.9787684*e+1.9161415*t+.033454*n),$r(.0719453*e-.2289914*t+1.4052427*n),this.opacity)}}));function Pr(t){return t>Vl?Math.pow(t,1/3):t/Bi+qi}function Nr(t){return t>te?t*t*t:Bi*(t-qi)}function $r(t){return 255*(t<=.0031308?12.92*t:1.055*Math.pow(t,1/2.4)-.055)}function Cr(t){return(t/=255)<=.04045?t/12.92:Math.pow((t+.055)/1.055,2.4)}function Hl(t){if(t instanceof mt)return new mt(t.h,t.c,t.l,t.opacity);if(t instanceof st||(t=Vi(t)),t.a===0&&t.b===0)return new mt(NaN,0<t.l&&t.l<100?0:NaN,t.l,t.opacity);var e=Math.atan2(t.b,t.a)*Di;return new mt(e<0?e+360:e,Math.sqrt(t.a*t.a+t.b*t.b),t.l,t.opacity)}function yn(t,e,n,r){return arguments.length===1?Hl(t):new mt(t,e,n,r??1)}function mt(t,e,n,r){this.h=+t,this.c=+e,this.l=+n,this.opacity=+r}function zi(t){if(isNaN(t.h))return new st(t.l,0,0,t.opacity);var e=t.h*Ei;return new st(t.l,Math.cos(e)*t.c,Math.sin(e)*t.c,t.opacity)}ne(mt,yn,Re(wt,{brighter(t){return new mt(this.h,this.c,this.l+dn*(t??1),this.opacity)},darker(t){return new mt(this.h,this.c,this.l-dn*(t??1),this.opacity)},rgb(){return zi(this).rgb()}}));var ji=-.14861,Tr=1.78277,Lr=-.29227,bn=-.90649,Me=1.97294,Ci=Me*bn,Ai=Me*Tr,Ti=Tr*Lr-bn*ji;function zl(t){if(t instanceof Ot)return new Ot(t.h,t.s,t.l,t.opacity);t instanceof q||(t=Ar(t));var e=t.r/255,n=t.g/255,r=t.b/255,o=(Ti*r+Ci*e-Ai*n)/(Ti+Ci-Ai),i=r-o,s=(Me*(n-o)-Lr*i)/bn,a=Math.sqrt(s*s+i*i)/(Me*o*(1-o)),c=a?Math.atan2(s,i)*Di-120:NaN;return new Ot(c<0?c+360:c,a,o,t.opacity)}function _n(t,e,n,r){return arguments.length===1?zl(t):new Ot(t,e,n,r??1)}function Ot(t,e,n,r){this.h=+t,this.s=+e,this.l=+n,this.opacity=+r}ne(Ot,_n,Re(wt,{brighter(t){return t=t==null?ee:Math.pow(ee,t),new Ot(this.h,this.s,this.l*t,this.opacity)},darker(t){return t=t==null?Ft:Math.pow(Ft,t),new Ot(this.h,this.s,this.l*t,this.opacity)},rgb(){var t=isNaN(this.h)?0:(this.h+120)*Ei,e=+this.l,n=isNaN(this.s)?0:this.s*e*(1-e),r=Math.cos(t),o=Math.sin(t);return new q(255*(e+n*(ji*r+Tr*o)),255*(e+n*(Lr*r+bn*o)),255*(e+n*(Me*r)),this.opacity)}}));function Qi(t,e,n,r,o){var i=t*t,s=i*t;return((1-3*t+3*i-s)*e+(4-6*i+3*s)*n+(1+3*t+3*i-3*s)*r+s*o)/6}function jl(t){var e=t.length-1;return function(n){var r=n<=0?n=0:n>=1?(n=1,e-1):Math.floor(n*e),o=t[r],i=t[r+1],s=r>0?t[r-1]:2*o-i,a=r<e-1?t[r+2]:2*i-o;return Qi((n-r/e)*e,s,o,i,a)}}function Ul(t){var e=t.length;return function(n){var r=Math.floor(((n%=1)<0?++n:n)*e),o=t[(r+e-1)%e],i=t[r%e],s=t[(r+1)%e],a=t[(r+2)%e];return Qi((n-r/e)*e,o,i,s,a)}}var wn=t=>()=>t;function Ki(t,e){return function(n){return t+n*e}}function Gl(t,e,n){return t=Math.pow(t,n),e=Math.pow(e,n)-t,n=1/n,function(r){return Math.pow(t+r*e,n)}}function Or(t,e){var n=e-t;return n?Ki(t,n>180||n<-180?n-360*Math.round(n/360):n):wn(isNaN(t)?e:t)}function Wl(t){return(t=+t)==1?Q:function(e,n){return n-e?Gl(e,n,t):wn(isNaN(e)?n:e)}}function Q(t,e){var n=e-t;return n?Ki(t,n):wn(isNaN(t)?e:t)}var Ui=(function t(e){var n=Wl(e);function r(o,i){var s=n((o=Pe(o)).r,(i=Pe(i)).r),a=n(o.g,i.g),c=n(o.b,i.b),l=Q(o.opacity,i.opacity);return function(f){return o.r=s(f),o.g=a(f),o.b=c(f),o.opacity=l(f),o+""}}return r.gamma=t,r})(1);function Xi(t){return function(e){var n=e.length,r=new Array(n),o=new Array(n),i=new Array(n),s,a;for(s=0;s<n;++s)a=Pe(e[s]),r[s]=a.r||0,o[s]=a.g||0,i[s]=a.b||0;return r=t(r),o=t(o),i=t(i),a.opacity=1,function(c){return a.r=r(c),a.g=o(c),a.b=i(c),a+""}}}var ch=Xi(jl),fh=Xi(Ul);function Ql(t,e){e||(e=[]);var n=t?Math.min(e.length,t.length):0,r=e.slice(),o;return function(i){for(o=0;o<n;++o)r[o]=t[o]*(1-i)+e[o]*i;return r}}function Kl(t){return ArrayBuffer.isView(t)&&!(t instanceof DataView)}function Xl(t,e){var n=e?e.length:0,r=t?Math.min(n,t.length):0,o=new Array(r),i=new Array(n),s;for(s=0;s<r;++s)o[s]=vn(t[s],e[s]);for(;s<n;++s)i[s]=e[s];return function(a){for(s=0;s<r;++s)i[s]=o[s](a);return i}}function Yl(t,e){var n=new Date;return t=+t,e=+e,function(r){return n.setTime(t*(1-r)+e*r),n}}function et(t,e){return t=+t,e=+e,function(n){return t*(1-n)+e*n}}function Jl(t,e){var n={},r={},o;(t===null||typeof t!="object")&&(t={}),(e===null||typeof e!="object")&&(e={});for(o in e)o in t?n[o]=vn(t[o],e[o]):r[o]=e[o];return function(i){for(o in n)r[o]=n[o](i);return r}}var Dr=/[-+]?(?:\d+\.?\d*|\.?\d+)(?:[eE][-+]?\d+)?/g,Er=new RegExp(Dr.source,"g");function Zl(t){return function(){return t}}function tc(t){return function(e){return t(e)+""}}function ec(t,e){var n=Dr.lastIndex=Er.lastIndex=0,r,o,i,s=-1,a=[],c=[];for(t=t+"",e=e+"";(r=Dr.exec(t))&&(o=Er.exec(e));)(i=o.index)>n&&(i=e.slice(n,i),a[s]?a[s]+=i:a[++s]=i),(r=r[0])===(o=o[0])?a[s]?a[s]+=o:a[++s]=o:(a[++s]=null,c.push({i:s,x:et(r,o)})),n=Er.lastIndex;return n<e.length&&(i=e.slice(n),a[s]?a[s]+=i:a[++s]=i),a.length<2?c[0]?tc(c[0].x):Zl(e):(e=c.length,function(l){for(var f=0,m;f<e;++f)a[(m=c[f]).i]=m.x(l);return a.join("")})}function vn(t,e){var n=typeof e,r;return e==null||n==="boolean"?wn(e):(n==="number"?et:n==="string"?(r=re(e))?(e=r,Ui):ec:e instanceof re?Ui:e instanceof Date?Yl:Kl(e)?Ql:Array.isArray(e)?Xl:typeof e.valueOf!="function"&&typeof e.toString!="function"||isNaN(e)?Jl:et)(t,e)}function Yi(t,e){return t=+t,e=+e,function(n){return Math.round(t*(1-n)+e*n)}}var Gi=180/Math.PI,Ir={translateX:0,translateY:0,rotate:0,skewX:0,scaleX:1,scaleY:1};function Ji(t,e,n,r,o,i){var s,a,c;return(s=Math.sqrt(t*t+e*e))&&(t/=s,e/=s),(c=t*n+e*r)&&(n-=t*c,r-=e*c),(a=Math.sqrt(n*n+r*r))&&(n/=a,r/=a,c/=a),t*r<e*n&&(t=-t,e=-e,c=-c,s=-s),{translateX:o,translateY:i,rotate:Math.atan2(e,t)*Gi,skewX:Math.atan(c)*Gi,scaleX:s,scaleY:a}}var xn;function nc(t){let e=new(typeof DOMMatrix=="function"?DOMMatrix:WebKitCSSMatrix)(t+"");return e.isIdentity?Ir:Ji(e.a,e.b,e.c,e.d,e.e,e.f)}function rc(t){return t==null||(xn||(xn=document.createElementNS("http://www.w3.org/2000/svg","g")),xn.setAttribute("transform",t),!(t=xn.transform.baseVal.consolidate()))?Ir:(t=t.matrix,Ji(t.a,t.b,t.c,t.d,t.e,t.f))}function Zi(t,e,n,r){function o(l){return l.length?l.pop()+" ":""}function i(l,f,m,p,h,d){if(l!==m||f!==p){var g=h.push("translate(",null,e,null,n);d.push({i:g-4,x:et(l,m)},{i:g-2,x:et(f,p)})}else(m||p)&&h.push("translate("+m+e+p+n)}function s(l,f,m,p){l!==f?(l-f>180?f+=360:f-l>180&&(l+=360),p.push({i:m.push(o(m)+"rotate(",null,r)-2,x:et(l,f)})):f&&m.push(o(m)+"rotate("+f+r)}function a(l,f,m,p){l!==f?p.push({i:m.push(o(m)+"skewX(",null,r)-2,x:et(l,f)}):f&&m.push(o(m)+"skewX("+f+r)}function c(l,f,m,p,h,d){if(l!==m||f!==p){var g=h.push(o(h)+"scale(",null,",",null,")");d.push({i:g-4,x:et(l,m)},{i:g-2,x:et(f,p)})}else(m!==1||p!==1)&&h.push(o(h)+"scale("+m+","+p+")")}return function(l,f){var m=[],p=[];return l=t(l),f=t(f),i(l.translateX,l.translateY,f.translateX,f.translateY,m,p),s(l.rotate,f.rotate,m,p),a(l.skewX,f.skewX,m,p),c(l.scaleX,l.scaleY,f.scaleX,f.scaleY,m,p),l=f=null,function(h){for(var d=-1,g=p.length,y;++d<g;)m[(y=p[d]).i]=y.x(h);return m.join("")}}}var mh=Zi(nc,"px, ","px)","deg)"),ph=Zi(rc,", ",")",")"),oc=1e-12;function Wi(t){return((t=Math.exp(t))+1/t)/2}function ic(t){return((t=Math.exp(t))-1/t)/2}function sc(t){return((t=Math.exp(2*t))-1)/(t+1)}var hh=(function t(e,n,r){function o(i,s){var a=i[0],c=i[1],l=i[2],f=s[0],m=s[1],p=s[2],h=f-a,d=m-c,g=h*h+d*d,y,b;if(g<oc)b=Math.log(p/l)/e,y=function(T){return[a+T*h,c+T*d,l*Math.exp(e*T*b)]};else{var w=Math.sqrt(g),_=(p*p-l*l+r*g)/(2*l*n*w),x=(p*p-l*l-r*g)/(2*p*n*w),k=Math.log(Math.sqrt(_*_+1)-_),P=Math.log(Math.sqrt(x*x+1)-x);b=(P-k)/e,y=function(T){var H=T*b,W=Wi(k),z=l/(n*w)*(W*sc(e*H+k)-ic(k));return[a+z*h,c+z*d,l*W/Wi(e*H+k)]}}return y.duration=Math.abs(b)*1e3*e/Math.SQRT2,y}return o.rho=function(i){var s=Math.max(.001,+i),a=s*s,c=a*a;return t(s,a,c)},o})(Math.SQRT2,2,4);function ts(t){return function(e,n){var r=t((e=gn(e)).h,(n=gn(n)).h),o=Q(e.s,n.s),i=Q(e.l,n.l),s=Q(e.opacity,n.opacity);return function(a){return e.h=r(a),e.s=o(a),e.l=i(a),e.opacity=s(a),e+""}}}var dh=ts(Or),gh=ts(Q);function es(t){return function(e,n){var r=t((e=yn(e)).h,(n=yn(n)).h),o=Q(e.c,n.c),i=Q(e.l,n.l),s=Q(e.opacity,n.opacity);return function(a){return e.h=r(a),e.c=o(a),e.l=i(a),e.opacity=s(a),e+""}}}var yh=es(Or),bh=es(Q);function ns(t){return(function e(n){n=+n;function r(o,i){var s=t((o=_n(o)).h,(i=_n(i)).h),a=Q(o.s,i.s),c=Q(o.l,i.l),l=Q(o.opacity,i.opacity);return function(f){return o.h=s(f),o.s=a(f),o.l=c(Math.pow(f,n)),o.opacity=l(f),o+""}}return r.gamma=e,r})(1)}var _h=ns(Or),xh=ns(Q);function ac(t){return Math.abs(t=Math.round(t))>=1e21?t.toLocaleString("en").replace(/,/g,""):t.toString(10)}function Sn(t,e){if(!isFinite(t)||t===0)return null;var n=(t=e?t.toExponential(e-1):t.toExponential()).indexOf("e"),r=t.slice(0,n);return[r.length>1?r[0]+r.slice(2):r,+t.slice(n+1)]}function oe(t){return t=Sn(Math.abs(t)),t?t[1]:NaN}function uc(t,e){return function(n,r){for(var o=n.length,i=[],s=0,a=t[0],c=0;o>0&&a>0&&(c+a+1>r&&(a=Math.max(1,r-c)),i.push(n.substring(o-=a,o+a)),!((c+=a+1)>r));)a=t[s=(s+1)%t.length];return i.reverse().join(e)}}function lc(t){return function(e){return e.replace(/[0-9]/g,function(n){return t[+n]})}}var cc=/^(?:(.)?([<>=^]))?([+\-( ])?([$#])?(0)?(\d+)?(,)?(\.\d+)?(~)?([a-z%])?$/i;function ie(t){if(!(e=cc.exec(t)))throw new Error("invalid format: "+t);var e;return new Fr({fill:e[1],align:e[2],sign:e[3],symbol:e[4],zero:e[5],width:e[6],comma:e[7],precision:e[8]&&e[8].slice(1),trim:e[9],type:e[10]})}ie.prototype=Fr.prototype;function Fr(t){this.fill=t.fill===void 0?" ":t.fill+"",this.align=t.align===void 0?">":t.align+"",this.sign=t.sign===void 0?"-":t.sign+"",this.symbol=t.symbol===void 0?"":t.symbol+"",this.zero=!!t.zero,this.width=t.width===void 0?void 0:+t.width,this.comma=!!t.comma,this.precision=t.precision===void 0?void 0:+t.precision,this.trim=!!t.trim,this.type=t.type===void 0?"":t.type+""}Fr.prototype.toString=function(){return this.fill+this.align+this.sign+this.symbol+(this.zero?"0":"")+(this.width===void 0?"":Math.max(1,this.width|0))+(this.comma?",":"")+(this.precision===void 0?"":"."+Math.max(0,this.precision|0))+(this.trim?"~":"")+this.type};function fc(t){t:for(var e=t.length,n=1,r=-1,o;n<e;++n)switch(t[n]){case".":r=o=n;break;case"0":r===0&&(r=n),o=n;break;default:if(!+t[n])break t;r>0&&(r=0);break}return r>0?t.slice(0,r)+t.slice(o+1):t}var Mn;function mc(t,e){var n=Sn(t,e);if(!n)return Mn=void 0,t.toPrecision(e);var r=n[0],o=n[1],i=o-(Mn=Math.max(-8,Math.min(8,Math.floor(o/3)))*3)+1,s=r.length;return i===s?r:i>s?r+new Array(i-s+1).join("0"):i>0?r.slice(0,i)+"."+r.slice(i):"0."+new Array(1-i).join("0")+Sn(t,Math.max(0,e+i-1))[0]}function rs(t,e){var n=Sn(t,e);if(!n)return t+"";var r=n[0],o=n[1];return o<0?"0."+new Array(-o).join("0")+r:r.length>o+1?r.slice(0,o+1)+"."+r.slice(o+1):r+new Array(o-r.length+2).join("0")}var os={"%":(t,e)=>(t*100).toFixed(e),b:t=>Math.round(t).toString(2),c:t=>t+"",d:ac,e:(t,e)=>t.toExponential(e),f:(t,e)=>t.toFixed(e),g:(t,e)=>t.toPrecision(e),o:t=>Math.round(t).toString(8),p:(t,e)=>rs(t*100,e),r:rs,s:mc,X:t=>Math.round(t).toString(16).toUpperCase(),x:t=>Math.round(t).toString(16)};function is(t){return t}var ss=Array.prototype.map,as=["y","z","a","f","p","n","\xB5","m","","k","M","G","T","P","E","Z","Y"];function pc(t){var e=t.grouping===void 0||t.thousands===void 0?is:uc(ss.call(t.grouping,Number),t.thousands+""),n=t.currency===void 0?"":t.currency[0]+"",r=t.currency===void 0?"":t.currency[1]+"",o=t.decimal===void 0?".":t.decimal+"",i=t.numerals===void 0?is:lc(ss.call(t.numerals,String)),s=t.percent===void 0?"%":t.percent+"",a=t.minus===void 0?"\u2212":t.minus+"",c=t.nan===void 0?"NaN":t.nan+"";function l(m,p){m=ie(m);var h=m.fill,d=m.align,g=m.sign,y=m.symbol,b=m.zero,w=m.width,_=m.comma,x=m.precision,k=m.trim,P=m.type;P==="n"?(_=!0,P="g"):os[P]||(x===void 0&&(x=12),k=!0,P="g"),(b||h==="0"&&d==="=")&&(b=!0,h="0",d="=");var T=(p&&p.prefix!==void 0?p.prefix:"")+(y==="$"?n:y==="#"&&/[boxX]/.test(P)?"0"+P.toLowerCase():""),H=(y==="$"?r:/[%p]/.test(P)?s:"")+(p&&p.suffix!==void 0?p.suffix:""),W=os[P],z=/[defgprs%]/.test(P);x=x===void 0?6:/[gprs]/.test(P)?Math.max(1,Math.min(21,x)):Math.max(0,Math.min(20,x));function J(R){var L=T,Z=H,Qt,ko,Be;if(P==="c")Z=W(R)+Z,R="";else{R=+R;var Ve=R<0||1/R<0;if(R=isNaN(R)?c:W(Math.abs(R),x),k&&(R=fc(R)),Ve&&+R==0&&g!=="+"&&(Ve=!1),L=(Ve?g==="("?g:a:g==="-"||g==="("?"":g)+L,Z=(P==="s"&&!isNaN(R)&&Mn!==void 0?as[8+Mn/3]:"")+Z+(Ve&&g==="("?")":""),z){for(Qt=-1,ko=R.length;++Qt<ko;)if(Be=R.charCodeAt(Qt),48>Be||Be>57){Z=(Be===46?o+R.slice(Qt+1):R.slice(Qt))+Z,R=R.slice(0,Qt);break}}}_&&!b&&(R=e(R,1/0));var He=L.length+R.length+Z.length,ct=He<w?new Array(w-He+1).join(h):"";switch(_&&b&&(R=e(ct+R,ct.length?w-Z.length:1/0),ct=""),d){case"<":R=L+R+Z+ct;break;case"=":R=L+ct+R+Z;break;case"^":R=ct.slice(0,He=ct.length>>1)+L+R+Z+ct.slice(He);break;default:R=ct+L+R+Z;break}return i(R)}return J.toString=function(){return m+""},J}function f(m,p){var h=Math.max(-8,Math.min(8,Math.floor(oe(p)/3)))*3,d=Math.pow(10,-h),g=l((m=ie(m),m.type="f",m),{suffix:as[8+h/3]});return function(y){return g(d*y)}}return{format:l,formatPrefix:f}}var kn,Rn,qr;hc({thousands:",",grouping:[3],currency:["$",""]});function hc(t){return kn=pc(t),Rn=kn.format,qr=kn.formatPrefix,kn}function us(t){return Math.max(0,-oe(Math.abs(t)))}function ls(t,e){return Math.max(0,Math.max(-8,Math.min(8,Math.floor(oe(e)/3)))*3-oe(Math.abs(t)))}function cs(t,e){return t=Math.abs(t),e=Math.abs(e)-t,Math.max(0,oe(e)-oe(t))+1}function Vr(t,e){switch(arguments.length){case 0:break;case 1:this.range(t);break;default:this.range(e).domain(t);break}return this}function dc(t){return function(){return t}}function gc(t){return+t}var fs=[0,1];function se(t){return t}function Br(t,e){return(e-=t=+t)?function(n){return(n-t)/e}:dc(isNaN(e)?NaN:.5)}function yc(t,e){var n;return t>e&&(n=t,t=e,e=n),function(r){return Math.max(t,Math.min(e,r))}}function bc(t,e,n){var r=t[0],o=t[1],i=e[0],s=e[1];return o<r?(r=Br(o,r),i=n(s,i)):(r=Br(r,o),i=n(i,s)),function(a){return i(r(a))}}function _c(t,e,n){var r=Math.min(t.length,e.length)-1,o=new Array(r),i=new Array(r),s=-1;for(t[r]<t[0]&&(t=t.slice().reverse(),e=e.slice().reverse());++s<r;)o[s]=Br(t[s],t[s+1]),i[s]=n(e[s],e[s+1]);return function(a){var c=si(t,a,1,r)-1;return i[c](o[c](a))}}function Hr(t,e){return e.domain(t.domain()).range(t.range()).interpolate(t.interpolate()).clamp(t.clamp()).unknown(t.unknown())}function zr(){var t=fs,e=fs,n=vn,r,o,i,s=se,a,c,l;function f(){var p=Math.min(t.length,e.length);return s!==se&&(s=yc(t[0],t[p-1])),a=p>2?_c:bc,c=l=null,m}function m(p){return p==null||isNaN(p=+p)?i:(c||(c=a(t.map(r),e,n)))(r(s(p)))}return m.invert=function(p){return s(o((l||(l=a(e,t.map(r),et)))(p)))},m.domain=function(p){return arguments.length?(t=Array.from(p,gc),f()):t.slice()},m.range=function(p){return arguments.length?(e=Array.from(p),f()):e.slice()},m.rangeRound=function(p){return e=Array.from(p),n=Yi,f()},m.clamp=function(p){return arguments.length?(s=p?!0:se,f()):s!==se},m.interpolate=function(p){return arguments.length?(n=p,f()):n},m.unknown=function(p){return arguments.length?(i=p,m):i},function(p,h){return r=p,o=h,f()}}function xc(){return zr()(se,se)}function wc(t,e,n,r){var o=ci(t,e,n),i;switch(r=ie(r??",f"),r.type){case"s":{var s=Math.max(Math.abs(t),Math.abs(e));return r.precision==null&&!isNaN(i=ls(o,s))&&(r.precision=i),qr(r,s)}case"":case"e":case"g":case"p":case"r":{r.precision==null&&!isNaN(i=cs(o,Math.max(Math.abs(t),Math.abs(e))))&&(r.precision=i-(r.type==="e"));break}case"f":case"%":{r.precision==null&&!isNaN(i=us(o))&&(r.precision=i-(r.type==="%")*2);break}}return Rn(r)}function ys(t){var e=t.domain;return t.ticks=function(n){var r=e();return an(r[0],r[r.length-1],n??10)},t.tickFormat=function(n,r){var o=e();return wc(o[0],o[o.length-1],n??10,r)},t.nice=function(n){n==null&&(n=10);var r=e(),o=0,i=r.length-1,s=r[o],a=r[i],c,l,f=10;for(a<s&&(l=s,s=a,a=l,l=o,o=i,i=l);f-- >0;){if(l=sn(s,a,n),l===c)return r[o]=s,r[i]=a,e(r);if(l>0)s=Math.floor(s/l)*l,a=Math.ceil(a/l)*l;else if(l<0)s=Math.ceil(s*l)/l,a=Math.floor(a*l)/l;else break;c=l}return t},t}function K(){var t=xc();return t.copy=function(){return Hr(t,K())},Vr.apply(t,arguments),ys(t)}function vc(t,e){t=t.slice();var n=0,r=t.length-1,o=t[n],i=t[r],s;return i<o&&(s=n,n=r,r=s,s=o,o=i,i=s),t[n]=e.floor(o),t[r]=e.ceil(i),t}function ms(t){return Math.log(t)}function ps(t){return Math.exp(t)}function kc(t){return-Math.log(-t)}function Sc(t){return-Math.exp(-t)}function Mc(t){return isFinite(t)?+("1e"+t):t<0?0:t}function Rc(t){return t===10?Mc:t===Math.E?Math.exp:e=>Math.pow(t,e)}function Pc(t){return t===Math.E?Math.log:t===10&&Math.log10||t===2&&Math.log2||(t=Math.log(t),e=>Math.log(e)/t)}function hs(t){return(e,n)=>-t(-e,n)}function Nc(t){let e=t(ms,ps),n=e.domain,r=10,o,i;function s(){return o=Pc(r),i=Rc(r),n()[0]<0?(o=hs(o),i=hs(i),t(kc,Sc)):t(ms,ps),e}return e.base=function(a){return arguments.length?(r=+a,s()):r},e.domain=function(a){return arguments.length?(n(a),s()):n()},e.ticks=a=>{let c=n(),l=c[0],f=c[c.length-1],m=f<l;m&&([l,f]=[f,l]);let p=o(l),h=o(f),d,g,y=a==null?10:+a,b=[];if(!(r%1)&&h-p<y){if(p=Math.floor(p),h=Math.ceil(h),l>0){for(;p<=h;++p)for(d=1;d<r;++d)if(g=p<0?d/i(-p):d*i(p),!(g<l)){if(g>f)break;b.push(g)}}else for(;p<=h;++p)for(d=r-1;d>=1;--d)if(g=p>0?d/i(-p):d*i(p),!(g<l)){if(g>f)break;b.push(g)}b.length*2<y&&(b=an(l,f,y))}else b=an(p,h,Math.min(h-p,y)).map(i);return m?b.reverse():b},e.tickFormat=(a,c)=>{if(a==null&&(a=10),c==null&&(c=r===10?"s":","),typeof c!="function"&&(!(r%1)&&(c=ie(c)).precision==null&&(c.trim=!0),c=Rn(c)),a===1/0)return c;let l=Math.max(1,r*a/e.ticks().length);return f=>{let m=f/i(Math.round(o(f)));return m*r<r-.5&&(m*=r),m<=l?c(f):""}},e.nice=()=>n(vc(n(),{floor:a=>i(Math.floor(o(a))),ceil:a=>i(Math.ceil(o(a)))})),e}function jr(){let t=Nc(zr()).domain([1,10]);return t.copy=()=>Hr(t,jr()).base(t.base()),Vr.apply(t,arguments),t}function ds(t){return function(e){return Math.sign(e)*Math.log1p(Math.abs(e/t))}}function gs(t){return function(e){return Math.sign(e)*Math.expm1(Math.abs(e))*t}}function $c(t){var e=1,n=t(ds(e),gs(e));return n.constant=function(r){return arguments.length?t(ds(e=+r),gs(e)):e},ys(n)}function Ur(){var t=$c(zr());return t.copy=function(){return Hr(t,Ur()).constant(t.constant())},Vr.apply(t,arguments)}function X(t,[e,n]){return t>=e&&t<=n}function qt(t,e,n){let[r,o]=e,i=[r,Math.max(r+1,o)];return t==="log"?Ur(i,n).constant(1):K(i,n)}function B(t){return 6.3*t.length}function bs(t,e,n){let[r,o]=[e[0],Math.max(e[0]+1,e[1])],i=qt(t,[r,o],n);if(t==="linear"||o+1<3*(r+1)){let a=(n[1]-n[0])/(B(v(o))+24);return K([r,o],n).ticks(Math.max(1,Math.floor(a))).filter(Number.isInteger)}let s=Math.floor(Math.log2(o))+1;for(let a=1;a<s;a++){let c=Cc(s,a).filter(l=>X(l,[r,o]));if(Ac(c,i))return c}return[r,2**(s-1)]}function Cc(t,e){let n=[0];for(let r=0;r<t;r+=e)n.push(2**r);return n}function Ac(t,e){return t.every((n,r)=>{if(r===0)return!0;let o=t[r-1],i=(B(v(n))+B(v(o)))/2;return e(n)-e(o)>=i+6})}function Bt(t,e,n=NaN){let r=1/0,o=-1/0;if(t.forEach((c,l)=>{if(!Number.isFinite(c))return;let f=Number.isFinite(e[l])?e[l]:0;r=Math.min(r,c-f),o=Math.max(o,c+f)}),r>o)return[0,1];let i=Math.max(Math.abs(o)*.01,Number.isFinite(n)?n*.005:0,1e-8),s=Math.max(0,i-(o-r)),a=Math.min(s/2,Math.max(r,0));return[r-a,o+s-a]}function Pn(t,e){let n=.5*(t[1]-t[0]);return e<t[0]-n||e>t[1]+n?t:[Math.min(t[0],e),Math.max(t[1],e)]}function Ne(t,e,n){return Math.max(0,ln(t,r=>Math.abs(e(r)-n)))}function _s(t,e,n,r){let o=[];t.forEach((i,s)=>o.push(Math.max(i,s?o[s-1]+e:n)));for(let i=o.length-1,s=r;i>=0;i--,s=o[i+1]-e)o[i]>s&&(o[i]=s);return o}var Ht=236,Vt={left:48,top:24,bottom:Ht-34},xs={top:22,bottom:24},ws={accuracy:40,none:14};function Gr(t,e,n){return{...Vt,right:n,stepAxis:t,steps:e,x:qt(t,e,[Vt.left+4,n-4])}}function vs(t,e,n,r){let{quantity:o,stepAxis:i,steps:s}=n,a=n.accuracyDomain&&o.key!=="accuracy",c=o.read(t),l=o.readSpread(t)??Tc(c,o.readErrors?.(t)??[]),f=o.references?.(t)??[],m=[...[c,...l].flatMap(g=>Nn(t,g,s)),...e.flatMap(({series:g})=>Nn(g,o.read(g),s))],p=Bt(m,[],o.wholeVariance?.(t)),h=f.reduce((g,{value:y})=>Pn(g,y),p),d=[Vt.bottom-xs.bottom,Vt.top+xs.top];return{...Gr(i,s,r-(a?ws.accuracy:ws.none)),width:r,label:o.label,quantity:o,y:K(h,d),accuracy:a?K(n.accuracyDomain,d):null,values:c,band:l,references:f}}function Tc(t,e){let n=r=>Number.isFinite(e[r])?e[r]:0;return[t.map((r,o)=>r-n(o)),t.map((r,o)=>r+n(o))]}function Nn({steps:t},e,n){return e.filter((r,o)=>X(t[o],n))}function ks(t){let e=t.flatMap(({column:n})=>n("probe_accuracy"));return e.some(Number.isFinite)?Bt(e,[]):null}function ae(t,e){let n=e.flatMap(r=>t.wholeVariance?.(r)??[]).filter(Number.isFinite);return Bt(e.flatMap(t.read),[],Math.max(0,...n))}var Wr=["#009e73","#cc79a7","#8c6bb1","#e69f00","#7f7f7f","#56b4e9","#d55e00","#0072b2"],Ss=["","5 2.5","1.5 2.5","8 2.5 1.5 2.5"];function Cn(t){return Wr[t%Wr.length]}function Rs(t,e){let n=new Map;return new Map(t.map(r=>{let o=e.get(r),i=n.get(o)??0;return n.set(o,i+1),[r,Ss[i%Ss.length]]}))}var An=$n(["#440154","#482878","#3e4989","#31688e","#26828e","#1f9e89","#35b779","#6ece58","#b5de2b","#fde725"]),Ms={red:"var(--red)",green:"var(--green)",blue:"var(--blue)",grey:"var(--grey)",chroma:"var(--chroma)"};function Ps(t,e,n,r,o){return Object.hasOwn(Ms,t)?Ms[t]:r?zt(e,n,o):Lc(Cn(e),Math.floor(e/Wr.length),o)}function Lc(t,e,n){if(!e)return t;let r=e%2===1;return $n([t,r===(n==="light")?"#000000":"#ffffff"])(.45)}var Ec={light:$n(["#762a83","#af8dc3","#f4f2f5","#7fbf7b","#1b7837"]),dark:$n(["#d9a8ec","#8d5fa3","#454347","#4c8a58","#8fdca3"])};function Qr(t,e){return Ec[e]((t+1)/2)}function zt(t,e,n){let[r,o]=n==="dark"?[.42,.95]:[.04,.66];return An(r+(o-r)*(e>1?t/(e-1):.5))}function $n(t){let e=t.map(n=>[1,3,5].map(r=>Number.parseInt(n.slice(r,r+2),16)));return n=>{let r=Math.min(1,Math.max(0,n))*(e.length-1),o=Math.min(e.length-2,Math.floor(r));return`rgb(${e[o].map((s,a)=>Math.round(s+(r-o)*(e[o+1][a]-s))).join(",")})`}}function Ns(t){if(window.parent===window)return;let e=new MessageChannel;e.port1.onmessage=n=>{let r=JSON.parse(n.data);if(r.isReply)return;t[r.type]?.(r.payload);let o={type:r.type,id:r.id,payload:null,error:null,isReply:!0};e.port1.postMessage(JSON.stringify(o))},window.parent.postMessage("experimental.bootstrap","*",[e.port2])}function $e(t){return t.replaceAll(/(seed[-_=]?)\d+/gi,"$1*")}function $s(t){let e=new Map;for(let n of t){let r=$e(n.summary.run);e.set(r,[...e.get(r)??[],n])}return[...e].map(([n,r])=>{let o=r.filter(({rows:i})=>i.some(({steps:s})=>s.length));return o.length>1?Dc(n,o):o[0]??r[0]})}function Dc(t,e){let n=e[0],o=n.rows.map(({key:f})=>f).filter(f=>e.every(({rows:m})=>m.some(p=>p.key===f))),i=o.map(f=>Ic(e.map(m=>m.rows.find(p=>p.key===f)))),s=o.flatMap((f,m)=>Oc(i[m],e)??[]),a=i[0]?.steps.at(-1)??null,c=e.flatMap(({summary:f})=>f.error??[]).join(" ")||null;return{summary:{...n.summary,run:t,num_steps:i[0]?.steps.length??0,last_step:a,error:c},rows:i,reports:s,advice:Fc(e),numSeeds:e.length}}function Ic(t){let[e,...n]=t,r=e.steps.filter(c=>n.every(l=>l.steps.includes(c))),o=t.map(c=>r.map(l=>c.steps.indexOf(l))),i=(c,l)=>t.map((f,m)=>f.column(c)[o[m][l]]).filter(Number.isFinite),s=c=>l=>r.map((f,m)=>c(i(l,m))??NaN),a=()=>r.map((c,l)=>[...new Set(t.flatMap((f,m)=>f.flags()[o[m][l]]))]);return Mr({...e,steps:r,column:s(pi),flags:a,spread:c=>[s(ve)(c),s(we)(c)]})}function Oc({row:t},e){let n=e.flatMap(a=>C(a.reports,t)??[]),r=n.filter(a=>a.minimum_step!=null);if(!r.length)return n[0];let o=Cs(r,a=>a.minimum_step),i=r.map(a=>a.minimum_interval??[a.minimum_step,a.minimum_step]),s=n.filter(a=>a.has_increase).length;return{...o,minimum_interval:[ve(i,([a])=>a),we(i,([,a])=>a)],has_increase:s>n.length/2,forgotten:o.forgotten&&`${o.forgotten} (In the run with the middle minimum.)`,description:`${o.description}. Phases of the run with the middle minimum; ${s} of ${n.length} runs have an increase`}}function Fc(t){let e=t.flatMap(({advice:r})=>r?.step==null?[]:r),n=Cs(e,({step:r})=>r);return n?{...n,text:`${n.text} (In the run with the middle step.)`}:null}function Cs(t,e){let n=hi(t,e);return t.toSorted((r,o)=>Math.abs(e(r)-n)-Math.abs(e(o)-n))[0]}var Tn={format:U,tickFormat:"~%"},As="mean squared error per input element",Es=[{...Y("loss","reconstruction_loss","reconstruction loss",As,"low"),...Ls("reconstruction_loss"),readErrors:t=>t.column("reconstruction_stderr")},{...Y("relative","reconstruction_loss","loss, first = 1","share of the loss at the first probe step","low"),read:t=>Ts(t,t.column("reconstruction_loss")),readErrors:t=>Ts(t,t.column("reconstruction_stderr")),readSpread:()=>{},wholeVariance:t=>Ce(t)/Is(t)},{...Y("limit","reconstruction_loss_limit","loss at unlimited rows",As,"low"),...Ls("reconstruction_loss_limit"),readErrors:t=>t.column("reconstruction_loss_limit_stderr")},{...Y("explained","explained_variance","explained variance","share of the variance of the input","high"),...Tn,readErrors:t=>Os(t.column("reconstruction_stderr"),Ce(t)),references:t=>{let e=1-xt(t,"pca_bound")/Ce(t);return Fs(0,e,qs(t,"explained_variance"))},wholeVariance:()=>1},Kr("accuracy","probe_accuracy","probe accuracy","linear probe, share of held-out rows"),Y("probe_loss","probe_loss","probe loss","cross-entropy of the linear probe, nats","low"),Kr("model_accuracy","model_accuracy","model accuracy","the model itself, share of held-out rows"),Y("model_loss","model_loss","model loss","of the model itself, on held-out rows","low"),Y("freedom","degrees_of_freedom","degrees of freedom","of the decoder",null),Y("ridge","ridge","ridge","units of the mean feature variance",null),Y("seconds","probe_seconds","probe seconds","seconds of the probe step",null)];function Ds(t){let n=[...new Set(t.flatMap(i=>i.metricNames))].flatMap(i=>/^transfer_(.+)_(?:accuracy|loss)$/.exec(i)?.[1]??[]),r=[...new Set(n)].flatMap(i=>[Kr(`transfer_${i}_accuracy`,`transfer_${i}_accuracy`,`${i} accuracy`,`linear probe of '${i}', share of held-out rows`),Y(`transfer_${i}_loss`,`transfer_${i}_loss`,`${i} loss`,`cross-entropy of the linear probe of '${i}', nats`,"low")]),o=[...Es,...r];return[...o,...qc(t,o)].filter(i=>t.some(s=>i.read(s).some(Number.isFinite)))}function qc(t,e){return[...new Map(t.flatMap(r=>[...r.described])).values()].flatMap(({name:r,label:o,unit:i,better:s,isShare:a,part:c})=>{if(c||e.some(f=>f.column===r))return[];let l=e.some(f=>f.key===r)?`own ${r}`:r;return[{...Y(l,r,o,i,s),...a&&Tn}]})}function Ts(t,e){return Os(e,Is(t))}function Is({column:t}){return t("reconstruction_loss").find(Number.isFinite)??NaN}function Os(t,e){return t.map(n=>n/e)}function jt(t,e){return t.find(n=>n.key===e)??Es[0]}function Ln({key:t}){return["loss","relative","limit","explained"].includes(t)}function pt(t,e){return{...Y("","",t,"",null),...e&&Tn}}function Y(t,e,n,r,o){return{key:t,column:e,label:n,unit:r,better:o,format:O,read:s=>s.column(e),readSpread:s=>s.spread?.(e)}}function Kr(t,e,n,r){return{...Y(t,e,n,r,"high"),...Tn}}function Ls(t){return{references:e=>Fs(Ce(e),xt(e,"pca_bound"),qs(e,t)),wholeVariance:Ce}}function Fs(t,e,n){return Object.entries({"mean image":t,"PCA bound":e,untrained:n}).map(([o,i])=>({label:o,value:i})).filter(({value:o})=>Number.isFinite(o))}function Ce(t){return xt(t,"mean_image_loss")}function qs({steps:t,column:e},n){return t[0]===0?e(n)[0]:NaN}var Bs="-probe_loss";function Vs(t){return t.flatMap(e=>e.key==="probe_loss"?[e,{...e,key:Bs,label:"probe loss, turned",isTurned:!0}]:[e])}var Bc=[{key:"portrait",label:"phase portrait",axes:["accuracy","explained"]},{key:"information",label:"information plane",axes:["explained","label_information"]},{key:"information",label:"information plane",axes:["explained",Bs]},{key:"binned",label:"binned mutual information",axes:["binned_information_input","binned_information_label"]}];function Hs(t){let e=Bc.filter(n=>n.axes.every(r=>t.some(o=>o.key===r)));return e.filter(({key:n},r)=>e.findIndex(o=>o.key===n)===r)}var Ut=["curves","portrait","map","images","compare","breakdowns"],Vc=10,zs=["accuracy","explained"];function Zr(t){let[e,n]=Yr(t.axes)??[],r=(t.zoom??"").split("-").map(Number);return{view:Ut.find(o=>o===t.view)??"curves",run:t.run??"",others:Yr(t.with),layers:Yr(t.layers),stepAxis:t.x==="linear"?"linear":"log",metric:t.y??"",step:Xr(t.step),zoom:r.length===2&&r.every(js)&&r[1]>r[0]?[r[0],r[1]]:null,grouped:t.seeds==="grouped",portrait:e&&n?[e,n]:zs,kind:t.kind??"",unit:t.unit==="loss"?"loss":"explained",from:Xr(t.from),to:Xr(t.to),against:t.against==="input"||t.against==="step"?t.against:null}}function Xr(t){return t&&js(Number(t))?Number(t):null}function js(t){return Number.isSafeInteger(t)&&t>=0}function Us(t){let{view:e,run:n,others:r,layers:o,stepAxis:i,metric:s,step:a,zoom:c,grouped:l,portrait:f}=t,{kind:m,unit:p,from:h,to:d,against:g}=t;return{...e!=="curves"&&{view:e},...n&&{run:n},...r&&{with:Jr(r)},...o&&{layers:Jr(o)},x:i,...s&&{y:s},...a!==null&&{step:String(a)},...c&&{zoom:c.join("-")},...l&&{seeds:"grouped"},...f.join()!==zs.join()&&{axes:Jr(f)},...m&&{kind:m},...p!=="explained"&&{unit:p},...h!==null&&{from:String(h)},...d!==null&&{to:String(d)},...g&&{against:g}}}var Hc=["map","compare"];function En({metric:t,view:e}){return t||(Hc.includes(e)?"explained":"loss")}function Yr(t){return t===void 0?null:t.split(",").filter(Boolean).map(Ze)}function Jr(t){return t.map(encodeURIComponent).join(",")}function Gs(t,e){return t.find(({run:n})=>n===e)??Qs(t)[0]}function Ws(t,e,n){let r=t.filter(({run:i})=>i!==e);if(n)return r.filter(({run:i})=>n.includes(i));let o=Qs(r.filter(({num_steps:i})=>i)).slice(0,Vc-1);return r.filter(i=>o.includes(i))}function Dn(t,e){return e?.length&&!e.some(n=>t.includes(n))?null:e}function Qs(t){return t.toSorted((e,n)=>n.last_wall_time-e.last_wall_time)}var Ae={frequency:{name:"spatial frequency",title:"by spatial frequency, cycles per pixel",isOrdered:!0},component:{name:"principal component",title:"by principal component",isOrdered:!0},colour:{name:"grey and colour",title:"by grey and colour"},channel:{name:"colour channel",title:"by colour channel"},position:{name:"image position",title:"by image position"},class:{name:"class",title:"by class"},difficulty:{name:"difficulty",title:"by difficulty of the rows",isOrdered:!0}},Ks=64,zc=20,jc=8;function ht(t){return Object.hasOwn(Ae,t)?Ae[t]:{name:t,title:`by ${t}`}}function Xs(t,e){return t.metricNames.flatMap(r=>{let o=Ys(t,r);return o?.kind!==e?[]:[{name:o.name,losses:t.column(r),meanImageLoss:o.meanImageLoss}]}).filter(({losses:r})=>r.some(Number.isFinite)).slice(0,Ks)}function Ys(t,e){let n=t.described.get(e);if(n)return n.part;let[,r,o]=/^reconstruction_loss_([a-z]+)_(.+)$/.exec(e)??[];return!r||!Object.hasOwn(Ae,r)?null:{kind:r,name:o.replaceAll("_"," "),meanImageLoss:NaN}}function Js(t){let e=new Set(t.flatMap(r=>r.metricNames.flatMap(o=>Ys(r,o)?.kind??[])));return[...Object.keys(Ae).filter(r=>e.has(r)),...[...e].filter(r=>!Object.hasOwn(Ae,r))].filter(r=>t.some(o=>Xs(o,r).length)).slice(0,zc)}function Te(t,e,n){let r=Xs(t,e);if(!r.length)return null;let o=r.filter(({meanImageLoss:a})=>Number.isFinite(a)),i=o.length?n:"loss",s=(i==="loss"?r:o).map(({name:a,losses:c,meanImageLoss:l})=>({name:a,values:i==="loss"?c:c.map(f=>1-f/l)}));return{kind:e,unit:i,parts:s}}function ue(t){return t==="loss"?"reconstruction loss":"explained variance"}function to(t){return t==="loss"?O:U}function In({name:t,from:e,to:n},r,[o,i]){let s=to(r);return`${t}: ${s(e)} at step ${v(o)}, ${s(n)} at step ${v(i)}`}function le(t,e){if(!Number.isFinite(t))return"\u2013";let n=e==="loss"?O(Math.abs(t)):(100*Math.abs(t)).toFixed(1);return/[1-9]/.test(n)?`${t<0?"\u2212":"+"}${n}`:n}function Zs(t,e){if(e||t.length<=jc)return new Set(t.map(({name:o})=>o));let n=({values:o})=>o.findLast(Number.isFinite)??NaN,r=t.toSorted((o,i)=>n(i)-n(o)).map(({name:o})=>o);return new Set([...r.slice(0,3),...r.slice(-3)])}function ta(t,e,{from:n,to:r,step:o}){let{steps:i}=t;if(!i.length)return null;let[s,a]=[n??e?.minimum_step??i[0],r??o??i.at(-1)],[c,l]=[i[F(i,s)],i[F(i,a)]];return[Math.min(c,l),Math.max(c,l)]}function ea({unit:t,parts:e},{steps:n},[r,o]){let[i,s]=[n.indexOf(r),n.indexOf(o)];return e.map(({name:a,values:c})=>{let[l,f]=[c[i]??NaN,c[s]??NaN],m=f-l;return{name:a,from:l,to:f,change:m,isLost:t==="loss"?m>0:m<0}})}function eo(t){let e=t.flatMap(o=>{let i=/^row (\d+) column (\d+)$/.exec(o.name);return i?[{...o,row:Number(i[1])-1,column:Number(i[2])-1}]:[]}),n=Math.max(0,...e.map(({row:o})=>o+1)),r=Math.max(0,...e.map(({column:o})=>o+1));return e.length<t.length||e.length<2||Math.max(n,r)>Ks?null:{numRows:n,numColumns:r,cells:e}}function nt({title:t,name:e=t.toLowerCase(),kind:n,value:r,options:o,choose:i}){return u("label",{class:n,children:[u("span",{class:"control-name",children:t}),u("select",{name:e,value:r,onChange:s=>i(s.currentTarget.value),children:o.map(([s,a])=>u("option",{value:s,children:a},s))})]})}function Le(t,e){return(e===null||t.includes(e)?t:[e,...t]).map(r=>[String(r),`step ${v(r)}`])}function Ee(t){return t===""?null:Number(t)}function dt({name:t,value:e,options:n,choose:r}){return u("fieldset",{class:"choice",children:[u("legend",{class:"control-name",children:t}),u("div",{class:"segments",children:Object.entries(n).map(([o,i])=>u("label",{children:[u("input",{type:"radio",name:t,value:o,checked:o===e,onChange:()=>r(o)}),u("span",{children:i})]},o))})]})}function at(t){return class extends Kt{shouldComponentUpdate(e){return[...new Set([...Object.keys(this.props),...Object.keys(e)])].some(r=>this.props[r]!==e[r])}render(e){return u(t,{...e})}}}function ut(t){let e=$(null),[n,r]=A(t);return G(()=>{let o=new ResizeObserver(([i])=>{let s=Math.floor(i.contentRect.width);s>0&&r(s)});return o.observe(e.current),()=>o.disconnect()},[]),[e,n]}var gt={height:10,gap:10,room:44,parts:41};function na(t,e){return t.numRows*ra(t,e)+gt.gap+gt.room}function ra({numColumns:t},e){return Math.max(8,Math.min(52,Math.floor((e-8)/t)))}function oa({grid:t,unit:e,most:n,steps:r,width:o,theme:i}){let{numRows:s,numColumns:a,cells:c}=t,l=ra(t,o),f=e==="loss"?-1:1,m=4;return u("g",{class:"grid-map",children:[c.map(p=>{let{name:h,row:d,column:g,change:y}=p,b=f*y/n;return u("g",{transform:`translate(${m+g*l},${d*l})`,children:[u("title",{children:In(p,e,r)}),Number.isFinite(y)?u("rect",{width:l-2,height:l-2,fill:Qr(b,i)}):u("rect",{class:"missing",width:l-2,height:l-2}),l>=36&&u("text",{class:Math.abs(b)>.62?"on-strong":"on-weak",x:l/2-1,y:l/2-1,dy:"0.32em","text-anchor":"middle",children:le(y,e)})]},h)}),u(Uc,{left:m,top:s*l+gt.gap,width:Math.min(o-8,Math.max(230,a*l-2)),most:n,sign:f,unit:e,theme:i})]})}function Uc({left:t,top:e,width:n,most:r,sign:o,unit:i,theme:s}){let a=n/gt.parts;return u("g",{class:"color-legend",transform:`translate(${t},${e})`,children:[Array.from({length:gt.parts},(c,l)=>u("rect",{x:l*a,width:a+.4,height:gt.height,fill:Qr(2*l/(gt.parts-1)-1,s)},l)),u("text",{y:gt.height+13,children:[le(-o*r,i)," forgotten"]}),u("text",{x:n,y:gt.height+13,"text-anchor":"end",children:["learned ",le(o*r,i)]})]})}var On=18,ia=26,Gc=24,Wc=62;function Qc(t,e){let n=0;return{placed:t.map(o=>{let i=eo(o.changes),s=n;return n+=ia+(i?na(i,e):o.changes.length*On+Gc)+10,{...o,grid:i,top:s}}),height:n}}function Kc({name:t,sections:e,steps:n,theme:r}){let[o,i]=ut(360),{placed:s,height:a}=S(()=>Qc(e,i),[e,i]),c=S(()=>Xc(e,i),[e,i]);return u("div",{ref:o,class:"chart",children:u("svg",{class:"difference",width:i,height:a,viewBox:`0 0 ${i} ${a}`,role:"img","aria-label":tf(t,e,n),children:s.map(({top:l,grid:f,...m})=>u("g",{transform:`translate(0,${l})`,children:[u("text",{class:"part-title",x:2,y:13,children:[ue(m.unit)," ",m.title]}),u("g",{transform:`translate(0,${ia})`,children:f?u(oa,{grid:f,unit:m.unit,most:m.most,steps:n,width:i,theme:r}):u(Jc,{section:m,steps:n,left:c,width:i})})]},m.title))})})}var sa=at(Kc);function Xc(t,e){let n=t.filter(({changes:r})=>!eo(r)).flatMap(({changes:r})=>r.map(o=>o.name));return Math.min(.34*e,12+Math.max(30,...n.map(B)))}function Yc(t,e){let n=e.flatMap(({from:r,to:o})=>[r,o]).filter(Number.isFinite);return t==="loss"?[0,Math.max(1e-8,...n)*1.04]:[Math.max(-1,Math.min(0,...n)),1]}function Jc({section:{unit:t,changes:e},steps:n,left:r,width:o}){let i=o-Wc,s=e.length*On,a=K(Yc(t,e),[r+6,i-6]).clamp(!0),c=a.tickFormat(4,t==="loss"?void 0:"~%");return u(M,{children:[u("g",{class:"axis",children:[a.ticks(4).map(l=>u("g",{class:"tick",transform:`translate(${a(l)},0)`,children:[u("line",{class:"grid",y1:-2,y2:s}),u("text",{y:s+12,"text-anchor":"middle",children:c(l)})]},l)),u("text",{x:o-2,y:-5,"text-anchor":"end",children:t==="loss"?"change":"points"})]}),e.map((l,f)=>u(Zc,{part:l,unit:t,steps:n,x:a,left:r,width:o,y:f*On+On/2},l.name))]})}function Zc({part:t,unit:e,steps:n,x:r,left:o,width:i,y:s}){let{name:a,from:c,to:l,change:f,isLost:m}=t,p=Number.isFinite(f),h=le(f,e),d=/\d/.test(h[0])||!p?"same":m?"lost":"gained";return u("g",{class:`dumbbell ${d}`,transform:`translate(0,${s})`,children:[u("title",{children:In(t,e,n)}),u("text",{x:o-4,dy:"0.32em","text-anchor":"end",children:rt(a,Math.floor((o-6)/B("x")))}),p&&u(M,{children:[u("line",{class:"way-between",x1:r(c),x2:r(l)}),u("circle",{class:"before",cx:r(c),r:4}),u("circle",{class:"after",cx:r(l),r:4.5})]}),u("text",{class:"change",x:i-2,dy:"0.32em","text-anchor":"end",children:h})]})}function tf(t,e,n){let r=e.map(({title:o,unit:i,changes:s})=>{let a=to(i),c=s.map(({name:l,from:f,to:m})=>`${l} ${a(f)} to ${a(m)}`);return`${ue(i)} ${o}: ${c.join(", ")}`});return`${t}, step ${v(n[0])} to ${v(n[1])}. ${r.join("; ")}.`}var ef=["fill","fill-opacity","stroke","stroke-width","stroke-dasharray","stroke-linejoin","stroke-linecap","opacity","paint-order","font-family","font-size","font-weight","font-variant-numeric","text-anchor","visibility"],nf=/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;function ua(t,{title:e,subtitle:n,legend:r}){let o=getComputedStyle(document.body),{width:i,height:s}=t.viewBox.baseVal,a=i+28,c=of(r,a),l=rf(n,Math.floor(i/6)),f=14+(1+l.length)*18+6,m=f+s+18,p=m+(c.at(-1)?.y??-18)+18,h=(g,y,b,w,_)=>`<text x="${g}" y="${y}" font-family="system-ui, sans-serif" font-size="${w}" font-weight="${_}" fill="${o.color}">${aa(b)}</text>`,d=af(t);return d.setAttribute("x",String(14)),d.setAttribute("y",String(f)),[`<svg xmlns="http://www.w3.org/2000/svg" width="${a}" height="${p}" viewBox="0 0 ${a} ${p}">`,`<title>${aa(e)}</title>`,`<rect width="100%" height="100%" fill="${o.backgroundColor}"/>`,h(14,27,e,15,650),...l.map((g,y)=>h(14,27+(y+1)*18,g,11.5,400)),new XMLSerializer().serializeToString(d),...c.map(({x:g,y,color:b,dash:w,text:_})=>`<path d="M${g},${m+y-5}h16" stroke="${sf(b)}" stroke-width="4" stroke-dasharray="${w||"none"}"/>`+h(g+22,m+y,_,11.5,400)),"</svg>"].join(`
`).replaceAll(nf,"")}function rf(t,e){let n=[""];for(let r of t.split(" ")){let o=n.at(-1);o&&o.length+1+r.length>e?n.push(r):n[n.length-1]=o?`${o} ${r}`:r}return n}function of(t,e){let[n,r]=[14,0];return t.map(o=>{let i=36+6.6*o.text.length;n>14&&n+i>e&&([n,r]=[14,r+18]);let s={x:n,y:r,...o};return n+=i,s})}function sf(t){let e=/^var\((--[a-z]+)\)$/.exec(t)?.[1];return e?getComputedStyle(document.documentElement).getPropertyValue(e).trim():t}function af(t){let e=t.cloneNode(!0),n=[t,...t.querySelectorAll("*")],r=[e,...e.querySelectorAll("*")];return n.forEach((o,i)=>{let s=getComputedStyle(o),a=r[i];for(let c of ef){let l=s.getPropertyValue(c),f=c.startsWith("font")||c==="text-anchor";l&&(!f||a instanceof SVGTextElement)&&a.setAttribute(c,l)}a.removeAttribute("class")}),r.forEach((o,i)=>{n[i].closest(".cursor, .brush")&&o.remove()}),e}function aa(t){return t.replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;").replaceAll('"',"&quot;")}async function la(t){let e=new Image;e.src=URL.createObjectURL(new Blob([t],{type:"image/svg+xml"}));try{await e.decode();let n=document.createElement("canvas");return[n.width,n.height]=[2*e.width,2*e.height],n.getContext("2d").drawImage(e,0,0,n.width,n.height),await new Promise((r,o)=>n.toBlob(i=>i?r(i):o(new Error("the browser drew no PNG")),"image/png"))}finally{URL.revokeObjectURL(e.src)}}function vt(t,e,n,r="text/plain"){let o=document.createElement("a"),i=typeof t=="string"?new Blob([t],{type:r}):t;o.href=URL.createObjectURL(i),o.download=`${e.replaceAll(/[^A-Za-z0-9]+/g,"-").replaceAll(/^-|-$/g,"")||"phases"}.${n}`,o.click(),setTimeout(()=>URL.revokeObjectURL(o.href),1e4)}function Fn({columns:t,rows:e}){return[t,...e].map(n=>n.map(uf).join(",")).join(`\r
`)+`\r
`}function uf(t){if(typeof t=="number")return Number.isFinite(t)?String(ca(t)):"";let e=/^[=+\-@\t\r]/.test(t??"")?`'${t}`:t??"";return/[",\r\n]/.test(e)?`"${e.replaceAll('"','""')}"`:e}function qn({columns:t,rows:e}){let n=e.map(r=>Object.fromEntries(t.map((o,i)=>[o,lf(r[i])])));return JSON.stringify(n,null,1)}function lf(t){return typeof t!="number"?t??null:Number.isFinite(t)?ca(t):null}function ca(t){for(let e=6;e<10;e++){let n=Number(t.toPrecision(e));if(Math.fround(n)===t)return n}return t}function Bn(t){document.hasFocus()&&(t.currentTarget.contains(t.relatedTarget)||(t.currentTarget.open=!1))}function Vn(t){t.key==="Escape"&&(t.currentTarget.open=!1,t.currentTarget.querySelector("summary").focus())}var cf=["SVG","PNG"];function kt({title:t,subtitle:e,note:n,panel:r,aside:o,table:i,legend:s=[],wide:a,children:c}){let l=$(null),[f,m]=A(!1),p=()=>ua(l.current.querySelector(".chart svg"),{title:t,subtitle:[e,n].filter(Boolean).join(". "),legend:s}),h={SVG:()=>vt(p(),t,"svg","image/svg+xml"),PNG:async()=>vt(await la(p()),t,"png"),CSV:()=>vt(Fn(i()),t,"csv","text/csv"),JSON:()=>vt(qn(i()),t,"json","application/json")};return u("article",{ref:l,class:`panel ${a?"wide":""}`,"data-panel":r,children:[u("header",{children:[u("h2",{children:t}),u("span",{class:"muted",title:e,children:e}),o,u("details",{class:"menu",onFocusOut:Bn,onKeyDown:Vn,children:[u("summary",{"aria-label":`Save ${t}, or show its numbers`,children:"\u22EF"}),u("div",{tabIndex:-1,children:[u("button",{onClick:()=>m(!f),"aria-pressed":f,children:f?"Chart":"Table"}),Object.entries(h).map(([d,g])=>u("button",{disabled:f&&cf.includes(d),onClick:()=>{g()},children:d},d))]})]})]}),n&&u("p",{class:"note",children:n}),f?u(ff,{table:i(),title:t}):c]})}function ff({table:{columns:t,rows:e},title:n}){return u("div",{class:"numbers",tabIndex:0,role:"region","aria-label":`Numbers of ${n}`,children:u("table",{children:[u("thead",{children:u("tr",{children:t.map(r=>u("th",{scope:"col",class:"number",children:r},r))})}),u("tbody",{children:e.map((r,o)=>u("tr",{children:r.map((i,s)=>u("td",{class:"number",children:ni(i)},s))},o))})]})})}function fa({focus:t,kinds:e,selection:n,select:r}){let o=_t(),i=S(()=>hf(t,e,n),[t,e.join(`
`),n.unit,n.from,n.to,n.step]),{steps:s}=t.rows[0],a=n.step;return u(M,{children:[u("h2",{class:"section",children:"What was forgotten between two steps"}),u("div",{class:"view-controls",children:[u(nt,{title:"From",value:String(n.from??""),options:[["","reconstruction minimum"],...Le(s,n.from)],choose:c=>r({from:Ee(c)})}),u(nt,{title:"To",value:String(n.to??""),options:[["",a===null?"last step":`held step ${v(a)}`],...Le(s,n.to)],choose:c=>r({to:Ee(c)})}),u(yf,{})]}),u("div",{class:"panels",role:"group","aria-label":"What was forgotten",children:i.map(({series:c,sections:l,steps:f,told:m})=>u(kt,{title:E(c,t.rows),subtitle:`step ${v(f[0])} to ${v(f[1])}`,note:m??pf(f,n.from),table:()=>gf(l,f),legend:mf,children:u(sa,{name:E(c,t.rows),sections:l,steps:f,theme:o})},c.key))})]})}var mf=[{color:"var(--lost)",text:"forgotten: carried less at the second step"},{color:"var(--gained)",text:"learned"}];function pf([t,e],n){if(!(t!==e||n!==null))return`The reconstruction minimum so far is step ${v(e)} itself: nothing was forgotten since.`}function hf({rows:t,reports:e},n,r){let o=t.flatMap(s=>{let a=C(e,s.row),c=ta(s,a,r);if(!c)return[];let l=n.flatMap(f=>{let m=Te(s,f,r.unit);return m?[{title:`by ${ht(f).name}`,unit:m.unit,changes:ea(m,s,c),most:0}]:[]});return l.length?[{series:s,sections:l,steps:c,told:a?.forgotten}]:[]}),i=o.flatMap(({sections:s})=>s);return o.map(s=>({...s,sections:s.sections.map(a=>({...a,most:df(i.filter(({title:c})=>c===a.title))}))}))}function df(t){let e=t.flatMap(n=>n.changes.map(({change:r})=>Math.abs(r)));return Math.max(0,...e.filter(Number.isFinite))||1}function gf(t,[e,n]){let r=["parts","part","unit",`step ${e}`,`step ${n}`,"change"],o=t.flatMap(({title:i,unit:s,changes:a})=>a.map(({name:c,from:l,to:f,change:m})=>[i,c,s==="loss"?"loss":"explained variance",l,f,m]));return{columns:r,rows:o}}function yf(){return u("ul",{class:"ways","aria-label":"Legend",children:["lost","gained"].map(t=>u("li",{children:[u("svg",{width:40,height:12,class:`dumbbell ${t}`,"aria-hidden":"true",children:[u("line",{class:"way-between",x1:6,x2:34,y1:6,y2:6}),u("circle",{class:"before",cx:t==="lost"?34:6,cy:6,r:4}),u("circle",{class:"after",cx:t==="lost"?6:34,cy:6,r:4.5})]}),t==="lost"?"forgotten":"learned"]},t))})}function no({ticks:t,x:e,bottom:n,format:r}){return u(M,{children:t.map(o=>u("g",{class:"tick",transform:`translate(${e(o)},${n})`,children:[u("line",{y2:4}),u("text",{y:16,"text-anchor":"middle",children:r(o)})]},o))})}function ro({ticks:t,y:e,left:n,right:r,format:o}){return u(M,{children:t.map(i=>u("g",{class:"tick",transform:`translate(0,${e(i)})`,children:[u("line",{class:"grid",x1:n,x2:r}),u("text",{x:n-6,dy:"0.32em","text-anchor":"end",children:o(i)})]},i))})}function oo({stepAxis:t,steps:e,x:n,right:r,bottom:o}){return u(M,{children:[u(no,{ticks:bs(t,e,[n(e[0]),n(e[1])]),x:n,bottom:o,format:v}),u("text",{class:"axis-unit",x:r,y:o+30,"text-anchor":"end",children:"step \u2192"})]})}function Hn({panel:t}){return u("g",{class:"axis axis-step",children:[u("line",{x1:t.left,x2:t.right,y1:t.bottom,y2:t.bottom}),u(oo,{...t})]})}function zn({panel:t}){let e=t.y.domain().every(o=>Math.abs(o)<.001),n=t.y.tickFormat(4,e?"~e":t.quantity.tickFormat),r=t.y.ticks(4).filter(n);return u("g",{class:"axis axis-value",children:[u(ro,{...t,ticks:r,format:o=>e&&o===0?"0":n(o)}),u("text",{class:"axis-title loss",x:2,y:12,children:["\u2191 ",t.label]})]})}function ma({panel:t}){let e=t.accuracy;if(!e)return null;let n=e.tickFormat(4,"~%");return u("g",{class:"axis axis-accuracy",children:[e.ticks(4).map(r=>u("g",{class:"tick",transform:`translate(${t.right},${e(r)})`,children:[u("line",{x2:4}),u("text",{x:7,dy:"0.32em",children:n(r)})]},r)),u("text",{class:"axis-title accuracy",x:t.width-2,y:12,"text-anchor":"end",children:"probe accuracy \u2191"})]})}function ha({panel:t,series:e,cursor:n}){let r=$(null),o=$(null),i=$(null),s=$(null);return ft(n,a=>{let c=a?F(e.steps,a.step):-1,l=t.x(e.steps[c]??NaN),f=l>=t.left-1&&l<=t.right+1;r.current.toggleAttribute("data-shown",f),f&&(o.current.setAttribute("transform",`translate(${l},0)`),pa(i.current,l,t.values[c],t.y),pa(s.current,l,e.column("probe_accuracy")[c],t.accuracy))},[t,e]),u("g",{ref:r,class:"cursor","aria-hidden":"true",children:[u("line",{ref:o,y1:t.top,y2:t.bottom}),u("circle",{ref:s,class:"accuracy",r:4}),u("circle",{ref:i,class:"loss",r:4})]})}function da({layout:t,cursor:e}){let n=$(null);return ft(e,r=>{let o=t.x(r?.step??NaN),i=o>=t.left&&o<=t.right;n.current.toggleAttribute("data-shown",i),i&&n.current.firstElementChild.setAttribute("transform",`translate(${o},0)`)},[t]),u("g",{ref:n,class:"cursor","aria-hidden":"true",children:u("line",{y1:t.top,y2:t.bottom})})}function jn({panel:{top:t,bottom:e},ends:n}){return u("rect",{class:"brush",x:Math.min(...n),y:t,width:Math.abs(n[1]-n[0]),height:e-t})}function pa(t,e,n,r){let o=r!==null&&Number.isFinite(n);t.style.display=o?"":"none",o&&t.setAttribute("transform",`translate(${e},${r(n)})`)}var bf=24;function ce({steps:t,values:e},n){return Lt(t,e,n)}function ga(t,e,n,r){let o=t.map(s=>Math.abs(r(ce(s,e))-n)),i=Math.min(...o.filter(Number.isFinite));return i<=bf?o.indexOf(i):-1}function ya(t,e,n,r){let o=t.flatMap((a,c)=>Number.isFinite(ce(a,e))?[c]:[]);o.sort((a,c)=>ce(t[c],e)-ce(t[a],e));let i=o.indexOf(n),s=i<0?0:Math.min(o.length-1,Math.max(0,i+r));return o[s]??-1}function ba(t){let e=$(-1);return[e,r=>{e.current=r;let o=t.current.querySelector("svg");o.toggleAttribute("data-lit",r>=0);for(let i of o.querySelectorAll("[data-line]"))i.toggleAttribute("data-lit",Number(i.dataset.line)===r)}]}var De=Math.PI,io=2*De,Gt=1e-6,_f=io-Gt;function _a(t){this._+=t[0];for(let e=1,n=t.length;e<n;++e)this._+=arguments[e]+t[e]}function xf(t){let e=Math.floor(t);if(!(e>=0))throw new Error(`invalid digits: ${t}`);if(e>15)return _a;let n=10**e;return function(r){this._+=r[0];for(let o=1,i=r.length;o<i;++o)this._+=Math.round(arguments[o]*n)/n+r[o]}}function xa(t,e,n,r){return t===n&&e===r}function wf(t){let e=Math.floor(t);if(!(e<=15))return xa;let n=10**e,r=function(o){return Math.round(o*n)};return function(o,i,s,a){return r(o)===r(s)&&r(i)===r(a)}}var fe=class{constructor(e){this._x0=this._y0=this._x1=this._y1=null,this._="",this._append=e==null?_a:xf(e),this._equal=e==null?xa:wf(e)}moveTo(e,n){this._append`M${this._x0=this._x1=+e},${this._y0=this._y1=+n}`}closePath(){this._x1!==null&&(this._x1=this._x0,this._y1=this._y0,this._append`Z`)}lineTo(e,n){this._append`L${this._x1=+e},${this._y1=+n}`}quadraticCurveTo(e,n,r,o){this._append`Q${+e},${+n},${this._x1=+r},${this._y1=+o}`}bezierCurveTo(e,n,r,o,i,s){this._append`C${+e},${+n},${+r},${+o},${this._x1=+i},${this._y1=+s}`}arcTo(e,n,r,o,i){if(e=+e,n=+n,r=+r,o=+o,i=+i,i<0)throw new Error(`negative radius: ${i}`);let s=this._x1,a=this._y1,c=r-e,l=o-n,f=s-e,m=a-n,p=f*f+m*m;if(this._x1===null)this._append`M${this._x1=e},${this._y1=n}`;else if(p>Gt)if(!(Math.abs(m*c-l*f)>Gt)||!i)this._append`L${this._x1=e},${this._y1=n}`;else{let h=r-s,d=o-a,g=c*c+l*l,y=h*h+d*d,b=Math.sqrt(g),w=Math.sqrt(p),_=i*Math.tan((De-Math.acos((g+p-y)/(2*b*w)))/2),x=_/w,k=_/b;Math.abs(x-1)>Gt&&this._append`L${e+x*f},${n+x*m}`,this._append`A${i},${i},0,0,${+(m*h>f*d)},${this._x1=e+k*c},${this._y1=n+k*l}`}}arc(e,n,r,o,i,s){if(e=+e,n=+n,r=+r,s=!!s,r<0)throw new Error(`negative radius: ${r}`);let a=r*Math.cos(o),c=r*Math.sin(o),l=e+a,f=n+c,m=1^s,p=s?o-i:i-o;if(this._x1===null?this._append`M${l},${f}`:(Math.abs(this._x1-l)>Gt||Math.abs(this._y1-f)>Gt)&&this._append`L${l},${f}`,!!r){if(p<0&&(p=p%io+io),p>_f)this._append`A${r},${r},0,1,${m},${e-a},${n-c}A${r},${r},0,1,${m},${this._x1=l},${this._y1=f}`;else if(p>Gt){let h=e+r*Math.cos(i),d=n+r*Math.sin(i);if(p>=De&&this._equal(l,f,h,d)){p/=2;let g=o+p;this._append`A${r},${r},0,${+(p>=De)},${m},${e+r*Math.cos(g)},${n+r*Math.sin(g)}`}this._append`A${r},${r},0,${+(p>=De)},${m},${this._x1=h},${this._y1=d}`}}}rect(e,n,r,o){this._append`M${this._x0=this._x1=+e},${this._y0=this._y1=+n}h${r=+r}v${+o}h${-r}Z`}toString(){return this._}};function vf(){return new fe}vf.prototype=fe.prototype;function V(t){return function(){return t}}var kf=Math.cos;var ao=Math.sin,me=Math.sqrt,wa=1e-12,Un=Math.PI,tg=Un/2,Ra=2*Un;function Pa(t){let e=3;return t.digits=function(n){if(!arguments.length)return e;if(n==null)e=null;else{let r=Math.floor(n);if(!(r>=0))throw new RangeError(`invalid digits: ${n}`);e=r}return t},()=>new fe(e)}var eg=Array.prototype.slice;function Na(t){return typeof t=="object"&&"length"in t?t:Array.from(t)}function $a(t){this._context=t}$a.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;default:this._context.lineTo(t,e);break}}};function lo(t){return new $a(t)}function Ca(t){return t[0]}function Aa(t){return t[1]}function Ie(t,e){var n=V(!0),r=null,o=lo,i=null,s=Pa(a);t=typeof t=="function"?t:t===void 0?Ca:V(t),e=typeof e=="function"?e:e===void 0?Aa:V(e);function a(c){var l,f=(c=Na(c)).length,m,p=!1,h;for(r==null&&(i=o(h=s())),l=0;l<=f;++l)!(l<f&&n(m=c[l],l,c))===p&&((p=!p)?i.lineStart():i.lineEnd()),p&&i.point(+t(m,l,c),+e(m,l,c));if(h)return i=null,h+""||null}return a.x=function(c){return arguments.length?(t=typeof c=="function"?c:V(+c),a):t},a.y=function(c){return arguments.length?(e=typeof c=="function"?c:V(+c),a):e},a.defined=function(c){return arguments.length?(n=typeof c=="function"?c:V(!!c),a):n},a.curve=function(c){return arguments.length?(o=c,r!=null&&(i=o(r)),a):o},a.context=function(c){return arguments.length?(c==null?r=i=null:i=o(r=c),a):r},a}function Ta(t,e,n){var r=null,o=V(!0),i=null,s=lo,a=null,c=Pa(l);t=typeof t=="function"?t:t===void 0?Ca:V(+t),e=typeof e=="function"?e:V(e===void 0?0:+e),n=typeof n=="function"?n:n===void 0?Aa:V(+n);function l(m){var p,h,d,g=(m=Na(m)).length,y,b=!1,w,_=new Array(g),x=new Array(g);for(i==null&&(a=s(w=c())),p=0;p<=g;++p){if(!(p<g&&o(y=m[p],p,m))===b)if(b=!b)h=p,a.areaStart(),a.lineStart();else{for(a.lineEnd(),a.lineStart(),d=p-1;d>=h;--d)a.point(_[d],x[d]);a.lineEnd(),a.areaEnd()}b&&(_[p]=+t(y,p,m),x[p]=+e(y,p,m),a.point(r?+r(y,p,m):_[p],n?+n(y,p,m):x[p]))}if(w)return a=null,w+""||null}function f(){return Ie().defined(o).curve(s).context(i)}return l.x=function(m){return arguments.length?(t=typeof m=="function"?m:V(+m),r=null,l):t},l.x0=function(m){return arguments.length?(t=typeof m=="function"?m:V(+m),l):t},l.x1=function(m){return arguments.length?(r=m==null?null:typeof m=="function"?m:V(+m),l):r},l.y=function(m){return arguments.length?(e=typeof m=="function"?m:V(+m),n=null,l):e},l.y0=function(m){return arguments.length?(e=typeof m=="function"?m:V(+m),l):e},l.y1=function(m){return arguments.length?(n=m==null?null:typeof m=="function"?m:V(+m),l):n},l.lineX0=l.lineY0=function(){return f().x(t).y(e)},l.lineY1=function(){return f().x(t).y(n)},l.lineX1=function(){return f().x(r).y(e)},l.defined=function(m){return arguments.length?(o=typeof m=="function"?m:V(!!m),l):o},l.curve=function(m){return arguments.length?(s=m,i!=null&&(a=s(i)),l):s},l.context=function(m){return arguments.length?(m==null?i=a=null:a=s(i=m),l):i},l}var ng=Sf(lo);function La(t){this._curve=t}La.prototype={areaStart:function(){this._curve.areaStart()},areaEnd:function(){this._curve.areaEnd()},lineStart:function(){this._curve.lineStart()},lineEnd:function(){this._curve.lineEnd()},point:function(t,e){this._curve.point(e*Math.sin(t),e*-Math.cos(t))}};function Sf(t){function e(n){return new La(t(n))}return e._curve=t,e}var rg=me(3);var Mf=me(1/3),og=Mf*2;var Ea=ao(Un/10)/ao(7*Un/10),ig=ao(Ra/10)*Ea,sg=-kf(Ra/10)*Ea;var ag=me(3);var ug=me(3);var lg=me(3)/2,Rf=1/me(12),cg=(Rf/2+1)*3;function St(){}function Gn(t,e,n){t._context.bezierCurveTo((2*t._x0+t._x1)/3,(2*t._y0+t._y1)/3,(t._x0+2*t._x1)/3,(t._y0+2*t._y1)/3,(t._x0+4*t._x1+e)/6,(t._y0+4*t._y1+n)/6)}function co(t){this._context=t}co.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){switch(this._point){case 3:Gn(this,this._x1,this._y1);case 2:this._context.lineTo(this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3,this._context.lineTo((5*this._x0+this._x1)/6,(5*this._y0+this._y1)/6);default:Gn(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function Pf(t){this._context=t}Pf.prototype={areaStart:St,areaEnd:St,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._y0=this._y1=this._y2=this._y3=this._y4=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x2,this._y2),this._context.closePath();break}case 2:{this._context.moveTo((this._x2+2*this._x3)/3,(this._y2+2*this._y3)/3),this._context.lineTo((this._x3+2*this._x2)/3,(this._y3+2*this._y2)/3),this._context.closePath();break}case 3:{this.point(this._x2,this._y2),this.point(this._x3,this._y3),this.point(this._x4,this._y4);break}}},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._x2=t,this._y2=e;break;case 1:this._point=2,this._x3=t,this._y3=e;break;case 2:this._point=3,this._x4=t,this._y4=e,this._context.moveTo((this._x0+4*this._x1+t)/6,(this._y0+4*this._y1+e)/6);break;default:Gn(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function Nf(t){this._context=t}Nf.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3;var n=(this._x0+4*this._x1+t)/6,r=(this._y0+4*this._y1+e)/6;this._line?this._context.lineTo(n,r):this._context.moveTo(n,r);break;case 3:this._point=4;default:Gn(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function Da(t,e){this._basis=new co(t),this._beta=e}Da.prototype={lineStart:function(){this._x=[],this._y=[],this._basis.lineStart()},lineEnd:function(){var t=this._x,e=this._y,n=t.length-1;if(n>0)for(var r=t[0],o=e[0],i=t[n]-r,s=e[n]-o,a=-1,c;++a<=n;)c=a/n,this._basis.point(this._beta*t[a]+(1-this._beta)*(r+c*i),this._beta*e[a]+(1-this._beta)*(o+c*s));this._x=this._y=null,this._basis.lineEnd()},point:function(t,e){this._x.push(+t),this._y.push(+e)}};var fg=(function t(e){function n(r){return e===1?new co(r):new Da(r,e)}return n.beta=function(r){return t(+r)},n})(.85);function Wn(t,e,n){t._context.bezierCurveTo(t._x1+t._k*(t._x2-t._x0),t._y1+t._k*(t._y2-t._y0),t._x2+t._k*(t._x1-e),t._y2+t._k*(t._y1-n),t._x2,t._y2)}function fo(t,e){this._context=t,this._k=(1-e)/6}fo.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:Wn(this,this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2,this._x1=t,this._y1=e;break;case 2:this._point=3;default:Wn(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var mg=(function t(e){function n(r){return new fo(r,e)}return n.tension=function(r){return t(+r)},n})(0);function mo(t,e){this._context=t,this._k=(1-e)/6}mo.prototype={areaStart:St,areaEnd:St,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._x3=t,this._y3=e;break;case 1:this._point=2,this._context.moveTo(this._x4=t,this._y4=e);break;case 2:this._point=3,this._x5=t,this._y5=e;break;default:Wn(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var pg=(function t(e){function n(r){return new mo(r,e)}return n.tension=function(r){return t(+r)},n})(0);function po(t,e){this._context=t,this._k=(1-e)/6}po.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:Wn(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var hg=(function t(e){function n(r){return new po(r,e)}return n.tension=function(r){return t(+r)},n})(0);function ho(t,e,n){var r=t._x1,o=t._y1,i=t._x2,s=t._y2;if(t._l01_a>wa){var a=2*t._l01_2a+3*t._l01_a*t._l12_a+t._l12_2a,c=3*t._l01_a*(t._l01_a+t._l12_a);r=(r*a-t._x0*t._l12_2a+t._x2*t._l01_2a)/c,o=(o*a-t._y0*t._l12_2a+t._y2*t._l01_2a)/c}if(t._l23_a>wa){var l=2*t._l23_2a+3*t._l23_a*t._l12_a+t._l12_2a,f=3*t._l23_a*(t._l23_a+t._l12_a);i=(i*l+t._x1*t._l23_2a-e*t._l12_2a)/f,s=(s*l+t._y1*t._l23_2a-n*t._l12_2a)/f}t._context.bezierCurveTo(r,o,i,s,t._x2,t._y2)}function Ia(t,e){this._context=t,this._alpha=e}Ia.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:this.point(this._x2,this._y2);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3;default:ho(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var dg=(function t(e){function n(r){return e?new Ia(r,e):new fo(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function Oa(t,e){this._context=t,this._alpha=e}Oa.prototype={areaStart:St,areaEnd:St,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1,this._x3=t,this._y3=e;break;case 1:this._point=2,this._context.moveTo(this._x4=t,this._y4=e);break;case 2:this._point=3,this._x5=t,this._y5=e;break;default:ho(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var gg=(function t(e){function n(r){return e?new Oa(r,e):new mo(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function Fa(t,e){this._context=t,this._alpha=e}Fa.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:ho(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var yg=(function t(e){function n(r){return e?new Fa(r,e):new po(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function $f(t){this._context=t}$f.prototype={areaStart:St,areaEnd:St,lineStart:function(){this._point=0},lineEnd:function(){this._point&&this._context.closePath()},point:function(t,e){t=+t,e=+e,this._point?this._context.lineTo(t,e):(this._point=1,this._context.moveTo(t,e))}};function va(t){return t<0?-1:1}function ka(t,e,n){var r=t._x1-t._x0,o=e-t._x1,i=(t._y1-t._y0)/(r||o<0&&-0),s=(n-t._y1)/(o||r<0&&-0),a=(i*o+s*r)/(r+o);return(va(i)+va(s))*Math.min(Math.abs(i),Math.abs(s),.5*Math.abs(a))||0}function Sa(t,e){var n=t._x1-t._x0;return n?(3*(t._y1-t._y0)/n-e)/2:e}function so(t,e,n){var r=t._x0,o=t._y0,i=t._x1,s=t._y1,a=(i-r)/3;t._context.bezierCurveTo(r+a,o+a*e,i-a,s-a*n,i,s)}function uo(t){this._context=t}uo.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=this._t0=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x1,this._y1);break;case 3:so(this,this._t0,Sa(this,this._t0));break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){var n=NaN;if(t=+t,e=+e,!(t===this._x1&&e===this._y1)){switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3,so(this,Sa(this,n=ka(this,t,e)),n);break;default:so(this,this._t0,n=ka(this,t,e));break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e,this._t0=n}}};function Cf(t){this._context=new qa(t)}(Cf.prototype=Object.create(uo.prototype)).point=function(t,e){uo.prototype.point.call(this,e,t)};function qa(t){this._context=t}qa.prototype={moveTo:function(t,e){this._context.moveTo(e,t)},closePath:function(){this._context.closePath()},lineTo:function(t,e){this._context.lineTo(e,t)},bezierCurveTo:function(t,e,n,r,o,i){this._context.bezierCurveTo(e,t,r,n,i,o)}};function Af(t){this._context=t}Af.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=[],this._y=[]},lineEnd:function(){var t=this._x,e=this._y,n=t.length;if(n)if(this._line?this._context.lineTo(t[0],e[0]):this._context.moveTo(t[0],e[0]),n===2)this._context.lineTo(t[1],e[1]);else for(var r=Ma(t),o=Ma(e),i=0,s=1;s<n;++i,++s)this._context.bezierCurveTo(r[0][i],o[0][i],r[1][i],o[1][i],t[s],e[s]);(this._line||this._line!==0&&n===1)&&this._context.closePath(),this._line=1-this._line,this._x=this._y=null},point:function(t,e){this._x.push(+t),this._y.push(+e)}};function Ma(t){var e,n=t.length-1,r,o=new Array(n),i=new Array(n),s=new Array(n);for(o[0]=0,i[0]=2,s[0]=t[0]+2*t[1],e=1;e<n-1;++e)o[e]=1,i[e]=4,s[e]=4*t[e]+2*t[e+1];for(o[n-1]=2,i[n-1]=7,s[n-1]=8*t[n-1]+t[n],e=1;e<n;++e)r=o[e]/i[e-1],i[e]-=r,s[e]-=r*s[e-1];for(o[n-1]=s[n-1]/i[n-1],e=n-2;e>=0;--e)o[e]=(s[e]-o[e+1])/i[e];for(i[n-1]=(t[n]+o[n-1])/2,e=0;e<n-1;++e)i[e]=2*t[e+1]-o[e+1];return[o,i]}function Tf(t,e){this._context=t,this._t=e}Tf.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=this._y=NaN,this._point=0},lineEnd:function(){0<this._t&&this._t<1&&this._point===2&&this._context.lineTo(this._x,this._y),(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line>=0&&(this._t=1-this._t,this._line=1-this._line)},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;default:{if(this._t<=0)this._context.lineTo(this._x,e),this._context.lineTo(t,e);else{var n=this._x*(1-this._t)+t*this._t;this._context.lineTo(n,this._y),this._context.lineTo(n,e)}break}}this._x=t,this._y=e}};var go=1;function Qn(t,e,n,r){return Ie().digits(go).defined(Number.isFinite).x((i,s)=>n(t[s])).y(r)(e)??""}function yo({panel:t,color:e,dash:n,steps:r,values:o,run:i}){return u(M,{children:[u("path",{class:"companion","data-run":i,stroke:e,"stroke-dasharray":n||void 0,d:Qn(r,o,t.x,t.y)}),_i(o).map(s=>u("circle",{cx:t.x(r[s]),cy:t.y(o[s]),r:2},s))]})}function Ba({panel:t,lines:e}){return u(M,{children:e.map((n,r)=>u("g",{class:n.isMuted?"one-line muted-line":"one-line","data-line":r,fill:n.color,children:[u(yo,{panel:t,...n}),u("title",{children:n.name})]},n.name))})}function Va({panel:t,lines:e}){let{top:n,bottom:r,right:o,width:i}=t,s=e.map((l,f)=>{let m=l.values.findLastIndex((p,h)=>Number.isFinite(p)&&l.steps[h]<=t.steps[1]);return{...l,index:f,y:m<0?NaN:Math.min(r,Math.max(n,t.y(l.values[m])))}}).filter(({y:l})=>Number.isFinite(l)).toSorted((l,f)=>l.y-f.y),a=s.filter(({isMuted:l})=>!l),c=_s(a.map(({y:l})=>l),12,n,r);return u("g",{class:"end-labels",children:s.map(l=>{let f=l.isMuted?l.y:c[a.indexOf(l)];return u("g",{class:l.isMuted?"end-label muted-line":"end-label","data-line":l.index,children:[u("path",{d:`M${o-2},${l.y}L${o+5},${f}h4`,stroke:l.color}),u("text",{x:o+12,y:f,dy:"0.32em",children:rt(l.name,Math.floor((i-o-10)/B("x")))})]},l.name)})})}function Ha({panel:t,phases:e}){let n=r=>Math.min(t.right,Math.max(t.left,t.x(r)));return u("g",{class:"phase-edges",children:e.map(({kind:r,start_step:o,end_step:i})=>u("rect",{class:`edge ${r}`,x:n(o),y:t.top-4,width:Math.max(0,n(i)-n(o)-1),height:3,children:u("title",{children:`${r}, step ${v(o)} to ${v(i)}`})},o))})}function za({panel:t,marks:e}){let n=e.filter(({step:r})=>X(r,t.steps));return u("g",{class:"step-marks",children:n.map(({step:r,before:o="",after:i=""})=>{let s=t.x(r),[a,c]=[s-B(o)>t.left,s+B(i)<t.width];return u("g",{children:[u("line",{class:"held",x1:s,x2:s,y1:t.top,y2:t.bottom}),o&&a&&u("text",{x:s-5,y:t.bottom-6,"text-anchor":"end",children:o}),i&&c&&u("text",{x:s+5,y:t.bottom-6,children:i})]},r)})})}var Lf={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0],Home:[0,-1/0],End:[0,1/0]};function pe({ctrlKey:t,metaKey:e,altKey:n}){return t||e||n}function Ua(t,{rows:e,first:n=0,cursor:r,actions:o,run:i,describe:s}){let a=r.current,c=e.findIndex(({key:h})=>h===a?.panel),l=c<0?n:c,f=e[l]?.steps,m=Lf[t.key];if(!f||pe(t)||m?.[0]&&e.length<2)return;let p=a?F(f,a.step):-1;if(m){let{key:h,steps:d}=e[ja(l+m[0],e.length)],g=d[ja(p+m[1],d.length)];g!==void 0&&r.move({step:g,panel:h,run:i,byKey:!0,line:s?.(g)})}else if(t.key==="Enter")o.hold(f[p]??null);else if(t.key==="Escape")r.move(null);else return;t.preventDefault()}function ja(t,e){return Math.min(e-1,Math.max(0,t))}function Kn({find:t,...e}){let{cursor:n,actions:r,run:o}=e,i=({currentTarget:a,clientX:c,clientY:l})=>{let{left:f,top:m}=a.getBoundingClientRect();return t(c-f,l-m)},s=()=>n.move(null);return{onPointerMove:a=>{let c=i(a);n.move(c&&{...c,run:o,byKey:!1})},onPointerUp:a=>a.button===0&&r.hold(i(a)?.step??null),onPointerLeave:s,onKeyDown:a=>Ua(a,e),onBlur:s}}var Ef=8;function Xn({panel:t,steps:e,x:n,domain:r,cursor:o,actions:i,describe:s}){let a=$(null),[c,l]=A(null),f=e.filter(k=>X(k,r)),m=k=>k.clientX-k.currentTarget.getBoundingClientRect().left,p=k=>a.current!==null&&Math.abs(k-a.current)>=Ef,h=k=>{let P=m(k);p(P)&&l([a.current,P]);let T=f[Ne(f,n,P)];T!==void 0&&o.move({step:T,panel:t,byKey:!1,line:s?.(T)})},d=k=>{k.button===0&&k.pointerType==="mouse"&&(a.current=m(k),k.currentTarget.setPointerCapture(k.pointerId)),h(k)},g=k=>{if(k.button!==0)return;let P=m(k);if(p(P)){let[T,H]=[a.current,P].toSorted((W,z)=>W-z).map(W=>Math.round(n.invert(W)));H>T&&i.zoom([Math.max(r[0],T),Math.min(r[1],H)])}else i.hold(f[Ne(f,n,P)]??null);y()},y=()=>{a.current=null,l(null)};return{brush:c,handlers:{onPointerMove:h,onPointerDown:d,onPointerUp:g,onPointerCancel:y,onPointerLeave:()=>{a.current===null&&o.move(null)},onDblClick:()=>i.zoom(null),onKeyDown:k=>{if(!["0","+"].includes(k.key)||pe(k))return Ua(k,{rows:[{key:t,steps:f}],cursor:o,actions:i,describe:s});k.preventDefault(),i.zoom(k.key==="0"?null:Df(f,o.current?.step??0))},onBlur:()=>o.move(null)}}}function Df(t,e){let n=Math.max(1,Math.floor(t.length/4)),r=F(t,e),[o,i]=[t[Math.max(0,r-n)],t[Math.min(t.length-1,r+n)]];return o!==void 0&&i!==void 0&&i>o?[o,i]:null}function If({lines:t,label:e,quantity:n,stepAxis:r,steps:o,level:i,hasLabels:s,isLog:a},c){let l=Math.max(0,...t.map(({name:d,isMuted:g})=>g?0:B(d))),f=c-(s?Math.min(.32*c,22+l):14),m=t.flatMap(d=>Nn(d,d.values,o)),p=i===void 0?Bt(m,[]):Pn(Bt([...m,i],[]),i),h=(a?jr:K)(p,[Vt.bottom-8,Vt.top+8]);return{...Gr(r,o,f),width:c,label:e,quantity:n,y:h}}function Of({lines:t,quantity:e,steps:n,panel:r,cursor:o,actions:i},{x:s,y:a},c){let l=S(()=>[...new Set(t.flatMap(_=>_.steps))].toSorted((_,x)=>_-x),[t]),[f,m]=ba(c),p=_=>{let x=t[f.current];return x&&{name:x.name,value:e.format(ce(x,_))}},{brush:h,handlers:d}=Xn({panel:r,steps:l,x:s,domain:n,cursor:o,actions:i,describe:p}),g=_=>{let x=_.currentTarget.getBoundingClientRect();m(ga(t,s.invert(_.clientX-x.left),_.clientY-x.top,a)),d.onPointerMove(_)},y=_=>()=>{m(-1),_()},b=_=>{let x={ArrowUp:-1,ArrowDown:1}[_.key];if(!x||pe(_))return d.onKeyDown(_);_.preventDefault();let k=o.current?.step??l.at(-1)??0;m(ya(t,k,f.current,x)),o.move({step:k,panel:r,byKey:!0,line:p(k)})},w={onPointerLeave:y(d.onPointerLeave),onBlur:y(d.onBlur)};return{brush:h,handlers:{...d,...w,onPointerMove:g,onKeyDown:b}}}function Ff(t){let{lines:e,label:n,quantity:r,stepAxis:o,steps:i,name:s,level:a,hasLabels:c,isLog:l,phases:f,marks:m,cursor:p}=t,[h,d]=ut(360),g=Ye(),y=S(()=>If(t,d),[e,n,r,o,i,a,c,l,d]),{brush:b,handlers:w}=Of(t,y,h),_=S(()=>u("g",{class:"marks",children:[f&&u(Ha,{panel:y,phases:f}),u(zn,{panel:y}),u(Hn,{panel:y}),a!==void 0&&u("line",{class:"level",x1:y.left,x2:y.right,y1:y.y(a),y2:y.y(a)}),m&&u(za,{panel:y,marks:m}),u("clipPath",{id:g,children:u("rect",{x:y.left,y:y.top-6,width:y.right-y.left,height:y.bottom-y.top+12})}),u("g",{"clip-path":`url(#${g})`,children:u(Ba,{panel:y,lines:e})}),c&&u(Va,{panel:y,lines:e})]}),[y,e,a,f,m,c]),x=(m??[]).map(({step:k,before:P,after:T})=>` ${[P,`step ${v(k)}`,T].filter(Boolean).join(", ")}.`);return u("div",{ref:h,class:"chart",children:u("svg",{class:"lines",width:d,height:Ht,viewBox:`0 0 ${d} ${Ht}`,role:"img",tabIndex:0,"aria-label":`${s}: ${n} of ${e.map(k=>k.name).join(", ")}.${x.join("")} Arrow keys move the cursor.`,...w,children:[_,b&&u(jn,{panel:y,ends:b}),u(da,{layout:y,cursor:p})]})})}var Ga=at(Ff);function Mt({title:t,subtitle:e,options:{stepAxis:n,steps:r},table:o,...i}){let{lines:s}=i;return u(kt,{title:t,subtitle:e,table:o??(()=>qf(s)),legend:Bf(s),children:u(Ga,{...i,stepAxis:n,steps:r})})}function qf(t){let e=t[0]?.steps??[];return{columns:["step",...t.map(({name:n})=>n)],rows:e.map((n,r)=>[n,...t.map(({values:o})=>o[r])])}}function Bf(t){let e=t.filter(({isMuted:n})=>!n).map(({name:n,color:r,dash:o})=>({color:r,dash:o,text:n}));return e.length<t.length?[...e,{color:"var(--muted)",text:"the others"}]:e}var Yn=["loss_share_hardest_1","loss_share_hardest_5","loss_share_hardest_10"],Jn="fitted_share",bo="prototype_agreement",_o="gradient_rows";function Wa(t){return t.find(e=>[...Yn,Jn,bo,_o].some(n=>e.column(n).some(Number.isFinite)))}function Qa(t,e){return t[e.findIndex(n=>n>.5)]??null}function Ka(t){let e=t.filter(Number.isFinite),[n,r]=[Math.min(...e),Math.max(...e)];return n>0&&r>20*n}var Xa=pt("share",!0),Vf=pt("rows",!1);function xo({focus:t,options:e,cursor:n,actions:r}){let o=_t(),i=S(()=>Wa(t.rows),[t.rows]),s=S(()=>i?Hf(i,o):[],[i,o]),a=S(()=>i?Qa(i.steps,i.column(Jn)):null,[i]),c=S(()=>a===null?[]:[{step:a,before:"prototyping",after:"fitting a few"}],[a]);return!i||!s.length?null:u(M,{children:[u("h2",{class:"section",children:"From the majority to a few"}),u("p",{class:"explanation",children:["At first the network learns what most rows have in common (prototyping); once more than half of them are fitted",a!==null&&` (dashed, step ${v(a)})`,", the loss sits in ever fewer rows, and these few drive the gradient (",u("a",{href:"https://arxiv.org/abs/2202.08299",target:"_blank",rel:"noreferrer",children:"arXiv 2202.08299"}),")."]}),u("div",{class:"panels",role:"group","aria-label":"From the majority to a few",children:s.map(l=>u(Mt,{...l,name:l.title,panel:i.key,options:e,hasLabels:l.lines.length>1,marks:c,cursor:n,actions:r},l.title))})]})}function Hf(t,e){let n=(s,a,c)=>{let l=t.column(s);return l.some(Number.isFinite)?[{name:a,color:c,steps:t.steps,values:l}]:[]},r=Yn.flatMap((s,a)=>n(s,`hardest ${s.split("_").at(-1)} %`,zt(a,Yn.length,e))),o=[...n(Jn,"fitted","var(--accuracy)"),...n(bo,"by prototypes","var(--muted)")],i=n(_o,"rows","var(--loss)");return[{title:"Loss of the hardest rows",subtitle:"fit rows",label:"share of the cross-entropy",lines:r,quantity:Xa,isLog:!1},{title:"Rows fitted",subtitle:o.length>1?"or decided by prototypes":"fit rows",label:"share of the rows",lines:o,quantity:Xa,isLog:!1},{title:"Rows in the gradient",subtitle:"of the last layer",label:"effective number of rows",lines:i,quantity:Vf,isLog:Ka(i.flatMap(({values:s})=>s))}].filter(({lines:s})=>s.length)}var zf={explained:"explained variance",loss:"reconstruction loss"};function Ya(t){let{focus:e,selection:n,select:r}=t,o=S(()=>Js(e.rows),[e.rows]);if(!o.length)return u(M,{children:[u(Wf,{}),u(xo,{...t})]});let s=n.kind==="all"||o.includes(n.kind)?n.kind:o[0],a=Object.fromEntries([...o.map(l=>[l,ht(l).name]),...o.length>1?[["all","all"]]:[]]),c=s==="all"?o:[s];return u("section",{"aria-label":"Breakdowns",children:[u(Gf,{...t}),u("div",{class:"view-controls",children:[u(dt,{name:"Parts by",value:s,options:a,choose:l=>r({kind:l})}),jf(e.rows,c)&&u(dt,{name:"Drawn as",value:n.unit,options:zf,choose:l=>r({unit:l})})]}),u(Qf,{...t,kinds:c}),u(fa,{...t,kinds:c}),u(xo,{...t})]})}function jf(t,e){return t.some(n=>e.some(r=>Te(n,r,"explained")?.unit==="explained"))}function Uf(t,e){return`${[...new Set(t.map(({unit:r})=>ue(r)))].join(" or ")} ${ht(e).title}`}function Gf({focus:{rows:t,reports:e}}){let n=t.map(r=>C(e,r.row)?.forgotten).findLast(Boolean);return n?u("p",{class:"headline increase forgotten",children:n}):null}function Wf(){return u("section",{class:"empty",children:[u("h2",{children:"This log has no breakdowns"}),u("p",{children:["A breakdown splits the reconstruction loss of a layer by colour, spatial frequency, image position, class, difficulty or principal component of the input, and shows which parts are forgotten first. The probe measures it where"," ",u("code",{children:"quantities"})," is not None and there is something to measure:"]}),u("pre",{children:u("code",{children:'model.fit(x, y, callbacks=[PhaseProbe(quantities=["auto", "component"], log_dir="logs/run1")])'})})]})}function Qf({focus:t,kinds:e,options:n,selection:r,cursor:o,actions:i}){let s=_t(),{unit:a,step:c}=r,l=S(()=>e.map(m=>({kind:m,panels:t.rows.flatMap(p=>Xf(p,m,a,s)??[])})),[t.rows,e.join(`
`),a,s]),f=S(()=>c===null?[]:[{step:c}],[c]);return u(M,{children:l.map(({kind:m,panels:p})=>u("div",{children:[u("h2",{class:"section",children:Uf(p.map(({breakdown:h})=>h),m)}),u("div",{class:"panels",role:"group","aria-label":`Parts ${ht(m).title}`,children:p.map(({series:h,breakdown:d,lines:g})=>u(Mt,{title:E(h,t.rows),subtitle:`by ${ht(m).name}`,lines:g,label:ue(d.unit),name:`${E(h,t.rows)}, ${ht(m).title}`,panel:h.key,quantity:Kf[d.unit],options:n,hasLabels:!0,phases:C(t.reports,h.row)?.phases,marks:f,cursor:o,actions:i},h.key))})]},m))})}var Kf={loss:pt("reconstruction loss",!1),explained:pt("explained variance",!0)};function Xf(t,e,n,r){let o=Te(t,e,n);if(!o)return null;let{parts:i}=o,s=!!ht(e).isOrdered,a=Zs(i,s),c=i.map((l,f)=>{let m=!a.has(l.name),p=m?"var(--muted)":Ps(l.name,f,i.length,s,r);return{...l,steps:t.steps,color:p,isMuted:m}});return{series:t,breakdown:o,lines:c}}function Rt({rows:t,advice:e},{key:n}){return!e||e.abstains?null:t.find(({row:r})=>r.layer===e.layer)?.key===n?e.step:null}function Ja(t){return t.phases?.some(({kind:n})=>n!=="constant")?t:{...t,minimum_step:null,minimum_interval:null}}function Zn({steps:t,column:e},n,r){return n?.minimum_step==null?NaN:Lt(t,e(r),n.minimum_step)}function tr(t,e){return e?.has_increase?xt(t,"reconstruction_loss")/Zn(t,e,"reconstruction_loss")-1:NaN}function Za({panel:t,phases:e}){return u("g",{class:"bands",children:e.map(n=>{let r=Math.max(t.left,t.x(n.start_step)),o=Math.max(0,Math.min(t.right,t.x(n.end_step))-r);return u("g",{class:`band ${n.kind}`,children:[u("rect",{x:r,y:t.top,width:o,height:t.bottom-t.top}),u("rect",{class:"edge",x:r,y:t.top,width:o,height:3}),o>B(n.kind)+4&&u("text",{x:r+o/2,y:t.top+15,"text-anchor":"middle",children:n.kind})]},n.start_step)})})}function tu({panel:t}){let[e,n]=t.y.domain(),r=t.references.filter(({value:i})=>i>=e&&i<=n),o=t.references.filter(i=>!r.includes(i));return u("g",{class:"references",children:[r.map(({label:i,value:s})=>{let a=s>(e+n)/2&&i!=="untrained";return u("g",{class:"reference",children:[u("line",{x1:t.left,x2:t.right,y1:t.y(s),y2:t.y(s)}),u("text",{x:a?t.left+4:t.right-4,y:t.y(s)+(a?12:-4),"text-anchor":a?"start":"end",children:i})]},i)}),u("text",{class:"outside",x:2,y:t.bottom+30,children:o.map(({label:i,value:s})=>`${i} ${O(s)}`).join(", ")})]})}function eu({panel:t,series:e}){let{values:n,band:[r,o],x:i,y:s}=t,a=Ta().digits(go).defined(Number.isFinite).x((c,l)=>i(e.steps[l])).y0((c,l)=>s(r[l])).y1((c,l)=>s(o[l]));return u("g",{class:"curve loss",children:[u("path",{class:"spread",d:a(n)??""}),u("path",{class:"line",d:Qn(e.steps,n,i,s)}),u(ru,{panel:t,steps:e.steps,values:n,y:s})]})}function nu({panel:t,series:{steps:e,column:n}}){let r=t.accuracy;if(!r)return null;let o=n("probe_accuracy");return u("g",{class:"curve accuracy",children:[u("path",{class:"line",d:Qn(e,o,t.x,r)}),u(ru,{panel:t,steps:e,values:o,y:r})]})}function ru({panel:t,steps:e,values:n,y:r}){return(t.right-t.left)/e.filter(o=>X(o,t.steps)).length<5?null:u(M,{children:e.map((o,i)=>Number.isFinite(n[i])&&u("circle",{cx:t.x(o),cy:r(n[i]),r:2},o))})}function ou({panel:t,companions:e}){return u("g",{class:"companions",children:e.map(({series:n,...r})=>u("g",{fill:r.color,children:u(yo,{panel:t,...r,steps:n.steps,values:t.quantity.read(n)})},r.run))})}function iu({panel:t,series:e}){return u("g",{class:"flag-marks",children:Jt(e).map((n,r)=>{if(!n.length)return null;let[o,i]=[e.steps[r],t.values[r]];return Number.isFinite(i)?u("circle",{cx:t.x(o),cy:t.y(i),r:5},o):u("path",{d:"M-3.5,-3.5L3.5,3.5M-3.5,3.5L3.5,-3.5",transform:`translate(${t.x(o)},${t.bottom-9})`},o)})})}function Oe(t,e,n=-20,r=1){let o=4*-Math.sign(n);return`M${t},${e}v${n}l${10*r},${o}l${-10*r},${o}`}function su({panel:t,series:e,step:n}){let r=t.values[e.steps.indexOf(n)]??NaN;if(!Number.isFinite(r)||!X(n,t.steps))return null;let[o,i,s]=[t.x(n),t.y(r),`keep ${v(n)}`],a=i-30>t.top+18?-1:1,c=o-14-B(s)>t.left?-1:1;return u("g",{class:"kept",children:[u("title",{children:`advised: keep step ${v(n)}`}),u("path",{d:Oe(o,i,28*a,c)}),u("text",{x:o+13*c,y:i+24*a,dy:"0.32em","text-anchor":c>0?"start":"end",children:s})]})}function Yf(t,e){return e.quantity.key==="loss"?t.has_increase?"minimum at":"lowest so far, at":t.has_increase?"loss minimum at":"lowest loss so far, at"}function au({panel:t,series:e,report:n}){let r=n.minimum_step;if(r==null)return null;let o=t.values[e.steps.indexOf(r)]??NaN;if(!Number.isFinite(o))return null;let i=t.x(r);if(i<t.left||i>t.right)return null;let[s,a]=n.minimum_interval??[r,r],c=`${Yf(n,t)} step ${v(r)}`,l=3.8*c.length,f=Math.min(Math.max(i,t.left+l+4),t.right-l-4);return u("g",{class:"minimum",children:[u("line",{class:"interval",x1:Math.max(t.left,t.x(s)),x2:Math.min(t.right,t.x(a)),y1:t.bottom-3,y2:t.bottom-3}),u("line",{class:"foot",x1:i,x2:i,y1:t.y(o),y2:t.bottom}),u("circle",{cx:i,cy:t.y(o),r:4.5}),u("text",{x:f,y:t.bottom-9,"text-anchor":"middle",children:c})]})}var Jf={constant:"as untrained",decrease:"learns to carry its input",increase:"forgets it"};function uu({focus:t,options:e,others:n,colors:r,dashes:o}){let{rows:i}=t,s=i.some(a=>Jt(a).some(({length:c})=>c));return u("section",{class:"legend","aria-label":"Legend",children:[u("ul",{children:[Object.entries(Jf).map(([a,c])=>u("li",{children:[u(tm,{kind:a})," ",u("b",{children:a})," ",c]},a)),u(Zf,{rows:i,options:e}),u("li",{children:[u("svg",{width:26,height:16,class:"minimum","aria-hidden":"true",children:[u("line",{class:"interval",x1:1,x2:25,y1:13,y2:13}),u("circle",{cx:13,cy:6,r:4.5})]}),"minimum and its interval"]}),u(wo,{runs:[t]}),s&&u("li",{children:[u("svg",{width:26,height:14,class:"flag-marks","aria-hidden":"true",children:u("circle",{cx:13,cy:7,r:5})}),"record with a remark"]})]}),e.quantity.key!=="loss"&&u("p",{children:"Phases and minimum are those of the reconstruction loss."}),n.length>0&&u(vo,{others:n,colors:r,dashes:o})]})}function wo({runs:t}){return t.some(e=>e.rows.some(n=>Rt(e,n)!==null))?u("li",{children:[u("svg",{width:26,height:16,class:"kept","aria-hidden":"true",children:u("path",{d:Oe(8,15,-13)})}),"step that is advised to keep"]}):null}function Zf({rows:t,options:{quantity:e,accuracyDomain:n}}){let r=t.some(({spread:o})=>o);return u(M,{children:[u("li",{children:[u("svg",{width:26,height:14,class:"curve loss","aria-hidden":"true",children:[u("path",{class:"spread",d:"M0,3H26V11H0Z"}),u("path",{class:"line",d:"M0,7H26"})]}),e.label,r?", mean, lowest to highest seed":e.readErrors&&" \xB1 standard error"]}),n&&e.key!=="accuracy"&&u("li",{children:[u("svg",{width:26,height:14,class:"curve accuracy","aria-hidden":"true",children:u("path",{class:"line",d:"M0,7H26"})}),"probe accuracy, shared scale"]})]})}function vo({others:t,colors:e,dashes:n}){return u("ul",{class:"keys","aria-label":"Runs",children:t.map(r=>u("li",{children:[u(Fe,{color:e.get(r.summary.run),dash:n.get(r.summary.run)})," ",j(r)]},r.summary.run))})}function Fe({color:t,dash:e}){return u("svg",{width:26,height:10,class:"stroke","aria-hidden":"true",children:u("path",{d:"M0,5H26",stroke:t,"stroke-width":2,"stroke-dasharray":e||void 0})})}function tm({kind:t}){return u("svg",{width:26,height:14,class:`band ${t}`,"aria-hidden":"true",children:[u("rect",{width:26,height:14}),u("rect",{class:"edge",width:26,height:3})]})}function lu(t){let{focus:e,others:n}=t;return u("section",{children:[u(em,{...t}),n.length>0?u(im,{...t}):u("p",{class:"muted",children:["Choose further runs under ",u("b",{children:"Beside it"})," to see their differences to ",j(e),"."]})]})}var he=[er("run",({run:t})=>j(t)),er("layer",({series:t})=>t.row.layer),er("decoder",({series:t})=>t.row.decoder),er("phase now",({report:t})=>t?.phases?.at(-1)?.kind??null),lt("minimum at step",({report:t})=>t?.minimum_step,v),lt("from step",({report:t})=>t?.minimum_interval?.[0],v),lt("to step",({report:t})=>t?.minimum_interval?.[1],v),lt("advised step",({run:t,series:e})=>Rt(t,e),v),lt("loss at minimum",({series:t,report:e})=>Zn(t,e,"reconstruction_loss"),O),lt("last loss",({series:t})=>xt(t,"reconstruction_loss"),O),lt("rise since",({series:t,report:e})=>tr(t,e),U),lt("accuracy at minimum",({series:t,report:e})=>Zn(t,e,"probe_accuracy"),U),lt("best accuracy",({series:t})=>ot(t)?.accuracy,U),lt("at step",({series:t})=>ot(t)?.step,v)];function er(t,e){return{name:t,value:e,show:n=>e(n)??"\u2013"}}function lt(t,e,n){let r=o=>e(o)??null;return{name:t,value:r,show:o=>qe(r(o))?"\u2013":n(r(o))}}function em({focus:t,others:e,colors:n,dashes:r}){let[o,i]=A({place:-1,down:!1}),s=S(()=>[t,...e].flatMap(l=>rm(l)),[t,e]),a=S(()=>om(s,o),[s,o]),c=()=>({columns:he.map(({name:l})=>l),rows:a.map(l=>he.map(({value:f})=>f(l)))});return u("div",{class:"minima",children:[u("div",{class:"scroll",children:u("table",{children:[u(nm,{sort:o,setSort:i}),u("tbody",{children:a.map(l=>u("tr",{children:he.map(({name:f,show:m},p)=>u("td",{class:p>=cu?"number":"",children:[p===0&&u(Fe,{color:n.get(l.run.summary.run),dash:r.get(l.run.summary.run)}),m(l)]},f))},`${l.run.summary.run} ${l.series.key}`))})]})}),u("p",{class:"row",children:[u("button",{onClick:()=>vt(Fn(c()),"phase minima","csv","text/csv"),children:"CSV"}),u("button",{onClick:()=>vt(qn(c()),"phase minima","json","application/json"),children:"JSON"}),u("span",{class:"muted",children:"The advised step is that of the last layer, where the record tells one. At its minimum a layer begins to forget its input; it is not the best checkpoint for every task."})]})]})}function nm({sort:t,setSort:e}){return u("thead",{children:u("tr",{children:he.map(({name:n},r)=>u("th",{scope:"col",class:r>=cu?"number":"","aria-sort":t.place===r?t.down?"descending":"ascending":"none",children:u("button",{onClick:()=>e({place:r,down:t.place===r&&!t.down}),children:[n," ",t.place===r&&(t.down?"\u2193":"\u2191")]})},n))})})}function rm(t){return t.rows.map(e=>({run:t,series:e,report:C(t.reports,e.row)}))}var cu=he.findIndex(({name:t})=>t==="minimum at step");function om(t,{place:e,down:n}){let r=he[e];return r?t.toSorted((o,i)=>{let[s,a]=[r.value(o),r.value(i)];if(qe(s)||qe(a))return Number(qe(s))-Number(qe(a));let c=typeof s=="number"?s-a:String(s).localeCompare(String(a),"en",{numeric:!0});return n?-c:c}):t}function qe(t){return t===null||typeof t=="number"&&!Number.isFinite(t)}function im({focus:t,others:e,colors:n,dashes:r,options:o,cursor:i,actions:s}){let{quantity:a}=o,c=S(()=>t.rows.map(m=>({series:m,lines:sm(m,e,n,a,r)})).filter(({lines:m})=>m.length),[t.rows,e,n,r,a]),l=new Set(c.flatMap(({lines:m})=>m.map(p=>p.name))),f=j(t);return u(M,{children:[u("h2",{class:"section",children:[a.label,": difference to ",f]}),!c.length&&u("p",{class:"muted",children:["None of the other runs has a layer of ",f," by the same name and decoder."]}),u(vo,{others:e.filter(m=>l.has(j(m))),colors:n,dashes:r}),u("div",{class:"panels","aria-label":"Differences",children:c.map(({series:m,lines:p})=>u(Mt,{title:E(m,t.rows),subtitle:`${a.label}, run minus ${f}`,table:()=>({columns:["run","step",`difference of ${a.label}`],rows:p.flatMap(h=>h.steps.map((d,g)=>[h.name,d,h.values[g]]))}),lines:p,label:"difference",name:`${E(m,t.rows)}, difference of ${a.label}`,panel:m.key,quantity:a,options:o,level:0,cursor:i,actions:s},m.key))})]})}function sm(t,e,n,r,o){let i=new Map(t.steps.map((s,a)=>[s,r.read(t)[a]]));return e.flatMap(s=>{let a=s.rows.find(({key:f})=>f===t.key);if(!a)return[];let c=r.read(a),l=a.steps.flatMap((f,m)=>i.has(f)?[[f,c[m]-i.get(f)]]:[]);return[{name:j(s),color:n.get(s.summary.run),dash:o?.get(s.summary.run),steps:l.map(([f])=>f),values:l.map(([,f])=>f)}]})}var fu=["curves","map","compare"],am=[...fu,"breakdowns"];function mu(t){let{runs:e,focus:n,layers:r,quantities:o,selection:i,select:s}=t,a=new Set(e.map(({run:c})=>$e(c))).size<e.length;return u("header",{class:"controls",children:[u(nt,{title:"Run",kind:"run",value:n,options:e.map(c=>[c.run,fm(c)]),choose:c=>s({run:c})}),e.length>1&&u(um,{...t}),r.length>1&&u(pu,{name:"Layers",items:r.map(c=>({value:c,label:c})),chosen:Dn(r,i.layers)??r,choose:c=>s({layers:c.length===r.length?null:c})}),fu.includes(i.view)&&u(nt,{title:"Quantity",value:jt(o,En(i)).key,options:o.map(({key:c,label:l})=>[c,l]),choose:c=>s({metric:c})}),am.includes(i.view)&&u(dt,{name:"Step axis",value:i.stepAxis,options:{log:"log(1 + step)",linear:"linear"},choose:c=>s({stepAxis:c})}),a&&u("label",{class:"switch",children:[u("input",{type:"checkbox",checked:i.grouped,onChange:()=>s({grouped:!i.grouped})}),"Mean over seeds"]}),i.zoom&&u("button",{class:"chip",onClick:()=>s({zoom:null}),children:["steps ",i.zoom.map(v).join("\u2013")," \u2715"]}),i.step!==null&&u("button",{class:"chip",onClick:()=>s({step:null}),children:["held at step ",v(i.step)," \u2715"]})]})}function um({runs:t,focus:e,others:n,colors:r,dashes:o,select:i}){let s=t.filter(({run:a})=>a!==e).map(({run:a})=>({value:a,label:At(a),color:r.get(a),dash:o.get(a)}));return u(pu,{name:"Beside it",items:s,chosen:n,choose:a=>i({others:a})})}var lm=10;function pu({name:t,items:e,chosen:n,choose:r}){let[o,i]=A(""),s=e.map(({value:f})=>f).filter(f=>n.includes(f)),a=e.filter(({label:f})=>f.toLowerCase().includes(o.toLowerCase())),c=f=>r(e.map(m=>m.value).filter(m=>m===f!==s.includes(m))),l=a.map(({value:f})=>f);return u("div",{children:[u("span",{class:"control-name",children:t}),u(cm,{label:`${s.length} of ${e.length}`,name:t,children:[e.length>lm&&u("input",{type:"search",placeholder:"filter","aria-label":`Filter ${t}`,value:o,onInput:f=>i(f.currentTarget.value)}),u("div",{class:"row",children:[u("button",{onClick:()=>r([...new Set([...s,...l])]),children:"all"}),u("button",{onClick:()=>r(s.filter(f=>!l.includes(f))),children:"none"})]}),u("ul",{children:a.map(({value:f,label:m,color:p,dash:h})=>u("li",{children:u("label",{children:[u("input",{type:"checkbox",checked:s.includes(f),onChange:()=>c(f)}),p&&u(Fe,{color:p,dash:h}),m]})},f))})]})]})}function cm({label:t,name:e,children:n}){return u("details",{class:"dropdown",onFocusOut:Bn,onKeyDown:Vn,children:[u("summary",{"aria-label":`${e}: ${t}`,children:[t," \u25BE"]}),u("div",{tabIndex:-1,children:n})]})}function fm({run:t,num_steps:e,last_step:n,error:r}){let o=n===null?"no probe step":`${rn(e,"probe step")} to step ${v(n)}`;return`${At(t)} \xB7 ${r?"damaged, ":""}${o}`}var mm={curves:"Curves",portrait:"Phase portrait",map:"Heat map",images:"Reconstructions",compare:"Compare",breakdowns:"Breakdowns"};function hu({view:t,choose:e}){return u("nav",{class:"views",role:"tablist","aria-label":"Views",onKeyDown:r=>{let o={ArrowLeft:-1,ArrowRight:1}[r.key];if(!o||pe(r))return;r.preventDefault();let i=Ut[(Ut.indexOf(t)+o+Ut.length)%Ut.length];e(i),r.currentTarget.querySelector(`[data-view="${i}"]`).focus()},children:Ut.map(r=>u("button",{role:"tab",id:`tab-${r}`,"aria-controls":"view","data-view":r,"aria-selected":r===t,tabIndex:r===t?0:-1,onClick:()=>e(r),children:mm[r]},r))})}var pm='model.fit(x, y, callbacks=[PhaseProbe(log_dir="logs/run1")])';function du(){return u("main",{class:"empty",children:[u(dm,{}),u("h1",{children:"Installed, waiting for the first probe step"}),u("p",{children:"Add one callback to your training. The first point, the untrained network, appears at once."}),u("pre",{children:u("code",{children:[u("span",{class:"muted",children:"from keras_phases import PhaseProbe"}),`

`,pm]})}),u("p",{class:"muted",children:["Training already? TensorBoard must watch the same folder, ",u("code",{children:"tensorboard --logdir logs"}),", and its reload button fetches new steps."]})]})}var hm=[["constant",0,80],["decrease",80,100],["increase",180,100]];function dm(){return u("svg",{class:"empty-curve",width:280,height:92,viewBox:"0 0 280 92","aria-hidden":"true",children:[hm.map(([t,e,n])=>u("g",{class:`band ${t}`,children:[u("rect",{x:e,width:n,height:78}),u("text",{x:e+n/2,y:14,"text-anchor":"middle",children:t})]},t)),u("g",{class:"curve loss",children:u("path",{class:"line",d:"M2,32L80,33C110,34 140,62 180,62S250,36 278,26"})}),u("g",{class:"axis",children:u("line",{x2:280,y1:78,y2:78})})]})}function gu({focus:{rows:t,reports:e,advice:n}}){let r=t.at(-1);if(!r||!e.length)return null;let o=C(e,r.row);return u("div",{class:`headline ${o?.phases?.at(-1)?.kind??""}`,role:"status",children:[u("p",{children:[E(r,t),": ",o?.description??"phases not found","."]}),n&&u("p",{children:n.text}),o?.has_increase&&u("p",{class:"muted",children:["At its minimum a layer begins to forget its input. It is not the best checkpoint for every task, and full fine-tuning can still gain from longer pre-training (",u("a",{href:"https://arxiv.org/abs/2203.04668",target:"_blank",rel:"noreferrer",children:"Deng et al., ICCV 2023"}),")."]})]})}var Wt={top:8,right:12,bottom:66},yu=6.6;function gm({rows:t,reports:e,quantity:n,domain:r,stepAxis:o,steps:i},s){let a=t.map(g=>E(g,t)),c=Math.min(.3*s,14+yu*Math.max(4,...a.map(({length:g})=>g))),l=s-Wt.right,f=t.length>24?14:t.length>12?20:28,m=qt(o,i,[c+6,l-6]),p=t.map(g=>n.read(g)),h=t.map((g,y)=>{let[b,w]=r??ae(n,[g]),_=C(e,g.row)?.minimum_step??-1;return{series:g,name:a[y],top:Wt.top+y*f,values:p[y],low:b,high:w,edges:ym(g.steps.map(x=>m(x)),c,l),minimum:g.steps.indexOf(_)}}),d=Wt.top+t.length*f;return{width:s,height:d+Wt.bottom,left:c,right:l,bottom:d,cell:f,x:m,rows:h}}function ym(t,e,n){let r=i=>Math.min(n,Math.max(e,i)),o=(n-e)/40;return t.map((i,s)=>{let a=s?(i-t[s-1])/2:void 0,c=s<t.length-1?(t[s+1]-i)/2:void 0;return[r(i-(a??c??o)),r(i+(c??a??o))]})}function bm({held:t,cursor:e,actions:n,name:r,run:o,...i}){let{rows:s,reports:a,quantity:c,domain:l,stepAxis:f,steps:m}=i,[p,h]=ut(640),d=S(()=>gm(i,h),[s,a,c,l,f,m,h]),g=(b,w)=>{let _=d.rows[Math.floor((w-Wt.top)/d.cell)];if(!_)return null;let{key:x,steps:k}=_.series;return{step:k[Ne(k,d.x,b)],panel:x}},y=S(()=>u(M,{children:[d.rows.map(b=>u(_m,{row:b,cell:d.cell,left:d.left,quantity:c},b.series.key)),u("g",{class:"axis axis-step",children:[u(oo,{...d,stepAxis:f,steps:m}),u("line",{x1:d.left,x2:d.right,y1:d.bottom,y2:d.bottom})]}),u(xm,{layout:d,quantity:c,domain:l})]}),[d,c,f,m,l]);return u("div",{ref:p,class:"chart",children:u("svg",{class:"heat-map",width:h,height:d.height,viewBox:`0 0 ${h} ${d.height}`,role:"img",tabIndex:0,"aria-label":`${r}: ${c.label} of ${s.length} layers at every probe step. Arrow keys move the cursor.`,...Kn({rows:s,cursor:e,actions:n,run:o,find:g}),children:[y,t!==null&&X(t,m)&&u("line",{class:"held",x1:d.x(t),x2:d.x(t),y1:Wt.top,y2:d.bottom}),u(wm,{layout:d,cursor:e})]})})}var bu=at(bm);function _m({row:t,cell:e,left:n,quantity:r}){let{name:o,top:i,values:s,low:a,high:c,edges:l,minimum:f}=t,m=rt(o,Math.floor((n-13)/yu)),p=l[f]&&(l[f][0]+l[f][1])/2;return u("g",{children:[u("text",{x:n-6,y:i+e/2,dy:"0.32em","text-anchor":"end",children:[m,m!==o&&u("title",{children:o})]}),l.map(([h,d],g)=>{let y=s[g];return d<=h?null:Number.isFinite(y)?u("rect",{x:h,y:i,width:d-h+.4,height:e-1,fill:An((y-a)/(c-a))},g):u("rect",{class:"missing",x:h,y:i,width:d-h,height:e-1},g)}),p!==void 0&&Ln(r)&&u("g",{children:[u("title",{children:"reconstruction minimum"}),["rim","lowest"].map(h=>u("circle",{class:h,cx:p,cy:i+(e-1)/2,r:Math.min(5,e/4)},h))]})]})}function xm({layout:t,quantity:e,domain:n}){let r=Math.min(220,t.right-t.left),o=n?.map(e.format)??["lowest of the layer","highest"];return u("g",{class:"color-legend",transform:`translate(${t.left},${t.bottom+36})`,children:[Array.from({length:44},(i,s)=>u("rect",{x:s*r/44,width:r/44+.5,height:10,fill:An(s/43)},s)),u("text",{y:24,children:o[0]}),u("text",{x:r,y:24,"text-anchor":"end",children:o[1]}),u("text",{x:r+10,y:9,children:e.label})]})}function wm({layout:t,cursor:e}){let n=$(null);return ft(e,r=>{let[o,i]=n.current.children,s=t.rows.find(({series:l})=>l.key===r?.panel)??t.rows[0];if(n.current.toggleAttribute("data-shown",!!(r&&s)),!r||!s)return;let[a,c]=s.edges[F(s.series.steps,r.step)]??[0,0];o.setAttribute("transform",`translate(${(a+c)/2},0)`),i.style.display=s.series.key===r.panel?"":"none",i.setAttribute("x",String(a)),i.setAttribute("y",String(s.top)),i.setAttribute("width",String(Math.max(0,c-a)))},[t]),u("g",{ref:n,class:"cursor","aria-hidden":"true",children:[u("line",{y1:Wt.top,y2:t.bottom}),u("rect",{class:"frame",height:t.cell-1})]})}function nr({focus:t,others:e,selection:n,cursor:r,actions:o,subtitle:i,tabulate:s,legend:a,draw:c}){let l=[t,...e];return u("div",{class:l.length>1?"panels portraits":"panels single",children:l.map(f=>{let{summary:m,rows:p,reports:h,advice:d}=f,g=j(f);return u(kt,{title:g,subtitle:i,table:()=>s(f),legend:a?.(f),wide:l.length===1,children:c({name:g,run:m.run,rows:p,reports:h,advice:d,held:n.step,cursor:r,actions:o})},m.run)})})}var vm={shared:"one scale for all layers",each:"each layer by itself"};function _u(t){let{quantity:e,stepAxis:n,steps:r}=t.options,{focus:o,others:i}=t,[s,a]=A("shared"),c=S(()=>ae(e,[o,...i].flatMap(({rows:l})=>l)),[e,o,i]);return u("section",{children:[u("div",{class:"view-controls",children:u(dt,{name:"Colours",value:s,options:vm,choose:a})}),u(nr,{...t,subtitle:`${e.label} (${e.unit})`,tabulate:l=>km(l,e),draw:l=>u(bu,{...l,quantity:e,domain:s==="shared"?c:null,stepAxis:n,steps:r})})]})}function km({rows:t},e){let n=t[0]?.steps??[],r=t.map(o=>[o.row.layer,o.row.decoder,...e.read(o)]);return{columns:["layer","decoder",...n.map(o=>`step ${o}`)],rows:r}}function wu({rows:t},{summary:e}){let n=t.map(({size:c})=>c),r=[Math.max(...n.map(([c])=>c)),Math.max(...n.map(([,c])=>c))],{input_shape:o,target:i}=e.layout?.run??{};if(i||!Array.isArray(o))return r;let[s,a]=o;return xu(s,r[0])&&xu(a,r[1])?[s,a]:r}function xu(t,e){return Number.isInteger(t)&&t>=e&&t<=4096}function vu([t,e],n){let r=e<=n?Math.floor(n/e):n/e;return[Math.round(r*t),Math.round(r*e)]}function ku(t,e,n,r){if(!r)return[0,0,0,0];let[o,i]=t.map((c,l)=>Math.floor((e[l]-c)/2)*n[l]/e[l]),[s,a]=t.map((c,l)=>c*n[l]/e[l]);return[o,n[1]-i-a,n[0]-o-s,i]}function Su(t){return ke(t).includes("target_cropped")}var Sm=700;function Mu({focus:t,selection:e,select:n,source:r}){let o=Mm(r,t);return o===void 0?u("p",{class:"muted",children:"Loading \u2026"}):typeof o=="string"?u("p",{class:"problem",children:o}):o.steps.length?u(Pm,{listing:o,focus:t,selection:e,select:n,source:r}):u(Rm,{problem:o.error})}function Mm(t,{summary:e}){let[n,r]=A();return G(()=>{let o=!0;return t.fetchImages(e.run).catch(i=>i.message).then(i=>o&&r({run:e.run,listing:i})),()=>{o=!1}},[t,e.run,e.last_step,e.last_wall_time]),n?.run===e.run?n.listing:void 0}function Rm({problem:t}){return u("section",{class:"empty",children:[u("h2",{children:"This run has no reconstructed images"}),u("p",{children:t??"The probe keeps the reconstructions of a few held-out examples where the input is an image of one or three channels:"}),u("pre",{children:u("code",{children:'model.fit(x, y, callbacks=[PhaseProbe(images=8, log_dir="logs/run1")])'})})]})}function Pm({listing:t,focus:e,selection:n,select:r,source:o}){let{steps:i,num_examples:s,labels:a,error:c}=t,[l,f]=A(null),m=l!==null&&l<s?l:null,p=n.step===null?i.length-1:F(i,n.step),h=$m(t,e,i[p],n.from),d=h[un(h,({row:_})=>t.rows[_].size[1])]??{row:0,isCrop:!1};G(()=>{if(!(p+1>=i.length))for(let{row:_}of h)new Image().src=o.imageUrl(t,p+1,_)},[t,p,o]);let{against:g}=n,y=wu(t,e),b=vu(y,m===null?64:224),w=({row:_,isCrop:x},k)=>{let P=o.imageUrl(t,p,_,k===null),H=g&&k!==null?{input:()=>o.imageUrl(t,p,_,!0),step:()=>o.imageUrl(t,k,_)}[g]():void 0,W=m===null?Array.from({length:s},(R,L)=>L):[m],z=ku(t.rows[_].size,y,b,x),J={url:P,over:H,count:s,cell:b,borders:z,isFaint:g==="step"};return W.map(R=>u(Em,{at:R,...J},R))};return u("section",{class:"images","aria-label":"Reconstructions",children:[c&&u("p",{class:"problem",children:c}),u("div",{class:"view-controls",children:[u(Cm,{steps:i,index:p,show:_=>r({step:i[_]})}),u(nt,{title:"Example",value:String(m??""),options:Nm(s,a),choose:_=>f(Ee(_))}),u(Tm,{steps:i,selection:n,select:r})]}),g==="step"&&u("p",{class:"explanation",children:"Absolute difference between the reconstructions at two steps, twice as bright: what the layer lost or learned since."}),u("div",{class:m===null?"strips":"strips large",children:[u("figure",{children:[u("figcaption",{children:u("b",{children:"input"})}),u("div",{children:w(d,null)})]}),h.map(({key:_,from:x,...k})=>u("figure",{children:[u(Am,{...k,before:g==="step"?i[x]:null}),u("div",{children:w(k,x)})]},_))]})]})}function Nm(t,e){let n=Array.from({length:t},(r,o)=>`${o+1}${e?` \xB7 class ${e[o]}`:""}`);return[["","all"],...n.map((r,o)=>[String(o),r])]}function $m(t,{rows:e,reports:n},r,o){let{steps:i}=t;return t.rows.flatMap(({layer:s,decoder:a},c)=>{let l=e.find(({row:d})=>d.layer===s&&d.decoder===a);if(!l)return[];let f=l.column("reconstruction_loss"),m=Lt(l.steps,f,r);if(!Number.isFinite(m))return[];let p=F(i,o??C(n,l.row)?.minimum_step??i[0]),h=Lt(l.steps,f,i[p]);return[{key:l.key,layer:s,decoder:a,row:c,isCrop:Su(l),loss:m,from:p,lossBefore:h}]})}function Cm({steps:t,index:e,show:n}){let[r,o]=A(!1);G(()=>{if(!r)return;let s=setTimeout(()=>n((e+1)%t.length),Sm);return()=>clearTimeout(s)},[r,e,t]);let i=v(t[e]);return u(M,{children:[u("button",{"aria-pressed":r,onClick:()=>o(!r),children:r?"\u23F8 pause":"\u25B6 play"}),u("label",{class:"slider",children:[u("span",{class:"control-name",children:["Step ",i]}),u("input",{type:"range",name:"step",min:0,max:t.length-1,value:e,"aria-valuetext":`step ${i}`,onInput:s=>n(Number(s.currentTarget.value))})]})]})}function Am({layer:t,decoder:e,loss:n,lossBefore:r,before:o}){return u("figcaption",{children:[u("b",{children:t})," ",u("span",{class:"muted",children:e}),u("br",{}),u("span",{class:"muted",children:["loss ",o!==null&&`${O(r)} at step ${v(o)}, now `,O(n)]})]})}function Tm({steps:t,selection:e,select:n}){let{against:r,from:o}=e,i=s=>{n(s==="minimum"?{against:"step",from:null}:s==="input"||s===""?{against:s||null}:{against:"step",from:Number(s)})};return u(nt,{title:"Difference to",name:"against",value:r==="step"?String(o??"minimum"):r??"",options:[["","nothing"],["input","the input"],["minimum","the reconstruction minimum"],...Le(t,o)],choose:i})}var Lm=2;function Em({url:t,over:e,at:n,count:r,cell:[o,i],borders:s,isFaint:a}){let c=[t,...e?[e]:[]].map(l=>`url("${l.replaceAll('"',"%22")}")`);return u("span",{class:"example",role:"img","aria-label":`example ${n+1}`,style:{width:`${i}px`,height:`${o}px`,borderWidth:s.map(l=>`${l}px`).join(" "),backgroundImage:c.join(","),backgroundSize:`${r*100}% 100%`,backgroundPosition:r>1?`${100*n/(r-1)}% 0`:"0 0",backgroundBlendMode:e?"difference":"normal",filter:e&&a?`brightness(${Lm})`:void 0}})}function Ru({rows:t,reports:e}){let n=[...t.some(ot)?[]:[Dm(t)],...Im(t).map(([r,o])=>o.length===t.length?`Whole run: ${_e(r)}.`:`${o.join(", ")}: ${_e(r)}.`),...t.flatMap(r=>{let o=C(e,r.row)?.error;return o?[`${E(r,t)}: phases not found. ${o}`]:[]})];return n.length?u("ul",{class:"notes",children:n.map(r=>u("li",{children:r},r))}):null}function Dm(t){return t.some(({flags:n})=>n().some(r=>r.includes("no_labels")))?"No labels reached the probe, so there is no probe accuracy to draw.":"No probe accuracy was measured, so there is none to draw."}function Im(t){let e=new Map;for(let n of t)for(let r of ke(n))e.set(r,[...e.get(r)??[],E(n,t)]);return e.delete("no_labels"),[...e]}function Pu({summary:t}){let e=Object.entries(t.layout?.run??{}).filter(([n])=>n!=="columns");return e.length?u("details",{class:"settings",children:[u("summary",{children:"Measured with"}),u("dl",{children:e.map(([n,r])=>u("div",{children:[u("dt",{children:n}),u("dd",{children:typeof r=="string"?r:JSON.stringify(r)})]},n))})]}):null}function Om({series:t,report:e,kept:n,companions:r,options:o},i){let s=Ye(),a=Ln(o.quantity),c=[i.left,i.right,i.stepAxis,...i.steps],l=S(()=>u(Za,{panel:i,phases:e?.phases??[]}),[e,...c]),f=S(()=>u(Hn,{panel:i}),c),m=S(()=>[u(ma,{panel:i}),u(nu,{panel:i,series:t})],[t,o.accuracyDomain,i.accuracy===null,...c]);return S(()=>u("g",{class:"marks",children:[l,u(zn,{panel:i}),m[0],f,u("clipPath",{id:s,children:u("rect",{x:i.left,y:i.top-6,width:i.right-i.left,height:i.bottom-i.top+12})}),u("g",{"clip-path":`url(#${s})`,children:[u(ou,{panel:i,companions:r}),m[1],u(eu,{panel:i,series:t}),u(iu,{panel:i,series:t})]}),u(tu,{panel:i}),a&&n!==null&&u(su,{panel:i,series:t,step:n}),a&&e&&u(au,{panel:i,series:t,report:e})]}),[i,e,n,r,t])}function Fm(t){let{series:e,companions:n,options:r,held:o,cursor:i,actions:s}=t,[a,c]=ut(360),l=S(()=>vs(e,n,r,c),[e,n,r,c]),{x:f,steps:m}=l,{brush:p,handlers:h}=Xn({panel:e.key,steps:e.steps,x:f,domain:m,cursor:i,actions:s}),d=Om(t,l);return u("div",{ref:a,class:"chart",children:u("svg",{width:c,height:Ht,viewBox:`0 0 ${c} ${Ht}`,role:"img",tabIndex:0,"aria-label":qm(t),...h,children:[d,o!==null&&X(o,m)&&u("line",{class:"held",x1:f(o),x2:f(o),y1:l.top,y2:l.bottom}),p&&u(jn,{panel:l,ends:p}),u(ha,{panel:l,series:e,cursor:i})]})})}var Nu=at(Fm);function qm({series:t,report:e,kept:n,options:{quantity:r}}){let{row:o,steps:i}=t,[s,a]=[i.at(-1),ot(t)],c=[`${o.layer}, ${o.decoder} decoder: ${r.label} at ${rn(i.length,"probe step")}`];return s!==void 0&&c.push(`${r.format(r.read(t).at(-1))} at step ${v(s)}`),a&&c.push(`best probe accuracy ${U(a.accuracy)} at step ${v(a.step)}`),e?.description&&c.push(e.description),n!==null&&c.push(`advised: keep step ${v(n)}`),`${c.join("; ")}. Arrow keys move the cursor, Enter holds a step, + and 0 zoom.`}var Bm={constant:"\u2192",decrease:"\u2198",increase:"\u2197"},$u=["constant","decrease","increase"];function rr({report:t}){let e=t?.phases?.at(-1);return e?u("span",{class:`phase-now ${e.kind}`,title:t?.description,children:[u(Vm,{kind:e.kind})," ",Bm[e.kind]," ",e.kind," ",u("span",{class:"since",children:["since ",v(e.start_step)]})]}):u("span",{class:"phase-now muted",children:"too few steps"})}function Vm({kind:t}){let e=$u.indexOf(t),n=(r,o)=>{let i=2*Math.PI*r/3;return`${(o*Math.sin(i)).toFixed(2)},${(-o*Math.cos(i)).toFixed(2)}`};return u("svg",{class:"clock",width:14,height:14,viewBox:"-8 -8 16 16","aria-hidden":"true",children:[$u.map((r,o)=>u("path",{class:`edge ${r}`,opacity:o===e?1:.35,d:`M0,0L${n(o,8)}A8,8 0 0 1 ${n(o+1,8)}Z`},r)),u("path",{class:"hand",d:`M0,0L${n(e+.5,6.5)}`})]})}function Au({focus:t,others:e,colors:n,dashes:r,options:o,selection:i,cursor:s,actions:a}){let c=S(()=>new Map(t.rows.map(({key:f})=>[f,jm(f,e,n,r)])),[t.rows,e,n,r]),l=o.accuracyDomain&&o.quantity.key!=="accuracy";return u("section",{class:"panels","aria-label":"Layers",children:[t.rows.map(f=>{let m=C(t.reports,f.row),p=c.get(f.key);return u(kt,{title:f.row.layer,subtitle:`width ${v(f.row.num_features)} \xB7 ${f.row.decoder} decoder`,panel:f.key,aside:u(rr,{report:m}),table:()=>Um(f),legend:[{color:"var(--loss)",text:`${o.quantity.label}, ${j(t)}`},...l?[{color:"var(--accuracy)",text:"probe accuracy"}]:[],...p.map(({name:h,color:d,dash:g})=>({color:d,dash:g,text:h}))],children:u(Nu,{series:f,report:m,kept:Rt(t,f),companions:p,options:o,held:i.step,cursor:s,actions:a})},f.key)}),u(Hm,{focus:t,others:e,colors:n,dashes:r,options:o,cursor:s,actions:a})]})}var Cu=[{column:"model_accuracy",quantity:pt("accuracy",!0)},{column:"model_loss",quantity:pt("loss",!1)}];function Hm({focus:t,others:e,colors:n,dashes:r,options:o,cursor:i,actions:s}){let a=S(()=>Cu.map(({column:f})=>[t,...e].flatMap((m,p)=>zm(m,f,p?n:null,r))),[t,e,n,r]),c=a.findIndex(({length:f})=>f);if(c<0)return null;let{quantity:l}=Cu[c];return u(Mt,{title:"The model itself",subtitle:`${l.label} on held-out rows`,lines:a[c],label:l.label,name:"The model itself",panel:t.rows[0].key,quantity:l,options:o,cursor:i,actions:s})}function zm(t,e,n,r){let[o]=t.rows,i=o?.column(e)??[];if(!o||!i.some(Number.isFinite))return[];let{run:s}=t.summary;return[{name:j(t),color:n?.get(s)??"var(--accuracy)",dash:n?r.get(s):"",steps:o.steps,values:i}]}function jm(t,e,n,r){return e.flatMap(o=>{let{run:i}=o.summary,s=o.rows.find(a=>a.key===t);return s?[{run:i,name:j(o),color:n.get(i),dash:r.get(i),series:s}]:[]})}function Um(t){let e=t.metricNames.filter(o=>!o.includes("_group_")&&o!=="flags"),n=e.map(o=>t.column(o)),r=t.flags().map((o,i)=>[t.steps[i],...n.map(s=>s[i]),o.join(" ")]);return{columns:["step",...e,"flags"],rows:r}}var Pt={top:26,right:96,bottom:40,left:54};function Gm({rows:t,reports:e,advice:n,axes:r,theme:o},i){let s=Math.round(Math.min(520,Math.max(300,.62*i))),[a,c]=r.map(p=>t.map(h=>p.read(h))),l=K(Tu(t,r[0]),[Pt.left+8,i-Pt.right]),f=K(Tu(t,r[1]),[s-Pt.bottom-8,Pt.top+8]),m=t.map((p,h)=>{let d=p.steps.map((y,b)=>({step:y,x:l(a[h][b]),y:f(c[h][b])})).filter(y=>Number.isFinite(y.x)&&Number.isFinite(y.y)),g=C(e,p.row);return{series:p,color:zt(h,t.length,o),places:d,parts:Wm(d,g),minimum:d.findIndex(({step:y})=>y===g?.minimum_step),kept:d.findIndex(({step:y})=>y===Rt({rows:t,advice:n},p))}});return{width:i,height:s,x:l,y:f,trajectories:m}}function Tu(t,e){let[n,r]=ae(e,t);return e.isTurned?[r,n]:[n,r]}function Wm(t,e){let n=t.length-1;return n<1?[]:e?.phases?.length?e.phases.flatMap(({kind:r,start_step:o,end_step:i})=>{let s=t.flatMap(({step:a},c)=>a>=o&&a<=i?[c]:[]);return s.length>1?[{kind:r,from:s[0],to:s.at(-1)}]:[]}):[{kind:"decrease",from:0,to:n}]}function Qm({rows:t,reports:e,advice:n,axes:r,theme:o,held:i,cursor:s,actions:a,name:c,run:l}){let[f,m]=ut(640),p=S(()=>Gm({rows:t,reports:e,advice:n,axes:r,theme:o},m),[t,e,n,r,o,m]),h=S(()=>u(M,{children:[u(Xm,{layout:p,axes:r}),p.trajectories.map(d=>u(Ym,{trajectory:d},d.series.key)),u(Zm,{layout:p})]}),[p,r]);return u("div",{ref:f,class:"chart",children:u("svg",{class:"portrait",width:m,height:p.height,viewBox:`0 0 ${m} ${p.height}`,role:"img",tabIndex:0,"aria-label":`${c}: ${r[1].label} against ${r[0].label}, a trajectory for each of ${t.length} layers. Arrow keys move along the steps.`,...Kn({rows:t,first:t.length-1,cursor:s,actions:a,run:l,find:(d,g)=>Km(p,d,g)}),children:[h,u(np,{layout:p,cursor:s,held:i})]})})}var Lu=at(Qm);function Km({trajectories:t},e,n){let r=null,o=40**2;for(let{series:i,places:s}of t)for(let a of s){let c=(a.x-e)**2+(a.y-n)**2;c<o&&([o,r]=[c,{step:a.step,panel:i.key}])}return r}function Xm({layout:{width:t,height:e,x:n,y:r},axes:o}){let[i,s,a]=[Pt.left,t-Pt.right+8,e-Pt.bottom],c=Math.max(3,t/110);return u("g",{class:"axis",children:[u("line",{x1:i,x2:s,y1:a,y2:a}),u(no,{ticks:n.ticks(c),x:n,bottom:a,format:n.tickFormat(c,o[0].tickFormat)}),u(ro,{ticks:r.ticks(6),y:r,left:i,right:s,format:r.tickFormat(6,o[1].tickFormat)}),u("text",{class:"axis-title",x:2,y:12,children:[o[1].isTurned?"\u2193":"\u2191"," ",o[1].label]}),u("text",{class:"axis-title",x:s,y:a+34,"text-anchor":"end",children:[o[0].label," ",o[0].isTurned?"\u2190":"\u2192"]})]})}function Ym({trajectory:{color:t,places:e,parts:n,minimum:r,kept:o}}){let i=Ie(({x:f})=>f,({y:f})=>f),s=e[0],[a,c]=[e[r],e[o]],l=n.length>0&&n.every(({kind:f})=>f==="constant");return u("g",{class:l?"trajectory still":"trajectory",stroke:t,fill:t,children:[n.map(({kind:f,from:m,to:p})=>u("path",{class:`way ${f}`,d:i(e.slice(m,p+1))??""},m)),Jm(e).map(({x:f,y:m,angle:p},h)=>u("path",{class:"arrow",d:"M-4.5,-3.5L3.5,0L-4.5,3.5Z",transform:`translate(${f},${m}) rotate(${p})`},h)),s&&u("circle",{class:"start",cx:s.x,cy:s.y,r:3.5}),a&&u("circle",{class:"lowest",cx:a.x,cy:a.y,r:5}),c&&u("g",{class:"kept",children:[u("title",{children:`advised: keep step ${v(c.step)}`}),u("path",{d:Oe(c.x,c.y)})]})]})}function Jm(t){let e=[],n=30;return t.slice(1).forEach((r,o)=>{let i=t[o],[s,a]=[r.x-i.x,r.y-i.y],c=Math.hypot(s,a);n+=c,!(c<9||n<60)&&(n=0,e.push({x:i.x+s/2,y:i.y+a/2,angle:Math.atan2(a,s)*180/Math.PI}))}),e}function Zm({layout:{trajectories:t,width:e,height:n}}){let r=t.map(({series:c})=>c),o=t.flatMap(({series:c,color:l,places:f})=>f.length?[{series:c,name:E(c,r),color:l,...f.at(-1)}]:[]).toSorted((c,l)=>c.y-l.y),i=o.map(({name:c,x:l})=>rt(c,Math.floor((e-l-12)/B("x")))),s=o.map(({x:c,y:l},f)=>({left:c,right:c+12+B(i[f]),y:l})),a=ep(s,13,14,n-Pt.bottom);return u("g",{class:"ends",children:o.map(({series:c,name:l,color:f,x:m,y:p,step:h},d)=>u("g",{children:[u("circle",{cx:m,cy:p,r:3.5,fill:f}),a[d]!==null&&u(M,{children:[u("line",{x1:m+4,y1:p,x2:m+10,y2:a[d],stroke:f}),u("text",{x:m+12,y:a[d],dy:"0.32em",children:i[d]})]}),u("title",{children:`${l} at step ${v(h)}`})]},c.key))})}var tp=3;function ep(t,e,n,r){let o=[],i=({left:a,right:c,y:l})=>l>=n&&l<=r&&o.every(f=>a>=f.right||c<=f.left||Math.abs(l-f.y)>e-1e-6),s=a=>{let c=o.flatMap(m=>[m.y-e,m.y+e]),f=[Math.min(r,Math.max(n,a.y)),...c].filter(m=>i({...a,y:m})).toSorted((m,p)=>Math.abs(m-a.y)-Math.abs(p-a.y))[0];return f===void 0||Math.abs(f-a.y)>tp*e?null:f};return t.map(a=>{let c=s(a);return c!==null&&o.push({...a,y:c}),c})}function np({layout:t,cursor:e,held:n}){let r=$(null);return ft(e,o=>{let i=o?.step??n;r.current.toggleAttribute("data-shown",i!==null),i!==null&&t.trajectories.forEach(({places:s,series:a},c)=>{let l=r.current.children[c],f=s[F(s.map(m=>m.step),i)];l.style.display=f?"":"none",f&&(l.setAttribute("transform",`translate(${f.x},${f.y})`),l.setAttribute("r",a.key===o?.panel?"6":"4"))})},[t,n]),u("g",{ref:r,class:"cursor","aria-hidden":"true",children:t.trajectories.map(({series:o,color:i})=>u("circle",{r:4,fill:i},o.key))})}function Du(t){let{quantities:e,selection:n,select:r}=t,o=_t(),[i,s]=n.portrait,a=S(()=>Vs(e),[e]),c=S(()=>[jt(a,i),jt(a,s)],[a,i,s]),l=[i,s].find(p=>!a.some(({key:h})=>h===p)),f=Hs(a),m=f.find(({axes:[p,h]})=>p===i&&h===s);return u("section",{children:[u("div",{class:"view-controls",children:[f.length>1&&u(dt,{name:"Plane",value:m?.key??"",options:Object.fromEntries(f.map(({key:p,label:h})=>[p,h])),choose:p=>r({portrait:f.find(({key:h})=>h===p).axes})}),["Across","Up"].map((p,h)=>u(nt,{title:p,name:`axis-${h}`,value:c[h].key,options:a.map(({key:d,label:g})=>[d,g]),choose:d=>r({portrait:c.map(({key:g},y)=>y===h?d:g)})},p)),u(rp,{runs:[t.focus,...t.others]})]}),l&&u("p",{class:"problem",children:["Nothing was measured of '",l,"': the reconstruction loss stands in its place."]}),m&&Eu[m.key]&&u("p",{class:"explanation",children:Eu[m.key]}),u(nr,{...t,subtitle:`${c[1].label} against ${c[0].label}`,tabulate:p=>op(p,c),legend:({rows:p})=>p.map((h,d)=>({color:zt(d,p.length,o),text:E(h,p)})),draw:p=>u(Lu,{...p,axes:c,theme:o})})]})}var Eu={information:"What a layer knows of its input (across) against what it knows of the label (up), both on held-out rows: up is fitting, to the left is forgetting.",binned:"Binned mutual information of a deterministic network is a property of its bins (Goldfeld et al., 2018): read it beside the information plane, not instead of it."};function rp({runs:t}){return u("ul",{class:"ways","aria-label":"Legend",children:[["constant","decrease","increase"].map(e=>u("li",{children:[u("svg",{width:34,height:12,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:u("path",{class:`way ${e}`,d:"M1,6H33"})}),e]},e)),u("li",{children:[u("svg",{width:12,height:12,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:u("circle",{class:"start",cx:6,cy:6,r:3.5})}),"first step"]}),u("li",{children:[u("svg",{width:14,height:14,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:u("circle",{class:"lowest",cx:7,cy:7,r:5})}),"reconstruction minimum"]}),u(wo,{runs:t})]})}function op({rows:t},e){let n=t.flatMap(r=>{let[o,i]=e.map(s=>s.read(r));return r.steps.map((s,a)=>[r.row.layer,r.row.decoder,s,o[a],i[a]])});return{columns:["layer","decoder","step",e[0].label,e[1].label],rows:n}}var ip=16;function Fu(t,{run:e,others:n}){let[r,o]=A({others:[]}),i=$(0),s=$(new Map),a=$(""),c=n?.join(`
`),l=Xe(async()=>{let f=++i.current,m=()=>f===i.current;try{let p=e||a.current,{runs:h,shown:d}=await sp(t,{run:p,others:n},s.current,m);if(!m())return;a.current=d[0]??"";let g=()=>{let[y,...b]=d.flatMap(w=>s.current.get(w)??[]);m()&&o({runs:h,focus:y,others:b,problem:void 0})};g();for(let[y,b]=[0,1];y<d.length&&m();[y,b]=[b,b+ip])await up(t,d.slice(y,b),s.current)&&g()}catch(p){let h=p instanceof Error?p.message:String(p);m()&&o(d=>({...d,problem:h}))}},[t,e,c]);return G(()=>{l()},[l]),{...r,reload:l}}async function sp(t,{run:e,others:n},r,o){let i=await t.fetchRuns();for(;;){let s=Gs(i,e),a=s?[s,...Ws(i,s.run,n)]:[],c=o()?await ap(t,a,r,o):[];if(!c.length)return{runs:i,shown:a.map(({run:l})=>l)};i=i.filter(({run:l})=>!c.includes(l))}}async function ap(t,e,n,r){let o=e.filter(c=>{let l=n.get(c.run);return!l||Ou(l.summary)!==Ou(c)});for(let c of o)c.num_steps||n.set(c.run,{summary:c,rows:[],reports:[]});let i=o.filter(({num_steps:c})=>c);if(!i.length)return[];let s=await t.fetchMetrics(i);if(!r())return[];for(let c of s){let{num_steps:l,last_step:f,last_wall_time:m,error:p,layout:h,run:d}=c,g={num_steps:l,last_step:f,last_wall_time:m,error:p,layout:h,run:d};n.set(d,{reports:[],...n.get(d),summary:g,rows:bi(c)})}let a=i.map(({run:c})=>c).filter(c=>!s.some(l=>l.run===c));for(let c of a)n.delete(c);return a}async function up(t,e,n){let r=e.flatMap(s=>{let a=n.get(s);return a?.rows.length&&Iu.get(a)!==a.summary.last_wall_time?[a]:[]});if(!r.length)return!1;let o=await t.fetchReports(r.map(({summary:s})=>s.run)),i=r.filter(s=>n.get(s.summary.run)===s);for(let s of i){let a=o.find(({run:l})=>l===s.summary.run),c={...s,reports:(a?.rows??[]).map(Ja),advice:a?.advice};Iu.set(c,s.summary.last_wall_time),n.set(s.summary.run,c)}return i.length>0}var Iu=new WeakMap;function Ou({num_steps:t,last_wall_time:e,error:n}){return`${t} ${e} ${n}`}var qu=190,lp=16;function Bu({report:t,lastStep:e,stepAxis:n}){let r=qt(n,[0,e],[5,qu-5]),{minimum_step:o,minimum_interval:i}=t;return u("svg",{class:"strip",width:qu,height:lp,role:"img","aria-label":t.description??"",children:[t.phases?.map(s=>u("rect",{class:`edge ${s.kind}`,x:r(s.start_step),y:4,width:Math.max(0,r(s.end_step)-r(s.start_step)-1),height:8},s.start_step)),i&&u("line",{class:"interval",x1:r(i[0]),x2:r(i[1]),y1:14.5,y2:14.5}),o!=null&&u("circle",{cx:r(o),cy:8,r:4})]})}function Vu({rows:t,reports:e,stepAxis:n}){let r=t[0]?.steps.at(-1)??1,o=t.some(ot);return u("div",{class:"summary",children:u("table",{children:[u("thead",{children:u("tr",{children:[u("th",{children:"layer"}),u("th",{class:"detail",children:"decoder"}),u("th",{class:"detail",children:"strategy"}),u("th",{class:"number",children:"width"}),u("th",{children:["phases to step ",v(r)]}),u("th",{children:"phase now"}),u("th",{class:"number",children:"minimum at step"}),u("th",{class:"number",children:"risen since by"}),o&&u("th",{class:"number",children:"best probe accuracy"})]})}),u("tbody",{children:t.map(i=>u(cp,{series:i,report:C(e,i.row),lastStep:r,stepAxis:n,hasAccuracy:o},i.key))})]})})}function cp({series:t,report:e,lastStep:n,stepAxis:r,hasAccuracy:o}){return u("tr",{children:[u("th",{scope:"row",children:u("button",{onClick:()=>pp(t.key),children:t.row.layer})}),u("td",{class:"detail",children:t.row.decoder}),u("td",{class:"detail",children:t.row.strategy}),u("td",{class:"number",children:v(t.row.num_features)}),u("td",{children:e&&u(Bu,{report:e,lastStep:n,stepAxis:r})}),u("td",{children:u(rr,{report:e})}),u("td",{class:"number",children:u(fp,{report:e})}),u("td",{class:"number",children:e?.has_increase?U(tr(t,e)):u("span",{class:"muted",children:"\u2013"})}),o&&u("td",{class:"number",children:u(mp,{series:t})})]})}function fp({report:t}){if(t?.minimum_step==null)return u("span",{class:"muted",children:"\u2013"});let[e,n]=t.minimum_interval??[t.minimum_step,t.minimum_step];return u(M,{children:[v(t.minimum_step)," ",u("span",{class:"muted",children:["(",v(e),"\u2013",v(n),t.has_increase?"":" so far",")"]})]})}function mp({series:t}){let e=ot(t);return e?u(M,{children:[U(e.accuracy)," ",u("span",{class:"muted",children:["at ",v(e.step)]})]}):u("span",{class:"muted",children:"\u2013"})}function pp(t){document.querySelector(`[data-panel="${CSS.escape(t)}"] svg`)?.focus()}function Hu({source:t}){let[e,n]=A(()=>Zr(_r())),r=Fu(t,e),o=$(r.reload);o.current=r.reload,G(()=>Ns({"experimental.DataReloaded":()=>o.current()}),[]),G(()=>Zo(()=>n(Zr(_r()))),[]);let i=Xe(s=>{n(a=>{let c={...a,...s};return setTimeout(()=>Jo(Us(c))),c})},[]);return r.runs?r.focus?u("main",{children:u(hp,{store:r,focus:r.focus,selection:e,select:i,source:t})}):u(M,{children:[r.problem&&u(or,{text:r.problem}),u(du,{})]}):u("main",{children:r.problem?u(or,{text:r.problem}):u("p",{class:"muted",children:"Loading \u2026"})})}function hp({store:t,focus:e,selection:n,select:r,source:o}){let i=S(()=>xp(t.runs.map(({run:y})=>y)),[t.runs]),{focus:s,others:a}=S(()=>_p(e,t.others,n),[e,t.others,n.grouped,n.layers,n.view==="images"]),c=S(()=>new nn,[e.summary.run,n.view]),l=S(()=>({hold:y=>r({step:y}),zoom:y=>r({zoom:y})}),[r]),f=S(()=>Ds([s,...a].flatMap(({rows:y})=>y)),[s,a]),m=dp(s,a,f,n),p=S(()=>[s,...a],[s,a]),h=S(()=>wp(i,p),[i,p]),d=S(()=>Rs(a.map(({summary:y})=>y.run),h),[a,h]),g={focus:s,others:a,colors:h,dashes:d,options:m,quantities:f,selection:n,select:r,cursor:c,actions:l,source:o};return u(M,{children:[u(mu,{runs:t.runs,focus:e.summary.run,others:n.others??t.others.map(({summary:y})=>y.run),colors:i,dashes:d,layers:[...new Set(e.rows.map(({row:y})=>y.layer))],quantities:f,selection:n,select:r}),t.problem&&u(or,{text:t.problem}),[e,...t.others].map(({summary:y})=>y.error&&u(or,{text:y.error,title:`Run ${y.run} is damaged`},y.run)),!s.rows.length&&!e.summary.error&&u(vp,{run:e,select:r}),s.rows.length>0&&u(M,{children:[u(hu,{view:n.view,choose:y=>r({view:y})}),u(gu,{focus:s}),u(yp,{name:n.view,...g}),u(Pu,{summary:s.summary}),u(xi,{runs:p,cursor:c,quantity:m.quantity})]})]})}function dp(t,e,n,r){let{stepAxis:o,zoom:i}=r,s=En(r),a=S(()=>ks(t.rows),[t.rows]);return S(()=>{let c=Math.max(1,...[t,...e].flatMap(({rows:l})=>l.map(({steps:f})=>f.at(-1)??1)));return{quantity:jt(n,s),stepAxis:o,steps:i??[0,c],accuracyDomain:a}},[t,e,a,n,s,o,i])}var gp={curves:bp,portrait:Du,map:_u,images:Mu,compare:lu,breakdowns:Ya};function yp({name:t,...e}){let n=gp[t];return u("div",{role:"tabpanel",id:"view","aria-labelledby":`tab-${t}`,children:u(n,{...e})})}function bp(t){let{focus:e,others:n,colors:r,dashes:o,options:i}=t,s=new Set(e.rows.map(({key:c})=>c)),a=n.filter(({rows:c})=>c.some(({key:l})=>s.has(l)));return u(M,{children:[u(uu,{focus:e,options:i,others:a,colors:r,dashes:o}),u(Ru,{rows:e.rows,reports:e.reports}),u(Au,{...t}),u(Vu,{rows:e.rows,reports:e.reports,stepAxis:i.stepAxis})]})}function _p(t,e,{grouped:n,layers:r,view:o}){let i=Dn(t.rows.map(({row:l})=>l.layer),r),s=[t,...e].map(l=>({...l,rows:i?l.rows.filter(({row:f})=>i.includes(f.layer)):l.rows})),[a,...c]=n&&o!=="images"?$s(s):s;return{focus:a,others:c.filter(({rows:l})=>l.length)}}function xp(t){return new Map(t.map((e,n)=>[e,Cn(n)]))}function wp(t,e){let n=r=>[...t].find(([o])=>$e(o)===r)?.[1];return new Map(e.map(({summary:{run:r}})=>[r,t.get(r)??n(r)??Cn(0)]))}function vp({run:{summary:t,rows:e},select:n}){return e.length?u("p",{class:"muted",children:["There is no layer to draw: none is chosen, or the seeds of a mean have none in common."," ",u("button",{class:"chip",onClick:()=>n({layers:null,grouped:!1}),children:"Draw all layers"})]}):u("p",{class:"muted",children:["Run ",At(t.run)," has no probe step yet."]})}function or({text:t,title:e}){return u("p",{class:"problem",role:"alert",children:[e&&u("b",{children:[e,". "]}),t]})}var zu=`:root {
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
  border: 0 solid var(--surface);
  background-color: var(--surface);
  image-rendering: pixelated;
}

.empty h2 {
  margin: 20px 0 8px;
  font-size: 17px;
  font-weight: 600;
}
`;function I0(){let t=document.createElement("style");t.textContent=zu,document.head.append(t),document.title||="Phases",document.documentElement.lang="en",Yo(),Io(u(Hu,{source:ei()??ti}),document.body)}export{I0 as render};

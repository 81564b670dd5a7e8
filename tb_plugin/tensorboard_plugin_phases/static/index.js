// Built by tb_plugin/frontend (npm ci && npm run build); edit the sources there.
var $,Lo,rl,yt,ar,Ye,Eo,Qe,Do,cr,ur,Io,we=Symbol.for("pv"),Je={},Ze=[],ol=/^m(i|n|o|s|text|space)$/,fr=Array.isArray,Oo=Ze.slice,Lt=Object.assign;function At(t){t&&t.parentNode&&t.remove()}function Ke(t,e,n,r,o){var i={type:t,props:e,key:n,ref:r,__k:null,__:null,__b:0,__e:null,__c:null,constructor:we,__v:o||++Lo,__i:-1,__u:0};return!o&&$.vnode&&$.vnode(i),i}function S(t){return t.children}function Yt(t,e){this.props=t,this.context=e,this.__g=0}function bt(t,e){if(e==null)return t.__&&bt(t.__,t.__i+1);for(var n;e<t.__k.length;e++)if((n=t.__k[e])&&n.__e)return n.__e;return typeof t.type!="function"||t.props.__P?null:bt(t)}function il(t){var e,n=t.__v,r=n.__e,o=[],i=[],s=t.__P;s&&((e=Lt({constructor:we},n)).__v=n.__v+1,$.vnode&&$.vnode(e),mr(s,e,n,t.__n,s.namespaceURI,32&n.__u?[r]:null,o,r||bt(n),32&n.__u,i),e.__v=n.__v,e.__.__k[e.__i]=e,zo(o,e,i),n.__=n.__e=null,e.__e!=r&&Fo(e))}function Fo(t){if((t=t.__)&&t.__c&&!t.props.__P)return t.__e=null,t.__k.some(function(e){return e&&(t.__e=e.__e)}),Fo(t)}function lr(t){(8&t.__g||(t.__g|=8,yt.push(t),Ye++))&&ar==$.debounceRendering||((ar=$.debounceRendering)||queueMicrotask)(qo)}function qo(){try{for(var t,e=1;yt.length;)yt.length>e&&yt.sort(Eo),t=yt.shift(),e=yt.length,8&t.__g&&il(t)}finally{(Ye=yt.length)&&(ar||queueMicrotask)(qo)}}function Vo(t,e,n,r,o,i,s,a,l,c,f){var m,p,h,d,g,y,b=r.__k||Ze,x=e.length;for(l=sl(n,e,b,l,x),m=0;m<x;m++)(h=n.__k[m])!=null&&(p=~h.__i&&b[h.__i]||Je,h.__i=m,y=mr(t,h,p,o,i,s,a,l,c,f),d=h.__e,(p.ref!=h.ref||8&p.__u)&&(p.ref&&pr(p.ref,null,h,p),h.ref&&f.push(h.ref,h.__c||d,h)),g=g||d,4&h.__u?(l=Bo(h,l,t,!p.__v),p.__e&&(p.__e=null)):typeof h.type=="function"&&y!==void 0?l=y:d&&(l=d.nextSibling),h.__u&=-21);return n.__e=g,l}function sl(t,e,n,r,o){var i,s,a,l,c,f,m,p,h,d=n.length,g=d,y=0,b=0,x=t.__k=Array(o);for(i=0;i<o;i++)(s=e[i])!=null&&typeof s!="boolean"&&typeof s!="function"?(typeof s!="object"||s.constructor===String?s=x[i]=Ke(null,s):fr(s)?s=x[i]=Ke(S,{children:s}):s.constructor===we&&s.__b?s=x[i]=Ke(s.type,s.props,s.key,s.ref,s.__v):x[i]=s,l=i+y,s.__=t,s.__b=t.__b+1,a=null,~(c=s.__i=al(s,n,l,g))&&(g--,(a=n[c])&&(a.__u|=2)),a&&a.__v?(s.__u|=16,c==l-1?y--:c==l+1?y++:c!=l&&(c>l?y--:y++,b=1)):(~c||(o>d?y--:o<d&&y++),typeof s.type!="function"&&(s.__u|=4))):x[i]=null;if(b){for(f=[],m=[],i=0;i<o;i++)if((s=x[i])&&16&s.__u){for(y=0,p=f.length;y<p;)f[h=y+p>>1]<s.__i?y=h+1:p=h;f[y]=s.__i,m[i]=y+1}for(y=f.length;i--;)m[i]&&(m[i]==y?y--:x[i].__u|=4)}if(g)for(i=0;i<d;i++)!(a=n[i])||2&a.__u||(a.__e==r&&(r=bt(a)),hr(a,a));return r}function Bo(t,e,n,r){var o,i,s,a;if(typeof t.type=="function"){if(t.props.__P)return e;if(o=t.__k)for(i=0;i<o.length;i++)o[i]&&(o[i].__=t,e=Bo(o[i],e,n,!1));return e}for(e&&!e.parentNode&&(e=bt(t))&&!e.parentNode&&(e=null),s=t.__e,a=e;a&&a.nodeType==8;)a=a.nextSibling;for(s!=a&&(!r&&n.moveBefore&&s.parentNode?n.moveBefore(s,e):n.insertBefore(s,e||null)),e=s;(e=e&&e.nextSibling)&&e.nodeType==8&&!e.data.startsWith("$s"););return e}function al(t,e,n,r){var o,i=t.key,s=t.type,a=e[n],l=a&&!(2&a.__u);if(a===null&&i==null||l&&i==a.key&&s==a.type)return n;if(r>(l?1:0)){for(o=n-1;o>=0;o--)if((a=e[o])&&!(2&a.__u)&&i==a.key&&s==a.type)return o;for(o=n+1;o<e.length;o++)if((a=e[o])&&!(2&a.__u)&&i==a.key&&s==a.type)return o}return-1}function Ao(t,e,n){n==null&&(n=""),e[0]=="-"?t.setProperty(e,n):t[e]=n}function We(t,e,n,r,o){var i,s;if(e=="style")if(typeof n=="string")t.style.cssText=n;else{if(typeof r=="string"&&(t.style.cssText=r=""),r)for(e in r)n&&e in n||Ao(t.style,e);if(n)for(e in n)r&&n[e]==r[e]||Ao(t.style,e,n[e])}else if(e[0]=="o"&&e[1]=="n")typeof n!="function"&&(n=null),typeof r!="function"&&(r=null),(t.__e||(t.__e={}))[e]=n,n&&r||(s=ur[e]||(ur[e]=ul(e)),(t.__a||(t.__a={}))[e]=cr,i=e!=(e=e.replace(Do,"$1")),(e=e.slice(2))[0]<"a"&&(e=e.toLowerCase()),n?t.addEventListener(e,s,i):t.removeEventListener(e,s,i));else{if(o=="http://www.w3.org/2000/svg")e=e.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(e!="width"&&e!="height"&&e!="href"&&e!="list"&&e!="form"&&e!="tabIndex"&&e!="download"&&e!="rowSpan"&&e!="colSpan"&&e!="role"&&e!="popover"&&e in t)try{return void(t[e]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&e[4]!="-"?t.removeAttribute(e):t.setAttribute(e,e=="popover"&&n==1?"":n)}}function ul(t){return function(e){var n=this.__e;if(n){if(n=n[t],e[Qe]==null)e[Qe]=cr++;else if(e[Qe]<this.__a[t])return;return n($.event?$.event(e):e)}}}function mr(t,e,n,r,o,i,s,a,l,c){var f,m,p,h,d,g,y,b,x,_,w,P,L,R,D,j,F,G,M=e.type;if(e.constructor!==we)return null;128&n.__u&&(l=32&n.__u,f=n.__c.__z)&&(e.__u|=l,m=i=[],f.nodeType==8?a=Xe(f,i):i.push(f),a=i[0]||a),(f=$.__b)&&f(e);t:if(typeof M=="function"){p=s.length;try{if(b=e.props,x=(f=M.prototype)&&f.render,_=(f=M.contextType)&&r[f.__c],w=f?_?_.props.value:f.__:r,(h=n.__c)?(e.__c=h,2&h.__g&&(h.__g|=1)):(x?e.__c=h=new M(b,w):(e.__c=h=new Yt(b,w),h.constructor=M,h.render=cl),_&&_.sub(h),h.state||(h.state={}),h.__n=r,h.__g|=8,h.__h=[],h.__k=[]),x&&(h.__s||(h.__s=h.state),M.getDerivedStateFromProps&&(h.__s==h.state&&(h.__s=Lt({},h.__s)),Lt(h.__s,M.getDerivedStateFromProps(b,h.__s)))),d=h.props,g=h.state,h.__v=e,n.__c){if(b!==d&&x&&!M.getDerivedStateFromProps&&h.componentWillReceiveProps&&h.componentWillReceiveProps(b,w),e.__v==n.__v&&!(8&h.__g)||!(4&h.__g)&&h.shouldComponentUpdate&&h.shouldComponentUpdate(b,h.__s,w)===!1){e.__v!=n.__v&&(h.props=b,h.state=h.__s,h.__g&=-9),e.__e=n.__e,e.__k=n.__k,e.__k.some(function(E){E&&(E.__=e)}),Ze.push.apply(h.__h,h.__k),h.__k=[],h.__h.length&&s.push(h),a=bt(n);break t}h.componentWillUpdate&&h.componentWillUpdate(b,h.__s,w),x&&h.componentDidUpdate&&h.__h.push(function(){h.componentDidUpdate(d,g,y)})}else x&&!M.getDerivedStateFromProps&&h.componentWillMount&&h.componentWillMount(),x&&h.componentDidMount&&h.__h.push(h.componentDidMount);h.context=w,h.props=b,h.__P=t,h.__g&=-5,P=$.__r,L=x?25:0;do h.__g&=-9,P&&P(e),f=h.render(h.props,h.state=h.__s,h.context);while(8&h.__g&&++L<25);x&&(Ze.push.apply(h.__h,h.__k),h.__k=[]),h.state=h.__s,h.getChildContext&&(r=Lt({},r,h.getChildContext())),x&&n.__c&&h.getSnapshotBeforeUpdate&&(y=h.getSnapshotBeforeUpdate(d,g)),R=f&&f.type===S&&f.key==null?f.props.children:f,b.__P&&(f=a,o=(t=b.__P).namespaceURI,l=i=null,n.props&&n.props.__P!=t&&(n.__k.some(function(E){E&&hr(E,E)}),n.__k=null),a=n.__k?bt(n,0):null),a=Vo(t,fr(R)?R:[R],e,n,r,o,i,s,a,l,c),b.__P&&(e.__e=null,a=f),e.__u&=-161,m&&m.some(At),h.__h.length&&s.push(h),1&h.__g&&(h.__g&=-4)}catch(E){if(s.length=p,e.__v=null,l||i)if(E&&E.then){if(e.__u|=128|l,i){for(~(F=i.indexOf(a||void 0))||(F=i.length);(G=i[F-1])&&G.nodeType==8;)F--;for(;F<i.length;F++)if(G=i[F])if(i[F]=null,D){if(G==j)break}else{if(G.nodeType!=8)break;G.data.startsWith("$s")&&(j=Xe(D=G))}}if(!D){for(;a&&a.nodeType==8&&a.nextSibling;)a=a.nextSibling;D=a}(f=Xe(D=e.__c.__z||(e.__c.__z=D)))?(e.__e=D,a=f):e.__e=a,a=a&&a.nextSibling}else i&&i.some(At);else e.__e=n.__e;e.__k||(e.__k=n.__k||[]),E&&E.then||Ho(e),$.__e(E,e,n)}}else a=e.__e=ll(n.__e,e,n,r,o,i,s,l,c,t);return(f=$.diffed)&&f(e),a}function Xe(t,e){if(t&&t.nodeType==8&&t.data.startsWith("$s"))for(var n=1;t=t.nextSibling;){if(t.nodeType==8){if(t.data.startsWith("$s"))n++;else if(t.data.startsWith("/$s")&&!--n)return t}e&&e.push(t)}}function Ho(t){t&&(t.__c&&(t.__c.__g|=4),t.__k&&t.__k.some(Ho))}function zo(t,e,n){for(var r=0;r<n.length;)pr(n[r++],n[r++],n[r++]);$.__c&&$.__c(e,t),t.some(function(o){try{t=o.__h,o.__h=[],t.some(function(i){i.call(o)})}catch(i){$.__e(i,o.__v)}})}function ll(t,e,n,r,o,i,s,a,l,c){var f,m,p,h,d,g,y,b,x=n.props||Je,_=e.props,w=e.type;if(w=="svg"?o="http://www.w3.org/2000/svg":w=="math"?o="http://www.w3.org/1998/Math/MathML":o||(o="http://www.w3.org/1999/xhtml"),i){for(f=0;f<i.length;f++)if((d=i[f])&&(w?d.localName==w:d.nodeType==3)){t=d,i[f]=null;break}}if(!t){if(b=c.ownerDocument||document,!w)return b.createTextNode(_);t=b.createElementNS(o,w,_.is?_:c),a&&($.__m&&$.__m(e,i),a=!1),i=null}if(w){if(c=w=="template"&&t.content||t,i=w=="textarea"&&_.defaultValue!=null?null:i&&Oo.call(c.childNodes),!a&&i)for(x={},f=0;f<t.attributes.length;f++)x[(d=t.attributes[f]).name]=d.value;for(f in x)d=x[f],f=="dangerouslySetInnerHTML"?p=d:f=="children"||f in _||f=="value"&&"defaultValue"in _||f=="checked"&&"defaultChecked"in _||We(t,f,null,d,o);for(f in _)d=_[f],f=="children"?h=d:f=="dangerouslySetInnerHTML"?m=d:f=="value"?g=d:f=="checked"?y=d:a&&typeof d!="function"||x[f]===d||We(t,f,d,x[f],o);m?(a||p&&(m.__html==p.__html||m.__html==t.innerHTML)||(t.innerHTML=m.__html),e.__k=[]):(p&&(t.textContent=""),(w=="foreignObject"||o=="http://www.w3.org/1998/Math/MathML"&&ol.test(w))&&(o="http://www.w3.org/1999/xhtml"),Vo(c,fr(h)?h:[h],e,n,r,o,i,s,i?i[0]:n.__k&&bt(n,0),a,l),i&&i.some(At)),a&&w!="textarea"||(f="value",w=="progress"&&g==null?t.removeAttribute(f):g==null||g===t[f]&&(w!="progress"||g)||We(t,f,g,x[f],o),f="checked",y!=null&&y!=t[f]&&We(t,f,y,x[f],o))}else x===_||a&&t.data==_||(t.data=_);return t}function pr(t,e,n,r){try{typeof t=="function"?e?e.__x=t(e)||1:r&&(r=r.__c||r.__e)&&(e=r.__x)&&(r.__x=null,typeof e=="function"?e():t(null)):t.current=e}catch(o){$.__e(o,n)}}function hr(t,e,n){var r,o,i,s;if($.unmount&&$.unmount(t),!(r=t.ref)||r.current&&r.current!=t.__e||pr(r,null,e,t),r=t.__c){if(r.componentWillUnmount)try{r.componentWillUnmount()}catch(a){$.__e(a,e)}r.__P=r.__n=null}if(r=t.__k)for(s=0;s<r.length;s++)r[s]&&hr(r[s],e,typeof t.type!="function"||n&&!t.props.__P);!n&&(r=t.__c)&&(r=r.__z)&&(o=Xe(r,i=[]))&&(r==t.__e&&i.some(At),At(o),At(r)),n||At(t.__e),t.__e=t.__c=t.__=null}function cl(t,e,n){return this.constructor(t,n)}function jo(t,e){var n,r,o,i;$.__&&$.__(t,e),e.nodeType==9&&(e=e.documentElement),r=(n=t&&32&t.__u)?null:e.__k,e.__k=Ke(S,{children:[t]}),o=[],i=[],mr(e,e.__k,r||Je,Je,e.namespaceURI,r?null:e.firstChild?Oo.call(e.childNodes):null,o,r?r.__e:e.firstChild,n,i),zo(o,e.__k,i),e.__k.props.children=null}function Go(t){function e(n){var r,o;return this.getChildContext||(r=new Set,(o={})[e.__c]=this,this.getChildContext=function(){return o},this.shouldComponentUpdate=function(i){this.props.value!=i.value&&r.forEach(function(s){s.__g|=4,lr(s)})},this.sub=function(i){r.add(i);var s=i.componentWillUnmount;i.componentWillUnmount=function(){r.delete(i),s&&s.call(i)}}),n.children}return e.__c="__cC"+Io++,e.__=t,e.Provider=(e.Consumer=function(n,r){return n.children(r)}).contextType=e,e}$={__e:function(t,e,n,r){for(var o,i,s;e=e.__;)if((o=e.__c)&&!(1&o.__g)){o.__g|=4;try{if((s=(i=o.constructor)&&i.getDerivedStateFromError)&&o.setState(i.getDerivedStateFromError(t)),o.componentDidCatch&&(o.componentDidCatch(t,r||{}),s=1),s&&8&o.__g)return void(o.__g|=2)}catch(a){t=a}}throw Ye=0,t}},Lo=0,rl=function(t){return t!=null&&t.constructor===we},Yt.prototype.setState=function(t,e){var n=this.__s;n&&n!=this.state||(n=this.__s=Lt({},this.state)),typeof t=="function"&&(t=t(Lt({},n),this.props)),t&&(Lt(n,t),this.__v&&(e&&this.__k.push(e),lr(this)))},Yt.prototype.forceUpdate=function(t){this.__v&&(this.__g|=4,t&&this.__h.push(t),lr(this))},Yt.prototype.render=S,yt=[],Ye=0,Eo=function(t,e){return t.__v.__b-e.__v.__b},Qe=Symbol(),Do=/(PointerCapture)$|Capture$/i,cr=0,ur={},Io=0;var _t,T,dr,Uo,gr=Object.is,ke=0,ei=[],yr=[],I=$,Wo=I.__b,Qo=I.__r,Ko=I.diffed,Xo=I.__c,Yo=I.unmount,Jo=I.__;function Jt(t,e){I.__h&&I.__h(T,t,ke||e),ke=0;var n=T.__H||(T.__H={__:[],__h:[]});return t>=n.__.length&&n.__.push({}),n.__[t]}function C(t){return ke=1,fl(oi,t)}function fl(t,e,n){var r=Jt(_t++,2);if(r.t=t,!r.__c&&(r.__=[n?n(e):oi(void 0,e),function(i){var s=(r.__N||r.__)[0],a=r.t(s,i);gr(s,a)||(r.__N=[a,r.__[1]],r.__c.setState({}))}],r.__c=T,!T.__f)){T.__f=!0;var o=T.shouldComponentUpdate;T.shouldComponentUpdate=function(i,s,a){var l=this.__H;if(!l)return!0;var c=!1,f=this.props!=i;if(l.__.some(function(p){p.__N&&(c=!0,gr(p.__[0],p.__N[0])||(f=!0))}),o){var m=o.call(this,i,s,a);return c?m||f:m}return!c||f}}return r.__}function U(t,e){var n=Jt(_t++,3);!I.__s&&_r(n.__H,e)&&(n.__P=!0,n.__=t,n.u=e,T.__H.__h.push(n))}function ni(t,e){var n=Jt(_t++,4);!I.__s&&_r(n.__H,e)&&(n.__P=!1,n.__=t,n.u=e,T.__h.push(n))}function N(t){return ke=5,k(function(){return{current:t}},[])}function k(t,e){var n=Jt(_t++,7);return _r(n.__H,e)&&(n.__=t(),n.__H=e),n.__}function tn(t,e){return ke=8,k(function(){return t},e)}function ri(t){var e=T.context[t.__c],n=Jt(_t++,9);return n.c=t,e?(n.__==null&&(n.__=!0,e.sub(T)),e.props.value):t.__}function en(){var t=Jt(_t++,11);if(!t.__){for(var e=T.__v;!e.__m&&e.__;)e=e.__;var n=e.__m||(e.__m=[0,0]);t.__="P"+n[0]+"-"+n[1]++}return t.__}function ml(){var t;do{for(;t=yr.shift();)try{ve(t)}catch(n){I.__e(n,{__:(t=t.__P)&&t.__v})}for(;t=ei.shift();){var e=t.__H;if(t.__P&&e)try{e.__h.some(ve),e.__h.some(br),e.__h=[]}catch(n){e.__h=[],I.__e(n,t.__v)}}}while(yr.length)}I.__b=function(t){T=null,Wo&&Wo(t)},I.__=function(t,e){t&&e.__k&&e.__k.__m&&(t.__m=e.__k.__m),Jo&&Jo(t,e)},I.__r=function(t){Qo&&Qo(t),_t=0;var e=(T=t.__c).__H;e&&(dr==T?T.__h=[]:(e.__h.some(ve),e.__h.some(br),_t=0),e.__h=[],e.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),dr=T},I.diffed=function(t){Ko&&Ko(t);var e=t.__c;e&&e.__H&&(e.__H.__h.length&&ti(ei.push(e)),e.__H.__.some(function(n){n.u&&(n.__H=n.u)})),dr=T=null},I.__c=function(t,e){e.some(function(n){try{n.__h.some(ve),n.__h=n.__h.filter(function(r){return!r.__||br(r)})}catch(r){n.__h=[function(){throw r}]}}),Xo&&Xo(t,e)},I.unmount=function(t){Yo&&Yo(t);var e,n,r=t.__c;r&&r.__H&&(r.__H.__.some(function(o){try{if(o.__P&&o.__c){if(n===void 0){for(n=t.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}o.__P=n,ti(yr.push(o))}else ve(o)}catch(i){e=i}}),r.__H=void 0,e&&I.__e(e,r.__v))};var Zo=typeof requestAnimationFrame=="function";function pl(t){var e,n=function(){clearTimeout(r),Zo&&cancelAnimationFrame(e),setTimeout(t)},r=setTimeout(n,35);Zo&&(e=requestAnimationFrame(n))}function ti(t){t!=1&&Uo==I.requestAnimationFrame||((Uo=I.requestAnimationFrame)||pl)(ml)}function ve(t){var e=T,n=t.__c;typeof n=="function"&&(t.__c=void 0,n()),T=e}function br(t){var e=T;t.__c=t.__(),T=e}function _r(t,e){return!t||t.length!=e.length||e.some(function(n,r){return!gr(n,t[r])})}function oi(t,e){return typeof e=="function"?e(t):e}var nn="p.phases.";function ii(t){let e={};for(let n of t.replace(/^#/,"").split("&")){let r=n.indexOf("=");r>0&&n.startsWith(nn)&&(e[rn(n.slice(nn.length,r))]=rn(n.slice(r+1)))}return e}function si(t,e){let n=t.replace(/^#/,"").split("&").filter(o=>o!==""&&!o.startsWith(nn)),r=Object.entries(e).map(([o,i])=>`${nn}${o}=${encodeURIComponent(i)}`);return"#"+[...n,...r].join("&")}function xr(t){return/^#phases(&|$)/.test(t)}function rn(t){try{return decodeURIComponent(t)}catch{return t}}function on(){try{return window.parent.document.body,window.parent}catch{return window}}function wr(){return window.parent===window}function ai(){if(wr()){let n=matchMedia("(prefers-color-scheme: dark)"),r=()=>{document.documentElement.dataset.theme=n.matches?"dark":"light"};n.addEventListener("change",r),r();return}let t=on().document.body,e=()=>{document.documentElement.dataset.theme=t.classList.contains("dark-mode")?"dark":"light"};new MutationObserver(e).observe(t,{attributes:!0,attributeFilter:["class"]}),e()}function xt(){let t=()=>document.documentElement.dataset.theme==="dark"?"dark":"light",[e,n]=C(t);return U(()=>{let r=new MutationObserver(()=>n(t()));return r.observe(document.documentElement,{attributes:!0,attributeFilter:["data-theme"]}),()=>r.disconnect()},[]),e}function vr(){return ii(on().location.hash)}function kr(t,e=!1){let{location:n,history:r}=on();if(!wr()&&!xr(n.hash))return;let o=si(n.hash,t);if(o!==n.hash)try{e?r.pushState(r.state,"",o):r.replaceState(r.state,"",o)}catch{}}function ui(t){let e=on(),n=()=>{(wr()||xr(e.location.hash))&&t()};return e.addEventListener("hashchange",n),()=>e.removeEventListener("hashchange",n)}function hl(t){let e=new Set(t.flatMap(({layout:o})=>o?.metrics??[])),n=[...e].filter(o=>!o.includes("_group_")),r=n.map(o=>`metric=${encodeURIComponent(o)}`);return n.length<e.size&&r.join("&").length<=6e3?r:[]}var li={isLive:!0,async fetchRuns(){return(await(await Mr("./runs")).json()).runs},async fetchMetrics(t){let e=hl(t),n=[];for(let o=0;o<t.length;o+=64)n.push(Sr("./metrics",t.slice(o,o+64).map(({run:i})=>i),e));return(await Promise.all(n.map(async o=>(await o)?.arrayBuffer()))).flatMap(o=>o?Rr(o):[])},async fetchReports(t){let e=await Sr("./phases",t);if(!e)return[];let n=await e.json();return"runs"in n?n.runs:[n]},async fetchImages(t){return await(await Mr(`./images?run=${encodeURIComponent(t)}`)).json()},imageUrl({run:t,steps:e,wall_times:n},r,o,i){let s=i?`input&of=${o}`:o;return`./image?run=${encodeURIComponent(t)}&step=${e[r]}&row=${s}&written=${n[r]}`}};async function Sr(t,e,n=[]){if(!e.length)return null;try{return await Mr(`${t}?${[...e.map(r=>`run=${encodeURIComponent(r)}`),...n].join("&")}`)}catch(r){if(!(r instanceof sn&&r.status===404&&e.includes(r.run)))throw r;return Sr(t,e.filter(i=>i!==r.run),n)}}function Rr(t){let e=[];for(let n=0;n<t.byteLength;){let{metrics:r,end:o}=dl(t,n);e.push(r),n=o}return e}function dl(t,e){let n=new DataView(t).getUint32(e,!0),r=JSON.parse(new TextDecoder().decode(new Uint8Array(t,e+4,n))),[o,i,s]=r.shape,[a,l]=[e+4+n,o*i*s];if(a+4*l>t.byteLength)throw new Error(`run ${r.run}: the answer ends before its ${r.shape.join(" x ")} values do`);return{metrics:{...r,values:new Float32Array(t,a,l)},end:a+4*l}}var sn=class extends Error{constructor(n,r,o){super(n);this.status=r;this.run=o}status;run};async function Mr(t){let e=await fetch(t);if(e.ok)return e;let{error:n,run:r}=gl(await e.text());throw new sn(n??`${t}: ${e.status} ${e.statusText}`,e.status,r??"")}function gl(t){try{return JSON.parse(t)}catch{return{}}}function ci(){let t=document.getElementById("phases-data");if(!t)return null;let e=JSON.parse(t.textContent);return{isLive:!1,fetchRuns:async()=>e.runs,fetchMetrics:async n=>n.flatMap(({run:r})=>Rr(yl(e.metrics[r]))),fetchReports:async n=>n.flatMap(r=>e.reports[r]??[]),fetchImages:async n=>e.images[n]??{run:n,steps:[],wall_times:[],rows:[],num_examples:0,labels:null,error:null},imageUrl:({run:n,steps:r,rows:o},i,s,a)=>e.images[n]?.strips[a?`input/${o[s].input}`:`${r[i]}/${s}`]??""}}function yl(t){return Uint8Array.from(atob(t),e=>e.charCodeAt(0)).buffer}var an=class{place=null;listeners=new Set;get current(){return this.place}move(e){if(!bl(e,this.place)){this.place=e;for(let n of this.listeners)n(e)}}subscribe(e){return this.listeners.add(e),()=>{this.listeners.delete(e)}}};function ft(t,e,n=[]){U(()=>(e(t.current),t.subscribe(e)),[t,...n])}function bl(t,e){return t?.step===e?.step&&t?.panel===e?.panel&&t?.run===e?.run&&t?.line?.name===e?.line?.name}var _l={training_heldout:"held-out rows are training rows",no_labels:"no labels, so no probe accuracy",one_class:"one class only, so no probe accuracy",constant_features:"some features are constant",nonfinite_outputs:"the model's outputs hold NaN or infinite values",rank_deficient:"features depend on each other linearly",nonfinite_features:"features are NaN or infinite",few_rows:"few rows for this width: the loss reads high",ridge_at_bound:"the best ridge lies at the end of its path",probe_not_converged:"the linear probe did not converge",target_resized:"the input is reconstructed at a smaller size",target_cropped:"the border of the input is not reconstructed",constant_target:"the input is constant",failed:"the measurement failed",float64_sums:"measured in float64, because rounding in float32 might have shown",out_of_memory:"memory ran out, so this layer was given up",diverged:"training a decoder or probe diverged",nonfinite_weights:"weights are or were NaN or infinite: no phase is told from here on",averaged_weights:"weights are the moving average that the optimizer keeps",duplicated_rows:"a tenth of the rows or more are copies of others",out_of_range:"the loss is too large or too small for float32"},xl={training_heldout:"Give fit its validation_data, and those rows are held out.",no_labels:"Give PhaseProbe(data=(x, y)) rows with labels.",few_rows:"More rows tell more: PhaseProbe(max_examples=...); read explained variance beside it.",ridge_at_bound:"The features explain next to nothing here.",probe_not_converged:"Its accuracy may be a little low; nothing else is touched.",nonfinite_features:"Look for a diverging loss or infinite inputs at that step.",nonfinite_outputs:"Look for a diverging loss at that step.",nonfinite_weights:"Lower the learning rate, or clip gradients.",out_of_memory:"PhaseProbe(max_memory=...), fewer layers or a smaller probe_batch_size help.",duplicated_rows:"Each counts once; what the data repeats tells nothing new.",failed:"Compare the same step of another layer."};function Pr(t){let e=Nr(t);return`${e[0].toUpperCase()}${e.slice(1)}. ${xl[t]??""}`.trim()}function Nr(t){return _l[t]??t.replaceAll("_"," ")}var wl=new Intl.NumberFormat("en-US",{maximumSignificantDigits:4,minimumSignificantDigits:3}),$r=new Intl.NumberFormat("en-US"),vl=new Intl.NumberFormat("en-US",{maximumSignificantDigits:2});function q(t){return t===0?"0":Number.isFinite(t)?(Math.abs(t)<1e-4?t.toExponential(2):wl.format(t)).replaceAll("-","\u2212"):"not measured"}function fi(t){return typeof t!="number"?t??"\u2013":Number.isFinite(t)?Number.isInteger(t)?$r.format(t).replace("-","\u2212"):q(t):"\u2013"}function mi(t){return Number.isFinite(t)?` \xB1 ${(t>0&&t<1e-4?t.toExponential(1):vl.format(t)).replaceAll("-","\u2212")}`:""}function W(t){return Number.isFinite(t)?`${(100*t).toFixed(1)} %`:"not measured"}function v(t){return $r.format(t)}function Zt(t,e){return`${$r.format(t)} ${e}${t===1?"":"s"}`}function tt(t,e){if(t.length<=e)return t;let n=Math.max(2,e-1),r=Math.ceil(n/2);return`${t.slice(0,n-r)}\u2026${t.slice(-r)}`}function wt(t){return t.replace(/\/phases$/,"")||t}function Et(t,e){return t==null||e==null?NaN:t<e?-1:t>e?1:t>=e?0:NaN}function kl(t,e){return t==null||e==null?NaN:e<t?-1:e>t?1:e>=t?0:NaN}function pi(t){let e,n,r;t.length!==2?(e=Et,n=(a,l)=>Et(t(a),l),r=(a,l)=>t(a)-l):(e=t===Et||t===kl?t:Sl,n=t,r=t);function o(a,l,c=0,f=a.length){if(c<f){if(e(l,l)!==0)return f;do{let m=c+f>>>1;n(a[m],l)<0?c=m+1:f=m}while(c<f)}return c}function i(a,l,c=0,f=a.length){if(c<f){if(e(l,l)!==0)return f;do{let m=c+f>>>1;n(a[m],l)<=0?c=m+1:f=m}while(c<f)}return c}function s(a,l,c=0,f=a.length){let m=o(a,l,c,f-1);return m>c&&r(a[m-1],l)>-r(a[m],l)?m-1:m}return{left:o,center:s,right:i}}function Sl(){return 0}function Ml(t){return t===null?NaN:+t}function*Rl(t,e){if(e===void 0)for(let n of t)n!=null&&(n=+n)>=n&&(yield n);else{let n=-1;for(let r of t)(r=e(r,++n,t))!=null&&(r=+r)>=r&&(yield r)}}var hi=pi(Et),di=hi.right,ih=hi.left,sh=pi(Ml).center;var ah=gi(yi),uh=gi(Pl);function gi(t){return function(e,n,r=n){if(!((n=+n)>=0))throw new RangeError("invalid rx");if(!((r=+r)>=0))throw new RangeError("invalid ry");let{data:o,width:i,height:s}=e;if(!((i=Math.floor(i))>=0))throw new RangeError("invalid width");if(!((s=Math.floor(s!==void 0?s:o.length/i))>=0))throw new RangeError("invalid height");if(!i||!s||!n&&!r)return e;let a=n&&t(n),l=r&&t(r),c=o.slice();return a&&l?(te(a,c,o,i,s),te(a,o,c,i,s),te(a,c,o,i,s),ee(l,o,c,i,s),ee(l,c,o,i,s),ee(l,o,c,i,s)):a?(te(a,o,c,i,s),te(a,c,o,i,s),te(a,o,c,i,s)):l&&(ee(l,o,c,i,s),ee(l,c,o,i,s),ee(l,o,c,i,s)),e}}function te(t,e,n,r,o){for(let i=0,s=r*o;i<s;)t(e,n,i,i+=r,1)}function ee(t,e,n,r,o){for(let i=0,s=r*o;i<r;++i)t(e,n,i,i+s,r)}function Pl(t){let e=yi(t);return(n,r,o,i,s)=>{o<<=2,i<<=2,s<<=2,e(n,r,o+0,i+0,s),e(n,r,o+1,i+1,s),e(n,r,o+2,i+2,s),e(n,r,o+3,i+3,s)}}function yi(t){let e=Math.floor(t);if(e===t)return Nl(t);let n=t-e,r=2*t+1;return(o,i,s,a,l)=>{if(!((a-=l)>=s))return;let c=e*i[s],f=l*e,m=f+l;for(let p=s,h=s+f;p<h;p+=l)c+=i[Math.min(a,p)];for(let p=s,h=a;p<=h;p+=l)c+=i[Math.min(a,p+f)],o[p]=(c+n*(i[Math.max(s,p-m)]+i[Math.min(a,p+m)]))/r,c-=i[Math.max(s,p-f)]}}function Nl(t){let e=2*t+1;return(n,r,o,i,s)=>{if(!((i-=s)>=o))return;let a=t*r[o],l=s*t;for(let c=o,f=o+l;c<f;c+=s)a+=r[Math.min(i,c)];for(let c=o,f=i;c<=f;c+=s)a+=r[Math.min(i,c+l)],n[c]=a/e,a-=r[Math.max(o,c-l)]}}function $l(t=Et){if(t===Et)return bi;if(typeof t!="function")throw new TypeError("compare is not a function");return(e,n)=>{let r=t(e,n);return r||r===0?r:(t(n,n)===0)-(t(e,e)===0)}}function bi(t,e){return(t==null||!(t>=t))-(e==null||!(e>=e))||(t<e?-1:t>e?1:0)}var Cl=Array.prototype,lh=Cl.slice;var Tl=Math.sqrt(50),Al=Math.sqrt(10),Ll=Math.sqrt(2);function un(t,e,n){let r=(e-t)/Math.max(0,n),o=Math.floor(Math.log10(r)),i=r/Math.pow(10,o),s=i>=Tl?10:i>=Al?5:i>=Ll?2:1,a,l,c;return o<0?(c=Math.pow(10,-o)/s,a=Math.round(t*c),l=Math.round(e*c),a/c<t&&++a,l/c>e&&--l,c=-c):(c=Math.pow(10,o)*s,a=Math.round(t/c),l=Math.round(e/c),a*c<t&&++a,l*c>e&&--l),l<a&&.5<=n&&n<2?un(t,e,n*2):[a,l,c]}function cn(t,e,n){if(e=+e,t=+t,n=+n,!(n>0))return[];if(t===e)return[t];let r=e<t,[o,i,s]=r?un(e,t,n):un(t,e,n);if(!(i>=o))return[];let a=i-o+1,l=new Array(a);if(r)if(s<0)for(let c=0;c<a;++c)l[c]=(i-c)/-s;else for(let c=0;c<a;++c)l[c]=(i-c)*s;else if(s<0)for(let c=0;c<a;++c)l[c]=(o+c)/-s;else for(let c=0;c<a;++c)l[c]=(o+c)*s;return l}function ln(t,e,n){return e=+e,t=+t,n=+n,un(t,e,n)[2]}function _i(t,e,n){e=+e,t=+t,n=+n;let r=e<t,o=r?ln(e,t,n):ln(t,e,n);return(r?-1:1)*(o<0?1/-o:o)}function Me(t,e){let n;if(e===void 0)for(let r of t)r!=null&&(n<r||n===void 0&&r>=r)&&(n=r);else{let r=-1;for(let o of t)(o=e(o,++r,t))!=null&&(n<o||n===void 0&&o>=o)&&(n=o)}return n}function fn(t,e){let n,r=-1,o=-1;if(e===void 0)for(let i of t)++o,i!=null&&(n<i||n===void 0&&i>=i)&&(n=i,r=o);else for(let i of t)(i=e(i,++o,t))!=null&&(n<i||n===void 0&&i>=i)&&(n=i,r=o);return r}function Re(t,e){let n;if(e===void 0)for(let r of t)r!=null&&(n>r||n===void 0&&r>=r)&&(n=r);else{let r=-1;for(let o of t)(o=e(o,++r,t))!=null&&(n>o||n===void 0&&o>=o)&&(n=o)}return n}function mn(t,e){let n,r=-1,o=-1;if(e===void 0)for(let i of t)++o,i!=null&&(n>i||n===void 0&&i>=i)&&(n=i,r=o);else for(let i of t)(i=e(i,++o,t))!=null&&(n>i||n===void 0&&i>=i)&&(n=i,r=o);return r}function xi(t,e,n=0,r=1/0,o){if(e=Math.floor(e),n=Math.floor(Math.max(0,n)),r=Math.floor(Math.min(t.length-1,r)),!(n<=e&&e<=r))return t;for(o=o===void 0?bi:$l(o);r>n;){if(r-n>600){let l=r-n+1,c=e-n+1,f=Math.log(l),m=.5*Math.exp(2*f/3),p=.5*Math.sqrt(f*m*(l-m)/l)*(c-l/2<0?-1:1),h=Math.max(n,Math.floor(e-c*m/l+p)),d=Math.min(r,Math.floor(e+(l-c)*m/l+p));xi(t,e,h,d,o)}let i=t[e],s=n,a=r;for(Se(t,n,e),o(t[r],i)>0&&Se(t,n,r);s<a;){for(Se(t,s,a),++s,--a;o(t[s],i)<0;)++s;for(;o(t[a],i)>0;)--a}o(t[n],i)===0?Se(t,n,a):(++a,Se(t,a,r)),a<=e&&(n=a+1),e<=a&&(r=a-1)}return t}function Se(t,e,n){let r=t[e];t[e]=t[n],t[n]=r}function wi(t,e,n){if(t=Float64Array.from(Rl(t,n)),!(!(r=t.length)||isNaN(e=+e))){if(e<=0||r<2)return Re(t);if(e>=1)return Me(t);var r,o=(r-1)*e,i=Math.floor(o),s=Me(xi(t,i).subarray(0,i+1)),a=Re(t.subarray(i+1));return s+(a-s)*(o-i)}}function vi(t,e){let n=0,r=0;if(e===void 0)for(let o of t)o!=null&&(o=+o)>=o&&(++n,r+=o);else{let o=-1;for(let i of t)(i=e(i,++o,t))!=null&&(i=+i)>=i&&(++n,r+=i)}if(n)return r/n}function ki(t,e){return wi(t,.5,e)}var ch=El(Math.random);function El(t){return function(n,r=0,o=n.length){let i=o-(r=+r);for(;i;){let s=t()*i--|0,a=n[i+r];n[i+r]=n[s+r],n[s+r]=a}return n}}var pn={label:48,unit:90,kind:24,part:32};function Mi(t,e=0){let n=Cr(t?.run?.columns);return new Map((t?.metrics??[]).flatMap(r=>{let o=Cr(n[r]),i=Array.isArray(o.by_row)?o.by_row[e]:null,s=Dl(r,{...o,...Cr(i)});return s?[[r,s]]:[]}))}function Dl(t,e){let n=hn(e.label,pn.label);if(!n)return null;let r=hn(e.kind,pn.kind),o=hn(e.part,pn.part);return{name:t,label:n,unit:hn(e.unit,pn.unit),better:e.better==="low"||e.better==="high"?e.better:null,isShare:e.format==="share",part:r&&o?{kind:r,name:o,weight:Si(e.weight),meanImageLoss:Si(e.mean_image_loss)}:null}}function Cr(t){return typeof t=="object"&&t!==null&&!Array.isArray(t)?t:{}}function hn(t,e){return typeof t=="string"?tt(t.replaceAll(/\s+/g," ").trim(),e):""}function Si(t){return typeof t=="number"&&Number.isFinite(t)&&t>0?t:NaN}function Ni({layout:t,steps:e,shape:[,n,r],values:o}){if(!t)return[];let{rows:i,metrics:s}=t,a=new Map(s.map((l,c)=>[l,c]));return i.map((l,c)=>{let f=p=>{let h=a.get(p);return e.map((d,g)=>h===void 0?NaN:o[(g*n+c)*r+h])},m=()=>f("flags").map(p=>Il(p,t.flags));return Tr({row:l,steps:e,metricNames:s,described:Mi(t,c),column:f,flags:m})})}function Tr(t){let{layer:e,decoder:n}=t.row;return{...t,key:`${e}/${n}`,column:Ri(t.column),flags:Ri(t.flags)}}function Ri(t){let e=new Map;return n=>(e.has(n)||e.set(n,t(n)),e.get(n))}function Il(t,e){return Number.isFinite(t)?e.filter((n,r)=>Math.floor(t/2**r)%2===1):[]}function ne({flags:t}){let[e=[],...n]=t();return e.filter(r=>n.every(o=>o.includes(r)))}function re(t){let e=ne(t);return t.flags().map(n=>n.filter(r=>!e.includes(r)))}function ot({steps:t,column:e}){let n=e("probe_accuracy"),r=fn(n);return r<0?null:{step:t[r],accuracy:n[r]}}function vt({column:t},e){return t(e).findLast(Number.isFinite)??NaN}function Dt(t,e,n){return e[V(t,n)]??NaN}function V(t,e){return Math.max(0,mn(t,n=>Math.abs(Math.log1p(n)-Math.log1p(e))))}function $i(t){return t.flatMap((e,n)=>Number.isFinite(e)&&!Number.isFinite(t[n-1])&&!Number.isFinite(t[n+1])?[n]:[])}function Q({row:t},e){return e.some(r=>r.row.layer===t.layer&&r.row.decoder!==t.decoder)?`${t.layer} (${t.decoder})`:t.layer}var Ol=20;function oe(t){let e=t.map(i=>Q(i,t));if(e.length<2||e.every(({length:i})=>i<=Ol))return e;let[n,r]=[Pi(e),Pi(e.map(Fl))],o=e.map(i=>i.slice(n,i.length-r));return o.every(Boolean)?o:e}function Pi([t="",...e]){let n=0;for(;n<t.length&&e.every(r=>r[n]===t[n]);)n++;for(;n&&!/[_/.\- ]/.test(t[n-1]);)n--;return n}function Fl(t){return[...t].reverse().join("")}function O({summary:t,numSeeds:e}){return wt(t.run)+(e?` (${e} seeds)`:"")}function A(t,{layer:e,decoder:n}){return t.find(r=>r.layer===e&&r.decoder===n)}var ql=Symbol.for("pv"),Vl=0;function u(t,e,n,r,o,i){e||(e={});var s,a,l=e;if("ref"in l&&typeof t!="function")for(a in l={},e)a=="ref"?s=e[a]:l[a]=e[a];var c={type:t,props:l,key:n,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:ql,__v:--Vl,__i:-1,__u:0};return(o||i)&&(c.__source=o,c.__self=i),$.vnode&&$.vnode(c),c}function Ci({runs:t,cursor:e,quantity:n}){let[r,o]=C(e.current);ft(e,o);let i=N(null),s=t.find(({summary:g})=>g.run===r?.run)??t[0],{rows:a,reports:l}=s,c=a.find(g=>g.key===r?.panel),f=r&&c?.steps.length?{series:c,at:V(c.steps,r.step)}:null;ni(()=>{if(!i.current||!r)return;let g=Bl(r);if(!g)return;let y=g.getBoundingClientRect(),{width:b,height:x}=i.current.getBoundingClientRect(),_=y.left+14,w=_+b>document.documentElement.clientWidth-4?y.left-14-b:_,P=Math.min(y.top+18,window.innerHeight-x-4);i.current.style.transform=`translate(${Math.max(4,w)}px,${Math.max(4,P)}px)`});let m=c&&A(l,c.row),p=s!==t[0],h=c?Q(c,a):"",d=r?.byKey&&f?Gl(p?`${O(s)}, ${h}`:h,f,r.line):"";return u(S,{children:[u("div",{class:"read-aloud","aria-live":"polite",children:d}),f&&u("div",{ref:i,class:"tooltip",role:"tooltip",children:[p&&u("p",{children:O(s)}),u(zl,{...f,name:h,phases:m?.stages??[],chosen:n,line:r?.line})]})]})}function Bl({panel:t,byKey:e}){return document.querySelector(e?".chart svg:focus":".chart svg:hover")?.querySelector('.cursor line, .cursor [r="6"]')??document.querySelector(`[data-panel="${CSS.escape(t)}"] .cursor line`)}var Hl=["loss","limit","explained","accuracy"];function zl({name:t,series:e,at:n,phases:r,chosen:o,line:i}){let s=e.steps[n],a=It({series:e,at:n},"epoch"),l=Hl.includes(o.key)||Ti(e).includes(o.key),c=r.filter(({start_step:m,end_step:p})=>m<=s&&s<=p).map(({kind:m})=>m),f=[...jl({series:e,at:n}),...l?[]:[[o.label,o.format(o.read(e)[n])]],...c.length?[["phase",c.join(" \u2192 ")]]:[]];return u(S,{children:[u("p",{class:"tooltip-title",children:[u("b",{children:["step ",v(s)]}),Number.isFinite(a)&&u("span",{children:[" epoch ",Number(a.toFixed(2))]}),u("span",{class:"tooltip-layer",children:t})]}),u("dl",{children:[i&&u(S,{children:[u("dt",{class:"tooltip-line",children:i.name}),u("dd",{class:"tooltip-line",children:i.value})]}),f.map(([m,p,h])=>u(S,{children:[u("dt",{class:h,children:m}),u("dd",{children:p})]},m))]}),(re(e)[n]??[]).map(m=>u("p",{class:"tooltip-flag",children:Nr(m)},m)),u("p",{class:"muted",children:["loss: mean squared error per input element",!l&&`; ${o.label}: ${o.unit}`]})]})}function jl(t){let e=q(It(t,"reconstruction_loss")),n=It(t,"reconstruction_loss_limit"),r=o=>W(It(t,o));return[["reconstruction loss",[e,u("span",{class:"muted",children:mi(It(t,"reconstruction_stderr"))})],"loss"],...Number.isFinite(n)?[["at unlimited rows",q(n)]]:[],["explained variance",r("explained_variance")],["probe accuracy",r("probe_accuracy"),"accuracy"],...Ti(t.series).map(o=>[`${/^transfer_(.+)_accuracy$/.exec(o)[1]} accuracy`,r(o)])]}function Ti({metricNames:t}){return t.filter(e=>/^transfer_.+_accuracy$/.test(e))}function Gl(t,e,n){let r=`${t}, step ${v(e.series.steps[e.at])}`;return n?`${r}: ${n.name} ${n.value}`:`${r}: reconstruction loss ${q(It(e,"reconstruction_loss"))}, probe accuracy ${W(It(e,"probe_accuracy"))}`}function It({series:t,at:e},n){return t.column(n)[e]}function ue(t,e,n){t.prototype=e.prototype=n,n.constructor=t}function $e(t,e){var n=Object.create(t.prototype);for(var r in e)n[r]=e[r];return n}function kt(){}var Vt=.7,ae=1/Vt,ie="\\s*([+-]?\\d+)\\s*",Pe="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)\\s*",it="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)%\\s*",Ul=/^#([0-9a-f]{3,8})$/,Wl=new RegExp(`^rgb\\(${ie},${ie},${ie}\\)$`),Ql=new RegExp(`^rgb\\(${it},${it},${it}\\)$`),Kl=new RegExp(`^rgba\\(${ie},${ie},${ie},${Pe}\\)$`),Xl=new RegExp(`^rgba\\(${it},${it},${it},${Pe}\\)$`),Yl=new RegExp(`^hsl\\(${Pe},${it},${it}\\)$`),Jl=new RegExp(`^hsla\\(${Pe},${it},${it},${Pe}\\)$`),Ai={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074};ue(kt,le,{copy(t){return Object.assign(new this.constructor,this,t)},displayable(){return this.rgb().displayable()},hex:Li,formatHex:Li,formatHex8:Zl,formatHsl:tc,formatRgb:Ei,toString:Ei});function Li(){return this.rgb().formatHex()}function Zl(){return this.rgb().formatHex8()}function tc(){return zi(this).formatHsl()}function Ei(){return this.rgb().formatRgb()}function le(t){var e,n;return t=(t+"").trim().toLowerCase(),(e=Ul.exec(t))?(n=e[1].length,e=parseInt(e[1],16),n===6?Di(e):n===3?new B(e>>8&15|e>>4&240,e>>4&15|e&240,(e&15)<<4|e&15,1):n===8?dn(e>>24&255,e>>16&255,e>>8&255,(e&255)/255):n===4?dn(e>>12&15|e>>8&240,e>>8&15|e>>4&240,e>>4&15|e&240,((e&15)<<4|e&15)/255):null):(e=Wl.exec(t))?new B(e[1],e[2],e[3],1):(e=Ql.exec(t))?new B(e[1]*255/100,e[2]*255/100,e[3]*255/100,1):(e=Kl.exec(t))?dn(e[1],e[2],e[3],e[4]):(e=Xl.exec(t))?dn(e[1]*255/100,e[2]*255/100,e[3]*255/100,e[4]):(e=Yl.exec(t))?Fi(e[1],e[2]/100,e[3]/100,1):(e=Jl.exec(t))?Fi(e[1],e[2]/100,e[3]/100,e[4]):Ai.hasOwnProperty(t)?Di(Ai[t]):t==="transparent"?new B(NaN,NaN,NaN,0):null}function Di(t){return new B(t>>16&255,t>>8&255,t&255,1)}function dn(t,e,n,r){return r<=0&&(t=e=n=NaN),new B(t,e,n,r)}function Or(t){return t instanceof kt||(t=le(t)),t?(t=t.rgb(),new B(t.r,t.g,t.b,t.opacity)):new B}function Ce(t,e,n,r){return arguments.length===1?Or(t):new B(t,e,n,r??1)}function B(t,e,n,r){this.r=+t,this.g=+e,this.b=+n,this.opacity=+r}ue(B,Ce,$e(kt,{brighter(t){return t=t==null?ae:Math.pow(ae,t),new B(this.r*t,this.g*t,this.b*t,this.opacity)},darker(t){return t=t==null?Vt:Math.pow(Vt,t),new B(this.r*t,this.g*t,this.b*t,this.opacity)},rgb(){return this},clamp(){return new B(Ft(this.r),Ft(this.g),Ft(this.b),yn(this.opacity))},displayable(){return-.5<=this.r&&this.r<255.5&&-.5<=this.g&&this.g<255.5&&-.5<=this.b&&this.b<255.5&&0<=this.opacity&&this.opacity<=1},hex:Ii,formatHex:Ii,formatHex8:ec,formatRgb:Oi,toString:Oi}));function Ii(){return`#${Ot(this.r)}${Ot(this.g)}${Ot(this.b)}`}function ec(){return`#${Ot(this.r)}${Ot(this.g)}${Ot(this.b)}${Ot((isNaN(this.opacity)?1:this.opacity)*255)}`}function Oi(){let t=yn(this.opacity);return`${t===1?"rgb(":"rgba("}${Ft(this.r)}, ${Ft(this.g)}, ${Ft(this.b)}${t===1?")":`, ${t})`}`}function yn(t){return isNaN(t)?1:Math.max(0,Math.min(1,t))}function Ft(t){return Math.max(0,Math.min(255,Math.round(t)||0))}function Ot(t){return t=Ft(t),(t<16?"0":"")+t.toString(16)}function Fi(t,e,n,r){return r<=0?t=e=n=NaN:n<=0||n>=1?t=e=NaN:e<=0&&(t=NaN),new et(t,e,n,r)}function zi(t){if(t instanceof et)return new et(t.h,t.s,t.l,t.opacity);if(t instanceof kt||(t=le(t)),!t)return new et;if(t instanceof et)return t;t=t.rgb();var e=t.r/255,n=t.g/255,r=t.b/255,o=Math.min(e,n,r),i=Math.max(e,n,r),s=NaN,a=i-o,l=(i+o)/2;return a?(e===i?s=(n-r)/a+(n<r)*6:n===i?s=(r-e)/a+2:s=(e-n)/a+4,a/=l<.5?i+o:2-i-o,s*=60):a=l>0&&l<1?0:s,new et(s,a,l,t.opacity)}function _n(t,e,n,r){return arguments.length===1?zi(t):new et(t,e,n,r??1)}function et(t,e,n,r){this.h=+t,this.s=+e,this.l=+n,this.opacity=+r}ue(et,_n,$e(kt,{brighter(t){return t=t==null?ae:Math.pow(ae,t),new et(this.h,this.s,this.l*t,this.opacity)},darker(t){return t=t==null?Vt:Math.pow(Vt,t),new et(this.h,this.s,this.l*t,this.opacity)},rgb(){var t=this.h%360+(this.h<0)*360,e=isNaN(t)||isNaN(this.s)?0:this.s,n=this.l,r=n+(n<.5?n:1-n)*e,o=2*n-r;return new B(Ar(t>=240?t-240:t+120,o,r),Ar(t,o,r),Ar(t<120?t+240:t-120,o,r),this.opacity)},clamp(){return new et(qi(this.h),gn(this.s),gn(this.l),yn(this.opacity))},displayable(){return(0<=this.s&&this.s<=1||isNaN(this.s))&&0<=this.l&&this.l<=1&&0<=this.opacity&&this.opacity<=1},formatHsl(){let t=yn(this.opacity);return`${t===1?"hsl(":"hsla("}${qi(this.h)}, ${gn(this.s)*100}%, ${gn(this.l)*100}%${t===1?")":`, ${t})`}`}}));function qi(t){return t=(t||0)%360,t<0?t+360:t}function gn(t){return Math.max(0,Math.min(1,t||0))}function Ar(t,e,n){return(t<60?e+(n-e)*t/60:t<180?n:t<240?e+(n-e)*(240-t)/60:e)*255}var ji=Math.PI/180,Gi=180/Math.PI,bn=18,Ui=.96422,Wi=1,Qi=.82521,Ki=4/29,se=6/29,Xi=3*se*se,nc=se*se*se;function Yi(t){if(t instanceof st)return new st(t.l,t.a,t.b,t.opacity);if(t instanceof mt)return Zi(t);t instanceof B||(t=Or(t));var e=Ir(t.r),n=Ir(t.g),r=Ir(t.b),o=Lr((.2225045*e+.7168786*n+.0606169*r)/Wi),i,s;return e===n&&n===r?i=s=o:(i=Lr((.4360747*e+.3850649*n+.1430804*r)/Ui),s=Lr((.0139322*e+.0971045*n+.7141733*r)/Qi)),new st(116*o-16,500*(i-o),200*(o-s),t.opacity)}function Ji(t,e,n,r){return arguments.length===1?Yi(t):new st(t,e,n,r??1)}function st(t,e,n,r){this.l=+t,this.a=+e,this.b=+n,this.opacity=+r}ue(st,Ji,$e(kt,{brighter(t){return new st(this.l+bn*(t??1),this.a,this.b,this.opacity)},darker(t){return new st(this.l-bn*(t??1),this.a,this.b,this.opacity)},rgb(){var t=(this.l+16)/116,e=isNaN(this.a)?t:t+this.a/500,n=isNaN(this.b)?t:t-this.b/200;return e=Ui*Er(e),t=Wi*Er(t),n=Qi*Er(n),new B(Dr(3.1338561*e-1.6168667*t-.4906146*n),Dr(-.9787684*e+1.9161415*t+.033454*n),Dr(.0719453*e-.2289914*t+1.4052427*n),this.opacity)}}));function Lr(t){return t>nc?Math.pow(t,1/3):t/Xi+Ki}function Er(t){return t>se?t*t*t:Xi*(t-Ki)}function Dr(t){return 255*(t<=.0031308?12.92*t:1.055*Math.pow(t,1/2.4)-.055)}function Ir(t){return(t/=255)<=.04045?t/12.92:Math.pow((t+.055)/1.055,2.4)}function rc(t){if(t instanceof mt)return new mt(t.h,t.c,t.l,t.opacity);if(t instanceof st||(t=Yi(t)),t.a===0&&t.b===0)return new mt(NaN,0<t.l&&t.l<100?0:NaN,t.l,t.opacity);var e=Math.atan2(t.b,t.a)*Gi;return new mt(e<0?e+360:e,Math.sqrt(t.a*t.a+t.b*t.b),t.l,t.opacity)}function xn(t,e,n,r){return arguments.length===1?rc(t):new mt(t,e,n,r??1)}function mt(t,e,n,r){this.h=+t,this.c=+e,this.l=+n,this.opacity=+r}function Zi(t){if(isNaN(t.h))return new st(t.l,0,0,t.opacity);var e=t.h*ji;return new st(t.l,Math.cos(e)*t.c,Math.sin(e)*t.c,t.opacity)}ue(mt,xn,$e(kt,{brighter(t){return new mt(this.h,this.c,this.l+bn*(t??1),this.opacity)},darker(t){return new mt(this.h,this.c,this.l-bn*(t??1),this.opacity)},rgb(){return Zi(this).rgb()}}));var ts=-.14861,Fr=1.78277,qr=-.29227,wn=-.90649,Ne=1.97294,Vi=Ne*wn,Bi=Ne*Fr,Hi=Fr*qr-wn*ts;function oc(t){if(t instanceof qt)return new qt(t.h,t.s,t.l,t.opacity);t instanceof B||(t=Or(t));var e=t.r/255,n=t.g/255,r=t.b/255,o=(Hi*r+Vi*e-Bi*n)/(Hi+Vi-Bi),i=r-o,s=(Ne*(n-o)-qr*i)/wn,a=Math.sqrt(s*s+i*i)/(Ne*o*(1-o)),l=a?Math.atan2(s,i)*Gi-120:NaN;return new qt(l<0?l+360:l,a,o,t.opacity)}function vn(t,e,n,r){return arguments.length===1?oc(t):new qt(t,e,n,r??1)}function qt(t,e,n,r){this.h=+t,this.s=+e,this.l=+n,this.opacity=+r}ue(qt,vn,$e(kt,{brighter(t){return t=t==null?ae:Math.pow(ae,t),new qt(this.h,this.s,this.l*t,this.opacity)},darker(t){return t=t==null?Vt:Math.pow(Vt,t),new qt(this.h,this.s,this.l*t,this.opacity)},rgb(){var t=isNaN(this.h)?0:(this.h+120)*ji,e=+this.l,n=isNaN(this.s)?0:this.s*e*(1-e),r=Math.cos(t),o=Math.sin(t);return new B(255*(e+n*(ts*r+Fr*o)),255*(e+n*(qr*r+wn*o)),255*(e+n*(Ne*r)),this.opacity)}}));function os(t,e,n,r,o){var i=t*t,s=i*t;return((1-3*t+3*i-s)*e+(4-6*i+3*s)*n+(1+3*t+3*i-3*s)*r+s*o)/6}function ic(t){var e=t.length-1;return function(n){var r=n<=0?n=0:n>=1?(n=1,e-1):Math.floor(n*e),o=t[r],i=t[r+1],s=r>0?t[r-1]:2*o-i,a=r<e-1?t[r+2]:2*i-o;return os((n-r/e)*e,s,o,i,a)}}function sc(t){var e=t.length;return function(n){var r=Math.floor(((n%=1)<0?++n:n)*e),o=t[(r+e-1)%e],i=t[r%e],s=t[(r+1)%e],a=t[(r+2)%e];return os((n-r/e)*e,o,i,s,a)}}var Sn=t=>()=>t;function is(t,e){return function(n){return t+n*e}}function ac(t,e,n){return t=Math.pow(t,n),e=Math.pow(e,n)-t,n=1/n,function(r){return Math.pow(t+r*e,n)}}function zr(t,e){var n=e-t;return n?is(t,n>180||n<-180?n-360*Math.round(n/360):n):Sn(isNaN(t)?e:t)}function uc(t){return(t=+t)==1?K:function(e,n){return n-e?ac(e,n,t):Sn(isNaN(e)?n:e)}}function K(t,e){var n=e-t;return n?is(t,n):Sn(isNaN(t)?e:t)}var es=(function t(e){var n=uc(e);function r(o,i){var s=n((o=Ce(o)).r,(i=Ce(i)).r),a=n(o.g,i.g),l=n(o.b,i.b),c=K(o.opacity,i.opacity);return function(f){return o.r=s(f),o.g=a(f),o.b=l(f),o.opacity=c(f),o+""}}return r.gamma=t,r})(1);function ss(t){return function(e){var n=e.length,r=new Array(n),o=new Array(n),i=new Array(n),s,a;for(s=0;s<n;++s)a=Ce(e[s]),r[s]=a.r||0,o[s]=a.g||0,i[s]=a.b||0;return r=t(r),o=t(o),i=t(i),a.opacity=1,function(l){return a.r=r(l),a.g=o(l),a.b=i(l),a+""}}}var Th=ss(ic),Ah=ss(sc);function lc(t,e){e||(e=[]);var n=t?Math.min(e.length,t.length):0,r=e.slice(),o;return function(i){for(o=0;o<n;++o)r[o]=t[o]*(1-i)+e[o]*i;return r}}function cc(t){return ArrayBuffer.isView(t)&&!(t instanceof DataView)}function fc(t,e){var n=e?e.length:0,r=t?Math.min(n,t.length):0,o=new Array(r),i=new Array(n),s;for(s=0;s<r;++s)o[s]=Mn(t[s],e[s]);for(;s<n;++s)i[s]=e[s];return function(a){for(s=0;s<r;++s)i[s]=o[s](a);return i}}function mc(t,e){var n=new Date;return t=+t,e=+e,function(r){return n.setTime(t*(1-r)+e*r),n}}function nt(t,e){return t=+t,e=+e,function(n){return t*(1-n)+e*n}}function pc(t,e){var n={},r={},o;(t===null||typeof t!="object")&&(t={}),(e===null||typeof e!="object")&&(e={});for(o in e)o in t?n[o]=Mn(t[o],e[o]):r[o]=e[o];return function(i){for(o in n)r[o]=n[o](i);return r}}var Br=/[-+]?(?:\d+\.?\d*|\.?\d+)(?:[eE][-+]?\d+)?/g,Vr=new RegExp(Br.source,"g");function hc(t){return function(){return t}}function dc(t){return function(e){return t(e)+""}}function gc(t,e){var n=Br.lastIndex=Vr.lastIndex=0,r,o,i,s=-1,a=[],l=[];for(t=t+"",e=e+"";(r=Br.exec(t))&&(o=Vr.exec(e));)(i=o.index)>n&&(i=e.slice(n,i),a[s]?a[s]+=i:a[++s]=i),(r=r[0])===(o=o[0])?a[s]?a[s]+=o:a[++s]=o:(a[++s]=null,l.push({i:s,x:nt(r,o)})),n=Vr.lastIndex;return n<e.length&&(i=e.slice(n),a[s]?a[s]+=i:a[++s]=i),a.length<2?l[0]?dc(l[0].x):hc(e):(e=l.length,function(c){for(var f=0,m;f<e;++f)a[(m=l[f]).i]=m.x(c);return a.join("")})}function Mn(t,e){var n=typeof e,r;return e==null||n==="boolean"?Sn(e):(n==="number"?nt:n==="string"?(r=le(e))?(e=r,es):gc:e instanceof le?es:e instanceof Date?mc:cc(e)?lc:Array.isArray(e)?fc:typeof e.valueOf!="function"&&typeof e.toString!="function"||isNaN(e)?pc:nt)(t,e)}function as(t,e){return t=+t,e=+e,function(n){return Math.round(t*(1-n)+e*n)}}var ns=180/Math.PI,Hr={translateX:0,translateY:0,rotate:0,skewX:0,scaleX:1,scaleY:1};function us(t,e,n,r,o,i){var s,a,l;return(s=Math.sqrt(t*t+e*e))&&(t/=s,e/=s),(l=t*n+e*r)&&(n-=t*l,r-=e*l),(a=Math.sqrt(n*n+r*r))&&(n/=a,r/=a,l/=a),t*r<e*n&&(t=-t,e=-e,l=-l,s=-s),{translateX:o,translateY:i,rotate:Math.atan2(e,t)*ns,skewX:Math.atan(l)*ns,scaleX:s,scaleY:a}}var kn;function yc(t){let e=new(typeof DOMMatrix=="function"?DOMMatrix:WebKitCSSMatrix)(t+"");return e.isIdentity?Hr:us(e.a,e.b,e.c,e.d,e.e,e.f)}function bc(t){return t==null||(kn||(kn=document.createElementNS("http://www.w3.org/2000/svg","g")),kn.setAttribute("transform",t),!(t=kn.transform.baseVal.consolidate()))?Hr:(t=t.matrix,us(t.a,t.b,t.c,t.d,t.e,t.f))}function ls(t,e,n,r){function o(c){return c.length?c.pop()+" ":""}function i(c,f,m,p,h,d){if(c!==m||f!==p){var g=h.push("translate(",null,e,null,n);d.push({i:g-4,x:nt(c,m)},{i:g-2,x:nt(f,p)})}else(m||p)&&h.push("translate("+m+e+p+n)}function s(c,f,m,p){c!==f?(c-f>180?f+=360:f-c>180&&(c+=360),p.push({i:m.push(o(m)+"rotate(",null,r)-2,x:nt(c,f)})):f&&m.push(o(m)+"rotate("+f+r)}function a(c,f,m,p){c!==f?p.push({i:m.push(o(m)+"skewX(",null,r)-2,x:nt(c,f)}):f&&m.push(o(m)+"skewX("+f+r)}function l(c,f,m,p,h,d){if(c!==m||f!==p){var g=h.push(o(h)+"scale(",null,",",null,")");d.push({i:g-4,x:nt(c,m)},{i:g-2,x:nt(f,p)})}else(m!==1||p!==1)&&h.push(o(h)+"scale("+m+","+p+")")}return function(c,f){var m=[],p=[];return c=t(c),f=t(f),i(c.translateX,c.translateY,f.translateX,f.translateY,m,p),s(c.rotate,f.rotate,m,p),a(c.skewX,f.skewX,m,p),l(c.scaleX,c.scaleY,f.scaleX,f.scaleY,m,p),c=f=null,function(h){for(var d=-1,g=p.length,y;++d<g;)m[(y=p[d]).i]=y.x(h);return m.join("")}}}var Lh=ls(yc,"px, ","px)","deg)"),Eh=ls(bc,", ",")",")"),_c=1e-12;function rs(t){return((t=Math.exp(t))+1/t)/2}function xc(t){return((t=Math.exp(t))-1/t)/2}function wc(t){return((t=Math.exp(2*t))-1)/(t+1)}var Dh=(function t(e,n,r){function o(i,s){var a=i[0],l=i[1],c=i[2],f=s[0],m=s[1],p=s[2],h=f-a,d=m-l,g=h*h+d*d,y,b;if(g<_c)b=Math.log(p/c)/e,y=function(R){return[a+R*h,l+R*d,c*Math.exp(e*R*b)]};else{var x=Math.sqrt(g),_=(p*p-c*c+r*g)/(2*c*n*x),w=(p*p-c*c-r*g)/(2*p*n*x),P=Math.log(Math.sqrt(_*_+1)-_),L=Math.log(Math.sqrt(w*w+1)-w);b=(L-P)/e,y=function(R){var D=R*b,j=rs(P),F=c/(n*x)*(j*wc(e*D+P)-xc(P));return[a+F*h,l+F*d,c*j/rs(e*D+P)]}}return y.duration=Math.abs(b)*1e3*e/Math.SQRT2,y}return o.rho=function(i){var s=Math.max(.001,+i),a=s*s,l=a*a;return t(s,a,l)},o})(Math.SQRT2,2,4);function cs(t){return function(e,n){var r=t((e=_n(e)).h,(n=_n(n)).h),o=K(e.s,n.s),i=K(e.l,n.l),s=K(e.opacity,n.opacity);return function(a){return e.h=r(a),e.s=o(a),e.l=i(a),e.opacity=s(a),e+""}}}var Ih=cs(zr),Oh=cs(K);function fs(t){return function(e,n){var r=t((e=xn(e)).h,(n=xn(n)).h),o=K(e.c,n.c),i=K(e.l,n.l),s=K(e.opacity,n.opacity);return function(a){return e.h=r(a),e.c=o(a),e.l=i(a),e.opacity=s(a),e+""}}}var Fh=fs(zr),qh=fs(K);function ms(t){return(function e(n){n=+n;function r(o,i){var s=t((o=vn(o)).h,(i=vn(i)).h),a=K(o.s,i.s),l=K(o.l,i.l),c=K(o.opacity,i.opacity);return function(f){return o.h=s(f),o.s=a(f),o.l=l(Math.pow(f,n)),o.opacity=c(f),o+""}}return r.gamma=e,r})(1)}var Vh=ms(zr),Bh=ms(K);function vc(t){return Math.abs(t=Math.round(t))>=1e21?t.toLocaleString("en").replace(/,/g,""):t.toString(10)}function Pn(t,e){if(!isFinite(t)||t===0)return null;var n=(t=e?t.toExponential(e-1):t.toExponential()).indexOf("e"),r=t.slice(0,n);return[r.length>1?r[0]+r.slice(2):r,+t.slice(n+1)]}function ce(t){return t=Pn(Math.abs(t)),t?t[1]:NaN}function kc(t,e){return function(n,r){for(var o=n.length,i=[],s=0,a=t[0],l=0;o>0&&a>0&&(l+a+1>r&&(a=Math.max(1,r-l)),i.push(n.substring(o-=a,o+a)),!((l+=a+1)>r));)a=t[s=(s+1)%t.length];return i.reverse().join(e)}}function Sc(t){return function(e){return e.replace(/[0-9]/g,function(n){return t[+n]})}}var Mc=/^(?:(.)?([<>=^]))?([+\-( ])?([$#])?(0)?(\d+)?(,)?(\.\d+)?(~)?([a-z%])?$/i;function fe(t){if(!(e=Mc.exec(t)))throw new Error("invalid format: "+t);var e;return new jr({fill:e[1],align:e[2],sign:e[3],symbol:e[4],zero:e[5],width:e[6],comma:e[7],precision:e[8]&&e[8].slice(1),trim:e[9],type:e[10]})}fe.prototype=jr.prototype;function jr(t){this.fill=t.fill===void 0?" ":t.fill+"",this.align=t.align===void 0?">":t.align+"",this.sign=t.sign===void 0?"-":t.sign+"",this.symbol=t.symbol===void 0?"":t.symbol+"",this.zero=!!t.zero,this.width=t.width===void 0?void 0:+t.width,this.comma=!!t.comma,this.precision=t.precision===void 0?void 0:+t.precision,this.trim=!!t.trim,this.type=t.type===void 0?"":t.type+""}jr.prototype.toString=function(){return this.fill+this.align+this.sign+this.symbol+(this.zero?"0":"")+(this.width===void 0?"":Math.max(1,this.width|0))+(this.comma?",":"")+(this.precision===void 0?"":"."+Math.max(0,this.precision|0))+(this.trim?"~":"")+this.type};function Rc(t){t:for(var e=t.length,n=1,r=-1,o;n<e;++n)switch(t[n]){case".":r=o=n;break;case"0":r===0&&(r=n),o=n;break;default:if(!+t[n])break t;r>0&&(r=0);break}return r>0?t.slice(0,r)+t.slice(o+1):t}var Nn;function Pc(t,e){var n=Pn(t,e);if(!n)return Nn=void 0,t.toPrecision(e);var r=n[0],o=n[1],i=o-(Nn=Math.max(-8,Math.min(8,Math.floor(o/3)))*3)+1,s=r.length;return i===s?r:i>s?r+new Array(i-s+1).join("0"):i>0?r.slice(0,i)+"."+r.slice(i):"0."+new Array(1-i).join("0")+Pn(t,Math.max(0,e+i-1))[0]}function ps(t,e){var n=Pn(t,e);if(!n)return t+"";var r=n[0],o=n[1];return o<0?"0."+new Array(-o).join("0")+r:r.length>o+1?r.slice(0,o+1)+"."+r.slice(o+1):r+new Array(o-r.length+2).join("0")}var hs={"%":(t,e)=>(t*100).toFixed(e),b:t=>Math.round(t).toString(2),c:t=>t+"",d:vc,e:(t,e)=>t.toExponential(e),f:(t,e)=>t.toFixed(e),g:(t,e)=>t.toPrecision(e),o:t=>Math.round(t).toString(8),p:(t,e)=>ps(t*100,e),r:ps,s:Pc,X:t=>Math.round(t).toString(16).toUpperCase(),x:t=>Math.round(t).toString(16)};function ds(t){return t}var gs=Array.prototype.map,ys=["y","z","a","f","p","n","\xB5","m","","k","M","G","T","P","E","Z","Y"];function Nc(t){var e=t.grouping===void 0||t.thousands===void 0?ds:kc(gs.call(t.grouping,Number),t.thousands+""),n=t.currency===void 0?"":t.currency[0]+"",r=t.currency===void 0?"":t.currency[1]+"",o=t.decimal===void 0?".":t.decimal+"",i=t.numerals===void 0?ds:Sc(gs.call(t.numerals,String)),s=t.percent===void 0?"%":t.percent+"",a=t.minus===void 0?"\u2212":t.minus+"",l=t.nan===void 0?"NaN":t.nan+"";function c(m,p){m=fe(m);var h=m.fill,d=m.align,g=m.sign,y=m.symbol,b=m.zero,x=m.width,_=m.comma,w=m.precision,P=m.trim,L=m.type;L==="n"?(_=!0,L="g"):hs[L]||(w===void 0&&(w=12),P=!0,L="g"),(b||h==="0"&&d==="=")&&(b=!0,h="0",d="=");var R=(p&&p.prefix!==void 0?p.prefix:"")+(y==="$"?n:y==="#"&&/[boxX]/.test(L)?"0"+L.toLowerCase():""),D=(y==="$"?r:/[%p]/.test(L)?s:"")+(p&&p.suffix!==void 0?p.suffix:""),j=hs[L],F=/[defgprs%]/.test(L);w=w===void 0?6:/[gprs]/.test(L)?Math.max(1,Math.min(21,w)):Math.max(0,Math.min(20,w));function G(M){var E=R,Z=D,Xt,To,je;if(L==="c")Z=j(M)+Z,M="";else{M=+M;var Ge=M<0||1/M<0;if(M=isNaN(M)?l:j(Math.abs(M),w),P&&(M=Rc(M)),Ge&&+M==0&&g!=="+"&&(Ge=!1),E=(Ge?g==="("?g:a:g==="-"||g==="("?"":g)+E,Z=(L==="s"&&!isNaN(M)&&Nn!==void 0?ys[8+Nn/3]:"")+Z+(Ge&&g==="("?")":""),F){for(Xt=-1,To=M.length;++Xt<To;)if(je=M.charCodeAt(Xt),48>je||je>57){Z=(je===46?o+M.slice(Xt+1):M.slice(Xt))+Z,M=M.slice(0,Xt);break}}}_&&!b&&(M=e(M,1/0));var Ue=E.length+M.length+Z.length,ct=Ue<x?new Array(x-Ue+1).join(h):"";switch(_&&b&&(M=e(ct+M,ct.length?x-Z.length:1/0),ct=""),d){case"<":M=E+M+Z+ct;break;case"=":M=E+ct+M+Z;break;case"^":M=ct.slice(0,Ue=ct.length>>1)+E+M+Z+ct.slice(Ue);break;default:M=ct+E+M+Z;break}return i(M)}return G.toString=function(){return m+""},G}function f(m,p){var h=Math.max(-8,Math.min(8,Math.floor(ce(p)/3)))*3,d=Math.pow(10,-h),g=c((m=fe(m),m.type="f",m),{suffix:ys[8+h/3]});return function(y){return g(d*y)}}return{format:c,formatPrefix:f}}var Rn,$n,Gr;$c({thousands:",",grouping:[3],currency:["$",""]});function $c(t){return Rn=Nc(t),$n=Rn.format,Gr=Rn.formatPrefix,Rn}function bs(t){return Math.max(0,-ce(Math.abs(t)))}function _s(t,e){return Math.max(0,Math.max(-8,Math.min(8,Math.floor(ce(e)/3)))*3-ce(Math.abs(t)))}function xs(t,e){return t=Math.abs(t),e=Math.abs(e)-t,Math.max(0,ce(e)-ce(t))+1}function Wr(t,e){switch(arguments.length){case 0:break;case 1:this.range(t);break;default:this.range(e).domain(t);break}return this}function Cc(t){return function(){return t}}function Tc(t){return+t}var ws=[0,1];function me(t){return t}function Ur(t,e){return(e-=t=+t)?function(n){return(n-t)/e}:Cc(isNaN(e)?NaN:.5)}function Ac(t,e){var n;return t>e&&(n=t,t=e,e=n),function(r){return Math.max(t,Math.min(e,r))}}function Lc(t,e,n){var r=t[0],o=t[1],i=e[0],s=e[1];return o<r?(r=Ur(o,r),i=n(s,i)):(r=Ur(r,o),i=n(i,s)),function(a){return i(r(a))}}function Ec(t,e,n){var r=Math.min(t.length,e.length)-1,o=new Array(r),i=new Array(r),s=-1;for(t[r]<t[0]&&(t=t.slice().reverse(),e=e.slice().reverse());++s<r;)o[s]=Ur(t[s],t[s+1]),i[s]=n(e[s],e[s+1]);return function(a){var l=di(t,a,1,r)-1;return i[l](o[l](a))}}function Qr(t,e){return e.domain(t.domain()).range(t.range()).interpolate(t.interpolate()).clamp(t.clamp()).unknown(t.unknown())}function Kr(){var t=ws,e=ws,n=Mn,r,o,i,s=me,a,l,c;function f(){var p=Math.min(t.length,e.length);return s!==me&&(s=Ac(t[0],t[p-1])),a=p>2?Ec:Lc,l=c=null,m}function m(p){return p==null||isNaN(p=+p)?i:(l||(l=a(t.map(r),e,n)))(r(s(p)))}return m.invert=function(p){return s(o((c||(c=a(e,t.map(r),nt)))(p)))},m.domain=function(p){return arguments.length?(t=Array.from(p,Tc),f()):t.slice()},m.range=function(p){return arguments.length?(e=Array.from(p),f()):e.slice()},m.rangeRound=function(p){return e=Array.from(p),n=as,f()},m.clamp=function(p){return arguments.length?(s=p?!0:me,f()):s!==me},m.interpolate=function(p){return arguments.length?(n=p,f()):n},m.unknown=function(p){return arguments.length?(i=p,m):i},function(p,h){return r=p,o=h,f()}}function Dc(){return Kr()(me,me)}function Ic(t,e,n,r){var o=_i(t,e,n),i;switch(r=fe(r??",f"),r.type){case"s":{var s=Math.max(Math.abs(t),Math.abs(e));return r.precision==null&&!isNaN(i=_s(o,s))&&(r.precision=i),Gr(r,s)}case"":case"e":case"g":case"p":case"r":{r.precision==null&&!isNaN(i=xs(o,Math.max(Math.abs(t),Math.abs(e))))&&(r.precision=i-(r.type==="e"));break}case"f":case"%":{r.precision==null&&!isNaN(i=bs(o))&&(r.precision=i-(r.type==="%")*2);break}}return $n(r)}function Ps(t){var e=t.domain;return t.ticks=function(n){var r=e();return cn(r[0],r[r.length-1],n??10)},t.tickFormat=function(n,r){var o=e();return Ic(o[0],o[o.length-1],n??10,r)},t.nice=function(n){n==null&&(n=10);var r=e(),o=0,i=r.length-1,s=r[o],a=r[i],l,c,f=10;for(a<s&&(c=s,s=a,a=c,c=o,o=i,i=c);f-- >0;){if(c=ln(s,a,n),c===l)return r[o]=s,r[i]=a,e(r);if(c>0)s=Math.floor(s/c)*c,a=Math.ceil(a/c)*c;else if(c<0)s=Math.ceil(s*c)/c,a=Math.floor(a*c)/c;else break;l=c}return t},t}function X(){var t=Dc();return t.copy=function(){return Qr(t,X())},Wr.apply(t,arguments),Ps(t)}function Oc(t,e){t=t.slice();var n=0,r=t.length-1,o=t[n],i=t[r],s;return i<o&&(s=n,n=r,r=s,s=o,o=i,i=s),t[n]=e.floor(o),t[r]=e.ceil(i),t}function vs(t){return Math.log(t)}function ks(t){return Math.exp(t)}function Fc(t){return-Math.log(-t)}function qc(t){return-Math.exp(-t)}function Vc(t){return isFinite(t)?+("1e"+t):t<0?0:t}function Bc(t){return t===10?Vc:t===Math.E?Math.exp:e=>Math.pow(t,e)}function Hc(t){return t===Math.E?Math.log:t===10&&Math.log10||t===2&&Math.log2||(t=Math.log(t),e=>Math.log(e)/t)}function Ss(t){return(e,n)=>-t(-e,n)}function zc(t){let e=t(vs,ks),n=e.domain,r=10,o,i;function s(){return o=Hc(r),i=Bc(r),n()[0]<0?(o=Ss(o),i=Ss(i),t(Fc,qc)):t(vs,ks),e}return e.base=function(a){return arguments.length?(r=+a,s()):r},e.domain=function(a){return arguments.length?(n(a),s()):n()},e.ticks=a=>{let l=n(),c=l[0],f=l[l.length-1],m=f<c;m&&([c,f]=[f,c]);let p=o(c),h=o(f),d,g,y=a==null?10:+a,b=[];if(!(r%1)&&h-p<y){if(p=Math.floor(p),h=Math.ceil(h),c>0){for(;p<=h;++p)for(d=1;d<r;++d)if(g=p<0?d/i(-p):d*i(p),!(g<c)){if(g>f)break;b.push(g)}}else for(;p<=h;++p)for(d=r-1;d>=1;--d)if(g=p>0?d/i(-p):d*i(p),!(g<c)){if(g>f)break;b.push(g)}b.length*2<y&&(b=cn(c,f,y))}else b=cn(p,h,Math.min(h-p,y)).map(i);return m?b.reverse():b},e.tickFormat=(a,l)=>{if(a==null&&(a=10),l==null&&(l=r===10?"s":","),typeof l!="function"&&(!(r%1)&&(l=fe(l)).precision==null&&(l.trim=!0),l=$n(l)),a===1/0)return l;let c=Math.max(1,r*a/e.ticks().length);return f=>{let m=f/i(Math.round(o(f)));return m*r<r-.5&&(m*=r),m<=c?l(f):""}},e.nice=()=>n(Oc(n(),{floor:a=>i(Math.floor(o(a))),ceil:a=>i(Math.ceil(o(a)))})),e}function Xr(){let t=zc(Kr()).domain([1,10]);return t.copy=()=>Qr(t,Xr()).base(t.base()),Wr.apply(t,arguments),t}function Ms(t){return function(e){return Math.sign(e)*Math.log1p(Math.abs(e/t))}}function Rs(t){return function(e){return Math.sign(e)*Math.expm1(Math.abs(e))*t}}function jc(t){var e=1,n=t(Ms(e),Rs(e));return n.constant=function(r){return arguments.length?t(Ms(e=+r),Rs(e)):e},Ps(n)}function Yr(){var t=jc(Kr());return t.copy=function(){return Qr(t,Yr()).constant(t.constant())},Wr.apply(t,arguments)}function Y(t,[e,n]){return t>=e&&t<=n}function Bt(t,e,n){let[r,o]=e,i=[r,Math.max(r+1,o)];return t==="log"?Yr(i,n).constant(1):X(i,n)}function H(t){return 6.3*t.length}function Ns(t,e,n){let[r,o]=[e[0],Math.max(e[0]+1,e[1])],i=Bt(t,[r,o],n);if(t==="linear"||o+1<3*(r+1)){let a=(n[1]-n[0])/(H(v(o))+24);return X([r,o],n).ticks(Math.max(1,Math.floor(a))).filter(Number.isInteger)}let s=Math.floor(Math.log2(o))+1;for(let a=1;a<s;a++){let l=Gc(s,a).filter(c=>Y(c,[r,o]));if(Uc(l,i))return l}return[r,2**(s-1)]}function Gc(t,e){let n=[0];for(let r=0;r<t;r+=e)n.push(2**r);return n}function Uc(t,e){return t.every((n,r)=>{if(r===0)return!0;let o=t[r-1],i=(H(v(n))+H(v(o)))/2;return e(n)-e(o)>=i+6})}function Ht(t,e,n=NaN){let r=1/0,o=-1/0;if(t.forEach((l,c)=>{if(!Number.isFinite(l))return;let f=Number.isFinite(e[c])?e[c]:0;r=Math.min(r,l-f),o=Math.max(o,l+f)}),r>o)return[0,1];let i=Math.max(Math.abs(o)*.01,Number.isFinite(n)?n*.005:0,1e-8),s=Math.max(0,i-(o-r)),a=Math.min(s/2,Math.max(r,0));return[r-a,o+s-a]}function Cn(t,e){let n=.5*(t[1]-t[0]);return e<t[0]-n||e>t[1]+n?t:[Math.min(t[0],e),Math.max(t[1],e)]}function Te(t,e,n){return Math.max(0,mn(t,r=>Math.abs(e(r)-n)))}function $s(t,e,n,r){let o=[];t.forEach((i,s)=>o.push(Math.max(i,s?o[s-1]+e:n)));for(let i=o.length-1,s=r;i>=0;i--,s=o[i+1]-e)o[i]>s&&(o[i]=s);return o}var jt=236,zt={left:48,top:24,bottom:jt-34},Cs={top:22,bottom:24},Ts={accuracy:40,none:14};function Jr(t,e,n){return{...zt,right:n,stepAxis:t,steps:e,x:Bt(t,e,[zt.left+4,n-4])}}function As(t,e,n,r){let{quantity:o,stepAxis:i,steps:s}=n,a=n.accuracyDomain&&o.key!=="accuracy",l=o.read(t),c=o.readSpread(t)??Wc(l,o.readErrors?.(t)??[]),f=o.references?.(t)??[],m=[...[l,...c].flatMap(g=>Tn(t,g,s)),...e.flatMap(({series:g})=>Tn(g,o.read(g),s))],p=Ht(m,[],o.wholeVariance?.(t)),h=f.reduce((g,{value:y})=>Cn(g,y),p),d=[zt.bottom-Cs.bottom,zt.top+Cs.top];return{...Jr(i,s,r-(a?Ts.accuracy:Ts.none)),width:r,label:o.label,quantity:o,y:X(h,d),accuracy:a?X(n.accuracyDomain,d):null,values:l,band:c,references:f}}function Wc(t,e){let n=r=>Number.isFinite(e[r])?e[r]:0;return[t.map((r,o)=>r-n(o)),t.map((r,o)=>r+n(o))]}function Tn({steps:t},e,n){return e.filter((r,o)=>Y(t[o],n))}function Ls(t){let e=t.flatMap(({column:n})=>n("probe_accuracy"));return e.some(Number.isFinite)?Ht(e,[]):null}function pe(t,e){let n=e.flatMap(r=>t.wholeVariance?.(r)??[]).filter(Number.isFinite);return Ht(e.flatMap(t.read),[],Math.max(0,...n))}var Zr=["#009e73","#cc79a7","#8c6bb1","#e69f00","#7f7f7f","#56b4e9","#d55e00","#0072b2"],Es=["","5 2.5","1.5 2.5","8 2.5 1.5 2.5"];function Ln(t){return Zr[t%Zr.length]}function Is(t,e){let n=new Map;return new Map(t.map(r=>{let o=e.get(r),i=n.get(o)??0;return n.set(o,i+1),[r,Es[i%Es.length]]}))}var En=An(["#440154","#482878","#3e4989","#31688e","#26828e","#1f9e89","#35b779","#6ece58","#b5de2b","#fde725"]),Ds={red:"var(--red)",green:"var(--green)",blue:"var(--blue)",grey:"var(--grey)",chroma:"var(--chroma)"};function Os(t,e,n,r,o){return Object.hasOwn(Ds,t)?Ds[t]:r?Gt(e,n,o):Qc(Ln(e),Math.floor(e/Zr.length),o)}function Qc(t,e,n){if(!e)return t;let r=e%2===1;return An([t,r===(n==="light")?"#000000":"#ffffff"])(.45)}var Kc={light:An(["#762a83","#af8dc3","#f4f2f5","#7fbf7b","#1b7837"]),dark:An(["#d9a8ec","#8d5fa3","#454347","#4c8a58","#8fdca3"])};function to(t,e){return Kc[e]((t+1)/2)}function Gt(t,e,n){let[r,o]=n==="dark"?[.42,.95]:[.04,.66];return En(r+(o-r)*(e>1?t/(e-1):.5))}function An(t){let e=t.map(n=>[1,3,5].map(r=>Number.parseInt(n.slice(r,r+2),16)));return n=>{let r=Math.min(1,Math.max(0,n))*(e.length-1),o=Math.min(e.length-2,Math.floor(r));return`rgb(${e[o].map((s,a)=>Math.round(s+(r-o)*(e[o+1][a]-s))).join(",")})`}}function Fs(t){if(window.parent===window)return;let e=new MessageChannel;e.port1.onmessage=n=>{let r=JSON.parse(n.data);if(r.isReply)return;t[r.type]?.(r.payload);let o={type:r.type,id:r.id,payload:null,error:null,isReply:!0};e.port1.postMessage(JSON.stringify(o))},window.parent.postMessage("experimental.bootstrap","*",[e.port2])}function Ae(t){return t.replaceAll(/(seed[-_=]?)\d+/gi,"$1*")}function qs(t){let e=new Map;for(let n of t){let r=Ae(n.summary.run);e.set(r,[...e.get(r)??[],n])}return[...e].map(([n,r])=>{let o=r.filter(({rows:i})=>i.some(({steps:s})=>s.length));return o.length>1?Xc(n,o):o[0]??r[0]})}function Xc(t,e){let n=e[0],o=n.rows.map(({key:m})=>m).filter(m=>e.every(({rows:p})=>p.some(h=>h.key===m))),i=o.map(m=>Yc(e.map(p=>p.rows.find(h=>h.key===m)))),s=o.flatMap((m,p)=>Jc(i[p],e)??[]),a=i[0]?.steps.at(-1)??null,l=e.flatMap(({summary:m})=>m.error??[]).join(" ")||null,c={...n.summary,run:t,num_steps:i[0]?.steps.length??0,last_step:a,error:l},f=Vs(e.filter(({advice:m})=>m?.step!=null),({advice:m})=>m.step);return{summary:c,rows:i,reports:s,advice:Zc(f),answers:f?.answers,numSeeds:e.length}}function Yc(t){let[e,...n]=t,r=e.steps.filter(l=>n.every(c=>c.steps.includes(l))),o=t.map(l=>r.map(c=>l.steps.indexOf(c))),i=(l,c)=>t.map((f,m)=>f.column(l)[o[m][c]]).filter(Number.isFinite),s=l=>c=>r.map((f,m)=>l(i(c,m))??NaN),a=()=>r.map((l,c)=>[...new Set(t.flatMap((f,m)=>f.flags()[o[m][c]]))]);return Tr({...e,steps:r,column:s(vi),flags:a,spread:l=>[s(Re)(l),s(Me)(l)]})}function Jc({row:t},e){let n=e.flatMap(a=>A(a.reports,t)??[]),r=n.filter(a=>a.minimum_step!=null);if(!r.length)return n[0];let o=Vs(r,a=>a.minimum_step),i=r.map(a=>a.minimum_interval??[a.minimum_step,a.minimum_step]),s=n.filter(a=>a.has_increase).length;return{...o,minimum_interval:[Re(i,([a])=>a),Me(i,([,a])=>a)],has_increase:s>n.length/2,forgotten:o.forgotten&&`${o.forgotten} (In the run with the middle minimum.)`,description:`${o.description}. Phases of the run with the middle minimum; ${s} of ${n.length} runs have an increase`}}function Zc(t){return t?{...t.advice,text:`${t.advice.text} (In the run with the middle step.)`}:null}function Vs(t,e){let n=ki(t,e);return t.toSorted((r,o)=>Math.abs(e(r)-n)-Math.abs(e(o)-n))[0]}var Dn={format:W,tickFormat:"~%"},Bs="mean squared error per input element",js=[{...J("loss","reconstruction_loss","reconstruction loss",Bs,"low"),...zs("reconstruction_loss"),readErrors:t=>t.column("reconstruction_stderr")},{...J("relative","reconstruction_loss","loss, first = 1","share of the loss at the first probe step","low"),read:t=>Hs(t,t.column("reconstruction_loss")),readErrors:t=>Hs(t,t.column("reconstruction_stderr")),readSpread:()=>{},wholeVariance:t=>Le(t)/Us(t)},{...J("limit","reconstruction_loss_limit","loss at unlimited rows",Bs,"low"),...zs("reconstruction_loss_limit"),readErrors:t=>t.column("reconstruction_loss_limit_stderr")},{...J("explained","explained_variance","explained variance","share of the variance of the input","high"),...Dn,readErrors:t=>Ws(t.column("reconstruction_stderr"),Le(t)),references:t=>{let e=1-vt(t,"pca_bound")/Le(t);return Qs(0,e,Ks(t,"explained_variance"))},wholeVariance:()=>1},eo("accuracy","probe_accuracy","probe accuracy","linear probe, share of held-out rows"),J("probe_loss","probe_loss","probe loss","cross-entropy of the linear probe, nats","low"),eo("model_accuracy","model_accuracy","model accuracy","the model itself, share of held-out rows"),J("model_loss","model_loss","model loss","of the model itself, on held-out rows","low"),J("freedom","degrees_of_freedom","degrees of freedom","of the decoder",null),J("ridge","ridge","ridge","units of the mean feature variance",null),J("seconds","probe_seconds","probe seconds","seconds of the probe step",null)];function Gs(t){let n=[...new Set(t.flatMap(i=>i.metricNames))].flatMap(i=>/^transfer_(.+)_(?:accuracy|loss)$/.exec(i)?.[1]??[]),r=[...new Set(n)].flatMap(i=>[eo(`transfer_${i}_accuracy`,`transfer_${i}_accuracy`,`${i} accuracy`,`linear probe of '${i}', share of held-out rows`),J(`transfer_${i}_loss`,`transfer_${i}_loss`,`${i} loss`,`cross-entropy of the linear probe of '${i}', nats`,"low")]),o=[...js,...r];return[...o,...tf(t,o)].filter(i=>t.some(s=>i.read(s).some(Number.isFinite)))}function tf(t,e){return[...new Map(t.flatMap(r=>[...r.described])).values()].flatMap(({name:r,label:o,unit:i,better:s,isShare:a,part:l})=>{if(l||e.some(f=>f.column===r))return[];let c=e.some(f=>f.key===r)?`own ${r}`:r;return[{...J(c,r,o,i,s),...a&&Dn}]})}function Hs(t,e){return Ws(e,Us(t))}function Us({column:t}){return t("reconstruction_loss").find(Number.isFinite)??NaN}function Ws(t,e){return t.map(n=>n/e)}function Ut(t,e){return t.find(n=>n.key===e)??js[0]}function In({key:t}){return["loss","relative","limit","explained"].includes(t)}function pt(t,e){return{...J("","",t,"",null),...e&&Dn}}function J(t,e,n,r,o){return{key:t,column:e,label:n,unit:r,better:o,format:q,read:s=>s.column(e),readSpread:s=>s.spread?.(e)}}function eo(t,e,n,r){return{...J(t,e,n,r,"high"),...Dn}}function zs(t){return{references:e=>Qs(Le(e),vt(e,"pca_bound"),Ks(e,t)),wholeVariance:Le}}function Qs(t,e,n){return Object.entries({"mean image":t,"PCA bound":e,untrained:n}).map(([o,i])=>({label:o,value:i})).filter(({value:o})=>Number.isFinite(o))}function Le(t){return vt(t,"mean_image_loss")}function Ks({steps:t,column:e},n){return t[0]===0?e(n)[0]:NaN}var Xs="-probe_loss";function Ys(t){return t.flatMap(e=>e.key==="probe_loss"?[e,{...e,key:Xs,label:"probe loss, turned",isTurned:!0}]:[e])}var ef=[{key:"portrait",label:"phase portrait",axes:["accuracy","explained"]},{key:"information",label:"information plane",axes:["explained","label_information"]},{key:"information",label:"information plane",axes:["explained",Xs]},{key:"binned",label:"binned mutual information",axes:["binned_information_input","binned_information_label"]}];function Js(t){let e=ef.filter(n=>n.axes.every(r=>t.some(o=>o.key===r)));return e.filter(({key:n},r)=>e.findIndex(o=>o.key===n)===r)}var Wt=["curves","portrait","map","images","compare","breakdowns"],nf=10,Zs=["accuracy","explained"];function io(t){let[e,n]=ro(t.axes)??[],r=(t.zoom??"").split("-").map(Number);return{view:Wt.find(o=>o===t.view)??"curves",run:t.run??"",others:ro(t.with),layers:ro(t.layers),stepAxis:t.x==="linear"?"linear":"log",metric:t.y??"",step:no(t.step),zoom:r.length===2&&r.every(ta)&&r[1]>r[0]?[r[0],r[1]]:null,grouped:t.seeds==="grouped",portrait:e&&n?[e,n]:Zs,kind:t.kind??"",unit:t.unit==="loss"?"loss":"explained",from:no(t.from),to:no(t.to),against:t.against==="input"||t.against==="step"?t.against:null}}function no(t){return t&&ta(Number(t))?Number(t):null}function ta(t){return Number.isSafeInteger(t)&&t>=0}function so(t){let{view:e,run:n,others:r,layers:o,stepAxis:i,metric:s,step:a,zoom:l,grouped:c,portrait:f}=t,{kind:m,unit:p,from:h,to:d,against:g}=t;return{...e!=="curves"&&{view:e},...n&&{run:n},...r&&{with:oo(r)},...o&&{layers:oo(o)},x:i,...s&&{y:s},...a!==null&&{step:String(a)},...l&&{zoom:l.join("-")},...c&&{seeds:"grouped"},...f.join()!==Zs.join()&&{axes:oo(f)},...m&&{kind:m},...p!=="explained"&&{unit:p},...h!==null&&{from:String(h)},...d!==null&&{to:String(d)},...g&&{against:g}}}var rf=["map","compare"];function On({metric:t,view:e}){return t||(rf.includes(e)?"explained":"loss")}function ro(t){return t===void 0?null:t.split(",").filter(Boolean).map(rn)}function oo(t){return t.map(encodeURIComponent).join(",")}function ea(t,e){return t.find(({run:n})=>n===e)??ra(t)[0]}function na(t,e,n){let r=t.filter(({run:i})=>i!==e);if(n)return r.filter(({run:i})=>n.includes(i));let o=ra(r.filter(({num_steps:i})=>i)).slice(0,nf-1);return r.filter(i=>o.includes(i))}function Fn(t,e){return e?.length&&!e.some(n=>t.includes(n))?null:e}function ra(t){return t.toSorted((e,n)=>n.last_wall_time-e.last_wall_time)}var Ee={frequency:{name:"spatial frequency",title:"by spatial frequency, cycles per pixel",isOrdered:!0},component:{name:"principal component",title:"by principal component",isOrdered:!0},colour:{name:"grey and colour",title:"by grey and colour"},channel:{name:"colour channel",title:"by colour channel"},position:{name:"image position",title:"by image position"},class:{name:"class",title:"by class"},difficulty:{name:"difficulty",title:"by difficulty of the rows",isOrdered:!0}},oa=64,of=20,sf=8;function ht(t){return Object.hasOwn(Ee,t)?Ee[t]:{name:t,title:`by ${t}`}}function ia(t,e){return t.metricNames.flatMap(r=>{let o=sa(t,r);return o?.kind!==e?[]:[{name:o.name,losses:t.column(r),meanImageLoss:o.meanImageLoss}]}).filter(({losses:r})=>r.some(Number.isFinite)).slice(0,oa)}function sa(t,e){let n=t.described.get(e);if(n)return n.part;let[,r,o]=/^reconstruction_loss_([a-z]+)_(.+)$/.exec(e)??[];return!r||!Object.hasOwn(Ee,r)?null:{kind:r,name:o.replaceAll("_"," "),meanImageLoss:NaN}}function aa(t){let e=new Set(t.flatMap(r=>r.metricNames.flatMap(o=>sa(r,o)?.kind??[])));return[...Object.keys(Ee).filter(r=>e.has(r)),...[...e].filter(r=>!Object.hasOwn(Ee,r))].filter(r=>t.some(o=>ia(o,r).length)).slice(0,of)}function De(t,e,n){let r=ia(t,e);if(!r.length)return null;let o=r.filter(({meanImageLoss:a})=>Number.isFinite(a)),i=o.length?n:"loss",s=(i==="loss"?r:o).map(({name:a,losses:l,meanImageLoss:c})=>({name:a,values:i==="loss"?l:l.map(f=>1-f/c)}));return{kind:e,unit:i,parts:s}}function he(t){return t==="loss"?"reconstruction loss":"explained variance"}function ao(t){return t==="loss"?q:W}function qn({name:t,from:e,to:n},r,[o,i]){let s=ao(r);return`${t}: ${s(e)} at step ${v(o)}, ${s(n)} at step ${v(i)}`}function de(t,e){if(!Number.isFinite(t))return"\u2013";let n=e==="loss"?q(Math.abs(t)):(100*Math.abs(t)).toFixed(1);return/[1-9]/.test(n)?`${t<0?"\u2212":"+"}${n}`:n}function ua(t,e){if(e||t.length<=sf)return new Set(t.map(({name:o})=>o));let n=({values:o})=>o.findLast(Number.isFinite)??NaN,r=t.toSorted((o,i)=>n(i)-n(o)).map(({name:o})=>o);return new Set([...r.slice(0,3),...r.slice(-3)])}function la(t,e,{from:n,to:r,step:o}){let{steps:i}=t;if(!i.length)return null;let[s,a]=[n??e?.minimum_step??i[0],r??o??i.at(-1)],[l,c]=[i[V(i,s)],i[V(i,a)]];return[Math.min(l,c),Math.max(l,c)]}function ca({unit:t,parts:e},{steps:n},[r,o]){let[i,s]=[n.indexOf(r),n.indexOf(o)];return e.map(({name:a,values:l})=>{let[c,f]=[l[i]??NaN,l[s]??NaN],m=f-c;return{name:a,from:c,to:f,change:m,isLost:t==="loss"?m>0:m<0}})}function uo(t){let e=t.flatMap(o=>{let i=/^row (\d+) column (\d+)$/.exec(o.name);return i?[{...o,row:Number(i[1])-1,column:Number(i[2])-1}]:[]}),n=Math.max(0,...e.map(({row:o})=>o+1)),r=Math.max(0,...e.map(({column:o})=>o+1));return e.length<t.length||e.length<2||Math.max(n,r)>oa?null:{numRows:n,numColumns:r,cells:e}}function rt({title:t,name:e=t.toLowerCase(),kind:n,value:r,options:o,choose:i}){return u("label",{class:n,children:[u("span",{class:"control-name",children:t}),u("select",{name:e,value:r,onChange:s=>i(s.currentTarget.value),children:o.map(([s,a])=>u("option",{value:s,children:a},s))})]})}function Ie(t,e){return(e===null||t.includes(e)?t:[e,...t]).map(r=>[String(r),`step ${v(r)}`])}function Oe(t){return t===""?null:Number(t)}function dt({name:t,value:e,options:n,choose:r}){return u("fieldset",{class:"choice",children:[u("legend",{class:"control-name",children:t}),u("div",{class:"segments",children:Object.entries(n).map(([o,i])=>u("label",{children:[u("input",{type:"radio",name:t,value:o,checked:o===e,onChange:()=>r(o)}),u("span",{children:i})]},o))})]})}function at(t){return class extends Yt{shouldComponentUpdate(e){return[...new Set([...Object.keys(this.props),...Object.keys(e)])].some(r=>this.props[r]!==e[r])}render(e){return u(t,{...e})}}}function ut(t){let e=N(null),[n,r]=C(t);return U(()=>{let o=new ResizeObserver(([i])=>{let s=Math.floor(i.contentRect.width);s>0&&r(s)});return o.observe(e.current),()=>o.disconnect()},[]),[e,n]}var gt={height:10,gap:10,room:44,parts:41};function fa(t,e){return t.numRows*ma(t,e)+gt.gap+gt.room}function ma({numColumns:t},e){return Math.max(8,Math.min(52,Math.floor((e-8)/t)))}function pa({grid:t,unit:e,most:n,steps:r,width:o,theme:i}){let{numRows:s,numColumns:a,cells:l}=t,c=ma(t,o),f=e==="loss"?-1:1,m=4;return u("g",{class:"grid-map",children:[l.map(p=>{let{name:h,row:d,column:g,change:y}=p,b=f*y/n;return u("g",{transform:`translate(${m+g*c},${d*c})`,children:[u("title",{children:qn(p,e,r)}),Number.isFinite(y)?u("rect",{width:c-2,height:c-2,fill:to(b,i)}):u("rect",{class:"missing",width:c-2,height:c-2}),c>=36&&u("text",{class:Math.abs(b)>.62?"on-strong":"on-weak",x:c/2-1,y:c/2-1,dy:"0.32em","text-anchor":"middle",children:de(y,e)})]},h)}),u(af,{left:m,top:s*c+gt.gap,width:Math.min(o-8,Math.max(230,a*c-2)),most:n,sign:f,unit:e,theme:i})]})}function af({left:t,top:e,width:n,most:r,sign:o,unit:i,theme:s}){let a=n/gt.parts;return u("g",{class:"color-legend",transform:`translate(${t},${e})`,children:[Array.from({length:gt.parts},(l,c)=>u("rect",{x:c*a,width:a+.4,height:gt.height,fill:to(2*c/(gt.parts-1)-1,s)},c)),u("text",{y:gt.height+13,children:[de(-o*r,i)," forgotten"]}),u("text",{x:n,y:gt.height+13,"text-anchor":"end",children:["learned ",de(o*r,i)]})]})}var Vn=18,ha=26,uf=24,lf=62;function cf(t,e){let n=0;return{placed:t.map(o=>{let i=uo(o.changes),s=n;return n+=ha+(i?fa(i,e):o.changes.length*Vn+uf)+10,{...o,grid:i,top:s}}),height:n}}function ff({name:t,sections:e,steps:n,theme:r}){let[o,i]=ut(360),{placed:s,height:a}=k(()=>cf(e,i),[e,i]),l=k(()=>mf(e,i),[e,i]);return u("div",{ref:o,class:"chart",children:u("svg",{class:"difference",width:i,height:a,viewBox:`0 0 ${i} ${a}`,role:"img","aria-label":gf(t,e,n),children:s.map(({top:c,grid:f,...m})=>u("g",{transform:`translate(0,${c})`,children:[u("text",{class:"part-title",x:2,y:13,children:[he(m.unit)," ",m.title]}),u("g",{transform:`translate(0,${ha})`,children:f?u(pa,{grid:f,unit:m.unit,most:m.most,steps:n,width:i,theme:r}):u(hf,{section:m,steps:n,left:l,width:i})})]},m.title))})})}var da=at(ff);function mf(t,e){let n=t.filter(({changes:r})=>!uo(r)).flatMap(({changes:r})=>r.map(o=>o.name));return Math.min(.34*e,12+Math.max(30,...n.map(H)))}function pf(t,e){let n=e.flatMap(({from:r,to:o})=>[r,o]).filter(Number.isFinite);return t==="loss"?[0,Math.max(1e-8,...n)*1.04]:[Math.max(-1,Math.min(0,...n)),1]}function hf({section:{unit:t,changes:e},steps:n,left:r,width:o}){let i=o-lf,s=e.length*Vn,a=X(pf(t,e),[r+6,i-6]).clamp(!0),l=a.tickFormat(4,t==="loss"?void 0:"~%");return u(S,{children:[u("g",{class:"axis",children:[a.ticks(4).map(c=>u("g",{class:"tick",transform:`translate(${a(c)},0)`,children:[u("line",{class:"grid",y1:-2,y2:s}),u("text",{y:s+12,"text-anchor":"middle",children:l(c)})]},c)),u("text",{x:o-2,y:-5,"text-anchor":"end",children:t==="loss"?"change":"points"})]}),e.map((c,f)=>u(df,{part:c,unit:t,steps:n,x:a,left:r,width:o,y:f*Vn+Vn/2},c.name))]})}function df({part:t,unit:e,steps:n,x:r,left:o,width:i,y:s}){let{name:a,from:l,to:c,change:f,isLost:m}=t,p=Number.isFinite(f),h=de(f,e),d=/\d/.test(h[0])||!p?"same":m?"lost":"gained";return u("g",{class:`dumbbell ${d}`,transform:`translate(0,${s})`,children:[u("title",{children:qn(t,e,n)}),u("text",{x:o-4,dy:"0.32em","text-anchor":"end",children:tt(a,Math.floor((o-6)/H("x")))}),p&&u(S,{children:[u("line",{class:"way-between",x1:r(l),x2:r(c)}),u("circle",{class:"before",cx:r(l),r:4}),u("circle",{class:"after",cx:r(c),r:4.5})]}),u("text",{class:"change",x:i-2,dy:"0.32em","text-anchor":"end",children:h})]})}function gf(t,e,n){let r=e.map(({title:o,unit:i,changes:s})=>{let a=ao(i),l=s.map(({name:c,from:f,to:m})=>`${c} ${a(f)} to ${a(m)}`);return`${he(i)} ${o}: ${l.join(", ")}`});return`${t}, step ${v(n[0])} to ${v(n[1])}. ${r.join("; ")}.`}var yf=["fill","fill-opacity","stroke","stroke-width","stroke-dasharray","stroke-linejoin","stroke-linecap","opacity","paint-order","font-family","font-size","font-weight","font-variant-numeric","text-anchor","visibility"],bf=/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;function ya(t,{title:e,subtitle:n,legend:r}){let o=getComputedStyle(document.body),{width:i,height:s}=t.viewBox.baseVal,a=i+28,l=xf(r,a),c=_f(n,Math.floor(i/6)),f=14+(1+c.length)*18+6,m=f+s+18,p=m+(l.at(-1)?.y??-18)+18,h=(g,y,b,x,_)=>`<text x="${g}" y="${y}" font-family="system-ui, sans-serif" font-size="${x}" font-weight="${_}" fill="${o.color}">${ga(b)}</text>`,d=vf(t);return d.setAttribute("x",String(14)),d.setAttribute("y",String(f)),[`<svg xmlns="http://www.w3.org/2000/svg" width="${a}" height="${p}" viewBox="0 0 ${a} ${p}">`,`<title>${ga(e)}</title>`,`<rect width="100%" height="100%" fill="${o.backgroundColor}"/>`,h(14,27,e,15,650),...c.map((g,y)=>h(14,27+(y+1)*18,g,11.5,400)),new XMLSerializer().serializeToString(d),...l.map(({x:g,y,color:b,dash:x,text:_})=>`<path d="M${g},${m+y-5}h16" stroke="${wf(b)}" stroke-width="4" stroke-dasharray="${x||"none"}"/>`+h(g+22,m+y,_,11.5,400)),"</svg>"].join(`
`).replaceAll(bf,"")}function _f(t,e){let n=[""];for(let r of t.split(" ")){let o=n.at(-1);o&&o.length+1+r.length>e?n.push(r):n[n.length-1]=o?`${o} ${r}`:r}return n}function xf(t,e){let[n,r]=[14,0];return t.map(o=>{let i=36+6.6*o.text.length;n>14&&n+i>e&&([n,r]=[14,r+18]);let s={x:n,y:r,...o};return n+=i,s})}function wf(t){let e=/^var\((--[a-z]+)\)$/.exec(t)?.[1];return e?getComputedStyle(document.documentElement).getPropertyValue(e).trim():t}function vf(t){let e=t.cloneNode(!0),n=[t,...t.querySelectorAll("*")],r=[e,...e.querySelectorAll("*")];return n.forEach((o,i)=>{let s=getComputedStyle(o),a=r[i];for(let l of yf){let c=s.getPropertyValue(l),f=l.startsWith("font")||l==="text-anchor";c&&(!f||a instanceof SVGTextElement)&&a.setAttribute(l,c)}a.removeAttribute("class")}),r.forEach((o,i)=>{n[i].closest(".cursor, .brush")&&o.remove()}),e}function ga(t){return t.replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;").replaceAll('"',"&quot;")}async function ba(t){let e=new Image;e.src=URL.createObjectURL(new Blob([t],{type:"image/svg+xml"}));try{await e.decode();let n=document.createElement("canvas");return[n.width,n.height]=[2*e.width,2*e.height],n.getContext("2d").drawImage(e,0,0,n.width,n.height),await new Promise((r,o)=>n.toBlob(i=>i?r(i):o(new Error("the browser drew no PNG")),"image/png"))}finally{URL.revokeObjectURL(e.src)}}function St(t,e,n,r="text/plain"){let o=document.createElement("a"),i=typeof t=="string"?new Blob([t],{type:r}):t;o.href=URL.createObjectURL(i),o.download=`${e.replaceAll(/[^A-Za-z0-9]+/g,"-").replaceAll(/^-|-$/g,"")||"phases"}.${n}`,o.click(),setTimeout(()=>URL.revokeObjectURL(o.href),1e4)}function Bn({columns:t,rows:e}){return[t,...e].map(n=>n.map(kf).join(",")).join(`\r
`)+`\r
`}function kf(t){if(typeof t=="number")return Number.isFinite(t)?String(_a(t)):"";let e=/^[=+\-@\t\r]/.test(t??"")?`'${t}`:t??"";return/[",\r\n]/.test(e)?`"${e.replaceAll('"','""')}"`:e}function Hn({columns:t,rows:e}){let n=e.map(r=>Object.fromEntries(t.map((o,i)=>[o,Sf(r[i])])));return JSON.stringify(n,null,1)}function Sf(t){return typeof t!="number"?t??null:Number.isFinite(t)?_a(t):null}function _a(t){for(let e=6;e<10;e++){let n=Number(t.toPrecision(e));if(Math.fround(n)===t)return n}return t}function Mt(t){document.hasFocus()&&(t.currentTarget.contains(t.relatedTarget)||(t.currentTarget.open=!1))}function Rt(t){t.key==="Escape"&&(t.currentTarget.open=!1,t.currentTarget.querySelector("summary").focus())}var Mf=36,Rf=["SVG","PNG"],lo=Go("");function Pt({title:t,short:e=t,subtitle:n,note:r,panel:o,aside:i,table:s,legend:a=[],wide:l,isMain:c,children:f}){let m=N(null),[p,h]=C(!1),d=ri(lo),g=d===t?d:`${d} ${t}`,y=()=>ya(m.current.querySelector(".chart svg"),{title:t,subtitle:[n,r].filter(Boolean).join(". "),legend:a}),b={SVG:()=>St(y(),g,"svg","image/svg+xml"),PNG:async()=>St(await ba(y()),g,"png"),CSV:()=>St(Bn(s()),g,"csv","text/csv"),JSON:()=>St(Hn(s()),g,"json","application/json")};return u("article",{ref:m,class:`panel ${l?"wide":""} ${c?"main":""}`,"data-panel":o,children:[u("header",{children:[u("h2",{title:t,children:tt(e,Mf)}),u("span",{class:"muted",title:n,children:n}),u("details",{class:"menu",onFocusOut:Mt,onKeyDown:Rt,children:[u("summary",{"aria-label":`Save ${t}, or show its numbers`,children:"\u22EF"}),u("div",{tabIndex:-1,children:[u("button",{onClick:()=>h(!p),"aria-pressed":p,children:p?"Chart":"Table"}),Object.entries(b).map(([x,_])=>u("button",{disabled:p&&Rf.includes(x),onClick:()=>{_()},children:x},x))]})]})]}),i&&u("div",{class:"stage",children:i}),r&&u("p",{class:"note",children:r}),p?u(Pf,{table:s(),title:t}):f]})}function Pf({table:{columns:t,rows:e},title:n}){return u("div",{class:"numbers",tabIndex:0,role:"region","aria-label":`Numbers of ${n}`,children:u("table",{children:[u("thead",{children:u("tr",{children:t.map(r=>u("th",{scope:"col",class:"number",children:r},r))})}),u("tbody",{children:e.map((r,o)=>u("tr",{children:r.map((i,s)=>u("td",{class:"number",children:fi(i)},s))},o))})]})})}function xa({focus:t,kinds:e,selection:n,select:r}){let o=xt(),i=k(()=>Cf(t,e,n),[t,e.join(`
`),n.unit,n.from,n.to,n.step]),{steps:s}=t.rows[0],a=n.step;return u(S,{children:[u("h2",{class:"section",children:"What was forgotten between two steps"}),u("div",{class:"view-controls",children:[u(rt,{title:"From",value:String(n.from??""),options:[["","reconstruction minimum"],...Ie(s,n.from)],choose:l=>r({from:Oe(l)})}),u(rt,{title:"To",value:String(n.to??""),options:[["",a===null?"last step":`held step ${v(a)}`],...Ie(s,n.to)],choose:l=>r({to:Oe(l)})}),u(Lf,{})]}),u("div",{class:"panels",role:"group","aria-label":"What was forgotten",children:i.map(({series:l,sections:c,steps:f,told:m})=>u(Pt,{title:Q(l,t.rows),subtitle:`step ${v(f[0])} to ${v(f[1])}`,note:m??$f(f,n.from),table:()=>Af(c,f),legend:Nf,children:u(da,{name:Q(l,t.rows),sections:c,steps:f,theme:o})},l.key))})]})}var Nf=[{color:"var(--lost)",text:"forgotten: kept less at the second step"},{color:"var(--gained)",text:"learned"}];function $f([t,e],n){if(!(t!==e||n!==null))return`The reconstruction minimum so far is step ${v(e)} itself: nothing was forgotten since.`}function Cf({rows:t,reports:e},n,r){let o=t.flatMap(s=>{let a=A(e,s.row),l=la(s,a,r);if(!l)return[];let c=n.flatMap(f=>{let m=De(s,f,r.unit);return m?[{title:`by ${ht(f).name}`,unit:m.unit,changes:ca(m,s,l),most:0}]:[]});return c.length?[{series:s,sections:c,steps:l,told:a?.forgotten}]:[]}),i=o.flatMap(({sections:s})=>s);return o.map(s=>({...s,sections:s.sections.map(a=>({...a,most:Tf(i.filter(({title:l})=>l===a.title))}))}))}function Tf(t){let e=t.flatMap(n=>n.changes.map(({change:r})=>Math.abs(r)));return Math.max(0,...e.filter(Number.isFinite))||1}function Af(t,[e,n]){let r=["parts","part","unit",`step ${e}`,`step ${n}`,"change"],o=t.flatMap(({title:i,unit:s,changes:a})=>a.map(({name:l,from:c,to:f,change:m})=>[i,l,s==="loss"?"loss":"explained variance",c,f,m]));return{columns:r,rows:o}}function Lf(){return u("ul",{class:"ways","aria-label":"Legend",children:["lost","gained"].map(t=>u("li",{children:[u("svg",{width:40,height:12,class:`dumbbell ${t}`,"aria-hidden":"true",children:[u("line",{class:"way-between",x1:6,x2:34,y1:6,y2:6}),u("circle",{class:"before",cx:t==="lost"?34:6,cy:6,r:4}),u("circle",{class:"after",cx:t==="lost"?6:34,cy:6,r:4.5})]}),t==="lost"?"forgotten":"learned"]},t))})}function co({ticks:t,x:e,bottom:n,format:r}){return u(S,{children:t.map(o=>u("g",{class:"tick",transform:`translate(${e(o)},${n})`,children:[u("line",{y2:4}),u("text",{y:16,"text-anchor":"middle",children:r(o)})]},o))})}function fo({ticks:t,y:e,left:n,right:r,format:o}){return u(S,{children:t.map(i=>u("g",{class:"tick",transform:`translate(0,${e(i)})`,children:[u("line",{class:"grid",x1:n,x2:r}),u("text",{x:n-6,dy:"0.32em","text-anchor":"end",children:o(i)})]},i))})}function mo({stepAxis:t,steps:e,x:n,right:r,bottom:o}){return u(S,{children:[u(co,{ticks:Ns(t,e,[n(e[0]),n(e[1])]),x:n,bottom:o,format:v}),u("text",{class:"axis-unit",x:r,y:o+30,"text-anchor":"end",children:"step \u2192"})]})}function zn({panel:t}){return u("g",{class:"axis axis-step",children:[u("line",{x1:t.left,x2:t.right,y1:t.bottom,y2:t.bottom}),u(mo,{...t})]})}function jn({panel:t}){let e=t.y.domain().every(o=>Math.abs(o)<.001),n=t.y.tickFormat(4,e?"~e":t.quantity.tickFormat),r=t.y.ticks(4).filter(n);return u("g",{class:"axis axis-value",children:[u(fo,{...t,ticks:r,format:o=>e&&o===0?"0":n(o)}),u("text",{class:"axis-title loss",x:2,y:12,children:["\u2191 ",t.label]})]})}function wa({panel:t}){let e=t.accuracy;if(!e)return null;let n=e.tickFormat(4,"~%");return u("g",{class:"axis axis-accuracy",children:[e.ticks(4).map(r=>u("g",{class:"tick",transform:`translate(${t.right},${e(r)})`,children:[u("line",{x2:4}),u("text",{x:7,dy:"0.32em",children:n(r)})]},r)),u("text",{class:"axis-title accuracy",x:t.width-2,y:12,"text-anchor":"end",children:"probe accuracy \u2191"})]})}function ka({panel:t,series:e,cursor:n}){let r=N(null),o=N(null),i=N(null),s=N(null);return ft(n,a=>{let l=a?V(e.steps,a.step):-1,c=t.x(e.steps[l]??NaN),f=c>=t.left-1&&c<=t.right+1;r.current.toggleAttribute("data-shown",f),f&&(o.current.setAttribute("transform",`translate(${c},0)`),va(i.current,c,t.values[l],t.y),va(s.current,c,e.column("probe_accuracy")[l],t.accuracy))},[t,e]),u("g",{ref:r,class:"cursor","aria-hidden":"true",children:[u("line",{ref:o,y1:t.top,y2:t.bottom}),u("circle",{ref:s,class:"accuracy",r:4}),u("circle",{ref:i,class:"loss",r:4})]})}function Sa({layout:t,cursor:e}){let n=N(null);return ft(e,r=>{let o=t.x(r?.step??NaN),i=o>=t.left&&o<=t.right;n.current.toggleAttribute("data-shown",i),i&&n.current.firstElementChild.setAttribute("transform",`translate(${o},0)`)},[t]),u("g",{ref:n,class:"cursor","aria-hidden":"true",children:u("line",{y1:t.top,y2:t.bottom})})}function Gn({panel:{top:t,bottom:e},ends:n}){return u("rect",{class:"brush",x:Math.min(...n),y:t,width:Math.abs(n[1]-n[0]),height:e-t})}function va(t,e,n,r){let o=r!==null&&Number.isFinite(n);t.style.display=o?"":"none",o&&t.setAttribute("transform",`translate(${e},${r(n)})`)}var Ef=24;function ge({steps:t,values:e},n){return Dt(t,e,n)}function Ma(t,e,n,r){let o=t.map(s=>Math.abs(r(ge(s,e))-n)),i=Math.min(...o.filter(Number.isFinite));return i<=Ef?o.indexOf(i):-1}function Ra(t,e,n,r){let o=t.flatMap((a,l)=>Number.isFinite(ge(a,e))?[l]:[]);o.sort((a,l)=>ge(t[l],e)-ge(t[a],e));let i=o.indexOf(n),s=i<0?0:Math.min(o.length-1,Math.max(0,i+r));return o[s]??-1}function Pa(t){let e=N(-1);return[e,r=>{e.current=r;let o=t.current.querySelector("svg");o.toggleAttribute("data-lit",r>=0);for(let i of o.querySelectorAll("[data-line]"))i.toggleAttribute("data-lit",Number(i.dataset.line)===r)}]}var Fe=Math.PI,po=2*Fe,Qt=1e-6,Df=po-Qt;function Na(t){this._+=t[0];for(let e=1,n=t.length;e<n;++e)this._+=arguments[e]+t[e]}function If(t){let e=Math.floor(t);if(!(e>=0))throw new Error(`invalid digits: ${t}`);if(e>15)return Na;let n=10**e;return function(r){this._+=r[0];for(let o=1,i=r.length;o<i;++o)this._+=Math.round(arguments[o]*n)/n+r[o]}}function $a(t,e,n,r){return t===n&&e===r}function Of(t){let e=Math.floor(t);if(!(e<=15))return $a;let n=10**e,r=function(o){return Math.round(o*n)};return function(o,i,s,a){return r(o)===r(s)&&r(i)===r(a)}}var ye=class{constructor(e){this._x0=this._y0=this._x1=this._y1=null,this._="",this._append=e==null?Na:If(e),this._equal=e==null?$a:Of(e)}moveTo(e,n){this._append`M${this._x0=this._x1=+e},${this._y0=this._y1=+n}`}closePath(){this._x1!==null&&(this._x1=this._x0,this._y1=this._y0,this._append`Z`)}lineTo(e,n){this._append`L${this._x1=+e},${this._y1=+n}`}quadraticCurveTo(e,n,r,o){this._append`Q${+e},${+n},${this._x1=+r},${this._y1=+o}`}bezierCurveTo(e,n,r,o,i,s){this._append`C${+e},${+n},${+r},${+o},${this._x1=+i},${this._y1=+s}`}arcTo(e,n,r,o,i){if(e=+e,n=+n,r=+r,o=+o,i=+i,i<0)throw new Error(`negative radius: ${i}`);let s=this._x1,a=this._y1,l=r-e,c=o-n,f=s-e,m=a-n,p=f*f+m*m;if(this._x1===null)this._append`M${this._x1=e},${this._y1=n}`;else if(p>Qt)if(!(Math.abs(m*l-c*f)>Qt)||!i)this._append`L${this._x1=e},${this._y1=n}`;else{let h=r-s,d=o-a,g=l*l+c*c,y=h*h+d*d,b=Math.sqrt(g),x=Math.sqrt(p),_=i*Math.tan((Fe-Math.acos((g+p-y)/(2*b*x)))/2),w=_/x,P=_/b;Math.abs(w-1)>Qt&&this._append`L${e+w*f},${n+w*m}`,this._append`A${i},${i},0,0,${+(m*h>f*d)},${this._x1=e+P*l},${this._y1=n+P*c}`}}arc(e,n,r,o,i,s){if(e=+e,n=+n,r=+r,s=!!s,r<0)throw new Error(`negative radius: ${r}`);let a=r*Math.cos(o),l=r*Math.sin(o),c=e+a,f=n+l,m=1^s,p=s?o-i:i-o;if(this._x1===null?this._append`M${c},${f}`:(Math.abs(this._x1-c)>Qt||Math.abs(this._y1-f)>Qt)&&this._append`L${c},${f}`,!!r){if(p<0&&(p=p%po+po),p>Df)this._append`A${r},${r},0,1,${m},${e-a},${n-l}A${r},${r},0,1,${m},${this._x1=c},${this._y1=f}`;else if(p>Qt){let h=e+r*Math.cos(i),d=n+r*Math.sin(i);if(p>=Fe&&this._equal(c,f,h,d)){p/=2;let g=o+p;this._append`A${r},${r},0,${+(p>=Fe)},${m},${e+r*Math.cos(g)},${n+r*Math.sin(g)}`}this._append`A${r},${r},0,${+(p>=Fe)},${m},${this._x1=h},${this._y1=d}`}}}rect(e,n,r,o){this._append`M${this._x0=this._x1=+e},${this._y0=this._y1=+n}h${r=+r}v${+o}h${-r}Z`}toString(){return this._}};function Ff(){return new ye}Ff.prototype=ye.prototype;function z(t){return function(){return t}}var qf=Math.cos;var go=Math.sin,be=Math.sqrt,Ca=1e-12,Un=Math.PI,vg=Un/2,Da=2*Un;function Ia(t){let e=3;return t.digits=function(n){if(!arguments.length)return e;if(n==null)e=null;else{let r=Math.floor(n);if(!(r>=0))throw new RangeError(`invalid digits: ${n}`);e=r}return t},()=>new ye(e)}var kg=Array.prototype.slice;function Oa(t){return typeof t=="object"&&"length"in t?t:Array.from(t)}function Fa(t){this._context=t}Fa.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;default:this._context.lineTo(t,e);break}}};function bo(t){return new Fa(t)}function qa(t){return t[0]}function Va(t){return t[1]}function qe(t,e){var n=z(!0),r=null,o=bo,i=null,s=Ia(a);t=typeof t=="function"?t:t===void 0?qa:z(t),e=typeof e=="function"?e:e===void 0?Va:z(e);function a(l){var c,f=(l=Oa(l)).length,m,p=!1,h;for(r==null&&(i=o(h=s())),c=0;c<=f;++c)!(c<f&&n(m=l[c],c,l))===p&&((p=!p)?i.lineStart():i.lineEnd()),p&&i.point(+t(m,c,l),+e(m,c,l));if(h)return i=null,h+""||null}return a.x=function(l){return arguments.length?(t=typeof l=="function"?l:z(+l),a):t},a.y=function(l){return arguments.length?(e=typeof l=="function"?l:z(+l),a):e},a.defined=function(l){return arguments.length?(n=typeof l=="function"?l:z(!!l),a):n},a.curve=function(l){return arguments.length?(o=l,r!=null&&(i=o(r)),a):o},a.context=function(l){return arguments.length?(l==null?r=i=null:i=o(r=l),a):r},a}function Ba(t,e,n){var r=null,o=z(!0),i=null,s=bo,a=null,l=Ia(c);t=typeof t=="function"?t:t===void 0?qa:z(+t),e=typeof e=="function"?e:z(e===void 0?0:+e),n=typeof n=="function"?n:n===void 0?Va:z(+n);function c(m){var p,h,d,g=(m=Oa(m)).length,y,b=!1,x,_=new Array(g),w=new Array(g);for(i==null&&(a=s(x=l())),p=0;p<=g;++p){if(!(p<g&&o(y=m[p],p,m))===b)if(b=!b)h=p,a.areaStart(),a.lineStart();else{for(a.lineEnd(),a.lineStart(),d=p-1;d>=h;--d)a.point(_[d],w[d]);a.lineEnd(),a.areaEnd()}b&&(_[p]=+t(y,p,m),w[p]=+e(y,p,m),a.point(r?+r(y,p,m):_[p],n?+n(y,p,m):w[p]))}if(x)return a=null,x+""||null}function f(){return qe().defined(o).curve(s).context(i)}return c.x=function(m){return arguments.length?(t=typeof m=="function"?m:z(+m),r=null,c):t},c.x0=function(m){return arguments.length?(t=typeof m=="function"?m:z(+m),c):t},c.x1=function(m){return arguments.length?(r=m==null?null:typeof m=="function"?m:z(+m),c):r},c.y=function(m){return arguments.length?(e=typeof m=="function"?m:z(+m),n=null,c):e},c.y0=function(m){return arguments.length?(e=typeof m=="function"?m:z(+m),c):e},c.y1=function(m){return arguments.length?(n=m==null?null:typeof m=="function"?m:z(+m),c):n},c.lineX0=c.lineY0=function(){return f().x(t).y(e)},c.lineY1=function(){return f().x(t).y(n)},c.lineX1=function(){return f().x(r).y(e)},c.defined=function(m){return arguments.length?(o=typeof m=="function"?m:z(!!m),c):o},c.curve=function(m){return arguments.length?(s=m,i!=null&&(a=s(i)),c):s},c.context=function(m){return arguments.length?(m==null?i=a=null:a=s(i=m),c):i},c}var Sg=Vf(bo);function Ha(t){this._curve=t}Ha.prototype={areaStart:function(){this._curve.areaStart()},areaEnd:function(){this._curve.areaEnd()},lineStart:function(){this._curve.lineStart()},lineEnd:function(){this._curve.lineEnd()},point:function(t,e){this._curve.point(e*Math.sin(t),e*-Math.cos(t))}};function Vf(t){function e(n){return new Ha(t(n))}return e._curve=t,e}var Mg=be(3);var Bf=be(1/3),Rg=Bf*2;var za=go(Un/10)/go(7*Un/10),Pg=go(Da/10)*za,Ng=-qf(Da/10)*za;var $g=be(3);var Cg=be(3);var Tg=be(3)/2,Hf=1/be(12),Ag=(Hf/2+1)*3;function Nt(){}function Wn(t,e,n){t._context.bezierCurveTo((2*t._x0+t._x1)/3,(2*t._y0+t._y1)/3,(t._x0+2*t._x1)/3,(t._y0+2*t._y1)/3,(t._x0+4*t._x1+e)/6,(t._y0+4*t._y1+n)/6)}function _o(t){this._context=t}_o.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){switch(this._point){case 3:Wn(this,this._x1,this._y1);case 2:this._context.lineTo(this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3,this._context.lineTo((5*this._x0+this._x1)/6,(5*this._y0+this._y1)/6);default:Wn(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function zf(t){this._context=t}zf.prototype={areaStart:Nt,areaEnd:Nt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._y0=this._y1=this._y2=this._y3=this._y4=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x2,this._y2),this._context.closePath();break}case 2:{this._context.moveTo((this._x2+2*this._x3)/3,(this._y2+2*this._y3)/3),this._context.lineTo((this._x3+2*this._x2)/3,(this._y3+2*this._y2)/3),this._context.closePath();break}case 3:{this.point(this._x2,this._y2),this.point(this._x3,this._y3),this.point(this._x4,this._y4);break}}},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._x2=t,this._y2=e;break;case 1:this._point=2,this._x3=t,this._y3=e;break;case 2:this._point=3,this._x4=t,this._y4=e,this._context.moveTo((this._x0+4*this._x1+t)/6,(this._y0+4*this._y1+e)/6);break;default:Wn(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function jf(t){this._context=t}jf.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3;var n=(this._x0+4*this._x1+t)/6,r=(this._y0+4*this._y1+e)/6;this._line?this._context.lineTo(n,r):this._context.moveTo(n,r);break;case 3:this._point=4;default:Wn(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function ja(t,e){this._basis=new _o(t),this._beta=e}ja.prototype={lineStart:function(){this._x=[],this._y=[],this._basis.lineStart()},lineEnd:function(){var t=this._x,e=this._y,n=t.length-1;if(n>0)for(var r=t[0],o=e[0],i=t[n]-r,s=e[n]-o,a=-1,l;++a<=n;)l=a/n,this._basis.point(this._beta*t[a]+(1-this._beta)*(r+l*i),this._beta*e[a]+(1-this._beta)*(o+l*s));this._x=this._y=null,this._basis.lineEnd()},point:function(t,e){this._x.push(+t),this._y.push(+e)}};var Lg=(function t(e){function n(r){return e===1?new _o(r):new ja(r,e)}return n.beta=function(r){return t(+r)},n})(.85);function Qn(t,e,n){t._context.bezierCurveTo(t._x1+t._k*(t._x2-t._x0),t._y1+t._k*(t._y2-t._y0),t._x2+t._k*(t._x1-e),t._y2+t._k*(t._y1-n),t._x2,t._y2)}function xo(t,e){this._context=t,this._k=(1-e)/6}xo.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:Qn(this,this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2,this._x1=t,this._y1=e;break;case 2:this._point=3;default:Qn(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var Eg=(function t(e){function n(r){return new xo(r,e)}return n.tension=function(r){return t(+r)},n})(0);function wo(t,e){this._context=t,this._k=(1-e)/6}wo.prototype={areaStart:Nt,areaEnd:Nt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._x3=t,this._y3=e;break;case 1:this._point=2,this._context.moveTo(this._x4=t,this._y4=e);break;case 2:this._point=3,this._x5=t,this._y5=e;break;default:Qn(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var Dg=(function t(e){function n(r){return new wo(r,e)}return n.tension=function(r){return t(+r)},n})(0);function vo(t,e){this._context=t,this._k=(1-e)/6}vo.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:Qn(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var Ig=(function t(e){function n(r){return new vo(r,e)}return n.tension=function(r){return t(+r)},n})(0);function ko(t,e,n){var r=t._x1,o=t._y1,i=t._x2,s=t._y2;if(t._l01_a>Ca){var a=2*t._l01_2a+3*t._l01_a*t._l12_a+t._l12_2a,l=3*t._l01_a*(t._l01_a+t._l12_a);r=(r*a-t._x0*t._l12_2a+t._x2*t._l01_2a)/l,o=(o*a-t._y0*t._l12_2a+t._y2*t._l01_2a)/l}if(t._l23_a>Ca){var c=2*t._l23_2a+3*t._l23_a*t._l12_a+t._l12_2a,f=3*t._l23_a*(t._l23_a+t._l12_a);i=(i*c+t._x1*t._l23_2a-e*t._l12_2a)/f,s=(s*c+t._y1*t._l23_2a-n*t._l12_2a)/f}t._context.bezierCurveTo(r,o,i,s,t._x2,t._y2)}function Ga(t,e){this._context=t,this._alpha=e}Ga.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:this.point(this._x2,this._y2);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3;default:ko(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var Og=(function t(e){function n(r){return e?new Ga(r,e):new xo(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function Ua(t,e){this._context=t,this._alpha=e}Ua.prototype={areaStart:Nt,areaEnd:Nt,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1,this._x3=t,this._y3=e;break;case 1:this._point=2,this._context.moveTo(this._x4=t,this._y4=e);break;case 2:this._point=3,this._x5=t,this._y5=e;break;default:ko(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var Fg=(function t(e){function n(r){return e?new Ua(r,e):new wo(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function Wa(t,e){this._context=t,this._alpha=e}Wa.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:ko(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var qg=(function t(e){function n(r){return e?new Wa(r,e):new vo(r,0)}return n.alpha=function(r){return t(+r)},n})(.5);function Gf(t){this._context=t}Gf.prototype={areaStart:Nt,areaEnd:Nt,lineStart:function(){this._point=0},lineEnd:function(){this._point&&this._context.closePath()},point:function(t,e){t=+t,e=+e,this._point?this._context.lineTo(t,e):(this._point=1,this._context.moveTo(t,e))}};function Ta(t){return t<0?-1:1}function Aa(t,e,n){var r=t._x1-t._x0,o=e-t._x1,i=(t._y1-t._y0)/(r||o<0&&-0),s=(n-t._y1)/(o||r<0&&-0),a=(i*o+s*r)/(r+o);return(Ta(i)+Ta(s))*Math.min(Math.abs(i),Math.abs(s),.5*Math.abs(a))||0}function La(t,e){var n=t._x1-t._x0;return n?(3*(t._y1-t._y0)/n-e)/2:e}function ho(t,e,n){var r=t._x0,o=t._y0,i=t._x1,s=t._y1,a=(i-r)/3;t._context.bezierCurveTo(r+a,o+a*e,i-a,s-a*n,i,s)}function yo(t){this._context=t}yo.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=this._t0=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x1,this._y1);break;case 3:ho(this,this._t0,La(this,this._t0));break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){var n=NaN;if(t=+t,e=+e,!(t===this._x1&&e===this._y1)){switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3,ho(this,La(this,n=Aa(this,t,e)),n);break;default:ho(this,this._t0,n=Aa(this,t,e));break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e,this._t0=n}}};function Uf(t){this._context=new Qa(t)}(Uf.prototype=Object.create(yo.prototype)).point=function(t,e){yo.prototype.point.call(this,e,t)};function Qa(t){this._context=t}Qa.prototype={moveTo:function(t,e){this._context.moveTo(e,t)},closePath:function(){this._context.closePath()},lineTo:function(t,e){this._context.lineTo(e,t)},bezierCurveTo:function(t,e,n,r,o,i){this._context.bezierCurveTo(e,t,r,n,i,o)}};function Wf(t){this._context=t}Wf.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=[],this._y=[]},lineEnd:function(){var t=this._x,e=this._y,n=t.length;if(n)if(this._line?this._context.lineTo(t[0],e[0]):this._context.moveTo(t[0],e[0]),n===2)this._context.lineTo(t[1],e[1]);else for(var r=Ea(t),o=Ea(e),i=0,s=1;s<n;++i,++s)this._context.bezierCurveTo(r[0][i],o[0][i],r[1][i],o[1][i],t[s],e[s]);(this._line||this._line!==0&&n===1)&&this._context.closePath(),this._line=1-this._line,this._x=this._y=null},point:function(t,e){this._x.push(+t),this._y.push(+e)}};function Ea(t){var e,n=t.length-1,r,o=new Array(n),i=new Array(n),s=new Array(n);for(o[0]=0,i[0]=2,s[0]=t[0]+2*t[1],e=1;e<n-1;++e)o[e]=1,i[e]=4,s[e]=4*t[e]+2*t[e+1];for(o[n-1]=2,i[n-1]=7,s[n-1]=8*t[n-1]+t[n],e=1;e<n;++e)r=o[e]/i[e-1],i[e]-=r,s[e]-=r*s[e-1];for(o[n-1]=s[n-1]/i[n-1],e=n-2;e>=0;--e)o[e]=(s[e]-o[e+1])/i[e];for(i[n-1]=(t[n]+o[n-1])/2,e=0;e<n-1;++e)i[e]=2*t[e+1]-o[e+1];return[o,i]}function Qf(t,e){this._context=t,this._t=e}Qf.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=this._y=NaN,this._point=0},lineEnd:function(){0<this._t&&this._t<1&&this._point===2&&this._context.lineTo(this._x,this._y),(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line>=0&&(this._t=1-this._t,this._line=1-this._line)},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;default:{if(this._t<=0)this._context.lineTo(this._x,e),this._context.lineTo(t,e);else{var n=this._x*(1-this._t)+t*this._t;this._context.lineTo(n,this._y),this._context.lineTo(n,e)}break}}this._x=t,this._y=e}};var So=1;function Kn(t,e,n,r){return qe().digits(So).defined(Number.isFinite).x((i,s)=>n(t[s])).y(r)(e)??""}function Mo({panel:t,color:e,dash:n,steps:r,values:o,run:i}){return u(S,{children:[u("path",{class:"companion","data-run":i,stroke:e,"stroke-dasharray":n||void 0,d:Kn(r,o,t.x,t.y)}),$i(o).map(s=>u("circle",{cx:t.x(r[s]),cy:t.y(o[s]),r:2},s))]})}function Ka({panel:t,lines:e}){return u(S,{children:e.map((n,r)=>u("g",{class:n.isMuted?"one-line muted-line":"one-line","data-line":r,fill:n.color,children:[u(Mo,{panel:t,...n}),u("title",{children:n.name})]},n.name))})}function Xa({panel:t,lines:e}){let{top:n,bottom:r,right:o,width:i}=t,s=e.map((c,f)=>{let m=c.values.findLastIndex((p,h)=>Number.isFinite(p)&&c.steps[h]<=t.steps[1]);return{...c,index:f,y:m<0?NaN:Math.min(r,Math.max(n,t.y(c.values[m])))}}).filter(({y:c})=>Number.isFinite(c)).toSorted((c,f)=>c.y-f.y),a=s.filter(({isMuted:c})=>!c),l=$s(a.map(({y:c})=>c),12,n,r);return u("g",{class:"end-labels",children:s.map(c=>{let f=c.isMuted?c.y:l[a.indexOf(c)];return u("g",{class:c.isMuted?"end-label muted-line":"end-label","data-line":c.index,children:[u("path",{d:`M${o-2},${c.y}L${o+5},${f}h4`,stroke:c.color}),u("text",{x:o+12,y:f,dy:"0.32em",children:tt(c.name,Math.floor((i-o-10)/H("x")))})]},c.name)})})}function Ya({panel:t,phases:e}){let n=r=>Math.min(t.right,Math.max(t.left,t.x(r)));return u("g",{class:"phase-edges",children:e.map(({kind:r,start_step:o,end_step:i})=>u("rect",{class:`edge ${r}`,x:n(o),y:t.top-4,width:Math.max(0,n(i)-n(o)-1),height:3,children:u("title",{children:`${r}, step ${v(o)} to ${v(i)}`})},o))})}function Ja({panel:t,marks:e}){let n=e.filter(({step:r})=>Y(r,t.steps));return u("g",{class:"step-marks",children:n.map(({step:r,before:o="",after:i=""})=>{let s=t.x(r),[a,l]=[s-H(o)>t.left,s+H(i)<t.width];return u("g",{children:[u("line",{class:"held",x1:s,x2:s,y1:t.top,y2:t.bottom}),o&&a&&u("text",{x:s-5,y:t.bottom-6,"text-anchor":"end",children:o}),i&&l&&u("text",{x:s+5,y:t.bottom-6,children:i})]},r)})})}var Kf={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0],Home:[0,-1/0],End:[0,1/0]};function _e({ctrlKey:t,metaKey:e,altKey:n}){return t||e||n}function tu(t,{rows:e,first:n=0,cursor:r,actions:o,run:i,describe:s}){let a=r.current,l=e.findIndex(({key:h})=>h===a?.panel),c=l<0?n:l,f=e[c]?.steps,m=Kf[t.key];if(!f||_e(t)||m?.[0]&&e.length<2)return;let p=a?V(f,a.step):-1;if(m){let{key:h,steps:d}=e[Za(c+m[0],e.length)],g=d[Za(p+m[1],d.length)];g!==void 0&&r.move({step:g,panel:h,run:i,byKey:!0,line:s?.(g)})}else if(t.key==="Enter")o.hold(f[p]??null);else if(t.key==="Escape")r.move(null);else return;t.preventDefault()}function Za(t,e){return Math.min(e-1,Math.max(0,t))}function Xn({find:t,...e}){let{cursor:n,actions:r,run:o}=e,i=({currentTarget:a,clientX:l,clientY:c})=>{let{left:f,top:m}=a.getBoundingClientRect();return t(l-f,c-m)},s=()=>n.move(null);return{onPointerMove:a=>{let l=i(a);n.move(l&&{...l,run:o,byKey:!1})},onPointerUp:a=>a.button===0&&r.hold(i(a)?.step??null),onPointerLeave:s,onKeyDown:a=>tu(a,e),onBlur:s}}var Xf=8;function Yn({panel:t,steps:e,x:n,domain:r,cursor:o,actions:i,describe:s}){let a=N(null),l=N(!1),[c,f]=C(null),m=e.filter(R=>Y(R,r)),p=R=>R.clientX-R.currentTarget.getBoundingClientRect().left,h=R=>a.current!==null&&Math.abs(R-a.current)>=Xf,d=R=>{let D=p(R);h(D)&&f([a.current,D]);let j=m[Te(m,n,D)];j!==void 0&&o.move({step:j,panel:t,byKey:!1,line:s?.(j)})},g=R=>{R.button===0&&R.pointerType==="mouse"&&(a.current=p(R),R.currentTarget.setPointerCapture(R.pointerId)),d(R)},y=R=>{if(R.button!==0)return;let D=p(R);if(l.current=h(D),l.current){let[j,F]=[a.current,D].toSorted((G,M)=>G-M).map(G=>Math.round(n.invert(G)));F>j&&i.zoom([Math.max(r[0],j),Math.min(r[1],F)])}x()},b=R=>{l.current||R.detail>1||i.hold(m[Te(m,n,p(R))]??null)},x=()=>{a.current=null,f(null)};return{brush:c,handlers:{onPointerMove:d,onPointerDown:g,onPointerUp:y,onPointerCancel:x,onPointerLeave:()=>{a.current===null&&o.move(null)},onClick:b,onDblClick:()=>{i.unhold(),i.zoom(null)},onKeyDown:R=>{if(!["0","+"].includes(R.key)||_e(R))return tu(R,{rows:[{key:t,steps:m}],cursor:o,actions:i,describe:s});R.preventDefault(),i.zoom(R.key==="0"?null:Yf(m,o.current?.step??0))},onBlur:()=>o.move(null)}}}function Yf(t,e){let n=Math.max(1,Math.floor(t.length/4)),r=V(t,e),[o,i]=[t[Math.max(0,r-n)],t[Math.min(t.length-1,r+n)]];return o!==void 0&&i!==void 0&&i>o?[o,i]:null}function Jf({lines:t,label:e,quantity:n,stepAxis:r,steps:o,level:i,hasLabels:s,isLog:a},l){let c=Math.max(0,...t.map(({name:d,isMuted:g})=>g?0:H(d))),f=l-(s?Math.min(.32*l,22+c):14),m=t.flatMap(d=>Tn(d,d.values,o)),p=i===void 0?Ht(m,[]):Cn(Ht([...m,i],[]),i),h=(a?Xr:X)(p,[zt.bottom-8,zt.top+8]);return{...Jr(r,o,f),width:l,label:e,quantity:n,y:h}}function Zf({lines:t,quantity:e,steps:n,panel:r,cursor:o,actions:i},{x:s,y:a},l){let c=k(()=>[...new Set(t.flatMap(_=>_.steps))].toSorted((_,w)=>_-w),[t]),[f,m]=Pa(l),p=_=>{let w=t[f.current];return w&&{name:w.name,value:e.format(ge(w,_))}},{brush:h,handlers:d}=Yn({panel:r,steps:c,x:s,domain:n,cursor:o,actions:i,describe:p}),g=_=>{let w=_.currentTarget.getBoundingClientRect();m(Ma(t,s.invert(_.clientX-w.left),_.clientY-w.top,a)),d.onPointerMove(_)},y=_=>()=>{m(-1),_()},b=_=>{let w={ArrowUp:-1,ArrowDown:1}[_.key];if(!w||_e(_))return d.onKeyDown(_);_.preventDefault();let P=o.current?.step??c.at(-1)??0;m(Ra(t,P,f.current,w)),o.move({step:P,panel:r,byKey:!0,line:p(P)})},x={onPointerLeave:y(d.onPointerLeave),onBlur:y(d.onBlur)};return{brush:h,handlers:{...d,...x,onPointerMove:g,onKeyDown:b}}}function tm(t){let{lines:e,label:n,quantity:r,stepAxis:o,steps:i,name:s,level:a,hasLabels:l,isLog:c,phases:f,marks:m,cursor:p}=t,[h,d]=ut(360),g=en(),y=k(()=>Jf(t,d),[e,n,r,o,i,a,l,c,d]),{brush:b,handlers:x}=Zf(t,y,h),_=k(()=>u("g",{class:"marks",children:[f&&u(Ya,{panel:y,phases:f}),u(jn,{panel:y}),u(zn,{panel:y}),a!==void 0&&u("line",{class:"level",x1:y.left,x2:y.right,y1:y.y(a),y2:y.y(a)}),m&&u(Ja,{panel:y,marks:m}),u("clipPath",{id:g,children:u("rect",{x:y.left,y:y.top-6,width:y.right-y.left,height:y.bottom-y.top+12})}),u("g",{"clip-path":`url(#${g})`,children:u(Ka,{panel:y,lines:e})}),l&&u(Xa,{panel:y,lines:e})]}),[y,e,a,f,m,l]),w=(m??[]).map(({step:P,before:L,after:R})=>` ${[L,`step ${v(P)}`,R].filter(Boolean).join(", ")}.`);return u("div",{ref:h,class:"chart",children:u("svg",{class:"lines",width:d,height:jt,viewBox:`0 0 ${d} ${jt}`,role:"img",tabIndex:0,"aria-label":`${s}: ${n} of ${e.map(P=>P.name).join(", ")}.${w.join("")} Arrow keys move the cursor.`,...x,children:[_,b&&u(Gn,{panel:y,ends:b}),u(Sa,{layout:y,cursor:p})]})})}var eu=at(tm);function $t({title:t,subtitle:e,options:{stepAxis:n,steps:r},table:o,...i}){let{lines:s}=i;return u(Pt,{title:t,subtitle:e,table:o??(()=>em(s)),legend:nm(s),children:u(eu,{...i,stepAxis:n,steps:r})})}function em(t){let e=t[0]?.steps??[];return{columns:["step",...t.map(({name:n})=>n)],rows:e.map((n,r)=>[n,...t.map(({values:o})=>o[r])])}}function nm(t){let e=t.filter(({isMuted:n})=>!n).map(({name:n,color:r,dash:o})=>({color:r,dash:o,text:n}));return e.length<t.length?[...e,{color:"var(--muted)",text:"the others"}]:e}var Jn=["loss_share_hardest_1","loss_share_hardest_5","loss_share_hardest_10"],Zn="fitted_share",Ro="prototype_agreement",Po="gradient_rows";function nu(t){return t.find(e=>[...Jn,Zn,Ro,Po].some(n=>e.column(n).some(Number.isFinite)))}function ru(t,e){return t[e.findIndex(n=>n>.5)]??null}function ou(t){let e=t.filter(Number.isFinite),[n,r]=[Math.min(...e),Math.max(...e)];return n>0&&r>20*n}var iu=pt("share",!0),rm=pt("rows",!1);function No({focus:t,options:e,cursor:n,actions:r}){let o=xt(),i=k(()=>nu(t.rows),[t.rows]),s=k(()=>i?om(i,o):[],[i,o]),a=k(()=>i?ru(i.steps,i.column(Zn)):null,[i]),l=k(()=>a===null?[]:[{step:a,before:"prototyping",after:"fitting a few"}],[a]);return!i||!s.length?null:u(S,{children:[u("h2",{class:"section",children:"From the majority to a few"}),u("p",{class:"explanation",children:["At first the network learns what most rows have in common (prototyping); once more than half of them are fitted",a!==null&&` (dashed, step ${v(a)})`,", the loss sits in ever fewer rows, and these few drive the gradient (",u("a",{href:"https://arxiv.org/abs/2202.08299",target:"_blank",rel:"noreferrer",children:"arXiv 2202.08299"}),")."]}),u("div",{class:"panels",role:"group","aria-label":"From the majority to a few",children:s.map(c=>u($t,{...c,name:c.title,panel:i.key,options:e,hasLabels:c.lines.length>1,marks:l,cursor:n,actions:r},c.title))})]})}function om(t,e){let n=(s,a,l)=>{let c=t.column(s);return c.some(Number.isFinite)?[{name:a,color:l,steps:t.steps,values:c}]:[]},r=Jn.flatMap((s,a)=>n(s,`hardest ${s.split("_").at(-1)} %`,Gt(a,Jn.length,e))),o=[...n(Zn,"fitted","var(--accuracy)"),...n(Ro,"by prototypes","var(--muted)")],i=n(Po,"rows","var(--loss)");return[{title:"Loss of the hardest rows",subtitle:"fit rows",label:"share of the cross-entropy",lines:r,quantity:iu,isLog:!1},{title:"Rows fitted",subtitle:o.length>1?"or decided by prototypes":"fit rows",label:"share of the rows",lines:o,quantity:iu,isLog:!1},{title:"Rows in the gradient",subtitle:"of the last layer",label:"effective number of rows",lines:i,quantity:rm,isLog:ou(i.flatMap(({values:s})=>s))}].filter(({lines:s})=>s.length)}var im={explained:"explained variance",loss:"reconstruction loss"};function su(t){let{focus:e,selection:n,select:r}=t,o=k(()=>aa(e.rows),[e.rows]);if(!o.length)return u(S,{children:[u(lm,{}),u(No,{...t})]});let s=n.kind==="all"||o.includes(n.kind)?n.kind:o[0],a=Object.fromEntries([...o.map(c=>[c,ht(c).name]),...o.length>1?[["all","all"]]:[]]),l=s==="all"?o:[s];return u("section",{"aria-label":"Breakdowns",children:[u(um,{...t}),u("div",{class:"view-controls",children:[u(dt,{name:"Parts by",value:s,options:a,choose:c=>r({kind:c})}),sm(e.rows,l)&&u(dt,{name:"Drawn as",value:n.unit,options:im,choose:c=>r({unit:c})})]}),u(cm,{...t,kinds:l}),u(xa,{...t,kinds:l}),u(No,{...t})]})}function sm(t,e){return t.some(n=>e.some(r=>De(n,r,"explained")?.unit==="explained"))}function am(t,e){return`${[...new Set(t.map(({unit:r})=>he(r)))].join(" or ")} ${ht(e).title}`}function um({focus:{rows:t,reports:e}}){let n=t.map(r=>A(e,r.row)?.forgotten).findLast(Boolean);return n?u("p",{class:"headline increase forgotten",children:n}):null}function lm(){return u("section",{class:"empty",children:[u("h2",{children:"This log has no breakdowns"}),u("p",{children:["A breakdown splits the reconstruction loss of a layer by colour, spatial frequency, image position, class, difficulty or principal component of the input, and shows which parts are forgotten first. The probe measures it where"," ",u("code",{children:"quantities"})," is not None and there is something to measure:"]}),u("pre",{tabIndex:0,children:u("code",{children:'model.fit(x, y, callbacks=[PhaseProbe(quantities=["auto", "component"], log_dir="logs/run1")])'})})]})}function cm({focus:t,kinds:e,options:n,selection:r,cursor:o,actions:i}){let s=xt(),{unit:a,step:l}=r,c=k(()=>e.map(m=>({kind:m,panels:t.rows.flatMap(p=>mm(p,m,a,s)??[])})),[t.rows,e.join(`
`),a,s]),f=k(()=>l===null?[]:[{step:l}],[l]);return u(S,{children:c.map(({kind:m,panels:p})=>u("div",{children:[u("h2",{class:"section",children:am(p.map(({breakdown:h})=>h),m)}),u("div",{class:"panels",role:"group","aria-label":`Parts ${ht(m).title}`,children:p.map(({series:h,breakdown:d,lines:g})=>u($t,{title:Q(h,t.rows),subtitle:`by ${ht(m).name}`,lines:g,label:he(d.unit),name:`${Q(h,t.rows)}, ${ht(m).title}`,panel:h.key,quantity:fm[d.unit],options:n,hasLabels:!0,phases:A(t.reports,h.row)?.stages,marks:f,cursor:o,actions:i},h.key))})]},m))})}var fm={loss:pt("reconstruction loss",!1),explained:pt("explained variance",!0)};function mm(t,e,n,r){let o=De(t,e,n);if(!o)return null;let{parts:i}=o,s=!!ht(e).isOrdered,a=ua(i,s),l=i.map((c,f)=>{let m=!a.has(c.name),p=m?"var(--muted)":Os(c.name,f,i.length,s,r);return{...c,steps:t.steps,color:p,isMuted:m}});return{series:t,breakdown:o,lines:l}}function Ct({rows:t,advice:e},{key:n}){return!e||e.abstains?null:t.find(({row:r})=>r.layer===e.layer)?.key===n?e.step:null}function au(t){return t.stages?.some(({kind:n})=>n!=="constant")?t:{...t,minimum_step:null,minimum_interval:null}}function tr({steps:t,column:e},n,r){return n?.minimum_step==null?NaN:Dt(t,e(r),n.minimum_step)}function er(t,e){return e?.has_increase?vt(t,"reconstruction_loss")/tr(t,e,"reconstruction_loss")-1:NaN}function Ve(t,e,n,r,o=9){let i=[];for(let s=o-r;s<n;s+=o){let[a,l]=[Math.max(0,s),Math.min(n,s+r)];i.push(`M${(t+a).toFixed(1)},${(e+r-a+s).toFixed(1)}L${(t+l).toFixed(1)},${(e+r-l+s).toFixed(1)}`)}return i.join("")}function uu({panel:t,phases:e}){return u("g",{class:"bands",children:e.map(n=>{let r=Math.max(t.left,t.x(n.start_step)),o=Math.max(0,Math.min(t.right,t.x(n.end_step))-r);return u("g",{class:`band ${n.kind}`,children:[u("rect",{x:r,y:t.top,width:o,height:t.bottom-t.top}),u("rect",{class:"edge",x:r,y:t.top,width:o,height:3}),n.kind==="rising"&&u("path",{class:"hatch",d:Ve(r,t.top,o,t.bottom-t.top)}),o>H(n.kind)+4&&u("text",{x:r+o/2,y:t.top+15,"text-anchor":"middle",children:n.kind})]},n.start_step)})})}function lu({panel:t}){let[e,n]=t.y.domain(),r=t.references.filter(({value:i})=>i>=e&&i<=n),o=t.references.filter(i=>!r.includes(i));return u("g",{class:"references",children:[r.map(({label:i,value:s})=>{let a=s>(e+n)/2&&i!=="untrained";return u("g",{class:"reference",children:[u("line",{x1:t.left,x2:t.right,y1:t.y(s),y2:t.y(s)}),u("text",{x:a?t.left+4:t.right-4,y:t.y(s)+(a?12:-4),"text-anchor":a?"start":"end",children:i})]},i)}),u("text",{class:"outside",x:2,y:t.bottom+30,children:o.map(({label:i,value:s})=>`${i} ${q(s)}`).join(", ")})]})}function cu({panel:t,series:e}){let{values:n,band:[r,o],x:i,y:s}=t,a=Ba().digits(So).defined(Number.isFinite).x((l,c)=>i(e.steps[c])).y0((l,c)=>s(r[c])).y1((l,c)=>s(o[c]));return u("g",{class:"curve loss",children:[u("path",{class:"spread",d:a(n)??""}),u("path",{class:"line",d:Kn(e.steps,n,i,s)}),u(mu,{panel:t,steps:e.steps,values:n,y:s})]})}function fu({panel:t,series:{steps:e,column:n}}){let r=t.accuracy;if(!r)return null;let o=n("probe_accuracy");return u("g",{class:"curve accuracy",children:[u("path",{class:"line",d:Kn(e,o,t.x,r)}),u(mu,{panel:t,steps:e,values:o,y:r})]})}function mu({panel:t,steps:e,values:n,y:r}){return(t.right-t.left)/e.filter(o=>Y(o,t.steps)).length<5?null:u(S,{children:e.map((o,i)=>Number.isFinite(n[i])&&u("circle",{cx:t.x(o),cy:r(n[i]),r:2},o))})}function pu({panel:t,companions:e}){return u("g",{class:"companions",children:e.map(({series:n,...r})=>u("g",{fill:r.color,children:u(Mo,{panel:t,...r,steps:n.steps,values:t.quantity.read(n)})},r.run))})}function hu({panel:t,series:e}){return u("g",{class:"flag-marks",children:re(e).map((n,r)=>{if(!n.length)return null;let[o,i]=[e.steps[r],t.values[r]];return Number.isFinite(i)?u("circle",{cx:t.x(o),cy:t.y(i),r:5},o):u("path",{d:"M-3.5,-3.5L3.5,3.5M-3.5,3.5L3.5,-3.5",transform:`translate(${t.x(o)},${t.bottom-9})`},o)})})}function Be(t,e,n=-20,r=1){let o=4*-Math.sign(n);return`M${t},${e}v${n}l${10*r},${o}l${-10*r},${o}`}function du({panel:t,series:e,step:n}){let r=t.values[e.steps.indexOf(n)]??NaN;if(!Number.isFinite(r)||!Y(n,t.steps))return null;let[o,i,s]=[t.x(n),t.y(r),`keep ${v(n)}`],a=i-30>t.top+18?-1:1,l=o-14-H(s)>t.left?-1:1;return u("g",{class:"kept",children:[u("title",{children:`advised: keep step ${v(n)}`}),u("path",{d:Be(o,i,28*a,l)}),u("text",{x:o+13*l,y:i+24*a,dy:"0.32em","text-anchor":l>0?"start":"end",children:s})]})}function pm(t,e){return e.quantity.key==="loss"?t.has_increase?"minimum at":"lowest so far, at":t.has_increase?"loss minimum at":"lowest loss so far, at"}function gu({panel:t,series:e,report:n}){let r=n.minimum_step;if(r==null)return null;let o=t.values[e.steps.indexOf(r)]??NaN;if(!Number.isFinite(o))return null;let i=t.x(r);if(i<t.left||i>t.right)return null;let[s,a]=n.minimum_interval??[r,r],l=`${pm(n,t)} step ${v(r)}`,c=3.8*l.length,f=Math.min(Math.max(i,t.left+c+4),t.right-c-4);return u("g",{class:"minimum",children:[u("line",{class:"interval",x1:Math.max(t.left,t.x(s)),x2:Math.min(t.right,t.x(a)),y1:t.bottom-3,y2:t.bottom-3}),u("line",{class:"foot",x1:i,x2:i,y1:t.y(o),y2:t.bottom}),u("circle",{cx:i,cy:t.y(o),r:4.5}),u("text",{x:f,y:t.bottom-9,"text-anchor":"middle",children:l})]})}var hm={constant:"unchanged since start",decrease:"learns to keep its input",rising:"seems to forget it, not yet certain",increase:"forgets it"};function yu({focus:t,options:e}){let{rows:n}=t,r=n.some(o=>re(o).some(({length:i})=>i));return u("details",{class:"dropdown legend",onFocusOut:Mt,onKeyDown:Rt,children:[u("summary",{"aria-label":"How to read the charts",children:"?"}),u("section",{tabIndex:-1,"aria-label":"Legend",children:[u("ul",{children:[Object.entries(hm).map(([o,i])=>u("li",{children:[u(gm,{kind:o})," ",u("b",{children:o})," ",i]},o)),u(dm,{rows:n,options:e}),u("li",{children:[u("svg",{width:26,height:16,class:"minimum","aria-hidden":"true",children:[u("line",{class:"interval",x1:1,x2:25,y1:13,y2:13}),u("circle",{cx:13,cy:6,r:4.5})]}),"minimum and its interval"]}),u($o,{runs:[t]}),r&&u("li",{children:[u("svg",{width:26,height:14,class:"flag-marks","aria-hidden":"true",children:u("circle",{cx:13,cy:7,r:5})}),"flagged"]})]}),u("p",{children:"Phases and minimum are those of the reconstruction loss."})]})]})}function $o({runs:t}){return t.some(e=>e.rows.some(n=>Ct(e,n)!==null))?u("li",{children:[u("svg",{width:26,height:16,class:"kept","aria-hidden":"true",children:u("path",{d:Be(8,15,-13)})}),"step that is advised to keep"]}):null}function dm({rows:t,options:{quantity:e,accuracyDomain:n}}){let r=t.some(({spread:o})=>o);return u(S,{children:[u("li",{children:[u("svg",{width:26,height:14,class:"curve loss","aria-hidden":"true",children:[u("path",{class:"spread",d:"M0,3H26V11H0Z"}),u("path",{class:"line",d:"M0,7H26"})]}),e.label,r?", mean, lowest to highest seed":e.readErrors&&" \xB1 standard error"]}),n&&e.key!=="accuracy"&&u("li",{children:[u("svg",{width:26,height:14,class:"curve accuracy","aria-hidden":"true",children:u("path",{class:"line",d:"M0,7H26"})}),"probe accuracy, shared scale"]})]})}function nr({others:t,colors:e,dashes:n}){return t.length?u("ul",{class:"keys","aria-label":"Runs",children:t.map(r=>u("li",{children:[u(He,{color:e.get(r.summary.run),dash:n.get(r.summary.run)})," ",O(r)]},r.summary.run))}):null}function He({color:t,dash:e}){return u("svg",{width:26,height:10,class:"stroke","aria-hidden":"true",children:u("path",{d:"M0,5H26",stroke:t,"stroke-width":2,"stroke-dasharray":e||void 0})})}function gm({kind:t}){return u("svg",{width:26,height:14,class:`band ${t}`,"aria-hidden":"true",children:[u("rect",{width:26,height:14}),u("rect",{class:"edge",width:26,height:3}),t==="rising"&&u("path",{class:"hatch",d:Ve(0,0,26,14,5)})]})}function bu(t){let{focus:e,others:n}=t;return u("section",{children:[u(ym,{...t}),n.length>0?u(wm,{...t}):u("p",{class:"muted",children:["Choose further runs under ",u("b",{children:"Compare with"})," to see their differences to ",O(e),"."]})]})}var xe=[rr("run",({run:t})=>O(t)),rr("layer",({series:t})=>t.row.layer),rr("decoder",({series:t})=>t.row.decoder),rr("phase now",({report:t})=>t?.now??null),lt("minimum at step",({report:t})=>t?.minimum_step,v),lt("from step",({report:t})=>t?.minimum_interval?.[0],v),lt("to step",({report:t})=>t?.minimum_interval?.[1],v),lt("advised step",({run:t,series:e})=>Ct(t,e),v),lt("loss at minimum",({series:t,report:e})=>tr(t,e,"reconstruction_loss"),q),lt("last loss",({series:t})=>vt(t,"reconstruction_loss"),q),lt("rise since minimum",({series:t,report:e})=>er(t,e),W),lt("accuracy at minimum",({series:t,report:e})=>tr(t,e,"probe_accuracy"),W),lt("best accuracy",({series:t})=>ot(t)?.accuracy,W),lt("at step",({series:t})=>ot(t)?.step,v)];function rr(t,e){return{name:t,value:e,show:n=>e(n)??"\u2013"}}function lt(t,e,n){let r=o=>e(o)??null;return{name:t,value:r,show:o=>ze(r(o))?"\u2013":n(r(o))}}function ym({focus:t,others:e,colors:n,dashes:r}){let[o,i]=C({place:-1,down:!1}),s=k(()=>[t,...e].flatMap(f=>_m(f)),[t,e]),a=k(()=>xm(s,o),[s,o]),l=`${O(t)} phase minima`,c=()=>({columns:xe.map(({name:f})=>f),rows:a.map(f=>xe.map(({value:m})=>m(f)))});return u("div",{class:"minima",children:[u("div",{class:"scroll",children:u("table",{children:[u(bm,{sort:o,setSort:i}),u("tbody",{children:a.map(f=>u("tr",{children:xe.map(({name:m,show:p},h)=>u("td",{class:h>=_u?"number":"",children:[h===0&&u(He,{color:n.get(f.run.summary.run),dash:r.get(f.run.summary.run)}),p(f)]},m))},`${f.run.summary.run} ${f.series.key}`))})]})}),u("p",{class:"row",children:[u("button",{onClick:()=>St(Bn(c()),l,"csv","text/csv"),children:"CSV"}),u("button",{onClick:()=>St(Hn(c()),l,"json","application/json"),children:"JSON"}),u("span",{class:"muted",children:"The advised step is that of the last layer, where the record tells one. At its minimum a layer begins to forget its input; it is not the best checkpoint for every task."})]})]})}function bm({sort:t,setSort:e}){return u("thead",{children:u("tr",{children:xe.map(({name:n},r)=>u("th",{scope:"col",class:r>=_u?"number":"","aria-sort":t.place===r?t.down?"descending":"ascending":"none",children:u("button",{onClick:()=>e({place:r,down:t.place===r&&!t.down}),children:[n," ",t.place===r&&(t.down?"\u2193":"\u2191")]})},n))})})}function _m(t){return t.rows.map(e=>({run:t,series:e,report:A(t.reports,e.row)}))}var _u=xe.findIndex(({name:t})=>t==="minimum at step");function xm(t,{place:e,down:n}){let r=xe[e];return r?t.toSorted((o,i)=>{let[s,a]=[r.value(o),r.value(i)];if(ze(s)||ze(a))return Number(ze(s))-Number(ze(a));let l=typeof s=="number"?s-a:String(s).localeCompare(String(a),"en",{numeric:!0});return n?-l:l}):t}function ze(t){return t===null||typeof t=="number"&&!Number.isFinite(t)}function wm({focus:t,others:e,colors:n,dashes:r,options:o,cursor:i,actions:s}){let{quantity:a}=o,l=k(()=>t.rows.map(m=>({series:m,lines:vm(m,e,n,a,r)})).filter(({lines:m})=>m.length),[t.rows,e,n,r,a]),c=new Set(l.flatMap(({lines:m})=>m.map(p=>p.name))),f=O(t);return u(S,{children:[u("h2",{class:"section",children:[a.label,": difference to ",f]}),!l.length&&u("p",{class:"muted",children:["None of the other runs has a layer of ",f," by the same name and decoder."]}),u(nr,{others:e.filter(m=>c.has(O(m))),colors:n,dashes:r}),u("div",{class:"panels","aria-label":"Differences",children:l.map(({series:m,lines:p})=>u($t,{title:Q(m,t.rows),subtitle:`${a.label}, run minus ${f}`,table:()=>({columns:["run","step",`difference of ${a.label}`],rows:p.flatMap(h=>h.steps.map((d,g)=>[h.name,d,h.values[g]]))}),lines:p,label:"difference",name:`${Q(m,t.rows)}, difference of ${a.label}`,panel:m.key,quantity:a,options:o,level:0,cursor:i,actions:s},m.key))})]})}function vm(t,e,n,r,o){let i=new Map(t.steps.map((s,a)=>[s,r.read(t)[a]]));return e.flatMap(s=>{let a=s.rows.find(({key:f})=>f===t.key);if(!a)return[];let l=r.read(a),c=a.steps.flatMap((f,m)=>i.has(f)?[[f,l[m]-i.get(f)]]:[]);return[{name:O(s),color:n.get(s.summary.run),dash:o?.get(s.summary.run),steps:c.map(([f])=>f),values:c.map(([,f])=>f)}]})}var xu=["curves","map","compare"],km=[...xu,"breakdowns"];function wu(t){let{runs:e,focus:n,layers:r,quantities:o,selection:i,select:s}=t,a=new Set(e.map(({run:l})=>Ae(l))).size<e.length;return u("header",{class:"controls",children:[u(rt,{title:"Run",kind:"run",value:n,options:e.map(l=>[l.run,Pm(l)]),choose:l=>s({run:l})}),e.length>1&&u(Sm,{...t}),r.length>1&&u(ku,{name:"Layers",items:r.map(l=>({value:l,label:l})),chosen:Fn(r,i.layers)??r,choose:l=>s({layers:l.length===r.length?null:l})}),xu.includes(i.view)&&u(rt,{title:"Quantity",value:Ut(o,On(i)).key,options:o.map(({key:l,label:c})=>[l,c]),choose:l=>s({metric:l})}),km.includes(i.view)&&u(dt,{name:"Step axis",value:i.stepAxis,options:{log:"log(1 + step)",linear:"linear"},choose:l=>s({stepAxis:l})}),a&&u("label",{class:"switch",children:[u("input",{type:"checkbox",checked:i.grouped,onChange:()=>s({grouped:!i.grouped})}),"Mean over seeds"]})]})}function vu({selection:t,select:e}){return u(S,{children:[t.zoom&&u("button",{class:"chip",onClick:()=>e({zoom:null}),children:["steps ",t.zoom.map(v).join("\u2013")," \u2715"]}),t.step!==null&&u("button",{class:"chip",onClick:()=>e({step:null}),children:["held at step ",v(t.step)," \u2715"]})]})}function Sm({runs:t,focus:e,others:n,colors:r,dashes:o,select:i}){let s=t.filter(({run:a})=>a!==e).map(({run:a})=>({value:a,label:wt(a),color:r.get(a),dash:o.get(a)}));return u(ku,{name:"Compare with",items:s,chosen:n,choose:a=>i({others:a})})}var Mm=10;function ku({name:t,items:e,chosen:n,choose:r}){let[o,i]=C(""),s=e.map(({value:f})=>f).filter(f=>n.includes(f)),a=e.filter(({label:f})=>f.toLowerCase().includes(o.toLowerCase())),l=f=>r(e.map(m=>m.value).filter(m=>m===f!==s.includes(m))),c=a.map(({value:f})=>f);return u("div",{children:[u("span",{class:"control-name",children:t}),u(Rm,{label:`${s.length} of ${e.length}`,name:t,children:[e.length>Mm&&u("input",{type:"search",placeholder:"filter","aria-label":`Filter ${t}`,value:o,onInput:f=>i(f.currentTarget.value)}),u("div",{class:"row",children:[u("button",{onClick:()=>r([...new Set([...s,...c])]),children:"all"}),u("button",{onClick:()=>r(s.filter(f=>!c.includes(f))),children:"none"})]}),u("ul",{children:a.map(({value:f,label:m,color:p,dash:h})=>u("li",{children:u("label",{children:[u("input",{type:"checkbox",checked:s.includes(f),onChange:()=>l(f)}),p&&u(He,{color:p,dash:h}),m]})},f))})]})]})}function Rm({label:t,name:e,children:n}){return u("details",{class:"dropdown",onFocusOut:Mt,onKeyDown:Rt,children:[u("summary",{"aria-label":`${e}: ${t}`,children:[t," \u25BE"]}),u("div",{tabIndex:-1,children:n})]})}function Pm({run:t,num_steps:e,last_step:n,error:r}){let o=n===null?"no probe step":`${Zt(e,"probe step")} to step ${v(n)}`;return`${wt(t)} \xB7 ${r?"damaged, ":""}${o}`}var Nm={curves:"Curves",portrait:"Phase portrait",map:"Heat map",images:"Reconstructions",compare:"Compare",breakdowns:"Breakdowns"};function Su({view:t,choose:e}){return u("nav",{class:"views",role:"tablist","aria-label":"Views",onKeyDown:r=>{let o={ArrowLeft:-1,ArrowRight:1}[r.key];if(!o||_e(r))return;r.preventDefault();let i=Wt[(Wt.indexOf(t)+o+Wt.length)%Wt.length];e(i),r.currentTarget.querySelector(`[data-view="${i}"]`).focus()},children:Wt.map(r=>u("button",{role:"tab",id:`tab-${r}`,"aria-controls":"view","data-view":r,"aria-selected":r===t,tabIndex:r===t?0:-1,onClick:()=>e(r),children:Nm[r]},r))})}var $m='model.fit(x, y, callbacks=[PhaseProbe(log_dir="logs/run1")])';function Mu(){return u("main",{class:"empty",children:[u(Tm,{}),u("h1",{children:"Installed, waiting for the first probe step"}),u("p",{children:"Add one callback to your training. The first point, the untrained network, appears at once."}),u("pre",{tabIndex:0,children:u("code",{children:[u("span",{class:"muted",children:"from keras_phases import PhaseProbe"}),`

`,$m]})}),u("p",{class:"muted",children:["Training already? TensorBoard must watch the same folder, ",u("code",{children:"tensorboard --logdir logs"}),"; a new probe step appears here by itself within seconds."]})]})}var Cm=[["constant",0,80],["decrease",80,100],["increase",180,100]];function Tm(){return u("svg",{class:"empty-curve",width:280,height:92,viewBox:"0 0 280 92","aria-hidden":"true",children:[Cm.map(([t,e,n])=>u("g",{class:`band ${t}`,children:[u("rect",{x:e,width:n,height:78}),u("text",{x:e+n/2,y:14,"text-anchor":"middle",children:t})]},t)),u("g",{class:"curve loss",children:u("path",{class:"line",d:"M2,32L80,33C110,34 140,62 180,62S250,36 278,26"})}),u("g",{class:"axis",children:u("line",{x2:280,y1:78,y2:78})})]})}function Ru({focus:{rows:t,reports:e,answers:n,numSeeds:r}}){let o=t.at(-1);if(!o||!n?.length)return null;let i=A(e,o.row)?.stages?.at(-1)?.kind??"";return u("div",{class:`answers ${i}`,role:"status",children:[n.map(({question:s,short:a,detail:l})=>u("details",{children:[u("summary",{children:[u("span",{class:"muted",children:s})," ",u("b",{children:a})]}),u("p",{children:l})]},s)),r&&u("p",{class:"muted",children:"In the run with the middle step."})]})}var Kt={top:8,right:12,bottom:66},Pu=6.6;function Am({rows:t,reports:e,quantity:n,domain:r,stepAxis:o,steps:i},s){let a=oe(t),l=Math.min(.3*s,14+Pu*Math.max(4,...a.map(({length:g})=>g))),c=s-Kt.right,f=t.length>24?14:t.length>12?20:28,m=Bt(o,i,[l+6,c-6]),p=t.map(g=>n.read(g)),h=t.map((g,y)=>{let[b,x]=r??pe(n,[g]),_=A(e,g.row)?.minimum_step??-1;return{series:g,name:a[y],top:Kt.top+y*f,values:p[y],low:b,high:x,edges:Lm(g.steps.map(w=>m(w)),l,c),minimum:g.steps.indexOf(_)}}),d=Kt.top+t.length*f;return{width:s,height:d+Kt.bottom,left:l,right:c,bottom:d,cell:f,x:m,rows:h}}function Lm(t,e,n){let r=i=>Math.min(n,Math.max(e,i)),o=(n-e)/40;return t.map((i,s)=>{let a=s?(i-t[s-1])/2:void 0,l=s<t.length-1?(t[s+1]-i)/2:void 0;return[r(i-(a??l??o)),r(i+(l??a??o))]})}function Em({held:t,cursor:e,actions:n,name:r,run:o,...i}){let{rows:s,reports:a,quantity:l,domain:c,stepAxis:f,steps:m}=i,[p,h]=ut(640),d=k(()=>Am(i,h),[s,a,l,c,f,m,h]),g=(b,x)=>{let _=d.rows[Math.floor((x-Kt.top)/d.cell)];if(!_)return null;let{key:w,steps:P}=_.series;return{step:P[Te(P,d.x,b)],panel:w}},y=k(()=>u(S,{children:[d.rows.map(b=>u(Dm,{row:b,cell:d.cell,left:d.left,quantity:l},b.series.key)),u("g",{class:"axis axis-step",children:[u(mo,{...d,stepAxis:f,steps:m}),u("line",{x1:d.left,x2:d.right,y1:d.bottom,y2:d.bottom})]}),u(Im,{layout:d,quantity:l,domain:c})]}),[d,l,f,m,c]);return u("div",{ref:p,class:"chart",children:u("svg",{class:"heat-map",width:h,height:d.height,viewBox:`0 0 ${h} ${d.height}`,role:"img",tabIndex:0,"aria-label":`${r}: ${l.label} of ${s.length} layers at every probe step. Arrow keys move the cursor.`,...Xn({rows:s,cursor:e,actions:n,run:o,find:g}),children:[y,t!==null&&Y(t,m)&&u("line",{class:"held",x1:d.x(t),x2:d.x(t),y1:Kt.top,y2:d.bottom}),u(Om,{layout:d,cursor:e})]})})}var Nu=at(Em);function Dm({row:t,cell:e,left:n,quantity:r}){let{series:o,name:i,top:s,values:a,low:l,high:c,edges:f,minimum:m}=t,p=tt(i,Math.floor((n-13)/Pu)),h=f[m]&&(f[m][0]+f[m][1])/2;return u("g",{children:[u("text",{x:n-6,y:s+e/2,dy:"0.32em","text-anchor":"end",children:[p,p!==o.row.layer&&u("title",{children:o.row.layer})]}),f.map(([d,g],y)=>{let b=a[y];return g<=d?null:Number.isFinite(b)?u("rect",{x:d,y:s,width:g-d+.4,height:e-1,fill:En((b-l)/(c-l))},y):u("rect",{class:"missing",x:d,y:s,width:g-d,height:e-1},y)}),h!==void 0&&In(r)&&u("g",{children:[u("title",{children:"reconstruction minimum"}),["rim","lowest"].map(d=>u("circle",{class:d,cx:h,cy:s+(e-1)/2,r:Math.min(5,e/4)},d))]})]})}function Im({layout:t,quantity:e,domain:n}){let r=Math.min(220,t.right-t.left),o=n?.map(e.format)??["lowest of the layer","highest"];return u("g",{class:"color-legend",transform:`translate(${t.left},${t.bottom+36})`,children:[Array.from({length:44},(i,s)=>u("rect",{x:s*r/44,width:r/44+.5,height:10,fill:En(s/43)},s)),u("text",{y:24,children:o[0]}),u("text",{x:r,y:24,"text-anchor":"end",children:o[1]}),u("text",{x:r+10,y:9,children:e.label})]})}function Om({layout:t,cursor:e}){let n=N(null);return ft(e,r=>{let[o,i]=n.current.children,s=t.rows.find(({series:c})=>c.key===r?.panel)??t.rows[0];if(n.current.toggleAttribute("data-shown",!!(r&&s)),!r||!s)return;let[a,l]=s.edges[V(s.series.steps,r.step)]??[0,0];o.setAttribute("transform",`translate(${(a+l)/2},0)`),i.style.display=s.series.key===r.panel?"":"none",i.setAttribute("x",String(a)),i.setAttribute("y",String(s.top)),i.setAttribute("width",String(Math.max(0,l-a)))},[t]),u("g",{ref:n,class:"cursor","aria-hidden":"true",children:[u("line",{y1:Kt.top,y2:t.bottom}),u("rect",{class:"frame",height:t.cell-1})]})}function or({focus:t,others:e,selection:n,cursor:r,actions:o,subtitle:i,tabulate:s,legend:a,draw:l}){let c=[t,...e];return u("div",{class:c.length>1?"panels portraits":"panels single",children:c.map(f=>{let{summary:m,rows:p,reports:h,advice:d}=f,g=O(f);return u(Pt,{title:g,subtitle:i,table:()=>s(f),legend:a?.(f),wide:c.length===1,children:l({name:g,run:m.run,rows:p,reports:h,advice:d,held:n.step,cursor:r,actions:o})},m.run)})})}var Fm={shared:"one scale for all layers",each:"each layer by itself"};function $u(t){let{quantity:e,stepAxis:n,steps:r}=t.options,{focus:o,others:i}=t,[s,a]=C("shared"),l=k(()=>pe(e,[o,...i].flatMap(({rows:c})=>c)),[e,o,i]);return u("section",{children:[u("div",{class:"view-controls",children:u(dt,{name:"Colours",value:s,options:Fm,choose:a})}),u(or,{...t,subtitle:`${e.label} (${e.unit})`,tabulate:c=>qm(c,e),draw:c=>u(Nu,{...c,quantity:e,domain:s==="shared"?l:null,stepAxis:n,steps:r})})]})}function qm({rows:t},e){let n=t[0]?.steps??[],r=t.map(o=>[o.row.layer,o.row.decoder,...e.read(o)]);return{columns:["layer","decoder",...n.map(o=>`step ${o}`)],rows:r}}function Tu({rows:t},{summary:e}){let n=t.map(({size:l})=>l),r=[Math.max(...n.map(([l])=>l)),Math.max(...n.map(([,l])=>l))],{input_shape:o,target:i}=e.layout?.run??{};if(i||!Array.isArray(o))return r;let[s,a]=o;return Cu(s,r[0])&&Cu(a,r[1])?[s,a]:r}function Cu(t,e){return Number.isInteger(t)&&t>=e&&t<=4096}function Au([t,e],n){let r=e<=n?Math.floor(n/e):n/e;return[Math.round(r*t),Math.round(r*e)]}function Lu(t,e,n,r){if(!r)return[0,0,0,0];let[o,i]=t.map((l,c)=>Math.floor((e[c]-l)/2)*n[c]/e[c]),[s,a]=t.map((l,c)=>l*n[c]/e[c]);return[o,n[1]-i-a,n[0]-o-s,i]}function Eu(t){return ne(t).includes("target_cropped")}var Vm=700;function Du({focus:t,selection:e,select:n,source:r}){let o=Bm(r,t);return o===void 0?u("p",{class:"muted",children:"Loading \u2026"}):typeof o=="string"?u("p",{class:"problem",children:o}):o.steps.length?u(zm,{listing:o,focus:t,selection:e,select:n,source:r}):u(Hm,{problem:o.error})}function Bm(t,{summary:e}){let[n,r]=C();return U(()=>{let o=!0;return t.fetchImages(e.run).catch(i=>i.message).then(i=>o&&r({run:e.run,listing:i})),()=>{o=!1}},[t,e.run,e.last_step,e.last_wall_time]),n?.run===e.run?n.listing:void 0}function Hm({problem:t}){return u("section",{class:"empty",children:[u("h2",{children:"This run has no reconstructed images"}),u("p",{children:t??"The probe keeps the reconstructions of a few held-out examples where the input is an image of one or three channels:"}),u("pre",{tabIndex:0,children:u("code",{children:'model.fit(x, y, callbacks=[PhaseProbe(images=8, log_dir="logs/run1")])'})})]})}function zm({listing:t,focus:e,selection:n,select:r,source:o}){let{steps:i,num_examples:s,labels:a,error:l}=t,[c,f]=C(null),m=c!==null&&c<s?c:null,p=n.step===null?i.length-1:V(i,n.step),h=Gm(t,e,i[p],n.from),d=h[fn(h,({row:_})=>t.rows[_].size[1])]??{row:0,isCrop:!1};U(()=>{if(!(p+1>=i.length))for(let{row:_}of h)new Image().src=o.imageUrl(t,p+1,_)},[t,p,o]);let{against:g}=n,y=Tu(t,e),b=Au(y,m===null?64:224),x=({row:_,isCrop:w},P)=>{let L=o.imageUrl(t,p,_,P===null),D=g&&P!==null?{input:()=>o.imageUrl(t,p,_,!0),step:()=>o.imageUrl(t,P,_)}[g]():void 0,j=m===null?Array.from({length:s},(M,E)=>E):[m],F=Lu(t.rows[_].size,y,b,w),G={url:L,over:D,count:s,cell:b,borders:F,isFaint:g==="step"};return j.map(M=>u(Xm,{at:M,...G},M))};return u("section",{class:"images","aria-label":"Reconstructions",children:[l&&u("p",{class:"problem",children:l}),u("div",{class:"view-controls",children:[u(Um,{steps:i,index:p,show:_=>r({step:i[_]})}),u(rt,{title:"Example",value:String(m??""),options:jm(s,a),choose:_=>f(Oe(_))}),u(Qm,{steps:i,selection:n,select:r})]}),g==="step"&&u("p",{class:"explanation",children:"Absolute difference between the reconstructions at two steps, twice as bright: what the layer lost or learned since."}),u("div",{class:m===null?"strips":"strips large",children:[u("figure",{children:[u("figcaption",{children:u("b",{children:"input"})}),u("div",{children:x(d,null)})]}),h.map(({key:_,from:w,...P})=>u("figure",{children:[u(Wm,{...P,before:g==="step"?i[w]:null}),u("div",{children:x(P,w)})]},_))]})]})}function jm(t,e){let n=Array.from({length:t},(r,o)=>`${o+1}${e?` \xB7 class ${e[o]}`:""}`);return[["","all"],...n.map((r,o)=>[String(o),r])]}function Gm(t,{rows:e,reports:n},r,o){let{steps:i}=t;return t.rows.flatMap(({layer:s,decoder:a},l)=>{let c=e.find(({row:d})=>d.layer===s&&d.decoder===a);if(!c)return[];let f=c.column("reconstruction_loss"),m=Dt(c.steps,f,r);if(!Number.isFinite(m))return[];let p=V(i,o??A(n,c.row)?.minimum_step??i[0]),h=Dt(c.steps,f,i[p]);return[{key:c.key,layer:s,decoder:a,row:l,isCrop:Eu(c),loss:m,from:p,lossBefore:h}]})}function Um({steps:t,index:e,show:n}){let[r,o]=C(!1);U(()=>{if(!r)return;let s=setTimeout(()=>n((e+1)%t.length),Vm);return()=>clearTimeout(s)},[r,e,t]);let i=v(t[e]);return u(S,{children:[u("button",{"aria-pressed":r,onClick:()=>o(!r),children:r?"\u23F8 pause":"\u25B6 play"}),u("label",{class:"slider",children:[u("span",{class:"control-name",children:["Step ",i]}),u("input",{type:"range",name:"step",min:0,max:t.length-1,value:e,"aria-valuetext":`step ${i}`,onInput:s=>n(Number(s.currentTarget.value))})]})]})}function Wm({layer:t,decoder:e,loss:n,lossBefore:r,before:o}){return u("figcaption",{children:[u("b",{children:t})," ",u("span",{class:"muted",children:e}),u("br",{}),u("span",{class:"muted",children:["loss ",o!==null&&`${q(r)} at step ${v(o)}, now `,q(n)]})]})}function Qm({steps:t,selection:e,select:n}){let{against:r,from:o}=e,i=s=>{n(s==="minimum"?{against:"step",from:null}:s==="input"||s===""?{against:s||null}:{against:"step",from:Number(s)})};return u(rt,{title:"Difference to",name:"against",value:r==="step"?String(o??"minimum"):r??"",options:[["","nothing"],["input","the input"],["minimum","the reconstruction minimum"],...Ie(t,o)],choose:i})}var Km=2;function Xm({url:t,over:e,at:n,count:r,cell:[o,i],borders:s,isFaint:a}){let l=[t,...e?[e]:[]].map(c=>`url("${c.replaceAll('"',"%22")}")`);return u("span",{class:"example",role:"img","aria-label":`example ${n+1}`,style:{width:`${i}px`,height:`${o}px`,borderWidth:s.map(c=>`${c}px`).join(" "),backgroundImage:l.join(","),backgroundSize:`${r*100}% 100%`,backgroundPosition:r>1?`${100*n/(r-1)}% 0`:"0 0",backgroundBlendMode:e?"difference":"normal",filter:e&&a?`brightness(${Km})`:void 0}})}function Iu({rows:t}){let e=[...t.some(ot)?[]:[Ym(t)],...qu(t).map(Pr)];return u(Fu,{of:"this run",notes:e})}function Ou({series:t,rows:e,report:n}){let r=qu(e),i=[...ne(t).filter(s=>s!=="no_labels"&&!r.includes(s)).map(Pr),...n?.error?[`Phases were not found. ${n.error}`]:[]];return u(Fu,{of:t.row.layer,notes:i})}function Fu({of:t,notes:e}){return e.length?u("details",{class:"menu badge",onFocusOut:Mt,onKeyDown:Rt,children:[u("summary",{"aria-label":`${Zt(e.length,"note")} on ${t}`,children:["\u2691 ",e.length]}),u("ul",{class:"notes",tabIndex:-1,children:e.map(n=>u("li",{children:n},n))})]}):null}function Ym(t){return t.some(({flags:n})=>n().some(r=>r.includes("no_labels")))?"No labels reached the probe, so there is no probe accuracy to draw.":"No probe accuracy was measured, so there is none to draw."}function qu(t){let[e=[],...n]=t.map(ne);return e.filter(r=>r!=="no_labels"&&n.every(o=>o.includes(r)))}function Vu({summary:t}){let e=Object.entries(t.layout?.run??{}).filter(([n])=>n!=="columns");return e.length?u("details",{class:"settings",children:[u("summary",{children:"Settings"}),u("dl",{children:e.map(([n,r])=>u("div",{children:[u("dt",{children:n}),u("dd",{children:typeof r=="string"?r:JSON.stringify(r)})]},n))})]}):null}function Jm({series:t,report:e,kept:n,companions:r,options:o},i){let s=en(),a=In(o.quantity),l=[i.left,i.right,i.stepAxis,...i.steps],c=k(()=>u(uu,{panel:i,phases:e?.stages??[]}),[e,...l]),f=k(()=>u(zn,{panel:i}),l),m=k(()=>[u(wa,{panel:i}),u(fu,{panel:i,series:t})],[t,o.accuracyDomain,i.accuracy===null,...l]);return k(()=>u("g",{class:"marks",children:[c,u(jn,{panel:i}),m[0],f,u("clipPath",{id:s,children:u("rect",{x:i.left,y:i.top-6,width:i.right-i.left,height:i.bottom-i.top+12})}),u("g",{"clip-path":`url(#${s})`,children:[u(pu,{panel:i,companions:r}),m[1],u(cu,{panel:i,series:t}),u(hu,{panel:i,series:t})]}),u(lu,{panel:i}),a&&n!==null&&u(du,{panel:i,series:t,step:n}),a&&e&&u(gu,{panel:i,series:t,report:e})]}),[i,e,n,r,t])}function Zm(t){let{series:e,companions:n,options:r,held:o,cursor:i,actions:s}=t,[a,l]=ut(360),c=k(()=>As(e,n,r,l),[e,n,r,l]),{x:f,steps:m}=c,{brush:p,handlers:h}=Yn({panel:e.key,steps:e.steps,x:f,domain:m,cursor:i,actions:s}),d=Jm(t,c);return u("div",{ref:a,class:"chart",children:u("svg",{width:l,height:jt,viewBox:`0 0 ${l} ${jt}`,role:"img",tabIndex:0,"aria-label":tp(t),...h,children:[d,o!==null&&Y(o,m)&&u("line",{class:"held",x1:f(o),x2:f(o),y1:c.top,y2:c.bottom}),p&&u(Gn,{panel:c,ends:p}),u(ka,{panel:c,series:e,cursor:i})]})})}var Bu=at(Zm);function tp({series:t,report:e,kept:n,options:{quantity:r}}){let{row:o,steps:i}=t,[s,a]=[i.at(-1),ot(t)],l=[`${o.layer}, ${o.decoder} decoder: ${r.label} at ${Zt(i.length,"probe step")}`];return s!==void 0&&l.push(`${r.format(r.read(t).at(-1))} at step ${v(s)}`),a&&l.push(`best probe accuracy ${W(a.accuracy)} at step ${v(a.step)}`),e?.description&&l.push(e.description),n!==null&&l.push(`advised: keep step ${v(n)}`),`${l.join("; ")}. Arrow keys move the cursor, Enter holds a step, + and 0 zoom.`}var ep={constant:"\u2192",decrease:"\u2198",rising:"\u2197",increase:"\u2197"},Hu=["constant","decrease","increase"];function ir({report:t}){let e=t?.stages?.at(-1);return e?u("span",{class:`phase-now ${e.kind}`,title:t?.description,children:[u(np,{kind:e.kind})," ",ep[e.kind]," ",t.now]}):u("span",{class:"phase-now muted",children:t?.now})}function np({kind:t}){let e=Hu.indexOf(t==="rising"?"increase":t),n=(r,o)=>{let i=2*Math.PI*r/3;return`${(o*Math.sin(i)).toFixed(2)},${(-o*Math.cos(i)).toFixed(2)}`};return u("svg",{class:"clock",width:14,height:14,viewBox:"-8 -8 16 16","aria-hidden":"true",children:[Hu.map((r,o)=>u("path",{class:`edge ${r}`,opacity:o===e&&t!=="rising"?1:.35,d:`M0,0L${n(o,8)}A8,8 0 0 1 ${n(o+1,8)}Z`},r)),u("path",{class:"hand",d:`M0,0L${n(e+.5,6.5)}`})]})}function Gu({focus:t,others:e,colors:n,dashes:r,options:o,selection:i,cursor:s,actions:a}){let l=k(()=>new Map(t.rows.map(({key:m})=>[m,sp(m,e,n,r)])),[t.rows,e,n,r]),c=oe(t.rows),f=o.accuracyDomain&&o.quantity.key!=="accuracy";return u("section",{class:"panels","aria-label":"Layers",children:[ip(t.rows).map(m=>{let p=A(t.reports,m.row),h=l.get(m.key);return u(Pt,{title:m.row.layer,short:c[t.rows.indexOf(m)],isMain:m===t.rows.at(-1),subtitle:`width ${v(m.row.num_features)} \xB7 ${m.row.decoder} decoder`,panel:m.key,aside:u(S,{children:[u(ir,{report:p}),u(Ou,{series:m,rows:t.rows,report:p})]}),table:()=>ap(m),legend:[{color:"var(--loss)",text:`${o.quantity.label}, ${O(t)}`},...f?[{color:"var(--accuracy)",text:"probe accuracy"}]:[],...h.map(({name:d,color:g,dash:y})=>({color:g,dash:y,text:d}))],children:u(Bu,{series:m,report:p,kept:Ct(t,m),companions:h,options:o,held:i.step,cursor:s,actions:a})},m.key)}),u(rp,{focus:t,others:e,colors:n,dashes:r,options:o,cursor:s,actions:a})]})}var zu=[{column:"model_accuracy",quantity:pt("accuracy",!0)},{column:"model_loss",quantity:pt("loss",!1)}];function rp({focus:t,others:e,colors:n,dashes:r,options:o,cursor:i,actions:s}){let a=k(()=>zu.map(({column:f})=>[t,...e].flatMap((m,p)=>op(m,f,p?n:null,r))),[t,e,n,r]),l=a.findIndex(({length:f})=>f);if(l<0)return null;let{quantity:c}=zu[l];return u($t,{title:"The model itself",subtitle:`${c.label} on held-out rows`,lines:a[l],label:c.label,name:"The model itself",panel:t.rows[0].key,quantity:c,options:o,cursor:i,actions:s})}function op(t,e,n,r){let[o]=t.rows,i=o?.column(e)??[];if(!o||!i.some(Number.isFinite))return[];let{run:s}=t.summary;return[{name:O(t),color:n?.get(s)??"var(--accuracy)",dash:n?r.get(s):"",steps:o.steps,values:i}]}function ip(t){return[...t.slice(-1),...t.slice(0,-1)]}function sp(t,e,n,r){return e.flatMap(o=>{let{run:i}=o.summary,s=o.rows.find(a=>a.key===t);return s?[{run:i,name:O(o),color:n.get(i),dash:r.get(i),series:s}]:[]})}var ju=["epoch","reconstruction_loss","reconstruction_stderr","explained_variance","probe_accuracy","model_accuracy"];function ap(t){let e=t.metricNames.filter(i=>!i.includes("_group_")&&i!=="flags"),n=[...ju.filter(i=>e.includes(i)),...e.filter(i=>!ju.includes(i))],r=n.map(i=>t.column(i)),o=t.flags().map((i,s)=>[t.steps[s],...r.map(a=>a[s]),i.join(" ")]);return{columns:["step",...n,"flags"],rows:o}}var Tt={top:26,right:96,bottom:40,left:54};function up({rows:t,reports:e,advice:n,axes:r,theme:o},i){let s=Math.round(Math.min(520,Math.max(300,.62*i))),[a,l]=r.map(p=>t.map(h=>p.read(h))),c=X(Uu(t,r[0]),[Tt.left+8,i-Tt.right]),f=X(Uu(t,r[1]),[s-Tt.bottom-8,Tt.top+8]),m=t.map((p,h)=>{let d=p.steps.map((y,b)=>({step:y,x:c(a[h][b]),y:f(l[h][b])})).filter(y=>Number.isFinite(y.x)&&Number.isFinite(y.y)),g=A(e,p.row);return{series:p,color:Gt(h,t.length,o),places:d,parts:lp(d,g),minimum:d.findIndex(({step:y})=>y===g?.minimum_step),kept:d.findIndex(({step:y})=>y===Ct({rows:t,advice:n},p))}});return{width:i,height:s,x:c,y:f,trajectories:m}}function Uu(t,e){let[n,r]=pe(e,t);return e.isTurned?[r,n]:[n,r]}function lp(t,e){let n=t.length-1;return n<1?[]:e?.stages?.length?e.stages.flatMap(({kind:r,start_step:o,end_step:i})=>{let s=t.flatMap(({step:a},l)=>a>=o&&a<=i?[l]:[]);return s.length>1?[{kind:r,from:s[0],to:s.at(-1)}]:[]}):[{kind:"constant",from:0,to:n}]}function cp({rows:t,reports:e,advice:n,axes:r,theme:o,held:i,cursor:s,actions:a,name:l,run:c}){let[f,m]=ut(640),p=k(()=>up({rows:t,reports:e,advice:n,axes:r,theme:o},m),[t,e,n,r,o,m]),h=k(()=>u(S,{children:[u(mp,{layout:p,axes:r}),p.trajectories.map(d=>u(pp,{trajectory:d},d.series.key)),u(dp,{layout:p})]}),[p,r]);return u("div",{ref:f,class:"chart",children:u("svg",{class:"portrait",width:m,height:p.height,viewBox:`0 0 ${m} ${p.height}`,role:"img",tabIndex:0,"aria-label":`${l}: ${r[1].label} against ${r[0].label}, a trajectory for each of ${t.length} layers. Arrow keys move along the steps.`,...Xn({rows:t,first:t.length-1,cursor:s,actions:a,run:c,find:(d,g)=>fp(p,d,g)}),children:[h,u(bp,{layout:p,cursor:s,held:i})]})})}var Wu=at(cp);function fp({trajectories:t},e,n){let r=null,o=40**2;for(let{series:i,places:s}of t)for(let a of s){let l=(a.x-e)**2+(a.y-n)**2;l<o&&([o,r]=[l,{step:a.step,panel:i.key}])}return r}function mp({layout:{width:t,height:e,x:n,y:r},axes:o}){let[i,s,a]=[Tt.left,t-Tt.right+8,e-Tt.bottom],l=Math.max(3,t/110);return u("g",{class:"axis",children:[u("line",{x1:i,x2:s,y1:a,y2:a}),u(co,{ticks:n.ticks(l),x:n,bottom:a,format:n.tickFormat(l,o[0].tickFormat)}),u(fo,{ticks:r.ticks(6),y:r,left:i,right:s,format:r.tickFormat(6,o[1].tickFormat)}),u("text",{class:"axis-title",x:2,y:12,children:[o[1].isTurned?"\u2193":"\u2191"," ",o[1].label]}),u("text",{class:"axis-title",x:s,y:a+34,"text-anchor":"end",children:[o[0].label," ",o[0].isTurned?"\u2190":"\u2192"]})]})}function pp({trajectory:{color:t,places:e,parts:n,minimum:r,kept:o}}){let i=qe(({x:f})=>f,({y:f})=>f),s=e[0],[a,l]=[e[r],e[o]],c=n.length>0&&n.every(({kind:f})=>f==="constant");return u("g",{class:c?"trajectory still":"trajectory",stroke:t,fill:t,children:[n.map(({kind:f,from:m,to:p})=>u("path",{class:`way ${f}`,d:i(e.slice(m,p+1))??""},m)),hp(e).map(({x:f,y:m,angle:p},h)=>u("path",{class:"arrow",d:"M-4.5,-3.5L3.5,0L-4.5,3.5Z",transform:`translate(${f},${m}) rotate(${p})`},h)),s&&u("circle",{class:"start",cx:s.x,cy:s.y,r:3.5}),a&&u("circle",{class:"lowest",cx:a.x,cy:a.y,r:5}),l&&u("g",{class:"kept",children:[u("title",{children:`advised: keep step ${v(l.step)}`}),u("path",{d:Be(l.x,l.y)})]})]})}function hp(t){let e=[],n=30;return t.slice(1).forEach((r,o)=>{let i=t[o],[s,a]=[r.x-i.x,r.y-i.y],l=Math.hypot(s,a);n+=l,!(l<9||n<60)&&(n=0,e.push({x:i.x+s/2,y:i.y+a/2,angle:Math.atan2(a,s)*180/Math.PI}))}),e}function dp({layout:{trajectories:t,width:e,height:n}}){let r=oe(t.map(({series:l})=>l)),o=t.flatMap(({series:l,color:c,places:f},m)=>f.length?[{series:l,name:r[m],color:c,...f.at(-1)}]:[]).toSorted((l,c)=>l.y-c.y),i=o.map(({name:l,x:c})=>tt(l,Math.floor((e-c-12)/H("x")))),s=o.map(({x:l,y:c},f)=>({left:l,right:l+12+H(i[f]),y:c})),a=yp(s,13,14,n-Tt.bottom);return u("g",{class:"ends",children:o.map(({series:l,name:c,color:f,x:m,y:p,step:h},d)=>u("g",{children:[u("circle",{cx:m,cy:p,r:3.5,fill:f}),a[d]!==null&&u(S,{children:[u("line",{x1:m+4,y1:p,x2:m+10,y2:a[d],stroke:f}),u("text",{x:m+12,y:a[d],dy:"0.32em",children:i[d]})]}),u("title",{children:`${c} at step ${v(h)}`})]},l.key))})}var gp=3;function yp(t,e,n,r){let o=[],i=({left:a,right:l,y:c})=>c>=n&&c<=r&&o.every(f=>a>=f.right||l<=f.left||Math.abs(c-f.y)>e-1e-6),s=a=>{let l=o.flatMap(m=>[m.y-e,m.y+e]),f=[Math.min(r,Math.max(n,a.y)),...l].filter(m=>i({...a,y:m})).toSorted((m,p)=>Math.abs(m-a.y)-Math.abs(p-a.y))[0];return f===void 0||Math.abs(f-a.y)>gp*e?null:f};return t.map(a=>{let l=s(a);return l!==null&&o.push({...a,y:l}),l})}function bp({layout:t,cursor:e,held:n}){let r=N(null);return ft(e,o=>{let i=o?.step??n;r.current.toggleAttribute("data-shown",i!==null),i!==null&&t.trajectories.forEach(({places:s,series:a},l)=>{let c=r.current.children[l],f=s[V(s.map(m=>m.step),i)];c.style.display=f?"":"none",f&&(c.setAttribute("transform",`translate(${f.x},${f.y})`),c.setAttribute("r",a.key===o?.panel?"6":"4"))})},[t,n]),u("g",{ref:r,class:"cursor","aria-hidden":"true",children:t.trajectories.map(({series:o,color:i})=>u("circle",{r:4,fill:i},o.key))})}function Ku(t){let{quantities:e,selection:n,select:r}=t,o=xt(),[i,s]=n.portrait,a=k(()=>Ys(e),[e]),l=k(()=>[Ut(a,i),Ut(a,s)],[a,i,s]),c=[i,s].find(p=>!a.some(({key:h})=>h===p)),f=Js(a),m=f.find(({axes:[p,h]})=>p===i&&h===s);return u("section",{children:[u("div",{class:"view-controls",children:[f.length>1&&u(dt,{name:"Plane",value:m?.key??"",options:Object.fromEntries(f.map(({key:p,label:h})=>[p,h])),choose:p=>r({portrait:f.find(({key:h})=>h===p).axes})}),["X axis","Y axis"].map((p,h)=>u(rt,{title:p,name:`axis-${h}`,value:l[h].key,options:a.map(({key:d,label:g})=>[d,g]),choose:d=>r({portrait:l.map(({key:g},y)=>y===h?d:g)})},p)),u(_p,{runs:[t.focus,...t.others]})]}),c&&u("p",{class:"problem",children:["Nothing was measured of '",c,"': the reconstruction loss stands in its place."]}),m&&Qu[m.key]&&u("p",{class:"explanation",children:Qu[m.key]}),u(or,{...t,subtitle:`${l[1].label} against ${l[0].label}`,tabulate:p=>xp(p,l),legend:({rows:p})=>p.map((h,d)=>({color:Gt(d,p.length,o),text:Q(h,p)})),draw:p=>u(Wu,{...p,axes:l,theme:o})})]})}var Qu={information:"What a layer knows of its input (x axis) and of the label (y axis), both on held-out rows: up is fitting, to the left is forgetting.",binned:"Binned mutual information of a deterministic network is a property of its bins (Goldfeld et al., 2018): read it beside the information plane, not instead of it."};function _p({runs:t}){return u("ul",{class:"ways","aria-label":"Legend",children:[["constant","decrease","rising","increase"].map(e=>u("li",{children:[u("svg",{width:34,height:12,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:u("path",{class:`way ${e}`,d:"M1,6H33"})}),e]},e)),u("li",{children:[u("svg",{width:12,height:12,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:u("circle",{class:"start",cx:6,cy:6,r:3.5})}),"first step"]}),u("li",{children:[u("svg",{width:14,height:14,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:u("circle",{class:"lowest",cx:7,cy:7,r:5})}),"reconstruction minimum"]}),u($o,{runs:t})]})}function xp({rows:t},e){let n=t.flatMap(r=>{let[o,i]=e.map(s=>s.read(r));return r.steps.map((s,a)=>[r.row.layer,r.row.decoder,s,o[a],i[a]])});return{columns:["layer","decoder","step",e[0].label,e[1].label],rows:n}}var wp=4e3,vp=16;function Yu(t,{run:e,others:n}){let[r,o]=C({others:[]}),i=N(0),s=N(new Map),a=N(""),l=n?.join(`
`),c=tn(async()=>{let f=++i.current,m=()=>f===i.current;try{let p=e||a.current,{runs:h,shown:d}=await Mp(t,{run:p,others:n},s.current,m);if(!m())return;a.current=d[0]??"";let g=()=>{let[y,...b]=d.flatMap(_=>s.current.get(_)??[]),x=Date.now();m()&&o(_=>Sp(_,{runs:h,focus:y,others:b,asked:x}))};g();for(let[y,b]=[0,1];y<d.length&&m();[y,b]=[b,b+vp])await Pp(t,d.slice(y,b),s.current)&&g()}catch(p){let h=p instanceof Error?p.message:String(p);m()&&o(d=>({...d,problem:h}))}},[t,e,l]);return U(()=>{let f,m=!1,p=()=>{t.isLive&&!m&&(f=setTimeout(()=>{(kp()?c():Promise.resolve()).then(p)},wp))};return c().then(p),()=>{m=!0,clearTimeout(f)}},[t,c]),{...r,reload:c}}function kp(){return!document.hidden&&innerHeight>0}function Sp(t,e){let n=(o=[])=>o.map(i=>`${i.run} ${Co(i)}`).join(`
`),r=e.others.length===t.others.length&&e.others.every((o,i)=>o===t.others[i]);return{...e,runs:t.runs&&n(t.runs)===n(e.runs)?t.runs:e.runs,others:r?t.others:e.others}}async function Mp(t,{run:e,others:n},r,o){let i=await t.fetchRuns();for(;;){let s=ea(i,e),a=s?[s,...na(i,s.run,n)]:[],l=o()?await Rp(t,a,r,o):[];if(!l.length)return{runs:i,shown:a.map(({run:c})=>c)};i=i.filter(({run:c})=>!l.includes(c))}}async function Rp(t,e,n,r){let o=e.filter(l=>{let c=n.get(l.run);return!c||Co(c.summary)!==Co(l)});for(let l of o)l.num_steps||n.set(l.run,{summary:l,rows:[],reports:[]});let i=o.filter(({num_steps:l})=>l);if(!i.length)return[];let s=await t.fetchMetrics(i);if(!r())return[];for(let l of s){let{num_steps:c,last_step:f,last_wall_time:m,error:p,layout:h,run:d}=l,g={num_steps:c,last_step:f,last_wall_time:m,error:p,layout:h,run:d};n.set(d,{reports:[],...n.get(d),summary:g,rows:Ni(l)})}let a=i.map(({run:l})=>l).filter(l=>!s.some(c=>c.run===l));for(let l of a)n.delete(l);return a}async function Pp(t,e,n){let r=e.flatMap(s=>{let a=n.get(s);return a?.rows.length&&Xu.get(a)!==a.summary.last_wall_time?[a]:[]});if(!r.length)return!1;let o=await t.fetchReports(r.map(({summary:s})=>s.run)),i=r.filter(s=>n.get(s.summary.run)===s);for(let s of i){let a=o.find(({run:c})=>c===s.summary.run),l={...s,reports:(a?.rows??[]).map(au),advice:a?.advice,answers:a?.answers};Xu.set(l,s.summary.last_wall_time),n.set(s.summary.run,l)}return i.length>0}var Xu=new WeakMap;function Co({num_steps:t,last_wall_time:e,error:n}){return`${t} ${e} ${n}`}var Ju=190,Np=16;function Zu({report:t,lastStep:e,stepAxis:n}){let r=Bt(n,[0,e],[5,Ju-5]),{minimum_step:o,minimum_interval:i}=t;return u("svg",{class:"strip",width:Ju,height:Np,role:"img","aria-label":t.description??"",children:[t.stages?.map(({kind:s,start_step:a,end_step:l})=>{let c=Math.max(0,r(l)-r(a)-1);return s==="rising"?u("path",{class:"hatch",d:Ve(r(a),4,c,8,4)},a):u("rect",{class:`edge ${s}`,x:r(a),y:4,width:c,height:8},a)}),i&&u("line",{class:"interval",x1:r(i[0]),x2:r(i[1]),y1:14.5,y2:14.5}),o!=null&&u("circle",{cx:r(o),cy:8,r:4})]})}function tl({rows:t,reports:e,stepAxis:n}){let r=t[0]?.steps.at(-1)??1,o=t.some(ot);return u("div",{class:"summary",children:u("table",{children:[u("thead",{children:u("tr",{children:[u("th",{children:"layer"}),u("th",{class:"detail",children:"decoder"}),u("th",{class:"detail",children:"strategy"}),u("th",{class:"number",children:"width"}),u("th",{children:["phases to step ",v(r)]}),u("th",{children:"phase now"}),u("th",{class:"number",children:"minimum at step"}),u("th",{class:"number",children:"rise since minimum"}),o&&u("th",{class:"number",children:"best probe accuracy"})]})}),u("tbody",{children:t.map(i=>u($p,{series:i,report:A(e,i.row),lastStep:r,stepAxis:n,hasAccuracy:o},i.key))})]})})}function $p({series:t,report:e,lastStep:n,stepAxis:r,hasAccuracy:o}){return u("tr",{children:[u("th",{scope:"row",children:u("button",{onClick:()=>Ap(t.key),children:t.row.layer})}),u("td",{class:"detail",children:t.row.decoder}),u("td",{class:"detail",children:t.row.strategy}),u("td",{class:"number",children:v(t.row.num_features)}),u("td",{children:e&&u(Zu,{report:e,lastStep:n,stepAxis:r})}),u("td",{children:u(ir,{report:e})}),u("td",{class:"number",children:u(Cp,{report:e})}),u("td",{class:"number",children:e?.has_increase?W(er(t,e)):u("span",{class:"muted",children:"\u2013"})}),o&&u("td",{class:"number",children:u(Tp,{series:t})})]})}function Cp({report:t}){if(t?.minimum_step==null)return u("span",{class:"muted",children:"\u2013"});let[e,n]=t.minimum_interval??[t.minimum_step,t.minimum_step];return u(S,{children:[v(t.minimum_step)," ",u("span",{class:"muted",children:["(",v(e),"\u2013",v(n),t.has_increase?"":" so far",")"]})]})}function Tp({series:t}){let e=ot(t);return e?u(S,{children:[W(e.accuracy)," ",u("span",{class:"muted",children:["at ",v(e.step)]})]}):u("span",{class:"muted",children:"\u2013"})}function Ap(t){document.querySelector(`[data-panel="${CSS.escape(t)}"] svg`)?.focus()}function el({source:t}){let[e,n]=C(()=>io(vr())),r=Yu(t,e),o=N(r.reload);o.current=r.reload,U(()=>Fs({"experimental.DataReloaded":()=>o.current()}),[]),U(()=>ui(()=>n(io(vr()))),[]);let i=N("");i.current=r.focus?.summary.run??"";let s=tn(a=>{let l="view"in a||"run"in a;n(c=>{let f={...c,...a};return setTimeout(()=>{l&&kr(so({...c,run:c.run||i.current})),kr(so(f),l)}),f})},[]);return r.runs?r.focus?u("main",{children:[u("h1",{class:"read-aloud",children:["Learning phases of ",wt(r.focus.summary.run)]}),u(Lp,{store:r,focus:r.focus,selection:e,select:s,source:t})]}):u(S,{children:[r.problem&&u(sr,{text:r.problem}),u(Mu,{})]}):u("main",{children:r.problem?u(sr,{text:r.problem}):u("p",{class:"muted",children:"Loading \u2026"})})}function Lp({store:t,focus:e,selection:n,select:r,source:o}){let i=k(()=>Vp(t.runs.map(({run:y})=>y)),[t.runs]),{focus:s,others:a}=k(()=>qp(e,t.others,n),[e,t.others,n.grouped,n.layers,n.view==="images"]),l=k(()=>new an,[e.summary.run,n.view]),c=Ep(n,r),f=k(()=>Gs([s,...a].flatMap(({rows:y})=>y)),[s,a]),m=Dp(s,a,f,n),p=k(()=>[s,...a],[s,a]),h=k(()=>Bp(i,p),[i,p]),d=k(()=>Is(a.map(({summary:y})=>y.run),h),[a,h]),g={focus:s,others:a,colors:h,dashes:d,options:m,quantities:f,selection:n,select:r,cursor:l,actions:c,source:o};return u(S,{children:[u(wu,{runs:t.runs,focus:e.summary.run,others:n.others??t.others.map(({summary:y})=>y.run),colors:i,dashes:d,layers:[...new Set(e.rows.map(({row:y})=>y.layer))],quantities:f,selection:n,select:r}),t.problem&&u(sr,{text:t.problem}),[e,...t.others].map(({summary:y})=>y.error&&u(sr,{text:y.error,title:`Run ${y.run} is damaged`},y.run)),!s.rows.length&&!e.summary.error&&u(Hp,{run:e,select:r}),s.rows.length>0&&u(S,{children:[u("div",{class:"bar",children:[u(Su,{view:n.view,choose:y=>r({view:y})}),u("div",{class:"row",children:[o.isLive&&u(zp,{asked:t.asked}),u(vu,{selection:n,select:r}),u(Iu,{rows:s.rows}),n.view==="curves"&&u(yu,{focus:s,options:m})]})]}),u(Ru,{focus:s}),u(lo.Provider,{value:O(s),children:u(Op,{name:n.view,...g})}),u(Vu,{summary:s.summary}),u(Ci,{runs:p,cursor:l,quantity:m.quantity})]})]})}function Ep({step:t},e){let n=N(t);n.current=t;let r=N(t);return k(()=>({hold:o=>{r.current=n.current,e({step:o})},unhold:()=>e({step:r.current}),zoom:o=>e({zoom:o})}),[e])}function Dp(t,e,n,r){let{stepAxis:o,zoom:i}=r,s=On(r),a=k(()=>Ls(t.rows),[t.rows]);return k(()=>{let l=Math.max(1,...[t,...e].flatMap(({rows:c})=>c.map(({steps:f})=>f.at(-1)??1)));return{quantity:Ut(n,s),stepAxis:o,steps:i??[0,l],accuracyDomain:a}},[t,e,a,n,s,o,i])}var Ip={curves:Fp,portrait:Ku,map:$u,images:Du,compare:bu,breakdowns:su};function Op({name:t,...e}){let n=Ip[t];return u("div",{role:"tabpanel",id:"view","aria-labelledby":`tab-${t}`,children:u(n,{...e})})}function Fp(t){let{focus:e,others:n,colors:r,dashes:o,options:i}=t,s=new Set(e.rows.map(({key:l})=>l)),a=n.filter(({rows:l})=>l.some(({key:c})=>s.has(c)));return u(S,{children:[u(nr,{others:a,colors:r,dashes:o}),u(Gu,{...t}),u(tl,{rows:e.rows,reports:e.reports,stepAxis:i.stepAxis})]})}function qp(t,e,{grouped:n,layers:r,view:o}){let i=Fn(t.rows.map(({row:c})=>c.layer),r),s=[t,...e].map(c=>({...c,rows:i?c.rows.filter(({row:f})=>i.includes(f.layer)):c.rows})),[a,...l]=n&&o!=="images"?qs(s):s;return{focus:a,others:l.filter(({rows:c})=>c.length)}}function Vp(t){return new Map(t.map((e,n)=>[e,Ln(n)]))}function Bp(t,e){let n=r=>[...t].find(([o])=>Ae(o)===r)?.[1];return new Map(e.map(({summary:{run:r}})=>[r,t.get(r)??n(r)??Ln(0)]))}function Hp({run:{summary:t,rows:e},select:n}){return e.length?u("p",{class:"muted",children:["There is no layer to draw: none is chosen, or the seeds of a mean have none in common."," ",u("button",{class:"chip",onClick:()=>n({layers:null,grouped:!1}),children:"Draw all layers"})]}):u("p",{class:"muted",children:["Run ",wt(t.run)," has no probe step yet."]})}function zp({asked:t}){let[e,n]=C(Date.now);return U(()=>{let r=setInterval(()=>n(Date.now()),1e3);return()=>clearInterval(r)},[]),u("span",{class:"muted updated",children:["updated ",Math.max(0,Math.round((e-t)/1e3))," s ago"]})}function sr({text:t,title:e}){return u("p",{class:"problem",role:"alert",children:[e&&u("b",{children:[e,". "]}),t]})}var nl=`:root {
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
  content-visibility: auto;
  contain-intrinsic-height: auto 236px;
  overflow-clip-margin: 24px;
}

.chart svg {
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
`;function cx(){let t=document.createElement("style");t.textContent=nl,document.head.append(t),document.title||="Phases",document.documentElement.lang="en",ai(),jo(u(el,{source:ci()??li}),document.body)}export{cx as render};

// Built by tb_plugin/frontend (npm ci && npm run build); edit the sources there. Of others: THIRD_PARTY_NOTICES.txt.
var $,Lo,sl,ye,ur,Zt,Eo,Xt,Do,fr,lr,Io,kt=Symbol.for("pv"),en={},tn=[],al=/^m(i|n|o|s|text|space)$/,mr=Array.isArray,Oo=tn.slice,Le=Object.assign;function Ae(e){e&&e.parentNode&&e.remove()}function Yt(e,t,n,r,o){var i={type:e,props:t,key:n,ref:r,__k:null,__:null,__b:0,__e:null,__c:null,constructor:kt,__v:o||++Lo,__i:-1,__u:0};return!o&&$.vnode&&$.vnode(i),i}function S(e){return e.children}function Ye(e,t){this.props=e,this.context=t,this.__g=0}function be(e,t){if(t==null)return e.__&&be(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:be(e)}function ul(e){var t,n=e.__v,r=n.__e,o=[],i=[],s=e.__P;s&&((t=Le({constructor:kt},n)).__v=n.__v+1,$.vnode&&$.vnode(t),pr(s,t,n,e.__n,s.namespaceURI,32&n.__u?[r]:null,o,r||be(n),32&n.__u,i),t.__v=n.__v,t.__.__k[t.__i]=t,zo(o,t,i),n.__=n.__e=null,t.__e!=r&&Fo(t))}function Fo(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),Fo(e)}function cr(e){(8&e.__g||(e.__g|=8,ye.push(e),Zt++))&&ur==$.debounceRendering||((ur=$.debounceRendering)||queueMicrotask)(qo)}function qo(){try{for(var e,t=1;ye.length;)ye.length>t&&ye.sort(Eo),e=ye.shift(),t=ye.length,8&e.__g&&ul(e)}finally{(Zt=ye.length)&&(ur||queueMicrotask)(qo)}}function Vo(e,t,n,r,o,i,s,a,l,c,f){var m,p,h,d,g,y,b=r.__k||tn,x=t.length;for(l=ll(n,t,b,l,x),m=0;m<x;m++)(h=n.__k[m])!=null&&(p=~h.__i&&b[h.__i]||en,h.__i=m,y=pr(e,h,p,o,i,s,a,l,c,f),d=h.__e,(p.ref!=h.ref||8&p.__u)&&(p.ref&&hr(p.ref,null,h,p),h.ref&&f.push(h.ref,h.__c||d,h)),g=g||d,4&h.__u?(l=Bo(h,l,e,!p.__v),p.__e&&(p.__e=null)):typeof h.type=="function"&&y!==void 0?l=y:d&&(l=d.nextSibling),h.__u&=-21);return n.__e=g,l}function ll(e,t,n,r,o){var i,s,a,l,c,f,m,p,h,d=n.length,g=d,y=0,b=0,x=e.__k=Array(o);for(i=0;i<o;i++)(s=t[i])!=null&&typeof s!="boolean"&&typeof s!="function"?(typeof s!="object"||s.constructor===String?s=x[i]=Yt(null,s):mr(s)?s=x[i]=Yt(S,{children:s}):s.constructor===kt&&s.__b?s=x[i]=Yt(s.type,s.props,s.key,s.ref,s.__v):x[i]=s,l=i+y,s.__=e,s.__b=e.__b+1,a=null,~(c=s.__i=cl(s,n,l,g))&&(g--,(a=n[c])&&(a.__u|=2)),a&&a.__v?(s.__u|=16,c==l-1?y--:c==l+1?y++:c!=l&&(c>l?y--:y++,b=1)):(~c||(o>d?y--:o<d&&y++),typeof s.type!="function"&&(s.__u|=4))):x[i]=null;if(b){for(f=[],m=[],i=0;i<o;i++)if((s=x[i])&&16&s.__u){for(y=0,p=f.length;y<p;)f[h=y+p>>1]<s.__i?y=h+1:p=h;f[y]=s.__i,m[i]=y+1}for(y=f.length;i--;)m[i]&&(m[i]==y?y--:x[i].__u|=4)}if(g)for(i=0;i<d;i++)!(a=n[i])||2&a.__u||(a.__e==r&&(r=be(a)),dr(a,a));return r}function Bo(e,t,n,r){var o,i,s,a;if(typeof e.type=="function"){if(e.props.__P)return t;if(o=e.__k)for(i=0;i<o.length;i++)o[i]&&(o[i].__=e,t=Bo(o[i],t,n,!1));return t}for(t&&!t.parentNode&&(t=be(e))&&!t.parentNode&&(t=null),s=e.__e,a=t;a&&a.nodeType==8;)a=a.nextSibling;for(s!=a&&(!r&&n.moveBefore&&s.parentNode?n.moveBefore(s,t):n.insertBefore(s,t||null)),t=s;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function cl(e,t,n,r){var o,i=e.key,s=e.type,a=t[n],l=a&&!(2&a.__u);if(a===null&&i==null||l&&i==a.key&&s==a.type)return n;if(r>(l?1:0)){for(o=n-1;o>=0;o--)if((a=t[o])&&!(2&a.__u)&&i==a.key&&s==a.type)return o;for(o=n+1;o<t.length;o++)if((a=t[o])&&!(2&a.__u)&&i==a.key&&s==a.type)return o}return-1}function Ao(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function Kt(e,t,n,r,o){var i,s;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof r=="string"&&(e.style.cssText=r=""),r)for(t in r)n&&t in n||Ao(e.style,t);if(n)for(t in n)r&&n[t]==r[t]||Ao(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof r!="function"&&(r=null),(e.__e||(e.__e={}))[t]=n,n&&r||(s=lr[t]||(lr[t]=fl(t)),(e.__a||(e.__a={}))[t]=fr,i=t!=(t=t.replace(Do,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,s,i):e.removeEventListener(t,s,i));else{if(o=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function fl(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[Xt]==null)t[Xt]=fr++;else if(t[Xt]<this.__a[e])return;return n($.event?$.event(t):t)}}}function pr(e,t,n,r,o,i,s,a,l,c){var f,m,p,h,d,g,y,b,x,_,w,P,L,R,D,j,F,G,M=t.type;if(t.constructor!==kt)return null;128&n.__u&&(l=32&n.__u,f=n.__c.__z)&&(t.__u|=l,m=i=[],f.nodeType==8?a=Jt(f,i):i.push(f),a=i[0]||a),(f=$.__b)&&f(t);e:if(typeof M=="function"){p=s.length;try{if(b=t.props,x=(f=M.prototype)&&f.render,_=(f=M.contextType)&&r[f.__c],w=f?_?_.props.value:f.__:r,(h=n.__c)?(t.__c=h,2&h.__g&&(h.__g|=1)):(x?t.__c=h=new M(b,w):(t.__c=h=new Ye(b,w),h.constructor=M,h.render=pl),_&&_.sub(h),h.state||(h.state={}),h.__n=r,h.__g|=8,h.__h=[],h.__k=[]),x&&(h.__s||(h.__s=h.state),M.getDerivedStateFromProps&&(h.__s==h.state&&(h.__s=Le({},h.__s)),Le(h.__s,M.getDerivedStateFromProps(b,h.__s)))),d=h.props,g=h.state,h.__v=t,n.__c){if(b!==d&&x&&!M.getDerivedStateFromProps&&h.componentWillReceiveProps&&h.componentWillReceiveProps(b,w),t.__v==n.__v&&!(8&h.__g)||!(4&h.__g)&&h.shouldComponentUpdate&&h.shouldComponentUpdate(b,h.__s,w)===!1){t.__v!=n.__v&&(h.props=b,h.state=h.__s,h.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(E){E&&(E.__=t)}),tn.push.apply(h.__h,h.__k),h.__k=[],h.__h.length&&s.push(h),a=be(n);break e}h.componentWillUpdate&&h.componentWillUpdate(b,h.__s,w),x&&h.componentDidUpdate&&h.__h.push(function(){h.componentDidUpdate(d,g,y)})}else x&&!M.getDerivedStateFromProps&&h.componentWillMount&&h.componentWillMount(),x&&h.componentDidMount&&h.__h.push(h.componentDidMount);h.context=w,h.props=b,h.__P=e,h.__g&=-5,P=$.__r,L=x?25:0;do h.__g&=-9,P&&P(t),f=h.render(h.props,h.state=h.__s,h.context);while(8&h.__g&&++L<25);x&&(tn.push.apply(h.__h,h.__k),h.__k=[]),h.state=h.__s,h.getChildContext&&(r=Le({},r,h.getChildContext())),x&&n.__c&&h.getSnapshotBeforeUpdate&&(y=h.getSnapshotBeforeUpdate(d,g)),R=f&&f.type===S&&f.key==null?f.props.children:f,b.__P&&(f=a,o=(e=b.__P).namespaceURI,l=i=null,n.props&&n.props.__P!=e&&(n.__k.some(function(E){E&&dr(E,E)}),n.__k=null),a=n.__k?be(n,0):null),a=Vo(e,mr(R)?R:[R],t,n,r,o,i,s,a,l,c),b.__P&&(t.__e=null,a=f),t.__u&=-161,m&&m.some(Ae),h.__h.length&&s.push(h),1&h.__g&&(h.__g&=-4)}catch(E){if(s.length=p,t.__v=null,l||i)if(E&&E.then){if(t.__u|=128|l,i){for(~(F=i.indexOf(a||void 0))||(F=i.length);(G=i[F-1])&&G.nodeType==8;)F--;for(;F<i.length;F++)if(G=i[F])if(i[F]=null,D){if(G==j)break}else{if(G.nodeType!=8)break;G.data.startsWith("$s")&&(j=Jt(D=G))}}if(!D){for(;a&&a.nodeType==8&&a.nextSibling;)a=a.nextSibling;D=a}(f=Jt(D=t.__c.__z||(t.__c.__z=D)))?(t.__e=D,a=f):t.__e=a,a=a&&a.nextSibling}else i&&i.some(Ae);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),E&&E.then||Ho(t),$.__e(E,t,n)}}else a=t.__e=ml(n.__e,t,n,r,o,i,s,l,c,e);return(f=$.diffed)&&f(t),a}function Jt(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function Ho(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(Ho))}function zo(e,t,n){for(var r=0;r<n.length;)hr(n[r++],n[r++],n[r++]);$.__c&&$.__c(t,e),e.some(function(o){try{e=o.__h,o.__h=[],e.some(function(i){i.call(o)})}catch(i){$.__e(i,o.__v)}})}function ml(e,t,n,r,o,i,s,a,l,c){var f,m,p,h,d,g,y,b,x=n.props||en,_=t.props,w=t.type;if(w=="svg"?o="http://www.w3.org/2000/svg":w=="math"?o="http://www.w3.org/1998/Math/MathML":o||(o="http://www.w3.org/1999/xhtml"),i){for(f=0;f<i.length;f++)if((d=i[f])&&(w?d.localName==w:d.nodeType==3)){e=d,i[f]=null;break}}if(!e){if(b=c.ownerDocument||document,!w)return b.createTextNode(_);e=b.createElementNS(o,w,_.is?_:c),a&&($.__m&&$.__m(t,i),a=!1),i=null}if(w){if(c=w=="template"&&e.content||e,i=w=="textarea"&&_.defaultValue!=null?null:i&&Oo.call(c.childNodes),!a&&i)for(x={},f=0;f<e.attributes.length;f++)x[(d=e.attributes[f]).name]=d.value;for(f in x)d=x[f],f=="dangerouslySetInnerHTML"?p=d:f=="children"||f in _||f=="value"&&"defaultValue"in _||f=="checked"&&"defaultChecked"in _||Kt(e,f,null,d,o);for(f in _)d=_[f],f=="children"?h=d:f=="dangerouslySetInnerHTML"?m=d:f=="value"?g=d:f=="checked"?y=d:a&&typeof d!="function"||x[f]===d||Kt(e,f,d,x[f],o);m?(a||p&&(m.__html==p.__html||m.__html==e.innerHTML)||(e.innerHTML=m.__html),t.__k=[]):(p&&(e.textContent=""),(w=="foreignObject"||o=="http://www.w3.org/1998/Math/MathML"&&al.test(w))&&(o="http://www.w3.org/1999/xhtml"),Vo(c,mr(h)?h:[h],t,n,r,o,i,s,i?i[0]:n.__k&&be(n,0),a,l),i&&i.some(Ae)),a&&w!="textarea"||(f="value",w=="progress"&&g==null?e.removeAttribute(f):g==null||g===e[f]&&(w!="progress"||g)||Kt(e,f,g,x[f],o),f="checked",y!=null&&y!=e[f]&&Kt(e,f,y,x[f],o))}else x===_||a&&e.data==_||(e.data=_);return e}function hr(e,t,n,r){try{typeof e=="function"?t?t.__x=e(t)||1:r&&(r=r.__c||r.__e)&&(t=r.__x)&&(r.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(o){$.__e(o,n)}}function dr(e,t,n){var r,o,i,s;if($.unmount&&$.unmount(e),!(r=e.ref)||r.current&&r.current!=e.__e||hr(r,null,t,e),r=e.__c){if(r.componentWillUnmount)try{r.componentWillUnmount()}catch(a){$.__e(a,t)}r.__P=r.__n=null}if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&dr(r[s],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(r=e.__c)&&(r=r.__z)&&(o=Jt(r,i=[]))&&(r==e.__e&&i.some(Ae),Ae(o),Ae(r)),n||Ae(e.__e),e.__e=e.__c=e.__=null}function pl(e,t,n){return this.constructor(e,n)}function jo(e,t){var n,r,o,i;$.__&&$.__(e,t),t.nodeType==9&&(t=t.documentElement),r=(n=e&&32&e.__u)?null:t.__k,t.__k=Yt(S,{children:[e]}),o=[],i=[],pr(t,t.__k,r||en,en,t.namespaceURI,r?null:t.firstChild?Oo.call(t.childNodes):null,o,r?r.__e:t.firstChild,n,i),zo(o,t.__k,i),t.__k.props.children=null}function Go(e){function t(n){var r,o;return this.getChildContext||(r=new Set,(o={})[t.__c]=this,this.getChildContext=function(){return o},this.shouldComponentUpdate=function(i){this.props.value!=i.value&&r.forEach(function(s){s.__g|=4,cr(s)})},this.sub=function(i){r.add(i);var s=i.componentWillUnmount;i.componentWillUnmount=function(){r.delete(i),s&&s.call(i)}}),n.children}return t.__c="__cC"+Io++,t.__=e,t.Provider=(t.Consumer=function(n,r){return n.children(r)}).contextType=t,t}$={__e:function(e,t,n,r){for(var o,i,s;t=t.__;)if((o=t.__c)&&!(1&o.__g)){o.__g|=4;try{if((s=(i=o.constructor)&&i.getDerivedStateFromError)&&o.setState(i.getDerivedStateFromError(e)),o.componentDidCatch&&(o.componentDidCatch(e,r||{}),s=1),s&&8&o.__g)return void(o.__g|=2)}catch(a){e=a}}throw Zt=0,e}},Lo=0,sl=function(e){return e!=null&&e.constructor===kt},Ye.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=Le({},this.state)),typeof e=="function"&&(e=e(Le({},n),this.props)),e&&(Le(n,e),this.__v&&(t&&this.__k.push(t),cr(this)))},Ye.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),cr(this))},Ye.prototype.render=S,ye=[],Zt=0,Eo=function(e,t){return e.__v.__b-t.__v.__b},Xt=Symbol(),Do=/(PointerCapture)$|Capture$/i,fr=0,lr={},Io=0;var _e,T,gr,Uo,yr=Object.is,Mt=0,ti=[],br=[],I=$,Qo=I.__b,Wo=I.__r,Ko=I.diffed,Xo=I.__c,Yo=I.unmount,Jo=I.__;function Je(e,t){I.__h&&I.__h(T,e,Mt||t),Mt=0;var n=T.__H||(T.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function C(e){return Mt=1,hl(oi,e)}function hl(e,t,n){var r=Je(_e++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):oi(void 0,t),function(i){var s=(r.__N||r.__)[0],a=r.t(s,i);yr(s,a)||(r.__N=[a,r.__[1]],r.__c.setState({}))}],r.__c=T,!T.__f)){T.__f=!0;var o=T.shouldComponentUpdate;T.shouldComponentUpdate=function(i,s,a){var l=this.__H;if(!l)return!0;var c=!1,f=this.props!=i;if(l.__.some(function(p){p.__N&&(c=!0,yr(p.__[0],p.__N[0])||(f=!0))}),o){var m=o.call(this,i,s,a);return c?m||f:m}return!c||f}}return r.__}function U(e,t){var n=Je(_e++,3);!I.__s&&xr(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,T.__H.__h.push(n))}function ni(e,t){var n=Je(_e++,4);!I.__s&&xr(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,T.__h.push(n))}function N(e){return Mt=5,k(function(){return{current:e}},[])}function k(e,t){var n=Je(_e++,7);return xr(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function nn(e,t){return Mt=8,k(function(){return e},t)}function ri(e){var t=T.context[e.__c],n=Je(_e++,9);return n.c=e,t?(n.__==null&&(n.__=!0,t.sub(T)),t.props.value):e.__}function rn(){var e=Je(_e++,11);if(!e.__){for(var t=T.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function dl(){var e;do{for(;e=br.shift();)try{St(e)}catch(n){I.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=ti.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(St),t.__h.some(_r),t.__h=[]}catch(n){t.__h=[],I.__e(n,e.__v)}}}while(br.length)}I.__b=function(e){T=null,Qo&&Qo(e)},I.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Jo&&Jo(e,t)},I.__r=function(e){Wo&&Wo(e),_e=0;var t=(T=e.__c).__H;t&&(gr==T?T.__h=[]:(t.__h.some(St),t.__h.some(_r),_e=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),gr=T},I.diffed=function(e){Ko&&Ko(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&ei(ti.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),gr=T=null},I.__c=function(e,t){t.some(function(n){try{n.__h.some(St),n.__h=n.__h.filter(function(r){return!r.__||_r(r)})}catch(r){n.__h=[function(){throw r}]}}),Xo&&Xo(e,t)},I.unmount=function(e){Yo&&Yo(e);var t,n,r=e.__c;r&&r.__H&&(r.__H.__.some(function(o){try{if(o.__P&&o.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}o.__P=n,ei(br.push(o))}else St(o)}catch(i){t=i}}),r.__H=void 0,t&&I.__e(t,r.__v))};var Zo=typeof requestAnimationFrame=="function";function gl(e){var t,n=function(){clearTimeout(r),Zo&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);Zo&&(t=requestAnimationFrame(n))}function ei(e){e!=1&&Uo==I.requestAnimationFrame||((Uo=I.requestAnimationFrame)||gl)(dl)}function St(e){var t=T,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),T=t}function _r(e){var t=T;e.__c=e.__(),T=t}function xr(e,t){return!e||e.length!=t.length||t.some(function(n,r){return!yr(n,e[r])})}function oi(e,t){return typeof t=="function"?t(e):t}var on="p.phases.";function ii(e){let t={};for(let n of e.replace(/^#/,"").split("&")){let r=n.indexOf("=");r>0&&n.startsWith(on)&&(t[sn(n.slice(on.length,r))]=sn(n.slice(r+1)))}return t}function si(e,t){let n=e.replace(/^#/,"").split("&").filter(o=>o!==""&&!o.startsWith(on)),r=Object.entries(t).map(([o,i])=>`${on}${o}=${encodeURIComponent(i)}`);return"#"+[...n,...r].join("&")}function wr(e){return/^#phases(&|$)/.test(e)}function sn(e){try{return decodeURIComponent(e)}catch{return e}}function an(){try{return window.parent.document.body,window.parent}catch{return window}}function vr(){return window.parent===window}function ai(){if(vr()){let n=matchMedia("(prefers-color-scheme: dark)"),r=()=>{document.documentElement.dataset.theme=n.matches?"dark":"light"};n.addEventListener("change",r),r();return}let e=an().document.body,t=()=>{document.documentElement.dataset.theme=e.classList.contains("dark-mode")?"dark":"light"};new MutationObserver(t).observe(e,{attributes:!0,attributeFilter:["class"]}),t()}function xe(){let e=()=>document.documentElement.dataset.theme==="dark"?"dark":"light",[t,n]=C(e);return U(()=>{let r=new MutationObserver(()=>n(e()));return r.observe(document.documentElement,{attributes:!0,attributeFilter:["data-theme"]}),()=>r.disconnect()},[]),t}function kr(){return ii(an().location.hash)}function Sr(e,t=!1){let{location:n,history:r}=an();if(!vr()&&!wr(n.hash))return;let o=si(n.hash,e);if(o!==n.hash)try{t?r.pushState(r.state,"",o):r.replaceState(r.state,"",o)}catch{}}function ui(e){let t=an(),n=()=>{(vr()||wr(t.location.hash))&&e()};return t.addEventListener("hashchange",n),()=>t.removeEventListener("hashchange",n)}function yl(e){let t=new Set(e.flatMap(({layout:o})=>o?.metrics??[])),n=[...t].filter(o=>!o.includes("_group_")),r=n.map(o=>`metric=${encodeURIComponent(o)}`);return n.length<t.size&&r.join("&").length<=6e3?r:[]}var li={isLive:!0,async fetchRuns(){return(await(await Rr("./runs")).json()).runs},async fetchMetrics(e){let t=yl(e),n=[];for(let o=0;o<e.length;o+=64)n.push(Mr("./metrics",e.slice(o,o+64).map(({run:i})=>i),t));return(await Promise.all(n.map(async o=>(await o)?.arrayBuffer()))).flatMap(o=>o?Pr(o):[])},async fetchReports(e){let t=await Mr("./phases",e);if(!t)return[];let n=await t.json();return"runs"in n?n.runs:[n]},async fetchImages(e){return await(await Rr(`./images?run=${encodeURIComponent(e)}`)).json()},imageUrl({run:e,steps:t,wall_times:n},r,o,i){let s=i?`input&of=${o}`:o;return`./image?run=${encodeURIComponent(e)}&step=${t[r]}&row=${s}&written=${n[r]}`}};async function Mr(e,t,n=[]){if(!t.length)return null;try{return await Rr(`${e}?${[...t.map(r=>`run=${encodeURIComponent(r)}`),...n].join("&")}`)}catch(r){if(!(r instanceof un&&r.status===404&&t.includes(r.run)))throw r;return Mr(e,t.filter(i=>i!==r.run),n)}}function Pr(e){let t=[];for(let n=0;n<e.byteLength;){let{metrics:r,end:o}=bl(e,n);t.push(r),n=o}return t}function bl(e,t){let n=new DataView(e).getUint32(t,!0),r=JSON.parse(new TextDecoder().decode(new Uint8Array(e,t+4,n))),[o,i,s]=r.shape,[a,l]=[t+4+n,o*i*s];if(a+4*l>e.byteLength)throw new Error(`run ${r.run}: the answer ends before its ${r.shape.join(" x ")} values do`);return{metrics:{...r,values:new Float32Array(e,a,l)},end:a+4*l}}var un=class extends Error{constructor(n,r,o){super(n);this.status=r;this.run=o}status;run};async function Rr(e){let t=await fetch(e);if(t.ok)return t;let{error:n,run:r}=_l(await t.text());throw new un(n??`${e}: ${t.status} ${t.statusText}`,t.status,r??"")}function _l(e){try{return JSON.parse(e)}catch{return{}}}function ci(){let e=document.getElementById("phases-data");if(!e)return null;let t=JSON.parse(e.textContent);return{isLive:!1,fetchRuns:async()=>t.runs,fetchMetrics:async n=>n.flatMap(({run:r})=>Pr(xl(t.metrics[r]))),fetchReports:async n=>n.flatMap(r=>t.reports[r]??[]),fetchImages:async n=>t.images[n]??{run:n,steps:[],wall_times:[],rows:[],num_examples:0,labels:null,error:null},imageUrl:({run:n,steps:r,rows:o},i,s,a)=>t.images[n]?.strips[a?`input/${o[s].input}`:`${r[i]}/${s}`]??""}}function xl(e){return Uint8Array.from(atob(e),t=>t.charCodeAt(0)).buffer}var ln=class{place=null;listeners=new Set;get current(){return this.place}move(t){if(!wl(t,this.place)){this.place=t;for(let n of this.listeners)n(t)}}subscribe(t){return this.listeners.add(t),()=>{this.listeners.delete(t)}}};function fe(e,t,n=[]){U(()=>(t(e.current),e.subscribe(t)),[e,...n])}function wl(e,t){return e?.step===t?.step&&e?.panel===t?.panel&&e?.run===t?.run&&e?.line?.name===t?.line?.name}var mi={reconstruction_loss:{label:"reconstruction loss",unit:"mean squared error per input element",better:"low",text:"mean squared error per element of held-out inputs as fed, of the decoder that `decoder` names"},reconstruction_stderr:{label:"standard error of the loss",unit:"mean squared error per input element",better:null,text:"its standard error over the held-out rows"},reconstruction_loss_limit:{label:"loss at unlimited rows",unit:"mean squared error per input element",better:"low",text:"estimate for unlimited fit rows, from what held-out rows' errors would do among the fit rows; empty where they are too few (df > N/10, or an excess above an eighth)"},reconstruction_loss_limit_stderr:{label:"standard error of the limit",unit:"mean squared error per input element",better:null,text:"its standard error: that of the loss, and a fifth of the correction"},explained_variance:{label:"explained variance",unit:"share of the variance of the input",better:"high",text:"1 - loss / `mean_image_loss`: the unit in which runs and layers compare"},mean_image_loss:{label:"loss of the mean image",unit:"mean squared error per input element",better:null,text:"loss of the mean of the fit rows in the place of the decoder: what a layer that knows nothing of its input loses"},pca_bound:{label:"PCA bound",unit:"mean squared error per input element",better:null,text:"the least loss any linear decoder of that width could have on these rows; empty where it says nothing"},probe_loss:{label:"probe loss",unit:"cross-entropy of the linear probe, nats",better:"low",text:"held-out cross-entropy of the linear probe; for multi-label data the binary cross-entropy, for labels that are numbers the mean squared error of a ridge regression"},probe_accuracy:{label:"probe accuracy",unit:"linear probe, share of held-out rows",better:"high",text:"held-out accuracy of the linear probe; for multi-label data the share of right decisions over rows and labels; empty for labels that are numbers"},probe_l2:{label:"L2 of the probe",unit:"of standardised features",better:null,text:"the L2 of that probe on standardised features, chosen among the fit rows; [docs/probes.md](probes.md)"},model_loss:{label:"model loss",unit:"of the model itself, on held-out rows",better:"low",text:"the model's own loss function, for each row (also where `reduction=\"sum\"` adds up those of a batch), without regularisation penalties, on the same rows with the probe's batch statistics"},model_accuracy:{label:"model accuracy",unit:"the model itself, share of held-out rows",better:"high",text:"accuracy of the model's class scores on the same rows, where its loss classifies"},degrees_of_freedom:{label:"degrees of freedom",unit:"of the decoder",better:null,text:"effective degrees of freedom of the ridge regression, df = tr(G (G + lambda I)^-1)"},ridge:{label:"ridge",unit:"units of the mean feature variance",better:null,text:"regularisation strength of the decoder, chosen by generalised cross-validation among the fit rows"},epoch:{label:"epoch",unit:"counted from 0",better:null,text:"epoch that the probe step lies in; empty in a loop of one's own"},num_fit_examples:{label:"fit rows",unit:"rows",better:null,text:"rows that decoders and probes are fitted on"},num_heldout_examples:{label:"held-out rows",unit:"rows",better:null,text:"rows that they are judged on"},probe_seconds:{label:"probe seconds",unit:"seconds of the probe step",better:null,text:"wall time of the whole probe step, the same in each of its rows"},flags:{label:"flags",unit:"names, with commas",better:null,text:"what else to know of the row: see below"}},pi={training_heldout:{meaning:"held-out rows are training rows that the decoders are not fitted on; the model trains on them",remedy:"Give fit its validation_data, and those rows are held out."},no_labels:{meaning:"no labels, so no probe accuracy",remedy:"data=(x, y) gives rows with labels."},one_class:{meaning:"one class only, so no probe accuracy"},constant_features:{meaning:"some features are the same in every fit row; the fit leaves them out"},rank_deficient:{meaning:"some features are linear combinations of others; the fit is exact on the rest"},nonfinite_features:{meaning:"features or inputs hold NaN or infinite values; what they touch is left empty",remedy:"Look for a diverging loss or infinite inputs at that step."},few_rows:{meaning:"few rows for this width: the loss reads high",remedy:"reconstruction_loss_limit stays empty (df > N/10, or an excess above an eighth): max_examples=... adds rows, and explained variance tells more."},ridge_at_bound:{meaning:"the largest ridge of the path was chosen",remedy:"The features explain next to nothing here."},probe_not_converged:{meaning:"the linear probe did not reach its gradient tolerance",remedy:"Its accuracy may be a little low; nothing else is touched."},target_resized:{meaning:"large inputs are reconstructed at a smaller size"},target_cropped:{meaning:"inputs are cropped to a multiple of the feature map's grid"},constant_target:{meaning:"the input is constant"},failed:{meaning:"an exact solve did not converge; its columns are left empty",remedy:"Compare the same step of another layer."},nonfinite_outputs:{meaning:"the model's own outputs hold NaN or infinite values",remedy:"Look for a diverging loss at that step."},float64_sums:{meaning:"measured in float64, because rounding in float32 might have shown"},out_of_memory:{meaning:"memory ran out where a layer was measured alone; its values stay empty",remedy:"max_memory=..., fewer layers or a smaller probe_batch_size help."},diverged:{meaning:"training a decoder or linear probe ran off to infinity; its columns are left empty"},nonfinite_weights:{meaning:"weights of the model hold or held NaN or infinite values; no phase is told from the first such step on",remedy:"Lower the learning rate, or clip gradients."},out_of_range:{meaning:"losses are too large or too small for float32; what has their unit is left empty"},averaged_weights:{meaning:"the weights were the moving average that the optimizer keeps (use_ema=True)"},duplicated_rows:{meaning:"a tenth of the rows or more are copies: each counts once, or all where hardly any would stay"}};var hi=pi;function Nr(e){let t=$r(e);return`${t[0].toUpperCase()}${t.slice(1)}. ${hi[e]?.remedy??""}`.trim()}function $r(e){return hi[e]?.meaning??e.replaceAll("_"," ")}var vl=new Intl.NumberFormat("en-US",{maximumSignificantDigits:4,minimumSignificantDigits:3}),Cr=new Intl.NumberFormat("en-US"),kl=new Intl.NumberFormat("en-US",{maximumSignificantDigits:2});function q(e){return e===0?"0":Number.isFinite(e)?(Math.abs(e)<1e-4?e.toExponential(2):vl.format(e)).replaceAll("-","\u2212"):"not measured"}function di(e){return typeof e!="number"?e??"\u2013":Number.isFinite(e)?Number.isInteger(e)?Cr.format(e).replace("-","\u2212"):q(e):"\u2013"}function gi(e){return Number.isFinite(e)?` \xB1 ${(e>0&&e<1e-4?e.toExponential(1):kl.format(e)).replaceAll("-","\u2212")}`:""}function Q(e){return Number.isFinite(e)?`${(100*e).toFixed(1)} %`:"not measured"}function v(e){return Cr.format(e)}function Ze(e,t){return`${Cr.format(e)} ${t}${e===1?"":"s"}`}function Z(e,t){if(e.length<=t)return e;let n=Math.max(2,t-1),r=Math.ceil(n/2);return`${e.slice(0,n-r)}\u2026${e.slice(-r)}`}function we(e){return e.replace(/\/phases$/,"")||e}function Ee(e,t){return e==null||t==null?NaN:e<t?-1:e>t?1:e>=t?0:NaN}function Sl(e,t){return e==null||t==null?NaN:t<e?-1:t>e?1:t>=e?0:NaN}function yi(e){let t,n,r;e.length!==2?(t=Ee,n=(a,l)=>Ee(e(a),l),r=(a,l)=>e(a)-l):(t=e===Ee||e===Sl?e:Ml,n=e,r=e);function o(a,l,c=0,f=a.length){if(c<f){if(t(l,l)!==0)return f;do{let m=c+f>>>1;n(a[m],l)<0?c=m+1:f=m}while(c<f)}return c}function i(a,l,c=0,f=a.length){if(c<f){if(t(l,l)!==0)return f;do{let m=c+f>>>1;n(a[m],l)<=0?c=m+1:f=m}while(c<f)}return c}function s(a,l,c=0,f=a.length){let m=o(a,l,c,f-1);return m>c&&r(a[m-1],l)>-r(a[m],l)?m-1:m}return{left:o,center:s,right:i}}function Ml(){return 0}function Rl(e){return e===null?NaN:+e}function*Pl(e,t){if(t===void 0)for(let n of e)n!=null&&(n=+n)>=n&&(yield n);else{let n=-1;for(let r of e)(r=t(r,++n,e))!=null&&(r=+r)>=r&&(yield r)}}var bi=yi(Ee),_i=bi.right,lh=bi.left,ch=yi(Rl).center;var fh=xi(wi),mh=xi(Nl);function xi(e){return function(t,n,r=n){if(!((n=+n)>=0))throw new RangeError("invalid rx");if(!((r=+r)>=0))throw new RangeError("invalid ry");let{data:o,width:i,height:s}=t;if(!((i=Math.floor(i))>=0))throw new RangeError("invalid width");if(!((s=Math.floor(s!==void 0?s:o.length/i))>=0))throw new RangeError("invalid height");if(!i||!s||!n&&!r)return t;let a=n&&e(n),l=r&&e(r),c=o.slice();return a&&l?(et(a,c,o,i,s),et(a,o,c,i,s),et(a,c,o,i,s),tt(l,o,c,i,s),tt(l,c,o,i,s),tt(l,o,c,i,s)):a?(et(a,o,c,i,s),et(a,c,o,i,s),et(a,o,c,i,s)):l&&(tt(l,o,c,i,s),tt(l,c,o,i,s),tt(l,o,c,i,s)),t}}function et(e,t,n,r,o){for(let i=0,s=r*o;i<s;)e(t,n,i,i+=r,1)}function tt(e,t,n,r,o){for(let i=0,s=r*o;i<r;++i)e(t,n,i,i+s,r)}function Nl(e){let t=wi(e);return(n,r,o,i,s)=>{o<<=2,i<<=2,s<<=2,t(n,r,o+0,i+0,s),t(n,r,o+1,i+1,s),t(n,r,o+2,i+2,s),t(n,r,o+3,i+3,s)}}function wi(e){let t=Math.floor(e);if(t===e)return $l(e);let n=e-t,r=2*e+1;return(o,i,s,a,l)=>{if(!((a-=l)>=s))return;let c=t*i[s],f=l*t,m=f+l;for(let p=s,h=s+f;p<h;p+=l)c+=i[Math.min(a,p)];for(let p=s,h=a;p<=h;p+=l)c+=i[Math.min(a,p+f)],o[p]=(c+n*(i[Math.max(s,p-m)]+i[Math.min(a,p+m)]))/r,c-=i[Math.max(s,p-f)]}}function $l(e){let t=2*e+1;return(n,r,o,i,s)=>{if(!((i-=s)>=o))return;let a=e*r[o],l=s*e;for(let c=o,f=o+l;c<f;c+=s)a+=r[Math.min(i,c)];for(let c=o,f=i;c<=f;c+=s)a+=r[Math.min(i,c+l)],n[c]=a/t,a-=r[Math.max(o,c-l)]}}function Cl(e=Ee){if(e===Ee)return vi;if(typeof e!="function")throw new TypeError("compare is not a function");return(t,n)=>{let r=e(t,n);return r||r===0?r:(e(n,n)===0)-(e(t,t)===0)}}function vi(e,t){return(e==null||!(e>=e))-(t==null||!(t>=t))||(e<t?-1:e>t?1:0)}var Tl=Array.prototype,ph=Tl.slice;var Al=Math.sqrt(50),Ll=Math.sqrt(10),El=Math.sqrt(2);function cn(e,t,n){let r=(t-e)/Math.max(0,n),o=Math.floor(Math.log10(r)),i=r/Math.pow(10,o),s=i>=Al?10:i>=Ll?5:i>=El?2:1,a,l,c;return o<0?(c=Math.pow(10,-o)/s,a=Math.round(e*c),l=Math.round(t*c),a/c<e&&++a,l/c>t&&--l,c=-c):(c=Math.pow(10,o)*s,a=Math.round(e/c),l=Math.round(t/c),a*c<e&&++a,l*c>t&&--l),l<a&&.5<=n&&n<2?cn(e,t,n*2):[a,l,c]}function mn(e,t,n){if(t=+t,e=+e,n=+n,!(n>0))return[];if(e===t)return[e];let r=t<e,[o,i,s]=r?cn(t,e,n):cn(e,t,n);if(!(i>=o))return[];let a=i-o+1,l=new Array(a);if(r)if(s<0)for(let c=0;c<a;++c)l[c]=(i-c)/-s;else for(let c=0;c<a;++c)l[c]=(i-c)*s;else if(s<0)for(let c=0;c<a;++c)l[c]=(o+c)/-s;else for(let c=0;c<a;++c)l[c]=(o+c)*s;return l}function fn(e,t,n){return t=+t,e=+e,n=+n,cn(e,t,n)[2]}function ki(e,t,n){t=+t,e=+e,n=+n;let r=t<e,o=r?fn(t,e,n):fn(e,t,n);return(r?-1:1)*(o<0?1/-o:o)}function Pt(e,t){let n;if(t===void 0)for(let r of e)r!=null&&(n<r||n===void 0&&r>=r)&&(n=r);else{let r=-1;for(let o of e)(o=t(o,++r,e))!=null&&(n<o||n===void 0&&o>=o)&&(n=o)}return n}function pn(e,t){let n,r=-1,o=-1;if(t===void 0)for(let i of e)++o,i!=null&&(n<i||n===void 0&&i>=i)&&(n=i,r=o);else for(let i of e)(i=t(i,++o,e))!=null&&(n<i||n===void 0&&i>=i)&&(n=i,r=o);return r}function Nt(e,t){let n;if(t===void 0)for(let r of e)r!=null&&(n>r||n===void 0&&r>=r)&&(n=r);else{let r=-1;for(let o of e)(o=t(o,++r,e))!=null&&(n>o||n===void 0&&o>=o)&&(n=o)}return n}function hn(e,t){let n,r=-1,o=-1;if(t===void 0)for(let i of e)++o,i!=null&&(n>i||n===void 0&&i>=i)&&(n=i,r=o);else for(let i of e)(i=t(i,++o,e))!=null&&(n>i||n===void 0&&i>=i)&&(n=i,r=o);return r}function Si(e,t,n=0,r=1/0,o){if(t=Math.floor(t),n=Math.floor(Math.max(0,n)),r=Math.floor(Math.min(e.length-1,r)),!(n<=t&&t<=r))return e;for(o=o===void 0?vi:Cl(o);r>n;){if(r-n>600){let l=r-n+1,c=t-n+1,f=Math.log(l),m=.5*Math.exp(2*f/3),p=.5*Math.sqrt(f*m*(l-m)/l)*(c-l/2<0?-1:1),h=Math.max(n,Math.floor(t-c*m/l+p)),d=Math.min(r,Math.floor(t+(l-c)*m/l+p));Si(e,t,h,d,o)}let i=e[t],s=n,a=r;for(Rt(e,n,t),o(e[r],i)>0&&Rt(e,n,r);s<a;){for(Rt(e,s,a),++s,--a;o(e[s],i)<0;)++s;for(;o(e[a],i)>0;)--a}o(e[n],i)===0?Rt(e,n,a):(++a,Rt(e,a,r)),a<=t&&(n=a+1),t<=a&&(r=a-1)}return e}function Rt(e,t,n){let r=e[t];e[t]=e[n],e[n]=r}function Mi(e,t,n){if(e=Float64Array.from(Pl(e,n)),!(!(r=e.length)||isNaN(t=+t))){if(t<=0||r<2)return Nt(e);if(t>=1)return Pt(e);var r,o=(r-1)*t,i=Math.floor(o),s=Pt(Si(e,i).subarray(0,i+1)),a=Nt(e.subarray(i+1));return s+(a-s)*(o-i)}}function Ri(e,t){let n=0,r=0;if(t===void 0)for(let o of e)o!=null&&(o=+o)>=o&&(++n,r+=o);else{let o=-1;for(let i of e)(i=t(i,++o,e))!=null&&(i=+i)>=i&&(++n,r+=i)}if(n)return r/n}function Pi(e,t){return Mi(e,.5,t)}var hh=Dl(Math.random);function Dl(e){return function(n,r=0,o=n.length){let i=o-(r=+r);for(;i;){let s=e()*i--|0,a=n[i+r];n[i+r]=n[s+r],n[s+r]=a}return n}}var dn={label:48,unit:90,kind:24,part:32};function $i(e,t=0){let n=Tr(e?.run?.columns);return new Map((e?.metrics??[]).flatMap(r=>{let o=Tr(n[r]),i=Array.isArray(o.by_row)?o.by_row[t]:null,s=Il(r,{...o,...Tr(i)});return s?[[r,s]]:[]}))}function Il(e,t){let n=gn(t.label,dn.label);if(!n)return null;let r=gn(t.kind,dn.kind),o=gn(t.part,dn.part);return{name:e,label:n,unit:gn(t.unit,dn.unit),better:t.better==="low"||t.better==="high"?t.better:null,isShare:t.format==="share",part:r&&o?{kind:r,name:o,weight:Ni(t.weight),meanImageLoss:Ni(t.mean_image_loss)}:null}}function Tr(e){return typeof e=="object"&&e!==null&&!Array.isArray(e)?e:{}}function gn(e,t){return typeof e=="string"?Z(e.replaceAll(/\s+/g," ").trim(),t):""}function Ni(e){return typeof e=="number"&&Number.isFinite(e)&&e>0?e:NaN}function Ai({layout:e,steps:t,shape:[,n,r],values:o}){if(!e)return[];let{rows:i,metrics:s}=e,a=new Map(s.map((l,c)=>[l,c]));return i.map((l,c)=>{let f=p=>{let h=a.get(p);return t.map((d,g)=>h===void 0?NaN:o[(g*n+c)*r+h])},m=()=>f("flags").map(p=>Ol(p,e.flags));return Ar({row:l,steps:t,metricNames:s,described:$i(e,c),column:f,flags:m})})}function Ar(e){let{layer:t,decoder:n}=e.row;return{...e,key:`${t}/${n}`,column:Ci(e.column),flags:Ci(e.flags)}}function Ci(e){let t=new Map;return n=>(t.has(n)||t.set(n,e(n)),t.get(n))}function Ol(e,t){return Number.isFinite(e)?t.filter((n,r)=>Math.floor(e/2**r)%2===1):[]}function nt({flags:e}){let[t=[],...n]=e();return t.filter(r=>n.every(o=>o.includes(r)))}function rt(e){let t=nt(e);return e.flags().map(n=>n.filter(r=>!t.includes(r)))}function re({steps:e,column:t}){let n=t("probe_accuracy"),r=pn(n);return r<0?null:{step:e[r],accuracy:n[r]}}function ve({column:e},t){return e(t).findLast(Number.isFinite)??NaN}function De(e,t,n){return t[V(e,n)]??NaN}function V(e,t){return Math.max(0,hn(e,n=>Math.abs(Math.log1p(n)-Math.log1p(t))))}function Li(e){return e.flatMap((t,n)=>Number.isFinite(t)&&!Number.isFinite(e[n-1])&&!Number.isFinite(e[n+1])?[n]:[])}function W({row:e},t){return t.some(r=>r.row.layer===e.layer&&r.row.decoder!==e.decoder)?`${e.layer} (${e.decoder})`:e.layer}var Fl=20;function ot(e){let t=e.map(i=>W(i,e));if(t.length<2||t.every(({length:i})=>i<=Fl))return t;let[n,r]=[Ti(t),Ti(t.map(ql))],o=t.map(i=>i.slice(n,i.length-r));return o.every(Boolean)?o:t}function Ti([e="",...t]){let n=0;for(;n<e.length&&t.every(r=>r[n]===e[n]);)n++;for(;n&&!/[_/.\- ]/.test(e[n-1]);)n--;return n}function ql(e){return[...e].reverse().join("")}function O({summary:e,numSeeds:t}){return we(e.run)+(t?` (${t} seeds)`:"")}function A(e,{layer:t,decoder:n}){return e.find(r=>r.layer===t&&r.decoder===n)}var Vl=Symbol.for("pv"),Bl=0;function u(e,t,n,r,o,i){t||(t={});var s,a,l=t;if("ref"in l&&typeof e!="function")for(a in l={},t)a=="ref"?s=t[a]:l[a]=t[a];var c={type:e,props:l,key:n,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Vl,__v:--Bl,__i:-1,__u:0};return(o||i)&&(c.__source=o,c.__self=i),$.vnode&&$.vnode(c),c}function Ei({runs:e,cursor:t,quantity:n}){let[r,o]=C(t.current);fe(t,o);let i=N(null),s=e.find(({summary:g})=>g.run===r?.run)??e[0],{rows:a,reports:l}=s,c=a.find(g=>g.key===r?.panel),f=r&&c?.steps.length?{series:c,at:V(c.steps,r.step)}:null;ni(()=>{if(!i.current||!r)return;let g=Hl(r);if(!g)return;let y=g.getBoundingClientRect(),{width:b,height:x}=i.current.getBoundingClientRect(),_=y.left+14,w=_+b>document.documentElement.clientWidth-4?y.left-14-b:_,P=Math.min(y.top+18,window.innerHeight-x-4);i.current.style.transform=`translate(${Math.max(4,w)}px,${Math.max(4,P)}px)`});let m=c&&A(l,c.row),p=s!==e[0],h=c?W(c,a):"",d=r?.byKey&&f?Ul(p?`${O(s)}, ${h}`:h,f,r.line):"";return u(S,{children:[u("div",{class:"read-aloud","aria-live":"polite",children:d}),f&&u("div",{ref:i,class:"tooltip",role:"tooltip",children:[p&&u("p",{children:O(s)}),u(jl,{...f,name:h,phases:m?.stages??[],chosen:n,line:r?.line})]})]})}function Hl({panel:e,byKey:t}){return document.querySelector(t?".chart svg:focus":".chart svg:hover")?.querySelector('.cursor line, .cursor [r="6"]')??document.querySelector(`[data-panel="${CSS.escape(e)}"] .cursor line`)}var zl=["loss","limit","explained","accuracy"];function jl({name:e,series:t,at:n,phases:r,chosen:o,line:i}){let s=t.steps[n],a=Ie({series:t,at:n},"epoch"),l=zl.includes(o.key)||Di(t).includes(o.key),c=r.filter(({start_step:m,end_step:p})=>m<=s&&s<=p).map(({kind:m})=>m),f=[...Gl({series:t,at:n}),...l?[]:[[o.label,o.format(o.read(t)[n])]],...c.length?[["phase",c.join(" \u2192 ")]]:[]];return u(S,{children:[u("p",{class:"tooltip-title",children:[u("b",{children:["step ",v(s)]}),Number.isFinite(a)&&u("span",{children:[" epoch ",Number(a.toFixed(2))]}),u("span",{class:"tooltip-layer",children:e})]}),u("dl",{children:[i&&u(S,{children:[u("dt",{class:"tooltip-line",children:i.name}),u("dd",{class:"tooltip-line",children:i.value})]}),f.map(([m,p,h])=>u(S,{children:[u("dt",{class:h,children:m}),u("dd",{children:p})]},m))]}),(rt(t)[n]??[]).map(m=>u("p",{class:"tooltip-flag",children:$r(m)},m)),u("p",{class:"muted",children:["loss: mean squared error per input element",!l&&`; ${o.label}: ${o.unit}`]})]})}function Gl(e){let t=q(Ie(e,"reconstruction_loss")),n=Ie(e,"reconstruction_loss_limit"),r=o=>Q(Ie(e,o));return[["reconstruction loss",[t,u("span",{class:"muted",children:gi(Ie(e,"reconstruction_stderr"))})],"loss"],...Number.isFinite(n)?[["at unlimited rows",q(n)]]:[],["explained variance",r("explained_variance")],["probe accuracy",r("probe_accuracy"),"accuracy"],...Di(e.series).map(o=>[`${/^transfer_(.+)_accuracy$/.exec(o)[1]} accuracy`,r(o)])]}function Di({metricNames:e}){return e.filter(t=>/^transfer_.+_accuracy$/.test(t))}function Ul(e,t,n){let r=`${e}, step ${v(t.series.steps[t.at])}`;return n?`${r}: ${n.name} ${n.value}`:`${r}: reconstruction loss ${q(Ie(t,"reconstruction_loss"))}, probe accuracy ${Q(Ie(t,"probe_accuracy"))}`}function Ie({series:e,at:t},n){return e.column(n)[t]}function ut(e,t,n){e.prototype=t.prototype=n,n.constructor=e}function Tt(e,t){var n=Object.create(e.prototype);for(var r in t)n[r]=t[r];return n}function ke(){}var Ve=.7,at=1/Ve,it="\\s*([+-]?\\d+)\\s*",$t="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)\\s*",oe="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)%\\s*",Ql=/^#([0-9a-f]{3,8})$/,Wl=new RegExp(`^rgb\\(${it},${it},${it}\\)$`),Kl=new RegExp(`^rgb\\(${oe},${oe},${oe}\\)$`),Xl=new RegExp(`^rgba\\(${it},${it},${it},${$t}\\)$`),Yl=new RegExp(`^rgba\\(${oe},${oe},${oe},${$t}\\)$`),Jl=new RegExp(`^hsl\\(${$t},${oe},${oe}\\)$`),Zl=new RegExp(`^hsla\\(${$t},${oe},${oe},${$t}\\)$`),Ii={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074};ut(ke,lt,{copy(e){return Object.assign(new this.constructor,this,e)},displayable(){return this.rgb().displayable()},hex:Oi,formatHex:Oi,formatHex8:ec,formatHsl:tc,formatRgb:Fi,toString:Fi});function Oi(){return this.rgb().formatHex()}function ec(){return this.rgb().formatHex8()}function tc(){return Qi(this).formatHsl()}function Fi(){return this.rgb().formatRgb()}function lt(e){var t,n;return e=(e+"").trim().toLowerCase(),(t=Ql.exec(e))?(n=t[1].length,t=parseInt(t[1],16),n===6?qi(t):n===3?new B(t>>8&15|t>>4&240,t>>4&15|t&240,(t&15)<<4|t&15,1):n===8?yn(t>>24&255,t>>16&255,t>>8&255,(t&255)/255):n===4?yn(t>>12&15|t>>8&240,t>>8&15|t>>4&240,t>>4&15|t&240,((t&15)<<4|t&15)/255):null):(t=Wl.exec(e))?new B(t[1],t[2],t[3],1):(t=Kl.exec(e))?new B(t[1]*255/100,t[2]*255/100,t[3]*255/100,1):(t=Xl.exec(e))?yn(t[1],t[2],t[3],t[4]):(t=Yl.exec(e))?yn(t[1]*255/100,t[2]*255/100,t[3]*255/100,t[4]):(t=Jl.exec(e))?Hi(t[1],t[2]/100,t[3]/100,1):(t=Zl.exec(e))?Hi(t[1],t[2]/100,t[3]/100,t[4]):Ii.hasOwnProperty(e)?qi(Ii[e]):e==="transparent"?new B(NaN,NaN,NaN,0):null}function qi(e){return new B(e>>16&255,e>>8&255,e&255,1)}function yn(e,t,n,r){return r<=0&&(e=t=n=NaN),new B(e,t,n,r)}function Fr(e){return e instanceof ke||(e=lt(e)),e?(e=e.rgb(),new B(e.r,e.g,e.b,e.opacity)):new B}function At(e,t,n,r){return arguments.length===1?Fr(e):new B(e,t,n,r??1)}function B(e,t,n,r){this.r=+e,this.g=+t,this.b=+n,this.opacity=+r}ut(B,At,Tt(ke,{brighter(e){return e=e==null?at:Math.pow(at,e),new B(this.r*e,this.g*e,this.b*e,this.opacity)},darker(e){return e=e==null?Ve:Math.pow(Ve,e),new B(this.r*e,this.g*e,this.b*e,this.opacity)},rgb(){return this},clamp(){return new B(Fe(this.r),Fe(this.g),Fe(this.b),_n(this.opacity))},displayable(){return-.5<=this.r&&this.r<255.5&&-.5<=this.g&&this.g<255.5&&-.5<=this.b&&this.b<255.5&&0<=this.opacity&&this.opacity<=1},hex:Vi,formatHex:Vi,formatHex8:nc,formatRgb:Bi,toString:Bi}));function Vi(){return`#${Oe(this.r)}${Oe(this.g)}${Oe(this.b)}`}function nc(){return`#${Oe(this.r)}${Oe(this.g)}${Oe(this.b)}${Oe((isNaN(this.opacity)?1:this.opacity)*255)}`}function Bi(){let e=_n(this.opacity);return`${e===1?"rgb(":"rgba("}${Fe(this.r)}, ${Fe(this.g)}, ${Fe(this.b)}${e===1?")":`, ${e})`}`}function _n(e){return isNaN(e)?1:Math.max(0,Math.min(1,e))}function Fe(e){return Math.max(0,Math.min(255,Math.round(e)||0))}function Oe(e){return e=Fe(e),(e<16?"0":"")+e.toString(16)}function Hi(e,t,n,r){return r<=0?e=t=n=NaN:n<=0||n>=1?e=t=NaN:t<=0&&(e=NaN),new ee(e,t,n,r)}function Qi(e){if(e instanceof ee)return new ee(e.h,e.s,e.l,e.opacity);if(e instanceof ke||(e=lt(e)),!e)return new ee;if(e instanceof ee)return e;e=e.rgb();var t=e.r/255,n=e.g/255,r=e.b/255,o=Math.min(t,n,r),i=Math.max(t,n,r),s=NaN,a=i-o,l=(i+o)/2;return a?(t===i?s=(n-r)/a+(n<r)*6:n===i?s=(r-t)/a+2:s=(t-n)/a+4,a/=l<.5?i+o:2-i-o,s*=60):a=l>0&&l<1?0:s,new ee(s,a,l,e.opacity)}function wn(e,t,n,r){return arguments.length===1?Qi(e):new ee(e,t,n,r??1)}function ee(e,t,n,r){this.h=+e,this.s=+t,this.l=+n,this.opacity=+r}ut(ee,wn,Tt(ke,{brighter(e){return e=e==null?at:Math.pow(at,e),new ee(this.h,this.s,this.l*e,this.opacity)},darker(e){return e=e==null?Ve:Math.pow(Ve,e),new ee(this.h,this.s,this.l*e,this.opacity)},rgb(){var e=this.h%360+(this.h<0)*360,t=isNaN(e)||isNaN(this.s)?0:this.s,n=this.l,r=n+(n<.5?n:1-n)*t,o=2*n-r;return new B(Lr(e>=240?e-240:e+120,o,r),Lr(e,o,r),Lr(e<120?e+240:e-120,o,r),this.opacity)},clamp(){return new ee(zi(this.h),bn(this.s),bn(this.l),_n(this.opacity))},displayable(){return(0<=this.s&&this.s<=1||isNaN(this.s))&&0<=this.l&&this.l<=1&&0<=this.opacity&&this.opacity<=1},formatHsl(){let e=_n(this.opacity);return`${e===1?"hsl(":"hsla("}${zi(this.h)}, ${bn(this.s)*100}%, ${bn(this.l)*100}%${e===1?")":`, ${e})`}`}}));function zi(e){return e=(e||0)%360,e<0?e+360:e}function bn(e){return Math.max(0,Math.min(1,e||0))}function Lr(e,t,n){return(e<60?t+(n-t)*e/60:e<180?n:e<240?t+(n-t)*(240-e)/60:t)*255}var Wi=Math.PI/180,Ki=180/Math.PI,xn=18,Xi=.96422,Yi=1,Ji=.82521,Zi=4/29,st=6/29,es=3*st*st,rc=st*st*st;function ts(e){if(e instanceof ie)return new ie(e.l,e.a,e.b,e.opacity);if(e instanceof me)return rs(e);e instanceof B||(e=Fr(e));var t=Or(e.r),n=Or(e.g),r=Or(e.b),o=Er((.2225045*t+.7168786*n+.0606169*r)/Yi),i,s;return t===n&&n===r?i=s=o:(i=Er((.4360747*t+.3850649*n+.1430804*r)/Xi),s=Er((.0139322*t+.0971045*n+.7141733*r)/Ji)),new ie(116*o-16,500*(i-o),200*(o-s),e.opacity)}function ns(e,t,n,r){return arguments.length===1?ts(e):new ie(e,t,n,r??1)}function ie(e,t,n,r){this.l=+e,this.a=+t,this.b=+n,this.opacity=+r}ut(ie,ns,Tt(ke,{brighter(e){return new ie(this.l+xn*(e??1),this.a,this.b,this.opacity)},darker(e){return new ie(this.l-xn*(e??1),this.a,this.b,this.opacity)},rgb(){var e=(this.l+16)/116,t=isNaN(this.a)?e:e+this.a/500,n=isNaN(this.b)?e:e-this.b/200;return t=Xi*Dr(t),e=Yi*Dr(e),n=Ji*Dr(n),new B(Ir(3.1338561*t-1.6168667*e-.4906146*n),Ir(-.9787684*t+1.9161415*e+.033454*n),Ir(.0719453*t-.2289914*e+1.4052427*n),this.opacity)}}));function Er(e){return e>rc?Math.pow(e,1/3):e/es+Zi}function Dr(e){return e>st?e*e*e:es*(e-Zi)}function Ir(e){return 255*(e<=.0031308?12.92*e:1.055*Math.pow(e,1/2.4)-.055)}function Or(e){return(e/=255)<=.04045?e/12.92:Math.pow((e+.055)/1.055,2.4)}function oc(e){if(e instanceof me)return new me(e.h,e.c,e.l,e.opacity);if(e instanceof ie||(e=ts(e)),e.a===0&&e.b===0)return new me(NaN,0<e.l&&e.l<100?0:NaN,e.l,e.opacity);var t=Math.atan2(e.b,e.a)*Ki;return new me(t<0?t+360:t,Math.sqrt(e.a*e.a+e.b*e.b),e.l,e.opacity)}function vn(e,t,n,r){return arguments.length===1?oc(e):new me(e,t,n,r??1)}function me(e,t,n,r){this.h=+e,this.c=+t,this.l=+n,this.opacity=+r}function rs(e){if(isNaN(e.h))return new ie(e.l,0,0,e.opacity);var t=e.h*Wi;return new ie(e.l,Math.cos(t)*e.c,Math.sin(t)*e.c,e.opacity)}ut(me,vn,Tt(ke,{brighter(e){return new me(this.h,this.c,this.l+xn*(e??1),this.opacity)},darker(e){return new me(this.h,this.c,this.l-xn*(e??1),this.opacity)},rgb(){return rs(this).rgb()}}));var os=-.14861,qr=1.78277,Vr=-.29227,kn=-.90649,Ct=1.97294,ji=Ct*kn,Gi=Ct*qr,Ui=qr*Vr-kn*os;function ic(e){if(e instanceof qe)return new qe(e.h,e.s,e.l,e.opacity);e instanceof B||(e=Fr(e));var t=e.r/255,n=e.g/255,r=e.b/255,o=(Ui*r+ji*t-Gi*n)/(Ui+ji-Gi),i=r-o,s=(Ct*(n-o)-Vr*i)/kn,a=Math.sqrt(s*s+i*i)/(Ct*o*(1-o)),l=a?Math.atan2(s,i)*Ki-120:NaN;return new qe(l<0?l+360:l,a,o,e.opacity)}function Sn(e,t,n,r){return arguments.length===1?ic(e):new qe(e,t,n,r??1)}function qe(e,t,n,r){this.h=+e,this.s=+t,this.l=+n,this.opacity=+r}ut(qe,Sn,Tt(ke,{brighter(e){return e=e==null?at:Math.pow(at,e),new qe(this.h,this.s,this.l*e,this.opacity)},darker(e){return e=e==null?Ve:Math.pow(Ve,e),new qe(this.h,this.s,this.l*e,this.opacity)},rgb(){var e=isNaN(this.h)?0:(this.h+120)*Wi,t=+this.l,n=isNaN(this.s)?0:this.s*t*(1-t),r=Math.cos(e),o=Math.sin(e);return new B(255*(t+n*(os*r+qr*o)),255*(t+n*(Vr*r+kn*o)),255*(t+n*(Ct*r)),this.opacity)}}));function us(e,t,n,r,o){var i=e*e,s=i*e;return((1-3*e+3*i-s)*t+(4-6*i+3*s)*n+(1+3*e+3*i-3*s)*r+s*o)/6}function sc(e){var t=e.length-1;return function(n){var r=n<=0?n=0:n>=1?(n=1,t-1):Math.floor(n*t),o=e[r],i=e[r+1],s=r>0?e[r-1]:2*o-i,a=r<t-1?e[r+2]:2*i-o;return us((n-r/t)*t,s,o,i,a)}}function ac(e){var t=e.length;return function(n){var r=Math.floor(((n%=1)<0?++n:n)*t),o=e[(r+t-1)%t],i=e[r%t],s=e[(r+1)%t],a=e[(r+2)%t];return us((n-r/t)*t,o,i,s,a)}}var Rn=e=>()=>e;function ls(e,t){return function(n){return e+n*t}}function uc(e,t,n){return e=Math.pow(e,n),t=Math.pow(t,n)-e,n=1/n,function(r){return Math.pow(e+r*t,n)}}function jr(e,t){var n=t-e;return n?ls(e,n>180||n<-180?n-360*Math.round(n/360):n):Rn(isNaN(e)?t:e)}function lc(e){return(e=+e)==1?K:function(t,n){return n-t?uc(t,n,e):Rn(isNaN(t)?n:t)}}function K(e,t){var n=t-e;return n?ls(e,n):Rn(isNaN(e)?t:e)}var is=(function e(t){var n=lc(t);function r(o,i){var s=n((o=At(o)).r,(i=At(i)).r),a=n(o.g,i.g),l=n(o.b,i.b),c=K(o.opacity,i.opacity);return function(f){return o.r=s(f),o.g=a(f),o.b=l(f),o.opacity=c(f),o+""}}return r.gamma=e,r})(1);function cs(e){return function(t){var n=t.length,r=new Array(n),o=new Array(n),i=new Array(n),s,a;for(s=0;s<n;++s)a=At(t[s]),r[s]=a.r||0,o[s]=a.g||0,i[s]=a.b||0;return r=e(r),o=e(o),i=e(i),a.opacity=1,function(l){return a.r=r(l),a.g=o(l),a.b=i(l),a+""}}}var Dh=cs(sc),Ih=cs(ac);function cc(e,t){t||(t=[]);var n=e?Math.min(t.length,e.length):0,r=t.slice(),o;return function(i){for(o=0;o<n;++o)r[o]=e[o]*(1-i)+t[o]*i;return r}}function fc(e){return ArrayBuffer.isView(e)&&!(e instanceof DataView)}function mc(e,t){var n=t?t.length:0,r=e?Math.min(n,e.length):0,o=new Array(r),i=new Array(n),s;for(s=0;s<r;++s)o[s]=Pn(e[s],t[s]);for(;s<n;++s)i[s]=t[s];return function(a){for(s=0;s<r;++s)i[s]=o[s](a);return i}}function pc(e,t){var n=new Date;return e=+e,t=+t,function(r){return n.setTime(e*(1-r)+t*r),n}}function te(e,t){return e=+e,t=+t,function(n){return e*(1-n)+t*n}}function hc(e,t){var n={},r={},o;(e===null||typeof e!="object")&&(e={}),(t===null||typeof t!="object")&&(t={});for(o in t)o in e?n[o]=Pn(e[o],t[o]):r[o]=t[o];return function(i){for(o in n)r[o]=n[o](i);return r}}var Hr=/[-+]?(?:\d+\.?\d*|\.?\d+)(?:[eE][-+]?\d+)?/g,Br=new RegExp(Hr.source,"g");function dc(e){return function(){return e}}function gc(e){return function(t){return e(t)+""}}function yc(e,t){var n=Hr.lastIndex=Br.lastIndex=0,r,o,i,s=-1,a=[],l=[];for(e=e+"",t=t+"";(r=Hr.exec(e))&&(o=Br.exec(t));)(i=o.index)>n&&(i=t.slice(n,i),a[s]?a[s]+=i:a[++s]=i),(r=r[0])===(o=o[0])?a[s]?a[s]+=o:a[++s]=o:(a[++s]=null,l.push({i:s,x:te(r,o)})),n=Br.lastIndex;return n<t.length&&(i=t.slice(n),a[s]?a[s]+=i:a[++s]=i),a.length<2?l[0]?gc(l[0].x):dc(t):(t=l.length,function(c){for(var f=0,m;f<t;++f)a[(m=l[f]).i]=m.x(c);return a.join("")})}function Pn(e,t){var n=typeof t,r;return t==null||n==="boolean"?Rn(t):(n==="number"?te:n==="string"?(r=lt(t))?(t=r,is):yc:t instanceof lt?is:t instanceof Date?pc:fc(t)?cc:Array.isArray(t)?mc:typeof t.valueOf!="function"&&typeof t.toString!="function"||isNaN(t)?hc:te)(e,t)}function fs(e,t){return e=+e,t=+t,function(n){return Math.round(e*(1-n)+t*n)}}var ss=180/Math.PI,zr={translateX:0,translateY:0,rotate:0,skewX:0,scaleX:1,scaleY:1};function ms(e,t,n,r,o,i){var s,a,l;return(s=Math.sqrt(e*e+t*t))&&(e/=s,t/=s),(l=e*n+t*r)&&(n-=e*l,r-=t*l),(a=Math.sqrt(n*n+r*r))&&(n/=a,r/=a,l/=a),e*r<t*n&&(e=-e,t=-t,l=-l,s=-s),{translateX:o,translateY:i,rotate:Math.atan2(t,e)*ss,skewX:Math.atan(l)*ss,scaleX:s,scaleY:a}}var Mn;function bc(e){let t=new(typeof DOMMatrix=="function"?DOMMatrix:WebKitCSSMatrix)(e+"");return t.isIdentity?zr:ms(t.a,t.b,t.c,t.d,t.e,t.f)}function _c(e){return e==null||(Mn||(Mn=document.createElementNS("http://www.w3.org/2000/svg","g")),Mn.setAttribute("transform",e),!(e=Mn.transform.baseVal.consolidate()))?zr:(e=e.matrix,ms(e.a,e.b,e.c,e.d,e.e,e.f))}function ps(e,t,n,r){function o(c){return c.length?c.pop()+" ":""}function i(c,f,m,p,h,d){if(c!==m||f!==p){var g=h.push("translate(",null,t,null,n);d.push({i:g-4,x:te(c,m)},{i:g-2,x:te(f,p)})}else(m||p)&&h.push("translate("+m+t+p+n)}function s(c,f,m,p){c!==f?(c-f>180?f+=360:f-c>180&&(c+=360),p.push({i:m.push(o(m)+"rotate(",null,r)-2,x:te(c,f)})):f&&m.push(o(m)+"rotate("+f+r)}function a(c,f,m,p){c!==f?p.push({i:m.push(o(m)+"skewX(",null,r)-2,x:te(c,f)}):f&&m.push(o(m)+"skewX("+f+r)}function l(c,f,m,p,h,d){if(c!==m||f!==p){var g=h.push(o(h)+"scale(",null,",",null,")");d.push({i:g-4,x:te(c,m)},{i:g-2,x:te(f,p)})}else(m!==1||p!==1)&&h.push(o(h)+"scale("+m+","+p+")")}return function(c,f){var m=[],p=[];return c=e(c),f=e(f),i(c.translateX,c.translateY,f.translateX,f.translateY,m,p),s(c.rotate,f.rotate,m,p),a(c.skewX,f.skewX,m,p),l(c.scaleX,c.scaleY,f.scaleX,f.scaleY,m,p),c=f=null,function(h){for(var d=-1,g=p.length,y;++d<g;)m[(y=p[d]).i]=y.x(h);return m.join("")}}}var Oh=ps(bc,"px, ","px)","deg)"),Fh=ps(_c,", ",")",")"),xc=1e-12;function as(e){return((e=Math.exp(e))+1/e)/2}function wc(e){return((e=Math.exp(e))-1/e)/2}function vc(e){return((e=Math.exp(2*e))-1)/(e+1)}var qh=(function e(t,n,r){function o(i,s){var a=i[0],l=i[1],c=i[2],f=s[0],m=s[1],p=s[2],h=f-a,d=m-l,g=h*h+d*d,y,b;if(g<xc)b=Math.log(p/c)/t,y=function(R){return[a+R*h,l+R*d,c*Math.exp(t*R*b)]};else{var x=Math.sqrt(g),_=(p*p-c*c+r*g)/(2*c*n*x),w=(p*p-c*c-r*g)/(2*p*n*x),P=Math.log(Math.sqrt(_*_+1)-_),L=Math.log(Math.sqrt(w*w+1)-w);b=(L-P)/t,y=function(R){var D=R*b,j=as(P),F=c/(n*x)*(j*vc(t*D+P)-wc(P));return[a+F*h,l+F*d,c*j/as(t*D+P)]}}return y.duration=Math.abs(b)*1e3*t/Math.SQRT2,y}return o.rho=function(i){var s=Math.max(.001,+i),a=s*s,l=a*a;return e(s,a,l)},o})(Math.SQRT2,2,4);function hs(e){return function(t,n){var r=e((t=wn(t)).h,(n=wn(n)).h),o=K(t.s,n.s),i=K(t.l,n.l),s=K(t.opacity,n.opacity);return function(a){return t.h=r(a),t.s=o(a),t.l=i(a),t.opacity=s(a),t+""}}}var Vh=hs(jr),Bh=hs(K);function ds(e){return function(t,n){var r=e((t=vn(t)).h,(n=vn(n)).h),o=K(t.c,n.c),i=K(t.l,n.l),s=K(t.opacity,n.opacity);return function(a){return t.h=r(a),t.c=o(a),t.l=i(a),t.opacity=s(a),t+""}}}var Hh=ds(jr),zh=ds(K);function gs(e){return(function t(n){n=+n;function r(o,i){var s=e((o=Sn(o)).h,(i=Sn(i)).h),a=K(o.s,i.s),l=K(o.l,i.l),c=K(o.opacity,i.opacity);return function(f){return o.h=s(f),o.s=a(f),o.l=l(Math.pow(f,n)),o.opacity=c(f),o+""}}return r.gamma=t,r})(1)}var jh=gs(jr),Gh=gs(K);function kc(e){return Math.abs(e=Math.round(e))>=1e21?e.toLocaleString("en").replace(/,/g,""):e.toString(10)}function $n(e,t){if(!isFinite(e)||e===0)return null;var n=(e=t?e.toExponential(t-1):e.toExponential()).indexOf("e"),r=e.slice(0,n);return[r.length>1?r[0]+r.slice(2):r,+e.slice(n+1)]}function ct(e){return e=$n(Math.abs(e)),e?e[1]:NaN}function Sc(e,t){return function(n,r){for(var o=n.length,i=[],s=0,a=e[0],l=0;o>0&&a>0&&(l+a+1>r&&(a=Math.max(1,r-l)),i.push(n.substring(o-=a,o+a)),!((l+=a+1)>r));)a=e[s=(s+1)%e.length];return i.reverse().join(t)}}function Mc(e){return function(t){return t.replace(/[0-9]/g,function(n){return e[+n]})}}var Rc=/^(?:(.)?([<>=^]))?([+\-( ])?([$#])?(0)?(\d+)?(,)?(\.\d+)?(~)?([a-z%])?$/i;function ft(e){if(!(t=Rc.exec(e)))throw new Error("invalid format: "+e);var t;return new Gr({fill:t[1],align:t[2],sign:t[3],symbol:t[4],zero:t[5],width:t[6],comma:t[7],precision:t[8]&&t[8].slice(1),trim:t[9],type:t[10]})}ft.prototype=Gr.prototype;function Gr(e){this.fill=e.fill===void 0?" ":e.fill+"",this.align=e.align===void 0?">":e.align+"",this.sign=e.sign===void 0?"-":e.sign+"",this.symbol=e.symbol===void 0?"":e.symbol+"",this.zero=!!e.zero,this.width=e.width===void 0?void 0:+e.width,this.comma=!!e.comma,this.precision=e.precision===void 0?void 0:+e.precision,this.trim=!!e.trim,this.type=e.type===void 0?"":e.type+""}Gr.prototype.toString=function(){return this.fill+this.align+this.sign+this.symbol+(this.zero?"0":"")+(this.width===void 0?"":Math.max(1,this.width|0))+(this.comma?",":"")+(this.precision===void 0?"":"."+Math.max(0,this.precision|0))+(this.trim?"~":"")+this.type};function Pc(e){e:for(var t=e.length,n=1,r=-1,o;n<t;++n)switch(e[n]){case".":r=o=n;break;case"0":r===0&&(r=n),o=n;break;default:if(!+e[n])break e;r>0&&(r=0);break}return r>0?e.slice(0,r)+e.slice(o+1):e}var Cn;function Nc(e,t){var n=$n(e,t);if(!n)return Cn=void 0,e.toPrecision(t);var r=n[0],o=n[1],i=o-(Cn=Math.max(-8,Math.min(8,Math.floor(o/3)))*3)+1,s=r.length;return i===s?r:i>s?r+new Array(i-s+1).join("0"):i>0?r.slice(0,i)+"."+r.slice(i):"0."+new Array(1-i).join("0")+$n(e,Math.max(0,t+i-1))[0]}function ys(e,t){var n=$n(e,t);if(!n)return e+"";var r=n[0],o=n[1];return o<0?"0."+new Array(-o).join("0")+r:r.length>o+1?r.slice(0,o+1)+"."+r.slice(o+1):r+new Array(o-r.length+2).join("0")}var bs={"%":(e,t)=>(e*100).toFixed(t),b:e=>Math.round(e).toString(2),c:e=>e+"",d:kc,e:(e,t)=>e.toExponential(t),f:(e,t)=>e.toFixed(t),g:(e,t)=>e.toPrecision(t),o:e=>Math.round(e).toString(8),p:(e,t)=>ys(e*100,t),r:ys,s:Nc,X:e=>Math.round(e).toString(16).toUpperCase(),x:e=>Math.round(e).toString(16)};function _s(e){return e}var xs=Array.prototype.map,ws=["y","z","a","f","p","n","\xB5","m","","k","M","G","T","P","E","Z","Y"];function $c(e){var t=e.grouping===void 0||e.thousands===void 0?_s:Sc(xs.call(e.grouping,Number),e.thousands+""),n=e.currency===void 0?"":e.currency[0]+"",r=e.currency===void 0?"":e.currency[1]+"",o=e.decimal===void 0?".":e.decimal+"",i=e.numerals===void 0?_s:Mc(xs.call(e.numerals,String)),s=e.percent===void 0?"%":e.percent+"",a=e.minus===void 0?"\u2212":e.minus+"",l=e.nan===void 0?"NaN":e.nan+"";function c(m,p){m=ft(m);var h=m.fill,d=m.align,g=m.sign,y=m.symbol,b=m.zero,x=m.width,_=m.comma,w=m.precision,P=m.trim,L=m.type;L==="n"?(_=!0,L="g"):bs[L]||(w===void 0&&(w=12),P=!0,L="g"),(b||h==="0"&&d==="=")&&(b=!0,h="0",d="=");var R=(p&&p.prefix!==void 0?p.prefix:"")+(y==="$"?n:y==="#"&&/[boxX]/.test(L)?"0"+L.toLowerCase():""),D=(y==="$"?r:/[%p]/.test(L)?s:"")+(p&&p.suffix!==void 0?p.suffix:""),j=bs[L],F=/[defgprs%]/.test(L);w=w===void 0?6:/[gprs]/.test(L)?Math.max(1,Math.min(21,w)):Math.max(0,Math.min(20,w));function G(M){var E=R,J=D,Xe,To,Ut;if(L==="c")J=j(M)+J,M="";else{M=+M;var Qt=M<0||1/M<0;if(M=isNaN(M)?l:j(Math.abs(M),w),P&&(M=Pc(M)),Qt&&+M==0&&g!=="+"&&(Qt=!1),E=(Qt?g==="("?g:a:g==="-"||g==="("?"":g)+E,J=(L==="s"&&!isNaN(M)&&Cn!==void 0?ws[8+Cn/3]:"")+J+(Qt&&g==="("?")":""),F){for(Xe=-1,To=M.length;++Xe<To;)if(Ut=M.charCodeAt(Xe),48>Ut||Ut>57){J=(Ut===46?o+M.slice(Xe+1):M.slice(Xe))+J,M=M.slice(0,Xe);break}}}_&&!b&&(M=t(M,1/0));var Wt=E.length+M.length+J.length,ce=Wt<x?new Array(x-Wt+1).join(h):"";switch(_&&b&&(M=t(ce+M,ce.length?x-J.length:1/0),ce=""),d){case"<":M=E+M+J+ce;break;case"=":M=E+ce+M+J;break;case"^":M=ce.slice(0,Wt=ce.length>>1)+E+M+J+ce.slice(Wt);break;default:M=ce+E+M+J;break}return i(M)}return G.toString=function(){return m+""},G}function f(m,p){var h=Math.max(-8,Math.min(8,Math.floor(ct(p)/3)))*3,d=Math.pow(10,-h),g=c((m=ft(m),m.type="f",m),{suffix:ws[8+h/3]});return function(y){return g(d*y)}}return{format:c,formatPrefix:f}}var Nn,Tn,Ur;Cc({thousands:",",grouping:[3],currency:["$",""]});function Cc(e){return Nn=$c(e),Tn=Nn.format,Ur=Nn.formatPrefix,Nn}function vs(e){return Math.max(0,-ct(Math.abs(e)))}function ks(e,t){return Math.max(0,Math.max(-8,Math.min(8,Math.floor(ct(t)/3)))*3-ct(Math.abs(e)))}function Ss(e,t){return e=Math.abs(e),t=Math.abs(t)-e,Math.max(0,ct(t)-ct(e))+1}function Wr(e,t){switch(arguments.length){case 0:break;case 1:this.range(e);break;default:this.range(t).domain(e);break}return this}function Tc(e){return function(){return e}}function Ac(e){return+e}var Ms=[0,1];function mt(e){return e}function Qr(e,t){return(t-=e=+e)?function(n){return(n-e)/t}:Tc(isNaN(t)?NaN:.5)}function Lc(e,t){var n;return e>t&&(n=e,e=t,t=n),function(r){return Math.max(e,Math.min(t,r))}}function Ec(e,t,n){var r=e[0],o=e[1],i=t[0],s=t[1];return o<r?(r=Qr(o,r),i=n(s,i)):(r=Qr(r,o),i=n(i,s)),function(a){return i(r(a))}}function Dc(e,t,n){var r=Math.min(e.length,t.length)-1,o=new Array(r),i=new Array(r),s=-1;for(e[r]<e[0]&&(e=e.slice().reverse(),t=t.slice().reverse());++s<r;)o[s]=Qr(e[s],e[s+1]),i[s]=n(t[s],t[s+1]);return function(a){var l=_i(e,a,1,r)-1;return i[l](o[l](a))}}function Kr(e,t){return t.domain(e.domain()).range(e.range()).interpolate(e.interpolate()).clamp(e.clamp()).unknown(e.unknown())}function Xr(){var e=Ms,t=Ms,n=Pn,r,o,i,s=mt,a,l,c;function f(){var p=Math.min(e.length,t.length);return s!==mt&&(s=Lc(e[0],e[p-1])),a=p>2?Dc:Ec,l=c=null,m}function m(p){return p==null||isNaN(p=+p)?i:(l||(l=a(e.map(r),t,n)))(r(s(p)))}return m.invert=function(p){return s(o((c||(c=a(t,e.map(r),te)))(p)))},m.domain=function(p){return arguments.length?(e=Array.from(p,Ac),f()):e.slice()},m.range=function(p){return arguments.length?(t=Array.from(p),f()):t.slice()},m.rangeRound=function(p){return t=Array.from(p),n=fs,f()},m.clamp=function(p){return arguments.length?(s=p?!0:mt,f()):s!==mt},m.interpolate=function(p){return arguments.length?(n=p,f()):n},m.unknown=function(p){return arguments.length?(i=p,m):i},function(p,h){return r=p,o=h,f()}}function Ic(){return Xr()(mt,mt)}function Oc(e,t,n,r){var o=ki(e,t,n),i;switch(r=ft(r??",f"),r.type){case"s":{var s=Math.max(Math.abs(e),Math.abs(t));return r.precision==null&&!isNaN(i=ks(o,s))&&(r.precision=i),Ur(r,s)}case"":case"e":case"g":case"p":case"r":{r.precision==null&&!isNaN(i=Ss(o,Math.max(Math.abs(e),Math.abs(t))))&&(r.precision=i-(r.type==="e"));break}case"f":case"%":{r.precision==null&&!isNaN(i=vs(o))&&(r.precision=i-(r.type==="%")*2);break}}return Tn(r)}function Ts(e){var t=e.domain;return e.ticks=function(n){var r=t();return mn(r[0],r[r.length-1],n??10)},e.tickFormat=function(n,r){var o=t();return Oc(o[0],o[o.length-1],n??10,r)},e.nice=function(n){n==null&&(n=10);var r=t(),o=0,i=r.length-1,s=r[o],a=r[i],l,c,f=10;for(a<s&&(c=s,s=a,a=c,c=o,o=i,i=c);f-- >0;){if(c=fn(s,a,n),c===l)return r[o]=s,r[i]=a,t(r);if(c>0)s=Math.floor(s/c)*c,a=Math.ceil(a/c)*c;else if(c<0)s=Math.ceil(s*c)/c,a=Math.floor(a*c)/c;else break;l=c}return e},e}function X(){var e=Ic();return e.copy=function(){return Kr(e,X())},Wr.apply(e,arguments),Ts(e)}function Fc(e,t){e=e.slice();var n=0,r=e.length-1,o=e[n],i=e[r],s;return i<o&&(s=n,n=r,r=s,s=o,o=i,i=s),e[n]=t.floor(o),e[r]=t.ceil(i),e}function Rs(e){return Math.log(e)}function Ps(e){return Math.exp(e)}function qc(e){return-Math.log(-e)}function Vc(e){return-Math.exp(-e)}function Bc(e){return isFinite(e)?+("1e"+e):e<0?0:e}function Hc(e){return e===10?Bc:e===Math.E?Math.exp:t=>Math.pow(e,t)}function zc(e){return e===Math.E?Math.log:e===10&&Math.log10||e===2&&Math.log2||(e=Math.log(e),t=>Math.log(t)/e)}function Ns(e){return(t,n)=>-e(-t,n)}function jc(e){let t=e(Rs,Ps),n=t.domain,r=10,o,i;function s(){return o=zc(r),i=Hc(r),n()[0]<0?(o=Ns(o),i=Ns(i),e(qc,Vc)):e(Rs,Ps),t}return t.base=function(a){return arguments.length?(r=+a,s()):r},t.domain=function(a){return arguments.length?(n(a),s()):n()},t.ticks=a=>{let l=n(),c=l[0],f=l[l.length-1],m=f<c;m&&([c,f]=[f,c]);let p=o(c),h=o(f),d,g,y=a==null?10:+a,b=[];if(!(r%1)&&h-p<y){if(p=Math.floor(p),h=Math.ceil(h),c>0){for(;p<=h;++p)for(d=1;d<r;++d)if(g=p<0?d/i(-p):d*i(p),!(g<c)){if(g>f)break;b.push(g)}}else for(;p<=h;++p)for(d=r-1;d>=1;--d)if(g=p>0?d/i(-p):d*i(p),!(g<c)){if(g>f)break;b.push(g)}b.length*2<y&&(b=mn(c,f,y))}else b=mn(p,h,Math.min(h-p,y)).map(i);return m?b.reverse():b},t.tickFormat=(a,l)=>{if(a==null&&(a=10),l==null&&(l=r===10?"s":","),typeof l!="function"&&(!(r%1)&&(l=ft(l)).precision==null&&(l.trim=!0),l=Tn(l)),a===1/0)return l;let c=Math.max(1,r*a/t.ticks().length);return f=>{let m=f/i(Math.round(o(f)));return m*r<r-.5&&(m*=r),m<=c?l(f):""}},t.nice=()=>n(Fc(n(),{floor:a=>i(Math.floor(o(a))),ceil:a=>i(Math.ceil(o(a)))})),t}function Yr(){let e=jc(Xr()).domain([1,10]);return e.copy=()=>Kr(e,Yr()).base(e.base()),Wr.apply(e,arguments),e}function $s(e){return function(t){return Math.sign(t)*Math.log1p(Math.abs(t/e))}}function Cs(e){return function(t){return Math.sign(t)*Math.expm1(Math.abs(t))*e}}function Gc(e){var t=1,n=e($s(t),Cs(t));return n.constant=function(r){return arguments.length?e($s(t=+r),Cs(t)):t},Ts(n)}function Jr(){var e=Gc(Xr());return e.copy=function(){return Kr(e,Jr()).constant(e.constant())},Wr.apply(e,arguments)}function Y(e,[t,n]){return e>=t&&e<=n}function Be(e,t,n){let[r,o]=t,i=[r,Math.max(r+1,o)];return e==="log"?Jr(i,n).constant(1):X(i,n)}function H(e){return 6.3*e.length}function As(e,t,n){let[r,o]=[t[0],Math.max(t[0]+1,t[1])],i=Be(e,[r,o],n);if(e==="linear"||o+1<3*(r+1)){let a=(n[1]-n[0])/(H(v(o))+24);return X([r,o],n).ticks(Math.max(1,Math.floor(a))).filter(Number.isInteger)}let s=Math.floor(Math.log2(o))+1;for(let a=1;a<s;a++){let l=Uc(s,a).filter(c=>Y(c,[r,o]));if(Qc(l,i))return l}return[r,2**(s-1)]}function Uc(e,t){let n=[0];for(let r=0;r<e;r+=t)n.push(2**r);return n}function Qc(e,t){return e.every((n,r)=>{if(r===0)return!0;let o=e[r-1],i=(H(v(n))+H(v(o)))/2;return t(n)-t(o)>=i+6})}function He(e,t,n=NaN){let r=1/0,o=-1/0;if(e.forEach((l,c)=>{if(!Number.isFinite(l))return;let f=Number.isFinite(t[c])?t[c]:0;r=Math.min(r,l-f),o=Math.max(o,l+f)}),r>o)return[0,1];let i=Math.max(Math.abs(o)*.01,Number.isFinite(n)?n*.005:0,1e-8),s=Math.max(0,i-(o-r)),a=Math.min(s/2,Math.max(r,0));return[r-a,o+s-a]}function An(e,t){let n=.5*(e[1]-e[0]);return t<e[0]-n||t>e[1]+n?e:[Math.min(e[0],t),Math.max(e[1],t)]}function Lt(e,t,n){return Math.max(0,hn(e,r=>Math.abs(t(r)-n)))}function Ls(e,t,n,r){let o=[];e.forEach((i,s)=>o.push(Math.max(i,s?o[s-1]+t:n)));for(let i=o.length-1,s=r;i>=0;i--,s=o[i+1]-t)o[i]>s&&(o[i]=s);return o}var je=236,ze={left:48,top:24,bottom:je-34},Es={top:22,bottom:24},Ds={accuracy:40,none:14};function Zr(e,t,n){return{...ze,right:n,stepAxis:e,steps:t,x:Be(e,t,[ze.left+4,n-4])}}function Is(e,t,n,r){let{quantity:o,stepAxis:i,steps:s}=n,a=n.accuracyDomain&&o.key!=="accuracy",l=o.read(e),c=o.readSpread(e)??Wc(l,o.readErrors?.(e)??[]),f=o.references?.(e)??[],m=[...[l,...c].flatMap(g=>Ln(e,g,s)),...t.flatMap(({series:g})=>Ln(g,o.read(g),s))],p=He(m,[],o.wholeVariance?.(e)),h=f.reduce((g,{value:y})=>An(g,y),p),d=[ze.bottom-Es.bottom,ze.top+Es.top];return{...Zr(i,s,r-(a?Ds.accuracy:Ds.none)),width:r,label:o.label,quantity:o,y:X(h,d),accuracy:a?X(n.accuracyDomain,d):null,values:l,band:c,references:f}}function Wc(e,t){let n=r=>Number.isFinite(t[r])?t[r]:0;return[e.map((r,o)=>r-n(o)),e.map((r,o)=>r+n(o))]}function Ln({steps:e},t,n){return t.filter((r,o)=>Y(e[o],n))}function Os(e){let t=e.flatMap(({column:n})=>n("probe_accuracy"));return t.some(Number.isFinite)?He(t,[]):null}function pt(e,t){let n=t.flatMap(r=>e.wholeVariance?.(r)??[]).filter(Number.isFinite);return He(t.flatMap(e.read),[],Math.max(0,...n))}var eo=["#009e73","#cc79a7","#8c6bb1","#e69f00","#7f7f7f","#56b4e9","#d55e00","#0072b2"],Fs=["","5 2.5","1.5 2.5","8 2.5 1.5 2.5"];function Dn(e){return eo[e%eo.length]}function Vs(e,t){let n=new Map;return new Map(e.map(r=>{let o=t.get(r),i=n.get(o)??0;return n.set(o,i+1),[r,Fs[i%Fs.length]]}))}var In=En(["#440154","#482878","#3e4989","#31688e","#26828e","#1f9e89","#35b779","#6ece58","#b5de2b","#fde725"]),qs={red:"var(--red)",green:"var(--green)",blue:"var(--blue)",grey:"var(--grey)",chroma:"var(--chroma)"};function Bs(e,t,n,r,o){return Object.hasOwn(qs,e)?qs[e]:r?Ge(t,n,o):Kc(Dn(t),Math.floor(t/eo.length),o)}function Kc(e,t,n){if(!t)return e;let r=t%2===1;return En([e,r===(n==="light")?"#000000":"#ffffff"])(.45)}var Xc={light:En(["#762a83","#af8dc3","#f4f2f5","#7fbf7b","#1b7837"]),dark:En(["#d9a8ec","#8d5fa3","#454347","#4c8a58","#8fdca3"])};function to(e,t){return Xc[t]((e+1)/2)}function Ge(e,t,n){let[r,o]=n==="dark"?[.42,.95]:[.04,.66];return In(r+(o-r)*(t>1?e/(t-1):.5))}function En(e){let t=e.map(n=>[1,3,5].map(r=>Number.parseInt(n.slice(r,r+2),16)));return n=>{let r=Math.min(1,Math.max(0,n))*(t.length-1),o=Math.min(t.length-2,Math.floor(r));return`rgb(${t[o].map((s,a)=>Math.round(s+(r-o)*(t[o+1][a]-s))).join(",")})`}}function Hs(e){if(window.parent===window)return;let t=new MessageChannel;t.port1.onmessage=n=>{let r=JSON.parse(n.data);if(r.isReply)return;e[r.type]?.(r.payload);let o={type:r.type,id:r.id,payload:null,error:null,isReply:!0};t.port1.postMessage(JSON.stringify(o))},window.parent.postMessage("experimental.bootstrap","*",[t.port2])}function Et(e){return e.replaceAll(/(seed[-_=]?)\d+/gi,"$1*")}function zs(e){let t=new Map;for(let n of e){let r=Et(n.summary.run);t.set(r,[...t.get(r)??[],n])}return[...t].map(([n,r])=>{let o=r.filter(({rows:i})=>i.some(({steps:s})=>s.length));return o.length>1?Yc(n,o):o[0]??r[0]})}function Yc(e,t){let n=t[0],o=n.rows.map(({key:m})=>m).filter(m=>t.every(({rows:p})=>p.some(h=>h.key===m))),i=o.map(m=>Jc(t.map(p=>p.rows.find(h=>h.key===m)))),s=o.flatMap((m,p)=>Zc(i[p],t)??[]),a=i[0]?.steps.at(-1)??null,l=t.flatMap(({summary:m})=>m.error??[]).join(" ")||null,c={...n.summary,run:e,num_steps:i[0]?.steps.length??0,last_step:a,error:l},f=js(t.filter(({advice:m})=>m?.step!=null),({advice:m})=>m.step);return{summary:c,rows:i,reports:s,advice:ef(f),answers:f?.answers,numSeeds:t.length}}function Jc(e){let[t,...n]=e,r=t.steps.filter(l=>n.every(c=>c.steps.includes(l))),o=e.map(l=>r.map(c=>l.steps.indexOf(c))),i=(l,c)=>e.map((f,m)=>f.column(l)[o[m][c]]).filter(Number.isFinite),s=l=>c=>r.map((f,m)=>l(i(c,m))??NaN),a=()=>r.map((l,c)=>[...new Set(e.flatMap((f,m)=>f.flags()[o[m][c]]))]);return Ar({...t,steps:r,column:s(Ri),flags:a,spread:l=>[s(Nt)(l),s(Pt)(l)]})}function Zc({row:e},t){let n=t.flatMap(a=>A(a.reports,e)??[]),r=n.filter(a=>a.minimum_step!=null);if(!r.length)return n[0];let o=js(r,a=>a.minimum_step),i=r.map(a=>a.minimum_interval??[a.minimum_step,a.minimum_step]),s=n.filter(a=>a.has_increase).length;return{...o,minimum_interval:[Nt(i,([a])=>a),Pt(i,([,a])=>a)],has_increase:s>n.length/2,forgotten:o.forgotten&&`${o.forgotten} (In the run with the middle minimum.)`,description:`${o.description}. Phases of the run with the middle minimum; ${s} of ${n.length} runs have an increase`}}function ef(e){return e?{...e.advice,text:`${e.advice.text} (In the run with the middle step.)`}:null}function js(e,t){let n=Pi(e,t);return e.toSorted((r,o)=>Math.abs(t(r)-n)-Math.abs(t(o)-n))[0]}var ht={format:Q,tickFormat:"~%"},Qs=[{...se("loss","reconstruction_loss"),...Us("reconstruction_loss"),readErrors:e=>e.column("reconstruction_stderr")},{...dt("relative","reconstruction_loss","loss, first = 1","share of the loss at the first probe step","low"),read:e=>Gs(e,e.column("reconstruction_loss")),readErrors:e=>Gs(e,e.column("reconstruction_stderr")),readSpread:()=>{},wholeVariance:e=>Dt(e)/Ks(e)},{...se("limit","reconstruction_loss_limit"),...Us("reconstruction_loss_limit"),readErrors:e=>e.column("reconstruction_loss_limit_stderr")},{...se("explained","explained_variance"),...ht,readErrors:e=>Xs(e.column("reconstruction_stderr"),Dt(e)),references:e=>{let t=1-ve(e,"pca_bound")/Dt(e);return Ys(0,t,Js(e,"explained_variance"))},wholeVariance:()=>1},{...se("accuracy","probe_accuracy"),...ht},se("probe_loss","probe_loss"),{...se("model_accuracy","model_accuracy"),...ht},se("model_loss","model_loss"),se("freedom","degrees_of_freedom"),se("ridge","ridge"),se("seconds","probe_seconds")];function Ws(e){let n=[...new Set(e.flatMap(i=>i.metricNames))].flatMap(i=>/^transfer_(.+)_(?:accuracy|loss)$/.exec(i)?.[1]??[]),r=[...new Set(n)].flatMap(i=>[nf(`transfer_${i}_accuracy`,`transfer_${i}_accuracy`,`${i} accuracy`,`linear probe of '${i}', share of held-out rows`),dt(`transfer_${i}_loss`,`transfer_${i}_loss`,`${i} loss`,`cross-entropy of the linear probe of '${i}', nats`,"low")]),o=[...Qs,...r];return[...o,...tf(e,o)].filter(i=>e.some(s=>i.read(s).some(Number.isFinite)))}function tf(e,t){return[...new Map(e.flatMap(r=>[...r.described])).values()].flatMap(({name:r,label:o,unit:i,better:s,isShare:a,part:l})=>{if(l||t.some(f=>f.column===r))return[];let c=t.some(f=>f.key===r)?`own ${r}`:r;return[{...dt(c,r,o,i,s),...a&&ht}]})}function Gs(e,t){return Xs(t,Ks(e))}function Ks({column:e}){return e("reconstruction_loss").find(Number.isFinite)??NaN}function Xs(e,t){return e.map(n=>n/t)}function Ue(e,t){return e.find(n=>n.key===t)??Qs[0]}function On({key:e}){return["loss","relative","limit","explained"].includes(e)}function pe(e,t){return{...dt("","",e,"",null),...t&&ht}}function se(e,t){let{label:n,unit:r,better:o}=mi[t];return dt(e,t,n,r,o)}function dt(e,t,n,r,o){return{key:e,column:t,label:n,unit:r,better:o,format:q,read:s=>s.column(t),readSpread:s=>s.spread?.(t)}}function nf(e,t,n,r){return{...dt(e,t,n,r,"high"),...ht}}function Us(e){return{references:t=>Ys(Dt(t),ve(t,"pca_bound"),Js(t,e)),wholeVariance:Dt}}function Ys(e,t,n){return Object.entries({"mean image":e,"PCA bound":t,untrained:n}).map(([o,i])=>({label:o,value:i})).filter(({value:o})=>Number.isFinite(o))}function Dt(e){return ve(e,"mean_image_loss")}function Js({steps:e,column:t},n){return e[0]===0?t(n)[0]:NaN}var Zs="-probe_loss";function ea(e){return e.flatMap(t=>t.key==="probe_loss"?[t,{...t,key:Zs,label:"probe loss, turned",isTurned:!0}]:[t])}var rf=[{key:"portrait",label:"phase portrait",axes:["accuracy","explained"]},{key:"information",label:"information plane",axes:["explained","label_information"]},{key:"information",label:"information plane",axes:["explained",Zs]},{key:"binned",label:"binned mutual information",axes:["binned_information_input","binned_information_label"]}];function ta(e){let t=rf.filter(n=>n.axes.every(r=>e.some(o=>o.key===r)));return t.filter(({key:n},r)=>t.findIndex(o=>o.key===n)===r)}var Qe=["curves","portrait","map","images","compare","breakdowns"],of=10,na=["accuracy","explained"];function io(e){let[t,n]=ro(e.axes)??[],r=(e.zoom??"").split("-").map(Number);return{view:Qe.find(o=>o===e.view)??"curves",run:e.run??"",others:ro(e.with),layers:ro(e.layers),stepAxis:e.x==="linear"?"linear":"log",metric:e.y??"",step:no(e.step),zoom:r.length===2&&r.every(ra)&&r[1]>r[0]?[r[0],r[1]]:null,grouped:e.seeds==="grouped",portrait:t&&n?[t,n]:na,kind:e.kind??"",unit:e.unit==="loss"?"loss":"explained",from:no(e.from),to:no(e.to),against:e.against==="input"||e.against==="step"?e.against:null}}function no(e){return e&&ra(Number(e))?Number(e):null}function ra(e){return Number.isSafeInteger(e)&&e>=0}function so(e){let{view:t,run:n,others:r,layers:o,stepAxis:i,metric:s,step:a,zoom:l,grouped:c,portrait:f}=e,{kind:m,unit:p,from:h,to:d,against:g}=e;return{...t!=="curves"&&{view:t},...n&&{run:n},...r&&{with:oo(r)},...o&&{layers:oo(o)},x:i,...s&&{y:s},...a!==null&&{step:String(a)},...l&&{zoom:l.join("-")},...c&&{seeds:"grouped"},...f.join()!==na.join()&&{axes:oo(f)},...m&&{kind:m},...p!=="explained"&&{unit:p},...h!==null&&{from:String(h)},...d!==null&&{to:String(d)},...g&&{against:g}}}var sf=["map","compare"];function Fn({metric:e,view:t}){return e||(sf.includes(t)?"explained":"loss")}function ro(e){return e===void 0?null:e.split(",").filter(Boolean).map(sn)}function oo(e){return e.map(encodeURIComponent).join(",")}function oa(e,t){return e.find(({run:n})=>n===t)??sa(e)[0]}function ia(e,t,n){let r=e.filter(({run:i})=>i!==t);if(n)return r.filter(({run:i})=>n.includes(i));let o=sa(r.filter(({num_steps:i})=>i)).slice(0,of-1);return r.filter(i=>o.includes(i))}function qn(e,t){return t?.length&&!t.some(n=>e.includes(n))?null:t}function sa(e){return e.toSorted((t,n)=>n.last_wall_time-t.last_wall_time)}var It={frequency:{name:"spatial frequency",title:"by spatial frequency, cycles per pixel",isOrdered:!0},component:{name:"principal component",title:"by principal component",isOrdered:!0},colour:{name:"grey and colour",title:"by grey and colour"},channel:{name:"colour channel",title:"by colour channel"},position:{name:"image position",title:"by image position"},class:{name:"class",title:"by class"},difficulty:{name:"difficulty",title:"by difficulty of the rows",isOrdered:!0}},aa=64,af=20,uf=8;function he(e){return Object.hasOwn(It,e)?It[e]:{name:e,title:`by ${e}`}}function ua(e,t){return e.metricNames.flatMap(r=>{let o=la(e,r);return o?.kind!==t?[]:[{name:o.name,losses:e.column(r),meanImageLoss:o.meanImageLoss}]}).filter(({losses:r})=>r.some(Number.isFinite)).slice(0,aa)}function la(e,t){let n=e.described.get(t);if(n)return n.part;let[,r,o]=/^reconstruction_loss_([a-z]+)_(.+)$/.exec(t)??[];return!r||!Object.hasOwn(It,r)?null:{kind:r,name:o.replaceAll("_"," "),meanImageLoss:NaN}}function ca(e){let t=new Set(e.flatMap(r=>r.metricNames.flatMap(o=>la(r,o)?.kind??[])));return[...Object.keys(It).filter(r=>t.has(r)),...[...t].filter(r=>!Object.hasOwn(It,r))].filter(r=>e.some(o=>ua(o,r).length)).slice(0,af)}function Ot(e,t,n){let r=ua(e,t);if(!r.length)return null;let o=r.filter(({meanImageLoss:a})=>Number.isFinite(a)),i=o.length?n:"loss",s=(i==="loss"?r:o).map(({name:a,losses:l,meanImageLoss:c})=>({name:a,values:i==="loss"?l:l.map(f=>1-f/c)}));return{kind:t,unit:i,parts:s}}function gt(e){return e==="loss"?"reconstruction loss":"explained variance"}function ao(e){return e==="loss"?q:Q}function Vn({name:e,from:t,to:n},r,[o,i]){let s=ao(r);return`${e}: ${s(t)} at step ${v(o)}, ${s(n)} at step ${v(i)}`}function yt(e,t){if(!Number.isFinite(e))return"\u2013";let n=t==="loss"?q(Math.abs(e)):(100*Math.abs(e)).toFixed(1);return/[1-9]/.test(n)?`${e<0?"\u2212":"+"}${n}`:n}function fa(e,t){if(t||e.length<=uf)return new Set(e.map(({name:o})=>o));let n=({values:o})=>o.findLast(Number.isFinite)??NaN,r=e.toSorted((o,i)=>n(i)-n(o)).map(({name:o})=>o);return new Set([...r.slice(0,3),...r.slice(-3)])}function ma(e,t,{from:n,to:r,step:o}){let{steps:i}=e;if(!i.length)return null;let[s,a]=[n??t?.minimum_step??i[0],r??o??i.at(-1)],[l,c]=[i[V(i,s)],i[V(i,a)]];return[Math.min(l,c),Math.max(l,c)]}function pa({unit:e,parts:t},{steps:n},[r,o]){let[i,s]=[n.indexOf(r),n.indexOf(o)];return t.map(({name:a,values:l})=>{let[c,f]=[l[i]??NaN,l[s]??NaN],m=f-c;return{name:a,from:c,to:f,change:m,isLost:e==="loss"?m>0:m<0}})}function uo(e){let t=e.flatMap(o=>{let i=/^row (\d+) column (\d+)$/.exec(o.name);return i?[{...o,row:Number(i[1])-1,column:Number(i[2])-1}]:[]}),n=Math.max(0,...t.map(({row:o})=>o+1)),r=Math.max(0,...t.map(({column:o})=>o+1));return t.length<e.length||t.length<2||Math.max(n,r)>aa?null:{numRows:n,numColumns:r,cells:t}}function ne({title:e,name:t=e.toLowerCase(),kind:n,value:r,options:o,choose:i}){return u("label",{class:n,children:[u("span",{class:"control-name",children:e}),u("select",{name:t,value:r,onChange:s=>i(s.currentTarget.value),children:o.map(([s,a])=>u("option",{value:s,children:a},s))})]})}function Ft(e,t){return(t===null||e.includes(t)?e:[t,...e]).map(r=>[String(r),`step ${v(r)}`])}function qt(e){return e===""?null:Number(e)}function de({name:e,value:t,options:n,choose:r}){return u("fieldset",{class:"choice",children:[u("legend",{class:"control-name",children:e}),u("div",{class:"segments",children:Object.entries(n).map(([o,i])=>u("label",{children:[u("input",{type:"radio",name:e,value:o,checked:o===t,onChange:()=>r(o)}),u("span",{children:i})]},o))})]})}function ae(e){return class extends Ye{shouldComponentUpdate(t){return[...new Set([...Object.keys(this.props),...Object.keys(t)])].some(r=>this.props[r]!==t[r])}render(t){return u(e,{...t})}}}function ue(e){let t=N(null),[n,r]=C(e);return U(()=>{let o=new ResizeObserver(([i])=>{let s=Math.floor(i.contentRect.width);s>0&&r(s)});return o.observe(t.current),()=>o.disconnect()},[]),[t,n]}var ge={height:10,gap:10,room:44,parts:41};function ha(e,t){return e.numRows*da(e,t)+ge.gap+ge.room}function da({numColumns:e},t){return Math.max(8,Math.min(52,Math.floor((t-8)/e)))}function ga({grid:e,unit:t,most:n,steps:r,width:o,theme:i}){let{numRows:s,numColumns:a,cells:l}=e,c=da(e,o),f=t==="loss"?-1:1,m=4;return u("g",{class:"grid-map",children:[l.map(p=>{let{name:h,row:d,column:g,change:y}=p,b=f*y/n;return u("g",{transform:`translate(${m+g*c},${d*c})`,children:[u("title",{children:Vn(p,t,r)}),Number.isFinite(y)?u("rect",{width:c-2,height:c-2,fill:to(b,i)}):u("rect",{class:"missing",width:c-2,height:c-2}),c>=36&&u("text",{class:Math.abs(b)>.62?"on-strong":"on-weak",x:c/2-1,y:c/2-1,dy:"0.32em","text-anchor":"middle",children:yt(y,t)})]},h)}),u(lf,{left:m,top:s*c+ge.gap,width:Math.min(o-8,Math.max(230,a*c-2)),most:n,sign:f,unit:t,theme:i})]})}function lf({left:e,top:t,width:n,most:r,sign:o,unit:i,theme:s}){let a=n/ge.parts;return u("g",{class:"color-legend",transform:`translate(${e},${t})`,children:[Array.from({length:ge.parts},(l,c)=>u("rect",{x:c*a,width:a+.4,height:ge.height,fill:to(2*c/(ge.parts-1)-1,s)},c)),u("text",{y:ge.height+13,children:[yt(-o*r,i)," forgotten"]}),u("text",{x:n,y:ge.height+13,"text-anchor":"end",children:["learned ",yt(o*r,i)]})]})}var Bn=18,ya=26,cf=24,ff=62;function mf(e,t){let n=0;return{placed:e.map(o=>{let i=uo(o.changes),s=n;return n+=ya+(i?ha(i,t):o.changes.length*Bn+cf)+10,{...o,grid:i,top:s}}),height:n}}function pf({name:e,sections:t,steps:n,theme:r}){let[o,i]=ue(360),{placed:s,height:a}=k(()=>mf(t,i),[t,i]),l=k(()=>hf(t,i),[t,i]);return u("div",{ref:o,class:"chart",children:u("svg",{class:"difference",width:i,height:a,viewBox:`0 0 ${i} ${a}`,role:"img","aria-label":bf(e,t,n),children:s.map(({top:c,grid:f,...m})=>u("g",{transform:`translate(0,${c})`,children:[u("text",{class:"part-title",x:2,y:13,children:[gt(m.unit)," ",m.title]}),u("g",{transform:`translate(0,${ya})`,children:f?u(ga,{grid:f,unit:m.unit,most:m.most,steps:n,width:i,theme:r}):u(gf,{section:m,steps:n,left:l,width:i})})]},m.title))})})}var ba=ae(pf);function hf(e,t){let n=e.filter(({changes:r})=>!uo(r)).flatMap(({changes:r})=>r.map(o=>o.name));return Math.min(.34*t,12+Math.max(30,...n.map(H)))}function df(e,t){let n=t.flatMap(({from:r,to:o})=>[r,o]).filter(Number.isFinite);return e==="loss"?[0,Math.max(1e-8,...n)*1.04]:[Math.max(-1,Math.min(0,...n)),1]}function gf({section:{unit:e,changes:t},steps:n,left:r,width:o}){let i=o-ff,s=t.length*Bn,a=X(df(e,t),[r+6,i-6]).clamp(!0),l=a.tickFormat(4,e==="loss"?void 0:"~%");return u(S,{children:[u("g",{class:"axis",children:[a.ticks(4).map(c=>u("g",{class:"tick",transform:`translate(${a(c)},0)`,children:[u("line",{class:"grid",y1:-2,y2:s}),u("text",{y:s+12,"text-anchor":"middle",children:l(c)})]},c)),u("text",{x:o-2,y:-5,"text-anchor":"end",children:e==="loss"?"change":"points"})]}),t.map((c,f)=>u(yf,{part:c,unit:e,steps:n,x:a,left:r,width:o,y:f*Bn+Bn/2},c.name))]})}function yf({part:e,unit:t,steps:n,x:r,left:o,width:i,y:s}){let{name:a,from:l,to:c,change:f,isLost:m}=e,p=Number.isFinite(f),h=yt(f,t),d=/\d/.test(h[0])||!p?"same":m?"lost":"gained";return u("g",{class:`dumbbell ${d}`,transform:`translate(0,${s})`,children:[u("title",{children:Vn(e,t,n)}),u("text",{x:o-4,dy:"0.32em","text-anchor":"end",children:Z(a,Math.floor((o-6)/H("x")))}),p&&u(S,{children:[u("line",{class:"way-between",x1:r(l),x2:r(c)}),u("circle",{class:"before",cx:r(l),r:4}),u("circle",{class:"after",cx:r(c),r:4.5})]}),u("text",{class:"change",x:i-2,dy:"0.32em","text-anchor":"end",children:h})]})}function bf(e,t,n){let r=t.map(({title:o,unit:i,changes:s})=>{let a=ao(i),l=s.map(({name:c,from:f,to:m})=>`${c} ${a(f)} to ${a(m)}`);return`${gt(i)} ${o}: ${l.join(", ")}`});return`${e}, step ${v(n[0])} to ${v(n[1])}. ${r.join("; ")}.`}var _f=["fill","fill-opacity","stroke","stroke-width","stroke-dasharray","stroke-linejoin","stroke-linecap","opacity","paint-order","font-family","font-size","font-weight","font-variant-numeric","text-anchor","visibility"],xf=/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;function xa(e,{title:t,subtitle:n,legend:r}){let o=getComputedStyle(document.body),{width:i,height:s}=e.viewBox.baseVal,a=i+28,l=vf(r,a),c=wf(n,Math.floor(i/6)),f=14+(1+c.length)*18+6,m=f+s+18,p=m+(l.at(-1)?.y??-18)+18,h=(g,y,b,x,_)=>`<text x="${g}" y="${y}" font-family="system-ui, sans-serif" font-size="${x}" font-weight="${_}" fill="${o.color}">${_a(b)}</text>`,d=Sf(e);return d.setAttribute("x",String(14)),d.setAttribute("y",String(f)),[`<svg xmlns="http://www.w3.org/2000/svg" width="${a}" height="${p}" viewBox="0 0 ${a} ${p}">`,`<title>${_a(t)}</title>`,`<rect width="100%" height="100%" fill="${o.backgroundColor}"/>`,h(14,27,t,15,650),...c.map((g,y)=>h(14,27+(y+1)*18,g,11.5,400)),new XMLSerializer().serializeToString(d),...l.map(({x:g,y,color:b,dash:x,text:_})=>`<path d="M${g},${m+y-5}h16" stroke="${kf(b)}" stroke-width="4" stroke-dasharray="${x||"none"}"/>`+h(g+22,m+y,_,11.5,400)),"</svg>"].join(`
`).replaceAll(xf,"")}function wf(e,t){let n=[""];for(let r of e.split(" ")){let o=n.at(-1);o&&o.length+1+r.length>t?n.push(r):n[n.length-1]=o?`${o} ${r}`:r}return n}function vf(e,t){let[n,r]=[14,0];return e.map(o=>{let i=36+6.6*o.text.length;n>14&&n+i>t&&([n,r]=[14,r+18]);let s={x:n,y:r,...o};return n+=i,s})}function kf(e){let t=/^var\((--[a-z]+)\)$/.exec(e)?.[1];return t?getComputedStyle(document.documentElement).getPropertyValue(t).trim():e}function Sf(e){let t=e.cloneNode(!0),n=[e,...e.querySelectorAll("*")],r=[t,...t.querySelectorAll("*")];return n.forEach((o,i)=>{let s=getComputedStyle(o),a=r[i];for(let l of _f){let c=s.getPropertyValue(l),f=l.startsWith("font")||l==="text-anchor";c&&(!f||a instanceof SVGTextElement)&&a.setAttribute(l,c)}a.removeAttribute("class")}),r.forEach((o,i)=>{n[i].closest(".cursor, .brush")&&o.remove()}),t}function _a(e){return e.replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;").replaceAll('"',"&quot;")}async function wa(e){let t=new Image;t.src=URL.createObjectURL(new Blob([e],{type:"image/svg+xml"}));try{await t.decode();let n=document.createElement("canvas");return[n.width,n.height]=[2*t.width,2*t.height],n.getContext("2d").drawImage(t,0,0,n.width,n.height),await new Promise((r,o)=>n.toBlob(i=>i?r(i):o(new Error("the browser drew no PNG")),"image/png"))}finally{URL.revokeObjectURL(t.src)}}function Se(e,t,n,r="text/plain"){let o=document.createElement("a"),i=typeof e=="string"?new Blob([e],{type:r}):e;o.href=URL.createObjectURL(i),o.download=`${t.replaceAll(/[^A-Za-z0-9]+/g,"-").replaceAll(/^-|-$/g,"")||"phases"}.${n}`,o.click(),setTimeout(()=>URL.revokeObjectURL(o.href),1e4)}function Hn({columns:e,rows:t}){return[e,...t].map(n=>n.map(Mf).join(",")).join(`\r
`)+`\r
`}function Mf(e){if(typeof e=="number")return Number.isFinite(e)?String(va(e)):"";let t=/^[=+\-@\t\r]/.test(e??"")?`'${e}`:e??"";return/[",\r\n]/.test(t)?`"${t.replaceAll('"','""')}"`:t}function zn({columns:e,rows:t}){let n=t.map(r=>Object.fromEntries(e.map((o,i)=>[o,Rf(r[i])])));return JSON.stringify(n,null,1)}function Rf(e){return typeof e!="number"?e??null:Number.isFinite(e)?va(e):null}function va(e){for(let t=6;t<10;t++){let n=Number(e.toPrecision(t));if(Math.fround(n)===e)return n}return e}function Me(e){document.hasFocus()&&(e.currentTarget.contains(e.relatedTarget)||(e.currentTarget.open=!1))}function Re(e){e.key==="Escape"&&(e.currentTarget.open=!1,e.currentTarget.querySelector("summary").focus())}var Pf=36,Nf=["SVG","PNG"],lo=Go("");function Pe({title:e,short:t=e,subtitle:n,note:r,panel:o,aside:i,table:s,legend:a=[],wide:l,isMain:c,children:f}){let m=N(null),[p,h]=C(!1),d=ri(lo),g=d===e?d:`${d} ${e}`,y=()=>xa(m.current.querySelector(".chart svg"),{title:e,subtitle:[n,r].filter(Boolean).join(". "),legend:a}),b={SVG:()=>Se(y(),g,"svg","image/svg+xml"),PNG:async()=>Se(await wa(y()),g,"png"),CSV:()=>Se(Hn(s()),g,"csv","text/csv"),JSON:()=>Se(zn(s()),g,"json","application/json")};return u("article",{ref:m,class:`panel ${l?"wide":""} ${c?"main":""}`,"data-panel":o,children:[u("header",{children:[u("h2",{title:e,children:Z(t,Pf)}),u("span",{class:"muted",title:n,children:n}),u("details",{class:"menu",onFocusOut:Me,onKeyDown:Re,children:[u("summary",{"aria-label":`Save ${e}, or show its numbers`,children:"\u22EF"}),u("div",{tabIndex:-1,children:[u("button",{onClick:()=>h(!p),"aria-pressed":p,children:p?"Chart":"Table"}),Object.entries(b).map(([x,_])=>u("button",{disabled:p&&Nf.includes(x),onClick:()=>{_()},children:x},x))]})]})]}),i&&u("div",{class:"stage",children:i}),r&&u("p",{class:"note",children:r}),p?u($f,{table:s(),title:e}):f]})}function $f({table:{columns:e,rows:t},title:n}){return u("div",{class:"numbers",tabIndex:0,role:"region","aria-label":`Numbers of ${n}`,children:u("table",{children:[u("thead",{children:u("tr",{children:e.map(r=>u("th",{scope:"col",class:"number",children:r},r))})}),u("tbody",{children:t.map((r,o)=>u("tr",{children:r.map((i,s)=>u("td",{class:"number",children:di(i)},s))},o))})]})})}function ka({focus:e,kinds:t,selection:n,select:r}){let o=xe(),i=k(()=>Af(e,t,n),[e,t.join(`
`),n.unit,n.from,n.to,n.step]),{steps:s}=e.rows[0],a=n.step;return u(S,{children:[u("h2",{class:"section",children:"What was forgotten between two steps"}),u("div",{class:"view-controls",children:[u(ne,{title:"From",value:String(n.from??""),options:[["","reconstruction minimum"],...Ft(s,n.from)],choose:l=>r({from:qt(l)})}),u(ne,{title:"To",value:String(n.to??""),options:[["",a===null?"last step":`held step ${v(a)}`],...Ft(s,n.to)],choose:l=>r({to:qt(l)})}),u(Df,{})]}),u("div",{class:"panels",role:"group","aria-label":"What was forgotten",children:i.map(({series:l,sections:c,steps:f,told:m})=>u(Pe,{title:W(l,e.rows),subtitle:`step ${v(f[0])} to ${v(f[1])}`,note:m??Tf(f,n.from),table:()=>Ef(c,f),legend:Cf,children:u(ba,{name:W(l,e.rows),sections:c,steps:f,theme:o})},l.key))})]})}var Cf=[{color:"var(--lost)",text:"forgotten: kept less at the second step"},{color:"var(--gained)",text:"learned"}];function Tf([e,t],n){if(!(e!==t||n!==null))return`The reconstruction minimum so far is step ${v(t)} itself: nothing was forgotten since.`}function Af({rows:e,reports:t},n,r){let o=e.flatMap(s=>{let a=A(t,s.row),l=ma(s,a,r);if(!l)return[];let c=n.flatMap(f=>{let m=Ot(s,f,r.unit);return m?[{title:`by ${he(f).name}`,unit:m.unit,changes:pa(m,s,l),most:0}]:[]});return c.length?[{series:s,sections:c,steps:l,told:a?.forgotten}]:[]}),i=o.flatMap(({sections:s})=>s);return o.map(s=>({...s,sections:s.sections.map(a=>({...a,most:Lf(i.filter(({title:l})=>l===a.title))}))}))}function Lf(e){let t=e.flatMap(n=>n.changes.map(({change:r})=>Math.abs(r)));return Math.max(0,...t.filter(Number.isFinite))||1}function Ef(e,[t,n]){let r=["parts","part","unit",`step ${t}`,`step ${n}`,"change"],o=e.flatMap(({title:i,unit:s,changes:a})=>a.map(({name:l,from:c,to:f,change:m})=>[i,l,s==="loss"?"loss":"explained variance",c,f,m]));return{columns:r,rows:o}}function Df(){return u("ul",{class:"ways","aria-label":"Legend",children:["lost","gained"].map(e=>u("li",{children:[u("svg",{width:40,height:12,class:`dumbbell ${e}`,"aria-hidden":"true",children:[u("line",{class:"way-between",x1:6,x2:34,y1:6,y2:6}),u("circle",{class:"before",cx:e==="lost"?34:6,cy:6,r:4}),u("circle",{class:"after",cx:e==="lost"?6:34,cy:6,r:4.5})]}),e==="lost"?"forgotten":"learned"]},e))})}function co({ticks:e,x:t,bottom:n,format:r}){return u(S,{children:e.map(o=>u("g",{class:"tick",transform:`translate(${t(o)},${n})`,children:[u("line",{y2:4}),u("text",{y:16,"text-anchor":"middle",children:r(o)})]},o))})}function fo({ticks:e,y:t,left:n,right:r,format:o}){return u(S,{children:e.map(i=>u("g",{class:"tick",transform:`translate(0,${t(i)})`,children:[u("line",{class:"grid",x1:n,x2:r}),u("text",{x:n-6,dy:"0.32em","text-anchor":"end",children:o(i)})]},i))})}function mo({stepAxis:e,steps:t,x:n,right:r,bottom:o}){return u(S,{children:[u(co,{ticks:As(e,t,[n(t[0]),n(t[1])]),x:n,bottom:o,format:v}),u("text",{class:"axis-unit",x:r,y:o+30,"text-anchor":"end",children:"step \u2192"})]})}function jn({panel:e}){return u("g",{class:"axis axis-step",children:[u("line",{x1:e.left,x2:e.right,y1:e.bottom,y2:e.bottom}),u(mo,{...e})]})}function Gn({panel:e}){let t=e.y.domain().every(o=>Math.abs(o)<.001),n=e.y.tickFormat(4,t?"~e":e.quantity.tickFormat),r=e.y.ticks(4).filter(n);return u("g",{class:"axis axis-value",children:[u(fo,{...e,ticks:r,format:o=>t&&o===0?"0":n(o)}),u("text",{class:"axis-title loss",x:2,y:12,children:["\u2191 ",e.label]})]})}function Sa({panel:e}){let t=e.accuracy;if(!t)return null;let n=t.tickFormat(4,"~%");return u("g",{class:"axis axis-accuracy",children:[t.ticks(4).map(r=>u("g",{class:"tick",transform:`translate(${e.right},${t(r)})`,children:[u("line",{x2:4}),u("text",{x:7,dy:"0.32em",children:n(r)})]},r)),u("text",{class:"axis-title accuracy",x:e.width-2,y:12,"text-anchor":"end",children:"probe accuracy \u2191"})]})}function Ra({panel:e,series:t,cursor:n}){let r=N(null),o=N(null),i=N(null),s=N(null);return fe(n,a=>{let l=a?V(t.steps,a.step):-1,c=e.x(t.steps[l]??NaN),f=c>=e.left-1&&c<=e.right+1;r.current.toggleAttribute("data-shown",f),f&&(o.current.setAttribute("transform",`translate(${c},0)`),Ma(i.current,c,e.values[l],e.y),Ma(s.current,c,t.column("probe_accuracy")[l],e.accuracy))},[e,t]),u("g",{ref:r,class:"cursor","aria-hidden":"true",children:[u("line",{ref:o,y1:e.top,y2:e.bottom}),u("circle",{ref:s,class:"accuracy",r:4}),u("circle",{ref:i,class:"loss",r:4})]})}function Pa({layout:e,cursor:t}){let n=N(null);return fe(t,r=>{let o=e.x(r?.step??NaN),i=o>=e.left&&o<=e.right;n.current.toggleAttribute("data-shown",i),i&&n.current.firstElementChild.setAttribute("transform",`translate(${o},0)`)},[e]),u("g",{ref:n,class:"cursor","aria-hidden":"true",children:u("line",{y1:e.top,y2:e.bottom})})}function Un({panel:{top:e,bottom:t},ends:n}){return u("rect",{class:"brush",x:Math.min(...n),y:e,width:Math.abs(n[1]-n[0]),height:t-e})}function Ma(e,t,n,r){let o=r!==null&&Number.isFinite(n);e.style.display=o?"":"none",o&&e.setAttribute("transform",`translate(${t},${r(n)})`)}var If=24;function bt({steps:e,values:t},n){return De(e,t,n)}function Na(e,t,n,r){let o=e.map(s=>Math.abs(r(bt(s,t))-n)),i=Math.min(...o.filter(Number.isFinite));return i<=If?o.indexOf(i):-1}function $a(e,t,n,r){let o=e.flatMap((a,l)=>Number.isFinite(bt(a,t))?[l]:[]);o.sort((a,l)=>bt(e[l],t)-bt(e[a],t));let i=o.indexOf(n),s=i<0?0:Math.min(o.length-1,Math.max(0,i+r));return o[s]??-1}function Ca(e){let t=N(-1);return[t,r=>{t.current=r;let o=e.current.querySelector("svg");o.toggleAttribute("data-lit",r>=0);for(let i of o.querySelectorAll("[data-line]"))i.toggleAttribute("data-lit",Number(i.dataset.line)===r)}]}var Vt=Math.PI,po=2*Vt,We=1e-6,Of=po-We;function Ta(e){this._+=e[0];for(let t=1,n=e.length;t<n;++t)this._+=arguments[t]+e[t]}function Ff(e){let t=Math.floor(e);if(!(t>=0))throw new Error(`invalid digits: ${e}`);if(t>15)return Ta;let n=10**t;return function(r){this._+=r[0];for(let o=1,i=r.length;o<i;++o)this._+=Math.round(arguments[o]*n)/n+r[o]}}function Aa(e,t,n,r){return e===n&&t===r}function qf(e){let t=Math.floor(e);if(!(t<=15))return Aa;let n=10**t,r=function(o){return Math.round(o*n)};return function(o,i,s,a){return r(o)===r(s)&&r(i)===r(a)}}var _t=class{constructor(t){this._x0=this._y0=this._x1=this._y1=null,this._="",this._append=t==null?Ta:Ff(t),this._equal=t==null?Aa:qf(t)}moveTo(t,n){this._append`M${this._x0=this._x1=+t},${this._y0=this._y1=+n}`}closePath(){this._x1!==null&&(this._x1=this._x0,this._y1=this._y0,this._append`Z`)}lineTo(t,n){this._append`L${this._x1=+t},${this._y1=+n}`}quadraticCurveTo(t,n,r,o){this._append`Q${+t},${+n},${this._x1=+r},${this._y1=+o}`}bezierCurveTo(t,n,r,o,i,s){this._append`C${+t},${+n},${+r},${+o},${this._x1=+i},${this._y1=+s}`}arcTo(t,n,r,o,i){if(t=+t,n=+n,r=+r,o=+o,i=+i,i<0)throw new Error(`negative radius: ${i}`);let s=this._x1,a=this._y1,l=r-t,c=o-n,f=s-t,m=a-n,p=f*f+m*m;if(this._x1===null)this._append`M${this._x1=t},${this._y1=n}`;else if(p>We)if(!(Math.abs(m*l-c*f)>We)||!i)this._append`L${this._x1=t},${this._y1=n}`;else{let h=r-s,d=o-a,g=l*l+c*c,y=h*h+d*d,b=Math.sqrt(g),x=Math.sqrt(p),_=i*Math.tan((Vt-Math.acos((g+p-y)/(2*b*x)))/2),w=_/x,P=_/b;Math.abs(w-1)>We&&this._append`L${t+w*f},${n+w*m}`,this._append`A${i},${i},0,0,${+(m*h>f*d)},${this._x1=t+P*l},${this._y1=n+P*c}`}}arc(t,n,r,o,i,s){if(t=+t,n=+n,r=+r,s=!!s,r<0)throw new Error(`negative radius: ${r}`);let a=r*Math.cos(o),l=r*Math.sin(o),c=t+a,f=n+l,m=1^s,p=s?o-i:i-o;if(this._x1===null?this._append`M${c},${f}`:(Math.abs(this._x1-c)>We||Math.abs(this._y1-f)>We)&&this._append`L${c},${f}`,!!r){if(p<0&&(p=p%po+po),p>Of)this._append`A${r},${r},0,1,${m},${t-a},${n-l}A${r},${r},0,1,${m},${this._x1=c},${this._y1=f}`;else if(p>We){let h=t+r*Math.cos(i),d=n+r*Math.sin(i);if(p>=Vt&&this._equal(c,f,h,d)){p/=2;let g=o+p;this._append`A${r},${r},0,${+(p>=Vt)},${m},${t+r*Math.cos(g)},${n+r*Math.sin(g)}`}this._append`A${r},${r},0,${+(p>=Vt)},${m},${this._x1=h},${this._y1=d}`}}}rect(t,n,r,o){this._append`M${this._x0=this._x1=+t},${this._y0=this._y1=+n}h${r=+r}v${+o}h${-r}Z`}toString(){return this._}};function Vf(){return new _t}Vf.prototype=_t.prototype;function z(e){return function(){return e}}var Bf=Math.cos;var go=Math.sin,xt=Math.sqrt,La=1e-12,Qn=Math.PI,Pg=Qn/2,Fa=2*Qn;function qa(e){let t=3;return e.digits=function(n){if(!arguments.length)return t;if(n==null)t=null;else{let r=Math.floor(n);if(!(r>=0))throw new RangeError(`invalid digits: ${n}`);t=r}return e},()=>new _t(t)}var Ng=Array.prototype.slice;function Va(e){return typeof e=="object"&&"length"in e?e:Array.from(e)}function Ba(e){this._context=e}Ba.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2;default:this._context.lineTo(e,t);break}}};function bo(e){return new Ba(e)}function Ha(e){return e[0]}function za(e){return e[1]}function Bt(e,t){var n=z(!0),r=null,o=bo,i=null,s=qa(a);e=typeof e=="function"?e:e===void 0?Ha:z(e),t=typeof t=="function"?t:t===void 0?za:z(t);function a(l){var c,f=(l=Va(l)).length,m,p=!1,h;for(r==null&&(i=o(h=s())),c=0;c<=f;++c)!(c<f&&n(m=l[c],c,l))===p&&((p=!p)?i.lineStart():i.lineEnd()),p&&i.point(+e(m,c,l),+t(m,c,l));if(h)return i=null,h+""||null}return a.x=function(l){return arguments.length?(e=typeof l=="function"?l:z(+l),a):e},a.y=function(l){return arguments.length?(t=typeof l=="function"?l:z(+l),a):t},a.defined=function(l){return arguments.length?(n=typeof l=="function"?l:z(!!l),a):n},a.curve=function(l){return arguments.length?(o=l,r!=null&&(i=o(r)),a):o},a.context=function(l){return arguments.length?(l==null?r=i=null:i=o(r=l),a):r},a}function ja(e,t,n){var r=null,o=z(!0),i=null,s=bo,a=null,l=qa(c);e=typeof e=="function"?e:e===void 0?Ha:z(+e),t=typeof t=="function"?t:z(t===void 0?0:+t),n=typeof n=="function"?n:n===void 0?za:z(+n);function c(m){var p,h,d,g=(m=Va(m)).length,y,b=!1,x,_=new Array(g),w=new Array(g);for(i==null&&(a=s(x=l())),p=0;p<=g;++p){if(!(p<g&&o(y=m[p],p,m))===b)if(b=!b)h=p,a.areaStart(),a.lineStart();else{for(a.lineEnd(),a.lineStart(),d=p-1;d>=h;--d)a.point(_[d],w[d]);a.lineEnd(),a.areaEnd()}b&&(_[p]=+e(y,p,m),w[p]=+t(y,p,m),a.point(r?+r(y,p,m):_[p],n?+n(y,p,m):w[p]))}if(x)return a=null,x+""||null}function f(){return Bt().defined(o).curve(s).context(i)}return c.x=function(m){return arguments.length?(e=typeof m=="function"?m:z(+m),r=null,c):e},c.x0=function(m){return arguments.length?(e=typeof m=="function"?m:z(+m),c):e},c.x1=function(m){return arguments.length?(r=m==null?null:typeof m=="function"?m:z(+m),c):r},c.y=function(m){return arguments.length?(t=typeof m=="function"?m:z(+m),n=null,c):t},c.y0=function(m){return arguments.length?(t=typeof m=="function"?m:z(+m),c):t},c.y1=function(m){return arguments.length?(n=m==null?null:typeof m=="function"?m:z(+m),c):n},c.lineX0=c.lineY0=function(){return f().x(e).y(t)},c.lineY1=function(){return f().x(e).y(n)},c.lineX1=function(){return f().x(r).y(t)},c.defined=function(m){return arguments.length?(o=typeof m=="function"?m:z(!!m),c):o},c.curve=function(m){return arguments.length?(s=m,i!=null&&(a=s(i)),c):s},c.context=function(m){return arguments.length?(m==null?i=a=null:a=s(i=m),c):i},c}var $g=Hf(bo);function Ga(e){this._curve=e}Ga.prototype={areaStart:function(){this._curve.areaStart()},areaEnd:function(){this._curve.areaEnd()},lineStart:function(){this._curve.lineStart()},lineEnd:function(){this._curve.lineEnd()},point:function(e,t){this._curve.point(t*Math.sin(e),t*-Math.cos(e))}};function Hf(e){function t(n){return new Ga(e(n))}return t._curve=e,t}var Cg=xt(3);var zf=xt(1/3),Tg=zf*2;var Ua=go(Qn/10)/go(7*Qn/10),Ag=go(Fa/10)*Ua,Lg=-Bf(Fa/10)*Ua;var Eg=xt(3);var Dg=xt(3);var Ig=xt(3)/2,jf=1/xt(12),Og=(jf/2+1)*3;function Ne(){}function Wn(e,t,n){e._context.bezierCurveTo((2*e._x0+e._x1)/3,(2*e._y0+e._y1)/3,(e._x0+2*e._x1)/3,(e._y0+2*e._y1)/3,(e._x0+4*e._x1+t)/6,(e._y0+4*e._y1+n)/6)}function _o(e){this._context=e}_o.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){switch(this._point){case 3:Wn(this,this._x1,this._y1);case 2:this._context.lineTo(this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2;break;case 2:this._point=3,this._context.lineTo((5*this._x0+this._x1)/6,(5*this._y0+this._y1)/6);default:Wn(this,e,t);break}this._x0=this._x1,this._x1=e,this._y0=this._y1,this._y1=t}};function Gf(e){this._context=e}Gf.prototype={areaStart:Ne,areaEnd:Ne,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._y0=this._y1=this._y2=this._y3=this._y4=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x2,this._y2),this._context.closePath();break}case 2:{this._context.moveTo((this._x2+2*this._x3)/3,(this._y2+2*this._y3)/3),this._context.lineTo((this._x3+2*this._x2)/3,(this._y3+2*this._y2)/3),this._context.closePath();break}case 3:{this.point(this._x2,this._y2),this.point(this._x3,this._y3),this.point(this._x4,this._y4);break}}},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._x2=e,this._y2=t;break;case 1:this._point=2,this._x3=e,this._y3=t;break;case 2:this._point=3,this._x4=e,this._y4=t,this._context.moveTo((this._x0+4*this._x1+e)/6,(this._y0+4*this._y1+t)/6);break;default:Wn(this,e,t);break}this._x0=this._x1,this._x1=e,this._y0=this._y1,this._y1=t}};function Uf(e){this._context=e}Uf.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3;var n=(this._x0+4*this._x1+e)/6,r=(this._y0+4*this._y1+t)/6;this._line?this._context.lineTo(n,r):this._context.moveTo(n,r);break;case 3:this._point=4;default:Wn(this,e,t);break}this._x0=this._x1,this._x1=e,this._y0=this._y1,this._y1=t}};function Qa(e,t){this._basis=new _o(e),this._beta=t}Qa.prototype={lineStart:function(){this._x=[],this._y=[],this._basis.lineStart()},lineEnd:function(){var e=this._x,t=this._y,n=e.length-1;if(n>0)for(var r=e[0],o=t[0],i=e[n]-r,s=t[n]-o,a=-1,l;++a<=n;)l=a/n,this._basis.point(this._beta*e[a]+(1-this._beta)*(r+l*i),this._beta*t[a]+(1-this._beta)*(o+l*s));this._x=this._y=null,this._basis.lineEnd()},point:function(e,t){this._x.push(+e),this._y.push(+t)}};var Fg=(function e(t){function n(r){return t===1?new _o(r):new Qa(r,t)}return n.beta=function(r){return e(+r)},n})(.85);function Kn(e,t,n){e._context.bezierCurveTo(e._x1+e._k*(e._x2-e._x0),e._y1+e._k*(e._y2-e._y0),e._x2+e._k*(e._x1-t),e._y2+e._k*(e._y1-n),e._x2,e._y2)}function xo(e,t){this._context=e,this._k=(1-t)/6}xo.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:Kn(this,this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2,this._x1=e,this._y1=t;break;case 2:this._point=3;default:Kn(this,e,t);break}this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var qg=(function e(t){function n(r){return new xo(r,t)}return n.tension=function(r){return e(+r)},n})(0);function wo(e,t){this._context=e,this._k=(1-t)/6}wo.prototype={areaStart:Ne,areaEnd:Ne,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._x3=e,this._y3=t;break;case 1:this._point=2,this._context.moveTo(this._x4=e,this._y4=t);break;case 2:this._point=3,this._x5=e,this._y5=t;break;default:Kn(this,e,t);break}this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var Vg=(function e(t){function n(r){return new wo(r,t)}return n.tension=function(r){return e(+r)},n})(0);function vo(e,t){this._context=e,this._k=(1-t)/6}vo.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:Kn(this,e,t);break}this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var Bg=(function e(t){function n(r){return new vo(r,t)}return n.tension=function(r){return e(+r)},n})(0);function ko(e,t,n){var r=e._x1,o=e._y1,i=e._x2,s=e._y2;if(e._l01_a>La){var a=2*e._l01_2a+3*e._l01_a*e._l12_a+e._l12_2a,l=3*e._l01_a*(e._l01_a+e._l12_a);r=(r*a-e._x0*e._l12_2a+e._x2*e._l01_2a)/l,o=(o*a-e._y0*e._l12_2a+e._y2*e._l01_2a)/l}if(e._l23_a>La){var c=2*e._l23_2a+3*e._l23_a*e._l12_a+e._l12_2a,f=3*e._l23_a*(e._l23_a+e._l12_a);i=(i*c+e._x1*e._l23_2a-t*e._l12_2a)/f,s=(s*c+e._y1*e._l23_2a-n*e._l12_2a)/f}e._context.bezierCurveTo(r,o,i,s,e._x2,e._y2)}function Wa(e,t){this._context=e,this._alpha=t}Wa.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:this.point(this._x2,this._y2);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){if(e=+e,t=+t,this._point){var n=this._x2-e,r=this._y2-t;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2;break;case 2:this._point=3;default:ko(this,e,t);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var Hg=(function e(t){function n(r){return t?new Wa(r,t):new xo(r,0)}return n.alpha=function(r){return e(+r)},n})(.5);function Ka(e,t){this._context=e,this._alpha=t}Ka.prototype={areaStart:Ne,areaEnd:Ne,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(e,t){if(e=+e,t=+t,this._point){var n=this._x2-e,r=this._y2-t;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1,this._x3=e,this._y3=t;break;case 1:this._point=2,this._context.moveTo(this._x4=e,this._y4=t);break;case 2:this._point=3,this._x5=e,this._y5=t;break;default:ko(this,e,t);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var zg=(function e(t){function n(r){return t?new Ka(r,t):new wo(r,0)}return n.alpha=function(r){return e(+r)},n})(.5);function Xa(e,t){this._context=e,this._alpha=t}Xa.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){if(e=+e,t=+t,this._point){var n=this._x2-e,r=this._y2-t;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:ko(this,e,t);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var jg=(function e(t){function n(r){return t?new Xa(r,t):new vo(r,0)}return n.alpha=function(r){return e(+r)},n})(.5);function Qf(e){this._context=e}Qf.prototype={areaStart:Ne,areaEnd:Ne,lineStart:function(){this._point=0},lineEnd:function(){this._point&&this._context.closePath()},point:function(e,t){e=+e,t=+t,this._point?this._context.lineTo(e,t):(this._point=1,this._context.moveTo(e,t))}};function Ea(e){return e<0?-1:1}function Da(e,t,n){var r=e._x1-e._x0,o=t-e._x1,i=(e._y1-e._y0)/(r||o<0&&-0),s=(n-e._y1)/(o||r<0&&-0),a=(i*o+s*r)/(r+o);return(Ea(i)+Ea(s))*Math.min(Math.abs(i),Math.abs(s),.5*Math.abs(a))||0}function Ia(e,t){var n=e._x1-e._x0;return n?(3*(e._y1-e._y0)/n-t)/2:t}function ho(e,t,n){var r=e._x0,o=e._y0,i=e._x1,s=e._y1,a=(i-r)/3;e._context.bezierCurveTo(r+a,o+a*t,i-a,s-a*n,i,s)}function yo(e){this._context=e}yo.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=this._t0=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x1,this._y1);break;case 3:ho(this,this._t0,Ia(this,this._t0));break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){var n=NaN;if(e=+e,t=+t,!(e===this._x1&&t===this._y1)){switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2;break;case 2:this._point=3,ho(this,Ia(this,n=Da(this,e,t)),n);break;default:ho(this,this._t0,n=Da(this,e,t));break}this._x0=this._x1,this._x1=e,this._y0=this._y1,this._y1=t,this._t0=n}}};function Wf(e){this._context=new Ya(e)}(Wf.prototype=Object.create(yo.prototype)).point=function(e,t){yo.prototype.point.call(this,t,e)};function Ya(e){this._context=e}Ya.prototype={moveTo:function(e,t){this._context.moveTo(t,e)},closePath:function(){this._context.closePath()},lineTo:function(e,t){this._context.lineTo(t,e)},bezierCurveTo:function(e,t,n,r,o,i){this._context.bezierCurveTo(t,e,r,n,i,o)}};function Kf(e){this._context=e}Kf.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=[],this._y=[]},lineEnd:function(){var e=this._x,t=this._y,n=e.length;if(n)if(this._line?this._context.lineTo(e[0],t[0]):this._context.moveTo(e[0],t[0]),n===2)this._context.lineTo(e[1],t[1]);else for(var r=Oa(e),o=Oa(t),i=0,s=1;s<n;++i,++s)this._context.bezierCurveTo(r[0][i],o[0][i],r[1][i],o[1][i],e[s],t[s]);(this._line||this._line!==0&&n===1)&&this._context.closePath(),this._line=1-this._line,this._x=this._y=null},point:function(e,t){this._x.push(+e),this._y.push(+t)}};function Oa(e){var t,n=e.length-1,r,o=new Array(n),i=new Array(n),s=new Array(n);for(o[0]=0,i[0]=2,s[0]=e[0]+2*e[1],t=1;t<n-1;++t)o[t]=1,i[t]=4,s[t]=4*e[t]+2*e[t+1];for(o[n-1]=2,i[n-1]=7,s[n-1]=8*e[n-1]+e[n],t=1;t<n;++t)r=o[t]/i[t-1],i[t]-=r,s[t]-=r*s[t-1];for(o[n-1]=s[n-1]/i[n-1],t=n-2;t>=0;--t)o[t]=(s[t]-o[t+1])/i[t];for(i[n-1]=(e[n]+o[n-1])/2,t=0;t<n-1;++t)i[t]=2*e[t+1]-o[t+1];return[o,i]}function Xf(e,t){this._context=e,this._t=t}Xf.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=this._y=NaN,this._point=0},lineEnd:function(){0<this._t&&this._t<1&&this._point===2&&this._context.lineTo(this._x,this._y),(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line>=0&&(this._t=1-this._t,this._line=1-this._line)},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2;default:{if(this._t<=0)this._context.lineTo(this._x,t),this._context.lineTo(e,t);else{var n=this._x*(1-this._t)+e*this._t;this._context.lineTo(n,this._y),this._context.lineTo(n,t)}break}}this._x=e,this._y=t}};var So=1;function Xn(e,t,n,r){return Bt().digits(So).defined(Number.isFinite).x((i,s)=>n(e[s])).y(r)(t)??""}function Mo({panel:e,color:t,dash:n,steps:r,values:o,run:i}){return u(S,{children:[u("path",{class:"companion","data-run":i,stroke:t,"stroke-dasharray":n||void 0,d:Xn(r,o,e.x,e.y)}),Li(o).map(s=>u("circle",{cx:e.x(r[s]),cy:e.y(o[s]),r:2},s))]})}function Ja({panel:e,lines:t}){return u(S,{children:t.map((n,r)=>u("g",{class:n.isMuted?"one-line muted-line":"one-line","data-line":r,fill:n.color,children:[u(Mo,{panel:e,...n}),u("title",{children:n.name})]},n.name))})}function Za({panel:e,lines:t}){let{top:n,bottom:r,right:o,width:i}=e,s=t.map((c,f)=>{let m=c.values.findLastIndex((p,h)=>Number.isFinite(p)&&c.steps[h]<=e.steps[1]);return{...c,index:f,y:m<0?NaN:Math.min(r,Math.max(n,e.y(c.values[m])))}}).filter(({y:c})=>Number.isFinite(c)).toSorted((c,f)=>c.y-f.y),a=s.filter(({isMuted:c})=>!c),l=Ls(a.map(({y:c})=>c),12,n,r);return u("g",{class:"end-labels",children:s.map(c=>{let f=c.isMuted?c.y:l[a.indexOf(c)];return u("g",{class:c.isMuted?"end-label muted-line":"end-label","data-line":c.index,children:[u("path",{d:`M${o-2},${c.y}L${o+5},${f}h4`,stroke:c.color}),u("text",{x:o+12,y:f,dy:"0.32em",children:Z(c.name,Math.floor((i-o-10)/H("x")))})]},c.name)})})}function eu({panel:e,phases:t}){let n=r=>Math.min(e.right,Math.max(e.left,e.x(r)));return u("g",{class:"phase-edges",children:t.map(({kind:r,start_step:o,end_step:i})=>u("rect",{class:`edge ${r}`,x:n(o),y:e.top-4,width:Math.max(0,n(i)-n(o)-1),height:3,children:u("title",{children:`${r}, step ${v(o)} to ${v(i)}`})},o))})}function tu({panel:e,marks:t}){let n=t.filter(({step:r})=>Y(r,e.steps));return u("g",{class:"step-marks",children:n.map(({step:r,before:o="",after:i=""})=>{let s=e.x(r),[a,l]=[s-H(o)>e.left,s+H(i)<e.width];return u("g",{children:[u("line",{class:"held",x1:s,x2:s,y1:e.top,y2:e.bottom}),o&&a&&u("text",{x:s-5,y:e.bottom-6,"text-anchor":"end",children:o}),i&&l&&u("text",{x:s+5,y:e.bottom-6,children:i})]},r)})})}var Yf={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0],Home:[0,-1/0],End:[0,1/0]};function wt({ctrlKey:e,metaKey:t,altKey:n}){return e||t||n}function ru(e,{rows:t,first:n=0,cursor:r,actions:o,run:i,describe:s}){let a=r.current,l=t.findIndex(({key:h})=>h===a?.panel),c=l<0?n:l,f=t[c]?.steps,m=Yf[e.key];if(!f||wt(e)||m?.[0]&&t.length<2)return;let p=a?V(f,a.step):-1;if(m){let{key:h,steps:d}=t[nu(c+m[0],t.length)],g=d[nu(p+m[1],d.length)];g!==void 0&&r.move({step:g,panel:h,run:i,byKey:!0,line:s?.(g)})}else if(e.key==="Enter")o.hold(f[p]??null);else if(e.key==="Escape")r.move(null);else return;e.preventDefault()}function nu(e,t){return Math.min(t-1,Math.max(0,e))}function Yn({find:e,...t}){let{cursor:n,actions:r,run:o}=t,i=({currentTarget:a,clientX:l,clientY:c})=>{let{left:f,top:m}=a.getBoundingClientRect();return e(l-f,c-m)},s=()=>n.move(null);return{onPointerMove:a=>{let l=i(a);n.move(l&&{...l,run:o,byKey:!1})},onPointerUp:a=>a.button===0&&r.hold(i(a)?.step??null),onPointerLeave:s,onKeyDown:a=>ru(a,t),onBlur:s}}var Jf=8;function Jn({panel:e,steps:t,x:n,domain:r,cursor:o,actions:i,describe:s}){let a=N(null),l=N(!1),[c,f]=C(null),m=t.filter(R=>Y(R,r)),p=R=>R.clientX-R.currentTarget.getBoundingClientRect().left,h=R=>a.current!==null&&Math.abs(R-a.current)>=Jf,d=R=>{let D=p(R);h(D)&&f([a.current,D]);let j=m[Lt(m,n,D)];j!==void 0&&o.move({step:j,panel:e,byKey:!1,line:s?.(j)})},g=R=>{R.button===0&&R.pointerType==="mouse"&&(a.current=p(R),R.currentTarget.setPointerCapture(R.pointerId)),d(R)},y=R=>{if(R.button!==0)return;let D=p(R);if(l.current=h(D),l.current){let[j,F]=[a.current,D].toSorted((G,M)=>G-M).map(G=>Math.round(n.invert(G)));F>j&&i.zoom([Math.max(r[0],j),Math.min(r[1],F)])}x()},b=R=>{l.current||R.detail>1||i.hold(m[Lt(m,n,p(R))]??null)},x=()=>{a.current=null,f(null)};return{brush:c,handlers:{onPointerMove:d,onPointerDown:g,onPointerUp:y,onPointerCancel:x,onPointerLeave:()=>{a.current===null&&o.move(null)},onClick:b,onDblClick:()=>{i.unhold(),i.zoom(null)},onKeyDown:R=>{if(!["0","+"].includes(R.key)||wt(R))return ru(R,{rows:[{key:e,steps:m}],cursor:o,actions:i,describe:s});R.preventDefault(),i.zoom(R.key==="0"?null:Zf(m,o.current?.step??0))},onBlur:()=>o.move(null)}}}function Zf(e,t){let n=Math.max(1,Math.floor(e.length/4)),r=V(e,t),[o,i]=[e[Math.max(0,r-n)],e[Math.min(e.length-1,r+n)]];return o!==void 0&&i!==void 0&&i>o?[o,i]:null}function em({lines:e,label:t,quantity:n,stepAxis:r,steps:o,level:i,hasLabels:s,isLog:a},l){let c=Math.max(0,...e.map(({name:d,isMuted:g})=>g?0:H(d))),f=l-(s?Math.min(.32*l,22+c):14),m=e.flatMap(d=>Ln(d,d.values,o)),p=i===void 0?He(m,[]):An(He([...m,i],[]),i),h=(a?Yr:X)(p,[ze.bottom-8,ze.top+8]);return{...Zr(r,o,f),width:l,label:t,quantity:n,y:h}}function tm({lines:e,quantity:t,steps:n,panel:r,cursor:o,actions:i},{x:s,y:a},l){let c=k(()=>[...new Set(e.flatMap(_=>_.steps))].toSorted((_,w)=>_-w),[e]),[f,m]=Ca(l),p=_=>{let w=e[f.current];return w&&{name:w.name,value:t.format(bt(w,_))}},{brush:h,handlers:d}=Jn({panel:r,steps:c,x:s,domain:n,cursor:o,actions:i,describe:p}),g=_=>{let w=_.currentTarget.getBoundingClientRect();m(Na(e,s.invert(_.clientX-w.left),_.clientY-w.top,a)),d.onPointerMove(_)},y=_=>()=>{m(-1),_()},b=_=>{let w={ArrowUp:-1,ArrowDown:1}[_.key];if(!w||wt(_))return d.onKeyDown(_);_.preventDefault();let P=o.current?.step??c.at(-1)??0;m($a(e,P,f.current,w)),o.move({step:P,panel:r,byKey:!0,line:p(P)})},x={onPointerLeave:y(d.onPointerLeave),onBlur:y(d.onBlur)};return{brush:h,handlers:{...d,...x,onPointerMove:g,onKeyDown:b}}}function nm(e){let{lines:t,label:n,quantity:r,stepAxis:o,steps:i,name:s,level:a,hasLabels:l,isLog:c,phases:f,marks:m,cursor:p}=e,[h,d]=ue(360),g=rn(),y=k(()=>em(e,d),[t,n,r,o,i,a,l,c,d]),{brush:b,handlers:x}=tm(e,y,h),_=k(()=>u("g",{class:"marks",children:[f&&u(eu,{panel:y,phases:f}),u(Gn,{panel:y}),u(jn,{panel:y}),a!==void 0&&u("line",{class:"level",x1:y.left,x2:y.right,y1:y.y(a),y2:y.y(a)}),m&&u(tu,{panel:y,marks:m}),u("clipPath",{id:g,children:u("rect",{x:y.left,y:y.top-6,width:y.right-y.left,height:y.bottom-y.top+12})}),u("g",{"clip-path":`url(#${g})`,children:u(Ja,{panel:y,lines:t})}),l&&u(Za,{panel:y,lines:t})]}),[y,t,a,f,m,l]),w=(m??[]).map(({step:P,before:L,after:R})=>` ${[L,`step ${v(P)}`,R].filter(Boolean).join(", ")}.`);return u("div",{ref:h,class:"chart",children:u("svg",{class:"lines",width:d,height:je,viewBox:`0 0 ${d} ${je}`,role:"img",tabIndex:0,"aria-label":`${s}: ${n} of ${t.map(P=>P.name).join(", ")}.${w.join("")} Arrow keys move the cursor.`,...x,children:[_,b&&u(Un,{panel:y,ends:b}),u(Pa,{layout:y,cursor:p})]})})}var ou=ae(nm);function $e({title:e,subtitle:t,options:{stepAxis:n,steps:r},table:o,...i}){let{lines:s}=i;return u(Pe,{title:e,subtitle:t,table:o??(()=>rm(s)),legend:om(s),children:u(ou,{...i,stepAxis:n,steps:r})})}function rm(e){let t=e[0]?.steps??[];return{columns:["step",...e.map(({name:n})=>n)],rows:t.map((n,r)=>[n,...e.map(({values:o})=>o[r])])}}function om(e){let t=e.filter(({isMuted:n})=>!n).map(({name:n,color:r,dash:o})=>({color:r,dash:o,text:n}));return t.length<e.length?[...t,{color:"var(--muted)",text:"the others"}]:t}var Zn=["loss_share_hardest_1","loss_share_hardest_5","loss_share_hardest_10"],er="fitted_share",Ro="prototype_agreement",Po="gradient_rows";function iu(e){return e.find(t=>[...Zn,er,Ro,Po].some(n=>t.column(n).some(Number.isFinite)))}function su(e,t){return e[t.findIndex(n=>n>.5)]??null}function au(e){let t=e.filter(Number.isFinite),[n,r]=[Math.min(...t),Math.max(...t)];return n>0&&r>20*n}var uu=pe("share",!0),im=pe("rows",!1);function No({focus:e,options:t,cursor:n,actions:r}){let o=xe(),i=k(()=>iu(e.rows),[e.rows]),s=k(()=>i?sm(i,o):[],[i,o]),a=k(()=>i?su(i.steps,i.column(er)):null,[i]),l=k(()=>a===null?[]:[{step:a,before:"prototyping",after:"fitting a few"}],[a]);return!i||!s.length?null:u(S,{children:[u("h2",{class:"section",children:"From the majority to a few"}),u("p",{class:"explanation",children:["At first the network learns what most rows have in common (prototyping); once more than half of them are fitted",a!==null&&` (dashed, step ${v(a)})`,", the loss sits in ever fewer rows, and these few drive the gradient (",u("a",{href:"https://arxiv.org/abs/2202.08299",target:"_blank",rel:"noreferrer",children:"arXiv 2202.08299"}),")."]}),u("div",{class:"panels",role:"group","aria-label":"From the majority to a few",children:s.map(c=>u($e,{...c,name:c.title,panel:i.key,options:t,hasLabels:c.lines.length>1,marks:l,cursor:n,actions:r},c.title))})]})}function sm(e,t){let n=(s,a,l)=>{let c=e.column(s);return c.some(Number.isFinite)?[{name:a,color:l,steps:e.steps,values:c}]:[]},r=Zn.flatMap((s,a)=>n(s,`hardest ${s.split("_").at(-1)} %`,Ge(a,Zn.length,t))),o=[...n(er,"fitted","var(--accuracy)"),...n(Ro,"by prototypes","var(--muted)")],i=n(Po,"rows","var(--loss)");return[{title:"Loss of the hardest rows",subtitle:"fit rows",label:"share of the cross-entropy",lines:r,quantity:uu,isLog:!1},{title:"Rows fitted",subtitle:o.length>1?"or decided by prototypes":"fit rows",label:"share of the rows",lines:o,quantity:uu,isLog:!1},{title:"Rows in the gradient",subtitle:"of the last layer",label:"effective number of rows",lines:i,quantity:im,isLog:au(i.flatMap(({values:s})=>s))}].filter(({lines:s})=>s.length)}var am={explained:"explained variance",loss:"reconstruction loss"};function lu(e){let{focus:t,selection:n,select:r}=e,o=k(()=>ca(t.rows),[t.rows]);if(!o.length)return u(S,{children:[u(fm,{}),u(No,{...e})]});let s=n.kind==="all"||o.includes(n.kind)?n.kind:o[0],a=Object.fromEntries([...o.map(c=>[c,he(c).name]),...o.length>1?[["all","all"]]:[]]),l=s==="all"?o:[s];return u("section",{"aria-label":"Breakdowns",children:[u(cm,{...e}),u("div",{class:"view-controls",children:[u(de,{name:"Parts by",value:s,options:a,choose:c=>r({kind:c})}),um(t.rows,l)&&u(de,{name:"Drawn as",value:n.unit,options:am,choose:c=>r({unit:c})})]}),u(mm,{...e,kinds:l}),u(ka,{...e,kinds:l}),u(No,{...e})]})}function um(e,t){return e.some(n=>t.some(r=>Ot(n,r,"explained")?.unit==="explained"))}function lm(e,t){return`${[...new Set(e.map(({unit:r})=>gt(r)))].join(" or ")} ${he(t).title}`}function cm({focus:{rows:e,reports:t}}){let n=e.map(r=>A(t,r.row)?.forgotten).findLast(Boolean);return n?u("p",{class:"headline increase forgotten",children:n}):null}function fm(){return u("section",{class:"empty",children:[u("h2",{children:"This log has no breakdowns"}),u("p",{children:["A breakdown splits the reconstruction loss of a layer by colour, spatial frequency, image position, class, difficulty or principal component of the input, and shows which parts are forgotten first. The probe measures it where"," ",u("code",{children:"quantities"})," is not None and there is something to measure:"]}),u("pre",{tabIndex:0,children:u("code",{children:'model.fit(x, y, callbacks=[PhaseProbe(quantities=["auto", "component"], log_dir="logs/run1")])'})})]})}function mm({focus:e,kinds:t,options:n,selection:r,cursor:o,actions:i}){let s=xe(),{unit:a,step:l}=r,c=k(()=>t.map(m=>({kind:m,panels:e.rows.flatMap(p=>hm(p,m,a,s)??[])})),[e.rows,t.join(`
`),a,s]),f=k(()=>l===null?[]:[{step:l}],[l]);return u(S,{children:c.map(({kind:m,panels:p})=>u("div",{children:[u("h2",{class:"section",children:lm(p.map(({breakdown:h})=>h),m)}),u("div",{class:"panels",role:"group","aria-label":`Parts ${he(m).title}`,children:p.map(({series:h,breakdown:d,lines:g})=>u($e,{title:W(h,e.rows),subtitle:`by ${he(m).name}`,lines:g,label:gt(d.unit),name:`${W(h,e.rows)}, ${he(m).title}`,panel:h.key,quantity:pm[d.unit],options:n,hasLabels:!0,phases:A(e.reports,h.row)?.stages,marks:f,cursor:o,actions:i},h.key))})]},m))})}var pm={loss:pe("reconstruction loss",!1),explained:pe("explained variance",!0)};function hm(e,t,n,r){let o=Ot(e,t,n);if(!o)return null;let{parts:i}=o,s=!!he(t).isOrdered,a=fa(i,s),l=i.map((c,f)=>{let m=!a.has(c.name),p=m?"var(--muted)":Bs(c.name,f,i.length,s,r);return{...c,steps:e.steps,color:p,isMuted:m}});return{series:e,breakdown:o,lines:l}}function Ce({rows:e,advice:t},{key:n}){return!t||t.abstains?null:e.find(({row:r})=>r.layer===t.layer)?.key===n?t.step:null}function cu(e){return e.stages?.some(({kind:n})=>n!=="constant")?e:{...e,minimum_step:null,minimum_interval:null}}function tr({steps:e,column:t},n,r){return n?.minimum_step==null?NaN:De(e,t(r),n.minimum_step)}function nr(e,t){return t?.has_increase?ve(e,"reconstruction_loss")/tr(e,t,"reconstruction_loss")-1:NaN}function Ht(e,t,n,r,o=9){let i=[];for(let s=o-r;s<n;s+=o){let[a,l]=[Math.max(0,s),Math.min(n,s+r)];i.push(`M${(e+a).toFixed(1)},${(t+r-a+s).toFixed(1)}L${(e+l).toFixed(1)},${(t+r-l+s).toFixed(1)}`)}return i.join("")}function fu({panel:e,phases:t}){return u("g",{class:"bands",children:t.map(n=>{let r=Math.max(e.left,e.x(n.start_step)),o=Math.max(0,Math.min(e.right,e.x(n.end_step))-r);return u("g",{class:`band ${n.kind}`,children:[u("rect",{x:r,y:e.top,width:o,height:e.bottom-e.top}),u("rect",{class:"edge",x:r,y:e.top,width:o,height:3}),n.kind==="rising"&&u("path",{class:"hatch",d:Ht(r,e.top,o,e.bottom-e.top)}),o>H(n.kind)+4&&u("text",{x:r+o/2,y:e.top+15,"text-anchor":"middle",children:n.kind})]},n.start_step)})})}function mu({panel:e}){let[t,n]=e.y.domain(),r=e.references.filter(({value:i})=>i>=t&&i<=n),o=e.references.filter(i=>!r.includes(i));return u("g",{class:"references",children:[r.map(({label:i,value:s})=>{let a=s>(t+n)/2&&i!=="untrained";return u("g",{class:"reference",children:[u("line",{x1:e.left,x2:e.right,y1:e.y(s),y2:e.y(s)}),u("text",{x:a?e.left+4:e.right-4,y:e.y(s)+(a?12:-4),"text-anchor":a?"start":"end",children:i})]},i)}),u("text",{class:"outside",x:2,y:e.bottom+30,children:o.map(({label:i,value:s})=>`${i} ${q(s)}`).join(", ")})]})}function pu({panel:e,series:t}){let{values:n,band:[r,o],x:i,y:s}=e,a=ja().digits(So).defined(Number.isFinite).x((l,c)=>i(t.steps[c])).y0((l,c)=>s(r[c])).y1((l,c)=>s(o[c]));return u("g",{class:"curve loss",children:[u("path",{class:"spread",d:a(n)??""}),u("path",{class:"line",d:Xn(t.steps,n,i,s)}),u(du,{panel:e,steps:t.steps,values:n,y:s})]})}function hu({panel:e,series:{steps:t,column:n}}){let r=e.accuracy;if(!r)return null;let o=n("probe_accuracy");return u("g",{class:"curve accuracy",children:[u("path",{class:"line",d:Xn(t,o,e.x,r)}),u(du,{panel:e,steps:t,values:o,y:r})]})}function du({panel:e,steps:t,values:n,y:r}){return(e.right-e.left)/t.filter(o=>Y(o,e.steps)).length<5?null:u(S,{children:t.map((o,i)=>Number.isFinite(n[i])&&u("circle",{cx:e.x(o),cy:r(n[i]),r:2},o))})}function gu({panel:e,companions:t}){return u("g",{class:"companions",children:t.map(({series:n,...r})=>u("g",{fill:r.color,children:u(Mo,{panel:e,...r,steps:n.steps,values:e.quantity.read(n)})},r.run))})}function yu({panel:e,series:t}){return u("g",{class:"flag-marks",children:rt(t).map((n,r)=>{if(!n.length)return null;let[o,i]=[t.steps[r],e.values[r]];return Number.isFinite(i)?u("circle",{cx:e.x(o),cy:e.y(i),r:5},o):u("path",{d:"M-3.5,-3.5L3.5,3.5M-3.5,3.5L3.5,-3.5",transform:`translate(${e.x(o)},${e.bottom-9})`},o)})})}function zt(e,t,n=-20,r=1){let o=4*-Math.sign(n);return`M${e},${t}v${n}l${10*r},${o}l${-10*r},${o}`}function bu({panel:e,series:t,step:n}){let r=e.values[t.steps.indexOf(n)]??NaN;if(!Number.isFinite(r)||!Y(n,e.steps))return null;let[o,i,s]=[e.x(n),e.y(r),`keep ${v(n)}`],a=i-30>e.top+18?-1:1,l=o-14-H(s)>e.left?-1:1;return u("g",{class:"kept",children:[u("title",{children:`advised: keep step ${v(n)}`}),u("path",{d:zt(o,i,28*a,l)}),u("text",{x:o+13*l,y:i+24*a,dy:"0.32em","text-anchor":l>0?"start":"end",children:s})]})}function dm(e,t){return t.quantity.key==="loss"?e.has_increase?"minimum at":"lowest so far, at":e.has_increase?"loss minimum at":"lowest loss so far, at"}function _u({panel:e,series:t,report:n}){let r=n.minimum_step;if(r==null)return null;let o=e.values[t.steps.indexOf(r)]??NaN;if(!Number.isFinite(o))return null;let i=e.x(r);if(i<e.left||i>e.right)return null;let[s,a]=n.minimum_interval??[r,r],l=`${dm(n,e)} step ${v(r)}`,c=3.8*l.length,f=Math.min(Math.max(i,e.left+c+4),e.right-c-4);return u("g",{class:"minimum",children:[u("line",{class:"interval",x1:Math.max(e.left,e.x(s)),x2:Math.min(e.right,e.x(a)),y1:e.bottom-3,y2:e.bottom-3}),u("line",{class:"foot",x1:i,x2:i,y1:e.y(o),y2:e.bottom}),u("circle",{cx:i,cy:e.y(o),r:4.5}),u("text",{x:f,y:e.bottom-9,"text-anchor":"middle",children:l})]})}var gm={constant:"unchanged since start",decrease:"learns to keep its input",rising:"seems to forget it, not yet certain",increase:"forgets it"};function xu({focus:e,options:t}){let{rows:n}=e,r=n.some(o=>rt(o).some(({length:i})=>i));return u("details",{class:"dropdown legend",onFocusOut:Me,onKeyDown:Re,children:[u("summary",{"aria-label":"How to read the charts",children:"?"}),u("section",{tabIndex:-1,"aria-label":"Legend",children:[u("ul",{children:[Object.entries(gm).map(([o,i])=>u("li",{children:[u(bm,{kind:o})," ",u("b",{children:o})," ",i]},o)),u(ym,{rows:n,options:t}),u("li",{children:[u("svg",{width:26,height:16,class:"minimum","aria-hidden":"true",children:[u("line",{class:"interval",x1:1,x2:25,y1:13,y2:13}),u("circle",{cx:13,cy:6,r:4.5})]}),"minimum and its interval"]}),u($o,{runs:[e]}),r&&u("li",{children:[u("svg",{width:26,height:14,class:"flag-marks","aria-hidden":"true",children:u("circle",{cx:13,cy:7,r:5})}),"flagged"]})]}),u("p",{children:"Phases and minimum are those of the reconstruction loss."})]})]})}function $o({runs:e}){return e.some(t=>t.rows.some(n=>Ce(t,n)!==null))?u("li",{children:[u("svg",{width:26,height:16,class:"kept","aria-hidden":"true",children:u("path",{d:zt(8,15,-13)})}),"step that is advised to keep"]}):null}function ym({rows:e,options:{quantity:t,accuracyDomain:n}}){let r=e.some(({spread:o})=>o);return u(S,{children:[u("li",{children:[u("svg",{width:26,height:14,class:"curve loss","aria-hidden":"true",children:[u("path",{class:"spread",d:"M0,3H26V11H0Z"}),u("path",{class:"line",d:"M0,7H26"})]}),t.label,r?", mean, lowest to highest seed":t.readErrors&&" \xB1 standard error"]}),n&&t.key!=="accuracy"&&u("li",{children:[u("svg",{width:26,height:14,class:"curve accuracy","aria-hidden":"true",children:u("path",{class:"line",d:"M0,7H26"})}),"probe accuracy, shared scale"]})]})}function rr({others:e,colors:t,dashes:n}){return e.length?u("ul",{class:"keys","aria-label":"Runs",children:e.map(r=>u("li",{children:[u(jt,{color:t.get(r.summary.run),dash:n.get(r.summary.run)})," ",O(r)]},r.summary.run))}):null}function jt({color:e,dash:t}){return u("svg",{width:26,height:10,class:"stroke","aria-hidden":"true",children:u("path",{d:"M0,5H26",stroke:e,"stroke-width":2,"stroke-dasharray":t||void 0})})}function bm({kind:e}){return u("svg",{width:26,height:14,class:`band ${e}`,"aria-hidden":"true",children:[u("rect",{width:26,height:14}),u("rect",{class:"edge",width:26,height:3}),e==="rising"&&u("path",{class:"hatch",d:Ht(0,0,26,14,5)})]})}function wu(e){let{focus:t,others:n}=e;return u("section",{children:[u(_m,{...e}),n.length>0?u(km,{...e}):u("p",{class:"muted",children:["Choose further runs under ",u("b",{children:"Compare with"})," to see their differences to ",O(t),"."]})]})}var vt=[or("run",({run:e})=>O(e)),or("layer",({series:e})=>e.row.layer),or("decoder",({series:e})=>e.row.decoder),or("phase now",({report:e})=>e?.now??null),le("minimum at step",({report:e})=>e?.minimum_step,v),le("from step",({report:e})=>e?.minimum_interval?.[0],v),le("to step",({report:e})=>e?.minimum_interval?.[1],v),le("advised step",({run:e,series:t})=>Ce(e,t),v),le("loss at minimum",({series:e,report:t})=>tr(e,t,"reconstruction_loss"),q),le("last loss",({series:e})=>ve(e,"reconstruction_loss"),q),le("rise since minimum",({series:e,report:t})=>nr(e,t),Q),le("accuracy at minimum",({series:e,report:t})=>tr(e,t,"probe_accuracy"),Q),le("best accuracy",({series:e})=>re(e)?.accuracy,Q),le("at step",({series:e})=>re(e)?.step,v)];function or(e,t){return{name:e,value:t,show:n=>t(n)??"\u2013"}}function le(e,t,n){let r=o=>t(o)??null;return{name:e,value:r,show:o=>Gt(r(o))?"\u2013":n(r(o))}}function _m({focus:e,others:t,colors:n,dashes:r}){let[o,i]=C({place:-1,down:!1}),s=k(()=>[e,...t].flatMap(f=>wm(f)),[e,t]),a=k(()=>vm(s,o),[s,o]),l=`${O(e)} phase minima`,c=()=>({columns:vt.map(({name:f})=>f),rows:a.map(f=>vt.map(({value:m})=>m(f)))});return u("div",{class:"minima",children:[u("div",{class:"scroll",children:u("table",{children:[u(xm,{sort:o,setSort:i}),u("tbody",{children:a.map(f=>u("tr",{children:vt.map(({name:m,show:p},h)=>u("td",{class:h>=vu?"number":"",children:[h===0&&u(jt,{color:n.get(f.run.summary.run),dash:r.get(f.run.summary.run)}),p(f)]},m))},`${f.run.summary.run} ${f.series.key}`))})]})}),u("p",{class:"row",children:[u("button",{onClick:()=>Se(Hn(c()),l,"csv","text/csv"),children:"CSV"}),u("button",{onClick:()=>Se(zn(c()),l,"json","application/json"),children:"JSON"}),u("span",{class:"muted",children:"The advised step is that of the last layer, where the record tells one. At its minimum a layer begins to forget its input; it is not the best checkpoint for every task."})]})]})}function xm({sort:e,setSort:t}){return u("thead",{children:u("tr",{children:vt.map(({name:n},r)=>u("th",{scope:"col",class:r>=vu?"number":"","aria-sort":e.place===r?e.down?"descending":"ascending":"none",children:u("button",{onClick:()=>t({place:r,down:e.place===r&&!e.down}),children:[n," ",e.place===r&&(e.down?"\u2193":"\u2191")]})},n))})})}function wm(e){return e.rows.map(t=>({run:e,series:t,report:A(e.reports,t.row)}))}var vu=vt.findIndex(({name:e})=>e==="minimum at step");function vm(e,{place:t,down:n}){let r=vt[t];return r?e.toSorted((o,i)=>{let[s,a]=[r.value(o),r.value(i)];if(Gt(s)||Gt(a))return Number(Gt(s))-Number(Gt(a));let l=typeof s=="number"?s-a:String(s).localeCompare(String(a),"en",{numeric:!0});return n?-l:l}):e}function Gt(e){return e===null||typeof e=="number"&&!Number.isFinite(e)}function km({focus:e,others:t,colors:n,dashes:r,options:o,cursor:i,actions:s}){let{quantity:a}=o,l=k(()=>e.rows.map(m=>({series:m,lines:Sm(m,t,n,a,r)})).filter(({lines:m})=>m.length),[e.rows,t,n,r,a]),c=new Set(l.flatMap(({lines:m})=>m.map(p=>p.name))),f=O(e);return u(S,{children:[u("h2",{class:"section",children:[a.label,": difference to ",f]}),!l.length&&u("p",{class:"muted",children:["None of the other runs has a layer of ",f," by the same name and decoder."]}),u(rr,{others:t.filter(m=>c.has(O(m))),colors:n,dashes:r}),u("div",{class:"panels","aria-label":"Differences",children:l.map(({series:m,lines:p})=>u($e,{title:W(m,e.rows),subtitle:`${a.label}, run minus ${f}`,table:()=>({columns:["run","step",`difference of ${a.label}`],rows:p.flatMap(h=>h.steps.map((d,g)=>[h.name,d,h.values[g]]))}),lines:p,label:"difference",name:`${W(m,e.rows)}, difference of ${a.label}`,panel:m.key,quantity:a,options:o,level:0,cursor:i,actions:s},m.key))})]})}function Sm(e,t,n,r,o){let i=new Map(e.steps.map((s,a)=>[s,r.read(e)[a]]));return t.flatMap(s=>{let a=s.rows.find(({key:f})=>f===e.key);if(!a)return[];let l=r.read(a),c=a.steps.flatMap((f,m)=>i.has(f)?[[f,l[m]-i.get(f)]]:[]);return[{name:O(s),color:n.get(s.summary.run),dash:o?.get(s.summary.run),steps:c.map(([f])=>f),values:c.map(([,f])=>f)}]})}var ku=["curves","map","compare"],Mm=[...ku,"breakdowns"];function Su(e){let{runs:t,focus:n,layers:r,quantities:o,selection:i,select:s}=e,a=new Set(t.map(({run:l})=>Et(l))).size<t.length;return u("header",{class:"controls",children:[u(ne,{title:"Run",kind:"run",value:n,options:t.map(l=>[l.run,$m(l)]),choose:l=>s({run:l})}),t.length>1&&u(Rm,{...e}),r.length>1&&u(Ru,{name:"Layers",items:r.map(l=>({value:l,label:l})),chosen:qn(r,i.layers)??r,choose:l=>s({layers:l.length===r.length?null:l})}),ku.includes(i.view)&&u(ne,{title:"Quantity",value:Ue(o,Fn(i)).key,options:o.map(({key:l,label:c})=>[l,c]),choose:l=>s({metric:l})}),Mm.includes(i.view)&&u(de,{name:"Step axis",value:i.stepAxis,options:{log:"log(1 + step)",linear:"linear"},choose:l=>s({stepAxis:l})}),a&&u("label",{class:"switch",children:[u("input",{type:"checkbox",checked:i.grouped,onChange:()=>s({grouped:!i.grouped})}),"Mean over seeds"]})]})}function Mu({selection:e,select:t}){return u(S,{children:[e.zoom&&u("button",{class:"chip",onClick:()=>t({zoom:null}),children:["steps ",e.zoom.map(v).join("\u2013")," \u2715"]}),e.step!==null&&u("button",{class:"chip",onClick:()=>t({step:null}),children:["held at step ",v(e.step)," \u2715"]})]})}function Rm({runs:e,focus:t,others:n,colors:r,dashes:o,select:i}){let s=e.filter(({run:a})=>a!==t).map(({run:a})=>({value:a,label:we(a),color:r.get(a),dash:o.get(a)}));return u(Ru,{name:"Compare with",items:s,chosen:n,choose:a=>i({others:a})})}var Pm=10;function Ru({name:e,items:t,chosen:n,choose:r}){let[o,i]=C(""),s=t.map(({value:f})=>f).filter(f=>n.includes(f)),a=t.filter(({label:f})=>f.toLowerCase().includes(o.toLowerCase())),l=f=>r(t.map(m=>m.value).filter(m=>m===f!==s.includes(m))),c=a.map(({value:f})=>f);return u("div",{children:[u("span",{class:"control-name",children:e}),u(Nm,{label:`${s.length} of ${t.length}`,name:e,children:[t.length>Pm&&u("input",{type:"search",placeholder:"filter","aria-label":`Filter ${e}`,value:o,onInput:f=>i(f.currentTarget.value)}),u("div",{class:"row",children:[u("button",{onClick:()=>r([...new Set([...s,...c])]),children:"all"}),u("button",{onClick:()=>r(s.filter(f=>!c.includes(f))),children:"none"})]}),u("ul",{children:a.map(({value:f,label:m,color:p,dash:h})=>u("li",{children:u("label",{children:[u("input",{type:"checkbox",checked:s.includes(f),onChange:()=>l(f)}),p&&u(jt,{color:p,dash:h}),m]})},f))})]})]})}function Nm({label:e,name:t,children:n}){return u("details",{class:"dropdown",onFocusOut:Me,onKeyDown:Re,children:[u("summary",{"aria-label":`${t}: ${e}`,children:[e," \u25BE"]}),u("div",{tabIndex:-1,children:n})]})}function $m({run:e,num_steps:t,last_step:n,error:r}){let o=n===null?"no probe step":`${Ze(t,"probe step")} to step ${v(n)}`;return`${we(e)} \xB7 ${r?"damaged, ":""}${o}`}var Cm={curves:"Curves",portrait:"Phase portrait",map:"Heat map",images:"Reconstructions",compare:"Compare",breakdowns:"Breakdowns"};function Pu({view:e,choose:t}){return u("nav",{class:"views",role:"tablist","aria-label":"Views",onKeyDown:r=>{let o={ArrowLeft:-1,ArrowRight:1}[r.key];if(!o||wt(r))return;r.preventDefault();let i=Qe[(Qe.indexOf(e)+o+Qe.length)%Qe.length];t(i),r.currentTarget.querySelector(`[data-view="${i}"]`).focus()},children:Qe.map(r=>u("button",{role:"tab",id:`tab-${r}`,"aria-controls":"view","data-view":r,"aria-selected":r===e,tabIndex:r===e?0:-1,onClick:()=>t(r),children:Cm[r]},r))})}var Tm='model.fit(x, y, callbacks=[PhaseProbe(log_dir="logs/run1")])';function Nu(){return u("main",{class:"empty",children:[u(Lm,{}),u("h1",{children:"Installed, waiting for the first probe step"}),u("p",{children:"Add one callback to your training. The first point, the untrained network, appears at once."}),u("pre",{tabIndex:0,children:u("code",{children:[u("span",{class:"muted",children:"from keras_phases import PhaseProbe"}),`

`,Tm]})}),u("p",{class:"muted",children:["Training already? TensorBoard must watch the same folder, ",u("code",{children:"tensorboard --logdir logs"}),"; a new probe step appears here by itself within seconds."]})]})}var Am=[["constant",0,80],["decrease",80,100],["increase",180,100]];function Lm(){return u("svg",{class:"empty-curve",width:280,height:92,viewBox:"0 0 280 92","aria-hidden":"true",children:[Am.map(([e,t,n])=>u("g",{class:`band ${e}`,children:[u("rect",{x:t,width:n,height:78}),u("text",{x:t+n/2,y:14,"text-anchor":"middle",children:e})]},e)),u("g",{class:"curve loss",children:u("path",{class:"line",d:"M2,32L80,33C110,34 140,62 180,62S250,36 278,26"})}),u("g",{class:"axis",children:u("line",{x2:280,y1:78,y2:78})})]})}function $u({focus:{rows:e,reports:t,answers:n,numSeeds:r}}){let o=e.at(-1);if(!o||!n?.length)return null;let i=A(t,o.row)?.stages?.at(-1)?.kind??"";return u("div",{class:`answers ${i}`,role:"status",children:[n.map(({question:s,short:a,detail:l})=>u("details",{children:[u("summary",{children:[u("span",{class:"muted",children:s})," ",u("b",{children:a})]}),u("p",{children:l})]},s)),r&&u("p",{class:"muted",children:"In the run with the middle step."})]})}var Ke={top:8,right:12,bottom:66},Cu=6.6;function Em({rows:e,reports:t,quantity:n,domain:r,stepAxis:o,steps:i},s){let a=ot(e),l=Math.min(.3*s,14+Cu*Math.max(4,...a.map(({length:g})=>g))),c=s-Ke.right,f=e.length>24?14:e.length>12?20:28,m=Be(o,i,[l+6,c-6]),p=e.map(g=>n.read(g)),h=e.map((g,y)=>{let[b,x]=r??pt(n,[g]),_=A(t,g.row)?.minimum_step??-1;return{series:g,name:a[y],top:Ke.top+y*f,values:p[y],low:b,high:x,edges:Dm(g.steps.map(w=>m(w)),l,c),minimum:g.steps.indexOf(_)}}),d=Ke.top+e.length*f;return{width:s,height:d+Ke.bottom,left:l,right:c,bottom:d,cell:f,x:m,rows:h}}function Dm(e,t,n){let r=i=>Math.min(n,Math.max(t,i)),o=(n-t)/40;return e.map((i,s)=>{let a=s?(i-e[s-1])/2:void 0,l=s<e.length-1?(e[s+1]-i)/2:void 0;return[r(i-(a??l??o)),r(i+(l??a??o))]})}function Im({held:e,cursor:t,actions:n,name:r,run:o,...i}){let{rows:s,reports:a,quantity:l,domain:c,stepAxis:f,steps:m}=i,[p,h]=ue(640),d=k(()=>Em(i,h),[s,a,l,c,f,m,h]),g=(b,x)=>{let _=d.rows[Math.floor((x-Ke.top)/d.cell)];if(!_)return null;let{key:w,steps:P}=_.series;return{step:P[Lt(P,d.x,b)],panel:w}},y=k(()=>u(S,{children:[d.rows.map(b=>u(Om,{row:b,cell:d.cell,left:d.left,quantity:l},b.series.key)),u("g",{class:"axis axis-step",children:[u(mo,{...d,stepAxis:f,steps:m}),u("line",{x1:d.left,x2:d.right,y1:d.bottom,y2:d.bottom})]}),u(Fm,{layout:d,quantity:l,domain:c})]}),[d,l,f,m,c]);return u("div",{ref:p,class:"chart",children:u("svg",{class:"heat-map",width:h,height:d.height,viewBox:`0 0 ${h} ${d.height}`,role:"img",tabIndex:0,"aria-label":`${r}: ${l.label} of ${s.length} layers at every probe step. Arrow keys move the cursor.`,...Yn({rows:s,cursor:t,actions:n,run:o,find:g}),children:[y,e!==null&&Y(e,m)&&u("line",{class:"held",x1:d.x(e),x2:d.x(e),y1:Ke.top,y2:d.bottom}),u(qm,{layout:d,cursor:t})]})})}var Tu=ae(Im);function Om({row:e,cell:t,left:n,quantity:r}){let{series:o,name:i,top:s,values:a,low:l,high:c,edges:f,minimum:m}=e,p=Z(i,Math.floor((n-13)/Cu)),h=f[m]&&(f[m][0]+f[m][1])/2;return u("g",{children:[u("text",{x:n-6,y:s+t/2,dy:"0.32em","text-anchor":"end",children:[p,p!==o.row.layer&&u("title",{children:o.row.layer})]}),f.map(([d,g],y)=>{let b=a[y];return g<=d?null:Number.isFinite(b)?u("rect",{x:d,y:s,width:g-d+.4,height:t-1,fill:In((b-l)/(c-l))},y):u("rect",{class:"missing",x:d,y:s,width:g-d,height:t-1},y)}),h!==void 0&&On(r)&&u("g",{children:[u("title",{children:"reconstruction minimum"}),["rim","lowest"].map(d=>u("circle",{class:d,cx:h,cy:s+(t-1)/2,r:Math.min(5,t/4)},d))]})]})}function Fm({layout:e,quantity:t,domain:n}){let r=Math.min(220,e.right-e.left),o=n?.map(t.format)??["lowest of the layer","highest"];return u("g",{class:"color-legend",transform:`translate(${e.left},${e.bottom+36})`,children:[Array.from({length:44},(i,s)=>u("rect",{x:s*r/44,width:r/44+.5,height:10,fill:In(s/43)},s)),u("text",{y:24,children:o[0]}),u("text",{x:r,y:24,"text-anchor":"end",children:o[1]}),u("text",{x:r+10,y:9,children:t.label})]})}function qm({layout:e,cursor:t}){let n=N(null);return fe(t,r=>{let[o,i]=n.current.children,s=e.rows.find(({series:c})=>c.key===r?.panel)??e.rows[0];if(n.current.toggleAttribute("data-shown",!!(r&&s)),!r||!s)return;let[a,l]=s.edges[V(s.series.steps,r.step)]??[0,0];o.setAttribute("transform",`translate(${(a+l)/2},0)`),i.style.display=s.series.key===r.panel?"":"none",i.setAttribute("x",String(a)),i.setAttribute("y",String(s.top)),i.setAttribute("width",String(Math.max(0,l-a)))},[e]),u("g",{ref:n,class:"cursor","aria-hidden":"true",children:[u("line",{y1:Ke.top,y2:e.bottom}),u("rect",{class:"frame",height:e.cell-1})]})}function ir({focus:e,others:t,selection:n,cursor:r,actions:o,subtitle:i,tabulate:s,legend:a,draw:l}){let c=[e,...t];return u("div",{class:c.length>1?"panels portraits":"panels single",children:c.map(f=>{let{summary:m,rows:p,reports:h,advice:d}=f,g=O(f);return u(Pe,{title:g,subtitle:i,table:()=>s(f),legend:a?.(f),wide:c.length===1,children:l({name:g,run:m.run,rows:p,reports:h,advice:d,held:n.step,cursor:r,actions:o})},m.run)})})}var Vm={shared:"one scale for all layers",each:"each layer by itself"};function Au(e){let{quantity:t,stepAxis:n,steps:r}=e.options,{focus:o,others:i}=e,[s,a]=C("shared"),l=k(()=>pt(t,[o,...i].flatMap(({rows:c})=>c)),[t,o,i]);return u("section",{children:[u("div",{class:"view-controls",children:u(de,{name:"Colours",value:s,options:Vm,choose:a})}),u(ir,{...e,subtitle:`${t.label} (${t.unit})`,tabulate:c=>Bm(c,t),draw:c=>u(Tu,{...c,quantity:t,domain:s==="shared"?l:null,stepAxis:n,steps:r})})]})}function Bm({rows:e},t){let n=e[0]?.steps??[],r=e.map(o=>[o.row.layer,o.row.decoder,...t.read(o)]);return{columns:["layer","decoder",...n.map(o=>`step ${o}`)],rows:r}}function Eu({rows:e},{summary:t}){let n=e.map(({size:l})=>l),r=[Math.max(...n.map(([l])=>l)),Math.max(...n.map(([,l])=>l))],{input_shape:o,target:i}=t.layout?.run??{};if(i||!Array.isArray(o))return r;let[s,a]=o;return Lu(s,r[0])&&Lu(a,r[1])?[s,a]:r}function Lu(e,t){return Number.isInteger(e)&&e>=t&&e<=4096}function Du([e,t],n){let r=t<=n?Math.floor(n/t):n/t;return[Math.round(r*e),Math.round(r*t)]}function Iu(e,t,n,r){if(!r)return[0,0,0,0];let[o,i]=e.map((l,c)=>Math.floor((t[c]-l)/2)*n[c]/t[c]),[s,a]=e.map((l,c)=>l*n[c]/t[c]);return[o,n[1]-i-a,n[0]-o-s,i]}function Ou(e){return nt(e).includes("target_cropped")}var Hm=700;function Fu({focus:e,selection:t,select:n,source:r}){let o=zm(r,e);return o===void 0?u("p",{class:"muted",children:"Loading \u2026"}):typeof o=="string"?u("p",{class:"problem",children:o}):o.steps.length?u(Gm,{listing:o,focus:e,selection:t,select:n,source:r}):u(jm,{problem:o.error})}function zm(e,{summary:t}){let[n,r]=C();return U(()=>{let o=!0;return e.fetchImages(t.run).catch(i=>i.message).then(i=>o&&r({run:t.run,listing:i})),()=>{o=!1}},[e,t.run,t.last_step,t.last_wall_time]),n?.run===t.run?n.listing:void 0}function jm({problem:e}){return u("section",{class:"empty",children:[u("h2",{children:"This run has no reconstructed images"}),u("p",{children:e??"The probe keeps the reconstructions of a few held-out examples where the input is an image of one or three channels:"}),u("pre",{tabIndex:0,children:u("code",{children:'model.fit(x, y, callbacks=[PhaseProbe(images=8, log_dir="logs/run1")])'})})]})}function Gm({listing:e,focus:t,selection:n,select:r,source:o}){let{steps:i,num_examples:s,labels:a,error:l}=e,[c,f]=C(null),m=c!==null&&c<s?c:null,p=n.step===null?i.length-1:V(i,n.step),h=Qm(e,t,i[p],n.from),d=h[pn(h,({row:_})=>e.rows[_].size[1])]??{row:0,isCrop:!1};U(()=>{if(!(p+1>=i.length))for(let{row:_}of h)new Image().src=o.imageUrl(e,p+1,_)},[e,p,o]);let{against:g}=n,y=Eu(e,t),b=Du(y,m===null?64:224),x=({row:_,isCrop:w},P)=>{let L=o.imageUrl(e,p,_,P===null),D=g&&P!==null?{input:()=>o.imageUrl(e,p,_,!0),step:()=>o.imageUrl(e,P,_)}[g]():void 0,j=m===null?Array.from({length:s},(M,E)=>E):[m],F=Iu(e.rows[_].size,y,b,w),G={url:L,over:D,count:s,cell:b,borders:F,isFaint:g==="step"};return j.map(M=>u(Jm,{at:M,...G},M))};return u("section",{class:"images","aria-label":"Reconstructions",children:[l&&u("p",{class:"problem",children:l}),u("div",{class:"view-controls",children:[u(Wm,{steps:i,index:p,show:_=>r({step:i[_]})}),u(ne,{title:"Example",value:String(m??""),options:Um(s,a),choose:_=>f(qt(_))}),u(Xm,{steps:i,selection:n,select:r})]}),g==="step"&&u("p",{class:"explanation",children:"Absolute difference between the reconstructions at two steps, twice as bright: what the layer lost or learned since."}),u("div",{class:m===null?"strips":"strips large",children:[u("figure",{children:[u("figcaption",{children:u("b",{children:"input"})}),u("div",{children:x(d,null)})]}),h.map(({key:_,from:w,...P})=>u("figure",{children:[u(Km,{...P,before:g==="step"?i[w]:null}),u("div",{children:x(P,w)})]},_))]})]})}function Um(e,t){let n=Array.from({length:e},(r,o)=>`${o+1}${t?` \xB7 class ${t[o]}`:""}`);return[["","all"],...n.map((r,o)=>[String(o),r])]}function Qm(e,{rows:t,reports:n},r,o){let{steps:i}=e;return e.rows.flatMap(({layer:s,decoder:a},l)=>{let c=t.find(({row:d})=>d.layer===s&&d.decoder===a);if(!c)return[];let f=c.column("reconstruction_loss"),m=De(c.steps,f,r);if(!Number.isFinite(m))return[];let p=V(i,o??A(n,c.row)?.minimum_step??i[0]),h=De(c.steps,f,i[p]);return[{key:c.key,layer:s,decoder:a,row:l,isCrop:Ou(c),loss:m,from:p,lossBefore:h}]})}function Wm({steps:e,index:t,show:n}){let[r,o]=C(!1);U(()=>{if(!r)return;let s=setTimeout(()=>n((t+1)%e.length),Hm);return()=>clearTimeout(s)},[r,t,e]);let i=v(e[t]);return u(S,{children:[u("button",{"aria-pressed":r,onClick:()=>o(!r),children:r?"\u23F8 pause":"\u25B6 play"}),u("label",{class:"slider",children:[u("span",{class:"control-name",children:["Step ",i]}),u("input",{type:"range",name:"step",min:0,max:e.length-1,value:t,"aria-valuetext":`step ${i}`,onInput:s=>n(Number(s.currentTarget.value))})]})]})}function Km({layer:e,decoder:t,loss:n,lossBefore:r,before:o}){return u("figcaption",{children:[u("b",{children:e})," ",u("span",{class:"muted",children:t}),u("br",{}),u("span",{class:"muted",children:["loss ",o!==null&&`${q(r)} at step ${v(o)}, now `,q(n)]})]})}function Xm({steps:e,selection:t,select:n}){let{against:r,from:o}=t,i=s=>{n(s==="minimum"?{against:"step",from:null}:s==="input"||s===""?{against:s||null}:{against:"step",from:Number(s)})};return u(ne,{title:"Difference to",name:"against",value:r==="step"?String(o??"minimum"):r??"",options:[["","nothing"],["input","the input"],["minimum","the reconstruction minimum"],...Ft(e,o)],choose:i})}var Ym=2;function Jm({url:e,over:t,at:n,count:r,cell:[o,i],borders:s,isFaint:a}){let l=[e,...t?[t]:[]].map(c=>`url("${c.replaceAll('"',"%22")}")`);return u("span",{class:"example",role:"img","aria-label":`example ${n+1}`,style:{width:`${i}px`,height:`${o}px`,borderWidth:s.map(c=>`${c}px`).join(" "),backgroundImage:l.join(","),backgroundSize:`${r*100}% 100%`,backgroundPosition:r>1?`${100*n/(r-1)}% 0`:"0 0",backgroundBlendMode:t?"difference":"normal",filter:t&&a?`brightness(${Ym})`:void 0}})}function qu({rows:e}){let t=[...e.some(re)?[]:[Zm(e)],...Hu(e).map(Nr)];return u(Bu,{of:"this run",notes:t})}function Vu({series:e,rows:t,report:n}){let r=Hu(t),i=[...nt(e).filter(s=>s!=="no_labels"&&!r.includes(s)).map(Nr),...n?.error?[`Phases were not found. ${n.error}`]:[]];return u(Bu,{of:e.row.layer,notes:i})}function Bu({of:e,notes:t}){return t.length?u("details",{class:"menu badge",onFocusOut:Me,onKeyDown:Re,children:[u("summary",{"aria-label":`${Ze(t.length,"note")} on ${e}`,children:["\u2691 ",t.length]}),u("ul",{class:"notes",tabIndex:-1,children:t.map(n=>u("li",{children:n},n))})]}):null}function Zm(e){return e.some(({flags:n})=>n().some(r=>r.includes("no_labels")))?"No labels reached the probe, so there is no probe accuracy to draw.":"No probe accuracy was measured, so there is none to draw."}function Hu(e){let[t=[],...n]=e.map(nt);return t.filter(r=>r!=="no_labels"&&n.every(o=>o.includes(r)))}function zu({summary:e}){let t=Object.entries(e.layout?.run??{}).filter(([n])=>n!=="columns");return t.length?u("details",{class:"settings",children:[u("summary",{children:"Settings"}),u("dl",{children:t.map(([n,r])=>u("div",{children:[u("dt",{children:n}),u("dd",{children:typeof r=="string"?r:JSON.stringify(r)})]},n))})]}):null}function ep({series:e,report:t,kept:n,companions:r,options:o},i){let s=rn(),a=On(o.quantity),l=[i.left,i.right,i.stepAxis,...i.steps],c=k(()=>u(fu,{panel:i,phases:t?.stages??[]}),[t,...l]),f=k(()=>u(jn,{panel:i}),l),m=k(()=>[u(Sa,{panel:i}),u(hu,{panel:i,series:e})],[e,o.accuracyDomain,i.accuracy===null,...l]);return k(()=>u("g",{class:"marks",children:[c,u(Gn,{panel:i}),m[0],f,u("clipPath",{id:s,children:u("rect",{x:i.left,y:i.top-6,width:i.right-i.left,height:i.bottom-i.top+12})}),u("g",{"clip-path":`url(#${s})`,children:[u(gu,{panel:i,companions:r}),m[1],u(pu,{panel:i,series:e}),u(yu,{panel:i,series:e})]}),u(mu,{panel:i}),a&&n!==null&&u(bu,{panel:i,series:e,step:n}),a&&t&&u(_u,{panel:i,series:e,report:t})]}),[i,t,n,r,e])}function tp(e){let{series:t,companions:n,options:r,held:o,cursor:i,actions:s}=e,[a,l]=ue(360),c=k(()=>Is(t,n,r,l),[t,n,r,l]),{x:f,steps:m}=c,{brush:p,handlers:h}=Jn({panel:t.key,steps:t.steps,x:f,domain:m,cursor:i,actions:s}),d=ep(e,c);return u("div",{ref:a,class:"chart",children:u("svg",{width:l,height:je,viewBox:`0 0 ${l} ${je}`,role:"img",tabIndex:0,"aria-label":np(e),...h,children:[d,o!==null&&Y(o,m)&&u("line",{class:"held",x1:f(o),x2:f(o),y1:c.top,y2:c.bottom}),p&&u(Un,{panel:c,ends:p}),u(Ra,{panel:c,series:t,cursor:i})]})})}var ju=ae(tp);function np({series:e,report:t,kept:n,options:{quantity:r}}){let{row:o,steps:i}=e,[s,a]=[i.at(-1),re(e)],l=[`${o.layer}, ${o.decoder} decoder: ${r.label} at ${Ze(i.length,"probe step")}`];return s!==void 0&&l.push(`${r.format(r.read(e).at(-1))} at step ${v(s)}`),a&&l.push(`best probe accuracy ${Q(a.accuracy)} at step ${v(a.step)}`),t?.description&&l.push(t.description),n!==null&&l.push(`advised: keep step ${v(n)}`),`${l.join("; ")}. Arrow keys move the cursor, Enter holds a step, + and 0 zoom.`}var rp={constant:"\u2192",decrease:"\u2198",rising:"\u2197",increase:"\u2197"},Gu=["constant","decrease","increase"];function sr({report:e}){let t=e?.stages?.at(-1);return t?u("span",{class:`phase-now ${t.kind}`,title:e?.description,children:[u(op,{kind:t.kind})," ",rp[t.kind]," ",e.now]}):u("span",{class:"phase-now muted",children:e?.now})}function op({kind:e}){let t=Gu.indexOf(e==="rising"?"increase":e),n=(r,o)=>{let i=2*Math.PI*r/3;return`${(o*Math.sin(i)).toFixed(2)},${(-o*Math.cos(i)).toFixed(2)}`};return u("svg",{class:"clock",width:14,height:14,viewBox:"-8 -8 16 16","aria-hidden":"true",children:[Gu.map((r,o)=>u("path",{class:`edge ${r}`,opacity:o===t&&e!=="rising"?1:.35,d:`M0,0L${n(o,8)}A8,8 0 0 1 ${n(o+1,8)}Z`},r)),u("path",{class:"hand",d:`M0,0L${n(t+.5,6.5)}`})]})}function Wu({focus:e,others:t,colors:n,dashes:r,options:o,selection:i,cursor:s,actions:a}){let l=k(()=>new Map(e.rows.map(({key:m})=>[m,up(m,t,n,r)])),[e.rows,t,n,r]),c=ot(e.rows),f=o.accuracyDomain&&o.quantity.key!=="accuracy";return u("section",{class:"panels","aria-label":"Layers",children:[ap(e.rows).map(m=>{let p=A(e.reports,m.row),h=l.get(m.key);return u(Pe,{title:m.row.layer,short:c[e.rows.indexOf(m)],isMain:m===e.rows.at(-1),subtitle:`width ${v(m.row.num_features)} \xB7 ${m.row.decoder} decoder`,panel:m.key,aside:u(S,{children:[u(sr,{report:p}),u(Vu,{series:m,rows:e.rows,report:p})]}),table:()=>lp(m),legend:[{color:"var(--loss)",text:`${o.quantity.label}, ${O(e)}`},...f?[{color:"var(--accuracy)",text:"probe accuracy"}]:[],...h.map(({name:d,color:g,dash:y})=>({color:g,dash:y,text:d}))],children:u(ju,{series:m,report:p,kept:Ce(e,m),companions:h,options:o,held:i.step,cursor:s,actions:a})},m.key)}),u(ip,{focus:e,others:t,colors:n,dashes:r,options:o,cursor:s,actions:a})]})}var Uu=[{column:"model_accuracy",quantity:pe("accuracy",!0)},{column:"model_loss",quantity:pe("loss",!1)}];function ip({focus:e,others:t,colors:n,dashes:r,options:o,cursor:i,actions:s}){let a=k(()=>Uu.map(({column:f})=>[e,...t].flatMap((m,p)=>sp(m,f,p?n:null,r))),[e,t,n,r]),l=a.findIndex(({length:f})=>f);if(l<0)return null;let{quantity:c}=Uu[l];return u($e,{title:"The model itself",subtitle:`${c.label} on held-out rows`,lines:a[l],label:c.label,name:"The model itself",panel:e.rows[0].key,quantity:c,options:o,cursor:i,actions:s})}function sp(e,t,n,r){let[o]=e.rows,i=o?.column(t)??[];if(!o||!i.some(Number.isFinite))return[];let{run:s}=e.summary;return[{name:O(e),color:n?.get(s)??"var(--accuracy)",dash:n?r.get(s):"",steps:o.steps,values:i}]}function ap(e){return[...e.slice(-1),...e.slice(0,-1)]}function up(e,t,n,r){return t.flatMap(o=>{let{run:i}=o.summary,s=o.rows.find(a=>a.key===e);return s?[{run:i,name:O(o),color:n.get(i),dash:r.get(i),series:s}]:[]})}var Qu=["epoch","reconstruction_loss","reconstruction_stderr","explained_variance","probe_accuracy","model_accuracy"];function lp(e){let t=e.metricNames.filter(i=>!i.includes("_group_")&&i!=="flags"),n=[...Qu.filter(i=>t.includes(i)),...t.filter(i=>!Qu.includes(i))],r=n.map(i=>e.column(i)),o=e.flags().map((i,s)=>[e.steps[s],...r.map(a=>a[s]),i.join(" ")]);return{columns:["step",...n,"flags"],rows:o}}var Te={top:26,right:96,bottom:40,left:54};function cp({rows:e,reports:t,advice:n,axes:r,theme:o},i){let s=Math.round(Math.min(520,Math.max(300,.62*i))),[a,l]=r.map(p=>e.map(h=>p.read(h))),c=X(Ku(e,r[0]),[Te.left+8,i-Te.right]),f=X(Ku(e,r[1]),[s-Te.bottom-8,Te.top+8]),m=e.map((p,h)=>{let d=p.steps.map((y,b)=>({step:y,x:c(a[h][b]),y:f(l[h][b])})).filter(y=>Number.isFinite(y.x)&&Number.isFinite(y.y)),g=A(t,p.row);return{series:p,color:Ge(h,e.length,o),places:d,parts:fp(d,g),minimum:d.findIndex(({step:y})=>y===g?.minimum_step),kept:d.findIndex(({step:y})=>y===Ce({rows:e,advice:n},p))}});return{width:i,height:s,x:c,y:f,trajectories:m}}function Ku(e,t){let[n,r]=pt(t,e);return t.isTurned?[r,n]:[n,r]}function fp(e,t){let n=e.length-1;return n<1?[]:t?.stages?.length?t.stages.flatMap(({kind:r,start_step:o,end_step:i})=>{let s=e.flatMap(({step:a},l)=>a>=o&&a<=i?[l]:[]);return s.length>1?[{kind:r,from:s[0],to:s.at(-1)}]:[]}):[{kind:"constant",from:0,to:n}]}function mp({rows:e,reports:t,advice:n,axes:r,theme:o,held:i,cursor:s,actions:a,name:l,run:c}){let[f,m]=ue(640),p=k(()=>cp({rows:e,reports:t,advice:n,axes:r,theme:o},m),[e,t,n,r,o,m]),h=k(()=>u(S,{children:[u(hp,{layout:p,axes:r}),p.trajectories.map(d=>u(dp,{trajectory:d},d.series.key)),u(yp,{layout:p})]}),[p,r]);return u("div",{ref:f,class:"chart",children:u("svg",{class:"portrait",width:m,height:p.height,viewBox:`0 0 ${m} ${p.height}`,role:"img",tabIndex:0,"aria-label":`${l}: ${r[1].label} against ${r[0].label}, a trajectory for each of ${e.length} layers. Arrow keys move along the steps.`,...Yn({rows:e,first:e.length-1,cursor:s,actions:a,run:c,find:(d,g)=>pp(p,d,g)}),children:[h,u(xp,{layout:p,cursor:s,held:i})]})})}var Xu=ae(mp);function pp({trajectories:e},t,n){let r=null,o=40**2;for(let{series:i,places:s}of e)for(let a of s){let l=(a.x-t)**2+(a.y-n)**2;l<o&&([o,r]=[l,{step:a.step,panel:i.key}])}return r}function hp({layout:{width:e,height:t,x:n,y:r},axes:o}){let[i,s,a]=[Te.left,e-Te.right+8,t-Te.bottom],l=Math.max(3,e/110);return u("g",{class:"axis",children:[u("line",{x1:i,x2:s,y1:a,y2:a}),u(co,{ticks:n.ticks(l),x:n,bottom:a,format:n.tickFormat(l,o[0].tickFormat)}),u(fo,{ticks:r.ticks(6),y:r,left:i,right:s,format:r.tickFormat(6,o[1].tickFormat)}),u("text",{class:"axis-title",x:2,y:12,children:[o[1].isTurned?"\u2193":"\u2191"," ",o[1].label]}),u("text",{class:"axis-title",x:s,y:a+34,"text-anchor":"end",children:[o[0].label," ",o[0].isTurned?"\u2190":"\u2192"]})]})}function dp({trajectory:{color:e,places:t,parts:n,minimum:r,kept:o}}){let i=Bt(({x:f})=>f,({y:f})=>f),s=t[0],[a,l]=[t[r],t[o]],c=n.length>0&&n.every(({kind:f})=>f==="constant");return u("g",{class:c?"trajectory still":"trajectory",stroke:e,fill:e,children:[n.map(({kind:f,from:m,to:p})=>u("path",{class:`way ${f}`,d:i(t.slice(m,p+1))??""},m)),gp(t).map(({x:f,y:m,angle:p},h)=>u("path",{class:"arrow",d:"M-4.5,-3.5L3.5,0L-4.5,3.5Z",transform:`translate(${f},${m}) rotate(${p})`},h)),s&&u("circle",{class:"start",cx:s.x,cy:s.y,r:3.5}),a&&u("circle",{class:"lowest",cx:a.x,cy:a.y,r:5}),l&&u("g",{class:"kept",children:[u("title",{children:`advised: keep step ${v(l.step)}`}),u("path",{d:zt(l.x,l.y)})]})]})}function gp(e){let t=[],n=30;return e.slice(1).forEach((r,o)=>{let i=e[o],[s,a]=[r.x-i.x,r.y-i.y],l=Math.hypot(s,a);n+=l,!(l<9||n<60)&&(n=0,t.push({x:i.x+s/2,y:i.y+a/2,angle:Math.atan2(a,s)*180/Math.PI}))}),t}function yp({layout:{trajectories:e,width:t,height:n}}){let r=ot(e.map(({series:l})=>l)),o=e.flatMap(({series:l,color:c,places:f},m)=>f.length?[{series:l,name:r[m],color:c,...f.at(-1)}]:[]).toSorted((l,c)=>l.y-c.y),i=o.map(({name:l,x:c})=>Z(l,Math.floor((t-c-12)/H("x")))),s=o.map(({x:l,y:c},f)=>({left:l,right:l+12+H(i[f]),y:c})),a=_p(s,13,14,n-Te.bottom);return u("g",{class:"ends",children:o.map(({series:l,name:c,color:f,x:m,y:p,step:h},d)=>u("g",{children:[u("circle",{cx:m,cy:p,r:3.5,fill:f}),a[d]!==null&&u(S,{children:[u("line",{x1:m+4,y1:p,x2:m+10,y2:a[d],stroke:f}),u("text",{x:m+12,y:a[d],dy:"0.32em",children:i[d]})]}),u("title",{children:`${c} at step ${v(h)}`})]},l.key))})}var bp=3;function _p(e,t,n,r){let o=[],i=({left:a,right:l,y:c})=>c>=n&&c<=r&&o.every(f=>a>=f.right||l<=f.left||Math.abs(c-f.y)>t-1e-6),s=a=>{let l=o.flatMap(m=>[m.y-t,m.y+t]),f=[Math.min(r,Math.max(n,a.y)),...l].filter(m=>i({...a,y:m})).toSorted((m,p)=>Math.abs(m-a.y)-Math.abs(p-a.y))[0];return f===void 0||Math.abs(f-a.y)>bp*t?null:f};return e.map(a=>{let l=s(a);return l!==null&&o.push({...a,y:l}),l})}function xp({layout:e,cursor:t,held:n}){let r=N(null);return fe(t,o=>{let i=o?.step??n;r.current.toggleAttribute("data-shown",i!==null),i!==null&&e.trajectories.forEach(({places:s,series:a},l)=>{let c=r.current.children[l],f=s[V(s.map(m=>m.step),i)];c.style.display=f?"":"none",f&&(c.setAttribute("transform",`translate(${f.x},${f.y})`),c.setAttribute("r",a.key===o?.panel?"6":"4"))})},[e,n]),u("g",{ref:r,class:"cursor","aria-hidden":"true",children:e.trajectories.map(({series:o,color:i})=>u("circle",{r:4,fill:i},o.key))})}function Ju(e){let{quantities:t,selection:n,select:r}=e,o=xe(),[i,s]=n.portrait,a=k(()=>ea(t),[t]),l=k(()=>[Ue(a,i),Ue(a,s)],[a,i,s]),c=[i,s].find(p=>!a.some(({key:h})=>h===p)),f=ta(a),m=f.find(({axes:[p,h]})=>p===i&&h===s);return u("section",{children:[u("div",{class:"view-controls",children:[f.length>1&&u(de,{name:"Plane",value:m?.key??"",options:Object.fromEntries(f.map(({key:p,label:h})=>[p,h])),choose:p=>r({portrait:f.find(({key:h})=>h===p).axes})}),["X axis","Y axis"].map((p,h)=>u(ne,{title:p,name:`axis-${h}`,value:l[h].key,options:a.map(({key:d,label:g})=>[d,g]),choose:d=>r({portrait:l.map(({key:g},y)=>y===h?d:g)})},p)),u(wp,{runs:[e.focus,...e.others]})]}),c&&u("p",{class:"problem",children:["Nothing was measured of '",c,"': the reconstruction loss stands in its place."]}),m&&Yu[m.key]&&u("p",{class:"explanation",children:Yu[m.key]}),u(ir,{...e,subtitle:`${l[1].label} against ${l[0].label}`,tabulate:p=>vp(p,l),legend:({rows:p})=>p.map((h,d)=>({color:Ge(d,p.length,o),text:W(h,p)})),draw:p=>u(Xu,{...p,axes:l,theme:o})})]})}var Yu={information:"What a layer knows of its input (x axis) and of the label (y axis), both on held-out rows: up is fitting, to the left is forgetting.",binned:"Binned mutual information of a deterministic network is a property of its bins (Goldfeld et al., 2018): read it beside the information plane, not instead of it."};function wp({runs:e}){return u("ul",{class:"ways","aria-label":"Legend",children:[["constant","decrease","rising","increase"].map(t=>u("li",{children:[u("svg",{width:34,height:12,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:u("path",{class:`way ${t}`,d:"M1,6H33"})}),t]},t)),u("li",{children:[u("svg",{width:12,height:12,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:u("circle",{class:"start",cx:6,cy:6,r:3.5})}),"first step"]}),u("li",{children:[u("svg",{width:14,height:14,class:"trajectory",stroke:"currentColor","aria-hidden":"true",children:u("circle",{class:"lowest",cx:7,cy:7,r:5})}),"reconstruction minimum"]}),u($o,{runs:e})]})}function vp({rows:e},t){let n=e.flatMap(r=>{let[o,i]=t.map(s=>s.read(r));return r.steps.map((s,a)=>[r.row.layer,r.row.decoder,s,o[a],i[a]])});return{columns:["layer","decoder","step",t[0].label,t[1].label],rows:n}}var kp=4e3,Sp=16;function el(e,{run:t,others:n}){let[r,o]=C({others:[]}),i=N(0),s=N(new Map),a=N(""),l=n?.join(`
`),c=nn(async()=>{let f=++i.current,m=()=>f===i.current;try{let p=t||a.current,{runs:h,shown:d}=await Pp(e,{run:p,others:n},s.current,m);if(!m())return;a.current=d[0]??"";let g=()=>{let[y,...b]=d.flatMap(_=>s.current.get(_)??[]),x=Date.now();m()&&o(_=>Rp(_,{runs:h,focus:y,others:b,asked:x}))};g();for(let[y,b]=[0,1];y<d.length&&m();[y,b]=[b,b+Sp])await $p(e,d.slice(y,b),s.current)&&g()}catch(p){let h=p instanceof Error?p.message:String(p);m()&&o(d=>({...d,problem:h}))}},[e,t,l]);return U(()=>{let f,m=!1,p=()=>{e.isLive&&!m&&(f=setTimeout(()=>{(Mp()?c():Promise.resolve()).then(p)},kp))};return c().then(p),()=>{m=!0,clearTimeout(f)}},[e,c]),{...r,reload:c}}function Mp(){return!document.hidden&&innerHeight>0}function Rp(e,t){let n=(o=[])=>o.map(i=>`${i.run} ${Co(i)}`).join(`
`),r=t.others.length===e.others.length&&t.others.every((o,i)=>o===e.others[i]);return{...t,runs:e.runs&&n(e.runs)===n(t.runs)?e.runs:t.runs,others:r?e.others:t.others}}async function Pp(e,{run:t,others:n},r,o){let i=await e.fetchRuns();for(;;){let s=oa(i,t),a=s?[s,...ia(i,s.run,n)]:[],l=o()?await Np(e,a,r,o):[];if(!l.length)return{runs:i,shown:a.map(({run:c})=>c)};i=i.filter(({run:c})=>!l.includes(c))}}async function Np(e,t,n,r){let o=t.filter(l=>{let c=n.get(l.run);return!c||Co(c.summary)!==Co(l)});for(let l of o)l.num_steps||n.set(l.run,{summary:l,rows:[],reports:[]});let i=o.filter(({num_steps:l})=>l);if(!i.length)return[];let s=await e.fetchMetrics(i);if(!r())return[];for(let l of s){let{num_steps:c,last_step:f,last_wall_time:m,error:p,layout:h,run:d}=l,g={num_steps:c,last_step:f,last_wall_time:m,error:p,layout:h,run:d};n.set(d,{reports:[],...n.get(d),summary:g,rows:Ai(l)})}let a=i.map(({run:l})=>l).filter(l=>!s.some(c=>c.run===l));for(let l of a)n.delete(l);return a}async function $p(e,t,n){let r=t.flatMap(s=>{let a=n.get(s);return a?.rows.length&&Zu.get(a)!==a.summary.last_wall_time?[a]:[]});if(!r.length)return!1;let o=await e.fetchReports(r.map(({summary:s})=>s.run)),i=r.filter(s=>n.get(s.summary.run)===s);for(let s of i){let a=o.find(({run:c})=>c===s.summary.run),l={...s,reports:(a?.rows??[]).map(cu),advice:a?.advice,answers:a?.answers};Zu.set(l,s.summary.last_wall_time),n.set(s.summary.run,l)}return i.length>0}var Zu=new WeakMap;function Co({num_steps:e,last_wall_time:t,error:n}){return`${e} ${t} ${n}`}var tl=190,Cp=16;function nl({report:e,lastStep:t,stepAxis:n}){let r=Be(n,[0,t],[5,tl-5]),{minimum_step:o,minimum_interval:i}=e;return u("svg",{class:"strip",width:tl,height:Cp,role:"img","aria-label":e.description??"",children:[e.stages?.map(({kind:s,start_step:a,end_step:l})=>{let c=Math.max(0,r(l)-r(a)-1);return s==="rising"?u("path",{class:"hatch",d:Ht(r(a),4,c,8,4)},a):u("rect",{class:`edge ${s}`,x:r(a),y:4,width:c,height:8},a)}),i&&u("line",{class:"interval",x1:r(i[0]),x2:r(i[1]),y1:14.5,y2:14.5}),o!=null&&u("circle",{cx:r(o),cy:8,r:4})]})}function rl({rows:e,reports:t,stepAxis:n}){let r=e[0]?.steps.at(-1)??1,o=e.some(re);return u("div",{class:"summary",children:u("table",{children:[u("thead",{children:u("tr",{children:[u("th",{children:"layer"}),u("th",{class:"detail",children:"decoder"}),u("th",{class:"detail",children:"strategy"}),u("th",{class:"number",children:"width"}),u("th",{children:["phases to step ",v(r)]}),u("th",{children:"phase now"}),u("th",{class:"number",children:"minimum at step"}),u("th",{class:"number",children:"rise since minimum"}),o&&u("th",{class:"number",children:"best probe accuracy"})]})}),u("tbody",{children:e.map(i=>u(Tp,{series:i,report:A(t,i.row),lastStep:r,stepAxis:n,hasAccuracy:o},i.key))})]})})}function Tp({series:e,report:t,lastStep:n,stepAxis:r,hasAccuracy:o}){return u("tr",{children:[u("th",{scope:"row",children:u("button",{onClick:()=>Ep(e.key),children:e.row.layer})}),u("td",{class:"detail",children:e.row.decoder}),u("td",{class:"detail",children:e.row.strategy}),u("td",{class:"number",children:v(e.row.num_features)}),u("td",{children:t&&u(nl,{report:t,lastStep:n,stepAxis:r})}),u("td",{children:u(sr,{report:t})}),u("td",{class:"number",children:u(Ap,{report:t})}),u("td",{class:"number",children:t?.has_increase?Q(nr(e,t)):u("span",{class:"muted",children:"\u2013"})}),o&&u("td",{class:"number",children:u(Lp,{series:e})})]})}function Ap({report:e}){if(e?.minimum_step==null)return u("span",{class:"muted",children:"\u2013"});let[t,n]=e.minimum_interval??[e.minimum_step,e.minimum_step];return u(S,{children:[v(e.minimum_step)," ",u("span",{class:"muted",children:["(",v(t),"\u2013",v(n),e.has_increase?"":" so far",")"]})]})}function Lp({series:e}){let t=re(e);return t?u(S,{children:[Q(t.accuracy)," ",u("span",{class:"muted",children:["at ",v(t.step)]})]}):u("span",{class:"muted",children:"\u2013"})}function Ep(e){document.querySelector(`[data-panel="${CSS.escape(e)}"] svg`)?.focus()}function ol({source:e}){let[t,n]=C(()=>io(kr())),r=el(e,t),o=N(r.reload);o.current=r.reload,U(()=>Hs({"experimental.DataReloaded":()=>o.current()}),[]),U(()=>ui(()=>n(io(kr()))),[]);let i=N("");i.current=r.focus?.summary.run??"";let s=nn(a=>{let l="view"in a||"run"in a;n(c=>{let f={...c,...a};return setTimeout(()=>{l&&Sr(so({...c,run:c.run||i.current})),Sr(so(f),l)}),f})},[]);return r.runs?r.focus?u("main",{children:[u("h1",{class:"read-aloud",children:["Learning phases of ",we(r.focus.summary.run)]}),u(Dp,{store:r,focus:r.focus,selection:t,select:s,source:e})]}):u(S,{children:[r.problem&&u(ar,{text:r.problem}),u(Nu,{})]}):u("main",{children:r.problem?u(ar,{text:r.problem}):u("p",{class:"muted",children:"Loading \u2026"})})}function Dp({store:e,focus:t,selection:n,select:r,source:o}){let i=k(()=>Hp(e.runs.map(({run:y})=>y)),[e.runs]),{focus:s,others:a}=k(()=>Bp(t,e.others,n),[t,e.others,n.grouped,n.layers,n.view==="images"]),l=k(()=>new ln,[t.summary.run,n.view]),c=Ip(n,r),f=k(()=>Ws([s,...a].flatMap(({rows:y})=>y)),[s,a]),m=Op(s,a,f,n),p=k(()=>[s,...a],[s,a]),h=k(()=>zp(i,p),[i,p]),d=k(()=>Vs(a.map(({summary:y})=>y.run),h),[a,h]),g={focus:s,others:a,colors:h,dashes:d,options:m,quantities:f,selection:n,select:r,cursor:l,actions:c,source:o};return u(S,{children:[u(Su,{runs:e.runs,focus:t.summary.run,others:n.others??e.others.map(({summary:y})=>y.run),colors:i,dashes:d,layers:[...new Set(t.rows.map(({row:y})=>y.layer))],quantities:f,selection:n,select:r}),e.problem&&u(ar,{text:e.problem}),[t,...e.others].map(({summary:y})=>y.error&&u(ar,{text:y.error,title:`Run ${y.run} is damaged`},y.run)),!s.rows.length&&!t.summary.error&&u(jp,{run:t,select:r}),s.rows.length>0&&u(S,{children:[u("div",{class:"bar",children:[u(Pu,{view:n.view,choose:y=>r({view:y})}),u("div",{class:"row",children:[o.isLive&&u(Gp,{asked:e.asked}),u(Mu,{selection:n,select:r}),u(qu,{rows:s.rows}),n.view==="curves"&&u(xu,{focus:s,options:m})]})]}),u($u,{focus:s}),u(lo.Provider,{value:O(s),children:u(qp,{name:n.view,...g})}),u(zu,{summary:s.summary}),u(Ei,{runs:p,cursor:l,quantity:m.quantity})]})]})}function Ip({step:e},t){let n=N(e);n.current=e;let r=N(e);return k(()=>({hold:o=>{r.current=n.current,t({step:o})},unhold:()=>t({step:r.current}),zoom:o=>t({zoom:o})}),[t])}function Op(e,t,n,r){let{stepAxis:o,zoom:i}=r,s=Fn(r),a=k(()=>Os(e.rows),[e.rows]);return k(()=>{let l=Math.max(1,...[e,...t].flatMap(({rows:c})=>c.map(({steps:f})=>f.at(-1)??1)));return{quantity:Ue(n,s),stepAxis:o,steps:i??[0,l],accuracyDomain:a}},[e,t,a,n,s,o,i])}var Fp={curves:Vp,portrait:Ju,map:Au,images:Fu,compare:wu,breakdowns:lu};function qp({name:e,...t}){let n=Fp[e];return u("div",{role:"tabpanel",id:"view","aria-labelledby":`tab-${e}`,children:u(n,{...t})})}function Vp(e){let{focus:t,others:n,colors:r,dashes:o,options:i}=e,s=new Set(t.rows.map(({key:l})=>l)),a=n.filter(({rows:l})=>l.some(({key:c})=>s.has(c)));return u(S,{children:[u(rr,{others:a,colors:r,dashes:o}),u(Wu,{...e}),u(rl,{rows:t.rows,reports:t.reports,stepAxis:i.stepAxis})]})}function Bp(e,t,{grouped:n,layers:r,view:o}){let i=qn(e.rows.map(({row:c})=>c.layer),r),s=[e,...t].map(c=>({...c,rows:i?c.rows.filter(({row:f})=>i.includes(f.layer)):c.rows})),[a,...l]=n&&o!=="images"?zs(s):s;return{focus:a,others:l.filter(({rows:c})=>c.length)}}function Hp(e){return new Map(e.map((t,n)=>[t,Dn(n)]))}function zp(e,t){let n=r=>[...e].find(([o])=>Et(o)===r)?.[1];return new Map(t.map(({summary:{run:r}})=>[r,e.get(r)??n(r)??Dn(0)]))}function jp({run:{summary:e,rows:t},select:n}){return t.length?u("p",{class:"muted",children:["There is no layer to draw: none is chosen, or the seeds of a mean have none in common."," ",u("button",{class:"chip",onClick:()=>n({layers:null,grouped:!1}),children:"Draw all layers"})]}):u("p",{class:"muted",children:["Run ",we(e.run)," has no probe step yet."]})}function Gp({asked:e}){let[t,n]=C(Date.now);return U(()=>{let r=setInterval(()=>n(Date.now()),1e3);return()=>clearInterval(r)},[]),u("span",{class:"muted updated",children:["updated ",Math.max(0,Math.round((t-e)/1e3))," s ago"]})}function ar({text:e,title:t}){return u("p",{class:"problem",role:"alert",children:[t&&u("b",{children:[t,". "]}),e]})}var il=`:root {
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
`;function dx(){let e=document.createElement("style");e.textContent=il,document.head.append(e),document.title||="Phases",document.documentElement.lang="en",ai(),jo(u(ol,{source:ci()??li}),document.body)}export{dx as render};

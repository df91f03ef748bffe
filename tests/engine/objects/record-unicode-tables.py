"""Writes engine/objects/unicode-tables.ts (first argument) from the Python it runs under, a real 3.13."""
import gzip, sys
N=0x110000
B='0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
def b36(n):
    s='';neg=n<0;n=abs(n)
    while True:
        s=B[n%36]+s; n//=36
        if not n: return ('-' if neg else '')+s
fl=[]
for i in range(N):
    c=chr(i)
    f=0
    f|=c.isalpha()<<0
    f|=c.isdecimal()<<1
    f|=c.isdigit()<<2
    f|=c.isnumeric()<<3
    f|=c.isspace()<<4
    f|=c.isupper()<<5
    f|=c.islower()<<6
    f|=(c.istitle() and not c.isupper())<<7
    f|=c.isprintable()<<8
    f|=c.isidentifier()<<9
    f|=('a'+c).isidentifier()<<10
    # the methods tell: title() asks whether a character has case, a final sigma what it may skip
    cased=(c+'a').title()[-1]=='a'
    final=(c+'\u03a3').lower()[-1]=='\u03c2'
    ign=(not final) and ('a'+c+'\u03a3').lower()[-1]=='\u03c2'
    f|=cased<<11
    f|=ign<<12
    fl.append(f)
import collections
runs=[]
for f in fl:
    if runs and f==runs[-1][0]: runs[-1][1]+=1
    else: runs.append([f,1])
# decimal check
import unicodedata
at=0
for f,n in runs:
    if f&2:
        for k in range(n): assert unicodedata.decimal(chr(at+k))==k%10,(hex(at+k))
    at+=n
cnt=collections.Counter(f for f,n in runs)
kinds=[k for k,_ in cnt.most_common()]
print(len(kinds),len(runs))
enc=''
L='ABCDEFGHIJKLMNOPQRSTUVWXYZ!#%&()*+,-./:;<=>?@[]^_{|}~'
for f,n in runs: enc+=L[kinds.index(f)]+(b36(n) if n>1 else '')
print(len(enc),len(gzip.compress(enc.encode(),9)))
def pack(d):
    # d: code -> code; list of start,count,step,delta
    items=sorted(d.items()); out=[]; i=0
    used=set()
    keys=[k for k,_ in items]
    while i<len(items):
        k,v=items[i]; best=(1,1)
        for step in (1,2):
            n=1
            while i+n<len(items) and items[i+n][0]==k+n*step and items[i+n][1]-items[i+n][0]==v-k: n+=1
            if n>best[0]: best=(n,step)
        out.append((k,best[0],best[1],v-k)); i+=best[0]
    return out
def enc_runs(runs):
    s='';prev=0
    for st,n,step,dl in runs:
        s+=b36(st-prev)+','+(b36(n) if n>1 else '')+(',' if step==1 else '.')+b36(dl)+';'
        prev=st
    return s
def mp(fn):
    return {i:fn(chr(i)) for i in range(N) if fn(chr(i))!=chr(i)}
up,lo,ti,fo=mp(str.upper),mp(str.lower),mp(str.title),mp(str.casefold)
simple=lambda d:{k:ord(v) for k,v in d.items() if len(v)==1}
multi=lambda d:{k:v for k,v in d.items() if len(v)>1}
sup,slo=simple(up),simple(lo)
# title: differences from upper
tid={}
for i in range(N):
    u=up.get(i,chr(i)); t=ti.get(i,chr(i))
    if u!=t: tid[i]=t
fod={}
for i in range(N):
    u=lo.get(i,chr(i)); t=fo.get(i,chr(i))
    if u!=t: fod[i]=t
print('title diff',len(tid),'fold diff',len(fod))
eu=enc_runs(pack(sup)); el=enc_runs(pack(slo))
print(len(eu),len(el),len(gzip.compress((eu+el).encode(),9)))
tsim={k:ord(v) for k,v in tid.items() if len(v)==1}; fsim={k:ord(v) for k,v in fod.items() if len(v)==1}
et=enc_runs(pack(tsim)); ef=enc_runs(pack(fsim))
print(len(et),len(ef))
def encm(d):
    s='';prev=0
    for k,v in sorted(d.items()):
        s+=b36(k-prev)+','+'.'.join(b36(ord(x)) for x in v)+';'; prev=k
    return s
mu,ml=encm(multi(up)),encm(multi(lo)); mt,mf=encm({k:v for k,v in tid.items() if len(v)>1}),encm({k:v for k,v in fod.items() if len(v)>1})
print(len(mu),len(ml),len(mt),len(mf))
def lines(name,s,doc):
    # 100 columns
    out='/** %s */\nexport const %s =\n'%(doc,name)
    ch=[s[i:i+92] for i in range(0,len(s),92)] or ['']
    out+=" +\n".join("  '%s'"%c for c in ch)+';\n'
    return out
src='''/**
 * Character properties and case mappings, Unicode 15.1.0, as the str methods of 3.13 answer:
 * written by tests/engine/objects/record-unicode-tables.py from the real release, not by hand. unicode-data.ts reads them.
 *
 * NOT CPYTHON: one table for every release. JavaScript's own tables are not used: they change with
 * the browser.
 */

'''
src+='/** The sets of properties (bits of unicode-data.ts) that occur, by letter of PROPERTY_RUNS. */\nexport const PROPERTY_SETS: readonly number[] = [\n  '+', '.join(map(str,kinds))+',\n];\n\n'
src+="/** The letters that name the sets. */\nexport const SET_LETTERS = '%s';\n\n"%L[:len(kinds)]
src+=lines('PROPERTY_RUNS',enc,'Runs of code points from 0 on: the letter of the set, the length in base 36 (1 when absent).')
src+='\n'+lines('UPPER_RUNS',eu,'Runs start,count[,.]delta; in base 36: start from the last start; "," every, "." every second code point.')
src+='\n'+lines('LOWER_RUNS',el,'As UPPER_RUNS.')
src+='\n'+lines('TITLE_RUNS',et,'Where title differs from upper.')
src+='\n'+lines('FOLD_RUNS',ef,'Where casefold differs from lower.')
src+='\n'+lines('UPPER_MANY',mu,'Code points with several: code,to.to; in base 36, code from the last.')
src+='\n'+lines('LOWER_MANY',ml,'As UPPER_MANY.')
src+='\n'+lines('TITLE_MANY',mt,'As UPPER_MANY, where title differs from upper.')
src+='\n'+lines('FOLD_MANY',mf,'As UPPER_MANY, where casefold differs from lower.')
open(sys.argv[1],'w').write(src)
print(len(src),len(gzip.compress(src.encode(),9)))

package object
import ("testing";"os";"bufio";"fmt";"math")
func TestZZ(t *testing.T){
 f,_:=os.Open("/tmp/el.txt"); s:=bufio.NewScanner(f)
 n:=map[string]int{}; bad:=map[string]int{}; badGo:=map[string]int{}
 for s.Scan(){ var fn string; var a,b,w uint64
  fmt.Sscanf(s.Text(),"%s %x %x %x",&fn,&a,&b,&w)
  x,y,want:=math.Float64frombits(a),math.Float64frombits(b),math.Float64frombits(w)
  var got, g float64
  switch fn { case "sin": got=FloatSin(x);g=math.Sin(x); case "cos": got=FloatCos(x);g=math.Cos(x); case "exp": got=FloatExp(x);g=math.Exp(x); case "log": got=FloatLog(x);g=math.Log(x); case "hypot": got=FloatHypot(x,y);g=math.Hypot(x,y); case "atan2": got=FloatAtan2(x,y);g=math.Atan2(x,y); case "pow": got=FloatPow(x,y);g=math.Pow(x,y)}
  n[fn]++; if got!=want {bad[fn]++; if bad[fn]<3 {fmt.Println(fn,x,y,want,got)}}
  if g!=want {badGo[fn]++}
 }
 fmt.Println(n,bad,badGo)
}
func BenchmarkPow(b *testing.B){ for i:=0;i<b.N;i++{ FloatPow(1.1,10.3)} }
func BenchmarkSin(b *testing.B){ for i:=0;i<b.N;i++{ FloatSin(1.1)} }
func BenchmarkIntAdd(b *testing.B){ b.ReportAllocs(); th:=valuesThread(); var x Object=Int(100); for i:=0;i<b.N;i++{ Binary(th,Mul,x,x)} }
func BenchmarkRepr(b *testing.B){ b.ReportAllocs(); for i:=0;i<b.N;i++{ FloatRepr(3.14159)} }

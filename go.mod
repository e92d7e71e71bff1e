module layerglass

go 1.26.8

// Packages of other languages' tools are not ours to build.
ignore (
	./wasm/edge/node_modules
	./web/dist
	./web/node_modules
)

require (
	github.com/stretchr/testify v1.12.1
	go.etcd.io/bbolt v1.5.0
	honnef.co/go/js/dom/v2 v2.0.0-20231112215516-51f43a291193
)

require (
	github.com/syumai/workers v0.31.0 // indirect
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	golang.org/x/sys v0.45.0 // indirect
)

module layerglass

go 1.26.8

// Packages of other languages' tools below web/ are not ours to build.
ignore (
	./web/dist
	./web/node_modules
)

require github.com/stretchr/testify v1.12.1

require go.yaml.in/yaml/v3 v3.0.5 // indirect

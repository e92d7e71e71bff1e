package operation_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"layerglass/core/keras/operation"
	"layerglass/core/python/object"
)

// The expected names are what keras.src.utils.naming.to_snake_case gives.
func TestSnakeCase(t *testing.T) {
	for name, want := range map[string]string{
		"Dense": "dense", "Conv2DTranspose": "conv2d_transpose", "MyMLP": "my_mlp", "MLPBlock": "mlp_block", "ReLU": "re_lu", "LSTMCell": "lstm_cell",
		"HTTPServerX2Y": "http_server_x2y", "my-layer name": "mylayername", "_Private": "__private", "aB": "a_b", "ABC": "abc", "": "",
		"BatchNormalization": "batch_normalization", "KerasTensor": "keras_tensor", "Ünit": "ünit", "X1Y": "x1y", "GELUNet": "gelu_net",
	} {
		require.Equal(t, want, operation.SnakeCase(name), name)
	}
}

func TestAutoNameCounts(t *testing.T) {
	thread := &object.Thread{}
	require.Equal(t, "dense", operation.AutoName(thread, "Dense"))
	require.Equal(t, "dense_1", operation.AutoName(thread, "Dense"))
	require.Equal(t, "conv2d", operation.AutoName(thread, "Conv2D"))
	require.Equal(t, "dense_2", operation.AutoName(thread, "Dense"))
	operation.ClearSession(thread)
	require.Equal(t, "dense", operation.AutoName(thread, "Dense"))
	require.Equal(t, 2, operation.GetUID(thread, "dense"))
}

func TestScopesMakePaths(t *testing.T) {
	thread := &object.Thread{}
	caller := object.NewList()
	outer := &operation.Scope{Name: "outer", Caller: caller, Deduplicate: true}
	again := &operation.Scope{Name: "outer", Caller: caller, Deduplicate: true}
	inner := &operation.Scope{Name: "inner"}
	operation.EnterScope(thread, outer)
	operation.EnterScope(thread, again)
	operation.EnterScope(thread, inner)
	require.Equal(t, "outer/inner", operation.CurrentPath(thread))
	operation.LeaveScope(thread, inner)
	operation.LeaveScope(thread, again)
	require.Equal(t, "outer", operation.CurrentPath(thread))
	elsewhere := &operation.Scope{Name: "x", Parent: "a/b", HasParent: true}
	operation.EnterScope(thread, elsewhere)
	require.Equal(t, "a/b/x", operation.CurrentPath(thread))
	operation.LeaveScope(thread, elsewhere)
	operation.LeaveScope(thread, outer)
	require.Equal(t, "", operation.CurrentPath(thread))
}

package tf_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"layerglass/core"
	"layerglass/core/protocol"
)

// inCall are expressions over x of shape (None, 4, 6) and their static shapes, as tensorflow infers them in a graph.
var inCall = [][2]string{
	{"tf.reshape(x, (tf.shape(x)[0], -1))", "(None, None)"},
	{"tf.reshape(x, (tf.shape(x)[0], tf.shape(x)[1] * 6))", "(None, 24)"},
	{"tf.reshape(x, [-1, x.shape[1] * x.shape[2]])", "(None, 24)"},
	{"tf.reshape(x, tf.concat([tf.shape(x)[:-1], [2, 3]], axis=0))", "(None, 4, 2, 3)"},
	{"tf.matmul(x, x, transpose_b=True)", "(None, 4, 4)"},
	{"tf.nn.softmax(tf.matmul(x, tf.transpose(x, [0, 2, 1])) / 2.0, axis=-1)", "(None, 4, 4)"},
	{"tf.reduce_sum(x, axis=-1)", "(None, 4)"},
	{"tf.reduce_mean(x, axis=[1, 2], keepdims=True)", "(None, 1, 1)"},
	{"tf.math.reduce_std(x, axis=1)", "(None, 6)"},
	{"tf.concat([x, tf.zeros((tf.shape(x)[0], 1, 6))], 1)", "(None, 5, 6)"},
	{"tf.expand_dims(x, -1)", "(None, 4, 6, 1)"},
	{"tf.squeeze(x[:, :1], axis=1)", "(None, 6)"},
	{"tf.tile(x, [1, 2, 1])", "(None, 8, 6)"},
	{"tf.repeat(x, 3, axis=1)", "(None, 12, 6)"},
	{"tf.stack([x, x], axis=1)", "(None, 2, 4, 6)"},
	{"tf.unstack(x, axis=1)[0]", "(None, 6)"},
	{"tf.split(x, [1, 3], axis=1)[1]", "(None, 3, 6)"},
	{"tf.gather(x, [0, 1, 1], axis=2)", "(None, 4, 3)"},
	{"tf.gather(x, tf.zeros((tf.shape(x)[0], 2), tf.int32), batch_dims=1)", "(None, 2, 6)"},
	{"tf.one_hot(tf.argmax(x, axis=-1), depth=10)", "(None, 4, 10)"},
	{"tf.range(tf.shape(x)[1])", "(4,)"},
	{"tf.range(tf.shape(x)[0])", "(None,)"},
	{"tf.linalg.band_part(tf.ones((4, 4)), -1, 0)", "(4, 4)"},
	{"tf.linalg.norm(x, axis=-1)", "(None, 4)"},
	{"tf.einsum('bij,bkj->bik', x, x)", "(None, 4, 4)"},
	{"tf.tensordot(x, tf.ones((6, 2)), axes=1)", "(None, 4, 2)"},
	{"tf.pad(x, [[0, 0], [1, 2], [0, 0]])", "(None, 7, 6)"},
	{"tf.boolean_mask(x, x[:, :, 0] > 0)", "(None, 6)"},
	{"tf.sequence_mask(tf.zeros((3,), tf.int32), 5)", "(3, 5)"},
	{"tf.random.normal(tf.shape(x))", "(None, 4, 6)"},
	{"tf.fill([tf.shape(x)[0], 2], 1.0)", "(None, 2)"},
	{"tf.eye(3, batch_shape=[tf.shape(x)[0]])", "(None, 3, 3)"},
	{"tf.nn.moments(x, axes=[1])[0]", "(None, 6)"},
	{"tf.math.top_k(x, k=2)[0]", "(None, 4, 2)"},
	{"tf.nn.conv2d(x[..., None], tf.ones((3, 3, 1, 8)), strides=[1, 2, 2, 1], padding='SAME')", "(None, 2, 3, 8)"},
	{"tf.nn.max_pool2d(x[..., None], 2, 2, 'VALID')", "(None, 2, 3, 1)"},
	{"tf.map_fn(lambda row: tf.reduce_sum(row, axis=0), x)", "(None, 6)"},
	{"tf.cond(tf.shape(x)[0] > 1, lambda: x, lambda: x * 2.0)", "(None, 4, 6)"},
	{"tf.where(x > 0, x, tf.zeros_like(x))", "(None, 4, 6)"},
	{"tf.image.resize(x[..., None], (8, 8))", "(None, 8, 8, 1)"},
	{"tf.clip_by_value(x, 0.0, 1.0) + tf.square(x) - tf.math.log(x)", "(None, 4, 6)"},
	{"K.dot(x, tf.ones((6, 5)))", "(None, 4, 5)"},
	{"K.batch_dot(x, x, axes=[1, 1])", "(None, 6, 6)"},
	{"K.sum(x, axis=1, keepdims=True)", "(None, 1, 6)"},
	{"K.batch_flatten(x)", "(None, 24)"},
	{"K.permute_dimensions(x, (0, 2, 1))", "(None, 6, 4)"},
}

func run(t *testing.T, program string) string {
	result := core.NewSession(core.Options{}).Run(protocol.RunRequest{Text: program})
	if result.Exception != nil {
		t.Logf("%+v", result.Exception)
	}
	return result.Stdout
}

func TestShapesInACall(t *testing.T) {
	var program, want strings.Builder
	program.WriteString("import tensorflow as tf\nfrom tensorflow.keras import backend as K\nclass L(tf.keras.layers.Layer):\n    def compute_output_shape(self, s):\n" +
		"        return s\n    def call(self, x):\n")
	for _, c := range inCall {
		program.WriteString("        print(tuple((" + c[0] + ").shape))\n")
		want.WriteString(c[1] + "\n")
	}
	program.WriteString("        return x\nclass M(tf.keras.layers.Layer):\n    def build(self, s): pass\n    def call(self, x):\n        return L().call(x)\nM()(tf.keras.Input((4, 6)))\n")
	got := strings.Split(run(t, program.String()), "\n")
	lines := strings.Split(want.String(), "\n")
	for i, c := range inCall {
		if i >= len(got) || got[i] != lines[i] {
			at := "nothing"
			if i < len(got) {
				at = got[i]
			}
			t.Errorf("%s: %s, not %s", c[0], at, lines[i])
		}
	}
}

func TestRefusals(t *testing.T) {
	program := `
import tensorflow as tf
x = tf.keras.Input((3,))
for f in [lambda: tf.reduce_sum(x), lambda: tf.TensorArray(), lambda: tf.placeholder, lambda: tf.gradients, lambda: tf.Variable(),
          lambda: tf.reduce_sum(), lambda: tf.add(1, 2, 3, 4)]:
    try:
        f()
    except Exception as e:
        print(type(e).__name__)
`
	require.Equal(t, "ValueError\nNotImplementedError\nAttributeError\nNotImplementedError\nValueError\nTypeError\nTypeError\n", run(t, program))
}

func TestTypes(t *testing.T) {
	program := `
import tensorflow as tf
print(tf.float32, repr(tf.int64), tf.bool.name, tf.float16.is_floating, tf.float32 == "float32", tf.float32 == tf.float64)
print(tf.TensorShape([None, 3]), repr(tf.TensorShape([2])), tf.TensorShape([None, 3]).as_list(), tf.TensorShape([1, 2]) == (1, 2), len(tf.TensorShape([1])))
print(tf.newaxis, tf.executing_eagerly(), tf.nest.flatten({"b": [1, 2], "a": 3}), tf.nest.map_structure(lambda v: v + 1, [1, (2,)]))

@tf.function
def f(v): return v
@tf.function(jit_compile=True)
def g(v): return v
print(f(1), g(2), tf.keras.backend.floatx(), tf.keras.config.backend())
`
	require.Equal(t, "<dtype: 'float32'> tf.int64 bool True True False\n(None, 3) TensorShape([2]) [None, 3] True 1\n"+
		"None True [3, 1, 2] [2, (3,)]\n1 2 float32 tensorflow\n", run(t, program))
}

// TestGradientTape compares gradients with those worked out by hand.
func TestGradientTape(t *testing.T) {
	program := `
import tensorflow as tf
x = tf.constant([1.0, 2.0])
v = tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")
v.build((None, 2))
with tf.GradientTape(persistent=True) as tape:
    tape.watch(x)
    y = tf.reduce_sum(x ** 3)
    z = v(x[None]) * 2.0
print(tape.gradient(y, x).numpy(), tape.gradient(z, [x, v.kernel])[1].numpy().tolist(), tape.gradient(y, v.kernel))
`
	require.Equal(t, "[ 3. 12.] [[2.0], [4.0]] None\n", run(t, program))
}

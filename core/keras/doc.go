// Package keras is the library as programs import it: the module tree keras, and tensorflow.keras beside it.
package keras

package saving

import (
	"sort"
	"strings"

	"layerglass/core/keras/blame"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// Private finds a class of Keras that has no public name, by its module and name; packages with such classes add to it.
var Private []func(t *object.Thread, module, name string) object.Object

// Known reports whether Keras has a public name at all, modelled here or not; package keras sets it.
var Known = func(public string) bool { return false }

var nameFromConfig = object.Intern("from_config")

// instance makes an object of a class by its from_config, inside the scopes of the call, and builds and compiles it as the
// config says.
func (r *Reader) instance(cls object.Object, config, full *object.Dict) (object.Object, error) {
	from, err := object.LookupAttr(r.T, cls, nameFromConfig)
	if err != nil && !object.IsKind(err, object.AttributeErrorClass) {
		return nil, err
	}
	if from == nil {
		e := object.TypeError("%s cannot be made from a config: it has no from_config() method.", className(cls))
		e.Subject = blame.NotSerializable{Value: cls}
		return nil, e
	}
	s := scopedOf(r.T)
	custom, safe := s.custom, s.safeMode
	s.custom, s.safeMode = r.Custom.Copy(), object.Bool(r.SafeMode)
	o, err := r.make(cls, from, config, full)
	s = scopedOf(r.T)
	s.custom, s.safeMode = custom, safe
	if err != nil {
		return nil, err
	}
	if id, ok := full.GetName("shared_object_id").(object.Int); ok && s.byID != nil {
		s.byID[int64(id)] = o
	}
	return o, nil
}

func className(cls object.Object) string {
	if c, ok := cls.(*object.Class); ok {
		return c.Name
	}
	return cls.Class().Name
}

func (r *Reader) make(cls, from object.Object, config, full *object.Dict) (object.Object, error) {
	site := r.T.Site
	r.T.Site = nil
	o, err := object.Call(r.T, from, config)
	r.T.Site = site
	if err != nil {
		return nil, r.failed(cls, full, err)
	}
	if build := full.GetName("build_config"); build != nil {
		if err := r.build(o, build); err != nil {
			return nil, err
		}
	}
	compile := full.GetName("compile_config")
	if compile == nil {
		return o, nil
	}
	if set, err := object.Truth(r.T, compile); err != nil || !set {
		return o, err
	}
	if _, err := object.CallMethod(r.T, o, "compile_from_config", compile); err != nil {
		return nil, err
	}
	return o, object.SetAttr(r.T, o, object.Intern("compiled"), object.True)
}

func (r *Reader) build(o, config object.Object) error {
	if set, err := object.Truth(r.T, config); err != nil || !set {
		return err
	}
	built, err := object.GetAttr(r.T, o, object.Intern("built"))
	if err != nil {
		return err
	}
	if yes, err := object.Truth(r.T, built); err != nil || yes {
		return err
	}
	if _, err := object.CallMethod(r.T, o, "build_from_config", config); err != nil {
		return err
	}
	return object.SetAttr(r.T, o, object.Intern("built"), object.True)
}

// failed turns a TypeError of from_config into one that names the class.
func (r *Reader) failed(cls object.Object, full *object.Dict, err error) error {
	cause := object.AsException(err)
	if cause == nil || !cause.Class().IsSubclass(object.TypeErrorClass) {
		return err
	}
	text, textErr := object.ToStr(r.T, cause)
	if textErr != nil {
		text = cause.Message()
	}
	e := object.TypeError("%s could not be brought back from its config: %s Objects that get_config() returns inside the config, such as "+
		"layers, must be deserialized by the class's from_config().", className(cls), text)
	e.Context = cause
	e.Subject = blame.Deserialize{Class: cls, Config: full, Cause: cause}
	return e
}

// notModelling are public functions that a config may not name.
var notModelling = map[string]bool{}

func init() {
	for module, names := range map[string]string{
		"keras.backend": "clear_session", "keras.config": "enable_unsafe_deserialization",
		"keras.models":              "load_model model_from_json save_model",
		"keras.preprocessing":       "image_dataset_from_directory text_dataset_from_directory",
		"keras.preprocessing.image": "load_img save_img",
		"keras.saving":              "deserialize_keras_object load_model load_weights register_keras_serializable save_model save_weights serialize_keras_object",
		"keras.utils": "audio_dataset_from_directory clear_session deserialize_keras_object get_file image_dataset_from_directory load_img " +
			"register_keras_serializable save_img serialize_keras_object text_dataset_from_directory",
	} {
		for _, n := range strings.Fields(names) {
			notModelling[module+"."+n] = true
		}
	}
}

// builtinModules are the modules whose functions a config may name as of module "builtins".
var builtinModules = []string{"activations", "constraints", "initializers", "losses", "metrics", "optimizers", "regularizers"}

// retrieve finds the class or function that a config names.
func (r *Reader) retrieve(name string, full *object.Dict, kind string) (object.Object, error) {
	registered, hasRegistered := str(full.GetName("registered_name"))
	if full.GetName("registered_name") == nil {
		registered, hasRegistered = name, true
	}
	wanted := registered
	if kind == "function" {
		wanted, hasRegistered = name, true
	}
	if hasRegistered {
		if o := RegisteredObject(r.T, wanted, r.Custom); o != nil && o != object.None {
			return o, nil
		}
	}
	module, _ := str(full.GetName("module"))
	if module != "" {
		o, err := r.inModule(module, name, kind, full)
		if o != nil || err != nil {
			return o, err
		}
	}
	return nil, unknown(kind, name, module, registered, full, r.T)
}

func unknown(kind, name, module, registered string, full *object.Dict, t *object.Thread) error {
	e := object.TypeError("The config names the %s '%s', which is not known. A %s of the program must be registered with "+
		"@keras.saving.register_keras_serializable() before the config is read, or be passed in custom_objects.", kind, name, kind)
	if module != "" && module != "builtins" {
		e = object.TypeError("The config names the %s '%s' of module '%s', which is not known. A %s of the program must be registered with "+
			"@keras.saving.register_keras_serializable() before the config is read, or be passed in custom_objects.", kind, name, module, kind)
	}
	e.Subject = blame.Unknown{Kind: kind, Name: name, Module: module, RegisteredName: registered, Config: full}
	return e
}

func (r *Reader) inModule(module, name, kind string, full *object.Dict) (object.Object, error) {
	if module == "keras" || strings.HasPrefix(module, "keras.") {
		public := module + "." + name
		if notModelling[public] {
			return nil, object.ValueError("A config may not name %s: it is no part of a model.", public)
		}
		if o := spec.SymbolOf(r.T, public); o != nil {
			return o, builtinKeepsName(full, name, public)
		}
		if Known(public) {
			e := object.NewError(object.NotImplementedErrClass, "%s is not modelled here yet.", public)
			e.Subject = blame.NotModelled{Name: public}
			return nil, e
		}
	}
	if kind == "function" && module == "builtins" {
		if o, err := r.builtinFunction(name, full); o != nil || err != nil {
			return o, err
		}
	}
	switch pkg, _, _ := strings.Cut(module, "."); pkg {
	case "keras":
		return r.privateClass(module, name, kind)
	case "keras_hub", "keras_cv", "keras_nlp":
		return nil, object.TypeError("The config names '%s' of module '%s', and %s is not installed.", name, module, pkg)
	}
	return nil, nil
}

func (r *Reader) builtinFunction(name string, full *object.Dict) (object.Object, error) {
	for _, m := range builtinModules {
		public := "keras." + m + "." + name
		if o := spec.SymbolOf(r.T, public); o != nil {
			return o, builtinKeepsName(full, name, public)
		}
	}
	if strings.Contains(name, ">") {
		return nil, nil
	}
	for k, v := range r.Custom.All() {
		if s, ok := str(k); ok && strings.HasSuffix(s, ">"+name) {
			return v, nil
		}
	}
	return nil, nil
}

// privateClass finds a class by the module that defines it.
func (r *Reader) privateClass(module, name, kind string) (object.Object, error) {
	for _, c := range spec.Headers() {
		if c.Module == module && c.Name == name {
			return c.In(r.T), nil
		}
	}
	for _, find := range Private {
		if o := find(r.T, module, name); o != nil {
			return o, nil
		}
	}
	if knownModule(module) {
		return nil, object.ValueError("The config names '%s' of module '%s', which is no class that can be saved.", name, module)
	}
	e := object.TypeError("The config names the %s '%s' of module '%s', and there is no such module.", kind, name, module)
	e.Subject = blame.Unknown{Kind: kind, Name: name, Module: module}
	return nil, e
}

func knownModule(module string) bool {
	if module == "keras" {
		return true
	}
	for _, c := range spec.Headers() {
		if c.Module == module {
			return true
		}
	}
	names := spec.Publics()
	sort.Strings(names)
	i := sort.SearchStrings(names, module+".")
	return i < len(names) && strings.HasPrefix(names[i], module+".")
}

// builtinKeepsName refuses a registered name on one of Keras's own objects.
func builtinKeepsName(full *object.Dict, name, public string) error {
	registered, _ := str(full.GetName("registered_name"))
	class, _ := str(full.GetName("class_name"))
	if registered == "" || registered == name || registered == class {
		return nil
	}
	return object.ValueError("The config gives %s the registered name '%s', but Keras's own objects have none: leave the key "+
		"'registered_name' out.", public, registered)
}

package view

// Text writes a text as it is.
func Text(s string) Markup {
	var w builder
	w.text(s)
	return w.markup()
}

// Example writes an entry of the menu of examples.
func Example(address, title, teaches string) Markup {
	var w builder
	w.raw("<li><a")
	w.attr("href", address)
	w.raw(">")
	w.element("b", "", title)
	w.raw(" ")
	w.element("span", "", teaches)
	w.raw("</a></li>")
	return w.markup()
}

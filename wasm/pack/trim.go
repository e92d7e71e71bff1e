package main

// Trim returns the binary without line numbers, file names, inlining records and most function names. They are a fifth of what a
// visitor would load. Stack maps, which the garbage collector needs, stay, and so do the names that the runtime itself looks at.
func Trim(binary []byte) ([]byte, error) {
	m, err := parse(binary)
	if err != nil {
		return nil, err
	}
	memory, err := loadMemory(m.find(dataID))
	if err != nil {
		return nil, err
	}
	t, err := findTables(memory)
	if err != nil {
		return nil, err
	}
	if err := t.trim(); err != nil {
		return nil, err
	}
	for i := range m {
		if m[i].id == dataID {
			m[i].body = dataSection(memory)
		}
	}
	return m.encode(), nil
}

package fractions

import (
	"math/big"
	"strconv"
	"strings"

	"layerglass/core/python/object"
)

// parse reads "1/2", "-3", "1.25" or "1e-3"; nil for text that is none of them.
func parse(s string) (*big.Rat, error) {
	s = strings.TrimFunc(s, object.IsSpaceRune)
	negative := strings.HasPrefix(s, "-")
	if negative || strings.HasPrefix(s, "+") {
		s = s[1:]
	}
	whole, rest := leadingDigits(s)
	if whole == "" && !(len(rest) > 1 && rest[0] == '.' && isDigit(rest[1])) {
		return nil, nil
	}
	var v *big.Rat
	var err error
	if strings.HasPrefix(rest, "/") {
		v, err = withDenominator(whole, rest[1:])
	} else {
		v, err = decimal(whole, rest)
	}
	if v != nil && negative {
		v.Neg(v)
	}
	return v, err
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// leadingDigits takes digits with single underscores between them.
func leadingDigits(s string) (digits, rest string) {
	i := 0
	for i < len(s) && (isDigit(s[i]) || s[i] == '_' && i > 0 && s[i-1] != '_' && i+1 < len(s) && isDigit(s[i+1])) {
		i++
	}
	return strings.ReplaceAll(s[:i], "_", ""), s[i:]
}

func integer(digits string) *big.Int {
	if digits == "" {
		return new(big.Int)
	}
	n, _ := new(big.Int).SetString(digits, 10)
	return n
}

func withDenominator(whole, s string) (*big.Rat, error) {
	digits, rest := leadingDigits(s)
	if digits == "" || rest != "" {
		return nil, nil
	}
	n, d := integer(whole), integer(digits)
	if d.Sign() == 0 {
		return nil, zeroDenominator(n)
	}
	return new(big.Rat).SetFrac(n, d), nil
}

func decimal(whole, s string) (*big.Rat, error) {
	part := ""
	if strings.HasPrefix(s, ".") {
		part, s = leadingDigits(s[1:])
	}
	exponent := 0
	if s != "" && (s[0] == 'e' || s[0] == 'E') {
		sign := ""
		if s = s[1:]; s != "" && (s[0] == '-' || s[0] == '+') {
			sign, s = s[:1], s[1:]
		}
		digits, rest := leadingDigits(s)
		n, err := strconv.Atoi(sign + digits)
		if digits == "" || rest != "" {
			return nil, nil
		}
		if err != nil || n > 1_000_000 || n < -1_000_000 {
			return nil, object.NewError(object.OverflowErrorClass, "the exponent %s is too large for a Fraction", sign+digits)
		}
		exponent, s = n, ""
	}
	if s != "" {
		return nil, nil
	}
	exponent -= len(part)
	v := new(big.Rat).SetInt(integer(whole + part))
	scale := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(exponent, -exponent))), nil))
	if exponent < 0 {
		return v.Quo(v, scale), nil
	}
	return v.Mul(v, scale), nil
}

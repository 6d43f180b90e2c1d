module driver

go 1.23

require example.com/telecomx/telecomx-go v0.0.0

replace example.com/telecomx/telecomx-go => ./client
